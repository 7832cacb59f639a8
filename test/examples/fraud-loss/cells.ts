/**
 * The score range cut into cells, and what the transactions of each cell are worth. Every number of this plugin is read
 * from these sums: they add up, so any split of the transactions gives the same.
 */

/** Sums over the transactions of one cell; amounts in the unit of the data. */
export interface Cell {
  transactions: number
  amount: number
  /** Sum of squared amounts: how much one large transaction can move a share. */
  amountSquared: number
  /** Expected loss if approved: sum of amount · score. */
  loss: number
}

/** The cell of no transaction. */
export function emptyCell(): Cell {
  return { transactions: 0, amount: 0, amountSquared: 0, loss: 0 }
}

/** Lower edges of the cells, ascending from 0: `bins` of one width, cut where a threshold lies inside one. */
export function edgesOf(bins: number, thresholds: readonly number[]): number[] {
  const even = Array.from({ length: bins }, (_, i) => i / bins)
  return [...new Set([...even, ...thresholds])].sort((a, b) => a - b)
}

/** Index of the cell that a score in [0, 1] belongs to: the last whose lower edge does not exceed it. */
export function cellOf(edges: readonly number[], score: number): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (edges[middle]! <= score) low = middle
    else high = middle - 1
  }
  return low
}

/** Folds `from` into `into`. */
export function addCell(into: Cell, from: Readonly<Cell>): void {
  into.transactions += from.transactions
  into.amount += from.amount
  into.amountSquared += from.amountSquared
  into.loss += from.loss
}

/** The sum of some cells. */
export function total(cells: readonly Readonly<Cell>[]): Cell {
  const sum = emptyCell()
  for (const cell of cells) addCell(sum, cell)
  return sum
}
