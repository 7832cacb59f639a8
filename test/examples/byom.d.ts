/**
 * What `byom` means to the type check of this checkout; an installed package brings its own types, and the examples are
 * checked against those in test/examples.test.ts.
 */
declare module 'byom' {
  type Api = typeof import('../../runtime/plugin.ts')
  export const defineAnalyzer: Api['defineAnalyzer']
  export const definePlugin: Api['definePlugin']
  export type Baseline<
    S extends StatisticsPart,
    C extends ConstraintsPart,
  > = import('../../runtime/plugin.ts').Baseline<S, C>
  export type Batch = import('../../runtime/plugin.ts').Batch
  export type ConstraintsPart = import('../../runtime/plugin.ts').ConstraintsPart
  export type Finding = import('../../runtime/plugin.ts').Finding
  export type Metric = import('../../runtime/plugin.ts').Metric
  export type StatisticsPart = import('../../runtime/plugin.ts').StatisticsPart
}

declare module 'byom/conformance' {
  type Kit = typeof import('../../runtime/conformance/index.ts')
  export const batchOf: Kit['batchOf']
  export const testPlugin: Kit['testPlugin']
}

declare module 'byom/distances/gamma' {
  export const upperGamma: typeof import('../../runtime/distances/gamma.ts').upperGamma
}
