/** Fisher's test of two independent correlations. */
import { upperGamma } from 'byom/distances/gamma'

/** A correlation and the number of rows that it was computed from, at least 4. */
export interface Measured {
  readonly count: number
  readonly correlation: number
}

/**
 * Probability of two correlations at least this far apart when both samples are of one distribution (two-sided).
 * R. A. Fisher, "On the probable error of a coefficient of correlation deduced from a small sample", Metron 1 (1921):
 * atanh r is close to normal with variance 1 / (n - 3). A squared normal variable is chi-squared with one degree of freedom.
 */
export function sameCorrelation(a: Measured, b: Measured): number {
  const variance = 1 / (a.count - 3) + 1 / (b.count - 3)
  const z = transformed(a.correlation) - transformed(b.correlation)
  return upperGamma(0.5, (z * z) / variance / 2)
}

/** atanh(±1) would be infinite. */
function transformed(correlation: number): number {
  const bound = 1 - 1e-12
  return Math.atanh(Math.max(-bound, Math.min(bound, correlation)))
}
