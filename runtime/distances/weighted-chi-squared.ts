/** The distribution of a weighted sum of squared normal numbers, Σ λᵢ zᵢ², known by the power sums of its weights. */
import { upperGamma } from './gamma.ts'

/** Power sums of the weights, t1 = Σ λ, t2 = Σ λ², t3 = Σ λ³: traces of a covariance matrix and its powers. */
export interface Traces {
  readonly t1: number
  readonly t2: number
  readonly t3: number
}

/**
 * Probability of a sum of `value` or more, 0 to 1, by matching three cumulants with a shifted and scaled chi-squared
 * distribution. P. Hall, "Chi squared approximations to the distribution of a sum of independent random variables",
 * Annals of Probability 11 (1983); M. Buckley and G. Eagleson, Australian Journal of Statistics 30 (1988).
 * Without any weight it is 1 for a value of 0 and 0 above.
 */
export function weightedChiSquaredTail(value: number, traces: Traces): number {
  const shape = shapeOf(traces)
  if (shape === undefined) return value > 0 ? 0 : 1
  const x = shape.degrees + (value - traces.t1) / shape.scale
  return x <= 0 ? 1 : upperGamma(shape.degrees / 2, x / 2)
}

/** The value whose tail probability is `p` (0 < p < 1), by bisection; 0 without any weight. */
export function weightedChiSquaredQuantile(p: number, traces: Traces): number {
  if (shapeOf(traces) === undefined) return 0
  let low = 0
  let high = traces.t1 + 4 * Math.sqrt(2 * traces.t2)
  while (weightedChiSquaredTail(high, traces) > p) high *= 2
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (weightedChiSquaredTail(middle, traces) > p) low = middle
    else high = middle
  }
  return high
}

/** Degrees of freedom, at most 1e5, and the size of one of them. */
function shapeOf({ t1, t2, t3 }: Traces): { degrees: number; scale: number } | undefined {
  if (!(t1 > 0 && t2 > 0 && t3 > 0)) return undefined
  const degrees = Math.min(1e5, t2 ** 3 / t3 ** 2)
  return { degrees, scale: Math.sqrt(t2 / degrees) }
}
