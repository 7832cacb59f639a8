/**
 * What assembly/kernel.ts does, in TypeScript: the same cells from the same lines. Runs take half as long again with it, where there is no
 * WebAssembly, and tests hold each against the other.
 */
import { ValueClass } from '../../batch.ts'
import { longDecimal, mostDigits, mostPlaces, powersOfTen } from '../decimal.ts'
import type { KernelCode, Stop } from './index.ts'
import { Part } from './memory.ts'

/** Left to the host: no {@link ValueClass}. */
const undecidedClass = 5

const quote = 34
const comma = 44
const backslash = 92
const lineEnd = 10

/** One result of a run; its value changes in place, as an exported global's does. */
class Result {
  value = 0
}

export class PlainKernel implements KernelCode {
  readonly position = new Result()
  readonly rows = new Result()
  readonly passed = new Result()
  readonly outside = new Result()
  readonly undecided = new Result()
  readonly #bytes: Buffer
  readonly #view: DataView
  readonly #words: Int32Array
  readonly #doubles: Float64Array
  #count = 0
  /** Places of the first column in {@link #doubles}, {@link #bytes}, {@link #words}, and from one column to the next. */
  #numbers = 0
  #numberStride = 0
  #classes = 0
  #classStride = 0
  #starts = 0
  #ends = 0
  #spanStride = 0
  #lineStarts = 0
  #lineNumbers = 0
  #idStarts = 0
  #idEnds = 0
  #times = 0
  #list = 0
  #most = 0
  #templates: Int32Array = new Int32Array(0)
  #usual = 0
  #windowStart = 0
  #windowEnd = 0
  /** Number and class of the plain number that was read last. */
  #number = 0
  #numberClass = 0
  #instantEnd = 0
  /** Where the minute stands that was read last. */
  #minute = 0
  #minuteInstant = 0

  constructor(buffer: ArrayBuffer) {
    this.#bytes = Buffer.from(buffer)
    this.#view = new DataView(buffer)
    this.#words = new Int32Array(buffer)
    this.#doubles = new Float64Array(buffer)
  }

  tables(_five: number, _ten: number, minute: number): void {
    this.#minute = minute
  }

  /** It writes where the cells stay. */
  tile(_at: number, _rows: number): void {}

  columns(
    count: number,
    numbers: number,
    numberStride: number,
    classes: number,
    classStride: number,
    starts: number,
    ends: number,
    spanStride: number,
  ): void {
    this.#count = count
    this.#numbers = numbers / 8
    this.#numberStride = numberStride / 8
    this.#classes = classes
    this.#classStride = classStride
    this.#starts = starts / 4
    this.#ends = ends / 4
    this.#spanStride = spanStride / 4
  }

  rowArrays(lineStarts: number, lineNumbers: number, idStarts: number, idEnds: number, times: number): void {
    this.#lineStarts = lineStarts / 4
    this.#lineNumbers = lineNumbers / 4
    this.#idStarts = idStarts / 4
    this.#idEnds = idEnds / 4
    this.#times = times / 8
  }

  undecidedList(list: number, most: number): void {
    this.#list = list / 4
    this.#most = most
  }

  templateList(list: number, count: number): void {
    this.#templates = this.#words.subarray(list / 4, list / 4 + count)
    this.#usual = 0
  }

  window(start: number, end: number): void {
    this.#windowStart = start
    this.#windowEnd = end
  }

