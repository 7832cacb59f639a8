/**
 * Where a CSV file can be cut. A line end may stand inside quotes, and only reading the file from its start tells; so a cut is a guess
 * that looks at the records behind it, and whoever reads the part before it finds out whether it was right.
 */
import { promises } from 'node:fs'
import { readStart, unreadable } from '../read.ts'
import { fieldCount, isBlank, spans, splitRecord } from './csv.ts'
import { headerNames } from './datasets.ts'

/** Bytes looked into behind a wanted cut, the second time when the first are too few. */
const windows = [1 << 16, 1 << 20]
/** Records that must fit there; more are not looked at. */
const fewestRecords = 8
const enoughRecords = 100
/** Bytes read for the first records, and at first for a header alone, unless they are longer. */
const bytesToLookInto = 1 << 20
const headerBytes = 1 << 16
/** What {@link readStart} may leave out of a full read. */
const byteOrderMarkBytes = 3
const lineEnd = 10
const quote = 34

/** The start of a file with at least one whole line, be it a long one; nothing when the line is over the limit. */
export async function firstRecords(
  path: string,
  name: string,
  maxLineBytes: number,
  lookInto = bytesToLookInto,
): Promise<{ bytes: Uint8Array; whole: boolean }> {
  for (const limit of [lookInto, maxLineBytes]) {
    const bytes = await readStart(path, name, limit)
    const whole = bytes.length + byteOrderMarkBytes < limit
    if (whole || bytes.includes(lineEnd)) return { bytes, whole }
  }
  return { bytes: new Uint8Array(0), whole: true }
}

/** The names in the header of a file; undefined when it has none that can be read. */
export async function csvHeader(
  path: string,
  name: string,
  maxLineBytes: number,
): Promise<string[] | undefined> {
  for (const lookInto of [headerBytes, bytesToLookInto]) {
    const { bytes, whole } = await firstRecords(path, name, maxLineBytes, lookInto)
    const names = firstNames(bytes, whole)
    if (names !== undefined || whole) return names
  }
  return undefined
}

/** The names in the first record that is not blank. */
function firstNames(bytes: Uint8Array, whole: boolean): string[] | undefined {
  for (let i = 0; i < bytes.length; ) {
    i = splitRecord(bytes, i, bytes.length, whole)
    if (i < 0) return undefined
    if (!isBlank(bytes)) return headerNames(bytes).names
  }
  return undefined
}

/**
 * Places near the wanted ones where a record seems to start, ascending; none where there is no sign of it.
 * @param wanted offsets in a file of `size` bytes, ascending
 * @param columns of a record; files of one column have no sign
 * @throws MonitorError SOURCE_UNREADABLE
 */
export async function csvCuts(
  path: string,
  name: string,
  wanted: readonly number[],
  { size, columns }: { readonly size: number; readonly columns: number },
): Promise<number[]> {
  if (columns < 2 || wanted.length === 0) return []
  try {
    const file = await promises.open(path)
    try {
      const cuts: number[] = []
      for (const at of wanted) {
        const cut = await cutNear(file, at, size, columns)
        if (cut !== undefined && cut > (cuts.at(-1) ?? 0) && cut < size) cuts.push(cut)
      }
      return cuts
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(name, error)
  }
}

async function cutNear(
  file: promises.FileHandle,
  at: number,
  size: number,
  columns: number,
): Promise<number | undefined> {
  // One byte early, so that a record that starts exactly there is seen.
  const from = at - 1
  for (const window of windows) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(window), 0, window, from)
    const start = likelyStart(buffer.subarray(0, bytesRead), columns, from + bytesRead >= size)
    if (start >= 0) return from + start
  }
  return undefined
}

/**
 * The first line start in `bytes` from which on the records have so many fields, and quotes only around them; -1 when there is none.
 * @param ended true when the file ends with these bytes
 */
export function likelyStart(bytes: Uint8Array, columns: number, ended: boolean): number {
  for (let start = bytes.indexOf(lineEnd) + 1; start > 0; ) {
    const misfit = firstMisfit(bytes, start, columns, ended)
    if (misfit < 0) return start
    start = bytes.indexOf(lineEnd, misfit) + 1
  }
  return -1
}

/** Start of the first record from `from` on that does not fit, or where too few have fitted; -1 when all is well. */
function firstMisfit(bytes: Uint8Array, from: number, columns: number, ended: boolean): number {
  let records = 0
  let i = from
  while (i < bytes.length && records < enoughRecords) {
    const next = splitRecord(bytes, i, bytes.length, ended, true)
    if (next < 0) break
    if (!isBlank(bytes)) {
      if (fieldCount !== columns || hasStrayQuote(bytes)) return i
      records++
    }
    i = next
  }
  return records >= fewestRecords || (i === bytes.length && ended && records > 0) ? -1 : i
}

/** True when a field of the record that was split last has quotes inside but none around it, as the rest of a cut value does. */
function hasStrayQuote(bytes: Uint8Array): boolean {
  for (let f = 0; f < fieldCount; f++) {
    const start = spans[2 * f]!
    const found = bytes[start - 1] === quote ? -1 : bytes.subarray(start, spans[2 * f + 1]).indexOf(quote)
    if (found >= 0) return true
  }
  return false
}
