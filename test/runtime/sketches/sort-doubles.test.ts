import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortDoubles } from '../../../runtime/sketches/sort-doubles.ts'

/** Bit for bit what the engine's own sort gives. */
function check(values: Float64Array): void {
  const expected = Float64Array.from(values).sort()
  const sorted = sortDoubles(Float64Array.from(values))
  expect(Buffer.from(sorted.buffer).equals(Buffer.from(expected.buffer))).toBe(true)
}

const lengths = fc.integer({ min: 0, max: 3000 })
const many = <T>(of: fc.Arbitrary<T>) => lengths.chain((n) => fc.array(of, { minLength: n, maxLength: n }))

describe('sorts like the engine', () => {
  test.each([
    ['any doubles', fc.double({ noNaN: true })],
    ['doubles of one size', fc.double({ min: 100, max: 200, noNaN: true })],
    ['small integers', fc.integer({ min: 0, max: 1023 })],
    ['flags', fc.integer({ min: 0, max: 1 })],
    ['integers of both signs', fc.integer({ min: -5000, max: 5000 })],
    ['zeros of both signs', fc.constantFrom(0, -0, 1, -1)],
    [
      'doubles that agree in their upper halves',
      fc.integer({ min: 0, max: 2 ** 20 }).map((i) => 1e9 + i * 1e-6),
    ],
    ['infinities and subnormals', fc.constantFrom(Infinity, -Infinity, 5e-324, -5e-324, 1e308, 0)],
  ])('%s', (_title, of) => {
    fc.assert(
      fc.property(many(of), (values) => check(Float64Array.from(values))),
      { numRuns: 60 },
    )
  })

  test('ascending runs one behind the other', () => {
    const run = fc.array(fc.double({ min: -5, max: 50, noNaN: true }), { maxLength: 400 })
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 10 }), fc.boolean(), (lists, rounded) => {
        const ascending = lists.map((list) =>
          Float64Array.from(list, (x) => (rounded ? Math.round(x) : x)).sort(),
        )
        check(Float64Array.from(ascending.flatMap((each) => [...each])))
      }),
    )
  })

  test('runs longer than the scratch memory, and views into larger arrays', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => Math.sin(i) * 10 ** (i % 30))
    check(values)
    const rest = values.slice()
    sortDoubles(rest.subarray(100, 5000))
    expect(rest.subarray(0, 100)).toEqual(values.subarray(0, 100))
    expect(rest.subarray(5000)).toEqual(values.subarray(5000))
    expect(rest.subarray(100, 5000)).toEqual(values.slice(100, 5000).sort())
  })
})
