import { expect, it } from 'vitest'
import { combinePValues } from '../../../runtime/distances/combine-tests.ts'

it('equals the tail of the Cauchy distribution (scipy.stats.cauchy) and stays sane at the ends', () => {
  expect(combinePValues([0.01, 0.2, 0.5])).toBeCloseTo(0.02868770387618907, 12)
  expect(combinePValues([1e-300, 1, 1, 1])).toBeCloseTo(4e-300, 305)
  expect(combinePValues([0, 0.5])).toBe(0)
  expect(combinePValues([])).toBe(1)
  expect(combinePValues([1e-10, 0.9])).toBeCloseTo(2e-10, 14)
})
