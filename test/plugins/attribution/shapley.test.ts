import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aggregate } from '../../../plugins/attribution/aggregate.ts'
import { ndcg } from '../../../plugins/attribution/check.ts'
import { choose, coalitionsOf } from '../../../plugins/attribution/coalitions.ts'
import { allSets, exactShapley } from '../../../plugins/attribution/exact.ts'
import { explain } from '../../../plugins/attribution/explain.ts'
import { attributionsOf, solverOf } from '../../../plugins/attribution/kernel.ts'
import type { Cell } from '../../../runtime/models/payload.ts'

/** Shapley values as the mean over all orders in which features come in. */
function byOrders(features: number, answer: (set: ReadonlySet<number>) => number): number[] {
  const result = new Array<number>(features).fill(0)
  let orders = 0
  const visit = (order: number[]) => {
    if (order.length === features) {
      orders++
      const set = new Set<number>()
      for (const k of order) {
        const before = answer(set)
        set.add(k)
        result[k]! += answer(set) - before
      }
      return
    }
    for (let k = 0; k < features; k++) if (!order.includes(k)) visit([...order, k])
  }
  visit([])
  return result.map((sum) => sum / orders)
}

/** A game with interactions of any order. */
const game = (worth: readonly number[]) => (set: ReadonlySet<number>) => {
  let index = 0
  for (const k of set) index |= 1 << k
  return worth[index]!
}

const games = fc
  .integer({ min: 2, max: 5 })
  .chain((m) =>
    fc.tuple(
      fc.constant(m),
      fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2 ** m, maxLength: 2 ** m }),
    ),
  )
const members = (mask: Uint8Array) => new Set([...mask.keys()].filter((k) => mask[k] === 1))

describe('values', () => {
  test('exact ones are the mean over all orders', () => {
    fc.assert(
      fc.property(games, ([m, worth]) => {
        const answer = game(worth)
        const values = allSets(m).map((mask) => answer(members(mask)))
        const found = exactShapley(m, values, worth[0]!, worth.at(-1)!)
        for (const [k, value] of byOrders(m, answer).entries()) expect(found[k]).toBeCloseTo(value, 10)
      }),
    )
  })

  test('the kernel with all sets is exact', () => {
    fc.assert(
      fc.property(games, ([m, worth]) => {
        const answer = game(worth)
        const solver = solverOf(coalitionsOf(m, 1000, 1))
        expect(solver.coalitions.masks).toHaveLength(2 ** m - 2)
        const values = solver.coalitions.masks.map((mask) => answer(members(mask)))
        const found = attributionsOf(solver, values, worth[0]!, worth.at(-1)!)
        for (const [k, value] of byOrders(m, answer).entries()) expect(found[k]).toBeCloseTo(value, 8)
      }),
    )
  })

  test('sampled ones add up, and an additive model is exact whatever the sample', () => {
    const weights = Array.from({ length: 16 }, (_, k) => Math.sin(k + 1))
    const solver = solverOf(coalitionsOf(16, 300, 3))
    const { masks } = solver.coalitions
    expect(masks.length).toBeLessThanOrEqual(300)
    expect(masks.length).toBeGreaterThan(250)
    const answer = (mask: ArrayLike<number>) => weights.reduce((sum, w, k) => sum + w * mask[k]!, 0.5)
    const full = answer(new Array(16).fill(1))
    const found = attributionsOf(solver, masks.map(answer), 0.5, full)
    for (const [k, weight] of weights.entries()) expect(found[k]).toBeCloseTo(weight, 10)
    expect(found.reduce((sum, x) => sum + x, 0)).toBeCloseTo(full - 0.5, 12)
  })

  test('weights of the sets are those of the kernel', () => {
    const { masks, weights } = coalitionsOf(6, 1000, 1)
    const size = (mask: Uint8Array) => mask.reduce((sum, x) => sum + x, 0)
    const kernel = (s: number) => 5 / (choose(6, s) * s * (6 - s))
    const scale = weights[0]! / kernel(size(masks[0]!))
    for (const [i, mask] of masks.entries()) expect(weights[i]).toBeCloseTo(scale * kernel(size(mask)), 14)
  })

  test('the same for the same seed, others for another', () => {
    const text = (seed: number) =>
      JSON.stringify(coalitionsOf(20, 200, seed).masks.map((mask) => mask.join('')))
    expect(text(1)).toBe(text(1))
    expect(text(1)).not.toBe(text(2))
  })
})

