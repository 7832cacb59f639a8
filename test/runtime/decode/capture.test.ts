import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnInfo, ColumnSource } from '../../../runtime/batch.ts'
import { CaptureDecoder } from '../../../runtime/decode/capture.ts'
import { shapeOf } from '../../../runtime/decode/capture-shape.ts'
import { FeaturePaths } from '../../../runtime/decode/feature-paths.ts'
import { parseInstant, type Window } from '../../../runtime/time.ts'
import { cellsOf, countsOf, decode, type Setting, textsOf } from './decoded.ts'

const of = (source: ColumnSource, names: readonly string[]): ColumnInfo[] =>
  names.map((name, index) => ({ name, kind: 'scalar', source, index }))
/** One output column, two input columns. */
const columns = [...of('output', ['y']), ...of('input', ['p', 'q'])]

interface Reading extends Setting {
  readonly window?: Window
  readonly features?: ConstructorParameters<typeof FeaturePaths>[0]
}

function capture(lines: readonly string[] | Uint8Array, { window = {}, features, ...setting }: Reading = {}) {
  let outside = 0
  const bytes = lines instanceof Uint8Array ? lines : Buffer.from(lines.join('\n'))
  const decoded = decode(
    bytes,
    (builder) =>
      new CaptureDecoder(builder, {
        window,
        paths: features && new FeaturePaths(features, builder),
        outside: () => outside++,
      }),
    { columns, ...setting },
  )
  return { ...decoded, outside }
}

const csv = (data: string) => ({ observedContentType: 'text/csv', mode: 'INPUT', data, encoding: 'CSV' })
const json = (data: unknown) => ({
  observedContentType: 'application/json',
  data: typeof data === 'string' ? data : JSON.stringify(data),
  encoding: 'JSON',
})
const base64 = (data: string | Uint8Array, observedContentType: string | null = null) => ({
  observedContentType,
  data: Buffer.from(data as string).toString('base64'),
  encoding: 'BASE64',
})
const time = '2022-04-18T00:21:48Z'

function record(endpointOutput: unknown, endpointInput: unknown, eventMetadata: unknown = {}): string {
  return JSON.stringify({
    captureData: {
      ...(endpointInput === undefined ? {} : { endpointInput }),
      ...(endpointOutput === undefined ? {} : { endpointOutput }),
    },
    eventMetadata: { eventId: 'e', inferenceTime: time, ...(eventMetadata as object) },
    eventVersion: '0',
  })
}

