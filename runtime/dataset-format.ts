/** The `dataset_format` variable: one of four formats, in every spelling that is in use. */
import { isDatasetFormat } from '../contracts/validators/dataset_format.generated.ts'
import { describe } from './errors.ts'
import { parseJson } from './json-text.ts'
import { schemaProblems } from './schema-problems.ts'

/** Where the model's output columns stand in a row built from a capture. */
export type OutputPosition = 'START' | 'END'

/** The dataset format after validation and defaults. */
export type DatasetFormat =
  | { readonly kind: 'csv'; readonly header: boolean }
  | { readonly kind: 'json'; readonly lines: boolean }
  | { readonly kind: 'parquet' }
  | { readonly kind: 'capture'; readonly outputPosition: OutputPosition }

const example =
  '{"csv": {"header": true}}, {"json": {"lines": true}}, {"parquet": {}} or {"sagemakerCaptureJson": {}}'

/**
 * Reads the variable's JSON text. Keys in either case, flags as booleans or texts, `line` for `lines`. Defaults: CSV has
 * a header, JSON has a record per line, output columns come first.
 * @returns the format, or a list of problems
 */
export function parseDatasetFormat(text: string): { format: DatasetFormat } | { problems: string[] } {
  let parsed: unknown
  try {
    parsed = parseJson(text)
  } catch (error) {
    return { problems: [`dataset_format: ${describe(error)}; expected ${example}.`] }
  }
  const value = lowerKeys(parsed)
  if (!isDatasetFormat(value)) {
    return {
      problems: schemaProblems(isDatasetFormat.errors, value).map(
        (problem) => `dataset_format: ${problem}; expected one of ${example}.`,
      ),
    }
  }
  if (value.csv) return { format: { kind: 'csv', header: flag(value.csv.header, true) } }
  if (value.json) return { format: { kind: 'json', lines: flag(value.json.lines ?? value.json.line, true) } }
  if (value.parquet) return { format: { kind: 'parquet' } }
  const position = value.sagemakercapturejson?.output_columns_position?.toUpperCase()
  return { format: { kind: 'capture', outputPosition: position === 'END' ? 'END' : 'START' } }
}

function flag(value: unknown, absent: boolean): boolean {
  if (value === undefined) return absent
  return String(value).toLowerCase() === 'true'
}

function lowerKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowerKeys(inner)]),
  )
}
