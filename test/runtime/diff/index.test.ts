import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seeded } from '../../../runtime/conformance/random.ts'
import { compareFolders, type Result } from '../../../runtime/diff/index.ts'
import { resultText } from '../../../runtime/diff/show.ts'
import { createKll, kllData, updateKll } from '../../../runtime/sketches/kll.ts'
import { runCommand } from '../../run-job.ts'

let work: string
let folders = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-diff-'))
})
afterAll(() => rm(work, { recursive: true }))

async function folder(files: Record<string, unknown>): Promise<string> {
  const path = join(work, `folder-${++folders}`)
  await mkdir(path)
  for (const [name, content] of Object.entries(files))
    await writeFile(
      join(path, `${name}.json`),
      typeof content === 'string' ? content : JSON.stringify(content),
    )
  return path
}
const compare = async (a: Record<string, unknown>, b: Record<string, unknown>, digits?: number) =>
  compareFolders(await folder(a), await folder(b), digits)
const different = ({ differences }: Result) => differences.filter(({ verdict }) => verdict === 'different')
const places = (result: Result) =>
  different(result).map(({ feature, where }) => `${feature ?? ''} ${where}`.trim())

/** The statistics of a numeric feature, with a sketch of its values in this order. */
function feature(name: string, values: readonly number[]) {
  const sketch = createKll()
  updateKll(sketch, Float64Array.from(values), values.length)
  const data = kllData(sketch)
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const buckets = Array.from({ length: 10 }, (_, i) => {
    const [lower_bound, upper_bound] = [0, 1].map((end) => min + ((max - min) * (i + end)) / 10) as [
      number,
      number,
    ]
    const inside = (x: number) => x >= lower_bound && (x < upper_bound || i === 9)
    const count = data.reduce((sum, level, h) => sum + 2 ** h * level.filter(inside).length, 0)
    return { lower_bound, upper_bound, count }
  })
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  return {
    name,
    inferred_type: 'Fractional',
    numerical_statistics: {
      common: { num_present: values.length, num_missing: 0 },
      mean,
      min,
      max,
      approximate_num_distinct_values: new Set(values).size,
      distribution: { kll: { buckets, sketch: { parameters: { c: 0.64, k: 2048 }, data } } },
    },
  }
}
const texts = (name: string, counts: Record<string, number>, distinct = Object.keys(counts).length) => ({
  name,
  inferred_type: 'String',
  string_statistics: {
    common: { num_present: 9, num_missing: 0 },
    distinct_count: distinct,
    distribution: {
      categorical: { buckets: Object.entries(counts).map(([value, count]) => ({ value, count })) },
    },
  },
})
const statistics = (...features: { name: string }[]) => ({
  statistics: { version: 0, dataset: { item_count: 9 }, features },
})

const random = seeded(5)
const many = Array.from({ length: 20_000 }, () => random.normal())

describe('distributions', () => {
  test('of the same rows in another order are the same within the error of sketches, and say so', async () => {
    const found = await compare(statistics(feature('x', many)), statistics(feature('x', many.toReversed())))
    expect(different(found)).toEqual([])
    const by = Object.fromEntries(found.differences.map(({ where, tolerance }) => [where, tolerance]))
    expect(by['distribution.kll.sketch']).toBe('sketch')
    expect(by['distribution.kll.buckets']).toBe('sketch')
  })

  test('of other rows are not, even where mean and range agree', async () => {
    const squeezed = many.map((x) => (Math.abs(x) < 3 ? x * 0.9 : x))
    const found = await compare(statistics(feature('x', many)), statistics(feature('x', squeezed)))
    expect(places(found)).toContain('x distribution.kll.sketch')
    expect(places(found)).toContain('x distribution.kll.buckets')
    expect(different(found).at(-1)!.why).toMatch(/ranks differ by \d\.\d+ % of the values/)
  })

  test('of few rows are exact: one moved value is a difference, another order is none', async () => {
    const few = many.slice(0, 1000)
    expect(
      different(await compare(statistics(feature('x', few)), statistics(feature('x', few.toReversed())))),
    ).toEqual([])
    const moved = few.with(500, few[500]! + 0.5)
    const found = await compare(statistics(feature('x', few)), statistics(feature('x', moved)))
    expect(places(found)).toEqual(expect.arrayContaining(['x mean', 'x distribution.kll.sketch']))
  })

  test('with another range are said once, not for each bucket', async () => {
    const found = await compare(statistics(feature('x', [1, 2, 3])), statistics(feature('x', [1, 2, 4])))
    expect(places(found).sort()).toEqual([
      'x distribution.kll.buckets',
      'x distribution.kll.sketch',
      'x max',
      'x mean',
    ])
    expect(different(found).find(({ where }) => where.endsWith('buckets'))!.why).toContain(
      'another minimum or maximum',
    )
  })

  test('of categories are sets; estimates of their number may be off', async () => {
    const same = await compare(
      statistics(texts('kind', { a: 4, b: 5 }, 54)),
      statistics(texts('kind', { b: 5, a: 4 }, 53)),
    )
    expect(different(same)).toEqual([])
    expect(same.differences).toMatchObject([{ where: 'distinct_count', tolerance: 'estimate' }])
    const other = await compare(
      statistics(texts('kind', { a: 4, b: 5 }, 20)),
      statistics(texts('kind', { a: 5, c: 5 }, 10)),
    )
    expect(different(other)).toMatchObject([
      { where: 'distinct_count' },
      {
        where: 'distribution.categorical',
        a: '"a": 4, "b": 5, "c": absent',
        b: '"a": 5, "b": absent, "c": 5',
      },
    ])
  })
})

