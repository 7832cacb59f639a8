import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../runtime/sha256.ts'

const expected = (text: string) => createHash('sha256').update(text).digest('hex')

test('texts of every length around the ends of blocks', () => {
  for (let length = 0; length <= 200; length++) {
    const text = 'é'.repeat(length >> 1) + 'a'.repeat(length & 1)
    expect(sha256(text), `${length}`).toBe(expected(text))
  }
})

test('any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => sha256(text) === expected(text)),
  )
  const long = 'byom, '.repeat(300_000)
  expect(sha256(long)).toBe(expected(long))
})
