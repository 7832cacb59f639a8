/** The distance of text columns by default: the category whose share changed most. */

/**
 * Largest difference of shares, |count_a / n - count_b / m|, over the categories of both sides; a category that one
 * side lacks counts 0 there. `a` and `b` map categories to counts (>= 0). Result 0 to 1; NaN, meaning no verdict, when
 * the counts of a side add up to 0. awslabs/deequ, analyzers/Distance.scala.
 */
export function lInfinity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const n = total(a)
  const m = total(b)
  if (n === 0 || m === 0) return Number.NaN
  let distance = 0
  for (const [category, count] of a) {
    distance = Math.max(distance, Math.abs(count / n - (b.get(category) ?? 0) / m))
  }
  for (const [category, count] of b) {
    if (!a.has(category)) distance = Math.max(distance, count / m)
  }
  return distance
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}
