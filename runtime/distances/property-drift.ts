/** Properties of current records against those of a baseline, under one family-wise level. */
import { betaBinomialTail } from './beta.ts'
import { compareMean } from './mean-embedding.ts'
import { mapWidth, type PropertyReference } from './property-reference.ts'

/** What one comparison says. */
export interface PropertyResult {
  readonly name: string
  readonly kind: PropertyReference['kind']
  /** Compared with `critical`. */
  readonly statistic: number
  readonly critical: number
  readonly pValue: number
  /** Variance ratio of numbers and categories; difference of shares. */
  readonly effect: number
  /** Mean value, or share of the category that moved most. */
  readonly before: number
  readonly now: number
  /** Code of that category; -1 for those that the baseline did not have. */
  readonly code?: number
}

/**
 * @param means per property the mean of its map over the current `count` records, one behind the other
 * @param averages per property the mean value over them
 * @param level of each single comparison
 */
export function compareProperties(
  references: readonly PropertyReference[],
  means: Float64Array,
  averages: readonly number[],
  count: number,
  level: number,
): PropertyResult[] {
  let at = 0
  return references.map((reference, i) => {
    const width = mapWidth(reference.kind, reference.bins)
    const mean = means.slice(at, at + width)
    at += width
    if (reference.mean === undefined)
      return compareShare(reference, Math.round(mean[0]! * count), count, level)
    const { name, kind, bins } = reference
    const compared = { name, kind, ...compareMean(reference.mean, mean, count, level) }
    if (kind === 'number') return { ...compared, before: reference.average, now: averages[i]! }
    const before = reference.mean.mean
    let moved = 0
    for (let k = 1; k < mean.length; k++)
      if (Math.abs(mean[k]! - before[k]!) > Math.abs(mean[moved]! - before[moved]!)) moved = k
    return { ...compared, before: before[moved]!, now: mean[moved]!, code: bins[moved] ?? -1 }
  })
}

function compareShare(
  { name, kind, hits, of, spread }: PropertyReference,
  found: number,
  count: number,
  level: number,
): PropertyResult {
  let critical = 0
  for (let high = count + 1; critical < high; ) {
    const middle = (critical + high) >> 1
    if (betaBinomialTail(middle, count, hits, of, spread) < level) high = middle
    else critical = middle + 1
  }
  return {
    name,
    kind,
    statistic: found / count,
    critical: critical / count,
    pValue: betaBinomialTail(found, count, hits, of, spread),
    effect: found / count - hits / of,
    before: hits / of,
    now: found / count,
  }
}
