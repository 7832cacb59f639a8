/** Attributions of single rows as the files of Clarify's save_local_shap_values. */
import { type Cell, csvField } from '../../runtime/models/payload.ts'

/** Attributions of one label: a list per row, a number per feature. */
export interface LocalValues {
  readonly label: string
  readonly rows: readonly ArrayLike<number>[]
}

/** Where a row stands in the dataset. */
export interface Place {
  readonly file: string
  readonly offset: number
}

/**
 * `explanations_shap/out.csv` with a column per feature and label, named `<feature>_<label>`, and a line per row that was
 * explained; `baseline.csv` with the rows that stood for absent features; `rows.csv` with the file and byte of each line.
 */
export function localFiles(
  names: readonly string[],
  labels: readonly LocalValues[],
  background: readonly (readonly Cell[])[],
  places: readonly Place[],
): Record<string, string> {
  const header = labels.flatMap(({ label }) => names.map((name) => `${name}_${label}`))
  const lines = places.map((_, i) => labels.flatMap(({ rows }) => Array.from(rows[i]!)))
  return {
    'explanations_shap/out.csv': csv([header, ...lines]),
    ...(background.length > 0 ? { 'explanations_shap/baseline.csv': csv([names, ...background]) } : {}),
    'explanations_shap/rows.csv': csv([
      ['file', 'byte'],
      ...places.map(({ file, offset }) => [file, offset]),
    ]),
  }
}

function csv(lines: readonly (readonly Cell[])[]): string {
  return lines.map((line) => `${line.map(csvField).join(',')}\n`).join('')
}
