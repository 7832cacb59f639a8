import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addTerms,
  createTermCounts,
  frequentTerms,
  mergeTermCounts,
} from '../../../runtime/sketches/term-counts.ts'

const texts = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')))
const of = (list: readonly string[][]) => {
  const state = createTermCounts()
  for (const terms of list) addTerms(state, terms)
  return state
}

it('counts the texts of each term, however they are split', () => {
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 1, max: 3 }), (a, b, least) => {
      const merged = of(a)
      mergeTermCounts(merged, of(b))
      const plain = new Map<string, number>()
      for (const term of [...a, ...b].flat()) plain.set(term, (plain.get(term) ?? 0) + 1)
      const expected = [...plain].filter(([, count]) => count >= least)
      expect(frequentTerms(merged, 10, least).sort()).toEqual(expected.sort())
    }),
  )
})

it('keeps the same 20,000 terms with exact counts in any order', () => {
  const many = Array.from({ length: 60_000 }, (_, i) => `t${i % 45_000}`)
  const half = many.length / 2
  const [whole, left, right] = [many, many.slice(0, half), many.slice(half)].map((list) =>
    of(list.map((t) => [t])),
  )
  mergeTermCounts(right!, left!)
  const all = frequentTerms(whole!, 1e6, 1)
  expect(frequentTerms(right!, 1e6, 1)).toEqual(all)
  expect(all.length).toBe(20_000)
  for (const [term, count] of all) expect(count, term).toBe(Number(term.slice(1)) < 15_000 ? 2 : 1)
})
