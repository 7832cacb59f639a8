/** False alarms and power at a few sizes, seeded; test/bench/drift.ts has the large tables. */
import { describe, expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { compareVectors } from '../../../runtime/distances/vector-drift.ts'
import { fitVectors } from '../../../runtime/distances/vector-reference.ts'
import { addVector, createVectorTotals } from '../../../runtime/sketches/vector-sums.ts'
import { gaussian, type Shift, shifts } from '../../bench/vector-data.ts'

const source = gaussian(64)
const reference = fitVectors(source(seeded(11), 2000), [])!

function alarms(n: number, runs: number, shift?: Shift): number {
  let count = 0
  for (let run = 0; run < runs; run++) {
    const random = seeded(400 + run)
    const vectors = source(random, n)
    const totals = createVectorTotals(reference)
    for (const vector of shift ? shift.apply(vectors, random) : vectors) addVector(totals, reference, vector)
    if (compareVectors(reference, totals, 0.01)!.pValue < 0.01) count++
  }
  return count / runs
}

describe('vectors of 64 numbers', () => {
  // 7 of 150 alarms have a probability below 0.001 at a rate of 1 %.
  it.each([50, 300])('%d unchanged ones rarely raise an alarm', (n) => {
    expect(alarms(n, 150)).toBeLessThan(7 / 150)
  })

  it.each(['dense mean 0.08σ', 'one dimension 0.3σ', 'correlation 0.2', 'new cluster 5 %'])(
    '%s is found',
    (name) => {
      const shift = shifts.find((each) => each.name === name)!
      expect(alarms(500, 20, shift)).toBeGreaterThanOrEqual(0.95)
    },
  )
})

it('fewer than 20 vectors are no baseline, no vectors no comparison', () => {
  expect(fitVectors(source(seeded(1), 19), [])).toBeUndefined()
  expect(compareVectors(reference, createVectorTotals(reference), 0.01)).toBeUndefined()
})

it('vectors that are all the same, and a changed one among them', () => {
  const same = Array.from({ length: 100 }, () => Float32Array.of(1, 2, 3))
  const constant = fitVectors(same, [])!
  const compare = (vectors: Float32Array[]) => {
    const totals = createVectorTotals(constant)
    for (const vector of vectors) addVector(totals, constant, vector)
    return compareVectors(constant, totals, 0.01)!.pValue
  }
  expect(compare(same)).toBeGreaterThan(0.1)
  expect(compare(same.map(() => Float32Array.of(1, 2, 4)))).toBeLessThan(1e-6)
})
