import { describe, expect, it } from 'vitest'
import {
  compareBins,
  kolmogorovQuantile,
  kolmogorovTail,
} from '../../../runtime/distances/kolmogorov-tail.ts'

describe('binned Kolmogorov-Smirnov', () => {
  // scipy 1.17.1 special.kolmogorov of the corrected argument.
  it.each([
    [0.1, 100, 0.25622118507010405],
    [0.05, 1000, 0.012958845703741699],
    [0.3, 20, 0.04313491121487042],
  ])('distance %d at size %d', (distance, size, expected) => {
    expect(kolmogorovTail(distance, size)).toBeCloseTo(expected, 12)
  })

  it('compares counts by their shares', () => {
    expect(compareBins([10, 10, 0], [20, 20, 0])).toEqual({ distance: 0, pValue: 1 })
    expect(compareBins([10, 0], [0, 5]).distance).toBe(1)
    expect(compareBins([0, 0], [1, 1]).pValue).toBeNaN()
  })

  it('the quantile is the inverse', () => {
    expect(kolmogorovTail(kolmogorovQuantile(0.001, 80), 80)).toBeCloseTo(0.001, 9)
  })
})
