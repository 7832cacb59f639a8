import { once } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineSink } from '../../../runtime/local/lines.ts'

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = []
  const sink = lineSink((line) => lines.push(line))
  for (const chunk of chunks) sink.write(chunk)
  sink.end()
  await once(sink, 'finish')
  return lines
}

test('lines are the same however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''))),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      async (lines, sizes) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
        const chunks: Buffer[] = []
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = sizes[i % sizes.length]!
          chunks.push(bytes.subarray(at, at + size))
          at += size
        }
        expect(await linesOf(chunks)).toEqual(lines.map((line) => line.toWellFormed()))
      },
    ),
  )
})

test('a last line without an end is a line, and CRLF ends one', async () => {
  expect(await linesOf([Buffer.from('a\r\nb')])).toEqual(['a', 'b'])
})

test('a line without an end is cut, and nothing is lost', async () => {
  const chunks = Array.from({ length: 300 }, () => Buffer.alloc(1000, 'x'))
  const lines = await linesOf(chunks)
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('')).toBe('x'.repeat(300_000))
})
