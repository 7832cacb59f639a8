/** A baseline of vectors as it travels inside statistics.json, and back. */
import type { BlockReference } from '../../runtime/distances/block-variation.ts'
import type { MeanReference } from '../../runtime/distances/mean-embedding.ts'
import { productCount } from '../../runtime/distances/principal-components.ts'
import type { Scale, VectorReference } from '../../runtime/distances/vector-reference.ts'
import { pack, unpack } from '../../runtime/sketches/packed.ts'
import { featureCount } from '../../runtime/sketches/random-features.ts'
import { reducedWidth } from '../../runtime/sketches/reduce.ts'

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

function storeMean({ count, mean, traces, blocks }: MeanReference) {
  return {
    count,
    mean: pack('f32', mean),
    traces,
    ...(blocks
      ? {
          blocks: {
            ...blocks,
            directions: { count: blocks.directions.length, values: pack('f32', flat(blocks.directions)) },
          },
        }
      : {}),
  }
}

function flat(rows: readonly Float64Array[]): number[] {
  return rows.flatMap((row) => [...row])
}

/**
 * The reference that {@link store} wrote.
 * @param name of the feature, for messages
 * @throws Error naming what is wrong with the file
 */
export function restore(stored: unknown, name: string): VectorReference {
  const file = new Reader(stored, `baseline statistics of feature ${JSON.stringify(name)}`)
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

function restoreMean(file: Reader, width: number): MeanReference {
  const blocks = file.maybe('blocks')
  return {
    count: file.number('count', 1),
    mean: file.array('mean', width),
    traces: {
      t1: file.at('traces').number('t1', 0),
      t2: file.at('traces').number('t2', 0),
      t3: file.at('traces').number('t3', 0),
    },
    blocks: blocks && restoreBlocks(blocks, width),
  }
}

function restoreBlocks(file: Reader, width: number): BlockReference {
  const count = file.at('directions').number('count', 0, 64)
  return {
    blocks: file.number('blocks', 2),
    measured: file.number('measured', 2),
    shortness: file.number('shortness', 0),
    directions: rows(file.at('directions').array('values', count * width), count),
    within: file.numbers('within', count),
    between: file.numbers('between', count),
    rest: {
      t1: file.at('rest').number('t1', 0),
      t2: file.at('rest').number('t2', 0),
      t3: file.at('rest').number('t3', 0),
    },
    spread: { t1: file.at('spread').number('t1', 0), t2: file.at('spread').number('t2', 0) },
    product: file.number('product', 0),
  }
}

function rows(values: Float64Array, count: number): Float64Array[] {
  const width = count > 0 ? values.length / count : 0
  return Array.from({ length: count }, (_, i) => values.slice(i * width, (i + 1) * width))
}

/** Reads keys of an object from a file that may have been edited; what is wrong is named with its place. */
class Reader {
  readonly #value: Record<string, unknown>
  readonly #place: string

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null)
      throw new Error(`${place} is damaged; make the baseline anew`)
    this.#value = value as Record<string, unknown>
    this.#place = place
  }

  at(key: string): Reader {
    return new Reader(this.#value[key], `${this.#place}: ${key}`)
  }

  maybe(key: string): Reader | undefined {
    return this.#value[key] === undefined ? undefined : this.at(key)
  }

  number(key: string, least: number, most = Number.MAX_VALUE): number {
    const value = this.#value[key]
    if (typeof value === 'number' && value >= least && value <= most) return value
    throw new Error(`${this.#place}: ${key} should be a number of at least ${least}; make the baseline anew`)
  }

  numbers(key: string, length: number): number[] {
    const value = this.#value[key]
    if (Array.isArray(value) && value.length === length && value.every((x) => Number.isFinite(x)))
      return value
    throw new Error(`${this.#place}: ${key} should hold ${length} numbers; make the baseline anew`)
  }

  array(key: string, length: number): Float64Array {
    return unpack(this.#value[key], length, `${this.#place}: ${key}`)
  }
}
