import { describe, expect, it } from 'vitest'
import { everyNth } from '../../../plugins/samplers/every-nth.ts'
import { kept } from './table.ts'

const rows = Array.from({ length: 95 }, () => undefined)

describe('every-nth', () => {
  it.each([
    [1, rows.map((_, i) => i)],
    [10, [9, 19, 29, 39, 49, 59, 69, 79, 89]],
    [95, [94]],
    [96, []],
  ])('%i keeps the records whose number it divides', (n, expected) => {
    expect(kept(everyNth, { n }, rows)).toEqual(expected)
  })
})
