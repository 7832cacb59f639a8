import { describe, expect, it } from 'vitest'
import {
  betaBinomialTail,
  betaBinomialTails,
  fTail,
  incompleteBeta,
  normalTail,
  studentTail,
} from '../../../runtime/distances/beta.ts'
import { logGamma } from '../../../runtime/distances/log-gamma.ts'

// Expected values: scipy 1.17.1 (special.betainc, stats.f, stats.t, stats.norm, stats.betabinom, special.gammaln).
const near = (found: number, expected: number, digits = 1e-9) =>
  expect(Math.abs(found / expected - 1), `${found} ${expected}`).toBeLessThan(digits)

describe('tails', () => {
  it.each([
    [0.5, 0.5, 0.3, 0.36901011956554536],
    [2, 3, 0.4, 0.5248],
    [10, 0.5, 0.9, 0.15164090963470994],
    [100, 200, 0.35, 0.7325714649575441],
    [0.5, 50, 0.001, 0.24763098003462314],
    [1000, 2000, 0.34, 0.7812150911606441],
    [5, 1, 0.02, 3.2e-9],
  ])('incomplete beta of %d, %d at %d', (a, b, x, expected) => near(incompleteBeta(a, b, x), expected))

  it('F, t and normal', () => {
    near(fTail(3, 2, 10), 0.09536743164062497)
    near(fTail(1.5, 20.5, 11), 0.24704213898009003)
    near(fTail(2, 136, 83), 0.00037546788906385724)
    near(studentTail(2, 5), 0.10193947882985835)
    near(studentTail(5.2, 23), 2.8442321805224253e-5)
    near(normalTail(1.959963984540054), 0.05)
    near(normalTail(6), 1.973175290075389e-9)
  })

  it.each([
    [10, 100, 20, 1000, 0.00013525463436225849],
    [1, 50, 0, 1000, 0.024094118106392948],
    [40, 1000, 20, 1000, 0.004853592525016603],
    [0, 5, 3, 9, 1],
  ])('%d hits of %d after %d of %d', (hits, n, before, of, expected) =>
    near(betaBinomialTail(hits, n, before, of), expected, 1e-8),
  )

  it('a correlation of records makes many hits likelier', () => {
    expect(betaBinomialTail(10, 100, 20, 1000, 0.02)).toBeGreaterThan(
      10 * betaBinomialTail(10, 100, 20, 1000),
    )
  })

  it.each([
    [0.1, 2.252712651734206],
    [2.5, 0.2846828704729192],
    [9.99, 12.779315214350195],
    [10, 12.801827480081469],
    [123.4, 469.3360974421906],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d)', (x, expected) => near(logGamma(x), expected, 1e-12))
})

it('all tails at once are the single ones', () => {
  for (const [n, before, of, spread] of [
    [1, 0, 20, 0],
    [300, 0, 2000, 0],
    [300, 40, 2000, 0.01],
    [1000, 900, 1000, 0],
    [5000, 2500, 5000, 0.2],
  ] as const) {
    const tails = betaBinomialTails(n, before, of, spread)
    expect(tails).toHaveLength(n + 1)
    for (const hits of [0, 1, 2, Math.floor(n / 3), Math.floor(0.9 * n), n]) {
      const one = betaBinomialTail(hits, n, before, of, spread)
      if (one > 1e-250) near(tails[hits]! / one, 1, 1e-8)
    }
  }
})
