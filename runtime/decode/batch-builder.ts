/** Fills the column arrays of a batch cell by cell, hands the batch over when it is full, and reuses the arrays. */
import {
  type Batch,
  type Column,
  type ColumnInfo,
  type ColumnSource,
  type Position,
  ValueClass,
} from '../batch.ts'
import { type RejectCode, type Rejects, reject } from '../rejects.ts'
import { ColumnBuffer, copy, fromNumber, ownArrays } from './column-buffer.ts'
import { type Kernel, mostCells, mostColumns, mostRows } from './kernel/index.ts'
import { classify, number } from './value.ts'
import { type Value, type ValueBuffer, ValueColumns } from './value-columns.ts'

/** Rows of a batch that has no columns of scalars. */
const mostOtherRows = 1 << 18
/** Bytes of a block for each column: a batch has at most the rows of a block, and what is kept of a column is fetched for each batch. */
const bytesPerColumn = 1 << 12
/** Most cells that the rows of one record may take: what a record can hold must not decide how much memory a run takes. */
const cellsPerRecord = 1 << 22
/** Fewest bytes of JSON that can bring a new column: `"a":1,`. */
const bytesPerKey = 6

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Room for the UTF-8 of texts that are not part of the input; longer ones get their own. */
const scratch = new Uint8Array(4096)

/** A record of a slice: its number, where it starts, and what its rows carry. */
export interface RecordMark {
  readonly record: number
  readonly offset: number
  readonly id: string | undefined
  readonly time: number
  readonly segment: string | undefined
}

/** What a decoder is given besides bytes. */
export interface BuilderOptions {
  /** Columns known from the plan, in order. */
  readonly columns: readonly ColumnInfo[]
  /** True: there is none of these until {@link BatchBuilder.declarePlanned}. */
  readonly later?: boolean
  readonly maxFeatures: number
  /** Names that no analyzer sees. */
  readonly excluded: ReadonlySet<string>
  readonly rejects: Rejects
  /** Receives each full batch; it is reused afterwards. */
  readonly emit: (batch: Batch) => void
}

/** The batch under construction; it is itself the {@link Batch} that analyzers see. */
export class BatchBuilder implements Batch {
  length = 0
  /** What the spans of the columns point into; set by the decoder before it adds cells. */
  bytes: Uint8Array = new Uint8Array(0)
  extras: string[] = []
  columns: Column[] = []
  readonly #values = new ValueColumns()
  readonly texts = this.#values.texts
  readonly payloads = this.#values.payloads
  readonly vectors = this.#values.vectors
  /** Rows emitted so far, and records started. */
  rows = 0
  records = 0
  readonly #all: ColumnBuffer[] = []
  readonly #byName = new Map<string, ColumnBuffer>()
  readonly #options: BuilderOptions
  #limit: number
  #rowsReady = 0
  /** End of the rows that may hold cells. */
  #touched = 0
  #records = new Float64Array(64)
  #times = new Float64Array(64)
  #offsets = new Float64Array(64)
  #ids: (string | undefined)[] = []
  /** Span of an id in the bytes, where {@link #ids} has none; an empty one is none. */
  #idStarts = new Int32Array(64)
  #idEnds = new Int32Array(64)
  #segments: (string | undefined)[] = []
  #file = ''
  #byte = 0
  /** File and slice of each row, as runs: rows from `from` on come from there. */
  #origins: { from: number; file: string; byte: number }[] = []
  #kernel: Kernel | undefined
  /** Columns that it knows. */
  #attached = 0
  /** True while a kernel may not write: a record had more rows than it has room for. */
  #strayed = false
  #record = 0
  #time = Number.NaN
  #id: string | undefined
  #segment: string | undefined
  #offset = 0

  constructor(options: BuilderOptions) {
    this.#options = options
    this.#limit = mostOtherRows
    if (!options.later) this.declarePlanned()
  }

  /** The columns of the plan, which from now on are part of every batch. */
  declarePlanned(): readonly ColumnBuffer[] {
    return this.#options.columns.map((info) => this.#byName.get(info.name) ?? this.#add(info))
  }

  /** Every column seen so far, excluded ones too. */
  get buffers(): readonly ColumnBuffer[] {
    return this.#all
  }

