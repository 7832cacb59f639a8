import { describe, expect, it } from 'vitest'
import { type Random, seeded } from '../../../runtime/conformance/random.ts'
import {
  addText,
  compareTexts,
  createTextSums,
  fitTexts,
  mergeTextSums,
  type TextReference,
} from '../../../runtime/distances/text-drift.ts'
import { addFixedPairs, createFixedSums } from '../../../runtime/sketches/fixed-sums.ts'
import { mapText, textWidth } from '../../../runtime/sketches/text-map.ts'
import { cannedAnswers, rareShare, sentence } from '../../bench/rare-texts.ts'

const canned = cannedAnswers.map(mapText)
const random = seeded(99)
const sentences = Array.from({ length: 3000 }, () => mapText(sentence(random)))

/** Maps of texts; a share of them is one of the canned answers. */
function texts(random: Random, count: number, share = rareShare, answers = canned): Float32Array[] {
  return Array.from({ length: count }, () =>
    random.next() < share ? random.pick(answers) : random.pick(sentences),
  )
}

function baseline(maps: readonly Float32Array[]): TextReference {
  const all = createFixedSums(textWidth)
  for (const map of maps) addFixedPairs(all, map)
  return fitTexts(maps, all, [])!
}

function summed(reference: TextReference, maps: readonly Float32Array[], seed: number) {
  const sums = createTextSums()
  const random = seeded(seed)
  for (const map of maps) addText(sums, reference, map, random.next())
  return sums
}

function pValue(reference: TextReference, maps: readonly Float32Array[], level = 0.01): number {
  return compareTexts(reference, summed(reference, maps, 1), level).pValue
}

describe('texts that are rare and always the same', () => {
  /** Texts of which the first `hits` at even places are one answer: what measures the variance does not have it. */
  const withAnswer = (seed: number, count: number, hits: number, answer: Float32Array) => {
    const random = seeded(seed)
    return Array.from({ length: count }, (_, i) =>
      i % 2 === 0 && i < 2 * hits ? answer : random.pick(sentences),
    )
  }

  // Fair coins: the two-sided probability of at most `before` heads among all hits.
  it.each([
    [400, 0, 7, 2 / 2 ** 7],
    [400, 0, 9, 2 / 2 ** 9],
    [2000, 1, 12, (2 * 14) / 2 ** 13],
  ])(
    '%i texts each, %i and then %i times an answer: the p-value is near the exact one',
    (count, before, now, exact) => {
      for (const [i, answer] of canned.slice(0, 3).entries()) {
        const reference = baseline(withAnswer(i, count, before, answer))
        const p = pValue(reference, withAnswer(50 + i, count, now, answer))
        expect(p).toBeGreaterThan(exact / 4)
        expect(p).toBeLessThan(4 * exact)
      }
    },
    60_000,
  )

  it('keep the level, which is used', () => {
    let alarms = 0
    for (let b = 0; b < 20; b++) {
      const reference = baseline(texts(seeded(100 + b), 400))
      for (let w = 0; w < 12; w++)
        if (pValue(reference, texts(seeded(10_000 + 100 * b + w), 400)) < 0.1) alarms++
    }
    expect(alarms / 240).toBeLessThan(0.15)
    expect(alarms / 240).toBeGreaterThan(0.03)
  }, 60_000)

  it('are found when they become frequent, or when another one comes', () => {
    const reference = baseline(texts(seeded(1), 2000))
    const rates = (share: number, answers: readonly Float32Array[]) =>
      Array.from({ length: 20 }, (_, w) =>
        pValue(reference, texts(seeded(500 + w), 300, share, [...answers])),
      ).filter((p) => p < 0.0075).length
    expect(rates(0.2, canned)).toBeGreaterThanOrEqual(19)
    expect(rates(0.1, canned.slice(0, 1))).toBeGreaterThanOrEqual(19)
    expect(rates(0.1, [mapText('Something went wrong on our side, error 500.')])).toBe(20)
  }, 60_000)
})

it('groups may be summed in parts', () => {
  const reference = baseline(texts(seeded(1), 100))
  const maps = texts(seeded(2), 60)
  const whole = summed(reference, maps, 3)
  const random = seeded(3)
  const parts = [createTextSums(), createTextSums()]
  for (const [i, map] of maps.entries()) addText(parts[i < 25 ? 0 : 1]!, reference, map, random.next())
  mergeTextSums(parts[0]!, parts[1]!)
  expect(parts[0]).toEqual(whole)
})

it('a handful of texts is compared by what the baseline knows alone', () => {
  const reference = baseline(texts(seeded(1), 400))
  for (const n of [1, 2, 7]) {
    const p = pValue(reference, texts(seeded(n), n))
    expect(p).toBeGreaterThan(0)
    expect(p).toBeLessThanOrEqual(1)
  }
})
