import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addProduct,
  addTo,
  type ExactSum,
  mergeSum,
  scatter,
  totalOf,
} from '../../../runtime/sketches/exact-sum.ts'

/** A double as a whole number of 2^-1074. */
function exactly(x: number): bigint {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const exponent = (bits >> 52n) & 2047n
  const fraction = bits & ((1n << 52n) - 1n)
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n)
  return bits >> 63n === 1n ? -size : size
}
const sumOf = (values: readonly number[]): ExactSum => {
  const sum: ExactSum = []
  for (const value of values) addTo(sum, value)
  return sum
}
const numbers = fc.double({ noNaN: true, min: -1e140, max: 1e140 })

describe('sums', () => {
  test('of any doubles are exact, and rounded once', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 40 }), (values) => {
        const exact = values.reduce((total, value) => total + exactly(value), 0n)
        const sum = sumOf(values)
        expect(sum.reduce((total, part) => total + exactly(part), 0n)).toBe(exact)
        // No double is nearer than the result: neither neighbour, measured with whole numbers.
        const found = totalOf(sum)
        const off = (x: number) => (exactly(x) > exact ? exactly(x) - exact : exact - exactly(x))
        for (const factor of [1 - 2 ** -53, 1 + 2 ** -52])
          expect(off(found) <= off(found * factor)).toBe(true)
      }),
    )
  })

  test('known cases that plain sums get wrong', () => {
    expect(totalOf(sumOf([1e100, 1, -1e100]))).toBe(1)
    expect(totalOf(sumOf(Array.from({ length: 10 }, () => 0.1)))).toBe(1)
    expect(totalOf(sumOf([1, 2 ** -53, 2 ** -106]))).toBe(1 + 2 ** -52)
    expect(totalOf([])).toBe(0)
  })

  test('do not depend on the order or the split', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 60 }), fc.nat(), (values, at) => {
        const cut = at % (values.length + 1)
        const [left, right] = [sumOf(values.slice(cut).reverse()), sumOf(values.slice(0, cut))]
        mergeSum(left, right)
        expect(totalOf(left)).toBe(totalOf(sumOf(values)))
      }),
    )
  })
})

test('products are added exactly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
      fc.integer({ min: -(2 ** 52), max: 2 ** 52 }),
      (a, b) => {
        const sum: ExactSum = []
        addProduct(sum, a, b)
        const unit = exactly(1)
        expect(sum.reduce((total, part) => total + exactly(part), 0n)).toBe(BigInt(a) * BigInt(b) * unit)
      },
    ),
  )
})

test('the scatter of numbers far from zero keeps its digits', () => {
  const values = [1e9 + 1, 1e9 + 2, 1e9 + 4]
  const squares: ExactSum = []
  for (const value of values) addProduct(squares, value, value)
  expect(scatter(3, squares, sumOf(values))).toBe(3 * (1 + 4 + 16) - 49)
})
