/** Parquet files, read by DuckDB in its own vectors; numbers stay typed, everything else becomes text. */
import { statSync } from 'node:fs'
import { unreadable } from '../read.ts'
import { Arena, type Home } from './arena.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { type Chunk, type Connection, Database } from './duckdb.ts'
import type { Kernel } from './kernel/index.ts'
import { takeNumbers, takeTexts, type VectorRows } from './parquet-cells.ts'
import { VectorMemory } from './vector-memory.ts'

/** Whole numbers up to this are exact doubles. */
const most = Number.MAX_SAFE_INTEGER
/** What a value of a vector takes: a text 16 bytes and what does not fit into them. */
const numberBytes = 8
const textBytes = 16
/** The column of row numbers that DuckDB adds when asked to. */
const rowNumber = 'file_row_number'

/** How a column's values are taken over. */
interface Reading {
  readonly kind: 'integral' | 'fractional' | 'text'
  /** What is selected; for numbers NaN stands for no value. */
  readonly sql: string
  /** Selects the text of a number that is no exact double, which then is Infinity. */
  readonly exact?: string
}

/**
 * How a column of that DuckDB type is read; anything but numbers is cast to text.
 * @param small says that all its whole numbers are exact doubles
 */
function readingOf(name: string, type: string, small: boolean): Reading {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const number = `coalesce(${quoted}::DOUBLE, 'NaN'::DOUBLE)`
  if (/^U?(TINYINT|SMALLINT|INTEGER)$/.test(type) || (type === 'BIGINT' && small))
    return { kind: 'integral', sql: number }
  if (type === 'BIGINT') {
    const safe = `${quoted} IS NULL OR ${quoted} BETWEEN -${most} AND ${most}`
    return {
      kind: 'integral',
      sql: `CASE WHEN ${safe} THEN ${number} ELSE 'Infinity'::DOUBLE END`,
      exact: `CASE WHEN ${safe} THEN NULL ELSE ${quoted}::VARCHAR END`,
    }
  }
  if (type === 'DOUBLE' || type === 'FLOAT' || /^DECIMAL\(\d+,[1-9]\d*\)$/.test(type))
    return { kind: 'fractional', sql: number }
  return { kind: 'text', sql: `${quoted}::VARCHAR` }
}

/** Bytes [start, end) of a Parquet file; a row group belongs to the slice that holds its first byte. */
export interface ParquetSlice {
  readonly start: number
  readonly end: number
}

/**
 * Streams a Parquet file, or the row groups of a slice of it, into the builder. A NaN of a floating-point column counts as
 * missing, which is how data frames write a missing number.
 * @param kernel in whose memory the builder's columns are to stand, for those who work there
 * @throws MonitorError SOURCE_UNREADABLE when the file is not Parquet or is damaged
 */
export function readParquet(
  path: string,
  name: string,
  builder: BatchBuilder,
  signal?: AbortSignal,
  slice?: ParquetSlice,
  kernel?: Kernel,
): Promise<void> {
  return connected(name, (connection) => stream(connection, path, builder, signal, slice, kernel), signal)
}

/** Column names of a Parquet file, in order. Throws like {@link readParquet}. */
export function parquetColumns(path: string, name: string): Promise<string[]> {
  return connected(name, async (connection) => (await columnsOf(connection, path)).map(([column]) => column))
}

/**
 * Places near the wanted ones where a row group starts, ascending; none for a file whose rows cannot be told apart by number.
 * Throws like {@link readParquet}.
 */
export function parquetCuts(path: string, name: string, wanted: readonly number[]): Promise<number[]> {
  return connected(name, async (connection) => {
    const columns = await columnsOf(connection, path)
    if (columns.some(([column]) => column.toLowerCase() === rowNumber)) return []
    const starts = (await rowGroups(connection, path)).map(({ start }) => start)
    const cuts = wanted.map((at) => starts.find((start) => start >= at))
    return [...new Set(cuts)].filter((cut) => cut !== undefined && cut > starts[0]!) as number[]
  })
}

/** Name and type of each column. */
function columnsOf(connection: Connection, path: string): Promise<[string, string][]> {
  const sql = `SELECT column_name, column_type FROM (DESCRIBE SELECT * ${table(path)})`
  return connection.rows(sql) as Promise<[string, string][]>
}

/** A row group: its first byte, and its rows [from, to) of the file. */
interface RowGroup {
  readonly start: number
  readonly from: number
  readonly to: number
}

async function rowGroups(connection: Connection, path: string): Promise<RowGroup[]> {
  const first = 'min(least(coalesce(nullif(dictionary_page_offset, 0), data_page_offset), data_page_offset))'
  const found = await connection.rows(
    `SELECT any_value(row_group_num_rows)::VARCHAR, ${first}::VARCHAR
     FROM parquet_metadata('${literal(path)}') GROUP BY row_group_id ORDER BY row_group_id`,
  )
  let from = 0
  return found.map(([rows, start]) => {
    const group = { start: Number(start), from, to: from + Number(rows) }
    from = group.to
    return group
  })
}

/** Columns whose whole numbers are all exact doubles, as the file says. */
async function smallColumns(connection: Connection, path: string): Promise<Set<string>> {
  const found = await connection.rows(
    `SELECT path_in_schema FROM parquet_metadata('${literal(path)}') WHERE type = 'INT64' GROUP BY path_in_schema HAVING bool_and(
       stats_null_count = num_values OR coalesce(try_cast(stats_min_value AS BIGINT) >= -${most} AND try_cast(stats_max_value AS BIGINT) <= ${most}, false))`,
  )
  return new Set(found.map(([column]) => column!))
}

