/** The memory that a kernel works in: the blocks that are read, texts that are not part of it, and the columns of a batch. */

/** The arrays of one column of a batch. */
export interface BatchColumns {
  readonly classes: Uint8Array
  readonly numbers: Float64Array
  /** Span of each text in the batch's bytes. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

import { type Rooms, roomBytes, usualRoomBytes } from '../../read.ts'
import { scratchBytes } from '../../sketches/kernel/index.ts'
import { powersOfTen as tens } from '../decimal.ts'

/** Room for the payloads of a block that had to be unescaped or decoded. */
const arenaBytes = 1 << 20
/** Rows and cells of a batch (a large block of many columns holds about as many of the latter), cells that may be left to the host in one run, and bytes of templates. */
export const mostRows = 4096
export const mostCells = 5 << 18
export const mostUndecided = 1 << 15
/** Columns of a batch; times its rows they fit in 31 bits. */
export const mostColumns = mostUndecided
const templateBytes = 1 << 18
/** Columns of one batch lie this much further apart than their size says: at equal distances they would share cache lines. */
const columnGap = 192
/** Of so many columns: more have too few rows for that. */
const mostGaps = 1024

/** Where things stand, in bytes; the kernel's own variables lie below. */
const start = 1 << 14
const powersOfFive = start
const powersOfTen = powersOfFive + 129 * 16
const minute = powersOfTen + 23 * 8
export const templateList = align(minute + 16)
const templateEnd = templateList + templateBytes
const lineStarts = align(templateEnd)
const lineNumbers = lineStarts + 4 * mostRows
const idStarts = lineNumbers + 4 * mostRows
const idEnds = idStarts + 4 * mostRows
const times = idEnds + 4 * mostRows
const undecidedCells = times + 8 * mostRows
const rooms = align(undecidedCells + 8 * mostUndecided)

/** Cells of a tile: they stay in the cache of a core. Fewer columns than these do without one. */
const tileCells = 1 << 16
const fewestTiled = 320
const mostTiled = tileCells / 16

/** What depends on how wide the tables are that a memory is for: nobody pays for more than that. */
interface Size {
  readonly roomBytes: number
  readonly cells: number
  /** For the columns of a batch, and what lies between them. */
  readonly columnBytes: number
  readonly tileBytes: number
}

const usualCells = 1 << 18
const usualSize: Size = {
  roomBytes: usualRoomBytes,
  cells: usualCells,
  columnBytes: 17 * usualCells + 4 * 64 * 1024 + 17 * 16 * mostRows,
  tileBytes: 0,
}
const wideSize: Size = {
  roomBytes,
  cells: mostCells,
  columnBytes: 17 * mostCells + 4 * 64 * mostColumns + 4 * columnGap * mostGaps,
  tileBytes: 17 * tileCells + 192 * mostTiled,
}

/** Columns for which the memory of the usual size has room for the most rows of a batch. */
export const fewColumns = usualCells / mostRows

/** Where the rest stands in a memory of that size. */
function places({ roomBytes, columnBytes, tileBytes }: Size) {
  // The longest step of the kernel looks 16 bytes past the end.
  const roomDistance = align(roomBytes + 64)
  const arena = rooms + 2 * roomDistance
  const scratch = align(arena + arenaBytes + 64)
  const columns = align(scratch + scratchBytes)
  const tile = align(columns + columnBytes)
  return { roomDistance, arena, scratch, columns, tile, end: tile + tileBytes }
}

/** Pages of 64 KiB of the whole; `wide` for more than {@link fewColumns}. */
export function pagesOf(wide: boolean): number {
  return Math.ceil(places(wide ? wideSize : usualSize).end / 65536)
}

function align(at: number): number {
  return Math.ceil(at / 64) * 64
}

/** Addresses of the columns' arrays, and bytes from one column to the next. */
export interface ColumnLayout {
  readonly count: number
  readonly rows: number
  readonly numbers: number
  readonly numberStride: number
  readonly classes: number
  readonly classStride: number
  readonly starts: number
  readonly ends: number
  readonly spanStride: number
}

/** Views of the memory, and the addresses that the kernel is told. */
export class KernelMemory {
  readonly bytes: Buffer
  /** Where blocks are read to. */
  readonly rooms: Rooms
  readonly arenaStart: number
  readonly arenaEnd: number
  /** What the accumulators of the columns work in. */
  readonly scratch: number
  readonly lineStarts: Int32Array
  readonly lineNumbers: Int32Array
  readonly idStarts: Int32Array
  readonly idEnds: Int32Array
  readonly times: Float64Array
  /** Pairs of column and row. */
  readonly undecidedCells: Int32Array
  readonly addresses = {
    powersOfFive,
    powersOfTen,
    minute,
    lineStarts,
    lineNumbers,
    idStarts,
    idEnds,
    times,
    undecidedCells,
  }
  /** Where a tile may stand. */
  readonly tile: number
  readonly #buffer: ArrayBuffer
  readonly #columns: number
  readonly #size: Size