test('features: only in one, in another order, of another type', async () => {
  const [x, y, z] = ['x', 'y', 'z'].map((name) => feature(name, [1, 2, 3])) as [never, never, never]
  const found = await compare(statistics(x, y, z), statistics(y, x, texts('w', { a: 9 })))
  expect(places(found)).toEqual(['z', 'w', 'features'])
  const typed = await compare(
    statistics(x),
    statistics({ ...(x as object), inferred_type: 'Integral' } as never),
  )
  expect(different(typed)).toMatchObject([
    { where: 'inferred_type', why: 'one value with decimals makes a column Fractional' },
  ])
  // A column that became text has no numbers to compare; that is one difference.
  const texted = await compare(statistics(x), statistics(texts('x', { a: 9 })))
  expect(places(texted)).toEqual(['x inferred_type'])
})

test('numbers: rounding in the last digits passes, more does not', async () => {
  const version = (mean: number) => statistics({ name: 'x', numerical_statistics: { mean } } as never)
  const found = await compare(version(0.1 + 0.2), version(0.3))
  expect(found).toMatchObject({ same: true, differences: [{ tolerance: 'rounding' }] })
  expect((await compare(version(1), version(1 + 1e-11))).same).toBe(false)
  expect((await compare(version(1.2345678), version(1.234568), 6)).same).toBe(true)
  // Both have more digits: neither was printed.
  expect((await compare(version(1.23456789), version(1.23456788), 6)).same).toBe(false)
})

