/**
 * Random Fourier features: a bounded map whose mean embeds a distribution, so that the distance of two means is the
 * maximum mean discrepancy of the two samples. A. Rahimi and B. Recht, "Random features for large-scale kernel machines",
 * NIPS 2007; A. Gretton et al., "A kernel two-sample test", JMLR 13 (2012).
 */
import { normalMatrix } from './normal-matrix.ts'

/** Frequencies; the map has twice as many numbers. */
export const frequencies = 256
export const featureCount = 2 * frequencies
/** Bandwidths as multiples of the median distance, in turn: an equal mixture of three Gaussian kernels. */
const bandwidths = [0.5, 1, 2]
const seed = 1

/** A map for vectors of one width. */
export interface RandomFeatures {
  readonly width: number
  /** Median distance of two records, above 0. */
  readonly median: number
}

/** Writes the 512 numbers of a vector into `out`, each within ±1/16. */
export function mapFeatures(
  { width, median }: RandomFeatures,
  vector: ArrayLike<number>,
  out: Float64Array,
): void {
  const matrix = normalMatrix(seed, frequencies, width)
  const size = 1 / Math.sqrt(frequencies)
  for (let i = 0; i < frequencies; i++) {
    let angle = 0
    for (let j = 0, at = i * width; j < width; j++, at++) angle += matrix[at]! * vector[j]!
    angle /= median * bandwidths[i % 3]!
    out[2 * i] = size * Math.cos(angle)
    out[2 * i + 1] = size * Math.sin(angle)
  }
}

/** Median distance of two of the first 500 vectors; 1 when it is 0 (all are equal). */
export function medianDistance(vectors: readonly ArrayLike<number>[]): number {
  const few = vectors.slice(0, 500)
  const squares = new Float64Array((few.length * (few.length - 1)) / 2)
  let at = 0
  for (let i = 0; i < few.length; i++)
    for (let j = 0; j < i; j++) squares[at++] = squaredDistance(few[i]!, few[j]!)
  squares.sort()
  return Math.sqrt(squares[squares.length >> 1] ?? 0) || 1
}

/** Squared Euclidean distance of two vectors of one length. */
export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return sum
}
