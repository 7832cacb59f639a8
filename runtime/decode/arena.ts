/** Bytes that the rows of a batch point into, when they are not those of the file: gathered until the batch is handed over. */
import type { BatchBuilder } from './batch-builder.ts'

/** Bytes gathered before a batch is handed over; also what is kept between batches. */
const usualBytes = 1 << 20

/** Grows as it must; spans stay valid until {@link reset}. */
export class Arena {
  readonly #builder: BatchBuilder
  #bytes = Buffer.alloc(usualBytes)
  #used = 0

  /** @param builder its batch reads from here whenever something was added last */
  constructor(builder: BatchBuilder) {
    this.#builder = builder
    this.use()
  }

  /** Where the next text starts. */
  get used(): number {
    return this.#used
  }

  /** True when the batch should be handed over. */
  get full(): boolean {
    return this.#used > usualBytes / 2
  }

  /** Makes the builder read from here. */
  use(): void {
    this.#builder.bytes = this.#bytes
  }

  /** Adds a text as UTF-8; returns its end. */
  write(text: string): number {
    if (this.#used + text.length * 3 > this.#bytes.length) this.#reserve(Buffer.byteLength(text))
    this.#used += this.#bytes.write(text, this.#used, 'utf8')
    return this.#used
  }

  /** Adds bytes; returns where they start. */
  append(bytes: Uint8Array): number {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#used)
    this.#used += bytes.length
    return this.#used - bytes.length
  }

  /** Hands the batch over and starts anew. */
  flush(): void {
    this.#builder.flush()
    this.#used = 0
    if (this.#bytes.length > usualBytes) this.#bytes = Buffer.alloc(usualBytes)
    this.use()
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return
    const larger = Buffer.alloc(Math.max(this.#used + more, 2 * this.#bytes.length))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.use()
  }
}
