/** What comparisons need of a baseline as it travels inside statistics.json, and back. */
import type { BlockReference } from '../distances/block-variation.ts'
import type { MeanReference } from '../distances/mean-embedding.ts'
import { pack, unpack } from './packed.ts'

/** A mean with its traces as plain JSON. */
export function storeMean({ count, mean, traces, tails, blocks }: MeanReference) {
  return {
    count,
    mean: pack('f32', mean),
    traces,
    tails,
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

/** Rows of one length, one behind the other. */
export function flat(rows: readonly Float64Array[]): number[] {
  return rows.flatMap((row) => [...row])
}

/**
 * The mean that {@link storeMean} wrote.
 * @param width numbers of the mean
 * @throws Error naming what is wrong with the file
 */
export function restoreMean(file: Reader, width: number): MeanReference {
  const blocks = file.maybe('blocks')
  return {
    count: file.number('count', 1),
    mean: file.array('mean', width),
    traces: {
      t1: file.at('traces').number('t1', 0),
      t2: file.at('traces').number('t2', 0),
      t3: file.at('traces').number('t3', 0),
    },
    tails: { fourth: file.at('tails').number('fourth', 0), sixth: file.at('tails').number('sixth', 0) },
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
    excess: file.numbers('excess', count),
    rest: {
      t1: file.at('rest').number('t1', 0),
      t2: file.at('rest').number('t2', 0),
      t3: file.at('rest').number('t3', 0),
    },
    spread: { t1: file.at('spread').number('t1', 0), t2: file.at('spread').number('t2', 0) },
    product: file.number('product', 0),
  }
}

/** The inverse of {@link flat}. */
export function rows(values: Float64Array, count: number): Float64Array[] {
  const width = count > 0 ? values.length / count : 0
  return Array.from({ length: count }, (_, i) => values.slice(i * width, (i + 1) * width))
}

/** Beyond, the arithmetic of comparisons would leave the range of doubles. */
const largest = 1e60

/** Reads keys of an object from a file that may have been edited; what is wrong is named with its place. */
export class Reader {
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

  has(key: string): boolean {
    return this.#value[key] !== undefined
  }

  maybe(key: string): Reader | undefined {
    return this.has(key) ? this.at(key) : undefined
  }

  number(key: string, least: number, most = largest): number {
    const value = this.#value[key]
    if (typeof value === 'number' && value >= least && value <= most) return value
    throw new Error(
      `${this.#place}: ${key} should be a number from ${least} to ${most}; make the baseline anew`,
    )
  }

  numbers(key: string, length: number): number[] {
    const value = this.#value[key]
    if (Array.isArray(value) && value.length === length && value.every((x) => Math.abs(x) <= largest))
      return value
    throw new Error(`${this.#place}: ${key} should hold ${length} numbers; make the baseline anew`)
  }

  array(key: string, length: number): Float64Array {
    return unpack(this.#value[key], length, `${this.#place}: ${key}`)
  }
}