  /** @param buffer of {@link pagesOf} pages */
  constructor(buffer: ArrayBuffer, wide: boolean) {
    const size = wide ? wideSize : usualSize
    const { roomDistance, arena, scratch, columns, tile } = places(size)
    this.#buffer = buffer
    this.bytes = Buffer.from(buffer)
    this.rooms = [
      new Uint8Array(buffer, rooms, size.roomBytes),
      new Uint8Array(buffer, rooms + roomDistance, size.roomBytes),
    ]
    this.arenaStart = arena
    this.arenaEnd = arena + arenaBytes
    this.scratch = scratch
    this.tile = tile
    this.#columns = columns
    this.#size = size
    this.lineStarts = new Int32Array(buffer, lineStarts, mostRows)
    this.lineNumbers = new Int32Array(buffer, lineNumbers, mostRows)
    this.idStarts = new Int32Array(buffer, idStarts, mostRows)
    this.idEnds = new Int32Array(buffer, idEnds, mostRows)
    this.times = new Float64Array(buffer, times, mostRows)
    this.undecidedCells = new Int32Array(buffer, undecidedCells, 2 * mostUndecided)
    new Float64Array(buffer, powersOfTen, 23).set(tens)
    new BigUint64Array(buffer, powersOfFive, 2 * 129).set(fivesAsWords())
  }

  /** Where `count` columns of `most` rows stand, or of as many as there is room for; undefined when they do not fit. */
  layout(count: number, most: number): ColumnLayout | undefined {
    const columns = this.#columns
    const rows = Math.min(most, Math.max(16, Math.floor(this.#size.cells / count)))
    const gap = count <= mostGaps ? columnGap : 0
    const numberStride = align(8 * rows) + gap
    const classStride = align(rows) + gap
    const spanStride = align(4 * rows) + gap
    const classes = columns + count * numberStride
    const starts = align(classes + count * classStride)
    const ends = starts + count * spanStride
    if (rows > mostRows || count > mostColumns || ends + count * spanStride > this.tile) return undefined
    return { count, rows, numbers: columns, numberStride, classes, classStride, starts, ends, spanStride }
  }

  /** Rows of a tile of `count` columns, 0 for none. */
  tileRows(count: number): number {
    if (this.#size.tileBytes === 0 || count < fewestTiled || count > mostTiled) return 0
    return Math.floor(tileCells / count / 16) * 16
  }

  /** Empty arrays of a column. */
  arrays(layout: ColumnLayout, column: number): BatchColumns {
    const { rows } = layout
    return {
      numbers: new Float64Array(this.#buffer, layout.numbers + column * layout.numberStride, rows).fill(
        Number.NaN,
      ),
      classes: new Uint8Array(this.#buffer, layout.classes + column * layout.classStride, rows).fill(0),
      starts: new Int32Array(this.#buffer, layout.starts + column * layout.spanStride, rows),
      ends: new Int32Array(this.#buffer, layout.ends + column * layout.spanStride, rows),
    }
  }

  /** Writes templates; false when there is no room for them. */
  writeTemplates(templates: readonly Template[]): boolean {
    const words = new DataView(this.#buffer)
    let at = templateList + 4 * templates.length
    for (const [number, parts] of templates.entries()) {
      words.setUint32(templateList + 4 * number, at, true)
      const constants = at + 20 * parts.length
      let text = constants
      for (const { constant, kind, first = 0, last = 0 } of parts) {
        if (Math.max(at + 20, text + constant.length + 16) > templateEnd) return false
        for (const [i, word] of [text, constant.length, kind, first, last].entries())
          words.setUint32(at + 4 * i, word, true)
        this.bytes.set(constant, text)
        at += 20
        text += constant.length
      }
      at = align(text + 16)
    }
    return true
  }
}

/** What stands behind a constant part of a line. */
export const Part = { End: 0, AnyString: 1, Id: 2, Time: 3, Fields: 4, Value: 5 } as const

/** A piece of a template: bytes that never change, and what follows them. */
export interface TemplatePart {
  readonly constant: Uint8Array
  readonly kind: (typeof Part)[keyof typeof Part]
  /** Columns [first, last] of fields; `first` of a value. */
  readonly first?: number
  readonly last?: number
}

/** The shape of a line: it ends with a part of kind End, whose constant holds the line end. */
export type Template = readonly TemplatePart[]

/**
 * The 128 most significant bits of 5^q for q from -64 to 64, rounded up for negative q: high word, low word. D. Lemire, "Number
 * parsing at a gigabyte per second" (2021), section 5.
 */
function fivesAsWords(): BigUint64Array {
  const words = new BigUint64Array(2 * 129)
  for (let q = -64; q <= 64; q++) {
    const value = fiveAs128(q)
    words[2 * (q + 64)] = value >> 64n
    words[2 * (q + 64) + 1] = value & 0xffffffffffffffffn
  }
  return words
}

function fiveAs128(q: number): bigint {
  if (q >= 0) return to128(5n ** BigInt(q))
  const power = 5n ** BigInt(-q)
  const bits = BigInt(power.toString(2).length)
  return q >= -27 ? (1n << (bits + 127n)) / power + 1n : to128((1n << (2n * bits + 128n)) / power + 1n)
}

function to128(value: bigint): bigint {
  const surplus = value.toString(2).length - 128
  return surplus > 0 ? value >> BigInt(surplus) : value << BigInt(-surplus)
}
