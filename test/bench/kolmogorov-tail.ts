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
