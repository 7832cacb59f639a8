/** The metric lines of the service: three names per feature. */
import type { FeatureStatistics, Finding, Metric } from '../../runtime/plugin.ts'

/**
 * `feature_data_<name>` (numbers only), `feature_non_null_<name>` (completeness) and, where a distance was computed,
 * `feature_baseline_drift_<name>`.
 */
export function featureMetrics(
  features: readonly FeatureStatistics[],
  findings: readonly Finding[],
): Metric[] {
  const drift = new Map(
    findings
      .filter(({ check }) => check === 'baseline_drift_check')
      .map(({ feature, value }) => [feature, value]),
  )
  return features.flatMap(({ name, numerical_statistics: numbers, string_statistics: texts }) => {
    const metrics: Metric[] = []
    if (numbers?.min !== undefined) {
      const { sum = 0, min, max = min } = numbers
      metrics.push({
        name: `feature_data_${name}`,
        feature: name,
        value: { sampleCount: sampleCount(numbers), sum, minimum: min, maximum: max },
      })
    }
    const completeness = (numbers ?? texts)?.completeness
    if (completeness !== undefined)
      metrics.push({ name: `feature_non_null_${name}`, feature: name, value: completeness })
    const distance = drift.get(name)
    if (distance !== undefined)
      metrics.push({ name: `feature_baseline_drift_${name}`, feature: name, value: distance })
    return metrics
  })
}

/** How many values the sum is made of: numbers beyond a double are present, but neither in it nor in the buckets. */
function sampleCount({
  common,
  distribution,
}: NonNullable<FeatureStatistics['numerical_statistics']>): number {
  const buckets = distribution?.kll?.buckets
  return buckets ? buckets.reduce((total, { count }) => total + count, 0) : common.num_present
}
