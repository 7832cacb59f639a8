import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Batch, type ColumnInfo, ValueClass } from '../../../runtime/batch.ts'
import { BatchBuilder, quote } from '../../../runtime/decode/batch-builder.ts'
import { cellOf, cellsOf, collecting, countsOf, textsOf } from './decoded.ts'

const columns: ColumnInfo[] = ['a', 'b'].map((name, index) => ({
  name,
  kind: 'scalar',
  source: 'data',
  index,
}))

/** Writes texts as the cells of one row of a record; undefined leaves a cell missing. */
function write(builder: BatchBuilder, texts: readonly (string | undefined)[], row = builder.length): void {
  builder.ready(row)
  for (const [c, text] of texts.entries())
    if (text !== undefined) builder.setText(builder.buffers[c]!, row, text)
}

describe('rows', () => {
  it('come out as they went in, over many batches of reused arrays', () => {
    const cell = fc.option(fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('true', '')), {
      nil: undefined,
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.tuple(cell, cell), fc.nat(3)), { maxLength: 200 }),
        fc.nat(30),
        (rows, flushEvery) => {
          const { builder, decoded } = collecting({ columns })
          builder.startSlice('f', 0)
          for (const [i, [texts, kind]] of rows.entries()) {
            builder.startRecord()
            write(builder, texts)
            if (kind === 0) builder.abandon()
            else builder.commit(1)
            if (i % (flushEvery + 1) === 0) builder.flush()
          }
          builder.flush()
          const kept = rows.filter(([, kind]) => kind > 0)
          const result = decoded()
          expect(cellsOf(result)).toEqual(
            kept.map(
              ([texts]) =>
                new Map(
                  texts.flatMap((text, c) =>
                    text === undefined
                      ? []
                      : [
                          [
                            columns[c]!.name,
                            text === '' ? { ...cellOf('x'), text: '', textLength: 0 } : cellOf(text),
                          ] as const,
                        ],
                  ),
                ),
            ),
          )
          expect(result.records).toBe(rows.length)
          expect(builder.rows).toBe(kept.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('abandoned by the thousand leave no trace in those that take their place', () => {
    const { builder, decoded } = collecting({ columns })
    builder.startRecord()
    for (let row = 0; row < 5000; row++) write(builder, ['1', 'x'], row)
    builder.abandon()
    builder.startRecord()
    for (let row = 0; row < 5000; row++) write(builder, row % 2 ? ['2'] : [undefined, 'y'], row)
    builder.commit(5000)
    builder.flush()
    expect(textsOf(decoded())).toEqual(
      Array.from({ length: 5000 }, (_, row) => (row % 2 ? { a: '2' } : { b: 'y' })),
    )
  })

  it('carry the id, time and position of their record', () => {
    const { builder, decoded } = collecting({ columns })
    builder.startSlice('f', 0)
    builder.startRecord()
    builder.identify('id-1', 5)
    write(builder, ['1'])
    write(builder, ['2'], 1)
    builder.commit(2)
    builder.skipLine()
    builder.startRecord()
    write(builder, ['3'])
    builder.commit(1)
    builder.startSlice('g', 100)
    builder.startRecord()
    write(builder, ['4'])
    builder.commit(1)
    builder.flush()
    builder.startRecord()
    write(builder, ['5'])
    builder.commit(1)
    builder.flush()
    expect(decoded().rows.map(({ eventId, time, position }) => [eventId, time, position])).toEqual([
      ['id-1', 5, expect.objectContaining({ file: 'f', byte: 0, record: 1 })],
      ['id-1', 5, expect.objectContaining({ file: 'f', byte: 0, record: 1 })],
      [undefined, Number.NaN, expect.objectContaining({ file: 'f', byte: 0, record: 3 })],
      [undefined, Number.NaN, expect.objectContaining({ file: 'g', byte: 100, record: 1 })],
      [undefined, Number.NaN, expect.objectContaining({ file: 'g', byte: 100, record: 2 })],
    ])
  })
})

describe('batches', () => {
  it('are full at a bounded number of cells, however many columns there are', () => {
    for (const [width, rows] of [
      [1, 4096],
      [64, 4096],
      [128, 4096],
      [1280, 1024],
      [100_000, 16],
    ] as const) {
      const wide = Array.from({ length: width }, (_, index) => ({ ...columns[0]!, name: `c${index}`, index }))
      const { builder, decoded } = collecting({ columns: wide, maxFeatures: 200_000 })
      builder.startRecord()
      while (!builder.full) {
        write(builder, ['1'])
        builder.commit(1)
      }
      expect(builder.length).toBe(rows)
      builder.flush()
      expect(builder.full).toBe(false)
      if (width === 1) expect(decoded().batches).toEqual([4096])
    }
  })

  it('without rows are not handed over', () => {
    const { builder, decoded } = collecting({ columns })
    builder.flush()
    builder.startRecord()
    builder.commit(0)
    builder.flush()
    expect(decoded().batches).toEqual([])
  })

  it('keep the same list of columns, which grows', () => {
    const seen: Batch['columns'][] = []
    const builder = new BatchBuilder({
      columns,
      maxFeatures: 10,
      excluded: new Set(),
      rejects: new Map(),
      emit: (batch) => seen.push(batch.columns),
    })
    for (const name of ['x', 'y']) {
      builder.startRecord()
      builder.ready(0)
      builder.setText(builder.named(name, 'data')!, 0, '1')
      builder.commit(1)
      builder.flush()
    }
    expect(seen[0]).toBe(seen[1])
    expect(seen[0]!.map(({ name }) => name)).toEqual(['a', 'b', 'x', 'y'])
  })
})

describe('columns', () => {
  it('that come late are missing in the rows before', () => {
    const { builder, decoded } = collecting({ columns })
    builder.startRecord()
    for (let row = 0; row < 300; row++) write(builder, ['1'], row)
    builder.setText(builder.named('late', 'data')!, 299, 'x')
    builder.commit(300)
    builder.flush()
    const texts = textsOf(decoded())
    expect(texts[298]).toEqual({ a: '1' })
    expect(texts[299]).toEqual({ a: '1', late: 'x' })
  })

  it('beyond the limit are refused and counted each time', () => {
    const { builder, decoded } = collecting({ columns, maxFeatures: 3 })
    expect(builder.named('c', 'data')?.name).toBe('c')
    expect(builder.named('d', 'data')).toBeUndefined()
    expect(builder.named('d', 'data')).toBeUndefined()
    expect(builder.named('a', 'data')).toBe(builder.buffers[0])
    expect(countsOf(decoded())).toEqual({ TOO_MANY_FEATURES: 2 })
  })

  it('that are excluded are written but not shown', () => {
    const { builder, decoded } = collecting({ columns, excluded: ['a', 'c'] })
    builder.startRecord()
    write(builder, ['1', '2'])
    builder.setText(builder.named('c', 'data')!, 0, '3')
    builder.commit(1)
    expect(builder.column('a')).toBeUndefined()
    expect(builder.column('b')?.name).toBe('b')
    builder.flush()
    expect(textsOf(decoded())).toEqual([{ b: '2' }])
  })
})

describe('typed numbers', () => {
  const { builder, decoded } = collecting({ columns })
  const [a] = builder.buffers
  builder.startRecord()
  builder.ready(4)
  const numbers = [1.5, 10002, Number.NaN, Number.POSITIVE_INFINITY, -0]
  for (const [row, number] of numbers.entries()) builder.setNumber(a!, row, number, false)
  builder.setNumber(builder.buffers[1]!, 1, 10002, true)
  builder.commit(5)
  builder.flush()

  it('have the text that a file of text would have; NaN is missing; infinity is counted', () => {
    expect(textsOf(decoded())).toEqual([
      { a: '1.5' },
      { a: '10002.0', b: '10002' },
      {},
      { a: 'Infinity' },
      { a: '-0.0' },
    ])
    expect(decoded().rows[1]!.cells.get('a')!.valueClass).toBe(ValueClass.Fractional)
    expect(decoded().rows[1]!.cells.get('b')!.valueClass).toBe(ValueClass.Integral)
    expect(countsOf(decoded())).toEqual({ NUMBER_OUT_OF_RANGE: 1 })
  })
})

it('texts of any length are classified', () => {
  const { builder, decoded } = collecting({ columns })
  for (const length of [10, 1365, 1366, 100_000]) {
    builder.startRecord()
    write(builder, ['1'.repeat(length), 'é'.repeat(length)])
    builder.commit(1)
  }
  builder.flush()
  for (const { cells } of decoded().rows)
    for (const cell of cells.values()) expect(cell).toEqual(cellOf(cell.text!))
  expect(decoded().rows[3]!.cells.get('b')!.textLength).toBe(200_000)
})

it('a quoted text is short and holds no control characters', () => {
  expect(quote('a\nb"c')).toBe('"a\\nb\\"c"')
  expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(57)}…"`)
  expect(quote(`${'x'.repeat(56)}${'😀'.repeat(5)}`)).toMatch(/^[\x20-\x7e…]+$/)
})
