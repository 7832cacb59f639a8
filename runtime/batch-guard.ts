/** Keeps one analyzer from changing what the next one sees. */
import type { Batch } from './batch.ts'

/** A copy of a batch's classes and numbers. */
export class BatchGuard {
  #classes: Uint8Array[] = []
  #numbers: Float64Array[] = []

  /** Remembers the batch. */
  save(batch: Batch): void {
    for (const [c, { classes, numbers }] of batch.columns.entries()) {
      if ((this.#classes[c]?.length ?? 0) < batch.length) {
        this.#classes[c] = new Uint8Array(batch.length)
        this.#numbers[c] = new Float64Array(batch.length)
      }
      this.#classes[c]!.set(classes.subarray(0, batch.length))
      this.#numbers[c]!.set(numbers.subarray(0, batch.length))
    }
  }

  /** Undoes every change since; true when there was one. */
  restore(batch: Batch): boolean {
    let changed = false
    for (const [c, { classes, numbers }] of batch.columns.entries()) {
      if (!same(classes, this.#classes[c]!, batch.length)) {
        classes.set(this.#classes[c]!.subarray(0, batch.length))
        changed = true
      }
      if (!same(numbers, this.#numbers[c]!, batch.length)) {
        numbers.set(this.#numbers[c]!.subarray(0, batch.length))
        changed = true
      }
    }
    return changed
  }
}

/** Compares bytes, because NaN differs from itself. */
function same(a: Uint8Array | Float64Array, b: Uint8Array | Float64Array, length: number): boolean {
  const bytes = length * a.BYTES_PER_ELEMENT
  return Buffer.from(a.buffer, a.byteOffset, bytes).equals(Buffer.from(b.buffer, b.byteOffset, bytes))
}
