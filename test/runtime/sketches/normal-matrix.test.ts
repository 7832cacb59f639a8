import { expect, it } from 'vitest'
import { normalMatrix } from '../../../runtime/sketches/normal-matrix.ts'

const matrix = normalMatrix(7, 300, 201)

it('has the moments of a standard normal: 0, 1, 0, 3', () => {
  const moment = (k: number) => matrix.reduce((sum, x) => sum + x ** k / matrix.length, 0)
  // Six deviations of the mean of 60,300 independent powers: √(1, 2, 15, 96) / √60,300.
  expect(Math.abs(moment(1))).toBeLessThan(6 * Math.sqrt(1 / 60_300))
  expect(Math.abs(moment(2) - 1)).toBeLessThan(6 * Math.sqrt(2 / 60_300))
  expect(Math.abs(moment(3))).toBeLessThan(6 * Math.sqrt(15 / 60_300))
  expect(Math.abs(moment(4) - 3)).toBeLessThan(6 * Math.sqrt(96 / 60_300))
})

it('has independent neighbours, and a share of 0.0455 beyond two deviations', () => {
  let product = 0
  for (let i = 1; i < matrix.length; i++) product += (matrix[i]! * matrix[i - 1]!) / matrix.length
  expect(Math.abs(product)).toBeLessThan(6 / Math.sqrt(60_300))
  expect(matrix.filter((x) => Math.abs(x) > 2).length / matrix.length).toBeCloseTo(0.0455, 2)
})

it('is the same for the same seed and size, and another for another', () => {
  const copy = Float32Array.from(matrix)
  // More matrices than are kept.
  for (let seed = 100; seed < 110; seed++) normalMatrix(seed, 2, 2)
  expect(normalMatrix(7, 300, 201)).toEqual(copy)
  expect(normalMatrix(8, 300, 201).slice(0, 4)).not.toEqual(copy.slice(0, 4))
})
