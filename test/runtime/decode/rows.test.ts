import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ColumnInfo, ValueClass } from '../../../runtime/batch.ts'
import { RowWriter, unreadable } from '../../../runtime/decode/rows.ts'
import { type Cell, cellOf, cellsOf, collecting, countsOf, textsOf } from './decoded.ts'

const positional = (names: readonly string[]): ColumnInfo[] =>
  names.map((name, index) => ({ name, kind: 'scalar', source: 'input', index }))

/** Reads payloads one after the other, as capture records are; an unreadable one is abandoned. */
function read(format: 'csv' | 'json', payloads: readonly string[], names: readonly string[] = []) {
  const { builder, decoded } = collecting({ columns: positional(names) })
  const writer = new RowWriter(builder, 'input', builder.buffers.slice())
  const results: (number | string)[] = []
  const bytes = Buffer.from(`${payloads.join('')}"}],\n`)
  builder.bytes = bytes
  let start = 0
  for (const payload of payloads) {
    const end = start + Buffer.byteLength(payload)
    builder.startRecord()
    const rows = writer[format](start, end)
    results.push(rows === unreadable ? writer.problem : rows)
    if (rows === unreadable) builder.abandon()
    else builder.commit(rows)
    start = end
  }
  builder.flush()
  return { ...decoded(), results }
}

/** The cell of a value that JSON.parse gave, written as JSON.stringify writes it. */
function cellOfJson(value: unknown): Cell | undefined {
  if (value === null) return undefined
  if (value === '') return { valueClass: ValueClass.String, number: Number.NaN, text: '', textLength: 0 }
  return cellOf(typeof value === 'string' ? value : JSON.stringify(value))
}

function cellsOfJson(object: object): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [name, value] of Object.entries(object)) {
    const cell = cellOfJson(value)
    if (cell) cells.set(name, cell)
  }
  return cells
}

const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('"', '\\', '\n', '\ufeff', '1', 'e'),
  ),
  maxLength: 6,
})
const scalar = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
// Without backslashes in keys: after one, JSON.parse of Node 26.10 (V8 14.6) takes other escaped keys for it.
const key = fc
  .oneof(fc.constantFrom('a', 'b', 'ab', 'é', '\ufeffa', '__proto__', 'constructor', ''), text)
  .filter((name) => !name.includes('\\'))
const object = fc.array(fc.tuple(key, scalar), { maxLength: 6 }).map((entries) => Object.fromEntries(entries))

/** JSON of a string with a \\u escape for the first of every `every` code units; 0: for none. */
function written(text: string, every: number): string {
  if (every === 0) return JSON.stringify(text)
  const units = Array.from({ length: text.length }, (_, i) =>
    i % every === 0
      ? `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`
      : JSON.stringify(text[i]).slice(1, -1),
  )
  return `"${units.join('')}"`
}

function writtenObject(object: object, every: number): string {
  const entries = Object.entries(object).map(
    ([key, value]) =>
      `${written(key, every)}:${typeof value === 'string' ? written(value, every) : JSON.stringify(value)}`,
  )
  return `{${entries.join(',')}}`
}

describe('JSON objects', () => {
  it('give the values that JSON.parse gives, whatever was read before', () => {
    fc.assert(
      fc.property(fc.array(object, { maxLength: 8 }), fc.nat(3), (objects, every) => {
        const payloads = objects.map((value) => writtenObject(value, every))
        const expected = payloads.map((payload) => cellsOfJson(JSON.parse(payload)))
        const result = read('json', payloads)
        expect(cellsOf(result)).toEqual(expected)
        expect(result.results).toEqual(payloads.map(() => 1))
      }),
      { numRuns: 3000 },
    )
  })

  it('take the last of equal keys, also when it is null', () => {
    expect(textsOf(read('json', ['{"a":1,"a":"x","b":2,"b":null,"\\u0061":3}']))).toEqual([{ a: '3' }])
  })

  it('take lone surrogates in names for what UTF-8 has for them', () => {
    const { columns } = read('json', ['{"\\ud800":1}', '{"\ufffd":2}', '{"\\udc00x":3}'])
    expect(columns.map(({ name }) => name)).toEqual(['\ufffd', '\ufffdx'])
  })

  it('count nested values and keep their text', () => {
    const result = read('json', ['{"a":[1, {"b":2}],"c":{"d":null}}'])
    expect(textsOf(result)).toEqual([{ a: '[1, {"b":2}]', c: '{"d":null}' }])
    expect(countsOf(result)).toEqual({ NESTED_VALUE: 2 })
  })

  it('count numbers beyond a double and keep their class', () => {
    const result = read('json', ['{"a":1e999,"b":"-1e999"}'])
    expect(cellsOf(result)).toEqual([
      new Map([
        ['a', cellOf('1e999')],
        ['b', cellOf('-1e999')],
      ]),
    ])
    expect(countsOf(result)).toEqual({ NUMBER_OUT_OF_RANGE: 2 })
  })
})

