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

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
