/**
 * The recorded runs of test/golden, repeated through the real entry point. What the recordings do not show is recomputed
 * here from the input files by other means: exact fractions for the moments, the sketch rules one value at a time.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Constraints, Run, Statistics } from '../contracts/types.generated.ts'
import {
  isConstraints,
  isConstraintViolations,
  isRun,
  isStatistics,
} from '../contracts/validators.generated.ts'
import { dataQuality } from '../plugins/data-quality/data-quality.ts'
import { defaultChecks } from '../runtime/check-config.ts'
import type { CheckConfig, FeatureStatistics, Finding } from '../runtime/plugin.ts'
import { type JobRun, report, runJob, textOf } from './run-job.ts'

type Feature = Statistics['features'][number]
type Numbers = NonNullable<Feature['numerical_statistics']>
type Violations = {
  violations: { feature_name: string; constraint_check_type: string; description: string }[]
}

const golden = new URL('./golden/', import.meta.url).pathname
const read = (file: string) => readFile(join(golden, file), 'utf8')
const readJson = async (file: string) => JSON.parse(await read(file))

let work: string
let runs = 0
const start = async (environment: Record<string, string>) => {
  const folder = join(work, `run-${++runs}`)
  await mkdir(folder)
  return runJob(folder, environment)
}
const save = async (file: string, content: string | object) => {
  const path = join(work, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

let baseline: JobRun
let statistics: Statistics
let constraints: Constraints
let table: string[][]
let names: string[]

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-golden-'))
  const [header, ...rows] = (await read('churn/training-dataset-with-header.csv')).trimEnd().split('\n')
  names = header!.split(',')
  table = rows.map((row) => row.split(','))
  baseline = await start({
    dataset_source: join(golden, 'churn/training-dataset-with-header.csv'),
    dataset_format: '{"csv": {"header": true, "output_columns_position": "START"}}',
  })
  statistics = await report(baseline, 'statistics.json')
  constraints = await report(baseline, 'constraints.json')
})
afterAll(() => rm(work, { recursive: true }))

const numbersOf = (name: string): Numbers =>
  statistics.features.find((feature) => feature.name === name)!.numerical_statistics!
const columnOf = (name: string): string[] => table.map((row) => row[names.indexOf(name)]!)

describe('baseline of the churn training set', () => {
  test('ends well, with the two files and no violations file', async () => {
    expect(baseline).toMatchObject({
      exit: 0,
      message: 'Completed: Job completed successfully with no violations.',
    })
    expect(await textOf(join(baseline.output, 'constraint_violations.json'))).toBeUndefined()
    const run = await report<Run>(baseline, 'run.json')
    expect(run.rejected).toEqual([])
    expect(run.counts).toMatchObject({ records_read: 2333, rows: 2333, features: 70 })
  })

  test('constraints are the recorded ones, with the two keys that newer files have', async () => {
    const recorded: Constraints = await readJson('expected/churn_baseline_constraints.json')
    expect(recorded.features).toHaveLength(70)
    expect(constraints.features).toEqual(recorded.features)
    expect(constraints.monitoring_config).toEqual({
      ...recorded.monitoring_config,
      distribution_constraints: {
        ...recorded.monitoring_config!.distribution_constraints,
        categorical_comparison_threshold: 0.1,
        categorical_drift_method: 'LInfinity',
      },
    })
  })

  test('statistics are the recorded ones, to their printed digits', async () => {
    const recorded = await readJson('expected/churn_baseline_statistics_first10.json')
    expect(statistics.dataset.item_count).toBe(recorded.item_count)
    expect(recorded.features).toHaveLength(10)
    for (const [i, expected] of recorded.features.entries()) {
      const feature = statistics.features[i]!
      const { common, mean, sum, std_dev, min, max, distribution } = numbersOf(expected.name)
      expect(feature).toMatchObject({ name: expected.name, inferred_type: expected.inferred_type })
      expect(common).toEqual({ num_present: expected.num_present, num_missing: expected.num_missing })
      for (const [name, value] of Object.entries({ mean, sum, std_dev, min, max }))
        expect(`${expected.name} ${name} ${value!.toFixed(6)}`).toBe(
          `${expected.name} ${name} ${expected[name].toFixed(6)}`,
        )
      const { buckets, sketch } = distribution!.kll!
      expect(buckets).toHaveLength(recorded.bucket_count)
      expect(sketch.parameters).toEqual(recorded.kll_parameters)
      const { lower_bound, upper_bound } = expected.first_bucket
      expect(buckets![0]!.lower_bound).toBe(lower_bound)
      if (typeof upper_bound === 'number') expect(buckets![0]!.upper_bound).toBe(upper_bound)
      else expect(`${buckets![0]!.upper_bound}`).toContain(/^[\d.]+?(?=\.{3})/.exec(upper_bound)![0])
    }
  })

  test('moments of all 70 columns agree with exact fractions to 1e-12', () => {
    expect(names).toHaveLength(70)
    for (const name of names) {
      const found = numbersOf(name)
      const exact = exactMoments(columnOf(name))
      for (const key of ['mean', 'sum', 'std_dev'] as const)
        expect(Math.abs(found[key]! - exact[key]), `${name} ${key}`).toBeLessThanOrEqual(
          1e-12 * Math.abs(exact[key]),
        )
      expect([found.min, found.max], name).toEqual([exact.min, exact.max])
    }
  })

  test('sketches of all 70 columns are those of the published rules, value for value', () => {
    for (const name of names) {
      const levels = sketchOneByOne(columnOf(name).map(Number))
      expect(levels.map(({ length }) => length)).toEqual([283, 1025])
      expect(numbersOf(name).distribution!.kll!.sketch, name).toEqual({
        parameters: { c: 0.64, k: 2048 },
        data: levels,
      })
    }
  })

  test('buckets are cut by the formula and counted in the sketch', () => {
    for (const name of names) {
      const { min, max, distribution } = numbersOf(name)
      const { buckets, sketch } = distribution!.kll!
      const bounds = Array.from({ length: 11 }, (_, i) => min! + ((max! - min!) * i) / 10)
      const expected = Array.from({ length: 10 }, (_, i) => {
        const inside = (x: number) => x >= bounds[i]! && (i === 9 || x < bounds[i + 1]!)
        const count = sketch.data.reduce((sum, level, h) => sum + level.filter(inside).length * 2 ** h, 0)
        return { lower_bound: bounds[i], upper_bound: bounds[i + 1], count }
      })
      expect(buckets, name).toEqual(expected)
      expect(expected.reduce((sum, { count }) => sum + count, 0)).toBe(2333)
    }
  })

  test('distinct counts and completeness are exact', () => {
    for (const name of names)
      expect(numbersOf(name)).toMatchObject({
        approximate_num_distinct_values: new Set(columnOf(name).map(Number)).size,
        completeness: 1,
      })
  })

  test('the files have the style of the recorded ones', async () => {
    const text = (await textOf(join(baseline.output, 'statistics.json')))!
    expect(text.startsWith(statisticsHead)).toBe(true)
    expect((await textOf(join(baseline.output, 'constraints.json')))!.startsWith(constraintsHead)).toBe(true)
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^( {2})*(\{|"[^"]+" : \S.*|\} \],?|\},?|\}, \{)$/)
    const values = (keys: string) => [...text.matchAll(new RegExp(`"(?:${keys})" : ([^\\s,]+)`, 'g'))]
    const doubles = values('version|mean|sum|std_dev|min|max|lower_bound|upper_bound|count|c|k|completeness')
    expect(doubles).toHaveLength(1 + 70 * (5 + 30 + 2 + 1))
    for (const [, value] of doubles) expect(value).toMatch(/^-?\d+\.\d+(E-?\d+)?$/)
    const integers = values('item_count|num_present|num_missing|approximate_num_distinct_values')
    expect(integers).toHaveLength(1 + 70 * 3)
    for (const [, value] of integers) expect(value).toMatch(/^\d+$/)
    const levels = [...text.matchAll(/"data" : \[ \[ (.*) \], \[ (.*) \] \]/g)].flatMap(([, a, b]) => [
      a!,
      b!,
    ])
    expect(levels).toHaveLength(140)
    for (const value of levels.join(', ').split(', ')) expect(value).toMatch(/^\d+\.\d+(E-?\d+)?$/)
  })
})

const statisticsHead = `{
  "version" : 0.0,
  "dataset" : {
    "item_count" : 2333
  },
  "features" : [ {
    "name" : "Churn",
    "inferred_type" : "Integral",
    "numerical_statistics" : {
      "common" : {
        "num_present" : 2333,
        "num_missing" : 0
      },
      "mean" : 0.1393056150878697,
      "sum" : 325.0,
`

const constraintsHead = `{
  "version" : 0.0,
  "features" : [ {
    "name" : "Churn",
    "inferred_type" : "Integral",
    "completeness" : 1.0,
    "num_constraints" : {
      "is_non_negative" : true
    }
  }, {
`

/** Moments as exact fractions of the decimals in the file; rounded to a double once, at the end. */
function exactMoments(column: readonly string[]) {
  const decimals = Math.max(...column.map((text) => text.split('.')[1]?.length ?? 0))
  const scale = 10n ** BigInt(decimals)
  const values = column.map((text) => {
    const [whole, fraction = ''] = text.split('.')
    return BigInt(whole + fraction.padEnd(decimals, '0'))
  })
  const n = BigInt(values.length)
  const sum = values.reduce((total, value) => total + value, 0n)
  const squares = values.reduce((total, value) => total + value * value, 0n)
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    mean: quotient(sum, n * scale),
    sum: quotient(sum, scale),
    std_dev: Math.sqrt(quotient(n * squares - sum * sum, n * n * scale * scale)),
    min: quotient(sorted[0]!, scale),
    max: quotient(sorted.at(-1)!, scale),
  }
}

