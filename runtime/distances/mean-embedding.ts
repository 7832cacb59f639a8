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
  /** How heavy the tails of φ are: see {@link TailMoments}. */
  readonly tails: TailMoments
  /** How much hours differ, for a baseline of enough of them; absent: records are taken as independent. */
  readonly blocks: BlockReference | undefined
}

/**
 * Moments of ‖φ − mean φ‖ beyond those of a normal distribution, 0 for most maps. Rare events (an indicator that is 1 once in
 * a thousand records) make T of small samples far more skewed than the limit distribution says.
 */
export interface TailMoments {
  /** E‖φ − μ‖⁴ − t1² − 2 t2, and as large a share of E‖φ − μ‖⁶. */
  readonly fourth: number
  readonly sixth: number
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
  const traces = powerTraces(rows)
  return { count, mean, traces, tails: tailsOf(rows, traces), blocks: fitBlocks(blocks, rows, traces) }
}

function tailsOf(rows: readonly Float64Array[], { t1, t2 }: Traces): TailMoments {
  let m4 = 0
  let m6 = 0
  for (const row of rows) {
    const square = row.reduce((sum, x) => sum + x * x, 0)
    m4 += square ** 2 / rows.length
    m6 += square ** 3 / rows.length
  }
  const fourth = Math.max(0, m4 - t1 ** 2 - 2 * t2)
  return { fourth, sixth: m4 > 0 ? m6 * (fourth / m4) : 0 }
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
  // The second and third cumulant of T for a finite sample: those of a Poisson count where φ is the indicator of a rare event.
  const { fourth, sixth } = own === undefined ? reference.tails : { fourth: 0, sixth: 0 }
  const heavier = {
    t2: fourth / (2 * count ** 3),
    t3: (22 * fourth * t1) / (8 * count ** 4) + sixth / (8 * count ** 5),
  }
  if (reference.blocks) {
    const found = { difference, squared: distance, count: reference.count, current: count, heavier }
    return { ...compareWithBlocks(reference.blocks, found, level), effect }
  }
  const scaled = { t1: chance * t1, t2: chance ** 2 * t2 + heavier.t2, t3: chance ** 3 * t3 + heavier.t3 }
  return {
    statistic: distance,
    critical: weightedChiSquaredQuantile(level, scaled),
    pValue: weightedChiSquaredTail(distance, scaled),
    effect,
  }
}
