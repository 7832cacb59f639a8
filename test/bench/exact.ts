/** The right answers about a table, by exact aggregates over its Parquet file; kept beside it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exact } from './answers.ts'
import { query, quoted } from './duck.ts'
import type { TableFiles } from './files.ts'

/** Ranks to which quantiles are known. */
const gridSize = 4000

/** @returns the answers, by column */
export async function exactAnswers({ schema, path }: TableFiles): Promise<Exact> {
  const file = join(path('parquet'), '..', 'exact.json')
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known !== undefined) return JSON.parse(known)
  const answers = []
  // One column at a time: sorting all of them at once takes the memory of the whole table.
  for (const { name, type } of schema) {
    const aggregates =
      type === 'VARCHAR'
        ? `count(DISTINCT ${name})::DOUBLE AS "distinct"`
        : `min(v) AS "min", max(v) AS "max", avg(v) AS "mean", stddev_pop(v) AS "std", quantile_disc(v, [${Array.from({ length: gridSize + 1 }, (_, i) => i / gridSize)}]) AS grid`
    const [row] = await query(
      `SELECT count(${name})::DOUBLE AS "count", (count(*) - count(${name}))::DOUBLE AS missing, ${aggregates} FROM (SELECT ${name}${type === 'VARCHAR' ? '' : `, ${name}::DOUBLE AS v`} FROM ${quoted(join(path('parquet'), '*.parquet'))})`,
    )
    answers.push(row!)
  }
  await writeFile(file, JSON.stringify(answers))
  return answers as unknown as Exact
}
