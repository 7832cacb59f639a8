import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addNumbers, createDistinct, type Distinct } from '../../../../runtime/sketches/distinct.ts'
import { anyKernel, fewestNumbers, mostNumbers } from '../../../../runtime/sketches/kernel/index.ts'

const anyDouble = fc.double({ noNaN: true })

/** Numbers as they come: any, and few different ones; more of them than the kernel takes at a time. */
const numbers = fc
  .tuple(fc.array(anyDouble, { minLength: 1, maxLength: 300 }), fc.nat(2 * mostNumbers + 5), fc.boolean())
  .map(([some, length, spread]) =>
    Float64Array.from({ length }, (_, i) => some[i % some.length]! + (spread ? i * 0.37 : 0)),
  )

/** So few at a time that the kernel is not worth it. */
function addSlowly(state: Distinct, values: Float64Array): void {
  for (let from = 0; from < values.length; from += fewestNumbers - 1) {
    const few = values.slice(from, from + fewestNumbers - 1)
    addNumbers(state, few, few.length)
  }
}

describe('distinct numbers', () => {
  it('are counted into the same state with and without the kernel', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const fast = createDistinct()
        addNumbers(fast, values, values.length)
        const slow = createDistinct()
        addSlowly(slow, values)
        expect(fast.count).toBe(slow.count)
        expect(fast.registers).toEqual(slow.registers)
        expect(fast.hashes.toSorted()).toEqual(slow.hashes.toSorted())
      }),
    )
  })

  it('in the room of the kernel and in an array of their own are the same', () => {
    const values = Float64Array.from({ length: 3001 }, (_, i) => (i % 2 ? -0 : i / 7))
    const room = anyKernel()!.numbers
    room.set(values)
    const here = createDistinct()
    addNumbers(here, room, values.length)
    const there = createDistinct()
    addNumbers(there, values, values.length)
    expect(here).toEqual(there)
    expect(room.subarray(0, values.length)).toEqual(values)
  })

  it('beyond the first n do not count', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i)
    for (const n of [127, 128, 129, 130, 131, 999]) {
      const state = createDistinct()
      addNumbers(state, values, n)
      expect(state.count).toBe(n)
    }
  })
})
