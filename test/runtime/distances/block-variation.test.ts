import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { fitBlocks, fQuantile } from '../../../runtime/distances/block-variation.ts'
import { compareMean, fitMean } from '../../../runtime/distances/mean-embedding.ts'
import { meanOf } from '../../../runtime/distances/traces.ts'

const width = 20

/** Hours whose records share an offset. */
function hour(seed: number, records: number, offset: number) {
  const random = seeded(seed)
  const shift = Array.from({ length: width }, (_, j) => offset * (j === 0 ? 3 : 1) * random.normal())
  return Array.from({ length: records }, () => Float64Array.from(shift, (s) => s + random.normal()))
}

function baseline(seed: number, offset: number) {
  const hours = Array.from({ length: 48 }, (_, h) => hour(seed * 1000 + h, 100, offset))
  const rows = hours.flat()
  return fitMean(
    rows.filter((_, i) => i % 10 === 0),
    meanOf(rows, width),
    rows.length,
    hours.map((list) => ({ count: list.length, mean: meanOf(list, width) })),
  )
}

function alarms(offset: number, shift: number, runs = 300) {
  let count = 0
  const references = [1, 2, 3].map((seed) => baseline(seed, offset))
  for (let run = 0; run < runs; run++) {
    const rows = hour(90_000 + run, 300, offset)
    const mean = meanOf(rows, width).map((x) => x + shift)
    if (compareMean(references[run % 3]!, mean, rows.length, 0.01).pValue < 0.01) count++
  }
  return count / runs
}

it('hours that differ raise few alarms, with or without differences, and a shift is found', () => {
  expect(alarms(0, 0)).toBeLessThanOrEqual(0.03)
  expect(alarms(0.2, 0)).toBeLessThanOrEqual(0.03)
  expect(alarms(0.05, 0.5)).toBeGreaterThan(0.95)
})

it('a rare event among few records is no alarm, and no direction in which hours differ', () => {
  const rare = (random: ReturnType<typeof seeded>) =>
    Float64Array.from({ length: width }, (_, j) => (j < 3 ? random.normal() : Number(random.next() < 0.0004)))
  const reference = (seed: number) => {
    const random = seeded(seed)
    const hours = Array.from({ length: 100 }, () => Array.from({ length: 60 }, () => rare(random)))
    const rows = hours.flat()
    return fitMean(
      rows.slice(0, 2000),
      meanOf(rows, width),
      rows.length,
      hours.map((list) => ({ count: list.length, mean: meanOf(list, width) })),
    )
  }
  const references = [1, 2, 3].map(reference)
  for (const { blocks } of references) expect(blocks!.directions).toEqual([])
  let count = 0
  for (let run = 0; run < 300; run++) {
    const random = seeded(5000 + run)
    const rows = Array.from({ length: 50 }, () => rare(random))
    if (compareMean(references[run % 3]!, meanOf(rows, width), 50, 1e-3).pValue < 1e-3) count++
  }
  expect(count).toBeLessThanOrEqual(3)
})

it('too few hours say nothing', () => {
  const blocks = Array.from({ length: 23 }, () => ({ count: 100, mean: new Float64Array(2) }))
  expect(fitBlocks(blocks, [], { t1: 0, t2: 0, t3: 0 })).toBeUndefined()
})

it('the F quantile is that of tables', () => {
  // 1 % point of F(3, 20), from any textbook.
  expect(fQuantile(0.01, 3, 20)).toBeCloseTo(4.938, 3)
})
