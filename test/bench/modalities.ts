/**
 * Kinds of data for the grid of false alarms: records with what the analyzers measure of them, taken once, so that
 * thousands of baselines and windows can be drawn from them.
 */

import { imageSpecs } from '../../plugins/cv/properties.ts'
import { exchangeProperties, exchangeSpecs } from '../../plugins/llm/properties.ts'
import { checkText } from '../../plugins/nlp/check.ts'
import {
  createTextState,
  foldTexts,
  type MeasuredText,
  measureText,
  type TextPlace,
} from '../../plugins/nlp/column-state.ts'
import { restoreText, summarizeText } from '../../plugins/nlp/summarize.ts'
import { seeded } from '../../runtime/conformance/random.ts'
import type { PropertySpec } from '../../runtime/distances/property-reference.ts'
import { compareVectors } from '../../runtime/distances/vector-drift.ts'
import { fitVectors } from '../../runtime/distances/vector-reference.ts'
import {
  addProperties,
  compareProfiles,
  createPropertyProfile,
  referencesOf,
} from '../../runtime/sketches/property-profile.ts'
import { addVector, createVectorTotals } from '../../runtime/sketches/vector-sums.ts'
import { gaussian } from './vector-data.ts'

/** Level of every verdict. */
export const level = 0.01

/** Tells whether a window of records is an alarm. */
export type Verdict<T> = (window: readonly T[]) => boolean

/** One kind of data. */
export interface Modality<T> {
  readonly name: string
  /** Records in groups (topics, photographs) whose mix may change from hour to hour. */
  readonly groups: readonly (readonly T[])[]
  /** A verdict against a baseline of so many records per hour; one list is a baseline without hours. */
  fit(hours: readonly (readonly T[])[]): Verdict<T>
}

const settings = { alpha: level, minRecords: 50, enabled: true }
const sampleSize = 2000

/** Texts through the whole of the analyzer `nlp`. */
export function textModality(topics: ReadonlyMap<string, string[]>): Modality<MeasuredText> {
  return {
    name: 'text',
    groups: [...topics.values()].map((texts) => texts.map(measureText)),
    fit(hours) {
      const state = createTextState(undefined, sampleSize, false)
      for (const { rows, places } of placed(hours)) foldTexts(state, rows, places)
      const { reference } = summarizeText('text', state, state.texts, settings, 20)
      const baseline = restoreText(JSON.parse(JSON.stringify(reference)), 'text')
      return (window) => {
        const now = createTextState(baseline, sampleSize, false)
        const [part] = placed([window])
        foldTexts(now, window, part!.places)
        const summary = summarizeText('text', now, window.length, settings, 20)
        return checkText(summary, settings).some(({ violated }) => violated)
      }
    },
  }
}

/** Rows of properties as the analyzers `cv` and `llm` compare them, with their share of the level. */
export function propertyModality(
  name: string,
  groups: readonly (readonly Float32Array[])[],
  specs: readonly PropertySpec[],
  share: number,
): Modality<Float32Array> {
  const family = share * level
  return {
    name,
    groups,
    fit(hours) {
      const profile = createPropertyProfile(specs, undefined, sampleSize)
      for (const { rows, places } of placed(hours))
        addProperties(
          profile,
          rows,
          places.map(({ hash }) => hash),
          places.map(({ hour }) => hour),
        )
      const references = referencesOf(profile, specs)!
      return (window) => {
        const now = createPropertyProfile(specs, references, 1)
        addProperties(now, window, [], [])
        return compareProfiles([now], 1, family).some(({ familyPValue }) => familyPValue < family)
      }
    },
  }
}

/** Properties of images. */
export const imageModality = (groups: readonly (readonly Float32Array[])[]) =>
  propertyModality('image', groups, imageSpecs, 0.8)

/** Exchanges of two texts of one topic, which stand for prompt and response. */
export function exchangeModality(topics: ReadonlyMap<string, string[]>): Modality<Float32Array> {
  const random = seeded(5)
  const groups = [...topics.values()].map((texts) =>
    texts.map((prompt) => exchangeProperties(exchangeOf(prompt, random.pick(texts)))),
  )
  return propertyModality('llm', groups, exchangeSpecs, 1)
}

/** An exchange with nothing else captured. */
export function exchangeOf(prompt: string, response: string) {
  const none = Number.NaN
  return { prompt, response, context: undefined, latency: none, promptTokens: none, responseTokens: none }
}

/** Vectors of 64 numbers; groups lie half a deviation apart in some dimensions. */
export function vectorModality(): Modality<Float32Array> {
  const source = gaussian(64)
  const groups = Array.from({ length: 12 }, (_, g) => {
    const random = seeded(900 + g)
    const offset = Float32Array.from({ length: 64 }, () => 0.5 * random.normal())
    return source(random, 1500).map((vector) => vector.map((x, j) => x + offset[j]!))
  })
  return {
    name: 'vector',
    groups,
    fit(hours) {
      const random = seeded(3)
      const all = hours.flat().map((vector) => ({ vector, key: random.next() }))
      const sample = all.sort((a, b) => a.key - b.key).slice(0, sampleSize)
      const reference = fitVectors(
        sample.map(({ vector }) => vector),
        hours.length > 1 ? hours.map((list) => list.map((vector) => vector)) : [],
      )!
      return (window) => {
        const totals = createVectorTotals(reference)
        for (const vector of window) addVector(totals, reference, vector)
        return compareVectors(reference, totals, level)!.pValue < level
      }
    },
  }
}

/** Records with the place that the host would give them; without hours when there is one list only. */
function placed<T>(hours: readonly (readonly T[])[]): { rows: readonly T[]; places: TextPlace[] }[] {
  const random = seeded(11)
  return hours.map((rows, hour) => ({
    rows,
    places: rows.map(() => ({
      hash: random.next(),
      side: random.next(),
      hour: hours.length > 1 ? hour : Number.NaN,
    })),
  }))
}
