/** Decoders of datasets that are not captures: CSV, JSON Lines, and whole JSON files. */
import { isUtf8 } from 'node:buffer'
import { MonitorError } from '../errors.ts'
import { type BlockDecoder, restOfLine } from '../read.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import { fieldCount, isBlank, openQuote, spans, splitRecord, unclosed } from './csv.ts'
import { FastLines, type SlowLines } from './fast-lines.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { RecordTaker, Returning } from './handled.ts'
import { skipBlanks, skipNested } from './json.ts'
import { type Kernel, Part, type Template } from './kernel/index.ts'
import { leavesOf, templateOf } from './line-shape.ts'
import { RowWriter, unreadable } from './rows.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const lineEnd = 10

/** A slice that is not the whole of a CSV file. */
export interface CsvPart {
  /** Names of the file's columns, when its header stands before the slice. */
  readonly names?: readonly string[]
  /** True when the file goes on behind the slice: then a record must end with it. */
  readonly more?: boolean
}

/** One record per CSV record; the header, when there is one, names the columns of this file. */
export class CsvDecoder implements BlockDecoder, SlowLines {
  readonly #builder: BatchBuilder
  readonly #handled: RecordTaker | undefined
  readonly #rows: RowWriter
  #headerPending: boolean
  readonly #more: boolean
  /** True when the block at hand is UTF-8 throughout. */
  #clean = true
  /** Where the block at hand starts in the file. */
  #base = 0

  readonly #kernel: Kernel | undefined
  readonly #fast: FastLines | undefined

  /**
   * @param handled takes the records in place of the rows that they hold
   * @param kernel reads the plain lines; the builder is attached to it
   */
  constructor(
    builder: BatchBuilder,
    header: boolean,
    handled?: RecordTaker,
    kernel?: Kernel,
    { names, more = false }: CsvPart = {},
  ) {
    this.#builder = builder
    this.#more = more
    this.#kernel = kernel
    this.#fast = kernel && new FastLines(kernel, builder, this)
    this.#headerPending = header && names === undefined
    this.#handled = handled
    const planned = handled ? [] : builder.declarePlanned()
    const positional = names?.map((name) => builder.named(name, 'data'))
    this.#rows = new RowWriter(builder, 'data', positional ?? planned)
  }

  get blockBytes(): number {
    return this.#builder.blockBytes
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean, base = 0): number {
    this.#take(bytes, base)
    this.#clean = isUtf8(bytes.subarray(from, to))
    let i = from
    while (i < to && !(this.#clean && this.#isFast(bytes))) {
      const next = this.record(i, to, last)
      if (next < 0) break
      i = next
    }
    if (i < to && this.#clean && this.#isFast(bytes)) {
      const { memory } = this.#kernel!
      const shift = bytes.byteOffset
      this.#take(memory.bytes, base - shift)
      i = this.#fast!.decode(i + shift, to + shift, last, base - shift) - shift
    }
    this.#builder.flush()
    return i
  }

  #take(bytes: Uint8Array, base: number): void {
    this.#builder.bytes = bytes
    this.#base = base
  }

  /** Whether the kernel can write the rows: the fields are its columns, in their order. */
  #isFast(bytes: Uint8Array): boolean {
    if (this.#headerPending || !this.#fast?.owns(bytes)) return false
    const { positional } = this.#rows
    return (
      positional.length === this.#builder.kernelColumns &&
      positional.every((column, place) => column?.place === place)
    )
  }

  record(from: number, to: number, last: boolean): number {
    const { bytes } = this.#builder
    const next = this.#split(bytes, from, to, last)
    if (next >= 0) this.#record(bytes, from, next)
    else if (next === unclosed && last) {
      if (this.#more) throw cutInside(this.#builder, this.#base + to)
      return this.#lineByLine(bytes, from, to)
    }
    return next < 0 ? -1 : next
  }

