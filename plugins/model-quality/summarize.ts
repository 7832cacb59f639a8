/** States → the metrics of statistics.json, and what is beside them. */
import { addTo, totalOf } from '../../runtime/sketches/exact-sum.ts'
import { fallingScores } from '../../runtime/sketches/scores.ts'
import {
  type ClassificationState,
  confusionOf,
  type ReliabilityBin,
  reliabilityBins,
  tooManyClasses,
} from './classification.ts'
import {
  bestConstant,
  binaryMetrics,
  binaryProportions,
  type Confusion,
  classesOf,
  multiclassMetrics,
} from './confusion.ts'
import {
  areaError,
  areaErrorBound,
  areaUnderCurve,
  precisionRecallCurve,
  rocCurve,
  type Step,
  thinned,
} from './curves.ts'
import {
  around,
  folds,
  type Interval,
  jackknife,
  type Metric,
  once,
  standardDeviation,
  wilson,
} from './intervals.ts'
import { type RegressionState, regressionMetrics, sumsOf } from './regression.ts'

/** A metric as the file holds it. */
export type Value = {
  value: number
  standard_deviation?: number | 'NaN'
  confidence_interval?: number[]
}

/** Most points of a curve in the file. */
const mostPoints = 10_000

const unit: Interval = [0, 1]
const positive: Interval = [0, Number.MAX_VALUE]
const upToOne: Interval = [-Number.MAX_VALUE, 1]

/** What stands beside the metrics. */
export type Details = {
  rows: number
  excluded: { [why: string]: number }
  not_computed?: { [metric: string]: string }
  auc_largest_error?: number
  calibration?: { [name: string]: unknown }
}

/** Metrics by name as the file holds them, and the details. */
export interface Summary {
  readonly metrics: { [name: string]: object }
  readonly details: Details
}

export function summarizeRegression(state: RegressionState): Summary {
  const all = sumsOf(state)
  const metrics = regressionMetrics(all)
  const names = Object.keys(metrics)
  const subset = once((without) => regressionMetrics(sumsOf(state, without)))
  const of = (name: string) => (without: ReadonlySet<number>) => subset(without)[name]
  const details = {
    rows: all.rows,
    excluded: counts(state.excluded),
    ...(all.rows > 0 && metrics['r2'] === undefined
      ? { not_computed: { r2: 'all labels are the same number' } }
      : {}),
  }
  const limits = (name: string) => (name === 'r2' ? upToOne : positive)
  return {
    metrics: Object.fromEntries(
      names.map((name) => [name, jackknifed(metrics[name]!, of(name), all.rows, limits(name))]),
    ),
    details,
  }
}

export function summarizeMulticlass(state: ClassificationState): Summary {
  const metrics = new Map<string, object>()
  const all = confusionOf(state)
  const details: Details = { rows: state.rows, excluded: counts(state.excluded) }
  if (state.overflow)
    return {
      metrics: {},
      details: {
        ...details,
        not_computed: { all: tooManyClasses(state)! },
      },
    }
  if (state.rows === 0) return { metrics: {}, details }
  metrics.set('confusion_matrix', matrix(all, classesOf(all)))
  const of = subsets(state, multiclassMetrics)
  for (const [constant, suffix] of variants)
    for (const [name, value] of Object.entries(multiclassMetrics(constant ? bestConstant(all) : all)))
      metrics.set(`${name}${suffix}`, jackknifed(value, of(name, constant), state.rows, unit))
  return { metrics: Object.fromEntries(metrics), details }
}

/** Metrics over the rows outside some folds, of the answers or of the constant classifier. */
function subsets(
  state: ClassificationState,
  metrics: (confusion: Confusion) => Record<string, number>,
): (name: string, constant: boolean) => Metric {
  const rest = once((without) => confusionOf(state, without))
  const answers = once((without) => metrics(rest(without)))
  const constants = once((without) => metrics(bestConstant(rest(without))))
  return (name, constant) => (without) =>
    rest(without).size === 0 ? undefined : (constant ? constants : answers)(without)[name]
}

const variants = [
  [false, ''],
  [true, '_best_constant_classifier'],
] as const
/** The metrics that the service gives of the constant classifier. */
const ofConstant = ['recall', 'precision', 'accuracy', 'f0_5', 'f1', 'f2']

