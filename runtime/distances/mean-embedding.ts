/**
 * The drift statistic of everything that is not a table: T = ‖mean φ(current) − mean φ(baseline)‖² for a bounded map φ of
 * a record. Without drift T is a weighted sum of squared normal numbers, whose weights are the eigenvalues of the
 * covariance of φ times 1/n + 1/m; three traces of that covariance give its distribution for samples of any size.
 * A. Gretton et al., "A kernel two-sample test", JMLR 13 (2012), section 5, for T; see weighted-chi-squared.ts for the rest.
 */
import { type BlockMean, type BlockReference, compareWithBlocks, fitBlocks } from './block-variation.ts'
import { centred, meanOf, powerTraces } from './traces.ts'
import { type Traces, weightedChiSquaredQuantile, weightedChiSquaredTail } from './weighted-chi-squared.ts'

/** All that a comparison needs of a baseline: the mean of φ and how much it varies by chance. */
export interface MeanReference {
  /** Records of the baseline's mean. */
  readonly count: number
  readonly mean: Float64Array
  readonly traces: Traces
  /** How much hours differ, for a baseline of enough of them; absent: records are taken as independent. */
  readonly blocks: BlockReference | undefined
}

/** Outcome of a comparison. */
export interface MeanComparison {
  /** Compared with `critical`: T, or the F ratio when hours are known to differ. */
  readonly statistic: number
  /** The statistic at the level asked for. */
  readonly critical: number
  readonly pValue: number
  /** Squared distance beyond chance over the variance within the baseline: free of scale, about 0 without drift. */
  readonly effect: number
}

/**
 * @param calibration maps of at least 3 baseline records that had no part in making φ
 * @param mean of φ over `count` baseline records
 * @param blocks means of φ per hour; fewer than 24 are not used
 */
export function fitMean(
  calibration: readonly Float64Array[],
  mean: Float64Array,
  count: number,
  blocks: readonly BlockMean[] = [],
): MeanReference {
  const rows = centred(calibration, mean.length)
  return { count, mean, traces: powerTraces(rows), blocks: fitBlocks(blocks, rows) }
}

/** The same with the mean of the calibration records themselves. */
export function fitSample(rows: readonly Float64Array[], width: number): MeanReference {
  return fitMean(rows, meanOf(rows, width), rows.length)
}

/**
 * @param mean of φ over the current `count` records, 1 or more
 * @param level probability of an alarm without drift, 0 < level < 1
 * @param squares mean of ‖φ − mean φ(baseline)‖² over the current records, for a φ whose length is not always the same:
 * what a few long ones add to T by chance is then taken off again, as in the unbiased estimate of the same paper
 */
export function compareMean(
  reference: MeanReference,
  mean: Float64Array,
  count: number,
  level: number,
  squares?: number,
): MeanComparison {
  const difference = mean.map((value, i) => value - reference.mean[i]!)
  const squared = difference.reduce((sum, x) => sum + x * x, 0)
  const own = squares === undefined || count < 2 ? undefined : ((squares - squared) * count) / (count - 1)
  // Means in fixed point of equal records differ by less.
  const rounding = squared < 1e-9 ? squared : 0
  const distance = squared - rounding - (own === undefined ? 0 : (own - reference.traces.t1) / count)
  const chance = 1 / reference.count + 1 / count
  const { t1, t2, t3 } = reference.traces
  const effect = t1 > 0 ? (distance - chance * t1) / t1 : distance > 0 ? Number.MAX_VALUE : 0
  if (reference.blocks)
    return {
      ...compareWithBlocks(reference.blocks, difference, distance, reference.count, count, level),
      effect,
    }
  const scaled = { t1: chance * t1, t2: chance ** 2 * t2, t3: chance ** 3 * t3 }
  return {
    statistic: distance,
    critical: weightedChiSquaredQuantile(level, scaled),
    pValue: weightedChiSquaredTail(distance, scaled),
    effect,
  }
}
