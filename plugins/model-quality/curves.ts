/** Curves over all thresholds, the area under the first, and its error. */
import { standsAlone } from '../../runtime/sketches/scores.ts'
import { ratio } from './confusion.ts'

/** Rows of each class at one score; scores fall. */
export interface Step {
  readonly score: number
  readonly negatives: number
  readonly positives: number
}

/** One point per distinct score in falling order, (0, 0) in front; the last is (1, 1). */
export function rocCurve(steps: readonly Step[]): { fpr: number[]; tpr: number[] } {
  const { positives, negatives } = totals(steps)
  const curve = { fpr: [0], tpr: [0] }
  let [tp, fp] = [0, 0]
  for (const step of steps) {
    curve.tpr.push(ratio((tp += step.positives), positives))
    curve.fpr.push(ratio((fp += step.negatives), negatives))
  }
  curve.fpr.push(1)
  curve.tpr.push(1)
  return curve
}

/** One point per distinct score; the first has recall 0 and the precision of the next. */
export function precisionRecallCurve(steps: readonly Step[]): { precisions: number[]; recalls: number[] } {
  const { positives } = totals(steps)
  const curve = { precisions: [] as number[], recalls: [] as number[] }
  let [tp, fp] = [0, 0]
  for (const step of steps) {
    tp += step.positives
    fp += step.negatives
    curve.precisions.push(ratio(tp, tp + fp))
    curve.recalls.push(ratio(tp, positives))
  }
  return { precisions: [curve.precisions[0] ?? 0, ...curve.precisions], recalls: [0, ...curve.recalls] }
}

/**
 * Area under the ROC curve by trapezoids, from whole counts: the share of pairs that are ordered rightly, ties half
 * (H. B. Mann and D. R. Whitney, 1947). Undefined without rows of both classes.
 */
export function areaUnderCurve(steps: readonly Step[]): number | undefined {
  const { positives, negatives } = totals(steps)
  if (positives === 0 || negatives === 0) return undefined
  let above = 0
  let area = 0
  for (const step of steps) {
    area += step.negatives * (above + step.positives / 2)
    above += step.positives
  }
  return area / (positives * negatives)
}

/**
 * The most that the area can be wrong when each step is a bin of scores whose order inside is not known. A score that many
 * rows share counts as if they could be in any order, unless its bin holds no other.
 */
export function areaErrorBound(steps: readonly Step[]): number {
  const { positives, negatives } = totals(steps)
  const unknown = steps.reduce(
    (sum, step) => sum + (standsAlone(step.score) ? 0 : (step.negatives * step.positives) / 2),
    0,
  )
  return ratio(unknown, positives * negatives)
}

/**
 * Standard error of the area (E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, 1988): variances of the shares of the
 * other class that a row beats. Undefined with fewer than two rows of a class.
 */
export function areaError(steps: readonly Step[], area: number): number | undefined {
  const { positives, negatives } = totals(steps)
  if (positives < 2 || negatives < 2) return undefined
  let [tp, fp, ofPositives, ofNegatives] = [0, 0, 0, 0]
  for (const step of steps) {
    const beaten = (negatives - fp - step.negatives / 2) / negatives
    const beating = (tp + step.positives / 2) / positives
    ofPositives += step.positives * (beaten - area) ** 2
    ofNegatives += step.negatives * (beating - area) ** 2
    tp += step.positives
    fp += step.negatives
  }
  return Math.sqrt(ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives)
}

function totals(steps: readonly Step[]): { positives: number; negatives: number } {
  let [positives, negatives] = [0, 0]
  for (const step of steps) {
    positives += step.positives
    negatives += step.negatives
  }
  return { positives, negatives }
}

/** At most `most` of some points, evenly spread, with the first and the last. */
export function thinned(values: readonly number[], most: number): number[] {
  if (values.length <= most) return [...values]
  return Array.from({ length: most }, (_, i) => values[Math.round((i * (values.length - 1)) / (most - 1))]!)
}
