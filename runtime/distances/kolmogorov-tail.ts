/** Two binned distributions of unequal size: the Kolmogorov-Smirnov distance and its probability. */

/** Distance, 0 to 1, and p-value, 0 to 1; of ties it is an upper bound. */
export interface BinnedComparison {
  readonly distance: number
  readonly pValue: number
}

/** Compares counts over the same ordered bins. NaN for both when a side is empty. */
export function compareBins(a: ArrayLike<number>, b: ArrayLike<number>): BinnedComparison {
  const n = total(a)
  const m = total(b)
  if (n === 0 || m === 0) return { distance: Number.NaN, pValue: Number.NaN }
  let distance = 0
  let belowA = 0
  let belowB = 0
  for (let i = 0; i < a.length; i++) {
    belowA += a[i]!
    belowB += b[i]!
    distance = Math.max(distance, Math.abs(belowA / n - belowB / m))
  }
  return { distance, pValue: kolmogorovTail(distance, (n * m) / (n + m)) }
}

/**
 * Probability of a distance as large by chance, for an effective size n·m / (n + m). The limit distribution (A. Kolmogorov,
 * 1933) with the correction for small sizes of M. Stephens, "Use of the Kolmogorov-Smirnov, Cramér-von Mises and related
 * statistics without extensive tables", JRSS B 32 (1970).
 */
export function kolmogorovTail(distance: number, size: number): number {
  const root = Math.sqrt(size)
  const x = (root + 0.12 + 0.11 / root) * distance
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1; k <= 100; k++) {
    const term = 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x)
    sum += term
    if (Math.abs(term) < 1e-18) break
  }
  return Math.min(1, Math.max(0, sum))
}

/** The distance at which the probability is `p`, 0 < p < 1. */
export function kolmogorovQuantile(p: number, size: number): number {
  let low = 0
  let high = 1 + 2 / Math.sqrt(size)
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (kolmogorovTail(middle, size) > p) low = middle
    else high = middle
  }
  return high
}

function total(counts: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i]!
  return sum
}