describe('explanations', () => {
  const model = (score: (row: readonly Cell[]) => number[]) => ({
    ask: async (rows: readonly (readonly Cell[])[]) => rows.map(score),
  })
  const options = { method: 'kernel', samples: 500, seed: 1, logit: false } as const

  test('features that do not differ have none; several labels; means over the background', async () => {
    const linear = model(([a, b, c]) => [Number(a) + 2 * Number(b), 3 * Number(c)])
    const found = await explain(
      [[1, 5, 7]],
      [
        [0, 5, 1],
        [2, 5, 3],
      ],
      linear,
      options,
    )
    expect(found.expected).toEqual([11, 6])
    expect([...found.local[0]![0]!].map((x) => x.toFixed(10))).toEqual([
      '0.0000000000',
      '0.0000000000',
      '0.0000000000',
    ])
    expect(found.local[1]![0]![2]).toBeCloseTo(15, 12)
  })

  test('log-odds add up', async () => {
    const logistic = model(([a, b]) => [1 / (1 + Math.exp(-(Number(a) - 2 * Number(b))))])
    const found = await explain([[1, 1]], [[0, 0]], logistic, { ...options, logit: true })
    expect(found.local[0]![0]![0]).toBeCloseTo(1, 10)
    expect(found.local[0]![0]![1]).toBeCloseTo(-2, 10)
  })

  test('exact values of 12 features agree with the kernel over all sets; 13 are refused', async () => {
    const curved = model((row) => [
      Math.tanh(row.reduce<number>((sum, x, k) => sum + Number(x) * Math.cos(k), 0)),
    ])
    const rows = [Array.from({ length: 12 }, (_, k) => Math.sin(k + 1))]
    const background = [new Array<number>(12).fill(0)]
    const exact = await explain(rows, background, curved, { ...options, method: 'exact' })
    const kernel = await explain(rows, background, curved, { ...options, samples: 4094 })
    for (let k = 0; k < 12; k++) expect(exact.local[0]![0]![k]).toBeCloseTo(kernel.local[0]![0]![k]!, 10)
    await expect(
      explain([[...rows[0]!, 1]], [[...background[0]!, 0]], curved, { ...options, method: 'exact' }),
    ).rejects.toThrow('at most 12 features')
  })
})

test('aggregation: mean of sizes, median of sizes, mean of squares', () => {
  const rows = [
    [1, -1],
    [-3, 0],
    [2, 4],
  ]
  expect(aggregate(rows, 'mean_abs')).toEqual([2, 5 / 3])
  expect(aggregate(rows, 'median')).toEqual([2, 1])
  expect(aggregate([...rows, [10, 0]], 'median')).toEqual([2.5, 0.5])
  expect(aggregate(rows, 'mean_sq')).toEqual([14 / 3, 17 / 3])
})

test('NDCG: the example of the guide, agreement, and features that are gone', () => {
  const baseline = { a: 0.7, b: 0.5, c: 0.05 }
  expect(ndcg(baseline, { a: 1, b: 2, c: 3 }).toFixed(2)).toBe('0.69')
  expect(ndcg(baseline, { a: 3, b: 2, c: 1 })).toBe(1)
  expect(ndcg(baseline, { b: 2, c: 1 })).toBeCloseTo(
    (0.5 + 0.05 / Math.log2(3) + 0.7 / 2) / (0.7 + 0.5 / Math.log2(3) + 0.05 / 2),
    14,
  )
  expect(ndcg({ a: 0, b: 0 }, { a: 1, b: 2 })).toBe(1)
})
