/**
 * Exact counts of a column's texts, as long as there are few of them. Whether there are too many depends only on the
 * set of texts, so it is the same however the rows are split.
 */
import { type ScalarColumn, ValueClass } from '../../runtime/plugin.ts'
import { groupTexts } from '../../runtime/sketches/text-groups.ts'
import { listPresent, small, smallInteger, smallIntegers } from './small-integers.ts'

/** Counts by text, in three parts by what the text is. Plain data. */
export interface Categories {
  /** Counts of the integers 0 … 255 in their shortest form: flags and codes, counted without making a string. */
  small: Float64Array
  /** Texts of other numbers. */
  numeric: Map<string, number>
  /** All other texts. */
  other: Map<string, number>
  /** True once there were more distinct texts than allowed; the counts are gone then. */
  overflow: boolean
}

export function createCategories(): Categories {
  return { small: new Float64Array(0), numeric: new Map(), other: new Map(), overflow: false }
}

let rest = new Int32Array(4096)

/**
 * Counts `length` rows, of which the small integers have just been counted; must not be called after an overflow.
 * @param plain true when the rows hold nothing else
 * @returns on overflow the texts that are no numbers and whose counts are lost by it, without those that stand in these rows;
 *   undefined without overflow
 */
export function countCategories(
  state: Categories,
  column: ScalarColumn,
  length: number,
  most: number,
  plain: boolean,
): Iterable<string> | undefined {
  const known = addSmall(state)
  if (plain && known) return undefined
  if (!plain) {
    const { count, rows, sizes } = groupTexts(column, rest, otherRows(column, length), most)
    if (count > most) return clear(state)
    for (let group = 0; group < count; group++) {
      const row = rows[group]!
      const counts = column.classes[row]! <= ValueClass.Fractional ? state.numeric : state.other
      const text = column.text(row)!
      counts.set(text, (counts.get(text) ?? 0) + sizes[group]!)
    }
  }
  return distinct(state) > most ? clear(state) : undefined
}

/** Leaves in {@link rest} the rows of all values but small integers in their shortest form; returns how many. */
function otherRows(column: ScalarColumn, length: number): number {
  const { classes } = column
  if (rest.length < length) rest = new Int32Array(length)
  let count = 0
  for (let row = 0; row < length; row++)
    if (classes[row] !== ValueClass.Missing && smallInteger(column, row) < 0) rest[count++] = row
  return count
}

/** Adds the small integers counted; true when every value has been seen before. */
function addSmall(state: Categories): boolean {
  let known = true
  const values = listPresent()
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! | 0
    if (value >= state.small.length) state.small = grown(state.small, value + 1)
    if (state.small[value] === 0) known = false
    state.small[value]! += small[value]!
  }
  return known
}

/** Room for at least `length` integers, doubling from little: a dataset can have thousands of columns. */
function grown(counts: Float64Array, length: number): Float64Array {
  const larger = new Float64Array(Math.min(smallIntegers, Math.max(length, 2 * counts.length, 4)))
  larger.set(counts)
  return larger
}

/** Gives up counting; returns the texts that are no numbers. */
function clear(state: Categories): string[] {
  const texts = [...state.other.keys()]
  state.overflow = true
  state.small = new Float64Array(0)
  state.numeric.clear()
  state.other.clear()
  return texts
}

/** Number of distinct texts counted. */
export function distinct(state: Categories): number {
  let small = 0
  for (let value = 0; value < state.small.length; value++) if (state.small[value]! > 0) small++
  return small + state.numeric.size + state.other.size
}

/**
 * Folds other counts in.
 * @returns on overflow the texts that are no numbers and whose counts are lost by it
 */
export function mergeCategories(into: Categories, from: Categories, most: number): Iterable<string> {
  if (into.overflow || from.overflow) return new Set([...clear(into), ...from.other.keys()])
  if (from.small.length > 0) {
    if (into.small.length < from.small.length) into.small = grown(into.small, from.small.length)
    for (const [value, count] of from.small.entries()) into.small[value]! += count
  }
  for (const [text, count] of from.numeric) into.numeric.set(text, (into.numeric.get(text) ?? 0) + count)
  for (const [text, count] of from.other) into.other.set(text, (into.other.get(text) ?? 0) + count)
  return distinct(into) > most ? clear(into) : []
}

/** All counts by text; undefined after an overflow. */
export function categoryCounts(state: Categories): Map<string, number> | undefined {
  if (state.overflow) return undefined
  const counts = new Map<string, number>()
  for (const [value, count] of state.small.entries()) if (count > 0) counts.set(String(value), count)
  for (const [text, count] of [...state.numeric, ...state.other])
    counts.set(text, (counts.get(text) ?? 0) + count)
  return counts
}
