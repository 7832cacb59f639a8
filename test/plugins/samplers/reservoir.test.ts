import { describe, expect, it } from 'vitest'
import { reservoir } from '../../../plugins/samplers/reservoir.ts'
import { binomialBounds, kept } from './table.ts'

const rows = (count: number) => Array.from({ length: count }, () => undefined)

describe('reservoir', () => {
  it.each([
    [0, 0],
    [3, 3],
    [10, 10],
    [11, 10],
    [1000, 10],
  ])('of %i rows keeps %i', (count, size) => {
    expect(kept(reservoir, { size: 10, seed: '' }, rows(count))).toHaveLength(size)
  })

  it('keeps each of 200 records in its share of 2,000 seeds', () => {
    const counts = new Float64Array(200)
    const pairs = new Float64Array(100)
    for (let seed = 0; seed < 2000; seed++) {
      const chosen = kept(reservoir, { size: 50, seed: `s${seed}` }, rows(200))
      expect(chosen).toHaveLength(50)
      for (const row of chosen) counts[row]!++
      const set = new Set(chosen)
      for (let i = 0; i < 100; i++) if (set.has(2 * i) && set.has(2 * i + 1)) pairs[i]!++
    }
    // 200 records, two sides each: below 1e-6 together.
    const [least, most] = binomialBounds(2000, 50 / 200, 1e-6 / 400)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(least)
    expect(Math.max(...counts)).toBeLessThanOrEqual(most)
    // Two records are kept together as often as without replacement: 50/200 · 49/199.
    const [fewest, largest] = binomialBounds(2000, (50 * 49) / (200 * 199), 1e-6 / 200)
    expect(Math.min(...pairs)).toBeGreaterThanOrEqual(fewest)
    expect(Math.max(...pairs)).toBeLessThanOrEqual(largest)
  })

  it('of more rows keeps the same ones or new ones: a smaller sample is part of a larger one', () => {
    const [small, large] = [10, 60].map((size) => kept(reservoir, { size, seed: 'x' }, rows(200)))
    for (const row of small!) expect(large).toContain(row)
  })
})
