/** Flags, codes and counts: integers from 0 to 255, which are counted without looking at them one by one again. */
import { type ScalarColumn, ValueClass } from '../../runtime/plugin.ts'

/** Integers from 0 to below this. */
export const smallIntegers = 256

/** How often each of them occurs, by {@link countSmall}. */
export const small = new Int32Array(smallIntegers)
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
 * @param onlyPlain true to stop at the first other value: the counts are then worth nothing
 */
export function countSmall(column: ScalarColumn, length: number, onlyPlain: boolean): boolean {
  const { classes, numbers, starts, ends } = column
  small.fill(0)
  let plain = true
  for (let row = 0; row < length; row++) {
    const valueClass = classes[row]!
    if (valueClass === ValueClass.Missing) continue
    const value = numbers[row]!
    const start = starts[row]!
    // The usual case of smallInteger, which is called for the others.
    const digit = valueClass === ValueClass.Integral && value < 10 && start >= 0 && ends[row]! - start === 1
    const integer = digit ? value : smallInteger(column, row)
    if (integer >= 0) small[integer]!++
    else if (onlyPlain) return false
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
