/** Files → lines of text. */
import { type BlockDecoder, readSlice, restOfLine } from '../read.ts'

export interface LinesOptions {
  readonly path: string
  /** For messages. */
  readonly name: string
  readonly maxLineBytes: number
  readonly signal?: AbortSignal
  /** Gets every line that is not blank, with its number from 1. */
  readonly line: (text: string, number: number) => void
  /** A line is longer than the limit; it is skipped. */
  readonly tooLong: (number: number) => void
}

/**
 * Reads a file, gzip or not.
 * @throws MonitorError SOURCE_UNREADABLE; the signal's reason when it is aborted; what `line` throws, as it is
 */
export async function readLines(options: LinesOptions): Promise<void> {
  const { path, name, maxLineBytes, signal } = options
  const slice = { path, name, start: 0, end: Number.POSITIVE_INFINITY, maxRecordBytes: maxLineBytes }
  const decoder = new LineDecoder(options)
  try {
    await readSlice(signal ? { ...slice, signal } : slice, decoder)
  } catch (error) {
    throw decoder.failure ?? error
  }
}

class LineDecoder implements BlockDecoder {
  readonly #options: LinesOptions
  /** What the receiver of the lines has thrown, which says nothing about the file. */
  failure: unknown
  #number = 0

  constructor(options: LinesOptions) {
    this.#options = options
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let i = from
    while (i < to) {
      let end = bytes.indexOf(10, i)
      if (end < 0 || end >= to) {
        if (!last) break
        end = to
      }
      this.#number++
      const text = block.toString('utf8', i, bytes[end - 1] === 13 && end > i ? end - 1 : end)
      if (text.trim() !== '') this.#deliver(text)
      i = end + 1
    }
    return Math.min(i, to)
  }

  #deliver(text: string): void {
    try {
      this.#options.line(text, this.#number)
    } catch (error) {
      this.failure = error
      throw error
    }
  }

  overflow(): number {
    this.#options.tooLong(++this.#number)
    return restOfLine
  }
}
