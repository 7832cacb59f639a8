/** Decimal numbers of more digits than a double holds, without a string of them. */

/** 10^0 … 10^22: the powers of ten that are doubles. */
export const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Most digits of {@link longDecimal}, and most of them behind the point. */
export const mostDigits = 19
export const mostPlaces = 22

/**
 * The number whose digits, and maybe a point among them, are bytes[start, end), with the point put `places` digits from the end;
 * NaN when {@link nearestDecimal} cannot tell.
 * @param near its digits as a whole number, as it comes out of adding digit by digit in doubles; of at most 19 digits
 * @param places 0 to 22
 */
export function longDecimal(
  bytes: Uint8Array,
  start: number,
  end: number,
  near: number,
  places: number,
): number {
  let low = 0
  for (let i = start; i < end; i++) if (bytes[i] !== 46) low = (Math.imul(low, 10) + bytes[i]! - 48) | 0
  return nearestDecimal(near, low, places)
}

const splitter = 2 ** 27 + 1
/** More than the quotient's error, which is below 2^-100 of it. */
const doubt = 2 ** -98

/**
 * The double nearest to m / 10^places for a whole number m of at most 19 digits; NaN when two are so nearly equally near that it takes
 * more digits to tell. Quotient and remainder as the sum of two doubles (T. J. Dekker, "A floating-point technique for extending
 * the available precision", 1971), rounded as A. Ziv does: it is right when both ends of its error round to the same double ("Fast
 * evaluation of elementary mathematical functions with correctly rounded last bit", 1991).
 * @param near m, as it comes out of adding digit by digit in doubles: off by less than 2^31
 * @param low the last 32 bits of m, as an integer of either sign
 * @param places 0 to 22
 */
export function nearestDecimal(near: number, low: number, places: number): number {
  const bits = low >>> 0
  const upper = Math.round((near - bits) / 2 ** 32) * 2 ** 32
  const high = upper + bits
  if (places === 0) return high
  const rest = bits - (high - upper)
  const divisor = powersOfTen[places]!
  const quotient = high / divisor
  const product = quotient * divisor
  const a = upperHalf(quotient)
  const b = quotient - a
  const c = upperHalf(divisor)
  const d = divisor - c
  const lost = a * c - product + a * d + b * c + b * d
  const correction = (high - product - lost + rest) / divisor
  const error = quotient * doubt
  const value = quotient + (correction + error)
  return value === quotient + (correction - error) ? value : Number.NaN
}

/** The upper 26 bits of a double's 53. */
function upperHalf(value: number): number {
  const scaled = value * splitter
  return scaled - (scaled - value)
}
