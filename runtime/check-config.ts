/** The settings of the checks, resolved from the places and spellings that constraints.json has for them. */
import type {
  Constraints,
  DistributionConstraints,
  FeatureConstraints,
  MonitoringConfig,
} from '../contracts/types.generated.ts'
import type { CheckConfig } from './plugin.ts'

/**
 * Settings where the files are silent.
 * Source: contract/reports.md section 3 (every recorded file; the guide's 0.1 for the first two contradicts them).
 */
export const defaultChecks: CheckConfig = Object.freeze({
  evaluateConstraints: true,
  emitMetrics: true,
  datatypeCheckThreshold: 1,
  domainContentThreshold: 1,
  performComparison: true,
  comparisonThreshold: 0.1,
  comparisonMethod: 'Robust',
  categoricalComparisonThreshold: 0.1,
  categoricalDriftMethod: 'LInfinity',
})

/**
 * Looks up the settings of a feature; without a name, or with one that the constraints do not list, the dataset's.
 */
export function checkConfigs(constraints: Constraints | undefined): (feature?: string) => CheckConfig {
  const features = new Map(constraints?.features.map((feature) => [feature.name, feature]))
  const general = constraints?.monitoring_config
  return (name) => {
    const feature = name === undefined ? undefined : features.get(name)
    return settings([general, ...(feature ? overrides(feature) : [])])
  }
}

const overrideNames = ['monitoring_config_overrides', 'monitoringConfigOverrides'] as const

/** Overrides of a feature in the order in which later ones win. */
function overrides(feature: FeatureConstraints): MonitoringConfig[] {
  const holders = [feature.string_constraints, feature.num_constraints, feature]
  return holders.flatMap((holder) => overrideNames.flatMap((name) => holder?.[name] ?? []))
}

function settings(layers: readonly (MonitoringConfig | undefined)[]): CheckConfig {
  const config: MonitoringConfig = layered(layers)
  const distribution: DistributionConstraints = layered(
    layers.map((layer) => layer?.distribution_constraints),
  )
  const comparisonThreshold = distribution.comparison_threshold ?? defaultChecks.comparisonThreshold
  return Object.freeze({
    evaluateConstraints: config.evaluate_constraints !== 'Disabled',
    emitMetrics: config.emit_metrics !== 'Disabled',
    datatypeCheckThreshold: config.datatype_check_threshold ?? defaultChecks.datatypeCheckThreshold,
    domainContentThreshold: config.domain_content_threshold ?? defaultChecks.domainContentThreshold,
    performComparison: distribution.perform_comparison !== 'Disabled',
    comparisonThreshold,
    comparisonMethod: /simple/i.test(distribution.comparison_method ?? '') ? 'Simple' : 'Robust',
    categoricalComparisonThreshold: distribution.categorical_comparison_threshold ?? comparisonThreshold,
    categoricalDriftMethod: distribution.categorical_drift_method ?? defaultChecks.categoricalDriftMethod,
  })
}

/** Not Object.assign, which would let a "__proto__" key of the file set the prototype. */
function layered(layers: readonly (object | undefined)[]): object {
  return Object.fromEntries(layers.flatMap((layer) => Object.entries(layer ?? {})))
}
