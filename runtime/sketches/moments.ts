/**
 * Count, mean, spread, sum and range of a column of numbers. Reports show the exact values over all rows, so the sum
 * is compensated and the spread is taken around the mean of each run. A run costs O(n) time, a state O(1) memory.
 */

/** State of a column. An empty state has mean, m2, sum and compensation 0, min Infinity and max -Infinity. */
export interface Moments {
  /** Number of values, 0 or more. */
  count: number
  mean: number
  /** Sum of squared deviations from the mean, 0 or more; Infinity when it exceeds a double. */
  m2: number
  /** Sum without the digits lost so far, which `compensation` holds: read both with {@link momentsSum}. */
  sum: number
  compensation: number
  min: number
  max: number
}

/** The state of no values. */
export function createMoments(): Moments {
  return { count: 0, mean: 0, m2: 0, sum: 0, compensation: 0, min: Infinity, max: -Infinity }
}

/**
 * Folds in the first `n` of `values` (0 <= n <= values.length), all of which must be finite. Two passes over the run,
 * then {@link mergeMoments}. The corrected second pass is equation 1.7 of T. F. Chan, G. H. Golub and R. J. LeVeque,
 * "Algorithms for computing the sample variance", The American Statistician 37 (1983).
 */
export function updateMoments(state: Moments, values: Float64Array, n: number): void {
  if (n === 0) return
  const run = sumAndRange(values, n)
  let squares = 0
  let drift = 0
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - run.mean
    squares += deviation * deviation
    drift += deviation
  }
  run.m2 = spread(squares - (drift * drift) / n)
  mergeMoments(state, run)
}

/**
 * The same for a run of integers that is given by its different values and how often each occurs.
 * @param values different integers from 0 to below counts.length, ascending, at least one
 * @param counts how often each integer occurs, by the integer; all sums must stay below 2^53
 * @param n sum of the counts
 */
export function updateWeightedMoments(
  state: Moments,
  values: Float64Array,
  counts: Int32Array,
  n: number,
): void {
  // By index: an iterator would make an object of every value, batch after batch.
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]! * counts[values[i]! | 0]!
  const mean = sum / n
  let m2 = 0
  for (let i = 0; i < values.length; i++) m2 += (values[i]! - mean) ** 2 * counts[values[i]! | 0]!
  mergeMoments(state, { count: n, mean, m2, sum, compensation: 0, min: values[0]!, max: values.at(-1)! })
}

/**
 * First pass: count, sum, mean, min and max of the first `n` values. The sum is A. Neumaier's ("Rundungsfehleranalyse
 * einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974), with the rounding error of each addition taken
 * from Knuth's branch-free two-sum; the result is off by at most one rounding plus n² · 2^-105 times the sum of |values|.
 */
function sumAndRange(values: Float64Array, n: number): Moments {
  let sum = 0
  let compensation = 0
  let min = Infinity
  let max = -Infinity
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    const next = sum + value
    const added = next - sum
    compensation += sum - (next - added) + (value - added)
    sum = next
    if (value < min) min = value
    if (value > max) max = value
  }
  let mean = (sum + compensation) / n
  if (!Number.isFinite(mean)) {
    mean = 0
    for (let i = 0; i < n; i++) mean += values[i]! / n
    mean = Math.min(max, Math.max(min, mean))
  }
  // Adding 0 turns -0 into 0, so that the range does not depend on which zero came first.
  const run = { count: n, mean, m2: 0, sum, compensation, min: min + 0, max: max + 0 }
  saturateSum(run)
  return run
}

/**
 * Folds `from` into `into`; `from` stays as it is. An empty state changes nothing, and into an empty state `from` is
 * copied. Order and grouping matter only in the last digits. Pairwise formula: T. F. Chan, G. H. Golub and R. J.
 * LeVeque, "Updating formulae and a pairwise algorithm for computing sample variances", 1979.
 */
export function mergeMoments(into: Moments, from: Moments): void {
  if (from.count === 0) return
  if (into.count === 0) {
    Object.assign(into, from)
    return
  }
  const count = into.count + from.count
  const delta = from.mean - into.mean
  const sum = into.sum + from.sum
  const added = sum - into.sum
  const lost = into.sum - (sum - added) + (from.sum - added)
  into.m2 = spread(into.m2 + from.m2 + delta * delta * ((into.count * from.count) / count))
  into.min = Math.min(into.min, from.min)
  into.max = Math.max(into.max, from.max)
  const mixed = into.mean * (into.count / count) + from.mean * (from.count / count)
  into.mean = Math.min(into.max, Math.max(into.min, mixed))
  into.count = count
  into.sum = sum
  into.compensation += from.compensation + lost
  saturateSum(into)
  const mean = momentsSum(into) / count
  if (Number.isFinite(mean)) into.mean = mean
}

/** The sum of the values, 0 for none; ±Infinity when it exceeds a double, never NaN. */
export function momentsSum(state: Moments): number {
  return state.sum + state.compensation
}

/** Standard deviation of the values as a population (divided by n), 0 for none; Infinity when m2 is, never NaN. */
export function populationDeviation(state: Moments): number {
  return state.count === 0 ? 0 : Math.sqrt(state.m2 / state.count)
}

/** Near 1e308 squares and sums of deviations overflow, and Infinity - Infinity or 0 * Infinity would be NaN. */
function spread(m2: number): number {
  return Number.isNaN(m2) ? Infinity : m2
}

/** An overflowed sum loses its sign to NaN on the next addition, so it is rebuilt from the mean, which cannot overflow. */
function saturateSum(state: Moments): void {
  if (Number.isFinite(state.sum + state.compensation)) return
  state.sum = state.mean * state.count
  state.compensation = 0
}
