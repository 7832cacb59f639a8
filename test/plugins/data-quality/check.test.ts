import { describe, expect, test } from 'vitest'
import type { Constraints, FeatureConstraints, MonitoringConfig } from '../../../contracts/types.generated.ts'
import { checkFeatures } from '../../../plugins/data-quality/check.ts'
import type { Finding } from '../../../runtime/plugin.ts'
import { baselineOf, statisticsOf, type Table } from './tables.ts'

interface Given {
  features?: FeatureConstraints[]
  config?: MonitoringConfig
  /** Rows of the baseline, for its statistics. */
  before?: Table
  distances?: 'exact' | 'deequ'
}

function check(now: Table, { features, config, before, distances = 'exact' }: Given): Finding[] {
  const constraints: Constraints | undefined = features && {
    features,
    ...(config ? { monitoring_config: config } : {}),
  }
  const baseline = baselineOf(constraints, before && statisticsOf([before]))
  return checkFeatures(statisticsOf([now], baseline).features, baseline, distances)
}

const of = (findings: readonly Finding[], check: string, feature = 'x') =>
  findings.find((finding) => finding.check === check && finding.feature === feature)

const repeat = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([text, count]) => Array<string>(count).fill(text))

describe('data_type_check', () => {
  const type = (
    inferred_type: 'Integral' | 'Fractional' | 'String' | 'Unknown',
    threshold: number,
    texts: string[],
  ) =>
    of(
      check(
        { x: texts },
        { features: [{ name: 'x', inferred_type }], config: { datatype_check_threshold: threshold } },
      ),
      'data_type_check',
    )

  test.each([
    [['1', '2', '3', 'x'], 0.75, false],
    [['1', '2', 'x', 'x'], 0.75, true],
    [['1', '2', '3', '4'], 0.75, false],
    [['1', '2', '3', '4'], 1, false],
    [['1', '2', '3', '4.0'], 1, true],
    [['x'], 0, false],
  ])('%j against %d: violated %s', (texts, threshold, violated) => {
    const value = texts.filter((text) => /^\d$/.test(text)).length / texts.length
    expect(type('Integral', threshold, texts)).toMatchObject({ value, threshold, violated })
  })

  test('whole numbers fit Fractional, everything fits String', () => {
    expect(type('Fractional', 1, ['1', '2.5'])).toMatchObject({ value: 1, violated: false })
    expect(type('Fractional', 1, ['1', '2.5', 'true', 'x'])).toMatchObject({ value: 0.5, violated: true })
    expect(type('String', 1, ['1', 'true'])).toMatchObject({ value: 1, violated: false })
  })

  test('there is nothing to check against Unknown, nor without a value', () => {
    expect(type('Unknown', 1, ['x'])).toBeUndefined()
    expect(
      check({ x: [null] }, { features: [{ name: 'x', inferred_type: 'Integral' }] }).map(
        ({ check }) => check,
      ),
    ).not.toContain('data_type_check')
    expect(of(check({ x: ['1'] }, { features: [{ name: 'x' }] }), 'data_type_check')).toBeUndefined()
  })

  test('the text', () => {
    expect(type('Integral', 0.9, ['1', '2', 'x'])!.description).toBe(
      'Data type match requirement is not met. Expected data type: Integral, Expected match: 90.0%. Observed: Only 66.66666666666666% of data is Integral.',
    )
  })
})

describe('completeness_check', () => {
  const completeness = (threshold: number, texts: (string | null)[]) =>
    of(check({ x: texts }, { features: [{ name: 'x', completeness: threshold }] }), 'completeness_check')

  test.each([
    [0.75, ['1', '2', '3', null], false],
    [0.75, ['1', '2', null, null], true],
    [0.75, ['1', '2', '3', '4'], false],
    [1, ['a', null], true],
    [0.1, [null, null], true],
    [0, [null, null], false],
  ])('at least %d of %j: violated %s', (threshold, texts, violated) => {
    const value = texts.filter((text) => text !== null).length / texts.length
    expect(completeness(threshold, texts)).toMatchObject({ value, threshold, violated })
  })

  test('without a constraint there is nothing to check', () => {
    expect(of(check({ x: [null, '1'] }, { features: [{ name: 'x' }] }), 'completeness_check')).toBeUndefined()
  })

  test('the text', () => {
    expect(completeness(1, ['1', null])!.description).toBe(
      'Data completeness requirement is not met. Expected completeness: 100.0%. Observed: Only 50.0% of data is present.',
    )
  })
})

