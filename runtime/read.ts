/** Bytes of a slice of a file, in blocks that end where a record ends. Plain files and gzip; memory is two blocks. */
import { closeSync, createReadStream, openSync, read, readSync } from 'node:fs'
import { describe, MonitorError } from './errors.ts'

/** Bytes that are read and decoded at a time, less what is left of the last ones: usually, and where rows are long. */
const aheadBytes = (1 << 20) - (1 << 16)
const mostAheadBytes = (1 << 22) - (1 << 16)

/** Room for what is left of the last block before the bytes that are read. */
const restBytes = 1 << 18

/** Bytes of one of the {@link Rooms}: for blocks of the usual size, and for the largest. */
export const usualRoomBytes = restBytes + aheadBytes
export const roomBytes = restBytes + mostAheadBytes

/** The rest of a line that has no end within the bytes at hand is to be skipped. */
export const restOfLine = -1

/** Turns bytes into records. */
export interface BlockDecoder {
  /**
   * Takes the records in `bytes[from, to)` that are complete.
   * @param last true when no bytes follow: what is left is the last record
   *   The slice's last call says true, also when no bytes are left.
   * @param base where `bytes` starts in the (decompressed) file
   * @returns where the first incomplete record starts (`to` when there is none)
   */
  decode(bytes: Uint8Array, from: number, to: number, last: boolean, base?: number): number
  /**
   * The bytes hold no complete record and may not grow further: counts the record as rejected.
   * @returns where to go on, or {@link restOfLine} when the record's line does not end here and its rest has to be skipped
   */
  overflow(bytes: Uint8Array, from: number, to: number): number
  /** Bytes that it should be given at a time, as far as there is room; default: as many as usual. */
  readonly blockBytes?: number
  /** Waits for what the records of the last call led to; `last` as there. */
  settle?(last: boolean): Promise<void>
}

/** One holds the block that is being decoded, the other receives the next. */
export type Rooms = readonly [Uint8Array, Uint8Array]

export interface SliceOptions {
  readonly path: string
  /** For messages: the path as the plan names it. */
  readonly name: string
  /** Bytes [start, end) of the file; a record belongs to the slice that holds its first byte. Compressed files: the whole. */
  readonly start: number
  readonly end: number
  readonly maxRecordBytes: number
  /** Where to read to by turns, as long as no record is too long for it: {@link usualRoomBytes} to {@link roomBytes} each. Default: memory of its own, for blocks of the usual size. */
  readonly rooms?: Rooms
  readonly signal?: AbortSignal
}

/**
 * Feeds a slice to a decoder. A UTF-8 byte-order mark at the start of the file is skipped.
 * @throws MonitorError SOURCE_UNREADABLE naming the file when it cannot be read, is UTF-16, or is damaged gzip
 */
