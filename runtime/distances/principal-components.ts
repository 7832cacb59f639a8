/** Principal components of a sample, as a map to uncorrelated numbers of variance 1. */
import { symmetricEigen } from './symmetric-eigen.ts'
import { centred, meanOf } from './traces.ts'

/** Most components kept. */
export const mostComponents = 64

/** Per component a direction and the deviation along it. */
export interface PrincipalComponents {
  readonly mean: Float64Array
  readonly directions: readonly Float64Array[]
  readonly deviations: Float64Array
}

/** The components of some rows: at most 64, those without variance left out. */
export function principalComponents(rows: readonly ArrayLike<number>[], width: number): PrincipalComponents {
  const covariance = new Float64Array(width * width)
  for (const row of centred(rows, width))
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++) covariance[i * width + j]! += row[i]! * row[j]!
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      covariance[i * width + j]! /= Math.max(1, rows.length - 1)
      covariance[j * width + i] = covariance[i * width + j]!
    }
  const { values, vectors } = symmetricEigen(covariance, width)
  const mean = meanOf(rows, width)
  // Below that, variance is rounding.
  const least = Math.max(1e-9 * values[0]!, 1e-18 * mean.reduce((sum, x) => sum + x * x, 0))
  const kept = values.filter((value, k) => k < mostComponents && value > least).length
  return {
    mean,
    directions: vectors.slice(0, kept),
    deviations: values.slice(0, kept).map(Math.sqrt),
  }
}

/** Writes the scores of a vector, in deviations and within ±6, into `out`. */
export function whiten(
  { mean, directions, deviations }: PrincipalComponents,
  vector: ArrayLike<number>,
  out: Float64Array,
): void {
  for (const [k, direction] of directions.entries()) {
    let score = 0
    for (let j = 0; j < mean.length; j++) score += direction[j]! * (vector[j]! - mean[j]!)
    out[k] = Math.max(-6, Math.min(6, score / deviations[k]!))
  }
}

/** Number of products of `size` scores. */
export function productCount(size: number): number {
  return (size * (size + 1)) / 2
}

/**
 * All products of two scores, squares divided by √2: their mean shows a changed covariance in any direction alike. Scores
 * farther from 0 than twice what is usual are brought to that length, so that no single record can dominate the mean.
 */
export function products(scores: Float64Array, out: Float64Array): void {
  let length = 0
  for (const score of scores) length += score * score
  const size = length > 4 * scores.length ? (4 * scores.length) / length : 1
  let at = 0
  for (let i = 0; i < scores.length; i++)
    for (let j = 0; j <= i; j++) out[at++] = size * scores[i]! * scores[j]! * (i === j ? Math.SQRT1_2 : 1)
}