describe('categorical_values_check', () => {
  const domain = (threshold: number, texts: (string | null)[], domains = ['a', '1']) =>
    of(
      check(
        { x: texts },
        {
          features: [{ name: 'x', string_constraints: { domains } }],
          config: { domain_content_threshold: threshold },
        },
      ),
      'categorical_values_check',
    )

  test.each([
    [0.75, ['a', 'a', '1', 'z'], false],
    [0.75, ['a', 'a', 'z', 'z'], true],
    [0.75, ['a', 'a', '1', '1'], false],
    [1, ['a', null, null], false],
    [1, ['01'], true],
  ])('at least %d of %j: violated %s', (threshold, texts, violated) => {
    const present = texts.filter((text) => text !== null)
    const value = present.filter((text) => text === 'a' || text === '1').length / present.length
    expect(domain(threshold, texts)).toMatchObject({ value, threshold, violated })
  })

  test('without a value there is nothing to check, without a domain neither', () => {
    expect(domain(1, [null])).toBeUndefined()
    expect(of(check({ x: ['a'] }, { features: [{ name: 'x' }] }), 'categorical_values_check')).toBeUndefined()
    expect(domain(1, ['a'], [])).toMatchObject({ value: 0, violated: true })
  })

  test('counts values inside the domain also when there are too many categories to list', () => {
    const texts = Array.from({ length: 200 }, (_, i) => `t${i}`)
    expect(domain(1, texts, ['t0', 't199'])).toMatchObject({ value: 0.01, violated: true })
  })

  test('the text', () => {
    expect(domain(0.9, ['a', 'z'])!.description).toBe(
      'Categorical values requirement is not met. Expected match: 90.0%. Observed: Only 50.0% of data is in the baseline domain.',
    )
  })
})

