/** Answers of the model → Shapley values, by weighted least squares under the constraint that they add up. */
import type { Coalitions } from './coalitions.ts'

/**
 * The linear map from the model's answers to the attributions; the same for all rows with as many features.
 * One row per feature but the last, one column per set.
 */
export interface Solver {
  readonly coalitions: Coalitions
  readonly matrix: Float64Array[]
}

/** @throws Error when there are too few sets to tell the features apart */
export function solverOf(coalitions: Coalitions): Solver {
  const { features, masks, weights } = coalitions
  const size = features - 1
  const x = masks.map((mask) => Float64Array.from({ length: size }, (_, k) => mask[k]! - mask[size]!))
  const normal = Array.from({ length: size }, () => new Float64Array(size))
  for (const [j, row] of x.entries())
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) normal[a]![b]! += weights[j]! * row[a]! * row[b]!
  const right = Array.from({ length: size }, (_, k) =>
    Float64Array.from({ length: masks.length }, (_, j) => weights[j]! * x[j]![k]!),
  )
  return { coalitions, matrix: solve(normal, right) }
}

/**
 * @param values the model's answer for each set
 * @param empty its answer without any feature; `full` with all
 * @returns one number per feature; they add up to full − empty
 */
export function attributionsOf(
  { coalitions, matrix }: Solver,
  values: ArrayLike<number>,
  empty: number,
  full: number,
): Float64Array {
  const { features, masks } = coalitions
  const last = features - 1
  const result = new Float64Array(features)
  let sum = 0
  for (let k = 0; k < last; k++) {
    let value = 0
    for (let j = 0; j < masks.length; j++)
      value += matrix[k]![j]! * (values[j]! - empty - masks[j]![last]! * (full - empty))
    result[k] = value
    sum += value
  }
  result[last] = full - empty - sum
  return result
}

/** Gauss–Jordan elimination with pivoting: the matrix that `left` times it is `right`. Both are changed. */
function solve(left: Float64Array[], right: Float64Array[]): Float64Array[] {
  const n = left.length
  for (let column = 0; column < n; column++) {
    let pivot = column
    for (let row = column + 1; row < n; row++)
      if (Math.abs(left[row]![column]!) > Math.abs(left[pivot]![column]!)) pivot = row
    if (!(Math.abs(left[pivot]![column]!) > 1e-14))
      throw new Error('num_samples is too small for so many features: raise it')
    swap(left, pivot, column)
    swap(right, pivot, column)
    scale(left[column]!, right[column]!, 1 / left[column]![column]!)
    for (let row = 0; row < n; row++) {
      const factor = left[row]![column]!
      if (row === column || factor === 0) continue
      subtract(left[row]!, left[column]!, factor)
      subtract(right[row]!, right[column]!, factor)
    }
  }
  return right
}

function swap(rows: Float64Array[], a: number, b: number): void {
  ;[rows[a], rows[b]] = [rows[b]!, rows[a]!]
}

function scale(left: Float64Array, right: Float64Array, factor: number): void {
  for (let i = 0; i < left.length; i++) left[i]! *= factor
  for (let i = 0; i < right.length; i++) right[i]! *= factor
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < from.length; i++) from[i]! -= factor * row[i]!
}
