/** Rows with numbers: errors of the prediction, in sums that do not depend on the order of the rows. */
import type { Batch } from '../../runtime/plugin.ts'
import {
  addProduct,
  addTo,
  type ExactSum,
  mergeSum,
  scatter,
  totalOf,
} from '../../runtime/sketches/exact-sum.ts'
import { rowHash } from '../../runtime/sketches/row-hash.ts'
import { folds } from './intervals.ts'
import { type Attributes, columnsOf, type Exclusion, isMissing, numberAt } from './rows.ts'

/** Numbers beyond it would leave the range of a double when squared and summed. */
const largest = 1e140

/** Sums over the rows of one fold. Plain data. */
export interface Sums {
  rows: number
  readonly absolute: ExactSum
  readonly squared: ExactSum
  readonly label: ExactSum
  readonly labelSquared: ExactSum
}

/** Plain data. */
export interface RegressionState {
  readonly attributes: Attributes
  readonly excluded: Map<Exclusion, number>
  readonly folds: Sums[]
}

export function startRegression(attributes: Attributes): RegressionState {
  return { attributes, excluded: new Map(), folds: Array.from({ length: folds }, emptySums) }
}

/** Rows that take part. */
export function rowsOf({ folds }: RegressionState): number {
  return folds.reduce((sum, { rows }) => sum + rows, 0)
}

function emptySums(): Sums {
  return { rows: 0, absolute: [], squared: [], label: [], labelSquared: [] }
}

export function updateRegression(state: RegressionState, batch: Batch): void {
  const { inference, label } = columnsOf(batch, state.attributes)
  for (let row = 0; row < batch.length; row++) {
    if (isMissing(label, row)) exclude(state, 'label_missing', 1)
    else if (isMissing(inference, row)) exclude(state, 'prediction_missing', 1)
    else {
      const actual = numberAt(label!, row)
      const predicted = numberAt(inference!, row)
      if (!(Math.abs(actual) < largest && Math.abs(predicted) < largest)) exclude(state, 'not_a_number', 1)
      else take(state.folds[Math.floor(rowHash(batch, row, 'fold') * folds)]!, actual, predicted)
    }
  }
}

function take(sums: Sums, actual: number, predicted: number): void {
  const error = predicted - actual
  sums.rows++
  addTo(sums.absolute, Math.abs(error))
  addProduct(sums.squared, error, error)
  addTo(sums.label, actual)
  addProduct(sums.labelSquared, actual, actual)
}

function exclude(state: RegressionState, why: Exclusion, rows: number): void {
  state.excluded.set(why, (state.excluded.get(why) ?? 0) + rows)
}

export function mergeRegression(into: RegressionState, from: RegressionState): void {
  for (const [why, rows] of from.excluded) exclude(into, why, rows)
  for (const [fold, sums] of from.folds.entries()) mergeSums(into.folds[fold]!, sums)
}

function mergeSums(into: Sums, from: Sums): void {
  into.rows += from.rows
  mergeSum(into.absolute, from.absolute)
  mergeSum(into.squared, from.squared)
  mergeSum(into.label, from.label)
  mergeSum(into.labelSquared, from.labelSquared)
}

/** Sums over all rows but those of some folds. */
export function sumsOf(state: RegressionState, without: ReadonlySet<number> = new Set()): Sums {
  const total = emptySums()
  for (const [fold, sums] of state.folds.entries()) if (!without.has(fold)) mergeSums(total, sums)
  return total
}

/** Mean absolute error, mean squared error, its root, and 1 − SSres/SStot; no r2 where the labels are all the same. */
export function regressionMetrics(sums: Sums): Record<string, number> {
  const { rows } = sums
  if (rows === 0) return {}
  const mse = totalOf(sums.squared) / rows
  const spread = scatter(rows, sums.labelSquared, sums.label) / rows
  return {
    mae: totalOf(sums.absolute) / rows,
    mse,
    rmse: Math.sqrt(mse),
    ...(spread > 0 ? { r2: 1 - totalOf(sums.squared) / spread } : {}),
  }
}