describe('a capture record', () => {
  it('is a row of output and input, with id, time and position', () => {
    const result = capture([record(csv('0.5\n'), csv('1,x\n')), '', record(csv('1'), csv('2,y'))])
    expect(textsOf(result)).toEqual([
      { y: '0.5', p: '1', q: 'x' },
      { y: '1', p: '2', q: 'y' },
    ])
    expect(result.rows[1]).toMatchObject({
      eventId: 'e',
      time: parseInstant(time),
      position: { file: 'file', byte: 0, record: 3 },
    })
    expect(countsOf(result)).toEqual({})
  })

  it.each<[string, unknown, unknown, object[]]>([
    ['CSV', csv('1,2\n3,4'), undefined, [{ y: '1' }, { y: '3' }]],
    ['JSON objects', json({ s: 0.5 }), json({ a: 1, b: null }), [{ s: '0.5', a: '1' }]],
    [
      'JSON lines',
      json('{"s":1}\n{"s":2}\n'),
      json('{"a":1}\n{"a":2}'),
      [
        { s: '1', a: '1' },
        { s: '2', a: '2' },
      ],
    ],
    [
      'JSON arrays',
      json([[1], [2]]),
      json([
        [3, 4],
        [5, 6],
      ]),
      [
        { y: '1', p: '3', q: '4' },
        { y: '2', p: '5', q: '6' },
      ],
    ],
    ['CSV beside JSON', csv('1'), json({ a: 2 }), [{ y: '1', a: '2' }]],
    ['BASE64 of CSV', base64('1', 'text/csv; charset=utf-8'), base64('2,x'), [{ y: '1', p: '2', q: 'x' }]],
    ['BASE64 of JSON', base64('{"s":1}'), base64('{"a":2}', 'application/json'), [{ s: '1', a: '2' }]],
    ['no encoding', { data: '1' }, { data: '{"a":2}', encoding: null }, [{ y: '1', a: '2' }]],
    ['the encoding NONE', { data: '1', encoding: 'none' }, undefined, [{ y: '1' }]],
    ['an input only', undefined, csv('1,2'), [{ p: '1', q: '2' }]],
    [
      'a column as one line',
      csv('7,8,9'),
      csv('1,2\n3,4\n5,6'),
      [
        { y: '7', p: '1', q: '2' },
        { y: '8', p: '3', q: '4' },
        { y: '9', p: '5', q: '6' },
      ],
    ],
    [
      'a column as one line beside JSON',
      csv('7,8\n'),
      json([{ a: 1 }, { a: 2 }]),
      [
        { y: '7', a: '1' },
        { y: '8', a: '2' },
      ],
    ],
    [
      'a column on several lines',
      csv('7,8\n9,6'),
      csv('1,2\n3,4\n5,6\n7,8'),
      [
        { y: '7', p: '1', q: '2' },
        { y: '8', p: '3', q: '4' },
        { y: '9', p: '5', q: '6' },
        { y: '6', p: '7', q: '8' },
      ],
    ],
  ])('may hold %s', (name, output, input, rows) => {
    const result = capture([record(output, input)])
    expect(textsOf(result)).toEqual(rows)
    expect(result.records).toBe(1)
    expect(countsOf(result)).toEqual(name === 'CSV' ? { ROW_TOO_LONG: 2 } : {})
  })

  it('may hold a column as one line where others hold rows of two outputs', () => {
    const two = [...of('output', ['y', 'z']), ...of('input', ['p'])]
    const lines = [record(csv('1,2'), csv('3')), record(csv('4,5'), csv('6\n7'))]
    expect(textsOf(capture(lines, { columns: two }))).toEqual([
      { y: '1', z: '2', p: '3' },
      { y: '4', p: '6' },
      { y: '5', p: '7' },
    ])
  })

  it('may be one of a batch transform', () => {
    const line = JSON.stringify({
      captureData: { batchTransformOutput: { data: '1', encoding: 'CSV' } },
      eventMetadata: { inferenceTime: time, inferenceId: 'i' },
    })
    const result = capture([line])
    expect(textsOf(result)).toEqual([{ y: '1' }])
    expect(result.rows[0]!.eventId).toBe('i')
  })

  it('of the platform’s own samples is read', () => {
    const samples = (name: string) => readFileSync(new URL(`../../golden/sdk/${name}`, import.meta.url))
    const placeholders = capture(samples('capture.jsonl'))
    expect(countsOf(placeholders)['TIME_UNREADABLE']).toBe(placeholders.records)
    expect(placeholders.rows.length).toBeGreaterThan(0)
    expect(capture(samples('captured-data.jsonl')).rows.length).toBeGreaterThan(0)
  })
})

describe('a bad record', () => {
  it.each<[string, string]>([
    ['NOT_JSON', '{"captureData":'],
    ['NOT_JSON', 'x'],
    ['NOT_A_CAPTURE_RECORD', '5'],
    ['NOT_A_CAPTURE_RECORD', 'null'],
    ['NOT_A_CAPTURE_RECORD', '[]'],
    ['NOT_A_CAPTURE_RECORD', '{"captureData":"x"}'],
    ['NOT_A_CAPTURE_RECORD', '{"captureData":{"endpointInput":{"data":5}}}'],
    ['PAYLOAD_UNREADABLE', record(csv('1'), csv('1,"x'))],
    ['PAYLOAD_UNREADABLE', record(json('{"a":1'), json({ b: 1 }))],
    ['PAYLOAD_UNREADABLE', record(csv('1'), json('[{"a":1},2]'))],
    ['PAYLOAD_BINARY', record(csv('1'), base64(Uint8Array.of(0, 1, 2), 'image/png'))],
    ['PAYLOAD_BINARY', record(csv('1'), { ...csv('1,2'), encoding: 'PARQUET' })],
    ['PAYLOAD_BINARY', record(csv('1'), { data: '!!', encoding: 'BASE64' })],
    ['ROW_COUNT_MISMATCH', record(csv('1\n2'), csv('1,2'))],
    ['ROW_COUNT_MISMATCH', record(csv('1,2,3'), csv('1,2\n3,4'))],
    ['ROW_COUNT_MISMATCH', record(json([{ s: 1 }, { s: 2 }]), json({ a: 1 }))],
  ])('is %s: %s', (code, line) => {
    const good = record(csv('1'), csv('2,3'))
    const result = capture([good, line, record(json({}), undefined)])
    expect(textsOf(result)).toEqual([{ y: '1', p: '2', q: '3' }, {}])
    expect(result.rejects.get(code as 'NOT_JSON')).toMatchObject({ count: 1, examples: [{ record: 2 }] })
    expect(result.records).toBe(3)
  })

  it.each([
    { observedContentType: { toString: null, valueOf: null } },
    { observedContentType: 5 },
    { encoding: { toString: null }, observedContentType: ['text/csv'] },
  ])('with odd metadata is read all the same: %j', (odd) => {
    const line = record({ data: '1', ...odd }, { data: '2,3', ...odd })
    expect(textsOf(capture([line]))).toEqual([{ y: '1', p: '2', q: '3' }])
    expect(shapeOf(line)).toEqual({ output: { width: 1 }, input: { width: 2 } })
  })

  it('of a megabyte of blanks as BASE64 is told at once', () => {
    const result = capture([record(csv('1'), { data: `${' '.repeat(1 << 20)}!`, encoding: 'BASE64' })])
    expect(countsOf(result)).toEqual({ PAYLOAD_BINARY: 1 })
  })

  it('that is not UTF-8 is kept and counted', () => {
    const bytes = Buffer.from(record(csv('1'), csv('2,#')))
    bytes[bytes.indexOf('#')] = 0xff
    const result = capture(Buffer.concat([bytes, Buffer.from(`\n${record(csv('1'), csv('2,é'))}`)]))
    expect(textsOf(result).map(({ q }) => q)).toEqual(['\ufffd', 'é'])
    expect(countsOf(result)).toEqual({ INVALID_UTF8: 1 })
  })
})

