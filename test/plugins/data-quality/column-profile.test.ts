import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryCounts } from '../../../plugins/data-quality/categories.ts'
import {
  type ColumnProfile,
  createProfile,
  mergeProfile,
  updateProfile,
} from '../../../plugins/data-quality/column-profile.ts'
import { giveBack, takeKernel } from '../../../runtime/decode/kernel/index.ts'
import { type ScalarColumn, ValueClass } from '../../../runtime/plugin.ts'
import { estimateDistinct } from '../../../runtime/sketches/distinct.ts'
import { kllData, weightedItems } from '../../../runtime/sketches/kll.ts'
import { momentsSum, populationDeviation } from '../../../runtime/sketches/moments.ts'
import { columnOf, splitRows } from './tables.ts'

const most = 10
const domain = ['a', '1', '007', 'never']

function profileOf(...batches: (string | null)[][]): ColumnProfile {
  const profile = createProfile(domain)
  for (const texts of batches) updateProfile(profile, columnOf(texts), texts.length, most)
  return profile
}

function mergedOf(profiles: readonly ColumnProfile[]): ColumnProfile {
  const into = createProfile(domain)
  for (const from of profiles) mergeProfile(into, from, most)
  return into
}

/** What must not depend on how the rows are split. */
function exactPart({ classes, categories, numbers, texts, domain, moments, kll }: ColumnProfile) {
  return {
    classes: [...classes],
    counts: categoryCounts(categories),
    distinct: categories.overflow
      ? [estimateDistinct(numbers), estimateDistinct(texts)]
      : estimateDistinct(numbers),
    domain,
    values: [moments.count, kll.count, moments.min, moments.max],
    // No compaction yet: the sketch holds the values themselves, in the order of the rows.
    sketch: kllData(kll),
  }
}

function expectSame(found: ColumnProfile, expected: ColumnProfile): void {
  expect(exactPart(found)).toEqual(exactPart(expected))
  const size = Math.max(Math.abs(expected.moments.min), Math.abs(expected.moments.max), 0)
  if (expected.moments.count === 0) return
  const within = (a: number, b: number, scale: number) =>
    expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * scale)
  within(found.moments.mean, expected.moments.mean, size)
  within(populationDeviation(found.moments), populationDeviation(expected.moments), size)
  within(momentsSum(found.moments), momentsSum(expected.moments), size * expected.moments.count)
}

describe('one column', () => {
  test('counts classes, numbers, categories and domain', () => {
    const profile = profileOf(['1', '2.5', null, 'a', 'true', '1', '007', '1e999'])
    expect([...profile.classes]).toEqual([1, 3, 2, 1, 1])
    expect(profile.classes[ValueClass.Boolean]).toBe(1)
    expect(kllData(profile.kll)).toEqual([[1, 2.5, 1, 7]])
    expect(profile.moments).toMatchObject({ count: 4, min: 1, max: 7 })
    expect(momentsSum(profile.moments)).toBe(11.5)
    expect(profile.domain).toEqual(
      new Map([
        ['a', 1],
        ['1', 2],
        ['007', 1],
        ['never', 0],
      ]),
    )
  })

  test('without a domain counts none', () => expect(createProfile()).not.toHaveProperty('domain'))

  test('missing and text rows do not leave numbers of earlier batches', () => {
    const column = columnOf(['1', 'x', null])
    column.numbers.fill(99)
    column.numbers[0] = 1
    const profile = createProfile()
    updateProfile(profile, column, 3, most)
    expect(kllData(profile.kll)).toEqual([[1]])
  })

  test('reads only the rows of the batch', () => {
    const profile = createProfile()
    updateProfile(profile, columnOf(['1', '2', '3', 'x']), 2, most)
    expect([...profile.classes]).toEqual([0, 2, 0, 0, 0])
    expect(categoryCounts(profile.categories)!.size).toBe(2)
  })
})

