import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Batch } from '../../runtime/batch.ts'
import { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import { selectRows } from '../../runtime/select.ts'

function feed(values: readonly (string | undefined)[], see: (batch: Batch) => void): void {
  const builder = new BatchBuilder({
    columns: [
      { name: 'x', kind: 'scalar', source: 'input', index: 3 },
      { name: 'y', kind: 'scalar', source: 'output' },
    ],
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit: see,
  })
  for (const [i, value] of values.entries()) {
    builder.startRecordAt({ file: `f${i % 2}`, byte: i % 3, record: i + 1, offset: i * 7 })
    builder.identify(i % 4 ? `id${i}` : undefined, i % 5 ? i : Number.NaN, i % 3 ? `s${i}` : undefined)
    builder.ready(builder.length)
    if (value !== undefined) builder.setText(builder.buffers[0]!, builder.length, value)
    builder.setNumber(builder.buffers[1]!, builder.length, i / 2, false)
    builder.commit(1)
  }
  builder.flush()
}

const shown = (batch: Batch, row: number) => [
  batch.columns.map((column) => [
    column.name,
    column.kind,
    column.source,
    column.index,
    column.classes[row],
    column.numbers[row],
    column.text(row),
    column.textLength(row),
    batch.column(column.name) === column,
  ]),
  batch.eventId(row),
  batch.time(row),
  batch.segment(row),
  batch.position(row),
]

it('a part of a batch shows each of its rows as the batch does (property)', () => {
  const value = fc.option(fc.constantFrom('', '1', '-2.5', 'true', 'ü', 'x'.repeat(300)), { nil: undefined })
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.boolean()), { minLength: 1, maxLength: 50 }), (rows) => {
      feed(
        rows.map(([value]) => value),
        (batch) => {
          const chosen = rows.flatMap(([, keep], row) => (keep ? [row] : []))
          // Longer than needed, as the host reuses it.
          const numbers = new Int32Array(rows.length).fill(-1)
          numbers.set(chosen)
          const part = selectRows(batch, numbers, chosen.length)
          expect(part.length).toBe(chosen.length)
          expect(part.column('nowhere')).toBeUndefined()
          for (const [i, row] of chosen.entries()) expect(shown(part, i)).toEqual(shown(batch, row))
        },
      )
    }),
    { numRuns: 200 },
  )
})
