/** Rows with classes: counts of actual and predicted, and of scores where there are probabilities. */
import type { Batch } from '../../runtime/plugin.ts'
import { addTo, type ExactSum, mergeSum } from '../../runtime/sketches/exact-sum.ts'
import { rowHash } from '../../runtime/sketches/row-hash.ts'
import { addScore, createScores, mergeScores, type Scores } from '../../runtime/sketches/scores.ts'
import type { Confusion } from './confusion.ts'
import { folds } from './intervals.ts'
import {
  type Attributes,
  binaryAt,
  type Columns,
  classAt,
  columnsOf,
  type Exclusion,
  isMissing,
  numberAt,
  probabilitiesAt,
} from './rows.ts'

/** Bins of the reliability diagram. */
export const reliabilityBins = 15
/** More classes than this are no classes. */
export const mostClasses = 1000

/** Rows of one bin of probabilities. */
export interface ReliabilityBin {
  count: number
  positives: number
  readonly probabilities: ExactSum
}

/** Plain data. */
export interface ClassificationState {
  readonly attributes: Attributes
  /** Rows that take part. */
  rows: number
  readonly excluded: Map<Exclusion, number>
  /** Rows per fold, by actual and then predicted class. */
  readonly confusion: Map<string, Map<string, Float64Array>>
  readonly classes: Set<string>
  /** True when there were too many classes; then nothing else counts. */
  overflow: boolean
  /** Binary only: rows by score, actual class and fold. */
  readonly scores: Scores | undefined
  /** Binary only: squared differences of probability and class, by fold. */
  readonly squares: ExactSum[]
  readonly reliability: ReliabilityBin[]
}

export function startClassification(attributes: Attributes): ClassificationState {
  const scored = attributes.problem === 'BinaryClassification' && attributes.probability !== undefined
  return {
    attributes,
    rows: 0,
    excluded: new Map(),
    confusion: new Map(),
    classes: new Set(),
    overflow: false,
    scores: scored ? createScores(2 * folds) : undefined,
    squares: Array.from({ length: scored ? folds : 0 }, () => []),
    reliability: Array.from({ length: scored ? reliabilityBins : 0 }, () => ({
      count: 0,
      positives: 0,
      probabilities: [],
    })),
  }
}

export function updateClassification(state: ClassificationState, batch: Batch): void {
  const columns = columnsOf(batch, state.attributes)
  // Without a column of either there is nothing that could be compared, in no row.
  if (columns.label === undefined && columns.inference === undefined && columns.probability === undefined)
    return exclude(state, 'label_missing', batch.length)
  const binary = state.attributes.problem === 'BinaryClassification'
  for (let row = 0; row < batch.length; row++) {
    const problem = binary ? binaryRow(state, columns, batch, row) : multiclassRow(state, columns, batch, row)
    if (problem !== undefined) exclude(state, problem, 1)
  }
}

function binaryRow(
  state: ClassificationState,
  { inference, probability, label }: Columns,
  batch: Batch,
  row: number,
): Exclusion | undefined {
  const { positive, threshold } = state.attributes
  if (isMissing(label, row)) return 'label_missing'
  const actual = binaryAt(label!, row, positive)
  if (actual === undefined) return 'label_not_a_class'
  let score: number | undefined
  if (state.scores !== undefined) {
    if (isMissing(probability, row)) return 'prediction_missing'
    score = numberAt(probability!, row)
    if (!(score >= 0 && score <= 1)) return 'probability_out_of_range'
  }
  let predicted: 0 | 1 | undefined
  if (state.attributes.inference === undefined) predicted = score! > threshold ? 1 : 0
  else if (isMissing(inference, row)) return 'prediction_missing'
  else predicted = binaryAt(inference!, row, positive)
  if (predicted === undefined) return 'prediction_not_a_class'
  const fold = foldOf(batch, row)
  count(state, String(actual), String(predicted), fold)
  if (score !== undefined) takeScore(state, score, actual, fold)
  return undefined
}

