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
