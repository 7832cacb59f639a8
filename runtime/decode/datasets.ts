/** Decoders of datasets that are not captures: CSV, JSON Lines, and whole JSON files. */
import { isUtf8 } from 'node:buffer'
import type { BlockDecoder } from '../read.ts'
import { type BatchBuilder, type ColumnBuffer, quote } from './batch-builder.ts'
import { fieldCount, incomplete, isBlank, spans, splitRecord, unclosed } from './csv.ts'
import type { FeaturePaths } from './feature-paths.ts'
import { skipBlanks, skipNested } from './json.ts'
import { RowWriter, unreadable } from './rows.ts'

const decoder = new TextDecoder()
const lineEnd = 10

/** One record per CSV record; the header, when there is one, names the columns of this file. */
export class CsvDecoder implements BlockDecoder {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  #headerPending: boolean

  constructor(builder: BatchBuilder, header: boolean) {
    this.#builder = builder
    this.#headerPending = header
    this.#rows = new RowWriter(builder, 'data', builder.buffers.slice())
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const builder = this.#builder
    builder.bytes = bytes
    const clean = isUtf8(bytes.subarray(from, to))
    let i = from
    while (i < to) {
      const next = splitRecord(bytes, i, to, last)
      if (next < 0) {
        if (next === incomplete || !last) break
        i = this.#unclosed(bytes, i, to)
        continue
      }
      i = next
      if (isBlank()) continue
      if (this.#headerPending) this.#header(bytes)
      else {
        builder.startRecord()
        if (!clean) checkUtf8(builder, spans[0]!, spans[2 * fieldCount - 1]!)
        this.#rows.fields(builder.length)
        builder.commit(1)
        if (builder.full) builder.flush()
      }
    }
    builder.flush()
    return i
  }

  overflow(bytes: Uint8Array, from: number, to: number): number {
    return this.#unclosed(bytes, from, to)
  }

  /** A quote that never closes would swallow the file: its line is rejected, reading goes on after it. */
  #unclosed(bytes: Uint8Array, from: number, to: number): number {
    const end = bytes.indexOf(lineEnd, from)
    const found = end >= 0 && end < to
    this.#builder.startRecord()
    if (splitRecord(bytes, from, to, true) === unclosed)
      this.#builder.reject(
        'QUOTE_UNCLOSED',
        () => 'a quoted field starts and never ends; the line was left out',
      )
    else
      this.#builder.reject(
        'RECORD_TOO_LONG',
        () => `more than ${to - from} bytes; raise input.maxLineBytes to accept it`,
      )
    return found ? end + 1 : to
  }

  #header(bytes: Uint8Array): void {
    this.#headerPending = false
    const columns: ColumnBuffer[] = []
    const { names, duplicates } = headerNames(bytes)
    for (const name of names) {
      const column = this.#builder.named(name, 'data')
      if (column) columns.push(column)
    }
    for (const duplicate of duplicates) this.#builder.reject('DUPLICATE_COLUMN', () => duplicate)
    this.#rows.positional = columns
  }
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
export class JsonLinesDecoder implements BlockDecoder {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  readonly #paths: FeaturePaths | undefined

  constructor(builder: BatchBuilder, paths: FeaturePaths | undefined) {
    this.#builder = builder
    this.#paths = paths
    this.#rows = new RowWriter(builder, 'data', [])
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const builder = this.#builder
    builder.bytes = bytes
    const clean = isUtf8(bytes.subarray(from, to))
    let i = from
    while (i < to) {
      let end = bytes.indexOf(lineEnd, i)
      if (end < 0 || end >= to) {
        if (!last) break
        end = to
      }
      const start = skipBlanks(bytes, i, end)
      if (start === end) builder.skipLine()
      else {
        builder.startRecord()
        if (!clean) checkUtf8(builder, start, end)
        this.#line(start, end)
      }
      if (builder.full) builder.flush()
      i = end + 1
    }
    builder.flush()
    return Math.min(i, to)
  }

  #line(start: number, end: number): void {
    const builder = this.#builder
    if (builder.bytes[start] !== 123)
      return builder.reject(
        'NOT_JSON',
        () => `expected an object, found ${excerpt(builder.bytes, start, end)}`,
      )
    if (this.#paths) return this.#paths.record(builder, start, end)
    const after = this.#rows.object(start, end, builder.length)
    if (after !== unreadable && skipBlanks(builder.bytes, after, end) === end) return builder.commit(1)
    builder.abandon()
    builder.reject('NOT_JSON', () => excerpt(builder.bytes, start, end))
  }

  overflow(bytes: Uint8Array, from: number, to: number): number {
    return tooLong(this.#builder, bytes, from, to)
  }
}

/** A JSON file that is one array of objects, one object, or objects one after the other. */
export class JsonDocumentDecoder implements BlockDecoder {
  readonly #builder: BatchBuilder
  readonly #rows: RowWriter
  readonly #paths: FeaturePaths | undefined
  #broken = false

  constructor(builder: BatchBuilder, paths: FeaturePaths | undefined) {
    this.#builder = builder
    this.#paths = paths
    this.#rows = new RowWriter(builder, 'data', [])
  }

  decode(bytes: Uint8Array, from: number, to: number, last: boolean): number {
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
      builder.startRecord()
      if (!clean) checkUtf8(builder, i, end)
      if (this.#paths) this.#paths.record(builder, i, end)
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

  overflow(bytes: Uint8Array, from: number, to: number): number {
    return tooLong(this.#builder, bytes, from, to)
  }
}

/** Counts a line that is longer than the limit; its rest is skipped. */
export function tooLong(builder: BatchBuilder, _bytes: Uint8Array, from: number, to: number): number {
  builder.startRecord()
  builder.reject(
    'RECORD_TOO_LONG',
    () => `more than ${to - from} bytes; raise input.maxLineBytes to accept it`,
  )
  return to
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
