/**
 * How much of a difference chance explains. Amounts are skewed: a share of them rests on few large transactions, so
 * every standard error here weighs transactions by their squared amounts (linearisation of a ratio: W. Cochran, "Sampling
 * Techniques", 1977, chapter 6).
 */
import { upperGamma } from 'byom/distances/gamma'
import { type Cell, total } from './cells.ts'

/** Standard error of `part.amount / (part.amount + rest.amount)`; 0 without an amount. */
export function shareError(part: Readonly<Cell>, rest: Readonly<Cell>): number {
  const all = part.amount + rest.amount
  if (!(all > 0)) return 0
  const share = part.amount / all
  return Math.sqrt(part.amountSquared * (1 - share) ** 2 + rest.amountSquared * share ** 2) / all
}

/** Standard error of the expected loss per amount; scores of one cell count as equal. */
export function lossError(cells: readonly Readonly<Cell>[]): number {
  const { amount, loss } = total(cells)
  if (!(amount > 0)) return 0
  const squares = cells
    .filter((cell) => cell.amount > 0)
    .map((cell) => cell.amountSquared * (cell.loss / cell.amount - loss / amount) ** 2)
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0)) / amount
}

/** Probability of this value or a larger one where the limit is the truth: 0.5 at the limit, falling. */
export function pValueAbove(value: number, limit: number, error: number): number {
  if (value <= limit) return 1
  const z = (value - limit) / error
  return upperGamma(0.5, (z * z) / 2) / 2
}
