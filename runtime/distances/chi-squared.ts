/** The other distance of text columns: Pearson's test of observed counts against the proportions of a baseline. */
import { upperGamma } from './gamma.ts'

/** Outcome of a test. */
export interface ChiSquared {
  /** Sum of (observed - expected)² / expected over the categories left after regrouping, 0 or more. */
  statistic: number
  /** Probability of that statistic or a larger one if nothing has changed, 0 to 1. */
  pValue: number
  /** Categories left after regrouping, less one: 1 or more. */
  degreesOfFreedom: number
}

interface Category {
  name: string
  observed: number
  expected: number
}

/**
 * Tests whether `observed` (category to count) follows the proportions of `baseline` (the same). Only categories that
 * occur in the baseline take part: one that it has and the observed side lacks counts 0 there; one that only the
 * observed side has is left out altogether, so new categories never show here. Expected counts are the baseline's,
 * scaled to the observed total of the categories that take part. Categories too small for the test are merged first.
 * Undefined, meaning no verdict, when fewer than two are left, as with an empty side.
 * awslabs/deequ, analyzers/Distance.scala; K. Pearson, "On the criterion …", Philosophical Magazine 50 (1900).
 */
export function chiSquared(
  observed: ReadonlyMap<string, number>,
  baseline: ReadonlyMap<string, number>,
): ChiSquared | undefined {
  const categories: Category[] = []
  let observedTotal = 0
  let baselineTotal = 0
  for (const [name, count] of baseline) {
    if (count <= 0) continue
    const seen = observed.get(name) ?? 0
    categories.push({ name, observed: seen, expected: count })
    observedTotal += seen
    baselineTotal += count
  }
  const scale = observedTotal / baselineTotal
  for (const category of categories) category.expected *= scale
  const groups = regroup(categories)
  if (groups.length < 2) return undefined
  let statistic = 0
  for (const { observed, expected } of groups) statistic += (observed - expected) ** 2 / expected
  const degreesOfFreedom = groups.length - 1
  return { statistic, pValue: upperGamma(degreesOfFreedom / 2, statistic / 2), degreesOfFreedom }
}

/** Merges the smallest expected count into the second smallest until the rest will do; equal counts go by name. */
function regroup(categories: readonly Category[]): Category[] {
  const groups = categories.toSorted(byExpected)
  while (groups.length >= 2 && !largeEnough(groups)) {
    const [smallest, next] = groups.splice(0, 2) as [Category, Category]
    const merged = {
      name: next.name,
      observed: smallest.observed + next.observed,
      expected: smallest.expected + next.expected,
    }
    const place = groups.findIndex((group) => byExpected(merged, group) < 0)
    groups.splice(place === -1 ? groups.length : place, 0, merged)
  }
  return groups
}

/**
 * Of two categories both need an expected count of 10 (W. G. Cochran, "The χ2 test of goodness of fit", 1952), of more
 * at most 20 % may have one below 5 (D. Yates, D. Moore, G. McCabe, "The Practice of Statistics", 1999).
 */
function largeEnough(groups: readonly Category[]): boolean {
  if (groups.length === 2) return groups.every(({ expected }) => expected >= 10)
  return groups.filter(({ expected }) => expected < 5).length <= 0.2 * groups.length
}

function byExpected(a: Category, b: Category): number {
  return a.expected - b.expected || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}
