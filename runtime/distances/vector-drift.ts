/**
 * Drift of vectors by four channels, each of which sees what the others do not: the distribution as a whole (random Fourier
 * features), correlations (products of whitened principal components), single dimensions, and the share of records unlike
 * any of the baseline. One family-wise level holds for all of them.
 */
import { type FixedSums, fixedMean } from '../sketches/fixed-sums.ts'
import { normalTail, studentTail } from './beta.ts'
import { type CombinedTest, combine } from './combination.ts'
import { countTest } from './count-test.ts'
import { compareMean } from './mean-embedding.ts'
import type { VectorReference } from './vector-reference.ts'

/** What is summed up of the current vectors; see `addVector`. */
export interface VectorSums {
  readonly count: number
  readonly features: FixedSums
  readonly products: FixedSums
  readonly squares: FixedSums
  /** Per dimension the deviations from the baseline's mean, in deviations. */
  readonly dimensions: FixedSums
  /** Records beyond the baseline's 98th percentile of distance. */
  readonly novel: number
}

/** Names of the channels. */
export type Channel = 'distribution' | 'correlations' | 'dimensions' | 'novelty'

/** What one channel says. */
export interface ChannelResult {
  readonly channel: Channel
  readonly statistic: number
  readonly critical: number
  readonly pValue: number
  /** Free of scale: variance ratio, deviations, or difference of shares. */
  readonly effect: number
  /** Of the dimension that moved most. */
  readonly dimension?: number
}

/** What all channels say together. */
export interface VectorComparison {
  readonly channels: readonly ChannelResult[]
  /** The channel with the smallest p-value. */
  readonly strongest: ChannelResult
  /** Of all channels together: see combination.ts. */
  readonly pValue: number
}

/**
 * @param level family-wise probability of an alarm without drift
 * @returns undefined without current vectors
 */
export function compareVectors(
  reference: VectorReference,
  sums: VectorSums,
  level: number,
): VectorComparison | undefined {
  if (sums.count === 0) return undefined
  const tests = [
    meanTest('distribution', reference.distribution, sums.features),
    ...(reference.correlations
      ? [meanTest('correlations', reference.correlations, sums.products, fixedMean(sums.squares)[0])]
      : []),
    dimensionsTest(reference, sums),
    noveltyTest(reference, sums),
  ]
  const { pValue, critical } = combine(tests, level, reference.hourly !== undefined)
  const channels = tests.map(({ found }, i) => found(critical[i]!))
  const strongest = channels.reduce((least, channel) => (channel.pValue < least.pValue ? channel : least))
  return { channels, strongest, pValue }
}

/** One of the channels as a part of all, with what it says when it is an alarm from a p-value of `level` on. */
interface ChannelTest extends CombinedTest {
  readonly found: (level: number) => ChannelResult
}

function meanTest(
  channel: Channel,
  reference: VectorReference['distribution'],
  sums: FixedSums,
  squares?: number,
): ChannelTest {
  const mean = fixedMean(sums)
  const compare = (level: number) => compareMean(reference, mean, sums.count, level, squares)
  return {
    pValue: compare(0.5).pValue,
    weight: 1,
    found: (level) => ({ channel, ...compare(level) }),
  }
}

/** The dimension whose mean moved most, Bonferroni over all of them. */
function dimensionsTest({ count, hourly }: VectorReference, { dimensions }: VectorSums): ChannelTest {
  const mean = fixedMean(dimensions)
  const chance = 1 / dimensions.count + 1 / count
  let dimension = 0
  let largest = -1
  for (const [j, moved] of mean.entries()) {
    // Variance of hourly means, less what their records' number explains, plus what ours does.
    const between = hourly
      ? hourly.dimensions[j]! * (1 + 1 / hourly.blocks) + 1 / dimensions.count - hourly.shortness
      : 0
    const z = Math.abs(moved) / Math.sqrt(Math.max(chance, between))
    if (z > largest) {
      largest = z
      dimension = j
    }
  }
  const tail = (z: number) => (hourly ? studentTail(z, hourly.blocks - 1) : normalTail(z))
  const pValue = Math.min(1, tail(largest) * mean.length)
  const effect = mean[dimension]!
  return {
    pValue,
    weight: 1,
    found: (level) => ({
      channel: 'dimensions',
      statistic: largest,
      critical: quantile(tail, level / mean.length),
      pValue,
      effect,
      dimension,
    }),
  }
}

/** The share of vectors farther from the baseline's centre than all but 2 % of its own. */
function noveltyTest({ novelty, hourly }: VectorReference, { count, novel }: VectorSums): ChannelTest {
  const { hits, of } = novelty
  const test = countTest(count, hits, of, hourly?.novelty ?? 0)
  const pValue = test.pValue(novel)
  return {
    pValue,
    weight: 1,
    attained: test.attained,
    found: (level) => ({
      channel: 'novelty',
      statistic: novel / count,
      critical: test.critical(level) / count,
      pValue,
      effect: novel / count - hits / of,
    }),
  }
}

/** The point at which a falling tail is `p`. */
function quantile(tail: (x: number) => number, p: number): number {
  let low = 0
  let high = 4
  while (tail(high) > p && high < 1e9) high *= 2
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (tail(middle) > p) low = middle
    else high = middle
  }
  return high
}
