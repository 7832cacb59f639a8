/** What is accumulated for one text feature. Plain data; results do not depend on how the rows are split. */
import type { PropertyReference } from '../../runtime/distances/property-reference.ts'
import {
  addText as addMapped,
  createTextSums,
  mergeTextSums,
  type TextReference,
  type TextSums,
} from '../../runtime/distances/text-drift.ts'
import { type Batch, rowHash, type TextColumn } from '../../runtime/plugin.ts'
import { addWord, type Bloom, createBloom, knowsWord, mergeBloom } from '../../runtime/sketches/bloom.ts'
import { type BottomK, createBottomK, mergeBottomK, offer } from '../../runtime/sketches/bottom-k.ts'
import { addText, createDistinct, type Distinct, mergeDistinct } from '../../runtime/sketches/distinct.ts'
import {
  addFixedPairs,
  createFixedSums,
  type FixedSums,
  mergeFixed,
} from '../../runtime/sketches/fixed-sums.ts'
import { hourOf, mergeHours, ofHour } from '../../runtime/sketches/hourly.ts'
import {
  addProperties,
  createPropertyProfile,
  mergePropertyProfile,
  type PropertyProfile,
} from '../../runtime/sketches/property-profile.ts'
import {
  addTerms,
  createTermCounts,
  mergeTermCounts,
  type TermCounts,
} from '../../runtime/sketches/term-counts.ts'
import { mapText, textWidth } from '../../runtime/sketches/text-map.ts'
import { withoutPersonalData } from '../../runtime/text/personal-data.ts'
import { wordsOf } from '../../runtime/text/words.ts'
import { textProperties, textSpecs } from './properties.ts'

/** What the baseline says of a feature. */
export interface TextBaseline {
  readonly map: TextReference
  readonly properties: readonly PropertyReference[]
  readonly vocabulary: Bloom
  /** Share of new words among those of baseline texts that had no part in the vocabulary, as a property. */
  readonly unseen: PropertyReference | undefined
  /** Terms with the number of texts that they occur in; undefined when the baseline run showed none. */
  readonly terms: readonly (readonly [string, number])[] | undefined
}

/** State of one feature: up to 60 MB in a baseline run of long texts, mostly the sample; about 1.6 MB, without terms 1.1 MB, in a monitoring run. */
export interface TextState {
  texts: number
  readonly distinct: Distinct
  readonly properties: PropertyProfile
  /** Of a monitoring run. */
  readonly now: TextSums | undefined
  /** Of a baseline run. */
  readonly sums: FixedSums | undefined
  readonly sample: BottomK | undefined
  readonly hours: Map<number, FixedSums>
  readonly vocabulary: Bloom | undefined
  /** Hashes of the words of texts that have no part in the vocabulary. */
  readonly outside: BottomK | undefined
  /** Words, and new ones among them, summed up per text: the map of `unseen`. */
  readonly unseen: PropertyProfile | undefined
  readonly terms: TermCounts | undefined
  readonly baseline: TextBaseline | undefined
}

/** The one property of vocabulary. */
export const unseenSpec = [{ name: 'new_words', kind: 'number' }] as const
/** One in so many texts of a baseline measures the vocabulary instead of making it. */
const measuringShare = 0.2
/** Words of a measuring text that are kept. */
const mostWords = 60

export function createTextState(
  baseline: TextBaseline | undefined,
  sampleSize: number,
  showTerms: boolean,
): TextState {
  return {
    texts: 0,
    distinct: createDistinct(),
    properties: createPropertyProfile(textSpecs, baseline?.properties, sampleSize),
    now: baseline && createTextSums(),
    sums: baseline ? undefined : createFixedSums(textWidth),
    sample: baseline ? undefined : createBottomK(sampleSize),
    hours: new Map(),
    vocabulary: baseline ? undefined : createBloom(),
    outside: baseline ? undefined : createBottomK(sampleSize),
    unseen: baseline?.unseen && createPropertyProfile(unseenSpec, [baseline.unseen], 1),
    terms: showTerms ? createTermCounts() : undefined,
    baseline,
  }
}

/** What is taken of one text. */
export interface MeasuredText {
  readonly text: string
  readonly words: readonly string[]
  readonly properties: Float32Array
  readonly map: Float32Array
}

/** Which record a text belongs to: two independent hashes of it, and its hour. */
export interface TextPlace {
  readonly hash: number
  readonly side: number
  readonly hour: number
}