/** The double next to a / b for a, b >= 0: 2^-200 of an absolute error, then one rounding. */
function quotient(a: bigint, b: bigint): number {
  return Number((a << 200n) / b) / 2 ** 200
}

/** The sketch by the rules of contract/reports.md section 2, as they stand there. */
function sketchOneByOne(values: readonly number[]): number[][] {
  const levels: number[][] = [[]]
  const flips = [{ compactions: 0, offset: 0 }]
  const capacity = (h: number) => 2 * (Math.ceil((2048 * 0.64 ** h) / 2) + 1)
  const total = () => levels.reduce((sum, _, h) => sum + capacity(h), 0)
  let size = 0
  for (const value of values) {
    levels[0]!.push(value)
    size++
    if (size <= total()) continue
    const h = levels.findIndex((level, i) => level.length >= capacity(i))
    if (levels[h + 1] === undefined) {
      levels.push([])
      flips.push({ compactions: 0, offset: 0 })
    }
    const flip = flips[h]!
    if (flip.compactions % 2 === 1) flip.offset = 1 - flip.offset
    flip.compactions++
    const level = levels[h]!
    const buffer = level.splice(0, level.length - (level.length % 2)).sort((a, b) => a - b)
    levels[h + 1]!.push(...buffer.filter((_, i) => i % 2 === flip.offset))
    size = levels.reduce((sum, { length }) => sum + length, 0)
  }
  return levels
}

