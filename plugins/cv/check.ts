/** Findings of image features: drift of the properties, and payloads that are no images. */
import { betaBinomialTail } from '../../runtime/distances/beta.ts'
import { type DriftSettings, percent } from '../../runtime/distances/drift-settings.ts'
import { insufficientData, propertyFinding } from '../../runtime/distances/property-texts.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { faults, formats } from './properties.ts'
import { type ImageStatistics, propertyShare } from './summarize.ts'

const reasons = {
  empty: 'empty',
  unsupported: 'of no format that is read (JPEG, PNG, WebP, TIFF, GIF)',
  corrupt: 'cut off or damaged',
  too_large: 'larger than maxMegapixels',
} as const

/**
 * Every comparison of one feature with the baseline.
 * @param before the baseline's counts: payloads, and faults by reason
 */
export function checkImages(
  now: ImageStatistics,
  before: { present: number; faults: Record<string, unknown> },
  settings: DriftSettings,
): Finding[] {
  const { name, compared = 0, drift } = now
  if (!settings.enabled || now.compared === undefined) return []
  const properties = drift
    ? propertyFinding(drift.properties, {
        feature: name,
        check: 'baseline_drift_check',
        things: 'images',
        level: propertyShare * settings.alpha,
        compared,
        baseline: drift.baseline,
        label: (property, code) => (property === 'format' ? (formats[code] ?? 'other') : String(code)),
      })
    : [insufficientData(name, 'baseline_drift_check', 'images', compared, settings.minRecords)]
  return [...properties, ...decoding(now, before, settings)]
}

/** One finding per reason: more payloads fail than the baseline's share and chance explain. */
function decoding(
  now: ImageStatistics,
  before: { present: number; faults: Record<string, unknown> },
  { alpha, minRecords }: DriftSettings,
): Finding[] {
  if (now.present < minRecords) return []
  const level = ((1 - propertyShare) * alpha) / faults.length
  return faults.map((fault) => {
    const known = Number(before.faults[fault] ?? 0)
    const [value, threshold] = [
      now.faults[fault]! / now.present,
      before.present > 0 ? known / before.present : 0,
    ]
    const pValue = betaBinomialTail(now.faults[fault]!, now.present, known, before.present)
    return {
      feature: now.name,
      check: 'decode_check',
      value,
      threshold,
      pValue,
      violated: value > threshold && pValue < level,
      description: `Image requirement is not met. ${percent(value)} of ${now.present} payloads are ${reasons[fault]}, ${percent(threshold)} were in the baseline`,
    }
  })
}
