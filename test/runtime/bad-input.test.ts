/** Hostile, broken and odd inputs: each has a clear outcome, none ends in a stack trace or in exit code 1. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, type TestContext, test } from 'vitest'
import type { RejectedRecords, Run, Statistics, Violation } from '../../contracts/types.generated.ts'
import { type JobRun, logLines, report, runCommand, type Start } from '../run-job.ts'

const csv = '{"csv":{"header":true}}'
const headless = '{"csv":{"header":false}}'
const lines = '{"json":{"lines":true}}'
const documents = '{"json":{"lines":false}}'
const capture = '{"sagemakerCaptureJson":{}}'
const completed = 'Completed: Job completed successfully with no violations.'

type Content = string | Uint8Array

let folder: string
const mounted: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-bad-'))
})
afterEach(async () => {
  for (const path of mounted.splice(0)) execFileSync('umount', [path])
  await rm(folder, { recursive: true, force: true })
})

async function put(path: string, content: Content): Promise<string> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return file
}

/** Runs the job over `in` and checks what holds for every input: a planned end, JSON log lines, whole files or none. */
async function job(
  dataset_format: string,
  environment: Record<string, string> = {},
  start: Start = {},
): Promise<JobRun> {
  const run = await runCommand(
    folder,
    { dataset_source: join(folder, 'in'), dataset_format, ...environment },
    start,
  )
  expect([0, 2, 3, 6], run.log).toContain(run.exit)
  expect(logLines(run).filter((line) => 'stack' in line)).toEqual([])
  expect(Buffer.byteLength(run.message)).toBeLessThanOrEqual(1024)
  const written = await readdir(run.output).catch(() => [])
  if (run.exit === 0)
    expect(written).toEqual(expect.arrayContaining(['constraints.json', 'run.json', 'statistics.json']))
  else if (!environment['output_path']) expect(written).toEqual([])
  expect(written.filter((name) => name.startsWith('.byom-'))).toEqual([])
  return run
}

/** Files below `in`, then {@link job}. */
async function jobOver(
  dataset_format: string,
  files: Record<string, Content>,
  environment: Record<string, string> = {},
): Promise<JobRun> {
  for (const [path, content] of Object.entries(files)) await put(join('in', path), content)
  return job(dataset_format, environment)
}

async function configured(config: object): Promise<{ BYOM_CONFIG: string }> {
  return { BYOM_CONFIG: await put('byom.json', JSON.stringify(config)) }
}

interface Seen {
  readonly counts: Run['counts']
  /** How often each code occurred. */
  readonly codes: Readonly<Record<string, number>>
  readonly rejected: readonly RejectedRecords[]
  /** Name and inferred type of each feature. */
  readonly types: readonly (readonly [string, string | undefined])[]
  readonly statistics: Statistics
  readonly peak: number
}

/** What a completed run says about its input. */
async function seen(run: JobRun): Promise<Seen> {
  const { counts, rejected, timing } = await report<Run>(run, 'run.json')
  const statistics = await report<Statistics>(run, 'statistics.json')
  return {
    counts,
    codes: Object.fromEntries(rejected.map(({ code, count }) => [code, count])),
    rejected,
    types: statistics.features.map(({ name, inferred_type }) => [name, inferred_type] as const),
    statistics,
    peak: timing.peak_memory_bytes ?? 0,
  }
}

function numbersOf({ statistics }: Seen, name: string) {
  return statistics.features.find((feature) => feature.name === name)?.numerical_statistics
}

async function violationsOf(run: JobRun): Promise<Violation[]> {
  return (await report<{ violations: Violation[] }>(run, 'constraint_violations.json')).violations
}

interface Payload {
  data?: unknown
  encoding?: string | null
  observedContentType?: string | null
}

const asCsv = (data: string): Payload => ({ data, encoding: 'CSV', observedContentType: 'text/csv' })
const asJson = (data: string): Payload => ({
  data,
  encoding: 'JSON',
  observedContentType: 'application/json',
})
const asBase64 = (data: Content, observedContentType: string | null = null): Payload => ({
  data: Buffer.from(data as string).toString('base64'),
  encoding: 'BASE64',
  observedContentType,
})

/** A line of a capture file. */
function record(
  input?: Payload | null,
  output?: Payload | null,
  inferenceTime = '2022-04-18T00:21:48Z',
): string {
  return `${JSON.stringify({
    captureData: {
      ...(input === undefined ? {} : { endpointInput: input }),
      ...(output === undefined ? {} : { endpointOutput: output }),
    },
    eventMetadata: { eventId: 'e', inferenceTime },
    eventVersion: '0',
  })}\n`
}

const one = record(asCsv('1,2'), asCsv('0.5'))

