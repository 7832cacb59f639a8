/** Metric lines of vector features: at most ten per feature. */
import type { Finding, Metric } from '../../runtime/plugin.ts'
import type { VectorStatistics } from './summarize.ts'

/** Shares of faulty vectors always; drift, its p-value and its parts when there was a comparison. */
export function vectorMetrics(features: readonly VectorStatistics[], findings: readonly Finding[]): Metric[] {
  return features.flatMap(({ name, present, missing, invalid, zero, wrong_dimension, norm, drift }) => {
    const values: [string, number | undefined][] = [
      ['non_null', present + missing > 0 ? present / (present + missing) : undefined],
      ['invalid_share', present > 0 ? invalid / present : undefined],
      ['zero_share', present > 0 ? zero / present : undefined],
      ['wrong_dimension_share', present > 0 ? wrong_dimension / present : undefined],
      ['norm', norm?.mean],
      ['baseline_drift', drift?.channels[drift.strongest]?.effect],
      ['drift_p_value', drift?.p_value],
      ['drift_violation', drift && violations(name, findings)],
      ['novel_share', drift?.novel_share],
      ['frechet', drift?.frechet.distance],
    ]
    return values.flatMap(([what, value]) =>
      value === undefined ? [] : [{ name: `feature_${what}_${name}`, feature: name, value }],
    )
  })
}

function violations(name: string, findings: readonly Finding[]): number {
  return findings.some(
    ({ feature, check, violated }) => feature === name && check === 'baseline_drift_check' && violated,
  )
    ? 1
    : 0
}