describe('merge laws', () => {
  test('any split gives what one pass gives', () => {
    fc.assert(
      fc.property(splitRows, ({ rows, pieces }) => {
        const whole = profileOf(rows)
        expectSame(mergedOf(pieces.map((piece) => profileOf(piece))), whole)
        expectSame(profileOf(...pieces), whole)
      }),
    )
  })

  test('identity: an empty profile on either side changes nothing', () => {
    fc.assert(
      fc.property(splitRows, ({ rows }) => {
        const whole = profileOf(rows)
        const left = createProfile(domain)
        mergeProfile(left, whole, most)
        expectSame(left, whole)
        mergeProfile(left, createProfile(domain), most)
        expectSame(left, whole)
      }),
    )
  })

  test('associativity, and the right side stays as it is', () => {
    fc.assert(
      fc.property(splitRows, splitRows, splitRows, (a, b, c) => {
        const left = profileOf(a.rows)
        mergeProfile(left, profileOf(b.rows), most)
        const last = profileOf(c.rows)
        mergeProfile(left, last, most)
        const right = profileOf(b.rows)
        const before = structuredClone(last)
        mergeProfile(right, last, most)
        expect(last).toEqual(before)
        const outer = profileOf(a.rows)
        mergeProfile(outer, right, most)
        expectSame(outer, left)
      }),
    )
  })

  test('quantiles of compacted sketches stay within the declared rank error', () => {
    const texts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => String(((from + i) * 7919) % 20_011))
    const cuts = [0, 1, 3000, 3001, 9000, 20_011]
    const merged = mergedOf(cuts.slice(1).map((to, i) => profileOf(texts(cuts[i]!, to))))
    expect(merged.kll.levels.length).toBeGreaterThan(1)
    expect(merged.categories.overflow).toBe(true)
    expect(estimateDistinct(merged.numbers)).toBe(estimateDistinct(profileOf(texts(0, 20_011)).numbers))
    const { values, weights, total } = weightedItems(kllData(merged.kll), 'sum')
    expect(total).toBe(20_011)
    let below = 0
    for (const [i, x] of values.entries()) {
      below += weights[i]!
      // The values are 0 to 20010, each once, so x + 1 of them are at or below x.
      expect(Math.abs(below - (x + 1)) / total).toBeLessThanOrEqual(0.005)
    }
  })

  test('a profile crosses threads', () => {
    const profile = profileOf(['1', 'a', null, '2.5'], ['b', 'true'])
    const copy = structuredClone(profile)
    expect(copy).toEqual(profile)
    updateProfile(copy, columnOf(['1']), 1, most)
    expectSame(copy, profileOf(['1', 'a', null, '2.5', 'b', 'true', '1']))
  })
})

/** The same column in a kernel's memory, its texts at addresses there. */
function inKernel(column: ScalarColumn, length: number): ScalarColumn {
  const kernel = takeKernel()
  const [arrays] = kernel.layOut(1, 4096)!
  const [room] = kernel.memory.rooms
  let at = 0
  for (let row = 0; row < length; row++) {
    arrays!.classes[row] = column.classes[row]!
    arrays!.numbers[row] = column.numbers[row]!
    const text = Buffer.from(column.text(row) ?? '')
    room.set(text, at)
    arrays!.starts[row] = room.byteOffset + at
    arrays!.ends[row] = room.byteOffset + at + text.length
    at += text.length
  }
  giveBack(kernel)
  return {
    ...column,
    ...arrays!,
    bytes: kernel.memory.bytes,
    text: (row) => column.text(row),
    textLength: (row) => column.textLength(row),
  }
}

describe('in the memory of a kernel', () => {
  const cell = fc.oneof(
    { weight: 8, arbitrary: fc.nat(255).map(String) },
    { weight: 2, arbitrary: fc.constantFrom('0', '1', '-0', '007', '256', '1e999', '2.50', 'true', '') },
    { weight: 2, arbitrary: fc.double({ noNaN: true }).map(String) },
    { weight: 2, arbitrary: fc.string({ maxLength: 9 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  const columns = fc
    .record({
      most: fc.nat(),
      other: fc.array(cell, { maxLength: 40 }),
      usual: fc.constantFrom('0', '17', '2.25', 'abc', null),
      length: fc.integer({ min: 128, max: 1500 }),
      spread: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ other, usual, length, spread, most }) =>
      Array.from({ length }, (_, i) =>
        other.length > 0 && i >= most % length && i % spread === 0 ? other[i % other.length]! : usual,
      ),
    )

  test('a column gives the same profile as elsewhere', () => {
    fc.assert(
      fc.property(columns, columns, (...batches) => {
        const here = createProfile()
        const there = createProfile()
        for (const texts of batches) {
          updateProfile(there, columnOf(texts), texts.length, most)
          updateProfile(here, inKernel(columnOf(texts), texts.length), texts.length, most)
        }
        expect(here).toEqual(there)
      }),
      { numRuns: 300 },
    )
  })

  test('numbers of typed formats, which have no text of their own', () => {
    const small = Array.from({ length: 700 }, (_, i) => (i % 50 === 49 ? null : String((i * 7) % 256)))
    for (const texts of [small, small.map((text) => text ?? '2.5')]) {
      const typed = (column: ScalarColumn) => {
        for (let row = 0; row < texts.length; row += 1 + Number(row > 400)) column.starts[row] = -0x80000000
        const textLength = (row: number) => (texts[row] ?? '').length
        return { ...column, text: (row: number) => texts[row] ?? undefined, textLength }
      }
      const here = createProfile()
      updateProfile(here, typed(inKernel(columnOf(texts), texts.length)), texts.length, most)
      const there = createProfile()
      updateProfile(there, typed({ ...columnOf(texts) }), texts.length, most)
      expect(here).toEqual(there)
      expect(here.moments.count).toBeGreaterThan(600)
    }
  })

  test('texts that stand elsewhere are counted all the same', () => {
    const texts = Array.from({ length: 500 }, (_, i) => (i % 3 ? String(i % 200) : `text ${i}`))
    const column = inKernel(columnOf(texts), texts.length)
    for (let row = 0; row < 500; row += 7) column.starts[row] = ~row
    const here = createProfile()
    updateProfile(here, column, texts.length, most)
    const there = createProfile()
    updateProfile(there, columnOf(texts), texts.length, most)
    expect(here).toEqual(there)
  })
})
