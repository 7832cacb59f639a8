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
 * Estimates of tr C, tr C² and tr C³ for the covariance C of what the rows were drawn from, whatever its distribution: the
 * first two unbiased (T. Himeno and T. Yamada, "Estimations for some functions of covariance matrix in high dimension under
 * non-normality and its applications", Journal of Multivariate Analysis 130, 2014), the third from inner products of three
 * different rows, up to terms of 1 / m². For m rows O(m · k² + k³), where k is the smaller of m and width.
 * @param rows 3 or more, centred by their own mean
 */
export function powerTraces(rows: readonly Float64Array[]): Traces {
  const n = rows.length
  const degrees = n - 1
  // The covariance and the inner products of the rows have the same eigenvalues but for zeros.
  const wide = n <= (rows[0]?.length ?? 0)
  const m = wide ? n : (rows[0]?.length ?? 0)
  const gram = wide ? gramOf(rows, degrees) : covarianceOf(rows, m, degrees)
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
  const own = ownParts(rows, gram, wide)
  const t2 = secondTrace(n, t1, s2, own.squares)
  const least = Math.max(t2, s2 / (2 * degrees), 0)
  const triples = (degrees ** 3 * s3 - 3 * own.products + 2 * own.cubes) / (n * degrees * Math.max(1, n - 2))
  // All rows are centred by the same mean, so that those of different records are not quite independent.
  const t3 = (triples - (3 * t1 * least) / n ** 2 + (t1 / n) ** 3) / (degrees / n) ** 3
  return { t1, t2: least, t3: t1 > 0 ? Math.max(t3, least ** 2 / t1) : 0 }
}

/** @param squares sum of ‖row‖⁴ */
function secondTrace(n: number, t1: number, s2: number, squares: number): number {
  if (n < 4) return (s2 - t1 ** 2 / (n - 1)) / (1 + 1 / (n - 1))
  return ((n - 1) / (n * (n - 2) * (n - 3))) * ((n - 1) * (n - 2) * s2 + t1 ** 2 - (n * squares) / (n - 1))
}

/**
 * Over the rows x with d = ‖x‖²: sums of d², of d³, and of d times the squared products of x with all rows.
 * @param gram of the rows, or their covariance
 */
function ownParts(rows: readonly Float64Array[], gram: Float64Array, wide: boolean) {
  const degrees = rows.length - 1
  const parts = { squares: 0, cubes: 0, products: 0 }
  for (const [i, row] of rows.entries()) {
    const d = dot(row, row)
    parts.squares += d ** 2
    parts.cubes += d ** 3
    let product = 0
    if (wide) {
      for (let k = 0; k < rows.length; k++) product += (degrees * gram[i * rows.length + k]!) ** 2
    } else
      for (let j = 0, at = 0; j < row.length; j++, at += row.length) {
        const value = row[j]!
        if (value === 0) continue
        let sum = 0
        for (let k = 0; k < row.length; k++) sum += gram[at + k]! * row[k]!
        product += degrees * value * sum
      }
    parts.products += d * product
  }
  return parts
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
