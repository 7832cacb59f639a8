import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createMoments,
  type Moments,
  mergeMoments,
  momentsSum,
  populationDeviation,
  updateMoments,
  updateWeightedMoments,
} from '../../../runtime/sketches/moments.ts'

const golden = new URL('../../golden/', import.meta.url)
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

function momentsOf(values: readonly number[]): Moments {
  const state = createMoments()
  updateMoments(state, Float64Array.from(values), values.length)
  return state
}

/** Cuts the values at the given places, one run per state, and merges the states from left to right. */
function mergedMoments(values: readonly number[], cuts: readonly number[]): Moments {
  const state = createMoments()
  const ends = [...cuts.map((cut) => cut % (values.length + 1)).sort((a, b) => a - b), values.length]
  for (const [i, end] of ends.entries()) mergeMoments(state, momentsOf(values.slice(ends[i - 1] ?? 0, end)))
  return state
}

describe('golden churn columns', () => {
  const lines = readFileSync(new URL('churn/training-dataset-with-header.csv', golden), 'utf8')
    .trim()
    .split('\n')
  const expected = JSON.parse(
    readFileSync(new URL('expected/churn_baseline_statistics_first10.json', golden), 'utf8'),
  )
  for (const [column, feature] of expected.features.entries()) {
    it(feature.name, () => {
      const state = momentsOf(lines.slice(1).map((line) => Number(line.split(',')[column])))
      expect(state.count).toBe(feature.num_present)
      expect(momentsSum(state)).toBe(feature.sum)
      expect(state.mean.toFixed(6)).toBe(feature.mean.toFixed(6))
      expect(populationDeviation(state).toFixed(6)).toBe(feature.std_dev.toFixed(6))
      expect([state.min, state.max]).toEqual([feature.min, feature.max])
    })
  }
})

describe('sum', () => {
  it('keeps what cancellation would lose', () => {
    expect(momentsSum(momentsOf([1, 1e100, 1, -1e100]))).toBe(2)
    expect(momentsSum(mergedMoments([1, 1e100, 1, -1e100], [1, 2, 3]))).toBe(2)
  })

  it('of many decimals is the decimal sum', () => {
    expect(momentsSum(momentsOf(Array(10).fill(0.1)))).toBe(1)
    expect(momentsSum(momentsOf(Array(1_000_000).fill(0.1)))).toBe(100_000)
    expect(momentsSum(mergedMoments(Array(3000).fill(0.7), [1, 999, 2000]))).toBe(2100)
  })

  it('is off by at most one rounding of the exact sum', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => (Math.abs(x) < 2 ** -8 ? 0 : x))
    fc.assert(
      fc.property(fc.array(value), fc.array(fc.nat(), { maxLength: 4 }), (values, cuts) => {
        // All of these values are multiples of 2^-60, so that scaled integers hold their sum exactly.
        const scaled = values.reduce((sum, x) => sum + BigInt(x * 2 ** 60), 0n)
        const exact = Number(scaled) / 2 ** 60
        const magnitude = values.reduce((sum, x) => sum + Math.abs(x), 0)
        const bound = Math.abs(exact) * 2 ** -52 + magnitude * (values.length + 1) ** 2 * 2 ** -104
        expect(Math.abs(momentsSum(mergedMoments(values, cuts)) - exact)).toBeLessThanOrEqual(bound)
      }),
    )
  })
})

describe('mean and deviation', () => {
  it('agree with exact integers however far from zero and however split', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (shift, deviations, cuts) => {
          const state = mergedMoments(
            deviations.map((x) => x + shift),
            cuts,
          )
          const n = deviations.length
          const sum = deviations.reduce((total, x) => total + x, 0)
          const squares = deviations.reduce((total, x) => total + x * x, 0)
          // n² times the variance, an integer below 2^53.
          const variance = (n * squares - sum * sum) / (n * n)
          const rounding = 2 ** -52 * (Math.abs(shift) + 1000)
          expect(Math.abs(state.mean - (shift + sum / n))).toBeLessThanOrEqual(2 * rounding)
          expect(state.mean).toBe(momentsSum(state) / n)
          expect(Math.abs(populationDeviation(state) ** 2 - variance)).toBeLessThanOrEqual(
            8 * rounding * 2000,
          )
        },
      ),
    )
  })

  it('divides by n', () => {
    expect(populationDeviation(momentsOf([2, 4, 4, 4, 5, 5, 7, 9]))).toBe(2)
    expect(populationDeviation(momentsOf([7]))).toBe(0)
    expect(populationDeviation(momentsOf([1e200]))).toBe(0)
    expect(populationDeviation(createMoments())).toBe(0)
  })
})

