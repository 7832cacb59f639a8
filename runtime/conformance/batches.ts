/**
 * Batches in memory, made of texts, for tests: the kit's own and those of plugin authors. They are as unfriendly as the
 * contract allows: arrays are longer than the batch and hold nonsense behind its end.
 */
import {
  type Batch,
  type BytesColumn,
  type ColumnInfo,
  type ColumnSource,
  type ScalarColumn,
  type TextColumn,
  ValueClass,
  type ValueColumn,
  type VectorColumn,
} from '../batch.ts'

/** Texts of one column as they would stand in the input; undefined is a missing value, '' an empty text. */
export type Cells = readonly (string | undefined)[]

/** Values of a declared feature that is not a scalar; undefined is a missing value. */
export type Values =
  | Pick<TextColumn, 'kind' | 'values'>
  | Pick<BytesColumn, 'kind' | 'values'>
  | Pick<VectorColumn, 'kind' | 'values'>

/** One column of test data. */
export type ColumnData = Cells | Values

/** Number of values of a column. */
export function columnLength(data: ColumnData): number {
  return isCells(data) ? data.length : data.values.length
}

/** The same column without any value. */
export function emptied(data: ColumnData): ColumnData {
  if (isCells(data)) return data.map(() => undefined)
  return { kind: data.kind, values: data.values.map(() => undefined) } as Values
}

function isCells(data: ColumnData): data is Cells {
  return Array.isArray(data)
}

/** What a batch says beside its columns. All of it may be left out. */
export interface BatchMeta {
  /** Number of rows; needed only without columns. */
  readonly length?: number
  /** Where columns come from, by name; `data` when not said. */
  readonly sources?: Readonly<Record<string, ColumnSource>>
  readonly eventIds?: Cells
  /** Inference times in milliseconds since 1970. */
  readonly times?: readonly number[]
  readonly file?: string
  /** Position of the first row: byte that records count from, and its number. */
  readonly byte?: number
  readonly record?: number
  /** Byte of the first row in its file; rows are taken to be 100 bytes long. */
  readonly offset?: number
}

/** Rows behind the end of each batch, where nothing may be read. */
const slack = 3

/**
 * A batch of some columns, by name. Value classes and numbers follow from the texts as the decoders find them.
 * @throws RangeError when columns differ in length
 */
export function batchOf(columns: Readonly<Record<string, ColumnData>>, meta: BatchMeta = {}): Batch {
  const entries = Object.entries(columns)
  const length = meta.length ?? (entries[0] ? columnLength(entries[0][1]) : 0)
  for (const [name, cells] of entries)
    if (columnLength(cells) !== length)
      throw new RangeError(
        `column ${JSON.stringify(name)} has ${columnLength(cells)} values, expected ${length}`,
      )
  return slice(entries, 0, length, meta)
}

function slice(entries: readonly [string, ColumnData][], from: number, to: number, meta: BatchMeta): Batch {
  const sources = new Map(Object.entries(meta.sources ?? {}))
  const columns: ScalarColumn[] = []
  const values: ValueColumn[] = []
  for (const [index, [name, data]] of entries.entries()) {
    const source = sources.get(name) ?? 'data'
    if (isCells(data)) columns.push(memoryColumn({ name, kind: 'scalar', source, index }, data, from, to))
    else values.push({ name, source, kind: data.kind, values: copies(data, from, to) } as ValueColumn)
  }
  return memoryBatch(columns, values, to - from, meta)
}

/** Copies, because decoders reuse what they hand out. */
function copies({ values }: Values, from: number, to: number) {
  return values.slice(from, to).map((value) => {
    if (value === undefined || typeof value === 'string') return value
    return 'bytes' in value ? { ...value, bytes: value.bytes.slice() } : value.slice()
  })
}

/** Class and number of a text, by the rules of {@link ValueClass}. */
export function classOf(text: string | undefined): { valueClass: ValueClass; number: number } {
  if (text === undefined) return { valueClass: ValueClass.Missing, number: Number.NaN }
  if (/^[-+]? ?\d+$/.test(text)) return { valueClass: ValueClass.Integral, number: numberOf(text) }
  if (/^[-+]? ?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text))
    return { valueClass: ValueClass.Fractional, number: numberOf(text) }
  const boolean = text === 'true' || text === 'false'
  return { valueClass: boolean ? ValueClass.Boolean : ValueClass.String, number: Number.NaN }
}

function numberOf(text: string): number {
  return Number(text.replace(' ', ''))
}

/** Classes and numbers of whole columns, because checks cut the same ones again and again. */
const known = new WeakMap<Cells, { classes: Uint8Array; numbers: Float64Array }>()

