/** Bytes of a slice of a file, in blocks that end where a record ends. Plain files and gzip; memory is one block. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { describe, MonitorError } from './errors.ts'

const blockBytes = 1 << 20

/** Turns bytes into records. */
export interface BlockDecoder {
  /**
   * Takes the records in `bytes[from, to)` that are complete.
   * @param last true when no bytes follow: what is left is the last record
   * @returns where the first incomplete record starts (`to` when there is none)
   */
  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number
  /**
   * The bytes hold no complete record and may not grow further: counts the record as rejected.
   * @returns where to go on, or `to` when the record's line does not end here and its rest has to be skipped
   */
  overflow(bytes: Uint8Array, from: number, to: number): number
}

export interface SliceOptions {
  readonly path: string
  /** For messages: the path as the plan names it. */
  readonly name: string
  /** Bytes [start, end) of the file; a record belongs to the slice that holds its first byte. Compressed files: the whole. */
  readonly start: number
  readonly end: number
  readonly maxRecordBytes: number
  readonly signal?: AbortSignal
}

/**
 * Feeds a slice to a decoder. A UTF-8 byte-order mark at the start of the file is skipped.
 * @throws MonitorError SOURCE_UNREADABLE naming the file when it cannot be read, is UTF-16, or is damaged gzip
 */
export async function readSlice(options: SliceOptions, decoder: BlockDecoder): Promise<void> {
  try {
    const head = await readHead(options.path)
    if (isGzip(head))
      await feed(gunzip(options.path), { ...options, start: 0, end: Number.POSITIVE_INFINITY }, decoder)
    else await feed(slice(options.path, firstByte(options)), options, decoder)
  } catch (error) {
    if (error instanceof MonitorError || options.signal?.aborted) throw error
    throw unreadable(options.name, error)
  }
}

/** The SOURCE_UNREADABLE error for a file and what the system said about it. */
export function unreadable(name: string, error: unknown): MonitorError {
  const code = (error as NodeJS.ErrnoException).code
  const reasons: Record<string, string> = {
    EACCES: 'permission denied: make it readable for the user the container runs as',
    ENOENT: 'it does not exist',
    Z_DATA_ERROR: 'it is damaged gzip',
    Z_BUF_ERROR: 'it is gzip that ends too early: the upload was cut off',
  }
  return new MonitorError(
    'SOURCE_UNREADABLE',
    `${name} cannot be read: ${reasons[code ?? ''] ?? describe(error)}.`,
    { cause: error },
  )
}

/** The first `bytes` bytes of a file, decompressed and without a byte-order mark; fewer when it is shorter. */
export async function readStart(path: string, name: string, bytes: number): Promise<Uint8Array> {
  try {
    const source = await (isGzip(await readHead(path)) ? gunzip(path) : slice(path, 0))
    try {
      const buffer = new Uint8Array(bytes)
      let have = 0
      for (let read = -1; read !== 0 && have < bytes; have += read) read = await source.read(buffer, have)
      return buffer.subarray(byteOrderMark(buffer.subarray(0, have), name), have)
    } finally {
      await source.close()
    }
  } catch (error) {
    throw error instanceof MonitorError ? error : unreadable(name, error)
  }
}

/** Length of the UTF-8 byte-order mark that the file starts with. */
function byteOrderMark([a, b, c]: Uint8Array, name: string): number {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new MonitorError('SOURCE_UNREADABLE', `${name} is UTF-16: convert it to UTF-8.`)
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0
}

/** The first four bytes of a file; fewer when it is shorter. */
export async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** True for the magic bytes of gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** Fills `buffer` from `offset` on; returns the number of bytes, 0 at the end. */
type Source = { read(buffer: Uint8Array, offset: number): Promise<number>; close(): Promise<void> }

async function slice(path: string, from: number): Promise<Source> {
  const handle = await open(path)
  let position = from
  return {
    async read(buffer, offset) {
      const { bytesRead } = await handle.read(buffer, offset, buffer.length - offset, position)
      position += bytesRead
      return bytesRead
    },
    close: () => handle.close(),
  }
}

