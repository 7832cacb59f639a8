/**
 * Ordinary traffic differs from hour to hour, so that a test for independent records raises an alarm in most hours. Here
 * the baseline's hours say how far hourly means lie apart. One half of the hours finds the directions in which they
 * differ, the other half measures by how much; those directions are tested apart from all others, each part against its
 * own variation between hours by an F ratio (G. Box, "Some theorems on quadratic forms applied in the study of analysis
 * of variance problems", Annals of Mathematical Statistics 25, 1954).
 */
import { fTail } from './beta.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import { centred, dot, powerTraces } from './traces.ts'
import type { Traces } from './weighted-chi-squared.ts'

/** Mean of φ over the records of one hour. */
export interface BlockMean {
  readonly count: number
  readonly mean: Float64Array
}

/** Fewest hours, and records in each, that say something about hours. */
export const fewestBlocks = 24
export const fewestPerBlock = 30
/** Most directions that are tested apart. */
const mostDirections = 8
/** Least share of the variance between hours that a direction of its own has. */
const leastShare = 0.03

/** What the hours of a baseline say. */
export interface BlockReference {
  /** Hours in all, and those that measured. */
  readonly blocks: number
  readonly measured: number
  /** Mean of 1 / records over the measuring hours. */
  readonly shortness: number
  /** Orthonormal directions in which hours differ; per direction the variance of records, and of hourly means. */
  readonly directions: readonly Float64Array[]
  readonly within: readonly number[]
  readonly between: readonly number[]
  /** Per direction the excess kurtosis of records: large where a few rare records make the variance. */
  readonly excess: readonly number[]
  /** Traces of the rest: of the covariance of records, of that of hourly means, and of their product. */
  readonly rest: Traces
  readonly spread: { readonly t1: number; readonly t2: number }
  readonly product: number
}

/**
 * @param calibration maps of baseline records, centred
 * @param traces of their covariance
 * @returns undefined with fewer than 24 hours of 30 records
 */
export function fitBlocks(
  all: readonly BlockMean[],
  calibration: readonly Float64Array[],
  traces: Traces,
): BlockReference | undefined {
  const blocks = all.filter(({ count }) => count >= fewestPerBlock)
  if (blocks.length < fewestBlocks) return undefined
  const width = blocks[0]!.mean.length
  const [finding, measuring] = [1, 0].map((side) => blocks.filter((_, i) => i % 2 === side)) as [
    BlockMean[],
    BlockMean[],
  ]
  const hours = centred(
    measuring.map(({ mean }) => mean),
    width,
  )
  const shortness = measuring.reduce((sum, { count }) => sum + 1 / count, 0) / measuring.length
  const whole = hours.reduce((sum, mean) => sum + dot(mean, mean), 0) / (hours.length - 1)
  const noise = (excess: number) =>
    1 + 3 * Math.sqrt(2 / (hours.length - 1) + (excess * shortness) / hours.length)
  const found = mainDirections(
    centred(
      finding.map(({ mean }) => mean),
      width,
    ),
  )
    .map((direction) => {
      const within = meanSquare(calibration, direction, calibration.length - 1)
      return {
        direction,
        within,
        between: meanSquare(hours, direction, hours.length - 1),
        excess: excessOf(calibration, direction, within),
      }
    })
    // What hardly contributes stays with the rest: there a few rare records are no direction of their own.
    .filter(({ within, between }) => within > 1e-15 && between > leastShare * whole)
    .filter(({ within, between, excess }) => between > noise(excess) * within * shortness)
  const directions = found.map(({ direction }) => direction)
  const records = directions.length > 0 ? without(calibration, directions) : calibration
  const means = without(hours, directions)
  const { t1, t2 } = powerTraces(means)
  return {
    blocks: blocks.length,
    measured: hours.length,
    shortness,
    directions,
    within: found.map(({ within }) => within),
    between: found.map(({ between }) => between),
    excess: found.map(({ excess }) => excess),
    rest: directions.length > 0 ? powerTraces(records) : traces,
    spread: { t1, t2 },
    product:
      means.reduce((sum, mean) => sum + meanSquare(records, mean, records.length - 1), 0) /
      (hours.length - 1),
  }
}

/** Principal directions of centred rows. */
function mainDirections(rows: readonly Float64Array[]): Float64Array[] {
  const size = rows.length
  const gram = rows.flatMap((a) => rows.map((b) => dot(a, b)))
  const { values, vectors } = symmetricEigen(gram, size)
  const width = rows[0]!.length
  return vectors
    .slice(0, Math.min(mostDirections, size - 1))
    .filter((_, k) => values[k]! > 1e-12 * values[0]!)
    .map((weights, k) => {
      const direction = new Float64Array(width)
      for (const [i, row] of rows.entries())
        for (let j = 0; j < width; j++) direction[j]! += (weights[i]! * row[j]!) / Math.sqrt(values[k]!)
      return direction
    })
}

function meanSquare(rows: readonly Float64Array[], direction: Float64Array, degrees: number): number {
  return rows.reduce((sum, row) => sum + dot(row, direction) ** 2, 0) / degrees
}

function excessOf(rows: readonly Float64Array[], direction: Float64Array, variance: number): number {
  const fourth = rows.reduce((sum, row) => sum + dot(row, direction) ** 4, 0) / rows.length
  return variance > 0 ? Math.max(0, fourth / variance ** 2 - 3) : 0
}

