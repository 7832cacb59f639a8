/** Findings of image features: drift of the properties, and payloads that are no images. */
import {
  countOf,
  type DriftSettings,
  faultFinding,
  missingFinding,
  propertyFinding,
  verdict,
} from '../../runtime/drift/index.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { faults, formats } from './properties.ts'
import { type ImageStatistics, propertyShare } from './summarize.ts'

const reasons = {
  empty: { are: 'are empty', cause: 'senders post no content, or it is lost on its way' },
  unsupported: {
    are: 'are of no format that is read (JPEG, PNG, WebP, TIFF, GIF)',
    cause: 'something else than images is sent, or images are encoded twice',
  },
  corrupt: { are: 'are cut off or damaged', cause: 'uploads or captures end early' },
  too_large: { are: 'are larger than maxMegapixels', cause: 'a new source of larger images' },
} as const

/**
 * Every comparison of one feature with the baseline.
 * @param before what the baseline's file says of it, with its counts of payloads and of faults by reason
 */
export function checkImages(
  now: ImageStatistics,
  settings: DriftSettings,
  before?: Record<string, unknown>,
): Finding[] {
  if (now.compared === undefined) return []
  const gone = missingFinding(now, now.present, before, 'present', 'images', settings)
  if (gone) return [gone]
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
  return [...properties, ...decoding(now, before, settings)]
}

/** One finding per reason: more payloads fail than the baseline's share and chance explain. */
function decoding(
  now: ImageStatistics,
  before: Record<string, unknown> | undefined,
  { alpha, minRecords }: DriftSettings,
): Finding[] {
  if (now.present < minRecords) return []
  return faults.map((fault) =>
    faultFinding({
      feature: now.name,
      check: 'decode_check',
      what: 'Image requirement is not met',
      things: 'payloads',
      ...reasons[fault],
      count: now.faults[fault]!,
      of: now.present,
      before: countOf(before?.['faults'] as Record<string, unknown> | undefined, fault),
      beforeOf: countOf(before, 'present'),
      level: ((1 - propertyShare) * alpha) / faults.length,
    }),
  )
}