/** Measures a text; depends on nothing else. */
export function measureText(text: string): MeasuredText {
  const words = wordsOf(text)
  return { text, words, properties: textProperties(text, words), map: mapText(text) }
}

/** Folds the texts of a batch in. */
export function updateTextState(state: TextState, { values }: TextColumn, batch: Batch): void {
  const texts: MeasuredText[] = []
  const places: TextPlace[] = []
  for (let row = 0; row < batch.length; row++) {
    const text = values[row]
    if (text === undefined) continue
    texts.push(measureText(text))
    places.push({
      hash: rowHash(batch, row, 'nlp'),
      side: state.baseline ? 0 : rowHash(batch, row, 'vocabulary'),
      hour: hourOf(batch.time(row)),
    })
  }
  foldTexts(state, texts, places)
}

/** Folds measured texts in. */
export function foldTexts(
  state: TextState,
  texts: readonly MeasuredText[],
  places: readonly TextPlace[],
): void {
  const hashes = places.map(({ hash }) => hash)
  const hours = places.map(({ hour }) => hour)
  const news: Float32Array[] = []
  for (const [i, { text, words, map }] of texts.entries()) {
    state.texts++
    addText(state.distinct, text.slice(0, 10_000))
    mapped(state, map, hashes[i]!, hours[i]!)
    if (state.terms) addTerms(state.terms, termsOf(text))
    const share = vocabulary(state, words, places[i]!.side)
    if (share !== undefined) news.push(Float32Array.of(share))
  }
  const rows = texts.map(({ properties }) => properties)
  addProperties(state.properties, rows, hashes, hours)
  if (state.unseen) addProperties(state.unseen, news, hashes, hours)
}

function mapped(state: TextState, map: Float32Array, hash: number, hour: number): void {
  if (state.baseline) {
    addMapped(state.now!, state.baseline.map, map, hash)
    return
  }
  addFixedPairs(state.sums!, map)
  offer(state.sample!, hash, map)
  const own = ofHour(state.hours, hour, () => createFixedSums(textWidth))
  if (own) addFixedPairs(own, map)
}

/** Makes or measures the vocabulary; the share of new words of a monitored text with words. */
function vocabulary(state: TextState, words: readonly string[], side: number): number | undefined {
  if (words.length === 0) return undefined
  if (state.baseline) {
    const { vocabulary: known } = state.baseline
    const distinct = new Set(words.slice(0, mostWords))
    let fresh = 0
    for (const word of distinct) if (!knowsWord(known, fingerprint(word))) fresh++
    return fresh / distinct.size
  }
  if (side >= measuringShare) for (const word of new Set(words)) addWord(state.vocabulary!, fingerprint(word))
  else offer(state.outside!, side, [...new Set(words.slice(0, mostWords))].map(wordNumber))
  return undefined
}

/** A word as a whole number that a Float32Array holds exactly: the sample keeps no words. */
function wordNumber(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (Math.imul(h, 0x2c1b3c6d) >>> 8) & 0xffffff
}

/** What the vocabulary holds for a word. */
export function fingerprint(word: string | number): string {
  return String(typeof word === 'number' ? word : wordNumber(word))
}

/** Words that may be shown: of letters only, neither short nor long, and no part of what looks like personal data. */
function termsOf(text: string): Set<string> {
  return new Set(
    wordsOf(withoutPersonalData(text)).filter(
      (word) => word.length > 2 && word.length <= 24 && /^\p{L}+$/u.test(word),
    ),
  )
}

/** Folds another state of the same feature in; `from` stays as it is. */
export function mergeTextState(into: TextState, from: TextState): void {
  into.texts += from.texts
  mergeDistinct(into.distinct, from.distinct)
  mergePropertyProfile(into.properties, from.properties)
  if (into.now && from.now) mergeTextSums(into.now, from.now)
  if (into.sums && from.sums) mergeFixed(into.sums, from.sums)
  if (into.sample && from.sample) mergeBottomK(into.sample, from.sample)
  mergeHours(into.hours, from.hours, () => createFixedSums(textWidth), mergeFixed)
  if (into.vocabulary && from.vocabulary) mergeBloom(into.vocabulary, from.vocabulary)
  if (into.outside && from.outside) mergeBottomK(into.outside, from.outside)
  if (into.unseen && from.unseen) mergePropertyProfile(into.unseen, from.unseen)
  if (into.terms && from.terms) mergeTermCounts(into.terms, from.terms)
}