export function summarizeBinary(state: ClassificationState): Summary {
  const metrics = new Map<string, object>()
  const details: Details = { rows: state.rows, excluded: counts(state.excluded) }
  if (state.rows === 0) return { metrics: {}, details }
  const all = confusionOf(state)
  metrics.set('confusion_matrix', matrix(all, ['0', '1']))
  const of = subsets(state, binaryMetrics)
  for (const [constant, suffix] of variants) {
    const counted = constant ? bestConstant(all) : all
    const proportions = binaryProportions(counted)
    for (const [name, value] of Object.entries(binaryMetrics(counted))) {
      if (constant && !ofConstant.includes(name)) continue
      const trials = proportions[name]
      const metric = of(name, constant)
      const interval = trials === undefined ? jackknife(metric, value, unit) : wilson(...trials)
      const found = measured(value, metric, state.rows, interval)
      metrics.set(`${name}${suffix}`, found)
    }
  }
  if (state.scores) scored(state, metrics, details)
  return { metrics: Object.fromEntries(metrics), details }
}

/** What needs probabilities: curves, the area, calibration. */
function scored(state: ClassificationState, metrics: Map<string, object>, details: Details): void {
  const steps = fallingScores(state.scores!)
  const stepsOf = (without: ReadonlySet<number>) =>
    steps.map(({ score, counts: cells }) => step(score, cells, without))
  const all = stepsOf(new Set())
  const area = areaUnderCurve(all)
  details.calibration = calibration(state)
  if (area === undefined) {
    details.not_computed = { auc: 'the labels are of one class only' }
    return
  }
  const roc = rocCurve(all)
  const pr = precisionRecallCurve(all)
  metrics.set('receiver_operating_characteristic_curve', {
    false_positive_rates: thinned(roc.fpr, mostPoints),
    true_positive_rates: thinned(roc.tpr, mostPoints),
  })
  metrics.set('precision_recall_curve', {
    precisions: thinned(pr.precisions, mostPoints),
    recalls: thinned(pr.recalls, mostPoints),
  })
  const interval = around(area, areaError(all, area), unit)
  metrics.set(
    'auc',
    measured(area, (without) => areaUnderCurve(stepsOf(without)), state.rows, interval),
  )
  if (state.scores!.dropped > 0) details.auc_largest_error = areaErrorBound(all)
}

function step(score: number, cells: Float64Array, without: ReadonlySet<number>): Step {
  let [negatives, positives] = [0, 0]
  for (let fold = 0; fold < folds; fold++) {
    if (without.has(fold)) continue
    negatives += cells[2 * fold]!
    positives += cells[2 * fold + 1]!
  }
  return { score, negatives, positives }
}

/**
 * Mean squared difference of probability and class (G. W. Brier, 1950), and the mean distance of both per bin weighted by
 * rows (M. P. Naeini, G. F. Cooper and M. Hauskrecht, 2015), with the bins.
 */
function calibration({ squares, reliability, rows }: ClassificationState): Record<string, unknown> {
  const brier = squares.flat()
  const sum = totalOf(exact(brier))
  const gap = ({ probabilities, positives }: ReliabilityBin) => Math.abs(totalOf(probabilities) - positives)
  return {
    brier_score: sum / rows,
    expected_calibration_error: reliability.reduce((total, bin) => total + gap(bin), 0) / rows,
    bins: reliability.flatMap((bin, i) =>
      bin.count === 0
        ? []
        : [
            {
              lower_bound: i / reliabilityBins,
              upper_bound: (i + 1) / reliabilityBins,
              count: bin.count,
              mean_probability: totalOf(bin.probabilities) / bin.count,
              positive_share: bin.positives / bin.count,
            },
          ],
    ),
  }
}

function exact(terms: readonly number[]): number[] {
  const sum: number[] = []
  for (const term of terms) addTo(sum, term)
  return sum
}

function jackknifed(value: number, metric: Metric, rows: number, limits: Interval): Value {
  return measured(value, metric, rows, jackknife(metric, value, limits))
}

function measured(value: number, metric: Metric, rows: number, interval: Interval | undefined): Value {
  const deviation = standardDeviation(metric, rows)
  return {
    value,
    ...(deviation === undefined ? {} : { standard_deviation: deviation }),
    ...(interval === undefined ? {} : { confidence_interval: interval }),
  }
}

function matrix(
  confusion: ReturnType<typeof confusionOf>,
  classes: readonly string[],
): { [actual: string]: { [predicted: string]: number } } {
  return Object.fromEntries(
    classes.map((actual) => [
      actual,
      Object.fromEntries(classes.map((predicted) => [predicted, confusion.get(actual)?.get(predicted) ?? 0])),
    ]),
  )
}

function counts(excluded: ReadonlyMap<string, number>): { [why: string]: number } {
  return Object.fromEntries([...excluded].sort(([a], [b]) => (a < b ? -1 : 1)))
}
