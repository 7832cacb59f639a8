/** Keeps one analyzer from changing what the next one sees. */
import type { Batch, ScalarColumn } from './batch.ts'

type Numbers = Uint8Array | Float64Array | Int32Array

const arraysOf = ({ classes, numbers, starts, ends }: ScalarColumn): readonly Numbers[] => [
  classes,
  numbers,
  starts,
  ends,
]

/** A copy of a batch's classes, numbers and spans. */
export class BatchGuard {
  readonly #copies: Buffer[][] = []

  /** Remembers the batch. */
  save(batch: Batch): void {
    for (const [c, column] of batch.columns.entries()) {
      this.#copies[c] ??= []
      for (const [a, array] of arraysOf(column).entries()) {
        const bytes = bytesOf(array, batch.length)
        const copy = this.#copies[c][a]
        if (copy && copy.length >= bytes.length) bytes.copy(copy)
        else this.#copies[c][a] = Buffer.from(bytes)
      }
    }
  }

  /** Undoes every change since; true when there was one. */
  restore(batch: Batch): boolean {
    let changed = false
    for (const [c, column] of batch.columns.entries()) {
      for (const [a, array] of arraysOf(column).entries()) {
        const bytes = bytesOf(array, batch.length)
        const copy = this.#copies[c]![a]!.subarray(0, bytes.length)
        // Bytes, because NaN differs from itself.
        if (bytes.equals(copy)) continue
        copy.copy(bytes)
        changed = true
      }
    }
    return changed
  }
}

/** The first `length` elements. */
function bytesOf(array: Numbers, length: number): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, length * array.BYTES_PER_ELEMENT)
}
