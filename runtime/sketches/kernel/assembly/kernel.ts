/**
 * AssemblyScript: the loops over numbers that sketches spend their time in. All of it does what the TypeScript beside this folder
 * does, bit for bit; addresses are those of memory that the host lays out (index.ts).
 */

/** One round of the mixing: the finaliser of A. Appleby's MurmurHash3, in four lanes. */
// @ts-ignore: decorator
@inline
function round(x: v128): v128 {
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x85ebca6b))
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 13)), i32x4.splat(0xc2b2ae35))
  return v128.xor(x, i32x4.shr_u(x, 16))
}

/** Hashes of four times 64 bits: four Feistel rounds over the two halves of each. */
// @ts-ignore: decorator
@inline
function mixFour(first: v128, second: v128, hashes: usize): void {
  let low = i8x16.shuffle(first, second, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27)
  let high = i8x16.shuffle(first, second, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31)
  high = v128.xor(high, round(v128.xor(low, i32x4.splat(0x3c6ef372))))
  low = v128.xor(low, round(v128.xor(high, i32x4.splat(0x7f4a7c15))))
  high = v128.xor(high, round(v128.xor(low, i32x4.splat(0x5bd1e995))))
  low = v128.xor(low, round(v128.xor(high, i32x4.splat(0x2545f491))))
  v128.store(hashes, i8x16.shuffle(low, high, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23))
  v128.store(
    hashes,
    i8x16.shuffle(low, high, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31),
    16,
  )
}

/** Hashes of `n` numbers, 64 bits each; -0 equals 0. Reads and writes up to three numbers past the end. */
export function hash(values: usize, n: i32, hashes: usize): void {
  const zero = f64x2.splat(0)
  for (const end = values + ((n as usize) << 3); values < end; values += 32, hashes += 32) {
    const first = v128.load(values)
    const second = v128.load(values, 16)
    mixFour(
      v128.andnot(first, f64x2.eq(first, zero)),
      v128.andnot(second, f64x2.eq(second, zero)),
      hashes,
    )
  }
}

/** Value classes, as in batch.ts. */
const Missing: u8 = 0
const Integral: u8 = 1
const Fractional: u8 = 2

/**
 * Hashes of the texts among `n` values: neither missing nor numbers. Returns how many, -1 when one of them stands elsewhere. Writes
 * up to three past the end.
 */
export function hashTexts(classes: usize, starts: usize, ends: usize, n: i32, hashes: usize): i32 {
  let at = hashes
  for (let row: usize = 0; row < (n as usize); row++) {
    if (load<u8>(classes + row) <= Fractional) continue
    let i = load<i32>(starts + (row << 2))
    const end = load<i32>(ends + (row << 2))
    if (i < 0) return -1
    let a: u32 = 0x243f6a88
    let b: u32 = (end - i) as u32
    for (; i + 4 <= end; i += 4) {
      const word = load<u32>(i as usize)
      a = (a ^ (word * 0xcc9e2d51)) * 0x1b873593
      a ^= a >> 15
      b = (b ^ (word * 0x85ebca6b)) * 0xc2b2ae35
      b ^= b >> 13
    }
    let tail: u32 = 0
    for (; i < end; i++) tail = (tail << 8) | (load<u8>(i as usize) as u32)
    store<u32>(at, b ^ (tail * 0x9e3779b1))
    store<u32>(at, a ^ tail, 4)
    at += 8
  }
  for (let i = hashes; i < at; i += 32) mixFour(v128.load(i), v128.load(i, 16), i)
  return ((at - hashes) >> 3) as i32
}

/** The start of a text that is made of its number, as in column-buffer.ts. */
const FromNumber: i32 = -0x80000000

/** Whether sixteen values are of a typed format. */
function areTyped(starts: usize): bool {
  const fromNumber = i32x4.splat(FromNumber)
  let same = i32x4.splat(-1)
  for (let i: usize = 0; i < 64; i += 16) same = v128.and(same, i32x4.eq(v128.load(starts + i), fromNumber))
  return i32x4.all_true(same)
}

