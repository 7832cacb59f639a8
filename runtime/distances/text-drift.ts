/** Drift of texts: the mean of their hashed trigrams, each weighted by how little it varies in the baseline. */
import { type FixedSums, fixedMean } from '../sketches/fixed-sums.ts'
import { textWidth } from '../sketches/text-map.ts'
import { compareMean, fitMean, type MeanComparison, type MeanReference } from './mean-embedding.ts'
import { meanOf } from './traces.ts'

/** Fewest texts that make a baseline. */
export const fewestTexts = 20
/** Texts whose maps give the traces. */
const mostCalibration = 1000
/**
 * Share of the mean variance that is added to each: rare trigrams must not weigh as much as they like, least of all when
 * few texts say how rare they are.
 */
const ridge = (texts: number) => 0.1 + 100 / texts

/** A baseline of texts. */
export interface TextReference {
  /** Per trigram bucket. */
  readonly weights: Float64Array
  readonly mean: MeanReference
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
  // Weights come from one half, the traces from the other: else rare trigrams of the sample look like drift.
  const weights = weightsOf(rows.filter((_, i) => i % 2 === 0))
  const calibration = rows
    .filter((_, i) => i % 2 === 1)
    .slice(0, mostCalibration)
    .map((row) => weigh(row, weights))
  const blocks = hours.map((sums) => ({ count: sums.count, mean: weigh(fixedMean(sums), weights) }))
  return { weights, mean: fitMean(calibration, weigh(fixedMean(all), weights), all.count, blocks) }
}

function weightsOf(rows: readonly Float32Array[]): Float64Array {
  const mean = meanOf(rows, textWidth)
  const variance = new Float64Array(textWidth)
  for (const row of rows)
    for (let i = 0; i < textWidth; i++) variance[i]! += (row[i]! - mean[i]!) ** 2 / rows.length
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
export function textSquare({ weights, mean }: TextReference, row: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < textWidth; i++) sum += (weights[i]! * row[i]! - mean.mean[i]!) ** 2
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
