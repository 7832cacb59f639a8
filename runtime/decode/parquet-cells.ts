/** Rows of DuckDB's vectors → cells of a batch, column by column, from the vectors' own memory. */
import type { DuckDBVector } from '@duckdb/node-api'
import { ValueClass } from '../batch.ts'
import type { Arena } from './arena.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { type ColumnBuffer, fromNumber } from './column-buffer.ts'

/** Some rows of one column, on their way into the rows of a batch that start at `into`. */
export interface VectorRows {
  readonly vector: DuckDBVector
  readonly row: number
  readonly count: number
  readonly into: number
}

/** Bytes of DuckDB's entry for one text, and of the texts that stand in the entry itself, behind their length. */
const entryBytes = 16
const inlined = 12

/**
 * Writes numbers of a vector of doubles without nulls, in which NaN stands for no value.
 * @param exact texts of the numbers that are no exact doubles, which are Infinity; their rows are those of `rows`
 */
export function takeNumbers(
  builder: BatchBuilder,
  column: ColumnBuffer,
  integral: boolean,
  { vector, row, count, into }: VectorRows,
  exact?: DuckDBVector,
): void {
  const values = numbersOf(vector)
  const { classes, numbers, starts } = column
  const valueClass = integral ? ValueClass.Integral : ValueClass.Fractional
  for (let i = 0; i < count; i++) {
    const value = values[row + i]!
    const at = into + i
    if (value - value === 0) {
      numbers[at] = value
      classes[at] = valueClass
      starts[at] = fromNumber
    } else if (!Number.isNaN(value)) {
      builder.about(at)
      if (exact && value === Number.POSITIVE_INFINITY)
        builder.setText(column, at, String(exact.getItem(row + i)))
      else builder.setNumber(column, at, value, integral)
    }
  }
}

/** All numbers of a column of doubles without nulls: its own memory where the library shows it. */
function numbersOf(vector: DuckDBVector): Float64Array {
  const { items } = vector as unknown as { readonly items?: unknown }
  if (items instanceof Float64Array) return items
  return Float64Array.from({ length: vector.itemCount }, (_, i) => vector.getItem(i) as number)
}

/** Writes the texts of a vector; their bytes go to the arena, which is where the builder reads. */
export function takeTexts(builder: BatchBuilder, column: ColumnBuffer, arena: Arena, rows: VectorRows): void {
  const memory = memoryOf(rows.vector)
  if (memory) takeBytes(builder, column, arena, rows, memory)
  else takeStrings(builder, column, rows)
}

function takeStrings(
  builder: BatchBuilder,
  column: ColumnBuffer,
  { vector, row, count, into }: VectorRows,
): void {
  for (let i = 0; i < count; i++) {
    const value = vector.getItem(row + i)
    if (value === null) continue
    builder.about(into + i)
    builder.setText(column, into + i, String(value))
  }
}

/** What a vector of texts is made of: entries of length and start of the text, and a bit for each that is no null. */
interface TextMemory {
  readonly entries: Uint8Array
  readonly lengths: Uint32Array
  readonly valid: Uint32Array | undefined
}

/** The vector's own memory, where the library shows it. */
function memoryOf(vector: DuckDBVector): TextMemory | undefined {
  const { dataView, validity } = vector as unknown as {
    readonly dataView?: unknown
    readonly validity?: { readonly data?: unknown; readonly offset?: unknown }
  }
  if (!(dataView instanceof DataView) || validity?.offset !== 0) return undefined
  const { data } = validity
  if (data !== null && !(data instanceof BigUint64Array)) return undefined
  const { buffer, byteOffset, byteLength } = dataView
  return {
    entries: new Uint8Array(buffer, byteOffset, byteLength),
    lengths: new Uint32Array(buffer, byteOffset, byteLength / 4),
    valid: data === null ? undefined : new Uint32Array(data.buffer, data.byteOffset, 2 * data.length),
  }
}

function takeBytes(
  builder: BatchBuilder,
  column: ColumnBuffer,
  arena: Arena,
  { vector, row, count, into }: VectorRows,
  { entries, lengths, valid }: TextMemory,
): void {
  let total = 0
  for (let i = row; i < row + count; i++) if (isValid(valid, i)) total += lengths[4 * i]!
  let end = arena.take(total)
  const { bytes } = builder
  for (let i = row; i < row + count; i++) {
    if (!isValid(valid, i)) continue
    const start = end
    const length = lengths[4 * i]!
    const entry = entryBytes * i + 4
    if (length <= inlined) for (let k = 0; k < length; k++) bytes[end++] = entries[entry + k]!
    else end += arena.put(vector.getItem(i) as string, start, length)
    const at = into + i - row
    builder.about(at)
    // An empty text is a value; the empty field of a CSV file, which classify knows, is none.
    if (length === 0) builder.setText(column, at, '')
    else builder.set(column, at, start, end)
  }
}

function isValid(valid: Uint32Array | undefined, i: number): boolean {
  return valid === undefined || (valid[i >>> 5]! & (1 << (i & 31))) !== 0
}