/** Bytes of an integer from 0 to 255 as a text. */
function digitsOf(integer: u32): i32 {
  return 1 + ((integer > 9) as i32) + ((integer > 99) as i32)
}

/** Bytes of sixteen of them, of 64 bits each. */
function typedBytes(integers: usize): i32 {
  let more = i64x2.splat(0)
  for (let i: usize = 0; i < 128; i += 16) {
    const two = v128.load(integers + i)
    more = i64x2.sub(more, i64x2.gt_s(two, i64x2.splat(9)))
    more = i64x2.sub(more, i64x2.gt_s(two, i64x2.splat(99)))
  }
  return 16 + ((i64x2.extract_lane(more, 0) + i64x2.extract_lane(more, 1)) as i32)
}

/** What {@link countSmall} found: rows, and the integers in them with the length of their texts. */
export let smallRows: i32 = 0
export let smallNumbers: i32 = 0
export let smallBytes: i32 = 0

/**
 * Counts the integers from 0 to 255 of the leading rows that hold nothing else, but may be missing, into two tables by turns: adding
 * to a counter that has just been stored has to wait for it; 128 bytes behind them are used, too. Leaves them in `into` one behind the other; writes up to 16 numbers
 * past the last.
 */
export function countSmall(
  values: usize,
  classes: usize,
  starts: usize,
  ends: usize,
  n: i32,
  into: usize,
  counts: usize,
): void {
  const first = into
  const integral = i8x16.splat(Integral)
  let lengths = i32x4.splat(0)
  let bytes = 0
  let row = 0
  memory.fill(counts, 0, 2048)
  const integersAt = counts + 2048
  while (row < n) {
    if (row + 16 <= n && i8x16.all_true(i8x16.eq(v128.load(classes + (row as usize)), integral))) {
      const from = values + ((row as usize) << 3)
      // Added to 2^52, an integer stands in the lowest bits.
      const large = f64x2.splat(4503599627370496)
      let wrong = i32x4.splat(0)
      let all = wrong
      for (let i: usize = 0; i < 128; i += 16) {
        const two = v128.load(from + i)
        const shifted = f64x2.add(two, large)
        const integers = v128.xor(shifted, large)
        all = v128.or(all, integers)
        wrong = v128.or(wrong, v128.xor(two, f64x2.sub(shifted, large)))
        v128.store(into + i, two)
        v128.store(integersAt + i, integers)
      }
      const spans = (row as usize) << 2
      let signs = i32x4.splat(0)
      let length = signs
      for (let i: usize = 0; i < 64; i += 16) {
        const start = v128.load(starts + spans + i)
        signs = v128.or(signs, start)
        length = i32x4.add(length, i32x4.sub(v128.load(ends + spans + i), start))
      }
      wrong = v128.or(wrong, v128.andnot(all, i64x2.splat(255)))
      const typed = i32x4.bitmask(signs) != 0 && areTyped(starts + spans)
      if (!v128.any_true(wrong) && (typed || !i32x4.bitmask(signs))) {
        if (typed) bytes += typedBytes(integersAt)
        else lengths = i32x4.add(lengths, length)
        for (let i: usize = 0; i < 128; i += 16) {
          const even = counts + (load<u32>(integersAt + i) << 2)
          const odd = counts + (load<u32>(integersAt + i, 8) << 2)
          store<i32>(even, load<i32>(even) + 1)
          store<i32>(odd, load<i32>(odd, 1024) + 1, 1024)
        }
        into += 128
        row += 16
        continue
      }
    }
    // Up to sixteen one by one: some are missing, or one is something else.
    const stop = min(row + 16, n)
    for (; row < stop; row++) {
      const valueClass = load<u8>(classes + (row as usize))
      if (valueClass == Missing) continue
      const value = load<f64>(values + ((row as usize) << 3))
      const start = load<i32>(starts + ((row as usize) << 2))
      if (valueClass != Integral || !(value >= 0 && value < 256) || (start < 0 && start != FromNumber)) break
      const integer = value as u32
      if (reinterpret<u64>(integer as f64) != reinterpret<u64>(value)) break
      const place = counts + (integer << 2)
      store<i32>(place, load<i32>(place) + 1)
      store<f64>(into, value)
      into += 8
      bytes += start < 0 ? digitsOf(integer) : load<i32>(ends + ((row as usize) << 2)) - start
    }
    if (row < stop) break
  }
  smallRows = row
  smallNumbers = ((into - first) >> 3) as i32
  smallBytes =
    bytes +
    i32x4.extract_lane(lengths, 0) +
    i32x4.extract_lane(lengths, 1) +
    i32x4.extract_lane(lengths, 2) +
    i32x4.extract_lane(lengths, 3)
}