describe('constraints', () => {
  const constraints = (config: object, ...features: object[]) => ({
    constraints: { version: 0, features, monitoring_config: config },
  })

  test('settings that apply are compared, not how they are spelled', async () => {
    const long = {
      datatype_check_threshold: 1,
      distribution_constraints: { comparison_method: 'linf_robust' },
    }
    expect((await compare(constraints({}), constraints(long))).differences).toEqual([])
    const found = await compare(constraints({}), constraints({ datatype_check_threshold: 0.9 }))
    expect(different(found)).toMatchObject([
      { where: 'monitoring_config.datatype_check_threshold', a: 1, b: 0.9 },
    ])
    const x = { name: 'x', inferred_type: 'String', string_constraints: { domains: ['a', 'b'] } }
    const off = { ...x, monitoringConfigOverrides: { evaluate_constraints: 'Disabled' } }
    expect(places(await compare(constraints({}, x), constraints({}, off)))).toEqual([
      'x overrides.evaluate_constraints',
    ])
    const domains = await compare(
      constraints({}, x),
      constraints({}, { ...x, string_constraints: { domains: ['b', 'c', 'd'] } }),
    )
    expect(different(domains)).toMatchObject([
      {
        where: 'string_constraints.domains',
        why: '1 values are only in A, 2 only in B: other rows in the baseline',
      },
    ])
  })

  test.each<[string, object, object, string, RegExp]>([
    [
      'a threshold',
      constraints({}),
      constraints({ datatype_check_threshold: 0.99 }),
      'data_type_check',
      /datatype_check_threshold is 1 here and 0\.99 there/,
    ],
    [
      'a switch',
      constraints({}),
      constraints({ distribution_constraints: { perform_comparison: 'Disabled' } }),
      'baseline_drift_check',
      /perform_comparison is Enabled here and Disabled there/,
    ],
    [
      'other constraints',
      constraints({}, { name: 'x', inferred_type: 'Integral' }),
      constraints({}, { name: 'x', inferred_type: 'Fractional' }),
      'data_type_check',
      /the constraints expect another inferred_type/,
    ],
    [
      'other rows',
      { statistics: { dataset: { item_count: 10 }, features: [] } },
      { statistics: { dataset: { item_count: 9 }, features: [] } },
      'completeness_check',
      /10 rows were read here and 9 there/,
    ],
    [
      'an absent feature',
      statistics(feature('x', [1, 2])),
      statistics(),
      'data_type_check',
      /the other side has no such feature in statistics\.json/,
    ],
    ['chance', {}, {}, 'extra_column_check', /One of six recorded runs of the original/],
  ])('a violation on one side only: %s', async (_, a, b, check, why) => {
    const violation = { feature_name: 'x', constraint_check_type: check, description: 'Something is wrong.' }
    const found = await compare(
      { ...a, constraint_violations: { violations: [violation] } },
      { ...b, constraint_violations: { violations: [] } },
    )
    const [own] = different(found).filter(({ file }) => file === 'constraint_violations.json')
    expect(own).toMatchObject({ feature: 'x', where: check, a: 'Something is wrong.', verdict: 'different' })
    expect(own!.b).toBeUndefined()
    expect(own!.why).toMatch(why)
  })

  test('drift beside its threshold, and drift of a feature with few values', async () => {
    const drift = (distance: number) => ({
      violations: [
        {
          feature_name: 'x',
          constraint_check_type: 'baseline_drift_check',
          description: `Baseline drift distance: ${distance} exceeds threshold: 0.1`,
        },
      ],
    })
    const none = { ...statistics(feature('x', [0, 1, 1])), constraint_violations: { violations: [] } }
    const why = async (distance: number) =>
      different(await compare({ ...none, constraint_violations: drift(distance) }, none))[0]!.why
    expect(await why(0.101)).toContain('within the error of two sketches above the threshold 0.1')
    expect(await why(0.3)).toContain('counts equal values of a sketch once')
  })
})

test('violations of older containers have other words for the same verdict', async () => {
  const violations = (description: string) => ({
    constraint_violations: {
      violations: [{ feature_name: 'fare', constraint_check_type: 'data_type_check', description }],
    },
  })
  const found = await compare(
    violations('Value: 0.4994994994994995 does not meet the constraint requirement! '),
    violations(
      'Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only 49.94994994994995% of data is Integral.',
    ),
  )
  expect(found).toMatchObject({ same: true, differences: [{ tolerance: 'wording' }] })
})

describe('files', () => {
  test('that only one side has', async () => {
    const one = statistics(feature('x', [1, 2]))
    const empty = await compare(one, {
      ...one,
      constraint_violations: { violations: [] },
      run: { counts: {} },
    })
    expect(empty).toMatchObject({
      same: true,
      differences: [{ verdict: 'extra', file: 'constraint_violations.json' }],
    })
    expect(places(await compare(one, { ...one, constraints: { features: [] } }))).toEqual([''])
  })

  test('run.json explains and never decides', async () => {
    const run = (rows: number, count: number) => ({
      ...statistics(),
      run: { counts: { rows }, rejected: [{ code: 'NOT_JSON', count }] },
    })
    const found = await compare(run(9, 1), run(9, 3))
    expect(found).toMatchObject({
      same: true,
      differences: [{ file: 'run.json', where: 'rejected.NOT_JSON', a: 1, b: 3 }],
    })
  })

  test('that cannot be read are an error of their own', async () => {
    const good = await folder(statistics())
    await expect(compareFolders(good, join(work, 'absent'))).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    })
    await expect(
      compareFolders(await folder({ other: {} }), await folder({ statistics: '{"a": }' })),
    ).rejects.toMatchObject({
      code: 'BASELINE_INVALID',
      problems: [
        expect.stringContaining('holds none of'),
        expect.stringMatching(/line 1, column 7: not JSON/),
      ],
    })
  })
})

