/** What is fuzzed: per decoder some good inputs, and what has to hold for any input made of them. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import { CaptureDecoder } from '../../runtime/decode/capture.ts'
import {
  CsvDecoder,
  JsonDocumentDecoder,
  JsonLinesDecoder,
  ReturnedCsv,
} from '../../runtime/decode/datasets.ts'
import { HandledRecords } from '../../runtime/decode/handled.ts'
import { type Kernel, plainKernel, takeKernel } from '../../runtime/decode/kernel/index.ts'
import { MonitorError } from '../../runtime/errors.ts'
import type { Outcome, Session } from '../../runtime/handle/index.ts'
import {
  type LogLines,
  type Problem,
  ProtocolError,
  parseAnswer,
  parseProblem,
  parseReplies,
  type Replies,
  status,
} from '../../runtime/handle/protocol.ts'
import { type BlockDecoder, readSlice } from '../../runtime/read.ts'
import { rejectedRecords } from '../../runtime/rejects.ts'
import { collecting, type Decoded, decode, decodeFast } from '../runtime/decode/decoded.ts'
import type { Random } from './mutate.ts'

export interface Target {
  readonly seeds: readonly Buffer[]
  /** Throws when the runtime does with these bytes what it must not do. */
  check(content: Buffer, random: Random): Promise<void>
}

type Make = (builder: BatchBuilder, kernel?: Kernel) => BlockDecoder

const columns = (['output', 'input'] as const).flatMap((source) =>
  ['a', 'b'].map((name, index) => ({ name: `${source}-${name}`, kind: 'scalar', source, index }) as const),
)
/** Few enough that the limit is met now and then. */
const maxFeatures = 40

/** What was read, without the texts of messages, which may show more or less of the bytes around. */
function essence({ rows, rejects, records, columns }: Decoded): unknown {
  const counts = [...rejects].map(([code, { count, examples }]) => [
    code,
    count,
    examples.map(({ record }) => record),
  ])
  return { rows, counts, records, columns }
}

/** Each record is accounted for: its rows came out, or it was rejected as a whole; an empty payload has no rows. */
function assertAccounted({ rows, rejects, records }: Decoded, content: Uint8Array): void {
  const committed = new Set(rows.map(({ position: { byte, record } }) => `${byte}:${record}`))
  const accounted = committed.size + rejectedRecords(rejects)
  assert.ok(accounted <= records, `${accounted} of ${records} records`)
  if (accounted < records) assert.ok(records - accounted <= emptyCaptures(content))
}

/** How many lines are capture records of nothing but blanks. */
function emptyCaptures(content: Uint8Array): number {
  let empty = 0
  for (const line of new TextDecoder().decode(content).split('\n')) {
    let data: Record<string, { data?: unknown; encoding?: unknown } | null | undefined> | undefined
    try {
      data = JSON.parse(line)?.captureData
    } catch {}
    const payloads = Object.values(data ?? {}).filter((payload) => typeof payload?.data === 'string')
    const isBlank = (text: string) => /^\s*$/.test(text)
    const blank = payloads.every((payload) => {
      const text = payload?.data as string
      return isBlank(text) || isBlank(Buffer.from(text, 'base64').toString())
    })
    if (payloads.length > 0 && blank) empty++
  }
  return empty
}

/** The bytes in random parts give what they give in one. */
function splits(make: Make): Target['check'] {
  return async (content, random) => {
    const whole = decode(content, make, { columns, maxFeatures })
    assertAccounted(whole, content)
    for (let i = 0; i < 3; i++) {
      const cuts = Array.from({ length: 1 + random.below(5) }, () => random.below(content.length + 1))
      assert.deepEqual(essence(decode(content, make, { columns, maxFeatures, cuts })), essence(whole))
    }
  }
}

let folder: string | undefined

/** Reads bytes as a file, in slices; undefined when the runtime refuses the file. */
async function readFile(
  content: Uint8Array,
  make: Make,
  maxRecordBytes: number,
  cuts: readonly number[] = [],
): Promise<Decoded | undefined> {
  folder ??= await mkdtemp(join(tmpdir(), 'byom-fuzz-'))
  const path = join(folder, 'file')
  await writeFile(path, content)
  const { builder, decoded } = collecting({ columns, maxFeatures })
  const borders = [0, ...[...cuts].sort((a, b) => a - b), content.length]
  try {
    for (let i = 0; i + 1 < borders.length; i++) {
      builder.startSlice('file', borders[i]!)
      await readSlice(
        { path, name: 'file', start: borders[i]!, end: borders[i + 1]!, maxRecordBytes },
        make(builder),
      )
    }
  } catch (error) {
    assert.ok(error instanceof MonitorError, `threw ${error}`)
    return undefined
  }
  return decoded()
}

