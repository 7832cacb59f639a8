/** Drift of properties: what members of the family tell of them, and the members that compare nothing else. */
import type { PropertyResult } from '../distances/property-drift.ts'
import type { PropertyReference, PropertySpec } from '../distances/property-reference.ts'
import { type Analyzer, type Batch, rowHash } from '../plugin.ts'
import { hourOf } from '../sketches/hourly.ts'
import {
  addProperties,
  compareProfiles,
  createPropertyProfile,
  describeProperties,
  hoursCompared,
  mergePropertyProfile,
  type PropertyProfile,
  type PropertySummary,
  referencesOf,
  restoreProperties,
  storeProperties,
} from '../sketches/property-profile.ts'
import {
  type DriftStatistics,
  driftAnalyzer,
  type Member,
  type MetricValue,
  violationMetrics,
} from './analyzer.ts'
import { countOf, missingFinding, propertyFinding, verdict } from './findings.ts'
import type { DriftOptions } from './settings.ts'

/** What is said of a feature whose properties are compared. */
export type PropertyStatistics = DriftStatistics & {
  /** Per property its mean, deviation and range over all records; of shares the mean is the share. */
  properties: Record<string, PropertySummary>
  drift?: { baseline: number; properties: PropertyResult[] }
}

/**
 * The statistics of a profile.
 * @param count records that took part
 * @param least records below which nothing is compared
 * @param level of all properties together
 */
export function propertyStatistics(
  profile: PropertyProfile,
  specs: readonly PropertySpec[],
  count: number,
  least: number,
  level: number,
): Omit<PropertyStatistics, 'name' | 'missing'> {
  const { references } = profile
  const own = referencesOf(profile, specs)
  const hours = own && hoursCompared(own)
  const results = compareProfiles([profile], least, level)
  return {
    properties: describeProperties(profile, specs),
    ...(references ? { compared: count } : {}),
    ...(results.length > 0 ? { drift: { baseline: references![0]!.of, properties: results } } : {}),
    ...(own ? { reference: { properties: storeProperties(own), ...(hours ? { hours } : {}) } } : {}),
  }
}

/**
 * The references that {@link propertyStatistics} wrote.
 * @throws Error naming what is wrong with the file
 */
export function restoreReferences(
  stored: unknown,
  specs: readonly PropertySpec[],
  name: string,
): PropertyReference[] {
  const { properties } = (stored ?? {}) as { properties?: unknown }
  return restoreProperties(properties, specs, baselineOf(name))
}

/** The place of a feature's reference, for messages. */
export function baselineOf(name: string): string {
  return `baseline statistics of feature ${JSON.stringify(name)}`
}

/** A record with its properties. */
export interface MeasuredRow {
  readonly row: number
  readonly properties: Float32Array
}

/** A member whose one feature is measured by properties and nothing else. */
export interface PropertyMember<Options extends DriftOptions>
  extends Pick<Analyzer, 'name' | 'version' | 'description' | 'accepts'> {
  readonly options: Record<string, object>
  readonly specs: readonly PropertySpec[]
  /** What is counted, in texts and as the key of its number: `answers`. */
  readonly things: string
  /** constraint_check_type of its violations. */
  readonly check: string
  /** Name of a category's code. */
  label?(property: string, code: number): string
  /** Name of the feature. */
  feature(options: Options): string
  /** The records of a batch that are measured. */
  measure(batch: Batch, options: Options): readonly MeasuredRow[]
  /** Means of properties that are metrics, in this order. */
  readonly shown: readonly string[]
}

/** State of such a feature. */
export interface Measured {
  count: number
  readonly profile: PropertyProfile
}

/** The analyzer of such a member. State: at most 6 MB in a baseline run, 10 KB in a monitoring run. */
export function propertyAnalyzer<Options extends DriftOptions>(member: PropertyMember<Options>) {
  const { specs, check, label, shown, feature, measure, ...common } = member
  const { things } = common
  const family: Member<Options, Measured, PropertyReference[], PropertyStatistics> = {
    ...common,

    restore: (stored, name) => restoreReferences(stored, specs, name),

    create: (references, { sampleSize }) => ({
      count: 0,
      profile: createPropertyProfile(specs, references, sampleSize),
    }),

    update(stateOf, batch, options) {
      const found = measure(batch, options)
      if (found.length === 0) return
      const state = stateOf(feature(options))
      state.count += found.length
      addProperties(
        state.profile,
        found.map(({ properties }) => properties),
        found.map(({ row }) => rowHash(batch, row, member.name)),
        found.map(({ row }) => hourOf(batch.time(row))),
      )
    },

    merge(into, from) {
      into.count += from.count
      mergePropertyProfile(into.profile, from.profile)
    },

    summarize: (name, { count, profile }, rows, { alpha, minRecords }) => ({
      name,
      [things]: count,
      missing: rows - count,
      ...propertyStatistics(profile, specs, count, minRecords, alpha),
    }),

    check(now, settings, before) {
      const { alpha, minRecords } = settings
      const gone = missingFinding(now, countOf(now, things), before, things, things, settings)
      if (gone) return [gone]
      return verdict(now, check, things, minRecords, (drift, compared) =>
        propertyFinding(drift.properties, {
          feature: now.name,
          check,
          things,
          level: alpha,
          compared,
          baseline: drift.baseline,
          ...(label ? { label } : {}),
        }),
      )
    },

    metrics: ({ properties, drift }, findings) => [
      ...shown.map((property): MetricValue => [property, properties[property]?.mean]),
      ...violationMetrics(drift, findings.find(({ pValue }) => pValue !== undefined)?.pValue, findings),
    ],
  }
  return driftAnalyzer(family)
}
