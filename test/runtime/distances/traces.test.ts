import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { centred, powerTraces } from '../../../runtime/distances/traces.ts'

it('traces are unbiased: their mean over samples is that of the covariance drawn from', () => {
  const variances = [4, 2, 1, 0.5, 0.25]
  const expected = [1, 2, 3].map((power) => variances.reduce((sum, v) => sum + v ** power, 0))
  const sums = [0, 0, 0]
  const runs = 1000
  for (let run = 0; run < runs; run++) {
    const random = seeded(run)
    const rows = Array.from({ length: 60 }, () => variances.map((v) => Math.sqrt(v) * random.normal()))
    const { t1, t2, t3 } = powerTraces(centred(rows, 5))
    for (const [i, t] of [t1, t2, t3].entries()) sums[i]! += t / runs
  }
  for (const [i, sum] of sums.entries()) expect(Math.abs(sum / expected[i]! - 1)).toBeLessThan(0.05)
})

/** Products of two normal numbers, one of which all numbers of a row have in common: C is the identity. */
function heavy(seed: number, count: number, width: number): number[][] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const common = random.normal()
    return Array.from({ length: width }, () => common * random.normal())
  })
}

it('are so for rows that are far from normal', () => {
  const sums = [0, 0, 0]
  const runs = 400
  for (let run = 0; run < runs; run++) {
    const { t1, t2, t3 } = powerTraces(centred(heavy(run, 200, 20), 20))
    for (const [i, t] of [t1, t2, t3].entries()) sums[i]! += t / runs
  }
  for (const sum of sums) expect(Math.abs(sum / 20 - 1)).toBeLessThan(0.06)
})

it('are the same from inner products of rows and from the covariance', () => {
  const rows = heavy(1, 30, 20)
  const wide = rows.map((row) => [...row, ...new Array<number>(20).fill(0)])
  const [narrow, padded] = [powerTraces(centred(rows, 20)), powerTraces(centred(wide, 40))]
  for (const key of ['t1', 't2', 't3'] as const) expect(padded[key] / narrow[key]).toBeCloseTo(1, 9)
})
