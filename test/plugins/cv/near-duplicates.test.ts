import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distinctPictures, groupsOf } from '../../../plugins/cv/near-duplicates.ts'
import { seeded } from '../../../runtime/conformance/random.ts'

const hex = (value: bigint) => BigInt.asUintN(64, value).toString(16).padStart(16, '0')
const random = seeded(1)
const anyHash = () => BigInt(`0x${Array.from({ length: 16 }, () => random.below(16).toString(16)).join('')}`)
/** The hash with `count` different bits turned. */
function turned(hash: bigint, count: number): bigint {
  const places = new Set<number>()
  while (places.size < count) places.add(random.below(64))
  return [...places].reduce((value, place) => value ^ (1n << BigInt(place)), hash)
}

/** Connected components by comparing every pair. */
function plain(hashes: readonly string[]): number {
  const label = hashes.map((_, i) => i)
  const distance = (a: string, b: string) =>
    [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length
  for (let i = 0; i < hashes.length; i++)
    for (let j = 0; j < i; j++)
      if (distance(hashes[i]!, hashes[j]!) <= 6) {
        const [from, to] = [label[i], label[j]!]
        for (const [k, each] of label.entries()) if (each === from) label[k] = to
      }
  return new Set(label).size
}

it('six bits belong together, seven do not, wherever they lie', () => {
  for (let run = 0; run < 300; run++) {
    const hash = anyHash()
    expect(groupsOf([hex(hash), hex(turned(hash, 6))])).toBe(1)
    expect(groupsOf([hex(hash), hex(turned(hash, 7))])).toBe(2)
  }
})

it('groups are those of comparing every pair, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(12)), { maxLength: 40 }), (changes) => {
      const seeds = Array.from({ length: 6 }, anyHash)
      const hashes = [...new Set(changes.map(([seed, bits]) => hex(turned(seeds[seed]!, bits))))]
      expect(groupsOf(hashes)).toBe(plain(hashes))
      expect(groupsOf(hashes.toReversed())).toBe(plain(hashes))
    }),
    { seed: 3, numRuns: 100 },
  )
})

it('of a sample: never fewer pictures than there are, and close for groups of many', () => {
  const all = Array.from({ length: 100 }, () => {
    const hash = anyHash()
    return Array.from({ length: 100 }, () => hex(turned(hash, random.below(4))))
  })
  const hashes = [...new Set(all.flat())]
  const kept = hashes.filter(() => random.next() < 0.5)
  expect(distinctPictures(hashes, hashes.length)).toBe(100)
  const estimate = distinctPictures(kept, hashes.length)
  expect(estimate).toBeGreaterThanOrEqual(100)
  expect(estimate).toBeLessThan(220)
  expect(distinctPictures([], 0)).toBe(0)
})

it('20,000 pictures take no longer than decoding some', () => {
  const hashes = Array.from({ length: 20_000 }, () => hex(anyHash()))
  const start = process.cpuUsage().user
  expect(groupsOf(hashes)).toBe(20_000)
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5)
})
