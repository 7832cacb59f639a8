/** One side's payload (CSV or JSON bytes of the builder) → cells of consecutive rows. */
import { type ColumnSource, ValueClass } from '../batch.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import type { ColumnBuffer } from './column-buffer.ts'
import { fieldCount, isBlank, spans, splitRecord, unclosed } from './csv.ts'
import { escaped, skipBlanks, skipColon, skipNested, skipScalar, skipString } from './json.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

const tooManyRows = 'one record holds too many rows; send fewer at a time'

/** Reading failed; {@link RowWriter.problem} says why. */
export const unreadable = -1

/** The name of the column that a key means, and its place among the others when it has one. */
export type ColumnOf = (key: string) => { readonly name: string; readonly index?: number }

/** Writes the rows of one source. Rows are numbered from `builder.length`; the caller commits or abandons them. */
export class RowWriter {
  readonly #builder: BatchBuilder
  readonly #source: ColumnSource
  /** Columns that values without a name go to, by position; none for a column that was refused. */
  positional: readonly (ColumnBuffer | undefined)[]
  /** Keys of the last object, in its order: the next object's keys are compared with these first. */
  readonly #keys: ({ readonly bytes: Uint8Array; readonly column: ColumnBuffer } | undefined)[] = []
  readonly #columnOf: ColumnOf
  problem = ''

  /** @param columnOf the column that a key of an object means */
  constructor(
    builder: BatchBuilder,
    source: ColumnSource,
    positional: readonly (ColumnBuffer | undefined)[],
    columnOf: ColumnOf = (name) => ({ name }),
  ) {
    this.#builder = builder
    this.#source = source
    this.positional = positional
    this.#columnOf = columnOf
  }

