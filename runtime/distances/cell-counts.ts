/**
 * The statistic of mean-embedding.ts for a map of finitely many values: records fall into cells, and all that is to be known
 * of both samples are their counts. So nothing has to be estimated from the baseline alone, which is too sure of what it has
 * hardly seen: without drift every assignment of the records to the two samples is equally probable, and T has the cumulants
 * of that distribution (R. Fisher, "The Design of Experiments", 1935, section 21, for the principle; the cumulants are those of
 * the square of a sum of independent vectors, P. McCullagh, "Tensor Methods in Statistics", 1987, chapter 2).
 */
import type { MeanComparison } from './mean-embedding.ts'
import { dot } from './traces.ts'
import { type Traces, weightedChiSquaredQuantile, weightedChiSquaredTail } from './weighted-chi-squared.ts'

/** Counts of both samples, per cell; whole numbers of 0 or more. */
export interface CellCounts {
  readonly before: Float64Array
  readonly now: Float64Array
}

/**
 * Whether two samples have the same shares of cells.
 * @param maps per cell its value of the map, all of one length
 * @param counts of either sample one record or more
 * @param level probability of an alarm without drift, 0 < level < 1
 */
export function compareCells(
  maps: readonly Float64Array[],
  { before, now }: CellCounts,
  level: number,
): MeanComparison {
  const [m, n] = [total(before), total(now)]
  const pooled = before.map((count, i) => (count + now[i]!) / (m + n))
  const mean = combined(maps, pooled)
  const moved = combined(
    maps,
    before.map((count, i) => now[i]! / n - count / m),
  )
  const statistic = dot(moved, moved)
  const taken = [...pooled.keys()].filter((cell) => pooled[cell]! > 0)
  const moments = momentsOf(
    taken.map((cell) => maps[cell]!.map((value, i) => value - mean[i]!)),
    taken.map((cell) => pooled[cell]!),
  )
  const traces = assignmentTraces(moments, m, n)
  const { t1 } = moments
  return {
    statistic,
    critical: weightedChiSquaredQuantile(level, traces),
    pValue: weightedChiSquaredTail(statistic, traces),
    effect: t1 > 0 ? (statistic - traces.t1) / t1 : 0,
  }
}

function total(counts: Float64Array): number {
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
}

function combined(maps: readonly Float64Array[], factors: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(maps[0]!.length)
  for (const [cell, map] of maps.entries())
    for (let i = 0; i < sum.length; i++) sum[i]! += factors[cell]! * map[i]!
  return sum
}

/** Moments of centred maps x, with independent copies y: traces of their covariance C, and those of rare events. */
interface Moments extends Traces {
  /** E‖x‖⁴ and E‖x‖⁶. */
  readonly fourth: number
  readonly sixth: number
  /** E ‖x‖² xᵀCx, ‖E ‖x‖² x‖², and E (xᵀy)³. */
  readonly along: number
  readonly pull: number
  readonly cubes: number
}

function momentsOf(maps: readonly Float64Array[], shares: readonly number[]): Moments {
  const gram = maps.map((a) => maps.map((b) => dot(a, b)))
  const sums = { t1: 0, t2: 0, t3: 0, fourth: 0, sixth: 0, along: 0, pull: 0, cubes: 0 }
  for (const [a, p] of shares.entries()) {
    const square = gram[a]![a]!
    sums.t1 += p * square
    sums.fourth += p * square ** 2
    sums.sixth += p * square ** 3
    for (const [b, q] of shares.entries()) {
      const product = gram[a]![b]!
      sums.t2 += p * q * product ** 2
      sums.along += p * square * q * product ** 2
      sums.pull += p * square * q * gram[b]![b]! * product
      sums.cubes += p * q * product ** 3
      for (const [c, r] of shares.entries()) sums.t3 += p * q * r * product * gram[b]![c]! * gram[c]![a]!
    }
  }
  return sums
}

/**
 * The traces whose weighted chi-squared distribution has the mean and the next two cumulants of T over all assignments of
 * m + n records, each assigned on its own: T is the squared length of the sum of a · x over all of them, where a is 1 / n or
 * -1 / m. The variance is at least a quarter of what it is in large samples: of a handful of records T has two or three
 * values, of which nothing is said.
 */
function assignmentTraces(moments: Moments, m: number, n: number): Traces {
  const { fourth, sixth, along, pull, cubes } = moments
  const all = m + n
  const second = 1 / n + 1 / m
  const third = 1 / n ** 2 - 1 / m ** 2
  const fourthPower = 1 / n ** 3 + 1 / m ** 3
  const excess = fourthPower - (3 * second ** 2) / all
  const sixthCumulant =
    1 / n ** 5 +
    1 / m ** 5 -
    (15 * fourthPower * second + 10 * third ** 2) / all +
    (30 * second ** 3) / all ** 2
  const t1 = second * moments.t1
  const limit = second ** 2 * moments.t2
  const t2 = Math.max(limit / 4, limit + (excess * fourth) / 2)
  const rare = 12 * excess * second * along + third ** 2 * (6 * pull + 4 * cubes) + sixthCumulant * sixth
  const t3 = second ** 3 * moments.t3 + rare / 8
  return { t1, t2, t3: t1 > 0 ? Math.max(t3, t2 ** 2 / t1) : 0 }
}
