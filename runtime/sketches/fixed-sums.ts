/**
 * Sums of vectors of bounded numbers in fixed point: whole multiples of 2^-20, so that additions are exact and any split
 * of the records gives the same bits. Exact while every sum stays below 2^33 (8 billion records of numbers up to 1).
 */

/** State: 8 bytes per number. Plain data. */
export interface FixedSums {
  /** Vectors added. */
  count: number
  /** Sums in units of 2^-20. */
  readonly sums: Float64Array
}

const unit = 2 ** 20

/** The sums of no vectors. */
export function createFixedSums(width: number): FixedSums {
  return { count: 0, sums: new Float64Array(width) }
}

/** Adds a vector of finite numbers, each rounded to the nearest multiple of 2^-20. */
export function addFixed(state: FixedSums, vector: ArrayLike<number>): void {
  const { sums } = state
  state.count++
  for (let i = 0; i < sums.length; i++) sums[i]! += Math.round(vector[i]! * unit)
}

/** The same for a vector that is mostly zeros: pairs of a place and the number that stands there. */
export function addFixedPairs(state: FixedSums, pairs: ArrayLike<number>): void {
  const { sums } = state
  state.count++
  for (let i = 0; i < pairs.length; i += 2) sums[pairs[i]!]! += Math.round(pairs[i + 1]! * unit)
}

/** Folds others in; `from` stays as it is. */
export function mergeFixed(into: FixedSums, from: FixedSums): void {
  into.count += from.count
  for (let i = 0; i < into.sums.length; i++) into.sums[i]! += from.sums[i]!
}

/** The mean vector; zeros for none. */
export function fixedMean({ count, sums }: FixedSums): Float64Array {
  return sums.map((sum) => (count > 0 ? sum / unit / count : 0))
}
