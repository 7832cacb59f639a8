import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Batch, ValueClass } from '../../../runtime/batch.ts'
import { batches, batchOf, classOf, cut, overwrite } from '../../../runtime/conformance/batches.ts'
import * as tables from '../../../runtime/conformance/tables.ts'
import { classify, number } from '../../../runtime/decode/value.ts'

const encoder = new TextEncoder()
const numeric = fc.stringMatching(/^[-+]? ?[0-9]{0,20}(\.[0-9]{0,9})?([eE][-+]?[0-9]{0,4})?$/)
const oddities = [
  '1\n',
  ' 1',
  '--1',
  '+ 1',
  '- 1.5e3',
  '0x1',
  '१',
  'true',
  'false ',
  '1e400',
  '-0',
  '1e-400',
  '5.',
  '.5',
]

describe('classOf', () => {
  test('agrees with the decoders', () => {
    const text = fc.oneof(numeric, fc.constantFrom(...oddities), fc.string({ unit: 'binary', minLength: 1 }))
    fc.assert(
      fc.property(text, (value) => {
        if (value === '') return
        const bytes = encoder.encode(value)
        const valueClass = classify(bytes, 0, bytes.length)
        expect(classOf(value)).toEqual({ valueClass, number })
      }),
      { numRuns: 3000, seed: 1 },
    )
  })

  test('an empty text is a text, undefined is missing', () => {
    expect(classOf('')).toEqual({ valueClass: ValueClass.String, number: Number.NaN })
    expect(classOf(undefined)).toEqual({ valueClass: ValueClass.Missing, number: Number.NaN })
  })
})

describe('batchOf', () => {
  const batch = batchOf(
    { a: ['1', undefined], ['__proto__']: ['é', ''] },
    { sources: { a: 'output' }, eventIds: ['x', undefined], times: [5, 6], file: 'f', byte: 7, record: 3 },
  )

  test('holds what it was given', () => {
    expect(batch.length).toBe(2)
    expect(batch.columns.map(({ name, source }) => [name, source])).toEqual([
      ['a', 'output'],
      ['__proto__', 'data'],
    ])
    expect(batch.column('__proto__')!.text(0)).toBe('é')
    expect(batch.column('__proto__')!.textLength(0)).toBe(2)
    expect(batch.column('a')!.text(1)).toBeUndefined()
    expect(batch.column('b')).toBeUndefined()
    expect([batch.eventId(0), batch.eventId(1), batch.time(1)]).toEqual(['x', undefined, 6])
    expect(batch.position(1)).toMatchObject({ file: 'f', byte: 7, record: 4 })
  })

  test('arrays are longer than the batch', () => {
    for (const { classes, numbers } of batch.columns) {
      expect(classes.length).toBeGreaterThan(batch.length)
      expect(numbers.length).toBe(classes.length)
    }
  })

  test('columns of different length are refused', () => {
    expect(() => batchOf({ a: ['1'], b: [] })).toThrow('column "b" has 0 values, expected 1')
  })
})

describe('tables', () => {
  const makers = Object.entries(tables)

  test.each(makers)('%s: the same seed gives the same rows, another seed others', (_, make) => {
    expect(make(1, 50)).toEqual(make(1, 50))
    expect(make(1, 50).columns).not.toEqual(make(2, 50).columns)
  })

  test('every class of value occurs', () => {
    const seen = new Set<number>()
    for (const [, make] of makers)
      for (const { columns, length } of batches(make(1, 200), 64))
        for (const { classes } of columns)
          for (const valueClass of classes.subarray(0, length)) seen.add(valueClass)
    expect([...seen].sort()).toEqual(Object.values(ValueClass))
  })

  test('any cut holds the same rows, in arrays of its own', () => {
    const table = tables.tabular(1, 100)
    const rows = (batch: Batch) =>
      Array.from({ length: batch.length }, (_, row) => [
        batch.eventId(row),
        batch.time(row),
        batch.position(row),
        ...batch.columns.map((column) => column.text(row)),
      ])
    const whole = rows(cut(table, 0, 100))
    expect([...batches(table, 7)].flatMap(rows)).toEqual(whole)
    const other = cut(table, 0, 100)
    overwrite(cut(table, 0, 100))
    expect(other.columns[0]!.numbers[0]).toBe(Number(table.columns['amount']![0]))
  })
})
