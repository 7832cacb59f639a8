/** DuckDB through its C interface: SQL → vectors, whose memory is read as it stands, without an object for each value. */
import duckdb from '@duckdb/node-bindings'
import { shownMemory, uninterrupted } from '../watch.ts'

/** Bytes of an entry of a vector of texts: the length, and then the text itself or a pointer to it. */
const entryBytes = 16
/** Longest text that stands in its entry. */
const inlined = 12

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A thread that is ended while DuckDB works for it would end the process. */
function call<T>(work: () => Promise<T>): Promise<T> {
  return uninterrupted(shownMemory(), work, () => Promise.reject(new Error('the run is stopped')))
}

/** A database in memory. */
export class Database {
  readonly #database: Awaited<ReturnType<typeof duckdb.open>>

  private constructor(database: Awaited<ReturnType<typeof duckdb.open>>) {
    this.#database = database
  }

  static async open(settings: Readonly<Record<string, string>>): Promise<Database> {
    const config = duckdb.create_config()
    for (const [name, value] of Object.entries(settings)) duckdb.set_config(config, name, value)
    return new Database(await call(() => duckdb.open(':memory:', config)))
  }

  async connect(): Promise<Connection> {
    return new Connection(await call(() => duckdb.connect(this.#database)))
  }
}

/** Runs one statement after the other. Every method throws an Error with what DuckDB says. */
export class Connection {
  readonly #connection: Awaited<ReturnType<typeof duckdb.connect>>

  constructor(connection: Awaited<ReturnType<typeof duckdb.connect>>) {
    this.#connection = connection
  }

  async run(sql: string): Promise<void> {
    await call(() => duckdb.query(this.#connection, sql))
  }

  /** All rows of a query that selects texts only; undefined is null. */
  async rows(sql: string): Promise<(string | undefined)[][]> {
    const result = await call(() => duckdb.query(this.#connection, sql))
    const columns = duckdb.column_count(result)
    const rows: (string | undefined)[][] = []
    for (let chunk = await nextChunk(result); chunk; chunk = await nextChunk(result)) {
      const texts = Array.from({ length: columns }, (_, c) => chunk!.texts(c))
      for (let row = 0; row < chunk.rows; row++) rows.push(texts.map((column) => column.text(row)))
    }
    return rows
  }

  /** The rows of a query piece by piece; returns undefined at the end. One query at a time. */
  async stream(sql: string): Promise<() => Promise<Chunk | undefined>> {
    const prepared = await call(() => duckdb.prepare(this.#connection, sql))
    try {
      const result = await call(() => duckdb.execute_prepared_streaming(prepared))
      return () => nextChunk(result)
    } finally {
      duckdb.destroy_prepare_sync(prepared)
    }
  }

  close(): void {
    duckdb.disconnect_sync(this.#connection)
  }
}

async function nextChunk(result: Awaited<ReturnType<typeof duckdb.query>>): Promise<Chunk | undefined> {
  const chunk = await call(() => duckdb.fetch_chunk(result))
  const rows = chunk ? duckdb.data_chunk_get_size(chunk) : 0
  return chunk && rows > 0 ? new Chunk(chunk, rows) : undefined
}

/** Some rows. What its columns show is valid as long as somebody holds the chunk. */
export class Chunk {
  readonly rows: number
  readonly #chunk: NonNullable<Awaited<ReturnType<typeof duckdb.fetch_chunk>>>

  constructor(chunk: NonNullable<Awaited<ReturnType<typeof duckdb.fetch_chunk>>>, rows: number) {
    this.#chunk = chunk
    this.rows = rows
  }

  /** The numbers of a column of doubles that holds no nulls. */
  numbers(column: number): Float64Array {
    const { buffer, byteOffset } = duckdb.vector_get_data(this.#vector(column), this.rows * 8)
    return new Float64Array(buffer, byteOffset, this.rows)
  }

  /** The texts of a column. */
  texts(column: number): Texts {
    const vector = this.#vector(column)
    const valid = duckdb.vector_get_validity(vector, Math.ceil(this.rows / 64) * 8) as Uint8Array | null
    return new Texts(duckdb.vector_get_data(vector, this.rows * entryBytes), valid ?? undefined)
  }

  #vector(column: number) {
    return duckdb.data_chunk_get_vector(this.#chunk, column)
  }
}

/** A column of texts, as UTF-8. */
export class Texts {
  readonly #entries: Uint8Array
  readonly #lengths: Uint32Array
  /** A bit for each text that is not null; undefined: all are. */
  readonly #valid: Uint8Array | undefined

  constructor(entries: Uint8Array, valid: Uint8Array | undefined) {
    this.#entries = entries
    this.#lengths = new Uint32Array(entries.buffer, entries.byteOffset, entries.length / 4)
    this.#valid = valid
  }

  /** Bytes of a text, -1 for null. */
  length(row: number): number {
    if (this.#valid && (this.#valid[row >> 3]! & (1 << (row & 7))) === 0) return -1
    return this.#lengths[4 * row]!
  }

  /** Writes the text of that length to `bytes` from `at` on. */
  copy(row: number, length: number, bytes: Uint8Array, at: number): void {
    const entry = entryBytes * row + 4
    if (length > inlined) bytes.set(this.#long(row, length), at)
    else for (let k = 0; k < length; k++) bytes[at + k] = this.#entries[entry + k]!
  }

  /** The text as a string; undefined for null. */
  text(row: number): string | undefined {
    const length = this.length(row)
    if (length < 0) return undefined
    const bytes = new Uint8Array(length)
    this.copy(row, length, bytes, 0)
    return decoder.decode(bytes)
  }

  #long(row: number, length: number): Uint8Array {
    const { buffer, byteOffset } = this.#entries
    return duckdb.get_data_from_pointer(buffer as ArrayBuffer, byteOffset + entryBytes * row + 8, length)
  }
}