/** Removes what the targets wrote. */
export async function cleanUp(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  folder = undefined
}

/** The file in random slices gives the rows of the whole, also when some records are too long. */
function slices(make: Make): Target['check'] {
  return async (content, random) => {
    const limit = random.pick([20, 100, 1000, 1 << 20])
    const whole = await readFile(content, make, limit)
    // The first bytes of a file are no place to cut: a byte-order mark belongs to the first line.
    const cuts = Array.from({ length: 1 + random.below(3) }, () =>
      Math.min(4 + random.below(content.length), content.length),
    )
    const parts = await readFile(content, make, limit, cuts)
    assert.equal(parts === undefined, whole === undefined)
    if (whole === undefined || parts === undefined) return
    assertAccounted(whole, content)
    assertAccounted(parts, content)
    assert.deepEqual(
      parts.rows.map(({ cells, eventId, time }) => ({ cells, eventId, time })),
      whole.rows.map(({ cells, eventId, time }) => ({ cells, eventId, time })),
    )
    assert.equal(parts.records, whole.records)
  }
}

/** No record is lost or counted twice, however short a record has to be. */
function limits(make: Make): Target['check'] {
  return async (content, random) => {
    const read = await readFile(content, make, random.pick([1, 8, 30, 200]))
    if (read) assertAccounted(read, content)
  }
}

/** Exactly the lines that are objects for JSON.parse are records. */
const sameAsJsonParse: Target['check'] = async (content) => {
  const { rows } = decode(content, jsonLines, { maxFeatures: 100_000 })
  const found = new Set(rows.map(({ position }) => position.record))
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (const [i, line] of decoder.decode(content).split('\n').entries()) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {}
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
    assert.equal(found.has(i + 1), isObject, `line ${i + 1}: ${line}`)
  }
}

function all(...checks: readonly Target['check'][]): Target['check'] {
  return async (content, random) => {
    for (const check of checks) await check(content, random)
  }
}

const kernels = [takeKernel(), takeKernel(1), plainKernel()]

/** Kernels read what the decoder reads without one. */
function sameFast(make: Make): Target['check'] {
  return async (content, random) => {
    const cuts = Array.from({ length: random.below(3) }, () => random.below(content.length + 1))
    const slow = essence(decode(content, make, { columns, maxFeatures, cuts }))
    for (const kernel of kernels)
      assert.deepEqual(essence(decodeFast(content, kernel, make, { columns, maxFeatures, cuts })), slow)
  }
}

const capture: Make = (builder, kernel) =>
  new CaptureDecoder(builder, {
    ...(kernel ? { kernel } : {}),
    window: {},
    paths: undefined,
    outside: () => assert.fail('there is no window'),
  })
const csv: Make = (builder, kernel) => new CsvDecoder(builder, true, undefined, kernel)
const headless: Make = (builder, kernel) => new CsvDecoder(builder, false, undefined, kernel)
const jsonLines: Make = (builder, kernel) => new JsonLinesDecoder(builder, undefined, undefined, kernel)
const document: Make = (builder) => new JsonDocumentDecoder(builder, undefined)

const golden = (path: string, bytes = 4000) =>
  readFileSync(new URL(`../golden/${path}`, import.meta.url)).subarray(0, bytes)
const records = (...captured: readonly (readonly [output: unknown, input: unknown])[]) =>
  Buffer.from(
    captured
      .map(([endpointOutput, endpointInput], i) =>
        JSON.stringify({
          captureData: { endpointOutput, endpointInput },
          eventMetadata: { eventId: `${i}`, inferenceTime: '2022-04-18T00:21:48Z' },
        }),
      )
      .join('\n'),
  )
/** Lines of one shape, with values that are read in different ways. */
const regular = (line: (values: readonly string[], i: number) => string) =>
  Buffer.from(
    `${[
      '1,2.5',
      '-3,',
      'a b,true',
      '007,1e5',
      ' 5,+5',
      '0.1234567890123456789,12345678901234567890',
      '1e400,é',
      '.5,5.',
    ]
      .flatMap((values) => [values, values])
      .map((values, i) => line(values.split(','), i))
      .join('\n')}\n`,
  )
const payload = (encoding: string, data: string) => ({ observedContentType: 'text/x', encoding, data })

