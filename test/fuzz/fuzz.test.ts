import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'
import { mutate, Random } from './mutate.ts'
import { targets } from './targets.ts'

test.each(Object.keys(targets))('%s stands whatever comes', { timeout: 60_000 }, async (name) => {
  const iterations = 300
  expect(await fuzz(name, 1, (tried) => tried < iterations)).toBe(iterations)
})

test('inputs depend on the seed alone, and differ', () => {
  const { seeds } = targets['csv']!
  const inputs = Array.from({ length: 50 }, (_, seed) => mutate(seeds, new Random(seed)).toString('latin1'))
  expect(inputs).toEqual(
    Array.from({ length: 50 }, (_, seed) => mutate(seeds, new Random(seed)).toString('latin1')),
  )
  expect(new Set(inputs).size).toBeGreaterThan(40)
})
