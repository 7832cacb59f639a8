/** What a fraud model's scores cost: declined value, expected loss, and drift, all weighted by amount. */
import { defineAnalyzer, definePlugin } from 'byom'
import { addCell, type Cell, cellOf, edgesOf, emptyCell } from './cells.ts'
import { check } from './check.ts'
import { type Options, schema } from './options.ts'
import { type Constraints, metrics, type Statistics, suggest, summarize } from './report.ts'

interface State {
  /** Column names and cuts of the options: only init sees them. */
  readonly score: string
  readonly amount: string
  readonly thresholds: number[]
  readonly edges: number[]
  readonly cells: Cell[]
  /** Transactions that the model gave no score for; most rule engines approve those. */
  readonly unscored: Cell
}

/** Keeps sums of squares within a double. No currency has transactions of 1e100. */
const largest = 1e100

const fraudLoss = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'fraud-loss',
  version: 1,
  description: 'Declined value and expected loss per score threshold, and value-weighted PSI of the scores.',
  options: schema,
  // Sums of amounts in another order differ in the last digits.
  exactness: { relative: 1e-9 },

  init({ score, amount, thresholds, bins }) {
    const edges = edgesOf(bins, thresholds)
    return {
      score,
      amount,
      thresholds: thresholds.toSorted((a, b) => a - b),
      edges,
      cells: edges.map(emptyCell),
      unscored: emptyCell(),
    }
  },

  update(state, batch) {
    const amounts = batch.column(state.amount)?.numbers
    const scores = batch.column(state.score)?.numbers
    if (amounts === undefined) return
    for (let row = 0; row < batch.length; row++) {
      const amount = amounts[row] ?? Number.NaN
      const score = scores?.[row] ?? Number.NaN
      // Refunds and zero-amount authorisations risk nothing.
      if (!(amount > 0 && amount <= largest)) continue
      const scored = score >= 0 && score <= 1
      const cell = scored ? state.cells[cellOf(state.edges, score)]! : state.unscored
      const loss = scored ? amount * score : 0
      addCell(cell, { transactions: 1, amount, amountSquared: amount * amount, loss })
    }
  },

  merge(into, from) {
    for (const [i, cell] of from.cells.entries()) addCell(into.cells[i]!, cell)
    addCell(into.unscored, from.unscored)
  },

  summarize: ({ edges, cells, unscored, thresholds }) => summarize(edges, cells, unscored, thresholds),
  suggest,
  check,
  metrics,
})

export default definePlugin({
  name: 'fraud-loss',
  version: '1.0.0',
  apiVersion: 1,
  description: 'Declined value, expected loss and score drift of fraud models, weighted by amount.',
  analyzers: [fraudLoss],
})
