/** The class and the number of one value, read from its bytes without making a string. */
import { ValueClass } from '../batch.ts'
import { longDecimal, mostDigits, mostPlaces, powersOfTen } from './decimal.ts'

const decoder = new TextDecoder('latin1')

/** Number of the value that {@link classify} saw last: finite, ±Infinity when beyond a double, NaN unless it was numeric. */
export let number = Number.NaN

/**
 * Class of the text in `bytes[start, end)`; leaves its number in {@link number}. The rules (of Deequ's data-type
 * analyzer): Integral = optional sign, optional blank, digits; Fractional = the same with a decimal part, an exponent
 * or both; Boolean = true or false; empty = Missing; all else, also `.5`, `5.`, `NaN` and `1,000`, is String.
 */
export function classify(bytes: Uint8Array, start: number, end: number): ValueClass {
  number = Number.NaN
  if (start >= end) return ValueClass.Missing
  let i = start
  let byte = bytes[i]!
  const negative = byte === 45
  if (negative || byte === 43) byte = bytes[++i]!
  if (byte === 32 && i < end) byte = bytes[++i]!
  const digits = i
  let mantissa = 0
  while (i < end && (byte = bytes[i]! - 48) >= 0 && byte < 10) {
    mantissa = mantissa * 10 + byte
    i++
  }
  let significant = i - digits
  if (significant === 0) return isBoolean(bytes, start, end) ? ValueClass.Boolean : ValueClass.String
  if (i === end) {
    number = signed(
      significant <= 15 ? mantissa : long(bytes, digits, end, significant, end, mantissa, 0),
      negative,
    )
    return ValueClass.Integral
  }
  let exponent = 0
  if (bytes[i] === 46) {
    const fraction = ++i
    while (i < end && (byte = bytes[i]! - 48) >= 0 && byte < 10) {
      mantissa = mantissa * 10 + byte
      i++
    }
    if (i === fraction) return ValueClass.String
    exponent = fraction - i
    significant += i - fraction
  }
  const digitsEnd = i
  if (i < end) {
    if ((bytes[i]! | 32) !== 101) return ValueClass.String
    i++
    const sign = bytes[i] === 45 ? -1 : 1
    if (bytes[i] === 45 || bytes[i] === 43) i++
    const first = i
    let power = 0
    while (i < end && (byte = bytes[i]! - 48) >= 0 && byte < 10) {
      power = Math.min(power * 10 + byte, 9999)
      i++
    }
    if (i === first || i < end) return ValueClass.String
    exponent += sign * power
  }
  // Both factors are exact doubles, so one rounding gives the nearest double (Clinger's fast path).
  if (significant <= 15 && exponent >= -22 && exponent <= 22)
    number = exponent < 0 ? mantissa / powersOfTen[-exponent]! : mantissa * powersOfTen[exponent]!
  else number = long(bytes, digits, end, significant, digitsEnd, mantissa, exponent)
  number = signed(number, negative)
  return ValueClass.Fractional
}

function signed(value: number, negative: boolean): number {
  return negative ? -value : value
}

/** The number in bytes[start, end), whose digits end at `digitsEnd`. */
function long(
  bytes: Uint8Array,
  start: number,
  end: number,
  significant: number,
  digitsEnd: number,
  mantissa: number,
  exponent: number,
): number {
  const value =
    significant <= mostDigits && exponent <= 0 && exponent >= -mostPlaces
      ? longDecimal(bytes, start, digitsEnd, mantissa, Math.abs(exponent))
      : Number.NaN
  return Number.isNaN(value) ? Number(decoder.decode(bytes.subarray(start, end))) : value
}

function isBoolean(bytes: Uint8Array, s: number, end: number): boolean {
  if (end - s === 4)
    return bytes[s] === 116 && bytes[s + 1] === 114 && bytes[s + 2] === 117 && bytes[s + 3] === 101
  return (
    end - s === 5 &&
    bytes[s] === 102 &&
    bytes[s + 1] === 97 &&
    bytes[s + 2] === 108 &&
    bytes[s + 3] === 115 &&
    bytes[s + 4] === 101
  )
}
