/** State of the exchanges → their part of statistics.json. */
import type { DriftSettings } from '../../runtime/distances/drift-settings.ts'
import type { PropertyResult } from '../../runtime/distances/property-drift.ts'
import type { PropertyReference } from '../../runtime/distances/property-reference.ts'
import {
  compareProfiles,
  describeProperties,
  hoursCompared,
  type PropertyProfile,
  type PropertySummary,
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
  properties: Record<string, PropertySummary>
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
    properties: describeProperties(profile, exchangeSpecs),
    ...(references ? { compared: exchanges } : {}),
    ...(results.length > 0 ? { drift: { baseline: references![0]!.of, properties: results } } : {}),
    ...(own ? { reference: { properties: storeProperties(own), ...(hours ? { hours } : {}) } } : {}),
  }
}
