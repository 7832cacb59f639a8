import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquared } from '../../../runtime/distances/chi-squared.ts'

const file = new URL('../../golden/expected/distance_cases.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8')).cases

const counts = (object: Record<string, number>) => new Map(Object.entries(object))
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const large = fc.dictionary(name, fc.integer({ min: 1, max: 500 }), { minKeys: 1 })
const small = fc.dictionary(name, fc.integer({ min: 1, max: 9 }))

describe('golden cases', () => {
  const chi = cases.filter(({ method }: { method?: string }) => method === 'ChiSquared')
  it('are two', () => expect(chi).toHaveLength(2))
  for (const { comparison, sample1, sample2_expected, distance } of chi) {
    it(comparison, () => {
      const result = chiSquared(counts(sample1), counts(sample2_expected))!
      expect(result.degreesOfFreedom).toBe(5)
      // Of the published p-value eleven digits are right: 900-digit arithmetic gives 3.364019129843647e-5.
      const value = comparison === 'p_value' ? result.pValue : result.statistic
      expect(Math.abs(value / distance - 1)).toBeLessThan(comparison === 'p_value' ? 1e-11 : 1e-14)
    })
  }
})

describe('chi-squared', () => {
  it('is Pearson’s statistic', () => {
    // A die thrown 60 times; 13.4 with 5 degrees of freedom has p = 0.01990522…
    const thrown = counts({ 1: 5, 2: 8, 3: 9, 4: 8, 5: 10, 6: 20 })
    const fair = counts({ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 })
    const result = chiSquared(thrown, fair)!
    expect(result.statistic).toBeCloseTo(13.4, 12)
    expect(result.degreesOfFreedom).toBe(5)
    expect(result.pValue).toBeCloseTo(0.0199052203347744, 14)
  })

  it('is 0 with p = 1 for the same proportions, whatever the size of the baseline', () => {
    fc.assert(
      fc.property(large, fc.integer({ min: 1, max: 9 }), (observed, factor) => {
        const baseline = new Map([...counts(observed)].map(([name, count]) => [name, count * factor]))
        const result = chiSquared(counts(observed), baseline)
        fc.pre(result !== undefined)
        expect(result!.statistic).toBeLessThan(1e-20)
        expect(result!.pValue).toBeCloseTo(1, 9)
      }),
    )
  })

  it('does not depend on the order of categories, nor on those that the baseline lacks', () => {
    fc.assert(
      fc.property(large, fc.oneof(small, large), (observed, baseline) => {
        const shared = new Map([...counts(observed)].filter(([name]) => Object.hasOwn(baseline, name)))
        const turned = chiSquared(shared, new Map([...counts(baseline)].reverse()))
        expect(turned).toEqual(chiSquared(counts(observed), counts(baseline)))
      }),
    )
  })
})

describe('regrouping', () => {
  it('asks for 10 in each of two categories', () => {
    expect(chiSquared(counts({ a: 15, b: 5 }), counts({ a: 10, b: 10 }))).toMatchObject({ statistic: 5 })
    expect(chiSquared(counts({ a: 14, b: 5 }), counts({ a: 10, b: 10 }))).toBeUndefined()
  })

  it('lets one category in five be small', () => {
    const observed = counts({ a: 40, b: 30, c: 20, d: 6, e: 4 })
    const baseline = counts({ a: 36, b: 30, c: 20, d: 10, e: 4 })
    expect(chiSquared(observed, baseline)!.degreesOfFreedom).toBe(4)
    expect(chiSquared(observed, baseline)!.statistic).toBeCloseTo(16 / 36 + 16 / 10, 12)
  })

  it('merges the smallest into the second smallest until that holds', () => {
    // d and e are two of five below 5 and become one of 7, the smallest of four but large enough.
    const observed = counts({ a: 40, b: 30, c: 20, d: 9, e: 1 })
    const baseline = counts({ a: 43, b: 30, c: 20, d: 3, e: 4 })
    const result = chiSquared(observed, baseline)!
    expect(result.degreesOfFreedom).toBe(3)
    expect(result.statistic).toBeCloseTo(9 / 43 + 9 / 7, 12)
  })

  it('puts a merged category into its place before it merges again', () => {
    // 40 + 45 is larger than 48 and 49, so that these two are next; three are left, none of them small.
    const baseline = counts({ a: 818, b: 49, c: 48, d: 45, e: 40 })
    const observed = counts({ a: 80, b: 8, c: 3, d: 6, e: 3 })
    const result = chiSquared(observed, baseline)!
    expect(result.degreesOfFreedom).toBe(2)
    expect(result.statistic).toBeCloseTo(1.8 ** 2 / 81.8 + 1.3 ** 2 / 9.7 + 0.5 ** 2 / 8.5, 12)
  })

  it('leaves 5 alone, and ignores a category that the baseline only names', () => {
    const observed = counts({ a: 40, b: 30, c: 20, d: 5, e: 5, f: 7 })
    const baseline = counts({ a: 40, b: 30, c: 20, d: 5, e: 5, f: 0 })
    expect(chiSquared(observed, baseline)).toEqual({ statistic: 0, pValue: 1, degreesOfFreedom: 4 })
  })

  it('leaves no verdict with fewer than two categories', () => {
    expect(chiSquared(counts({ a: 500 }), counts({ a: 500 }))).toBeUndefined()
    expect(chiSquared(counts({ a: 500 }), new Map())).toBeUndefined()
    expect(chiSquared(new Map(), counts({ a: 500, b: 500 }))).toBeUndefined()
    expect(chiSquared(counts({ c: 500 }), counts({ a: 500, b: 500 }))).toBeUndefined()
    expect(chiSquared(counts({ a: 9, b: 1 }), counts({ a: 5, b: 5, c: 0 }))).toBeUndefined()
  })
})