async function gunzip(path: string): Promise<Source> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const stream = file.pipe(createGunzip({ chunkSize: 1 << 18 }))
  file.on('error', (error) => stream.destroy(error))
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  let chunk: Uint8Array = new Uint8Array(0)
  return {
    async read(buffer, offset) {
      if (chunk.length === 0) {
        const next = await chunks.next()
        if (next.done) return 0
        chunk = next.value
      }
      const bytes = Math.min(chunk.length, buffer.length - offset)
      buffer.set(chunk.subarray(0, bytes), offset)
      chunk = chunk.subarray(bytes)
      return bytes
    },
    async close() {
      stream.destroy()
      file.destroy()
    },
  }
}

async function feed(opening: Promise<Source>, options: SliceOptions, decoder: BlockDecoder): Promise<void> {
  const source = await opening
  try {
    await new Feeder(source, options, decoder).run()
  } finally {
    await source.close()
  }
}

/** One byte early, so that a record that starts exactly at `start` is seen to start there. */
function firstByte({ start }: SliceOptions): number {
  return Math.max(0, start - 1)
}

/** Carries the incomplete tail from block to block. */
class Feeder {
  readonly #source: Source
  readonly #options: SliceOptions
  readonly #decoder: BlockDecoder
  #buffer = new Uint8Array(blockBytes)
  /** Bytes in the buffer, and the file offset of its first one. */
  #have = 0
  #offset: number
  /** True until the next line end: the record belongs to the slice before, or is too long. */
  #skipping: boolean

  constructor(source: Source, options: SliceOptions, decoder: BlockDecoder) {
    this.#source = source
    this.#options = options
    this.#decoder = decoder
    this.#offset = firstByte(options)
    this.#skipping = options.start > 0
  }

  async run(): Promise<void> {
    for (let done = false; !done; ) {
      this.#options.signal?.throwIfAborted()
      if (this.#have === this.#buffer.length) this.#enlarge()
      const read = await this.#source.read(this.#buffer, this.#have)
      this.#have += read
      // Short reads of a stream are gathered, so that batches are large.
      if (read > 0 && this.#have < Math.min(blockBytes, this.#buffer.length)) continue
      done = this.#step(read === 0)
    }
  }

  #step(ended: boolean): boolean {
    let from = this.#offset === 0 ? this.#mark() : 0
    if (this.#skipping) {
      from = this.#findLineEnd(0) + 1
      if (from === 0) {
        this.#drop(this.#have)
        return ended || this.#offset >= this.#options.end
      }
      this.#skipping = false
    }
    const { to, last } = this.#owned(from, ended)
    const next = to > from ? this.#decoder.decode(this.#buffer, from, to, last) : from
    if (last) return true
    this.#drop(next)
    return false
  }

  /** Where the bytes that belong to this slice end, and whether that is the end of the slice. */
  #owned(from: number, ended: boolean): { to: number; last: boolean } {
    const border = this.#options.end - this.#offset
    if (from >= border) return { to: from, last: true }
    if (this.#have < border) return { to: this.#have, last: ended }
    const end = this.#findLineEnd(border - 1)
    if (end >= 0) return { to: end + 1, last: true }
    return { to: this.#have, last: ended }
  }

  #findLineEnd(from: number): number {
    const end = this.#buffer.indexOf(10, from)
    return end < this.#have ? end : -1
  }

  #drop(bytes: number): void {
    this.#buffer.copyWithin(0, bytes, this.#have)
    this.#have -= bytes
    this.#offset += bytes
  }

  #enlarge(): void {
    if (this.#buffer.length >= this.#options.maxRecordBytes) {
      const next = this.#decoder.overflow(this.#buffer, this.#offset === 0 ? this.#mark() : 0, this.#have)
      this.#skipping = next >= this.#have
      this.#drop(next)
      return
    }
    const larger = new Uint8Array(
      Math.min(this.#buffer.length * 4, Math.max(this.#options.maxRecordBytes, blockBytes)),
    )
    larger.set(this.#buffer)
    this.#buffer = larger
  }

  #mark(): number {
    return byteOrderMark(this.#buffer.subarray(0, this.#have), this.#options.name)
  }
}
