import { expect, test } from 'vitest'
import { json } from '../../../plugins/loggers/json.ts'
import type { LogEntry } from '../../../runtime/plugin.ts'
import { entry, oddFields, open, position } from './open.ts'

function lineOf(change: Partial<LogEntry>): string {
  const logger = open(json)
  logger.write(entry(change))
  expect(logger.printed.map(([stream]) => stream)).toEqual(['stdout'])
  return logger.printed[0]![1]
}

test('an entry is one line, its fields beside the rest', () => {
  expect(lineOf({ fields: { files: 2, path: 'a"b' }, position })).toBe(
    '{"level":"info","time":"2024-05-06T07:08:09.500Z","message":"plan ready","source":"byom",' +
      '"position":{"file":"a/b.jsonl","byte":1024,"record":7,"offset":4096},"files":2,"path":"a\\"b"}\n',
  )
  expect(lineOf({})).toBe(
    '{"level":"info","time":"2024-05-06T07:08:09.500Z","message":"plan ready","source":"byom"}\n',
  )
})

test('a field never hides a part of the entry, and no key comes twice', () => {
  const fields = JSON.parse(
    '{"level":"fatal","time":1,"message":2,"source":3,"position":4,"__proto__":{"a":1}}',
  )
  const text = lineOf({ fields })
  expect(text).toBe(
    '{"level":"info","time":"2024-05-06T07:08:09.500Z","message":"plan ready","source":"byom","field_level":"fatal",' +
      '"field_time":1,"field_message":2,"field_source":3,"field_position":4,"__proto__":{"a":1}}\n',
  )
})

test('odd fields never throw', () => {
  const text = lineOf({ fields: oddFields() })
  expect(text.slice(0, -1)).not.toContain('\n')
  const { deep, ...fields } = JSON.parse(text)
  expect(JSON.stringify(deep)).toBe(`${'{"deep":'.repeat(7)}"[deep]"${'}'.repeat(7)}`)
  expect(fields).toEqual({
    level: 'info',
    time: '2024-05-06T07:08:09.500Z',
    message: 'plan ready',
    source: 'byom',
    circle: { name: 'circle', self: '[circular]' },
    proxy: '[unreadable]',
    error: {
      name: 'TypeError',
      message: 'no',
      stack: 'TypeError: no\n    at a',
      code: 'E_NO',
      cause: { name: 'Error', message: 'why', stack: 'Error: why' },
    },
    big: '1180591620717411303424',
    numbers: ['NaN', '-Infinity', 0, 1e300],
    symbol: 'Symbol(s)',
    method: '[function]',
    none: null,
    map: [[{ a: 1 }, '2']],
    set: ['x'],
    date: '1970-01-01T00:00:00.000Z',
    noDate: null,
    bytes: '[3 bytes]',
    floats: [1, 'NaN'],
    getter: { bad: '[unreadable]', good: 1 },
    toJson: '[unreadable]',
    half: '\ud800',
    lines: 'one\ntwo\u2028three',
  })
})

test('the same value in two places is no circle', () => {
  const twice = { a: 1 }
  expect(JSON.parse(lineOf({ fields: { one: twice, two: [twice, twice] } }))).toMatchObject({
    one: { a: 1 },
    two: [{ a: 1 }, { a: 1 }],
  })
})

test.each([
  ['a long text', { text: 'x'.repeat(10_000_000) }],
  ['many texts', { texts: Array.from({ length: 1000 }, () => 'x'.repeat(10_000)) }],
  ['many numbers', { numbers: Array.from({ length: 1_000_000 }, (_, i) => i) }],
  ['an array of holes', { holes: new Array(1e9) }],
  ['a long key', { ['x'.repeat(10_000_000)]: 1 }],
  ['many keys', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key ${i}`, i]))],
  [
    'few values in many ways',
    { lattice: Array.from({ length: 7 }).reduce((x) => [x, x, x, x, x, x, x, x], 0) },
  ],
])('%s is cut', (_, fields) => {
  const text = lineOf({ fields: fields as Record<string, unknown> })
  expect(text.length).toBeLessThan(256 * 1024)
  expect(text).toContain('[more]')
  expect(JSON.parse(text).message).toBe('plan ready')
})

test('entries that break the contract are written all the same', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(JSON.parse(lineOf({ fields: proxy })).fields).toBe('[unreadable]')
  expect(JSON.parse(lineOf({ message: 5n as unknown as string })).message).toBe('5')
})

test.each([
  [{}, ['info', 'warn', 'error']],
  [{ level: 'debug' }, ['debug', 'info', 'warn', 'error']],
  [{ level: 'error' }, ['error']],
])('with %j the levels %j are written', (options, expected) => {
  const logger = open(json, options)
  for (const level of ['debug', 'info', 'warn', 'error'] as const) logger.write(entry({ level }))
  expect(logger.printed.map(([, text]) => JSON.parse(text).level)).toEqual(expected)
})

test('an unknown level is refused', () => {
  expect(() => open(json, { level: 'loud' })).toThrow('enum')
})
