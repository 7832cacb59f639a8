/** Counts → the layout of analysis.json. */
import { formatDouble } from '../../runtime/report/double.ts'
import { bootstrapErrors } from './bootstrap.ts'
import { cellOf, type FacetCounts, isPositive, isThresholded, type State } from './cells.ts'
import { sampleOf } from './flip-rows.ts'
import { flipTest } from './flip-test.ts'
import { type Count, postTrainingMetrics, preTrainingMetrics } from './metrics.ts'
import type { Facet } from './settings.ts'
import { isContinuous } from './values.ts'

/** A metric as the file holds it; infinite values are texts, because JSON has no number for them. */
export type MetricEntry = {
  name: string
  description: string
  value: number | 'Infinity' | '-Infinity' | null
  error?: string
  /** With the bootstrap option. */
  standard_error?: number
}

export type FacetEntry = { value_or_threshold: string; metrics: MetricEntry[] }

export type Stage = {
  label: string
  facets: { [facet: string]: FacetEntry[] }
  label_value_or_threshold: string
}

export type Report = { post_training_bias_metrics?: Stage; pre_training_bias_metrics?: Stage }

const descriptions: Readonly<Record<string, string>> = {
  AD: 'Accuracy Difference (AD)',
  CDDL: 'Conditional Demographic Disparity in Labels (CDDL)',
  CDDPL: 'Conditional Demographic Disparity in Predicted Labels (CDDPL)',
  CI: 'Class Imbalance (CI)',
  DAR: 'Difference in Acceptance Rates (DAR)',
  DCA: 'Difference in Conditional Acceptance (DCA)',
  DCR: 'Difference in Conditional Rejection (DCR)',
  DI: 'Disparate Impact (DI)',
  DPL: 'Difference in Positive Proportions in Labels (DPL)',
  DPPL: 'Difference in Positive Proportions in Predicted Labels (DPPL)',
  DRR: 'Difference in Rejection Rates (DRR)',
  FT: 'Flip Test (FT)',
  GE: 'Generalized Entropy (GE)',
  JS: 'Jensen-Shannon Divergence (JS)',
  KL: 'Kullback-Liebler Divergence (KL)',
  KS: 'Kolmogorov-Smirnov Distance (KS)',
  LP: 'L-p Norm (LP)',
  RD: 'Recall Difference (RD)',
  SD: 'Specificity Difference (SD)',
  TE: 'Treatment Equality (TE)',
  TVD: 'Total Variation Distance (TVD)',
}

const noGroup = 'Group variable is empty or not provided'
const noValues = 'Facet has too many different values: give value_or_threshold'
/** Most values that are groups in turn, of a facet of which none are named. */
const mostGroups = 100

/** One group of a facet: its text, and which keys of cells belong to it. */
interface Group {
  readonly text: string
  readonly holds: (facetKey: string) => boolean
  /** Why it has no metrics. */
  readonly problem?: string
}

export function reportOf(state: State): Report {
  if (state.rows === 0) return {}
  const { pre, post } = state.settings
  return {
    ...(post.length > 0 ? { post_training_bias_metrics: stageOf(state, 'post', post) } : {}),
    ...(pre.length > 0 ? { pre_training_bias_metrics: stageOf(state, 'pre', pre) } : {}),
  }
}

function stageOf(state: State, stage: 'pre' | 'post', names: readonly string[]): Stage {
  const { settings } = state
  const facets = settings.facets.flatMap((facet, i) =>
    groupsOf(facet, state.facets[i]!).map((group) => ({
      name: facet.name,
      entry: { value_or_threshold: group.text, metrics: entries(state, stage, names, i, group) },
    })),
  )
  // One column may be several facets, by other values.
  const byName = Map.groupBy(facets, ({ name }) => name)
  return {
    label: settings.label,
    facets: Object.fromEntries([...byName].map(([name, own]) => [name, own.map(({ entry }) => entry)])),
    label_value_or_threshold: isThresholded(state)
      ? interval(settings.threshold!, state.label.maximum)
      : settings.positives.join(','),
  }
}

