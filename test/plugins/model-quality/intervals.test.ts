import { expect, test } from 'vitest'
import { areaError, areaUnderCurve, type Step } from '../../../plugins/model-quality/curves.ts'
import {
  around,
  fewestRows,
  jackknife,
  standardDeviation,
  wilson,
} from '../../../plugins/model-quality/intervals.ts'
import { seeded } from '../../../runtime/conformance/random.ts'

/** Share of repetitions whose interval holds the truth. */
function coverage(
  repetitions: number,
  once: (seed: number) => [number, number] | undefined,
  truth: number,
): number {
  let held = 0
  for (let seed = 1; seed <= repetitions; seed++) {
    const interval = once(seed)
    if (interval !== undefined && interval[0] <= truth && truth <= interval[1]) held++
  }
  return held / repetitions
}

test('Wilson: a published value, and the ends', () => {
  // E. B. Wilson's interval for 81 of 263 (R. G. Newcombe, 1998, table I): 0.2553 to 0.3662.
  const [lower, upper] = wilson(81, 263)!
  expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  expect(wilson(0, 20)![0]).toBe(0)
  expect(wilson(20, 20)![1]).toBe(1)
  expect(wilson(0, 0)).toBeUndefined()
})

test('proportions: 95 % of the intervals hold the truth', () => {
  for (const p of [0.5, 0.9, 0.98]) {
    const share = coverage(
      2000,
      (seed) => {
        const random = seeded(seed)
        let hits = 0
        for (let i = 0; i < 300; i++) if (random.next() < p) hits++
        return wilson(hits, 300)
      },
      p,
    )
    expect(share, `p = ${p}`).toBeGreaterThan(0.93)
    expect(share, `p = ${p}`).toBeLessThan(0.98)
  }
})

test('area: 95 % of the intervals hold the truth', () => {
  // Positives are N(1, 1), negatives N(0, 1): the area is Φ(1/√2).
  const truth = 0.7602499389065233
  const share = coverage(
    600,
    (seed) => {
      const random = seeded(seed)
      const steps: Step[] = Array.from({ length: 400 }, (_, i) => {
        const positives = i % 4 === 0 ? 1 : 0
        return { score: random.normal() + positives, positives, negatives: 1 - positives }
      }).sort((a, b) => b.score - a.score)
      const area = areaUnderCurve(steps)!
      return around(area, areaError(steps, area), [0, 1])
    },
    truth,
  )
  expect(share).toBeGreaterThan(0.92)
  expect(share).toBeLessThan(0.98)
})

test('jackknife: 95 % of the intervals of an F value and of a root hold the truth', () => {
  const f = (tp: number, fp: number, fn: number) => (2 * tp) / (2 * tp + fp + fn)
  const once = (metric: (counts: number[]) => number, most: number) => (seed: number) => {
    const random = seeded(seed)
    const folds = Array.from({ length: 10 }, () => [0, 0, 0, 0])
    for (let i = 0; i < 1000; i++) {
      const u = random.next()
      folds[random.below(10)]![u < 0.2 ? 0 : u < 0.3 ? 1 : u < 0.35 ? 2 : 3]!++
    }
    const of = (without: ReadonlySet<number>) => {
      const sum = [0, 0, 0, 0]
      for (const [fold, counts] of folds.entries())
        if (!without.has(fold)) for (const [i, count] of counts.entries()) sum[i]! += count
      return metric(sum)
    }
    return jackknife(of, of(new Set()), [0, most])
  }
  const share = coverage(
    1000,
    once(([tp, fp, fn]) => f(tp!, fp!, fn!), 1),
    f(0.2, 0.1, 0.05),
  )
  expect(share).toBeGreaterThan(0.92)
  expect(share).toBeLessThan(0.98)
  const root = ([a, b, c, d]: number[]) => Math.sqrt((4 * a! + b!) / (a! + b! + c! + d!))
  const ofRoot = coverage(1000, once(root, 10), Math.sqrt(0.9))
  expect(ofRoot).toBeGreaterThan(0.92)
  expect(ofRoot).toBeLessThan(0.98)
})

test('deviation: five samples without two folds each, divided by four; too few rows are NaN', () => {
  const metric = (without: ReadonlySet<number>) => [...without].reduce((sum, fold) => sum + fold, 0)
  // The samples leave out 0+1, 2+3, … 8+9: 1, 5, 9, 13, 17.
  expect(standardDeviation(metric, fewestRows)).toBeCloseTo(Math.sqrt(40), 14)
  expect(standardDeviation(metric, fewestRows - 1)).toBe('NaN')
  expect(standardDeviation(() => undefined, 1000)).toBeUndefined()
})
