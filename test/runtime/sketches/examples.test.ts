import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Examples, mergeExamples, noteExample } from '../../../runtime/sketches/examples.ts'

const records = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 })

it('are the five with the smallest hashes, however the records are split', () => {
  fc.assert(
    fc.property(records, fc.nat(30), (hashes, cut) => {
      const of = (list: readonly number[]) => {
        const examples: Examples = []
        for (const hash of list) noteExample(examples, hash, () => `id ${hash}`)
        return examples
      }
      const merged = of(hashes.slice(0, cut))
      mergeExamples(merged, of(hashes.slice(cut)))
      const five = hashes.toSorted((a, b) => a - b).slice(0, 5)
      expect(merged).toEqual(five.map((hash) => ({ hash, id: `id ${hash}` })))
    }),
  )
})

it('ask for no id that is not kept', () => {
  const examples: Examples = []
  for (let hash = 0; hash < 5; hash++) noteExample(examples, hash, () => String(hash))
  noteExample(examples, 9, () => expect.unreachable())
})
