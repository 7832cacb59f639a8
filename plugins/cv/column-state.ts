/** What is accumulated for one image feature. Plain data; results do not depend on how the rows are split. */
import type { PropertyReference } from '../../runtime/distances/property-reference.ts'
import { type Batch, type BytesColumn, rowHash } from '../../runtime/plugin.ts'
import { addText, createDistinct, type Distinct, mergeDistinct } from '../../runtime/sketches/distinct.ts'
import { hourOf } from '../../runtime/sketches/hourly.ts'
import {
  addProperties,
  createPropertyProfile,
  mergePropertyProfile,
  type PropertyProfile,
} from '../../runtime/sketches/property-profile.ts'
import {
  addTerms,
  createTermCounts,
  mergeTermCounts,
  type TermCounts,
} from '../../runtime/sketches/term-counts.ts'
import { decodeAll } from './decoder.ts'
import { faults, imageSpecs } from './properties.ts'

/** State of one feature: at most 5 MB in a baseline run, 1 MB in a monitoring run. */
export interface ImageState {
  images: number
  /** Payloads that could not be measured, in the order of `faults`. */
  readonly faults: Float64Array
  readonly properties: PropertyProfile
  /** Distinct payloads, and distinct pictures by perceptual hash. */
  readonly payloads: Distinct
  readonly pictures: Distinct
  readonly frames: TermCounts
}

/** The state of no rows. */
export function createImageState(
  references: readonly PropertyReference[] | undefined,
  sampleSize: number,
): ImageState {
  return {
    images: 0,
    faults: new Float64Array(faults.length),
    properties: createPropertyProfile(imageSpecs, references, sampleSize),
    payloads: createDistinct(),
    pictures: createDistinct(),
    frames: createTermCounts(),
  }
}

/** Folds the images of a batch in. */
export function updateImageState(
  state: ImageState,
  { values }: BytesColumn,
  batch: Batch,
  maxPixels: number,
): void {
  const present = Array.from({ length: batch.length }, (_, row) => row).filter(
    (row) => values[row] !== undefined,
  )
  const jobs = present.map((row) => values[row]!)
  const rows: Float32Array[] = []
  const hashes: number[] = []
  const hours: number[] = []
  for (const [i, decoded] of decodeAll(jobs, maxPixels).entries()) {
    const row = present[i]!
    state.images++
    addText(state.payloads, payloadKey(jobs[i]!.bytes))
    if ('fault' in decoded) {
      state.faults[faults.indexOf(decoded.fault)]!++
      continue
    }
    addText(state.pictures, decoded.hash)
    addTerms(state.frames, [decoded.hash])
    rows.push(decoded.properties)
    hashes.push(rowHash(batch, row, 'cv'))
    hours.push(hourOf(batch.time(row)))
  }
  addProperties(state.properties, rows, hashes, hours)
}

/** Length and two 32-bit hashes of the bytes: equal payloads have equal keys. */
function payloadKey(bytes: Uint8Array): string {
  let a = 0x811c9dc5
  let b = 0x2c1b3c6d
  for (let i = 0; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193)
    b = Math.imul(b + bytes[i]! + 1, 0x85ebca6b)
    b ^= b >>> 13
  }
  return `${bytes.length} ${a} ${b}`
}

/** Folds another state of the same feature in; `from` stays as it is. */
export function mergeImageState(into: ImageState, from: ImageState): void {
  into.images += from.images
  for (const [i, count] of from.faults.entries()) into.faults[i]! += count
  mergePropertyProfile(into.properties, from.properties)
  mergeDistinct(into.payloads, from.payloads)
  mergeDistinct(into.pictures, from.pictures)
  mergeTermCounts(into.frames, from.frames)
}
