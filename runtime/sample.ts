/**
 * The sample stage: which rows the analyzers see. A sampler that marks rows works batch by batch. A bounded one sets the
 * rows of the lowest priority aside; they are merged like a state, and the analyzers see them once all units are read.
 */
import type { Batch, ColumnInfo, Position } from './batch.ts'
import { BatchBuilder } from './decode/batch-builder.ts'
import type { Sampler } from './plugin.ts'
import { selectRows } from './select.ts'
import { textHash } from './sketches/row-hash.ts'

/** The sampler that the config names, with checked options. */
export interface LoadedSampler {
  // biome-ignore lint/suspicious/noExplicitAny: the host treats a sampler's options as opaque.
  readonly sampler: Sampler<any>
  readonly options: object
}

/** A row set aside. Plain data. */
interface SampledRow {
  readonly priority: number
  readonly position: Position
  readonly id: string | undefined
  readonly time: number
  readonly segment: string | undefined
  /** By the sample's `columns`. */
  readonly texts: (string | undefined)[]
}

/** What sampling did so far. Plain data. */
export interface Sample {
  seen: number
  /** Rows that stay; of a bounded sampler only final once all units are merged. */
  kept: number
  readonly columns: ColumnInfo[]
  /** Rows set aside, by stratum; empty for a sampler that marks rows. */
  readonly strata: Map<string, SampledRow[]>
}

/** Most strata: otherwise the data would decide how much memory a run takes. Those of the lowest hash stay. */
const maxStrata = 1000

export function startSample(): Sample {
  return { seen: 0, kept: 0, columns: [], strata: new Map() }
}

/** Returns a function that gives the rows of a batch that are to be analyzed at once, undefined when there are none. */
export function sampling(
  { sampler, options }: LoadedSampler,
  sample: Sample,
): (batch: Batch) => Batch | undefined {
  if (sampler.keep) return (batch) => marked(sampler, options, sample, batch)
  const bounded = new BoundedSampling(sampler, options, sample)
  return (batch) => {
    bounded.add(batch)
    return undefined
  }
}

function marked(sampler: Sampler, options: object, sample: Sample, batch: Batch): Batch | undefined {
  const mask = new Uint8Array(batch.length)
  sampler.keep!(batch, mask, options)
  const rows = new Int32Array(batch.length)
  let count = 0
  for (let row = 0; row < batch.length; row++) if (mask[row] !== 0) rows[count++] = row
  sample.seen += batch.length
  sample.kept += count
  if (count === 0) return undefined
  return count === batch.length ? batch : selectRows(batch, rows, count)
}

class BoundedSampling {
  readonly #sampler: Sampler
  readonly #options: object
  readonly #sample: Sample
  readonly #limit: number
  readonly #columns = new Map<string, number>()
  /** Priority of the last row that a full stratum keeps: rows above it need not be copied. */
  readonly #thresholds = new Map<string, number>()

  constructor(sampler: Sampler, options: object, sample: Sample) {
    this.#sampler = sampler
    this.#options = options
    this.#sample = sample
    this.#limit = sampler.limit!(options)
  }

