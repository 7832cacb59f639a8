/** State of an image feature → its part of statistics.json. */
import { type DriftSettings, rounded } from '../../runtime/distances/drift-settings.ts'
import type { PropertyResult } from '../../runtime/distances/property-drift.ts'
import { estimateDistinct } from '../../runtime/sketches/distinct.ts'
import {
  compareProfiles,
  describeProperties,
  hoursCompared,
  type PropertySummary,
  referencesOf,
  restoreProperties,
  storeProperties,
} from '../../runtime/sketches/property-profile.ts'
import { frequentTerms, mostKeptTerms } from '../../runtime/sketches/term-counts.ts'
import type { ImageBaseline, ImageState } from './column-state.ts'
import { distinctPictures } from './near-duplicates.ts'
import { faults, imageSpecs } from './properties.ts'

/** What is said of one feature. */
export type ImageStatistics = {
  name: string
  present: number
  missing: number
  /** Payloads that could not be measured, by reason. */
  faults: Record<string, number>
  /**
   * Shares of images that stood there before: byte for byte, and to the eye (perceptual hashes of up to six different bits);
   * and of the most frequent picture. Near duplicates are exact for fewer than 20,000 different hashes; beyond, those among
   * 20,000 of them say a share that is in expectation too small, never too large, but for the 0.81 % (one standard error)
   * by which the number of different hashes is off.
   */
  duplicates: number
  near_duplicates: number
  most_frequent: number
  properties: Record<string, PropertySummary>
  /** Images that took part in a comparison. */
  compared?: number
  drift?: { baseline: number; properties: PropertyResult[] }
  reference?: Record<string, unknown>
}

/** Share of the level that the properties get; the payloads that could not be measured get the rest. */
export const propertyShare = 0.8

export function summarizeImages(
  name: string,
  state: ImageState,
  rows: number,
  settings: DriftSettings,
): ImageStatistics {
  const { images, properties, baseline } = state
  const measured = images - state.faults.reduce((sum, count) => sum + count, 0)
  const references = referencesOf(properties, imageSpecs)
  const results = compareProfiles([properties], settings.minRecords, propertyShare * settings.alpha)
  const hours = references && hoursCompared(references)
  const frames = frequentTerms(state.frames, Number.MAX_SAFE_INTEGER, 1)
  const pictures = distinctPictures(
    frames.map(([hash]) => hash),
    frames.length < mostKeptTerms ? frames.length : estimateDistinct(state.pictures),
  )
  return {
    name,
    present: images,
    missing: rows - images,
    faults: Object.fromEntries(faults.map((fault, i) => [fault, state.faults[i]!])),
    duplicates: repeated(images, estimateDistinct(state.payloads)),
    near_duplicates: repeated(measured, pictures),
    most_frequent: measured > 0 ? rounded((frames[0]?.[1] ?? 1) / measured) : 0,
    properties: describeProperties(properties, imageSpecs),
    ...(baseline ? { compared: measured } : {}),
    ...(results.length > 0 ? { drift: { baseline: baseline!.properties[0]!.of, properties: results } } : {}),
    ...(references
      ? { reference: { properties: storeProperties(references), ...(hours ? { hours } : {}) } }
      : {}),
  }
}

function repeated(count: number, distinct: number): number {
  return count > 0 ? rounded(Math.max(0, 1 - distinct / count)) : 0
}

/**
 * A feature's baseline as the file has it.
 * @throws Error naming what is wrong with the file
 */
export function restoreImages(stored: unknown, name: string): ImageBaseline {
  const place = `baseline statistics of feature ${JSON.stringify(name)}`
  const { properties } = stored as { properties?: unknown }
  return { properties: restoreProperties(properties, imageSpecs, place) }
}