export async function readSlice(options: SliceOptions, decoder: BlockDecoder): Promise<void> {
  try {
    const head = readHead(options.path)
    if (isGzip(head))
      await feed(gunzip(options.path), { ...options, start: 0, end: Number.POSITIVE_INFINITY }, decoder)
    else await feed(slice(options.path, firstByte(options)), options, decoder)
  } catch (error) {
    // Errors of the system and of gzip carry a code; what has none is a mistake of ours.
    const outside = error instanceof Error && 'code' in error && !(error instanceof MonitorError)
    throw outside && !options.signal?.aborted ? unreadable(options.name, error) : error
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
    const source = await (isGzip(readHead(path)) ? gunzip(path) : slice(path, 0))
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
export function readHead(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = new Uint8Array(4)
    return head.subarray(0, readSync(file, head, 0, head.length, 0))
  } finally {
    closeSync(file)
  }
}

/** True for the magic bytes of gzip. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/** Fills `buffer` from `offset` on; returns the number of bytes, 0 at the end. */
type Source = { read(buffer: Uint8Array, offset: number): Promise<number>; close(): Promise<void> }

async function slice(path: string, from: number): Promise<Source> {
  // Not a file handle of node:fs/promises, which takes longer to load than a small file to read.
  const file = openSync(path, 'r')
  let position = from
  let reading: Promise<unknown> = Promise.resolve()
  return {
    read(buffer, offset) {
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      read(file, buffer, offset, buffer.length - offset, position, (error, bytes) => {
        if (error) return reject(error)
        position += bytes
        resolve(bytes)
      })
      reading = promise.catch(() => {})
      return promise
    },
    async close() {
      // The number of a file that is closed in the middle of a read may be another file's by then.
      await reading
      closeSync(file)
    },
  }
}

async function gunzip(path: string): Promise<Source> {
  const { createGunzip } = await import('node:zlib')
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

/** The same bytes, of which the next ones are fetched into one room while the last ones are decoded in the other. */
class ReadAhead {
  readonly #source: Source
  readonly #bytes: () => number
  readonly #rooms: Rooms
  /** The room that receives the next bytes. */
  #into: 0 | 1 = 0
  /** What has been fetched and not yet been taken. */
  #at = restBytes
  #end = restBytes
  #fetching: Promise<number> | undefined

  /** @param bytes how many to fetch next; each room holds that and {@link restBytes} */
  constructor(source: Source, bytes: () => number, rooms: Rooms) {
    this.#source = source
    this.#bytes = bytes
    this.#rooms = rooms
  }

  /** Waits for the next bytes; false when there are no more. */
  async more(): Promise<boolean> {
    if (this.#at < this.#end) return true
    this.#fetch()
    this.#at = restBytes
    this.#end = restBytes + (await this.#fetching!)
    this.#fetching = undefined
    return this.#at < this.#end
  }

  /**
   * Puts `rest`, which must not stand in the room of the next bytes, before them. To be called when there are {@link more}.
   * @returns both, valid until the next call but one; undefined when `rest` is too long for that
   */
  join(rest: Uint8Array): Uint8Array | undefined {
    if (rest.length > restBytes || this.#at > restBytes) return undefined
    const block = this.#rooms[this.#into].subarray(restBytes - rest.length, this.#end)
    block.set(rest)
    this.#at = this.#end
    this.#into = this.#into === 0 ? 1 : 0
    this.#fetch()
    return block
  }

  /** Copies next bytes into `into` from `offset` on and returns how many. To be called when there are {@link more}. */
  copy(into: Uint8Array, offset: number): number {
    const taken = Math.min(this.#end - this.#at, into.length - offset)
    into.set(this.#rooms[this.#into].subarray(this.#at, this.#at + taken), offset)
    this.#at += taken
    if (this.#at === this.#end) this.#fetch()
    return taken
  }

  #fetch(): void {
    if (this.#fetching) return
    this.#fetching = this.#fill(this.#rooms[this.#into].subarray(0, restBytes + this.#bytes()))
    // Whoever asks next hears of it.
    this.#fetching.catch(() => {})
  }

  /** All that was wanted, whatever the system hands over at a time: where blocks end decides the last digits of sums. */
  async #fill(room: Uint8Array): Promise<number> {
    let have = restBytes
    for (let read = -1; read !== 0 && have < room.length; have += read)
      read = await this.#source.read(room, have)
    return have - restBytes
  }

  async close(): Promise<void> {
    await this.#fetching?.catch(() => {})
    await this.#source.close()
  }
}

async function feed(opening: Promise<Source>, options: SliceOptions, decoder: BlockDecoder): Promise<void> {
  const { start, end, maxRecordBytes } = options
  const usual = Math.min(aheadBytes, end - start + 2)
  const rooms = options.rooms ?? [new Uint8Array(restBytes + usual), new Uint8Array(restBytes + usual)]
  // A large block could hold longer records than allowed.
  const most = maxRecordBytes < roomBytes ? usual : Math.min(rooms[0].length - restBytes, end - start + 2)
  const bytes = () => Math.min(most, Math.max(usual, decoder.blockBytes ?? 0))
  const source = new ReadAhead(await opening, bytes, rooms)
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
  readonly #source: ReadAhead
  readonly #options: SliceOptions
  readonly #decoder: BlockDecoder
  /** Most bytes held: the longest record and the line end that tells that it is not longer. */
  readonly #most: number
  /** Bytes to gather before decoding, so that batches are large and no record is tried again for every small read. */
  #wanted: number
  readonly #usual: number
  /** Memory for records that the rooms are too small for. */
  #own = new Uint8Array(0)
  /** Bytes that are not done with, and the file offset of the first one. */
  #held: Uint8Array = this.#own
  #offset: number
  /** True until the next line end: the record belongs to the slice before, or is too long. */
  #skipping: boolean

  constructor(source: ReadAhead, options: SliceOptions, decoder: BlockDecoder) {
    this.#source = source
    this.#options = options
    this.#decoder = decoder
    this.#most = options.maxRecordBytes + 1
    // Memory of its own for short records: a room could hold longer ones.
    this.#usual = this.#most < usualRoomBytes ? this.#most : aheadBytes
    this.#wanted = this.#usual
    this.#offset = firstByte(options)
    this.#skipping = options.start > 0
  }

  async run(): Promise<void> {
    if (this.#offset === 0) {
      await this.#gather()
      this.#drop(byteOrderMark(this.#held, this.#options.name))
    }
    for (let last = false; !last; ) {
      last = this.#step(await this.#gather())
      await this.#decoder.settle?.(last)
    }
  }

  /** Reads until there are as many bytes as wanted; true when the source has no more. */
  async #gather(): Promise<boolean> {
    while (this.#held.length < this.#wanted) {
      this.#options.signal?.throwIfAborted()
      if (!(await this.#source.more())) return true
      const joined = this.#wanted < this.#most ? this.#source.join(this.#held) : undefined
      this.#held = joined ?? this.#copyOn()
    }
    return false
  }

  /** What is held and the next bytes, no more than wanted, in memory of its own. */
  #copyOn(): Uint8Array {
    const { length } = this.#held
    const buffer = this.#own.length < this.#wanted ? new Uint8Array(this.#wanted) : this.#own
    buffer.set(this.#held)
    this.#own = buffer
    return buffer.subarray(0, length + this.#source.copy(buffer.subarray(0, this.#wanted), length))
  }

  /** Decodes what is there; true after the slice's last record. */
  #step(ended: boolean): boolean {
    let from = 0
    if (this.#skipping) {
      const end = this.#findLineEnd(0)
      from = end < 0 ? this.#held.length : end + 1
      this.#skipping = end < 0
    }
    const { to, last } = this.#owned(from, ended)
    let next = from
    if (to > from || last)
      next = this.#decoder.decode(this.#held.subarray(0, to), from, to, last, this.#offset)
    if (last) return true
    if (next === 0 && this.#held.length >= this.#most) next = this.#overflow()
    // Four times as much, so that looking at a long record again and again costs no more than reading it.
    if (next === 0) this.#wanted = Math.min(this.#held.length * 4, this.#most)
    else this.#drop(next)
    return false
  }

  /** Where the bytes that belong to this slice end, and whether that is the end of the slice. */
  #owned(from: number, ended: boolean): { to: number; last: boolean } {
    const border = this.#options.end - this.#offset
    if (from >= border) return { to: from, last: true }
    if (this.#held.length < border) return { to: this.#held.length, last: ended }
    const end = this.#findLineEnd(border - 1)
    if (end >= 0) return { to: end + 1, last: true }
    return { to: this.#held.length, last: ended }
  }

  #findLineEnd(from: number): number {
    return this.#held.indexOf(10, from)
  }

  #overflow(): number {
    const next = this.#decoder.overflow(this.#held, 0, this.#held.length)
    this.#skipping = next === restOfLine
    return this.#skipping ? this.#held.length : next
  }

  /** Lets go of the bytes that are done with. */
  #drop(bytes: number): void {
    this.#held = this.#held.subarray(bytes)
    this.#offset += bytes
    this.#wanted = this.#usual
  }
}
