/** Attributions against the baseline's: does the order of the features still hold? */

import { type AskedModel, otherModel } from '../../runtime/models/asked-model.ts'
import type { Baseline, ConstraintsPart, Finding, Metric, StatisticsPart } from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'

/** One label of the layout of analysis.json. */
export type LabelEntry = { global_shap_values: { [feature: string]: number }; expected_value?: number }
export type Explanations = { kernel_shap: { [label: string]: LabelEntry } }

/**
 * Normalised discounted cumulative gain (K. Järvelin and J. Kekäläinen, 2002) of the live order, with the baseline's
 * attributions as gains: 1 when both orders agree.
 * @param baseline attributions by feature
 * @param live the same of today; features that it lacks come last
 */
export function ndcg(
  baseline: Readonly<Record<string, number>>,
  live: Readonly<Record<string, number>>,
): number {
  const gains = Object.entries(baseline)
  const place = (name: string) => (Object.hasOwn(live, name) ? live[name]! : Number.NEGATIVE_INFINITY)
  const gain = (order: readonly (readonly [string, number])[]) =>
    order.reduce((sum, [, value], i) => sum + value / Math.log2(i + 2), 0)
  const ideal = gain(gains.toSorted(([, a], [, b]) => b - a))
  if (ideal === 0) return 1
  return gain(gains.toSorted(([a], [b]) => place(b) - place(a))) / ideal
}

/** Attributions of another model may be in another order without any drift of the data. */
export function checkModel(
  model: AskedModel | undefined,
  { constraints, statistics }: Baseline<StatisticsPart, ConstraintsPart>,
): Finding[] {
  const custom = (constraints?.custom ?? statistics?.custom) as { model?: unknown } | undefined
  // A baseline without this analyzer's own part does not say which model it asked.
  if (custom === undefined) return []
  const difference = otherModel(model, custom.model)
  if (difference === undefined) return []
  return [
    {
      feature: 'model',
      subject: { metric_name: 'model' },
      check: 'model_check',
      value: Number.NaN,
      threshold: Number.NaN,
      violated: true,
      description: `Model requirement is not met: ${difference}. Make the baseline anew with the model in use`,
    },
  ]
}

export function checkExplanations(
  explanations: Explanations | undefined,
  baseline: Baseline<StatisticsPart, ConstraintsPart>,
  threshold: number,
): Finding[] {
  const expected = (baseline.constraints?.sections?.['explanations'] as Partial<Explanations> | undefined)
    ?.kernel_shap
  return Object.entries(explanations?.kernel_shap ?? {}).flatMap(([label, { global_shap_values }]) => {
    const entry = expected !== undefined && Object.hasOwn(expected, label) ? expected[label] : undefined
    const gains = entry?.global_shap_values
    if (gains === undefined || !Object.values(gains).every(Number.isFinite)) return []
    const value = ndcg(gains, global_shap_values)
    return [
      {
        feature: label,
        subject: { label, metric_name: 'shap' },
        check: 'feature_attribution_drift_check',
        value,
        threshold,
        violated: value < threshold,
        description: `Feature attribution drift ${formatDouble(value)} exceeds threshold ${formatDouble(threshold)}`,
      },
    ]
  })
}

/** One line per feature and label, and the expected value. */
export function attributionMetrics(explanations: Explanations | undefined): Metric[] {
  return Object.entries(explanations?.kernel_shap ?? {}).flatMap(([label, entry]) => {
    const dimensions = (ValueType: string) => ({
      ExplainabilityMethod: 'KernelShap',
      Label: label,
      ValueType,
    })
    return [
      ...Object.entries(entry.global_shap_values).map(([feature, value]) => ({
        name: `feature_${feature}`,
        value,
        dimensions: dimensions('GlobalShapValues'),
      })),
      ...(entry.expected_value === undefined
        ? []
        : [{ name: 'ExpectedValue', value: entry.expected_value, dimensions: dimensions('ExpectedValue') }]),
    ]
  })
}
