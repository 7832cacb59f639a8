/** Capture JSON Lines: one captured inference a line, its output and input payloads side by side in a row. */
import { isUtf8 } from 'node:buffer'
import type { CapturePayload, CaptureRecord } from '../../contracts/types.generated.ts'
import { describe } from '../errors.ts'
import type { BlockDecoder } from '../read.ts'
import { inWindow, parseInstant, type Window } from '../time.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import { fieldCount, splitRecord } from './csv.ts'
import { excerpt, tooLong } from './datasets.ts'
import type { FeaturePaths } from './feature-paths.ts'
import { skipBlanks } from './json.ts'
import { RowWriter, unreadable } from './rows.ts'

/** Payload bytes gathered before a batch is handed over. */
const arenaBytes = 1 << 20

/** How a payload's text is to be read. */
type Encoding = 'CSV' | 'JSON'
type Side = 'output' | 'input'
type Payload = NonNullable<CapturePayload>

/** A payload as text, with its encoding settled. */
interface Text {
  readonly encoding: Encoding
  readonly text: string
}

export interface CaptureOptions {
  readonly window: Window
  readonly paths: FeaturePaths | undefined
  /** Counts the records outside the window. */
  readonly outside: () => void
}

export class CaptureDecoder implements BlockDecoder {
  readonly #builder: BatchBuilder
  readonly #options: CaptureOptions
  readonly #writers: Record<Side, RowWriter>
  #arena = Buffer.alloc(arenaBytes)
  #used = 0

  constructor(builder: BatchBuilder, options: CaptureOptions) {
    this.#builder = builder
    this.#options = options
    const side = (source: Side) =>
      builder.buffers.filter((column) => column.source === source && column.index !== undefined)
    this.#writers = {
      output: new RowWriter(builder, 'output', side('output')),
      input: new RowWriter(builder, 'input', side('input')),
    }
    builder.bytes = this.#arena
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const builder = this.#builder
    const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const clean = isUtf8(bytes.subarray(from, to))
    let i = from
    while (i < to) {
      let end = bytes.indexOf(10, i)
      if (end < 0 || end >= to) {
        if (!last) break
        end = to
      }
      const start = skipBlanks(bytes, i, end)
      if (start === end) builder.skipLine()
      else {
        builder.startRecord()
        if (!clean && !isUtf8(bytes.subarray(start, end)))
          builder.reject('INVALID_UTF8', () => excerpt(bytes, start, end))
        this.#line(block.toString('utf8', start, end))
        if (builder.full || this.#used > arenaBytes / 2) this.#flush()
      }
      i = end + 1
    }
    if (last) this.#flush()
    return Math.min(i, to)
  }

