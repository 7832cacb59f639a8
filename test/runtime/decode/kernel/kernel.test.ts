import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ColumnInfo } from '../../../../runtime/batch.ts'
import { CaptureDecoder } from '../../../../runtime/decode/capture.ts'
import { CsvDecoder, JsonLinesDecoder } from '../../../../runtime/decode/datasets.ts'
import {
  type Kernel,
  mostCells,
  mostColumns,
  mostRows,
  plainKernel,
  takeKernel,
} from '../../../../runtime/decode/kernel/index.ts'
import type { Window } from '../../../../runtime/time.ts'
import { type Decoded, decode, decodeFast, type Setting } from '../decoded.ts'

const kernels: readonly (readonly [string, Kernel])[] = [
  ['compiled', takeKernel()],
  ['plain', plainKernel()],
  ['smaller', takeKernel(1)],
]
const of = (source: ColumnInfo['source'], count: number): ColumnInfo[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${source}${index}`, kind: 'scalar', source, index }))

const csv = (text: string, kernel?: Kernel, setting: Setting = {}) => {
  const make = (builder: ConstructorParameters<typeof CsvDecoder>[0]) =>
    new CsvDecoder(builder, false, undefined, kernel)
  return kernel
    ? decodeFast(Buffer.from(text), kernel, make, setting)
    : decode(Buffer.from(text), make, setting)
}
const lines = (text: string, kernel?: Kernel, setting: Setting = {}) => {
  const make = (builder: ConstructorParameters<typeof CsvDecoder>[0]) =>
    new JsonLinesDecoder(builder, undefined, undefined, kernel)
  return kernel
    ? decodeFast(Buffer.from(text), kernel, make, setting)
    : decode(Buffer.from(text), make, setting)
}
const captures = (text: string, kernel?: Kernel, setting: Setting & { window?: Window } = {}) => {
  let outside = 0
  const make = (builder: ConstructorParameters<typeof CsvDecoder>[0]) =>
    new CaptureDecoder(builder, {
      window: setting.window ?? {},
      paths: undefined,
      outside: () => void outside++,
      ...(kernel ? { kernel } : {}),
    })
  const decoded = kernel
    ? decodeFast(Buffer.from(text), kernel, make, setting)
    : decode(Buffer.from(text), make, setting)
  return { ...decoded, outside }
}

const essence = ({ rows, rejects, records, columns }: Decoded) => ({ rows, rejects, records, columns })
const taken = (decoded: Decoded) => (decoded as Decoded & { taken: number }).taken

function record(
  input: string,
  output: string,
  { id = 'e', time = '2022-04-18T00:21:48Z', type = 'text/csv' } = {},
) {
  const payload = (data: string, mode: string) => ({ observedContentType: type, mode, data, encoding: 'CSV' })
  return `${JSON.stringify({
    captureData: { endpointInput: payload(input, 'INPUT'), endpointOutput: payload(output, 'OUTPUT') },
    eventMetadata: { eventId: id, inferenceTime: time },
    eventVersion: '0',
  })}\n`
}

/** Texts that are numbers for some reader and not for others, and numbers that are hard to round. */
const token = fc.oneof(
  fc.double().map(String),
  fc.float().map(String),
  fc.integer().map(String),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 40 }))
    .map(([n, e]) => `${n}e-${e}`),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 2n ** 64n }), fc.integer({ min: -80, max: 80 }))
    .map(([n, e]) => `${n}E${e}`),
  fc.stringMatching(/^[-+ ]?\d{0,22}(\.\d{0,22})?([eE][-+]?\d{0,3})?$/),
  fc.constantFrom(
    'true',
    'false',
    'True',
    'null',
    'NaN',
    '-',
    '',
    '.5',
    '5.',
    '1e',
    '0x1',
    '1_000',
    '007',
    '-0',
    'é',
    'a b',
  ),
  fc.stringMatching(/^[a-zé ]{0,12}$/),
)

const lineEnd = fc.constantFrom('', '', '\n', '\r\n', '\n\n')

describe.each(kernels)('the %s kernel', (_name, kernel) => {
  it('reads cells as the decoder does', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(token, token, token), { minLength: 1, maxLength: 40 }), (rows) => {
        const text = `${rows.map((row) => row.join(',')).join('\n')}\n`
        const setting = { columns: of('data', 3) }
        const fast = csv(text, kernel, setting)
        expect(essence(fast)).toEqual(essence(csv(text, undefined, setting)))
        expect(taken(fast)).toBe(rows.filter((row) => row.join(',') !== '').length)
      }),
      { numRuns: 300 },
    )
  })

  it('reads payloads as the decoder does, whatever their values', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(token, token, token, lineEnd, lineEnd), { minLength: 2, maxLength: 20 }),
        (rows) => {
          const text = rows
            .map(([a, b, c, end, last], i) => record(`${a},${b}${end}`, `${c}${last}`, { id: `id-${i}` }))
            .join('')
          const setting = { columns: [...of('output', 1), ...of('input', 2)] }
          expect(essence(captures(text, kernel, setting))).toEqual(
            essence(captures(text, undefined, setting)),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reads the scalars of JSON as the decoder does', { timeout: 60_000 }, () => {
    const scalar = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      token,
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(scalar, scalar), { minLength: 2, maxLength: 30 }), (rows) => {
        const text = `${rows.map(([a, b]) => JSON.stringify({ a, b })).join('\n')}\n`
        expect(essence(lines(text, kernel))).toEqual(essence(lines(text)))
      }),
      { numRuns: 300 },
    )
  })

  it('takes all lines of a shape that it has seen once', () => {
    const setting = { columns: [...of('output', 1), ...of('input', 3)] }
    const text = Array.from({ length: 1000 }, (_, i) =>
      record(`${i},x${i},${i / 7}`, `${i % 2}`, { id: `id-${i}` }),
    ).join('')
    expect(taken(captures(text, kernel, setting))).toBe(999)
    const json = Array.from({ length: 1000 }, (_, i) => `{"a": ${i}, "b": "x${i}", "c": null}\n`).join('')
    expect(taken(lines(json, kernel))).toBe(999)
  })

  it.each(['\n', '\r\n'])('takes payloads that all end with %j', (end) => {
    const setting = { columns: [...of('output', 1), ...of('input', 2)] }
    const of1000 = (id: (i: number) => string) =>
      Array.from({ length: 1000 }, (_, i) =>
        record(`${i},x${i}${end}`, `${i / 8}${end}`, { id: id(i) }),
      ).join('')
    const fast = captures(
      of1000((i) => `id-${i}`),
      kernel,
      setting,
    )
    expect(essence(fast)).toEqual(
      essence(
        captures(
          of1000((i) => `id-${i}`),
          undefined,
          setting,
        ),
      ),
    )
    expect(taken(fast)).toBe(999)
    const odd = of1000((i) => `id-${i}${end}`)
    expect(essence(captures(odd, kernel, setting))).toEqual(essence(captures(odd, undefined, setting)))
  })

  it('tells eight shapes apart, and leaves others to the decoder', () => {
    const setting = { columns: [...of('output', 1), ...of('input', 1)] }
    const text = Array.from({ length: 120 }, (_, i) =>
      record(`${i}`, '1', { type: `text/csv; v=${i % 12}` }),
    ).join('')
    const fast = captures(text, kernel, setting)
    expect(essence(fast)).toEqual(essence(captures(text, undefined, setting)))
    expect(taken(fast)).toBe(9 * 8)
  })

  it('leaves out what lies outside the window, and counts it', () => {
    const setting = {
      columns: [...of('output', 1), ...of('input', 2)],
      window: { start: Date.UTC(2022, 3, 18, 0, 21, 30), end: Date.UTC(2022, 3, 18, 0, 21, 40, 500) },
    }
    const times = [
      '21:48Z',
      '21:30Z',
      '21:29.999Z',
      '21:40.499999Z',
      '21:40.5Z',
      '21:31.25Z',
      '22:31Z',
      '21:35z',
    ]
    const text = times
      .flatMap((time) => [time, time])
      .map((time, i) => record(`${i}, ${i}`, '+1', { time: `2022-04-18T00:${time}`, id: `${i}` }))
      .join('')
    const fast = captures(text, kernel, setting)
    const slow = captures(text, undefined, setting)
    expect(essence(fast)).toEqual(essence(slow))
    expect(fast.outside).toBe(slow.outside)
    expect(fast.outside).toBe(8)
  })

  it('reads instants as the decoder does', () => {
    const setting = { columns: [...of('output', 1), ...of('input', 1)] }
    const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('2022', '2024', '1969', '0099', '9999'),
            part(13),
            part(32),
            part(25),
            part(61),
            part(61),
            fc.constantFrom('Z', '.5Z', '.123Z', '.999999999Z', '.1234567890Z', '.Z', '+00:00', '', 'z'),
          ),
          { minLength: 2, maxLength: 20 },
        ),
        (times) => {
          const text = times
            .map(([y, mo, d, h, mi, s, end]) =>
              record('1', '2', { time: `${y}-${mo}-${d}T${h}:${mi}:${s}${end}` }),
            )
            .join('')
          expect(essence(captures(text, kernel, setting))).toEqual(
            essence(captures(text, undefined, setting)),
          )
        },
      ),
      { numRuns: 100 },
    )
  })

  it('fills batches of few rows where there are many columns, and none where there are too many', () => {
    const wide = (columns: number, rows: number) =>
      `${Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => r + c).join(',')).join('\n')}\n`
    const setting = { columns: of('data', 3000), maxFeatures: 50_000 }
    const fast = csv(wide(3000, 60), kernel, setting)
    expect(essence(fast)).toEqual(essence(csv(wide(3000, 60), undefined, setting)))
    expect(taken(fast)).toBe(60)
    const many = { columns: of('data', 40_000), maxFeatures: 50_000 }
    expect(taken(csv(wide(40_000, 2), kernel, many))).toBe(0)
  })

  it('gathers rows of many columns in tiles, of which nothing is left over', { timeout: 60_000 }, () => {
    const columns = 4000
    const value = (r: number, c: number) =>
      ['1', '-2.5', 'a', '', ' 7', 'true', '1e400', 'ü'][(r * 7 + c) % 8]!
    const cells = (r: number) => Array.from({ length: columns }, (_, c) => value(r, c))
    const row = (r: number) => cells(r).join(',')
    const odd = `"quoted, field",${row(0).slice(2)}`
    const setting = { columns: of('data', columns), maxFeatures: 50_000 }
    const file = `${Array.from({ length: 41 }, (_, r) => (r === 19 || r === 37 ? odd : row(r))).join('\n')}\n`
    const fast = csv(file, kernel, setting)
    expect(essence(fast)).toEqual(essence(csv(file, undefined, setting)))
    expect(taken(fast)).toBe(39)

    // Later objects lack most columns; what stood in their place in the tile must be gone.
    const object = (r: number) =>
      Object.fromEntries(cells(r).flatMap((text, c) => (r < 20 || c < 50 ? [[`data${c}`, text]] : [])))
    const objects = Array.from({ length: 44 }, (_, r) => `${JSON.stringify(object(r))}\n`).join('')
    const parts = { maxFeatures: 50_000, cuts: [800_000] }
    const read = lines(objects, kernel, parts)
    expect(essence(read)).toEqual(essence(lines(objects, undefined, parts)))
    expect(taken(read)).toBeGreaterThan(40)

    const sides = { columns: [...of('output', 1), ...of('input', columns)], maxFeatures: 50_000 }
    const window = { start: Date.parse('2022-04-18T00:00:00Z'), end: Date.parse('2022-04-18T01:00:00Z') }
    const records = Array.from({ length: 40 }, (_, r) =>
      record(row(r), `${r}`, { time: r % 5 === 0 ? '2022-04-18T02:00:00Z' : '2022-04-18T00:21:48Z' }),
    ).join('')
    const captured = captures(records, kernel, { ...sides, window })
    const slow = captures(records, undefined, { ...sides, window })
    expect(essence(captured)).toEqual(essence(slow))
    expect([captured.outside, slow.outside]).toEqual([8, 8])
    expect(taken(captured)).toBeGreaterThan(35)
  })

  it('has room for the rows of a batch of as many columns as there may be', () => {
    for (const count of [1, 64, 1024, 1025, 6266, ...(kernel.wide ? [20_000, mostColumns] : [])]) {
      const rows = Math.min(mostRows, Math.floor((kernel.wide ? mostCells : 1 << 18) / count))
      const arrays = kernel.layOut(count, mostRows)!
      expect(kernel.rows).toBe(rows)
      expect(arrays.length).toBe(count)
      const { ends } = arrays.at(-1)!
      expect(ends.length).toBe(rows)
      expect(ends.byteOffset + ends.byteLength).toBeLessThanOrEqual(ends.buffer.byteLength)
    }
    expect(kernel.layOut(mostColumns + 1, 1)).toBe(undefined)
  })

  it('starts again behind a record with more rows than a batch has', () => {
    const setting = { columns: [...of('output', 1), ...of('input', 1)] }
    const rows = Array.from({ length: 9000 }, (_, i) => i).join('\n')
    const text = [1, 2, 3, rows, 4, 5, rows, 6, 7].map((data) => record(`${data}`, `${data}`)).join('')
    const fast = captures(text, kernel, setting)
    expect(essence(fast)).toEqual(essence(captures(text, undefined, setting)))
    expect(taken(fast)).toBe(6)
  })

  it('hands over large batches where it takes no line', () => {
    const setting = { columns: [...of('output', 1), ...of('input', 2)] }
    const long = 'x'.repeat(700)
    const text = Array.from({ length: 900 }, (_, i) => record(`"${i}",${long}`, `${i}`)).join('')
    const fast = captures(text, kernel, setting)
    expect(taken(fast)).toBe(0)
    expect(fast.rows.length).toBe(900)
    expect(fast.batches.length).toBeLessThan(5)
  })
})

describe.each(kernels)('a line that is not plain, wherever it stands in a batch, %s', (_name, kernel) => {
  const usual = { csv: (i: number) => `${i},p\n`, json: (i: number) => `{"a":${i},"b":"p"}\n` }
  const odd = { csv: (i: number) => `"${i}",p\n`, json: (i: number) => `{"a":${i},"b":"\\u00e9"}\n` }
  const text = (usual: (i: number) => string, odd: (i: number) => string, at: number) =>
    Array.from({ length: 9000 }, (_, i) => (i % 4500 === at ? odd(i) : usual(i))).join('')

  it.each([0, 2047, 2048, 3000, 4094, 4095, 4096])('line %i', (at) => {
    const columns = of('data', 2)
    const table = text(usual.csv, odd.csv, at)
    expect(essence(csv(table, kernel, { columns }))).toEqual(essence(csv(table, undefined, { columns })))
    const objects = text(usual.json, odd.json, at)
    expect(essence(lines(objects, kernel))).toEqual(essence(lines(objects)))
    const captured = text(
      (i) => record(`${i},p`, '1'),
      (i) => record(`${i},"p"`, '1'),
      at,
    )
    const sides = { columns: [...of('output', 1), ...of('input', 2)], cuts: [1_000_000, 2_000_000] }
    expect(essence(captures(captured, kernel, sides))).toEqual(essence(captures(captured, undefined, sides)))
  })
})
