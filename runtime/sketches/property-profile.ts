/** Properties of the records of one feature: sampled in a baseline run, summed up in a monitoring run. Plain data. */

import type { MeanReference } from '../distances/mean-embedding.ts'
import { compareProperties, type ObservedProperty, type PropertyResult } from '../distances/property-drift.ts'
import {
  fitProperties,
  mapProperty,
  mapWidth,
  type PropertyReference,
  type PropertySpec,
} from '../distances/property-reference.ts'
import { rounded } from '../distances/shown-numbers.ts'
import { type BottomK, createBottomK, mergeBottomK, offer, sampled } from './bottom-k.ts'
import { addFixed, createFixedSums, type FixedSums, fixedMean, mergeFixed } from './fixed-sums.ts'
import { hoursInOrder, mergeHours, ofHour } from './hourly.ts'
import { createMoments, type Moments, mergeMoments, populationDeviation, updateMoments } from './moments.ts'
import { pack } from './packed.ts'
import { Reader, restoreMean, storeMean } from './stored.ts'

/** Records per hour of a baseline's sample. */
const perHour = 256

/** State: in a baseline run at most 250 KB per property and 2,000 sampled records, in a monitoring run 300 bytes. */
export interface PropertyProfile {
  /** Per property. */
  readonly moments: Moments[]
  readonly sample: BottomK | undefined
  readonly hours: Map<number, BottomK>
  readonly references: readonly PropertyReference[] | undefined
  readonly sums: FixedSums
}

/** The state of no records. */
export function createPropertyProfile(
  specs: readonly PropertySpec[],
  references: readonly PropertyReference[] | undefined,
  sampleSize: number,
): PropertyProfile {
  const width = references?.reduce((sum, { kind, bins }) => sum + mapWidth(kind, bins), 0) ?? 0
  return {
    moments: specs.map(createMoments),
    sample: references ? undefined : createBottomK(sampleSize),
    hours: new Map(),
    references,
    sums: createFixedSums(width),
  }
}

/**
 * Adds records.
 * @param rows per record the values of all properties: finite
 * @param hashes per record, see `rowHash`
 * @param hours per record, see `hourOf`
 */
export function addProperties(
  profile: PropertyProfile,
  rows: readonly Float32Array[],
  hashes: readonly number[],
  hours: readonly number[],
): void {
  const column = new Float64Array(rows.length)
  for (const [i, moments] of profile.moments.entries()) {
    for (const [r, row] of rows.entries()) column[r] = row[i]!
    updateMoments(moments, column, rows.length)
  }
  const { sample, references, sums } = profile
  if (sample) {
    for (const [r, row] of rows.entries()) {
      offer(sample, hashes[r]!, row)
      const hour = ofHour(profile.hours, hours[r]!, () => createBottomK(perHour))
      if (hour) offer(hour, hashes[r]!, row)
    }
  } else if (references) {
    const map = new Float64Array(sums.sums.length)
    for (const row of rows) {
      let at = 0
      for (const [i, { kind, bins }] of references.entries()) {
        mapProperty(kind, bins, row[i]!, map, at)
        at += mapWidth(kind, bins)
      }
      addFixed(sums, map)
    }
  }
}

/** Folds another state in; `from` stays as it is. */
export function mergePropertyProfile(into: PropertyProfile, from: PropertyProfile): void {
  for (const [i, moments] of from.moments.entries()) mergeMoments(into.moments[i]!, moments)
  if (into.sample && from.sample) mergeBottomK(into.sample, from.sample)
  mergeHours(into.hours, from.hours, () => createBottomK(perHour), mergeBottomK)
  mergeFixed(into.sums, from.sums)
}

/** The references of a baseline run; undefined on other runs and for fewer than 20 records. */
export function referencesOf(
  { sample, hours }: PropertyProfile,
  specs: readonly PropertySpec[],
): PropertyReference[] | undefined {
  return sample && fitProperties(specs, sampled(sample), hoursInOrder(hours).map(sampled))
}

