/** State of an image feature → its part of statistics.json. */
import { rounded } from '../../runtime/distances/shown-numbers.ts'
import { type DriftSettings, type PropertyStatistics, propertyStatistics } from '../../runtime/drift/index.ts'
import { estimateDistinct } from '../../runtime/sketches/distinct.ts'
import { frequentTerms, mostKeptTerms } from '../../runtime/sketches/term-counts.ts'
import type { ImageState } from './column-state.ts'
import { distinctPictures } from './near-duplicates.ts'
import { faults, imageSpecs } from './properties.ts'

/** What is said of one feature. */
export type ImageStatistics = PropertyStatistics & {
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
}

/** Share of the level that the properties get; the payloads that could not be measured get the rest. */
export const propertyShare = 0.8

export function summarizeImages(
  name: string,
  state: ImageState,
  rows: number,
  { alpha, minRecords }: DriftSettings,
): ImageStatistics {
  const { images, properties } = state
  const measured = images - state.faults.reduce((sum, count) => sum + count, 0)
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
    ...propertyStatistics(properties, imageSpecs, measured, minRecords, propertyShare * alpha),
  }
}

function repeated(count: number, distinct: number): number {
  return count > 0 ? rounded(Math.max(0, 1 - distinct / count)) : 0
}