  /** The column of that name, made when new; undefined (and counted) when there are already `maxFeatures`. */
  named(name: string, source: ColumnSource, index?: number): ColumnBuffer | undefined {
    const known = this.#byName.get(name)
    if (known !== undefined) {
      if (known.source !== source) known.shared = true
      return known
    }
    if (this.#all.length >= this.#options.maxFeatures) {
      this.reject(
        'TOO_MANY_FEATURES',
        () =>
          `feature ${quote(name)} is number ${this.#all.length + 1}; raise input.maxFeatures to accept it`,
      )
      return undefined
    }
    if (!this.fits(this.#touched - 1, this.#all.length + 1)) {
      this.reject(
        'TOO_MANY_FEATURES',
        () => `feature ${quote(name)}: one record has too many rows for so many features`,
      )
      return undefined
    }
    return this.#add({ name, kind: 'scalar', source, ...(index === undefined ? {} : { index }) })
  }

  /** A column for values that are not scalars. */
  declare(info: ColumnInfo & { readonly kind: ValueBuffer['kind'] }): ValueBuffer {
    return this.#values.add(info, this.#options.excluded.has(info.name))
  }

  /** Bytes that should be decoded at a time for batches of enough rows. */
  get blockBytes(): number {
    return this.#all.length * bytesPerColumn
  }

  /** Every column for values that are not scalars, excluded ones too. */
  get valueBuffers(): readonly ValueBuffer[] {
    return this.#values.all
  }

  /** Sets a value of such a column. */
  setValue(column: ValueBuffer, row: number, value: Value): void {
    this.#values.set(column, row, value)
  }

  /** True when a record may have a row of that number. */
  fits(row: number, columns = this.#all.length): boolean {
    return (row + 1) * columns <= cellsPerRecord
  }

  /** Hands the batch over when a JSON record of so many bytes could bring more columns than its rows leave room for. */
  makeRoom(bytes: number): void {
    if (!this.fits(this.length, this.#all.length + bytes / bytesPerKey)) this.flush()
  }

  #add(info: ColumnInfo): ColumnBuffer {
    const column = new ColumnBuffer(this, info, this.#all.length)
    column.grow(this.#rowsReady)
    this.#all.push(column)
    this.#byName.set(info.name, column)
    if (!this.#options.excluded.has(info.name)) this.columns.push(column)
    this.#limit = Math.min(mostRows, Math.max(16, Math.floor(mostCells / this.#all.length)))
    return column
  }

  /** Says which file the next records come from; `byte` is where their numbering starts. */
  startSlice(file: string, byte: number): void {
    this.#file = file
    this.#byte = byte
    this.#record = 0
    this.#origins.push({ from: this.length, file, byte })
  }

  /** Starts the next record of the slice; `offset` is where it starts in the file. */
  startRecord(offset = 0): void {
    this.#record++
    this.records++
    this.#offset = offset
    this.#id = undefined
    this.#segment = undefined
    this.#time = Number.NaN
  }

  /** Counts a line that holds no record, so that positions stay line numbers. */
  skipLine(): void {
    this.#record++
  }

  /** Sets what the rows of the current record carry. */
  identify(id: string | undefined, time: number, segment?: string): void {
    this.#id = id
    this.#time = time
    this.#segment = segment
  }

  /** The record at hand, to come back to. */
  mark(): RecordMark {
    return {
      record: this.#record,
      offset: this.#offset,
      id: this.#id,
      time: this.#time,
      segment: this.#segment,
    }
  }

  /** Comes back to a record of the same slice; it was counted when it started. */
  resume({ record, offset, id, time, segment }: RecordMark): void {
    this.#record = record
    this.#offset = offset
    this.identify(id, time, segment)
  }

  /** File of the record at hand, and the byte from which its number counts. */
  get origin(): { readonly file: string; readonly byte: number } {
    return { file: this.#file, byte: this.#byte }
  }

  /** Starts a record that stands somewhere else in the input than behind the last one. */
  startRecordAt({ file, byte, record, offset }: Position): void {
    if (file !== this.#file || byte !== this.#byte) this.startSlice(file, byte)
    this.#record = record - 1
    this.startRecord(offset)
  }

  /** Makes sure that `row` can be written. */
  ready(row: number): void {
    if (row >= this.#touched) this.#touched = row + 1
    if (row < this.#rowsReady) return
    const here = this.#kernel?.rows ?? 0
    if (this.#kernel && row >= here) this.#strayed = true
    const rows = Math.max(row + 1, 64, this.#rowsReady * 2)
    // No more than a kernel has room for, as long as that is enough: arrays that grow are no longer those that it writes.
    this.#rowsReady = row < here ? Math.min(rows, here) : rows
    for (const column of this.#all) column.grow(this.#rowsReady)
    if (this.#rowsReady <= this.#records.length) return
    this.#records = copy(new Float64Array(this.#rowsReady), this.#records)
    this.#times = copy(new Float64Array(this.#rowsReady), this.#times)
    this.#offsets = copy(new Float64Array(this.#rowsReady), this.#offsets)
    this.#idStarts = copy(new Int32Array(this.#rowsReady), this.#idStarts)
    this.#idEnds = copy(new Int32Array(this.#rowsReady), this.#idEnds)
  }

  /**
   * Lets a kernel write cells of the columns known so far, until {@link detach}. The batch must be empty.
   * @returns false when there are more columns than it has room for
   */
  attach(kernel: Kernel): boolean {
    const arrays = kernel.layOut(this.#all.length, Math.min(this.#limit, mostRows))
    for (const [place, column] of this.#all.entries()) column.use(arrays?.[place] ?? ownArrays())
    this.#kernel = arrays && kernel
    this.#attached = arrays?.length ?? 0
    this.#strayed = false
    this.#rowsReady = 0
    return arrays !== undefined
  }

  /** Columns of its own again. The batch must be empty. */
  detach(): void {
    if (this.#kernel) for (const column of this.#all) column.use(ownArrays())
    this.#kernel = undefined
    this.#attached = 0
    this.#rowsReady = 0
  }

  /** Columns that the attached kernel writes. */
  get kernelColumns(): number {
    return this.#attached
  }

  /** Number of the column of that name among them, -1 for others. */
  kernelColumn(name: string): number {
    const place = this.#byName.get(name)?.place ?? -1
    return place < this.#attached ? place : -1
  }

  /** Rows up to which an attached kernel may fill the batch. */
  get kernelRows(): number {
    return this.#strayed ? 0 : Math.min(this.#limit, this.#kernel?.rows ?? 0)
  }

  /**
   * Takes over the rows that the attached kernel has written behind the last one, and counts the lines that it has passed.
   * @param base where the bytes that hold the lines start in the file, less their address in the kernel's memory
   * @param identified whether the lines have ids and times
   */
  commitRun({ memory, code }: Kernel, base: number, identified: boolean): void {
    const from = this.length
    const to = code.rows.value
    if (to > from) this.ready(to - 1)
    for (let row = from; row < to; row++) {
      this.#records[row] = this.#record + memory.lineNumbers[row]!
      this.#offsets[row] = base + memory.lineStarts[row]!
    }
    if (identified) {
      this.#times.set(memory.times.subarray(from, to), from)
      this.#idStarts.set(memory.idStarts.subarray(from, to), from)
      this.#idEnds.set(memory.idEnds.subarray(from, to), from)
    } else {
      this.#times.fill(Number.NaN, from, to)
      this.#idEnds.fill(0, from, to)
    }
    const record = this.#record + code.passed.value
    this.records += code.passed.value
    this.length = to
    this.#touched = to
    const cells = Int32Array.from(
      { length: code.undecided.value },
      (_, cell) => memory.undecidedCells[2 * cell + 1]! * mostColumns + memory.undecidedCells[2 * cell]!,
    )
    // A record's output comes before its input, wherever they stand in it.
    if (identified) cells.sort()
    for (const cell of cells) {
      const column = this.#all[cell % mostColumns]!
      const row = Math.floor(cell / mostColumns)
      this.#record = this.#records[row]!
      this.set(column, row, column.starts[row]!, column.ends[row]!)
    }
    this.#record = record
  }

  /** Sets a cell from a span of {@link bytes}. `row` counts from the first row of the batch. */
  set(column: ColumnBuffer, row: number, start: number, end: number): void {
    const valueClass = classify(this.bytes, start, end)
    column.classes[row] = valueClass
    column.numbers[row] = number
    column.starts[row] = start
    column.ends[row] = end
    if (number === Number.POSITIVE_INFINITY || number === Number.NEGATIVE_INFINITY) this.#outOfRange(column)
  }

  /** Sets a cell from a text that is not part of {@link bytes}. */
  setText(column: ColumnBuffer, row: number, text: string): void {
    let bytes = scratch
    let length: number
    if (text.length * 3 <= scratch.length) length = encoder.encodeInto(text, scratch).written
    else length = (bytes = encoder.encode(text)).length
    const valueClass = classify(bytes, 0, length)
    column.classes[row] = text === '' ? ValueClass.String : valueClass
    column.numbers[row] = number
    column.starts[row] = ~this.extras.length
    this.extras.push(text)
    if (number === Number.POSITIVE_INFINITY || number === Number.NEGATIVE_INFINITY) this.#outOfRange(column)
  }

  /** Sets a cell of a typed format from its number; NaN is missing. */
  setNumber(column: ColumnBuffer, row: number, value: number, integral: boolean): void {
    if (Number.isNaN(value)) return
    column.classes[row] = integral ? ValueClass.Integral : ValueClass.Fractional
    column.numbers[row] = value
    column.starts[row] = fromNumber
    if (!Number.isFinite(value)) this.#outOfRange(column)
  }

  #outOfRange(column: ColumnBuffer): void {
    this.reject('NUMBER_OUT_OF_RANGE', () => `feature ${quote(column.name)}`)
  }

  /** Keeps `count` rows written from the current length on. */
  commit(count: number): void {
    if (count > 0) this.ready(this.length + count - 1)
    for (let row = this.length; row < this.length + count; row++) {
      this.#records[row] = this.#record
      this.#times[row] = this.#time
      this.#ids[row] = this.#id
      this.#idEnds[row] = 0
      this.#segments[row] = this.#segment
      this.#offsets[row] = this.#offset
    }
    this.length += count
    this.#touched = this.length
  }

  /**
   * Starts `count` records of one empty row each and keeps them; their cells are set afterwards.
   * @param offset where the first one stands; the others follow one by one
   */
  commitEmpty(count: number, offset: number): void {
    const from = this.length
    this.ready(from + count - 1)
    for (let i = 0; i < count; i++) {
      this.#records[from + i] = this.#record + 1 + i
      this.#offsets[from + i] = offset + i
    }
    this.#times.fill(Number.NaN, from, from + count)
    this.#idEnds.fill(0, from, from + count)
    this.#record += count
    this.records += count
    this.length += count
    this.#touched = this.length
  }

  /** Says which row's record is counted, should its value be rejected. */
  about(row: number): void {
    this.#record = this.#records[row]!
  }

  /** Clears the rows written since the last commit. */
  abandon(): void {
    this.#values.truncate(this.length)
    for (const column of this.#all) column.clear(this.length, this.#touched)
    this.#touched = this.length
  }

  /** Rows of a batch: no more than an attached kernel has room for. */
  get #most(): number {
    return this.#attached > 0 ? Math.min(this.#limit, this.#kernel!.rows) : this.#limit
  }

  /** True when the batch should be handed over before the next record. */
  get full(): boolean {
    return this.length >= this.#most || this.#values.full
  }

  /** Rows that may join the batch before it is full, at least one. */
  get rowsLeft(): number {
    return Math.max(1, this.#most - this.length)
  }

  /** Hands the batch over when it holds rows, and empties it. */
  flush(): void {
    if (this.length > 0) {
      this.#options.emit(this)
      for (const column of this.#all) column.clear(0, this.length)
      this.rows += this.length
      this.length = 0
      this.#touched = 0
      // Of this batch only: columns that come later, by the thousand maybe, share batches of fewer rows.
      this.#rowsReady = 0
      this.#ids = []
      this.#values.truncate(0)
      this.#segments = []
      if (this.#strayed) this.attach(this.#kernel!)
    }
    this.extras = []
    this.#origins = [{ from: 0, file: this.#file, byte: this.#byte }]
  }

  /** Counts something wrong with the current record. */
  reject(code: RejectCode, detail: () => string): void {
    reject(this.#options.rejects, code, () => ({
      file: this.#file,
      record: this.#record,
      ...(this.#byte > 0 ? { byte: this.#byte } : {}),
      detail: detail(),
    }))
  }

  column(name: string): Column | undefined {
    return this.#options.excluded.has(name) ? undefined : this.#byName.get(name)
  }

  eventId(row: number): string | undefined {
    const end = this.#idEnds[row]!
    return end === 0 ? this.#ids[row] : decoder.decode(this.bytes.subarray(this.#idStarts[row], end))
  }

  time(row: number): number {
    return this.#times[row]!
  }

  segment(row: number): string | undefined {
    return this.#segments[row]
  }

  position(row: number): Position {
    const origin = this.#origins.findLast(({ from }) => from <= row)
    return {
      file: origin?.file ?? '',
      record: this.#records[row]!,
      byte: origin?.byte ?? 0,
      offset: this.#offsets[row]!,
    }
  }
}

/** A text of the data inside a message: quoted, shortened, without control characters. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text)
}
