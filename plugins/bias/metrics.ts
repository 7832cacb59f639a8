/**
 * The 8 metrics of observed outcomes and the 13 of predictions, from counts. `a` is the advantaged group, `d` the other;
 * 1 is the positive outcome. Sources: the published library amazon-sagemaker-clarify (Apache-2.0) for sign and order; Das
 * et al., Fairness measures for machine learning in finance (2021); T. Speicher et al. (2018) for the entropy index.
 */
import { minus, over } from './arithmetic.ts'

/** Rows of the same group, label and prediction. */
export interface Count {
  readonly disadvantaged: boolean
  readonly group: string
  readonly label: string
  readonly positive: boolean
  /** Undefined without predictions. */
  readonly predicted: boolean | undefined
  readonly rows: number
}

/** Rows of one side. */
export interface Side {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

type Where = Partial<Omit<Count, 'rows' | 'label'>>

function rows(counts: readonly Count[], where: Where = {}): number {
  let sum = 0
  for (const count of counts) {
    if (where.disadvantaged !== undefined && count.disadvantaged !== where.disadvantaged) continue
    if (where.positive !== undefined && count.positive !== where.positive) continue
    if (where.predicted !== undefined && count.predicted !== where.predicted) continue
    if (where.group !== undefined && count.group !== where.group) continue
    sum += count.rows
  }
  return sum
}

/** The counts with the prediction in place of the label. */
function ofPredictions(counts: readonly Count[]): Count[] {
  return counts.map((count) => ({ ...count, positive: count.predicted === true }))
}

/** Metrics of observed outcomes by short name; CDDL only with groups. */
export function preTrainingMetrics(counts: readonly Count[], grouped: boolean): Map<string, number> {
  const na = rows(counts, { disadvantaged: false })
  const nd = rows(counts, { disadvantaged: true })
  const { pa, pd } = distributions(counts)
  const differences = pa.map((p, i) => Math.abs(p - pd[i]!))
  const middle = pa.map((p, i) => (p + pd[i]!) / 2)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return new Map([
    ...(grouped ? [['CDDL', conditionalDisparity(counts)] as const] : []),
    ['CI', over(na - nd, na + nd)],
    ['DPL', differenceOfProportions(counts)],
    ['JS', (divergence(pa, middle) + divergence(pd, middle)) / 2],
    ['KL', divergence(pa, pd)],
    ['KS', Math.max(0, ...differences)],
    ['LP', Math.sqrt(sum(differences.map((x) => x * x)))],
    ['TVD', sum(differences) / 2],
  ])
}

function distributions(counts: readonly Count[]): { pa: number[]; pd: number[] } {
  const labels = [...new Set(counts.map(({ label }) => label))].sort()
  const share = (disadvantaged: boolean) => {
    const own = counts.filter((count) => count.disadvantaged === disadvantaged)
    const n = rows(own)
    return labels.map((label) => over(rows(own.filter((count) => count.label === label)), n))
  }
  return { pa: share(false), pd: share(true) }
}

/** Sum of p ln(p/q) over what occurs in both (S. Kullback and R. A. Leibler, 1951). */
function divergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, x, i) => (x === 0 || q[i] === 0 ? sum : sum + x * Math.log(x / q[i]!)), 0)
}

function differenceOfProportions(counts: readonly Count[]): number {
  const share = (disadvantaged: boolean) =>
    over(rows(counts, { disadvantaged, positive: true }), rows(counts, { disadvantaged }))
  return minus(share(false), share(true))
}

/** Demographic disparity of each group, weighted by its rows. */
function conditionalDisparity(counts: readonly Count[]): number {
  const groups = [...new Set(counts.map(({ group }) => group))].sort()
  let sum = 0
  for (const group of groups) {
    const own = counts.filter((count) => count.group === group)
    const part = (positive: boolean) => {
      const all = rows(own, { positive })
      return all === 0 ? 0 : rows(own, { positive, disadvantaged: true }) / all
    }
    sum += rows(own) * (part(false) - part(true))
  }
  return over(sum, rows(counts))
}

/** Metrics of predictions by short name; CDDPL only with groups. The flip test is not among them: it needs the rows. */
export function postTrainingMetrics(counts: readonly Count[], grouped: boolean): Map<string, number> {
  const predictions = ofPredictions(counts)
  const a = side(counts, false)
  const d = side(counts, true)
  const accuracy = ({ tp, fp, fn, tn }: Side) => over(tp + tn, tp + fp + fn + tn)
  const recall = ({ tp, fn }: Side) => over(tp, tp + fn)
  const precision = ({ tp, fp }: Side) => over(tp, tp + fp)
  const specificity = ({ tn, fp }: Side) => over(tn, tn + fp)
  const rejection = ({ tn, fn }: Side) => over(tn, tn + fn)
  const acceptance = ({ tp, fp, fn }: Side) => over(tp + fn, tp + fp)
  const refusal = ({ tn, fp, fn }: Side) => over(tn + fp, tn + fn)
  const share = ({ tp, fp, fn, tn }: Side) => over(tp + fp, tp + fp + fn + tn)
  return new Map([
    ['AD', minus(accuracy(a), accuracy(d))],
    ...(grouped ? [['CDDPL', conditionalDisparity(predictions)] as const] : []),
    ['DAR', minus(precision(a), precision(d))],
    ['DCA', minus(acceptance(a), acceptance(d))],
    ['DCR', minus(refusal(d), refusal(a))],
    ['DI', over(share(d), share(a))],
    ['DPPL', differenceOfProportions(predictions)],
    ['DRR', minus(rejection(d), rejection(a))],
    ['GE', generalizedEntropy(counts)],
    ['RD', minus(recall(a), recall(d))],
    ['SD', minus(specificity(d), specificity(a))],
    ['TE', minus(over(d.fn, d.fp), over(a.fn, a.fp))],
  ])
}

function side(counts: readonly Count[], disadvantaged: boolean): Side {
  const at = (positive: boolean, predicted: boolean) => rows(counts, { disadvantaged, positive, predicted })
  return { tp: at(true, true), fp: at(false, true), fn: at(true, false), tn: at(false, false) }
}

/** Half the squared variation of the benefits prediction − label + 1. */
function generalizedEntropy(counts: readonly Count[]): number {
  const benefit = ({ positive, predicted }: Count) => Number(predicted === true) - Number(positive) + 1
  const n = rows(counts)
  const mean = over(
    counts.reduce((sum, count) => sum + count.rows * benefit(count), 0),
    n,
  )
  const sum = counts.reduce((total, count) => total + count.rows * (over(benefit(count), mean) ** 2 - 1), 0)
  return over(sum, 2 * n)
}
