/** Verdicts: a rate or PSI is a violation when it is beyond its limit, and chance does not explain that. */
import type { Baseline, Finding } from 'byom'
import { total } from './cells.ts'
import { lossError, pValueAbove, shareError } from './chance.ts'
import type { Options } from './options.ts'
import { stability } from './psi.ts'
import { type Constraints, type Statistics, splitAt } from './report.ts'

type Now = Statistics['custom']

/** Every comparison; none for a segment, or a column, that the baseline did not have. */
export function check(
  { custom: now }: Statistics,
  { statistics, constraints }: Baseline<Statistics, Constraints>,
  options: Options,
): Finding[] {
  const limits = constraints?.custom
  if (limits === undefined) return []
  const rates = [unscored(now, limits.max_unscored_amount_share), ...limits.thresholds.flatMap(at(now))]
  return [
    ...psi(now, statistics?.custom, limits.max_psi, options),
    ...rates.map((rate) => judged(rate, options)),
  ]
}

interface Rate {
  readonly check: string
  readonly what: string
  readonly value: number
  readonly limit: number
  readonly error: number
}

function judged({ check, what, value, limit, error }: Rate, { amount, level }: Options): Finding {
  const pValue = pValueAbove(value, limit, error)
  return {
    feature: amount,
    check,
    value,
    threshold: limit,
    pValue,
    violated: pValue < level,
    description: `${what}: ${value} exceeds threshold: ${limit}`,
  }
}

function unscored({ cells, unscored, unscored_amount_share }: Now, limit: number): Rate {
  return {
    check: 'unscored_amount_check',
    what: 'Share of the amount without a score',
    value: unscored_amount_share,
    limit,
    error: shareError(unscored, total(cells)),
  }
}

function at({ edges, cells, thresholds }: Now) {
  return (limit: Constraints['custom']['thresholds'][number]): Rate[] => {
    const found = thresholds.find(({ threshold }) => threshold === limit.threshold)
    if (found === undefined) return []
    const { approved, declined } = splitAt(edges, cells, limit.threshold)
    return [
      {
        check: 'declined_amount_check',
        what: `Share of the amount declined at score ${limit.threshold}`,
        value: found.declined_amount_share,
        limit: limit.max_declined_amount_share,
        error: shareError(total(declined), total(approved)),
      },
      {
        check: 'expected_loss_check',
        what: `Expected loss per amount approved below score ${limit.threshold}`,
        value: found.expected_loss_rate,
        limit: limit.max_expected_loss_rate,
        error: lossError(approved),
      },
    ]
  }
}

function psi(now: Now, before: Now | undefined, limit: number, { score, level }: Options): Finding[] {
  if (before === undefined) return []
  const about = { feature: score, check: 'score_psi_check' }
  // Not an exception: the other comparisons still hold.
  if (before.edges.join() !== now.edges.join())
    return [
      {
        ...about,
        value: Number.NaN,
        threshold: Number.NaN,
        violated: true,
        description: 'The baseline was made with other bins or thresholds: make a new one with these options',
      },
    ]
  const found = stability(now.cells, before.cells)
  if (found === undefined) return []
  return [
    {
      ...about,
      value: found.psi,
      threshold: limit,
      pValue: found.pValue,
      violated: found.psi > limit && found.pValue < level,
      description: `PSI of the scores, weighted by amount: ${found.psi} exceeds threshold: ${limit}`,
    },
  ]
}
