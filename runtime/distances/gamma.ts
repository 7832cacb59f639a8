/** The regularised incomplete gamma function, which turns a chi-squared statistic into a probability. */

/**
 * Q(a, x) = Γ(a, x) / Γ(a), the upper tail, for 0 < a <= 1e5 and x >= 0: 1 at x = 0, falling to 0. NaN for a <= 0 or
 * x < 0. A chi-squared statistic s of d degrees of freedom has the p-value Q(d / 2, s / 2). Relative error below 1e-12
 * for a <= 5000 and results down to 1e-300. Below x = a + 1 the series DLMF 8.11.4 gives 1 - Q, above the even part of
 * the continued fraction DLMF 8.9.2 gives Q, evaluated by Lentz's method, as in W. Press et al., "Numerical Recipes",
 * 3rd edition, section 6.2.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return Number.NaN
  if (x === 0) return 1
  if (x / a === Infinity) return 0
  return x < a + 1 ? 1 - powerDensity(a, x) * series(a, x) : powerDensity(a, x) * a * continuedFraction(a, x)
}

/** 1 + x / (a + 1) + x² / ((a + 1)(a + 2)) + …, whose product with x^a e^-x / Γ(a + 1) is 1 - Q(a, x). */
function series(a: number, x: number): number {
  let sum = 1
  for (let term = 1, divisor = a + 1; term > sum * Number.EPSILON; divisor++) {
    term *= x / divisor
    sum += term
  }
  return sum
}

/** Never reached for the a that are promised, which take some 500 terms at most: rounding must not loop for ever. */
const mostTerms = 100_000

/** 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - 2 (2 - a) / …)), whose product with x^a e^-x / Γ(a) is Q(a, x). */
function continuedFraction(a: number, x: number): number {
  let divisor = x + 1 - a
  let c = Infinity
  let d = 1 / divisor
  let fraction = d
  for (let i = 1, factor = 0; i < mostTerms && Math.abs(factor - 1) > 4 * Number.EPSILON; i++) {
    const numerator = i * (a - i)
    divisor += 2
    d = 1 / (divisor + numerator * d)
    c = divisor + numerator / c
    factor = c * d
    fraction *= factor
  }
  return fraction
}

/**
 * x^a e^-x / Γ(a + 1) without the cancellation of its factors, by the saddle point of C. Loader, "Fast and accurate
 * computation of binomial probabilities", 2000.
 */
function powerDensity(a: number, x: number): number {
  const u = (x - a) / a
  const logRatio = Math.abs(u) < 0.5 ? Math.log1p(u) : Math.log(x / a)
  return Math.exp(-stirlingError(a) - a * (u - logRatio)) / Math.sqrt(2 * Math.PI * a)
}

/** ln Γ(a + 1) - (a + 1/2) ln a + a - ln(2π) / 2: Stirling's series (DLMF 5.11.1) from 15 on, below by recurrence. */
function stirlingError(a: number): number {
  if (a < 15) return stirlingError(a + 1) + (a + 0.5) * Math.log1p(1 / a) - 1
  const s = 1 / (a * a)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / a
}
