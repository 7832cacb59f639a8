/** Rows of DuckDB's vectors → cells of a batch, column by column. */
import { ValueClass } from '../batch.ts'
import type { Arena } from './arena.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { type ColumnBuffer, fromNumber } from './column-buffer.ts'
import type { Texts } from './duckdb.ts'

/** Rows [row, row + count) of a vector, on their way into the rows of a batch that start at `into`. */
export interface VectorRows {
  readonly row: number
  readonly count: number
  readonly into: number
}

/**
 * Writes numbers, among which NaN stands for no value.
 * @param exact texts of the numbers that are no exact doubles, which are Infinity
 */
export function takeNumbers(
  builder: BatchBuilder,
  column: ColumnBuffer,
  integral: boolean,
  { row, count, into }: VectorRows,
  values: Float64Array,
  exact?: Texts,
): void {
  const { classes, numbers, starts } = column
  const valueClass = integral ? ValueClass.Integral : ValueClass.Fractional
  const some = values.subarray(row, row + count)
  if (areFinite(some)) {
    numbers.set(some, into)
    classes.fill(valueClass, into, into + count)
    starts.fill(fromNumber, into, into + count)
    return
  }
  for (let i = 0; i < count; i++) {
    const value = values[row + i]!
    const at = into + i
    if (value - value === 0) {
      numbers[at] = value
      classes[at] = valueClass
      starts[at] = fromNumber
    } else if (!Number.isNaN(value)) {
      builder.about(at)
      const text = value === Number.POSITIVE_INFINITY ? exact?.text(row + i) : undefined
      if (text === undefined) builder.setNumber(column, at, value, integral)
      else builder.setText(column, at, text)
    }
  }
}

function areFinite(values: Float64Array): boolean {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]! - values[i]!
  return sum === 0
}

/** Writes texts; their bytes go to the arena, which is where the builder reads. */
export function takeTexts(
  builder: BatchBuilder,
  column: ColumnBuffer,
  { row, count, into }: VectorRows,
  texts: Texts,
  arena: Arena,
): void {
  let total = 0
  for (let i = row; i < row + count; i++) total += Math.max(0, texts.length(i))
  let end = arena.take(total)
  const { bytes } = builder
  for (let i = 0; i < count; i++) {
    const length = texts.length(row + i)
    if (length < 0) continue
    const start = end
    texts.copy(row + i, length, bytes, start)
    end += length
    builder.about(into + i)
    // An empty text is a value; the empty field of a CSV file, for which a span of no bytes stands, is none.
    if (length === 0) builder.setText(column, into + i, '')
    else builder.set(column, into + i, start, end)
  }
}
