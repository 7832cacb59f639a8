/** The rows that stand for absent features: of the configuration, of a file, or the centre of the data. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Cell } from '../../runtime/models/payload.ts'

type Rows = readonly (readonly Cell[])[]

/**
 * Rows of a configuration or of a JSON file: a list of rows, one row alone, objects that hold a list or the features by name.
 * @param names features by which the values of objects are found; without any their first list is taken
 * @returns undefined for what holds no row
 */
export function rowsOf(value: unknown, names: readonly string[] = []): Rows | undefined {
  if (isRecord(value)) {
    const list = Object.values(value).find((inner) => Array.isArray(inner) && inner.every(isRow))
    return list === undefined ? rowsOf([value], names) : rowsOf(list, names)
  }
  if (!Array.isArray(value) || value.length === 0) return undefined
  const rows: unknown[] = value.every(isRow) ? value : [value]
  return rows.map((row) => (isRecord(row) ? cellsOf(row, names) : (row as Cell[])))
}

function isRow(value: unknown): boolean {
  return Array.isArray(value) || isRecord(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function cellsOf(row: Record<string, unknown>, names: readonly string[]): Cell[] {
  const list = Object.values(row).find(Array.isArray)
  return list ?? names.map((name) => (row[name] ?? null) as Cell)
}

/**
 * Rows of a file: CSV with or without a header, JSON Lines, or JSON.
 * @param path in the container, also as file:// URL
 * @throws Error naming the file when it cannot be read or has no row
 */
export async function readBackground(path: string, names: readonly string[]): Promise<Rows> {
  let text: string
  try {
    text = await readFile(path.startsWith('file://') ? fileURLToPath(path) : path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the baseline rows ${path} cannot be read: ${reason}`)
  }
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text, names) : csvRows(text, names)
  if (rows === undefined || rows.length === 0)
    throw new Error(`the baseline file ${path} has no row: expected CSV, JSON Lines or JSON`)
  return rows
}

function jsonRows(text: string, names: readonly string[]): Rows | undefined {
  const whole = parse(text)
  if (whole !== undefined) return rowsOf(whole, names)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const values = lines.map(parse)
  return values.every(isRow) ? rowsOf(values, names) : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A first line that names the features is a header, in whatever order it names them. */
function csvRows(text: string, names: readonly string[]): Rows {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return []
  const [first = [], ...others] = lines.map(fieldsOf)
  const places = names.map((name) => first.indexOf(name))
  if (places.length === 0 || places.includes(-1)) return [first, ...others].map((row) => row.map(cellOf))
  return others.map((row) => places.map((place) => cellOf(row[place] ?? '')))
}

function fieldsOf(line: string): string[] {
  const fields = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []
  // The pattern also finds the nothing behind the last field.
  const whole = line.endsWith(',') ? fields : fields.slice(0, -1)
  return whole.map((field) => {
    const text = field.replace(/,$/, '').trim()
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
  })
}

function cellOf(field: string): Cell {
  if (field === '') return null
  return Number.isFinite(Number(field)) ? Number(field) : field
}

/** Means of numbers, the most frequent of everything else. */
export function centreOf(rows: Rows): Cell[] {
  return rows[0]!.map((_, k) => {
    const values = rows.map((row) => row[k]!)
    if (values.every((value) => typeof value === 'number'))
      return (values as number[]).reduce((sum, value) => sum + value, 0) / values.length
    const counts = Map.groupBy(values, (value) => value)
    return [...counts].sort(
      ([a, m], [b, n]) => n.length - m.length || (String(a) < String(b) ? -1 : 1),
    )[0]![0]
  })
}
