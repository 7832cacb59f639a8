import { expect, test } from 'vitest'
import type { Constraints } from '../../../contracts/types.generated.ts'
import { isConstraints } from '../../../contracts/validators.generated.ts'
import { suggestConstraints } from '../../../plugins/data-quality/suggest.ts'
import { checkConfigs, defaultChecks } from '../../../runtime/check-config.ts'
import { statisticsOf } from './tables.ts'

const suggest = (texts: (string | null)[], maxCategories = 120) =>
  suggestConstraints(statisticsOf([{ x: texts }], undefined, { maxCategories }).features, undefined)
    .features[0]

test.each([
  [
    ['1', '0', null, '3'],
    { inferred_type: 'Integral', completeness: 0.75, num_constraints: { is_non_negative: true } },
  ],
  [
    ['1.5', '-0.1'],
    { inferred_type: 'Fractional', completeness: 1, num_constraints: { is_non_negative: false } },
  ],
  [
    ['b', 'a', 'b'],
    { inferred_type: 'String', completeness: 1, string_constraints: { domains: ['a', 'b'] } },
  ],
  [
    ['true', 'false'],
    { inferred_type: 'String', completeness: 1, string_constraints: { domains: ['false', 'true'] } },
  ],
  [[null, null], { inferred_type: 'Unknown', completeness: 0 }],
  [['1e999'], { inferred_type: 'Fractional', completeness: 1 }],
])('%j', (texts, expected) => {
  expect(suggest(texts as (string | null)[])).toEqual({ name: 'x', ...expected })
})

test('more categories than allowed: no domain', () => {
  expect(suggest(['a', 'b', 'c'], 2)).toEqual({ name: 'x', inferred_type: 'String', completeness: 1 })
})

test('the settings are those of every recorded file, and resolve to our defaults', () => {
  const suggested = suggestConstraints([], undefined)
  expect(suggested).toEqual({
    features: [],
    monitoring_config: {
      evaluate_constraints: 'Enabled',
      emit_metrics: 'Enabled',
      datatype_check_threshold: 1,
      domain_content_threshold: 1,
      distribution_constraints: {
        perform_comparison: 'Enabled',
        comparison_threshold: 0.1,
        comparison_method: 'Robust',
        categorical_comparison_threshold: 0.1,
        categorical_drift_method: 'LInfinity',
      },
    },
  })
  expect(isConstraints({ version: 0, ...suggested })).toBe(true)
  expect(checkConfigs(suggested as Constraints)()).toEqual(defaultChecks)
})

test.each([
  ['ChiSquared', 'ChiSquared'],
  ['LInfinity', 'LInfinity'],
  ['', 'LInfinity'],
])('categorical_drift_method %j', (variable, written) => {
  const { monitoring_config } = suggestConstraints([], variable)
  expect(monitoring_config!.distribution_constraints!.categorical_drift_method).toBe(written)
})

test('leaves the statistics as they are', () => {
  const { features } = statisticsOf([{ x: ['c', 'c', 'a'], y: ['1', '2', '3'] }])
  const before = structuredClone(features)
  suggestConstraints(features, undefined)
  expect(features).toEqual(before)
})