describe('time', () => {
  const at = (inferenceTime: unknown) => record(csv('1'), csv('2,3'), { inferenceTime })
  const window = { start: parseInstant('2022-04-18T00:00Z'), end: parseInstant('2022-04-18T01:00Z') }

  it('outside the window keeps a record out and is counted', () => {
    const lines = [
      '2022-04-17T23:59:59Z',
      '2022-04-18T00:00:00Z',
      '2022-04-18T00:59:59.999Z',
      '2022-04-18T01:00:00Z',
    ]
    const result = capture(lines.map(at), { window })
    expect(result.rows.map(({ position }) => position.record)).toEqual([2, 3])
    expect(result.outside).toBe(2)
  })

  it('that cannot be read counts as inside', () => {
    const lines = [at('{%s}'), at(5), at(undefined), at('')]
    const result = capture(lines, { window })
    expect(result.rows.map(({ time }) => time)).toEqual(lines.map(() => Number.NaN))
    expect(countsOf(result)).toEqual({ TIME_UNREADABLE: 4 })
  })
})

describe('declared features', () => {
  const features = [
    { name: 'first', from: 'input', path: 'list[0]' },
    { name: 'score', from: 'output', path: 'score' },
    { name: 'attribute', from: 'record', path: 'eventMetadata.customAttributes[0]' },
  ] as const

  it('are taken out of the payloads of both sides and of the record', () => {
    const line = record(json({ score: 0.5 }), json({ list: [7, 8] }), { customAttributes: ['c'] })
    expect(textsOf(capture([line], { features, columns: [] }))).toEqual([
      { first: '7', score: '0.5', attribute: 'c' },
    ])
  })

  it('stand beside a CSV side, in each of its rows', () => {
    const line = record(csv('1\n2'), json({ list: [7] }))
    expect(textsOf(capture([line], { features }))).toEqual([
      { y: '1', first: '7' },
      { y: '2', first: '7' },
    ])
  })

  it('reject a payload that is not JSON, and leave no trace of it', () => {
    const result = capture([record(csv('1'), json('{')), record(undefined, json({ list: [7] }))], {
      features,
    })
    expect(textsOf(result)).toEqual([{ first: '7' }])
    expect(countsOf(result)).toEqual({ PAYLOAD_UNREADABLE: 1 })
  })
})