  overflow(bytes: Uint8Array, from: number, to: number): number {
    if (this.#split(bytes, from, to, false) !== unclosed) return tooLong(this.#builder, from, to)
    const next = this.#lineByLine(bytes, from, to)
    this.#builder.flush()
    return next === to && bytes[to - 1] !== lineEnd ? restOfLine : next
  }

  /** A handler gets the text of a record as it stands. */
  #split(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    return splitRecord(bytes, from, to, last, this.#handled !== undefined)
  }

  /** Takes over the record that was split last. */
  #record(bytes: Uint8Array, start: number, next: number): void {
    const builder = this.#builder
    if (isBlank(bytes)) return
    if (this.#headerPending) return this.#header(bytes, start, next)
    builder.startRecord(this.#base + start)
    if (!this.#clean) this.#checkUtf8(bytes)
    if (this.#handled) return this.#handled.add(withoutLineEnd(bytes, start, next))
    this.#rows.fields(builder.length)
    builder.commit(1)
    if (builder.full) builder.flush()
  }

  /**
   * A quote that never closes would swallow the file, so the lines up to it are read one by one: those with an open
   * quote are rejected. Later lines hold no quote that could do the same, so that no byte is looked at again and again.
   */
  #lineByLine(bytes: Uint8Array, from: number, to: number): number {
    const open = openQuote
    let i = from
    while (i <= open) {
      const found = bytes.indexOf(lineEnd, i)
      const end = found < 0 || found >= to ? to : found + 1
      if (this.#split(bytes, i, end, true) !== unclosed) this.#record(bytes, i, end)
      else {
        // An unreadable header must not make the first row the header.
        this.#headerPending = false
        this.#builder.startRecord()
        this.#builder.reject(
          'QUOTE_UNCLOSED',
          () => 'a quoted field starts and never ends; the line was left out',
        )
      }
      i = end
    }
    return i
  }

  /** Field by field: where doubled quotes were undone, bytes between the fields are left over. */
  #checkUtf8(bytes: Uint8Array): void {
    for (let f = 0; f < fieldCount; f++)
      if (!isUtf8(bytes.subarray(spans[2 * f], spans[2 * f + 1])))
        return this.#builder.reject('INVALID_UTF8', () => excerpt(bytes, spans[2 * f]!, spans[2 * f + 1]!))
  }

  #header(bytes: Uint8Array, start: number, next: number): void {
    this.#headerPending = false
    if (this.#handled) {
      this.#handled.add(withoutLineEnd(bytes, start, next), { header: true })
      splitRecord(bytes, start, next, true)
    }
    const { names, duplicates } = headerNames(bytes)
    for (const duplicate of duplicates) this.#builder.reject('DUPLICATE_COLUMN', () => duplicate)
    if (this.#handled) this.#handled.names = names
    else this.#rows.positional = names.map((name) => this.#builder.named(name, 'data'))
  }
}

function cutInside({ origin: { file } }: BatchBuilder, byte: number): MonitorError {
  return new MonitorError(
    'CUT_INSIDE_RECORD',
    `byte ${byte} of ${file} stands inside a quoted value, where the plan cuts the file: set plan.cutCsv to false in the config file and start again with byom plan.`,
  )
}

/** Lines of CSV that a handler returned. */
export class ReturnedCsv implements Returning {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  readonly #handled: RecordTaker

  /** @param builder where rows go */
  constructor(builder: BatchBuilder, handled: RecordTaker) {
    this.#builder = builder
    this.#handled = handled
    this.#rows = new RowWriter(builder, 'data', [])
  }