/**
 * Leaves the finite numbers among the rows [row, n) in `into`, one behind the other, and adds the rows to the tallies of their
 * classes, five integers. Returns how many numbers; writes up to 16 past the last.
 */
export function takeFinite(
  values: usize,
  classes: usize,
  row: i32,
  n: i32,
  into: usize,
  tallies: usize,
): i32 {
  const first = into
  while (row < n) {
    if (row + 16 <= n) {
      const class16 = v128.load(classes + (row as usize))
      const integral = popcnt(i8x16.bitmask(i8x16.eq(class16, i8x16.splat(Integral))))
      const fractional = popcnt(i8x16.bitmask(i8x16.eq(class16, i8x16.splat(Fractional))))
      if (integral + fractional == 16) {
        const from = values + ((row as usize) << 3)
        let infinite = i32x4.splat(0)
        for (let i: usize = 0; i < 128; i += 16) {
          const two = v128.load(from + i)
          infinite = v128.or(infinite, f64x2.ne(f64x2.sub(two, two), f64x2.splat(0)))
          v128.store(into + i, two)
        }
        if (!v128.any_true(infinite)) {
          store<i32>(tallies, load<i32>(tallies, 4) + integral, 4)
          store<i32>(tallies, load<i32>(tallies, 8) + fractional, 8)
          into += 128
          row += 16
          continue
        }
      }
    }
    const stop = min(row + 16, n)
    for (; row < stop; row++) {
      const valueClass = load<u8>(classes + (row as usize))
      const tally = tallies + ((valueClass as usize) << 2)
      store<i32>(tally, load<i32>(tally) + 1)
      const value = load<f64>(values + ((row as usize) << 3))
      store<f64>(into, value)
      // Kept by moving on: no branch on what comes next.
      into += (((valueClass - 1 < Fractional) as usize) & ((value - value == 0) as usize)) << 3
    }
  }
  return ((into - first) >> 3) as i32
}

/** Folds hashes, of which the upper 53 bits count, into 2^14 registers. */
export function rank(hashes: usize, end: usize, registers: usize): void {
  for (; hashes < end; hashes += 8) {
    const hash = load<u64>(hashes)
    const register = registers + ((hash >> 50) as usize)
    const rank = min(clz((hash & 0xfffffffffffff800) << 14) as u32, 39) + 1
    // The larger of both without a branch: whether a rank is larger cannot be foreseen while a column is young.
    store<u8>(register, max(load<u8>(register) as u32, rank) as u8)
  }
}

/** Folds a table of {@link count} into registers. */
export function spill(table: usize, slots: i32, registers: usize, hash: usize): void {
  for (const end = table + ((slots as usize) << 3); table < end; table += 8) {
    const stored = load<f64>(table)
    if (stored == 0) continue
    store<u64>(hash, ((stored - 1) as u64) << 11)
    rank(hash, hash + 8, registers)
  }
}

/** The larger ones of two times 2^14 registers. */
export function raise(registers: usize, others: usize): void {
  for (const end = registers + 16384; registers < end; registers += 16, others += 16)
    v128.store(registers, i8x16.max_u(v128.load(registers), v128.load(others)))
}

/** How many hashes the table of {@link count} holds after it. */
export let counted: i32 = 0

