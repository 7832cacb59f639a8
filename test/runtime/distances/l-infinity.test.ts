import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lInfinity } from '../../../runtime/distances/l-infinity.ts'

const file = new URL('../../golden/expected/distance_cases.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8')).cases

const counts = (object: Record<string, number>) => new Map(Object.entries(object))
const arbitrary = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 999 }), {
  minKeys: 1,
})

describe('L-infinity distance', () => {
  it('of the golden case', () => {
    const { sample1, sample2, distance } = cases.find(
      ({ method }: { method?: string }) => method === 'LInfinity',
    )
    expect(lInfinity(counts(sample1), counts(sample2))).toBe(distance)
  })

  it('is the largest difference of shares over the union of the categories', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (left, right) => {
        const share = (object: Record<string, number>, name: string) =>
          (object[name] ?? 0) / Object.values(object).reduce((sum, count) => sum + count, 0)
        const names = [...Object.keys(left), ...Object.keys(right)]
        const expected = Math.max(...names.map((name) => Math.abs(share(left, name) - share(right, name))))
        expect(lInfinity(counts(left), counts(right))).toBe(expected)
        expect(lInfinity(counts(right), counts(left))).toBe(expected)
      }),
    )
  })

  it('is 1 for categories that have nothing in common', () => {
    expect(lInfinity(counts({ a: 3 }), counts({ b: 5 }))).toBe(1)
  })

  it('gives no verdict on a side without counts', () => {
    expect(lInfinity(new Map(), counts({ a: 1 }))).toBeNaN()
    expect(lInfinity(counts({ a: 1 }), counts({ a: 0 }))).toBeNaN()
  })
})