  /**
   * CSV text of one or more lines.
   * @param asColumn one line of n values means n rows of one value
   * @returns the number of rows, or {@link unreadable}
   */
  csv(start: number, end: number, asColumn = false): number {
    const { bytes, length } = this.#builder
    let rows = 0
    for (let i = start; i < end; ) {
      i = splitRecord(bytes, i, end, true)
      if (i === unclosed) {
        this.problem = 'a quoted CSV field never ends'
        return unreadable
      }
      if (isBlank(bytes)) continue
      if (!this.#builder.fits(length + rows)) return this.#fail(tooManyRows)
      if (asColumn)
        for (let f = 0; f < fieldCount; f++) this.#cell(0, length + rows++, spans[2 * f]!, spans[2 * f + 1]!)
      else this.fields(length + rows++)
    }
    return rows
  }

  /** Writes the fields of the CSV record that was split last. */
  fields(row: number): void {
    const { positional } = this
    const builder = this.#builder
    builder.ready(row)
    const count = Math.min(fieldCount, positional.length)
    for (let f = 0; f < count; f++) {
      const start = spans[2 * f]!
      const end = spans[2 * f + 1]!
      const column = positional[f]
      if (column !== undefined && end > start) builder.set(column, row, start, end)
    }
    if (fieldCount !== positional.length) this.#ragged(fieldCount)
  }

  #ragged(found: number): void {
    const expected = this.positional.length
    this.#builder.reject(
      found > expected ? 'ROW_TOO_LONG' : 'ROW_TOO_SHORT',
      () => `${found} values where ${expected} columns were expected`,
    )
  }

  #cell(index: number, row: number, start: number, end: number): void {
    this.#builder.ready(row)
    const column = this.positional[index]
    if (column !== undefined && end > start) this.#builder.set(column, row, start, end)
  }

  /**
   * JSON text: an object, several on lines of their own, an array of objects; or values without names (a scalar, an
   * array of scalars, an array of such arrays).
   * @returns the number of rows, or {@link unreadable}
   */
  json(start: number, end: number): number {
    const { bytes } = this.#builder
    let rows = 0
    let i = skipBlanks(bytes, start, end)
    while (i < end) {
      if (bytes[i] === 91) i = this.#array(i, end, rows)
      else if (bytes[i] === 123) i = this.object(i, end, this.#builder.length + rows)
      else i = this.#values(i, end, this.#builder.length + rows, false)
      if (i < 0) return unreadable
      rows = this.#rows
      i = skipBlanks(bytes, i, end)
    }
    return rows
  }

  /** Rows written when the last JSON value ended. */
  #rows = 0

  /** `[…]`: of objects or arrays, each one row; of scalars, one row. */
  #array(from: number, to: number, rows: number): number {
    const { bytes, length } = this.#builder
    let i = skipBlanks(bytes, from + 1, to)
    const first = bytes[i]
    if (first !== 123 && first !== 91) return this.#values(from, to, length + rows, true)
    for (;;) {
      if (bytes[i] !== first) return this.#fail('a JSON array mixes objects, arrays and scalars')
      i = first === 123 ? this.object(i, to, length + rows) : this.#values(i, to, length + rows, true)
      if (i < 0) return i
      rows = this.#rows
      i = skipBlanks(bytes, i, to)
      if (i < to && bytes[i] === 93) return i + 1
      if (i >= to || bytes[i] !== 44) return this.#fail('not JSON')
      i = skipBlanks(bytes, i + 1, to)
    }
  }

  /** One row of values without names: a scalar, or an array when `bracketed`. */
  #values(from: number, to: number, row: number, bracketed: boolean): number {
    const { bytes } = this.#builder
    if (!this.#builder.fits(row)) return this.#fail(tooManyRows)
    this.#builder.ready(row)
    let i = bracketed ? skipBlanks(bytes, from + 1, to) : from
    let count = 0
    if (!(bracketed && i < to && bytes[i] === 93)) {
      for (;;) {
        if (i >= to) return this.#fail('not JSON')
        i = this.#value(this.positional[count], row, i, to)
        if (i < 0) return i
        count++
        if (!bracketed) break
        i = skipBlanks(bytes, i, to)
        if (i < to && bytes[i] === 93) break
        if (i >= to || bytes[i] !== 44) return this.#fail('not JSON')
        i = skipBlanks(bytes, i + 1, to)
      }
    }
    if (count !== this.positional.length) this.#ragged(count)
    this.#rows = row - this.#builder.length + 1
    return bracketed ? i + 1 : i
  }

  /** The object that starts at `from` as one row; returns the position after it, or {@link unreadable}. */
  object(from: number, to: number, row: number): number {
    const { bytes } = this.#builder
    if (!this.#builder.fits(row)) return this.#fail(tooManyRows)
    this.#builder.ready(row)
    this.#rows = row - this.#builder.length + 1
    let i = skipBlanks(bytes, from + 1, to)
    if (i < to && bytes[i] === 125) return i + 1
    for (let key = 0; ; key++) {
      if (i >= to || bytes[i] !== 34) return this.#fail('not JSON')
      const end = skipString(bytes, i, to)
      if (end < 0) return this.#fail('not JSON')
      const column = this.#column(key, i + 1, end - 1)
      i = skipColon(bytes, end, to)
      if (i < 0 || i >= to) return this.#fail('not JSON')
      i = this.#value(column, row, i, to)
      if (i < 0) return i
      i = skipBlanks(bytes, i, to)
      if (i < to && bytes[i] === 125) return i + 1
      if (i >= to || bytes[i] !== 44) return this.#fail('not JSON')
      i = skipBlanks(bytes, i + 1, to)
    }
  }

  #column(place: number, start: number, end: number): ColumnBuffer | undefined {
    const { bytes } = this.#builder
    const expected = this.#keys[place]
    if (expected !== undefined && !escaped && equal(expected.bytes, bytes, start, end)) return expected.column
    const text = decoder.decode(bytes.subarray(start, end))
    // Reports are UTF-8, which has no lone surrogates: what looks the same there is one feature.
    const key = escaped ? (JSON.parse(`"${text}"`) as string).toWellFormed() : text
    const { name, index } = this.#columnOf(key)
    const column = this.#builder.named(name, this.#source, index)
    this.#keys[place] = column && { bytes: new Uint8Array(bytes.subarray(start, end)), column }
    return column
  }

  /** Writes the value at `from`; without a column it is only skipped. */
  #value(column: ColumnBuffer | undefined, row: number, from: number, to: number): number {
    const builder = this.#builder
    const { bytes } = builder
    const first = bytes[from]
    const nested = first === 123 || first === 91
    const end = nested ? skipNested(bytes, from, to) : skipScalar(bytes, from, to)
    if (end < 0) return this.#fail('not JSON')
    if (column === undefined) return end
    if (column.shared && this.#source === 'input') {
      if (column.classes[row] !== ValueClass.Missing && column.inputRow !== row) {
        builder.reject('NAME_IN_INPUT_AND_OUTPUT', () => `feature ${quote(column.name)}`)
        return end
      }
      column.inputRow = row
    }
    if (first === 110) column.clear(row, row + 1)
    else if (first !== 34) {
      builder.set(column, row, from, end)
      if (nested)
        builder.reject(
          'NESTED_VALUE',
          () => `feature ${quote(column.name)}: declare it in the config file's features with a path`,
        )
    } else if (escaped || end === from + 2)
      builder.setText(column, row, JSON.parse(decoder.decode(bytes.subarray(from, end))) as string)
    else builder.set(column, row, from + 1, end - 1)
    return end
  }

  #fail(problem: string): number {
    this.problem = problem
    return unreadable
  }
}

function equal(name: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let k = 0; k < name.length; k++) if (name[k] !== bytes[start + k]) return false
  return true
}