  add(batch: Batch): void {
    const priorities = new Float64Array(batch.length)
    this.#sampler.priority!(batch, priorities, this.#options)
    const columns = batch.columns.map((column) => this.#columnNumber(column))
    for (let row = 0; row < batch.length; row++) {
      const stratum = this.#sampler.stratum?.(batch, row, this.#options) ?? ''
      if (priorities[row]! <= (this.#thresholds.get(stratum) ?? Number.POSITIVE_INFINITY))
        this.#keep(batch, row, priorities[row]!, stratum, columns)
    }
    this.#sample.seen += batch.length
    this.#sample.kept = count(this.#sample.strata, this.#limit)
  }

  #keep(batch: Batch, row: number, priority: number, stratum: string, columns: readonly number[]): void {
    const texts: (string | undefined)[] = []
    for (const [c, column] of batch.columns.entries()) texts[columns[c]!] = column.text(row)
    const { strata } = this.#sample
    const rows = strata.get(stratum) ?? []
    rows.push({
      priority,
      position: batch.position(row),
      id: batch.eventId(row),
      time: batch.time(row),
      segment: batch.segment(row),
      texts,
    })
    strata.set(stratum, rows)
    if (rows.length >= 2 * this.#limit) {
      cut(rows, this.#limit)
      this.#thresholds.set(stratum, rows.at(-1)!.priority)
    }
    if (strata.size > maxStrata)
      for (const name of dropStrata(strata)) this.#thresholds.set(name, Number.NEGATIVE_INFINITY)
  }

  #columnNumber({ name, kind, source, index }: ColumnInfo): number {
    const known = this.#columns.get(name)
    if (known !== undefined) return known
    const { columns } = this.#sample
    this.#columns.set(name, columns.length)
    columns.push({ name, kind, source, ...(index === undefined ? {} : { index }) })
    return columns.length - 1
  }
}

/** Keeps the `limit` rows of the lowest priority; of equal ones those that come first in the input. */
function cut(rows: SampledRow[], limit: number): void {
  rows.sort((a, b) => a.priority - b.priority || byPosition(a, b))
  rows.length = Math.min(rows.length, limit)
}

function byPosition({ position: a }: SampledRow, { position: b }: SampledRow): number {
  return a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1
}

/** Drops strata until there are no more than allowed; returns their names. */
function dropStrata(strata: Map<string, unknown>): string[] {
  const dropped = [...strata.keys()].sort((a, b) => textHash(a) - textHash(b)).slice(maxStrata)
  for (const name of dropped) strata.delete(name)
  return dropped
}

function count(strata: ReadonlyMap<string, readonly unknown[]>, limit: number): number {
  let rows = 0
  for (const { length } of strata.values()) rows += Math.min(length, limit)
  return rows
}

/** Folds in the sample of rows that come later in the input. */
export function mergeSamples({ sampler, options }: LoadedSampler, into: Sample, from: Sample): void {
  into.seen += from.seen
  into.kept += from.kept
  if (sampler.keep) return
  const numbers = new Map(into.columns.map(({ name }, i) => [name, i]))
  const at = from.columns.map((column) => {
    const known = numbers.get(column.name)
    return known ?? into.columns.push(column) - 1
  })
  const limit = sampler.limit!(options)
  for (const [stratum, rows] of from.strata) {
    const all = [
      ...(into.strata.get(stratum) ?? []),
      ...rows.map((row) => ({ ...row, texts: renumber(row.texts, at) })),
    ]
    cut(all, limit)
    into.strata.set(stratum, all)
  }
  dropStrata(into.strata)
  into.kept = count(into.strata, limit)
}

function renumber(texts: readonly (string | undefined)[], at: readonly number[]): (string | undefined)[] {
  const renumbered: (string | undefined)[] = []
  for (const [i, text] of texts.entries()) renumbered[at[i]!] = text
  return renumbered
}

/** Gives the rows that were set aside to the analyzers, in the order of the input. */
export function replay(
  { sampler, options }: LoadedSampler,
  sample: Sample,
  emit: (batch: Batch) => void,
): void {
  if (sampler.keep) return
  const limit = sampler.limit!(options)
  const rows = [...sample.strata.values()].flatMap((stratum) => {
    cut(stratum, limit)
    return stratum
  })
  const builder = new BatchBuilder({
    columns: sample.columns,
    maxFeatures: sample.columns.length,
    excluded: new Set(),
    rejects: new Map(),
    emit,
  })
  for (const { position, id, time, segment, texts } of rows.sort(byPosition)) {
    builder.startRecordAt(position)
    builder.identify(id, time, segment)
    builder.ready(builder.length)
    for (const [c, text] of texts.entries())
      if (text !== undefined) builder.setText(builder.buffers[c]!, builder.length, text)
    builder.commit(1)
    if (builder.full) builder.flush()
  }
  builder.flush()
}
