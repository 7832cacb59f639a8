import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import { CaptureDecoder } from '../../runtime/decode/capture.ts'
import { CsvDecoder, JsonDocumentDecoder, JsonLinesDecoder } from '../../runtime/decode/datasets.ts'
import { MonitorError } from '../../runtime/errors.ts'
import { type BlockDecoder, readSlice, readStart, roomBytes } from '../../runtime/read.ts'
import { collecting, countsOf, type Decoded, textsOf } from './decode/decoded.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'file')
  await writeFile(path, content)
  return path
}

type Make = (builder: BatchBuilder) => BlockDecoder
const jsonLines: Make = (builder) => new JsonLinesDecoder(builder, undefined)
const document: Make = (builder) => new JsonDocumentDecoder(builder, undefined)
const capture: Make = (builder) =>
  new CaptureDecoder(builder, { window: {}, paths: undefined, outside: () => {} })
const csv: Make = (builder) => new CsvDecoder(builder, true)

interface Reading {
  readonly cuts?: readonly number[]
  readonly maxRecordBytes?: number
}

/** Reads a file slice by slice into one builder, with a decoder for each slice. */
async function read(
  content: string | Uint8Array,
  make: Make,
  { cuts = [], maxRecordBytes = 1 << 26 }: Reading = {},
): Promise<Decoded> {
  const path = await file(content)
  const size = Buffer.byteLength(content)
  const { builder, decoded } = collecting()
  const borders = [0, ...[...cuts].map((cut) => Math.min(cut, size)).sort((a, b) => a - b), size]
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!]
    builder.startSlice('file', start)
    await readSlice({ path, name: 'file', start, end, maxRecordBytes }, make(builder))
  }
  return decoded()
}

const numbered = (i: number, length: number) => {
  const line = `{"i":${i},"x":""}`
  return line.replace('""', `"${'é'.repeat(Math.max(0, length - line.length) / 2)}"`)
}

const lines = fc.array(
  fc.record({
    length: fc.oneof(fc.nat(90), fc.nat(400)),
    empty: fc.nat(5).map((n) => n === 0),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  }),
  { maxLength: 30 },
)

