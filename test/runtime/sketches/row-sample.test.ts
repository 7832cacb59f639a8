import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Batch } from '../../../runtime/batch.ts'
import { rowHash } from '../../../runtime/sketches/row-hash.ts'
import { mergeSample, sampledRows, startSample, takeRow } from '../../../runtime/sketches/row-sample.ts'

/** A batch of which only the identity of its rows matters. */
const batchOf = (from: number) =>
  ({
    eventId: (row: number) => ((from + row) % 3 === 0 ? undefined : `e${from + row}`),
    position: (row: number) => ({ file: `f${Math.floor((from + row) / 100)}`, offset: from + row }),
  }) as unknown as Batch

const sampleOf = (limit: number, from: number, to: number) => {
  const sample = startSample<number>(limit)
  const batch = batchOf(from)
  for (let i = from; i < to; i++) takeRow(sample, batch, i - from, 'seed', () => i)
  return sample
}

test('the rows of the lowest hashes in the order of the input, whatever the split and the order of merging', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 900 }),
      fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 4 }),
      (limit, n, cuts) => {
        const hashes = Array.from({ length: n }, (_, i) => ({ i, hash: rowHash(batchOf(i), 0, 'seed') }))
        const expected = hashes
          .sort((a, b) => a.hash - b.hash)
          .slice(0, limit)
          .map(({ i }) => i)
          .sort((a, b) => a - b)
        const edges = [0, ...cuts.map((at) => Math.min(at, n)).sort((a, b) => a - b), n]
        const parts = edges.slice(1).map((to, k) => sampleOf(limit, edges[k]!, to))
        const into = parts.pop()!
        for (const part of parts.reverse()) {
          const before = structuredClone(part)
          mergeSample(into, part)
          expect(part).toEqual(before)
        }
        expect(sampledRows(into).map(({ content }) => content)).toEqual(expected)
        expect(into.seen).toBe(n)
      },
    ),
  )
})
