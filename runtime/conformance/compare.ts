/**
 * Compares what two ways over the same rows gave, within the exactness that an analyzer declares.
 *
 * - `exact`: equal. Objects and Maps compare by key, `features` by name (the host orders both); lists in order.
 * - `{relative: x}`: numbers a and b with |a − b| ≤ x · max(|a|, |b|).
 * - `{sketch: x}`: the same, or |a − b| ≤ x · scale. The scale is that of all numbers which the expected result has at the
 *   same place, list positions ignored: for counts (whole, none negative) their sum, otherwise their span. A quantile
 *   sketch as statistics.json has it (`buckets` and `sketch.data`) is compared by what it means: the shares of values
 *   below any value differ by at most x, never item by item.
 * - Places that the author names as `quantiles` hold the items of such a sketch by level, and are compared the same way.
 * - Places that the author names as `representation` are compared in no way but for being there.
 */
import type { KllDistribution } from '../../contracts/types.generated.ts'
import { kolmogorovSmirnov } from '../distances/kolmogorov-smirnov.ts'
import type { Exactness } from '../plugin.ts'
import { weightedItems } from '../sketches/kll.ts'

/** The first place where two values differ. */
export interface Difference {
  readonly path: string
  readonly expected: unknown
  readonly found: unknown
}

/** Places in a summary that are not compared number by number, such as `$.features[*].custom.my-analyzer.items`. */
export interface Places {
  readonly representation?: readonly string[]
  readonly quantiles?: readonly string[]
}

interface Rules {
  readonly exactness: Exactness
  readonly places: Places
  /** Per place without list positions: what {sketch: x} is a share of. */
  readonly scales: ReadonlyMap<string, number>
}

/** The first difference that the exactness does not allow; undefined when there is none. */
export function difference(
  expected: unknown,
  found: unknown,
  exactness: Exactness = 'exact',
  places: Places = {},
): Difference | undefined {
  const sketch = typeof exactness === 'object' && 'sketch' in exactness
  return compare(expected, found, '$', {
    exactness,
    places,
    scales: sketch ? scalesOf(expected) : new Map(),
  })
}

/** A path with `[*]` for every list position and feature name. */
function place(path: string): string {
  return path.replace(/\[(\d+|"(?:[^"\\]|\\.)*")\]/g, '[*]')
}

function compare(expected: unknown, found: unknown, path: string, rules: Rules): Difference | undefined {
  if (Object.is(expected, found)) return undefined
  const different = { path, expected, found }
  if (typeof expected === 'number' && typeof found === 'number')
    return close(expected, found, path, rules) ? undefined : different
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null)
    return different
  if (rules.places.representation?.includes(place(path))) return undefined
  if (rules.exactness !== 'exact') {
    if (isLevels(expected) && isLevels(found) && rules.places.quantiles?.includes(place(path)))
      return levelsApart(expected, found, path, rules)
    if (isQuantiles(expected) && isQuantiles(found)) return quantilesApart(expected, found, path, rules)
  }
  const pairs = parts(expected, path)
  const others = parts(found, path)
  if (pairs === undefined || others === undefined || kindOf(expected) !== kindOf(found)) return different
  for (const [key, value] of pairs) {
    if (!others.has(key)) return { path: key, expected: value, found: undefined }
    const inner = compare(value, others.get(key), key, rules)
    if (inner) return inner
  }
  for (const [key, value] of others)
    if (!pairs.has(key)) return { path: key, expected: undefined, found: value }
  return undefined
}

function kindOf(value: object): string {
  if (Array.isArray(value) || value instanceof Map || value instanceof Set) return value.constructor.name
  return ArrayBuffer.isView(value) ? 'view' : 'object'
}

