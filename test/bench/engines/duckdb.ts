/** The same aggregates in DuckDB: `node duckdb.ts REQUEST`, the request as {@link EngineRequest} in JSON; prints the answers as JSON. */
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { points } from '../answers.ts'
import { query, quoted } from '../duck.ts'
import { csvTable } from '../files.ts'
import type { TableColumn } from '../table.ts'
import type { EngineRequest } from './index.ts'

const { format, path, schema, threads }: EngineRequest = JSON.parse(argv[2]!)

const numeric = ({ type }: { type: string }) => type !== 'VARCHAR'

/** The table as the files hold it. */
function source(): string {
  if (format === 'csv') return csvTable(path, schema as readonly TableColumn[])
  if (format === 'parquet') return `read_parquet(${quoted(join(path, '*.parquet'))})`
  if (format === 'json') {
    const types = schema.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ')
    return `read_json(${quoted(join(path, '*.jsonl'))}, format = 'newline_delimited', columns = {${types}})`
  }
  const payloads = `read_json(${quoted(join(path, '**', '*.jsonl'))}, format = 'newline_delimited', columns = {captureData: 'STRUCT(endpointInput STRUCT("data" VARCHAR), endpointOutput STRUCT("data" VARCHAR))'})`
  const cells = schema.map((column, i) => {
    const text = i === 0 ? 'captureData.endpointOutput.data' : `inputs[${i}]`
    return `${numeric(column) ? `try_cast(${text} AS DOUBLE)` : `nullif(${text}, '')`} AS ${column.name}`
  })
  return `(SELECT ${cells.join(', ')} FROM (SELECT captureData, string_split(captureData.endpointInput.data, ',') AS inputs FROM ${payloads}))`
}

const aggregates = schema.map((column) => {
  const { name } = column
  const counts = `'count': count(${name})::DOUBLE, 'missing': (count(*) - count(${name}))::DOUBLE`
  return numeric(column)
    ? `{${counts}, 'min': min(${name})::DOUBLE, 'max': max(${name})::DOUBLE, 'mean': avg(${name}), 'std': stddev_pop(${name}), 'quantiles': approx_quantile(${name}::DOUBLE, [${points}])} AS ${name}`
    : `{${counts}, 'distinct': approx_count_distinct(${name})::DOUBLE} AS ${name}`
})

const [row] = await query(`SELECT ${aggregates.join(', ')} FROM ${source()}`, threads)
stdout.write(`${JSON.stringify(schema.map(({ name }) => row![name]))}\n`)
