import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createBottomK, mergeBottomK, offer, sampled } from '../../../runtime/sketches/bottom-k.ts'
import { textHash } from '../../../runtime/sketches/row-hash.ts'

const record = fc.record({ id: fc.integer({ min: 0, max: 40 }), value: fc.integer({ min: 0, max: 3 }) })

it('any split and any order give the k records of smallest hash', () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 60 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 12 }),
      (list, cut, k) => {
        const fold = (part: typeof list) => {
          const sample = createBottomK(k)
          for (const { id, value } of part) offer(sample, textHash(`${id}`), [value, id])
          return sample
        }
        const expected = list
          .map(({ id, value }) => ({ hash: textHash(`${id}`), row: [value, id] }))
          .sort((a, b) => a.hash - b.hash || a.row[0]! - b.row[0]!)
          .slice(0, k)
          .map(({ row }) => row)
        const merged = fold(list.slice(cut))
        mergeBottomK(merged, fold(list.slice(0, cut)))
        expect(sampled(merged).map((row) => [...row])).toEqual(expected)
        expect(merged.seen).toBe(list.length)
        expect(merged.rows.length).toBeLessThanOrEqual(Math.ceil(k * 1.25))
      },
    ),
  )
})
