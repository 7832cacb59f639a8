import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bucketCounts,
  createKll,
  type Kll,
  kllData,
  mergeKll,
  updateKll,
  weightedItems,
} from '../../../runtime/sketches/kll.ts'

const golden = new URL('../../golden/', import.meta.url)

/** The rules of the reports contract, one value at a time, with plain arrays. */
interface Reference {
  k: number
  c: number
  levels: number[][]
  compactions: number[]
  offsets: number[]
}

const room = ({ k, c }: Reference, h: number) => 2 * (Math.ceil((k * c ** h) / 2) + 1)
const held = ({ levels }: Reference) => levels.reduce((sum, level) => sum + level.length, 0)
const total = (sketch: Reference) => sketch.levels.reduce((sum, _, h) => sum + room(sketch, h), 0)

function referenceCondense(sketch: Reference): void {
  const h = sketch.levels.findIndex((level, i) => level.length >= room(sketch, i))
  if (sketch.levels[h + 1] === undefined) addReferenceLevel(sketch)
  const level = sketch.levels[h]!
  const taken = [...Float64Array.from(level.splice(0, level.length - (level.length % 2))).sort()]
  if (sketch.compactions[h]! % 2 === 1) sketch.offsets[h] = 1 - sketch.offsets[h]!
  sketch.compactions[h]! += 1
  sketch.levels[h + 1]!.push(...taken.filter((_, i) => i % 2 === sketch.offsets[h]))
}

function addReferenceLevel(sketch: Reference): void {
  sketch.levels.push([])
  sketch.compactions.push(0)
  sketch.offsets.push(0)
}

function referenceOf(values: Iterable<number>, k?: number, c?: number): Reference {
  const sketch: Reference = { k: k ?? 2048, c: c ?? 0.64, levels: [], compactions: [], offsets: [] }
  addReferenceLevel(sketch)
  for (const value of values) {
    sketch.levels[0]!.push(value)
    if (held(sketch) > total(sketch)) referenceCondense(sketch)
  }
  return sketch
}

function referenceMerge(into: Reference, from: Reference): void {
  while (into.levels.length < from.levels.length) addReferenceLevel(into)
  for (const [h, level] of from.levels.entries()) into.levels[h]!.push(...level)
  while (held(into) >= total(into)) referenceCondense(into)
}

function expectSame(state: Kll, sketch: Reference): void {
  expect(kllData(state)).toEqual(sketch.levels)
  expect(state.compactions).toEqual(sketch.compactions)
  expect(state.offsets).toEqual(sketch.offsets)
}

function kllOf(values: ArrayLike<number>, k?: number, c?: number): Kll {
  const state = createKll(k, c)
  updateKll(state, Float64Array.from(values), values.length)
  return state
}

/** Numbers in 0..1 that are the same in every run (mulberry32). */
function randomValues(n: number, seed: number): Float64Array {
  return Float64Array.from({ length: n }, () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), seed | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  })
}

function weightOf(state: Kll): number {
  return state.sizes.reduce((sum, size, h) => sum + size * 2 ** h, 0)
}

/** Largest difference between the shares of values at or below x in the sketch and in the values themselves. */
function rankError(state: Kll, values: Float64Array): number {
  const { values: items, weights } = weightedItems(kllData(state), 'sum')
  const sorted = values.toSorted()
  let error = 0
  let weight = 0
  let rank = 0
  for (const [i, item] of items.entries()) {
    while (sorted[rank]! < item) rank++
    error = Math.max(error, Math.abs(weight - rank))
    while (sorted[rank]! <= item) rank++
    weight += weights[i]!
    error = Math.max(error, Math.abs(weight - rank))
  }
  return error / values.length
}

const smallK = fc.integer({ min: 1, max: 12 })
const shrink = fc.constantFrom(0.5, 0.64, 0.9)
const runs = fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 }), { maxLength: 6 })