test('a person sees a table, a machine one object; exit codes tell the results apart', async () => {
  const [a, b] = [
    await folder(statistics(feature('x', [1, 2, 3]))),
    await folder(statistics(feature('x', [1, 2, 4]))),
  ]
  const shown = await runCommand(work, {}, { args: ['diff', a, b] })
  expect(shown.exit).toBe(9)
  expect(shown.log).toMatch(/│ statistics +│ x +│ max +│ 3 +│ 4 +│/)
  expect(shown.log).toMatch(
    /statistics\.json: \d+ values compared, \d+ equal, 0 within a tolerance, 4 different/,
  )
  expect(shown.log).toContain('The folders differ.')
  const same = await runCommand(work, {}, { args: ['diff', a, a, '--json'] })
  expect(same.exit).toBe(0)
  expect(JSON.parse(same.log)).toMatchObject({ a, b: a, same: true, differences: [] })
  expect((await runCommand(work, {}, { args: ['diff', a] })).exit).toBe(2)
  expect((await runCommand(work, {}, { args: ['diff', a, b, '--digits', '200'] })).exit).toBe(2)
  expect((await runCommand(work, {}, { args: ['diff', a, join(work, 'absent')] })).exit).toBe(3)
})

test('whatever stands in a file is compared or refused, never a crash', async () => {
  const sample = new URL('../../samples/drift-robust/expected/', import.meta.url).pathname
  const names = ['statistics', 'constraints', 'constraint_violations'] as const
  const texts = await Promise.all(names.map((name) => readFile(join(sample, `${name}.json`), 'utf8')))
  const random = seeded(7)
  const junk = [
    null,
    true,
    -1,
    'text',
    [],
    {},
    [null],
    [{}],
    { name: 4 },
    { buckets: [null] },
    { data: [null, 'x'] },
  ]
  for (let round = 0; round < 400; round++) {
    const at = random.below(names.length)
    const value = JSON.parse(texts[at]!)
    let node = value
    let key = Object.keys(node)[random.below(Object.keys(node).length)]!
    while (
      typeof node[key] === 'object' &&
      node[key] !== null &&
      Object.keys(node[key]).length > 0 &&
      random.next() < 0.85
    ) {
      node = node[key]
      key = Object.keys(node)[random.below(Object.keys(node).length)]!
    }
    node[key] = junk[random.below(junk.length)]
    const mutated = await folder({ [names[at]!]: value })
    const whole = await folder({ [names[at]!]: texts[at] })
    for (const [a, b] of [
      [mutated, whole],
      [whole, mutated],
    ] as const)
      expect(resultText(await compareFolders(a, b), true)).toMatch(/The same\.|The folders differ\./)
    // Settings are compared by what they mean, so that one that means nothing is like one that is absent.
    const changed =
      names[at] !== 'constraints' && JSON.stringify(value) !== JSON.stringify(JSON.parse(texts[at]!))
    const { differences } = await compareFolders(mutated, whole)
    if (changed) expect(differences, `${names[at]}: ${key}`).not.toEqual([])
  }
})

test('nonsense is never the same: values that are no lists, features without names, files without values', async () => {
  const of = async (value: unknown) => folder({ statistics: value })
  const named = { name: 'x', inferred_type: 'Integral' }
  for (const [a, b] of [
    [{ features: 5 }, {}],
    [{ features: [null] }, { features: [1] }],
    [{ features: [named, { name: 4 }] }, { features: [named] }],
    [{ features: [named, { ...named, inferred_type: 'String' }] }, { features: [named] }],
  ]) {
    const { same, differences } = await compareFolders(await of(a), await of(b))
    expect(same, JSON.stringify([a, b])).toBe(false)
    expect(differences[0]).toMatchObject({ where: expect.stringMatching(/^features/) })
  }
  await expect(compareFolders(await of({}), await of({}))).rejects.toThrow('there is nothing to compare')
  const none = async () => folder({ constraint_violations: { violations: [] } })
  expect(await compareFolders(await none(), await none())).toMatchObject({ same: true, differences: [] })
})

test('the texts of a file cannot steer the terminal', async () => {
  const found = await compare(statistics(texts('\u001b[2Jx', { a: 9 })), statistics())
  expect(resultText(found, true)).not.toContain('\u001b[2J')
})
