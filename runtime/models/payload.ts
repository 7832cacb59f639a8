/** Rows → the body of a request to a model container, and its answer → numbers or names of classes. */
import { type AnalysisConfig, type Column, ValueClass } from '../plugin.ts'

/** A value of a feature. */
export type Cell = number | string | null

/** The value of a row as a model is given it: a number, else a text, null where there is none. */
export function cellAt(column: Column | undefined, row: number): Cell {
  if (column === undefined || column.classes[row] === ValueClass.Missing) return null
  const number = column.numbers[row]!
  return Number.isFinite(number) ? number : column.text(row)!
}

/** How the model speaks. Plain data. */
export interface Wire {
  readonly contentType: string
  readonly acceptType: string
  /**
   * JSON Lines: a record with `$features` where its list of values goes. JSON: the whole body with `$records` for the list of
   * all records, or `$record` for the only one.
   */
  readonly template: string | undefined
  /** JSON: a record with `$features`, `$feature_names`, `$features_kvp` (an object of both), or `${name}` for a value. */
  readonly record?: string | undefined
  /** Names of the features, for records that hold them. */
  readonly names?: readonly string[]
  /** Column of a CSV answer, or JMESPath of the score in a JSON answer; undefined: all that is there. */
  readonly score: string | undefined
}

/**
 * How the model of a configuration speaks: its formats are those of the dataset where it names none.
 * @param score where in an answer it is that is asked for
 */
export function wireOf({ predictor, dataset_type: type }: AnalysisConfig, score: string | undefined): Wire {
  const contentType = predictor?.content_type ?? type ?? 'text/csv'
  return {
    contentType,
    acceptType: predictor?.accept_type ?? contentType,
    template: predictor?.content_template ?? undefined,
    record: predictor?.record_template ?? undefined,
    score,
  }
}

/** An index or a path as the wire has it. */
export function scoreOf(place: string | number | null | undefined): string | undefined {
  return place === undefined || place === null ? undefined : String(place)
}

/**
 * Columns of a dataset that a model is not given, by name or position: label, predictions, and what the configuration leaves out.
 * @param environment the attributes of the job
 */
export function noFeatures(
  { predicted_label, excluded_columns, joinsource_name_or_index }: AnalysisConfig,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const given = [
    environment['ground_truth_attribute'],
    predicted_label,
    joinsource_name_or_index,
    ...(excluded_columns ?? []),
  ]
  // A position is one of the model's answer, where no column of the dataset is named.
  const predictions = [environment['inference_attribute'], environment['probability_attribute']].filter(
    (name) => name !== undefined && !/^\d+$/.test(name),
  )
  return [...given, ...predictions].flatMap((name) => name ?? []).map(String)
}

/** The body for some rows; for one alone where {@link takesOneRow}. */
export function bodyOf(wire: Wire, rows: readonly (readonly Cell[])[]): string {
  const { contentType, template } = wire
  if (contentType.includes('csv')) return rows.map((row) => row.map(csvField).join(',')).join('\n')
  const lines = contentType.includes('lines')
  const whole = !lines && template !== undefined && /\$records?\b/.test(template)
  const given = wire.record ?? (template?.includes('$features') && !whole ? template : undefined)
  const form = given ?? (whole ? '$features' : '{"features":$features}')
  const records = rows.map((row) => recordOf(form, row, wire.names ?? []))
  if (lines) return records.join('\n')
  if (!whole) return `{"instances":[${records.join(',')}]}`
  return template.replaceAll(/\$records?\b/g, (place) =>
    place === '$record' ? records[0]! : `[${records.join(',')}]`,
  )
}

/** Whether a body holds a single record. */
export function takesOneRow({ contentType, template }: Wire): boolean {
  return /json/.test(contentType) && !contentType.includes('lines') && /\$record\b/.test(template ?? '')
}

function recordOf(form: string, row: readonly Cell[], names: readonly string[]): string {
  const values: Record<string, () => unknown> = {
    $features: () => row,
    $feature_names: () => names,
    $features_kvp: () => Object.fromEntries(names.map((name, k) => [name, row[k] ?? null])),
  }
  return form.replaceAll(/"?\$\{([^}]*)\}"?|\$feature(?:s_kvp|_names|s)\b/g, (place, name?: string) =>
    JSON.stringify(name === undefined ? values[place]!() : (row[names.indexOf(name)] ?? null)),
  )
}