const captures = [
  golden('sdk/capture.jsonl'),
  golden('sdk/captured-data.jsonl'),
  regular(([a, b], i) =>
    String(
      records([payload('CSV', `${b},${a}`), payload('CSV', i % 5 ? `${a},${b}` : `${a},${b}\n`)]),
    ).replace('21:48Z', i % 3 ? '21:48Z' : '22:07.25Z'),
  ),
  records(
    [payload('CSV', '0.5\n'), payload('CSV', '1,"x ""y""\nz"\n')],
    [payload('CSV', '1,2'), payload('CSV', '1,2\n3,4')],
    [payload('JSON', '{"a":1,"é":"\\u00e9","n":null}'), payload('JSON', '[{"b":2},{"a":[1]}]')],
    [payload('JSON', '[[1,2],[3,4]]'), payload('BASE64', Buffer.from('1,2\n3,4').toString('base64'))],
    [undefined, { data: '{"a":-0.5e-7}' }],
  ),
]
const plainTables = [
  regular((values) => [...values, 'x', '"y'].join(',')),
  Buffer.from('1,2,3,4\r\n5,6,7,8\r\n,,,\r\n1,2,3\n"1",2,3,4\n'),
]
const tables = [
  golden('sdk/baseline_dataset.csv'),
  golden('churn/training-dataset-with-header.csv'),
  Buffer.from('a,b,"c ""d"""\r\n1,"2\n3",x\r\n\r\n"é""",,\r\n,"",5\r\n"a"b,c,d\n'),
]
const lines = [
  golden('adult/validation-dataset.jsonl'),
  Buffer.from('{"a":1,"b":"x"}\n\n{"b":"\\u00e9\\n","a":[1,{"c":2}]}\r\n{"a":null,"a":true,"":""}\n{}'),
]
lines.push(
  regular(
    ([a, b], i) => `{"a": ${/^-?[1-9]\d*$/.test(a!) ? a : JSON.stringify(a)},"${i % 4 ? 'b' : 'c'}":"${b}" }`,
  ),
)
const documents = [
  Buffer.from('[{"a":1},\n {"b":{"c":[1,2]}}, {"a":"é\\""}]\n'),
  Buffer.from(
    JSON.stringify(
      Array.from({ length: 30 }, (_, i) => ({ i, x: `t${i}`, y: null, z: [i] })),
      undefined,
      1,
    ),
  ),
  Buffer.from('{"a":1}{"a":2}'),
]
const archives = [...lines, Buffer.concat(Array(30).fill(lines[1]))].map((content) => gzipSync(content))
archives.push(Buffer.concat([archives[1]!, archives[1]!]))

/** Rows of gzip are the rows of what it holds; what is not gzip is read as it stands. */
const sameAsPlain: Target['check'] = async (content) => {
  const read = await readFile(content, jsonLines, 1 << 20)
  let plain: Buffer | undefined = content
  if (content[0] === 0x1f && content[1] === 0x8b) {
    try {
      plain = gunzipSync(content)
    } catch {
      plain = undefined
    }
  }
  if (plain === undefined) return assert.equal(read, undefined)
  const expected = await readFile(plain, jsonLines, 1 << 20)
  // Gzip inside gzip is not undone twice.
  if (plain !== content && plain[0] === 0x1f && plain[1] === 0x8b) return
  assert.deepEqual(read && essence(read), expected && essence(expected))
  if (read) assertAccounted(read, content)
}

/** Records of the batch that the replies are to. */
const asked = 3

/** A handler's reply as its driver makes it. */
function replyOf(results: readonly (readonly [code: number, body: string])[], log: unknown): Buffer {
  const bodies = results.map(([, body]) => Buffer.from(body))
  const head = Buffer.alloc(4 + 5 * results.length)
  head.writeUInt32LE(results.length)
  for (const [i, [code]] of results.entries()) {
    head[4 + i] = code
    head.writeUInt32LE(bodies[i]!.length, 4 + results.length + 4 * i)
  }
  return Buffer.concat([head, ...bodies, Buffer.from(JSON.stringify(log))])
}

function answerOf(answer: unknown, log: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(answer))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(text.length)
  return Buffer.concat([head, text, Buffer.from(JSON.stringify(log))])
}

const problem = { kind: 'failed', type: 'KeyError', message: "'x'", line: 3, function: 'f', trace: 'a\nb' }
const log = {
  lines: [
    [0, 'info', 'a'],
    [2, 'error', 'b\u001b[2J'],
    [-1, 'warn', ''],
  ],
  leftOut: 3,
}
const handlerReplies = [
  replyOf(
    [
      [status.rows, '{"a":1,"__proto__":{"b":2}}'],
      [status.rows, '[{"a":"x"},{"b":null}]'],
      [status.nothing, ''],
    ],
    log,
  ),
  replyOf(
    [
      [status.record, '1,"x\n2",3'],
      [status.error, JSON.stringify(problem)],
      [status.dropped, ''],
    ],
    { lines: [] },
  ),
  replyOf(
    [
      [status.rows, '{"a":[[[1]]],"b":"\\ud800"}'],
      [status.rows, '{"a":1e999,"a":true}'],
      [status.record, ''],
    ],
    log,
  ),
  answerOf({ problem }, log),
  answerOf({ problem: null }, { lines: [['0', 'shout', {}], null], leftOut: -1 }),
]