describe('slices', () => {
  it('together hold each record once, in order, wherever they are cut; too long ones are rejected once', async () => {
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.boolean(),
        fc.array(fc.nat(4000), { maxLength: 6 }),
        fc.integer({ min: 30, max: 300 }),
        async (specs, final, cuts, maxRecordBytes) => {
          const texts = specs.map(({ length, empty }, i) => (empty ? '' : numbered(i, length)))
          const ended = texts.map((text, i) =>
            i + 1 < texts.length || final ? text + specs[i]!.lineEnd : text,
          )
          const fits = ended.map((line) => Buffer.byteLength(line.replace(/\n$/, '')) <= maxRecordBytes)
          const expected = texts.filter((text, i) => text !== '' && fits[i])
          const tooLong = fits.filter((fit) => !fit).length
          const result = await read(ended.join(''), jsonLines, { cuts, maxRecordBytes })
          expect(textsOf(result)).toEqual(
            expected.map((line) => {
              const { i, x } = JSON.parse(line)
              return { i: String(i), x }
            }),
          )
          expect(countsOf(result)).toEqual(tooLong > 0 ? { RECORD_TOO_LONG: tooLong } : {})
          expect(result.records).toBe(expected.length + tooLong)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('cut at every byte give the records of the whole', async () => {
    const content = '{"i":0}\n\n{"i":1}\r\n{"i":2}\n{"i":3}'
    const whole = textsOf(await read(content, jsonLines))
    expect(whole).toEqual(['0', '1', '2', '3'].map((i) => ({ i })))
    for (let cut = 0; cut <= content.length; cut++)
      for (let second = cut; second <= content.length; second += 3)
        expect(textsOf(await read(content, jsonLines, { cuts: [cut, second] }))).toEqual(whole)
  })

  it('of captures lose no row when the slice ends in a line that is too long', async () => {
    const record = (value: string) =>
      JSON.stringify({
        captureData: { endpointInput: { data: value, encoding: 'JSON' } },
        eventMetadata: { eventId: value, inferenceTime: '2022-01-01T00:00:00Z' },
      })
    const good = [1, 2, 3].map((a) => record(`{"a":${a}}`))
    for (const long of [record(`{"a":"${'x'.repeat(1000)}"}`), 'x'.repeat(5000)]) {
      const content = [good[0], good[1], long, good[2], long].join('\n')
      for (const cuts of [[], [content.length - 10], [600], [300, 700]]) {
        const result = await read(content, capture, { cuts, maxRecordBytes: 300 })
        expect(textsOf(result)).toEqual([{ a: '1' }, { a: '2' }, { a: '3' }])
        expect(countsOf(result)).toEqual({ RECORD_TOO_LONG: 2 })
        expect(result.rows.map(({ eventId }) => eventId)).toEqual(['{"a":1}', '{"a":2}', '{"a":3}'])
      }
    }
  })
})

describe('the position of a record', () => {
  it('is the byte where it starts, however the file is cut or compressed', async () => {
    const content = `\ufeff${Array.from({ length: 20 }, (_, i) => `${numbered(i, 30 + i)}\n${i % 3 ? '' : '\r\n'}`).join('')}`
    const bytes = Buffer.from(content)
    const expected = Array.from({ length: 20 }, (_, i) => bytes.indexOf(`{"i":${i},`))
    const offsets = ({ rows }: Decoded) => rows.map(({ position }) => position.offset)
    expect(offsets(await read(content, jsonLines))).toEqual(expected)
    expect(offsets(await read(gzipSync(content), jsonLines))).toEqual(expected)
    for (let cut = 4; cut < bytes.length; cut += 7)
      expect(offsets(await read(content, jsonLines, { cuts: [cut], maxRecordBytes: 100 }))).toEqual(expected)
  })
})

describe('lines longer than a block', () => {
  const long = (i: number) => numbered(i, 3 << 20)
  const content = [numbered(0, 10), long(1), numbered(2, 10), long(3), numbered(4, 10)].join('\n')
  const ids = async (reading: Reading, bytes: string | Uint8Array = content) =>
    (await read(bytes, jsonLines, reading)).rows.map(({ cells }) => cells.get('i')!.text)

  it('are read whole, cut wherever', async () => {
    const all = ['0', '1', '2', '3', '4']
    expect(await ids({})).toEqual(all)
    expect(await ids({ cuts: [1 << 20, 2 << 20, (3 << 20) + 40, 4 << 20] })).toEqual(all)
    expect(await ids({ cuts: [10, 12, 14, 16, 18, 20] })).toEqual(all)
  })

  it('are read whole out of gzip', async () => {
    expect(await ids({}, gzipSync(content))).toEqual(['0', '1', '2', '3', '4'])
  })

  it('are rejected once when over the limit, and reading goes on', async () => {
    for (const maxRecordBytes of [1000, 1 << 20, 2 << 20, (3 << 20) - 100]) {
      const result = await read(content, jsonLines, { maxRecordBytes })
      expect(result.rows.map(({ cells }) => cells.get('i')!.text)).toEqual(['0', '2', '4'])
      expect(countsOf(result)).toEqual({ RECORD_TOO_LONG: 2 })
    }
  })

  it('or about as long as what fits before the next bytes are read whole among short ones', async () => {
    const length = fc.oneof(
      fc.integer({ min: 20, max: 2000 }),
      fc.integer({ min: 250_000, max: 270_000 }),
      fc.integer({ min: 900_000, max: 1_300_000 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(length, { maxLength: 12 }), fc.boolean(), async (lengths, zipped) => {
        const bytes = Buffer.from(lengths.map((bytes, i) => `${numbered(i, bytes)}\n`).join(''))
        const { rows } = await read(zipped ? gzipSync(bytes, { level: 1 }) : bytes, jsonLines)
        const found = rows.map(({ cells }) => `${cells.get('i')!.text} ${cells.get('x')!.text!.length}`)
        expect(found).toEqual(lengths.map((bytes, i) => `${i} ${JSON.parse(numbered(i, bytes)).x.length}`))
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('are looked at a bounded number of times, also when the bytes come in small parts', async () => {
    let bytes = 0
    const counting: Make = (builder) => {
      const inner = jsonLines(builder)
      return {
        decode(...given) {
          bytes += given[2] - given[1]
          return inner.decode(...given)
        },
        overflow: (...given) => inner.overflow(...given),
      }
    }
    const line = numbered(0, 24 << 20)
    await read(gzipSync(line), counting)
    expect(bytes).toBeLessThan(3 * Buffer.byteLength(line))
  })
})

describe('larger blocks', () => {
  const line = numbered(0, 1000)
  const content = Buffer.from(`${line}\n`.repeat(20_000))
  /** Lengths of the blocks that a decoder is given that wants `blockBytes`, once it has seen one. */
  const blocks = async (
    blockBytes: number,
    { limit = 1 << 26, bytes = content as Uint8Array, rooms = true } = {},
  ) => {
    const path = await file(bytes)
    const lengths: number[] = []
    let lines = 0
    const decoder = {
      blockBytes: 0,
      decode(block: Uint8Array, from: number, to: number) {
        lengths.push(to - from)
        this.blockBytes = blockBytes
        const end = block.subarray(0, to).lastIndexOf(10) + 1
        for (let i = from; i < end; i = block.indexOf(10, i) + 1) lines++
        return Math.max(from, end)
      },
      overflow: () => expect.unreachable(),
    }
    const two = [new Uint8Array(roomBytes), new Uint8Array(roomBytes)] as const
    const slice = { path, name: 'file', start: 0, end: bytes.length, maxRecordBytes: limit }
    await readSlice({ ...slice, ...(rooms ? { rooms: two } : {}) }, decoder)
    expect(lines).toBe(20_000)
    return lengths
  }

  it('are given to a decoder that asks for them, as far as there is room', async () => {
    const usual = (await blocks(0))[1]!
    expect(usual).toBeLessThan(1 << 20)
    for (const bytes of [content, gzipSync(content)])
      expect(Math.max(...(await blocks(3 << 20, { bytes })))).toBeGreaterThan(3 << 20)
    const most = Math.max(...(await blocks(1 << 30)))
    expect(most).toBeGreaterThan(3.5 * 2 ** 20)
    expect(most).toBeLessThanOrEqual(roomBytes)
  })

  it('are not given without rooms for them, nor where they could hold a record over the limit', async () => {
    const usual = Math.max(...(await blocks(0)))
    expect(Math.max(...(await blocks(1 << 30, { rooms: false })))).toBe(usual)
    expect(Math.max(...(await blocks(1 << 30, { limit: 2 << 20 })))).toBe(usual)
  })
})

describe('the limit', () => {
  it('is met exactly, with any line end or none', async () => {
    const line = numbered(7, 60)
    const size = Buffer.byteLength(line)
    for (const rest of ['', '\n', '\n\n', `\n${numbered(8, 10)}`]) {
      const fits = await read(line + rest, jsonLines, { maxRecordBytes: size })
      expect(countsOf(fits)).toEqual({})
      expect(fits.rows[0]!.cells.get('i')!.text).toBe('7')
      const exceeds = await read(line + rest, jsonLines, { maxRecordBytes: size - 1 })
      expect(countsOf(exceeds)).toEqual({ RECORD_TOO_LONG: 1 })
      expect(exceeds.records - fits.records).toBe(0)
      expect([...exceeds.rejects.values()][0]!.examples[0]!.detail).toContain(`more than ${size - 1} bytes`)
    }
  })

  it('ends a JSON document, whose next object cannot be found', async () => {
    const content = JSON.stringify([{ a: 1 }, { a: 'x'.repeat(100), b: { c: 1 } }, { a: 2 }], undefined, 1)
    const result = await read(content, document, { maxRecordBytes: 64 })
    expect(textsOf(result)).toEqual([{ a: '1' }])
    expect(countsOf(result)).toEqual({ RECORD_TOO_LONG: 1 })
  })
})

describe('CSV', () => {
  const plain = Array.from({ length: 40 }, (_, i) => `${i},x`)
  const expected = plain.map((line) => ({ a: line.split(',')[0]!, b: 'x' }))

  it.each([1 << 26, 100])('with a quote that never closes loses its line only (limit %d)', async (limit) => {
    for (const at of [0, 7, 39]) {
      const rows = plain.with(at, `${at},"x`)
      for (const final of ['', '\n']) {
        const result = await read(`a,b\n${rows.join('\n')}${final}`, csv, { maxRecordBytes: limit })
        expect(textsOf(result)).toEqual(expected.toSpliced(at, 1))
        expect(countsOf(result)).toEqual({ QUOTE_UNCLOSED: 1 })
      }
    }
  })

  it('whose open quote ends exactly with the limit keeps the next line', async () => {
    for (let limit = 4; limit < 40; limit++) {
      const result = await read('a,b\n1,"x\n2,y\n3,z\n', csv, { maxRecordBytes: limit })
      expect(textsOf(result)).toEqual([
        { a: '2', b: 'y' },
        { a: '3', b: 'z' },
      ])
      expect(countsOf(result)).toEqual({ QUOTE_UNCLOSED: 1 })
    }
  })

  it('in which every line opens a new quote is read in one go', async () => {
    // Each line closes the quote of the one before and opens another: one record without an end, line after line.
    let calls = 0
    const counting: Make = (builder) => {
      const inner = csv(builder)
      return {
        decode(...given) {
          calls++
          return inner.decode(...given)
        },
        overflow: (...given) => inner.overflow(...given),
      }
    }
    const rows = 200_000
    const result = await read(`a,b\n${'x","y\n'.repeat(rows)}1,2\n`, counting)
    expect(countsOf(result)).toEqual({ QUOTE_UNCLOSED: rows })
    expect(textsOf(result)).toEqual([{ a: '1', b: '2' }])
    expect(calls).toBeLessThan(10)
  })

  it('with a record over the limit goes on after it', async () => {
    const result = await read(`a,b\n1,2\n3,"${'x'.repeat(50)}",y\n5,6\n`, csv, { maxRecordBytes: 40 })
    expect(result.rows.map(({ cells }) => cells.get('a')!.text)).toEqual(['1', '5'])
    const open = await read(`a,b\n1,2\n3,${'x'.repeat(50)}\n5,6\n`, csv, { maxRecordBytes: 40 })
    expect(textsOf(open)).toEqual([
      { a: '1', b: '2' },
      { a: '5', b: '6' },
    ])
    expect(countsOf(open)).toEqual({ RECORD_TOO_LONG: 1 })
  })
})

describe('a byte-order mark', () => {
  it('is skipped at the start of the file only', async () => {
    const content = '\ufeff{"a":"\ufeffx"}\n\ufeff{"a":2}\n{"a":3}'
    for (const cuts of [[], [4], [10], [14], [20]]) {
      const result = await read(content, jsonLines, { cuts })
      expect(textsOf(result)).toEqual([{ a: '\ufeffx' }, { a: '3' }])
      expect(countsOf(result)).toEqual({ NOT_JSON: 1 })
    }
    expect(textsOf(await read(gzipSync(content), jsonLines))).toEqual([{ a: '\ufeffx' }, { a: '3' }])
  })

  it('is no record', async () => {
    expect((await read('\ufeff', jsonLines)).records).toBe(0)
    expect((await read('', jsonLines)).records).toBe(0)
  })

  it('of UTF-16 stops the run', async () => {
    for (const bytes of [
      [0xff, 0xfe, 0x31, 0],
      [0xfe, 0xff, 0, 0x31],
    ])
      await expect(read(Uint8Array.from(bytes), jsonLines)).rejects.toThrow(/UTF-16/)
  })
})

describe('gzip', () => {
  const content = Array.from({ length: 50_000 }, (_, i) => numbered(i, 40)).join('\n')

  it('gives the records of the plain file', async () => {
    const plain = await read(content, jsonLines)
    expect(plain.rows).toHaveLength(50_000)
    expect(textsOf(await read(gzipSync(content), jsonLines))).toEqual(textsOf(plain))
  })

  it('may consist of several members', async () => {
    const members = [content.slice(0, 1000), content.slice(1000)].map((part) => gzipSync(part))
    expect((await read(Buffer.concat(members), jsonLines)).rows).toHaveLength(50_000)
  })

  it('that is cut off or damaged stops the run and says so', async () => {
    const whole = gzipSync(content)
    await expect(read(whole.subarray(0, 20_000), jsonLines)).rejects.toThrow(/ends too early/)
    await expect(read(Buffer.from(whole).fill(0x55, 5000, 5100), jsonLines)).rejects.toThrow(/damaged gzip/)
  })
})

it('a missing file is named', async () => {
  const slice = { path: join(folder, 'none'), name: 'none', start: 0, end: 1, maxRecordBytes: 100 }
  const reading = readSlice(slice, jsonLines(collecting().builder))
  await expect(reading).rejects.toThrow(MonitorError)
  await expect(reading).rejects.toThrow('none cannot be read: it does not exist.')
})

it('an aborted reading gives the reason of the abort', async () => {
  const path = await file('{"a":1}\n')
  const signal = AbortSignal.abort(new Error('stopped'))
  const slice = { path, name: 'file', start: 0, end: 8, maxRecordBytes: 100, signal }
  await expect(readSlice(slice, jsonLines(collecting().builder))).rejects.toThrow('stopped')
})

describe('the start of a file', () => {
  it('comes decompressed and without a byte-order mark', async () => {
    for (const content of ['\ufeffabcdef', gzipSync('\ufeffabcdef'), 'abcdef']) {
      const path = await file(content)
      expect(Buffer.from(await readStart(path, 'file', 100)).toString()).toBe('abcdef')
      expect(Buffer.from(await readStart(path, 'file', 6)).toString()).toMatch(/^abc/)
    }
  })

  it('of a long file is as long as asked for', async () => {
    const text = 'x'.repeat(2_000_000)
    for (const content of [text, gzipSync(text)])
      expect((await readStart(await file(content), 'file', 1_500_000)).length).toBe(1_500_000)
  })
})