describe('missing_column_check and extra_column_check', () => {
  const columns = (now: string[], before: string[]) =>
    check(Object.fromEntries(now.map((name) => [name, ['1']])), {
      features: before.map((name) => ({ name })),
    }).slice(0, 2)

  test('same columns in another order: both met', () => {
    expect(columns(['b', 'a'], ['a', 'b'])).toMatchObject([
      { feature: 'Missing columns', check: 'missing_column_check', value: 2, threshold: 2, violated: false },
      { feature: 'Extra columns', check: 'extra_column_check', value: 2, threshold: 2, violated: false },
    ])
  })

  test('one missing, one extra: both violated, with their names', () => {
    const [missing, extra] = columns(['a', 'c'], ['a', 'b'])
    expect(missing).toMatchObject({
      violated: true,
      description:
        'There are missing columns in current dataset. Number of columns in current dataset: 2, Number of columns in baseline constraints: 2. Missing: b',
    })
    expect(extra).toMatchObject({
      violated: true,
      description:
        'There are extra columns in current dataset. Number of columns in current dataset: 2, Number of columns in baseline constraints: 2. Extra: c',
    })
  })

  test('more than ten names are shortened', () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`)
    expect(columns(['a', ...names], ['a'])[1]!.description).toMatch(/Extra: n0, n1, .*, n9 and 2 more$/)
    expect(columns(['a', ...names.slice(2)], ['a'])[1]!.description).toMatch(/, n11$/)
  })

  test('without constraints the columns are not compared', () => {
    expect(check({ x: ['1'] }, { before: { y: ['1'] } })).toEqual([])
    expect(check({ x: ['1'] }, {})).toEqual([])
  })
})

describe('baseline_drift_check', () => {
  const drift = (
    now: Table,
    before: Table,
    distribution: MonitoringConfig['distribution_constraints'],
    distances?: 'deequ',
  ) =>
    of(
      check(now, {
        before,
        features: [{ name: 'x' }],
        config: { distribution_constraints: distribution! },
        ...(distances ? { distances } : {}),
      }),
      'baseline_drift_check',
    )

  test.each([
    [0.5, false],
    [0.5000001, false],
    [0.4999999, true],
  ])('numbers, simple distance 0.5 against %d: violated %s', (comparison_threshold, violated) => {
    const settings = { comparison_method: 'Simple', comparison_threshold } as const
    const found = drift({ x: ['3', '4', '5', '6'] }, { x: ['1', '2', '3', '4'] }, settings)
    expect(found).toMatchObject({ value: 0.5, threshold: comparison_threshold, violated })
    expect(found!.description).toBe(`Baseline drift distance: 0.5 exceeds threshold: ${comparison_threshold}`)
  })

  test.each([
    [0.25, false],
    [0.26, false],
    [0.24, true],
  ])('categories, largest change of a share 0.25 against %d: violated %s', (threshold, violated) => {
    const settings = { comparison_method: 'Simple', categorical_comparison_threshold: threshold } as const
    expect(drift({ x: ['a', 'a', 'b', 'c'] }, { x: ['a', 'a', 'b', 'b'] }, settings)).toMatchObject({
      value: 0.25,
      threshold,
      violated,
    })
  })

  test('categories are compared with comparison_threshold where they have none of their own', () => {
    const settings = { comparison_method: 'Simple', comparison_threshold: 0.2 } as const
    expect(drift({ x: ['a', 'a', 'b', 'c'] }, { x: ['a', 'a', 'b', 'b'] }, settings)).toMatchObject({
      threshold: 0.2,
      violated: true,
    })
  })

  test.each(['Robust', 'linf_robust', undefined] as const)('%s takes off what chance explains', (method) => {
    const settings = method ? { comparison_method: method } : {}
    const correction = 1.8 * Math.sqrt(1 / 100 + 1 / 50)
    const numbers = drift({ x: repeat({ 1: 20, 2: 80 }) }, { x: repeat({ 1: 40, 2: 10 }) }, settings)
    expect(numbers!.value).toBeCloseTo(0.6 - correction, 12)
    const categories = drift({ x: repeat({ a: 20, b: 80 }) }, { x: repeat({ a: 40, b: 10 }) }, settings)
    expect(categories!.value).toBeCloseTo(0.6 - correction, 12)
    expect(drift({ x: ['5', '6'] }, { x: ['1', '2'] }, settings)).toMatchObject({ value: 0, violated: false })
  })

  test.each([
    [0.05, true],
    [1e-6, false],
  ])('ChiSquared, robust: a p-value of 1.2e-5 against %d: violated %s', (threshold, violated) => {
    const found = drift(
      { x: repeat({ red: 3, blue: 27 }) },
      { x: repeat({ red: 50, blue: 50 }) },
      {
        categorical_drift_method: 'ChiSquared',
        categorical_comparison_threshold: threshold,
      },
    )!
    expect(found.violated).toBe(violated)
    expect(found.pValue).toBeCloseTo(1.1771339097615e-5, 15)
    expect(found.value).toBe(1 - found.pValue!)
    // The scripts of the field find distance and threshold with this pattern.
    const [, distance, limit] = /distance: (.+) exceeds threshold: (.+)/.exec(found.description)!
    expect(Number(distance)).toBe(found.value)
    expect(Number(limit)).toBe(1 - threshold)
  })

  test.each([
    [19.2, false],
    [19.1, true],
  ])('ChiSquared, simple: a statistic of 19.2 against %d: violated %s', (threshold, violated) => {
    const found = drift(
      { x: repeat({ red: 3, blue: 27 }) },
      { x: repeat({ red: 50, blue: 50 }) },
      {
        comparison_method: 'Simple',
        categorical_drift_method: 'ChiSquared',
        categorical_comparison_threshold: threshold,
      },
    )
    expect(found).toMatchObject({ value: 19.2, threshold, violated })
  })

  test('ChiSquared gives no verdict on too few values, and does not concern numbers', () => {
    const settings = { categorical_drift_method: 'ChiSquared' } as const
    expect(drift({ x: ['a', 'b'] }, { x: ['a', 'b'] }, settings)).toBeUndefined()
    expect(drift({ x: ['1', '2'] }, { x: ['1', '2'] }, settings)).toMatchObject({ value: 0 })
  })

  test('a pure change of proportions of a 0/1 column: deequ does not see it, exact does', () => {
    const settings = { comparison_method: 'Simple' } as const
    const before = { x: repeat({ 0: 90, 1: 10 }) }
    const now = { x: repeat({ 0: 10, 1: 90 }) }
    const exact = drift(now, before, settings)!
    expect(exact.value).toBeCloseTo(0.8, 12)
    expect(exact.violated).toBe(true)
    expect(drift(now, before, settings, 'deequ')).toMatchObject({ value: 0, violated: false })
    expect(drift({ x: ['3', '4', '5', '6'] }, { x: ['1', '2', '3', '4'] }, settings, 'deequ')!.value).toBe(
      0.5,
    )
  })

  test('a column of categories that happen to be numbers this time is still compared', () => {
    const found = check(
      { x: repeat({ 1: 10 }) },
      {
        before: { x: repeat({ 1: 5, none: 5 }) },
        features: [{ name: 'x', inferred_type: 'String', string_constraints: { domains: ['1', 'none'] } }],
        config: { distribution_constraints: { comparison_method: 'Simple' } },
      },
    )
    expect(of(found, 'baseline_drift_check')).toMatchObject({ value: 0.5, threshold: 0.1, violated: true })
    expect(of(found, 'categorical_values_check')).toMatchObject({ value: 1, violated: false })
  })

  test.each<[string, Table, Table]>([
    ['numbers against categories', { x: ['1'] }, { x: ['a'] }],
    ['categories against numbers', { x: ['a'] }, { x: ['1'] }],
    ['no value now', { x: [null] }, { x: ['1'] }],
    ['no value before', { x: ['1'] }, { x: [null] }],
    ['only numbers beyond a double', { x: ['1e999'] }, { x: ['1'] }],
    ['too many categories', { x: Array.from({ length: 121 }, (_, i) => `t${i}`) }, { x: ['t0'] }],
    ['a feature that the baseline does not have', { x: ['1'] }, { y: ['1'] }],
  ])('no verdict: %s', (_, now, before) => {
    expect(drift(now, before, { comparison_method: 'Simple' })).toBeUndefined()
  })

  test('perform_comparison Disabled: none', () => {
    expect(drift({ x: ['9'] }, { x: ['1'] }, { perform_comparison: 'Disabled' })).toBeUndefined()
  })

  test('without one value of the expected type there is nothing to compare', () => {
    const features: FeatureConstraints[] = [{ name: 'x', inferred_type: 'Integral' }]
    const found = check({ x: ['0.5', '0.7'] }, { before: { x: ['0', '1'] }, features })
    expect(of(found, 'data_type_check')).toMatchObject({ value: 0, violated: true })
    expect(of(found, 'baseline_drift_check')).toBeUndefined()
    expect(
      of(check({ x: ['0.5', '1'] }, { before: { x: ['0', '1'] }, features }), 'baseline_drift_check'),
    ).toBeDefined()
  })

  test('needs only statistics of the baseline', () => {
    expect(check({ x: ['1', '2'] }, { before: { x: ['1', '2'] } })).toMatchObject([
      { feature: 'x', check: 'baseline_drift_check', value: 0, violated: false },
    ])
  })
})

test('settings of one feature win over those of the dataset', () => {
  const features: FeatureConstraints[] = ['x', 'y'].map((name) => ({
    name,
    inferred_type: 'Integral',
    string_constraints: { domains: ['1'] },
    ...(name === 'x'
      ? {
          monitoring_config_overrides: {
            datatype_check_threshold: 0.5,
            domain_content_threshold: 0.5,
            distribution_constraints: { comparison_threshold: 0.9 },
          },
        }
      : {}),
  }))
  const table = { x: ['1', 'z'], y: ['1', 'z'] }
  const found = check(table, { features })
  for (const name of ['data_type_check', 'categorical_values_check']) {
    expect(of(found, name, 'x')).toMatchObject({ value: 0.5, threshold: 0.5, violated: false })
    expect(of(found, name, 'y')).toMatchObject({ value: 0.5, threshold: 1, violated: true })
  }
  const drift = check(
    { x: ['3', '4'], y: ['3', '4'] },
    {
      features,
      before: { x: ['1', '2'], y: ['1', '2'] },
      config: { distribution_constraints: { comparison_method: 'Simple', comparison_threshold: 1 } },
    },
  )
  expect(of(drift, 'baseline_drift_check', 'x')).toMatchObject({ value: 1, threshold: 0.9, violated: true })
  expect(of(drift, 'baseline_drift_check', 'y')).toMatchObject({ value: 1, threshold: 1, violated: false })
})

test('a dataset without rows is compared with nothing', () => {
  const given = { features: [{ name: 'x', completeness: 1 }], before: { x: ['1'] } }
  expect(check({}, given)).toEqual([])
  expect(check({ x: [] }, given)).toEqual([])
})

test('findings come in the order of the features', () => {
  const names = ['b', 'a', 'c']
  const found = check(Object.fromEntries(names.map((name) => [name, ['1']])), {
    features: ['c', 'b', 'a'].map((name) => ({ name, inferred_type: 'Integral', completeness: 1 })),
  })
  expect(found.map(({ feature }) => feature)).toEqual([
    'Missing columns',
    'Extra columns',
    'b',
    'b',
    'a',
    'a',
    'c',
    'c',
  ])
})