describe('monitoring of churn captures against that baseline', () => {
  /** Runs `rows` captured records of which `odd` are row 0 of the file, the only one with decimals in Integral inputs. */
  async function monitor(rows: number, odd: number): Promise<JobRun> {
    const inputs = (await read('churn/test-dataset-input-cols.csv')).trimEnd().split('\n')
    const [, ...predictions] = (await read('churn/test-predictions.csv')).trimEnd().split('\n')
    const regular = inputs.length - 1
    const order = [...Array(odd).fill(0), ...Array.from({ length: rows - odd }, (_, i) => 1 + (i % regular))]
    const records = order.map((row, i) => ({
      captureData: {
        endpointInput: {
          observedContentType: 'text/csv',
          mode: 'INPUT',
          data: inputs[row],
          encoding: 'CSV',
        },
        endpointOutput: {
          observedContentType: 'text/csv; charset=utf-8',
          mode: 'OUTPUT',
          data: predictions[row]!.split(',')[1],
          encoding: 'CSV',
        },
      },
      eventMetadata: { eventId: `event-${i}`, inferenceTime: '2022-04-18T00:21:48Z' },
      eventVersion: '0',
    }))
    const captures = `captures-${rows}-${odd}`
    const half = Math.ceil(rows / 2)
    for (const [minute, part] of [records.slice(0, half), records.slice(half)].entries())
      await save(
        `${captures}/churn/AllTraffic/2022/04/18/00/2${minute}-48-000-file.jsonl`,
        part.map((record) => `${JSON.stringify(record)}\n`).join(''),
      )
    return start({
      dataset_source: join(work, captures),
      dataset_format: '{"sagemakerCaptureJson":{"captureIndexNames":["endpointInput","endpointOutput"]}}',
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
      start_time: '2022-04-18T00:00:00Z',
      end_time: '2022-04-18T01:00:00Z',
      publish_cloudwatch_metrics: 'Enabled',
      sagemaker_endpoint_name: 'churn',
      sagemaker_monitoring_schedule_name: 'hourly',
    })
  }

  const text = (percent: string) =>
    `Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only ${percent}% of data is Integral.`

  test.each([
    [1977, 7, '99.64592817400101'],
    [1412, 5, '99.6458923512748'],
    [1915, 7, '99.63446475195823'],
  ])('%i records, %i of them odd: exactly the 60 recorded violations', async (rows, odd, percent) => {
    const recorded = await readJson('expected/churn_data_quality_violations.json')
    const observed = recorded.percent_texts.find(
      (entry: { observed_percent_text: string }) => entry.observed_percent_text === percent,
    )
    expect(observed.smallest_fraction_that_prints_it).toEqual([rows - odd, rows])
    expect(observed.description).toBe(text(percent))

    const run = await monitor(rows, odd)
    expect(run).toMatchObject({ exit: 0, message: recorded.exit_message })
    const { violations } = await report<Violations>(run, 'constraint_violations.json')
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features.map(({ name }) => name)).toEqual(names)
    const row0 = (await read('churn/test-dataset-input-cols.csv')).split('\n')[0]!.split(',')
    const integral = new Set(
      constraints.features.flatMap(({ name, inferred_type }) => (inferred_type === 'Integral' ? [name] : [])),
    )
    const broken = names.slice(1).filter((name, i) => integral.has(name) && row0[i]!.includes('.'))
    expect(broken).toHaveLength(59)
    expect([...integral].filter((name) => name !== 'Churn' && !broken.includes(name))).toEqual(
      recorded.not_violated_integral_inputs,
    )
    expect(recorded.churn_description).toBe(text('0.0'))
    expect(
      violations.map(({ feature_name, constraint_check_type, description }) => [
        feature_name,
        constraint_check_type,
        description,
      ]),
    ).toEqual([
      ['Churn', 'data_type_check', text('0.0')],
      ...broken.map((name) => [name, 'data_type_check', observed.description]),
    ])
    expect(
      run
        .metrics!.trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).MetricName),
    ).toContain('feature_baseline_drift_Day Mins')
  })

  test('without the odd row only the output is violated', async () => {
    const run = await monitor(666, 0)
    expect(run.message).toBe('CompletedWithViolations: Job completed successfully with 1 violations.')
    const { violations } = await report<Violations>(run, 'constraint_violations.json')
    expect(violations).toMatchObject([{ feature_name: 'Churn', description: text('0.0') }])
  })

  test('the statistics of the run itself: moments and types as the captures hold them', async () => {
    const run = await monitor(334, 1)
    const { features, dataset } = await report<Statistics>(run, 'statistics.json')
    expect(dataset.item_count).toBe(334)
    const rows = (await read('churn/test-dataset-input-cols.csv')).trimEnd().split('\n')
    for (const [i, name] of names.slice(1).entries()) {
      const column = rows.map((row) => row.split(',')[i]!)
      const found = features[i + 1]!
      const exact = exactMoments(column)
      expect(found.inferred_type, name).toBe(
        column.some((value) => value.includes('.')) ? 'Fractional' : 'Integral',
      )
      for (const key of ['mean', 'sum', 'std_dev'] as const)
        expect(
          Math.abs(found.numerical_statistics![key]! - exact[key]),
          `${name} ${key}`,
        ).toBeLessThanOrEqual(1e-12 * exact[key])
    }
  })
})

