import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { normalTail } from '../../../runtime/distances/beta.ts'
import { type CombinedTest, combine as combined } from '../../../runtime/distances/combination.ts'

const combine = (tests: readonly CombinedTest[], level: number) => combined(tests, level, false)
const plain = (...pValues: number[]) => pValues.map((pValue) => ({ pValue, weight: 1 }))

it('one test is itself, and tests that all say the same are as one', () => {
  for (const p of [1e-12, 0.003, 0.4]) {
    expect(combine(plain(p), 0.01).pValue / p).toBeCloseTo(1, 6)
    expect(combine(plain(p), 0.01).single[0]! / p).toBeCloseTo(1, 6)
  }
  expect(combine(plain(0.002, 0.002, 0.002, 0.002), 0.01).pValue / 0.002).toBeCloseTo(1, 2)
})

it('a single small p-value counts as in the bound of Bonferroni', () => {
  const { pValue, single } = combine(plain(1e-6, 0.5, 0.5, 0.5), 0.01)
  expect(pValue / 4e-6).toBeCloseTo(1, 3)
  expect(single[0]).toBeCloseTo(4e-6, 9)
})

it('counts that cannot be rare enough leave their share to the others, and large p-values of counts take nothing', () => {
  const rare = { pValue: 1, weight: 1, attained: () => 0 }
  const { pValue, critical } = combine([...plain(0.004), rare, rare, rare], 0.01)
  expect(pValue).toBeCloseTo(0.004, 6)
  expect(critical[0]).toBeCloseTo(0.01, 6)
})

it('a p-value is critical at its own level, or where all together reach theirs', () => {
  expect(combine(plain(0.001, 0.5, 0.5, 0.5), 0.01).critical[0]).toBeCloseTo(0.0025, 6)
  // None is an alarm of its own, all together are.
  const others = plain(0.006, 0.005, 0.02)
  const { pValue, critical } = combine([...plain(0.004), ...others], 0.01)
  expect(pValue).toBeLessThan(0.01)
  expect(critical.slice(1)).toEqual([0.0025, 0.0025, 0.0025].map((p) => expect.closeTo(p, 6)))
  expect(critical[0]).toBeGreaterThan(0.004)
  expect(combine([...plain(critical[0]!), ...others], 0.01).pValue).toBeCloseTo(0.01, 6)
})

it('weights divide the level', () => {
  const tests = [
    { pValue: 1e-5, weight: 3 },
    { pValue: 0.5, weight: 1 },
  ]
  expect(combine(tests, 0.01).pValue / (1e-5 * (4 / 3))).toBeCloseTo(1, 2)
})

it.each([0, 0.3, 0.7, 0.95])('keeps the level of eight tests whose correlation is %f', (correlation) => {
  const runs = 20_000
  const random = seeded(3)
  let alarms = 0
  for (let run = 0; run < runs; run++) {
    const common = Math.sqrt(correlation) * random.normal()
    const pValues = Array.from({ length: 8 }, () =>
      normalTail(common + Math.sqrt(1 - correlation) * random.normal()),
    )
    if (combine(plain(...pValues), 0.01).pValue < 0.01) alarms++
  }
  expect(alarms / runs).toBeGreaterThan(0.006)
  expect(alarms / runs).toBeLessThan(0.0135)
})

it('tests that err together are bounded', () => {
  const { pValue, critical } = combined(plain(0.002, 0.002, 0.3, 0.5), 0.01, true)
  expect(pValue).toBeCloseTo(0.008, 9)
  for (const each of critical) expect(each).toBeCloseTo(0.0025, 9)
})
