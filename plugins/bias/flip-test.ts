/** Counterfactual flip test: would rows like this one of the other group have been answered differently? */
import type { FlipRow } from './flip-rows.ts'

const neighbours = 5
/** With fewer rows to choose from only the nearest counts. */
const fewRows = 10

/**
 * (Rows of d that the model answers positively and their neighbours in a would not, less the reverse) / rows of d.
 * Neighbours are the nearest by Euclidean distance of unscaled features, of equal distances the first; they vote.
 * Source: the published library amazon-sagemaker-clarify, k = 5.
 * @param places features to compare
 * @param isPositive whether a row's prediction is positive
 */
export function flipTest(
  advantaged: readonly FlipRow[],
  disadvantaged: readonly FlipRow[],
  places: readonly number[],
  isPositive: (row: FlipRow) => boolean,
): number {
  if (disadvantaged.length === 0 || advantaged.length === 0) return 0
  const k = advantaged.length < fewRows ? 1 : neighbours
  const votes = advantaged.map((row) => Number(isPositive(row)))
  const table = advantaged.map((row) => compact(row, places))
  let difference = 0
  for (const row of disadvantaged) {
    const near = nearest(compact(row, places), table, k)
    const positives = near.reduce((sum, i) => sum + votes[i]!, 0)
    difference += Number(isPositive(row)) - Number(2 * positives > near.length)
  }
  return difference / disadvantaged.length
}

function compact({ features }: FlipRow, places: readonly number[]): Float64Array {
  return Float64Array.from(places, (place) => features[place]!)
}

/** Indexes of the k nearest rows. */
function nearest(from: Float64Array, table: readonly Float64Array[], k: number): number[] {
  const found: { index: number; distance: number }[] = []
  for (let index = 0; index < table.length; index++) {
    const limit = found.length < k ? Number.POSITIVE_INFINITY : found[k - 1]!.distance
    const distance = squaredDistance(from, table[index]!, limit)
    if (!(distance < limit)) continue
    if (found.length === k) found.pop()
    let place = found.length
    while (place > 0 && found[place - 1]!.distance > distance) place--
    found.splice(place, 0, { index, distance })
  }
  return found.map(({ index }) => index)
}

/** Stops early once the distance is beyond the limit. */
function squaredDistance(a: Float64Array, b: Float64Array, limit: number): number {
  let sum = 0
  for (let i = 0; i < a.length && sum < limit; i++) sum += (a[i]! - b[i]!) ** 2
  return sum
}