/** What is believed of a reply; undefined when it is refused. */
function believed<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch (error) {
    assert.ok(error instanceof ProtocolError, `threw ${error}`)
    return undefined
  }
}

function assertLog({ lines, leftOut }: LogLines): void {
  assert.ok(Number.isInteger(leftOut) && leftOut >= 0)
  for (const { record, level, text } of lines) {
    assert.ok(record === undefined || (Number.isSafeInteger(record) && record >= 0))
    assert.ok(['debug', 'info', 'warn', 'error'].includes(level))
    assert.ok(text.length <= 4000 && text.isWellFormed())
  }
}

function assertProblem({ kind, type, message, line, trace }: Problem): void {
  assert.ok(['failed', 'timeout', 'result', 'record'].includes(kind))
  assert.ok(type.length > 0 && type.length <= 200 && message.length <= 2000 && trace.length <= 8000)
  assert.ok(line === undefined || (Number.isSafeInteger(line) && line > 0))
}

/** The outcomes as a session makes them; undefined when it would give the process up. */
function outcomesOf({ bytes, results }: Replies): Outcome[] | undefined {
  return believed(() =>
    results.map(({ status: code, start, end }): Outcome => {
      assert.ok(start <= end && end <= bytes.length)
      if (code === status.rows) return { status: 'rows', start, end }
      if (code === status.record) return { status: 'record', start, end }
      if (code === status.nothing) return { status: 'nothing' }
      if (code === status.dropped) return { status: 'dropped' }
      assert.equal(code, status.error)
      const found = parseProblem(bytes.subarray(start, end))
      assertProblem(found)
      return { status: 'error', problem: { code: 'HANDLER_FAILED', text: found.message, trace: found.trace } }
    }),
  )
}

/** A reply is refused as a whole, or each record is accounted for: by rows, a rejection, or being left out. */
const accountedReply: Target['check'] = async (content) => {
  const answer = believed(() => parseAnswer(content))
  if (answer) assertLog(answer.log)
  if (answer?.problem) assertProblem(answer.problem)
  const replies = believed(() => parseReplies(content, asked))
  if (replies === undefined) return
  assertLog(replies.log)
  const outcomes = outcomesOf(replies)
  if (outcomes === undefined) return
  const { builder, decoded } = collecting({ maxFeatures })
  let dropped = 0
  const handled = new HandledRecords(builder, builder, {
    session: { handle: async () => ({ bytes: replies.bytes, outcomes }) } as unknown as Session,
    onError: 'skip',
    positions: ['first', 'second'],
    paths: undefined,
    truth: undefined,
    log: () => {},
    now: () => 0,
    dropped: () => void dropped++,
  })
  handled.startSlice('file', 0)
  for (let i = 0; i < asked; i++) {
    builder.startRecord(2 * i)
    handled.add(Buffer.from('1'))
  }
  await handled.settle(new ReturnedCsv(builder, handled), true)
  const { rows, rejects } = decoded()
  const withRows = new Set(rows.map(({ position }) => position.record)).size
  const accounted = withRows + rejectedRecords(rejects) + dropped
  const blank = outcomes.filter(
    (outcome) =>
      outcome.status === 'record' &&
      /^\s*$/.test(replies.bytes.subarray(outcome.start, outcome.end).toString()),
  ).length
  assert.ok(accounted <= asked && accounted >= asked - blank, `${accounted} of ${asked} records`)
}

/** The targets by name. */
export const targets: Readonly<Record<string, Target>> = {
  capture: { seeds: captures, check: all(splits(capture), slices(capture), sameFast(capture)) },
  csv: { seeds: tables, check: all(splits(csv), limits(csv), sameFast(csv)) },
  'csv-without-header': { seeds: plainTables, check: all(splits(headless), sameFast(headless)) },
  'json-lines': {
    seeds: lines,
    check: all(splits(jsonLines), slices(jsonLines), sameAsJsonParse, sameFast(jsonLines)),
  },
  'json-document': { seeds: documents, check: all(splits(document), limits(document)) },
  gzip: { seeds: archives, check: sameAsPlain },
  'handler-reply': { seeds: handlerReplies, check: accountedReply },
}