/** What a value holds, by path; undefined for what has no parts. Properties that are undefined do not count. */
function parts(value: object, path: string): Map<string, unknown> | undefined {
  if (value instanceof Map)
    return new Map([...value].map(([key, inner]) => [`${path}.get(${JSON.stringify(key) ?? key})`, inner]))
  if (value instanceof Set) return new Map([...value].map((inner, i) => [`${path}[${i}]`, inner]))
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const items = value instanceof DataView ? [] : Array.from(value as ArrayLike<unknown>)
    const byName = path.endsWith('.features') && items.every(isNamed)
    const key = (inner: unknown, i: number) => (byName ? JSON.stringify((inner as { name: string }).name) : i)
    return new Map(items.map((inner, i) => [`${path}[${key(inner, i)}]`, inner]))
  }
  return new Map(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [
        /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}.${JSON.stringify(key)}`,
        inner,
      ]),
  )
}

function isNamed(value: unknown): value is { name: string } {
  return typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string'
}

function close(a: number, b: number, path: string, { exactness, scales, places }: Rules): boolean {
  if (a === b || places.representation?.includes(place(path))) return true
  if (exactness === 'exact' || !Number.isFinite(a) || !Number.isFinite(b)) return false
  const share = 'relative' in exactness ? exactness.relative : exactness.sketch
  const apart = Math.abs(a - b)
  return (
    apart <= share * Math.max(Math.abs(a), Math.abs(b)) ||
    ('sketch' in exactness && apart <= share * (scales.get(place(path)) ?? 0))
  )
}

function scalesOf(value: unknown): Map<string, number> {
  const groups = new Map<string, { sum: number; min: number; max: number; counts: boolean }>()
  const visit = (inner: unknown, path: string): void => {
    if (typeof inner === 'object' && inner !== null)
      for (const [key, part] of parts(inner, path) ?? []) visit(part, key)
    if (typeof inner !== 'number' || !Number.isFinite(inner)) return
    const key = place(path)
    const group = groups.get(key) ?? { sum: 0, min: inner, max: inner, counts: true }
    groups.set(key, {
      sum: group.sum + inner,
      min: Math.min(group.min, inner),
      max: Math.max(group.max, inner),
      counts: group.counts && Number.isInteger(inner) && inner >= 0,
    })
  }
  visit(value, '$')
  return new Map([...groups].map(([key, { sum, min, max, counts }]) => [key, counts ? sum : max - min]))
}

function isLevels(value: unknown): value is number[][] {
  return Array.isArray(value) && value.every(Array.isArray)
}

function isQuantiles(value: object): value is KllDistribution {
  return isLevels((value as Partial<KllDistribution>).sketch?.data)
}

function quantilesApart(
  expected: KllDistribution,
  found: KllDistribution,
  path: string,
  rules: Rules,
): Difference | undefined {
  const bounds = ({ buckets = [] }: KllDistribution) =>
    buckets.map((bucket) => [bucket.lower_bound, bucket.upper_bound])
  return (
    levelsApart(expected.sketch.data, found.sketch.data, `${path}.sketch.data`, rules) ??
    compare(bounds(expected), bounds(found), `${path}.buckets`, rules)
  )
}

/** Counts and quantiles of a sketch are ranks, so the largest difference of the two distributions bounds them all. */
function levelsApart(
  expected: number[][],
  found: number[][],
  path: string,
  { exactness }: Rules,
): Difference | undefined {
  const share = exactness === 'exact' ? 0 : 'relative' in exactness ? exactness.relative : exactness.sketch
  const [a, b] = [weightedItems(expected, 'sum'), weightedItems(found, 'sum')]
  const apart = a.total === 0 && b.total === 0 ? 0 : kolmogorovSmirnov(a, b)
  // Sketches count in whole items, so two of them may differ by one however many values they hold.
  if (a.total === b.total && apart <= share + 1 / Math.max(1, a.total)) return undefined
  return {
    path,
    expected: `a distribution of ${a.total} values, shares at most ${share} apart`,
    found: `one of ${b.total} values, shares ${apart} apart`,
  }
}