  returned(start: number, end: number): void {
    const builder = this.#builder
    // With the first line: where the handler makes the rows, the columns of the file may never be needed.
    if (this.#rows.positional.length === 0)
      this.#rows.positional =
        this.#handled.names?.map((name) => builder.named(name, 'data')) ?? builder.declarePlanned()
    const rows = this.#rows.csv(start, end)
    if (rows !== unreadable) return builder.commit(rows)
    builder.abandon()
    builder.reject(
      'HANDLER_RESULT_INVALID',
      () => `the line that was returned cannot be read: ${this.#rows.problem}`,
    )
  }
}

function withoutLineEnd(bytes: Uint8Array, start: number, next: number): Uint8Array {
  let end = next
  if (end > start && bytes[end - 1] === lineEnd) end--
  if (end > start && bytes[end - 1] === 13) end--
  return bytes.subarray(start, end)
}

/**
 * Names of the header record that was split last: an empty one becomes `_c<position>`, a repeated one gets its
 * position appended.
 */
export function headerNames(bytes: Uint8Array): { names: string[]; duplicates: string[] } {
  const names = new Set<string>()
  const duplicates: string[] = []
  for (let f = 0; f < fieldCount; f++) {
    const text = decoder.decode(bytes.subarray(spans[2 * f], spans[2 * f + 1])) || `_c${f}`
    let name = text
    while (names.has(name)) name = `${name}_${f}`
    if (name !== text)
      duplicates.push(`column ${f + 1} repeats the name ${quote(text)}; it is reported as ${quote(name)}`)
    names.add(name)
  }
  return { names: [...names], duplicates }
}

/** JSON Lines: one object a line. */
export class JsonLinesDecoder implements BlockDecoder, SlowLines {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  readonly #paths: FeaturePaths | undefined
  readonly #handled: RecordTaker | undefined

  readonly #kernel: Kernel | undefined
  readonly #fast: FastLines | undefined
  /** True when the block at hand is UTF-8 throughout. */
  #clean = true
  /** Where the block at hand starts in the file. */
  #base = 0

  /**
   * @param handled takes the records in place of the rows that they hold
   * @param kernel reads the plain lines; the builder is attached to it
   */
  constructor(
    builder: BatchBuilder,
    paths: FeaturePaths | undefined,
    handled?: RecordTaker,
    kernel?: Kernel,
  ) {
    this.#builder = builder
    this.#paths = paths
    this.#handled = handled
    this.#rows = new RowWriter(builder, 'data', [])
    this.#kernel = kernel
    this.#fast = kernel && new FastLines(kernel, builder, this)
  }

