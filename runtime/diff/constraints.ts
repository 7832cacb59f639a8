/** constraints.json of both sides, feature by feature, with the settings that really apply. Pure. */
import type { Constraints } from '../../contracts/types.generated.ts'
import { checkConfigs } from '../check-config.ts'
import type { CheckConfig } from '../plugin.ts'
import { type Comparison, isObject, type Json, type Place, union } from './comparison.ts'
import { compareFeatures } from './statistics.ts'
import { walk } from './walk.ts'

const file = 'constraints.json'
const overrides = ['monitoringConfigOverrides', 'monitoring_config_overrides']

/** Settings of the checks of a feature, defaults and overrides applied; without a name the dataset's. */
export function settingsOf(constraints: Json | undefined): (feature?: string) => CheckConfig {
  const features = Array.isArray(constraints?.['features']) ? constraints['features'].filter(isObject) : []
  const config = constraints?.['monitoring_config']
  return checkConfigs({
    features,
    ...(isObject(config) ? { monitoring_config: config } : {}),
  } as unknown as Constraints)
}

/** Names of the settings as the file spells them. */
export const settingNames: Readonly<Record<keyof CheckConfig, string>> = {
  evaluateConstraints: 'evaluate_constraints',
  emitMetrics: 'emit_metrics',
  datatypeCheckThreshold: 'datatype_check_threshold',
  domainContentThreshold: 'domain_content_threshold',
  performComparison: 'distribution_constraints.perform_comparison',
  comparisonThreshold: 'distribution_constraints.comparison_threshold',
  comparisonMethod: 'distribution_constraints.comparison_method',
  categoricalComparisonThreshold: 'distribution_constraints.categorical_comparison_threshold',
  categoricalDriftMethod: 'distribution_constraints.categorical_drift_method',
}

/** Compares two constraints files. */
export function compareConstraints(comparison: Comparison, a: Json, b: Json): void {
  const { features: left, monitoring_config: _, ...restA } = a
  const { features: right, monitoring_config: __, ...restB } = b
  for (const key of union(Object.keys(restA), Object.keys(restB)))
    walk(comparison, { file }, [key], restA[key], restB[key])
  const [configA, configB] = [settingsOf(a), settingsOf(b)]
  const tabular = isObject(a['monitoring_config']) || isObject(b['monitoring_config'])
  if (tabular) compareSettings(comparison, { file, where: 'monitoring_config' }, configA(), configB())
  compareFeatures(comparison, file, left, right, (_, feature, one, other) => {
    compareFeature(comparison, feature, one, other)
    if ([one, other].some(hasOverrides))
      compareSettings(comparison, { file, feature, where: 'overrides' }, configA(feature), configB(feature))
  })
}

function hasOverrides(feature: Json): boolean {
  const holders = [feature, feature['num_constraints'], feature['string_constraints']]
  return holders.some((holder) => isObject(holder) && overrides.some((name) => name in holder))
}

function compareSettings(comparison: Comparison, place: Place, a: CheckConfig, b: CheckConfig): void {
  for (const [key, name] of Object.entries(settingNames) as [keyof CheckConfig, string][])
    comparison.exact(
      { ...place, where: `${place.where}.${name}` },
      a[key],
      b[key],
      'the checks decide otherwise; a key that is absent has its default here',
    )
}

function compareFeature(comparison: Comparison, feature: string, a: Json, b: Json): void {
  for (const key of union(Object.keys(a), Object.keys(b))) {
    if (key === 'name' || overrides.includes(key)) continue
    const [left, right] = [a[key], b[key]]
    if (key === 'string_constraints' && isObject(left) && isObject(right))
      compareDomains(comparison, { file, feature, where: 'string_constraints.domains' }, left, right)
    else if (key === 'num_constraints' && isObject(left) && isObject(right))
      walk(comparison, { file, feature }, ['num_constraints', 'is_non_negative'], sign(left), sign(right))
    else walk(comparison, { file, feature }, [key], left, right)
  }
}

/** Absent means the same as false: nothing was suggested. */
function sign({ is_non_negative }: Json): boolean {
  return is_non_negative === true
}

function compareDomains(
  comparison: Comparison,
  place: Place,
  { domains: a }: Json,
  { domains: b }: Json,
): void {
  const [left, right] = [new Set(Array.isArray(a) ? a : []), new Set(Array.isArray(b) ? b : [])]
  const without = (set: ReadonlySet<unknown>, other: ReadonlySet<unknown>) =>
    new Set([...set].filter((value) => !other.has(value)))
  const [onlyA, onlyB] = [without(left, right), without(right, left)]
  if (onlyA.size + onlyB.size === 0) return comparison.same(place)
  const shown = (only: ReadonlySet<unknown>) =>
    only.size === 0
      ? 'none of its own'
      : [...only]
          .slice(0, 3)
          .map((value) => JSON.stringify(value))
          .join(', ')
  comparison.different(
    place,
    shown(onlyA),
    shown(onlyB),
    `${onlyA.size} values are only in A, ${onlyB.size} only in B: other rows in the baseline`,
  )
}
