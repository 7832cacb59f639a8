import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ValueClass } from '../../../runtime/batch.ts'
import { classify, number } from '../../../runtime/decode/value.ts'
import { classOf, numberOf } from './reference.ts'

const { Missing, Integral, Fractional, Boolean: Bool, String: Text } = ValueClass
const encoder = new TextEncoder()

/** Classifies a text that stands amid bytes that continue it, so that reading past its end would show. */
function read(text: string, before = '1', after = '5e5.5'): { valueClass: ValueClass; number: number } {
  const bytes = encoder.encode(before + text + after)
  const start = encoder.encode(before).length
  const valueClass = classify(bytes, start, bytes.length - encoder.encode(after).length)
  return { valueClass, number }
}

test.each<[string, ValueClass, number]>([
  ['', Missing, Number.NaN],
  ['0', Integral, 0],
  ['-0', Integral, -0],
  ['+7', Integral, 7],
  ['- 7', Integral, -7],
  [' 7', Integral, 7],
  ['007', Integral, 7],
  ['9007199254740993', Integral, 9007199254740992],
  ['1.5', Fractional, 1.5],
  ['-0.0', Fractional, -0],
  ['1E5', Fractional, 100000],
  ['1.2e+01', Fractional, 12],
  ['1e999', Fractional, Number.POSITIVE_INFINITY],
  ['-1e999', Fractional, Number.NEGATIVE_INFINITY],
  ['4.9e-324', Fractional, 5e-324],
  ['2.4e-324', Fractional, 0],
  ['true', Bool, Number.NaN],
  ['false', Bool, Number.NaN],
  ...[
    ...['.5', '5.', '-.5', 'inf', 'Infinity', 'NaN', '1,000', 'True', 'FALSE', 'truer', 'tru', 'fals'],
    ...['-', '+', ' ', '- ', '--5', '+-5', '  5', '5 ', '- - 5', '1e', '1e+', '1.5e', '1.e5', 'e5', '0x10'],
    ...['1_000', '1.5.5', '1e5.5', '١٢', '５', '1\u00a0', '\u00a01', '5\u0000', '−5'],
  ].map((text) => [text, Text, Number.NaN] as [string, ValueClass, number]),
])('%j is of class %d and means %d', (text, valueClass, value) => {
  expect(read(text)).toEqual({ valueClass, number: value })
})

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 40 })
const sign = fc.constantFrom('', '-', '+')
const numeric = fc
  .tuple(
    sign,
    fc.constantFrom('', ' '),
    digits,
    fc.option(digits, { nil: undefined }),
    fc.option(fc.tuple(fc.constantFrom('e', 'E'), sign, fc.oneof(fc.nat(400).map(String), digits)), {
      nil: undefined,
    }),
  )
  .map(
    ([sign, blank, whole, fraction, exponent]) =>
      `${sign}${blank}${whole}${fraction === undefined ? '' : `.${fraction}`}${exponent?.join('') ?? ''}`,
  )

test('the number of any numeric text has the bits of the nearest double', () => {
  fc.assert(
    fc.property(numeric, (text) => {
      const { valueClass, number } = read(text)
      expect(valueClass).toBe(classOf(text))
      expect(valueClass === Integral || valueClass === Fractional).toBe(true)
      expect(number).toBe(Number(text.replace(' ', '')))
    }),
    { numRuns: 5000 },
  )
})

test('every double comes back from its shortest text and from its exact text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(read(Object.is(x, -0) ? '-0' : String(x)).number).toBe(x)
      const exact = `${Object.is(x, -0) ? '-' : ''}${x.toExponential(100)}`
      expect(read(exact)).toEqual({ valueClass: Fractional, number: x })
    }),
    { numRuns: 3000 },
  )
})

test('texts halfway between doubles round to even', () => {
  for (const [text, value] of [
    ['9007199254740993', 9007199254740992],
    ['9007199254740995', 9007199254740996],
    ['5e-324', 5e-324],
    ['2.4703282292062327208e-324', 0],
    ['2.4703282292062327209e-324', 5e-324],
    ['1.7976931348623158e308', 1.7976931348623157e308],
    ['1.7976931348623159e308', Number.POSITIVE_INFINITY],
  ] as const)
    expect(read(text).number).toBe(value)
})

test('the class is that of the regular expressions for any text of numeric-looking characters', () => {
  const unit = fc.constantFrom(...'0123456789+-. eE', 'true', 'false', 'NaN', 'é', ',')
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 8 }), (text) => {
      expect(read(text)).toEqual({ valueClass: classOf(text), number: numberOf(text) })
    }),
    { numRuns: 20_000 },
  )
})

test('what stands around a text does not matter', () => {
  fc.assert(
    fc.property(fc.oneof(numeric, fc.string()), fc.string(), fc.string(), (text, before, after) => {
      expect(read(text, before, after)).toEqual(read(text, '', ''))
    }),
    { numRuns: 3000 },
  )
})
