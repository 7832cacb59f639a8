/** The Fréchet distance of two sets of vectors, each seen as a normal distribution. */
import { symmetricEigen } from './symmetric-eigen.ts'

/** A distance and its two parts, each 0 or more. */
export interface FrechetDistance {
  readonly distance: number
  /** ‖m₁ − m₂‖², and what the covariances add. */
  readonly mean: number
  readonly covariance: number
}

/**
 * ‖m₁ − m₂‖² + tr(S₁ + S₂ − 2 (S₁½ S₂ S₁½)½). D. Dowson and B. Landau, "The Fréchet distance between multivariate normal
 * distributions", Journal of Multivariate Analysis 12 (1982). Biased upwards in small samples: a number to look at, not
 * to compare with a constant.
 * @param covariance1 symmetric, row by row
 */
export function frechet(
  mean1: Float64Array,
  covariance1: Float64Array,
  mean2: Float64Array,
  covariance2: Float64Array,
): FrechetDistance {
  const size = mean1.length
  const root = squareRoot(covariance1, size)
  const inner = multiply(multiply(root, covariance2, size), root, size)
  // Rounding leaves it a little unsymmetric.
  const symmetric = inner.map((value, at) => (value + inner[(at % size) * size + Math.floor(at / size)]!) / 2)
  let covariance = 0
  for (let i = 0; i < size; i++) covariance += covariance1[i * size + i]! + covariance2[i * size + i]!
  for (const value of symmetricEigen(symmetric, size).values) covariance -= 2 * Math.sqrt(Math.max(0, value))
  const mean = mean1.reduce((sum, value, i) => sum + (value - mean2[i]!) ** 2, 0)
  return { distance: mean + Math.max(0, covariance), mean, covariance: Math.max(0, covariance) }
}

function squareRoot(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size)
  const root = new Float64Array(size * size)
  for (const [k, vector] of vectors.entries()) {
    const length = Math.sqrt(Math.max(0, values[k]!))
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) root[i * size + j]! += length * vector[i]! * vector[j]!
  }
  return root
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++)
      for (let j = 0; j < size; j++) product[i * size + j]! += a[i * size + k]! * b[k * size + j]!
  return product
}