  records(from: number, to: number, firstRow: number, most: number): Stop {
    this.#begin(firstRow)
    const timed = this.#windowStart > Number.NEGATIVE_INFINITY || this.#windowEnd < Number.POSITIVE_INFINITY
    const count = this.#templates.length
    let row = firstRow
    for (let i = from; i < to; ) {
      this.position.value = i
      if (row >= most || this.undecided.value + this.#count > this.#most) return 1
      let end = count > 0 ? this.#match(this.#usual, i, row) : 0
      for (let other = 0; end === 0 && other < count; other++) {
        if (other === this.#usual) continue
        end = this.#match(other, i, row)
        if (end > 0) this.#usual = other
      }
      if (end === 0) return 2
      this.passed.value++
      if (timed && !this.#isInside(row)) this.#leaveOut(row)
      else this.#keep(row++, i)
      i = end
    }
    this.position.value = to
    return 0
  }

  lines(from: number, to: number, firstRow: number, most: number): Stop {
    this.#begin(firstRow)
    let row = firstRow
    for (let i = from; i < to; ) {
      this.position.value = i
      if (row >= most || this.undecided.value + this.#count > this.#most) return 1
      const before = this.undecided.value
      const end = this.#fields(i, row, 0, this.#count - 1, lineEnd)
      if (end === 0) {
        this.undecided.value = before
        this.#clear(row)
        return 2
      }
      this.passed.value++
      this.#keep(row++, i)
      i = end + 1
    }
    this.position.value = to
    return 0
  }

  #begin(row: number): void {
    this.rows.value = row
    this.passed.value = 0
    this.outside.value = 0
    this.undecided.value = 0
  }

  #isInside(row: number): boolean {
    const time = this.#doubles[this.#times + row]!
    return time >= this.#windowStart && time < this.#windowEnd
  }

  #leaveOut(row: number): void {
    this.outside.value++
    this.#clear(row)
    while (this.undecided.value > 0 && this.#words[this.#list + 2 * this.undecided.value - 1] === row)
      this.undecided.value--
  }

  #keep(row: number, start: number): void {
    this.#words[this.#lineStarts + row] = start
    this.#words[this.#lineNumbers + row] = this.passed.value
    this.rows.value = row + 1
  }

  #clear(row: number): void {
    for (let column = 0; column < this.#count; column++) {
      this.#bytes[this.#classes + column * this.#classStride + row] = ValueClass.Missing
      this.#doubles[this.#numbers + column * this.#numberStride + row] = Number.NaN
    }
  }

  /** Position behind a line that has the shape of a template, 0 when it has not; cells that were written are then cleared. */
  #match(template: number, from: number, row: number): number {
    const words = this.#words
    const before = this.undecided.value
    let written = false
    let i = from
    for (let part = this.#templates[template]! / 4; ; part += 5) {
      const length = words[part + 1]!
      if (!this.#equal(i, words[part]!, length)) break
      i += length
      const kind = words[part + 2]
      if (kind === Part.End) return i
      if (kind === Part.Fields) {
        written = true
        i = this.#fields(i, row, words[part + 3]!, words[part + 4]!, quote)
      } else if (kind === Part.Value) {
        written = true
        i = this.#value(i, row, words[part + 3]!)
      } else if (kind === Part.Time) {
        const time = this.#instant(i)
        if (Number.isNaN(time)) break
        this.#doubles[this.#times + row] = time
        i = this.#instantEnd
      } else {
        const end = this.#stringEnd(i)
        if (kind === Part.Id) {
          if (end === i) break
          words[this.#idStarts + row] = i
          words[this.#idEnds + row] = end
        }
        i = end
      }
      if (i === 0) break
    }
    this.undecided.value = before
    if (written) this.#clear(row)
    return 0
  }

  #equal(a: number, b: number, length: number): boolean {
    const bytes = this.#bytes
    const view = this.#view
    // The end first: there the shapes of one source differ.
    let k = length - 4
    for (; k >= 0; k -= 4) if (view.getInt32(a + k) !== view.getInt32(b + k)) return false
    for (k += 3; k >= 0; k--) if (bytes[a + k] !== bytes[b + k]) return false
    return true
  }

  /** Closing quote of a string whose text starts at `i`, 0 when an escape or a control character comes first. */
  #stringEnd(i: number): number {
    const bytes = this.#bytes
    for (let at = i; ; at++) {
      const byte = bytes[at]!
      if (byte === quote) return at
      if (byte < 32 || byte === backslash) return 0
    }
  }

