import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addFixed, createFixedSums, fixedMean, mergeFixed } from '../../../runtime/sketches/fixed-sums.ts'
import { pack, unpack } from '../../../runtime/sketches/packed.ts'

it('numbers come back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (values) => {
      expect([...unpack(pack('f64', values), values.length, 'it')]).toEqual(values)
    }),
  )
  expect([...unpack(pack('f32', [0.5, -2]), 2, 'it')]).toEqual([0.5, -2])
})

it.each([undefined, 7, 'f64:', 'f64:AAAA', 'f99:AAAA', pack('f64', [Number.NaN])])(
  '%j is refused by name',
  (text) => {
    expect(() => unpack(text, 1, 'feature "x": mean')).toThrow(
      'feature "x": mean should hold 1 packed numbers',
    )
  },
)

it('sums of any split have the same bits', () => {
  const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(vector, { minLength: 1, maxLength: 30 }), fc.nat(30), (list, cut) => {
      const sum = (part: typeof list) => {
        const sums = createFixedSums(3)
        for (const each of part) addFixed(sums, each)
        return sums
      }
      const merged = sum(list.slice(cut))
      mergeFixed(merged, sum(list.slice(0, cut)))
      expect(merged).toEqual(sum(list))
      const exact = list.reduce((total, each) => total + each[1]!, 0) / list.length
      expect(Math.abs(fixedMean(merged)[1]! - exact)).toBeLessThan(2 ** -20)
    }),
  )
})
