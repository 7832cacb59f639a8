import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addWord, createBloom, knowsWord, mergeBloom } from '../../../runtime/sketches/bloom.ts'

const of = (words: readonly string[]) => {
  const bloom = createBloom()
  for (const word of words) addWord(bloom, word)
  return bloom
}

it('never calls a word new that was added; a merge is the set of all words', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
      const merged = of(a)
      mergeBloom(merged, of(b))
      expect(Buffer.compare(merged, of([...b, ...a]))).toBe(0)
      for (const word of [...a, ...b]) expect(knowsWord(merged, word)).toBe(true)
    }),
  )
})

it('has as many false "known" as the formula says: (1 − e^(−kn/m))^k', () => {
  const count = 100_000
  const bloom = of(Array.from({ length: count }, (_, i) => `word ${i}`))
  const [bits, hashes] = [8 * bloom.length, 6]
  const expected = (1 - Math.exp((-hashes * count) / bits)) ** hashes
  const tries = 20_000
  const found = Array.from({ length: tries }, (_, i) => knowsWord(bloom, `other ${i}`)).filter(Boolean).length
  // The two hashes give six that are not quite independent: 30 %, and five deviations of the count.
  expect(Math.abs(found - tries * expected)).toBeLessThan(
    5 * Math.sqrt(tries * expected) + 0.3 * tries * expected,
  )
  expect(expected).toBeLessThan(0.15)
})
