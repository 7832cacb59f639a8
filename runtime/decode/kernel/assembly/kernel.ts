/**
 * AssemblyScript: lines of bytes → cells of columns, all in one linear memory that the host lays out (kernel.ts beside this folder).
 * Takes only what is plain; whatever is not is left to the host with the position of its line, or of its cell.
 */

/** Value classes, as in batch.ts; the host decides an undecided cell from its text. */
const Missing: u8 = 0
const Integral: u8 = 1
const Fractional: u8 = 2
const Boolean: u8 = 3
const Text: u8 = 4
const Undecided: u8 = 5

/** What stands between two constant parts of a template. */
const End: u32 = 0
const AnyString: u32 = 1
const Id: u32 = 2
const Time: u32 = 3
const Fields: u32 = 4
const Value: u32 = 5

const Quote: u32 = 34
const Comma: u32 = 44
const Backslash: u32 = 92
const Brace: u32 = 125
const LineEnd: u32 = 10

/** Why {@link records} and {@link lines} stopped. */
const AtEnd: i32 = 0
const Full: i32 = 1
const Unusual: i32 = 2

let powersOfFive: usize = 0
let powersOfTen: usize = 0
/** Where cells are written: the columns of the batch, or those of the tile. */
let numbers: usize = 0
let classes: usize = 0
let starts: usize = 0
let ends: usize = 0
/** Bytes from one column to the next in `numbers`, `classes`, and `starts` and `ends`. */
let numberStride: usize = 0
let classStride: usize = 0
let spanStride: usize = 0
let columnCount: i32 = 0
/** The same of the batch. */
let batchNumbers: usize = 0
let batchClasses: usize = 0
let batchStarts: usize = 0
let batchEnds: usize = 0
let batchNumberStride: usize = 0
let batchClassStride: usize = 0
let batchSpanStride: usize = 0
/**
 * Few rows of all columns that stay in the cache, where each cell of a row of thousands of columns would lie on pages of its own; a
 * multiple of 16, or 0 for none.
 */
let tileRows: i32 = 0
let tileNumbers: usize = 0
let tileClasses: usize = 0
let tileStarts: usize = 0
let tileEnds: usize = 0
/** Per row: start of its line, number of its line in the run, span of its id, instant. */
let lineStarts: usize = 0
let lineNumbers: usize = 0
let idStarts: usize = 0
let idEnds: usize = 0
let times: usize = 0
/** Pairs of column and row. */
let undecidedCells: usize = 0
let mostUndecided: i32 = 0
/** Addresses of the templates. */
let templates: usize = 0
let templateCount: i32 = 0
let windowStart: f64 = 0
let windowEnd: f64 = 0

/** Where the run stopped, rows of the batch then, lines it has passed, those outside the window, undecided cells. */
export let position: usize = 0
export let rows: i32 = 0
export let passed: i32 = 0
export let outside: i32 = 0
export let undecided: i32 = 0

/** The template that fitted last, and the minute that was read last with its instant. */
let usual: i32 = 0
let minute: usize = 0
let minuteInstant: f64 = NaN

export function tables(five: usize, ten: usize, cachedMinute: usize): void {
  powersOfFive = five
  powersOfTen = ten
  minute = cachedMinute
}

export function columns(
  count: i32,
  number: usize,
  numberBytes: usize,
  class_: usize,
  classBytes: usize,
  start: usize,
  end: usize,
  spanBytes: usize,
): void {
  columnCount = count
  batchNumbers = number
  batchNumberStride = numberBytes
  batchClasses = class_
  batchClassStride = classBytes
  batchStarts = start
  batchEnds = end
  batchSpanStride = spanBytes
}

/** Bytes that the columns of a tile lie further apart than their size says. */
const tileGap: usize = 64

/** Makes a tile at `at` for the columns at hand; `count` rows, a multiple of 16, take 17 · rows + 192 bytes of each. */
export function tile(at: usize, count: i32): void {
  tileRows = count
  if (count == 0) return
  const height = count as usize
  const width = columnCount as usize
  tileNumbers = at
  tileStarts = tileNumbers + width * (8 * height + tileGap)
  tileEnds = tileStarts + width * (4 * height + tileGap)
  tileClasses = tileEnds + width * (4 * height + tileGap)
  for (let column = 0; column < columnCount; column++) emptyTile(column, count)
}