describe('the dataset is not there, or not readable', () => {
  test('no dataset folder', async () => {
    expect(await job(csv)).toMatchObject({
      exit: 3,
      message: expect.stringMatching(/^Failed: SOURCE_UNREADABLE: dataset_source .*\/in .*does not exist/),
    })
  })

  test.each([
    ['a file', 'in/sub/a.csv', /sub\/a\.csv cannot be read: permission denied/],
    ['a folder', 'in/sub', /in cannot be listed: .*permission denied/],
  ])('%s that the user of the container may not read', async (_, path, message) => {
    await put('in/sub/a.csv', 'a\n1\n')
    await chmod(folder, 0o777)
    await chmod(join(folder, path), 0)
    const run = await job(csv, {}, process.getuid?.() === 0 ? { uid: 65534 } : {})
    await chmod(join(folder, path), 0o755)
    expect(run).toMatchObject({ exit: 3, message: expect.stringMatching(message) })
  })

  test.each([
    ['damaged', Buffer.concat([gzipSync('a\n1\n').subarray(0, 12), Buffer.alloc(40, 7)]), /is damaged gzip/],
    ['cut off', gzipSync(`a\n${'1\n2\n77\n'.repeat(5000)}`).subarray(0, -30), /gzip that ends too early/],
  ])('%s gzip', async (_, bytes, message) => {
    const run = await jobOver(csv, { 'a.csv.gz': bytes })
    expect(run).toMatchObject({ exit: 3, message: expect.stringMatching(message) })
    expect(run.message).toContain('a.csv.gz')
  })

  test.each(['utf16le', 'utf16be'])('a %s file with its byte order mark', async (encoding) => {
    const text = Buffer.from('\ufeffa,b\n1,2\n', 'utf16le')
    const bytes = encoding === 'utf16be' ? text.swap16() : text
    expect(await jobOver(csv, { 'a.csv': bytes })).toMatchObject({
      exit: 3,
      message: expect.stringContaining('a.csv is UTF-16: convert it to UTF-8'),
    })
  })

  test.each([
    ['CSV read as captures', capture, { 'a.csv': 'a,b\n1,2\n3,4\n' }, 'NOT_JSON'],
    ['JSON Lines read as captures', capture, { 'a.jsonl': '{"a":1}\n' }, 'NOT_A_CAPTURE_RECORD'],
    ['CSV read as JSON Lines', lines, { 'a.csv': 'a,b\n1,2\n' }, 'NOT_JSON'],
    [
      'binary payloads only',
      capture,
      { 'a.jsonl': record(asBase64(Buffer.from([0, 255, 0]), 'image/png')) },
      'PAYLOAD_BINARY',
    ],
  ])('no record could be decoded: %s', async (_, format, files, code) => {
    const run = await jobOver(format, files as unknown as Record<string, string>)
    expect(run.exit).toBe(3)
    expect(run.message).toMatch(
      /SOURCE_UNREADABLE: none of the \d+ records .*is dataset_format right\? First: /,
    )
    expect(run.message).toContain(code)
  })
})

describe('cut off and damaged lines', () => {
  test.each([
    ['capture', capture, `${one}${one}${one.slice(0, 60)}`],
    ['JSON Lines', lines, '{"a":1}\n{"a":2}\n{"a":'],
    ['gzip of JSON Lines', lines, gzipSync('{"a":1}\n{"a":2}\n{"a":')],
  ])('the last line of a %s file is cut off: counted, the others stay', async (_, format, content) => {
    const run = await jobOver(format, { 'a.jsonl': content })
    expect(run).toMatchObject({
      exit: 0,
      message: `${completed} 1 record was rejected (NOT_JSON 1; first: a.jsonl, record 3); see run.json.`,
    })
    expect((await seen(run)).counts).toMatchObject({ records_read: 3, records_rejected: 1, rows: 2 })
  })

  test('a last line without a line end is a whole record', async () => {
    const files = { 'a.csv': 'a\n1\n2', 'b.csv': 'a\r\n3\r\n4' }
    expect(numbersOf(await seen(await jobOver(csv, files)), 'a')).toMatchObject({ min: 1, max: 4, sum: 10 })
  })

  test('bytes that are not UTF-8 are kept and counted', async () => {
    const broken = Buffer.from('a,b\nx\xff\xfey,1\nok,2\n', 'latin1')
    const { codes, counts, statistics } = await seen(await jobOver(csv, { 'a.csv': broken }))
    expect(codes).toEqual({ INVALID_UTF8: 1 })
    expect(counts.rows).toBe(2)
    const buckets = statistics.features[0]!.string_statistics!.distribution!.categorical!.buckets
    expect(buckets.map(({ value }) => value).sort()).toEqual(['ok', 'x\ufffd\ufffdy'])
  })

  test('NUL bytes: text in CSV, a rejected line in JSON', async () => {
    const inCsv = await seen(await jobOver(csv, { 'a.csv': 'a,b\n\0,1\n2,\0\0\n' }))
    expect(inCsv.types).toEqual([
      ['a', 'String'],
      ['b', 'String'],
    ])
    await rm(join(folder, 'in'), { recursive: true })
    const inJson = await seen(await jobOver(lines, { 'a.jsonl': '{"a":"\0"}\n{"a":1}\n\0\0\0\n' }))
    expect(inJson.codes).toEqual({ NOT_JSON: 2 })
    expect(inJson.counts.rows).toBe(1)
  })

  test('a JSON document that breaks off keeps what came before', async () => {
    const { codes, counts } = await seen(await jobOver(documents, { 'a.json': '[{"a":1},{"a":2},{"a":' }))
    expect(codes).toEqual({ NOT_JSON: 1 })
    expect(counts).toMatchObject({ rows: 2, records_rejected: 1 })
  })
})

