import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Categories,
  categoryCounts,
  countCategories,
  createCategories,
  distinct,
  mergeCategories,
} from '../../../plugins/data-quality/categories.ts'
import { countSmall, takeSmall } from '../../../plugins/data-quality/small-integers.ts'
import { ValueClass } from '../../../runtime/plugin.ts'
import { columnOf, splitRows } from './tables.ts'

const count = (texts: readonly (string | null)[], most: number) => {
  const state = createCategories()
  const column = columnOf(texts)
  const { plain } = takeSmall(column, texts.length, new Float64Array(texts.length))
  if (!plain) countSmall(column, texts.length)
  const before = countCategories(state, column, texts.length, most, plain)
  // Those of the rows are the caller's to add.
  const words = texts.filter(
    (text, row): text is string => text !== null && column.classes[row]! > ValueClass.Fractional,
  )
  return { state, lost: before ? [...new Set([...before, ...words])] : [] }
}

/** The counts by definition. */
function counted(texts: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

describe('counting', () => {
  test('is by text: other spellings of a number are other categories', () => {
    const { state } = count(
      [
        '12',
        '012',
        '12',
        '+255',
        '7',
        '007',
        '+7',
        '7',
        '7.0',
        '- 7',
        '255',
        '256',
        '-0',
        '0',
        null,
        'true',
        '',
      ],
      20,
    )
    expect(categoryCounts(state)).toEqual(
      new Map([
        ['12', 2],
        ['012', 1],
        ['+255', 1],
        ['7', 2],
        ['007', 1],
        ['+7', 1],
        ['7.0', 1],
        ['- 7', 1],
        ['255', 1],
        ['256', 1],
        ['-0', 1],
        ['0', 1],
        ['true', 1],
        ['', 1],
      ]),
    )
    expect(distinct(state)).toBe(14)
  })

  test('agrees with the definition', () => {
    fc.assert(
      fc.property(splitRows, ({ rows }) => {
        expect(categoryCounts(count(rows, 1000).state)).toEqual(counted(rows))
      }),
    )
  })

  test.each([2, 3])('of three texts, %i are allowed', (most) => {
    const { state, lost } = count(['x', '1', 'x', '300'], most)
    expect(state.overflow).toBe(most === 2)
    expect(lost).toEqual(most === 2 ? ['x'] : [])
    expect(categoryCounts(state)?.size).toBe(most === 2 ? undefined : 3)
  })

  test('an overflow names all texts that are no numbers, also in the rows behind it', () => {
    expect(count(['b', '1.5', 'a', '2', 'true', 'b', 'z', null], 2).lost.sort()).toEqual([
      'a',
      'b',
      'true',
      'z',
    ])
    expect(count(['1', '2', '3', 'late'], 2).lost).toEqual(['late'])
  })
})

describe('merging', () => {
  /** Counts piece by piece; after an overflow only the other texts are collected, as the column profile does. */
  function inPieces(pieces: readonly (readonly (string | null)[])[], most: number) {
    const into = createCategories()
    const texts = new Set<string>()
    for (const piece of pieces) {
      const { state, lost } = count(piece, most)
      for (const text of lost) texts.add(text)
      for (const text of mergeCategories(into, state, most)) texts.add(text)
    }
    return { state: into, texts }
  }

  test('gives the same however the rows are split, overflow included', () => {
    fc.assert(
      fc.property(splitRows, fc.integer({ min: 1, max: 15 }), ({ rows, pieces }, most) => {
        const { state, texts } = inPieces(pieces, most)
        const counts = counted(rows)
        expect(state.overflow).toBe(counts.size > most)
        if (state.overflow) {
          const words = [...counts.keys()].filter((text) => !/^[+-]? ?\d+(\.\d+)?(e-?\d+)?$/.test(text))
          expect([...texts].sort()).toEqual(words.sort())
        } else expect(categoryCounts(state)).toEqual(counts)
      }),
    )
  })

  test('leaves the right side as it is, and an empty side changes nothing', () => {
    fc.assert(
      fc.property(splitRows, fc.integer({ min: 1, max: 15 }), ({ rows }, most) => {
        const { state } = count(rows, most)
        const before = structuredClone(state)
        const into: Categories = createCategories()
        mergeCategories(into, state, most)
        expect(state).toEqual(before)
        expect(categoryCounts(into)).toEqual(categoryCounts(state))
        mergeCategories(into, createCategories(), most)
        expect(categoryCounts(into)).toEqual(categoryCounts(state))
      }),
    )
  })
})
