import { describe, expect, test } from 'vitest'
import { batchOf } from '../../../runtime/conformance/index.ts'
import { type ModelRow, type ModelRows, mergeRows, takeBatch } from '../../../runtime/models/rows.ts'
import { sampledRows, startSample } from '../../../runtime/sketches/row-sample.ts'

type Columns = Record<string, (string | undefined)[]>

function rowsOf(...batches: Columns[]): ModelRows {
  const rows: ModelRows = { names: [], sample: startSample<ModelRow>(100) }
  for (const columns of batches)
    takeBatch(rows, batchOf(columns), Object.keys(columns), 'seed', (_row, cells) => () => ({
      cells: cells(),
    }))
  return rows
}
const valuesOf = ({ names, sample }: ModelRows) =>
  sampledRows(sample)
    .map(({ content }) => Object.fromEntries(content.cells.map((cell, k) => [names[k], cell])))
    .sort((a, b) => Number(a['b'] ?? 0) - Number(b['b'] ?? 0))

describe('features of batches', () => {
  test('numbers, texts, and nothing', () => {
    const rows = rowsOf({ b: ['1', '2.5'], a: ['x', undefined] })
    expect(rows.names).toEqual(['b', 'a'])
    expect(valuesOf(rows)).toEqual([
      { b: 1, a: 'x' },
      { b: 2.5, a: null },
    ])
  })

  test('columns that only some have make room in all rows, in an order that is nobody’s own', () => {
    expect(rowsOf({ b: ['1'], a: ['3'] }, { b: ['2'], a: ['4'] }).names).toEqual(['b', 'a'])
    expect(rowsOf({ b: ['1'], a: ['3'] }, { b: ['2'] }).names).toEqual(['a', 'b'])
    const more = rowsOf({ b: ['1'] }, { b: ['2'], a: ['3'] })
    expect(more.names).toEqual(['a', 'b'])
    expect(valuesOf(more)).toEqual([
      { b: 1, a: null },
      { b: 2, a: 3 },
    ])
    expect(rowsOf({ b: ['1'] }, { a: ['2'] }).names).toEqual(['a', 'b'])
  })
})

test('merging does not depend on who comes first, and leaves what is merged as it is', () => {
  const parts: Columns[] = [
    { b: ['1'] },
    { b: ['2'], c: ['5'] },
    { a: ['4'], b: ['3'] },
    { c: ['6'], a: ['7'], b: ['8'] },
  ]
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2],
  ]
  const found = orders.map((order) => {
    const [into, ...others] = order.map((i) => rowsOf(parts[i]!))
    for (const from of others) {
      const before = structuredClone(from)
      mergeRows(into!, from)
      expect(from).toEqual(before)
    }
    return { values: valuesOf(into!), names: into!.names }
  })
  for (const each of found) expect(each).toEqual(found[0])
  expect(found[0]!.names).toEqual(['a', 'b', 'c'])
  expect(found[0]!.values[2]).toMatchObject({ a: 4, b: 3 })
})
