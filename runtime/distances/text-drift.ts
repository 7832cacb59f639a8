/** Drift of texts: the mean of their hashed runs of characters, each weighted by how little it varies in the baseline. */
import {
  addFixed,
  addFixedPairs,
  createFixedSums,
  type FixedSums,
  fixedMean,
  mergeFixed,
} from '../sketches/fixed-sums.ts'
import { textWidth, wholeMap } from '../sketches/text-map.ts'
import { compareMean, fitMean, type MeanComparison, type MeanReference } from './mean-embedding.ts'
import { powerTraces } from './traces.ts'
import type { Traces } from './weighted-chi-squared.ts'

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

/** Squared distance of a text's map from the baseline's mean, weighted. */
function textSquare({ weights, mean, square }: TextReference, map: ArrayLike<number>): number {
  let sum = square
  for (let i = 0; i < map.length; i += 2) {
    const value = weights[map[i]!]! * map[i + 1]!
    sum += value * (value - 2 * mean.mean[map[i]!]!)
  }
  return sum
}

/** Groups that current texts are divided into at random. */
const groupCount = 32

/** What is summed up of the current texts: 1 MB. Plain data. */
export interface TextSums {
  /** Sums over the maps of each group. */
  readonly groups: readonly FixedSums[]
  /** Sum of {@link textSquare}. */
  readonly squares: FixedSums
}

/** The sums of no texts. */
export function createTextSums(): TextSums {
  return {
    groups: Array.from({ length: groupCount }, () => createFixedSums(textWidth)),
    squares: createFixedSums(1),
  }
}

/**
 * Adds a text.
 * @param map see `mapText`
 * @param hash uniform in [0, 1), independent of the text: its group
 */
export function addText(sums: TextSums, reference: TextReference, map: Float32Array, hash: number): void {
  addFixedPairs(sums.groups[Math.floor(hash * groupCount)]!, map)
  addFixed(sums.squares, [textSquare(reference, map)])
}

/** Folds others in; `from` stays as it is. */
export function mergeTextSums(into: TextSums, from: TextSums): void {
  for (const [i, group] of from.groups.entries()) mergeFixed(into.groups[i]!, group)
  mergeFixed(into.squares, from.squares)
}

/**
 * @param sums of one text or more
 * @param level probability of an alarm without drift, 0 < level < 1
 */
export function compareTexts(
  { weights, mean }: TextReference,
  { groups, squares }: TextSums,
  level: number,
): MeanComparison {
  const all = createFixedSums(textWidth)
  for (const group of groups) mergeFixed(all, group)
  const now = weigh(fixedMean(all), weights)
  const traces = mean.blocks ? mean.traces : pooledTraces(mean, now, groups, weights)
  return compareMean({ ...mean, traces }, now, all.count, level, fixedMean(squares)[0])
}

/**
 * Traces of the covariance of both samples together, whose weights are the texts that it was measured by: what the baseline
 * has hardly seen would vary too little by its word alone. The product of the two covariances is not known, so
 * the norms are added (Minkowski's inequality for those of R. Schatten): nearly equal where both samples are alike, else more.
 */
function pooledTraces(
  { traces, count }: MeanReference,
  now: Float64Array,
  groups: readonly FixedSums[],
  weights: Float64Array,
): Traces {
  const filled = groups.filter((group) => group.count > 0)
  if (filled.length < fewestGroups) return traces
  const own = powerTraces(
    filled.map((group) =>
      weigh(fixedMean(group), weights).map((value, i) => (value - now[i]!) * Math.sqrt(group.count)),
    ),
  )
  const current = filled.reduce((sum, group) => sum + group.count, 0)
  const share = current / (current + Math.min(mostCalibration, count / 2))
  const norm = (before: number, after: number, power: number) =>
    ((1 - share) * before ** (1 / power) + share * Math.max(0, after) ** (1 / power)) ** power
  return { t1: traces.t1, t2: norm(traces.t2, own.t2, 2), t3: norm(traces.t3, own.t3, 3) }
}

/** Fewest groups that say how much texts vary. */
const fewestGroups = 8
