import { describe, expect, test } from 'vitest'
import { inferType, typeMatch } from '../../../plugins/data-quality/summarize.ts'
import type { FeatureStatistics } from '../../../runtime/plugin.ts'
import { baselineOf, statisticsOf, type Table } from './tables.ts'

const summary = (texts: (string | null)[], maxCategories = 120): FeatureStatistics =>
  statisticsOf([{ x: texts }], undefined, { maxCategories }).features[0]!

describe('type of a column', () => {
  test.each([
    [[null, null], 'Unknown'],
    [[], 'Unknown'],
    [['1', '-2', '+3', '- 4', null], 'Integral'],
    [['10002.0', '1'], 'Fractional'],
    [['1e3'], 'Fractional'],
    [['1', '2.5', 'x'], 'String'],
    [['true', 'false'], 'String'],
    [['true', '1'], 'String'],
    [['.5'], 'String'],
    [[''], 'String'],
  ])('%j: %s', (texts, type) => {
    const table: Table = { x: texts as (string | null)[], y: ['1'] }
    expect(statisticsOf([table]).features[0]!.inferred_type).toBe(type)
  })

  test('of counts per class', () => {
    expect(inferType(Float64Array.of(9, 0, 0, 0, 0))).toBe('Unknown')
    expect(inferType(Float64Array.of(0, 5, 0, 0, 0))).toBe('Integral')
    expect(inferType(Float64Array.of(0, 5, 1, 0, 0))).toBe('Fractional')
    expect(inferType(Float64Array.of(0, 5, 1, 1, 0))).toBe('String')
    expect(inferType(Float64Array.of(0, 5, 1, 0, 1))).toBe('String')
  })
})

test('share of values that fit a type: whole numbers fit Fractional, everything fits String', () => {
  const classes = { Integral: 5, Fractional: 3, Boolean: 1, String: 1 }
  expect(typeMatch(classes, 'Integral')).toBe(0.5)
  expect(typeMatch(classes, 'Fractional')).toBe(0.8)
  expect(typeMatch(classes, 'String')).toBe(1)
  expect(typeMatch({ String: 2 }, 'Integral')).toBe(0)
})

describe('statistics of a feature', () => {
  test('numbers', () => {
    expect(summary(['1', null, '4', '2.5', '4'])).toEqual({
      name: 'x',
      inferred_type: 'Fractional',
      numerical_statistics: {
        common: { num_present: 4, num_missing: 1 },
        mean: 2.875,
        sum: 11.5,
        std_dev: Math.sqrt((1.875 ** 2 + 2 * 1.125 ** 2 + 0.375 ** 2) / 4),
        min: 1,
        max: 4,
        distribution: {
          kll: {
            buckets: [1, 0, 0, 0, 0, 1, 0, 0, 0, 2].map((count, i) => ({
              lower_bound: 1 + (3 * i) / 10,
              upper_bound: 1 + (3 * (i + 1)) / 10,
              count,
            })),
            sketch: { parameters: { c: 0.64, k: 2048 }, data: [[1, 4, 2.5, 4]] },
          },
        },
        approximate_num_distinct_values: 3,
        completeness: 0.8,
      },
      custom: { 'data-quality': { value_classes: { Integral: 3, Fractional: 1 } } },
    })
  })

  test('texts, the most frequent first, then by text', () => {
    expect(summary(['b', 'c', 'a', 'b', 'true', null])).toEqual({
      name: 'x',
      inferred_type: 'String',
      string_statistics: {
        common: { num_present: 5, num_missing: 1 },
        distinct_count: 4,
        distribution: {
          categorical: {
            buckets: [
              { value: 'b', count: 2 },
              { value: 'a', count: 1 },
              { value: 'c', count: 1 },
              { value: 'true', count: 1 },
            ],
          },
        },
        completeness: 5 / 6,
      },
      custom: { 'data-quality': { value_classes: { Boolean: 1, String: 4 } } },
    })
  })

  test('more categories than allowed: a distinct count without a distribution', () => {
    const texts = ['a', 'b', 'a', '1', '2.0', 'true']
    expect(summary(texts, 5).string_statistics).toHaveProperty('distribution')
    expect(summary(texts, 4).string_statistics).toEqual({
      common: { num_present: 6, num_missing: 0 },
      distinct_count: 5,
      completeness: 1,
    })
  })

  test('no value at all: Unknown, with an empty text section', () => {
    expect(summary([null, null])).toEqual({
      name: 'x',
      inferred_type: 'Unknown',
      string_statistics: { common: { num_present: 0, num_missing: 2 }, distinct_count: 0, completeness: 0 },
      custom: { 'data-quality': { value_classes: {} } },
    })
  })

  test('only numbers beyond a double: present, but nothing to compute with', () => {
    expect(summary(['1e999', '-1e999'])).toEqual({
      name: 'x',
      inferred_type: 'Fractional',
      numerical_statistics: {
        common: { num_present: 2, num_missing: 0 },
        approximate_num_distinct_values: 0,
        completeness: 1,
      },
      custom: { 'data-quality': { value_classes: { Fractional: 2 } } },
    })
  })

  test('a sum beyond a double is the largest one: JSON holds no infinity', () => {
    const { sum, mean } = summary(['1.5e308', '1.5e308']).numerical_statistics!
    expect([sum, mean]).toEqual([Number.MAX_VALUE, 1.5e308])
    expect(summary(['-1.5e308', '-1.5e308']).numerical_statistics!.sum).toBe(-Number.MAX_VALUE)
    expect(summary(['-1.5e308', '1.5e308']).numerical_statistics!.std_dev).toBeLessThanOrEqual(
      Number.MAX_VALUE,
    )
  })

  test('one value: buckets without width, everything in the last', () => {
    const { buckets } = summary(['7', '7']).numerical_statistics!.distribution!.kll!
    expect(buckets!.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    expect(buckets!.every(({ lower_bound, upper_bound }) => lower_bound === 7 && upper_bound === 7)).toBe(
      true,
    )
  })

  test('a column that is not in every batch has missing values in the others', () => {
    const { features } = statisticsOf([{ x: ['1'] }, { y: ['a', 'b'] }, { x: ['2'], y: [null] }])
    expect(features.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(features[0]!.numerical_statistics!.common).toEqual({ num_present: 2, num_missing: 2 })
    expect(features[1]!.string_statistics!.common).toEqual({ num_present: 2, num_missing: 2 })
  })

  test('no rows: no features', () => expect(statisticsOf([{}])).toEqual({ features: [] }))
})

test('with a domain in the baseline, values inside it are counted, and numbers also as categories', () => {
  const domains = (...domains: string[]) => ({ string_constraints: { domains } })
  const baseline = baselineOf({
    features: [
      { name: 'code', ...domains('1', '2', 'none') },
      { name: 'text', ...domains('a') },
      { name: 'free' },
    ],
  })
  const details = statisticsOf(
    [{ code: ['2', '1', '2', '02'], text: ['a', 'b', null, 'a'], free: ['1', '1', '1', '1'] }],
    baseline,
  ).features.map(({ custom }) => custom!['data-quality' as keyof typeof custom])
  expect(details).toEqual([
    {
      value_classes: { Integral: 4 },
      in_domain: 3,
      categories: [
        { value: '2', count: 2 },
        { value: '02', count: 1 },
        { value: '1', count: 1 },
      ],
    },
    { value_classes: { String: 3 }, in_domain: 2 },
    { value_classes: { Integral: 4 } },
  ])
})
