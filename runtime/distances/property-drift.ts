/** Properties of current records against those of a baseline, under one family-wise level: see combination.ts. */
import { compareCells } from './cell-counts.ts'
import { type CombinedTest, combine } from './combination.ts'
import { type CountTest, countTest } from './count-test.ts'
import { compareMean, type MeanComparison } from './mean-embedding.ts'
import type { PropertyReference } from './property-reference.ts'

/** What one comparison says. */
export interface PropertyResult {
  readonly name: string
  readonly kind: PropertyReference['kind']
  /** Compared with `critical`. */
  readonly statistic: number
  readonly critical: number
  readonly pValue: number
  /**
   * Of the property with the smallest p-value: the probability of p-values like those of the whole family without drift. Of
   * the others at least that, and an upper bound of the probability that any of the family has a p-value as small.
   */
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

/** One of the tests of a property, as a part of all. */
interface PropertyTest extends CombinedTest {
  /** What it says when it is an alarm from that p-value on. */
  readonly found: (level: number) => Found
}

/** @param level of all comparisons together */
export function compareProperties(observed: readonly ObservedProperty[], level: number): PropertyResult[] {
  const tests = observed.map(testsOf)
  const all = tests.flat()
  const hours = observed.some(({ reference }) => reference.mean?.blocks !== undefined)
  const { pValue: together, single, critical } = combine(all, level, hours)
  const smallest = Math.min(...single)
  let at = 0
  return tests.map((own, i) => {
    const places = own.map(() => at++)
    const strongest = places.reduce((best, place) => (single[place]! < single[best]! ? place : best))
    const { name, kind } = observed[i]!.reference
    const { pValue, weight, found } = all[strongest]!
    return {
      name,
      kind,
      ...found(critical[strongest]!),
      pValue: Math.min(1, pValue / weight),
      familyPValue: single[strongest] === smallest ? together : Math.max(together, single[strongest]!),
    }
  })
}

function testsOf(observed: ObservedProperty): PropertyTest[] {
  const { kind, bins } = observed.reference
  if (kind === 'share') return [shareTest(observed)]
  if (kind === 'number') return [bins.length === 2 ? constantTest(observed) : numberTest(observed)]
  return categoryTests(observed)
}

function shareTest({ reference, mean, count }: ObservedProperty): PropertyTest {
  const { hits, of, spreads } = reference
  return countedTest(countTest(count, hits, of, spreads[0]!), mean[0]!, count, hits / of, 1)
}

function countedTest(
  test: CountTest,
  now: number,
  count: number,
  before: number,
  weight: number,
): PropertyTest {
  const hits = Math.round(now * count)
  const share = hits / count
  const pValue = test.pValue(hits)
  return {
    pValue,
    weight,
    attained: test.attained,
    found: (level) => ({
      statistic: share,
      critical: test.critical(level) / count,
      pValue,
      effect: share - before,
      before,
      now: share,
    }),
  }
}

/** A number that the baseline always has the same value of: how many records have another one. */
function constantTest({ reference, mean, average, count }: ObservedProperty): PropertyTest {
  const others = Math.max(0, mean[0]! + 1 - mean[1]!)
  const test = countedTest(countTest(count, 0, reference.of, 0), others, count, 0, 1)
  return {
    ...test,
    found: (level) => ({ ...test.found(level), before: reference.average, now: average }),
  }
}

function numberTest(observed: ObservedProperty): PropertyTest {
  const { reference, mean, average, count } = observed
  const compare = (level: number) =>
    reference.mean!.blocks ? compareMean(reference.mean!, mean, count, level) : compareNumber(observed, level)
  return {
    pValue: compare(0.5).pValue,
    weight: 1,
    found: (level) => ({ ...compare(level), before: reference.average, now: average }),
  }
}

/**
 * The statistic of two samples by T. Anderson and D. Darling, taken at the edges only (A. Pettitt, "A two-sample
 * Anderson-Darling rank statistic", Biometrika 63, 1976): squared differences over the variance in both samples together.
 */
function compareNumber({ reference, mean, count }: ObservedProperty, level: number): MeanComparison {
  const [before, now] = [cellsBelow(reference.mean!.mean, reference.of), cellsBelow(mean, count)]
  const all = reference.of + count
  const least = Math.max(leastVariance, 1 / all)
  let below = 0
  const weights = mean.map((_, i) => {
    below += (before[i]! + now[i]!) / all
    return 1 / Math.sqrt(below * (1 - below) + least)
  })
  const maps = Array.from(before, (_, cell) => weights.map((weight, i) => (i >= cell ? weight : 0)))
  return compareCells(maps, { before, now }, level)
}

/** Added to the variance of each edge's indicator: what hardly any record is beyond must not count more than all others. */
const leastVariance = 0.005

/** Counts of values between edges, from the shares at or below each; the last are those beyond all. */
function cellsBelow(shares: Float64Array, of: number): Float64Array {
  const cells = new Float64Array(shares.length + 1)
  let below = 0
  for (let i = 0; i <= shares.length; i++) {
    const next = i < shares.length ? Math.max(below, Math.min(of, Math.round(shares[i]! * of))) : of
    cells[i] = next - below
    below = next
  }
  return cells
}

function compareCodes({ reference, mean, count }: ObservedProperty, level: number): MeanComparison {
  const unit = (at: number) => mean.map((_, i) => (i === at ? 1 : 0))
  const counts = (shares: Float64Array, of: number) =>
    shares.map((share) => Math.min(of, Math.max(0, Math.round(share * of))))
  const [before, now] = [counts(reference.mean!.mean, reference.of), counts(mean, count)]
  return compareCells(
    Array.from(mean, (_, i) => unit(i)),
    { before, now },
    level,
  )
}

/**
 * The sum of squares over all codes has one half of the weight. The exact counts of the single codes, and of those that
 * the baseline does not have, share the other half: a rare or new code hardly adds to the sum, however clearly it rises.
 */
function categoryTests(observed: ObservedProperty): PropertyTest[] {
  const { reference, mean, count } = observed
  const { bins, of, spreads } = reference
  const known = reference.mean!
  const single = bins.length === 1
  const codeOf = (k: number) => bins[k] ?? -1
  const cells = Array.from(mean, (now, k): PropertyTest => {
    const before = known.mean[k]!
    const test = countTest(count, Math.round(before * of), of, spreads[k]!)
    const counted = countedTest(test, now, count, before, single ? 1 : 1 / (2 * mean.length))
    return { ...counted, found: (level) => ({ ...counted.found(level), code: codeOf(k) }) }
  })
  if (single) return cells.slice(1)
  const compare = (level: number) =>
    known.blocks ? compareMean(known, mean, count, level) : compareCodes(observed, level)
  let moved = 0
  for (let k = 1; k < mean.length; k++)
    if (Math.abs(mean[k]! - known.mean[k]!) > Math.abs(mean[moved]! - known.mean[moved]!)) moved = k
  const squares: PropertyTest = {
    pValue: compare(0.5).pValue,
    weight: 0.5,
    found: (level) => ({
      ...compare(level),
      before: known.mean[moved]!,
      now: mean[moved]!,
      code: codeOf(moved),
    }),
  }
  return [squares, ...cells]
}