/**
 * Folds hashes into an open-addressed table of their upper 53 bits + 1 as doubles, 0 for a free slot, which holds `known` of them and
 * may hold `most`. Returns the address of the first that found no room.
 */
export function count(hashes: usize, end: usize, table: usize, slots: i32, known: i32, most: i32): usize {
  const mask = slots - 1
  for (; hashes < end; hashes += 8) {
    const hash = load<u64>(hashes) >> 11
    const stored = (hash as f64) + 1
    let slot = ((hash as i32) & 0x1fffff) & mask
    let there = load<f64>(table + ((slot as usize) << 3))
    while (there != 0 && there != stored) {
      slot = (slot + 1) & mask
      there = load<f64>(table + ((slot as usize) << 3))
    }
    if (there != 0) continue
    if (known == most) break
    store<f64>(table + ((slot as usize) << 3), stored)
    known++
  }
  counted = known
  return hashes
}

/** Most ascending runs that are merged. */
const mostRuns = 8

/**
 * Sorts `n` numbers, at least two, as sort-doubles.ts does: merging where a few ascending runs follow each other, else by place
 * between the smallest and the largest. False when neither is fast, or there is a -0; the order is then anything. `other` has room
 * for as many numbers, `keys` for as many integers, `places` for 4096 of 16 bits, `runs` for nine addresses.
 */
export function sort(
  items: usize,
  n: i32,
  other: usize,
  keys: usize,
  places: usize,
  runs: usize,
): bool {
  const end = items + ((n as usize) << 3)
  const negativeZero = i64x2.splat(0x8000000000000000)
  let zeros = i64x2.splat(0)
  let least = f64x2.splat(Infinity)
  let most = f64x2.splat(-Infinity)
  let sums = f64x2.splat(0)
  let at = items
  for (; at + 8 < end; at += 16) {
    const two = v128.load(at)
    zeros = v128.or(zeros, i64x2.eq(two, negativeZero))
    least = f64x2.pmin(least, two)
    most = f64x2.pmax(most, two)
    sums = f64x2.add(sums, two)
  }
  if (at < end) {
    const last = v128.load64_splat(at)
    zeros = v128.or(zeros, i64x2.eq(last, negativeZero))
    least = f64x2.pmin(least, last)
    most = f64x2.pmax(most, last)
  }
  if (v128.any_true(zeros)) return false
  const min = Math.min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1))
  const max = Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1))
  const count = runsOf(items, end, runs)
  if (count > 0) return mergeRuns(items, end, other, runs, count)
  const middle =
    ((f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)) / (n as f64) - min) / (max - min)
  // Most values at one end: known without counting.
  if (!(middle >= 0.04 && middle <= 0.96)) return false
  return sortByPlace(items, n, other, keys, places, min, max)
}

/** Keeps every other one of `n` numbers, from the `first` (0 or 1) on, one behind the other; `n` is even. */
export function thin(items: usize, n: i32, first: i32): void {
  const end = items + ((n as usize) << 3)
  for (let from = items + ((first as usize) << 3); from < end; from += 16, items += 8)
    store<u64>(items, load<u64>(from))
}

/** Writes down where ascending runs start; returns how many, 0 when there are too many. */
function runsOf(items: usize, end: usize, runs: usize): i32 {
  let count = 1
  store<u32>(runs, items as u32)
  let last = load<f64>(items)
  for (let at = items + 8; at < end; at += 8) {
    const value = load<f64>(at)
    if (value < last) {
      if (count == mostRuns) return 0
      store<u32>(runs + (count << 2), at as u32)
      count++
    }
    last = value
  }
  store<u32>(runs + (count << 2), end as u32)
  return count
}

function mergeRuns(items: usize, end: usize, other: usize, runs: usize, count: i32): bool {
  while (count > 1) {
    let pairs = 0
    for (let run = 0; run < count; run += 2) {
      const from = load<u32>(runs + (run << 2)) as usize
      const middle = load<u32>(runs + (run << 2), 4) as usize
      const to = run + 2 <= count ? (load<u32>(runs + (run << 2), 8) as usize) : end
      if (run + 1 < count) mergePair(items, from, middle, to, other)
      pairs++
      store<u32>(runs + (pairs << 2), to as u32)
    }
    count = pairs
  }
  return true
}

