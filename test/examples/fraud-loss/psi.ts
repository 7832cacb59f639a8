/** Population stability index of amounts over cells, and how much of it chance explains. */
import { upperGamma } from 'byom/distances/gamma'
import { type Cell, total } from './cells.ts'

/** Share that an empty cell counts as; the usual floor in credit scoring, without which PSI would be infinite. */
const floor = 1e-4

/** PSI and its p-value. */
export interface Stability {
  readonly psi: number
  readonly pValue: number
}

/**
 * Compares how the amount spreads over the cells. Undefined while a side has no amount.
 *
 * PSI = Σ (p - q) · ln(p / q), the symmetric Kullback-Leibler divergence (S. Kullback, "Information Theory and
 * Statistics", 1959, chapter 6). Without a change, PSI / (1/n + 1/m) is close to chi-squared with one degree of freedom
 * less than there are cells (B. Yurdakul, "Statistical Properties of Population Stability Index", 2018). Transactions are
 * weighted by amount, so n and m are effective numbers (Σw)² / Σw² (L. Kish, "Survey Sampling", 1965): a hundred
 * payments of which one makes up half of the amount prove less than a hundred equal ones.
 */
export function stability(now: readonly Cell[], before: readonly Cell[]): Stability | undefined {
  const [sumNow, sumBefore] = [total(now), total(before)]
  if (!(sumNow.amount > 0 && sumBefore.amount > 0)) return undefined
  let psi = 0
  for (const [i, cell] of now.entries()) {
    const p = Math.max(floor, cell.amount / sumNow.amount)
    const q = Math.max(floor, before[i]!.amount / sumBefore.amount)
    psi += (p - q) * Math.log(p / q)
  }
  const noise = 1 / effective(sumNow) + 1 / effective(sumBefore)
  const used = now.filter((cell, i) => cell.amount > 0 || before[i]!.amount > 0).length
  const pValue = used > 1 ? upperGamma((used - 1) / 2, psi / noise / 2) : 1
  return Number.isFinite(psi) && Number.isFinite(pValue) ? { psi, pValue } : undefined
}

function effective({ amount, amountSquared }: Cell): number {
  return (amount / amountSquared) * amount
}
