/** Capture JSON Lines: one captured inference a line, its output and input payloads side by side in a row. */
import { isUtf8 } from 'node:buffer'
import type { CapturePayload, CaptureRecord } from '../../contracts/types.generated.ts'
import { describe } from '../errors.ts'
import type { BlockDecoder } from '../read.ts'
import { inWindow, parseInstant, type Window } from '../time.ts'
import { Arena } from './arena.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import { captureTemplate } from './capture-template.ts'
import { fieldCount, isBlank, splitRecord } from './csv.ts'
import { excerpt, tooLong } from './datasets.ts'
import type { RawPayload } from './declared-value.ts'
import { FastLines, type SlowLines } from './fast-lines.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { GroundTruth } from './ground-truth.ts'
import type { RecordTaker, Returning } from './handled.ts'
import { skipBlanks } from './json.ts'
import type { Kernel, Template } from './kernel/index.ts'
import { leavesOf } from './line-shape.ts'
import { RowWriter, unreadable } from './rows.ts'

/** How a payload's text is to be read. */
type Encoding = 'CSV' | 'JSON'
type Side = 'output' | 'input'
type Payload = NonNullable<CapturePayload>

/** In the order in which they are written: of a name in both, the output is kept. */
const sides = ['output', 'input'] as const

/** A payload as text, with its encoding settled. */
interface Text {
  readonly encoding: Encoding
  readonly text: string
}

type Texts = Partial<Record<Side, Text>>

/** Why a record was rejected. */
interface Problem {
  readonly code: 'PAYLOAD_UNREADABLE' | 'PAYLOAD_BINARY' | 'ROW_COUNT_MISMATCH'
  readonly detail: string
}

export interface CaptureOptions {
  readonly window: Window
  readonly paths: FeaturePaths | undefined
  /** Finds the group of a record, when the config groups by a path. */
  readonly segment?: (record: CaptureRecord) => string | undefined
  /** Writes the labels of merged records, for jobs that want them. */
  readonly truth?: GroundTruth
  /** Counts the records outside the window. */
  readonly outside: () => void
  /** Takes the records in place of the rows that they hold. */
  readonly handled?: RecordTaker
  /** Where payloads are kept for the rows of a batch; default: one of its own. */
  readonly arena?: Arena
  /** Reads the plain lines; the builder is attached to it. */
  readonly kernel?: Kernel
}

export class CaptureDecoder implements BlockDecoder, Returning, SlowLines {
  readonly #builder: BatchBuilder
  readonly #options: CaptureOptions
  readonly #arena: Arena
  readonly #fast: FastLines | undefined
  /** The block at hand, and where its first byte stands in the file. */
  #block: { readonly bytes: Buffer; readonly base: number } = { bytes: Buffer.alloc(0), base: 0 }
  /** True when it is UTF-8 throughout. */
  #clean = true
  #known: Record<Side, RowWriter> | undefined

  constructor(builder: BatchBuilder, options: CaptureOptions) {
    this.#builder = builder
    this.#options = options
    const { kernel } = options
    if (kernel) {
      const { bytes, arenaStart: start, arenaEnd: end } = kernel.memory
      this.#arena = new Arena(builder, { bytes, start, end })
      this.#fast = new FastLines(kernel, builder, this, options.window)
    } else this.#arena = options.arena ?? new Arena(builder)
  }