  get blockBytes(): number {
    return this.#builder.blockBytes
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean, base = 0): number {
    const builder = this.#builder
    this.#clean = isUtf8(bytes.subarray(from, to))
    if (this.#clean && this.#fast?.owns(bytes)) {
      const shift = bytes.byteOffset
      builder.bytes = this.#kernel!.memory.bytes
      this.#base = base - shift
      return Math.min(this.#fast.decode(from + shift, to + shift, last, base - shift) - shift, to)
    }
    builder.bytes = bytes
    this.#base = base
    let i = from
    while (i < to) {
      const next = this.record(i, to, last)
      if (next < 0) break
      if (builder.full) builder.flush()
      i = next
    }
    builder.flush()
    return Math.min(i, to)
  }

  record(from: number, to: number, last: boolean): number {
    const builder = this.#builder
    const { bytes } = builder
    let end = bytes.indexOf(lineEnd, from)
    if (end < 0 || end >= to) {
      if (!last) return -1
      end = to
    }
    const start = skipBlanks(bytes, from, end)
    if (start === end) builder.skipLine()
    else {
      builder.makeRoom(end - start)
      builder.startRecord(this.#base + from)
      if (!this.#clean) checkUtf8(builder, start, end)
      this.#line(start, end)
    }
    return end + 1
  }

  /** The shape of an object of scalars, each of them a column. */
  template(from: number, to: number): Template | undefined {
    const builder = this.#builder
    const { bytes } = builder
    const leaves = leavesOf(bytes, from, to)
    if (leaves === undefined || bytes[skipBlanks(bytes, from, to)] !== 123) return undefined
    if (leaves.some(({ path }) => path.length > 1)) return undefined
    const places = () => leaves.map(({ path: [key] }) => builder.kernelColumn(String(key)))
    if (places().includes(-1)) {
      builder.flush()
      builder.attach(this.#kernel!)
    }
    const columns = places()
    if (columns.includes(-1)) return undefined
    return templateOf(
      bytes,
      from,
      to,
      leaves.map(({ start, end, string }, i) => ({
        start: string ? start - 1 : start,
        end: string ? end + 1 : end,
        kind: Part.Value,
        first: columns[i]!,
      })),
    )
  }

  #line(start: number, end: number): void {
    const builder = this.#builder
    if (builder.bytes[start] !== 123)
      return builder.reject(
        'NOT_JSON',
        () => `expected an object, found ${excerpt(builder.bytes, start, end)}`,
      )
    if (this.#handled) return this.#handled.add(builder.bytes.subarray(start, end))
    if (this.#paths) return this.#paths.record(builder, start, end)
    const after = this.#rows.object(start, end, builder.length)
    if (after !== unreadable && skipBlanks(builder.bytes, after, end) === end) return builder.commit(1)
    builder.abandon()
    builder.reject('NOT_JSON', () => excerpt(builder.bytes, start, end))
  }

  overflow(_bytes: Uint8Array, from: number, to: number): number {
    return tooLong(this.#builder, from, to)
  }
}

/** A JSON file that is one array of objects, one object, or objects one after the other. */
export class JsonDocumentDecoder implements BlockDecoder {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  readonly #paths: FeaturePaths | undefined
  readonly #handled: RecordTaker | undefined
  #broken = false

  /** @param handled takes the records in place of the rows that they hold */
  constructor(builder: BatchBuilder, paths: FeaturePaths | undefined, handled?: RecordTaker) {
    this.#builder = builder
    this.#paths = paths
    this.#handled = handled
    this.#rows = new RowWriter(builder, 'data', [])
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean, base = 0): number {
    const builder = this.#builder
    builder.bytes = bytes
    const clean = isUtf8(bytes.subarray(from, to))
    let i = from
    while (i < to && !this.#broken) {
      const byte = bytes[i]!
      if (byte !== 123) {
        // Brackets and commas between the objects carry nothing that the objects do not.
        if (byte <= 32 || byte === 44 || byte === 91 || byte === 93) i++
        else this.#stop(i, to)
        continue
      }
      const end = skipNested(bytes, i, to)
      if (end < 0) {
        if (!last) break
        this.#stop(i, to)
        break
      }
      builder.makeRoom(end - i)
      builder.startRecord(base + i)
      if (!clean) checkUtf8(builder, i, end)
      if (this.#handled) this.#handled.add(bytes.subarray(i, end))
      else if (this.#paths) this.#paths.record(builder, i, end)
      else {
        this.#rows.object(i, end, builder.length)
        builder.commit(1)
      }
      if (builder.full) builder.flush()
      i = end
    }
    builder.flush()
    return this.#broken ? to : i
  }

  #stop(start: number, end: number): void {
    this.#broken = true
    this.#builder.startRecord()
    this.#builder.reject(
      'NOT_JSON',
      () => `${excerpt(this.#builder.bytes, start, end)}; the rest of the file was left out`,
    )
  }

  /** The end of the object is not known, so neither is where the next one starts. */
  overflow(_bytes: Uint8Array, from: number, to: number): number {
    this.#broken = true
    return tooLong(this.#builder, from, to, '; the rest of the file was left out')
  }
}

/** Counts a line that is longer than the limit; its rest is skipped. */
export function tooLong(builder: BatchBuilder, from: number, to: number, effect = ''): number {
  builder.startRecord()
  builder.reject(
    'RECORD_TOO_LONG',
    () => `more than ${to - from - 1} bytes; raise input.maxLineBytes to accept it${effect}`,
  )
  return restOfLine
}

/** Counts a record whose bytes are not UTF-8; its texts show U+FFFD in their place. */
function checkUtf8(builder: BatchBuilder, start: number, end: number): void {
  if (!isUtf8(builder.bytes.subarray(start, end)))
    builder.reject('INVALID_UTF8', () => excerpt(builder.bytes, start, end))
}

/** The start of a record for a message. */
export function excerpt(bytes: Uint8Array, start: number, end: number): string {
  return quote(decoder.decode(bytes.subarray(start, Math.min(end, start + 240))))
}