function classified(cells: Cells): { classes: Uint8Array; numbers: Float64Array } {
  const before = known.get(cells)
  if (before) return before
  const classes = new Uint8Array(cells.length)
  const numbers = new Float64Array(cells.length)
  for (const [row, text] of cells.entries()) {
    const { valueClass, number } = classOf(text)
    classes[row] = valueClass
    numbers[row] = number
  }
  known.set(cells, { classes, numbers })
  return { classes, numbers }
}

/** Texts as a decoder leaves them: most in the bytes of the batch, some elsewhere. */
function textSpans(cells: Cells): Pick<ScalarColumn, 'bytes' | 'starts' | 'ends'> {
  const starts = new Int32Array(cells.length + slack).fill(-1)
  const ends = new Int32Array(cells.length + slack)
  const texts: Buffer[] = []
  let used = 0
  for (const [row, text] of cells.entries()) {
    if (text === undefined || row % 7 === 3) continue
    const bytes = Buffer.from(text)
    texts.push(bytes)
    starts[row] = used
    ends[row] = used += bytes.length
  }
  return { bytes: Buffer.concat(texts), starts, ends }
}

function memoryColumn(info: ColumnInfo, all: Cells, from: number, to: number): ScalarColumn {
  const values = classified(all)
  const cells = all.slice(from, to)
  const classes = new Uint8Array(cells.length + slack).fill(ValueClass.Fractional)
  const numbers = new Float64Array(cells.length + slack).fill(-987654321.5)
  classes.set(values.classes.subarray(from, to))
  numbers.set(values.numbers.subarray(from, to))
  return {
    ...info,
    kind: 'scalar',
    classes,
    numbers,
    ...textSpans(cells),
    text: (row) => cells[row],
    textLength: (row) => Buffer.byteLength(cells[row] ?? ''),
  }
}

function memoryBatch(
  columns: ScalarColumn[],
  values: readonly ValueColumn[],
  length: number,
  meta: BatchMeta,
): Batch {
  const { file = 'memory', byte = 0, record = 1, offset = 0 } = meta
  const batch = {
    length,
    columns,
    texts: values.filter((column) => column.kind === 'text'),
    payloads: values.filter((column) => column.kind === 'bytes'),
    vectors: values.filter((column) => column.kind === 'vector'),
    column: (name: string) => columns.find((column) => column.name === name),
    eventId: (row: number) => meta.eventIds?.[row],
    time: (row: number) => meta.times?.[row] ?? Number.NaN,
    segment: () => undefined,
    position: (row: number) => ({ file, byte, record: record + row, offset: offset + 100 * row }),
  }
  return batch
}

/** Rows to cut batches from. */
export interface Table<Data extends ColumnData = ColumnData> {
  readonly name: string
  readonly length: number
  readonly columns: Readonly<Record<string, Data>>
  readonly meta: Omit<BatchMeta, 'length' | 'file' | 'byte' | 'record' | 'offset'>
}

/** Columns of an author's own as a table. */
export function ownTable(name: string, columns: Readonly<Record<string, ColumnData>>): Table {
  const [first] = Object.values(columns)
  return { name, length: first ? columnLength(first) : 0, meta: {}, columns }
}

/** The rows [from, to) of a table as a batch of their own, every array new. */
export function cut(
  { name, columns, meta }: Table,
  from: number,
  to: number,
  place: Pick<BatchMeta, 'byte' | 'record'> = { record: from + 1 },
): Batch {
  return slice(Object.entries(columns), from, to, {
    ...meta,
    ...place,
    offset: from * 100,
    file: name,
    ...(meta.eventIds ? { eventIds: meta.eventIds.slice(from, to) } : {}),
    ...(meta.times ? { times: meta.times.slice(from, to) } : {}),
  })
}

/** A table as consecutive batches of at most `rows` rows. */
export function* batches(table: Table, rows: number, from = 0, to = table.length): Generator<Batch> {
  for (let at = from; at < to; at += rows) yield cut(table, at, Math.min(to, at + rows))
}

/** Overwrites a batch's arrays, as a decoder does when it reuses them for the next one. */
export function overwrite(batch: Batch): void {
  for (const { classes, numbers } of batch.columns) {
    classes.fill(ValueClass.Integral)
    numbers.fill(-123456789)
  }
  for (const { values } of batch.vectors) for (const vector of values) vector?.fill(-123456)
  for (const { values } of batch.payloads) for (const payload of values) payload?.bytes.fill(7)
  for (const { values } of [...batch.texts, ...batch.payloads, ...batch.vectors])
    (values as unknown[]).fill(undefined)
}
