/**
 * Sums that do not depend on the order of their terms: the exact sum is kept as a few doubles that do not overlap, and
 * rounded once at the end. Source: J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric
 * predicates (1997), grow-expansion and two-product; T. J. Dekker (1971) for the splitting.
 */

/** Doubles of ascending size whose exact sum is meant; empty is 0. Plain data, seldom more than five. */
export type ExactSum = number[]

/** Adds a finite number. */
export function addTo(sum: ExactSum, x: number): void {
  let kept = 0
  let high = x
  for (let i = 0; i < sum.length; i++) {
    const part = sum[i]!
    const total = high + part
    const low = Math.abs(high) < Math.abs(part) ? high - (total - part) : part - (total - high)
    if (low !== 0) sum[kept++] = low
    high = total
  }
  sum.length = kept
  if (high !== 0) sum.push(high)
}

/** Adds the exact product of two numbers; their size must stay below 1e150. */
export function addProduct(sum: ExactSum, a: number, b: number): void {
  const product = a * b
  if (product === 0) return
  const [aHigh, aLow] = split(a)
  const [bHigh, bLow] = split(b)
  addTo(sum, product)
  addTo(sum, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow))
}

function split(x: number): [number, number] {
  const scaled = 134217729 * x
  const high = scaled - (scaled - x)
  return [high, x - high]
}

/** Adds another sum. */
export function mergeSum(into: ExactSum, from: ExactSum): void {
  for (const part of from) addTo(into, part)
}

/** The sum, rounded once to the nearest double. */
export function totalOf(sum: ExactSum): number {
  let i = sum.length - 1
  if (i < 0) return 0
  let high = sum[i]!
  let low = 0
  while (i > 0) {
    const before = high
    const part = sum[--i]!
    high = before + part
    low = part - (high - before)
    if (low !== 0) break
  }
  // Halfway between two doubles, the parts below decide.
  if (i > 0 && ((low < 0 && sum[i - 1]! < 0) || (low > 0 && sum[i - 1]! > 0))) {
    const twice = low * 2
    const next = high + twice
    if (twice === next - high) high = next
  }
  return high
}

/** n·Σx² − (Σx)², from exact sums: n² times the variance, without cancellation. */
export function scatter(n: number, squares: ExactSum, sum: ExactSum): number {
  const result: ExactSum = []
  for (const part of squares) addProduct(result, n, part)
  for (const a of sum) for (const b of sum) addProduct(result, -a, b)
  return totalOf(result)
}