  overflow(bytes: Uint8Array, from: number, to: number): number {
    return tooLong(this.#builder, bytes, from, to)
  }

  #flush(): void {
    this.#builder.flush()
    this.#used = 0
    if (this.#arena.length > arenaBytes) this.#arena = Buffer.alloc(arenaBytes)
    this.#builder.bytes = this.#arena
  }

  #line(line: string): void {
    const builder = this.#builder
    let record: CaptureRecord
    try {
      record = JSON.parse(line)
    } catch (error) {
      return builder.reject('NOT_JSON', () => `${describe(error)}: ${quote(line)}`)
    }
    const data = record?.captureData
    const output = payloadOf(data?.endpointOutput ?? data?.batchTransformOutput)
    const input = payloadOf(data?.endpointInput)
    if (output === undefined && input === undefined) {
      return builder.reject(
        'NOT_A_CAPTURE_RECORD',
        () => `captureData with endpointInput or endpointOutput expected: ${quote(line)}`,
      )
    }
    const time = this.#time(record)
    if (!Number.isNaN(time) && !inWindow(this.#options.window, time)) return this.#options.outside()
    builder.identify(textOf(record.eventMetadata?.eventId) ?? textOf(record.eventMetadata?.inferenceId), time)
    this.#rows(record, output, input)
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

  #rows(record: CaptureRecord, output: Payload | undefined, input: Payload | undefined): void {
    const builder = this.#builder
    let problem:
      | { code: 'PAYLOAD_UNREADABLE' | 'PAYLOAD_BINARY' | 'ROW_COUNT_MISMATCH'; detail: string }
      | undefined
    const texts: Partial<Record<Side, Text>> = {}
    for (const [side, payload] of [
      ['output', output],
      ['input', input],
    ] as const) {
      if (payload === undefined) continue
      const text = textOfPayload(payload)
      if (typeof text === 'string') problem ??= { code: 'PAYLOAD_BINARY', detail: `${side}: ${text}` }
      else texts[side] = text
    }
    let written = 0
    if (problem === undefined) {
      const counts: Partial<Record<Side, number>> = {}
      for (const side of ['output', 'input'] as const) {
        const text = texts[side]
        if (text === undefined || (this.#options.paths && text.encoding === 'JSON')) continue
        const rows = this.#write(side, text, false)
        if (rows === unreadable)
          problem ??= {
            code: 'PAYLOAD_UNREADABLE',
            detail: `${side}, encoding ${text.encoding}: ${this.#writers[side].problem}: ${quote(text.text)}`,
          }
        else counts[side] = rows
        written = Math.max(written, rows)
      }
      if (problem === undefined) {
        const rows = this.#align(counts, texts)
        if (rows === undefined)
          problem = {
            code: 'ROW_COUNT_MISMATCH',
            detail: `${counts.output} rows of output, ${counts.input} of input`,
          }
        else written = this.#options.paths ? this.#declared(this.#options.paths, record, texts, rows) : rows
        if (written === unreadable)
          problem = {
            code: 'PAYLOAD_UNREADABLE',
            detail: `not JSON: ${quote(texts.input?.text ?? texts.output?.text ?? '')}`,
          }
      }
    }
    if (problem === undefined) return builder.commit(written)
    builder.abandon()
    const { code, detail } = problem
    builder.reject(code, () => detail)
  }

  /** The common number of rows, after a line of n outputs was turned into n rows where n inputs are; undefined: they differ. */
  #align(counts: Partial<Record<Side, number>>, texts: Partial<Record<Side, Text>>): number | undefined {
    const { output, input } = counts
    if (output === undefined || input === undefined || output === input) return output ?? input ?? 0
    if (output !== 1 || texts.output?.encoding !== 'CSV') return undefined
    const bytes = Buffer.from(texts.output.text)
    splitRecord(bytes, 0, bytes.length, true)
    if (fieldCount !== input) return undefined
    this.#builder.abandon('output')
    return this.#write('output', texts.output, true) === input ? input : undefined
  }

  /** Copies a payload behind those of the batch and writes its rows. */
  #write(side: Side, { encoding, text }: Text, asColumn: boolean): number {
    const start = this.#used
    const need = start + text.length * 3
    if (need > this.#arena.length) {
      const larger = Buffer.alloc(need * 2)
      larger.set(this.#arena)
      this.#arena = larger
      this.#builder.bytes = larger
    }
    const end = start + this.#arena.write(text, start, 'utf8')
    this.#used = end
    const writer = this.#writers[side]
    return encoding === 'CSV' ? writer.csv(start, end, asColumn) : writer.json(start, end)
  }

  /** The row of declared features, beside the `rows` that a CSV side may have. */
  #declared(
    paths: FeaturePaths,
    record: CaptureRecord,
    texts: Partial<Record<Side, Text>>,
    rows: number,
  ): number {
    const parsed: Partial<Record<Side, unknown>> = {}
    for (const side of ['output', 'input'] as const) {
      const text = texts[side]
      if (text?.encoding !== 'JSON') continue
      try {
        parsed[side] = JSON.parse(text.text)
      } catch {
        return unreadable
      }
    }
    const count = Math.max(rows, 1)
    for (let row = 0; row < count; row++)
      paths.row(this.#builder, this.#builder.length + row, {
        input: parsed.input,
        output: parsed.output,
        record,
      })
    return count
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function payloadOf(value: CapturePayload | undefined): Payload | undefined {
  return value !== null && typeof value === 'object' && typeof value.data === 'string' ? value : undefined
}

/** A payload's text, or why it has none. BASE64 payloads are what their content type says, else what they look like. */
function textOfPayload(payload: Payload): Text | string {
  const encoding = typeof payload.encoding === 'string' ? payload.encoding.toUpperCase() : ''
  const type = String(payload.observedContentType ?? '')
    .split(';')[0]!
    .trim()
    .toLowerCase()
  if (encoding === 'CSV' || encoding === 'JSON') return { encoding, text: payload.data }
  if (encoding === '' || encoding === 'NONE')
    return { encoding: guess(type, payload.data), text: payload.data }
  if (encoding !== 'BASE64') return `encoding ${quote(encoding)} is unknown; expected CSV, JSON or BASE64`
  const bytes = Buffer.from(payload.data, 'base64')
  if (!/^[A-Za-z0-9+/_\s-]*=*\s*$/.test(payload.data)) return 'not BASE64'
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
  const data = record?.captureData
  const shape: Partial<Record<Side, SideShape>> = {}
  for (const [side, value] of [
    ['output', data?.endpointOutput ?? data?.batchTransformOutput],
    ['input', data?.endpointInput],
  ] as const) {
    const payload = payloadOf(value)
    const text = payload && textOfPayload(payload)
    if (text === undefined || typeof text === 'string') continue
    const found = text.encoding === 'CSV' ? csvShape(text.text) : jsonShape(text.text)
    if (found) shape[side] = found
  }
  // A single line of n outputs beside n rows of input is one column, not n.
  const inputRows = data?.endpointInput?.data?.trim().split('\n').length ?? 1
  if (shape.output?.width !== undefined && inputRows > 1 && shape.output.width === inputRows)
    shape.output = { width: 1 }
  return shape
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
