/** Sums over current vectors, in the terms of a baseline: what a comparison with it needs. Exact and order-free. */
import { nearestCell } from '../distances/cells.ts'
import { productCount, products, whiten } from '../distances/principal-components.ts'
import { farness, type VectorReference } from '../distances/vector-reference.ts'
import { addFixed, createFixedSums, type FixedSums, mergeFixed } from './fixed-sums.ts'
import { featureCount, mapFeatures, squaredDistance } from './random-features.ts'
import { reduce } from './reduce.ts'

/** State: about 8 bytes for each of 512 + 136 + 16 + 16 + width numbers. Plain data. */
export interface VectorTotals {
  count: number
  readonly features: FixedSums
  readonly products: FixedSums
  /** Squared distance of the products from the baseline's mean. */
  readonly squares: FixedSums
  readonly scores: FixedSums
  readonly dimensions: FixedSums
  novel: number
  /** Vectors per cell. */
  readonly cells: Float64Array
}

/** What is known of one vector beside the sums. */
export interface Placed {
  readonly novel: boolean
  readonly cell: number
}

/** The sums of no vectors. */
export function createVectorTotals({ components, dimensions, cells }: VectorReference): VectorTotals {
  const size = components.directions.length
  return {
    count: 0,
    features: createFixedSums(featureCount),
    products: createFixedSums(productCount(size)),
    squares: createFixedSums(1),
    scores: createFixedSums(size),
    dimensions: createFixedSums(dimensions.mean.length),
    novel: 0,
    cells: new Float64Array(cells.centres.length),
  }
}

const features = new Float64Array(featureCount)

/** Adds a vector of finite numbers and the reference's width. */
export function addVector(totals: VectorTotals, reference: VectorReference, vector: Float32Array): Placed {
  const { map, components, correlations, dimensions, novelty, cells } = reference
  const row = reduce(vector)
  totals.count++
  mapFeatures(map, row, features)
  addFixed(totals.features, features)
  const scores = new Float64Array(components.directions.length)
  whiten(components, row, scores)
  addFixed(totals.scores, scores)
  const pairs = new Float64Array(totals.products.sums.length)
  products(scores, pairs)
  addFixed(totals.products, pairs)
  if (correlations) addFixed(totals.squares, [squaredDistance(pairs, correlations.mean)])
  const seen = dimensions.mean.length === vector.length ? vector : row
  addFixed(
    totals.dimensions,
    dimensions.mean.map((mean, j) => {
      // A vector far off counts like one that is somewhat off.
      return Math.max(-64, Math.min(64, (seen[j]! - mean) / dimensions.deviation[j]!))
    }),
  )
  const novel = farness(novelty, row) > novelty.cut
  if (novel) totals.novel++
  const cell = nearestCell(cells.centres, row)
  totals.cells[cell]!++
  return { novel, cell }
}

/** Folds others in; `from` stays as it is. */
export function mergeVectorTotals(into: VectorTotals, from: VectorTotals): void {
  into.count += from.count
  into.novel += from.novel
  for (const key of ['features', 'products', 'squares', 'scores', 'dimensions'] as const)
    mergeFixed(into[key], from[key])
  for (let i = 0; i < into.cells.length; i++) into.cells[i]! += from.cells[i]!
}
