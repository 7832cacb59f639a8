import { expect, it } from 'vitest'
import { spareDoubles } from '../../../runtime/sketches/spare-arrays.ts'

// Lengths that no sketch asks for: the spares are those of the whole thread.
it('an array that was given back is taken again, with zeros', () => {
  const first = spareDoubles.take(1001)
  first.fill(7)
  spareDoubles.give(first)
  const again = spareDoubles.take(1001)
  expect(again).toBe(first)
  expect(again).toEqual(new Float64Array(1001))
  expect(spareDoubles.take(1001)).not.toBe(first)
})

it('no more are kept than were taken, and none of another length', () => {
  const taken = spareDoubles.take(1003)
  const foreign = [new Float64Array(1003), new Float64Array(1003), new Float64Array(1005)]
  for (const array of foreign) spareDoubles.give(array)
  spareDoubles.give(taken)
  expect(spareDoubles.take(1003)).toBe(foreign[0])
  expect([...foreign, taken]).not.toContain(spareDoubles.take(1003))
  expect(foreign).not.toContain(spareDoubles.take(1005))
})

it('a view of something larger is not kept', () => {
  const view = new Float64Array(2000).subarray(0, 1007)
  const taken = spareDoubles.take(1007)
  spareDoubles.give(view)
  spareDoubles.give(taken)
  expect(spareDoubles.take(1007)).toBe(taken)
})
