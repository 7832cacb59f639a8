/** The six checks of data quality, with the texts that alarms and scripts parse. */
import { chiSquared } from '../../runtime/distances/chi-squared.ts'
import { kolmogorovSmirnov, robustCorrection } from '../../runtime/distances/kolmogorov-smirnov.ts'
import { lInfinity } from '../../runtime/distances/l-infinity.ts'
import type {
  Baseline,
  CheckConfig,
  ConstraintsPart,
  FeatureConstraints,
  FeatureStatistics,
  Finding,
  StatisticsPart,
} from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'
import { weightedItems } from '../../runtime/sketches/kll.ts'
import { type Bucket, type Details, typeMatch } from './summarize.ts'

type Files = Baseline<StatisticsPart, ConstraintsPart>

/**
 * Every comparison of the current features with the baseline's, in the order of the features. A dataset without rows
 * is compared with nothing.
 */
export function checkFeatures(
  features: readonly FeatureStatistics[],
  baseline: Files,
  distances: 'exact' | 'deequ',
): Finding[] {
  if (!features.some(hasRows)) return []
  const constraints = new Map(
    (baseline.constraints?.features ?? []).map((feature) => [feature.name, feature]),
  )
  const statistics = new Map((baseline.statistics?.features ?? []).map((feature) => [feature.name, feature]))
  const findings = constraints.size > 0 ? columnCount(features, constraints) : []
  for (const feature of features) {
    const config = baseline.config(feature.name)
    const expected = constraints.get(feature.name)
    const type = expected && dataType(feature, expected, config)
    if (expected) {
      if (type) findings.push(type)
      findings.push(...completeness(feature, expected), ...domain(feature, expected, config))
    }
    const reference = statistics.get(feature.name)
    // Without a single value of the expected type there is no distribution to compare with the baseline's.
    if (reference && config.performComparison && type?.value !== 0)
      findings.push(...drift(feature, reference, config, distances))
  }
  return findings
}

function hasRows({ numerical_statistics, string_statistics }: FeatureStatistics): boolean {
  const { num_present, num_missing } = (numerical_statistics ?? string_statistics)!.common
  return num_present + num_missing > 0
}

function columnCount(
  features: readonly FeatureStatistics[],
  constraints: ReadonlyMap<string, FeatureConstraints>,
): Finding[] {
  const current = new Set(features.map(({ name }) => name))
  const missing = [...constraints.keys()].filter((name) => !current.has(name))
  const extra = [...current].filter((name) => !constraints.has(name))
  const finding = (kind: 'Missing' | 'Extra', names: string[]): Finding => ({
    feature: `${kind} columns`,
    check: `${kind.toLowerCase()}_column_check`,
    value: current.size,
    threshold: constraints.size,
    violated: names.length > 0,
    description:
      `There are ${kind.toLowerCase()} columns in current dataset. Number of columns in current dataset: ${current.size}, ` +
      `Number of columns in baseline constraints: ${constraints.size}. ${kind}: ${shorten(names)}`,
  })
  return [finding('Missing', missing), finding('Extra', extra)]
}

function shorten(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ')
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown
}

function dataType(
  feature: FeatureStatistics,
  { inferred_type: type }: FeatureConstraints,
  config: CheckConfig,
): Finding | undefined {
  if (type === undefined || type === 'Unknown' || feature.inferred_type === 'Unknown') return undefined
  const classes = details(feature).value_classes
  if (classes === undefined) return undefined
  const value = typeMatch(classes, type)
  const threshold = config.datatypeCheckThreshold
  return {
    feature: feature.name,
    check: 'data_type_check',
    value,
    threshold,
    violated: value < threshold,
    description:
      `Data type match requirement is not met. Expected data type: ${type}, Expected match: ${percent(threshold)}. ` +
      `Observed: Only ${percent(value)} of data is ${type}.`,
  }
}

/** What our own statistics say beyond the standard keys; other programs' have nothing there. */
function details({ custom }: FeatureStatistics): Partial<Details> {
  return (custom as { 'data-quality'?: Details } | undefined)?.['data-quality'] ?? {}
}

/** The recorded texts multiply the ratio by 100 and print the nearest double. */
function percent(ratio: number): string {
  return `${formatDouble(ratio * 100)}%`
}

