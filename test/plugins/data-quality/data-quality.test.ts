import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataQuality } from '../../../plugins/data-quality/data-quality.ts'
import { baselineOf, batchOf, contextOf, statisticsOf, type Table, value } from './tables.ts'

const options = { maxCategories: 10 }

/** Some columns of a batch: they appear, vanish and change places from batch to batch. */
const table: fc.Arbitrary<Table> = fc
  .tuple(fc.shuffledSubarray(['a', 'b', 'c']), fc.nat(15))
  .chain(([names, rows]) =>
    fc.record(
      Object.fromEntries(names.map((name) => [name, fc.array(value, { minLength: rows, maxLength: rows })])),
    ),
  )

const stateOf = (tables: readonly Table[]) => {
  const state = dataQuality.init(options, contextOf())
  for (const rows of tables) dataQuality.update(state, batchOf(rows))
  return state
}

/** Statistics without the last digits of mean, sum and deviation, by name of the feature. */
function rounded(features: ReturnType<typeof dataQuality.summarize>['features']) {
  return new Map(
    features.map((feature) => {
      const { mean, sum, std_dev, ...others } = feature.numerical_statistics ?? {}
      const digits = [mean, sum, std_dev].map((x) => x?.toPrecision(9))
      return [feature.name, { ...feature, numerical_statistics: others, digits }]
    }),
  )
}

describe('the rows decide, not how they are split', () => {
  test('batches of one state or states of their own, with columns that come and go', () => {
    fc.assert(
      fc.property(fc.array(table, { maxLength: 6 }), (tables) => {
        const one = dataQuality.summarize(stateOf(tables))
        const many = statisticsOf(tables, undefined, options)
        expect(rounded(many.features)).toEqual(rounded(one.features))
        expect(many.features.map(({ name }) => name)).toEqual(one.features.map(({ name }) => name))
        const rows = tables.reduce((sum, batch) => sum + batchOf(batch).length, 0)
        for (const { numerical_statistics: numbers, string_statistics: texts } of one.features) {
          const { num_present, num_missing } = (numbers ?? texts)!.common
          expect(num_present + num_missing).toBe(rows)
        }
      }),
    )
  })

  test('merging leaves the right side as it is, and shares nothing with it', () => {
    fc.assert(
      fc.property(table, table, table, (a, b, c) => {
        const into = stateOf([a])
        const from = stateOf([b])
        const before = structuredClone(from)
        dataQuality.merge(into, from)
        dataQuality.update(into, batchOf(c))
        expect(from).toEqual(before)
      }),
    )
  })
})

test('a state crosses threads', () => {
  const state = stateOf([{ a: ['1', null, 'x'], b: ['2.5', '2', '3'] }])
  expect(dataQuality.summarize(structuredClone(state))).toEqual(dataQuality.summarize(state))
})

test('categories end at maxCategories, whose default is 120', () => {
  const texts = Array.from({ length: 121 }, (_, i) => `t${i}`)
  const distribution = (count: number, maxCategories: number) =>
    statisticsOf([{ a: texts.slice(0, count) }], undefined, { maxCategories }).features[0]!.string_statistics!
      .distribution
  expect(distribution(10, 10)).toBeDefined()
  expect(distribution(11, 10)).toBeUndefined()
  expect(dataQuality.options.properties!['maxCategories']).toMatchObject({ default: 120, minimum: 1 })
})

test('the suggestion takes categorical_drift_method from the environment that it asked for', () => {
  expect(dataQuality.environment).toEqual(['categorical_drift_method'])
  const suggest = (categorical_drift_method?: string) =>
    dataQuality.suggest!(statisticsOf([{ a: ['1'] }]), options, {
      ...contextOf(),
      environment: { categorical_drift_method },
    }).monitoring_config!.distribution_constraints!.categorical_drift_method
  expect([suggest(), suggest('ChiSquared')]).toEqual(['LInfinity', 'ChiSquared'])
})

test('the check compares as the context says', () => {
  const before = statisticsOf([{ a: ['0', '0', '0', '1'] }])
  const baseline = baselineOf(
    { features: [], monitoring_config: { distribution_constraints: { comparison_method: 'Simple' } } },
    before,
  )
  const distance = (distances: 'exact' | 'deequ') =>
    dataQuality.check!(statisticsOf([{ a: ['0', '1', '1', '1'] }], baseline), baseline, options, {
      ...contextOf(baseline),
      distances,
    }).map(({ value }) => value)
  expect([distance('exact'), distance('deequ')]).toEqual([[0.5], [0]])
})
