/** Parquet files, read by DuckDB in its own vectors; numbers stay typed, everything else becomes text. */
import type { DuckDBConnection, DuckDBVector } from '@duckdb/node-api'
import { unreadable } from '../read.ts'
import type { BatchBuilder } from './batch-builder.ts'
import type { ColumnBuffer } from './column-buffer.ts'

/** How a column's values are taken over. */
interface Reading {
  readonly kind: 'integral' | 'fractional' | 'text'
  /** What is selected; for numbers NaN stands for no value. */
  readonly sql: string
  /** Selects the text of a number that is no exact double, which then is Infinity. */
  readonly exact?: string
}

/** How a column of that DuckDB type is read; anything but numbers is cast to text. */
function readingOf(name: string, type: string): Reading {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const number = `coalesce(${quoted}::DOUBLE, 'NaN'::DOUBLE)`
  if (/^U?(TINYINT|SMALLINT|INTEGER)$/.test(type)) return { kind: 'integral', sql: number }
  if (type === 'BIGINT') {
    const most = Number.MAX_SAFE_INTEGER
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

/**
 * Streams a Parquet file into the builder. A NaN of a floating-point column counts as missing, which is how data
 * frames write a missing number.
 * @throws MonitorError SOURCE_UNREADABLE when the file is not Parquet or is damaged
 */
export function readParquet(
  path: string,
  name: string,
  builder: BatchBuilder,
  signal?: AbortSignal,
): Promise<void> {
  return connected(name, (connection) => stream(connection, path, builder, signal), signal)
}

/** Column names of a Parquet file, in order. Throws like {@link readParquet}. */
export function parquetColumns(path: string, name: string): Promise<string[]> {
  return connected(name, async (connection) =>
    (await connection.run(`SELECT * ${table(path)} LIMIT 0`)).columnNames(),
  )
}

async function connected<T>(
  name: string,
  work: (connection: DuckDBConnection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  try {
    // Instants become text in the session's time zone, which is the machine's unless told otherwise.
    await connection.run("SET TimeZone = 'UTC'")
    return await work(connection)
  } catch (error) {
    signal?.throwIfAborted()
    throw unreadable(name, error)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function table(path: string): string {
  // The function takes a pattern, so the signs that mean something in one are put in brackets.
  const literal = path.replaceAll(/[*?[]/g, '[$&]').replaceAll("'", "''")
  return `FROM read_parquet('${literal}', hive_partitioning = false)`
}

async function stream(
  connection: DuckDBConnection,
  path: string,
  builder: BatchBuilder,
  signal?: AbortSignal,
): Promise<void> {
  const from = table(path)
  const schema = await connection.run(`SELECT * ${from} LIMIT 0`)
  const names = schema.columnNames()
  const readings = schema.columnTypes().map((type, c) => readingOf(names[c]!, String(type)))
  const columns = names.map((column) => builder.named(column, 'data'))
  const exact = readings.flatMap((reading, c) => (reading.exact ? [c] : []))
  const selected = [...readings.map(({ sql }) => sql), ...exact.map((c) => readings[c]!.exact)]
  const rows = await connection.stream(`SELECT ${selected.join(', ')} ${from}`)
  let offset = 0
  let next = rows.fetchChunk()
  for (;;) {
    signal?.throwIfAborted()
    const chunk = await next
    if (chunk === null || chunk.rowCount === 0) break
    // DuckDB reads on while these rows are taken over.
    next = rows.fetchChunk()
    next.catch(() => {})
    const vectors = selected.map((_, c) => chunk.getColumnVector(c))
    for (let row = 0; row < chunk.rowCount; ) {
      const count = Math.min(chunk.rowCount - row, builder.rowsLeft)
      builder.ready(builder.length + count - 1)
      for (const [c, column] of columns.entries()) {
        const text = exact.indexOf(c)
        const exactly = text < 0 ? undefined : vectors[readings.length + text]
        if (column) takeOver(builder, column, readings[c]!.kind, { vector: vectors[c]!, exactly, row, count })
      }
      for (let i = 0; i < count; i++) {
        builder.startRecord(offset++)
        builder.commit(1)
      }
      row += count
      if (builder.full) builder.flush()
    }
  }
  builder.flush()
}

/** Some rows of one column, and the texts of its numbers that are no exact doubles. */
interface Part {
  readonly vector: DuckDBVector
  readonly exactly: DuckDBVector | undefined
  readonly row: number
  readonly count: number
}

/** Writes the cells of the rows behind the last one. */
function takeOver(
  builder: BatchBuilder,
  column: ColumnBuffer,
  kind: Reading['kind'],
  { vector, exactly, row, count }: Part,
): void {
  if (kind === 'text') {
    for (let i = 0; i < count; i++) {
      const value = vector.getItem(row + i)
      if (value !== null) builder.setText(column, builder.length + i, String(value))
    }
    return
  }
  const numbers = numbersOf(vector)
  for (let i = 0; i < count; i++) {
    const number = numbers[row + i]!
    if (exactly && number === Number.POSITIVE_INFINITY)
      builder.setText(column, builder.length + i, String(exactly.getItem(row + i)))
    else builder.setNumber(column, builder.length + i, number, kind === 'integral')
  }
}

/** All numbers of a column of doubles without nulls: its own memory where the library shows it. */
function numbersOf(vector: DuckDBVector): Float64Array {
  const { items } = vector as unknown as { readonly items?: unknown }
  if (items instanceof Float64Array) return items
  return Float64Array.from({ length: vector.itemCount }, (_, i) => vector.getItem(i) as number)
}