describe('the test files of the SageMaker Python SDK', () => {
  const captureFormat = '{"sagemakerCaptureJson":{"captureIndexNames":["endpointInput","endpointOutput"]}}'

  test('capture.jsonl, with its placeholder instead of a time', async () => {
    const run = await start({
      dataset_source: join(golden, 'sdk/capture.jsonl'),
      dataset_format: captureFormat,
      start_time: '2019-01-01T00:00:00Z',
      end_time: '2019-01-01T01:00:00Z',
    })
    expect(run).toMatchObject({
      exit: 0,
      message: 'Completed: Job completed successfully with no violations.',
    })
    const lines = (await read('sdk/capture.jsonl')).trimEnd().split('\n')
    const { features, dataset } = await report<Statistics>(run, 'statistics.json')
    expect(dataset.item_count).toBe(lines.length)
    expect(features.map(({ name, inferred_type }) => [name, inferred_type])).toEqual([
      ['_c0', 'Fractional'],
      ...Array.from({ length: 7 }, (_, i) => [`_c${i + 1}`, 'Integral']),
    ])
    const outputs = lines.map((line) => JSON.parse(line).captureData.endpointOutput.data)
    expect(features[0]!.numerical_statistics!.mean).toBeCloseTo(exactMoments(outputs).mean, 14)
    const { rejected } = await report<Run>(run, 'run.json')
    expect(rejected).toMatchObject([{ code: 'TIME_UNREADABLE', count: lines.length, effect: 'kept' }])
  })

  test('captured-data.jsonl: nested payloads are kept as text, with a hint to declare them', async () => {
    const run = await start({
      dataset_source: join(golden, 'sdk/captured-data.jsonl'),
      dataset_format: captureFormat,
    })
    expect(run.exit).toBe(0)
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features.map(({ name, inferred_type }) => [name, inferred_type])).toEqual([
      ['predictions', 'String'],
      ['instances', 'String'],
    ])
    const { rejected } = await report<Run>(run, 'run.json')
    expect(rejected).toMatchObject([{ code: 'NESTED_VALUE', count: 4, effect: 'kept' }])
    expect(rejected[0]!.examples[0]!.detail).toContain('declare it')
  })

  test('baseline_dataset.csv has no header; its captures then go by position', async () => {
    const run = await start({
      dataset_source: join(golden, 'sdk/baseline_dataset.csv'),
      dataset_format: '{"csv":{"header":false}}',
    })
    expect(run.exit).toBe(0)
    const { features, dataset } = await report<Statistics>(run, 'statistics.json')
    expect(dataset.item_count).toBe(418)
    expect(features.map(({ name, inferred_type }) => [name, inferred_type])).toEqual(
      Array.from({ length: 10 }, (_, i) => [`_c${i}`, 'Fractional']),
    )
    const last = (await read('sdk/baseline_dataset.csv'))
      .trimEnd()
      .split('\n')
      .map((row) => Number(row.split(',')[9]))
    expect(features[9]!.numerical_statistics).toMatchObject({
      min: Math.min(...last),
      max: Math.max(...last),
    })

    const monitored = await start({
      dataset_source: join(golden, 'sdk/capture.jsonl'),
      dataset_format: captureFormat,
      baseline_constraints: join(run.output, 'constraints.json'),
      baseline_statistics: run.output,
    })
    expect(monitored.exit).toBe(0)
    const { violations } = await report<Violations>(monitored, 'constraint_violations.json')
    expect(violations.map(({ constraint_check_type }) => constraint_check_type)).toContain(
      'missing_column_check',
    )
    expect(violations[0]!.description).toContain(
      'Number of columns in current dataset: 8, Number of columns in baseline constraints: 10. Missing: _c8, _c9',
    )
  })

  const messages = (...texts: string[]) =>
    texts.map((text) => `${JSON.stringify({ message: text, second_message: text })}\n`).join('')

  test('constraints.json and statistics.json are a baseline, and its overrides count', async () => {
    const source = await save('messages.jsonl', messages('preproc-not-YET-supported-for-csv-json', 'other'))
    const environment = {
      dataset_source: source,
      dataset_format: '{"json":{"lines":true}}',
      baseline_statistics: join(golden, 'sdk/statistics.json'),
    }
    const violated = async (constraints_path: string) => {
      const run = await start({ ...environment, baseline_constraints: constraints_path })
      expect(run.exit, run.log).toBe(0)
      return (await report<Violations>(run, 'constraint_violations.json')).violations.map(
        ({ feature_name, constraint_check_type }) => `${feature_name} ${constraint_check_type}`,
      )
    }
    expect(await violated(join(golden, 'sdk/constraints.json'))).toEqual([
      'message categorical_values_check',
      'second_message categorical_values_check',
    ])
    const edited = await readJson('sdk/constraints.json')
    edited.features[0].string_constraints.monitoring_config_overrides.evaluate_constraints = 'Disabled'
    expect(await violated(await save('edited.json', edited))).toEqual([
      'second_message categorical_values_check',
    ])
  })

  test('constraint_violations.json fits our contract, and our files do', async () => {
    expect(isConstraintViolations(await readJson('sdk/constraint_violations.json'))).toBe(true)
    expect(isConstraints(await readJson('sdk/constraints.json'))).toBe(true)
    expect(isStatistics(await readJson('sdk/statistics.json'))).toBe(true)
    const run = await start({
      dataset_source: await save('own.jsonl', messages('something else')),
      dataset_format: '{"json":{"lines":true}}',
      baseline_constraints: join(golden, 'sdk'),
      baseline_statistics: join(golden, 'sdk'),
    })
    for (const [file, valid] of [
      ['statistics.json', isStatistics],
      ['constraints.json', isConstraints],
      ['constraint_violations.json', isConstraintViolations],
      ['run.json', isRun],
    ] as const) {
      expect(valid(await report(run, file)), file).toBe(true)
    }
  })
})

