/**
 * Baselines of properties: numbers that are computed per record (a length, a brightness), codes of categories (a language),
 * and flags. Each is a map of the record into a few bounded numbers, compared by the statistic of mean-embedding.ts. Of a
 * number these are the indicators of lying at or below some quantiles of the baseline. Divided by their deviations they make
 * the statistic that of Anderson and Darling: the tails count as much as the middle (T. Anderson and D. Darling, "A test of
 * goodness of fit", JASA 49, 1954). Where hours are compared it is that of Cramér and von Mises, without the division: of
 * small windows the tails vary more from hour to hour than a few hours can say.
 */
import { fewestBlocks, fewestPerBlock } from './block-variation.ts'
import { fitMean, type MeanReference } from './mean-embedding.ts'
import type { Traces } from './weighted-chi-squared.ts'

/** A property and how it is compared. */
export interface PropertySpec {
  readonly name: string
  /** number: any finite number. category: a whole number. share: 0 or 1, of which only a rise is an alarm. */
  readonly kind: 'number' | 'category' | 'share'
}

/** What a comparison needs of one property's baseline. */
export interface PropertyReference extends PropertySpec {
  /** Mean value over the baseline. */
  readonly average: number
  /** Ascending edges of a number, codes of a category; empty for a share. */
  readonly bins: Float64Array
  /** Of numbers and categories. */
  readonly mean: MeanReference | undefined
  /** Records of the sample, and how many of them are hits of a share. */
  readonly of: number
  readonly hits: number
  /** Correlation of records of one hour: of a share one number, of a category one per cell of its map, of a number none. */
  readonly spreads: readonly number[]
}

/** Fewest records of a baseline. */
export const fewestRecords = 20
/** Edges of a number. */
const mostEdges = 31
/** Codes of a category that are told apart; the rest is one. */
const mostCodes = 20

/**
 * @param rows per record the values of all properties, in an order that has nothing to do with time
 * @param hours the same per hour, in the order of time
 * @returns per property its reference; undefined for fewer than 20 records
 */
export function fitProperties(
  specs: readonly PropertySpec[],
  rows: readonly Float32Array[],
  hours: readonly (readonly Float32Array[])[],
): PropertyReference[] | undefined {
  if (rows.length < fewestRecords) return undefined
  const usable = hours.filter((list) => list.length >= fewestPerBlock)
  const blocks = usable.length >= fewestBlocks ? usable : []
  return specs.map((spec, at) => {
    const column = (list: readonly Float32Array[]) => Float64Array.from(list, (row) => row[at]!)
    return fitProperty(spec, column(rows), blocks.map(column))
  })
}

function fitProperty(
  spec: PropertySpec,
  values: Float64Array,
  hours: readonly Float64Array[],
): PropertyReference {
  const average = values.reduce((sum, value) => sum + value / values.length, 0)
  const common = { ...spec, average, hits: 0, of: values.length, spreads: [] }
  if (spec.kind === 'share') {
    const hits = values.filter((value) => value > 0).length
    const spreads = [correlation(hours, (value) => value > 0)]
    return { ...common, bins: new Float64Array(0), mean: undefined, hits, spreads }
  }
  const bins = spec.kind === 'number' ? edgesOf(values) : codesOf(values)
  const width = mapWidth(spec.kind, bins)
  const map = (value: number) => {
    const out = new Float64Array(width)
    mapProperty(spec.kind, bins, value, out, 0)
    return out
  }
  const meanOf = (list: Float64Array) => {
    const mean = new Float64Array(width)
    for (const value of list) for (const [i, x] of map(value).entries()) mean[i]! += x / list.length
    return mean
  }
  const fitted = fitMean(
    Array.from(values, map),
    meanOf(values),
    values.length,
    hours.map((list) => ({ count: list.length, mean: meanOf(list) })),
  )
  const spreads = spec.kind === 'category' ? cellSpreads(bins, hours) : []
  return {
    ...common,
    bins,
    mean: withUnseen(fitted, width / (values.length + 1), width),
    spreads,
  }
}

