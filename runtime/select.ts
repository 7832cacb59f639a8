/** Some rows of a batch as a batch of their own. */
import type { Batch, Column, ScalarColumn } from './batch.ts'

/**
 * A view of `rows` (ascending row numbers of `batch`, the first `length` of them). Classes, numbers and spans are
 * copied, so that loops over them stay fast; texts are looked up in the batch. Valid as long as the batch is.
 */
export function selectRows(batch: Batch, rows: Int32Array, length: number): Batch {
  const columns = batch.columns.map((column) => selectColumn(column, rows, length))
  return {
    length,
    columns,
    texts: batch.texts.map((column) => ({ ...column, values: pick(column.values, rows, length) })),
    payloads: batch.payloads.map((column) => ({ ...column, values: pick(column.values, rows, length) })),
    vectors: batch.vectors.map((column) => ({ ...column, values: pick(column.values, rows, length) })),
    column: (name) => columns.find((column) => column.name === name),
    eventId: (row) => batch.eventId(rows[row]!),
    time: (row) => batch.time(rows[row]!),
    segment: (row) => batch.segment(rows[row]!),
    position: (row) => batch.position(rows[row]!),
  }
}

function pick<T>(values: readonly T[], rows: Int32Array, length: number): T[] {
  return Array.from({ length }, (_, i) => values[rows[i]!] as T)
}

function selectColumn(column: Column, rows: Int32Array, length: number): ScalarColumn {
  const classes = new Uint8Array(length)
  const numbers = new Float64Array(length)
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const row = rows[i]!
    classes[i] = column.classes[row]!
    numbers[i] = column.numbers[row]!
    starts[i] = column.starts[row]!
    ends[i] = column.ends[row]!
  }
  return {
    name: column.name,
    kind: 'scalar',
    source: column.source,
    ...(column.index === undefined ? {} : { index: column.index }),
    classes,
    numbers,
    bytes: column.bytes,
    starts,
    ends,
    text: (row) => column.text(rows[row]!),
    textLength: (row) => column.textLength(rows[row]!),
  }
}
