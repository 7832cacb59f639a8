import { describe, expect, it } from 'vitest'
import {
  weightedChiSquaredQuantile,
  weightedChiSquaredTail,
} from '../../../runtime/distances/weighted-chi-squared.ts'

const traces = (weights: readonly number[]) => ({
  t1: weights.reduce((sum, w) => sum + w, 0),
  t2: weights.reduce((sum, w) => sum + w ** 2, 0),
  t3: weights.reduce((sum, w) => sum + w ** 3, 0),
})

describe('weighted chi-squared', () => {
  // Exact for equal weights; of others the approximation is a few percent off. Tails by numerical inversion of the characteristic function (J. Imhof, Biometrika 48, 1961), with scipy.
  it.each([
    ['three equal weights', [1, 1, 1], 7.81, 0.050106060277406994, 1e-6],
    ['halving weights', Array.from({ length: 20 }, (_, k) => 0.5 ** k), 6, 0.0309448384331934, 0.05],
    ['harmonic weights', Array.from({ length: 60 }, (_, k) => 1 / (k + 1)), 12, 0.005204402719793, 0.1],
    ['one large weight', [1, 0.1, 0.1, 0.1, 0.1], 5, 0.03247536753214503, 0.05],
  ])('%s', (_, weights, value, expected, tolerance) => {
    expect(Math.abs(weightedChiSquaredTail(value, traces(weights)) / expected - 1)).toBeLessThan(tolerance)
  })

  it('the quantile is the inverse', () => {
    for (const p of [0.5, 0.01, 1e-6]) {
      const sums = traces([3, 1, 0.5, 0.1])
      expect(weightedChiSquaredTail(weightedChiSquaredQuantile(p, sums), sums)).toBeCloseTo(p, 9)
    }
  })

  it('without weights nothing but 0 is possible', () => {
    expect(weightedChiSquaredTail(0, traces([]))).toBe(1)
    expect(weightedChiSquaredTail(1e-9, traces([]))).toBe(0)
    expect(weightedChiSquaredQuantile(0.01, traces([]))).toBe(0)
  })
})