describe('JSON payloads', () => {
  it.each<[string, string[], Record<string, string>[]]>([
    ['an array of objects', ['[{"a":1},{"b":2} , {}]'], [{ a: '1' }, { b: '2' }, {}]],
    ['objects on lines', ['{"a":1}\n{"a":2}\r\n\n'], [{ a: '1' }, { a: '2' }]],
    ['an array of scalars', ['[1,"x",null]'], [{ p: '1', q: 'x' }]],
    ['an array of arrays', [' [ [1, 2],[3] ] '], [{ p: '1', q: '2' }, { p: '3' }]],
    ['a scalar', ['5', '"x"', 'null', 'true'], [{ p: '5' }, { p: 'x' }, {}, { p: 'true' }]],
    ['scalars on lines', ['5\n6\n'], [{ p: '5' }, { p: '6' }]],
    [
      'arrays on lines',
      ['[1,2]\n[3,4]'],
      [
        { p: '1', q: '2' },
        { p: '3', q: '4' },
      ],
    ],
    ['nested arrays in a row', ['[[1,[2]]]'], [{ p: '1', q: '[2]' }]],
    ['an array of columns and objects after it', ['[1,2]', '{"p":7}'], [{ p: '1', q: '2' }, { p: '7' }]],
  ])('may be %s', (_, payloads, rows) => {
    expect(textsOf(read('json', payloads, ['p', 'q', 'r']))).toEqual(rows)
  })

  it.each([
    '[1,2',
    '[{"a":1}',
    '[{"a":1},',
    '[{"a":1},2]',
    '[[1],{"a":1}]',
    '[1,',
    '{"a":1',
    '{"a"',
    '{"a":',
    '{"a":1,',
    '{"a":nul}',
    '{',
    '[',
    'x',
    '{"a":1}x',
    '{"a":1}]',
    "{'a':1}",
  ])('%s is unreadable and leaves no trace', (payload) => {
    const result = read('json', ['{"a":0}', payload, '{"b":1}'], ['p'])
    expect(textsOf(result)).toEqual([{ a: '0' }, { b: '1' }])
    expect(result.results).toEqual([1, expect.any(String), 1])
  })

  it('tell how many values are too many or too few', () => {
    const result = read('json', ['[1,2,3]', '[1]', '[]'], ['p', 'q'])
    expect(textsOf(result)).toEqual([{ p: '1', q: '2' }, { p: '1' }, {}])
    expect(countsOf(result)).toEqual({ ROW_TOO_LONG: 1, ROW_TOO_SHORT: 2 })
  })

  it('hold as many rows as there are values', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ a: String(i) }))
    expect(textsOf(read('json', [JSON.stringify(rows.map(({ a }) => ({ a: +a })))]))).toEqual(rows)
  })
})

