import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupTexts } from '../../../runtime/sketches/text-groups.ts'

/** Texts as a batch holds them; those of `loose` rows stand outside of its bytes. */
function spansOf(texts: readonly string[], loose: ReadonlySet<number>) {
  const starts = new Int32Array(texts.length)
  const ends = new Int32Array(texts.length)
  let used = 0
  const parts = texts.map((text, row) => {
    const bytes = Buffer.from(loose.has(row) ? '' : text)
    starts[row] = loose.has(row) ? -1 : used
    ends[row] = used += bytes.length
    return bytes
  })
  return { bytes: Buffer.concat(parts), starts, ends, text: (row: number) => texts[row] }
}

test('every text is counted once, under the first row that has it', () => {
  const text = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', 'abcd', 'abce', 'é', '😀'), fc.string())
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean(), fc.boolean()), { maxLength: 600 }), (cells) => {
      const texts = cells.map(([each]) => each)
      const loose = new Set(cells.flatMap(([, outside], row) => (outside ? [row] : [])))
      const rows = cells.flatMap(([, , wanted], row) => (wanted ? [row] : []))
      const expected = new Map<string, { row: number; size: number }>()
      for (const row of rows) {
        const known = expected.get(texts[row]!)
        if (known) known.size++
        else expected.set(texts[row]!, { row, size: 1 })
      }
      const groups = groupTexts(spansOf(texts, loose), Int32Array.from(rows), rows.length)
      const found = Array.from({ length: groups.count }, (_, group) => ({
        row: groups.rows[group]!,
        size: groups.sizes[group]!,
      }))
      expect(found).toEqual([...expected.values()])
    }),
  )
})

test('texts with the same hash stay apart', () => {
  const texts = Array.from({ length: 100_000 }, (_, i) => `value ${i % 50_000}`)
  const rows = Int32Array.from(texts, (_, row) => row)
  const groups = groupTexts(spansOf(texts, new Set()), rows, rows.length)
  expect(groups.count).toBe(50_000)
  expect(groups.sizes.subarray(0, groups.count).every((size) => size === 2)).toBe(true)
})
