import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BatchFrame,
  ProtocolError,
  parseAnswer,
  parseProblem,
  parseReplies,
  request,
  status,
} from '../../../runtime/handle/protocol.ts'

const encoder = new TextEncoder()

/** A reply as a driver makes it. */
function replyOf(
  results: readonly (readonly [status: number, body: Uint8Array])[],
  log = '{"lines":[],"leftOut":0}',
): Uint8Array {
  const head = new Uint8Array(4 + 5 * results.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, results.length, true)
  for (const [i, [code, body]] of results.entries()) {
    head[4 + i] = code
    view.setUint32(4 + results.length + 4 * i, body.length, true)
  }
  return Buffer.concat([head, ...results.map(([, body]) => body), encoder.encode(log)])
}

describe('a batch frame', () => {
  test.each([
    ['bytes', encoder.encode('eins')],
    ['a buffer', Buffer.from('eins')],
  ])('holds count, lengths and records, of all or of some; its own copy of %s', (_, record) => {
    const batch = new BatchFrame()
    batch.add(record)
    record.fill(0)
    batch.add(encoder.encode(''))
    batch.add(encoder.encode('drei!'))
    const bytes = batch.encode()
    const view = new DataView(bytes.buffer)
    expect(view.getUint32(0, true)).toBe(bytes.length - 4)
    expect(bytes[4]).toBe(request.batch)
    expect([5, 9, 13, 17].map((at) => view.getUint32(at, true))).toEqual([3, 4, 0, 5])
    expect(Buffer.from(bytes.subarray(21)).toString()).toBe('einsdrei!')
    expect(Buffer.from(batch.encode(2, 3).subarray(13)).toString()).toBe('drei!')
    expect(batch.bytes).toBe(9)
  })
})

describe('replies', () => {
  test('of any number and size come back as spans', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.uint8Array({ maxLength: 40 }))),
        (results) => {
          const { bytes, results: spans } = parseReplies(replyOf(results), results.length)
          expect(
            spans.map((span) => [span.status, Uint8Array.from(bytes.subarray(span.start, span.end))]),
          ).toEqual(results)
        },
      ),
    )
  })

  test('of a hostile process are refused or stay within their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (body, expected) => {
        try {
          const { results } = parseReplies(body, expected)
          expect(results).toHaveLength(expected)
          for (const { start, end } of results) {
            expect(start).toBeLessThanOrEqual(end)
            expect(end).toBeLessThanOrEqual(body.length)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['another number of records', replyOf([[status.rows, encoder.encode('{}')]]), 2],
    ['an unknown status', replyOf([[9, encoder.encode('{}')]]), 1],
    ['a length beyond the frame', Uint8Array.from([1, 0, 0, 0, 0, 255, 255, 255, 255]), 1],
    ['a log that is not JSON', replyOf([[status.rows, encoder.encode('{}')]], '{"lines":'), 1],
    ['a log that is no object', replyOf([[status.rows, encoder.encode('{}')]], 'null'), 1],
    ['a log of five million lists', replyOf([], `{"lines":[${'[],'.repeat(5e6)}0]}`), 0],
    ['nothing', new Uint8Array(0), 1],
  ])('with %s are refused', (_, body, expected) => {
    expect(() => parseReplies(body, expected)).toThrow(ProtocolError)
  })

  test('log lines take the shape they should have', () => {
    const log = JSON.stringify({
      lines: [
        [0, 'warn', 'a'],
        [-1, 'shout', 'b'],
        [1.5, 'info', { x: 1 }],
        'nonsense',
        [2, 'error', 'x'.repeat(9000)],
      ],
      leftOut: 2.7,
    })
    const parsed = parseReplies(replyOf([], log), 0).log
    expect(parsed.leftOut).toBe(2)
    expect(parsed.lines.map(({ record, level, text }) => [record, level, text.length])).toEqual([
      [0, 'warn', 1],
      [undefined, 'info', 1],
      [undefined, 'info', 0],
      [undefined, 'info', 0],
      [2, 'error', 4000],
    ])
  })
})

describe('problems', () => {
  const parse = (value: unknown) => parseProblem(encoder.encode(JSON.stringify(value)))

  test('keep what fits, and nothing else', () => {
    expect(
      parse({
        kind: 'timeout',
        type: 'T',
        message: 'm',
        line: 3,
        column: -1,
        function: 'f',
        trace: 't',
        more: 1,
      }),
    ).toEqual({
      kind: 'timeout',
      type: 'T',
      message: 'm',
      line: 3,
      function: 'f',
      trace: 't',
    })
    expect(parse({ kind: {}, type: [], message: 7, line: 'x', trace: null })).toEqual({
      kind: 'failed',
      type: 'Error',
      message: '',
      trace: '',
    })
    expect(parse({ message: 'x'.repeat(5000), trace: `${'y'.repeat(9000)}` })).toMatchObject({
      message: 'x'.repeat(2000),
      trace: 'y'.repeat(8000),
    })
    expect(parse(JSON.parse('{"__proto__": {"kind": "timeout"}, "message": "\\ud800"}'))).toEqual({
      kind: 'failed',
      type: 'Error',
      message: '\ufffd',
      trace: '',
    })
    expect(() => parseProblem(encoder.encode('[1'))).toThrow(ProtocolError)
    expect(() => parseProblem(encoder.encode(`{"x":[${'[],'.repeat(1e5)}0]}`))).toThrow(ProtocolError)
  })

  test('an answer says whether there is one', () => {
    const answer = (text: string, log = '') => {
      const body = encoder.encode(text)
      const head = new Uint8Array(4)
      new DataView(head.buffer).setUint32(0, body.length, true)
      return parseAnswer(Buffer.concat([head, body, encoder.encode(log)]))
    }
    expect(answer('{"problem":null}').problem).toBeUndefined()
    expect(answer('{"problem":{"message":"m"}}', '{"lines":[[0,"info","x"]]}')).toMatchObject({
      problem: { message: 'm' },
      log: { lines: [{ text: 'x' }] },
    })
    for (const body of [new Uint8Array(3), Uint8Array.from([255, 255, 255, 255, 1])])
      expect(() => parseAnswer(body)).toThrow(ProtocolError)
  })
})