/** What is read of a file before its rows, which takes as long as some ten thousand of them: the same for each of its slices. */
interface FileFacts {
  readonly columns: readonly [string, string][]
  readonly small: ReadonlySet<string>
  /** Row groups, for files in slices. */
  readonly groups: readonly RowGroup[]
}

/** Facts of the file that was read last, and which state of which file that was. */
let last: { readonly file: string; readonly facts: Promise<FileFacts> } | undefined

function factsOf(connection: Connection, path: string, sliced: boolean): Promise<FileFacts> {
  const { size, mtimeMs, ino } = statSync(path)
  const file = [path, size, mtimeMs, ino, sliced].join('\n')
  if (last?.file === file) return last.facts
  const facts = readFacts(connection, path, sliced)
  last = { file, facts }
  // The next one may have more luck: a run that is stopped breaks off here, too.
  facts.catch(() => {
    last = undefined
  })
  return facts
}

async function readFacts(connection: Connection, path: string, sliced: boolean): Promise<FileFacts> {
  const columns = await columnsOf(connection, path)
  const hasLong = columns.some(([, type]) => type === 'BIGINT')
  const small = hasLong ? await smallColumns(connection, path) : new Set<string>()
  return { columns, small, groups: sliced ? await rowGroups(connection, path) : [] }
}

/** One for all files that this thread reads: making it takes as long as reading some ten thousand rows. */
let database: Promise<Database> | undefined

async function connected<T>(
  name: string,
  work: (connection: Connection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  database ??= Database.open({
    threads: '1',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // It would keep what was read, up to most of the machine's memory.
    enable_external_file_cache: 'false',
  })
  const connection = await (await database).connect()
  try {
    // Instants become text in the session's time zone, which is the machine's unless told otherwise.
    await connection.run("SET TimeZone = 'UTC'")
    return await work(connection)
  } catch (error) {
    signal?.throwIfAborted()
    throw unreadable(name, error)
  } finally {
    connection.close()
  }
}

function table(path: string, options = ''): string {
  return `FROM read_parquet('${literal(path)}', hive_partitioning = false${options})`
}

/** The functions take a pattern, so the signs that mean something in one are put in brackets. */
function literal(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]').replaceAll("'", "''")
}

/** What is read of a file: everything, or some rows of it. */
function sourceOf(path: string, all: readonly RowGroup[], slice: ParquetSlice | undefined) {
  if (slice === undefined) return { from: table(path), first: 0 }
  const groups = all.filter(({ start }) => (start >= slice.start || slice.start === 0) && start < slice.end)
  const first = groups[0]?.from ?? 0
  const rows = `${rowNumber} >= ${first} AND ${rowNumber} < ${groups.at(-1)?.to ?? 0}`
  return { from: `${table(path, ', file_row_number = true')} WHERE ${rows}`, first }
}

function homeIn({ memory: { bytes, arenaStart, arenaEnd } }: Kernel): Home {
  return { bytes, start: arenaStart, end: arenaEnd }
}

async function stream(
  connection: Connection,
  path: string,
  builder: BatchBuilder,
  signal: AbortSignal | undefined,
  slice: ParquetSlice | undefined,
  kernel: Kernel | undefined,
): Promise<void> {
  const { columns: schema, small, groups } = await factsOf(connection, path, slice !== undefined)
  const readings = schema.map(([name, type]) => readingOf(name, type, small.has(name)))
  const exact = readings.flatMap((reading, c) => (reading.exact ? [c] : []))
  const selected = [...readings.map(({ sql }) => sql), ...exact.map((c) => readings[c]!.exact)]
  const { from, first } = sourceOf(path, groups, slice)
  const read = await connection.stream(`SELECT ${selected.join(', ')} ${from}`)
  const columns = schema.map(([column]) => builder.named(column, 'data'))
  const arena = new Arena(builder, kernel && builder.attach(kernel) ? homeIn(kernel) : undefined)
  const take = (chunk: Chunk, part: VectorRows) => {
    for (const [c, column] of columns.entries()) {
      if (column === undefined) continue
      const { kind } = readings[c]!
      if (kind === 'text') takeTexts(builder, column, part, chunk.texts(c), arena)
      else {
        const text = exact.indexOf(c)
        const exactly = text < 0 ? undefined : chunk.texts(readings.length + text)
        takeNumbers(builder, column, kind === 'integral', part, chunk.numbers(c), exactly)
      }
    }
  }
  const texts = readings.filter(({ kind }) => kind === 'text').length + exact.length
  const bytesPerRow = texts * textBytes + (selected.length - texts) * numberBytes
  const memory = new VectorMemory()
  let offset = first
  let next = read()
  try {
    for (;;) {
      signal?.throwIfAborted()
      const chunk = await next
      if (chunk === undefined) break
      // DuckDB reads on while these rows are taken over.
      next = read()
      next.catch(() => {})
      for (let row = 0; row < chunk.rows; ) {
        const count = Math.min(chunk.rows - row, builder.rowsLeft)
        const into = builder.length
        builder.commitEmpty(count, offset)
        take(chunk, { row, count, into })
        builder.about(into + count - 1)
        offset += count
        row += count
        if (builder.full || arena.full) arena.flush()
      }
      // Now, while DuckDB has the next rows to read: after more of them it would have to wait.
      arena.flush()
      memory.release(bytesPerRow * chunk.rows)
    }
  } finally {
    // The connection is closed next, and DuckDB may still be reading.
    await next.catch(() => {})
  }
  arena.flush()
}
