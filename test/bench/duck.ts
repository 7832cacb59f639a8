/** DuckDB in this process: makes Parquet, and says what is exactly right. */
import { DuckDBInstance } from '@duckdb/node-api'

/** Rows of a query's answer, each an object by column name. */
export async function query(sql: string, threads = 2): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await instance.connect()
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJS()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** The numbers of a query's only column. */
export async function doubles(sql: string): Promise<Float64Array> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const parts: Float64Array[] = []
    const rows = await connection.stream(sql)
    for (;;) {
      const chunk = await rows.fetchChunk()
      if (chunk === null || chunk.rowCount === 0) break
      parts.push(Float64Array.from(chunk.getColumnValues(0) as number[]))
    }
    const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
