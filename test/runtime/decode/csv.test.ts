import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fieldCount,
  incomplete,
  isBlank,
  openQuote,
  spans,
  splitRecord,
  unclosed,
} from '../../../runtime/decode/csv.ts'

/**
 * The records of a whole document, one character at a time. RFC 4180, and: LF as well as CRLF ends a record; a quote
 * inside an unquoted field is a character; text behind a closing quote makes the field stand as it is written; an empty
 * line is no record. Ends with undefined where a quote never closes.
 */
function reference(text: string): (string[] | undefined)[] {
  const records: (string[] | undefined)[] = []
  let i = 0
  while (i < text.length) {
    const start = i
    const fields: string[] = []
    for (;;) {
      const begin = i
      let value = ''
      let raw = true
      if (text[i] === '"') {
        raw = false
        i++
        while (text[i] !== '"' || text[i + 1] === '"') {
          if (i >= text.length) return [...records, undefined]
          value += text[i]
          i += text[i] === '"' ? 2 : 1
        }
        i++
        const rest = text.slice(i).match(/^[^,\n]*/)![0]
        raw = rest !== '' && !(rest === '\r' && text[i + 1] !== ',')
      }
      const end = text.slice(i).search(/[,\n]/)
      i = end < 0 ? text.length : i + end
      if (raw) {
        value = text.slice(begin, i)
        if (text[i] !== ',') value = value.replace(/\r$/, '')
      }
      fields.push(value)
      if (text[i] !== ',') break
      i++
    }
    i++
    if (/^\r?\n?$/.test(text.slice(start, i))) continue
    records.push(fields)
  }
  return records
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function fieldsOf(bytes: Uint8Array): string[] {
  return Array.from({ length: fieldCount }, (_, f) =>
    decoder.decode(bytes.subarray(spans[2 * f], spans[2 * f + 1])),
  )
}

/** Records of a document whose bytes come in parts: the first part up to `cut`, then all. */
function split(text: string, cut = 0): (string[] | undefined)[] {
  const whole = Buffer.from(text)
  const records: (string[] | undefined)[] = []
  let done = 0
  for (const [to, last] of [
    [cut, false],
    [whole.length, true],
  ] as const) {
    const bytes = Uint8Array.from(Buffer.concat([whole.subarray(done, to), Buffer.from('"\n",')]))
    const end = to - done
    let i = 0
    while (i < end) {
      const next = splitRecord(bytes, i, end, last)
      if (next < 0) {
        if (!last) break
        expect(next).toBe(unclosed)
        return [...records, undefined]
      }
      if (!isBlank(bytes)) records.push(fieldsOf(bytes))
      i = next
    }
    done += Math.min(i, end)
  }
  return records
}

const unit = fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', ' ', 'é', '漢', '😀', '0')
const wild = fc.string({ unit, maxLength: 24 })

test('any document splits as the plain reference parser splits it', () => {
  fc.assert(
    fc.property(wild, (text) => {
      expect(split(text)).toEqual(reference(text))
    }),
    { numRuns: 20_000 },
  )
})

test('bytes that come in two parts give the same records, wherever they are cut', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const expected = reference(text)
      for (let cut = 0; cut <= Buffer.byteLength(text); cut++) expect(split(text, cut)).toEqual(expected)
    }),
    { numRuns: 1500 },
  )
})

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const table = fc.array(
  fc.array(fc.tuple(fc.string({ unit, maxLength: 6 }), fc.boolean()), { minLength: 1, maxLength: 5 }),
  { maxLength: 6 },
)

test('a written table reads back, with either line end', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, lineEnd, final) => {
      const lines = rows.map((row) =>
        row.map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text)).join(','),
      )
      const kept = rows.filter((_, i) => lines[i] !== '').map((row) => row.map(([text]) => text))
      expect(split(lines.join(lineEnd) + (final ? lineEnd : ''))).toEqual(kept)
    }),
    { numRuns: 3000 },
  )
})

test.each<[string, (string[] | undefined)[]]>([
  [
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,\n,b',
    [
      ['a', ''],
      ['', 'b'],
    ],
  ],
  ['a,', [['a', '']]],
  ['"a"b"c,d\n', [['"a"b"c', 'd']]],
  ['"a" ,b', [['"a" ', 'b']]],
  ['a"b,"c\nd",e', [['a"b', 'c\nd', 'e']]],
  ['\n\r\n""\n', [['']]],
  ['a\rb\n', [['a\rb']]],
  ['a\r', [['a']]],
  ['a\nb,"c\nd', [['a'], undefined]],
])('%j', (text, records) => {
  expect(split(text)).toEqual(records)
})

test('records of more fields than ever before', () => {
  const fields = Array.from({ length: 5000 }, (_, i) => String(i))
  expect(split(`${fields.join(',')}\na`)).toEqual([fields, ['a']])
})

test('a record without an end tells why, and where its open quote stands', () => {
  const bytes = Uint8Array.from(Buffer.from('a,"b",c,"d'))
  expect(splitRecord(bytes, 0, 4, false)).toBe(unclosed)
  expect(openQuote).toBe(2)
  expect(splitRecord(bytes, 0, 5, false)).toBe(incomplete)
  expect(splitRecord(bytes, 0, 7, false)).toBe(incomplete)
  expect(splitRecord(bytes, 0, bytes.length, true)).toBe(unclosed)
  expect(openQuote).toBe(8)
})
