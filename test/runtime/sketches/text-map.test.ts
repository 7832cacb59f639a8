import { describe, expect, it } from 'vitest'
import { addFixed, addFixedPairs, createFixedSums } from '../../../runtime/sketches/fixed-sums.ts'
import { mapText, mostCharacters, textWidth, wholeMap } from '../../../runtime/sketches/text-map.ts'

const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values))

describe('the map of a text', () => {
  it('is as long for its runs of three as for those of four characters', () => {
    const whole = wholeMap(mapText('the quick brown fox'))
    expect(norm(whole.slice(0, textWidth / 2))).toBeCloseTo(1, 6)
    expect(norm(whole.slice(textWidth / 2))).toBeCloseTo(1, 6)
  })

  it('has a place per run: of "abc" three of three (_ab, abc, bc_) and two of four characters', () => {
    const whole = wholeMap(mapText('abc'))
    const values = (from: number) => [...whole.slice(from, from + textWidth / 2)].filter((x) => x !== 0)
    expect(values(0).map(Math.abs)).toEqual([1, 2, 3].map(() => Math.fround(1 / Math.sqrt(3))))
    expect(values(textWidth / 2).map(Math.abs)).toEqual([1, 2].map(() => Math.fround(1 / Math.sqrt(2))))
  })

  it('grows with the logarithm of a count', () => {
    // One run of three characters (_a_) three times, another once: ln 4 to ln 2.
    const [a, b] = [...mapText('a a a b')]
      .filter((_, i) => i % 2 === 1)
      .map(Math.abs)
      .sort((x, y) => y - x)
    expect(a! / b!).toBeCloseTo(Math.log(4) / Math.log(2), 6)
  })

  it('knows neither case nor what stands between words', () => {
    expect(mapText('One, TWO!')).toEqual(mapText('one two'))
    expect(mapText('one two')).not.toEqual(mapText('onetwo'))
    expect(mapText('… 😀 —')).toEqual(new Float32Array(0))
  })

  it('lists places in ascending order, each once, and leaves nothing behind for the next text', () => {
    const text = Array.from({ length: 3000 }, (_, i) => `w${(i * 7919) % 10_007}`).join(' ')
    const first = mapText('something else')
    const places = [...mapText(text)].filter((_, i) => i % 2 === 0)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    expect(places.length).toBeLessThanOrEqual(textWidth)
    expect([...mapText(text)].every((value, i) => i % 2 === 0 || value !== 0)).toBe(true)
    expect(mapText('something else')).toEqual(first)
  })

  it('looks at 100,000 characters', () => {
    const long = 'ab'.repeat(mostCharacters)
    expect(mapText(long)).toEqual(mapText(long.slice(0, mostCharacters)))
  })

  it('is summed up in pairs as it would be as a whole', () => {
    const [pairs, whole] = [createFixedSums(textWidth), createFixedSums(textWidth)]
    for (const text of ['the quick brown fox', 'a a a b', '', 'über alles 42']) {
      addFixedPairs(pairs, mapText(text))
      addFixed(whole, wholeMap(mapText(text)))
    }
    expect(pairs).toEqual(whole)
  })
})
