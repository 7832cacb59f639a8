/** Runs a decoder over bytes the way the reader does, and keeps everything that its batches say. */
import { type Batch, type ColumnInfo, type Position, ValueClass } from '../../../runtime/batch.ts'
import { BatchBuilder } from '../../../runtime/decode/batch-builder.ts'
import type { Kernel } from '../../../runtime/decode/kernel/index.ts'
import type { BlockDecoder } from '../../../runtime/read.ts'
import type { Rejects } from '../../../runtime/rejects.ts'
import { classOf, numberOf } from './reference.ts'

/** A value as an analyzer sees it. */
export interface Cell {
  readonly valueClass: ValueClass
  readonly number: number
  readonly text: string | undefined
  readonly textLength: number
}

export interface Row {
  /** Cells that are not missing, by column name. */
  readonly cells: Map<string, Cell>
  readonly eventId: string | undefined
  readonly time: number
  readonly position: Position
}

export interface Decoded {
  readonly rows: Row[]
  /** Lengths of the batches. */
  readonly batches: number[]
  readonly rejects: Rejects
  readonly records: number
  readonly columns: readonly ColumnInfo[]
}

export interface Setting {
  readonly columns?: readonly ColumnInfo[]
  readonly maxFeatures?: number
  readonly excluded?: readonly string[]
  /** Offsets at which the bytes are handed over in parts. */
  readonly cuts?: readonly number[]
}

/** A builder, and what it has emitted so far. */
export function collecting({ columns = [], maxFeatures = 1000, excluded = [] }: Setting = {}) {
  const rows: Row[] = []
  const batches: number[] = []
  const rejects: Rejects = new Map()
  const builder = new BatchBuilder({
    columns,
    maxFeatures,
    excluded: new Set(excluded),
    rejects,
    emit(batch) {
      batches.push(batch.length)
      for (let row = 0; row < batch.length; row++) rows.push(rowOf(batch, row))
    },
  })
  const decoded = (): Decoded => ({
    rows,
    batches,
    rejects,
    records: builder.records,
    columns: builder.columns.map(({ name, kind, source, index }) => ({
      name,
      kind,
      source,
      ...(index === undefined ? {} : { index }),
    })),
  })
  return { builder, decoded }
}

function rowOf(batch: Batch, row: number): Row {
  const cells = new Map<string, Cell>()
  for (const column of batch.columns) {
    const valueClass = column.classes[row] as ValueClass
    const cell = {
      valueClass,
      number: column.numbers[row]!,
      text: column.text(row),
      textLength: column.textLength(row),
    }
    if (valueClass !== ValueClass.Missing) cells.set(column.name, cell)
    else if (cell.text !== undefined || cell.textLength !== 0 || !Number.isNaN(cell.number))
      throw new Error(`a missing value of ${column.name} is not empty: ${JSON.stringify(cell)}`)
    if (batch.column(column.name) !== column) throw new Error(`column(${column.name}) is another column`)
  }
  return { cells, eventId: batch.eventId(row), time: batch.time(row), position: batch.position(row) }
}

/** What lies in the buffer around the bytes that are handed over; no decoder may look at it. */
const foreign = Buffer.from('"\n,}]{"x":1,"\\')

/** Decodes bytes with a decoder made for the builder. */
export function decode(
  bytes: Uint8Array,
  make: (builder: BatchBuilder) => BlockDecoder,
  setting: Setting = {},
): Decoded {
  const { builder, decoded } = collecting(setting)
  builder.startSlice('file', 0)
  const decoder = make(builder)
  let done = 0
  for (const cut of [...new Set(setting.cuts ?? [])].sort((a, b) => a - b).concat(bytes.length)) {
    const last = cut === bytes.length
    const buffer = Buffer.concat([foreign, bytes.subarray(done, cut), foreign])
    const from = foreign.length
    const to = from + cut - done
    if (to > from || last) done += decoder.decode(new Uint8Array(buffer), from, to, last, done - from) - from
  }
  if (done !== bytes.length) throw new Error(`decoded ${done} of ${bytes.length} bytes`)
  return decoded()
}

/**
 * Decodes bytes that a kernel may read. They have to fit in its block.
 * @returns also how many lines the kernel has taken
 */
export function decodeFast(
  bytes: Uint8Array,
  kernel: Kernel,
  make: (builder: BatchBuilder, kernel: Kernel) => BlockDecoder,
  setting: Setting = {},
): Decoded & { readonly taken: number } {
  const { builder, decoded } = collecting(setting)
  builder.startSlice('file', 0)
  builder.attach(kernel)
  let taken = 0
  const commitRun = builder.commitRun.bind(builder)
  builder.commitRun = (...run) => {
    taken += kernel.code.passed.value
    commitRun(...run)
  }
  const decoder = make(builder, kernel)
  const [block] = kernel.memory.rooms
  let done = 0
  for (const cut of [...new Set(setting.cuts ?? [])].sort((a, b) => a - b).concat(bytes.length)) {
    const last = cut === bytes.length
    block.set(foreign)
    block.set(bytes.subarray(done, cut), foreign.length)
    block.set(foreign, foreign.length + cut - done)
    const from = foreign.length
    const to = from + cut - done
    if (to > from || last) done += decoder.decode(block.subarray(0, to), from, to, last, done - from) - from
  }
  builder.detach()
  if (done !== bytes.length) throw new Error(`decoded ${done} of ${bytes.length} bytes`)
  return { ...decoded(), taken }
}

/** The cell that a text in the input makes; nothing for no text. */
export function cellOf(text: string): Cell {
  return {
    valueClass: classOf(text),
    number: numberOf(text),
    text,
    textLength: Buffer.byteLength(text),
  }
}

/** The cells of rows, by name. */
export function cellsOf({ rows }: Decoded): Map<string, Cell>[] {
  return rows.map(({ cells }) => cells)
}

/** The texts of rows, by name. */
export function textsOf({ rows }: Decoded): Record<string, string | undefined>[] {
  return rows.map(({ cells }) => Object.fromEntries([...cells].map(([name, { text }]) => [name, text])))
}

/** How often each reject code was counted. */
export function countsOf({ rejects }: Pick<Decoded, 'rejects'>): Record<string, number> {
  return Object.fromEntries([...rejects].map(([code, { count }]) => [code, count]))
}
