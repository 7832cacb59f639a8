/** A bounded sample of rows with their features, for the flip test: the same rows however the input is split. */
import type { Batch, Column } from '../../runtime/plugin.ts'
import { rowHash } from '../../runtime/sketches/row-hash.ts'

/** One row. Plain data. */
export interface FlipRow {
  readonly hash: number
  readonly file: string
  readonly offset: number
  /** Key of each facet. */
  readonly facets: readonly string[]
  readonly predicted: string
  /** In the order of the names; NaN where the value is no number. */
  features: Float64Array
}

/** Plain data. */
export interface FlipRows {
  readonly limit: number
  /** Rows seen; the sample is complete up to the limit. */
  seen: number
  names: string[]
  rows: FlipRow[]
}

export function startFlip(limit: number): FlipRows {
  return { limit, seen: 0, names: [], rows: [] }
}

export function takeFlip(
  flip: FlipRows,
  batch: Batch,
  row: number,
  columns: readonly Column[],
  facets: readonly string[],
  predicted: string,
): void {
  flip.seen++
  const places = columns.map(({ name }) => placeOf(flip, name))
  const features = new Float64Array(flip.names.length).fill(Number.NaN)
  for (const [i, column] of columns.entries()) features[places[i]!] = column.numbers[row]!
  const { file, offset } = batch.position(row)
  flip.rows.push({ hash: rowHash(batch, row, 'flip'), file, offset, facets, predicted, features })
  if (flip.rows.length >= 2 * flip.limit + 64) flip.rows = lowest(flip)
}

function placeOf(flip: FlipRows, name: string): number {
  const known = flip.names.indexOf(name)
  if (known >= 0) return known
  flip.names.push(name)
  return flip.names.length - 1
}

/** Drops what is beyond the limit. */
export function keepLowest(flip: FlipRows): void {
  flip.rows = lowest(flip)
}

/** The rows of the lowest hashes. */
function lowest({ rows, limit }: FlipRows): FlipRow[] {
  if (rows.length <= limit) return rows
  return rows.toSorted((a, b) => a.hash - b.hash || byPlace(a, b)).slice(0, limit)
}

function byPlace(a: FlipRow, b: FlipRow): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.offset - b.offset
}

export function mergeFlip(into: FlipRows, from: FlipRows): void {
  into.seen += from.seen
  const places = from.names.map((name) => placeOf(into, name))
  for (const row of from.rows) {
    const features = new Float64Array(into.names.length).fill(Number.NaN)
    for (const [i, place] of places.entries()) features[place] = row.features[i] ?? Number.NaN
    into.rows.push({ ...row, features })
  }
  into.rows = lowest(into)
}

/** The sample in the order of the input, and the columns that are numbers throughout, without one of them. */
export function sampleOf(flip: FlipRows, without: string): { rows: FlipRow[]; places: number[] } {
  const rows = lowest(flip).toSorted(byPlace)
  const places = flip.names
    .map((name, place) => ({ name, place }))
    .filter(
      ({ name, place }) =>
        name !== without && rows.every(({ features }) => Number.isFinite(features[place] ?? Number.NaN)),
    )
    .map(({ place }) => place)
  return { rows, places }
}
