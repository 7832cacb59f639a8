import { execFileSync } from 'node:child_process'
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ValueClass } from '../../../runtime/batch.ts'
import {
  type ParquetSlice,
  parquetColumns,
  parquetCuts,
  readParquet,
} from '../../../runtime/decode/parquet.ts'
import { MonitorError } from '../../../runtime/errors.ts'
import { collecting, countsOf, type Setting, textsOf } from './decoded.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-parquet-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Writes the result of a query as a Parquet file. */
async function write(query: string, name = 'file.parquet', options = ''): Promise<string> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const plain = join(folder, 'written')
  await connection.run(`COPY (${query}) TO '${plain}' (FORMAT parquet${options})`)
  connection.closeSync()
  instance.closeSync()
  const path = join(folder, name)
  await rename(plain, path)
  return path
}

async function read(path: string, setting: Setting = {}, slice?: ParquetSlice) {
  const { builder, decoded } = collecting(setting)
  builder.startSlice('file', slice?.start ?? 0)
  await readParquet(path, 'file', builder, undefined, slice)
  return decoded()
}

/** Class, number and text of the values of the column `v`, row by row. */
async function values(type: string, ...literals: string[]) {
  const rows = literals.map((literal, i) => `SELECT ${i} AS i, CAST(${literal} AS ${type}) AS v`)
  const result = await read(await write(`SELECT v FROM (${rows.join(' UNION ALL ')}) ORDER BY i`))
  return result.rows.map(({ cells }) => {
    const cell = cells.get('v')
    return cell && [cell.valueClass, cell.number, cell.text]
  })
}

const { Integral, Fractional, Boolean: Bool, String: Text } = ValueClass

