/** What every engine has to answer about a table, what is exactly right, and where the two differ. */
import type { TableColumn } from './table.ts'

/** The quantiles asked for. */
export const points: readonly number[] = [
  0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99,
]

/** What is asked of a numeric column; an engine leaves out what it does not compute. */
export interface NumberAnswer {
  readonly count: number
  readonly missing: number
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Of the population. */
  readonly std: number
  /** At {@link points}; null where the engine has none. */
  readonly quantiles?: readonly (number | null)[]
}

/** What is asked of a column of texts. */
export interface TextAnswer {
  readonly count: number
  readonly missing: number
  readonly distinct: number
}

/** By column, in the order of the table. */
export type Answers = readonly (NumberAnswer | TextAnswer)[]

/** The right answer to a numeric column: of quantiles, as many as tell a rank to a thousandth part of a percent or so. */
export interface ExactNumbers extends Omit<NumberAnswer, 'quantiles'> {
  /** Values at the ranks 0, 1/n, … 1, ascending. */
  readonly grid: readonly number[]
}

/** The right answers. */
export type Exact = readonly (ExactNumbers | TextAnswer)[]

/** How far an engine may be off, by its own statement. */
export interface Tolerance {
  /** Relative error of mean and deviation. */
  readonly moments: number
  /** Error of a quantile's rank. */
  readonly rank: number
  /** Relative error of a distinct count. */
  readonly distinct: number
}

/** Every difference beyond the tolerance, each naming column, what, found and right. Counts, minimum and maximum have none. */
export function differences(
  answers: Answers,
  exact: Exact,
  schema: readonly TableColumn[],
  tolerance: Tolerance,
): string[] {
  if (answers.length !== exact.length) return [`${answers.length} columns instead of ${exact.length}`]
  return exact.flatMap((right, c) => {
    const say = (what: string, found: unknown, wanted: unknown) =>
      `${schema[c]!.name}: ${what} is ${found}, not ${wanted}`
    const found = answers[c]!
    const wrong: string[] = []
    const check = (what: keyof NumberAnswer | keyof TextAnswer, error: number) => {
      const [mine, theirs] = [found, right].map((each) => (each as unknown as Record<string, number>)[what]!)
      if (!(Math.abs(mine! - theirs!) <= error * Math.abs(theirs!))) wrong.push(say(what, mine, theirs))
    }
    check('count', 0)
    check('missing', 0)
    if (!('grid' in right)) {
      check('distinct', tolerance.distinct)
      return wrong
    }
    if (!('mean' in found)) return [say('the answer', JSON.stringify(found), 'that of numbers')]
    check('min', 0)
    check('max', 0)
    check('mean', meanError(right, tolerance.moments))
    check('std', tolerance.moments)
    for (const [i, value] of (found.quantiles ?? []).entries()) {
      if (value === null) continue
      const [low, high] = ranks(right.grid, value)
      const point = points[i]!
      if (!(point >= low - tolerance.rank && point <= high + tolerance.rank))
        wrong.push(say(`quantile ${point}`, value, `of rank ${low.toFixed(4)} to ${high.toFixed(4)}`))
    }
    return wrong
  })
}

/** A mean near zero of numbers that are not is only as right as they are. */
function meanError({ mean, std }: ExactNumbers, error: number): number {
  return mean === 0 ? error : error * Math.max(1, std / Math.abs(mean))
}

/** The ranks that a value has: between the share of values below it and the share of those not above it, as far as the grid tells. */
export function ranks(grid: readonly number[], value: number): [number, number] {
  const last = grid.length - 1
  const below = grid.findIndex((each) => each >= value)
  const above = grid.findIndex((each) => each > value)
  return [below < 0 ? 1 : Math.max(0, below - 1) / last, above < 0 ? 1 : above / last]
}
