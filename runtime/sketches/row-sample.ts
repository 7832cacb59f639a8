/** A bounded sample of rows: those of the lowest hashes, so the same however the input is split. */
import type { Batch } from '../batch.ts'
import { rowHash } from './row-hash.ts'

/** One row. Plain data, as long as its content is. */
export interface SampledRow<Content> {
  readonly hash: number
  readonly file: string
  readonly offset: number
  /** Never changed once it is here: samples share it. */
  readonly content: Content
}

/** Plain data. Start with {@link startSample}. */
export interface RowSample<Content> {
  readonly limit: number
  seen: number
  /** Rows with a higher hash are none of the sample, 1 while there are too few to tell. */
  bound: number
  rows: SampledRow<Content>[]
}

/** @param limit most rows of the sample */
export function startSample<Content>(limit: number): RowSample<Content> {
  return { limit, seen: 0, bound: 1, rows: [] }
}

/**
 * Takes a row in; `content` is only called when the row may stay.
 * @param seed any text; samples of the same seed hold the same rows, as far as their limits allow
 */
export function takeRow<Content>(
  sample: RowSample<Content>,
  batch: Batch,
  row: number,
  seed: string,
  content: () => Content,
): void {
  sample.seen++
  const hash = rowHash(batch, row, seed)
  if (hash > sample.bound) return
  const { file, offset } = batch.position(row)
  sample.rows.push({ hash, file, offset, content: content() })
  if (sample.rows.length >= 2 * sample.limit + 64) cut(sample)
}

/** Folds in another sample of the same limit and seed. */
export function mergeSample<Content>(into: RowSample<Content>, from: RowSample<Content>): void {
  into.seen += from.seen
  for (const row of from.rows) into.rows.push(row)
  cut(into)
}

/** The sample in the order of the input. */
export function sampledRows<Content>({ rows, limit }: RowSample<Content>): SampledRow<Content>[] {
  return lowest(rows, limit).toSorted(byPlace)
}

function cut<Content>(sample: RowSample<Content>): void {
  if (sample.rows.length <= sample.limit) return
  sample.rows = lowest(sample.rows, sample.limit)
  sample.bound = sample.rows.at(-1)!.hash
}

function lowest<Content>(rows: SampledRow<Content>[], limit: number): SampledRow<Content>[] {
  if (rows.length <= limit) return rows
  return rows.toSorted((a, b) => a.hash - b.hash || byPlace(a, b)).slice(0, limit)
}

function byPlace(a: SampledRow<unknown>, b: SampledRow<unknown>): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.offset - b.offset
}
