/** One analyzer through a baseline run and a monitoring run, as the host calls it. */
import { batchOf, type ColumnData } from '../../runtime/conformance/index.ts'
import type { Analyzer, Finding, Plugin } from '../../runtime/plugin.ts'

type Columns = Readonly<Record<string, ColumnData>>
type Part = { custom?: { features: Record<string, unknown>[] } }

/** What a run says. */
export interface Said {
  readonly statistics: Part
  readonly constraints: Part
  readonly findings: readonly Finding[]
  readonly metrics: readonly { readonly name: string }[]
}

const context = { run: 'baseline', environment: {}, distances: 'exact' } as const

/** @param before what the baseline run said; without it this is one. It goes through JSON, as in files. */
export function runOf(plugin: Plugin, options: object, columns: Columns, before?: Said): Said {
  const analyzer: Analyzer = plugin.analyzers![0]!
  const baseline = before && {
    statistics: JSON.parse(JSON.stringify(before.statistics)),
    constraints: JSON.parse(JSON.stringify(before.constraints)),
    config: () => ({}) as never,
  }
  const own = { ...context, ...(baseline ? { run: 'monitoring' as const, baseline } : {}) }
  const state = analyzer.init(options, own)
  analyzer.update(state, batchOf(columns))
  const statistics = analyzer.summarize(state)
  const findings = baseline ? analyzer.check!(statistics, baseline, options, own) : []
  return {
    statistics: statistics as Part,
    constraints: analyzer.suggest!(statistics, options, own) as Part,
    findings,
    metrics: analyzer.metrics!(statistics, findings),
  }
}

/** The checks that are violated. */
export function violated({ findings }: Said): string[] {
  return findings.filter((finding) => finding.violated).map(({ check }) => check)
}
