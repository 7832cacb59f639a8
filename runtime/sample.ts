/**
 * The sample stage: which rows the analyzers see. A sampler that marks rows works batch by batch. A bounded one sets the
 * rows of the lowest priority aside; they are merged like a state, and the analyzers see them once all units are read.
 */
import {
  type Batch,
  type ColumnInfo,
  type Position,
  type ScalarColumn,
  ValueClass,
  type ValueColumn,
} from './batch.ts'
import { BatchBuilder } from './decode/batch-builder.ts'
import type { Value } from './decode/value-columns.ts'
import { describe, MonitorError } from './errors.ts'
import type { Sampler } from './plugin.ts'
import { formatDouble } from './report/double.ts'
import { selectRows } from './select.ts'
import { textHash } from './sketches/row-hash.ts'

/** The sampler that the config names, with checked options. */
export interface LoadedSampler {
  // biome-ignore lint/suspicious/noExplicitAny: the host treats a sampler's options as opaque.
  readonly sampler: Sampler<any>
  readonly options: object
}

/** A number of a typed format whose text would be read as something else. */
interface TypedNumber {
  readonly number: number
  readonly integral: boolean
}

/** A row set aside. Plain data. */
interface SampledRow {
  readonly priority: number
  readonly position: Position
  readonly id: string | undefined
  readonly time: number
  readonly segment: string | undefined
  /** By the sample's `columns`: texts of scalars, values of the other kinds. */
  readonly values: (Value | TypedNumber | undefined)[]
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
  const bounded = new BoundedSampling({ sampler, options }, sample)
  return (batch) => {
    bounded.add(batch)
    return undefined
  }
}

/** Runs a method of a sampler. Without its answer no row can be analyzed: what it throws ends the run, under its name. */
function blame<T>({ name }: Sampler, method: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new MonitorError('PLUGIN_INVALID', `sampler ${name}: ${method}: ${describe(error)}.`)
  }
}

/** @throws MonitorError PLUGIN_INVALID when it is no number of rows */
function limitOf({ sampler, options }: LoadedSampler): number {
  const limit: unknown = blame(sampler, 'limit', () => sampler.limit!(options))
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1) return limit
  throw new MonitorError(
    'PLUGIN_INVALID',
    `sampler ${sampler.name}: limit: must return a whole number of rows, at least 1, not ${limit}.`,
  )
}

