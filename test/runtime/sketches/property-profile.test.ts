import { expect, it } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { fitProperties } from '../../../runtime/distances/property-reference.ts'
import { pack } from '../../../runtime/sketches/packed.ts'
import { restoreProperties, storeProperties } from '../../../runtime/sketches/property-profile.ts'

const specs = [{ name: 'size', kind: 'number' }] as const
const random = seeded(1)
const rows = Array.from({ length: 200 }, () => Float32Array.of(random.normal()))
const [reference] = fitProperties(specs, rows, [])!

it('a reference is the same after it was stored', () => {
  const [stored] = storeProperties([reference!])
  const [back] = restoreProperties([JSON.parse(JSON.stringify(stored))], specs, 'baseline')
  expect([...back!.bins]).toEqual([...reference!.bins])
  expect(back!.of).toBe(200)
  for (const [i, share] of back!.mean!.mean.entries()) expect(share).toBeCloseTo(reference!.mean!.mean[i]!, 6)
})

it('a baseline of an earlier version, whose mean has weights, is read without them', () => {
  const weights = reference!.bins.map((_, i) => 2 + i)
  const { mean } = reference!
  const earlier = {
    ...reference!,
    mean: { ...mean!, mean: mean!.mean.map((share, i) => share * weights[i]!) },
  }
  const [stored] = storeProperties([earlier])
  const file = JSON.parse(JSON.stringify({ ...stored, weights: pack('f64', weights) }))
  const [back] = restoreProperties([file], specs, 'baseline')
  for (const [i, share] of back!.mean!.mean.entries()) expect(share).toBeCloseTo(mean!.mean[i]!, 6)
})
