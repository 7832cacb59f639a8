import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaErrorBound, areaUnderCurve, type Step } from '../../../plugins/model-quality/curves.ts'
import { seeded } from '../../../runtime/conformance/random.ts'
import {
  addScore,
  createScores,
  fallingScores,
  mergeScores,
  mostScores,
  type Scores,
} from '../../../runtime/sketches/scores.ts'

const stepsOf = (scores: Scores): Step[] =>
  fallingScores(scores).map(({ score, counts }) => ({ score, negatives: counts[0]!, positives: counts[1]! }))

function sketch(values: ArrayLike<number>, classes: ArrayLike<number>, from = 0, to = values.length): Scores {
  const scores = createScores(2)
  for (let i = from; i < to; i++) addScore(scores, values[i]!, classes[i]!)
  return scores
}

/** The area by sorting all scores: ties count half. */
function exactArea(values: Float64Array, classes: Uint8Array): number {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[b]! - values[a]!)
  let [positives, negatives, area] = [0, 0, 0]
  for (let i = 0; i < order.length; ) {
    let [p, n] = [0, 0]
    const score = values[order[i]!]!
    for (; i < order.length && values[order[i]!] === score; i++) classes[order[i]!] ? p++ : n++
    area += n * (positives + p / 2)
    positives += p
    negatives += n
  }
  return area / (positives * negatives)
}

/** Distributions of scores: spread out, at the ends, tied, all in one place. */
const shapes: Record<string, (u: number) => number> = {
  uniform: (u) => u,
  'close to 0': (u) => 10 ** (-12 * u) * 1e-3,
  'close to 1': (u) => 1 - u ** 8,
  'in one narrow place': (u) => 0.3 + 1e-7 * u,
  'saturated at both ends and undecided': (u) => (u < 0.3 ? 0 : u > 0.8 ? 1 : u > 0.5 && u < 0.7 ? 0.5 : u),
  'denormal or 0': (u) => (u < 0.5 ? 0 : Number.MIN_VALUE * Math.ceil(1e9 * u)),
  'with many ties': (u) => Math.round(u * 5000) / 5000,
}

describe('areas', () => {
  test.each(Object.entries(shapes))('%s: the largest error holds and is below 0.0005', (_, shape) => {
    const random = seeded(5)
    const n = 400_000
    const values = new Float64Array(n)
    const classes = new Uint8Array(n)
    for (let i = 0; i < n; i++) {
      const u = random.next()
      values[i] = shape(u)
      classes[i] = random.next() < 0.05 + 0.4 * u ? 1 : 0
    }
    const scores = sketch(values, classes)
    expect(scores.slots.size).toBeLessThanOrEqual(mostScores)
    const steps = stepsOf(scores)
    const error = Math.abs(areaUnderCurve(steps)! - exactArea(values, classes))
    const bound = scores.dropped === 0 ? 1e-15 : areaErrorBound(steps)
    expect(error).toBeLessThanOrEqual(bound)
    expect(bound).toBeLessThan(5e-4)
    expect(error).toBeLessThan(1e-5)
  })

  test('few scores are exact', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 1009) / 1009)
    const classes = rows.map((_, i) => ((i * 31) % 3 === 0 ? 1 : 0))
    const scores = sketch(rows, classes)
    expect(scores.dropped).toBe(0)
    expect(areaUnderCurve(stepsOf(scores))).toBe(exactArea(Float64Array.from(rows), Uint8Array.from(classes)))
  })
})

test('any split and order gives the same counts, also beyond the limit', () => {
  const random = seeded(11)
  const n = 3 * mostScores
  const values = Float64Array.from({ length: n }, () => random.next() ** 3)
  const classes = Uint8Array.from({ length: n }, () => random.below(2))
  const whole = stepsOf(sketch(values, classes))
  for (const parts of [7, 23]) {
    const pieces = Array.from({ length: parts }, (_, i) =>
      sketch(values, classes, Math.floor((n * i) / parts), Math.floor((n * (i + 1)) / parts)),
    )
    const merged = pieces.reduceRight((into, from) => {
      mergeScores(into, from)
      return into
    })
    expect(stepsOf(merged)).toEqual(whole)
  }
})

test('the order of scores stays, whatever is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 50 }),
      (values) => {
        const scores = createScores(1)
        for (const value of values) addScore(scores, value, 0)
        const found = fallingScores(scores).map(({ score }) => score)
        expect(found).toEqual([...new Set(values.map((value) => value + 0))].sort((a, b) => b - a))
      },
    ),
  )
})
