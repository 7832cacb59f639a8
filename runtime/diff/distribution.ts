/** Distributions of a feature: buckets, sketches, categories. Pure. */
import { byKey, type Comparison, isObject, type Json, type Place, union } from './comparison.ts'

/**
 * Largest error of a rank, as a share of the count, of a sketch that has compacted any values: measured on up to 10^7
 * values in random and in sorted order (see runtime/sketches/kll.ts). A sketch of one level is exact.
 */
export const rankError = 0.0021

interface Sketch {
  readonly levels: readonly (readonly number[])[]
  readonly parameters: Json
}

function sketchOf(kll: Json): Sketch | undefined {
  const { sketch } = kll
  if (!isObject(sketch) || !Array.isArray(sketch['data']) || !sketch['data'].every(Array.isArray))
    return undefined
  return { levels: sketch['data'], parameters: isObject(sketch['parameters']) ? sketch['parameters'] : {} }
}

/** Values that a rank of the sketch may be off by. */
function errorOf(sketch: Sketch | undefined, count: number): number {
  return sketch?.levels.slice(1).every((level) => level.length === 0) ? 0 : rankError * count
}

/**
 * @param counts number of values of either side
 */
export function compareKll(
  comparison: Comparison,
  place: Place,
  a: Json,
  b: Json,
  counts: readonly [number, number],
): void {
  const [left, right] = [sketchOf(a), sketchOf(b)]
  const error = errorOf(left, counts[0]) + errorOf(right, counts[1])
  const at = (where: string) => ({ ...place, where: `${place.where}.${where}` })
  compareBuckets(comparison, at('buckets'), a['buckets'], b['buckets'], error)
  if (left === undefined || right === undefined) {
    if (left || right)
      comparison.extra(
        at('sketch'),
        left && 'present',
        right && 'present',
        'the sketch itself is on one side only',
      )
    return
  }
  compareSketches(comparison, at('sketch'), left, right, error, counts)
}

function compareBuckets(comparison: Comparison, place: Place, a: unknown, b: unknown, error: number): void {
  if (!Array.isArray(a) || !Array.isArray(b)) return
  if (a.length !== b.length) return comparison.different(place, `${a.length} buckets`, `${b.length} buckets`)
  const bound = (key: 'lower_bound' | 'upper_bound') =>
    a.findIndex(
      (bucket: Json, i) => comparison.numberVerdict(Number(bucket[key]), Number(b[i][key])) === 'different',
    )
  const cut = Math.max(bound('lower_bound'), bound('upper_bound'))
  if (cut >= 0)
    return comparison.different(
      place,
      `bucket ${cut + 1} from ${a[cut].lower_bound} to ${a[cut].upper_bound}`,
      `from ${b[cut].lower_bound} to ${b[cut].upper_bound}`,
      'cut from another minimum or maximum, so the counts mean something else',
    )
  let worst = -1
  let most = 0
  for (const [i, { count }] of (a as { count?: number }[]).entries()) {
    const apart = Math.abs((count ?? Number.NaN) - b[i].count)
    if (apart > most) [worst, most] = [i, apart]
  }
  if (worst < 0) return comparison.same(place)
  const shown = [`bucket ${worst + 1}: ${a[worst].count}`, `bucket ${worst + 1}: ${b[worst].count}`] as const
  // Each bucket has two borders, whose ranks may both be off.
  const allowed = 2 * error
  if (most <= allowed)
    comparison.tolerated(
      place,
      ...shown,
      'sketch',
      `counted in sketches whose ranks are within ${error.toFixed(0)} values`,
    )
  else
    comparison.different(
      place,
      ...shown,
      error === 0
        ? 'both sketches are exact: the values differ'
        : `more than the ${allowed.toFixed(0)} that sketches may be off`,
    )
}

function compareSketches(
  comparison: Comparison,
  place: Place,
  a: Sketch,
  b: Sketch,
  error: number,
  counts: readonly [number, number],
): void {
  if (JSON.stringify(a.levels) === JSON.stringify(b.levels)) return comparison.same(place)
  const sizes = [a, b].map(({ levels }) => levels.map((level) => level.length).join(' + '))
  if (sameJson(a.parameters, b.parameters) === false)
    return comparison.different(
      { ...place, where: `${place.where}.parameters` },
      JSON.stringify(a.parameters),
      JSON.stringify(b.parameters),
      'sketches of another size',
    )
  const distance = largestGap(a, b)
  const allowed = error / Math.max(1, Math.min(...counts))
  if (distance <= allowed + 1e-12)
    comparison.tolerated(
      place,
      sizes[0],
      sizes[1],
      distance === 0 ? 'order' : 'sketch',
      distance === 0
        ? 'the same values, which came in another order'
        : `ranks differ by ${percent(distance)} of the values: rows in another order, or other partitions`,
    )
  else
    comparison.different(
      place,
      sizes[0],
      sizes[1],
      `ranks differ by ${percent(distance)} of the values, and sketches may be off by ${percent(allowed)}: other values`,
    )
}

function sameJson(a: Json, b: Json): boolean {
  return union(Object.keys(a), Object.keys(b)).every((key) => a[key] === b[key])
}

/** Largest difference of the two cumulative distributions (the Kolmogorov-Smirnov distance). */
function largestGap(a: Sketch, b: Sketch): number {
  const items = [
    ...a.levels.flatMap((level, h) => level.map((value) => ({ value, left: 2 ** h, right: 0 }))),
    ...b.levels.flatMap((level, h) => level.map((value) => ({ value, left: 0, right: 2 ** h }))),
  ].sort((x, y) => x.value - y.value)
  const total = { left: 0, right: 0 }
  for (const { left, right } of items) {
    total.left += left
    total.right += right
  }
  let [left, right, most] = [0, 0, 0]
  for (const [i, item] of items.entries()) {
    left += item.left
    right += item.right
    if (items[i + 1]?.value !== item.value)
      most = Math.max(most, Math.abs(left / (total.left || 1) - right / (total.right || 1)))
  }
  return most
}

/** Categories are a set: their order means nothing. */
export function compareCategories(comparison: Comparison, place: Place, a: Json, b: Json): void {
  const [left, right] = [byKey(a['buckets'], 'value'), byKey(b['buckets'], 'value')]
  const differ = union(left.keys(), right.keys()).filter(
    (value) => left.get(value)?.['count'] !== right.get(value)?.['count'],
  )
  if (differ.length === 0) return comparison.same(place)
  const shown = (side: ReadonlyMap<string, Json>) =>
    differ
      .slice(0, 3)
      .map((value) => `${JSON.stringify(value)}: ${side.get(value)?.['count'] ?? 'absent'}`)
      .join(', ')
  const absent = differ.filter((value) => !left.has(value) || !right.has(value)).length
  comparison.different(
    place,
    shown(left),
    shown(right),
    `${differ.length} categories have another count${absent > 0 ? `, ${absent} of them are on one side only` : ''}: other rows, or values decoded otherwise`,
  )
}

function percent(share: number): string {
  return `${(100 * share).toPrecision(2)} %`
}
