/** The right answers about a table, by exact aggregates over its Parquet file; kept beside it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exact } from './answers.ts'
import { doubles, query, quoted } from './duck.ts'
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
    const from = `FROM (SELECT ${name}${type === 'VARCHAR' ? '' : `, ${name}::DOUBLE AS v`} FROM ${quoted(join(path('parquet'), '*.parquet'))})`
    const aggregates =
      type === 'VARCHAR'
        ? `count(DISTINCT ${name})::DOUBLE AS "distinct"`
        : 'min(v) AS "min", max(v) AS "max", avg(v) AS "mean", stddev_pop(v) AS "std"'
    const [row] = await query(
      `SELECT count(${name})::DOUBLE AS "count", (count(*) - count(${name}))::DOUBLE AS missing, ${aggregates} ${from}`,
    )
    answers.push(
      type === 'VARCHAR'
        ? row!
        : { ...row!, grid: quantiles(await doubles(`SELECT v ${from} WHERE v IS NOT NULL`)) },
    )
  }
  await writeFile(file, JSON.stringify(answers))
  return answers as unknown as Exact
}

/** Values at equal steps of rank, the smallest and the largest among them. */
function quantiles(values: Float64Array): number[] {
  values.sort()
  return Array.from(
    { length: gridSize + 1 },
    (_, i) => values[Math.floor(((values.length - 1) * i) / gridSize)]!,
  )
}
