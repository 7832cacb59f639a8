/** Division and difference as the published bias library has them: no NaN ever comes out. */

/** 0/0 is 0, x/0 is infinite. */
export function over(a: number, b: number): number {
  if (b !== 0) return a / b
  return a === 0 ? 0 : a > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

/** Infinity minus the same infinity is 0. */
export function minus(a: number, b: number): number {
  return a === b ? 0 : a - b
}
