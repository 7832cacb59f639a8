import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, skipBlanks, skipNested, skipScalar, skipString } from '../../../runtime/decode/json.ts'

/** Bytes behind the text that would continue almost any JSON; no function may look at them. */
const foreign = '"0}],:{"'

/** True when the text is one JSON value, told by the scanner. */
function accepts(text: string): boolean {
  const bytes = Buffer.from(text + foreign)
  const to = Buffer.byteLength(text)
  const start = skipBlanks(bytes, 0, to)
  if (start === to) return false
  const nested = bytes[start] === 123 || bytes[start] === 91
  const end = nested ? skipNested(bytes, start, to) : skipScalar(bytes, start, to)
  return end >= 0 && end <= to && skipBlanks(bytes, end, to) === to
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const token = fc.constantFrom(
  ...['{', '}', '[', ']', ',', ':', '"a"', '""', '"\\u00e9"', '"\\n"', '1', '-0.5e+3', '0', 'true', 'null'],
  ...['false', ' ', '\n', '\t', '\r'],
)
const character = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '/',
    'u',
    'b',
    'n',
    't',
    'f',
    'r',
    'e',
    'E',
    '-',
    '+',
    '.',
    '0',
    '1',
  ],
  ...[
    '9',
    'a',
    'F',
    'g',
    '\u0000',
    '\u001f',
    '\u007f',
    '\u00a0',
    '\ufeff',
    '\u2028',
    'é',
    ' ',
    '\n',
    'true',
    'nul',
  ],
)

test('accepts any JSON, however it is written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom('', ' ', '\t', '\r\n'), (value, indent) => {
      expect(accepts(JSON.stringify(value, undefined, indent))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('accepts what JSON.parse accepts: JSON with some characters replaced, removed or added', () => {
  const change = fc.record({ at: fc.nat(), remove: fc.nat(2), add: fc.oneof(fc.constant(''), character) })
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 3 }),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (value, changes) => {
        let text = JSON.stringify(value)
        for (const { at, remove, add } of changes) {
          const i = at % (text.length + 1)
          text = (text.slice(0, i) + add + text.slice(i + remove)).toWellFormed()
        }
        expect(accepts(text)).toBe(parses(text))
      },
    ),
    { numRuns: 20_000 },
  )
})

test('accepts what JSON.parse accepts: any sequence of tokens', () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 9 }), (tokens) => {
      const text = tokens.join('')
      expect(accepts(text)).toBe(parses(text))
    }),
    { numRuns: 20_000 },
  )
})

test('accepts what JSON.parse accepts: any characters between quotes, and any numeric-looking text', () => {
  const numeric = fc.string({ unit: fc.constantFrom(...'0123456789+-.eE'), maxLength: 8 })
  const inside = fc.string({ unit: character, maxLength: 8 }).map((text) => `"${text}"`)
  fc.assert(
    fc.property(fc.oneof(numeric, inside), (text) => {
      expect(accepts(text)).toBe(parses(text))
    }),
    { numRuns: 20_000 },
  )
})

test('any prefix of an array or object is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), (value) => {
      const text = JSON.stringify(value)
      for (let length = 0; length < text.length; length++)
        expect(accepts(text.slice(0, length).toWellFormed())).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test.each([
  '"\\u12"',
  '"\\u12g4"',
  '"\\x"',
  '"\\',
  '"\\u',
  '"\t"',
  '01',
  '1.',
  '.1',
  '-',
  '+1',
  '1e',
  '{"a":1,}',
  '[1,]',
  '{,}',
  '{1:2}',
  '[1 2]',
  '{"a" 1}',
  '{"a":1}}',
  '',
])('%j is not JSON', (text) => {
  expect(parses(text)).toBe(false)
  expect(accepts(text)).toBe(false)
})

test('a million open brackets neither end the process nor are taken for JSON', () => {
  const depth = 1_000_000
  expect(accepts('['.repeat(depth))).toBe(false)
  expect(accepts(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBe(true)
  expect(accepts(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)).toBe(true)
  expect(accepts(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth - 1)}]}`)).toBe(false)
})

test('tells whether a string holds an escape', () => {
  for (const [text, expected] of [
    ['"a\\nb"', true],
    ['"ab"', false],
    ['"\\\\"', true],
  ] as const) {
    expect(skipString(Buffer.from(text), 0, text.length)).toBe(text.length)
    expect(escaped).toBe(expected)
  }
})