describe('values', () => {
  it.each(['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'UINTEGER'])(
    'of type %s are Integral',
    async (type) => {
      expect(await values(type, '0', '127', 'NULL')).toEqual([
        [Integral, 0, '0'],
        [Integral, 127, '127'],
        undefined,
      ])
    },
  )

  it('of whole numbers beyond 2^53 keep their digits', async () => {
    expect(await values('BIGINT', '9007199254740993', '-9223372036854775807', '9007199254740991')).toEqual([
      [Integral, 9007199254740992, '9007199254740993'],
      [Integral, Number('-9223372036854775807'), '-9223372036854775807'],
      [Integral, 9007199254740991, '9007199254740991'],
    ])
    expect(await values('UBIGINT', '18446744073709551615')).toEqual([
      [Integral, Number('18446744073709551615'), '18446744073709551615'],
    ])
  })

  it.each(['DOUBLE', 'FLOAT'])('of type %s are Fractional; NaN and null are missing', async (type) => {
    expect(await values(type, '10002', '-0.5', "'NaN'", 'NULL', "'-inf'", '1e20')).toEqual([
      [Fractional, 10002, '10002.0'],
      [Fractional, -0.5, '-0.5'],
      undefined,
      undefined,
      [Fractional, Number.NEGATIVE_INFINITY, '-Infinity'],
      [Fractional, type === 'FLOAT' ? Math.fround(1e20) : 1e20, expect.any(String)],
    ])
  })

  it('of decimals are Fractional with decimals and Integral without', async () => {
    expect(await values('DECIMAL(18,3)', '1.5', '-2')).toEqual([
      [Fractional, 1.5, '1.5'],
      [Fractional, -2, '-2.0'],
    ])
    expect(await values('DECIMAL(20,0)', '12345678901234567890')).toEqual([
      [Integral, Number('12345678901234567890'), '12345678901234567890'],
    ])
  })

  it('of other types are what their text is', async () => {
    expect(await values('BOOLEAN', 'true', 'false')).toEqual([
      [Bool, Number.NaN, 'true'],
      [Bool, Number.NaN, 'false'],
    ])
    expect(await values('DATE', "'2022-04-18'")).toEqual([[Text, Number.NaN, '2022-04-18']])
    expect(await values('TIMESTAMP', "'2022-04-18 01:02:03'")).toEqual([
      [Text, Number.NaN, '2022-04-18 01:02:03'],
    ])
    expect(await values('INTEGER[]', '[1, NULL, 3]')).toEqual([[Text, Number.NaN, '[1, NULL, 3]']])
    expect(await values('VARCHAR', "'x'", "'15'", "''", "'é\u{1f600}'", "'NaN'")).toEqual([
      [Text, Number.NaN, 'x'],
      [Integral, 15, '15'],
      [Text, Number.NaN, ''],
      [Text, Number.NaN, 'é😀'],
      [Text, Number.NaN, 'NaN'],
    ])
  })

  it('that are instants have the text of UTC in any time zone of the machine', async () => {
    const path = await write("SELECT TIMESTAMPTZ '2022-04-18 12:00:00+00' AS v")
    // A process of its own: the time zone is looked up once per process.
    const script = `
      import { readParquet } from ${JSON.stringify(new URL('../../../runtime/decode/parquet.ts', import.meta.url).href)}
      import { collecting } from ${JSON.stringify(new URL('./decoded.ts', import.meta.url).href)}
      const { builder, decoded } = collecting()
      await readParquet(${JSON.stringify(path)}, 'file', builder)
      process.stdout.write(decoded().rows[0].cells.get('v').text)`
    for (const TZ of ['America/New_York', 'Asia/Tokyo']) {
      const options = { env: { ...process.env, TZ }, encoding: 'utf8' } as const
      const text = execFileSync(process.execPath, ['--input-type=module', '-e', script], options)
      expect(text).toBe('2022-04-18 12:00:00+00')
    }
  })
})

describe('texts', () => {
  const lengths = [0, 1, 4, 11, 12, 13, 14, 100, 5000]

  it('of any length come through, nulls and characters of several bytes among them', async () => {
    const path = await write(`
      SELECT i, CASE WHEN i % 7 = 3 THEN NULL ELSE repeat(CASE WHEN i % 2 = 0 THEN 'x' ELSE 'é' END, n) END AS v
      FROM (SELECT range AS i, [${lengths}][1 + range % ${lengths.length}] AS n FROM range(5000)) ORDER BY i`)
    const expected = Array.from({ length: 5000 }, (_, i) =>
      i % 7 === 3 ? undefined : (i % 2 === 0 ? 'x' : 'é').repeat(lengths[i % lengths.length]!),
    )
    const { rows } = await read(path)
    expect(rows.map(({ cells }) => cells.get('v')?.text)).toEqual(expected)
    expect(rows.map(({ cells }) => cells.get('v')?.textLength ?? -1)).toEqual(
      expected.map((text) => (text === undefined ? -1 : Buffer.byteLength(text))),
    )
  })

  it('that are large come through', async () => {
    const path = await write('SELECT repeat(chr((97 + range % 26)::INTEGER), 100000) AS v FROM range(300)')
    const { rows } = await read(path)
    expect(rows.map(({ cells }) => cells.get('v')!.text)).toEqual(
      Array.from({ length: 300 }, (_, i) => String.fromCharCode(97 + (i % 26)).repeat(100_000)),
    )
  })
})

describe('a slice', () => {
  const query = (rows: number) =>
    `SELECT range AS a, CASE WHEN range = 14000 THEN 'inf'::DOUBLE ELSE range / 8 END AS b, 'k' || range % 50 AS c FROM range(${rows})`
  const rowGroups = ', ROW_GROUP_SIZE 4096'

  it('holds the row groups that start in it: together they are the file', async () => {
    const path = await write(query(30_000), 'groups.parquet', rowGroups)
    const whole = await read(path)
    const bytes = (await stat(path)).size
    const wanted = [0.2, 0.21, 0.5, 0.9].map((share) => Math.floor(bytes * share))
    const cuts = await parquetCuts(path, 'file', wanted)
    expect(cuts.length).toBeGreaterThan(1)
    expect(cuts).toEqual([...new Set(cuts)].sort((a, b) => a - b))
    for (const places of [cuts, wanted]) {
      const starts = [0, ...places]
      const parts = []
      for (const [i, start] of starts.entries())
        parts.push(await read(path, {}, { start, end: starts[i + 1] ?? bytes }))
      const rows = parts.flatMap(({ rows }) => rows)
      expect(rows.map(({ cells }) => cells)).toEqual(whole.rows.map(({ cells }) => cells))
      expect(rows.map(({ position }) => position.offset)).toEqual([...Array(30_000).keys()])
      for (const [i, { rows }] of parts.entries())
        expect(rows.map(({ position: { byte, record } }) => [byte, record])).toEqual(
          rows.map((_, row) => [starts[i], row + 1]),
        )
    }
  })

  it('counts what is wrong with the row that it is wrong in', async () => {
    const path = await write(query(20_000), 'wrong.parquet', rowGroups)
    const rejected = ({ rejects }: Awaited<ReturnType<typeof read>>) =>
      rejects.get('NUMBER_OUT_OF_RANGE')?.examples.map(({ record, byte }) => [record, byte])
    expect(rejected(await read(path))).toEqual([[14_001, undefined]])
    const [start = 0] = await parquetCuts(path, 'file', [Math.floor((await stat(path)).size / 2)])
    const found = await read(path, {}, { start, end: Number.MAX_SAFE_INTEGER })
    expect(rejected(found)).toEqual([[14_001 - found.rows[0]!.position.offset, start]])
  })

  it('is the whole file where rows cannot be told apart, and where there is one row group', async () => {
    const own = await write('SELECT range AS File_Row_Number FROM range(30000)', 'own.parquet', rowGroups)
    expect(await parquetCuts(own, 'file', [100, 10_000])).toEqual([])
    expect(textsOf(await read(own))[29_999]).toEqual({ File_Row_Number: '29999' })
    expect(await parquetCuts(await write(query(1000)), 'file', [100, 1000])).toEqual([])
  })
})

describe('a file', () => {
  it('gives its rows in order, in batches, with their positions', async () => {
    const path = await write('SELECT range AS a, range * 2 AS b FROM range(20000)')
    const result = await read(path)
    expect(textsOf(result)).toEqual(Array.from({ length: 20_000 }, (_, i) => ({ a: `${i}`, b: `${i * 2}` })))
    expect(result.batches.length).toBeGreaterThan(1)
    expect(result.rows[19_999]!.position).toMatchObject({ file: 'file', byte: 0, record: 20_000 })
    expect(result.records).toBe(20_000)
  })

  it('may have any column names', async () => {
    const path = await write(`SELECT 1 AS "a ""b""", 2 AS "É, x", 3 AS "select"`)
    expect(await parquetColumns(path, 'file')).toEqual(['a "b"', 'É, x', 'select'])
    expect(textsOf(await read(path))).toEqual([{ 'a "b"': '1', 'É, x': '2', select: '3' }])
  })

  it('is itself, whatever signs its name holds', async () => {
    await write('SELECT 1 AS v', 'xa.parquet')
    for (const name of ["it's.parquet", 'x*.parquet', 'x?.parquet', 'x[ab].parquet', 'year=2022.parquet']) {
      const path = await write('SELECT 7 AS v', name)
      expect(textsOf(await read(path))).toEqual([{ v: '7' }])
      expect(await parquetColumns(path, name)).toEqual(['v'])
      await rm(path)
    }
  })

  it('without rows gives none', async () => {
    expect((await read(await write('SELECT 1 AS a WHERE false'))).rows).toEqual([])
  })

  it('with more columns than allowed keeps the first', async () => {
    const result = await read(await write('SELECT 1 AS a, 2 AS b, 3 AS c'), { maxFeatures: 2 })
    expect(textsOf(result)).toEqual([{ a: '1', b: '2' }])
    expect(countsOf(result)).toEqual({ TOO_MANY_FEATURES: 1 })
  })

  it('that is none stops the run and is named', async () => {
    const path = join(folder, 'bad.parquet')
    for (const content of ['', 'not a parquet file', 'PAR1'.repeat(100)]) {
      await writeFile(path, content)
      await expect(readParquet(path, 'the name', collecting().builder)).rejects.toThrow(MonitorError)
      await expect(parquetColumns(path, 'the name')).rejects.toThrow(/^the name cannot be read/)
    }
  })

  it('is left when the run is stopped', async () => {
    const path = await write('SELECT range AS a FROM range(10)')
    const reading = readParquet(path, 'file', collecting().builder, AbortSignal.abort(new Error('stopped')))
    await expect(reading).rejects.toThrow('stopped')
  })
})
