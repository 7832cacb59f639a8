/**
 * Properties of current records against those of a baseline, under one family-wise level. Counts of what is rare are
 * discrete: most of them cannot reach a small p-value without drift, so their share of the level goes to the others
 * (P. Westfall and R. Wolfinger, "Multiple tests with discrete distributions", The American Statistician 51, 1997).
 */
import { type CountTest, countTest } from './count-test.ts'
import { kolmogorovQuantile, kolmogorovTail } from './kolmogorov-tail.ts'
import { compareMean, type MeanComparison, type MeanReference } from './mean-embedding.ts'
import type { PropertyReference } from './property-reference.ts'

/** What one comparison says. */
export interface PropertyResult {
  readonly name: string
  readonly kind: PropertyReference['kind']
  /** Compared with `critical`. */
  readonly statistic: number
  readonly critical: number
  readonly pValue: number
  /** Probability that any property of the family has a p-value as small without drift: an upper bound. */
  readonly familyPValue: number
  /** Variance ratio of numbers and categories; difference of shares, also of the share of one category. */
  readonly effect: number
  /** Mean value, or share of the category that moved most. */
  readonly before: number
  readonly now: number
  /** Code of that category; -1 for those that the baseline did not have. */
  readonly code?: number
}

/** What is known of the current records. */
export interface ObservedProperty {
  readonly reference: PropertyReference
  /** Mean of the map over the records. */
  readonly mean: Float64Array
  /** Mean value. */
  readonly average: number
  /** Records, 1 or more. */
  readonly count: number
}

type Found = Omit<PropertyResult, 'name' | 'kind' | 'familyPValue'>

/** The test of one property. */
interface PropertyTest {
  /** Probability of a p-value of at most `level` without drift. */
  attained(level: number): number
  compare(level: number): Found
}

/** @param level of all comparisons together */
export function compareProperties(observed: readonly ObservedProperty[], level: number): PropertyResult[] {
  const tests = observed.map(testOf)
  const family = (p: number) =>
    Math.min(
      1,
      tests.reduce((sum, { attained }) => sum + attained(p), 0),
    )
  const each = levelOfEach(family, level, tests.length)
  return tests.map(({ compare }, i) => {
    const { name, kind } = observed[i]!.reference
    const found = compare(each)
    return { name, kind, ...found, familyPValue: family(found.pValue) }
  })
}

/** The largest level of a single comparison that keeps the family's, by bisection; at least that of Bonferroni. */
function levelOfEach(family: (p: number) => number, level: number, tests: number): number {
  let low = level / Math.max(1, tests)
  let high = level
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (family(middle) < level) low = middle
    else high = middle
  }
  return low
}

function testOf(observed: ObservedProperty): PropertyTest {
  const { kind, bins } = observed.reference
  if (kind === 'share') return shareTest(observed)
  if (kind === 'number') return bins.length === 2 ? constantTest(observed) : numberTest(observed)
  return categoryTest(observed)
}

function shareTest({ reference, mean, count }: ObservedProperty): PropertyTest {
  const { hits, of, spreads } = reference
  const test = countTest(count, hits, of, spreads[0]!)
  return { attained: test.attained, compare: (level) => shareFound(test, mean[0]!, count, hits / of, level) }
}

function shareFound(test: CountTest, now: number, count: number, before: number, level: number): Found {
  const hits = Math.round(now * count)
  const share = hits / count
  return {
    statistic: share,
    critical: test.critical(level) / count,
    pValue: test.pValue(hits),
    effect: share - before,
    before,
    now: share,
  }
}

/** A number that the baseline always has the same value of: how many records have another one. */
function constantTest({ reference, mean, average, count }: ObservedProperty): PropertyTest {
  const test = countTest(count, 0, reference.of, 0)
  const others = Math.max(0, mean[0]! + 1 - mean[1]!)
  return {
    attained: test.attained,
    compare: (level) => ({
      ...shareFound(test, others, count, 0, level),
      before: reference.average,
      now: average,
    }),
  }
}

function numberTest({ reference, mean, average, count }: ObservedProperty): PropertyTest {
  return {
    attained: (level) => level,
    compare: (level) => ({
      ...compareNumber(reference.mean!, mean, count, level),
      before: reference.average,
      now: average,
    }),
  }
}

/**
 * The sum of squares over all edges, and the largest difference at one (Kolmogorov and Smirnov), which is sharper where few
 * values moved far: Bonferroni over the two. Where hours are compared, only the first knows how much they differ.
 */
function compareNumber(
  reference: MeanReference,
  mean: Float64Array,
  count: number,
  level: number,
): MeanComparison {
  if (reference.blocks) return compareMean(reference, mean, count, level)
  const squares = compareMean(reference, mean, count, level / 2)
  const distance = mean.reduce((most, value, k) => Math.max(most, Math.abs(value - reference.mean[k]!)), 0)
  const size = (count * reference.count) / (count + reference.count)
  const largest = kolmogorovTail(distance, size)
  if (squares.pValue <= largest) return { ...squares, pValue: Math.min(1, 2 * squares.pValue) }
  const critical = kolmogorovQuantile(level / 2, size)
  return { statistic: distance, critical, pValue: Math.min(1, 2 * largest), effect: squares.effect }
}

/**
 * The sum of squares over all codes gets one half of the level. The exact counts of the single codes, and of those that
 * the baseline does not have, share the other half: a rare or new code hardly adds to the sum, however clearly it rises.
 */
function categoryTest({ reference, mean, count }: ObservedProperty): PropertyTest {
  const { bins, of, spreads } = reference
  const known = reference.mean!
  const single = bins.length === 1
  const cells = Array.from(mean, (now, k) => ({
    k,
    now,
    before: known.mean[k]!,
    test: countTest(count, Math.round(known.mean[k]! * of), of, spreads[k]!),
  })).slice(single ? 1 : 0)
  const parts = single ? 1 : 2 * cells.length
  const codeOf = (k: number) => bins[k] ?? -1
  return {
    attained: (level) =>
      (single ? 0 : level / 2) + cells.reduce((sum, { test }) => sum + test.attained(level / parts), 0),
    compare(level) {
      const counted = cells
        .map(({ k, now, before, test }) => ({
          ...shareFound(test, now, count, before, level / parts),
          code: codeOf(k),
        }))
        .reduce((least, each) => (each.pValue < least.pValue ? each : least))
      const rarest = { ...counted, pValue: Math.min(1, parts * counted.pValue) }
      if (single) return rarest
      const squares = compareMean(known, mean, count, level / 2)
      const pValue = Math.min(1, 2 * squares.pValue)
      if (rarest.pValue < pValue) return rarest
      let moved = 0
      for (let k = 1; k < mean.length; k++)
        if (Math.abs(mean[k]! - known.mean[k]!) > Math.abs(mean[moved]! - known.mean[moved]!)) moved = k
      return { ...squares, pValue, before: known.mean[moved]!, now: mean[moved]!, code: codeOf(moved) }
    },
  }
}