function takeScore(state: ClassificationState, score: number, actual: 0 | 1, fold: number): void {
  addScore(state.scores!, score, 2 * fold + actual)
  addTo(state.squares[fold]!, (score - actual) ** 2)
  const bin = state.reliability[Math.min(reliabilityBins - 1, Math.floor(score * reliabilityBins))]!
  bin.count++
  bin.positives += actual
  addTo(bin.probabilities, score)
}

function multiclassRow(
  state: ClassificationState,
  { inference, probability, label }: Columns,
  batch: Batch,
  row: number,
): Exclusion | undefined {
  const { classes } = state.attributes
  if (isMissing(label, row)) return 'label_missing'
  const actual = classAt(label!, row)
  if (classes.length > 0 && !classes.includes(actual)) return 'label_not_a_class'
  let predicted: string
  if (state.attributes.inference !== undefined) {
    if (isMissing(inference, row)) return 'prediction_missing'
    predicted = classAt(inference!, row)
  } else {
    if (isMissing(probability, row)) return 'prediction_missing'
    const list = probabilitiesAt(probability!, row)
    if (list === undefined) return 'probability_out_of_range'
    const best = list.indexOf(Math.max(...list))
    predicted = classes[best] ?? String(best)
  }
  if (classes.length > 0 && !classes.includes(predicted)) return 'prediction_not_a_class'
  count(state, actual, predicted, foldOf(batch, row))
  return undefined
}

function foldOf(batch: Batch, row: number): number {
  return Math.floor(rowHash(batch, row, 'fold') * folds)
}

function count(state: ClassificationState, actual: string, predicted: string, fold: number, times = 1): void {
  state.rows += times
  if (state.overflow) return
  cell(state, actual, predicted)[fold]! += times
  checkClasses(state)
}

function cell({ confusion, classes }: ClassificationState, actual: string, predicted: string): Float64Array {
  let row = confusion.get(actual)
  if (row === undefined) {
    row = new Map()
    confusion.set(actual, row)
    classes.add(actual)
  }
  let counts = row.get(predicted)
  if (counts === undefined) {
    counts = new Float64Array(folds)
    row.set(predicted, counts)
    classes.add(predicted)
  }
  return counts
}

function checkClasses(state: ClassificationState): void {
  if (state.classes.size <= mostClasses) return
  state.overflow = true
  state.confusion.clear()
  state.classes.clear()
}

/** Why nothing was computed, as a sentence; undefined when something was. */
export function tooManyClasses({ overflow }: Pick<ClassificationState, 'overflow'>): string | undefined {
  return overflow ? `there are more than ${mostClasses} classes: is problem_type right?` : undefined
}

function exclude(state: ClassificationState, why: Exclusion, rows: number): void {
  state.excluded.set(why, (state.excluded.get(why) ?? 0) + rows)
}

export function mergeClassification(into: ClassificationState, from: ClassificationState): void {
  for (const [why, rows] of from.excluded) exclude(into, why, rows)
  into.rows += from.rows
  if (from.overflow) {
    into.overflow = true
    into.confusion.clear()
    into.classes.clear()
  }
  if (!into.overflow)
    for (const [actual, row] of from.confusion)
      for (const [predicted, counts] of row) {
        const known = cell(into, actual, predicted)
        for (let fold = 0; fold < folds; fold++) known[fold]! += counts[fold]!
      }
  checkClasses(into)
  if (into.scores && from.scores) mergeScores(into.scores, from.scores)
  for (const [fold, squares] of from.squares.entries()) mergeSum(into.squares[fold]!, squares)
  for (const [i, bin] of from.reliability.entries()) {
    const known = into.reliability[i]!
    known.count += bin.count
    known.positives += bin.positives
    mergeSum(known.probabilities, bin.probabilities)
  }
}

/** The counts without those of some folds. */
export function confusionOf(state: ClassificationState, without: ReadonlySet<number> = new Set()): Confusion {
  const result = new Map<string, Map<string, number>>()
  for (const [actual, row] of state.confusion) {
    const counts = new Map<string, number>()
    for (const [predicted, byFold] of row) {
      let rows = 0
      for (let fold = 0; fold < folds; fold++) if (!without.has(fold)) rows += byFold[fold]!
      if (rows > 0) counts.set(predicted, rows)
    }
    if (counts.size > 0) result.set(actual, counts)
  }
  return result
}
