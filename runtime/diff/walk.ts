/** Any two JSON values, key by key. Pure. */
import { type Comparison, isObject, type Json, type Place, union } from './comparison.ts'

/** What only some containers write, and since when or why. */
const extensions: Readonly<Record<string, string>> = {
  custom: "byom's own section",
  sampling: "byom's own section",
  completeness: 'written since 2024',
  approximate_num_distinct_values: 'written since 2024',
  confidence_interval: "byom's own key",
  auc_largest_error: "byom's own key",
  evaluation_time: 'the time of the run',
  categorical_comparison_threshold: 'written since 2023; the default is comparison_threshold',
  categorical_drift_method: 'written since 2023; the default is LInfinity',
  monitoring_config_overrides: 'absent means none',
  monitoringConfigOverrides: 'absent means none',
  error: 'says why there is no value',
}

/** Numbers that come out of random samples of the rows. */
const drawn = new Set(['standard_deviation'])
const shap = new Set(['global_shap_values', 'expected_value', 'global_top_shap_text'])

/** What names an item of a list, in the order of preference. */
const identities = ['name', 'value_or_threshold', 'facet', 'value']

/**
 * Compares two values and everything in them.
 * @param keys from the place to the values, outermost first
 */
export function walk(
  comparison: Comparison,
  { file, feature }: Pick<Place, 'file' | 'feature'>,
  keys: readonly string[],
  a: unknown,
  b: unknown,
): void {
  const place = { file, ...(feature === undefined ? {} : { feature }), where: keys.join('.') }
  const key = keys.at(-1) ?? ''
  if (a === undefined || b === undefined) onlyOne(comparison, place, key, a, b)
  else if (drawn.has(key)) chance(comparison, place, a, b, 'of five random samples of 80 % of the rows')
  else if (typeof a === 'number' && typeof b === 'number') numbers(comparison, place, keys, a, b)
  else if (isObject(a) && isObject(b)) objects(comparison, place, keys, a, b)
  else if (Array.isArray(a) && Array.isArray(b)) lists(comparison, place, keys, a, b)
  else comparison.exact(place, a, b)
}

function numbers(comparison: Comparison, place: Place, keys: readonly string[], a: number, b: number): void {
  if (!keys.some((key) => shap.has(key))) comparison.number(place, a, b)
  else if (comparison.numberVerdict(a, b) !== 'different') comparison.number(place, a, b)
  else
    chance(
      comparison,
      place,
      a,
      b,
      'Kernel SHAP draws its coalitions at random; compare the order of the features',
    )
}

function chance(comparison: Comparison, place: Place, a: unknown, b: unknown, why: string): void {
  if (a === b) comparison.same(place)
  else comparison.tolerated(place, a, b, 'chance', why)
}

function onlyOne(comparison: Comparison, place: Place, key: string, a: unknown, b: unknown): void {
  const why = extensions[key]
  if (why !== undefined) comparison.extra(place, brief(a), brief(b), why)
  else comparison.different(place, brief(a), brief(b), `only in ${a === undefined ? 'B' : 'A'}`)
}

function objects(comparison: Comparison, place: Place, keys: readonly string[], a: Json, b: Json): void {
  for (const key of union(Object.keys(a), Object.keys(b)))
    walk(comparison, place, [...keys, key], a[key], b[key])
}

function lists(
  comparison: Comparison,
  place: Place,
  keys: readonly string[],
  a: readonly unknown[],
  b: readonly unknown[],
): void {
  const identity = identities.find((key) => [...a, ...b].every((item) => isObject(item) && key in item))
  if (identity !== undefined) {
    const named = (list: readonly unknown[]) =>
      new Map(list.map((item) => [String((item as Json)[identity]), item as Json]))
    const [left, right] = [named(a), named(b)]
    for (const name of union(left.keys(), right.keys()))
      walk(comparison, place, [...keys, name], left.get(name), right.get(name))
    return
  }
  if (a.length !== b.length)
    comparison.different({ ...place, where: `${place.where}.length` }, a.length, b.length)
  else for (const [i, item] of a.entries()) walk(comparison, place, [...keys, String(i)], item, b[i])
}

/** A value for a table: whole when it is short. */
export function brief(value: unknown): unknown {
  if (Array.isArray(value)) return `a list of ${value.length}`
  return isObject(value) ? 'present' : value
}
