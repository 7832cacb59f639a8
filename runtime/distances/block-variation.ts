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
  /** Traces of the rest: of the covariance of records, of that of hourly means, and of their product. */
  readonly rest: Traces
  readonly spread: { readonly t1: number; readonly t2: number }
  readonly product: number
}

/**
 * @param calibration maps of baseline records, centred
 * @returns undefined with fewer than 24 hours of 30 records
 */
export function fitBlocks(
  all: readonly BlockMean[],
  calibration: readonly Float64Array[],
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
  const noise = 1 + 3 * Math.sqrt(2 / (hours.length - 1))
  const found = mainDirections(
    centred(
      finding.map(({ mean }) => mean),
      width,
    ),
  )
    .map((direction) => ({
      direction,
      within: meanSquare(calibration, direction, calibration.length - 1),
      between: meanSquare(hours, direction, hours.length - 1),
    }))
    .filter(({ within, between }) => between > noise * within * shortness && within > 0)
  const directions = found.map(({ direction }) => direction)
  const records = without(calibration, directions)
  const means = without(hours, directions)
  const { t1, t2 } = powerTraces(means)
  return {
    blocks: blocks.length,
    measured: hours.length,
    shortness,
    directions,
    within: found.map(({ within }) => within),
    between: found.map(({ between }) => between),
    rest: powerTraces(records),
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

/**
 * @param difference current less baseline mean, of `current` and `count` records
 * @param squared its squared length, corrected as the caller wants
 */
export function compareWithBlocks(
  reference: BlockReference,
  difference: Float64Array,
  squared: number,
  count: number,
  current: number,
  level: number,
): { statistic: number; critical: number; pValue: number } {
  const ratios = [restRatio(reference, difference, squared, count, current)]
  if (reference.directions.length > 0) ratios.push(directionsRatio(reference, difference, count, current))
  const tests = ratios.map(({ ratio, d1, d2 }) => ({ ratio, d1, d2, p: fTail(ratio, d1, d2) }))
  const first = tests.reduce((least, test) => (test.p < least.p ? test : least))
  return {
    statistic: first.ratio,
    critical: fQuantile(level / tests.length, first.d1, first.d2),
    pValue: Math.min(1, first.p * tests.length),
  }
}

/** The directions in which hours differ. */
function directionsRatio(
  { directions, within, between, shortness, measured, blocks }: BlockReference,
  difference: Float64Array,
  count: number,
  current: number,
) {
  let ratio = 0
  for (const [k, direction] of directions.entries()) {
    const chance = (1 / current + 1 / count) * within[k]!
    const variance = between[k]! * (1 + 1 / blocks) + (1 / current - shortness) * within[k]!
    ratio += dot(difference, direction) ** 2 / Math.max(variance, chance) / directions.length
  }
  return { ratio, d1: directions.length, d2: measured - 1 }
}

/**
 * All other directions: the first three cumulants of the squared distance give a shifted chi-squared distribution; the
 * degrees of freedom of the denominator say how well the hours measure its mean.
 */
function restRatio(
  { directions, rest, spread, product, shortness, measured, blocks }: BlockReference,
  difference: Float64Array,
  squared: number,
  count: number,
  current: number,
) {
  let distance = squared
  for (const direction of directions) distance -= dot(difference, direction) ** 2
  const chance = 1 / current + 1 / count
  const more = 1 + 1 / blocks
  const less = 1 / current - shortness
  const t1 = Math.max(spread.t1 * more + less * rest.t1, chance * rest.t1)
  const squares = Math.max(spread.t2, shortness ** 2 * rest.t2)
  const t2 = Math.min(
    t1 ** 2,
    Math.max(squares * more ** 2 + 2 * less * more * product + less ** 2 * rest.t2, chance ** 2 * rest.t2),
  )
  const excess = Math.max(0, t2 - chance ** 2 * rest.t2)
  const t3 = Math.min(t1 ** 3, chance ** 3 * rest.t3 + excess ** 1.5)
  if (!(t2 > 0 && t3 > 0)) return { ratio: distance > 0 ? Number.MAX_VALUE : 0, d1: 1, d2: 1 }
  const d1 = Math.max(1, Math.min(1e5, t2 ** 3 / t3 ** 2))
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