describe('good and bad records in any order', () => {
  const number = fc.integer({ min: -9, max: 9 })
  const row = fc.tuple(number, number)
  const good = fc.oneof(
    fc.tuple(number, row).map(([y, input]) => record(csv(String(y)), csv(input.join(',')))),
    fc
      .array(fc.tuple(number, row), { minLength: 1, maxLength: 3 })
      .map((rows) =>
        record(
          csv(rows.map(([y]) => y).join('\n')),
          csv(rows.map(([, input]) => input.join(',')).join('\n')),
        ),
      ),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), number).map((input) => record(json({ s: 1 }), json(input))),
    fc
      .array(fc.dictionary(fc.constantFrom('a', 'b'), number), { minLength: 1, maxLength: 4 })
      .map((rows) => record(undefined, json(rows))),
  )
  const bad = fc.oneof(
    row.map((input) => record(csv('1\n2\n3'), csv(input.join(',')))),
    row.map((input) => record(csv('1'), csv(`${input.join(',')}\n1,"`))),
    fc.tuple(number, number).map(([a, b]) => record(json([{ a }, { b }, { a, b }]), json('{"z":1'))),
    fc.tuple(number, number).map(([a, b]) => record(json([{ a }, { b }]), json([{ q: 1 }]))),
    fc.constantFrom('x', '{}', '{"captureData":{}}'),
  )

  it('give what the good ones give alone, wherever the bytes are cut', () => {
    const lines = fc.array(
      fc.oneof(
        good.map((line) => ({ line, isGood: true })),
        bad.map((line) => ({ line, isGood: false })),
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(lines, fc.array(fc.nat(8000), { maxLength: 5 }), (mixed, points) => {
        const all = mixed.map(({ line }) => line)
        const size = Buffer.byteLength(all.join('\n'))
        const result = capture(all, { cuts: points.map((point) => point % (size + 1)) })
        const alone = capture(mixed.filter(({ isGood }) => isGood).map(({ line }) => line))
        expect(cellsOf(result)).toEqual(cellsOf(alone))
        const rejected = Object.entries(countsOf(result)).filter(
          ([code]) => !/^ROW_TOO|^NAME|^TIME/.test(code),
        )
        expect(rejected.reduce((sum, [, count]) => sum + count, 0)).toBe(
          mixed.filter(({ isGood }) => !isGood).length,
        )
      }),
      { numRuns: 700 },
    )
  })
})

it('payloads of any size keep their text', () => {
  const sizes = [10, 400_000, 3_000_000, 20, 600_000, 600_000, 600_000, 30]
  const lines = sizes.map((size) => record(csv('1'), csv(`${'é'.repeat(size)},2`)))
  const { rows } = capture(lines)
  expect(rows.map(({ cells }) => cells.get('p')!.text!.length)).toEqual(sizes)
  expect(new Set(rows.map(({ cells }) => cells.get('p')!.text!.replaceAll('é', '')))).toEqual(new Set(['']))
  expect(rows.every(({ cells }) => cells.get('q')!.text === '2' && cells.get('y')!.text === '1')).toBe(true)
})

describe('the shape of a record', () => {
  it.each<[string, unknown, unknown, object]>([
    ['CSV', csv('1'), csv('2,3,"4,5"\n1,2,3'), { output: { width: 1 }, input: { width: 3 } }],
    [
      'JSON objects',
      json([{ s: 1 }]),
      json('{"a":1,"b":2}\n{"c":1}'),
      { output: { names: ['s'] }, input: { names: ['a', 'b'] } },
    ],
    ['JSON arrays', json([1, 2]), json([[1, 2, 3]]), { output: { width: 2 }, input: { width: 3 } }],
    ['a scalar', json('5'), undefined, { output: { width: 1 } }],
    ['a column as one line', csv('1,2'), csv('1\n2'), { output: { width: 1 }, input: { width: 1 } }],
    [
      'a column as one line, in BASE64',
      base64('1,2'),
      base64('1,0\n2,0'),
      { output: { width: 1 }, input: { width: 2 } },
    ],
    [
      'a column beside JSON',
      csv('1,2'),
      json([{ a: 1 }, { a: 2 }]),
      { output: { width: 1 }, input: { names: ['a'] } },
    ],
    ['two outputs', csv('1,2\n3,4'), csv('1\n2'), { output: { width: 2 }, input: { width: 1 } }],
    ['nothing readable', csv('"'), json('{'), {}],
    ['a number for data', csv('1,2'), { data: 5 }, { output: { width: 2 } }],
  ])('%s', (_, output, input, shape) => {
    expect(shapeOf(record(output, input))).toEqual(shape)
  })

  it('is undefined for a line that is not JSON, empty for one that is no record', () => {
    expect(shapeOf('x')).toBeUndefined()
    for (const line of ['5', 'null', '[]', '{"captureData":null}', '{"captureData":{"endpointInput":{}}}'])
      expect(shapeOf(line)).toEqual({})
  })
})
