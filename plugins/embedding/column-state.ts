/** What is accumulated for one vector feature. Plain data; results do not depend on how the rows are split. */
import type { VectorReference } from '../../runtime/distances/vector-reference.ts'
import { type Batch, rowHash, type VectorColumn } from '../../runtime/plugin.ts'
import { type BottomK, createBottomK, mergeBottomK, offer } from '../../runtime/sketches/bottom-k.ts'
import { type Examples, mergeExamples, noteExample } from '../../runtime/sketches/examples.ts'
import { hourOf, mergeHours, ofHour } from '../../runtime/sketches/hourly.ts'
import { createMoments, type Moments, mergeMoments, updateMoments } from '../../runtime/sketches/moments.ts'
import { reduce } from '../../runtime/sketches/reduce.ts'
import {
  addVector,
  createVectorTotals,
  mergeVectorTotals,
  type VectorTotals,
} from '../../runtime/sketches/vector-sums.ts'

/** Widest vector that is analyzed. */
export const mostNumbers = 4096
/** Numbers that the sample of a baseline may hold: 16 MB. */
const sampleNumbers = 1 << 22
/** Records per hour of a baseline's sample. */
const perHour = 256

/** State of one feature: up to 16 MB of sample and 22 MB of hours in a baseline run, about 40 KB in a monitoring run. */
export interface ColumnState {
  present: number
  /** Vectors with a number that is not finite, vectors of zeros, and vectors of more than 4,096 numbers. */
  invalid: number
  zero: number
  tooWide: number
  /** Finite vectors by their number of numbers. */
  readonly widths: Map<number, number>
  readonly norm: Moments
  /** Of a baseline run. */
  readonly sample: BottomK | undefined
  readonly hours: Map<number, BottomK>
  /** Of a monitoring run with a baseline of this feature. */
  readonly reference: VectorReference | undefined
  readonly totals: VectorTotals | undefined
  /** Event ids of novel records, and of records per cell. */
  readonly novel: Examples
  readonly cells: Examples[]
}

/** The state of no rows. */
export function createColumnState(reference: VectorReference | undefined, sampleSize: number): ColumnState {
  return {
    present: 0,
    invalid: 0,
    zero: 0,
    tooWide: 0,
    widths: new Map(),
    norm: createMoments(),
    sample: reference ? undefined : createBottomK(Math.min(sampleSize, sampleNumbers)),
    hours: new Map(),
    reference,
    totals: reference && createVectorTotals(reference),
    novel: [],
    cells: reference ? reference.cells.centres.map(() => []) : [],
  }
}

/** Folds the vectors of a batch in. */
export function updateColumnState(state: ColumnState, { values }: VectorColumn, batch: Batch): void {
  const norms: number[] = []
  for (let row = 0; row < batch.length; row++) {
    const vector = values[row]
    if (vector === undefined) continue
    state.present++
    const square = squaredLength(vector)
    if (!Number.isFinite(square)) state.invalid++
    else if (vector.length > mostNumbers || vector.length === 0) state.tooWide++
    else {
      norms.push(Math.sqrt(square))
      state.widths.set(vector.length, (state.widths.get(vector.length) ?? 0) + 1)
      if (square === 0) state.zero++
      fold(state, vector, batch, row)
    }
  }
  updateMoments(state.norm, Float64Array.from(norms), norms.length)
}

function squaredLength(vector: Float32Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!
  return sum
}

function fold(state: ColumnState, vector: Float32Array, batch: Batch, row: number): void {
  const { sample, reference, totals } = state
  if (sample) {
    const hash = rowHash(batch, row, 'embedding')
    offer(sample, hash, vector)
    const hour = ofHour(state.hours, hourOf(batch.time(row)), () => createBottomK(perHour))
    if (hour) offer(hour, hash, hourRow(vector))
  } else if (reference && totals && vector.length === reference.width) {
    const { novel, cell } = addVector(totals, reference, vector)
    const hash = rowHash(batch, row, 'embedding')
    const id = () => batch.eventId(row) ?? `${batch.position(row).file}, byte ${batch.position(row).offset}`
    if (novel) noteExample(state.novel, hash, id)
    noteExample(state.cells[cell]!, hash, id)
  }
}

/** The reduced vector with its former width behind it, so that vectors of another width can be told apart. */
function hourRow(vector: Float32Array): Float32Array {
  const reduced = reduce(vector)
  const row = new Float32Array(reduced.length + 1)
  row.set(reduced)
  row[reduced.length] = vector.length
  return row
}

/** Folds another state of the same feature in; `from` stays as it is. */
export function mergeColumnState(into: ColumnState, from: ColumnState): void {
  into.present += from.present
  into.invalid += from.invalid
  into.zero += from.zero
  into.tooWide += from.tooWide
  for (const [width, count] of from.widths) into.widths.set(width, (into.widths.get(width) ?? 0) + count)
  mergeMoments(into.norm, from.norm)
  if (into.sample && from.sample) mergeBottomK(into.sample, from.sample)
  mergeHours(into.hours, from.hours, () => createBottomK(perHour), mergeBottomK)
  if (into.totals && from.totals) mergeVectorTotals(into.totals, from.totals)
  mergeExamples(into.novel, from.novel)
  for (const [cell, examples] of from.cells.entries()) mergeExamples(into.cells[cell]!, examples)
}
