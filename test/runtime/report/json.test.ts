import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import violationsSchema from '../../../contracts/constraint_violations.schema.json' with { type: 'json' }
import statisticsSchema from '../../../contracts/statistics.schema.json' with { type: 'json' }
import { isStatistics } from '../../../contracts/validators.generated.ts'
import { formatJson } from '../../../runtime/report/json.ts'

function recorded(name: string): string {
  return readFileSync(new URL(`../../golden/sdk/${name}`, import.meta.url), 'utf8').trimEnd()
}

describe('recorded files come out byte for byte', () => {
  test('constraint_violations.json', () => {
    const text = recorded('constraint_violations.json')
    expect(formatJson(JSON.parse(text), violationsSchema)).toBe(`${text}\n`)
  })

  test('a model quality report', () => {
    const text = recorded('model_monitor_model_quality_regression.json')
    const schema = {
      properties: {
        version: { type: 'number' },
        dataset: { properties: { item_count: { type: 'integer' } } },
        regression_metrics: {
          additionalProperties: { additionalProperties: { $ref: '#/definitions/double' } },
        },
      },
      definitions: { double: { type: 'number' } },
    }
    expect(formatJson(JSON.parse(text), schema)).toBe(`${text}\n`)
  })
})

test('statistics.json has doubles, integers, inline arrays and nested lists where its schema says', () => {
  const statistics = {
    version: 0,
    dataset: { item_count: 2 },
    features: [
      {
        name: 'a',
        inferred_type: 'Integral',
        numerical_statistics: {
          common: { num_present: 2, num_missing: 0 },
          mean: 1e-4,
          sum: 325,
          distribution: {
            kll: {
              buckets: [{ lower_bound: 0, upper_bound: 0.5, count: 2 }],
              sketch: { parameters: { c: 0.64, k: 2048 }, data: [[1, 2], [], [1e7]] },
            },
          },
        },
      },
      { name: 'b', custom: { text: { n: 1, x: 0.5, none: [], empty: {}, big: 1e21 } } },
    ],
  }
  expect(isStatistics(statistics)).toBe(true)
  expect(formatJson(statistics, statisticsSchema)).toBe(`{
  "version" : 0.0,
  "dataset" : {
    "item_count" : 2
  },
  "features" : [ {
    "name" : "a",
    "inferred_type" : "Integral",
    "numerical_statistics" : {
      "common" : {
        "num_present" : 2,
        "num_missing" : 0
      },
      "mean" : 1.0E-4,
      "sum" : 325.0,
      "distribution" : {
        "kll" : {
          "buckets" : [ {
            "lower_bound" : 0.0,
            "upper_bound" : 0.5,
            "count" : 2.0
          } ],
          "sketch" : {
            "parameters" : {
              "c" : 0.64,
              "k" : 2048.0
            },
            "data" : [ [ 1.0, 2.0 ], [ ], [ 1.0E7 ] ]
          }
        }
      }
    }
  }, {
    "name" : "b",
    "custom" : {
      "text" : {
        "n" : 1,
        "x" : 0.5,
        "none" : [ ],
        "empty" : { },
        "big" : 1e+21
      }
    }
  } ]
}
`)
})

test('scalars, empty containers and mixed arrays', () => {
  expect(formatJson(null)).toBe('null\n')
  expect(formatJson('a')).toBe('"a"\n')
  expect(formatJson({})).toBe('{ }\n')
  expect(formatJson([])).toBe('[ ]\n')
  expect(formatJson({ a: undefined })).toBe('{ }\n')
  expect(formatJson({ a: undefined, b: 1 })).toBe('{\n  "b" : 1\n}\n')
  expect(formatJson([1, 'a', { b: [] }, [true, null]])).toBe(
    '[ 1, "a", {\n  "b" : [ ]\n}, [ true, null ] ]\n',
  )
  expect(formatJson([-0, 0.1], {})).toBe('[ 0, 0.1 ]\n')
})

test('runs of one number, and zeros of both signs beside each other', () => {
  const runs = [0, 0, -0, -0, 0, 1.5, 1.5, 1.5, 2]
  expect(formatJson(runs, { items: { type: 'number' } })).toBe(
    '[ 0.0, 0.0, -0.0, -0.0, 0.0, 1.5, 1.5, 1.5, 2.0 ]\n',
  )
  expect(() => formatJson([1, 1, Number.NaN, Number.NaN], {})).toThrow('$[2] is NaN')
})

describe('the schema decides how a number is written', () => {
  test.each([
    [{ type: 'integer' }, 1e21, '1000000000000000000000'],
    [{ type: 'integer' }, -0, '0'],
    [{ type: 'number' }, 7, '7.0'],
    [{ type: ['number', 'null'] }, 7, '7.0'],
    [{ type: ['integer', 'null'] }, 7, '7'],
    [{ type: ['integer', 'number'] }, 7, '7.0'],
    [{ type: 'string' }, 7, '7'],
    [
      { $ref: '#/definitions/a~1b', definitions: { 'a/b': { $ref: '#/x' } }, x: { type: 'number' } },
      7,
      '7.0',
    ],
  ])('%j', (schema, value, text) => {
    expect(formatJson(value, schema)).toBe(`${text}\n`)
    expect(formatJson([value], { ...schema, $ref: undefined, items: schema })).toBe(`[ ${text} ]\n`)
  })

  test('additionalProperties that are a yes or no say nothing', () => {
    expect(formatJson({ a: 1 }, { additionalProperties: true })).toBe('{\n  "a" : 1\n}\n')
    expect(formatJson({ a: 1 }, { additionalProperties: false })).toBe('{\n  "a" : 1\n}\n')
  })

  test('names of the data are not looked up in prototypes', () => {
    const schema = { properties: { a: { type: 'number' } } }
    const value = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3, "a": 4}')
    expect(formatJson(value, schema)).toBe(
      '{\n  "__proto__" : 1,\n  "constructor" : 2,\n  "toString" : 3,\n  "a" : 4.0\n}\n',
    )
  })
})

