/** The columns of declared features that are not scalars, filled value by value. */
import type { BytesColumn, ColumnInfo, Payload, TextColumn, ValueColumn, VectorColumn } from '../batch.ts'

/** What a value column holds. */
export type Value = string | Payload | Float32Array

/** A value column being filled. */
export interface ValueBuffer extends ColumnInfo {
  readonly kind: 'text' | 'bytes' | 'vector'
  values: (Value | undefined)[]
}

/** Bytes of values that make a batch full: payloads are large, and a batch holds many. */
const bytesPerBatch = 1 << 25

/** All value columns of a batch. */
export class ValueColumns {
  readonly all: ValueBuffer[] = []
  readonly texts: TextColumn[] = []
  readonly payloads: BytesColumn[] = []
  readonly vectors: VectorColumn[] = []
  #bytes = 0

  add(info: ColumnInfo & { readonly kind: ValueBuffer['kind'] }, hidden: boolean): ValueBuffer {
    const column: ValueBuffer = { ...info, values: [] }
    this.all.push(column)
    if (!hidden) this.#list(column as ValueColumn)
    return column
  }

  #list(column: ValueColumn): void {
    if (column.kind === 'text') this.texts.push(column)
    else if (column.kind === 'bytes') this.payloads.push(column)
    else this.vectors.push(column)
  }

  set(column: ValueBuffer, row: number, value: Value): void {
    column.values[row] = value
    this.#bytes +=
      typeof value === 'string' ? 2 * value.length : 'bytes' in value ? value.bytes.length : value.byteLength
  }

  get full(): boolean {
    return this.#bytes >= bytesPerBatch
  }

  /** Drops the values of the rows from `from` on. */
  truncate(from: number): void {
    for (const column of this.all) column.values.length = Math.min(column.values.length, from)
    if (from === 0) this.#bytes = 0
  }
}
