import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnInfo } from '../../../runtime/batch.ts'
import { CsvDecoder, JsonDocumentDecoder, JsonLinesDecoder } from '../../../runtime/decode/datasets.ts'
import { FeaturePaths } from '../../../runtime/decode/feature-paths.ts'
import { cellOf, cellsOf, countsOf, decode, type Setting, textsOf } from './decoded.ts'

const planned = (names: readonly string[]): ColumnInfo[] =>
  names.map((name, index) => ({ name, kind: 'scalar', source: 'data', index }))

type Bytes = string | Uint8Array
const csv = (content: Bytes, header: boolean, setting: Setting = {}) =>
  decode(Buffer.from(content as string), (builder) => new CsvDecoder(builder, header), setting)
const jsonLines = (content: Bytes, setting: Setting = {}) =>
  decode(Buffer.from(content as string), (builder) => new JsonLinesDecoder(builder, undefined), setting)
const document = (content: Bytes, setting: Setting = {}) =>
  decode(Buffer.from(content as string), (builder) => new JsonDocumentDecoder(builder, undefined), setting)

const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', '😀', '1', '-'), maxLength: 5 }),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
  fc.integer().map(String),
  fc.constantFrom('true', 'false', 'NaN', '', '1e999'),
)
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 12 }))
const cuts = fc.array(fc.nat(300), { maxLength: 4 })
const within = (points: readonly number[], size: number) => points.map((point) => point % (size + 1))
const field = (text: string) => `"${text.replaceAll('"', '""')}"`

describe('CSV', () => {
  it('gives class, number and text of every field, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(table, cuts, (rows, points) => {
        const names = (rows[0] ?? []).map((_, c) => `c${c}`)
        const content = [names, ...rows].map((row) => row.map(field).join(',')).join('\r\n')
        const result = csv(content, true, { cuts: within(points, Buffer.byteLength(content)) })
        const expected = rows.map(
          (row) => new Map(row.flatMap((text, c) => (text === '' ? [] : [[`c${c}`, cellOf(text)] as const]))),
        )
        expect(cellsOf(result)).toEqual(expected)
        expect(result.rows.map(({ position }) => position)).toEqual(
          rows.map((_, i) => expect.objectContaining({ file: 'file', byte: 0, record: i + 1 })),
        )
      }),
      { numRuns: 1500 },
    )
  })

  it('without a header fills the planned columns by position', () => {
    const result = csv('1,2,3\n4\n\n5,6\n', false, { columns: planned(['a', 'b']) })
    expect(textsOf(result)).toEqual([{ a: '1', b: '2' }, { a: '4' }, { a: '5', b: '6' }])
    expect(countsOf(result)).toEqual({ ROW_TOO_LONG: 1, ROW_TOO_SHORT: 1 })
  })

  it('with a header of its own fills columns by name, not by plan', () => {
    const result = csv('b,c\n1,2\n', true, { columns: planned(['a', 'b']) })
    expect(textsOf(result)).toEqual([{ b: '1', c: '2' }])
    expect(result.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('names empty and repeated header fields', () => {
    const result = csv('a,,a,"a_2"\n1,2,3,4\n', true)
    expect(textsOf(result)).toEqual([{ a: '1', _c1: '2', a_2: '3', a_2_3: '4' }])
    expect(countsOf(result)).toEqual({ DUPLICATE_COLUMN: 2 })
  })

  it('keeps the columns right of one that was refused', () => {
    const result = csv('a,new,b\n1,2,3\n', true, { columns: planned(['a', 'b']), maxFeatures: 2 })
    expect(textsOf(result)).toEqual([{ a: '1', b: '3' }])
    expect(countsOf(result)).toEqual({ TOO_MANY_FEATURES: 1 })
  })

  it('whose header never closes a quote does not take the first row for it', () => {
    const result = csv('"a,b\n1,2\n3,4\n', true, { columns: planned(['a', 'b']) })
    expect(textsOf(result)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
    expect(countsOf(result)).toEqual({ QUOTE_UNCLOSED: 1 })
  })

  it('loses one line to a quote that never closes', () => {
    const result = csv('a,b\n1,2\n3,"4\n5,6\n7,8', true)
    expect(textsOf(result)).toEqual([
      { a: '1', b: '2' },
      { a: '5', b: '6' },
      { a: '7', b: '8' },
    ])
    expect(countsOf(result)).toEqual({ QUOTE_UNCLOSED: 1 })
    expect(result.rows.map(({ position }) => position.record)).toEqual([1, 3, 4])
  })

  it('counts an empty quoted value as a row, an empty line as none', () => {
    expect(csv('a\n""\n\n1\n', true).rows).toHaveLength(2)
  })
})

describe('bytes that are not UTF-8', () => {
  it('are counted for their record only, and shown as U+FFFD', () => {
    const content = Buffer.concat([
      Buffer.from('a,b\n1,'),
      Buffer.of(0xc3, 0x28),
      Buffer.from('\n"é""é",2\n'),
    ])
    for (let cut = 0; cut <= content.length; cut++) {
      const result = csv(content, true, { cuts: [cut] })
      expect(textsOf(result)).toEqual([
        { a: '1', b: '\ufffd(' },
        { a: 'é"é', b: '2' },
      ])
      expect(countsOf(result)).toEqual({ INVALID_UTF8: 1 })
    }
  })

  it('are counted for their line of JSON', () => {
    const content = Buffer.concat([Buffer.from('{"a":"'), Buffer.of(0xff), Buffer.from('"}\n{"a":"é"}\n')])
    for (let cut = 0; cut <= content.length; cut++)
      for (const read of [jsonLines, document]) {
        const result = read(content, { cuts: [cut] })
        expect(textsOf(result)).toEqual([{ a: '\ufffd' }, { a: 'é' }])
        expect(countsOf(result)).toEqual({ INVALID_UTF8: 1 })
      }
  })
})

const scalar = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.boolean(), fc.constant(null))
const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), scalar, { maxKeys: 4 })
const badLine = fc.constantFrom(
  'x',
  '[1]',
  '5',
  '"x"',
  'null',
  '{',
  '{"a":1',
  '{"a":1}}',
  '{"a":1,"b":nul}',
  '{"a"}',
)

