/**
 * Drift of vectors by four channels, each of which sees what the others do not: the distribution as a whole (random Fourier
 * features), correlations (products of whitened principal components), single dimensions, and the share of records unlike
 * any of the baseline. One family-wise level holds for all of them.
 */
import { type FixedSums, fixedMean } from '../sketches/fixed-sums.ts'
import { betaBinomialTail, normalTail, studentTail } from './beta.ts'
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
  /** Its p-value, Bonferroni over the channels. */
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
  const tests = reference.correlations ? 4 : 3
  const each = level / tests
  const channels = [
    meanChannel('distribution', reference.distribution, sums.features, each),
    ...(reference.correlations
      ? [meanChannel('correlations', reference.correlations, sums.products, each, fixedMean(sums.squares)[0])]
      : []),
    dimensionsChannel(reference, sums, each),
    noveltyChannel(reference, sums, each),
  ]
  const strongest = channels.reduce((least, channel) => (channel.pValue < least.pValue ? channel : least))
  return { channels, strongest, pValue: Math.min(1, tests * strongest.pValue) }
}

function meanChannel(
  channel: Channel,
  reference: VectorReference['distribution'],
  sums: FixedSums,
  level: number,
  squares?: number,
): ChannelResult {
  return { channel, ...compareMean(reference, fixedMean(sums), sums.count, level, squares) }
}

/** The dimension whose mean moved most, Bonferroni over all of them. */
function dimensionsChannel(
  { count, hourly }: VectorReference,
  { dimensions }: VectorSums,
  level: number,
): ChannelResult {
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
  return {
    channel: 'dimensions',
    statistic: largest,
    critical: quantile(tail, level / mean.length),
    pValue: Math.min(1, tail(largest) * mean.length),
    effect: mean[dimension]!,
    dimension,
  }
}

/** The share of vectors farther from the baseline's centre than all but 2 % of its own. */
function noveltyChannel(
  { novelty, hourly }: VectorReference,
  sums: VectorSums,
  level: number,
): ChannelResult {
  const { hits, of } = novelty
  const spread = hourly?.novelty ?? 0
  const tail = (count: number) => betaBinomialTail(count, sums.count, hits, of, spread)
  let critical = Math.ceil((sums.count * (hits + 0.5)) / (of + 1))
  // Counts are whole: the least one whose tail is below the level, by halving.
  for (let high = sums.count + 1; critical < high; ) {
    const step = (critical + high) >> 1
    if (tail(step) < level) high = step
    else critical = step + 1
  }
  return {
    channel: 'novelty',
    statistic: sums.novel / sums.count,
    critical: critical / sums.count,
    pValue: tail(sums.novel),
    effect: sums.novel / sums.count - hits / of,
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
