/** Flags, codes and counts: integers from 0 to 255, which are counted without looking at them one by one again. */
import { type ScalarColumn, ValueClass } from '../../runtime/plugin.ts'

/** Integers from 0 to below this. */
export const smallIntegers = 256

/** How often each of them occurs, by {@link countSmall}. */
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

/**
 * Counts small integers into {@link small}; true when there is nothing else but missing values.
 * @param numbers the first `count` are the finite numbers of the rows, in their order
 * @param onlyPlain true to stop at the first other value: the counts are then worth nothing
 */
export function countSmall(
  column: ScalarColumn,
  length: number,
  numbers: Float64Array,
  count: number,
  onlyPlain: boolean,
): boolean {
  if (countAll(numbers, count) && lengthOfTexts(column, length) === shortestLength()) return true
  return !onlyPlain && countEach(column, length)
}

/** Counts numbers; false when one of them is no small integer. */
function countAll(numbers: Float64Array, count: number): boolean {
  small.fill(0)
  odd.fill(0)
  for (let i = 0; i < count; i++) {
    const value = numbers[i]!
    const integer = value | 0
    if (integer !== value || integer < 0 || integer >= smallIntegers) return false
    if ((i & 1) === 0) small[integer]!++
    else odd[integer]!++
  }
  for (let value = 0; value < smallIntegers; value++) small[value]! += odd[value]!
  return true
}

/** Bytes of all texts of whole numbers; -1 when there is another value, which may not be a number. */
function lengthOfTexts(column: ScalarColumn, length: number): number {
  const { classes, starts, ends } = column
  let bytes = 0
  for (let row = 0; row < length; row++) {
    const valueClass = classes[row]
    if (valueClass === ValueClass.Integral) {
      const start = starts[row]!
      bytes += start >= 0 ? ends[row]! - start : column.textLength(row)
    } else if (valueClass !== ValueClass.Missing) return -1
  }
  return bytes
}

/** Bytes that the counted integers take in their shortest form: every other form is longer. */
function shortestLength(): number {
  let bytes = 0
  for (let value = 0; value < smallIntegers; value++)
    bytes += small[value]! * (value < 10 ? 1 : value < 100 ? 2 : 3)
  return bytes
}

/** Counts row by row, for columns that hold other values, too; true when there are none. */
function countEach(column: ScalarColumn, length: number): boolean {
  small.fill(0)
  let plain = true
  for (let row = 0; row < length; row++) {
    if (column.classes[row] === ValueClass.Missing) continue
    const integer = smallInteger(column, row)
    if (integer >= 0) small[integer]!++
    else plain = false
  }
  return plain
}

/** The small integers that occur, ascending. */
export function listPresent(): Float64Array {
  let count = 0
  for (let value = 0; value < smallIntegers; value++) if (small[value]! > 0) present[count++] = value
  return present.subarray(0, count)
}
