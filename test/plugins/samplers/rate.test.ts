import { describe, expect, it } from 'vitest'
import { rate } from '../../../plugins/samplers/rate.ts'
import { binomialBounds, kept } from './table.ts'

const rows = Array.from({ length: 20_000 }, () => undefined)

describe('rate', () => {
  it('keeps none at 0 and all at 1', () => {
    expect(kept(rate, { rate: 0, seed: '' }, rows)).toEqual([])
    expect(kept(rate, { rate: 1, seed: '' }, rows)).toHaveLength(20_000)
  })

  it.each([0.001, 0.1, 0.5, 0.97])('keeps its share at %d', (share) => {
    const [least, most] = binomialBounds(rows.length, share, 1e-7)
    for (const seed of ['', 'a', 'b']) {
      const { length } = kept(rate, { rate: share, seed }, rows)
      expect(length).toBeGreaterThanOrEqual(least)
      expect(length).toBeLessThanOrEqual(most)
    }
  })

  it('keeps at a higher rate what it keeps at a lower one', () => {
    const more = new Set(kept(rate, { rate: 0.2, seed: '' }, rows))
    expect(kept(rate, { rate: 0.05, seed: '' }, rows).filter((row) => !more.has(row))).toEqual([])
  })

  it('decides by id and seed', () => {
    const one = kept(rate, { rate: 0.1, seed: '1' }, rows)
    expect(kept(rate, { rate: 0.1, seed: '1' }, rows)).toEqual(one)
    const two = new Set(kept(rate, { rate: 0.1, seed: '2' }, rows))
    const [least, most] = binomialBounds(rows.length, 0.01, 1e-7)
    const both = one.filter((row) => two.has(row)).length
    expect(both).toBeGreaterThanOrEqual(least)
    expect(both).toBeLessThanOrEqual(most)
  })
})
