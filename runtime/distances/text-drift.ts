/** Drift of texts: the mean of their hashed runs of characters, each weighted by how little it varies in the baseline. */
import { type FixedSums, fixedMean } from '../sketches/fixed-sums.ts'
import { textWidth, wholeMap } from '../sketches/text-map.ts'
import { compareMean, fitMean, type MeanComparison, type MeanReference } from './mean-embedding.ts'

/** Fewest texts that make a baseline. */
export const fewestTexts = 20
/** Texts whose maps give the traces. */
const mostCalibration = 600
/**
 * Share of the mean variance that is added to each: rare runs must not weigh as much as they like, least of all when
 * few texts say how rare they are.
 */
const ridge = (texts: number) => 0.1 + 100 / texts

/** A baseline of texts. */
export interface TextReference {
  /** Per number of the map. */
  readonly weights: Float64Array
  readonly mean: MeanReference
  /** Squared length of the mean. */
  readonly square: number
}

/**
 * @param rows maps of a sample of texts, in an order that has nothing to do with time
 * @param all sums over all texts
 * @param hours sums per hour, in the order of time
 * @returns undefined for fewer than 20 texts
 */
export function fitTexts(
  rows: readonly Float32Array[],
  all: FixedSums,
  hours: readonly FixedSums[],
): TextReference | undefined {
  if (rows.length < fewestTexts) return undefined
  // Weights come from one half, the traces from the other: else rare runs of the sample look like drift.
  const weights = weightsOf(rows.filter((_, i) => i % 2 === 0))
  const calibration = rows
    .filter((_, i) => i % 2 === 1)
    .slice(0, mostCalibration)
    .map((row) => weigh(wholeMap(row), weights))
  const blocks = hours.map((sums) => ({ count: sums.count, mean: weigh(fixedMean(sums), weights) }))
  return textReference(weights, fitMean(calibration, weigh(fixedMean(all), weights), all.count, blocks))
}

/** A reference of its two parts. */
export function textReference(weights: Float64Array, mean: MeanReference): TextReference {
  return { weights, mean, square: mean.mean.reduce((sum, x) => sum + x * x, 0) }
}

function weightsOf(rows: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(textWidth)
  const variance = new Float64Array(textWidth)
  for (const row of rows)
    for (let i = 0; i < row.length; i += 2) {
      mean[row[i]!]! += row[i + 1]! / rows.length
      variance[row[i]!]! += row[i + 1]! ** 2 / rows.length
    }
  for (let i = 0; i < textWidth; i++) variance[i] = Math.max(0, variance[i]! - mean[i]! ** 2)
  const average = variance.reduce((sum, v) => sum + v / textWidth, 0)
  // The factor makes the whole about 1.
  return variance.map((v) =>
    average > 0 ? 1 / Math.sqrt((v + ridge(rows.length) * average) * textWidth) : 0,
  )
}

function weigh(row: ArrayLike<number>, weights: Float64Array): Float64Array {
  return weights.map((weight, i) => weight * row[i]!)
}

/** Squared distance of a text's map from the baseline's mean, weighted: summed up for {@link compareTexts}. */
export function textSquare({ weights, mean, square }: TextReference, map: ArrayLike<number>): number {
  let sum = square
  for (let i = 0; i < map.length; i += 2) {
    const value = weights[map[i]!]! * map[i + 1]!
    sum += value * (value - 2 * mean.mean[map[i]!]!)
  }
  return sum
}

/**
 * @param sums over the maps of the current texts, one or more
 * @param squares over their {@link textSquare}
 */
export function compareTexts(
  { weights, mean }: TextReference,
  sums: FixedSums,
  squares: FixedSums,
  level: number,
): MeanComparison {
  return compareMean(mean, weigh(fixedMean(sums), weights), sums.count, level, fixedMean(squares)[0])
}
