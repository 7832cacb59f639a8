/** A bounded sample of rows: those of the lowest hashes, so the same however the input is split. */
import type { Batch } from '../../runtime/plugin.ts'
import { rowHash } from '../../runtime/sketches/row-hash.ts'
import type { Cell } from './payload.ts'

/** One row. Plain data. */
export interface SampledRow {
  readonly hash: number
  readonly file: string
  readonly offset: number
  readonly cells: Cell[]
}

/** Plain data. */
export interface Sample {
  readonly limit: number
  seen: number
  rows: SampledRow[]
}

export function startSample(limit: number): Sample {
  return { limit, seen: 0, rows: [] }
}

/** Takes a row in; `cells` is only called when the row may stay. */
export function takeRow(sample: Sample, batch: Batch, row: number, cells: () => Cell[]): void {
  sample.seen++
  const { file, offset } = batch.position(row)
  sample.rows.push({ hash: rowHash(batch, row, 'attribution'), file, offset, cells: cells() })
  if (sample.rows.length >= 2 * sample.limit + 64) sample.rows = lowest(sample)
}

export function mergeSample(into: Sample, from: Sample): void {
  into.seen += from.seen
  for (const row of from.rows) into.rows.push({ ...row, cells: [...row.cells] })
  into.rows = lowest(into)
}

/** The sample in the order of the input. */
export function sampledRows(sample: Sample): SampledRow[] {
  return lowest(sample).toSorted(byPlace)
}

function lowest({ rows, limit }: Sample): SampledRow[] {
  if (rows.length <= limit) return rows
  return rows.toSorted((a, b) => a.hash - b.hash || byPlace(a, b)).slice(0, limit)
}

function byPlace(a: SampledRow, b: SampledRow): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.offset - b.offset
}
