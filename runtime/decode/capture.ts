/** Capture JSON Lines: one captured inference a line, its output and input payloads side by side in a row. */
import { isUtf8 } from 'node:buffer'
import type { CaptureRecord } from '../../contracts/types.generated.ts'
import { describe } from '../errors.ts'
import type { BlockDecoder } from '../read.ts'
import { inWindow, parseInstant, type Window } from '../time.ts'
import { Arena } from './arena.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import {
  type Payload,
  payloadsOf,
  rawPayload,
  type Side,
  sides,
  type Text,
  type Texts,
  textOf,
  textOfPayload,
} from './capture-payload.ts'
import { flatOutput } from './capture-shape.ts'
import { captureTemplate } from './capture-template.ts'
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

  get blockBytes(): number {
    return this.#builder.blockBytes
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
    return Math.min(next - shift, to)
  }

  get full(): boolean {
    return this.#arena.full
  }

  flush(): void {
    this.#arena.flush()
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
    const leaves = leavesOf(bytes, from, to, true)
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
