import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestDecimal } from '../../../runtime/decode/decimal.ts'

/** Digit by digit, as decoders do. */
function read(digits: string, places: number): number {
  let near = 0
  let low = 0
  for (const digit of digits) {
    near = near * 10 + Number(digit)
    low = (Math.imul(low, 10) + Number(digit)) | 0
  }
  return nearestDecimal(near, low, places)
}

/** What the engine reads; places beyond the digits are zeros before them. */
function engine(digits: string, places: number): number {
  const padded = digits.padStart(places + 1, '0')
  return Number(`${padded.slice(0, padded.length - places)}.${padded.slice(padded.length - places)}`)
}

const digits = fc
  .integer({ min: 1, max: 19 })
  .chain((length) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }))
  .map((each) => each.join(''))

test('reads what the engine reads, or says that it cannot tell', () => {
  let told = 0
  let all = 0
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 22 }), (text, places) => {
      const value = read(text, places)
      all++
      if (Number.isNaN(value)) return
      told++
      expect(value).toBe(engine(text, places))
    }),
    { numRuns: 50_000 },
  )
  // Most of the rest are numbers of few digits, which are exactly between two doubles or exactly one.
  expect(told / all).toBeGreaterThan(0.95)
})

test('reads numbers as they are printed', () => {
  const untold: number[] = []
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1e15, noNaN: true }), (number) => {
      const [whole = '', part = ''] = String(number).split('.')
      if (/e/.test(part) || (whole + part).length > 19) return
      const value = read(whole + part, part.length)
      if (Number.isNaN(value)) untold.push(number)
      else expect(value).toBe(number)
    }),
    { numRuns: 20_000 },
  )
  expect(untold.length).toBeLessThan(20)
})

test.each([
  // Halves between two doubles, and their neighbours.
  ['9007199254740993', 0],
  ['9007199254740995', 0],
  ['90071992547409930', 1],
  ['90071992547409931', 1],
  ['90071992547409929', 1],
  ['4503599627370497500', 3],
  ['4503599627370497501', 3],
  ['4503599627370497499', 3],
  ['9999999999999999999', 0],
  ['9999999999999999999', 22],
  ['0000000000000000001', 22],
  ['0', 5],
])('%s with %i places', (text, places) => {
  const value = read(text, places)
  if (!Number.isNaN(value)) expect(value).toBe(engine(text, places))
})
