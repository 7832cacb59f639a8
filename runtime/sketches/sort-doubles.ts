/**
 * Sorts runs of a few thousand doubles faster than Float64Array.prototype.sort: merging where a few ascending runs follow each other,
 * as in what a sketch has compacted; counting for small integers (flags, codes, counts); else by place between the smallest and the
 * largest where values are spread well enough; else a radix sort over the upper 32 bits. Neighbours are put right by insertion. Measured
 * on runs of 2,050 values: 2.5 ns a value for flags, 5 for counts, 8 for uniform and 11 for normal doubles, 5 and 9 in the kernel, 13 for
 * skewed ones (Float64Array's own sort: 25 to 47).
 * Radix order of IEEE 754 doubles: flip all bits of negative numbers and the sign bit of the others (M. Herf, "Radix
 * Tricks", 2001).
 */

import { anyKernel, mostNumbers } from './kernel/index.ts'

const fewest = 96
const smallIntegers = 1024
/** Two counters for each, by turns: adding to the one that has just been stored has to wait for it. */
const counts = new Int32Array(2 * smallIntegers)
const placed = new Int32Array(4096)
/** Where ascending runs start, and the end of the last. */
const mostRuns = 8
const runs = new Int32Array(mostRuns + 1)
const histogram = new Int32Array(3 * 2048)
let keys = new Uint32Array(4096)
let otherKeys = new Uint32Array(4096)
let other = new Float64Array(4096)

/**
 * Puts every other one of the `values` in ascending order, -0 before 0, from the `first` (0 or 1) on, into `into` from `place` on. There is
 * an even number of values, which may change their order; none is NaN.
 */
export function putEveryOther(values: Float64Array, first: number, into: Float64Array, place: number): void {
  const n = values.length
  const kernel = n < fewest || n > mostNumbers ? undefined : anyKernel()
  const thinned = kernel?.everyOther(values, first)
  if (thinned) {
    into.set(thinned.subarray(0, n / 2), place)
    return
  }
  sortDoubles(values)
  for (let i = first; i < n; i += 2) into[place++] = values[i]!
}

/** Sorts in place, ascending, -0 before 0, and returns its argument. The values must not be NaN. */
export function sortDoubles(values: Float64Array): Float64Array {
  const n = values.length
  if (n < fewest) return values.sort()
  return mergeRuns(values, n) ||
    sortSmallIntegers(values, n) ||
    sortByPlace(values, n) ||
    sortByRadix(values, n)
    ? values
    : values.sort()
}

/** False, and nothing done, when there are more ascending runs than a few, or a -0. */
function mergeRuns(values: Float64Array, n: number): boolean {
  let count = 1
  let last = values[0]!
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    if (value < last) {
      if (count === mostRuns) return false
      runs[count++] = i
    }
    if (value === 0 && Object.is(value, -0)) return false
    last = value
  }
  makeRoom(n)
  runs[count] = n
  while (count > 1) {
    let pairs = 0
    for (let run = 0; run < count; run += 2) {
      const end = run + 2 <= count ? runs[run + 2]! : n
      if (run + 1 < count) mergePair(values, runs[run]!, runs[run + 1]!, end)
      runs[++pairs] = end
    }
    count = pairs
  }
  return true
}

/**
 * Merges values[from, middle) and values[middle, to), both ascending, from both ends at a time, and without branches on what cannot be
 * foreseen: three times as fast as the usual loop.
 */
function mergePair(values: Float64Array, from: number, middle: number, to: number): void {
  for (let i = from; i < to; i++) other[i] = values[i]!
  let left = from
  let right = middle
  let leftEnd = middle - 1
  let rightEnd = to - 1
  let low = from
  let high = to - 1
  // As long as each side lasts, however the steps turn out.
  for (let steps = 1; steps > 0; ) {
    steps = Math.min(leftEnd - left + 1, rightEnd - right + 1) >> 1
    for (let step = 0; step < steps; step++) {
      const smaller = Number(other[right]! < other[left]!)
      values[low++] = other[left + smaller * (right - left)]!
      right += smaller
      left += 1 - smaller
      const larger = Number(other[rightEnd]! < other[leftEnd]!)
      values[high--] = other[rightEnd + larger * (leftEnd - rightEnd)]!
      leftEnd -= larger
      rightEnd -= 1 - larger
    }
  }
  while (left <= leftEnd && right <= rightEnd)
    values[low++] = other[right]! < other[left]! ? other[right++]! : other[left++]!
  while (left <= leftEnd) values[low++] = other[left++]!
  while (right <= rightEnd) values[low++] = other[right++]!
}

