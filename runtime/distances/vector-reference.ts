/** What a comparison of vectors needs of a baseline, made from a sample of its vectors. */
import {
  featureCount,
  mapFeatures,
  medianDistance,
  type RandomFeatures,
} from '../sketches/random-features.ts'
import { reduce, reducedWidth } from '../sketches/reduce.ts'
import { fewestBlocks, fewestPerBlock } from './block-variation.ts'
import { cellCentres, nearestCell } from './cells.ts'
import { fitMean, type MeanReference } from './mean-embedding.ts'
import {
  type PrincipalComponents,
  principalComponents,
  productCount,
  products,
  whiten,
} from './principal-components.ts'
import { meanOf } from './traces.ts'

/** Fewest vectors that make a baseline. */
export const fewestVectors = 20
/** Vectors whose maps give the traces; more take time and add little. */
const mostCalibration = 1000

/** Mean and deviation per dimension. */
export interface Scale {
  readonly mean: Float64Array
  readonly deviation: Float64Array
}

/** A baseline of vectors. */
export interface VectorReference {
  /** Numbers of a vector, before and after reduction. */
  readonly width: number
  readonly reduced: number
  /** Vectors of the sample. */
  readonly count: number
  readonly map: RandomFeatures
  readonly distribution: MeanReference
  readonly components: PrincipalComponents
  /** Absent when the vectors have no variance. */
  readonly correlations: MeanReference | undefined
  /** Per dimension: of the vectors, or of the reduced ones when hours are compared. */
  readonly dimensions: Scale
  /** Scale of the reduced vectors; a record beyond `cut` is novel, as `hits` of `of` were. */
  readonly novelty: Scale & { readonly cut: number; readonly hits: number; readonly of: number }
  readonly cells: { readonly centres: readonly Float64Array[]; readonly shares: Float64Array }
  /** How hours differ; absent without 24 hours of 30 vectors. */
  readonly hourly: HourlyVariation | undefined
}

/** How much hourly figures vary: per dimension the variance of means, in squared deviations; correlation of novelty. */
export interface HourlyVariation {
  readonly blocks: number
  readonly shortness: number
  readonly dimensions: Float64Array
  readonly novelty: number
}

/**
 * @param vectors of one width, in an order that has nothing to do with time (see `sampled`)
 * @param hours reduced vectors per hour, in the order of time
 * @returns undefined for fewer than 20 vectors
 */
export function fitVectors(
  vectors: readonly Float32Array[],
  hours: readonly (readonly Float32Array[])[],
): VectorReference | undefined {
  if (vectors.length < fewestVectors) return undefined
  const width = vectors[0]!.length
  const reduced = reducedWidth(width)
  const rows = vectors.map(reduce)
  const usable = hours.filter((list) => list.length >= fewestPerBlock)
  const blocks = usable.length >= fewestBlocks ? usable : []
  const map = { width: reduced, median: medianDistance(rows) }
  // What is learned comes from one half, and what it is measured by from the other: else the test believes itself.
  const [learning, measuring] = [0, 1].map((side) => rows.filter((_, i) => i % 2 === side)) as [
    Float32Array[],
    Float32Array[],
  ]
  const components = principalComponents(learning, reduced)
  const features = mapper(featureCount, (row, out) => mapFeatures(map, row, out))
  const scores = new Float64Array(components.directions.length)
  const pairs = mapper(productCount(scores.length), (row, out) => {
    whiten(components, row, scores)
    products(scores, out)
  })
  const dimensions = scaleOf(blocks.length > 0 ? rows : vectors, blocks.length > 0 ? reduced : width)
  const novelty = noveltyOf([learning, measuring], rows, reduced)
  const centres = cellCentres(rows)
  const shares = new Float64Array(centres.length)
  for (const row of rows) shares[nearestCell(centres, row)]! += 1 / rows.length
  return {
    width,
    reduced,
    count: rows.length,
    map,
    distribution: reference(features, rows, rows, blocks),
    components,
    correlations: scores.length > 0 ? reference(pairs, measuring, measuring, blocks) : undefined,
    dimensions,
    novelty,
    cells: { centres, shares },
    hourly: blocks.length > 0 ? hourlyVariation(blocks, dimensions, novelty) : undefined,
  }
}

