/** Local attributions → one number per feature. */
import { addTo, totalOf } from '../../runtime/sketches/exact-sum.ts'
import type { Aggregation } from './settings.ts'

/**
 * Mean of absolute values, median of absolute values, or mean of squares, per feature.
 * @param rows one list per row, one number per feature; at least one row
 */
export function aggregate(rows: readonly ArrayLike<number>[], how: Aggregation): number[] {
  const features = rows[0]?.length ?? 0
  return Array.from({ length: features }, (_, k) => {
    const values = rows.map((row) => Math.abs(row[k]!))
    if (how === 'median') return median(values)
    const sum: number[] = []
    for (const value of values) addTo(sum, how === 'mean_sq' ? value * value : value)
    return totalOf(sum) / values.length
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
