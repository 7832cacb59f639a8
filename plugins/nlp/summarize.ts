/** State of a text feature → its part of statistics.json. */
import type { MeanComparison } from '../../runtime/distances/mean-embedding.ts'
import type { PropertyResult } from '../../runtime/distances/property-drift.ts'
import { fitProperties, type PropertyReference } from '../../runtime/distances/property-reference.ts'
import { rounded } from '../../runtime/distances/shown-numbers.ts'
import { compareTexts, fitTexts, textReference } from '../../runtime/distances/text-drift.ts'
import { baselineOf, type DriftSettings } from '../../runtime/drift/index.ts'
import { knowsWord } from '../../runtime/sketches/bloom.ts'
import { sampled } from '../../runtime/sketches/bottom-k.ts'
import { estimateDistinct } from '../../runtime/sketches/distinct.ts'
import { hoursInOrder } from '../../runtime/sketches/hourly.ts'
import { pack, unpack } from '../../runtime/sketches/packed.ts'
import {
  compareProfiles,
  describeProperties,
  hoursCompared,
  type PropertySummary,
  referencesOf,
  restoreProperties,
  storeProperties,
} from '../../runtime/sketches/property-profile.ts'
import { Reader, restoreMean, storeMean } from '../../runtime/sketches/stored.ts'
import { frequentTerms } from '../../runtime/sketches/term-counts.ts'
import { textWidth } from '../../runtime/sketches/text-map.ts'
import { fingerprint, type TextBaseline, type TextState, unseenSpec } from './column-state.ts'
import { textSpecs } from './properties.ts'

/** What is said of one feature. */
export type TextStatistics = {
  name: string
  present: number
  missing: number
  /** Share of texts that stood there before, word for word. */
  duplicates: number
  /** Per property its mean, deviation and range over all texts; of shares the mean is the share. */
  properties: Record<string, PropertySummary>
  compared?: number
  drift?: TextDrift
  /** For a later run's comparison. */
  reference?: Record<string, unknown>
}

/** Outcome of the comparison with the baseline. */
export type TextDrift = {
  p_value: number
  statistic: number
  critical: number
  effect: number
  baseline: number
  properties: PropertyResult[]
  /** At most ten terms whose share of texts moved most, when terms are shown. */
  terms: MovedTerm[]
}

/** A term, with the share of texts that have it. */
export type MovedTerm = {
  term: string
  /** With `rare`, at most this: the baseline lists only the terms of many texts. */
  before: number
  now: number
  rare?: true
  /** The baseline has no text with this term, but for one in five texts, which measure the vocabulary. */
  new?: true
}

/** Share of the level that the runs of characters get; the properties share the rest. */
export const runsShare = 0.75
/** Terms that a baseline lists, and that a comparison names. */
const mostTerms = 300
const mostMoved = 10
/** Standard deviations by which the share of a term that is named has moved. */
const leastMove = 4

export function summarizeText(
  name: string,
  state: TextState,
  rows: number,
  settings: DriftSettings,
  termTexts: number,
): TextStatistics {
  const { texts, distinct, properties } = state
  const reference = state.baseline ? undefined : storeBaseline(state, termTexts)
  const drift = compare(state, settings, termTexts)
  return {
    name,
    present: texts,
    missing: rows - texts,
    duplicates: texts > 0 ? rounded(Math.max(0, 1 - estimateDistinct(distinct) / texts)) : 0,
    properties: describeProperties(properties, textSpecs),
    ...(state.baseline ? { compared: texts } : {}),
    ...(drift ? { drift } : {}),
    ...(reference ? { reference } : {}),
  }
}

function compare(
  state: TextState,
  { alpha, minRecords }: DriftSettings,
  termTexts: number,
): TextDrift | undefined {
  const { baseline, texts } = state
  if (!baseline || texts < minRecords) return undefined
  const found = compareTexts(baseline.map, state.now!, runsShare * alpha)
  const profiles = [state.properties, ...(state.unseen ? [state.unseen] : [])]
  const results = compareProfiles(profiles, minRecords, (1 - runsShare) * alpha)
  return {
    ...described(found),
    baseline: baseline.map.mean.count,
    properties: results,
    terms: movedTerms(state, baseline, termTexts),
  }
}

