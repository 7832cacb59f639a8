/** Metrics of a vector feature: at most ten. */
import { type MetricValue, violationMetrics } from '../../runtime/drift/index.ts'
import type { Finding } from '../../runtime/plugin.ts'
import type { VectorStatistics } from './summarize.ts'

/** Shares of faulty vectors always; drift, its p-value and its parts when there was a comparison. */
export function vectorMetrics(
  { present, missing, invalid, zero, wrong_dimension, norm, drift }: VectorStatistics,
  findings: readonly Finding[],
): MetricValue[] {
  const drifts = findings.filter(({ check }) => check === 'baseline_drift_check')
  return [
    ['non_null', present + missing > 0 ? present / (present + missing) : undefined],
    ['invalid_share', present > 0 ? invalid / present : undefined],
    ['zero_share', present > 0 ? zero / present : undefined],
    ['wrong_dimension_share', present > 0 ? wrong_dimension / present : undefined],
    ['norm', norm?.mean],
    ['baseline_drift', drift?.channels[drift.strongest]?.effect],
    ...violationMetrics(drift, drift?.p_value, drifts),
    ['novel_share', drift?.novel_share],
    ['frechet', drift?.frechet.distance],
  ]
}
