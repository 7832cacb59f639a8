/** Statistics → suggested constraints and violations, across all analyzers. */
import type { Constraints, Statistics, Violation } from '../contracts/types.generated.ts'
import { type Analysis, analyzerKey, guard, type LoadedAnalyzer } from './analyze.ts'
import type { BaselineFiles } from './baseline.ts'
import type {
  ConstraintsPart,
  FeatureConstraints,
  FeatureStatistics,
  Finding,
  Json,
  Metric,
  MonitoringConfig,
  StatisticsPart,
} from './plugin.ts'

/** What all analyzers together say. Failed ones are in the analysis' failures. */
export interface Judgement {
  readonly statistics: Statistics
  readonly constraints: Constraints
  readonly findings: readonly Finding[]
  readonly violations: readonly Violation[]
  readonly metrics: readonly Metric[]
}

/**
 * @param order names of the features in the order of a row
 * @param rows rows analyzed
 */
export function judge(
  analyzers: readonly LoadedAnalyzer[],
  analysis: Analysis,
  baseline: BaselineFiles,
  order: readonly string[],
  rows: number,
): Judgement {
  const statistics = new Collected<FeatureStatistics>(order)
  const constraints = new Collected<FeatureConstraints>(order)
  const findings: Finding[] = []
  const metrics: Metric[] = []
  let monitoringConfig: MonitoringConfig | undefined
  for (const loaded of analyzers) {
    const { analyzer, options, context } = loaded
    const key = analyzerKey(loaded)
    const part = guard(analysis, loaded, 'summarize', () => {
      const summary: StatisticsPart = analyzer.summarize(analysis.states.get(analyzer.name))
      const sorted = {
        ...summary,
        ...(summary.features ? { features: statistics.sort(summary.features) } : {}),
      }
      statistics.add(key, sorted.features, sorted.custom)
      return sorted
    })
    if (part === undefined) continue
    guard(analysis, loaded, 'suggest', () => {
      const suggested: ConstraintsPart = analyzer.suggest?.(part, options, context) ?? {}
      constraints.add(key, suggested.features, suggested.custom)
      monitoringConfig ??= suggested.monitoring_config
    })
    const found = guard(
      analysis,
      loaded,
      'check',
      () => (context.baseline && analyzer.check?.(part, context.baseline, options, context)) ?? [],
    )
    findings.push(...(found ?? []))
    metrics.push(
      ...(guard(analysis, loaded, 'metrics', () => analyzer.metrics?.(part, found ?? []) ?? []) ?? []),
    )
  }
  return {
    statistics: {
      version: 0,
      dataset: { item_count: rows },
      features: statistics.features(),
      ...statistics.custom(),
    },
    constraints: {
      version: 0,
      features: constraints.features(),
      ...(monitoringConfig ? { monitoring_config: monitoringConfig } : {}),
      ...constraints.custom(),
    },
    findings,
    violations: findings
      .filter(({ violated, feature }) => violated && baseline.resolve(feature).evaluateConstraints)
      .map(violation),
    metrics,
  }
}

function violation({ feature, check, description, value, threshold, pValue }: Finding): Violation {
  return {
    feature_name: feature,
    constraint_check_type: check,
    description,
    ...(Number.isFinite(value) ? { value } : {}),
    ...(Number.isFinite(threshold) ? { threshold } : {}),
    ...(pValue !== undefined && Number.isFinite(pValue) ? { p_value: pValue } : {}),
  }
}

/** Parts of one file by feature name; the features come out in the order of a row, others behind them. */
class Collected<Feature extends { name: string; custom?: object }> {
  readonly #rank: ReadonlyMap<string, number>
  readonly #features = new Map<string, Feature>()
  readonly #custom = new Map<string, Json>()

  constructor(order: readonly string[]) {
    this.#rank = new Map(order.map((name, i) => [name, i]))
  }

  add(key: string, features: readonly Feature[] = [], custom?: Json): void {
    for (const feature of features) {
      const known = this.#features.get(feature.name)
      if (known)
        for (const name of Object.keys(feature))
          if (name !== 'name' && name !== 'custom' && name in known)
            throw new Error(`another analyzer wrote ${name} of feature ${JSON.stringify(feature.name)}`)
      this.#features.set(feature.name, {
        ...known,
        ...feature,
        ...(known?.custom || feature.custom ? { custom: { ...known?.custom, ...feature.custom } } : {}),
      })
    }
    if (custom !== undefined) this.#custom.set(key, custom)
  }

  sort(features: readonly Feature[]): Feature[] {
    const rank = ({ name }: Feature) => this.#rank.get(name) ?? this.#rank.size
    return [...features].sort((a, b) => rank(a) - rank(b))
  }

  features(): Feature[] {
    return this.sort([...this.#features.values()])
  }

  custom(): { custom?: { analyzers: Record<string, Json> } } {
    return this.#custom.size > 0 ? { custom: { analyzers: Object.fromEntries(this.#custom) } } : {}
  }
}
