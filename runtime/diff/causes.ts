/** Why one side has a violation that the other lacks: what the files of both tell. Pure. */
import type { CheckConfig } from '../plugin.ts'
import { byKey, isObject, type Json } from './comparison.ts'
import { settingNames, settingsOf } from './constraints.ts'
import { rankError } from './distribution.ts'
import type { Reports, Violation } from './violations.ts'

/** Settings that decide a check. */
const settings: Readonly<Record<string, readonly (keyof CheckConfig)[]>> = {
  data_type_check: ['evaluateConstraints', 'datatypeCheckThreshold'],
  completeness_check: ['evaluateConstraints'],
  categorical_values_check: ['evaluateConstraints', 'domainContentThreshold'],
  missing_column_check: ['evaluateConstraints'],
  extra_column_check: ['evaluateConstraints'],
  baseline_drift_check: [
    'evaluateConstraints',
    'performComparison',
    'comparisonThreshold',
    'comparisonMethod',
    'categoricalComparisonThreshold',
    'categoricalDriftMethod',
  ],
}

/** Keys of a feature's constraints that decide a check. */
const expected: Readonly<Record<string, readonly string[]>> = {
  data_type_check: ['inferred_type'],
  completeness_check: ['completeness'],
  categorical_values_check: ['string_constraints'],
  baseline_drift_check: ['inferred_type'],
}

/**
 * @param violations how many one side has alone
 * @returns sentences without the last stop, at least one
 */
export function causesOf(
  violation: Violation,
  having: Reports,
  lacking: Reports,
  violations: number,
): string[] {
  const { constraint_check_type: check = '', feature_name: feature } = violation
  const found = [
    ...settingCauses(check, feature, having, lacking),
    ...(feature === undefined ? [] : featureCauses(check, feature, having, lacking)),
    ...metricCauses(violation, having, lacking),
    ...rowCauses(having, lacking),
    ...(check === 'baseline_drift_check' ? driftCauses(violation, feature, having) : []),
  ]
  if (found.length > 0) return found
  if (violations === 1)
    return [
      'the files name no cause. One of six recorded runs of the original over the same data has one violation more than the others (61 instead of 60): let it run again',
    ]
  return [
    'the files name no cause: compare which records both have read (run.json, logs) and what their handlers return',
  ]
}

function settingCauses(
  check: string,
  feature: string | undefined,
  { constraints: having }: Reports,
  { constraints: lacking }: Reports,
): string[] {
  if (having === undefined || lacking === undefined) return []
  const [a, b] = [settingsOf(having)(feature), settingsOf(lacking)(feature)]
  return (settings[check] ?? [])
    .filter((key) => a[key] !== b[key])
    .map((key) => `${settingNames[key]} is ${shown(a[key])} here and ${shown(b[key])} there`)
}

function shown(value: unknown): string {
  return value === true ? 'Enabled' : value === false ? 'Disabled' : String(value)
}

function featureCauses(check: string, feature: string, having: Reports, lacking: Reports): string[] {
  const causes: string[] = []
  const of = (file: Json | undefined) => file && byKey(file['features'])
  const [statsA, statsB] = [of(having.statistics), of(lacking.statistics)]
  if (statsA?.has(feature) && statsB && !statsB.has(feature))
    causes.push('the other side has no such feature in statistics.json')
  const [typeA, typeB] = [statsA, statsB].map((features) => features?.get(feature)?.['inferred_type'])
  if (typeA !== typeB && typeA !== undefined && typeB !== undefined)
    causes.push(`the data are ${String(typeA)} here and ${String(typeB)} there`)
  const [rulesA, rulesB] = [of(having.constraints)?.get(feature), of(lacking.constraints)?.get(feature)]
  if (rulesA && lacking.constraints && !rulesB)
    causes.push('the other side has no constraints for the feature')
  for (const key of rulesA && rulesB ? (expected[check] ?? []) : [])
    if (JSON.stringify(rulesA![key]) !== JSON.stringify(rulesB![key]))
      causes.push(`the constraints expect another ${key}`)
  const [missA, missB] = [statsA, statsB].map((features) => missing(features?.get(feature)))
  if (missA !== missB && missA !== undefined && missB !== undefined)
    causes.push(`${missA} values are missing here and ${missB} there`)
  return causes
}

function missing(feature: Json | undefined): number | undefined {
  const block = feature?.['numerical_statistics'] ?? feature?.['string_statistics']
  const common = isObject(block) ? block['common'] : undefined
  return isObject(common) && typeof common['num_missing'] === 'number' ? common['num_missing'] : undefined
}

/** Constraints of model quality: `<kind>_constraints.<metric>.threshold`. */
function metricCauses(
  { metric_name: metric, feature_name: feature }: Violation,
  { constraints: having }: Reports,
  { constraints: lacking }: Reports,
): string[] {
  const name = typeof metric === 'string' ? metric : feature
  if (name === undefined || having === undefined || lacking === undefined) return []
  const threshold = (file: Json) =>
    Object.entries(file)
      .filter(([key, value]) => key.endsWith('_constraints') && isObject(value))
      .map(([, value]) => (value as Json)[name])
      .find(isObject)?.['threshold']
  const [a, b] = [threshold(having), threshold(lacking)]
  if (a === b) return []
  if (b === undefined)
    return [
      'the other side has no threshold for the metric; the original suggests one for f0_5 and never reports it',
    ]
  return [`the threshold is ${a ?? 'absent'} here and ${b} there`]
}

function rowCauses({ statistics: a }: Reports, { statistics: b }: Reports): string[] {
  const rows = (file: Json | undefined) => {
    const dataset = file?.['dataset']
    return isObject(dataset) ? dataset['item_count'] : undefined
  }
  const [left, right] = [rows(a), rows(b)]
  if (left === right || left === undefined || right === undefined) return []
  return [`${left} rows were read here and ${right} there: another window, filter or sample`]
}

function driftCauses(
  { description = '' }: Violation,
  feature: string | undefined,
  { statistics }: Reports,
): string[] {
  const match = /distance: (\S+) exceeds threshold: (\S+)/.exec(description)
  const [distance, threshold] = [Number(match?.[1]), Number(match?.[2])]
  // Each of the two sketches may be off.
  if (distance - threshold <= 2 * rankError)
    return [`the distance ${distance} is within the error of two sketches above the threshold ${threshold}`]
  const numbers = feature && byKey(statistics?.['features']).get(feature)?.['numerical_statistics']
  const distinct = isObject(numbers) ? numbers['approximate_num_distinct_values'] : undefined
  if (typeof distinct === 'number' && distinct <= 120)
    return [
      `the feature has only ${distinct} different values: the original's engine counts equal values of a sketch once ("compatibility": {"distances": "deequ"} does the same)`,
    ]
  return []
}
