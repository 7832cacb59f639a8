import { describe, expect, it } from 'vitest'
import { type Random, seeded } from '../../../runtime/conformance/random.ts'
import { compareCells } from '../../../runtime/distances/cell-counts.ts'

const yesOrNo = [Float64Array.of(0), Float64Array.of(1)]
const yes = (hits: number, of: number) => Float64Array.of(of - hits, hits)

/** Probability that `now` of all hits are among the n current ones of m + n records, by products of ratios. */
function hypergeometric(now: number, hits: number, m: number, n: number): number {
  let p = 1
  for (let i = 0; i < now; i++) p *= (n - i) / (m + n - i)
  for (let i = 0; i < hits - now; i++) p *= (m - i) / (m + n - now - i)
  for (let i = 0; i < now; i++) p *= (hits - i) / (i + 1)
  return p
}

/** Cells of both samples when `counts` records are assigned to them at random. */
function assigned(counts: readonly number[], m: number, random: Random) {
  const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell))
  for (let i = cells.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[cells[i], cells[j]] = [cells[j]!, cells[i]!]
  }
  const [before, now] = [new Float64Array(counts.length), new Float64Array(counts.length)]
  for (const [i, cell] of cells.entries()) (i < m ? before : now)[cell]!++
  return { before, now }
}

describe('two cells', () => {
  it.each([
    [2000, 400, 12],
    [2000, 2000, 20],
    [400, 2000, 20],
    [2000, 50, 60],
  ])('%i and %i records with %i hits: the p-value is near that of Fisher’s exact test', (m, n, hits) => {
    let compared = 0
    for (let now = 0; now <= hits; now++) {
      const found = compareCells(yesOrNo, { before: yes(hits - now, m), now: yes(now, n) }, 0.01)
      const least = Math.abs(now / n - (hits - now) / m) * (1 - 1e-9)
      let exact = 0
      let atBeyond = 0
      for (let k = 0; k <= hits; k++) {
        const distance = Math.abs(k / n - (hits - k) / m)
        const p = hypergeometric(k, hits, m, n)
        if (distance >= least) exact += p
        if (distance > least * (1 + 1e-6)) atBeyond += p
      }
      if (exact > 0.5 || exact < 1e-4) continue
      compared++
      // A discrete tail: between the probability of more and that of as much, within a factor of 2.5.
      expect(found.pValue).toBeLessThan(2.5 * exact)
      expect(found.pValue).toBeGreaterThan(atBeyond / 2.5)
      expect(found.statistic).toBeCloseTo((now / n - (hits - now) / m) ** 2, 15)
    }
    expect(compared).toBeGreaterThan(2)
  })

  it('one hit is no alarm, whichever sample has it, and equal samples differ in nothing', () => {
    for (const [before, now] of [
      [0, 1],
      [1, 0],
    ] as const)
      for (const n of [400, 2000])
        expect(
          compareCells(yesOrNo, { before: yes(before, 2000), now: yes(now, n) }, 0.01).pValue,
        ).toBeGreaterThan(0.01)
    expect(compareCells(yesOrNo, { before: yes(0, 50), now: yes(0, 50) }, 0.01)).toMatchObject({
      statistic: 0,
      pValue: 1,
      effect: 0,
    })
  })
})

it('many cells: as many random assignments lie beyond the critical value as the level says', () => {
  const counts = [900, 700, 300, 60, 12, 8, 6, 5, 4, 3, 2]
  const total = counts.reduce((sum, count) => sum + count, 0)
  const maps = counts.map((count, cell) =>
    Float64Array.from(counts, (_, i) => (i === cell ? 1 / Math.sqrt(count / total + 0.005) : 0)),
  )
  for (const m of [1000, 1700]) {
    const random = seeded(m)
    const runs = 4000
    let beyond = 0
    for (let run = 0; run < runs; run++)
      if (compareCells(maps, assigned(counts, m, random), 0.01).pValue < 0.01) beyond++
    expect(beyond / runs).toBeGreaterThan(0.006)
    expect(beyond / runs).toBeLessThan(0.014)
  }
})

it('the critical value is that of the level', () => {
  const sample = assigned([500, 300, 150, 50], 700, seeded(1))
  const maps = [0, 1, 2, 3].map((cell) => Float64Array.from([0, 1, 2], (i) => (i >= cell ? 1 : 0)))
  const { critical, statistic, pValue } = compareCells(maps, sample, 0.01)
  expect(statistic < critical).toBe(pValue > 0.01)
  expect(compareCells(maps, sample, pValue).critical).toBeCloseTo(statistic, 12)
})