/** A value as a field of CSV. */
export function csvField(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Finds what is at a path of a JSON value. */
export type Search = (value: unknown, path: string) => unknown

/** Loaded on demand: jobs that ask no model do not pay for it. */
export async function jmespath(): Promise<Search> {
  const { compile, TreeInterpreter } = await import('@jmespath-community/jmespath')
  return (value, path) =>
    TreeInterpreter.search(compile(path), value as Parameters<typeof TreeInterpreter.search>[1])
}

/**
 * One list of scores per row; all of the same length.
 * @throws Error when the answer has another number of rows, or what is no number
 */
export function scoresOf(wire: Wire, text: string, rows: number, search: Search): number[][] {
  const found = wire.acceptType.includes('csv')
    ? csvLines(wire, text, rows).map((line) => csvScores(wire, line))
    : jsonValues(wire, text, rows, search).map(listOf)
  requireRows(found, rows, text)
  for (const scores of found)
    if (scores.length === 0 || scores.length !== found[0]!.length || !scores.every(Number.isFinite))
      throw new Error(`it answered what is not a number per row and label: ${excerpt(text)}`)
  return found
}

/**
 * One name of a class per row, as text.
 * @throws Error when the answer has another number of rows, or what is no name
 */
export function labelsOf(wire: Wire, text: string, rows: number, search: Search): string[] {
  const found = wire.acceptType.includes('csv')
    ? csvLines(wire, text, rows).map((line) => csvLabel(wire, line))
    : jsonValues(wire, text, rows, search).map(labelOf)
  requireRows(found, rows, text)
  return found.map((label) => {
    if (label === undefined || label === '')
      throw new Error(`it answered what is not a label per row: ${excerpt(text)}`)
    return label
  })
}

function requireRows(found: readonly unknown[], rows: number, text: string): void {
  if (found.length !== rows) throw new Error(`it answered ${found.length} rows for ${rows}: ${excerpt(text)}`)
}

function csvLines({ score }: Wire, text: string, rows: number): string[] {
  const lines = text.trim().split(/\r?\n/)
  // Some containers answer all rows on one line.
  const oneLine = rows > 1 && lines.length === 1 && score === undefined && !/[[\]]/.test(text)
  return oneLine ? lines[0]!.split(',') : lines
}

function csvScores({ score }: Wire, line: string): number[] {
  const fields = csvFields(line)
  const field = score === undefined ? undefined : fields[Number(score)]
  return (field ?? fields.join(','))
    .replaceAll(/["[\]\s]/g, ' ')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number)
}

function csvLabel({ score }: Wire, line: string): string | undefined {
  return csvFields(line)
    [Number(score ?? 0)]?.trim()
    .replace(/^"(.*)"$/, '$1')
}

function csvFields(line: string): string[] {
  return line.split(/,(?![^[]*\])/)
}

function jsonValues({ score, acceptType }: Wire, text: string, rows: number, search: Search): unknown[] {
  const whole = parse(text)
  if (whole !== undefined && !(acceptType.includes('lines') && rows === 1)) {
    const found = at(whole, score, search)
    const list = Array.isArray(found) ? found : Object.values((found ?? {}) as object).find(Array.isArray)
    if (list !== undefined && list.length === rows) return list
  }
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => at(parse(line), score, search))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function at(value: unknown, path: string | undefined, search: Search): unknown {
  return path === undefined || value === undefined ? value : search(value, path)
}

function listOf(found: unknown): number[] {
  if (Array.isArray(found)) return found.map(numberOf)
  if (typeof found === 'object' && found !== null) {
    const numbers = Object.values(found).filter((value) => typeof value === 'number')
    return numbers.length === 1 ? numbers : []
  }
  return found === null || found === undefined ? [] : [numberOf(found)]
}

/** A number, or a text of one; NaN for what JavaScript only takes for one, such as null, true and an empty text. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
}

function labelOf(found: unknown): string | undefined {
  const value = Array.isArray(found) && found.length === 1 ? found[0] : found
  return typeof value === 'object' || value === undefined ? undefined : String(value)
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 97)}…` : text)
}
