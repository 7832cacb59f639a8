/** Rows that a model will be asked about, as many as a run keeps, with the names of its features. */
import type { Batch } from '../plugin.ts'
import { mergeSample, type RowSample, takeRow } from '../sketches/row-sample.ts'
import { type Cell, cellAt } from './payload.ts'

/** One row: a value per feature. */
export interface ModelRow {
  readonly cells: readonly Cell[]
}

/** Plain data. */
export interface ModelRows<Row extends ModelRow = ModelRow> {
  /** Names of the features in the order of the cells. */
  names: string[]
  readonly sample: RowSample<Row>
}

/**
 * Takes the rows of a batch in.
 * @param names features of the batch; other ones than before make all of them features, null where a row has none
 * @param more what is kept beside the cells; undefined: the row is left out
 */
export function takeBatch<Row extends ModelRow>(
  rows: ModelRows<Row>,
  batch: Batch,
  names: readonly string[],
  seed: string,
  more: (row: number, cells: () => Cell[]) => (() => Row) | undefined,
): void {
  agree(rows, names)
  const columns = rows.names.map((name) => batch.column(name))
  for (let row = 0; row < batch.length; row++) {
    const content = more(row, () => columns.map((column) => cellAt(column, row)))
    if (content !== undefined) takeRow(rows.sample, batch, row, seed, content)
  }
}

/** Folds in rows of the same limit; features that only one side has are null on the other. */
export function mergeRows<Row extends ModelRow>(into: ModelRows<Row>, from: ModelRows<Row>): void {
  agree(into, from.names)
  const same = into.names.every((name, i) => name === from.names[i])
  mergeSample(into.sample, same ? from.sample : { ...from.sample, rows: ordered(from, into.names) })
}

/** The longer list of names where it holds the other; else all names in alphabetical order: the same whoever comes first. */
function agree<Row extends ModelRow>(rows: ModelRows<Row>, names: readonly string[]): void {
  const known = new Set(rows.names)
  if (names.every((name) => known.has(name))) return
  const given = new Set(names)
  const all = rows.names.every((name) => given.has(name))
    ? [...names]
    : [...new Set([...known, ...given])].sort()
  rows.sample.rows = ordered(rows, all)
  rows.names = all
}

function ordered<Row extends ModelRow>({ names, sample }: ModelRows<Row>, wanted: readonly string[]) {
  const places = wanted.map((name) => names.indexOf(name))
  return sample.rows.map(({ content, ...row }) => ({
    ...row,
    content: { ...content, cells: places.map((place) => content.cells[place] ?? null) },
  }))
}
