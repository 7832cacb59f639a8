/** The distance of numeric columns: largest difference of two cumulative distributions, as drift checks compare it. */
import type { WeightedItems } from '../sketches/kll.ts'

/**
 * Largest |F(x) - G(x)| over all values x of both sides, where F and G are the shares of weight at or below x: 0 for
 * equal distributions to 1 for ranges that do not meet. NaN, meaning no verdict, when a side is empty.
 * Two-sample Kolmogorov-Smirnov statistic; awslabs/deequ, analyzers/Distance.scala.
 */
export function kolmogorovSmirnov(a: WeightedItems, b: WeightedItems): number {
  if (a.total === 0 || b.total === 0) return Number.NaN
  let distance = 0
  let belowA = 0
  let belowB = 0
  for (let i = 0, j = 0; i < a.values.length || j < b.values.length; ) {
    const nextA = a.values[i] ?? Infinity
    const nextB = b.values[j] ?? Infinity
    if (nextA <= nextB) belowA += a.weights[i++] ?? 0
    if (nextB <= nextA) belowB += b.weights[j++] ?? 0
    distance = Math.max(distance, Math.abs(belowA / a.total - belowB / b.total))
  }
  return distance
}

/**
 * The part of a distance that samples of `n` and `m` (total weights, for categories total counts) cannot explain by
 * chance: max(0, distance - 1.8 * sqrt((n + m) / (n * m))), 0 to 1. The 1.8 stands for a significance of 0.003, whose
 * factor is sqrt(-ln(0.003 / 2) / 2) = 1.803. NaN, meaning no verdict, when n or m is 0 or the distance is NaN.
 * awslabs/deequ, analyzers/Distance.scala.
 */
export function robustCorrection(distance: number, n: number, m: number): number {
  if (n === 0 || m === 0) return Number.NaN
  return Math.max(0, distance - 1.8 * Math.sqrt((n + m) / (n * m)))
}