describe('a single line of 200 MB stays within 400 MB of memory', () => {
  const size = 200e6

  /** A sparse file: only the ends take room on the disk, the middle reads as NUL bytes. */
  async function sparse(path: string, start: string, end: string): Promise<void> {
    const file = await open(await put(path, start), 'r+')
    await file.write(end, size)
    await file.close()
  }

  test.each([
    ['capture', capture, `${one}{"captureData":"`, `"}\n${one}`, 'RECORD_TOO_LONG', 2],
    ['JSON Lines', lines, '{"a":1}\n{"a":"', '"}\n{"a":2}\n', 'RECORD_TOO_LONG', 2],
    ['JSON document', documents, '[{"a":1},{"a":"', '"}\n,{"a":2}]\n', 'RECORD_TOO_LONG', 1],
    ['CSV', csv, 'a\n1\n', '\n2\n', 'RECORD_TOO_LONG', 2],
    ['CSV, in an unclosed quote', csv, 'a\n1\n"', '\n2\n', 'QUOTE_UNCLOSED', 2],
    ['CSV, first of all', headless, '', '\n2\n', 'RECORD_TOO_LONG', 1],
  ])('%s', async (_, format, start, end, code, rows) => {
    await sparse('in/a.txt', start, end)
    const run = await job(format)
    expect(run.exit).toBe(0)
    const { counts, codes, peak } = await seen(run)
    expect(codes[code]).toBe(1)
    expect(counts.records_rejected).toBe(1)
    expect(counts.rows).toBe(rows)
    expect(peak).toBeGreaterThan(50e6)
    expect(peak).toBeLessThan(400e6)
  })

  test('nothing but one capture line', async () => {
    await sparse('in/a.txt', '{"captureData":"', '"}\n')
    expect(await job(capture)).toMatchObject({
      exit: 3,
      message: expect.stringContaining('RECORD_TOO_LONG, more than 67108864 bytes; raise input.maxLineBytes'),
    })
  })

  test('input.maxLineBytes bounds shorter lines too', async () => {
    const files = { 'a.jsonl': `{"a":1}\n{"a":"${'x'.repeat(3000)}"}\n{"a":2}\n` }
    const { codes, counts } = await seen(
      await jobOver(lines, files, await configured({ input: { maxLineBytes: 2000 } })),
    )
    expect(codes).toEqual({ RECORD_TOO_LONG: 1 })
    expect(counts.rows).toBe(2)
  })
})

