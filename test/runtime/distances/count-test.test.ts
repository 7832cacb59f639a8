import { expect, it } from 'vitest'
import { betaBinomialTail } from '../../../runtime/distances/beta.ts'
import { countTest } from '../../../runtime/distances/count-test.ts'

it('the critical count is the least whose tail is within the level; what is attained is that tail', () => {
  for (const [n, hits] of [
    [50, 0],
    [300, 2],
    [1000, 100],
  ] as const) {
    const test = countTest(n, hits, 2000, 0)
    for (const level of [0.05, 0.001, 1e-6]) {
      const least = test.critical(level)
      expect(betaBinomialTail(least, n, hits, 2000)).toBeLessThanOrEqual(level)
      expect(betaBinomialTail(least - 1, n, hits, 2000)).toBeGreaterThan(level)
      expect(test.attained(level)).toBeCloseTo(betaBinomialTail(least, n, hits, 2000), 12)
      expect(test.attained(level)).toBeLessThanOrEqual(level)
    }
  }
})

it('an unreachable level has a critical count beyond all records, and nothing of it is attained', () => {
  const test = countTest(2, 1000, 2000, 0)
  expect(test.critical(0.01)).toBe(3)
  expect(test.attained(0.01)).toBe(0)
})

it('many records are counted the same way, and attain the level', () => {
  const test = countTest(50_000, 2, 2000, 0)
  const least = test.critical(0.001)
  expect(betaBinomialTail(least, 50_000, 2, 2000)).toBeLessThanOrEqual(0.001)
  expect(betaBinomialTail(least - 1, 50_000, 2, 2000)).toBeGreaterThan(0.001)
  expect(test.attained(0.001)).toBe(0.001)
})
