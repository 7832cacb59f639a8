/** Metrics of an image feature: at most fourteen. */
import { type MetricValue, violationMetrics } from '../../runtime/drift/index.ts'
import type { Finding } from '../../runtime/plugin.ts'
import type { ImageStatistics } from './summarize.ts'

export function imageMetrics(
  { present, missing, faults, drift, properties, ...shares }: ImageStatistics,
  findings: readonly Finding[],
): MetricValue[] {
  const failed = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const checked = findings.find(
    ({ check, pValue }) => check === 'baseline_drift_check' && pValue !== undefined,
  )
  const mean = (property: string) => properties[property]?.mean
  return [
    ['non_null', present + missing > 0 ? present / (present + missing) : undefined],
    ['decode_failure_share', present > 0 ? failed / present : undefined],
    ['duplicate_share', present > 0 ? shares.duplicates : undefined],
    ['near_duplicate_share', present > failed ? shares.near_duplicates : undefined],
    ['most_frequent_share', present > failed ? shares.most_frequent : undefined],
    ['brightness', mean('brightness')],
    ['contrast', mean('contrast')],
    ['sharpness', mean('sharpness')],
    ['saturation', mean('saturation')],
    ['baseline_drift', drift && Math.max(...drift.properties.map(({ effect }) => effect))],
    ...violationMetrics(drift, checked?.pValue, findings),
  ]
}