describe('update', () => {
  it.each([
    [2050, [2050]],
    [2051, [1, 1025]],
    [2333, [283, 1025]],
    [23432, [266, 1093, 2127, 1, 779]],
  ])('of %i values gives the level sizes of the published sketches', (n, sizes) => {
    const state = kllOf(randomValues(n, n))
    expect(state.sizes).toEqual(sizes)
    expect(kllData(state).map((level) => level.length)).toEqual(sizes)
  })

  it('gives value for value what appending one by one gives', () => {
    const values = randomValues(23432, 1)
    expectSame(kllOf(values), referenceOf(values))
    fc.assert(
      fc.property(runs, smallK, shrink, (parts, k, c) => {
        const state = createKll(k, c)
        for (const part of parts) updateKll(state, Float64Array.from([...part, 99]), part.length)
        expectSame(state, referenceOf(parts.flat(), k, c))
        expect(state.count).toBe(parts.flat().length)
        expect(weightOf(state)).toBe(state.count)
      }),
    )
  })

  it('of small integers that are known as such gives the same, also among others and after a merge', () => {
    const small = fc.record({
      known: fc.constant(true),
      values: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 90 }),
    })
    const few = fc.record({
      known: fc.constant(true),
      values: fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 90 }),
    })
    const other = fc.record({
      known: fc.constant(false),
      values: fc.array(fc.oneof(fc.integer({ min: -3, max: 300 }), fc.constant(-0), fc.constant(0.5)), {
        maxLength: 90,
      }),
    })
    const parts = fc.array(fc.oneof(small, few, other), { maxLength: 12 })
    fc.assert(
      fc.property(parts, parts, smallK, (left, right, k) => {
        const [state, from] = [left, right].map((side) => {
          const sketch = createKll(k)
          for (const { known, values } of side)
            updateKll(sketch, Float64Array.from(values), values.length, known)
          return sketch
        }) as [Kll, Kll]
        const all = (side: typeof left) => side.flatMap(({ values }) => values)
        const reference = referenceOf(all(left), k)
        expectSame(state, reference)
        if (all(left).length === 0 || all(right).length === 0) return
        mergeKll(state, from)
        referenceMerge(reference, referenceOf(all(right), k))
        expectSame(state, reference)
        updateKll(state, Float64Array.of(7, 7, 0, 255), 4, true)
        expect(weightOf(state)).toBe(state.count)
      }),
      { numRuns: 500 },
    )
  })

  it('continues from a structured clone as from the state itself', () => {
    const state = kllOf(randomValues(5000, 2))
    const clone = structuredClone(state)
    const more = randomValues(5000, 3)
    updateKll(state, more, more.length)
    expect(clone.count).toBe(5000)
    updateKll(clone, more, more.length)
    expect(clone).toEqual(state)
  })

  it('takes little room for few values', () => {
    const bytes = kllOf(randomValues(10, 4)).levels.reduce((sum, level) => sum + level.byteLength, 0)
    expect(bytes).toBeLessThanOrEqual(128)
  })
})

describe('ranks', () => {
  const n = 200_000
  it.each([
    { order: 'random', values: randomValues(n, 5) },
    { order: 'ascending', values: Float64Array.from({ length: n }, (_, i) => i) },
    { order: 'descending', values: Float64Array.from({ length: n }, (_, i) => -i) },
    { order: 'repeated', values: Float64Array.from({ length: n }, (_, i) => i % 1000) },
  ])('of $order values are off by less than 0.3 percent, whole or merged', ({ values }) => {
    expect(rankError(kllOf(values), values)).toBeLessThan(0.003)
    const merged = createKll()
    for (let i = 0; i < 8; i++) mergeKll(merged, kllOf(values.subarray((i * n) / 8, ((i + 1) * n) / 8)))
    expect(merged.count).toBe(n)
    expect(weightOf(merged)).toBe(n)
    expect(rankError(merged, values)).toBeLessThan(0.003)
  })

  it('are exact before the first compaction', () => {
    const values = randomValues(2050, 6)
    expect(rankError(kllOf(values), values)).toBe(0)
    const more = randomValues(2051, 6)
    expect(rankError(kllOf(more), more)).toBeGreaterThan(0)
  })
})

describe('merge', () => {
  it('joins level by level and condenses while full, as the rules say', () => {
    fc.assert(
      fc.property(runs, runs, smallK, (left, right, k) => {
        fc.pre(left.flat().length > 0 && right.flat().length > 0)
        const into = kllOf(left.flat(), k)
        const from = kllOf(right.flat(), k)
        const before = structuredClone(from)
        mergeKll(into, from)
        const reference = referenceOf(left.flat(), k)
        referenceMerge(reference, referenceOf(right.flat(), k))
        expectSame(into, reference)
        expect(from).toEqual(before)
        expect(into.count).toBe(left.flat().length + right.flat().length)
        expect(weightOf(into)).toBe(into.count)
      }),
    )
  })

  it('condenses at full capacity, where appending still waits', () => {
    const values = randomValues(2050, 7)
    expect(kllOf(values).sizes).toEqual([2050])
    const merged = kllOf(values.subarray(0, 1025))
    mergeKll(merged, kllOf(values.subarray(1025)))
    expect(merged.sizes).toEqual([0, 1025])
  })

  it('with an empty sketch changes nothing, even at full capacity, and copies into one', () => {
    for (const n of [0, 1, 2050, 2051, 30_000]) {
      const state = kllOf(randomValues(n, 8))
      const before = structuredClone(state)
      mergeKll(state, createKll())
      expect(state).toEqual(before)
      const copy = createKll()
      mergeKll(copy, state)
      expect(copy).toEqual(before)
      updateKll(copy, randomValues(5000, 9), 5000)
      expect(state).toEqual(before)
    }
  })

  it('keeps other values in another order, within the error', () => {
    const values = randomValues(60_000, 10)
    const parts = [values.subarray(0, 20_001), values.subarray(20_001)] as const
    const forward = kllOf(parts[0])
    mergeKll(forward, kllOf(parts[1]))
    const backward = kllOf(parts[1])
    mergeKll(backward, kllOf(parts[0]))
    expect(kllData(forward)).not.toEqual(kllData(backward))
    expect(backward.count).toBe(forward.count)
    expect(rankError(forward, values)).toBeLessThan(0.003)
    expect(rankError(backward, values)).toBeLessThan(0.003)
  })

  it('refuses sketches of other parameters', () => {
    expect(() => mergeKll(createKll(), createKll(1024))).toThrow(TypeError)
    expect(() => mergeKll(createKll(), createKll(2048, 0.5))).toThrow(TypeError)
  })
})

