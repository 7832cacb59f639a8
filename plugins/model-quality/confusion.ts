/** Counts of actual and predicted classes → the metrics of classification. */

/** Counts by actual class, then by predicted class. */
export type Confusion = ReadonlyMap<string, ReadonlyMap<string, number>>

/** 0/0 is 0, as in the recorded files. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** (1 + b²)PR / (b²P + R). */
export function fScore(b: number, precision: number, recall: number): number {
  return ratio((1 + b * b) * precision * recall, b * b * precision + recall)
}

const betas = [
  ['f0_5', 0.5],
  ['f1', 1],
  ['f2', 2],
] as const

/** Names of the metrics of a binary classifier that depend on its answers, in the order of the recorded files. */
export function binaryMetrics(confusion: Confusion): Record<string, number> {
  const at = (actual: string, predicted: string) => confusion.get(actual)?.get(predicted) ?? 0
  const [tn, fp, fn, tp] = [at('0', '0'), at('0', '1'), at('1', '0'), at('1', '1')]
  const recall = ratio(tp, tp + fn)
  const precision = ratio(tp, tp + fp)
  return {
    recall,
    precision,
    accuracy: ratio(tp + tn, tp + tn + fp + fn),
    true_positive_rate: recall,
    true_negative_rate: ratio(tn, tn + fp),
    false_positive_rate: ratio(fp, tn + fp),
    false_negative_rate: ratio(fn, tp + fn),
    ...Object.fromEntries(betas.map(([name, b]) => [name, fScore(b, precision, recall)])),
  }
}

/** Trials and successes of the metrics that are proportions of rows. */
export function binaryProportions(confusion: Confusion): Record<string, [part: number, whole: number]> {
  const at = (actual: string, predicted: string) => confusion.get(actual)?.get(predicted) ?? 0
  const [tn, fp, fn, tp] = [at('0', '0'), at('0', '1'), at('1', '0'), at('1', '1')]
  return {
    recall: [tp, tp + fn],
    precision: [tp, tp + fp],
    accuracy: [tp + tn, tp + tn + fp + fn],
    true_positive_rate: [tp, tp + fn],
    true_negative_rate: [tn, tn + fp],
    false_positive_rate: [fp, tn + fp],
    false_negative_rate: [fn, tp + fn],
  }
}

/** Class metrics weighted by the share of the actual class; weighted_f averages the F values of the classes. */
export function multiclassMetrics(confusion: Confusion): Record<string, number> {
  const classes = classesOf(confusion)
  const actual = new Map(classes.map((name) => [name, rowSum(confusion, name)]))
  const predicted = columnSums(confusion)
  const n = [...actual.values()].reduce((sum, count) => sum + count, 0)
  const weighted = (value: (name: string) => number) =>
    classes.reduce((sum, name) => sum + ratio(actual.get(name)!, n) * value(name), 0)
  const hits = (name: string) => confusion.get(name)?.get(name) ?? 0
  const recall = (name: string) => ratio(hits(name), actual.get(name)!)
  const precision = (name: string) => ratio(hits(name), predicted.get(name) ?? 0)
  return {
    accuracy: ratio(
      classes.reduce((sum, name) => sum + hits(name), 0),
      n,
    ),
    weighted_recall: weighted(recall),
    weighted_precision: weighted(precision),
    ...Object.fromEntries(
      betas.map(([name, b]) => [
        `weighted_${name}`,
        weighted((each) => fScore(b, precision(each), recall(each))),
      ]),
    ),
  }
}

/** The same rows, all answered with the majority's class; of equals the first in order. */
export function bestConstant(confusion: Confusion): Confusion {
  const sizes = classesOf(confusion).map((name) => ({ name, size: rowSum(confusion, name) }))
  const best = sizes.reduce((a, b) => (b.size > a.size ? b : a), { name: '0', size: -1 })
  return new Map(sizes.map(({ name, size }) => [name, new Map([[best.name, size]])]))
}

/** Every class, actual or predicted: numbers by size, then texts. */
export function classesOf(confusion: Confusion): string[] {
  const names = new Set<string>()
  for (const [actual, row] of confusion) {
    names.add(actual)
    for (const predicted of row.keys()) names.add(predicted)
  }
  return [...names].sort(byNumber)
}

function byNumber(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
  return x - y || (a < b ? -1 : a > b ? 1 : 0)
}

function rowSum(confusion: Confusion, actual: string): number {
  let sum = 0
  for (const count of confusion.get(actual)?.values() ?? []) sum += count
  return sum
}

function columnSums(confusion: Confusion): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of confusion.values())
    for (const [predicted, count] of row) sums.set(predicted, (sums.get(predicted) ?? 0) + count)
  return sums
}