/**
 * Every property of some profiles against its reference, all together under one level; none on other than monitoring runs.
 * A profile of fewer records than `least` has no part in it.
 */
export function compareProfiles(
  profiles: readonly PropertyProfile[],
  least: number,
  level: number,
): PropertyResult[] {
  return compareProperties(
    profiles.flatMap(({ references, sums, moments }) =>
      references === undefined || sums.count < Math.max(1, least)
        ? []
        : observedOf(references, fixedMean(sums), sums.count, moments),
    ),
    level,
  )
}

function observedOf(
  references: readonly PropertyReference[],
  means: Float64Array,
  count: number,
  moments: readonly Moments[],
): ObservedProperty[] {
  let at = 0
  return references.map((reference, i) => {
    const from = at
    at += mapWidth(reference.kind, reference.bins)
    return { reference, mean: means.slice(from, at), average: moments[i]!.mean, count }
  })
}

/** Mean, deviation and range of a property over all records; of a share the mean is the share. */
export type PropertySummary = { mean: number; std_dev: number; min: number; max: number }

/** Per number and share its summary; categories have none, nor has anything without records. */
export function describeProperties(
  { moments }: PropertyProfile,
  specs: readonly PropertySpec[],
): Record<string, PropertySummary> {
  return Object.fromEntries(
    specs.flatMap(({ name, kind }, i) => {
      const own = moments[i]!
      if (kind === 'category' || own.count === 0) return []
      const { mean, min, max } = own
      return [[name, { mean: rounded(mean), std_dev: rounded(populationDeviation(own)), min, max }]]
    }),
  )
}

/** References as plain JSON. */
export function storeProperties(references: readonly PropertyReference[]) {
  return references.map(({ name, average, bins, mean, hits, of, spreads }) => ({
    name,
    average,
    of,
    ...(mean ? { bins: { count: bins.length, values: pack('f64', bins) }, mean: storeMean(mean) } : { hits }),
    ...(spreads.length > 0 ? { spreads } : {}),
  }))
}

/**
 * The references that {@link storeProperties} wrote, for the same properties.
 * @throws Error naming what is wrong with the file
 */
export function restoreProperties(
  stored: unknown,
  specs: readonly PropertySpec[],
  place: string,
): PropertyReference[] {
  if (!Array.isArray(stored) || stored.length !== specs.length)
    throw new Error(`${place} should hold ${specs.length} properties; make the baseline anew`)
  return specs.map((spec, i) => {
    const file = new Reader(stored[i], `${place}: property ${spec.name}`)
    const common = {
      ...spec,
      average: file.number('average', -1e60),
      of: file.number('of', 1),
    }
    if (spec.kind === 'share') {
      const flags = { hits: file.number('hits', 0), spreads: file.numbers('spreads', 1) }
      return { ...common, bins: new Float64Array(0), mean: undefined, ...flags }
    }
    const bins = file.at('bins').array('values', file.at('bins').number('count', 1, 100))
    const mean = restoreMean(file.at('mean'), mapWidth(spec.kind, bins))
    const spreads = spec.kind === 'category' ? file.numbers('spreads', bins.length + 1) : []
    return { ...common, bins, mean: unweighted(mean, file, bins.length), hits: 0, spreads }
  })
}

/** Baselines of earlier versions hold the mean of a number's map times `weights`. */
function unweighted(mean: MeanReference, file: Reader, width: number): MeanReference {
  const weights = file.has('weights') ? file.array('weights', width) : undefined
  return weights ? { ...mean, mean: mean.mean.map((value, i) => value / (weights[i] || 1)) } : mean
}

/** Hours that the references compare; undefined when records are taken as independent. */
export function hoursCompared(references: readonly PropertyReference[]): number | undefined {
  return references.find(({ mean }) => mean?.blocks)?.mean?.blocks?.blocks
}