describe('buckets', () => {
  const lines = readFileSync(new URL('churn/training-dataset-with-header.csv', golden), 'utf8')
    .trim()
    .split('\n')
  const expected = JSON.parse(
    readFileSync(new URL('expected/churn_baseline_statistics_first10.json', golden), 'utf8'),
  )
  for (const [column, feature] of expected.features.entries()) {
    it(`of the golden churn column ${feature.name}`, () => {
      const values = lines.slice(1).map((line) => Number(line.split(',')[column]))
      const state = kllOf(values)
      expect(state.sizes).toEqual([283, 1025])
      const buckets = bucketCounts(state, feature.min, feature.max)
      expect(buckets).toHaveLength(expected.bucket_count)
      expect(buckets[0]!.lower_bound).toBe(feature.first_bucket.lower_bound)
      const [printed, truncated] = String(feature.first_bucket.upper_bound).split('...')
      const upper = String(buckets[0]!.upper_bound)
      expect(truncated === undefined ? upper : upper.slice(0, printed!.length)).toBe(printed)
      expect(buckets.at(-1)!.upper_bound).toBe(feature.max)
      expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
    })
  }

  it('count what the rows say while the sketch is exact, and add up to n beyond', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (values, buckets) => {
        const [min, max] = [Math.min(...values), Math.max(...values)]
        const exact = bucketCounts(kllOf(values), min, max, buckets)
        expect(exact).toHaveLength(buckets)
        for (const [i, { lower_bound, upper_bound, count }] of exact.entries()) {
          expect(lower_bound).toBeLessThanOrEqual(upper_bound)
          const last = i === buckets - 1
          const inside = values.filter((x) => x >= lower_bound && (last || x < upper_bound))
          expect(count).toBe(inside.length)
        }
        const coarse = bucketCounts(kllOf(values, 4), min, max, buckets)
        expect(coarse.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      }),
    )
  })

  it('have bounds of exactly this order of operations', () => {
    const buckets = bucketCounts(kllOf([0, 350.8]), 0, 350.8)
    expect(buckets.map(({ upper_bound }) => upper_bound)).toEqual([
      35.08, 70.16, 105.24000000000001, 140.32, 175.4, 210.48000000000002, 245.56, 280.64, 315.72, 350.8,
    ])
  })

  it('put a single value into the last bucket', () => {
    const buckets = bucketCounts(kllOf([7, 7, 7]), 7, 7)
    expect(buckets.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
    expect(buckets.every(({ lower_bound, upper_bound }) => lower_bound === 7 && upper_bound === 7)).toBe(true)
  })

  it('span the whole range of doubles without an infinite bound', () => {
    const most = Number.MAX_VALUE
    const buckets = bucketCounts(kllOf([-most, 0, most]), -most, most)
    expect(buckets.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1])
    expect([buckets[0]!.lower_bound, buckets[5]!.lower_bound, buckets[9]!.upper_bound]).toEqual([
      -most,
      0,
      most,
    ])
    expect(buckets.every(({ upper_bound }) => Number.isFinite(upper_bound))).toBe(true)
  })

  it('are none without values', () => {
    expect(bucketCounts(createKll(), Infinity, -Infinity)).toEqual([])
  })
})

describe('weighted items', () => {
  const data = [[3, 1, 3], [2, 3], [1]]

  it('add the weights of equal values', () => {
    const { values, weights, total } = weightedItems(data, 'sum')
    expect([[...values], [...weights], total]).toEqual([[1, 2, 3], [5, 2, 4], 11])
  })

  it('on request keep only the weight of the highest level, as the reference engine does', () => {
    const { values, weights, total } = weightedItems(data, 'deequ')
    expect([[...values], [...weights], total]).toEqual([[1, 2, 3], [4, 2, 2], 8])
  })

  it('ascend and weigh as much as the sketch counts', () => {
    fc.assert(
      fc.property(runs, smallK, (parts, k) => {
        const sketch = kllOf(parts.flat(), k)
        const { values, weights, total } = weightedItems(kllData(sketch), 'sum')
        expect(total).toBe(sketch.count)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(total)
        expect([...values]).toEqual([...new Set(kllData(sketch).flat())].sort((a, b) => a - b))
      }),
    )
  })

  it('of nothing are empty', () => {
    expect(weightedItems([[]], 'sum')).toEqual({
      values: new Float64Array(),
      weights: new Float64Array(),
      total: 0,
    })
  })
})
