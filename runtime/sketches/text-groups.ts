/** Rows of a batch grouped by their texts, without making a string of each. */
import type { ScalarColumn } from '../batch.ts'

/** What {@link groupTexts} reads of a column. */
export type TextSpans = Pick<ScalarColumn, 'bytes' | 'starts' | 'ends' | 'text'>

/** The groups found last: valid until the next call. */
export interface TextGroups {
  /** Number of different texts. */
  count: number
  /** First row of each group, and how many rows it has. */
  rows: Int32Array
  sizes: Int32Array
}

const groups: TextGroups = { count: 0, rows: new Int32Array(256), sizes: new Int32Array(256) }
/** Open-addressed: number of a group, or -1. */
let table = new Int32Array(0)
let hashes = new Int32Array(256)

/**
 * Groups the first `length` of `rows` by their texts, in the order of first occurrence. The column's value must not be missing
 * there. Once there are more than `most` different texts it stops: what has been counted until then is returned.
 */
export function groupTexts(column: TextSpans, rows: Int32Array, length: number, most = length): TextGroups {
  const { bytes, starts, ends } = column
  makeRoom(length)
  const mask = table.length - 1
  let loose: Map<string, number> | undefined
  groups.count = 0
  for (let i = 0; i < length; i++) {
    const row = rows[i]!
    const start = starts[row]!
    if (start < 0) {
      loose = groupLoose(column, row, loose ?? new Map())
      continue
    }
    const end = ends[row]!
    const hash = hashOf(bytes, start, end)
    let slot = hash & mask
    let group = table[slot]!
    while (group >= 0 && !(hashes[group] === hash && same(column, groups.rows[group]!, start, end))) {
      slot = (slot + 1) & mask
      group = table[slot]!
    }
    if (group >= 0) groups.sizes[group]!++
    else {
      table[slot] = groups.count
      hashes[groups.count] = hash
      add(row)
      // A text may be among the loose ones again.
      if (groups.count - (loose?.size ?? 0) > most) return groups
    }
  }
  return loose ? joined(column) : groups
}

/** A text that does not stand in the bytes of the batch. */
function groupLoose(column: TextSpans, row: number, loose: Map<string, number>): Map<string, number> {
  const text = column.text(row)!
  const group = loose.get(text)
  if (group !== undefined) groups.sizes[group]!++
  else {
    loose.set(text, groups.count)
    hashes[groups.count] = 0
    add(row)
  }
  return loose
}

/** The same text may have one group for rows that stand in the bytes and one for rows that do not. */
function joined(column: TextSpans): TextGroups {
  const first = new Map<string, number>()
  let count = 0
  for (let group = 0; group < groups.count; group++) {
    const text = column.text(groups.rows[group]!)!
    const known = first.get(text)
    if (known !== undefined) {
      groups.sizes[known]! += groups.sizes[group]!
      continue
    }
    first.set(text, count)
    groups.rows[count] = groups.rows[group]!
    groups.sizes[count++] = groups.sizes[group]!
  }
  groups.count = count
  return groups
}

function add(row: number): void {
  groups.rows[groups.count] = row
  groups.sizes[groups.count++] = 1
}

function makeRoom(length: number): void {
  const needed = 2 ** Math.ceil(Math.log2(Math.max(2 * length, 16)))
  if (table.length !== needed) table = new Int32Array(needed)
  table.fill(-1)
  if (groups.rows.length >= length) return
  groups.rows = new Int32Array(needed)
  groups.sizes = new Int32Array(needed)
  hashes = new Int32Array(needed)
}

/** The mixing steps of MurmurHash3 (A. Appleby, public domain) over four bytes at a time. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  let i = start
  for (; i + 4 <= end; i += 4) {
    const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    hash = Math.imul(hash ^ Math.imul(word, 0xcc9e2d51), 0x1b873593)
    hash ^= hash >>> 15
  }
  let tail = 0
  for (; i < end; i++) tail = (tail << 8) | bytes[i]!
  hash = Math.imul(hash ^ Math.imul(tail, 0x85ebca6b), 0xc2b2ae35)
  return hash ^ (hash >>> 13)
}

/** True when the text of a row, which stands in the bytes, is bytes[start, end). */
function same({ bytes, starts, ends }: TextSpans, row: number, start: number, end: number): boolean {
  const other = starts[row]!
  if (other < 0 || ends[row]! - other !== end - start) return false
  for (let i = start, k = other; i < end; i++, k++) if (bytes[i] !== bytes[k]) return false
  return true
}
