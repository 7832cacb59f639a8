import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hourOf, hoursInOrder, mergeHours, mostHours, ofHour } from '../../../runtime/sketches/hourly.ts'

const count = (hours: readonly number[]) => {
  const state = new Map<number, { n: number }>()
  for (const hour of hours) {
    const own = ofHour(state, hour, () => ({ n: 0 }))
    if (own) own.n++
  }
  return state
}

it('keeps the same hours with all their records, whatever the order and the split', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 300, maxLength: 900 }), fc.nat(300), (hours, cut) => {
      const whole = count(hours)
      const merged = count(hours.slice(cut))
      mergeHours(
        merged,
        count(hours.slice(0, cut)),
        () => ({ n: 0 }),
        (into, from) => {
          into.n += from.n
        },
      )
      expect(hoursInOrder(merged)).toEqual(hoursInOrder(whole))
      expect(whole.size).toBeLessThanOrEqual(mostHours)
      for (const [hour, { n }] of whole) expect(n).toBe(hours.filter((each) => each === hour).length)
    }),
    { numRuns: 30 },
  )
})

it('a record without a time belongs to no hour', () => {
  expect(ofHour(new Map(), hourOf(Number.NaN), () => 1)).toBeUndefined()
})
