/** Eigenvalues and eigenvectors of small symmetric matrices. */

/** Decomposition of a matrix of `size` rows; vectors[k] belongs to values[k], largest value first. */
export interface Eigen {
  readonly values: Float64Array
  readonly vectors: readonly Float64Array[]
}

/**
 * Decomposes a symmetric matrix, row by row, by cyclic Jacobi rotations (G. Golub and C. Van Loan, "Matrix Computations",
 * 4th edition, section 8.5). O(size³) a sweep, about ten sweeps. Each vector's largest component is positive.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-26; sweep++)
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q)
  const order = Array.from({ length: size }, (_, k) => k).sort(
    (i, j) => a[j * size + j]! - a[i * size + i]! || i - j,
  )
  return {
    values: Float64Array.from(order, (k) => a[k * size + k]!),
    vectors: order.map((k) => upright(v.slice(k * size, (k + 1) * size))),
  }
}

/** Share of the squared entries that lies off the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let off = 0
  let all = 0
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const square = a[i * size + j]! ** 2
      all += square
      if (i !== j) off += square
    }
  return all > 0 ? off / all : 0
}

/** One rotation that makes a[p][q] zero; the vectors stand in the rows of `v`. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!
  if (apq === 0) return
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q, c, s)
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k, c, s)
  for (let k = 0; k < size; k++) turn(v, p * size + k, q * size + k, c, s)
}

function turn(a: Float64Array, i: number, j: number, c: number, s: number): void {
  const x = a[i]!
  const y = a[j]!
  a[i] = c * x - s * y
  a[j] = s * x + c * y
}

function upright(vector: Float64Array): Float64Array {
  let largest = 0
  for (let i = 1; i < vector.length; i++)
    if (Math.abs(vector[i]!) > Math.abs(vector[largest]!) * (1 + 1e-9)) largest = i
  return vector[largest]! < 0 ? vector.map((x) => -x) : vector
}
