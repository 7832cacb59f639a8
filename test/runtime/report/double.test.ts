import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDouble } from '../../../runtime/report/double.ts'

// Printed by a JVM (OpenJDK 17), but for the two marked: JDK 19 mended the digits of those.
const printed: [number, string][] = [
  [325, '325.0'],
  [0, '0.0'],
  [-0, '-0.0'],
  [0.001, '0.001'],
  [-0.001, '-0.001'],
  [9e-4, '9.0E-4'],
  [9999999.999, '9999999.999'],
  [1e6, '1000000.0'],
  [1e7, '1.0E7'],
  [-12345678.9, '-1.23456789E7'],
  [5.092682820403929e-4, '5.092682820403929E-4'],
  [1 / 3, '0.3333333333333333'],
  [9007199254740992, '9.007199254740992E15'],
  [1e21, '1.0E21'],
  [2e23, '2.0E23'], // JDK 19
  [1e-323, '9.9E-324'], // JDK 19
  [4.4e-323, '4.4E-323'],
  [Number.MIN_VALUE, '4.9E-324'],
  [2.2250738585072014e-308, '2.2250738585072014E-308'],
  [Number.MAX_VALUE, '1.7976931348623157E308'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [Number.NEGATIVE_INFINITY, '-Infinity'],
  [Number.NaN, 'NaN'],
]

test.each(printed)('%d prints as %s', (x, text) => {
  expect(formatDouble(x)).toBe(text)
})

test('the doubles beside the limits of plain notation fall on their side', () => {
  expect(formatDouble(0.0009999999999999998)).toBe('9.999999999999998E-4')
  expect(formatDouble(9999999.999999998)).toBe('9999999.999999998')
  expect(formatDouble(10000000.000000002)).toBe('1.0000000000000002E7')
})

test('every double reads back as itself', () => {
  fc.assert(
    fc.property(fc.double(), (x) => {
      expect(Number(formatDouble(x))).toBe(x)
    }),
    { numRuns: 2000 },
  )
})

test('every finite double has the form of a JVM double', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const plain = x === 0 || (Math.abs(x) >= 1e-3 && Math.abs(x) < 1e7)
      expect(formatDouble(x)).toMatch(plain ? /^-?\d+\.\d+$/ : /^-?[1-9]\.\d+E-?[1-9]\d*$/)
    }),
    { numRuns: 2000 },
  )
})
