import { expect, it } from 'vitest'
import { kolmogorovTail } from './kolmogorov-tail.ts'

// scipy 1.17.1 special.kolmogorov of the corrected argument.
it.each([
  [0.1, 100, 0.25622118507010405],
  [0.05, 1000, 0.012958845703741699],
  [0.3, 20, 0.04313491121487042],
])('distance %d at size %d', (distance, size, expected) => {
  expect(kolmogorovTail(distance, size)).toBeCloseTo(expected, 12)
})