function completeness(
  feature: FeatureStatistics,
  { completeness: threshold }: FeatureConstraints,
): Finding[] {
  const value = (feature.numerical_statistics ?? feature.string_statistics)?.completeness
  if (threshold === undefined || value === undefined) return []
  return [
    {
      feature: feature.name,
      check: 'completeness_check',
      value,
      threshold,
      violated: value < threshold,
      description: `Data completeness requirement is not met. Expected completeness: ${percent(threshold)}. Observed: Only ${percent(value)} of data is present.`,
    },
  ]
}

function domain(
  feature: FeatureStatistics,
  { string_constraints }: FeatureConstraints,
  config: CheckConfig,
): Finding[] {
  const present = (feature.numerical_statistics ?? feature.string_statistics)?.common.num_present ?? 0
  if (string_constraints?.domains === undefined || present === 0) return []
  const inside = (details(feature).in_domain ?? 0) / present
  const threshold = config.domainContentThreshold
  return [
    {
      feature: feature.name,
      check: 'categorical_values_check',
      value: inside,
      threshold,
      violated: inside < threshold,
      description: `Categorical values requirement is not met. Expected match: ${percent(threshold)}. Observed: Only ${percent(inside)} of data is in the baseline domain.`,
    },
  ]
}

function drift(
  feature: FeatureStatistics,
  reference: FeatureStatistics,
  config: CheckConfig,
  distances: 'exact' | 'deequ',
): Finding[] {
  const numeric = numericDistance(feature, reference, config, distances)
  if (numeric !== undefined) return [exceeds(feature.name, numeric, config.comparisonThreshold)]
  const counts = categories(categoricalBuckets(feature) ?? details(feature).categories)
  const expected = categories(categoricalBuckets(reference))
  if (counts === undefined || expected === undefined) return []
  const threshold = config.categoricalComparisonThreshold
  if (config.categoricalDriftMethod === 'ChiSquared')
    return chiSquaredDrift(feature.name, counts, expected, threshold, config.comparisonMethod)
  const simple = lInfinity(counts, expected)
  const distance =
    config.comparisonMethod === 'Simple' ? simple : robustCorrection(simple, sum(counts), sum(expected))
  return Number.isNaN(distance) ? [] : [exceeds(feature.name, distance, threshold)]
}

function exceeds(feature: string, value: number, threshold: number): Finding {
  return {
    feature,
    check: 'baseline_drift_check',
    value,
    threshold,
    violated: value > threshold,
    description: `Baseline drift distance: ${formatDouble(value)} exceeds threshold: ${formatDouble(threshold)}`,
  }
}

function numericDistance(
  feature: FeatureStatistics,
  reference: FeatureStatistics,
  config: CheckConfig,
  distances: 'exact' | 'deequ',
): number | undefined {
  const current = feature.numerical_statistics?.distribution?.kll?.sketch.data ?? details(feature).sketch
  const baseline = reference.numerical_statistics?.distribution?.kll?.sketch.data
  if (current === undefined || baseline === undefined) return undefined
  const equalValues = distances === 'deequ' ? 'deequ' : 'sum'
  const a = weightedItems(current, equalValues)
  const b = weightedItems(baseline, equalValues)
  const simple = kolmogorovSmirnov(a, b)
  const distance = config.comparisonMethod === 'Simple' ? simple : robustCorrection(simple, a.total, b.total)
  return Number.isNaN(distance) ? undefined : distance
}

/**
 * Robust compares the p-value: below the threshold is drift, which the contract leaves open. The distance in the text
 * is 1 − p, so that the texts of all methods read the same way for the scripts that parse them.
 */
function chiSquaredDrift(
  feature: string,
  counts: Map<string, number>,
  expected: Map<string, number>,
  threshold: number,
  method: 'Simple' | 'Robust',
): Finding[] {
  const result = chiSquared(counts, expected)
  if (result === undefined) return []
  const { statistic, pValue } = result
  if (method === 'Simple') return [{ ...exceeds(feature, statistic, threshold), pValue }]
  return [
    {
      ...exceeds(feature, 1 - pValue, 1 - threshold),
      pValue,
      violated: pValue < threshold,
      description: `Chi-squared p-value ${formatDouble(pValue)} is below ${formatDouble(threshold)}. Baseline drift distance: ${formatDouble(1 - pValue)} exceeds threshold: ${formatDouble(1 - threshold)}`,
    },
  ]
}

function categoricalBuckets({ string_statistics }: FeatureStatistics): Bucket[] | undefined {
  return string_statistics?.distribution?.categorical?.buckets
}

function categories(buckets: readonly Bucket[] | undefined): Map<string, number> | undefined {
  return buckets && new Map(buckets.map(({ value, count }) => [value, count]))
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}
