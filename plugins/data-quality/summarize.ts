/** A column's profile → its entry in statistics.json. */
import { type FeatureStatistics, ValueClass } from '../../runtime/plugin.ts'
import { estimateDistinct } from '../../runtime/sketches/distinct.ts'
import { bucketCounts, kllData } from '../../runtime/sketches/kll.ts'
import { momentsSum, populationDeviation } from '../../runtime/sketches/moments.ts'
import { categoryCounts } from './categories.ts'
import type { ColumnProfile } from './column-profile.ts'

/** The type of a column as the reports name it. */
export type InferredType = NonNullable<FeatureStatistics['inferred_type']>

/**
 * Type of a column from its value classes: String when any value is text or booleans mix with numbers, also for
 * booleans alone (the reports know no Boolean); Fractional when any value is; Unknown without values.
 * @param classes counts per ValueClass
 */
export function inferType(classes: Float64Array): InferredType {
  const count = (valueClass: number) => classes[valueClass] ?? 0
  if (count(ValueClass.String) + count(ValueClass.Boolean) > 0) return 'String'
  if (count(ValueClass.Fractional) > 0) return 'Fractional'
  return count(ValueClass.Integral) > 0 ? 'Integral' : 'Unknown'
}

/** Share of the values whose class fits a type: a whole number fits Fractional, everything fits String. */
export function typeMatch(classes: Record<string, number>, type: InferredType): number {
  const { Integral: integral = 0, Fractional: fractional = 0 } = classes
  const present = Object.values(classes).reduce((sum, count) => sum + count, 0)
  if (type === 'Integral') return integral / present
  return type === 'Fractional' ? (integral + fractional) / present : 1
}

/**
 * The entry of one feature.
 * @param rows rows of the dataset; those without the column are missing values
 */
export function summarizeProfile(name: string, profile: ColumnProfile, rows: number): FeatureStatistics {
  const classes = profile.classes
  let present = 0
  for (let valueClass = ValueClass.Integral as number; valueClass <= ValueClass.String; valueClass++)
    present += classes[valueClass]!
  const inferredType = inferType(classes)
  const common = { num_present: present, num_missing: rows - present }
  const completeness = rows > 0 ? present / rows : 0
  const numeric = inferredType === 'Integral' || inferredType === 'Fractional'
  return {
    name,
    inferred_type: inferredType,
    ...(numeric
      ? { numerical_statistics: { common, ...numbers(profile), completeness } }
      : { string_statistics: { common, ...texts(profile), completeness } }),
    custom: { 'data-quality': details(profile, numeric) },
  }
}

/** A text and how often it occurs. */
export interface Bucket {
  value: string
  count: number
}

/** What the checks need beyond the standard statistics. */
export interface Details {
  /** Present values per class, those that occur. */
  value_classes: Record<string, number>
  /** Values inside the baseline's domain, for a feature that has one. */
  in_domain?: number
  /** Counts by text of a feature that has a domain, where its numbers hide that it is one of categories. */
  categories?: Bucket[]
  /** Quantile sketch of the numbers among the values of a String feature: one text must not hide their drift. */
  sketch?: number[][]
}

function details({ classes, domain, categories, kll }: ColumnProfile, numeric: boolean): Details {
  const common: Details = {
    value_classes: valueClasses(classes),
    ...(!numeric && kll.count > 0 ? { sketch: kllData(kll) } : {}),
  }
  if (domain === undefined) return common
  let inside = 0
  for (const count of domain.values()) inside += count
  const counts = numeric ? categoryCounts(categories) : undefined
  return {
    ...common,
    in_domain: inside,
    ...(counts ? { categories: bucketsOf(counts) } : {}),
  }
}

function valueClasses(classes: Float64Array): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [name, valueClass] of Object.entries(ValueClass))
    if (valueClass !== ValueClass.Missing && classes[valueClass]! > 0) counts[name] = classes[valueClass]!
  return counts
}

function numbers(profile: ColumnProfile) {
  const { moments, kll } = profile
  // Every number of the column was beyond a double: counted in num_present, but there is nothing to compute with.
  if (moments.count === 0) return { approximate_num_distinct_values: 0 }
  return {
    mean: saturate(moments.mean),
    sum: saturate(momentsSum(moments)),
    std_dev: saturate(populationDeviation(moments)),
    min: moments.min,
    max: moments.max,
    distribution: {
      kll: {
        buckets: bucketCounts(kll, moments.min, moments.max).map(({ lower_bound, upper_bound, count }) => ({
          lower_bound: saturate(lower_bound),
          upper_bound: saturate(upper_bound),
          count,
        })),
        sketch: { parameters: { c: kll.c, k: kll.k }, data: kllData(kll) },
      },
    },
    approximate_num_distinct_values: estimateDistinct(profile.numbers),
  }
}

/** JSON holds no infinity: a sum that leaves the range of doubles is written as the largest one. */
function saturate(value: number): number {
  return Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE)
}

function texts(profile: ColumnProfile) {
  const counts = categoryCounts(profile.categories)
  if (counts === undefined)
    return { distinct_count: estimateDistinct(profile.numbers) + estimateDistinct(profile.texts) }
  const buckets = bucketsOf(counts)
  return {
    distinct_count: counts.size,
    ...(buckets.length > 0 ? { distribution: { categorical: { buckets } } } : {}),
  }
}

/** One bucket per text, the most frequent first. */
function bucketsOf(counts: ReadonlyMap<string, number>): Bucket[] {
  const buckets = [...counts].map(([value, count]) => ({ value, count }))
  return buckets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}
