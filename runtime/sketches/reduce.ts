/** Vectors of any width → vectors of at most 128 numbers, which keep distances to within about a tenth. */
import { normalMatrix } from './normal-matrix.ts'

/** Widest vector that is left as it is. */
export const widest = 128
const seed = 2

/** Width of what {@link reduce} gives for vectors of that width. */
export function reducedWidth(width: number): number {
  return Math.min(width, widest)
}

/**
 * A random projection for vectors wider than 128, by a matrix that depends on the width alone (W. Johnson and
 * J. Lindenstrauss, 1984); the vector itself otherwise.
 */
export function reduce(vector: Float32Array): Float32Array {
  const width = vector.length
  if (width <= widest) return vector
  const matrix = normalMatrix(seed, widest, width)
  const reduced = new Float32Array(widest)
  const size = 1 / Math.sqrt(widest)
  for (let i = 0; i < widest; i++) {
    let sum = 0
    for (let j = 0, at = i * width; j < width; j++, at++) sum += matrix[at]! * vector[j]!
    reduced[i] = sum * size
  }
  return reduced
}
