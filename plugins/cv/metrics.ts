/** Metric lines of image features: at most fourteen per feature. */
import type { Finding, Metric } from '../../runtime/plugin.ts'
import type { ImageStatistics } from './summarize.ts'

export function imageMetrics(features: readonly ImageStatistics[], findings: readonly Finding[]): Metric[] {
  return features.flatMap(({ name, present, missing, faults, drift, properties, ...shares }) => {
    const failed = Object.values(faults).reduce((sum, count) => sum + count, 0)
    const own = findings.filter(({ feature }) => feature === name)
    const checked = own.find(({ check, pValue }) => check === 'baseline_drift_check' && pValue !== undefined)
    const mean = (property: string) => properties[property]?.mean
    const values: [string, number | undefined][] = [
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
      ['drift_p_value', checked?.pValue],
      ['drift_violation', drift && Number(own.some(({ violated }) => violated))],
    ]
    return values.flatMap(([what, value]) =>
      value === undefined ? [] : [{ name: `feature_${what}_${name}`, feature: name, value }],
    )
  })
}
