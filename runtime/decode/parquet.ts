/** Parquet files, read by DuckDB in its own vectors; numbers stay typed, everything else becomes text. */
import type { DuckDBConnection } from '@duckdb/node-api'
import { unreadable } from '../read.ts'
import type { BatchBuilder, ColumnBuffer } from './batch-builder.ts'

/** How a column's values are taken over. */
type Kind = 'integral' | 'fractional' | 'bigint' | 'text'

/** Type and query expression by the DuckDB type's name; anything else is cast to text. */
function plan(name: string, type: string): { kind: Kind; sql: string } {
  const quoted = `"${name.replaceAll('"', '""')}"`
  if (/^U?(TINYINT|SMALLINT|INTEGER)$/.test(type)) return { kind: 'integral', sql: `${quoted}::DOUBLE` }
  if (type === 'BIGINT') return { kind: 'bigint', sql: quoted }
  if (type === 'DOUBLE' || type === 'FLOAT' || /^DECIMAL\(\d+,[1-9]\d*\)$/.test(type))
    return { kind: 'fractional', sql: `${quoted}::DOUBLE` }
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
  const plans = schema.columnTypes().map((type, c) => plan(names[c]!, String(type)))
  const columns = names.map((column) => builder.named(column, 'data'))
  let offset = 0
  const rows = await connection.stream(`SELECT ${plans.map(({ sql }) => sql).join(', ')} ${from}`)
  for (;;) {
    signal?.throwIfAborted()
    const chunk = await rows.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) break
    const vectors = plans.map((_, c) => chunk.getColumnVector(c))
    for (let row = 0; row < chunk.rowCount; row++) {
      builder.startRecord(offset++)
      builder.ready(builder.length)
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]
        const value = column && vectors[c]!.getItem(row)
        if (column && value !== null && value !== undefined) setValue(builder, column, plans[c]!.kind, value)
      }
      builder.commit(1)
      if (builder.full) builder.flush()
    }
  }
  builder.flush()
}

function setValue(builder: BatchBuilder, column: ColumnBuffer, kind: Kind, value: unknown): void {
  const row = builder.length
  if (kind === 'bigint') {
    const number = Number(value)
    if (Number.isSafeInteger(number)) builder.setNumber(column, row, number, true)
    else builder.setText(column, row, String(value))
  } else if (kind === 'text') builder.setText(column, row, String(value))
  else builder.setNumber(column, row, value as number, kind === 'integral')
}
