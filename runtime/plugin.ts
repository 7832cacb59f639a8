/**
 * The public plugin API, and the only door through which anything computes on data: the built-in analyzers are
 * written against it like everybody else's. An analyzer is plain functions over plain state; it reads no clock, no
 * file, no environment, and does not know how many workers there are.
 */
import type { FeatureConstraints, FeatureStatistics, MonitoringConfig } from '../contracts/types.generated.ts'
import type { Batch, ColumnInfo } from './batch.ts'

export type { FeatureConstraints, FeatureStatistics, MonitoringConfig } from '../contracts/types.generated.ts'
export type { Batch, Column, ColumnInfo, ColumnSource, Position, ScalarColumn } from './batch.ts'
export { ValueClass } from './batch.ts'

/** Version of this contract; a plugin names the one it was written for. */
export const apiVersion = 1

/** Anything JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** JSON Schema (draft-07) of an options object, with defaults inside. */
export type OptionsSchema = { type: 'object'; properties?: Record<string, object> } & Record<string, unknown>

/** An analyzer's part of statistics.json. Both parts may be absent. */
export interface StatisticsPart {
  /** Merged by feature name into `features`; two analyzers must not write the same key of one feature. */
  features?: FeatureStatistics[]
  /** Stored as it is under `custom.analyzers["name@version"]`; the next monitoring run gets it back. */
  custom?: Json
}

/** An analyzer's part of constraints.json, merged the same way. */
export interface ConstraintsPart {
  features?: FeatureConstraints[]
  monitoring_config?: MonitoringConfig
  custom?: Json
}

/** Settings of the checks of one feature: defaults, then the file's monitoring_config, then the feature's overrides. */
export interface CheckConfig {
  readonly evaluateConstraints: boolean
  readonly emitMetrics: boolean
  readonly datatypeCheckThreshold: number
  readonly domainContentThreshold: number
  readonly performComparison: boolean
  readonly comparisonThreshold: number
  readonly comparisonMethod: 'Simple' | 'Robust'
  readonly categoricalComparisonThreshold: number
  readonly categoricalDriftMethod: 'LInfinity' | 'ChiSquared'
}

/** What a monitoring run knows of the baseline: this analyzer's parts of the two baseline files. */
export interface Baseline<Statistics extends StatisticsPart, Constraints extends ConstraintsPart> {
  /** Absent when the job names no baseline_statistics. `features` is the file's list, also when another program wrote it. */
  readonly statistics?: Statistics
  /** Absent when the job names no baseline_constraints. */
  readonly constraints?: Constraints
  /** Resolved settings of a feature; without a name those of the whole dataset. */
  config(feature?: string): CheckConfig
}

/** What the host hands in, beside the options. */
export interface Context<
  Statistics extends StatisticsPart = StatisticsPart,
  Constraints extends ConstraintsPart = ConstraintsPart,
> {
  /** What kind of run this is. */
  readonly run: 'baseline' | 'monitoring'
  /** Values of environment variables that the analyzer asked for by name in `environment`. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How distances are computed: `deequ` imitates the reference engine's known flaw, for comparing verdicts. */
  readonly distances: 'exact' | 'deequ'
  /** On monitoring runs with a baseline: this analyzer's parts of its files, for what has to be known while rows are read. */
  readonly baseline?: Baseline<Statistics, Constraints>
}

/** One comparison made with the baseline, whether it holds or not; the host decides what becomes a violation. */
export interface Finding {
  /** Name of the feature, or of what else was compared. */
  readonly feature: string
  /** constraint_check_type of the violation. */
  readonly check: string
  readonly value: number
  readonly threshold: number
  readonly pValue?: number
  /** True when the comparison says the constraint is not met. */
  readonly violated: boolean
  /** Text of the violation. */
  readonly description: string
}

/** One number, or one summary of many, for the monitoring service; the host adds time and dimensions. */
export interface Metric {
  readonly name: string
  /** Feature whose `emit_metrics` decides whether it is sent; absent: the dataset's. */
  readonly feature?: string
  readonly value:
    | number
    | {
        readonly sampleCount: number
        readonly sum: number
        readonly minimum: number
        readonly maximum: number
      }
}

/** How close two ways of splitting the same rows come: bit-equal, within a relative difference, within a rank or count error. */
export type Exactness = 'exact' | { readonly relative: number } | { readonly sketch: number }

/**
 * A mergeable computation. State is plain data (numbers, strings, arrays, plain objects, Map, typed arrays), so the
 * host can ship it between threads and machines and store it.
 */
export interface Analyzer<
  Options = unknown,
  State = unknown,
  Statistics extends StatisticsPart = StatisticsPart,
  Constraints extends ConstraintsPart = ConstraintsPart,
> {
  /** Lower-case words joined by hyphens; its section's name in every report. */
  readonly name: string
  /** Version of State and of the custom parts; another version's are refused. */
  readonly version: number
  readonly description: string
  readonly options: OptionsSchema
  /** Names of environment variables it may see in its context. */
  readonly environment?: readonly string[]
  readonly exactness: Exactness
  /** Which columns it wants to see in its batches; absent: all. */
  accepts?(column: ColumnInfo): boolean
  init(options: Options, context: Context<Statistics, Constraints>): State
  /** Folds a batch in. May change state, never the batch, and must not keep references into it. */
  update(state: State, batch: Batch): void
  /** Folds another state in, whose rows come after `into`'s. May change `into`, never `from`. */
  merge(into: State, from: State): void
  summarize(state: State): Statistics
  suggest?(statistics: Statistics, options: Options, context: Context<Statistics, Constraints>): Constraints
  /** Every comparison with the baseline, met or not. */
  check?(
    statistics: Statistics,
    baseline: Baseline<Statistics, Constraints>,
    options: Options,
    context: Context<Statistics, Constraints>,
  ): Finding[]
  metrics?(statistics: Statistics, findings: readonly Finding[]): Metric[]
}

/** A package of analyzers. */
export interface Plugin {
  /** Lower-case words joined by hyphens. */
  readonly name: string
  /** Version of the package, as in its package.json. */
  readonly version: string
  readonly apiVersion: number
  readonly description: string
  // biome-ignore lint/suspicious/noExplicitAny: the host stores analyzers of every state type in one list.
  readonly analyzers?: readonly Analyzer<any, any, any, any>[]
}

/** Types an analyzer and returns it unchanged; reports nothing, registers nothing. */
export function defineAnalyzer<
  Options,
  State,
  Statistics extends StatisticsPart,
  Constraints extends ConstraintsPart,
>(
  analyzer: Analyzer<Options, State, Statistics, Constraints>,
): Analyzer<Options, State, Statistics, Constraints> {
  return Object.freeze(analyzer)
}

/** Types a plugin, freezes it and returns it; the registry checks it when a run loads it. */
export function definePlugin(plugin: Plugin): Plugin {
  return Object.freeze(plugin)
}
