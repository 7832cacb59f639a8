/** What is accumulated for one column. Plain data. */
import { type ScalarColumn, ValueClass } from '../../runtime/plugin.ts'
import {
  addBytes,
  addHashes,
  addNumbers,
  addText,
  createDistinct,
  type Distinct,
  mergeDistinct,
  recycleDistinct,
} from '../../runtime/sketches/distinct.ts'
import {
  fewestNumbers,
  kernelAt,
  mostNumbers,
  type SketchKernel,
} from '../../runtime/sketches/kernel/index.ts'
import { createKll, type Kll, mergeKll, recycleKll, updateKll } from '../../runtime/sketches/kll.ts'
import {
  createMoments,
  type Moments,
  mergeMoments,
  updateMoments,
  updateWeightedMoments,
} from '../../runtime/sketches/moments.ts'
import { type Categories, countCategories, createCategories, mergeCategories } from './categories.ts'
import { countSmall, listPresent, small, takeSmall } from './small-integers.ts'

/** Accumulated state of one column. */
export interface ColumnProfile {
  /** Values per {@link ValueClass}, indexed by it; Missing counts only rows of batches that had the column. */
  readonly classes: Float64Array
  readonly moments: Moments
  readonly kll: Kll
  /** Distinct numbers. */
  readonly numbers: Distinct
  /** Distinct texts of the values that are not numbers, once there are too many categories to count. */
  readonly texts: Distinct
  readonly categories: Categories
  /** How often each value of the baseline's domain occurred; absent for a feature without a domain. */
  readonly domain?: Map<string, number>
}

/** @param domain the baseline's domain of the feature, when it has one */
export function createProfile(domain?: readonly string[]): ColumnProfile {
  return {
    ...(domain ? { domain: new Map(domain.map((value) => [value, 0])) } : {}),
    classes: new Float64Array(5),
    moments: createMoments(),
    kll: createKll(),
    numbers: createDistinct(),
    texts: createDistinct(),
    categories: createCategories(),
  }
}

/** The finite numbers of the column at hand. */
let finite: Float64Array = new Float64Array(0)
let own = new Float64Array(4096)
/** Rows of the batch at hand by their {@link ValueClass}. */
const rowsOf = new Int32Array(5)

/** Folds `length` rows of a column in. */
export function updateProfile(
  profile: ColumnProfile,
  column: ScalarColumn,
  length: number,
  maxCategories: number,
): void {
  // Plain: a column of flags, codes or counts. What has been counted once need not be looked at value by value.
  const kernel = length >= fewestNumbers && length <= mostNumbers ? kernelAt(column.numbers) : undefined
  const { others, count, plain } = gather(profile.classes, column, length, kernel)
  if (count > 0) {
    updateKll(profile.kll, finite, count, plain)
    if (plain) {
      const numbers = listPresent()
      updateWeightedMoments(profile.moments, numbers, small, count)
      addNumbers(profile.numbers, numbers, numbers.length)
    } else {
      updateMoments(profile.moments, finite, count)
      addNumbers(profile.numbers, finite, count)
    }
  }
  if (profile.domain) countDomain(profile.domain, column, length)
  if (!profile.categories.overflow) {
    if (!plain) countSmall(column, length)
    const lost = countCategories(profile.categories, column, length, maxCategories, plain)
    for (const text of lost ?? []) addText(profile.texts, text)
  }
  if (profile.categories.overflow && others > 0) addTexts(profile.texts, column, length, kernel)
}

/**
 * Counts the classes, and leaves the finite numbers in {@link finite}.
 * @returns how many values are neither missing nor numbers, how many numbers are finite, and whether there are only small integers
 */
function gather(
  tally: Float64Array,
  column: ScalarColumn,
  length: number,
  kernel: SketchKernel | undefined,
): { others: number; count: number; plain: boolean } {
  if (own.length < length) own = new Float64Array(length)
  finite = kernel?.numbers ?? own
  const { rows, count: integers, plain } = takeSmall(column, length, finite, kernel)
  rowsOf.fill(0)
  rowsOf[ValueClass.Integral] = integers
  rowsOf[ValueClass.Missing] = rows - integers
  const count = kernel
    ? kernel.takeFinite(column, rows, length, integers, rowsOf)
    : takeFinite(column, rows, length, integers)
  for (let valueClass = 0; valueClass < rowsOf.length; valueClass++) tally[valueClass]! += rowsOf[valueClass]!
  return { others: rowsOf[ValueClass.Boolean]! + rowsOf[ValueClass.String]!, count, plain }
}

/** Adds the finite numbers of the rows [from, length) to the `count` in {@link finite}, and the rows to {@link rowsOf}. */
function takeFinite({ classes, numbers }: ScalarColumn, from: number, length: number, count: number): number {
  for (let row = from; row < length; row++) {
    const valueClass = classes[row]!
    rowsOf[valueClass]!++
    const value = numbers[row]!
    // Written in any case and kept by the count: no branch on what comes next.
    finite[count] = value
    count += Number(value - value === 0 && (valueClass - 1) >>> 0 < ValueClass.Fractional)
  }
  return count
}

/** Whether the spans of texts are addresses of the memory in which the column stands. */
function isWithin({ bytes, numbers }: ScalarColumn): boolean {
  return bytes.buffer === numbers.buffer && bytes.byteOffset === 0
}

/** Counts the texts of values that are not numbers. */
function addTexts(
  texts: Distinct,
  column: ScalarColumn,
  length: number,
  kernel: SketchKernel | undefined,
): void {
  if (kernel && isWithin(column) && kernel.hashTexts(column, length)) {
    addHashes(texts, kernel)
    return
  }
  const { classes, bytes, starts, ends } = column
  for (let row = 0; row < length; row++) {
    if (classes[row]! <= ValueClass.Fractional) continue
    const start = starts[row]!
    if (start >= 0) addBytes(texts, bytes, start, ends[row]!)
    else addText(texts, column.text(row)!)
  }
}

/** Counts the values that lie in the domain. */
function countDomain(domain: Map<string, number>, column: ScalarColumn, length: number): void {
  for (let row = 0; row < length; row++) {
    const text = column.text(row)
    const count = text === undefined ? undefined : domain.get(text)
    if (count !== undefined) domain.set(text!, count + 1)
  }
}

/** Folds another profile of the same column in. */
export function mergeProfile(into: ColumnProfile, from: ColumnProfile, maxCategories: number): void {
  for (const [valueClass, count] of from.classes.entries()) into.classes[valueClass]! += count
  mergeMoments(into.moments, from.moments)
  mergeKll(into.kll, from.kll)
  mergeDistinct(into.numbers, from.numbers)
  mergeDistinct(into.texts, from.texts)
  for (const text of mergeCategories(into.categories, from.categories, maxCategories))
    addText(into.texts, text)
  for (const [value, count] of from.domain ?? [])
    into.domain?.set(value, (into.domain.get(value) ?? 0) + count)
}

/** Lets other profiles have the memory of one that nobody needs any more. */
export function recycleProfile({ kll, numbers, texts }: ColumnProfile): void {
  recycleKll(kll)
  recycleDistinct(numbers)
  recycleDistinct(texts)
}
