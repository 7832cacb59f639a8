/** statistics.json of both sides, feature by feature. Pure. */
import { byKey, type Comparison, isObject, type Json, type Place, union } from './comparison.ts'
import { compareCategories, compareKll } from './distribution.ts'
import { walk } from './walk.ts'

const file = 'statistics.json'
const estimates = ['approximate_num_distinct_values', 'distinct_count']
/** Three standard errors of the original's estimates (HyperLogLog++ with relativeSD 0.05 in awslabs/deequ). */
const estimateError = 0.15

/** Compares two statistics files. */
export function compareStatistics(comparison: Comparison, a: Json, b: Json): void {
  const { features: left, ...restA } = a
  const { features: right, ...restB } = b
  for (const key of union(Object.keys(restA), Object.keys(restB)))
    walk(comparison, { file }, [key], restA[key], restB[key])
  compareFeatures(comparison, file, left, right, compareFeature)
}

/**
 * Pairs features by name.
 * @param compare is called for features that both sides have
 */
export function compareFeatures(
  comparison: Comparison,
  file: string,
  a: unknown,
  b: unknown,
  compare: (comparison: Comparison, feature: string, a: Json, b: Json) => void,
): void {
  const [left, right] = [byKey(a), byKey(b)]
  for (const name of union(left.keys(), right.keys())) {
    const [one, other] = [left.get(name), right.get(name)]
    if (one && other) compare(comparison, name, one, other)
    else
      comparison.different(
        { file, feature: name, where: '' },
        one && 'present',
        other && 'present',
        `the feature is only in ${one ? 'A' : 'B'}: other columns, excluded features, or names that were taken from another baseline`,
      )
  }
  // What is no list, and items without a name of their own, are compared as they are.
  const [restA, restB] = [nameless(a, left), nameless(b, right)]
  if (restA !== undefined || restB !== undefined) walk(comparison, { file }, ['features'], restA, restB)
  const common = (side: ReadonlyMap<string, Json>, other: ReadonlyMap<string, Json>) =>
    [...side.keys()].filter((name) => other.has(name))
  const [orderA, orderB] = [common(left, right), common(right, left)]
  const moved = orderA.findIndex((name, i) => name !== orderB[i])
  if (moved >= 0)
    comparison.different(
      { file, where: 'features' },
      orderA[moved],
      orderB[moved],
      'features stand in another order: values without names take them by position',
    )
}

/** What {@link byKey} does not take from a list; undefined when it takes all. */
function nameless(list: unknown, taken: ReadonlyMap<string, Json>): unknown {
  if (!Array.isArray(list)) return list
  const features = new Set<unknown>(taken.values())
  const others = list.filter((item) => !features.has(item))
  return others.length > 0 ? others : undefined
}

function compareFeature(comparison: Comparison, feature: string, a: Json, b: Json): void {
  const place = (where: string): Place => ({ file, feature, where })
  comparison.exact(place('inferred_type'), a['inferred_type'], b['inferred_type'], typeChange(a, b))
  for (const kind of ['numerical_statistics', 'string_statistics'] as const) {
    const [left, right] = [a[kind], b[kind]]
    if (isObject(left) && isObject(right)) compareBlock(comparison, feature, left, right)
    else if (left !== right && a['inferred_type'] === b['inferred_type'])
      walk(comparison, { file, feature }, [kind], left, right)
  }
  const known = ['name', 'inferred_type', 'numerical_statistics', 'string_statistics']
  for (const key of union(Object.keys(a), Object.keys(b)))
    if (!known.includes(key)) walk(comparison, { file, feature }, [key], a[key], b[key])
}

function typeChange(a: Json, b: Json): string {
  const types = [a['inferred_type'], b['inferred_type']]
  if (types.includes('Integral') && types.includes('Fractional'))
    return 'one value with decimals makes a column Fractional'
  if (types.includes('String')) return 'one value that is no number makes a column String'
  return 'the type changed'
}

function compareBlock(comparison: Comparison, feature: string, a: Json, b: Json): void {
  const { distribution: left, ...restA } = a
  const { distribution: right, ...restB } = b
  for (const key of union(Object.keys(restA), Object.keys(restB))) {
    const [one, other] = [restA[key], restB[key]]
    if (estimates.includes(key) && typeof one === 'number' && typeof other === 'number')
      compareEstimates(comparison, { file, feature, where: key }, one, other)
    else walk(comparison, { file, feature }, [key], one, other)
  }
  compareDistributions(comparison, feature, left, right, [presentOf(a), presentOf(b)])
}

function presentOf({ common }: Json): number {
  return isObject(common) && typeof common['num_present'] === 'number' ? common['num_present'] : 0
}

function compareEstimates(comparison: Comparison, place: Place, a: number, b: number): void {
  if (a === b) comparison.same(place)
  else if (Math.abs(a - b) <= estimateError * Math.max(a, b)) comparison.tolerated(place, a, b, 'estimate')
  else comparison.different(place, a, b, `more than the ${100 * estimateError} % that estimates may be off`)
}

function compareDistributions(
  comparison: Comparison,
  feature: string,
  a: unknown,
  b: unknown,
  counts: readonly [number, number],
): void {
  const place = (where: string): Place => ({ file, feature, where: `distribution${where}` })
  if (!isObject(a) || !isObject(b)) {
    if (isObject(a) !== isObject(b))
      comparison.different(
        place(''),
        isObject(a) ? 'present' : undefined,
        isObject(b) ? 'present' : undefined,
        'categories are listed up to a limit: 120 by an estimate in the original, analyzers.data-quality.maxCategories here',
      )
    return
  }
  for (const kind of union(Object.keys(a), Object.keys(b))) {
    const [left, right] = [a[kind], b[kind]]
    if (!isObject(left) || !isObject(right))
      walk(comparison, { file, feature }, ['distribution', kind], left, right)
    else if (kind === 'kll') compareKll(comparison, place('.kll'), left, right, counts)
    else compareCategories(comparison, place(`.${kind}`), left, right)
  }
}
