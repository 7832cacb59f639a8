/** State of the exchanges → their part of statistics.json. */
import { type DriftSettings, rounded } from '../../runtime/distances/drift-settings.ts'
import type { PropertyResult } from '../../runtime/distances/property-drift.ts'
import type { PropertyReference } from '../../runtime/distances/property-reference.ts'
import { populationDeviation } from '../../runtime/sketches/moments.ts'
import {
  compareProfiles,
  hoursCompared,
  type PropertyProfile,
  referencesOf,
  storeProperties,
} from '../../runtime/sketches/property-profile.ts'
import { exchangeSpecs } from './properties.ts'

/** What is said of the exchanges. */
export type ExchangeStatistics = {
  /** Names of the two features, joined by a bar. */
  name: string
  exchanges: number
  /** Per property its mean, deviation and range; of shares the mean is the share. */
  properties: Record<string, { mean: number; std_dev: number; min: number; max: number }>
  compared?: number
  drift?: { baseline: number; properties: PropertyResult[] }
  reference?: { properties: unknown; hours?: number }
}

export function summarizeExchanges(
  name: string,
  profile: PropertyProfile,
  exchanges: number,
  references: readonly PropertyReference[] | undefined,
  { alpha, minRecords }: DriftSettings,
): ExchangeStatistics {
  const own = referencesOf(profile, exchangeSpecs)
  const hours = own && hoursCompared(own)
  const results = compareProfiles([profile], minRecords, alpha)
  return {
    name,
    exchanges,
    properties: Object.fromEntries(
      exchangeSpecs.flatMap(({ name: property, kind }, i) => {
        const moments = profile.moments[i]!
        if (kind === 'category' || moments.count === 0) return []
        const { mean, min, max } = moments
        return [[property, { mean: rounded(mean), std_dev: rounded(populationDeviation(moments)), min, max }]]
      }),
    ),
    ...(references ? { compared: exchanges } : {}),
    ...(results.length > 0 ? { drift: { baseline: references![0]!.of, properties: results } } : {}),
    ...(own ? { reference: { properties: storeProperties(own), ...(hours ? { hours } : {}) } } : {}),
  }
}