describe('columns', () => {
  test('10,000 of them', async () => {
    const row = (of: (i: number) => unknown) => Array.from({ length: 10_000 }, (_, i) => of(i)).join()
    const text = [row((i) => `column_${i}`), row((i) => i), row((i) => i / 4), row(() => '')].join('\n')
    const { types, counts, peak, codes } = await seen(await jobOver(csv, { 'a.csv': text }))
    expect(counts).toMatchObject({ rows: 3, features: 10_000 })
    expect(codes).toEqual({})
    expect(types[9_999]).toEqual(['column_9999', 'Fractional'])
    expect(peak).toBeLessThan(600e6)
  })

  test('25,000 random JSON keys after narrow rows: those beyond input.maxFeatures are refused and counted', async () => {
    const wide = Array.from({ length: 25 }, (_, line) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${line}_${i}`, i]))),
    )
    const text = `${'{"first":1}\n'.repeat(5000)}${wide.join('\n')}`
    const { counts, codes, rejected, peak } = await seen(await jobOver(lines, { 'a.jsonl': text }))
    expect(counts).toMatchObject({ rows: 5025, features: 20_000 })
    expect(codes).toEqual({ TOO_MANY_FEATURES: 5001 })
    expect(rejected[0]).toMatchObject({ effect: 'value dropped' })
    expect(rejected[0]!.examples).toHaveLength(5)
    expect(rejected[0]!.examples[0]).toMatchObject({
      file: 'a.jsonl',
      record: 5020,
      detail: expect.stringContaining('raise input.maxFeatures'),
    })
    // 20,000 features of about 20 kB each, and what the collector has not yet looked at.
    expect(peak).toBeLessThan(1000e6)
  })

  test('one capture record of 10,000 objects with names of their own does not decide how much memory a run takes', async () => {
    const objects = Array.from({ length: 10_000 }, (_, i) => JSON.stringify({ [`k${i}`]: i }))
    const narrow = Array.from({ length: 3000 }, () => record(asJson('{"k0":1}')))
    const text = [...narrow, record(asJson(`[${objects}]`)), record(asJson('{"k0":2}'))].join('\n')
    const { counts, codes, peak } = await seen(await jobOver(capture, { 'a.jsonl': text }))
    expect(counts).toMatchObject({ records_read: 3002 })
    expect(codes['TOO_MANY_FEATURES'] ?? codes['PAYLOAD_UNREADABLE']).toBeGreaterThan(0)
    expect(peak).toBeLessThan(500e6)
  })

  test('a record of more rows than fit is rejected, the others are read', async () => {
    const rows = '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20\n'.repeat(300_000)
    const small = record(asCsv('1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20'))
    const run = await jobOver(capture, { 'a.jsonl': [small, record(asCsv(rows)), small].join('\n') })
    const { counts, codes, rejected } = await seen(run)
    expect(counts).toMatchObject({ rows: 2, records_rejected: 1 })
    expect(codes).toEqual({ PAYLOAD_UNREADABLE: 1 })
    expect(rejected[0]!.examples[0]!.detail).toContain('too many rows')
  })

  test('a column refused in a later header does not shift the others', async () => {
    const files = { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'new,a,b\n100,1,2\n' }
    const found = await seen(await jobOver(csv, files, await configured({ input: { maxFeatures: 2 } })))
    expect(found.codes).toEqual({ TOO_MANY_FEATURES: 1 })
    expect(numbersOf(found, 'a')).toMatchObject({ min: 1, max: 1 })
    expect(numbersOf(found, 'b')).toMatchObject({ min: 2, max: 2 })
  })

  test('duplicate names are told apart by their position and counted', async () => {
    const { types, codes } = await seen(await jobOver(csv, { 'a.csv': 'a,a,b,a\n1,x,2,0.5\n' }))
    expect(types).toEqual([
      ['a', 'Integral'],
      ['a_1', 'String'],
      ['b', 'Integral'],
      ['a_3', 'Fractional'],
    ])
    expect(codes).toEqual({ DUPLICATE_COLUMN: 2 })
  })

  test('files whose headers name other columns, in other orders: values follow the names', async () => {
    const files = {
      'a.csv': 'a,b,c\n1,2,3\n',
      'b.csv': 'c,a,b\n3,1,2\n',
      'c.csv': 'b\n2\n',
      'd.csv': 'a,b,c,d\n1,2,3,4\n',
    }
    const found = await seen(await jobOver(csv, files))
    expect(found.codes).toEqual({})
    expect(found.types.map(([name]) => name)).toEqual(['a', 'b', 'c', 'd'])
    for (const [name, value, present, missing] of [
      ['a', 1, 3, 1],
      ['b', 2, 4, 0],
      ['c', 3, 3, 1],
      ['d', 4, 1, 3],
    ] as const)
      expect(numbersOf(found, name)).toMatchObject({
        min: value,
        max: value,
        common: { num_present: present, num_missing: missing },
      })
  })

  test('ragged rows: the rest is missing, or dropped, and both are counted', async () => {
    const found = await seen(await jobOver(csv, { 'a.csv': 'a,b\n1,2\n1\n1,2,3,4\n\n1,\n' }))
    expect(found.codes).toEqual({ ROW_TOO_LONG: 1, ROW_TOO_SHORT: 1 })
    expect(found.counts.rows).toBe(4)
    expect(numbersOf(found, 'b')).toMatchObject({ max: 2, common: { num_present: 2, num_missing: 2 } })
  })

  test('mixed types, nothing but missing values, one constant', async () => {
    const text = 'mixed,none,same,flag\n1,,7,true\nx,,7,false\ntrue,,7,1\n'
    const found = await seen(await jobOver(csv, { 'a.csv': text }))
    expect(found.types).toEqual([
      ['mixed', 'String'],
      ['none', 'Unknown'],
      ['same', 'Integral'],
      ['flag', 'String'],
    ])
    expect(numbersOf(found, 'same')).toMatchObject({ min: 7, max: 7, mean: 7, std_dev: 0 })
  })

  test('a headless file keeps working when columns are excluded by position, in both runs', async () => {
    const environment = { exclude_features_attribute: '0' }
    const baseline = await jobOver(headless, { 'a.csv': 'id1,5,x\nid2,6,y\n' }, environment)
    const baseline_constraints = join(folder, 'constraints.json')
    await writeFile(baseline_constraints, JSON.stringify(await report(baseline, 'constraints.json')))
    const run = await job(headless, { ...environment, baseline_constraints })
    expect(run).toMatchObject({ exit: 0, message: completed })
    expect((await seen(run)).types).toEqual([
      ['_c1', 'Integral'],
      ['_c2', 'String'],
    ])
  })

  test('a baseline whose position names collide with the new ones gives an extra column, not two of a name', async () => {
    const features = ['_c1', '_c2'].map((name) => ({ name, inferred_type: 'Integral' }))
    const baseline_constraints = await put('c.json', JSON.stringify({ version: 0, features }))
    const run = await jobOver(headless, { 'a.csv': '1,2,3\n' }, { baseline_constraints })
    expect(run.exit).toBe(0)
    expect(await violationsOf(run)).toMatchObject([{ constraint_check_type: 'extra_column_check' }])
  })
})

describe('names that JavaScript objects already have', () => {
  const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  /** A baseline over the files, then a monitoring run over the same files and over drifted ones. */
  async function roundTrip(
    format: string,
    same: string,
    drifted: string,
  ): Promise<{ names: string[]; quiet: string; violated: string[] }> {
    const baseline = await jobOver(format, { a: same })
    expect(baseline.exit).toBe(0)
    const names = (await seen(baseline)).types.map(([name]) => name)
    const files: Record<string, string> = {}
    for (const name of ['constraints', 'statistics'])
      files[`baseline_${name}`] = await put(
        `base/${name}.json`,
        `${JSON.stringify(await report(baseline, `${name}.json`))}`,
      )
    const quiet = (await job(format, files)).message
    const run = await jobOver(format, { a: drifted }, files)
    expect(run.exit).toBe(0)
    return {
      names,
      quiet,
      violated: [...new Set((await violationsOf(run)).map((v) => v.feature_name ?? ''))],
    }
  }

  test('as columns of a CSV header; an empty name gets its position', async () => {
    const head = `${odd.join()},\n`
    const result = await roundTrip(csv, head + '1,2,3,4,5\n'.repeat(50), head + 'x,x,x,x,x\n'.repeat(50))
    expect(result).toEqual({ names: [...odd, '_c4'], quiet: completed, violated: [...odd, '_c4'] })
  })

  test('as JSON keys, the empty one too', async () => {
    const keys = [...odd, '']
    const row = (value: string) => `{${keys.map((key) => `"${key}":${value}`).join()}}\n`.repeat(50)
    const result = await roundTrip(lines, row('1'), row('"x"'))
    const sorted = keys.toSorted()
    expect(result).toEqual({ names: sorted, quiet: completed, violated: sorted })
  })

  test('as JSON keys of captured payloads', async () => {
    const payload = (value: string) => asJson(`{${odd.map((key) => `"${key}":${value}`).join()}}`)
    const rows = (value: string) => record(payload(value), asJson('{"__proto__":1,"label":2}')).repeat(50)
    const baseline = await seen(await jobOver(capture, { a: rows('1') }))
    expect(baseline.types.map(([name]) => name).toSorted()).toEqual([...odd, 'label'].toSorted())
    expect(baseline.codes).toEqual({ NAME_IN_INPUT_AND_OUTPUT: 50 })
  })
})

describe('numbers at the edge', () => {
  test('beyond a double: counted, left out of the statistics', async () => {
    const text = `a\n1e999\n-1e999\n${'9'.repeat(400)}\n2\n3.5\n`
    const found = await seen(await jobOver(csv, { 'a.csv': text }))
    expect(found.codes).toEqual({ NUMBER_OUT_OF_RANGE: 3 })
    expect(numbersOf(found, 'a')).toMatchObject({ min: 2, max: 3.5, common: { num_present: 5 } })
  })

  test('sums that overflow a double', async () => {
    const text = `a,b\n${'1.7e308,-1.7e308\n1.7e308,1.7e308\n'.repeat(200)}`
    const run = await jobOver(csv, { 'a.csv': text }, { publish_cloudwatch_metrics: 'Enabled' })
    expect(run).toMatchObject({ exit: 0, message: completed })
    const found = await seen(run)
    for (const name of ['a', 'b']) {
      expect(numbersOf(found, name)).toMatchObject({ max: 1.7e308, common: { num_present: 400 } })
      for (const value of Object.values(numbersOf(found, name)!)) expect(value).not.toBeNull()
    }
    expect(run.metrics).not.toMatch(/:null|Infinity|NaN/)
    expect(run.metrics).not.toContain('feature_data_a')
  })

  test('whole numbers beyond 2^53, and the smallest and oddest spellings', async () => {
    const text = 'big,tiny,odd\n9007199254740993,5e-324,+1\n-9007199254740993,1e-400,-0\n1,0.0,007\n'
    const found = await seen(await jobOver(csv, { 'a.csv': text }))
    expect(found.types).toEqual([
      ['big', 'Integral'],
      ['tiny', 'Fractional'],
      ['odd', 'Integral'],
    ])
    expect(numbersOf(found, 'big')).toMatchObject({ min: -9007199254740992, max: 9007199254740992 })
    expect(numbersOf(found, 'tiny')).toMatchObject({ min: 0, max: 5e-324 })
    expect(numbersOf(found, 'odd')).toMatchObject({ min: 0, max: 7 })
  })
})

describe('baseline files that are wrong', () => {
  const constraints = { version: 0, features: [{ name: 'a', inferred_type: 'Integral', completeness: 1 }] }

  test.each([
    ['cut off', '{"version":0,"features":[', /not JSON/],
    ['empty', '', /not JSON.*empty or cut off/],
    ['not UTF-8', Buffer.from('{"version":0,"features":[{"name":"\xff"}]}', 'latin1'), /not UTF-8/],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
    ['something else', '[1,2]', /constraints\.json: /],
    ['null', 'null', /constraints\.json: /],
    [
      'a value of the wrong type',
      JSON.stringify({ ...constraints, features: [{ name: 'a', completeness: 'all' }] }),
      /completeness/,
    ],
    [
      'a name twice',
      JSON.stringify({ ...constraints, features: [{ name: 'a' }, { name: 'a' }] }),
      /already the name/,
    ],
    ['a million brackets', '['.repeat(1e6), /not JSON/],
    ['a million nested arrays', `{"features":${'['.repeat(1e6)}${']'.repeat(1e6)}}`, /features/],
  ] as [string, Content, RegExp][])('constraints: %s', async (_, content, reason) => {
    const baseline_constraints = await put('base/constraints.json', content)
    const run = await jobOver(csv, { 'a.csv': 'a\n1\n' }, { baseline_constraints })
    expect(run).toMatchObject({ exit: 2, message: expect.stringMatching(/^Failed: BASELINE_INVALID: /) })
    expect(run.message).toMatch(reason)
  })

  test('both are missing: both are named', async () => {
    const run = await jobOver(
      csv,
      { 'a.csv': 'a\n1\n' },
      { baseline_constraints: '/none/constraints.json', baseline_statistics: '/none/statistics.json' },
    )
    expect(run.exit).toBe(2)
    expect(run.message).toMatch(/BASELINE_INVALID: .*\/none\/constraints\.json.*\/none\/statistics\.json/)
  })

  test('a folder that holds the file is as good as the file', async () => {
    await put('base/constraints.json', JSON.stringify(constraints))
    const run = await jobOver(csv, { 'a.csv': 'a\n1\n' }, { baseline_constraints: join(folder, 'base') })
    expect(run).toMatchObject({ exit: 0, message: completed })
  })
})

describe('an output folder that refuses the reports', () => {
  function mount(context: TestContext, path: string, options: string): void {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' })
      mounted.push(path)
    } catch (error) {
      if (process.env['CI'] === 'true') throw error
      context.skip(`mount is not permitted here: ${error}`)
    }
  }

  test('output_path is a file', async () => {
    const output_path = await put('file', 'mine')
    const run = await jobOver(csv, { 'a.csv': 'a\n1\n' }, { output_path })
    expect(run).toMatchObject({
      exit: 6,
      message: expect.stringMatching(/^Failed: REPORT_UNWRITABLE: .*file/),
    })
  })

  test('the user of the container may not write there', async () => {
    await put('in/a.csv', 'a\n1\n')
    await chmod(folder, 0o777)
    await mkdir(join(folder, 'out'))
    await chmod(join(folder, 'out'), 0o555)
    const run = await job(csv, {}, process.getuid?.() === 0 ? { uid: 65534 } : {})
    expect(run).toMatchObject({
      exit: 6,
      message: expect.stringMatching(/REPORT_UNWRITABLE: .*permission denied.*Let the user/),
    })
  })

  test('a read-only file system', async (context) => {
    await mkdir(join(folder, 'out'))
    mount(context, join(folder, 'out'), 'ro')
    expect(await jobOver(csv, { 'a.csv': 'a\n1\n' })).toMatchObject({
      exit: 6,
      message: expect.stringContaining('read-only'),
    })
  })

  test('a full disk: no report at all, and the message says so', async (context) => {
    await mkdir(join(folder, 'out'))
    mount(context, join(folder, 'out'), 'size=64k')
    const text = `a,b,c\n${Array.from({ length: 5000 }, (_, i) => `${i},${i / 3},${i * 7}`).join('\n')}\n`
    expect(await jobOver(csv, { 'a.csv': text })).toMatchObject({
      exit: 6,
      message: expect.stringMatching(/REPORT_UNWRITABLE: .*statistics\.json.*disk is full/),
    })
  })
})

describe('the window', () => {
  const window = { start_time: '2022-04-18T00:00:00Z', end_time: '2022-04-18T01:00:00Z' }
  const at = (time: string, value: number) => record(asCsv(String(value)), undefined, time)

  test.each([
    ['an empty folder', { 'sub/.keep': '' }],
    ['empty files', { 'a.jsonl': '', 'b.jsonl': '\n\n' }],
    ['files of other hours only', { '2022/04/18/01/a.jsonl': one, '2022/04/17/23/a.jsonl': one }],
  ])('holds nothing (%s): item_count 0, exit 0, and the message says so', async (_, files) => {
    const features = [{ name: 'a', inferred_type: 'Integral', completeness: 1 }]
    const baseline_constraints = await put('c.json', JSON.stringify({ version: 0, features }))
    const run = await jobOver(capture, files as unknown as Record<string, string>, {
      ...window,
      baseline_constraints,
    })
    expect(run).toMatchObject({ exit: 0, message: `${completed} The window held no records.` })
    expect((await seen(run)).statistics.dataset.item_count).toBe(0)
    expect(await violationsOf(run)).toEqual([])
  })

  test('holds nothing and input.emptyWindow is "fail": exit 3', async () => {
    const config = await configured({ input: { emptyWindow: 'fail' } })
    const run = await jobOver(capture, { 'a.jsonl': at('2022-04-18T01:00:00Z', 1) }, { ...window, ...config })
    expect(run).toMatchObject({
      exit: 3,
      message: expect.stringMatching(/^Failed: SOURCE_EMPTY: .*\(1 records lie outside it\)/),
    })
  })

  test('start is in, end is out, whatever the offset; a record without a readable time is in', async () => {
    const content = [
      at('2022-04-17T23:59:59.999Z', 1),
      at('2022-04-18T00:00:00Z', 20),
      at('2022-04-18T02:59:59.999+02:00', 300),
      at('2022-04-18T01:00:00Z', 4000),
      at('{%s}', 50_000),
    ].join('')
    const found = await seen(await jobOver(capture, { '2022/04/18/00/a.jsonl': content }, window))
    expect(numbersOf(found, '_c0')?.sum).toBe(50_320)
    expect(found.counts).toMatchObject({ records_read: 5, records_outside_window: 2, rows: 3 })
    expect(found.codes).toEqual({ TIME_UNREADABLE: 1 })
  })

  test('files of other hours are not read; a window within an hour still reads its file', async () => {
    const files = {
      'e/v/2022/04/18/00/a.jsonl': at('2022-04-18T00:10:00Z', 1),
      'e/v/2022/04/18/01/a.jsonl': '{"broken":',
      'e/v/2022/04/17/23/a.jsonl': '{"broken":',
    }
    const run = await jobOver(capture, files, {
      start_time: '2022-04-18T00:05:00Z',
      end_time: '2022-04-18T00:15:00Z',
    })
    expect(run).toMatchObject({ exit: 0, message: completed })
    expect(await report<Run>(run, 'run.json')).toMatchObject({ plan: { files: 1 }, counts: { rows: 1 } })
  })

  test('records outside the window and a broken line: a quiet hour, not an unreadable dataset', async () => {
    const run = await jobOver(capture, { 'a.jsonl': `${at('2022-04-18T03:00:00Z', 1)}{"cut` }, window)
    expect(run.exit).toBe(0)
    expect(run.message).toMatch(
      /The window held no records \(1 lay outside it\)\. 1 record was rejected \(NOT_JSON/,
    )
  })
})

describe('deep nesting', () => {
  const deep = `${'['.repeat(1e6)}${']'.repeat(1e6)}`

  test.each([
    ['a JSON Lines value', lines, `{"a":${deep}}\n{"a":1}\n`, { NESTED_VALUE: 1 }, 2],
    ['a JSON Lines line', lines, `${deep}\n{"a":1}\n`, { NOT_JSON: 1 }, 1],
    ['unclosed brackets', lines, `${'{"a":['.repeat(1e5)}\n{"a":1}\n`, { NOT_JSON: 1 }, 1],
    ['a JSON document', documents, `[{"a":${deep}},{"a":1}]`, { NESTED_VALUE: 1 }, 2],
    ['a capture line', capture, `${deep}\n${one}`, { NOT_A_CAPTURE_RECORD: 1 }, 1],
    [
      'a captured payload',
      capture,
      record(asJson(`{"a":${deep}}`)) + record(asJson('{"a":1}')),
      { NESTED_VALUE: 1 },
      2,
    ],
  ])('a million brackets in %s', async (_, format, content, codes, rows) => {
    const found = await seen(await jobOver(format, { a: content }))
    expect(found.codes).toEqual(codes)
    expect(found.counts.rows).toBe(rows)
  })

  test('a million brackets behind a declared path', async () => {
    const config = await configured({ features: [{ name: 'a', from: 'record', path: 'a' }] })
    const found = await seen(await jobOver(lines, { a: `{"a":${deep}}\n{"a":1}\n` }, config))
    expect(found.counts.rows).toBe(2)
    expect(found.codes).toEqual({ NESTED_VALUE: 1 })
  })
})

describe('captured payloads', () => {
  async function captured(content: string): Promise<Seen> {
    const run = await jobOver(capture, { 'a.jsonl': content })
    expect(run.exit, run.message).toBe(0)
    return seen(run)
  }

  test('one side missing or null', async () => {
    const found = await captured(
      one +
        record(asCsv('3,4')) +
        record(undefined, asCsv('0.7')) +
        record(null, asCsv('0.9')) +
        record(null, null),
    )
    expect(found.counts).toMatchObject({ rows: 4, records_rejected: 1 })
    expect(found.codes).toEqual({ NOT_A_CAPTURE_RECORD: 1 })
    expect(numbersOf(found, '_c0')).toMatchObject({ max: 0.9, common: { num_present: 3, num_missing: 1 } })
    expect(numbersOf(found, '_c2')).toMatchObject({ max: 4, common: { num_present: 2, num_missing: 2 } })
  })

  test('content types that are null, absent, or carry a charset', async () => {
    const types = [null, undefined, 'text/csv; charset=utf-8', 'TEXT/CSV']
    const found = await captured(
      types
        .map((observedContentType) =>
          record(
            { ...asCsv('1,2\n'), observedContentType } as Payload,
            { ...asCsv('0.5\n'), observedContentType } as Payload,
          ),
        )
        .join(''),
    )
    expect(found.codes).toEqual({})
    expect(found.counts.rows).toBe(4)
    expect(found.types.map(([, type]) => type)).toEqual(['Fractional', 'Integral', 'Integral'])
  })

  test('an encoding that is absent, null or lower case is told by the content type', async () => {
    const found = await captured(
      [undefined, null, 'json']
        .map((encoding) => record({ ...asJson('{"a":1}'), encoding } as Payload))
        .join(''),
    )
    expect(found.types).toEqual([['a', 'Integral']])
    expect(found.counts.rows).toBe(3)
  })

  test('BASE64 of CSV and of JSON is read, of pictures or of nothing sensible rejected', async () => {
    const found = await captured(
      record(asBase64('1,2', 'text/csv')) +
        record(asBase64('3,4')) +
        record(asBase64('{"k":5}', 'application/json; charset=utf-8')) +
        record(asBase64('{"k":6}')) +
        record(asBase64(Buffer.from([137, 80, 78, 71, 0, 1]), 'image/png')) +
        record({ data: '%%%', encoding: 'BASE64' }),
    )
    expect(found.counts).toMatchObject({ rows: 4, records_rejected: 2 })
    expect(found.codes).toEqual({ PAYLOAD_BINARY: 2 })
    expect(numbersOf(found, 'k')).toMatchObject({ min: 5, max: 6 })
    expect(numbersOf(found, '_c1')).toMatchObject({ min: 2, max: 4 })
  })

  test('a BASE64 payload made to keep a pattern busy is rejected like any other', async () => {
    const found = await captured(one + record({ data: `${' '.repeat(2e6)}!`, encoding: 'BASE64' }))
    expect(found.codes).toEqual({ PAYLOAD_BINARY: 1 })
  })

  test('input and output of different encodings', async () => {
    const found = await captured(
      record(asCsv('1,2'), asJson('{"score":0.5}')) +
        record(asBase64('3,4', 'text/csv'), asJson('{"score":0.7}')),
    )
    expect(found.codes).toEqual({})
    expect(Object.fromEntries(found.types)).toEqual({ score: 'Fractional', _c0: 'Integral', _c1: 'Integral' })
  })

  test('several rows in one payload, CSV and JSON', async () => {
    const found = await captured(
      record(asCsv('1,2\n3,4\r\n5,6\n'), asCsv('0.1\n0.2\n0.3\n')) + record(asCsv('7,8'), asCsv('0.4')),
    )
    expect(found.counts).toMatchObject({ records_read: 2, rows: 4 })
    expect(numbersOf(found, '_c1')).toMatchObject({ min: 1, max: 7 })
    await rm(join(folder, 'in'), { recursive: true })
    const json = await captured(record(asJson('[{"a":1},{"a":2}]')) + record(asJson('{"a":3}\n{"a":4}\n')))
    expect(numbersOf(json, 'a')).toMatchObject({ sum: 10, common: { num_present: 4 } })
  })

  test('a single line of n predictions for n input rows', async () => {
    const found = await captured(record(asCsv('1,2\n3,4\n5,6'), asCsv('0.1,0.2,0.6')) + one)
    expect(found.codes).toEqual({})
    expect(found.counts.rows).toBe(4)
    expect(numbersOf(found, '_c0')).toMatchObject({ min: 0.1, max: 0.6, common: { num_present: 4 } })
  })

  test('different numbers of rows on the two sides', async () => {
    const found = await captured(
      one + record(asCsv('1,2\n3,4'), asCsv('0.1\n0.2\n0.3')) + record(asCsv('1,2\n3,4'), asCsv('1,2,3')),
    )
    expect(found.counts).toMatchObject({ rows: 1, records_rejected: 2 })
    expect(found.codes).toMatchObject({ ROW_COUNT_MISMATCH: 2 })
  })

  test('a first record larger than what the plan looks into', async () => {
    const rows = 300_000
    const found = await captured(record(asCsv('1,2\n'.repeat(rows)), asCsv('3\n'.repeat(rows))))
    expect(found.codes).toEqual({})
    expect(found.types.map(([name]) => name)).toEqual(['_c0', '_c1', '_c2'])
    expect(found.counts.rows).toBe(rows)
  })

  test('payloads of the wrong shape', async () => {
    const odd = [{}, { data: 5 }, { data: null }, [], 'text', 7].map((side) => record(side as Payload))
    const found = await captured(
      [one, ...odd, record(asJson('{"a":')), record(asCsv('"never closed')), 'null\n7\n"x"\n[]\n'].join(''),
    )
    expect(found.codes).toEqual({ NOT_A_CAPTURE_RECORD: odd.length + 4, PAYLOAD_UNREADABLE: 2 })
    expect(found.counts.rows).toBe(1)
  })

  test('empty payloads hold no row', async () => {
    const found = await captured(one + record(asCsv(''), asCsv('')) + record(asCsv('\n')))
    expect(found.counts).toMatchObject({ records_read: 3, rows: 1, records_rejected: 0 })
  })
})
