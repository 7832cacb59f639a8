import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BatchGuard } from '../../runtime/batch-guard.ts'
import { batchOf } from '../../runtime/conformance/index.ts'

const cell = fc.option(fc.oneof(fc.integer().map(String), fc.string()), { nil: undefined })

test('undoes any change of classes and numbers, and tells that there was one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.constantFrom('classes', 'numbers', 'none'),
      (rows, at, what) => {
        const guard = new BatchGuard()
        guard.save(batchOf({ x: Array(60).fill('1'), y: Array(60).fill('2') }))
        const batch = batchOf({ a: rows.map(([a]) => a), b: rows.map(([, b]) => b) })
        const before = structuredClone(batch.columns.map(({ classes, numbers }) => [classes, numbers]))
        guard.save(batch)
        const { classes, numbers } = batch.columns[at % 2]!
        const row = at % rows.length
        if (what === 'classes') (classes as Uint8Array)[row]! ^= 1
        if (what === 'numbers') (numbers as Float64Array)[row] = -1.25e-7
        expect(guard.restore(batch)).toBe(what !== 'none')
        expect(batch.columns.map(({ classes, numbers }) => [classes, numbers])).toEqual(before)
        expect(guard.restore(batch)).toBe(false)
      },
    ),
  )
})
