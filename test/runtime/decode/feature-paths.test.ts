import { expect, test } from 'vitest'
import { FeaturePaths } from '../../../runtime/decode/feature-paths.ts'
import { cellsOf, collecting, countsOf, type Setting, textsOf } from './decoded.ts'

type Declared = ConstructorParameters<typeof FeaturePaths>[0]

function read(declared: Declared, records: readonly string[], setting: Setting = {}) {
  const { builder, decoded } = collecting(setting)
  const paths = new FeaturePaths(declared, builder)
  builder.startSlice('f', 0)
  for (const text of records) {
    builder.bytes = Buffer.from(`}${text}}`)
    builder.startRecord()
    paths.record(builder, 1, builder.bytes.length - 1)
  }
  builder.flush()
  return decoded()
}

const feature = (name: string, path: string) => ({ name, from: 'record', path }) as const

test('values found by their paths, in the order of the declarations', () => {
  const result = read(
    [feature('c', 'a.b[1]'), feature('a', 'length(list)'), feature('t', 'flag'), feature('s', 'text')],
    ['{"a":{"b":[1,2.5]},"list":[1,2,3],"flag":true,"text":"1e5"}', '{"a":{"b":["x"]},"list":[],"text":""}'],
  )
  expect(result.columns.map(({ name }) => name)).toEqual(['c', 'a', 't', 's'])
  expect(textsOf(result)).toEqual([
    { c: '2.5', a: '3', t: 'true', s: '1e5' },
    { a: '0', s: '' },
  ])
  expect(cellsOf(result)[0]!.get('s')).toMatchObject({ number: 100000 })
  expect(countsOf(result)).toEqual({})
})

test('a path that finds nothing, or null, leaves its feature missing', () => {
  const result = read([feature('a', 'x.y')], ['{"x":{"y":null}}', '{"x":5}', '5', 'null', '[]'])
  expect(textsOf(result)).toEqual([{}, {}, {}, {}, {}])
})

test('an array or object is kept as its text and counted', () => {
  const result = read([feature('a', 'x')], ['{"x":[1,{"y":2}]}'])
  expect(textsOf(result)).toEqual([{ a: '[1,{"y":2}]' }])
  expect(countsOf(result)).toEqual({ NESTED_VALUE: 1 })
})

test('a path that fails on a record drops its value only', () => {
  const result = read(
    [feature('bad', 'length(x)'), feature('good', 'y')],
    ['{"x":5,"y":1}', '{"x":[],"y":2}'],
  )
  expect(textsOf(result)).toEqual([{ good: '1' }, { bad: '0', good: '2' }])
  expect(result.rejects.get('PATH_FAILED')).toMatchObject({
    count: 1,
    examples: [{ detail: expect.stringContaining('feature "bad", path length(x)') }],
  })
})

test('a value of any depth costs its own feature at most, never the run', () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
  const result = read([feature('a', 'x'), feature('b', 'y')], [`{"x":${deep},"y":1}`])
  expect(result.rows[0]!.cells.get('b')!.text).toBe('1')
  expect(Object.values(countsOf(result))).toEqual([1])
})

test('a record that is not JSON is rejected and leaves no row', () => {
  const result = read([feature('a', 'x')], ['{"x":1}', '{"x":', '{"x":2}'])
  expect(textsOf(result)).toEqual([{ a: '1' }, { a: '2' }])
  expect(countsOf(result)).toEqual({ NOT_JSON: 1 })
})

test('a feature beyond the limit is left out and counted', () => {
  const result = read([feature('a', 'x'), feature('b', 'x')], ['{"x":1}'], { maxFeatures: 1 })
  expect(textsOf(result)).toEqual([{ a: '1' }])
  expect(countsOf(result)).toEqual({ TOO_MANY_FEATURES: 1 })
})

test('the source of a column is where its value comes from', () => {
  const { builder, decoded } = collecting()
  const paths = new FeaturePaths(
    [
      { name: 'i', from: 'input', path: '@' },
      { name: 'o', from: 'output', path: '@' },
      { name: 'r', from: 'record', path: 'k' },
    ],
    builder,
  )
  builder.startRecord()
  paths.row(builder, 0, { input: 1, output: undefined, record: { k: 'v' } })
  builder.commit(1)
  builder.flush()
  expect(decoded().columns.map(({ source }) => source)).toEqual(['input', 'output', 'data'])
  expect(textsOf(decoded())).toEqual([{ i: '1', r: 'v' }])
})
