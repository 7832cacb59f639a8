import { describe, expect, it } from 'vitest'
import type { Batch } from '../../../runtime/batch.ts'
import { BatchBuilder } from '../../../runtime/decode/batch-builder.ts'
import { rowHash } from '../../../runtime/plugin.ts'
import { textHash } from '../../../runtime/sketches/row-hash.ts'

/** Chi-square of the counts of equally likely bins. */
function chiSquare(counts: ArrayLike<number>, expected: number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected) ** 2 / expected
  return sum
}

// The 1 − 1e-6 quantile of the chi-square distribution with 99 degrees of freedom, from the series of the incomplete
// gamma function, computed elsewhere (181.08 by Wilson and Hilferty). Ids and seeds are fixed: no run differs from another.
const critical99 = 180.79

/** Calls `see` with batches of the records; `id` undefined makes records of a dataset without ids. */
function batches(
  records: readonly { id?: string; offset: number; file?: string; byte?: number }[],
  size: number,
  see: (batch: Batch) => void,
): void {
  const builder = new BatchBuilder({
    columns: [{ name: 'x', kind: 'scalar', source: 'data' }],
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit: see,
  })
  for (const [i, { id, offset, file = 'f', byte = 0 }] of records.entries()) {
    builder.startRecordAt({ file, byte, record: i + 1, offset })
    builder.identify(id, Number.NaN)
    builder.ready(builder.length)
    builder.setText(builder.buffers[0]!, builder.length, String(i))
    builder.commit(1)
    if (builder.length >= size) builder.flush()
  }
  builder.flush()
}

function hashes(
  ...[records, size = 1000, seed = '']: [Parameters<typeof batches>[0], number?, string?]
): number[] {
  const found: number[] = []
  batches(records, size, (batch) => {
    for (let row = 0; row < batch.length; row++) found.push(rowHash(batch, row, seed))
  })
  return found
}

const count = 100_000
const kinds: [string, { id?: string; offset: number; file?: string }[]][] = [
  ['counting event ids', Array.from({ length: count }, (_, i) => ({ id: `event-${i}`, offset: 0 }))],
  [
    'UUIDs that differ in a few places',
    Array.from({ length: count }, (_, i) => ({
      id: `8f6b${(i * 7).toString(16).padStart(6, '0')}-11aa-4c0e-9d00-0000000000ff`,
      offset: 0,
    })),
  ],
  ['byte offsets of lines', Array.from({ length: count }, (_, i) => ({ offset: i * 83 }))],
  [
    'offsets in many files',
    Array.from({ length: count }, (_, i) => ({
      offset: Math.floor(i / 1000) * 512,
      file: `2022/04/18/${i % 1000}.csv`,
    })),
  ],
]

describe.each(kinds)('numbers of %s', (_, records) => {
  it('are uniform in [0, 1), in their high and in their low bits', () => {
    const high = new Float64Array(100)
    const low = new Float64Array(100)
    const seen = new Set<number>()
    for (const hash of hashes(records)) {
      expect(hash >= 0 && hash < 1).toBe(true)
      high[Math.floor(hash * 100)]!++
      low[Math.floor(((hash * 2 ** 26) % 1) * 100)]!++
      seen.add(hash)
    }
    expect(chiSquare(high, count / 100)).toBeLessThan(critical99)
    expect(chiSquare(low, count / 100)).toBeLessThan(critical99)
    // 53 bits: among 100,000 numbers the chance of an equal pair is 6e-7.
    expect(seen.size).toBe(new Set(records.map(({ id, file, offset }) => id ?? `${file} ${offset}`)).size)
  })

  it.each([
    ['', 'a'],
    ['1', '2'],
    ['seed', 'seed '],
    ['0', '00'],
  ])('of the seeds %j and %j are independent', (one, two) => {
    const table = new Float64Array(100)
    const first = hashes(records, 1000, one)
    for (const [i, hash] of hashes(records, 1000, two).entries())
      table[Math.floor(first[i]! * 10) * 10 + Math.floor(hash * 10)]!++
    expect(chiSquare(table, count / 100)).toBeLessThan(critical99)
  })

  it('say nothing about the next row', () => {
    const table = new Float64Array(100)
    const all = hashes(records)
    for (let i = 0; i + 1 < all.length; i += 2)
      table[Math.floor(all[i]! * 10) * 10 + Math.floor(all[i + 1]! * 10)]!++
    expect(chiSquare(table, all.length / 2 / 100)).toBeLessThan(critical99)
  })
})

describe('the number of a row', () => {
  const records = Array.from({ length: 500 }, (_, i) => ({ id: `é${i}`, offset: i }))

  it('is the same whatever else is in its batch', () => {
    const expected = hashes(records, 1)
    for (const size of [7, 64, 500]) expect(hashes(records, size)).toEqual(expected)
    expect(hashes(records.slice(100, 200), 9)).toEqual(expected.slice(100, 200))
  })

  it('is its event id’s where it has one, wherever it stands', () => {
    const moved = records.map(({ id }, i) => ({ id, offset: 9 * i, file: 'other', byte: 3 }))
    expect(hashes(moved)).toEqual(hashes(records))
  })

  it('is of file and byte offset where it has none, not of how the file is cut', () => {
    const bare = records.map(({ offset }) => ({ offset }))
    const expected = hashes(bare)
    expect(hashes(bare.map((record) => ({ ...record, byte: 100 })))).toEqual(expected)
    const other = hashes(bare.map((record) => ({ ...record, file: 'g' })))
    expect(other.filter((hash) => expected.includes(hash))).toEqual([])
    expect(new Set(expected).size).toBe(500)
  })

  it('differs between an id and a place that read the same', () => {
    const [place] = hashes([{ offset: 5, file: 'f' }])
    expect(hashes([{ id: 'f\u00005', offset: 0 }])).not.toEqual([place])
  })

  it('of a seed is not that of a seed that takes the beginning of the id', () => {
    expect(hashes([{ id: 'bc', offset: 0 }], 1, 'a')).not.toEqual(hashes([{ id: 'c', offset: 0 }], 1, 'ab'))
  })

  it('does not move between versions: samples of last month are those of today', () => {
    expect([textHash(''), textHash('a'), textHash('ünï')]).toMatchInlineSnapshot(`
      [
        0.4562795006266751,
        0.9138708360261171,
        0.21858965039011002,
      ]
    `)
  })

  it('takes texts longer than the room at hand, and the empty one', () => {
    const long = 'x'.repeat(100_000)
    expect(textHash(long)).toBe(textHash(long))
    expect(textHash(long)).not.toBe(textHash(`${long.slice(1)}y`))
    const between = textHash('short')
    textHash(long)
    expect(textHash('short')).toBe(between)
  })
})
