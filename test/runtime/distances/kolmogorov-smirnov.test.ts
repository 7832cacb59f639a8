import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kolmogorovSmirnov, robustCorrection } from '../../../runtime/distances/kolmogorov-smirnov.ts'
import { weightedItems } from '../../../runtime/sketches/kll.ts'

const file = new URL('../../golden/expected/distance_cases.json', import.meta.url)
const cases = JSON.parse(readFileSync(file, 'utf8')).cases

const items = (...values: number[]) => weightedItems([values], 'sum')
const data = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 20 }), {
  minLength: 1,
  maxLength: 4,
})

/** The definition: both distribution functions at every value. */
function byDefinition(left: number[][], right: number[][]): number {
  const share = (levels: number[][], x: number) => {
    const weigh = (keep: (value: number) => boolean) =>
      levels.reduce((sum, level, h) => sum + level.filter(keep).length * 2 ** h, 0)
    return weigh((value) => value <= x) / weigh(() => true)
  }
  return Math.max(...[...left, ...right].flat().map((x) => Math.abs(share(left, x) - share(right, x))))
}

describe('golden cases', () => {
  const numeric = cases.filter(({ kind }: { kind: string }) => kind === 'numerical')
  it('are two', () => expect(numeric).toHaveLength(2))
  for (const { comparison, sample1_sketch, sample2_sketch, distance } of numeric) {
    it.each(['sum', 'deequ'] as const)(`${comparison}, equal values: %s`, (equalValues) => {
      const a = weightedItems(sample1_sketch, equalValues)
      const b = weightedItems(sample2_sketch, equalValues)
      const simple = kolmogorovSmirnov(a, b)
      expect(comparison === 'simple' ? simple : robustCorrection(simple, a.total, b.total)).toBe(distance)
    })
  }
})

describe('distance', () => {
  it('is the largest difference of the distribution functions', () => {
    fc.assert(
      fc.property(data, data, (left, right) => {
        fc.pre(left.flat().length > 0 && right.flat().length > 0)
        const a = weightedItems(left, 'sum')
        const b = weightedItems(right, 'sum')
        expect(kolmogorovSmirnov(a, b)).toBe(byDefinition(left, right))
        expect(kolmogorovSmirnov(b, a)).toBe(kolmogorovSmirnov(a, b))
        expect(kolmogorovSmirnov(a, a)).toBe(0)
      }),
    )
  })

  it('is 1 for ranges that do not meet', () => {
    expect(kolmogorovSmirnov(items(1, 2), items(3))).toBe(1)
    expect(kolmogorovSmirnov(items(-Infinity), items(Infinity))).toBe(1)
  })

  it('sees a change of proportions, unless the flaw of the reference engine is asked for', () => {
    const before = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]]
    const after = [[0, 1, 1, 1, 1, 1, 1, 1, 1, 1]]
    expect(kolmogorovSmirnov(weightedItems(before, 'sum'), weightedItems(after, 'sum'))).toBeCloseTo(0.8, 12)
    expect(kolmogorovSmirnov(weightedItems(before, 'deequ'), weightedItems(after, 'deequ'))).toBe(0)
  })

  it('gives no verdict on an empty side', () => {
    expect(kolmogorovSmirnov(items(), items(1))).toBeNaN()
    expect(kolmogorovSmirnov(items(1), items())).toBeNaN()
    expect(kolmogorovSmirnov(items(), items())).toBeNaN()
  })
})

describe('robust correction', () => {
  it('takes off what chance explains', () => {
    expect(robustCorrection(0.5, 100, 100)).toBeCloseTo(0.5 - 1.8 * Math.SQRT2 * 0.1, 15)
    expect(robustCorrection(0.5, 200, 50)).toBeCloseTo(0.5 - 1.8 * Math.sqrt(0.025), 15)
    expect(robustCorrection(0.2, 100, 100)).toBe(0)
    expect(robustCorrection(1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).toBeCloseTo(1, 6)
  })

  it('gives no verdict where there is none', () => {
    expect(robustCorrection(0.5, 0, 10)).toBeNaN()
    expect(robustCorrection(0.5, 10, 0)).toBeNaN()
    expect(robustCorrection(Number.NaN, 10, 10)).toBeNaN()
  })
})
