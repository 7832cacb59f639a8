import { expect, test } from 'vitest'
import { featureMetrics } from '../../../plugins/data-quality/metrics.ts'
import type { Finding } from '../../../runtime/plugin.ts'
import { statisticsOf } from './tables.ts'

const finding = (feature: string, check: string, value: number): Finding => ({
  feature,
  check,
  value,
  threshold: 0.5,
  violated: value > 0.5,
  description: '',
})

test('numbers, completeness and drift of each feature, in their order', () => {
  const { features } = statisticsOf([{ amount: ['1.5', '-2', null, '4'], kind: ['a', null, null, 'b'] }])
  const findings = [
    finding('amount', 'data_type_check', 1),
    finding('amount', 'baseline_drift_check', 0.25),
    finding('kind', 'baseline_drift_check', 0.75),
    finding('gone', 'baseline_drift_check', 1),
  ]
  expect(featureMetrics(features, findings)).toEqual([
    {
      name: 'feature_data_amount',
      feature: 'amount',
      value: { sampleCount: 3, sum: 3.5, minimum: -2, maximum: 4 },
    },
    { name: 'feature_non_null_amount', feature: 'amount', value: 0.75 },
    { name: 'feature_baseline_drift_amount', feature: 'amount', value: 0.25 },
    { name: 'feature_non_null_kind', feature: 'kind', value: 0.5 },
    { name: 'feature_baseline_drift_kind', feature: 'kind', value: 0.75 },
  ])
})

test('a distance of 0 is a metric too; without a comparison there is none', () => {
  const { features } = statisticsOf([{ x: ['1'] }])
  const names = (findings: Finding[]) => featureMetrics(features, findings).map(({ name }) => name)
  expect(names([finding('x', 'baseline_drift_check', 0)])).toContain('feature_baseline_drift_x')
  expect(names([])).toEqual(['feature_data_x', 'feature_non_null_x'])
})

test('values beyond a double have no sum, and a column without values only its completeness', () => {
  const { features } = statisticsOf([{ beyond: ['1e999'], none: [null], mixed: ['1'] }])
  expect(featureMetrics(features.slice(0, 2), [])).toEqual([
    { name: 'feature_non_null_beyond', feature: 'beyond', value: 1 },
    { name: 'feature_non_null_none', feature: 'none', value: 0 },
  ])
})

test('the number of samples is the number of values that the sum is made of', () => {
  const { features } = statisticsOf([{ x: ['1', '2', '1e999'] }])
  expect(featureMetrics(features, [])[0]!.value).toEqual({ sampleCount: 2, sum: 3, minimum: 1, maximum: 2 })
})
