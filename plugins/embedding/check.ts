/** Findings of vector features: drift, and vectors that cannot be right. */
import { betaBinomialTail } from '../../runtime/distances/beta.ts'
import { percent, shownP } from '../../runtime/distances/shown-numbers.ts'
import { type DriftSettings, verdict } from '../../runtime/drift/index.ts'
import { otherModel } from '../../runtime/models/asked-model.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'
import type { Drift, VectorStatistics } from './summarize.ts'

/** What the baseline's statistics say of the same feature. */
interface Before {
  readonly present: number
  readonly invalid: number
  readonly zero: number
  readonly wrong_dimension: number
  readonly unreadable: number
  /** What it says of the model that made the vectors. */
  readonly model: unknown
}

/**
 * Every comparison of one feature with the baseline.
 * @param then what the baseline's file says of it
 */
export function checkColumn(
  now: VectorStatistics,
  settings: DriftSettings,
  then: Record<string, unknown> | undefined,
): Finding[] {
  if (then === undefined) return []
  const before = counts(then)
  const difference = otherModel(now.model, before.model)
  if (difference !== undefined) return [modelFinding(now, difference)]
  if (now.model && now.present + now.missing > 0 && now.present + now.unreadable! === 0)
    return [missingFinding(now, before)]
  const drift = verdict(now, 'baseline_drift_check', 'vectors', settings.minRecords, (drift) => [
    driftFinding(now, drift, settings),
  ])
  return [...drift, ...faults(now, before, settings)]
}

/** Counts of a baseline's feature; what is no number counts as none. */
function counts(entry: Record<string, unknown>): Before {
  const count = (key: string) => {
    const value = entry[key]
    return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : 0
  }
  return {
    present: count('present'),
    invalid: count('invalid'),
    zero: count('zero'),
    wrong_dimension: count('wrong_dimension'),
    unreadable: count('unreadable'),
    model: entry['model'],
  }
}

/** Nothing to make vectors of: the feature is not in the data, or in no record of it. */
function missingFinding({ name, missing }: VectorStatistics, { present }: Before): Finding {
  return {
    feature: name,
    check: 'missing_column_check',
    value: 0,
    threshold: present,
    violated: present > 0,
    description: `There are no vectors of ${missing} records: the feature that the model takes is missing. The baseline has ${present} vectors`,
  }
}

/** Vectors of two models cannot be compared. */
function modelFinding({ name }: VectorStatistics, difference: string): Finding {
  return {
    feature: name,
    check: 'model_check',
    value: Number.NaN,
    threshold: Number.NaN,
    violated: true,
    description: `Model requirement is not met: ${difference}. Make the baseline anew with the model in use`,
  }
}

function driftFinding(now: VectorStatistics, drift: Drift, { alpha }: DriftSettings): Finding {
  const { statistic, critical, effect } = drift.channels[drift.strongest]!
  return {
    feature: now.name,
    check: 'baseline_drift_check',
    value: statistic,
    threshold: critical,
    pValue: drift.p_value,
    violated: drift.p_value < alpha,
    description:
      `Baseline drift distance: ${formatDouble(statistic)} exceeds threshold: ${formatDouble(critical)}. ` +
      `Vectors differ in ${drift.strongest}: effect ${Number(effect.toPrecision(3))}, p-value ${shownP(drift.p_value)} below ${alpha} ` +
      `(${now.compared} vectors against ${drift.baseline}). Likely cause: ${cause(drift)}.`,
  }
}

/** What moved, in words. */
function cause(drift: Drift): string {
  const texts = {
    distribution: 'the vectors as a whole moved',
    correlations: 'dimensions vary together in another way',
    dimensions: `dimension ${drift.dimension} moved by ${Number(drift.moved.toPrecision(2))} deviations`,
    novelty: `${percent(drift.novel_share)} lie outside of what the baseline knew (expected ${percent(drift.novel_expected)})`,
  } as Record<string, string>
  const [cell] = drift.grown_cells
  const parts = [texts[drift.strongest] ?? 'unknown']
  if (drift.strongest === 'novelty')
    parts.push(`for example events ${drift.novel_events.slice(0, 3).join(', ')}`)
  else if (cell)
    parts.push(
      `most grown is cell ${cell.cell}, from ${percent(cell.expected)} to ${percent(cell.share)}, for example events ${cell.events.slice(0, 3).join(', ')}`,
    )
  return parts.join('; ')
}

const kinds = {
  invalid: 'with NaN or infinite numbers',
  zero: 'of zeros',
  wrong_dimension: 'of another dimension',
  unreadable: 'nothing that the model can read',
} as const
type Kind = keyof typeof kinds

/** Vectors that cannot be right: any, where the baseline had none; else more than chance explains. */
function faults(now: VectorStatistics, before: Before, { alpha, minRecords }: DriftSettings): Finding[] {
  const known = (Object.keys(kinds) as Kind[]).filter((kind) => kind !== 'unreadable' || now.model)
  return known.flatMap((kind) => {
    const [count = 0, expected] = [now[kind], before[kind]]
    // What has no vector is not among those that are present.
    const extra = kind === 'unreadable' ? [count, expected] : [0, 0]
    const [total, totalBefore] = [now.present + extra[0]!, before.present + extra[1]!]
    const value = count / total
    const threshold = totalBefore > 0 ? expected / totalBefore : 0
    if (total === 0 || (threshold > 0 && total < minRecords)) return []
    const pValue = betaBinomialTail(count, total, expected, totalBefore)
    const what = kind === 'wrong_dimension' ? `${kinds[kind]} than ${now.dimension}` : kinds[kind]
    return [
      {
        feature: now.name,
        check: 'vector_schema_check',
        value,
        threshold,
        pValue,
        violated: threshold > 0 ? value > threshold && pValue < alpha / known.length : value > 0,
        description: `Vector requirement is not met. ${percent(value)} of ${total} ${kind === 'unreadable' ? 'records' : 'vectors'} are ${what}, ${percent(threshold)} were expected`,
      },
    ]
  })
}
