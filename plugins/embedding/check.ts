/** Findings of vector features: drift, and vectors that cannot be right. */
import { percent, shownP } from '../../runtime/distances/shown-numbers.ts'
import {
  countOf,
  type DriftSettings,
  faultFinding,
  missingFinding,
  verdict,
} from '../../runtime/drift/index.ts'
import { otherModel } from '../../runtime/models/asked-model.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'
import type { Drift, VectorStatistics } from './summarize.ts'

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
  const difference = otherModel(now.model, then['model'])
  if (difference !== undefined) return [modelFinding(now, difference)]
  const gone = missingFinding(now, now.present + (now.unreadable ?? 0), then, 'present', 'vectors', settings)
  if (gone) return [gone]
  const drift = verdict(now, 'baseline_drift_check', 'vectors', settings.minRecords, (drift) => [
    driftFinding(now, drift, settings),
  ])
  return [...drift, ...faults(now, then, settings)]
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
  invalid: { are: 'have NaN or infinite numbers', cause: 'the model overflows, or divides by zero' },
  zero: { are: 'are of zeros', cause: 'the model got nothing, or a fallback answered' },
  wrong_dimension: { are: 'are of another dimension', cause: 'another model made them' },
  unreadable: { are: 'are nothing that the model can read', cause: 'another kind of input is sent' },
} as const
type Kind = keyof typeof kinds

/** Vectors that cannot be right: any, where the baseline had none; else more than chance explains. */
function faults(
  now: VectorStatistics,
  before: Record<string, unknown>,
  { alpha, minRecords }: DriftSettings,
): Finding[] {
  const known = (Object.keys(kinds) as Kind[]).filter((kind) => kind !== 'unreadable' || now.model)
  return known.flatMap((kind) => {
    const [count = 0, expected] = [now[kind], countOf(before, kind)]
    // What has no vector is not among those that are present.
    const extra = kind === 'unreadable' ? [count, expected] : [0, 0]
    const [of, beforeOf] = [now.present + extra[0]!, countOf(before, 'present') + extra[1]!]
    if (of === 0 || (expected > 0 && beforeOf > 0 && of < minRecords)) return []
    const { are, cause } = kinds[kind]
    return [
      faultFinding({
        feature: now.name,
        check: 'vector_schema_check',
        what: 'Vector requirement is not met',
        things: kind === 'unreadable' ? 'records' : 'vectors',
        are: kind === 'wrong_dimension' ? `${are} than ${now.dimension}` : are,
        cause,
        count,
        of,
        before: expected,
        beforeOf,
        level: alpha / known.length,
        hard: true,
      }),
    ]
  })
}