describe('a deviation', () => {
  it('is right where the mean itself has to be rounded', () => {
    expect(populationDeviation(momentsOf([1e16, 1e16, 1e16 + 2])) ** 2).toBeCloseTo(8 / 9, 12)
  })

  it('of one value repeated is nothing but rounding', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e100, max: 1e100, noNaN: true }),
        fc.integer({ min: 1, max: 99 }),
        (x, n) => {
          expect(populationDeviation(momentsOf(Array(n).fill(x)))).toBeLessThanOrEqual(Math.abs(x) * 2 ** -52)
        },
      ),
    )
  })
})

describe('numbers at the end of the range', () => {
  it('give infinities, never NaN, and a mean between min and max', () => {
    const huge = fc.oneof(
      finite,
      fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 1e308, -1e308, 1e200, -0, 5e-324),
    )
    fc.assert(
      fc.property(fc.array(huge, { minLength: 1 }), fc.array(fc.nat(), { maxLength: 4 }), (values, cuts) => {
        const state = mergedMoments(values, cuts)
        for (const number of [...Object.values(state), momentsSum(state), populationDeviation(state)]) {
          expect(number).not.toBeNaN()
        }
        expect(state.min).toBe(Math.min(...values) + 0)
        expect(state.max).toBe(Math.max(...values) + 0)
        expect(state.mean).toBeGreaterThanOrEqual(state.min)
        expect(state.mean).toBeLessThanOrEqual(state.max)
      }),
    )
  })

  it('of one size have a finite mean', () => {
    for (let n = 1; n < 200; n++) {
      for (const value of [Number.MAX_VALUE, -1.7e308, 1.23456789e308]) {
        const values = Array(n).fill(value)
        expect(momentsOf(values).mean).toBe(value)
        expect(mergedMoments(values, [1, n >> 1, n >> 2]).mean).toBe(value)
      }
    }
  })

  it('come back from an overflow when the rest cancels it', () => {
    const state = mergedMoments([1e308, 1e308, -1e308, -1e308], [2])
    expect(momentsSum(state)).toBe(0)
    expect(momentsSum(momentsOf([1e308, 1e308]))).toBe(Infinity)
    expect(momentsSum(momentsOf([-1e308, -1e308]))).toBe(-Infinity)
    expect(populationDeviation(momentsOf([1e308, -1e308]))).toBe(Infinity)
  })
})

describe('merge', () => {
  it('with an empty state changes nothing, and copies into one', () => {
    fc.assert(
      fc.property(fc.array(finite), (values) => {
        const state = momentsOf(values)
        const before = structuredClone(state)
        mergeMoments(state, createMoments())
        expect(state).toEqual(before)
        const copy = createMoments()
        mergeMoments(copy, state)
        expect(copy).toEqual(before)
        mergeMoments(copy, momentsOf([1, 2]))
        expect(state).toEqual(before)
      }),
    )
  })

  it('reads only the first n values', () => {
    const state = createMoments()
    updateMoments(state, Float64Array.of(1, 2, 1000), 2)
    updateMoments(state, Float64Array.of(1000), 0)
    expect(state).toEqual(momentsOf([1, 2]))
  })
})

it('takes integers with their counts for the same as one by one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(255), { minLength: 1, maxLength: 300 }), { maxLength: 4 }),
      (runs) => {
        const state = createMoments()
        for (const run of runs) {
          const counts = new Int32Array(256)
          for (const value of run) counts[value]!++
          const values = Float64Array.from(new Set(run)).sort()
          updateWeightedMoments(state, values, counts, run.length)
        }
        const expected = momentsOf(runs.flat())
        const { m2, mean } = state
        expect([state.count, state.min, state.max]).toEqual([expected.count, expected.min, expected.max])
        expect(momentsSum(state)).toBe(momentsSum(expected))
        expect(mean).toBeCloseTo(expected.mean, 12)
        expect(Math.abs(m2 - expected.m2)).toBeLessThanOrEqual(1e-12 * (1 + expected.m2))
      },
    ),
  )
})
