import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { reduce, reducedWidth, widest } from '../../../runtime/sketches/reduce.ts'

const vector = (seed: number, width: number) => {
  const random = seeded(seed)
  return Float32Array.from({ length: width }, () => random.normal())
}

it('leaves narrow vectors as they are', () => {
  const narrow = vector(1, widest)
  expect(reduce(narrow)).toBe(narrow)
  expect(reducedWidth(widest)).toBe(widest)
})

it('keeps squared distances of wide ones: of mean ratio 1 and deviation √(2 / 128)', () => {
  const width = 1000
  const ratios = Array.from({ length: 100 }, (_, i) => {
    const [a, b] = [vector(2 * i, width), vector(2 * i + 1, width)]
    const square = (x: Float32Array, y: Float32Array) =>
      x.reduce((sum, value, j) => sum + (value - y[j]!) ** 2, 0)
    return square(reduce(a), reduce(b)) / square(a, b)
  })
  const mean = ratios.reduce((sum, ratio) => sum + ratio / ratios.length, 0)
  const deviation = Math.sqrt(ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2 / ratios.length, 0))
  expect(reduce(vector(1, width)).length).toBe(reducedWidth(width))
  expect(mean).toBeGreaterThan(0.93)
  expect(mean).toBeLessThan(1.07)
  expect(deviation / Math.sqrt(2 / widest)).toBeGreaterThan(0.7)
  expect(deviation / Math.sqrt(2 / widest)).toBeLessThan(1.35)
})

it('is linear', () => {
  const [a, b] = [vector(3, 300), vector(4, 300)]
  const both = reduce(a.map((value, j) => 2 * value + b[j]!))
  for (const [j, value] of reduce(a).entries()) expect(both[j]).toBeCloseTo(2 * value + reduce(b)[j]!, 3)
})
