/** Bytes that the rows of a batch point into, when they are not those of the file: gathered until the batch is handed over. */
import type { BatchBuilder } from './batch-builder.ts'

/** Bytes gathered before a batch is handed over; also what is kept between batches. */
const usualBytes = 1 << 20

/** A part of a larger memory that texts may be kept in. */
export interface Home {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
}

/** Grows as it must; spans stay valid until {@link Arena.flush}. */
export class Arena {
  readonly #builder: BatchBuilder
  readonly #home: Home
  #bytes: Buffer
  #used: number

  /**
   * @param builder its batch reads from here whenever something was added last
   * @param home where texts are kept as long as there is room; default: memory of its own
   */
  constructor(
    builder: BatchBuilder,
    home: Home = { bytes: Buffer.alloc(usualBytes), start: 0, end: usualBytes },
  ) {
    this.#builder = builder
    this.#home = home
    this.#bytes = home.bytes
    this.#used = home.start
    this.use()
  }

  /** Where the next text starts. */
  get used(): number {
    return this.#used
  }

  /** True when the batch should be handed over. */
  get full(): boolean {
    return this.#used - this.#home.start > usualBytes / 2
  }

  /** True when so many bytes more could take it away from home, where other rows of the batch may have their texts. */
  lacks(bytes: number): boolean {
    return this.#used + bytes > this.#home.end
  }

  /** Makes the builder read from here. */
  use(): void {
    this.#builder.bytes = this.#bytes
  }

  /** Adds a text as UTF-8; returns its end. */
  write(text: string): number {
    this.#reserve(text.length * 3 + this.#used <= this.#home.end ? 0 : Buffer.byteLength(text))
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

  /** Makes room for so many bytes, which are written later; returns where they start. */
  take(bytes: number): number {
    this.#reserve(bytes)
    this.#used += bytes
    return this.#used - bytes
  }

  /** Hands the batch over and starts anew. */
  flush(): void {
    this.#builder.flush()
    this.#bytes = this.#home.bytes
    this.#used = this.#home.start
    this.use()
  }

  #reserve(more: number): void {
    const room = this.#bytes === this.#home.bytes ? this.#home.end : this.#bytes.length
    if (this.#used + more <= room) return
    const larger = Buffer.alloc(Math.max(this.#used + more, 2 * room))
    this.#bytes.copy(larger, this.#home.start, this.#home.start, this.#used)
    this.#bytes = larger
    this.use()
  }
}
