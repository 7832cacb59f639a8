/** The regularised incomplete beta function, and the tails that it gives: F, Student's t, and the beta-binomial. */
import { upperGamma } from './gamma.ts'
import { logGamma } from './log-gamma.ts'

/**
 * I_x(a, b) for a, b > 0 and 0 <= x <= 1: from 0 to 1. Continued fraction DLMF 8.17.22 by Lentz's method. Relative error
 * below 1e-10 for a and b up to 1e5.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m))
    d = 1 / keep(1 + even * d)
    c = keep(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m))
    d = 1 / keep(1 + odd * d)
    c = keep(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return h
}

function keep(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x
}

/** Probability that F with `d1` and `d2` degrees of freedom (above 0, need not be whole) is `f` or more. */
export function fTail(f: number, d1: number, d2: number): number {
  return f <= 0 ? 1 : incompleteBeta(d2 / 2, d1 / 2, d2 / (d2 + d1 * f))
}

/** Probability that Student's t with `degrees` of freedom is farther from 0 than `t`, on both sides. */
export function studentTail(t: number, degrees: number): number {
  return fTail(t * t, 1, degrees)
}

/** Probability that a standard normal number is farther from 0 than `z`, on both sides. */
export function normalTail(z: number): number {
  return upperGamma(0.5, (z * z) / 2)
}

/**
 * Probability of `hits` or more among `n` records, when `hitsBefore` of `before` were hits: the upper tail of the
 * beta-binomial distribution with the posterior of Jeffreys' prior, so that the uncertainty of the baseline counts.
 * @param spread 0 for independent records, else the intra-class correlation of a group of records, below 1
 */
export function betaBinomialTail(
  hits: number,
  n: number,
  hitsBefore: number,
  before: number,
  spread = 0,
): number {
  if (hits <= 0) return 1
  const { a, b } = posterior(hitsBefore, before, spread)
  let p = 0
  for (let k = hits; k <= n; k++) {
    const term = Math.exp(logBetaBinomial(k, n, a, b))
    p += term
    if (k > hits + 1 && k > (n * a) / (a + b) && term < p * 1e-15) break
  }
  return Math.min(1, p)
}

/**
 * All tails of {@link betaBinomialTail} at once, for 0 to n hits: O(n), each from the one before by the ratio of two
 * neighbouring probabilities. Those below 1e-300 are 0.
 * @param n whole number, 1 or more
 */
export function betaBinomialTails(n: number, hitsBefore: number, before: number, spread = 0): Float64Array {
  const { a, b } = posterior(hitsBefore, before, spread)
  const tails = new Float64Array(n + 1)
  const start = Math.min(n, Math.floor((n * a) / (a + b)))
  tails[start] = Math.exp(logBetaBinomial(start, n, a, b))
  for (let k = start; k < n; k++) tails[k + 1] = tails[k]! * ratio(k, n, a, b)
  for (let k = start - 1; k >= 0; k--) tails[k] = tails[k + 1]! / ratio(k, n, a, b)
  for (let k = n - 1; k >= 0; k--) tails[k] = Math.min(1, tails[k]! + tails[k + 1]!)
  tails[0] = 1
  return tails
}

/** Probability of k + 1 hits over that of k. */
function ratio(k: number, n: number, a: number, b: number): number {
  return ((n - k) * (k + a)) / ((k + 1) * (n - k - 1 + b))
}

/** The two parameters of the beta distribution of the share of hits. */
function posterior(hits: number, before: number, spread: number): { a: number; b: number } {
  const total = before + 1
  // A correlation r of the group is that of a beta distribution of a + b = 1/r - 1; the narrower of both counts.
  const size = spread > 0 ? 1 / (1 / total + spread / (1 - spread)) : total
  const a = ((hits + 0.5) / total) * size
  return { a, b: size - a }
}

function logBetaBinomial(k: number, n: number, a: number, b: number): number {
  return (
    logGamma(n + 1) -
    logGamma(k + 1) -
    logGamma(n - k + 1) +
    logGamma(k + a) +
    logGamma(n - k + b) -
    logGamma(n + a + b) +
    logGamma(a + b) -
    logGamma(a) -
    logGamma(b)
  )
}
