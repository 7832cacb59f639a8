import { describe, expect, it } from 'vitest'
import { stratified } from '../../../plugins/samplers/stratified.ts'
import { binomialBounds, kept } from './table.ts'

/** 300 rows: 1 rare, 9 without a value, 290 common. */
const groups = Array.from({ length: 300 }, (_, i) =>
  i === 77 ? 'rare' : i % 33 === 5 ? undefined : 'common',
)

function counts(rows: readonly number[], of = groups): Record<string, number> {
  const found: Record<string, number> = {}
  for (const row of rows) found[of[row] ?? '(no value)'] = (found[of[row] ?? '(no value)'] ?? 0) + 1
  return found
}

describe('stratified', () => {
  it('keeps `size` rows of each value, all of the rare ones, and rows without a value as one stratum', () => {
    const missing = groups.filter((group) => group === undefined).length
    expect(missing).toBeGreaterThan(5)
    const options = { column: 'group', size: 5, seed: '' }
    expect(counts(kept(stratified, options, groups))).toEqual({ rare: 1, '(no value)': 5, common: 5 })
    expect(counts(kept(stratified, { ...options, size: 1000 }, groups))).toEqual({
      rare: 1,
      '(no value)': missing,
      common: 299 - missing,
    })
  })

  it('takes a column that is nowhere for one stratum', () => {
    expect(kept(stratified, { column: 'nowhere', size: 5, seed: '' }, groups)).toHaveLength(5)
  })

  it('gives every row of a stratum the same chance', () => {
    const of = Array.from({ length: 60 }, (_, i) => (i < 20 ? 'a' : 'b'))
    const hits = new Float64Array(60)
    for (let seed = 0; seed < 1000; seed++)
      for (const row of kept(stratified, { column: 'group', size: 5, seed: `${seed}` }, of)) hits[row]!++
    const a = binomialBounds(1000, 5 / 20, 1e-6 / 120)
    const b = binomialBounds(1000, 5 / 40, 1e-6 / 120)
    for (const [row, hit] of hits.entries()) {
      const [least, most] = row < 20 ? a : b
      expect(hit).toBeGreaterThanOrEqual(least)
      expect(hit).toBeLessThanOrEqual(most)
    }
  })
})