/** The rows without their parts along orthonormal directions. */
function without(rows: readonly Float64Array[], directions: readonly Float64Array[]): Float64Array[] {
  return rows.map((row) => {
    const rest = Float64Array.from(row)
    for (const direction of directions) {
      const along = dot(row, direction)
      for (let i = 0; i < rest.length; i++) rest[i]! -= along * direction[i]!
    }
    return rest
  })
}

/** What is compared with the hours. */
export interface BlockDifference {
  /** Current less baseline mean, of `current` and `count` records. */
  readonly difference: Float64Array
  /** Its squared length, corrected as the caller wants. */
  readonly squared: number
  readonly count: number
  readonly current: number
  /** What rare events add to the second and third power sum of so few records; see `TailMoments`. */
  readonly heavier: { readonly t2: number; readonly t3: number }
}

/** The difference by its F ratios, Bonferroni over them. */
export function compareWithBlocks(
  reference: BlockReference,
  found: BlockDifference,
  level: number,
): { statistic: number; critical: number; pValue: number } {
  const ratios = restRatios(reference, found)
  if (reference.directions.length > 0) ratios.push(directionsRatio(reference, found))
  const tests = ratios.map(({ ratio, d1, d2 }) => ({ ratio, d1, d2, p: fTail(ratio, d1, d2) }))
  const first = tests.reduce((least, test) => (test.p < least.p ? test : least))
  return {
    statistic: first.ratio,
    critical: fQuantile(level / tests.length, first.d1, first.d2),
    pValue: Math.min(1, first.p * tests.length),
  }
}

/** The directions in which hours differ; a mean of few records is as skewed as its kurtosis says. */
function directionsRatio(
  { directions, within, between, excess, shortness, measured, blocks }: BlockReference,
  { difference, count, current }: BlockDifference,
) {
  let ratio = 0
  const skewed = 1 + excess.reduce((sum, value) => sum + value, 0) / (2 * current * excess.length)
  for (const [k, direction] of directions.entries()) {
    const chance = (1 / current + 1 / count) * within[k]!
    const variance = between[k]! * (1 + 1 / blocks) + (1 / current - shortness) * within[k]!
    ratio += dot(difference, direction) ** 2 / Math.max(variance, chance) / directions.length
  }
  return { ratio, d1: directions.length / skewed, d2: measured - 1 }
}

/** Degrees of freedom below which a difference of two variances is not known well enough to divide by. */
const fewestDegrees = 4

/**
 * All other directions. Hours of the baseline may have fewer records than ours, so that less of their variation is ours:
 * what their size explains is taken off where the rest is still known well; without taking it off the test is safe, too,
 * only less sharp.
 */
function restRatios(reference: BlockReference, found: BlockDifference): Ratio[] {
  let distance = found.squared
  for (const direction of reference.directions) distance -= dot(found.difference, direction) ** 2
  const less = 1 / found.current - reference.shortness
  const plain = restRatio(reference, distance, found, Math.max(0, less))
  const sharp = less < 0 ? restRatio(reference, distance, found, less) : plain
  if (less >= 0) return [plain]
  return sharp.d2 >= fewestDegrees ? [sharp, plain] : [plain]
}

/** An F ratio with its degrees of freedom. */
interface Ratio {
  readonly ratio: number
  readonly d1: number
  readonly d2: number
}

/**
 * The first three cumulants of the squared distance give a shifted chi-squared distribution; the degrees of freedom of the
 * denominator say how well the hours measure its mean.
 * @param less share of the records' variance that is added to that of hourly means
 */
function restRatio(
  { rest, spread, product, shortness, measured, blocks }: BlockReference,
  distance: number,
  { count, current, heavier }: BlockDifference,
  less: number,
): Ratio {
  const chance = 1 / current + 1 / count
  const more = 1 + 1 / blocks
  const t1 = Math.max(spread.t1 * more + less * rest.t1, chance * rest.t1)
  const squares = Math.max(spread.t2, shortness ** 2 * rest.t2)
  const hourly = Math.min(
    t1 ** 2,
    Math.max(squares * more ** 2 + 2 * less * more * product + less ** 2 * rest.t2, chance ** 2 * rest.t2),
  )
  const alone = { t2: chance ** 2 * rest.t2, t3: chance ** 3 * rest.t3 }
  // Hours may add one direction of their own, or more of what records vary in: the more skewed of both.
  const added = alone.t3 + Math.max(0, hourly - alone.t2) ** 1.5
  const scaled = alone.t2 > 0 ? alone.t3 * (hourly / alone.t2) ** 1.5 : 0
  const t2 = hourly + heavier.t2
  const t3 = Math.min(hourly ** 1.5, Math.max(added, scaled)) + heavier.t3
  if (!(t2 > 0 && t3 > 0)) return { ratio: distance > 0 ? Number.MAX_VALUE : 0, d1: 1, d2: 1 }
  const d1 = Math.min(1e5, Math.max(heavier.t2 > 0 ? 0.02 : 1, t2 ** 3 / t3 ** 2))
  const x = d1 + (distance - t1) / Math.sqrt(t2 / d1)
  const d2 = Math.min(1e5, Math.max(1, (t1 ** 2 * (measured - 1)) / (squares * more ** 2)))
  return { ratio: Math.max(0, x / d1), d1, d2 }
}

/** The F ratio whose tail probability is `p`. */
export function fQuantile(p: number, d1: number, d2: number): number {
  let low = 0
  let high = 2
  while (fTail(high, d1, d2) > p && high < 1e12) high *= 2
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2
    if (fTail(middle, d1, d2) > p) low = middle
    else high = middle
  }
  return high
}