/**
 * A value that n records do not have may still have a share of 1 / (n + 1): without that a property which is always the
 * same would raise an alarm at its first exception.
 * @param weight that share of `farthest`, the largest squared length of a map
 */
function withUnseen(mean: MeanReference, weight: number, farthest: number): MeanReference {
  const { traces, blocks, tails } = mean
  const heavier = { fourth: tails.fourth + weight * farthest, sixth: tails.sixth + weight * farthest ** 2 }
  if (!blocks) return { ...mean, traces: more(traces, weight), tails: heavier }
  const { rest, spread, product, shortness } = blocks
  const hourly = weight * shortness
  return {
    ...mean,
    traces: more(traces, weight),
    tails: heavier,
    blocks: {
      ...blocks,
      rest: more(rest, weight),
      spread: { t1: spread.t1 + hourly, t2: spread.t2 + hourly ** 2 },
      product: product + weight * hourly,
    },
  }
}

function more({ t1, t2, t3 }: Traces, weight: number): Traces {
  return { t1: t1 + weight, t2: t2 + weight ** 2, t3: t3 + weight ** 3 }
}

/** Distinct quantiles, without the largest value, at or below which all lie. */
function edgesOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted()
  const edges = new Set<number>()
  for (let k = 1; k <= mostEdges; k++)
    edges.add(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * k) / (mostEdges + 1)))]!)
  // Where nearly all records have the largest value, the few others have an edge of their own.
  const below = sorted.findLast((value) => value < sorted.at(-1)!)
  if (edges.size === 1 && below !== undefined) edges.add(below)
  // The middle of all equal values has an edge below it, too: a value that was never there must show.
  edges.add(sorted[0]! - 1e-6 * Math.max(1, Math.abs(sorted[0]!)))
  edges.add(sorted.at(-1)!)
  return Float64Array.from(edges).sort()
}

/** The most frequent codes. */
function codesOf(values: Float64Array): Float64Array {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const order = [...counts].sort(([a, n], [b, m]) => m - n || a - b)
  return Float64Array.from(order.slice(0, mostCodes).map(([code]) => code)).sort()
}

/** Numbers that a property is mapped to. */
export function mapWidth(kind: PropertySpec['kind'], bins: Float64Array): number {
  if (kind === 'share') return 1
  return kind === 'number' ? bins.length : bins.length + 1
}

/** Writes the map of a value into `out` from `at` on. */
export function mapProperty(
  kind: PropertySpec['kind'],
  bins: Float64Array,
  value: number,
  out: Float64Array,
  at: number,
): void {
  if (kind === 'share') out[at] = value > 0 ? 1 : 0
  else if (kind === 'number') for (let i = 0; i < bins.length; i++) out[at + i] = value <= bins[i]! ? 1 : 0
  else {
    const place = bins.indexOf(value)
    for (let i = 0; i <= bins.length; i++) out[at + i] = 0
    out[at + (place < 0 ? bins.length : place)] = 1
  }
}

/** Correlations of the cells of a category; what was never seen is taken to come as unevenly as the most uneven code. */
function cellSpreads(codes: Float64Array, hours: readonly Float64Array[]): number[] {
  const known = Array.from(codes, (code) => correlation(hours, (value) => value === code))
  const other = correlation(hours, (value) => !codes.includes(value))
  return [...known, other > 0 ? other : Math.max(...known)]
}

/** Correlation of hits of one hour: the spread of hourly shares beyond chance, the upper end of what it may be. */
function correlation(hours: readonly Float64Array[], isHit: (value: number) => boolean): number {
  if (hours.length === 0) return 0
  const shares = hours.map((list) => list.filter(isHit).length / list.length)
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length
  const variance = share * (1 - share)
  if (!(variance > 0)) return 0
  const shortness = hours.reduce((sum, list) => sum + 1 / list.length, 0) / hours.length
  const found = shares.reduce((sum, value) => sum + (value - share) ** 2, 0) / (shares.length - 1)
  const room = 1 + 2 * Math.sqrt(2 / shares.length)
  return Math.min(0.9, Math.max(0, (found * room) / variance - shortness) / (1 - shortness))
}
