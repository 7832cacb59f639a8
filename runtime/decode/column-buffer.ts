/** One scalar column of the batch under construction. */
import { type ColumnInfo, type ColumnSource, type ScalarColumn, ValueClass } from '../batch.ts'
import { formatDouble } from '../report/double.ts'
import type { BatchColumns } from './kernel/index.ts'

/** Marks a value whose text is derived from its number (typed formats). */
export const fromNumber = -0x80000000

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Where the texts of a batch are. */
export interface TextSource {
  readonly bytes: Uint8Array
  /** Texts that do not stand in the bytes. */
  readonly extras: readonly string[]
}

/** A column being filled. */
export class ColumnBuffer implements ScalarColumn {
  readonly kind = 'scalar'
  readonly name: string
  readonly source: ColumnSource
  readonly index?: number
  /** Its place among the columns of the builder, from 0. */
  readonly place: number
  declare classes: Uint8Array
  declare numbers: Float64Array
  /** Span of each text in the builder's bytes; a negative start is the complement of an index into its extras. */
  declare starts: Int32Array
  declare ends: Int32Array
  /** True when input and output both have a feature of this name. */
  shared = false
  /** The last row that the input wrote, when shared. */
  inputRow = -1
  readonly #source: TextSource

  constructor(source: TextSource, info: ColumnInfo, place: number) {
    this.#source = source
    this.place = place
    this.name = info.name
    this.source = info.source
    if (info.index !== undefined) this.index = info.index
    this.use(ownArrays())
  }

  get bytes(): Uint8Array {
    return this.#source.bytes
  }

  text(row: number): string | undefined {
    if (this.classes[row] === ValueClass.Missing) return undefined
    const start = this.starts[row]!
    if (start >= 0) return decoder.decode(this.#source.bytes.subarray(start, this.ends[row]))
    if (start === fromNumber)
      return this.classes[row] === ValueClass.Integral
        ? String(this.numbers[row])
        : formatDouble(this.numbers[row]!)
    return this.#source.extras[~start]
  }

  textLength(row: number): number {
    if (this.classes[row] === ValueClass.Missing) return 0
    const start = this.starts[row]!
    if (start >= 0) return this.ends[row]! - start
    const number = start === fromNumber ? this.numbers[row]! : -1
    // Flags and codes of typed formats, which are many.
    if (Number.isInteger(number) && number >= 0 && number < 1000 && this.classes[row] === ValueClass.Integral)
      return number < 10 ? 1 : number < 100 ? 2 : 3
    return Buffer.byteLength(this.text(row)!)
  }

  /** Makes the cells of the rows [from, to) missing. */
  clear(from: number, to: number): void {
    this.classes.fill(ValueClass.Missing, from, to)
    this.numbers.fill(Number.NaN, from, to)
    this.inputRow = -1
  }

  /** Takes other arrays, which must be empty; what it holds is gone. */
  use({ classes, numbers, starts, ends }: BatchColumns): void {
    this.classes = classes
    this.numbers = numbers
    this.starts = starts
    this.ends = ends
  }

  grow(rows: number): void {
    if (rows <= this.classes.length) return
    const size = Math.max(rows, this.classes.length * 2)
    this.classes = copy(new Uint8Array(size), this.classes)
    this.numbers = copy(new Float64Array(size).fill(Number.NaN), this.numbers)
    this.starts = copy(new Int32Array(size), this.starts)
    this.ends = copy(new Int32Array(size), this.ends)
  }
}

/** Arrays that are not part of a kernel's memory. */
export function ownArrays(): BatchColumns {
  return {
    classes: new Uint8Array(64),
    numbers: new Float64Array(64).fill(Number.NaN),
    starts: new Int32Array(64),
    ends: new Int32Array(64),
  }
}

export function copy<T extends Uint8Array | Float64Array | Int32Array>(into: T, from: T): T {
  into.set(from)
  return into
}