/** Makes the first `count` rows of a column of the tile missing. */
function emptyTile(column: i32, count: i32): void {
  const number = tileNumbers + (column as usize) * (8 * (tileRows as usize) + tileGap)
  const class_ = tileClasses + (column as usize) * (tileRows as usize)
  for (let row = 0; row < count; row++) {
    store<f64>(number + ((row as usize) << 3), NaN)
    store<u8>(class_ + (row as usize), Missing)
  }
}

/** Where the cells of the rows from `row` on are written. */
function aim(row: i32): void {
  const first = row as usize
  const height = tileRows as usize
  if (height == 0) {
    numbers = batchNumbers
    numberStride = batchNumberStride
    classes = batchClasses
    classStride = batchClassStride
    starts = batchStarts
    ends = batchEnds
    spanStride = batchSpanStride
    return
  }
  // Addresses wrap around: rows count from the first of the batch.
  numbers = tileNumbers - (first << 3)
  numberStride = 8 * height + tileGap
  classes = tileClasses - first
  classStride = height
  starts = tileStarts - (first << 2)
  ends = tileEnds - (first << 2)
  spanStride = 4 * height + tileGap
}

function copy(from: usize, to: usize, bytes: usize): void {
  let at: usize = 0
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at))
  for (; at + 4 <= bytes; at += 4) store<u32>(to + at, load<u32>(from + at))
  for (; at < bytes; at++) store<u8>(to + at, load<u8>(from + at))
}

/** Moves the rows [from, rows) out of the tile; `clean` leaves it empty. */
function moveOut(from: i32, clean: bool): void {
  const first = from as usize
  const count = (rows - from) as usize
  for (let column = 0; column < columnCount; column++) {
    const place = column as usize
    const span = place * batchSpanStride + (first << 2)
    const tiled = place * spanStride
    copy(tileNumbers + place * numberStride, batchNumbers + place * batchNumberStride + (first << 3), count << 3)
    copy(tileClasses + place * classStride, batchClasses + place * batchClassStride + first, count)
    copy(tileStarts + tiled, batchStarts + span, count << 2)
    copy(tileEnds + tiled, batchEnds + span, count << 2)
    if (clean) emptyTile(column, rows - from)
  }
}

export function rowArrays(line: usize, number: usize, idStart: usize, idEnd: usize, time: usize): void {
  lineStarts = line
  lineNumbers = number
  idStarts = idStart
  idEnds = idEnd
  times = time
}

export function undecidedList(list: usize, most: i32): void {
  undecidedCells = list
  mostUndecided = most
}

export function templateList(list: usize, count: i32): void {
  templates = list
  templateCount = count
  usual = 0
}

export function window(start: f64, end: f64): void {
  windowStart = start
  windowEnd = end
}

/** High half of a product of 64-bit numbers. */
function highProduct(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff
  const a1 = a >> 32
  const b0 = b & 0xffffffff
  const b1 = b >> 32
  const p00 = a0 * b0
  const p01 = a0 * b1
  const p10 = a1 * b0
  const middle = (p00 >> 32) + (p01 & 0xffffffff) + (p10 & 0xffffffff)
  return a1 * b1 + (p01 >> 32) + (p10 >> 32) + (middle >> 32)
}

/**
 * The double nearest to mantissa · 10^power, |power| <= 64, mantissa > 0; NaN when it is subnormal or infinite. D. Lemire, "Number
 * parsing at a gigabyte per second", Software: Practice and Experience 51 (2021).
 */
