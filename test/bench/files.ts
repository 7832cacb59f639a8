/** The table in every format: capture JSON Lines by the hour, CSV, flat JSON Lines, Parquet. */
import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { query, quoted } from './duck.ts'
import { columnsOf, type Mix, rowsOf, type TableColumn } from './table.ts'

/** A format of files. */
export type Format = 'capture' | 'csv' | 'json' | 'parquet'

/** Which table. */
export interface TableSize {
  readonly mix: Mix
  readonly rows: number
  readonly columns: number
}

/** A table on disk. */
export interface TableFiles extends TableSize {
  readonly schema: readonly TableColumn[]
  /** Folder of each format. */
  readonly path: (format: Format) => string
}

/** Part of the folder's name: another number when the same seed makes other files. */
const version = 1
const hours = 24

/** The formats that are text, and how they write a row. */
export const writers: Readonly<
  Record<Exclude<Format, 'parquet'>, (schema: readonly TableColumn[]) => RowWriter>
> = { capture, csv, json }

interface RowWriter {
  readonly header: string
  readonly line: (row: readonly (string | undefined)[], i: number) => string
}

function csv(schema: readonly TableColumn[]): RowWriter {
  return {
    header: `${schema.map(({ name }) => name).join(',')}\n`,
    line: (row) => `${row.map((value) => value ?? '').join(',')}\n`,
  }
}

function json(schema: readonly TableColumn[]): RowWriter {
  const keys = schema.map(({ name, type }) => ({ key: `"${name}":`, quote: type === 'VARCHAR' ? '"' : '' }))
  return {
    header: '',
    line: (row) =>
      `{${keys.map(({ key, quote }, c) => key + (row[c] === undefined ? 'null' : quote + row[c] + quote)).join(',')}}\n`,
  }
}

/** Records as endpoints capture them: the first column is the output. One in twenty has an inference id. */
function capture(): RowWriter {
  return {
    header: '',
    line(row, i) {
      const [output = '', ...inputs] = row
      const id = String(i).padStart(12, '0')
      const inference = i % 20 === 7 ? `,"inferenceId":"inference-${id}"` : ''
      return `{"captureData":{"endpointInput":{"observedContentType":"text/csv","mode":"INPUT","data":"${inputs
        .map((value) => value ?? '')
        .join(
          ',',
        )}","encoding":"CSV"},"endpointOutput":{"observedContentType":"text/csv; charset=utf-8","mode":"OUTPUT","data":"${output}","encoding":"CSV"}},"eventMetadata":{"eventId":"2c8f1c1e-0000-4000-8000-${id}"${inference},"inferenceTime":"2026-03-01T${twoDigits(i % hours)}:00:${twoDigits(i % 60)}Z"},"eventVersion":"0"}\n`
    },
  }
}

/**
 * Makes the files of a table in some formats, unless they are there. Parquet is made of the CSV.
 * @param parent folder in which the table's own is made: by default one that the next measurement finds again
 */
export async function makeTable(
  size: TableSize,
  formats: readonly Format[],
  say: (text: string) => void,
  parent = tmpdir(),
): Promise<TableFiles> {
  const { mix, rows, columns } = size
  const folder = join(parent, `byom-bench-${mix}-${rows}-${columns}-v${version}`)
  const table = { ...size, schema: columnsOf(mix, columns), path: (format: Format) => join(folder, format) }
  const needed = new Set([...formats, ...(formats.includes('parquet') ? ['csv' as const] : [])])
  const missing = [...needed].filter((format) => !existsSync(table.path(format)))
  if (missing.length === 0) return table
  say(`making ${rows.toLocaleString('en')} rows of ${columns} columns, ${mix}: ${missing.join(', ')} …\n`)
  const draft = await mkdtemp(`${folder}-`)
  try {
    const path = (format: Format) => join(draft, format)
    writeText(
      { ...table, path },
      missing.filter((format) => format !== 'parquet'),
    )
    await mkdir(folder, { recursive: true })
    for (const format of ['capture', 'csv', 'json', 'parquet'] as const) {
      if (!missing.includes(format)) continue
      if (format === 'parquet') await writeParquet(table, path(format))
      await rename(path(format), table.path(format))
    }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return table
}

async function writeParquet({ path, schema }: TableFiles, folder: string): Promise<void> {
  await mkdir(folder)
  await query(
    `COPY (SELECT * FROM ${csvTable(path('csv'), schema)}) TO ${quoted(join(folder, 'data.parquet'))} (FORMAT parquet)`,
  )
}

/** DuckDB's reader of the CSV files, with the columns' types. */
export function csvTable(folder: string, schema: readonly TableColumn[]): string {
  const types = schema.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ')
  return `read_csv(${quoted(join(folder, '*.csv'))}, header = true, columns = {${types}})`
}

function writeText({ schema, rows, path }: TableFiles, formats: readonly Exclude<Format, 'parquet'>[]): void {
  const open = (format: Exclude<Format, 'parquet'>, name: string) => {
    mkdirSync(join(path(format), name, '..'), { recursive: true })
    return new LineFile(join(path(format), name), writers[format](schema))
  }
  // The files of each format, dealt out by hours where there are several.
  const files = formats.map((format) =>
    format === 'capture'
      ? Array.from({ length: hours }, (_, h) => open(format, `2026/03/01/${twoDigits(h)}/capture.jsonl`))
      : [open(format, format === 'csv' ? 'data.csv' : 'data.jsonl')],
  )
  let i = 0
  for (const row of files.length > 0 ? rowsOf(schema, rows) : []) {
    for (const list of files) list[i % list.length]!.add(row, i)
    i++
  }
  for (const file of files.flat()) file.close()
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}

/** A file of lines, written in large pieces. */
class LineFile {
  readonly #file: number
  readonly #writer: RowWriter
  #text: string

  constructor(path: string, writer: RowWriter) {
    this.#file = openSync(path, 'w')
    this.#writer = writer
    this.#text = writer.header
  }

  add(row: readonly (string | undefined)[], i: number): void {
    this.#text += this.#writer.line(row, i)
    if (this.#text.length > 1 << 18) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    writeSync(this.#file, this.#text)
    this.#text = ''
  }
}