/** False, and nothing done, unless all values are integers from 0 to 1023 (and none is -0). */
function sortSmallIntegers(values: Float64Array, n: number): boolean {
  let i = 0
  for (; i < n; i++) {
    const value = values[i]!
    const integer = value | 0
    if (integer !== value || integer < 0 || integer >= smallIntegers || Object.is(value, -0)) break
    counts[2 * integer + (i & 1)]!++
  }
  if (i < n) {
    counts.fill(0)
    return false
  }
  let place = 0
  for (let integer = 0; place < n; integer++) {
    const count = counts[2 * integer]! + counts[2 * integer + 1]!
    if (count === 0) continue
    values.fill(integer, place, place + count)
    place += count
    counts[2 * integer] = 0
    counts[2 * integer + 1] = 0
  }
  return true
}

/** False when too many values share a place, the range is not finite, or there is a -0; the order is then anything. */
function sortByPlace(values: Float64Array, n: number): boolean {
  let min = Infinity
  let max = -Infinity
  let sum = 0
  for (let i = 0; i < n; i++) {
    const value = values[i]!
    sum += value
    if (value < min) min = value
    if (value > max) max = value
    if (value === 0 && Object.is(value, -0)) return false
  }
  const places = n > 1024 ? 4096 : n > 512 ? 2048 : 1024
  const scale = (places - 1) / (max - min)
  if (!(scale > 0 && scale < Infinity)) return false
  // Most values at one end: known without counting.
  const middle = (sum / n - min) / (max - min)
  if (middle < 0.04 || middle > 0.96) return false
  makeRoom(n)
  placed.fill(0)
  for (let i = 0; i < n; i++) {
    const place = ((values[i]! - min) * scale) | 0
    keys[i] = place
    placed[place]!++
  }
  let start = 0
  let pairs = 0
  for (let place = 0; place < places; place++) {
    const count = placed[place]!
    placed[place] = start
    start += count
    pairs += count * count
  }
  // Insertion moves each value past half of those that share its place.
  if (pairs > 6 * n) return false
  for (let i = 0; i < n; i++) other[placed[keys[i]!]!++] = values[i]!
  values.set(other.subarray(0, n))
  return putRight(values, n)
}

function makeRoom(n: number): void {
  if (keys.length >= n) return
  keys = new Uint32Array(n)
  otherKeys = new Uint32Array(n)
  other = new Float64Array(n)
}

/** False when too many values agree in their upper halves; the order is then anything. */
function sortByRadix(values: Float64Array, n: number): boolean {
  makeRoom(n)
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n)
  histogram.fill(0)
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + 1]!
    const key = high >>> 31 ? ~high >>> 0 : (high | 0x80000000) >>> 0
    keys[i] = key
    histogram[key & 2047]!++
    histogram[2048 + ((key >>> 11) & 2047)]!++
    histogram[4096 + (key >>> 22)]!++
  }
  scatter(values, keys, other, otherKeys, n, 0, 0)
  scatter(other, otherKeys, values, keys, n, 11, 2048)
  scatter(values, keys, other, otherKeys, n, 22, 4096)
  values.set(other.subarray(0, n))
  return putRight(values, n)
}

function scatter(
  from: Float64Array,
  fromKeys: Uint32Array,
  into: Float64Array,
  intoKeys: Uint32Array,
  n: number,
  shift: number,
  base: number,
): void {
  let place = 0
  for (let bucket = base; bucket < base + 2048; bucket++) {
    const count = histogram[bucket]!
    histogram[bucket] = place
    place += count
  }
  for (let i = 0; i < n; i++) {
    const key = fromKeys[i]!
    const at = histogram[base + ((key >>> shift) & 2047)]!++
    into[at] = from[i]!
    intoKeys[at] = key
  }
}

/** Insertion among neighbours; gives up after 8 moves a value, where another sort is faster. */
function putRight(values: Float64Array, n: number): boolean {
  let moves = 8 * n
  for (let i = 1; i < n; i++) {
    const value = values[i]!
    let at = i - 1
    while (at >= 0 && values[at]! > value) {
      values[at + 1] = values[at]!
      at--
      if (--moves < 0) {
        values[at + 1] = value
        return false
      }
    }
    values[at + 1] = value
  }
  return true
}