  #store(column: number, row: number, value: number, cellClass: number, start: number, end: number): void {
    this.#doubles[this.#numbers + column * this.#numberStride + row] = value
    this.#bytes[this.#classes + column * this.#classStride + row] = cellClass
    const span = column * this.#spanStride + row
    this.#words[this.#starts + span] = start
    this.#words[this.#ends + span] = end
    if (cellClass !== undecidedClass) return
    this.#words[this.#list + 2 * this.undecided.value] = column
    this.#words[this.#list + 2 * this.undecided.value + 1] = row
    this.undecided.value++
  }

  /** The fields of one CSV record; returns where the byte stands that ends it, 0 when it is not plain. */
  #fields(from: number, row: number, first: number, last: number, end: number): number {
    const bytes = this.#bytes
    let i = from
    let byte = bytes[i]!
    if (first === last && (byte === end || byte === backslash || byte === 13)) return 0
    for (let column = first; ; column++, i++) {
      const start = i
      byte = bytes[i]!
      let cellClass: number = ValueClass.Missing
      let value = Number.NaN
      let ended = 0
      if (byte !== comma) {
        const behind = this.#readNumber(i)
        const after = behind > 0 ? bytes[behind]! : 0
        if (behind > 0 && after !== comma) ended = this.#recordEnd(behind, after, end)
        if (behind > 0 && (ended > 0 || after === comma)) {
          value = this.#number
          cellClass = this.#numberClass
          i = behind
        } else {
          if (byte === quote && end === lineEnd) return 0
          while (byte !== comma && byte !== end && byte >= 32 && (byte !== backslash || end === lineEnd))
            byte = bytes[++i]!
          if (i > start) cellClass = couldBeNumber(bytes[start]!) ? undecidedClass : this.#textClass(start, i)
          if (byte !== comma) {
            ended = this.#recordEnd(i, byte, end)
            if (ended === 0) return 0
          }
        }
      }
      this.#store(column, row, value, cellClass, start, i)
      if (ended > 0) return column === last ? ended : 0
      if (column === last) return 0
    }
  }

  #recordEnd(i: number, byte: number, end: number): number {
    const bytes = this.#bytes
    if (byte === end) return i
    if (end === lineEnd) return byte === 13 && bytes[i + 1] === lineEnd ? i + 1 : 0
    if (byte !== backslash) return 0
    const at = bytes[i + 1] === 114 ? i + 2 : i
    return bytes[at] === backslash && bytes[at + 1] === 110 && bytes[at + 2] === quote ? at + 2 : 0
  }

  #textClass(start: number, end: number): number {
    const first = this.#bytes[start]
    if (first !== 116 && first !== 102) return ValueClass.String
    const text = end - start < 6 ? this.#bytes.toString('latin1', start, end) : ''
    return text === 'true' || text === 'false' ? ValueClass.Boolean : ValueClass.String
  }

  /** Reads `-?digits(.digits)?(e[+-]?digits)?`; returns the position behind, or 0 when there is no such number. */
  #readNumber(from: number): number {
    const bytes = this.#bytes
    const negative = bytes[from] === 45
    const first = negative ? from + 1 : from
    let i = first
    let mantissa = 0
    let digit = bytes[i]! - 48
    while (digit >= 0 && digit < 10) {
      mantissa = mantissa * 10 + digit
      digit = bytes[++i]! - 48
    }
    let digits = i - first
    if (digits === 0) return 0
    let places = 0
    this.#numberClass = ValueClass.Integral
    if (digit === -2) {
      const point = ++i
      digit = bytes[i]! - 48
      while (digit >= 0 && digit < 10) {
        mantissa = mantissa * 10 + digit
        digit = bytes[++i]! - 48
      }
      if (i === point) return 0
      places = i - point
      digits += places
      this.#numberClass = ValueClass.Fractional
    }
    if ((bytes[i]! | 32) === 101) {
      const at = this.#skipExponent(i + 1)
      if (at === 0) return 0
      places = mostPlaces + 1
      i = at
      this.#numberClass = ValueClass.Fractional
    }
    // Both factors are exact doubles, so one rounding gives the nearest double (Clinger's fast path).
    let value = Number.NaN
    if (digits <= 15 && places <= mostPlaces) value = mantissa / powersOfTen[places]!
    else if (digits <= mostDigits && places <= mostPlaces)
      value = longDecimal(bytes, first, i, mantissa, places)
    if (Number.isNaN(value)) value = Number(bytes.toString('latin1', first, i))
    this.#number = negative ? -value : value
    // Beyond a double: the host counts it.
    if (value === Number.POSITIVE_INFINITY) this.#numberClass = undecidedClass
    return i
  }

  #skipExponent(from: number): number {
    const bytes = this.#bytes
    let i = from
    if (bytes[i] === 45 || bytes[i] === 43) i++
    const begin = i
    while (bytes[i]! >= 48 && bytes[i]! < 58) i++
    return i === begin ? 0 : i
  }

  /** A JSON scalar; returns the position behind it, 0 when it is not plain. */
  #value(i: number, row: number, column: number): number {
    const bytes = this.#bytes
    const byte = bytes[i]!
    if (byte === quote) {
      const end = this.#stringEnd(i + 1)
      if (end === 0) return 0
      const open = end > i + 1 && couldBeNumber(bytes[i + 1]!)
      this.#store(column, row, Number.NaN, open ? undecidedClass : this.#textClass(i + 1, end), i + 1, end)
      return end + 1
    }
    if (byte === 110 || byte === 116 || byte === 102) {
      const word = byte === 110 ? 'null' : byte === 116 ? 'true' : 'false'
      const end = i + word.length
      if (bytes.toString('latin1', i, end) !== word) return 0
      this.#store(column, row, Number.NaN, byte === 110 ? ValueClass.Missing : ValueClass.Boolean, i, end)
      return end
    }
    const first = byte === 45 ? i + 1 : i
    // JSON has no leading zeros.
    if (bytes[first] === 48 && bytes[first + 1]! >= 48 && bytes[first + 1]! < 58) return 0
    const end = this.#readNumber(i)
    if (end > 0) this.#store(column, row, this.#number, this.#numberClass, i, end)
    return end
  }

  /** Milliseconds since 1970 of `2019-11-26T03:00:00Z`, up to day 28, maybe with a fraction; NaN for every other form. */
  #instant(i: number): number {
    const bytes = this.#bytes
    if (!this.#equal(i, this.#minute, 16)) {
      const minute = bytes.toString('latin1', i, i + 16)
      if (!/^(?!00)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d$/.test(minute))
        return Number.NaN
      bytes.copyWithin(this.#minute, i, i + 16)
      this.#minuteInstant = Date.parse(`${minute}:00Z`)
    }
    const tens = bytes[i + 17]! - 48
    const ones = bytes[i + 18]! - 48
    if (bytes[i + 16] !== 58 || tens < 0 || tens > 5 || ones < 0 || ones > 9) return Number.NaN
    let at = i + 19
    let milliseconds = 0
    if (bytes[at] === 46) {
      const first = ++at
      let fraction = 0
      while (bytes[at]! >= 48 && bytes[at]! < 58 && at - first < 9)
        fraction = fraction * 10 + bytes[at++]! - 48
      if (at === first) return Number.NaN
      milliseconds = Math.trunc((fraction / powersOfTen[at - first]!) * 1000)
    }
    if (bytes[at] !== 90 || bytes[at + 1] !== quote) return Number.NaN
    this.#instantEnd = at + 1
    return this.#minuteInstant + (10 * tens + ones) * 1000 + milliseconds
  }
}

/** True for bytes that a text may start with and still be a number, which the host decides. */
function couldBeNumber(byte: number): boolean {
  return (byte >= 48 && byte < 58) || byte === 43 || byte === 45 || byte === 32
}
