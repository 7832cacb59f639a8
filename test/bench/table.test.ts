import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { writers } from './files.ts'
import { columnsOf, type Mix, rowsOf } from './table.ts'

const mixes: Mix[] = ['easy', 'hard']

function rows(mix: Mix, count: number, columns = 20, seed?: number): (string | undefined)[][] {
  return Array.from(rowsOf(columnsOf(mix, columns), count, seed), (row) => [...row])
}

describe.each(mixes)('the %s mix', (mix) => {
  test('is the same on every machine, and the next time', () => {
    expect(rows(mix, 200)).toEqual(rows(mix, 200))
    expect(rows(mix, 500).slice(0, 200)).toEqual(rows(mix, 200))
    expect(rows(mix, 200, 20, 2)).not.toEqual(rows(mix, 200))
    const text = JSON.stringify(rows(mix, 1000))
    expect(createHash('sha256').update(text).digest('hex').slice(0, 16)).toBe(
      { easy: '9b66eaab249deaa5', hard: 'bdc3e5cb4ca7306e' }[mix],
    )
  })

  test('has the share of holes that its columns say', () => {
    const all = rows(mix, 5000)
    for (const [c, { missing }] of columnsOf(mix, 20).entries()) {
      const share = all.filter((row) => row[c] === undefined).length / all.length
      // Five standard errors of a share.
      expect(Math.abs(share - missing)).toBeLessThanOrEqual(5 * Math.sqrt((missing * (1 - missing)) / 5000))
    }
  })

  test('has numbers where the schema says so, in their names order', () => {
    const schema = columnsOf(mix, 120)
    expect(schema.map(({ name }) => name)).toEqual(schema.map(({ name }) => name).sort())
    for (const row of rows(mix, 50, 120))
      for (const [c, { type }] of schema.entries()) {
        const value = row[c]
        if (value === undefined) continue
        if (type === 'BIGINT') expect(value).toMatch(/^\d+$/)
        else if (type === 'DOUBLE') expect(Number(value), value).not.toBeNaN()
        else expect(value).toMatch(/^k[0-9a-z]+x$/)
      }
  })

  test('is the same table in every format', () => {
    const schema = columnsOf(mix, 20)
    const written = Object.fromEntries(
      (['capture', 'csv', 'json'] as const).map((format) => {
        const { line } = writers[format](schema)
        return [format, Array.from(rowsOf(schema, 100), (row, i) => line(row, i))]
      }),
    )
    const cells = rows(mix, 100).map((row) => row.map((value) => value ?? ''))
    expect(written['csv']!.map((line) => line.trimEnd().split(','))).toEqual(cells)
    expect(
      written['capture']!.map((line) => {
        const { endpointOutput, endpointInput } = JSON.parse(line).captureData
        return [endpointOutput.data, ...endpointInput.data.split(',')]
      }),
    ).toEqual(cells)
    const fromJson = written['json']!.map((line) => Object.values(JSON.parse(line)))
    const values = cells.map((row) =>
      row.map((text, c) => (text === '' ? null : schema[c]!.type === 'VARCHAR' ? text : Number(text))),
    )
    expect(fromJson).toEqual(values)
  })
})