function groupsOf(facet: Facet, { values, cells }: FacetCounts): Group[] {
  const { threshold } = facet
  if (facet.values === undefined) {
    const found = [...new Set([...cells.keys()].map((key) => cellOf(key).facet))].sort(byNumber)
    if (found.length > mostGroups) return [{ text: '', holds: () => false, problem: noValues }]
    return found.map((text) => ({ text, holds: (key) => key === text }))
  }
  if (threshold !== undefined && isContinuous(values))
    return [{ text: interval(threshold, values.maximum), holds: (key) => key[1] === '1' }]
  return [{ text: facet.values.join(','), holds: (key) => key[0] === '1' }]
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function interval(threshold: number, maximum: number): string {
  return `(${threshold}, ${maximum}]`
}

function entries(
  state: State,
  stage: 'pre' | 'post',
  names: readonly string[],
  i: number,
  group: Group,
): MetricEntry[] {
  const { settings, bootstrap } = state
  const counts = countsOf(state, stage, i, group)
  const problem = group.problem ?? problemOf(state, i, counts)
  const compute = stage === 'pre' ? preTrainingMetrics : postTrainingMetrics
  const grouped = settings.group !== undefined && counts.some((count) => count.group !== '')
  const metrics = problem === undefined ? new Map(compute(counts, grouped)) : new Map<string, number>()
  const errors =
    bootstrap > 0 && problem === undefined
      ? bootstrapErrors(counts, (some) => compute(some, grouped), bootstrap)
      : new Map<string, number>()
  if (problem === undefined && names.includes('FT')) metrics.set('FT', flipped(state, i, group))
  return names.map((name) => {
    const value = metrics.get(name)
    const description = descriptions[name]!
    if (value === undefined) return { name, description, value: null, error: problem ?? noGroup }
    const error = errors.get(name)
    return {
      name,
      description,
      value: numberOrText(value),
      ...(error === undefined ? {} : { standard_error: error }),
    }
  })
}

function numberOrText(value: number): number | 'Infinity' | '-Infinity' {
  if (Number.isFinite(value)) return value
  return value > 0 ? 'Infinity' : '-Infinity'
}

/** Cells in an order of their own, so that sums do not depend on which came first. */
function countsOf(state: State, stage: 'pre' | 'post', i: number, group: Group): Count[] {
  const flag = isThresholded(state) ? 1 : 0
  const facets = (stage === 'post' ? state.answered : undefined) ?? state.facets
  return [...facets[i]!.cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const cell = cellOf(key)
      return {
        disadvantaged: group.holds(cell.facet),
        group: cell.group,
        label: isThresholded(state) ? String(isPositive(state, cell.label)) : cell.label,
        positive: isPositive(state, cell.label),
        predicted: cell.predicted === '' ? undefined : cell.predicted[flag] === '1',
        rows,
      }
    })
}

function problemOf({ facets, answered }: State, i: number, counts: readonly Count[]): string | undefined {
  const { seen, overflow } = facets[i]!
  if (!seen) return 'Facet column is not in the data'
  if (overflow || answered?.[i]?.overflow) return 'Facet and group have too many different values'
  if (!counts.some(({ disadvantaged, rows }) => disadvantaged && rows > 0)) return 'Facet set is empty'
  if (!counts.some(({ disadvantaged, rows }) => !disadvantaged && rows > 0))
    return 'Negated Facet set is empty'
  return undefined
}

function flipped(state: State, i: number, group: Group): number {
  const flag = isThresholded(state) ? 1 : 0
  const { rows, places } = sampleOf(state.flip, state.settings.facets[i]!.name)
  const isOne = (row: { predicted: string }) => row.predicted[flag] === '1'
  const own = (row: { facets: readonly string[] }) => group.holds(row.facets[i]!)
  return flipTest(
    rows.filter((row) => !own(row)),
    rows.filter(own),
    places,
    isOne,
  )
}

/** The number of an entry, of any file of this layout; NaN when there is none. */
export function valueOfEntry(entry: { readonly value?: unknown } | undefined): number {
  const value = entry?.value
  if (typeof value === 'number') return value
  return value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : Number.NaN
}

/** Text of a metric in violations. */
export function textOfValue(value: number): string {
  return formatDouble(value)
}
