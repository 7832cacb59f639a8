/** Rows that a model will be asked about, as many as a run keeps, with the names of its features. */
import { type Batch, columnAt } from '../plugin.ts'
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
 * The columns that a model is given: those of the input, or of a dataset without label and predictions.
 * @param skipped columns that are no features, by name or position
 */
export function featureNames(batch: Batch, skipped: readonly string[]): string[] {
  const own = new Set(skipped.map((name) => columnAt(batch, name)))
  return batch.columns
    .filter((column) => column.source !== 'output' && column.name !== 'ground_truth' && !own.has(column))
    .map(({ name }) => name)
}

/**
 * Takes the rows of a batch in.
 * @param names features of the batch; with other ones than before all are features, null where a row has none
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
  mergeSample(
    into.sample,
    isSame(into.names, from.names) ? from.sample : { ...from.sample, rows: ordered(from, into.names) },
  )
}

/** The names that all agree on; once any differ all of them in alphabetical order: the same whoever comes first. */
function agree<Row extends ModelRow>(rows: ModelRows<Row>, names: readonly string[]): void {
  if (names.length === 0 || isSame(rows.names, names)) return
  const all = rows.names.length === 0 ? [...names] : [...new Set([...rows.names, ...names])].sort()
  rows.sample.rows = ordered(rows, all)
  rows.names = all
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i])
}

function ordered<Row extends ModelRow>({ names, sample }: ModelRows<Row>, wanted: readonly string[]) {
  const places = wanted.map((name) => names.indexOf(name))
  return sample.rows.map(({ content, ...row }) => ({
    ...row,
    content: { ...content, cells: places.map((place) => content.cells[place] ?? null) },
  }))
}
