/** Findings of image features: drift of the properties, and payloads that are no images. */
import { betaBinomialTail } from '../../runtime/distances/beta.ts'
import { percent } from '../../runtime/distances/shown-numbers.ts'
import { type DriftSettings, propertyFinding, verdict } from '../../runtime/drift/index.ts'
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
 * @param before what the baseline's file says of it, with its counts of payloads and of faults by reason
 */
export function checkImages(
  now: ImageStatistics,
  settings: DriftSettings,
  { present = 0, faults }: Record<string, unknown> = {},
): Finding[] {
  if (now.compared === undefined) return []
  const check = 'baseline_drift_check'
  const properties = verdict(now, check, 'images', settings.minRecords, (drift, compared) =>
    propertyFinding(drift.properties, {
      feature: now.name,
      check,
      things: 'images',
      level: propertyShare * settings.alpha,
      compared,
      baseline: drift.baseline,
      label: (property, code) => (property === 'format' ? (formats[code] ?? 'other') : String(code)),
    }),
  )
  const before = { present: Number(present), faults: (faults ?? {}) as Record<string, unknown> }
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
