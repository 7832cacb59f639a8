/** A baseline of vectors as it travels inside statistics.json, and back. */
import { productCount } from '../../runtime/distances/principal-components.ts'
import type { Scale, VectorReference } from '../../runtime/distances/vector-reference.ts'
import { baselineOf } from '../../runtime/drift/index.ts'
import { pack } from '../../runtime/sketches/packed.ts'
import { featureCount } from '../../runtime/sketches/random-features.ts'
import { reducedWidth } from '../../runtime/sketches/reduce.ts'
import { flat, Reader, restoreMean, rows, storeMean } from '../../runtime/sketches/stored.ts'

/** Plain JSON; at most about 300 KB for vectors of 4,096 numbers. */
export type StoredReference = Record<string, unknown>

/** The file's form of a reference. */
export function store(reference: VectorReference): StoredReference {
  const { width, count, map, distribution, components, correlations, dimensions, novelty, cells, hourly } =
    reference
  return {
    width,
    count,
    median: map.median,
    distribution: storeMean(distribution),
    components: {
      count: components.directions.length,
      mean: pack('f64', components.mean),
      directions: pack('f32', flat(components.directions)),
      deviations: pack('f64', components.deviations),
    },
    ...(correlations ? { correlations: storeMean(correlations) } : {}),
    dimensions: storeScale(dimensions, dimensions.mean.length),
    novelty: { ...storeScale(novelty, 0), cut: novelty.cut, hits: novelty.hits, of: novelty.of },
    cells: {
      count: cells.centres.length,
      centres: pack('f32', flat(cells.centres)),
      shares: pack('f64', cells.shares),
    },
    ...(hourly ? { hourly: { ...hourly, dimensions: pack('f32', hourly.dimensions) } } : {}),
  }
}

function storeScale({ mean, deviation }: Scale, count: number) {
  return { ...(count > 0 ? { count } : {}), mean: pack('f64', mean), deviation: pack('f32', deviation) }
}

/**
 * The reference that {@link store} wrote.
 * @param name of the feature, for messages
 * @throws Error naming what is wrong with the file
 */
export function restore(stored: unknown, name: string): VectorReference {
  const file = new Reader(stored, baselineOf(name))
  const width = file.number('width', 1, 1 << 20)
  const reduced = reducedWidth(width)
  const size = file.at('components').number('count', 0, 64)
  const at = file.at('components')
  const axes = file.at('dimensions').number('count', 1, width)
  const cells = file.at('cells')
  const cellCount = cells.number('count', 1, 64)
  const correlations = file.maybe('correlations')
  const novelty = file.at('novelty')
  const hourly = file.maybe('hourly')
  return {
    width,
    reduced,
    count: file.number('count', 1),
    map: { width: reduced, median: file.number('median', Number.MIN_VALUE) },
    distribution: restoreMean(file.at('distribution'), featureCount),
    components: {
      mean: at.array('mean', reduced),
      directions: rows(at.array('directions', size * reduced), size),
      deviations: at.array('deviations', size),
    },
    correlations: correlations && restoreMean(correlations, productCount(size)),
    dimensions: restoreScale(file.at('dimensions'), axes),
    novelty: {
      ...restoreScale(novelty, reduced),
      cut: novelty.number('cut', 0),
      hits: novelty.number('hits', 0),
      of: novelty.number('of', 1),
    },
    cells: {
      centres: rows(cells.array('centres', cellCount * reduced), cellCount),
      shares: cells.array('shares', cellCount),
    },
    hourly: hourly && {
      blocks: hourly.number('blocks', 2),
      shortness: hourly.number('shortness', 0),
      dimensions: hourly.array('dimensions', axes),
      novelty: hourly.number('novelty', 0, 0.999),
    },
  }
}

function restoreScale(file: Reader, width: number): Scale {
  return { mean: file.array('mean', width), deviation: file.array('deviation', width) }
}