test('lone surrogates and control characters are escaped, everything else stands', () => {
  expect(formatJson('\ud800x\n\u0001"\\é😀/')).toBe('"\\ud800x\\n\\u0001\\"\\\\é😀/"\n')
  expect(formatJson({ '\udc00': 1 })).toBe('{\n  "\\udc00" : 1\n}\n')
})

const place = { features: [{}, { mean: 1, list: [1, 2] }] }
describe('what JSON cannot hold is refused with its place', () => {
  test.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('%d', (x, name) => {
    for (const schema of [{}, statisticsSchema]) {
      const value = { ...place, features: [{}, { custom: { x } }] }
      expect(() => formatJson(value, schema)).toThrow(
        new TypeError(`$.features[1].custom.x is ${name}, which JSON cannot hold`),
      )
    }
    for (const type of ['number', 'integer', undefined]) {
      const schema = { properties: { a: { items: { type } } } }
      expect(() => formatJson({ a: [0, x] }, schema)).toThrow(
        new TypeError(`$.a[1] is ${name}, which JSON cannot hold`),
      )
    }
  })

  test.each([
    [{ a: [1, undefined] }, '$.a[1] holds undefined'],
    // biome-ignore lint/suspicious/noSparseArray: the case under test
    [{ a: [1, , 2] }, '$.a[1] holds undefined'],
    [{ a: 1n }, '$.a holds a bigint'],
    [{ a: () => 1 }, '$.a holds a function'],
    [{ a: new Map() }, '$.a holds an object of class Map'],
    [{ a: new Float64Array(2) }, '$.a holds an object of class Float64Array'],
    [{ a: new Date(0) }, '$.a holds an object of class Date'],
  ])('%o', (value, start) => {
    expect(() => formatJson(value)).toThrow(new TypeError(`${start}, which JSON cannot`))
  })

  test('a fraction where the schema says integer', () => {
    expect(() => formatJson([0.5], { items: { type: 'integer' } })).toThrow(
      new TypeError('$[0] is 0.5 where the schema says integer'),
    )
  })

  test('a value that holds itself', () => {
    const loop: unknown[] = []
    loop.push({ loop })
    expect(() => formatJson(loop)).toThrow(/^\$\[0\]\.loop\[0\].*… is nested deeper than 500 levels$/)
  })

  test.each(['#/definitions/none', '#/definitions/toString', 'other.json#/a', '#/definitions/self'])(
    'a schema with $ref %s',
    ($ref) => {
      const definitions = { self: { $ref: '#/definitions/self' } }
      const schema = { properties: { a: { $ref } }, definitions }
      expect(() => formatJson({ a: 1 }, schema)).toThrow(TypeError)
      expect(() => formatJson({ a: 1 }, schema)).toThrow(`$.a has a schema whose $ref ${$ref} leads nowhere`)
    },
  )
})

test('objects of another realm and without prototype are written', () => {
  expect(formatJson(runInNewContext('({a: [1, {b: 2}]})'))).toBe(formatJson({ a: [1, { b: 2 }] }))
  expect(formatJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{\n  "a" : 1\n}\n')
})

test('500 levels are written', () => {
  const deep = JSON.parse('['.repeat(500) + ']'.repeat(500))
  expect(JSON.parse(formatJson(deep))).toEqual(deep)
})

const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'a', ''))
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json')),
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(fc.tuple(key, tie('json'))).map((pairs) => Object.fromEntries(pairs)),
  ),
}))

test('every value reads back as itself, as JSON.stringify would have written it', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.stringify(JSON.parse(formatJson(value)))).toBe(JSON.stringify(value))
    }),
  )
})

test('numbers under a schema read back as themselves', () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }))
  fc.assert(
    fc.property(numbers, fc.array(fc.maxSafeInteger()), (doubles, integers) => {
      const schema = {
        properties: { doubles: { items: { type: 'number' } }, integers: { items: { type: 'integer' } } },
      }
      const back = JSON.parse(formatJson({ doubles, integers }, schema))
      expect(back.doubles).toEqual(doubles)
      expect(back.integers).toEqual(integers.map((x) => x + 0))
    }),
  )
})

test('a million numbers in long arrays', () => {
  const row = Array.from({ length: 5000 }, (_, i) => i / 7)
  const features = Array.from({ length: 200 }, () => ({ data: [row] }))
  const schema = { properties: { data: { items: { items: { type: 'number' } } } } }
  const text = formatJson(features, { items: schema })
  expect(JSON.parse(text)).toEqual(features)
  expect(text.startsWith('[ {\n  "data" : [ [ 0.0, 0.14285714285714285, ')).toBe(true)
})