describe('distances asserted in the tests of the reference engine, through the check', async () => {
  interface Case {
    kind: 'numerical' | 'categorical'
    method?: 'LInfinity' | 'ChiSquared'
    comparison: 'simple' | 'robust' | 'p_value' | 'statistic'
    sample1?: Record<string, number>
    sample2?: Record<string, number>
    sample2_expected?: Record<string, number>
    sample1_sketch?: number[][]
    sample2_sketch?: number[][]
    distance: number
  }
  const { cases }: { cases: Case[] } = await readJson('expected/distance_cases.json')

  test('are five', () => expect(cases).toHaveLength(5))

  test.each(cases)('$kind $method $comparison', (given) => {
    const finding = compare(given)
    expect(given.comparison === 'p_value' ? finding.pValue : finding.value).toBeCloseTo(given.distance, 14)
    expect(finding).toMatchObject({ feature: 'x', check: 'baseline_drift_check' })
  })

  function compare({ method = 'LInfinity', comparison, ...samples }: Case): Finding {
    const config: CheckConfig = {
      ...defaultChecks,
      comparisonMethod: comparison === 'simple' || comparison === 'statistic' ? 'Simple' : 'Robust',
      categoricalDriftMethod: method,
    }
    const current = feature(samples.sample1, samples.sample1_sketch)
    const reference = feature(samples.sample2 ?? samples.sample2_expected, samples.sample2_sketch)
    const findings = dataQuality.check!(
      { features: [current] },
      { statistics: { features: [reference] }, config: () => config },
      { maxCategories: 120 },
      { run: 'monitoring', environment: {}, distances: 'exact' },
    )
    expect(findings).toHaveLength(1)
    return findings[0]!
  }

  function feature(
    counts: Record<string, number> | undefined,
    data: number[][] | undefined,
  ): FeatureStatistics {
    const common = { num_present: 1, num_missing: 0 }
    if (counts) {
      const buckets = Object.entries(counts).map(([value, count]) => ({ value, count }))
      return { name: 'x', string_statistics: { common, distribution: { categorical: { buckets } } } }
    }
    const sketch = { parameters: { c: 0.64, k: 2048 }, data: data! }
    return { name: 'x', numerical_statistics: { common, distribution: { kll: { sketch } } } }
  }
})
