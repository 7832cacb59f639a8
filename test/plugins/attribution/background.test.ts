import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { centreOf, readBackground, rowsOf } from '../../../plugins/attribution/background.ts'

const names = ['age', 'city, or town', 'paid']
const two = [
  [41, 'a,"b"', 0.5],
  [2, 'c', null],
]

describe('rows of a configuration', () => {
  test.each([
    ['rows', two],
    ['records with a list', two.map((features) => ({ features }))],
    ['records by name', two.map(([age, city, paid]) => ({ paid, 'city, or town': city, age }))],
    ['a wrapper', { instances: two.map((features) => ({ features })) }],
  ])('as %s', (_, value) => {
    expect(rowsOf(value, names)).toEqual(two)
  })

  test('one row alone, and none', () => {
    expect(rowsOf(two[0], names)).toEqual([two[0]])
    expect(rowsOf({ features: two[0] }, names)).toEqual([two[0]])
    expect([rowsOf([], names), rowsOf(undefined, names), rowsOf({}, [])]).toEqual([
      undefined,
      undefined,
      [[]],
    ])
  })
})

describe('files', () => {
  let work: string
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-background-'))
  })
  afterAll(() => rm(work, { recursive: true }))
  const file = async (text: string) => {
    const path = join(work, 'rows with blanks')
    await writeFile(path, text)
    return path
  }

  test.each([
    ['CSV', '41,"a,""b""",0.5\n2,c,\n'],
    ['CSV with a header in another order', '"city, or town",paid,age\r\n"a,""b""",0.5,41\r\nc,,2\r\n'],
    ['JSON Lines', '{"features":[41,"a,\\"b\\"",0.5]}\n{"features":[2,"c",null]}\n'],
    ['lists on lines', '[41,"a,\\"b\\"",0.5]\n[2,"c",null]'],
    ['JSON', '{"instances": [{"features":[41,"a,\\"b\\"",0.5]}, {"features":[2,"c",null]}]}'],
  ])('%s', async (_, text) => {
    const path = await file(text)
    expect(await readBackground(path, names)).toEqual(two)
    expect(await readBackground(pathToFileURL(path).href, names)).toEqual(two)
  })

  test('that are not there, or hold no row, are named', async () => {
    await expect(readBackground(join(work, 'none.csv'), names)).rejects.toThrow(
      /the baseline rows .*none\.csv cannot be read: ENOENT/,
    )
    for (const text of ['', '\n\n', '[]', '{"a": '])
      await expect(readBackground(await file(text), names), text).rejects.toThrow('has no row')
  })
})

test('the centre: means of numbers, the most frequent of everything else', () => {
  expect(
    centreOf([
      [1, 'a', null],
      [3, 'b', 2],
      [5, 'b', null],
    ]),
  ).toEqual([3, 'b', null])
})
