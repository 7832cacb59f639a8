import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upperGamma } from '../../../runtime/distances/gamma.ts'

const promised = 1e-12

/** Q(a, x) for whole and half a, a sum of positive terms: x^j e^-x / Γ(j + 1) for j = a - 1, a - 2, … */
function bySum(a: number, x: number, erfcRoot: number): number {
  let sum = Number.isInteger(a) ? 0 : erfcRoot
  let term = Number.isInteger(a) ? Math.exp(-x) : 2 * Math.sqrt(x / Math.PI) * Math.exp(-x)
  for (let j = Number.isInteger(a) ? 1 : 1.5; j <= a; j++) {
    sum += term
    term *= x / j
  }
  return sum
}

describe('upper regularised gamma', () => {
  // Degrees of freedom, statistic, p-value; computed with 900 decimal digits.
  it.each([
    [1, 3.841458820694124, 0.05000000000000006],
    [10, 18.307038053275146, 0.05000000000000001],
    [5, 1, 0.9625657732472964],
    [2, 0.5, 0.7788007830714049],
    [3, 100, 1.554159431389605e-21],
    [100, 124.34211340400407, 0.05000000000000009],
    [50, 200, 7.857610724654743e-20],
    [119, 60, 0.9999986789992609],
    [1, 1e-6, 0.9992021155721779],
    [5, 28.175042782458068, 3.364019129843647e-5],
  ])('%d degrees of freedom, statistic %d', (degrees, statistic, p) => {
    expect(Math.abs(upperGamma(degrees / 2, statistic / 2) / p - 1)).toBeLessThan(promised)
  })

  it('is a finite sum for whole numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 1e-9, max: 690, noNaN: true }),
        (a, x) => {
          expect(Math.abs(upperGamma(a, x) / bySum(a, x, 0) - 1)).toBeLessThan(promised)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is a finite sum above erfc for halves', () => {
    // erfc(sqrt(x)) with 17 digits, from tables: x, value.
    for (const [x, erfcRoot] of [
      [0.25, 0.4795001221869535],
      [1, 0.15729920705028513],
      [4, 0.004677734981047266],
      [9, 2.2090496998585441e-5],
      [25, 1.5374597944280349e-12],
    ] as const) {
      for (let a = 0.5; a < 60; a++) {
        expect(Math.abs(upperGamma(a, x) / bySum(a, x, erfcRoot) - 1)).toBeLessThan(promised)
      }
    }
  })

  it('falls from 1 to 0', () => {
    expect(upperGamma(2.5, 0)).toBe(1)
    expect(1 - upperGamma(0.5, 1e-20)).toBeCloseTo(1.1283791670955126e-10, 15)
    expect(upperGamma(2.5, Infinity)).toBe(0)
    expect(upperGamma(0.5, 1e308)).toBe(0)
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 1e5, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (a, ratio, step) => {
          const here = upperGamma(a, a * ratio)
          expect(here).toBeGreaterThanOrEqual(0)
          expect(here).toBeLessThanOrEqual(1)
          expect(upperGamma(a, a * (ratio + step))).toBeLessThanOrEqual(here * (1 + promised))
        },
      ),
    )
  })

  it('is not defined outside', () => {
    expect(upperGamma(0, 1)).toBeNaN()
    expect(upperGamma(1, -1)).toBeNaN()
    expect(upperGamma(1, Number.NaN)).toBeNaN()
  })
})
