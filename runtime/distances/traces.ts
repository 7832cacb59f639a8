/** Traces of a covariance matrix and its powers, from a sample. */
import type { Traces } from './weighted-chi-squared.ts'

/** Mean of some rows of equal length; zeros for none. */
export function meanOf(rows: readonly ArrayLike<number>[], width: number): Float64Array {
  const mean = new Float64Array(width)
  for (const row of rows) for (let i = 0; i < width; i++) mean[i]! += row[i]! / rows.length
  return mean
}

/** The rows less their mean. */
export function centred(rows: readonly ArrayLike<number>[], width: number): Float64Array[] {
  const mean = meanOf(rows, width)
  return rows.map((row) => Float64Array.from(mean, (middle, i) => row[i]! - middle))
}

/**
 * Unbiased estimates of tr C, tr C² and tr C³ for the covariance C of what the rows were drawn from, by the moments of
 * the Wishart distribution (see M. Srivastava, "Some tests concerning the covariance matrix in high dimensional data",
 * Journal of the Japan Statistical Society 35, 2005). For m rows O(m · k² + k³), where k is the smaller of m and width.
 * @param rows 3 or more, centred by their own mean
 */
export function powerTraces(rows: readonly Float64Array[]): Traces {
  const degrees = rows.length - 1
  // The covariance and the inner products of the rows have the same eigenvalues but for zeros.
  const m = Math.min(rows.length, rows[0]?.length ?? 0)
  const gram = m < rows.length ? covarianceOf(rows, m, degrees) : gramOf(rows, degrees)
  let t1 = 0
  let s2 = 0
  let s3 = 0
  const line = new Float64Array(m)
  for (let i = 0; i < m; i++) {
    t1 += gram[i * m + i]!
    line.fill(0)
    for (let k = 0; k < m; k++) {
      const value = gram[i * m + k]!
      s2 += value * value
      // The product is symmetric: its lower half says all.
      for (let j = 0, at = k * m; j <= i; j++) line[j]! += value * gram[at + j]!
    }
    for (let j = 0; j <= i; j++) s3 += line[j]! * gram[i * m + j]! * (j === i ? 1 : 2)
  }
  const t2 = (s2 - t1 ** 2 / degrees) / (1 + 1 / degrees)
  const least = Math.max(t2, s2 / (2 * degrees), 0)
  const t3 = s3 - (3 * t1 * least) / degrees - t1 ** 3 / degrees ** 2
  return { t1, t2: least, t3: t1 > 0 ? Math.max(t3, least ** 2 / t1) : 0 }
}

function covarianceOf(rows: readonly Float64Array[], width: number, degrees: number): Float64Array {
  const covariance = new Float64Array(width * width)
  for (const row of rows)
    for (let i = 0; i < width; i++) {
      const value = row[i]! / degrees
      if (value !== 0) for (let j = 0; j < width; j++) covariance[i * width + j]! += value * row[j]!
    }
  return covariance
}

/** Inner products of all pairs of rows, divided by the degrees of freedom. */
function gramOf(rows: readonly Float64Array[], degrees: number): Float64Array {
  const m = rows.length
  const gram = new Float64Array(m * m)
  for (let i = 0; i < m; i++)
    for (let j = 0; j <= i; j++) {
      const value = dot(rows[i]!, rows[j]!) / degrees
      gram[i * m + j] = value
      gram[j * m + i] = value
    }
  return gram
}

/** Inner product of two vectors of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
