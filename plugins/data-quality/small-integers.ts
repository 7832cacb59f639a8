/** Flags, codes and counts: integers from 0 to 255, which are counted without looking at them one by one again. */
import { type ScalarColumn, ValueClass } from '../../runtime/plugin.ts'
import type { SketchKernel } from '../../runtime/sketches/kernel/index.ts'

/** Integers from 0 to below this. */
export const smallIntegers = 256

/** How often each of them occurs: what has been counted last. */
export const small = new Int32Array(smallIntegers)
/** Those of odd rows meanwhile: adding to a counter that has just been stored has to wait for it. */
const odd = new Int32Array(smallIntegers)
const present = new Float64Array(smallIntegers)

/** The integer from 0 to 255 that a value is in its shortest form, -1 for every other value. */
export function smallInteger(column: ScalarColumn, row: number): number {
  if (column.classes[row] !== ValueClass.Integral) return -1
  const value = column.numbers[row]!
  if (!(value >= 0 && value < smallIntegers)) return -1
  const start = column.starts[row]!
  const length = start >= 0 ? column.ends[row]! - start : column.textLength(row)
  return length === (value < 10 ? 1 : value < 100 ? 2 : 3) ? value : -1
}

/** Leading rows of a column that hold small integers or nothing. */
export interface SmallRows {
  /** How many rows: the next one holds something else. */
  rows: number
  /** How many of them hold an integer. */
  count: number
  /** True when that is the whole column and every integer stands there in its shortest form: {@link small} says all of it. */
  plain: boolean
}

const leading: SmallRows = { rows: 0, count: 0, plain: false }

/**
 * Counts the integers of the leading rows into {@link small}; what it returns is valid until the next call.
 * @param numbers receives the integers, one behind the other
 * @param kernel that of the memory in which the column stands, with its room for numbers as `numbers`
 */
export function takeSmall(
  column: ScalarColumn,
  length: number,
  numbers: Float64Array,
  kernel?: SketchKernel,
): SmallRows {
  if (kernel && takeWithKernel(kernel, column, length)) return leading
  const { classes, starts, ends, numbers: values } = column
  small.fill(0)
  odd.fill(0)
  let row = 0
  let bytes = 0
  // Two at a time as long as there is nothing else: three times as fast as one by one.
  for (; row + 1 < length; row += 2) {
    if (classes[row] !== ValueClass.Integral || classes[row + 1] !== ValueClass.Integral) break
    const value = values[row]!
    const next = values[row + 1]!
    const integer = value | 0
    const nextInteger = next | 0
    if (integer !== value || nextInteger !== next || (integer | nextInteger) >>> 0 >= smallIntegers) break
    const start = starts[row]!
    const nextStart = starts[row + 1]!
    if ((start | nextStart) < 0) break
    small[integer]!++
    odd[nextInteger]!++
    bytes += ends[row]! - start + ends[row + 1]! - nextStart
  }
  numbers.set(values.subarray(0, row))
  let count = row
  for (; row < length; row++) {
    const valueClass = classes[row]
    if (valueClass !== ValueClass.Integral) {
      if (valueClass === ValueClass.Missing) continue
      break
    }
    const value = values[row]!
    const integer = value | 0
    if (integer !== value || integer < 0 || integer >= smallIntegers) break
    if ((row & 1) === 0) small[integer]!++
    else odd[integer]!++
    numbers[count++] = value
    const start = starts[row]!
    bytes += start >= 0 ? ends[row]! - start : column.textLength(row)
  }
  leading.rows = row
  leading.count = count
  if ((leading.plain = row === length)) {
    for (let value = 0; value < smallIntegers; value++) small[value]! += odd[value]!
    leading.plain = bytes === shortestLength()
  }
  return leading
}

/** The same, for a column in the kernel's memory; false when a text stands elsewhere. */
function takeWithKernel(kernel: SketchKernel, column: ScalarColumn, length: number): boolean {
  const { rows, count, bytes } = kernel.countSmall(column, length)
  if (rows < length && column.starts[rows]! < 0) return false
  leading.rows = rows
  leading.count = count
  if ((leading.plain = rows === length)) {
    const { counts } = kernel
    for (let value = 0; value < smallIntegers; value++)
      small[value] = counts[value]! + counts[smallIntegers + value]!
    leading.plain = bytes === shortestLength()
  }
  return true
}

/** Bytes that the counted integers take in their shortest form: every other form is longer. */
function shortestLength(): number {
  let bytes = 0
  for (let value = 0; value < smallIntegers; value++)
    bytes += small[value]! * (value < 10 ? 1 : value < 100 ? 2 : 3)
  return bytes
}

/** Counts small integers in their shortest form into {@link small}, in columns that hold other values, too. */
export function countSmall(column: ScalarColumn, length: number): void {
  small.fill(0)
  for (let row = 0; row < length; row++) {
    const integer = column.classes[row] === ValueClass.Missing ? -1 : smallInteger(column, row)
    if (integer >= 0) small[integer]!++
  }
}

/** The small integers that occur, ascending. */
export function listPresent(): Float64Array {
  let count = 0
  for (let value = 0; value < smallIntegers; value++) if (small[value]! > 0) present[count++] = value
  return present.subarray(0, count)
}