/** Merges [from, middle) and [middle, to), both ascending, from both ends at a time. */
function mergePair(items: usize, from: usize, middle: usize, to: usize, other: usize): void {
  memory.copy(other, from, to - from)
  let left = other
  let right = other + (middle - from)
  let leftEnd = right - 8
  let rightEnd = other + (to - from) - 8
  let low = from
  let high = to - 8
  // As long as each side lasts, however the steps turn out.
  for (let steps: isize = 1; steps > 0; ) {
    steps = min(((leftEnd - left) as isize >> 3) + 1, ((rightEnd - right) as isize >> 3) + 1) >> 1
    for (let step: isize = 0; step < steps; step++) {
      // By arithmetic: which side is next cannot be foreseen.
      const smaller = (load<f64>(right) < load<f64>(left)) as usize
      store<f64>(low, load<f64>(left + ((right - left) & -smaller)))
      low += 8
      right += smaller << 3
      left += 8 - (smaller << 3)
      const larger = (load<f64>(rightEnd) < load<f64>(leftEnd)) as usize
      store<f64>(high, load<f64>(rightEnd + ((leftEnd - rightEnd) & -larger)))
      high -= 8
      leftEnd -= larger << 3
      rightEnd -= 8 - (larger << 3)
    }
  }
  while (left <= leftEnd && right <= rightEnd) {
    if (load<f64>(right) < load<f64>(left)) {
      store<f64>(low, load<f64>(right))
      right += 8
    } else {
      store<f64>(low, load<f64>(left))
      left += 8
    }
    low += 8
  }
  for (; left <= leftEnd; left += 8, low += 8) store<f64>(low, load<f64>(left))
  for (; right <= rightEnd; right += 8, low += 8) store<f64>(low, load<f64>(right))
}

function sortByPlace(
  items: usize,
  n: i32,
  other: usize,
  keys: usize,
  places: usize,
  min: f64,
  max: f64,
): bool {
  const placeCount = n > 1024 ? 4096 : n > 512 ? 2048 : 1024
  const scale = ((placeCount - 1) as f64) / (max - min)
  if (!(scale > 0 && scale < Infinity)) return false
  memory.fill(places, 0, placeCount << 1)
  const scales = f64x2.splat(scale)
  const mins = f64x2.splat(min)
  for (let i = 0; i < n; i += 2) {
    const two = f64x2.mul(f64x2.sub(v128.load(items + (i << 3)), mins), scales)
    v128.store64_lane(keys + (i << 2), i32x4.trunc_sat_f64x2_s_zero(two), 0)
  }
  let pairs = 0
  for (let i = 0; i < n; i++) {
    const place = places + (load<u32>(keys + (i << 2)) << 1)
    const there = load<u16>(place) as i32
    store<u16>(place, (there + 1) as u16)
    pairs += 2 * there + 1
  }
  // Insertion moves each value past half of those that share its place.
  if (pairs > 6 * n) return false
  let start: u32 = 0
  for (let place = places; place < places + (placeCount << 1); place += 2) {
    const count = load<u16>(place) as u32
    store<u16>(place, start as u16)
    start += count
  }
  for (let i = 0; i < n; i++) {
    const place = places + (load<u32>(keys + (i << 2)) << 1)
    const into = load<u16>(place) as usize
    store<u16>(place, (into + 1) as u16)
    store<f64>(other + (into << 3), load<f64>(items + (i << 3)))
  }
  memory.copy(items, other, (n as usize) << 3)
  for (let i = items + 8; i < items + ((n as usize) << 3); i += 8) {
    const value = load<f64>(i)
    let at = i
    while (at > items && load<f64>(at - 8) > value) {
      store<f64>(at, load<f64>(at - 8))
      at -= 8
    }
    store<f64>(at, value)
  }
  return true
}