function marked(sampler: Sampler, options: object, sample: Sample, batch: Batch): Batch | undefined {
  const mask = new Uint8Array(batch.length)
  blame(sampler, 'keep', () => sampler.keep!(batch, mask, options))
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
  /** Highest hash of a stratum, once there are as many as allowed. */
  #highest = Number.POSITIVE_INFINITY

  constructor(loaded: LoadedSampler, sample: Sample) {
    this.#sampler = loaded.sampler
    this.#options = loaded.options
    this.#sample = sample
    this.#limit = limitOf(loaded)
  }

  add(batch: Batch): void {
    const priorities = new Float64Array(batch.length)
    blame(this.#sampler, 'priority', () => this.#sampler.priority!(batch, priorities, this.#options))
    const columns = [...batch.columns, ...valueColumns(batch)].map((column) => this.#columnNumber(column))
    for (let row = 0; row < batch.length; row++) {
      const stratum = this.#stratum(batch, row)
      if (
        priorities[row]! <= (this.#thresholds.get(stratum) ?? Number.POSITIVE_INFINITY) &&
        this.#room(stratum)
      )
        this.#keep(batch, row, priorities[row]!, stratum, columns)
    }
    this.#sample.seen += batch.length
    this.#sample.kept = count(this.#sample.strata, this.#limit)
  }

  #stratum(batch: Batch, row: number): string {
    if (this.#sampler.stratum === undefined) return ''
    return String(blame(this.#sampler, 'stratum', () => this.#sampler.stratum!(batch, row, this.#options)))
  }

  /** False for a stratum that is dropped: told by its hash, so that dropped ones need not be remembered. */
  #room(stratum: string): boolean {
    const { strata } = this.#sample
    return strata.has(stratum) || strata.size < maxStrata || textHash(stratum) < this.#highest
  }

  #keep(batch: Batch, row: number, priority: number, stratum: string, columns: readonly number[]): void {
    const values: SampledRow['values'] = []
    for (const [c, column] of batch.columns.entries()) values[columns[c]!] = scalarOf(column, row)
    const scalars = batch.columns.length
    for (const [c, column] of valueColumns(batch).entries())
      values[columns[scalars + c]!] = column.values[row]
    const { strata } = this.#sample
    const isNew = !strata.has(stratum)
    const rows = strata.get(stratum) ?? []
    rows.push({
      priority,
      position: batch.position(row),
      id: batch.eventId(row),
      time: batch.time(row),
      segment: batch.segment(row),
      values,
    })
    strata.set(stratum, rows)
    if (rows.length >= 2 * this.#limit) {
      cut(rows, this.#limit)
      this.#thresholds.set(stratum, rows.at(-1)!.priority)
    }
    if (isNew && strata.size >= maxStrata) {
      for (const name of dropStrata(strata)) this.#thresholds.delete(name)
      this.#highest = Math.max(...[...strata.keys()].map(textHash))
    }
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

function scalarOf(column: ScalarColumn, row: number): string | TypedNumber | undefined {
  const text = column.text(row)
  const number = column.numbers[row]!
  // Below 1e21, the text of a typed number has the class of the number.
  if (text === undefined || !(Math.abs(number) >= 1e21)) return text
  const integral = column.classes[row] === ValueClass.Integral
  return text === (integral ? String(number) : formatDouble(number)) ? { number, integral } : text
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
  if (strata.size <= maxStrata) return []
  const hashes = Array.from(strata.keys(), (name) => ({ name, hash: textHash(name) }))
  const dropped = hashes
    .sort((a, b) => a.hash - b.hash)
    .slice(maxStrata)
    .map(({ name }) => name)
  for (const name of dropped) strata.delete(name)
  return dropped
}

function count(strata: ReadonlyMap<string, readonly unknown[]>, limit: number): number {
  let rows = 0
  for (const { length } of strata.values()) rows += Math.min(length, limit)
  return rows
}

/** Sets a value of one column in the builder's next row. */
function targetOf(builder: BatchBuilder, info: ColumnInfo): (value: Value | TypedNumber) => void {
  const { kind } = info
  if (kind === 'scalar') {
    const column = builder.named(info.name, info.source)!
    return (value) => {
      if (typeof value === 'string') builder.setText(column, builder.length, value)
      else {
        const { number, integral } = value as TypedNumber
        builder.setNumber(column, builder.length, number, integral)
      }
    }
  }
  const column = builder.declare({ ...info, kind })
  return (value) => builder.setValue(column, builder.length, value as Value)
}

function valueColumns(batch: Batch): ValueColumn[] {
  return [...batch.texts, ...batch.payloads, ...batch.vectors]
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
  const limit = limitOf({ sampler, options })
  for (const [stratum, rows] of from.strata) {
    const all = [
      ...(into.strata.get(stratum) ?? []),
      ...rows.map((row) => ({ ...row, values: renumber(row.values, at) })),
    ]
    cut(all, limit)
    into.strata.set(stratum, all)
  }
  dropStrata(into.strata)
  into.kept = count(into.strata, limit)
}

function renumber(values: SampledRow['values'], at: readonly number[]): SampledRow['values'] {
  const renumbered: SampledRow['values'] = []
  for (const [i, value] of values.entries()) renumbered[at[i]!] = value
  return renumbered
}

/** Gives the rows that were set aside to the analyzers, in the order of the input. */
export function replay(
  { sampler, options }: LoadedSampler,
  sample: Sample,
  emit: (batch: Batch) => void,
): void {
  if (sampler.keep) return
  const limit = limitOf({ sampler, options })
  const rows = [...sample.strata.values()].flatMap((stratum) => {
    cut(stratum, limit)
    return stratum
  })
  const scalars = sample.columns.filter(({ kind }) => kind === 'scalar')
  const builder = new BatchBuilder({
    columns: scalars,
    maxFeatures: sample.columns.length,
    excluded: new Set(),
    rejects: new Map(),
    emit,
  })
  const targets = sample.columns.map((info) => targetOf(builder, info))
  for (const { position, id, time, segment, values } of rows.sort(byPosition)) {
    builder.startRecordAt(position)
    builder.identify(id, time, segment)
    builder.ready(builder.length)
    for (const [c, value] of values.entries()) if (value !== undefined) targets[c]!(value)
    builder.commit(1)
    if (builder.full) builder.flush()
  }
  builder.flush()
}