  /** Made with the first row: where a handler makes the rows, a payload's own columns may never be needed. */
  get #writers(): Record<Side, RowWriter> {
    if (this.#known === undefined) {
      const columns = this.#builder.declarePlanned()
      const side = (source: Side) =>
        new RowWriter(
          this.#builder,
          source,
          columns.filter((column) => column.source === source),
        )
      this.#known = { output: side('output'), input: side('input') }
    }
    return this.#known
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean, base = 0): number {
    this.#block = { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), base }
    this.#clean = isUtf8(bytes.subarray(from, to))
    if (this.#clean && this.#fast?.owns(bytes)) return this.#fastDecode(bytes, from, to, last, base)
    let i = from
    while (i < to) {
      const next = this.record(i, to, last)
      if (next < 0) break
      i = next
      if (this.#builder.full || this.full) this.#arena.flush()
    }
    if (last) this.#arena.flush()
    return Math.min(i, to)
  }

  #fastDecode(bytes: Uint8Array, from: number, to: number, last: boolean, base: number): number {
    const { memory } = this.#options.kernel!
    const shift = bytes.byteOffset
    this.#block = { bytes: memory.bytes, base: base - shift }
    if (this.#builder.bytes !== memory.bytes) this.#arena.flush()
    const next = this.#fast!.decode(from + shift, to + shift, last, base - shift)
    this.#arena.flush()
    return Math.min(next - shift, to)
  }

  get full(): boolean {
    return this.#arena.full
  }

  outside(): void {
    this.#options.outside()
  }

  record(from: number, to: number, last: boolean): number {
    const { bytes, base } = this.#block
    const builder = this.#builder
    let end = bytes.indexOf(10, from)
    if (end < 0 || end >= to) {
      if (!last) return -1
      end = to
    }
    const start = skipBlanks(bytes, from, end)
    if (start === end) builder.skipLine()
    else {
      if (this.#arena.lacks(end - start)) this.#arena.flush()
      builder.startRecord(base + from)
      if (!this.#clean && !isUtf8(bytes.subarray(start, end)))
        builder.reject('INVALID_UTF8', () => excerpt(bytes, start, end))
      builder.makeRoom(end - start)
      this.#line(bytes.toString('utf8', start, end), bytes.subarray(start, end))
    }
    return end + 1
  }

  /** The shape of a record whose payloads are CSV of one line. */
  template(from: number, to: number): Template | undefined {
    const { bytes } = this.#block
    const leaves = leavesOf(bytes, from, to)
    return leaves && captureTemplate(bytes, from, to, leaves, (side) => this.#columnRange(side))
  }

  /** Numbers of a side's columns in the kernel. */
  #columnRange(side: Side): { first: number; last: number } | undefined {
    const places = this.#writers[side].positional.map((column) =>
      column ? this.#builder.kernelColumn(column.name) : -1,
    )
    const first = places[0] ?? -1
    const known = first >= 0 && places.every((place, i) => place === first + i)
    return known ? { first, last: first + places.length - 1 } : undefined
  }

  /** The rows of a record that a handler gave back; its identity stays. */
  returned(start: number, end: number): void {
    const builder = this.#builder
    let record: CaptureRecord
    try {
      record = JSON.parse(
        Buffer.from(builder.bytes.buffer, builder.bytes.byteOffset + start, end - start).toString(),
      )
    } catch (error) {
      return builder.reject(
        'HANDLER_RESULT_INVALID',
        () => `the record that was returned is not JSON: ${describe(error)}`,
      )
    }
    const payloads = payloadsOf(record)
    if (payloads.output === undefined && payloads.input === undefined)
      return builder.reject('HANDLER_RESULT_INVALID', () => 'the record that was returned has no payload')
    this.#write(record, payloads)
  }

  overflow(_bytes: Uint8Array, from: number, to: number): number {
    return tooLong(this.#builder, from, to)
  }

  #line(line: string, bytes: Uint8Array): void {
    const builder = this.#builder
    let record: CaptureRecord
    try {
      record = JSON.parse(line)
    } catch (error) {
      return builder.reject('NOT_JSON', () => `${describe(error)}: ${quote(line)}`)
    }
    const payloads = payloadsOf(record)
    if (payloads.output === undefined && payloads.input === undefined) {
      return builder.reject(
        'NOT_A_CAPTURE_RECORD',
        () => `captureData with endpointInput or endpointOutput expected: ${quote(line)}`,
      )
    }
    const time = this.#time(record)
    if (!Number.isNaN(time) && !inWindow(this.#options.window, time)) return this.#options.outside()
    const id = textOf(record.eventMetadata?.eventId) ?? textOf(record.eventMetadata?.inferenceId)
    builder.identify(id, time, this.#options.segment?.(record))
    if (this.#options.handled) this.#options.handled.add(bytes, { label: record.groundTruthData })
    else this.#write(record, payloads)
  }

  #write(record: CaptureRecord, payloads: Partial<Record<Side, Payload>>): void {
    const rows = this.#rows(record, payloads)
    const problem = typeof rows === 'number' ? this.#options.truth?.write(record, rows) : rows
    if (typeof rows === 'number' && problem === undefined) return this.#builder.commit(rows)
    this.#builder.abandon()
    this.#builder.reject(problem!.code, () => problem!.detail)
  }

  #time(record: CaptureRecord): number {
    const text = textOf(record.eventMetadata?.inferenceTime)
    const time = text === undefined ? Number.NaN : parseInstant(text)
    if (Number.isNaN(time))
      this.#builder.reject('TIME_UNREADABLE', () =>
        text === undefined ? 'no inferenceTime' : `inferenceTime ${quote(text)}`,
      )
    return time
  }

  /** Writes the rows of a record; returns their number, or what is wrong with the record. */
  #rows(record: CaptureRecord, payloads: Partial<Record<Side, Payload>>): number | Problem {
    const texts: Texts = {}
    const raw: Partial<Record<Side, RawPayload>> = {}
    for (const side of sides) {
      const payload = payloads[side]
      if (payload && this.#options.paths?.takesWhole(side)) {
        raw[side] = rawPayload(payload)
        continue
      }
      const text = payload && textOfPayload(payload)
      if (typeof text === 'string') return { code: 'PAYLOAD_BINARY', detail: `${side}: ${text}` }
      if (text) texts[side] = text
    }
    const { paths } = this.#options
    const counts: Partial<Record<Side, number>> = {}
    for (const side of sides) {
      const text = texts[side]
      if (text === undefined || (paths && text.encoding === 'JSON')) continue
      const rows = this.#writeSide(side, text, side === 'output' && this.#isColumn(texts))
      if (rows === unreadable) return notReadable(side, text, this.#writers[side].problem)
      counts[side] = rows
    }
    const { output, input } = counts
    if (output !== undefined && input !== undefined && output !== input)
      return { code: 'ROW_COUNT_MISMATCH', detail: `${output} rows of output, ${input} of input` }
    const rows = output ?? input ?? 0
    return paths ? this.#declared(paths, record, texts, raw, Math.max(rows, 1)) : rows
  }

  /** True when the values of the output are one row each: as many as the input has rows. */
  #isColumn(texts: Texts): boolean {
    const flat = flatOutput(texts)
    return flat !== undefined && (flat.lines === 1 || this.#writers.output.positional.length === 1)
  }

  /** Copies a payload behind those of the batch and writes its rows. */
  #writeSide(side: Side, { encoding, text }: Text, asColumn: boolean): number {
    const start = this.#arena.used
    const end = this.#arena.write(text)
    const writer = this.#writers[side]
    return encoding === 'CSV' ? writer.csv(start, end, asColumn) : writer.json(start, end)
  }

  /** The declared features of a record, in each of its `rows`. */
  #declared(
    paths: FeaturePaths,
    record: CaptureRecord,
    texts: Texts,
    raw: Partial<Record<Side, RawPayload>>,
    rows: number,
  ): number | Problem {
    const parsed: Partial<Record<Side, unknown>> = {}
    for (const side of sides) {
      const text = texts[side]
      if (text?.encoding !== 'JSON') continue
      try {
        parsed[side] = JSON.parse(text.text)
      } catch (error) {
        return notReadable(side, text, describe(error))
      }
    }
    const { input, output } = parsed
    for (let row = 0; row < rows; row++)
      paths.row(this.#builder, this.#builder.length + row, { input, output, record }, raw)
    return rows
  }
}

function notReadable(side: Side, { encoding, text }: Text, problem: string): Problem {
  return {
    code: 'PAYLOAD_UNREADABLE',
    detail: `${side}, encoding ${encoding}: ${problem}: ${quote(text)}`,
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The payloads of a record, which may be any JSON value. */
function payloadsOf(record: CaptureRecord): Partial<Record<Side, Payload>> {
  const data = record?.captureData
  const output = payloadOf(data?.endpointOutput ?? data?.batchTransformOutput)
  const input = payloadOf(data?.endpointInput)
  return { ...(output && { output }), ...(input && { input }) }
}

function payloadOf(value: CapturePayload | undefined): Payload | undefined {
  return value !== null && typeof value === 'object' && typeof value.data === 'string' ? value : undefined
}

/** A payload that is a feature as a whole. */
function rawPayload({ data, encoding, observedContentType }: Payload): RawPayload {
  const contentType = contentTypeOf(observedContentType)
  return {
    data,
    base64: typeof encoding === 'string' && encoding.toUpperCase() === 'BASE64',
    contentType: contentType || undefined,
  }
}

/** The media type without parameters, in lower case; empty when there is none. */
function contentTypeOf(observed: unknown): string {
  return (textOf(observed) ?? '').split(';')[0]!.trim().toLowerCase()
}

/** A payload's text, or why it has none. BASE64 payloads are what their content type says, else what they look like. */
function textOfPayload(payload: Payload): Text | string {
  const encoding = typeof payload.encoding === 'string' ? payload.encoding.toUpperCase() : ''
  const type = contentTypeOf(payload.observedContentType)
  if (encoding === 'CSV' || encoding === 'JSON') return { encoding, text: payload.data }
  if (encoding === '' || encoding === 'NONE')
    return { encoding: guess(type, payload.data), text: payload.data }
  if (encoding !== 'BASE64') return `encoding ${quote(encoding)} is unknown; expected CSV, JSON or BASE64`
  const bytes = Buffer.from(payload.data, 'base64')
  // One class of foreign characters: a pattern of the whole text could backtrack for hours on hostile blanks.
  if (/[^A-Za-z0-9+/_=\s-]/.test(payload.data)) return 'not BASE64'
  if (!isUtf8(bytes) || bytes.includes(0)) return `binary payload of type ${quote(type || 'unknown')}`
  const text = bytes.toString('utf8')
  return { encoding: guess(type, text), text }
}

function guess(type: string, text: string): Encoding {
  if (type.includes('json')) return 'JSON'
  if (type.includes('csv')) return 'CSV'
  return /^\s*[[{]/.test(text) ? 'JSON' : 'CSV'
}

/** What one capture line says about positional columns: width per side, or the names of its JSON features. */
export interface SideShape {
  readonly width?: number
  readonly names?: readonly string[]
}

/** The shape of a capture line's sides, for the plan; undefined when the line is not a capture record. */
export function shapeOf(line: string): Partial<Record<Side, SideShape>> | undefined {
  let record: CaptureRecord
  try {
    record = JSON.parse(line)
  } catch {
    return undefined
  }
  const payloads = payloadsOf(record)
  const texts: Texts = {}
  const shape: Partial<Record<Side, SideShape>> = {}
  for (const side of sides) {
    const payload = payloads[side]
    const text = payload && textOfPayload(payload)
    if (text === undefined || typeof text === 'string') continue
    texts[side] = text
    const found = sideShape(text)
    if (found) shape[side] = found
  }
  return flatOutput(texts)?.lines === 1 ? { ...shape, output: { width: 1 } } : shape
}

/** The lines of a CSV output that holds as many values as the input has rows, but on fewer lines; else undefined. */
function flatOutput({ output, input }: Texts): { lines: number } | undefined {
  if (output?.encoding !== 'CSV' || input === undefined) return undefined
  // Told without splitting anything for most records: one value, or one row.
  if (!output.text.includes(',')) return undefined
  if (input.encoding === 'CSV' && !input.text.trimEnd().includes('\n')) return undefined
  const { rows } = input.encoding === 'CSV' ? countCsv(input.text) : { rows: jsonRows(input.text) }
  const { rows: lines, values } = countCsv(output.text)
  return values === rows && lines !== rows ? { lines } : undefined
}

function countCsv(text: string): { rows: number; values: number } {
  const bytes = Buffer.from(text)
  let rows = 0
  let values = 0
  for (let i = 0; i < bytes.length; ) {
    i = splitRecord(bytes, i, bytes.length, true)
    if (i < 0) break
    if (isBlank(bytes)) continue
    rows++
    values += fieldCount
  }
  return { rows, values }
}

function jsonRows(text: string): number {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '').length
  }
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null ? value.length : 1
}

function sideShape({ encoding, text }: Text): SideShape | undefined {
  return encoding === 'CSV' ? csvShape(text) : jsonShape(text)
}

function csvShape(text: string): SideShape | undefined {
  const bytes = Buffer.from(text)
  const start = skipBlanks(bytes, 0, bytes.length)
  if (start === bytes.length) return undefined
  return splitRecord(bytes, start, bytes.length, true) < 0 ? undefined : { width: fieldCount }
}

function jsonShape(text: string): SideShape | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    try {
      value = JSON.parse(text.trim().split('\n')[0]!)
    } catch {
      return undefined
    }
  }
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && value[0] !== null)
    value = value[0]
  if (Array.isArray(value)) return { width: value.length }
  if (value !== null && typeof value === 'object') return { names: Object.keys(value) }
  return { width: 1 }
}