function expectedTexts(objects: readonly object[]): Record<string, string>[] {
  return objects.map((value) =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => (inner === null ? [] : [[name, String(inner)]])),
    ),
  )
}

describe('JSON Lines', () => {
  const line = fc.oneof(
    object.map((value) => ({ value, text: JSON.stringify(value) })),
    badLine.map((text) => ({ value: undefined, text })),
  )

  it('good and bad lines in any order give the good ones alone, and each bad one once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), cuts, (lines, points) => {
        const content = lines.map(({ text }) => text).join('\n')
        const result = jsonLines(content, { cuts: within(points, Buffer.byteLength(content)) })
        const good = lines.flatMap(({ value }) => (value === undefined ? [] : [value]))
        expect(textsOf(result)).toEqual(expectedTexts(good))
        expect(countsOf(result)['NOT_JSON'] ?? 0).toBe(lines.length - good.length)
        expect(result.records).toBe(lines.length)
        expect(result.rows.map(({ position }) => position.record)).toEqual(
          lines.flatMap(({ value }, i) => (value === undefined ? [] : [i + 1])),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('tells where a bad line stands, empty lines counted', () => {
    const { rejects } = jsonLines('{"a":1}\n\n\r\nx\n')
    expect(rejects.get('NOT_JSON')!.examples).toEqual([
      { file: 'file', record: 4, detail: 'expected an object, found "x"' },
    ])
  })
})

describe('a JSON document', () => {
  it.each<[string, (objects: object[]) => string]>([
    ['an array', (objects) => JSON.stringify(objects)],
    ['an indented array', (objects) => JSON.stringify(objects, undefined, 2)],
    ['objects one after the other', (objects) => objects.map((value) => JSON.stringify(value)).join('')],
    ['lines', (objects) => objects.map((value) => JSON.stringify(value)).join('\n')],
  ])('may be %s', (_, write) => {
    fc.assert(
      fc.property(fc.array(object, { maxLength: 8 }), cuts, (objects, points) => {
        const content = write(objects)
        const result = document(content, { cuts: within(points, Buffer.byteLength(content)) })
        expect(textsOf(result)).toEqual(expectedTexts(objects))
        expect(countsOf(result)).toEqual({})
      }),
      { numRuns: 400 },
    )
  })

  it.each(['[{"a":1},x,{"a":2}]', '[{"a":1},{"a":}]', '[{"a":1},{"a":2', '[{"a":1}]"'])(
    'is read up to where it stops being JSON: %s',
    (content) => {
      for (let cut = 0; cut <= content.length; cut++) {
        const result = document(content, { cuts: [cut] })
        expect(textsOf(result)).toEqual([{ a: '1' }])
        expect(countsOf(result)).toEqual({ NOT_JSON: 1 })
        expect(result.records).toBe(2)
      }
    },
  )
})

describe('declared features', () => {
  const paths = [{ name: 'n', from: 'record', path: 'x.y[0]' }] as const
  it.each([
    ['lines', JsonLinesDecoder, '{"x":{"y":[1]}}\n{"x":\n{"x":{}}\n'],
    ['a document', JsonDocumentDecoder, '[{"x":{"y":[1]}},{"x":{}}]'],
  ])('are all that is read of %s', (_, Decoder, content) => {
    const result = decode(
      Buffer.from(content),
      (builder) => new Decoder(builder, new FeaturePaths(paths, builder)),
    )
    expect(textsOf(result)).toEqual([{ n: '1' }, {}])
    expect(countsOf(result)).toEqual(Decoder === JsonLinesDecoder ? { NOT_JSON: 1 } : {})
  })
})