/** A map of a record, and the mean of it over some. */
interface Mapper {
  one(row: Float32Array): Float64Array
  mean(rows: readonly Float32Array[]): Float64Array
}

function mapper(width: number, write: (row: Float32Array, out: Float64Array) => void): Mapper {
  const out = new Float64Array(width)
  return {
    one(row) {
      write(row, out)
      return out.slice()
    },
    mean(rows) {
      const mean = new Float64Array(width)
      for (const row of rows) {
        write(row, out)
        for (let i = 0; i < width; i++) mean[i]! += out[i]! / rows.length
      }
      return mean
    },
  }
}

function reference(
  map: Mapper,
  measuring: readonly Float32Array[],
  rows: readonly Float32Array[],
  blocks: readonly (readonly Float32Array[])[],
): MeanReference {
  return fitMean(
    measuring.slice(0, mostCalibration).map((row) => map.one(row)),
    map.mean(rows),
    rows.length,
    blocks.map((list) => ({ count: list.length, mean: map.mean(list) })),
  )
}

/** Mean and deviation; a constant dimension has a deviation so small that any change of it shows. */
function scaleOf(rows: readonly ArrayLike<number>[], width: number): Scale {
  const mean = meanOf(rows, width)
  const deviation = new Float64Array(width)
  for (const row of rows) for (let j = 0; j < width; j++) deviation[j]! += (row[j]! - mean[j]!) ** 2
  for (let j = 0; j < width; j++)
    deviation[j] = Math.max(
      Math.sqrt(deviation[j]! / Math.max(1, rows.length - 1)),
      1e-6 * Math.abs(mean[j]!),
      1e-12,
    )
  return { mean, deviation }
}

/** Mean squared deviation of a vector from the centre, in the scale of each dimension. */
export function farness({ mean, deviation }: Scale, row: ArrayLike<number>): number {
  let sum = 0
  for (let j = 0; j < mean.length; j++) sum += ((row[j]! - mean[j]!) / deviation[j]!) ** 2
  return Math.min(Number.MAX_VALUE, sum / mean.length)
}

/** Every vector's distance is taken in the scale of the half that it does not belong to, as that of a current one will be. */
function noveltyOf(
  halves: readonly (readonly Float32Array[])[],
  all: readonly Float32Array[],
  width: number,
): VectorReference['novelty'] {
  const [first, second] = halves.map((half) => scaleOf(half, width))
  const distances = Float64Array.from(all, (row, i) => farness(i % 2 === 0 ? second! : first!, row)).sort()
  // Smaller distances are rounding, of vectors that are all the same.
  const cut = Math.max(1e-9, distances[Math.min(distances.length - 1, Math.floor(0.98 * distances.length))]!)
  const hits = distances.filter((distance) => distance > cut).length
  return { ...scaleOf(all, width), cut, hits, of: distances.length }
}

function hourlyVariation(
  blocks: readonly (readonly Float32Array[])[],
  { mean, deviation }: Scale,
  novelty: VectorReference['novelty'],
): HourlyVariation {
  const means = blocks.map((rows) => meanOf(rows, mean.length).map((m, j) => (m - mean[j]!) / deviation[j]!))
  const centre = meanOf(means, mean.length)
  const dimensions = centre.map(
    (middle, j) => means.reduce((sum, row) => sum + (row[j]! - middle) ** 2, 0) / (blocks.length - 1),
  )
  const shortness = blocks.reduce((sum, rows) => sum + 1 / rows.length, 0) / blocks.length
  const shares = blocks.map(
    (rows) => rows.filter((row) => farness(novelty, row) > novelty.cut).length / rows.length,
  )
  return { blocks: blocks.length, shortness, dimensions, novelty: correlation(shares, shortness) }
}

/** Correlation of records of one hour, from the spread of hourly shares beyond chance; the upper end of what it may be. */
function correlation(shares: readonly number[], shortness: number): number {
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length
  const variance = share * (1 - share)
  if (!(variance > 0)) return 0
  const found = shares.reduce((sum, value) => sum + (value - share) ** 2, 0) / (shares.length - 1)
  const room = 1 + 2 * Math.sqrt(2 / shares.length)
  return Math.min(0.9, Math.max(0, (found * room) / variance - shortness) / (1 - shortness))
}