function nearest(mantissa: u64, power: i32): f64 {
  const zeros = clz(mantissa)
  const wide = mantissa << zeros
  const five = powersOfFive + (((power + 64) as usize) << 4)
  let low = wide * load<u64>(five)
  let high = highProduct(wide, load<u64>(five))
  if ((high & 0x1ff) == 0x1ff) {
    const second = highProduct(wide, load<u64>(five, 8))
    low += second
    if (second > low) high++
  }
  const upper = (high >> 63) as i32
  const shift = upper + 9
  let bits = high >> (shift as u64)
  let exponent = (((152170 + 65536) * power) >> 16) + 63 + upper - (zeros as i32) + 1023
  if (exponent <= 0 || exponent >= 0x7fe) return NaN
  // Halfway between two doubles: to the even one.
  if (low <= 1 && power >= -4 && power <= 23 && (bits & 3) == 1 && bits << (shift as u64) == high)
    bits &= ~(1 as u64)
  bits += bits & 1
  bits >>= 1
  if (bits >= (2 as u64) << 52) {
    bits = (1 as u64) << 52
    exponent++
  }
  bits &= ~((1 as u64) << 52)
  return reinterpret<f64>(bits | ((exponent as u64) << 52))
}

/** Value of digits whose point stands -power places from their end; NaN when the host has to read it. */
function valueOf(mantissa: u64, digits: i32, power: i32): f64 {
  if (digits > 19) return NaN
  if (mantissa <= 9007199254740992 && power <= 0 && power >= -22)
    return power == 0
      ? (mantissa as f64)
      : (mantissa as f64) / load<f64>(powersOfTen + ((-power as usize) << 3))
  if (mantissa == 0) return 0
  return power < -64 || power > 64 ? NaN : nearest(mantissa, power)
}

/** Closing quote of a string that starts behind `i`, 0 when an escape or a control character comes first. */
function stringEnd(i: usize): usize {
  const quotes = i8x16.splat(34)
  const backslashes = i8x16.splat(92)
  const blanks = i8x16.splat(32)
  while (true) {
    const bytes = v128.load(i)
    const found = i8x16.bitmask(
      v128.or(v128.or(i8x16.eq(bytes, quotes), i8x16.eq(bytes, backslashes)), i8x16.lt_u(bytes, blanks)),
    )
    if (found) {
      i += ctz(found) as usize
      return load<u8>(i) == 34 ? i : 0
    }
    i += 16
  }
}

/** Whether `n` bytes are equal; both sides are readable to the next multiple of 16. */
function equal(a: usize, b: usize, n: usize): bool {
  const end = a + n
  while (a + 16 <= end) {
    if (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) != 0xffff) return false
    a += 16
    b += 16
  }
  const mask = (1 << ((end - a) as i32)) - 1
  return (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) & mask) == mask
}

function leaveUndecided(column: i32, row: i32): void {
  store<i32>(undecidedCells + ((undecided as usize) << 3), column)
  store<i32>(undecidedCells + ((undecided as usize) << 3), row, 4)
  undecided++
}

/** Class of a text that starts with a letter or another sign that no number starts with. */
function textClass(start: usize, end: usize): u8 {
  const length = end - start
  if (length == 4 && load<u32>(start) == 0x65757274) return Boolean
  if (length == 5 && load<u32>(start) == 0x736c6166 && load<u8>(start, 4) == 101) return Boolean
  return Text
}

/** True for bytes that a text may start with and still be a number, which the host decides. */
function couldBeNumber(byte: u32): bool {
  return byte - 48 < 10 || byte == 43 || byte == 45 || byte == 32
}

/** Number and class of the plain number that {@link readNumber} saw last. */
let number: f64 = 0
let numberClass: u8 = 0