describe('a name in both input and output', () => {
  function both(records: readonly (readonly [output: string, input: string])[]) {
    const { builder, decoded } = collecting()
    const writers = {
      output: new RowWriter(builder, 'output', []),
      input: new RowWriter(builder, 'input', []),
    }
    const bytes = Buffer.from(records.flat().join(''))
    builder.bytes = bytes
    let start = 0
    for (const [output, input] of records) {
      builder.startRecord()
      let rows = 0
      for (const [side, payload] of [
        ['output', output],
        ['input', input],
      ] as const) {
        const end = start + Buffer.byteLength(payload)
        rows = Math.max(rows, writers[side].json(start, end))
        start = end
      }
      builder.commit(rows)
    }
    builder.flush()
    return decoded()
  }

  it('keeps the output and counts the input', () => {
    const result = both([['{"a":1}', '{"a":2,"b":3}']])
    expect(textsOf(result)).toEqual([{ a: '1', b: '3' }])
    expect(countsOf(result)).toEqual({ NAME_IN_INPUT_AND_OUTPUT: 1 })
  })

  it('keeps the output also when the input had the name first', () => {
    const result = both([
      ['', '{"a":2}'],
      ['{"a":1}', '{"a":2}'],
      ['', '{"a":3,"a":4}'],
      ['{"a":null}', '{"a":5}'],
    ])
    expect(textsOf(result)).toEqual([{ a: '2' }, { a: '1' }, { a: '4' }, { a: '5' }])
    expect(countsOf(result)).toEqual({ NAME_IN_INPUT_AND_OUTPUT: 1 })
  })

  it('does so in every row of a record', () => {
    const result = both([['[{"a":1},{"c":1},{"a":3}]', '[{"a":7},{"a":8},{"a":9}]']])
    expect(textsOf(result)).toEqual([{ a: '1' }, { c: '1', a: '8' }, { a: '3' }])
    expect(countsOf(result)).toEqual({ NAME_IN_INPUT_AND_OUTPUT: 2 })
  })
})

describe('CSV payloads', () => {
  it('are one row a line, with or without a line end', () => {
    const result = read('csv', ['1,2\r\n\n3,\n', '4,5', ''], ['p', 'q'])
    expect(textsOf(result)).toEqual([{ p: '1', q: '2' }, { p: '3' }, { p: '4', q: '5' }])
    expect(result.results).toEqual([2, 1, 0])
  })

  it('with a quote that never closes are unreadable', () => {
    const result = read('csv', ['1,2\n3,"4', '5,6'], ['p', 'q'])
    expect(textsOf(result)).toEqual([{ p: '5', q: '6' }])
    expect(result.results).toEqual(['a quoted CSV field never ends', 1])
  })

  it('as a column give a row per value', () => {
    const { builder, decoded } = collecting({ columns: positional(['p', 'q']) })
    builder.bytes = Buffer.from('1,2\n,"4"')
    builder.startRecord()
    const rows = new RowWriter(builder, 'input', builder.buffers.slice()).csv(0, builder.bytes.length, true)
    builder.commit(rows)
    builder.flush()
    expect(textsOf(decoded())).toEqual([{ p: '1' }, { p: '2' }, {}, { p: '4' }])
  })
})

describe('good and bad payloads in any order', () => {
  it('give what the good ones give alone', () => {
    const bad = fc.oneof(
      fc.tuple(object, fc.nat(), fc.constantFrom('\u0001', '}', '"', ',')).map(([value, at, junk]) => {
        const json = JSON.stringify(value)
        const i = 1 + (at % json.length)
        return json.slice(0, i).toWellFormed() + junk
      }),
      fc.tuple(object, fc.nat()).map(([value, n]) => `[${JSON.stringify(value)},{"z":${n}},`),
    )
    const payload = fc.oneof(
      object.map((value) => ({ good: true, text: JSON.stringify(value) })),
      bad.filter((text) => !isJson(text)).map((text) => ({ good: false, text })),
    )
    fc.assert(
      fc.property(fc.array(payload, { maxLength: 12 }), (payloads) => {
        const good = payloads.filter(({ good }) => good)
        const mixed = read(
          'json',
          payloads.map(({ text }) => text),
        )
        expect(mixed.results.map((rows) => typeof rows === 'number')).toEqual(
          payloads.map(({ good }) => good),
        )
        expect(cellsOf(mixed)).toEqual(
          cellsOf(
            read(
              'json',
              good.map(({ text }) => text),
            ),
          ),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
