/** Metrics → suggested constraints, and metrics against constraints → findings in the recorded texts. */
import type { Baseline, ConstraintsPart, Finding, StatisticsPart } from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'
import type { Problem } from './rows.ts'
import type { Value } from './summarize.ts'

type Operator = 'LessThanThreshold' | 'GreaterThanThreshold'

/** The key of a kind of model in both files. */
export const kinds: Readonly<Record<Problem, string>> = {
  Regression: 'regression',
  BinaryClassification: 'binary_classification',
  MulticlassClassification: 'multiclass_classification',
}

/** The metrics that get a constraint, in the order of the recorded files. */
const constrained: Readonly<Record<Problem, Readonly<Record<string, Operator>>>> = {
  Regression: {
    mae: 'GreaterThanThreshold',
    mse: 'GreaterThanThreshold',
    rmse: 'GreaterThanThreshold',
    r2: 'LessThanThreshold',
  },
  BinaryClassification: {
    recall: 'LessThanThreshold',
    precision: 'LessThanThreshold',
    accuracy: 'LessThanThreshold',
    true_positive_rate: 'LessThanThreshold',
    true_negative_rate: 'LessThanThreshold',
    false_positive_rate: 'GreaterThanThreshold',
    false_negative_rate: 'GreaterThanThreshold',
    auc: 'LessThanThreshold',
    f0_5: 'LessThanThreshold',
    f1: 'LessThanThreshold',
    f2: 'LessThanThreshold',
  },
  MulticlassClassification: {
    accuracy: 'LessThanThreshold',
    weighted_recall: 'LessThanThreshold',
    weighted_precision: 'LessThanThreshold',
    weighted_f0_5: 'LessThanThreshold',
    weighted_f1: 'LessThanThreshold',
    weighted_f2: 'LessThanThreshold',
  },
}

/** Metrics by name, as far as they are numbers. */
export function valuesOf(metrics: { readonly [name: string]: unknown } | undefined): Map<string, Value> {
  const values = Object.entries(metrics ?? {}).filter(
    (entry): entry is [string, Value] => typeof (entry[1] as Value | null)?.value === 'number',
  )
  return new Map(values)
}

/** The baseline's own values, without a margin. */
export function suggestConstraints(problem: Problem, values: ReadonlyMap<string, Value>): ConstraintsPart {
  const entries = Object.entries(constrained[problem]).flatMap(([name, comparison_operator]) => {
    const value = values.get(name)?.value
    return value === undefined ? [] : [[name, { threshold: value, comparison_operator }] as const]
  })
  return entries.length === 0
    ? {}
    : { sections: { [`${kinds[problem]}_constraints`]: Object.fromEntries(entries) } }
}

/** Every constraint whose metric has a value; a value at the threshold is none. */
export function checkMetrics(
  problem: Problem,
  values: ReadonlyMap<string, Value>,
  baseline: Baseline<StatisticsPart, ConstraintsPart>,
): Finding[] {
  const section = baseline.constraints?.sections?.[`${kinds[problem]}_constraints`]
  const constraints = Object.entries((section ?? {}) as Record<string, unknown>)
  return constraints.flatMap(([name, constraint]) => {
    const { threshold, comparison_operator: check } = (constraint ?? {}) as {
      threshold?: unknown
      comparison_operator?: unknown
    }
    const found = values.get(name)
    if (found === undefined || typeof threshold !== 'number') return []
    if (check !== 'LessThanThreshold' && check !== 'GreaterThanThreshold') return []
    const spread = found.standard_deviation ?? Number.NaN
    const metric = recordedName(name)
    return [
      {
        feature: metric,
        subject: { metric_name: metric },
        check,
        value: found.value,
        threshold,
        violated: check === 'LessThanThreshold' ? found.value < threshold : found.value > threshold,
        description: `Metric ${metric} with ${formatDouble(found.value)} +/- ${formatDouble(Number(spread))} was ${check} '${formatDouble(threshold)}'`,
      },
    ]
  })
}

/** The rates have names in camel case in violations. */
function recordedName(name: string): string {
  return /_rate$/.test(name) ? name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) : name
}