/** Whether all of eight bytes are digits. */
function areDigits(eight: u64): bool {
  return (
    ((eight & 0xf0f0f0f0f0f0f0f0) | (((eight + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0) >> 4)) ==
    0x3333333333333333
  )
}

/** The number of eight digits less 48 each, the first of them in the lowest byte: pairs, pairs of pairs, both halves. */
// @ts-ignore: decorator
@inline
function eightDigits(digits: u64): u64 {
  const pairs = digits * 10 + (digits >> 8)
  const first = (pairs & 0x000000ff000000ff) * 0x000f424000000064
  const second = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001
  return (first + second) >> 32
}

/** How many of eight bytes, exclusive or 48 each, are digits before the first other one. */
// @ts-ignore: decorator
@inline
function digitCount(eight: u64): u32 {
  return (ctz(((eight + 0x7676767676767676) | eight) & 0x8080808080808080) as u32) >> 3
}

/**
 * Reads `-?digits(.digits)?(e[+-]?digits)?`; returns the position behind, or 0 when there is no such number. NaN in {@link number}
 * when the host has to read it.
 */
function readNumber(i: usize): usize {
  let byte = load<u8>(i) as u32
  const negative = byte == 45
  if (negative) byte = load<u8>(++i) as u32
  const first = i
  let mantissa: u64 = 0
  let digit = byte - 48
  while (digit < 10) {
    mantissa = mantissa * 10 + (digit as u64)
    digit = (load<u8>(++i) as u32) - 48
  }
  if (i == first) return 0
  numberClass = Integral
  if (digit == <u32>-2) return readDecimals(first, i + 1, i + 1, mantissa, negative)
  return readExponent(first, i, mantissa, (i - first) as i32, 0, negative)
}

/** Goes on behind the `point` of a number whose digits have been read up to `i`. */
function readDecimals(first: usize, point: usize, i: usize, mantissa: u64, negative: bool): usize {
  for (let eight = load<u64>(i); areDigits(eight); eight = load<u64>(i)) {
    mantissa = mantissa * 100000000 + eightDigits(eight - 0x3030303030303030)
    i += 8
  }
  let digit = (load<u8>(i) as u32) - 48
  while (digit < 10) {
    mantissa = mantissa * 10 + (digit as u64)
    digit = (load<u8>(++i) as u32) - 48
  }
  if (i == point) return 0
  numberClass = Fractional
  return readExponent(first, i, mantissa, (i - first - 1) as i32, -((i - point) as i32), negative)
}

/** Goes on behind the digits. */
function readExponent(
  first: usize,
  i: usize,
  mantissa: u64,
  digits: i32,
  power: i32,
  negative: bool,
): usize {
  if (((load<u8>(i) as u32) | 32) == 101) {
    let at = i + 1
    const sign = load<u8>(at)
    if (sign == 45 || sign == 43) at++
    const begin = at
    let exponent: i32 = 0
    let digit = (load<u8>(at) as u32) - 48
    while (digit < 10) {
      exponent = min(exponent * 10 + (digit as i32), 9999)
      digit = (load<u8>(++at) as u32) - 48
    }
    if (at == begin) return 0
    power += sign == 45 ? -exponent : exponent
    numberClass = Fractional
    i = at
  }
  if (digits > 19) {
    // Leading zeros say nothing.
    for (let at = first; at < i; at++) {
      const zero = load<u8>(at)
      if (zero == 48) digits--
      else if (zero != 46) break
    }
  }
  const value = valueOf(mantissa, digits, power)
  number = negative ? -value : value
  return i
}

/**
 * Where the byte stands that ends a record whose last field ends at `i`, or 0 when that field does not end there. A payload inside
 * JSON may have one escaped line end before its closing quote, a line of a file a carriage return.
 */
function recordEnd(i: usize, byte: u32, end: u32): usize {
  if (byte == end) return i
  if (end == LineEnd) return byte == 13 && load<u8>(i, 1) == 10 ? i + 1 : 0
  if (byte != Backslash) return 0
  if (load<u16>(i) == 0x725c) i += 2
  return load<u16>(i) == 0x6e5c && load<u8>(i, 2) == Quote ? i + 2 : 0
}

/**
 * Reads the fields of one CSV record into the columns [column, last]; `end` is the byte that ends it: a quote inside JSON, or the end
 * of the line. Returns where that byte stands, 0 when the record is not plain.
 */
function fields(i: usize, row: i32, column: i32, last: i32, end: u32): usize {
  let numberAt = numbers + (column as usize) * numberStride + ((row as usize) << 3)
  let classAt = classes + (column as usize) * classStride + (row as usize)
  let span = (column as usize) * spanStride + ((row as usize) << 2)
  let byte = load<u8>(i) as u32
  // An empty payload or line is no record.
  if (column == last && (byte == end || byte == Backslash || byte == 13)) return 0
  while (true) {
    const start = i
    byte = load<u8>(i) as u32
    let cellClass = Missing
    let value: f64 = NaN
    let ended: usize = 0
    let at = i
    let behind: usize = 0
    let short: u32 = byte - 48
    if (short < 10) {
      // Whole numbers of few digits, maybe with decimals, which most columns are made of. How many digits cannot be foreseen but for one.
      byte = load<u8>(++at) as u32
      if (byte != Comma) {
        const eight = load<u64>(i) ^ 0x3030303030303030
        const digits = digitCount(eight)
        short = eightDigits(eight << ((64 - (digits << 3)) as u64)) as u32
        at = i + (digits as usize)
        byte = load<u8>(at) as u32
      }
      let digit = byte - 48
      if (byte == Comma) {
        value = short as f64
        cellClass = Integral
      } else if (byte == 46) {
        const point = ++at
        let mantissa = short as u64
        digit = (load<u8>(at) as u32) - 48
        while (digit < 10 && at - point < 7) {
          mantissa = mantissa * 10 + (digit as u64)
          digit = (load<u8>(++at) as u32) - 48
        }
        byte = digit + 48
        if (byte == Comma && at > point) {
          value = (mantissa as f64) / load<f64>(powersOfTen + ((at - point) << 3))
          cellClass = Fractional
        } else if (digit < 10) behind = readDecimals(i, point, at, mantissa, false)
      }
    }
    if (cellClass) {
      i = at
    } else if ((byte = load<u8>(i) as u32) != Comma) {
      if (behind == 0) behind = readNumber(i)
      const after = behind ? (load<u8>(behind) as u32) : 0
      if (behind) ended = recordEnd(behind, after, end)
      if (behind && (ended || after == Comma)) {
        value = number
        cellClass = value == value ? numberClass : Undecided
        i = behind
      } else {
        // It opens a quoted field of a file.
        if (byte == Quote && end == LineEnd) return 0
        while (byte != Comma && byte != end && byte >= 32 && (byte != Backslash || end == LineEnd))
          byte = load<u8>(++i) as u32
        if (i > start) cellClass = couldBeNumber(load<u8>(start)) ? Undecided : textClass(start, i)
        if (byte != Comma) {
          ended = recordEnd(i, byte, end)
          if (ended == 0) return 0
        }
      }
    }
    store<f64>(numberAt, value)
    store<u8>(classAt, cellClass)
    store<i32>(starts + span, start as i32)
    store<i32>(ends + span, i as i32)
    if (cellClass == Undecided) leaveUndecided(column, row)
    if (ended) return column == last ? ended : 0
    if (column++ == last) return 0
    i++
    numberAt += numberStride
    classAt += classStride
    span += spanStride
  }
}

/** Reads a JSON number of few digits, which most columns are made of, like {@link readNumber}; 0 when it is another one. */
// @ts-ignore: decorator
@inline
function shortNumber(i: usize): usize {
  const first = i
  let mantissa = (load<u8>(i) as u32) - 48
  if (mantissa >= 10) return 0
  let byte = load<u8>(++i) as u32
  if (byte != Comma && byte != Brace) {
    const eight = load<u64>(first) ^ 0x3030303030303030
    const digits = digitCount(eight)
    if (mantissa == 0 && digits > 1) return 0
    mantissa = eightDigits(eight << ((64 - (digits << 3)) as u64)) as u32
    i = first + (digits as usize)
    byte = load<u8>(i) as u32
  }
  if (byte == Comma || byte == Brace) {
    number = mantissa as f64
    numberClass = Integral
    return i
  }
  if (byte != 46) return 0
  const point = ++i
  let long = mantissa as u64
  let digit = (load<u8>(i) as u32) - 48
  while (digit < 10 && i - point < 7) {
    long = long * 10 + (digit as u64)
    digit = (load<u8>(++i) as u32) - 48
  }
  if (i == point || (digit != <u32>-4 && digit != 77)) return 0
  number = (long as f64) / load<f64>(powersOfTen + ((i - point) << 3))
  numberClass = Fractional
  return i
}

/** Reads the JSON scalar at `i` into a cell; returns the position behind it, 0 when it is not plain. */
function jsonValue(i: usize, row: i32, column: i32): usize {
  const byte = load<u8>(i) as u32
  let start = i
  let end: usize
  let behind: usize
  let value: f64 = NaN
  let cellClass = Missing
  if (byte == Quote) {
    start = i + 1
    end = stringEnd(start)
    if (end == 0) return 0
    behind = end + 1
    cellClass = end > start && couldBeNumber(load<u8>(start)) ? Undecided : textClass(start, end)
  } else if (byte == 110) {
    if (load<u32>(i) != 0x6c6c756e) return 0
    behind = end = i + 4
  } else if (byte == 116 || byte == 102) {
    end = i + (byte == 116 ? 4 : 5)
    if (textClass(i, end) != Boolean) return 0
    behind = end
    cellClass = Boolean
  } else {
    behind = end = shortNumber(i)
    if (end == 0) {
      const first = load<u8>(byte == 45 ? i + 1 : i) as u32
      // JSON has no leading zeros.
      if (first == 48 && (load<u8>(byte == 45 ? i + 2 : i + 1) as u32) - 48 < 10) return 0
      behind = end = readNumber(i)
      if (end == 0) return 0
    }
    value = number
    cellClass = value == value ? numberClass : Undecided
  }
  const span = (column as usize) * spanStride + ((row as usize) << 2)
  store<f64>(numbers + (column as usize) * numberStride + ((row as usize) << 3), value)
  store<u8>(classes + (column as usize) * classStride + (row as usize), cellClass)
  store<i32>(starts + span, start as i32)
  store<i32>(ends + span, end as i32)
  if (cellClass == Undecided) leaveUndecided(column, row)
  return behind
}

function twoDigits(i: usize): i32 {
  const tens = (load<u8>(i) as u32) - 48
  const ones = (load<u8>(i, 1) as u32) - 48
  return tens < 10 && ones < 10 ? ((10 * tens + ones) as i32) : -10000
}

/** Days from 1970 to a date of the proleptic Gregorian calendar; H. Hinnant, "chrono-compatible low-level date algorithms" (2013). */
function daysTo(year: i32, month: i32, day: i32): i32 {
  if (month <= 2) year--
  const era = year / 400
  const yearOfEra = year - era * 400
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
}

/** Position behind the instant that {@link readInstant} saw last. */
let instantEnd: usize = 0

/** Milliseconds since 1970 of `2019-11-26T03:00:00Z`, up to day 28, maybe with a fraction; NaN for every other form. */
function readInstant(i: usize): f64 {
  const second = twoDigits(i + 17)
  if (load<u8>(i, 16) != 58 || second < 0 || second > 59) return NaN
  const text = v128.load(i)
  if (i8x16.bitmask(i8x16.eq(text, v128.load(minute))) != 0xffff) {
    if (load<u8>(i, 4) != 45 || load<u8>(i, 7) != 45 || load<u8>(i, 10) != 84 || load<u8>(i, 13) != 58)
      return NaN
    const year = 100 * twoDigits(i) + twoDigits(i + 2)
    const month = twoDigits(i + 5)
    const day = twoDigits(i + 8)
    const hour = twoDigits(i + 11)
    const minutes = twoDigits(i + 14)
    if (year < 100 || month < 1 || month > 12 || day < 1 || day > 28) return NaN
    if (hour < 0 || hour > 23 || minutes < 0 || minutes > 59) return NaN
    minuteInstant = ((daysTo(year, month, day) as f64) * 1440 + ((hour * 60 + minutes) as f64)) * 60000
    v128.store(minute, text)
  }
  i += 19
  let milliseconds: f64 = 0
  if (load<u8>(i) == 46) {
    const first = ++i
    let fraction: i64 = 0
    let digit = (load<u8>(i) as u32) - 48
    while (digit < 10 && i - first < 9) {
      fraction = fraction * 10 + (digit as i64)
      digit = (load<u8>(++i) as u32) - 48
    }
    if (i == first) return NaN
    milliseconds = trunc(((fraction as f64) / load<f64>(powersOfTen + ((i - first) << 3))) * 1000)
  }
  if (load<u8>(i) != 90 || load<u8>(i, 1) != Quote) return NaN
  instantEnd = i + 1
  return minuteInstant + ((second * 1000) as f64) + milliseconds
}

/** Position behind a line that has the shape of a template, 0 when it has not; cells that were written are then cleared. */
function match(template: i32, i: usize, row: i32): usize {
  let part = load<u32>(templates + ((template as usize) << 2)) as usize
  const before = undecided
  let written = false
  while (true) {
    const length = load<u32>(part, 4) as usize
    if (!equal(i, load<u32>(part) as usize, length)) break
    i += length
    const kind = load<u32>(part, 8)
    if (kind == End) return i
    if (kind == Fields) {
      written = true
      i = fields(i, row, load<i32>(part, 12), load<i32>(part, 16), Quote)
    } else if (kind == Value) {
      written = true
      i = jsonValue(i, row, load<i32>(part, 12))
    } else if (kind == Time) {
      const time = readInstant(i)
      if (time != time) break
      store<f64>(times + ((row as usize) << 3), time)
      i = instantEnd
    } else {
      const end = stringEnd(i)
      if (kind == Id) {
        if (end == i) break
        store<i32>(idStarts + ((row as usize) << 2), i as i32)
        store<i32>(idEnds + ((row as usize) << 2), end as i32)
      }
      i = end
    }
    if (i == 0) break
    part += 20
  }
  undecided = before
  if (written) clear(row)
  return 0
}

function clear(row: i32): void {
  for (let column = 0; column < columnCount; column++) {
    store<u8>(classes + (column as usize) * classStride + (row as usize), Missing)
    store<f64>(numbers + (column as usize) * numberStride + ((row as usize) << 3), NaN)
  }
}

function begin(row: i32): void {
  rows = row
  passed = 0
  outside = 0
  undecided = 0
}

/** Lines in [i, to), which ends with a line end, from row `row` of the batch on, as long as it has fewer than `most`. */
function run(i: usize, to: usize, row: i32, most: i32, templated: bool): i32 {
  begin(row)
  while (true) {
    const from = rows
    const last = tileRows > 0 ? min(most, from + tileRows) : most
    aim(from)
    const stop = templated ? recordRows(i, to, from, last) : lineRows(i, to, from, last)
    // Lines of CSV have all columns.
    if (tileRows > 0) moveOut(from, templated)
    if (stop != Full || rows == from || rows >= most) return stop
    i = position
  }
}

/** Lines of templates. */
export function records(i: usize, to: usize, row: i32, most: i32): i32 {
  return run(i, to, row, most, true)
}

/** Lines of a CSV file. */
export function lines(i: usize, to: usize, row: i32, most: i32): i32 {
  return run(i, to, row, most, false)
}

function recordRows(i: usize, to: usize, row: i32, most: i32): i32 {
  const timed = windowStart > -Infinity || windowEnd < Infinity
  while (i < to) {
    position = i
    if (row >= most || undecided + columnCount > mostUndecided) return Full
    let end: usize = templateCount > 0 ? match(usual, i, row) : 0
    for (let other = 0; end == 0 && other < templateCount; other++) {
      if (other == usual) continue
      end = match(other, i, row)
      if (end) usual = other
    }
    if (end == 0) return Unusual
    passed++
    if (timed) {
      const time = load<f64>(times + ((row as usize) << 3))
      if (time < windowStart || time >= windowEnd) {
        outside++
        clear(row)
        while (undecided > 0 && load<i32>(undecidedCells + ((undecided as usize) << 3) - 4) == row)
          undecided--
        i = end
        continue
      }
    }
    store<i32>(lineStarts + ((row as usize) << 2), i as i32)
    store<i32>(lineNumbers + ((row as usize) << 2), passed)
    i = end
    rows = ++row
  }
  position = i
  return AtEnd
}

function lineRows(i: usize, to: usize, row: i32, most: i32): i32 {
  while (i < to) {
    position = i
    if (row >= most || undecided + columnCount > mostUndecided) return Full
    const before = undecided
    const end = fields(i, row, 0, columnCount - 1, LineEnd)
    if (end == 0) {
      undecided = before
      clear(row)
      return Unusual
    }
    passed++
    store<i32>(lineStarts + ((row as usize) << 2), i as i32)
    store<i32>(lineNumbers + ((row as usize) << 2), passed)
    i = end + 1
    rows = ++row
  }
  position = i
  return AtEnd
}
