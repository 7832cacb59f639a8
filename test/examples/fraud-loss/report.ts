/** What a fraud team reads in statistics.json and constraints.json, and as metrics. */
import type { Finding, Metric } from 'byom'
import { type Cell, total } from './cells.ts'
import type { Options } from './options.ts'

// Type aliases, not interfaces: only those fit the contract's Json.

/** What happens when everything from a score on is declined. */
export type AtThreshold = {
  threshold: number
  declined_share: number
  declined_amount_share: number
  /** Expected loss per amount approved: 0.001 is 10 basis points. */
  expected_loss_rate: number
}

type Sums = { transactions: number; amount: number; amountSquared: number; loss: number }

/** Part of statistics.json; the cells are what the next run compares with. */
export type Statistics = {
  custom: {
    edges: number[]
    cells: Sums[]
    unscored: Sums
    unscored_amount_share: number
    thresholds: AtThreshold[]
  }
}

/** Part of constraints.json: limits for a person to change. */
export type Constraints = {
  custom: {
    max_psi: number
    max_unscored_amount_share: number
    thresholds: { threshold: number; max_declined_amount_share: number; max_expected_loss_rate: number }[]
  }
}

/** Cells below a threshold, and from it on. Thresholds are edges, so no cell lies on both sides. */
export function splitAt<C extends Cell>(edges: readonly number[], cells: readonly C[], threshold: number) {
  const cut = edges.indexOf(threshold)
  return { approved: cells.slice(0, cut), declined: cells.slice(cut) }
}

/** Everything that can be said of the sums. */
export function summarize(
  edges: readonly number[],
  cells: readonly Sums[],
  unscored: Sums,
  thresholds: readonly number[],
): Statistics {
  const all = total(cells)
  return {
    custom: {
      edges: [...edges],
      cells: structuredClone([...cells]),
      unscored: { ...unscored },
      unscored_amount_share: unscored.amount > 0 ? unscored.amount / (all.amount + unscored.amount) : 0,
      thresholds: all.amount > 0 ? thresholds.map((threshold) => at(threshold, edges, cells, all)) : [],
    },
  }
}

function at(threshold: number, edges: readonly number[], cells: readonly Sums[], all: Cell): AtThreshold {
  const sides = splitAt(edges, cells, threshold)
  const [approved, declined] = [total(sides.approved), total(sides.declined)]
  return {
    threshold,
    declined_share: declined.transactions / all.transactions,
    declined_amount_share: declined.amount / all.amount,
    expected_loss_rate: approved.amount > 0 ? approved.loss / approved.amount : 0,
  }
}

/** Limits with room for what changes from day to day. */
export function suggest({ custom }: Statistics, { maxPsi, room }: Options): Constraints {
  const more = (rate: number) => Math.min(1, rate * (1 + room) + 0.001)
  return {
    custom: {
      max_psi: maxPsi,
      max_unscored_amount_share: more(custom.unscored_amount_share),
      thresholds: custom.thresholds.map(({ threshold, declined_amount_share, expected_loss_rate }) => ({
        threshold,
        max_declined_amount_share: more(declined_amount_share),
        max_expected_loss_rate: more(expected_loss_rate),
      })),
    },
  }
}

/** Thresholds stand in metric names in percent, because dots are no friends of dashboards. */
export function metrics({ custom }: Statistics, findings: readonly Finding[]): Metric[] {
  const psi = findings.find(({ check, value }) => check === 'score_psi_check' && Number.isFinite(value))
  return [
    ...(psi ? [{ name: 'fraud_score_psi', value: psi.value }] : []),
    { name: 'fraud_unscored_amount_share', value: custom.unscored_amount_share },
    ...custom.thresholds.flatMap(({ threshold, declined_amount_share, expected_loss_rate }) => {
      const percent = Number((100 * threshold).toFixed(6))
      return [
        { name: `fraud_declined_amount_share_at_${percent}`, value: declined_amount_share },
        { name: `fraud_expected_loss_rate_at_${percent}`, value: expected_loss_rate },
      ]
    }),
  ]
}