function described({ statistic, critical, pValue, effect }: MeanComparison) {
  return {
    p_value: pValue,
    statistic: rounded(statistic),
    critical: rounded(critical),
    effect: rounded(effect),
  }
}

/** Terms by how surprising their new share is, for counts of texts before and now. */
function movedTerms({ terms, texts }: TextState, baseline: TextBaseline, termTexts: number): MovedTerm[] {
  if (terms === undefined || baseline.terms === undefined) return []
  const listed = new Map(baseline.terms)
  const now = new Map(frequentTerms(terms, Number.MAX_SAFE_INTEGER, 1))
  const count = baseline.map.mean.count
  const unlisted = listed.size < mostTerms ? termTexts - 1 : Math.min(...listed.values())
  return [...new Set([...listed.keys(), ...now.keys()])]
    .map((term) => {
      const fresh = now.get(term) ?? 0
      const isNew = !listed.has(term) && !knowsWord(baseline.vocabulary, fingerprint(term))
      const old = listed.get(term) ?? (isNew ? 0 : Math.min(unlisted, (fresh * count) / texts))
      const known = isNew ? { new: true as const } : listed.has(term) ? {} : { rare: true as const }
      const said = { term, before: rounded(old / count), now: rounded(fresh / texts), ...known }
      return { said, most: Math.max(old, fresh), z: moveOf(old, count, fresh, texts) }
    })
    .filter(({ most, z }) => most >= termTexts && Math.abs(z) > leastMove)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.said.term < b.said.term ? -1 : 1))
    .slice(0, mostMoved)
    .map(({ said }) => said)
}

/** Difference of two shares in standard deviations. */
function moveOf(old: number, count: number, fresh: number, texts: number): number {
  const share = (old + fresh) / (count + texts)
  return (fresh / texts - old / count) / Math.sqrt(share * (1 - share) * (1 / count + 1 / texts) + 1e-12)
}

function storeBaseline(state: TextState, termTexts: number): Record<string, unknown> | undefined {
  const map = state.sample && fitTexts(sampled(state.sample), state.sums!, hoursInOrder(state.hours))
  const properties = referencesOf(state.properties, textSpecs)
  if (!map || !properties) return undefined
  const unseen = unseenReference(state)
  const hours = hoursCompared(properties) ?? map.mean.blocks?.blocks
  return {
    weights: pack('f32', map.weights),
    mean: storeMean(map.mean),
    properties: storeProperties(properties),
    vocabulary: pack('u8', state.vocabulary!),
    ...(unseen ? { unseen: storeProperties(unseen) } : {}),
    ...(hours ? { hours } : {}),
    ...(state.terms ? { terms: frequentTerms(state.terms, mostTerms, termTexts) } : {}),
  }
}

/** New words of the texts that had no part in the vocabulary. */
function unseenReference({ outside, vocabulary }: TextState): PropertyReference[] | undefined {
  if (!outside || !vocabulary) return undefined
  const shares = sampled(outside).map((words) => {
    const fresh = words.filter((word) => !knowsWord(vocabulary, fingerprint(word))).length
    return Float32Array.of(words.length > 0 ? fresh / words.length : 0)
  })
  return fitProperties(unseenSpec, shares, [])
}

/**
 * A feature's baseline as the file has it.
 * @throws Error naming what is wrong with the file
 */
export function restoreText(stored: unknown, name: string): TextBaseline {
  const place = baselineOf(name)
  const file = new Reader(stored, place)
  const { properties, unseen, terms } = stored as Record<string, unknown>
  return {
    map: textReference(file.array('weights', textWidth), restoreMean(file.at('mean'), textWidth)),
    properties: restoreProperties(properties, textSpecs, place),
    vocabulary: Uint8Array.from(
      unpack((stored as { vocabulary?: unknown }).vocabulary, 65536, `${place}: vocabulary`),
    ),
    unseen: unseen === undefined ? undefined : restoreProperties(unseen, unseenSpec, place)[0],
    terms: Array.isArray(terms) ? terms.filter(isTerm) : undefined,
  }
}

function isTerm(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number'
}
