/**
 * The recorded bias runs through the real entry point: the churn baseline (all 21 metrics), its live run from captures and
 * labels, and the adult data with a category facet and a group variable.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JobRun, report, runJob } from '../../run-job.ts'

type Entry = { name: string; description: string; value: number | string | null; error?: string }
type Stage = {
  label: string
  label_value_or_threshold: string
  facets: Record<string, { value_or_threshold: string; metrics: Entry[] }[]>
}
type Analysis = { version: string; post_training_bias_metrics: Stage; pre_training_bias_metrics: Stage }
type Violations = { version: string; violations: Record<string, string>[] }

const golden = new URL('../../golden/', import.meta.url).pathname
const read = (file: string) => readFile(join(golden, file), 'utf8')
const lines = async (file: string) => (await read(file)).trim().split('\n')

let work: string
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-bias-'))
})
afterAll(() => rm(work, { recursive: true }))

/** A run over files below /opt/ml/processing/input, as Clarify's container finds them. */
async function run(
  config: object,
  files: Record<string, string>,
  environment: Record<string, string> = {},
): Promise<JobRun> {
  const folder = join(work, `run-${++runs}`)
  const input = join(folder, 'opt/processing/input')
  const all = { 'config/analysis_config.json': JSON.stringify(config), ...files }
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(input, name)), { recursive: true })
    await writeFile(join(input, name), text)
  }
  const relative = Object.entries(environment).map(([name, value]) => [name, value.replace('$INPUT', input)])
  const found = await runJob(folder, {
    output_path: join(folder, 'opt/processing/output'),
    ...Object.fromEntries(relative),
  })
  expect(found.exit, found.log).toBe(0)
  return found
}

const rules = {
  label: 'Churn',
  label_values_or_threshold: [1],
  facet: [{ name_or_index: 'Account Length', value_or_threshold: [100] }],
  probability_threshold: 0.8,
}

describe('churn', () => {
  let baseline: JobRun
  let header: string[]
  beforeAll(async () => {
    const [names, ...rows] = await lines('churn/validation-dataset-with-header.csv')
    header = names!.split(',')
    const scores = (await lines('churn/validation-predictions.csv'))
      .slice(1)
      .map((line) => line.split(',')[1])
    const data = [`${names},probability`, ...rows.map((row, i) => `${row},${scores[i]}`)]
    baseline = await run(
      {
        ...rules,
        dataset_type: 'text/csv',
        headers: [...header, 'probability'],
        methods: {
          pre_training_bias: { methods: 'all' },
          post_training_bias: { methods: 'all' },
          report: {},
        },
        predictor: { probability: 'probability' },
      },
      { 'data/validation.csv': data.join('\n') },
    )
  })

  test('all 21 metrics are the recorded ones to 1e-12, in the recorded layout', async () => {
    const analysis = await report<Analysis>(baseline, 'analysis.json')
    const { analysis: recorded }: { analysis: Analysis } = JSON.parse(
      await read('expected/churn_bias_analysis.json'),
    )
    const numbers = (value: Analysis) =>
      (['pre_training_bias_metrics', 'post_training_bias_metrics'] as const).flatMap((stage) =>
        value[stage].facets['Account Length']![0]!.metrics.map(({ value }) => value),
      )
    const [found, expected] = [numbers(analysis), numbers(recorded)]
    expect(found).toHaveLength(21)
    for (const [i, value] of expected.entries())
      if (value === null) expect(found[i]).toBeNull()
      else expect(Math.abs((found[i] as number) - (value as number)), `${i}`).toBeLessThan(1e-12)
    const layout = (value: Analysis) =>
      JSON.parse(JSON.stringify(value, (key, inner) => (key === 'value' && inner !== null ? 0 : inner)))
    expect(layout(analysis)).toEqual(layout(recorded))
  })

  test('live captures and labels in one job: recorded label-free values, texts and facet value', async () => {
    const recorded = JSON.parse(await read('expected/churn_bias_violations.json'))
    const inputs = await lines('churn/test-dataset-input-cols.csv')
    const scores = (await lines('churn/test-predictions.csv')).slice(1).map((line) => line.split(',')[1])
    const labels = await lines('churn/test-dataset-gt-col.csv')
    const captures = inputs.map((data, i) =>
      JSON.stringify({
        captureData: {
          endpointInput: { observedContentType: 'text/csv', mode: 'INPUT', data, encoding: 'CSV' },
          endpointOutput: {
            observedContentType: 'text/csv; charset=utf-8',
            mode: 'OUTPUT',
            data: scores[i],
            encoding: 'CSV',
          },
        },
        eventMetadata: { eventId: `e${i}`, inferenceId: `i${i}`, inferenceTime: '2023-03-24T10:01:00Z' },
        eventVersion: '0',
      }),
    )
    const truths = labels.map((label, i) =>
      JSON.stringify({
        groundTruthData: { data: label.trim(), encoding: 'CSV' },
        eventMetadata: { eventId: `i${i}` },
        eventVersion: '0',
      }),
    )
    const found = await run(
      { ...rules, headers: header },
      {
        'data/churn/AllTraffic/2023/03/24/10/01-00-000-a.jsonl': captures.join('\n'),
        'truth/2023/03/24/11/a.jsonl': truths.toReversed().join('\n'),
      },
      {
        ground_truth_source: '$INPUT/truth',
        baseline_constraints: baseline.output,
        probability_attribute: '0',
        probability_threshold_attribute: '0.8',
        publish_cloudwatch_metrics: 'Enabled',
        sagemaker_endpoint_name: 'churn',
        sagemaker_monitoring_schedule_name: 'bias',
        start_time: '2023-03-24T10:00:00Z',
        end_time: '2023-03-24T11:00:00Z',
      },
    )
    const { pre_training_bias_metrics: pre, post_training_bias_metrics: post } = await report<Analysis>(
      found,
      'analysis.json',
    )
    const value = (stage: Stage, name: string) =>
      stage.facets['Account Length']![0]!.metrics.find((metric) => metric.name === name)!.value as number
    const { live_CI, live_DI, live_DPPL } = recorded.recomputable_label_free
    expect(Math.abs(value(pre, 'CI') - live_CI)).toBeLessThan(1e-12)
    expect(Math.abs(value(post, 'DI') - live_DI)).toBeLessThan(1e-12)
    expect(Math.abs(value(post, 'DPPL') - live_DPPL)).toBeLessThan(1e-12)

    const { version, violations } = await report<Violations>(found, 'constraint_violations.json')
    expect(version).toBe('1.0')
    const bare = violations.map(({ value: _, threshold: __, ...rest }) => rest)
    for (const name of ['DI', 'DPPL']) {
      const expected = recorded.violations.violations.find(
        ({ metric_name }: { metric_name: string }) => metric_name === name,
      )
      expect(bare).toContainEqual(expected)
    }
    const flagged = new Set(violations.map(({ metric_name }) => metric_name))
    const first = await report<Analysis>(baseline, 'analysis.json')
    for (const stage of ['pre_training_bias_metrics', 'post_training_bias_metrics'] as const)
      for (const { name, value: expected } of first[stage].facets['Account Length']![0]!.metrics) {
        const live = value(stage.startsWith('pre') ? pre : post, name)
        const further = expected !== null && Math.abs(live) > Math.abs(expected as number)
        expect(`${name} ${flagged.has(name)}`).toBe(`${name} ${further}`)
      }

    const sent = found
      .metrics!.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const ci = sent.find(({ MetricName }) => MetricName === 'bias_metric_CI')
    expect(ci.Value).toBe(live_CI)
    expect(ci.Dimensions).toEqual(
      Object.entries({
        Endpoint: 'churn',
        MonitoringSchedule: 'bias',
        BiasStage: 'Pre-training',
        Label: 'Churn',
        LabelValue: '1',
        Facet: 'Account Length',
        FacetValue: '(100, 232]',
      }).map(([Name, Value]) => ({ Name, Value })),
    )
    expect(sent.map(({ MetricName }) => MetricName)).not.toContain('bias_metric_CDDL')
  })

  test('the bootstrap says less often that a metric has moved, never more often', async () => {
    const [names, ...rows] = await lines('churn/validation-dataset-with-header.csv')
    const scores = (await lines('churn/validation-predictions.csv'))
      .slice(1)
      .map((line) => line.split(',')[1])
    const half = rows.flatMap((row, i) => (i % 2 === 0 ? [`${row},${scores[i]}`] : []))
    const config = {
      ...rules,
      dataset_type: 'text/csv',
      headers: [...header, 'probability'],
      predictor: { probability: 'probability' },
    }
    const files = { 'data/half.csv': [`${names},probability`, ...half].join('\n') }
    const plain = await run(config, files, { baseline_constraints: baseline.output })
    const byom = JSON.stringify({ analyzers: { bias: { bootstrap: 300 } } })
    const tested = await run(
      config,
      { ...files, 'config/byom.json': byom },
      { baseline_constraints: baseline.output },
    )
    const namesOf = async (found: JobRun) =>
      (await report<Violations>(found, 'constraint_violations.json')).violations.map(
        ({ metric_name }) => metric_name,
      )
    const [all, sure] = [await namesOf(plain), await namesOf(tested)]
    expect(all.length).toBeGreaterThan(sure.length)
    for (const name of sure.filter((each) => each !== 'FT')) expect(all).toContain(name)
  })
})

describe('adult data: JSON Lines, a category, a group variable', () => {
  const headers = [
    'Age',
    'Workclass',
    'fnlwgt',
    'Education',
    'Education-Num',
    'Marital Status',
    'Occupation',
    'Relationship',
    'Ethnic group',
    'Sex',
    'Capital Gain',
    'Capital Loss',
    'Hours per week',
    'Country',
  ]
  let rows: { features: number[]; label: number; predicted: number }[]
  let analysis: Analysis
  beforeAll(async () => {
    const data = (await lines('adult/validation-dataset.jsonl')).map((line) => JSON.parse(line))
    const predictions = (await lines('adult/validation-predictions.jsonl')).map((line) => JSON.parse(line))
    rows = data.map((row, i) => ({ ...row, predicted: predictions[i].predicted_label }))
    const found = await run(
      {
        dataset_type: 'application/jsonlines',
        headers,
        features: 'features',
        label: 'label',
        predicted_label: 'predicted',
        label_values_or_threshold: [1],
        facet: [{ name_or_index: 'Sex', value_or_threshold: [0] }],
        group_variable: 'Ethnic group',
        methods: { pre_training_bias: { methods: 'all' }, post_training_bias: { methods: 'all' } },
      },
      { 'data/adult.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') },
    )
    analysis = await report<Analysis>(found, 'analysis.json')
  })
  const metric = (stage: keyof Analysis, name: string) =>
    (analysis[stage] as Stage).facets['Sex']![0]!.metrics.find((each) => each.name === name)!.value as number

  test('the group is the listed value, and every metric has a number', () => {
    for (const stage of ['pre_training_bias_metrics', 'post_training_bias_metrics'] as const) {
      const [entry] = analysis[stage].facets['Sex']!
      expect(entry!.value_or_threshold).toBe('0')
      for (const { name, value } of entry!.metrics) expect(value, name).toBeTypeOf('number')
    }
  })

  test('disparities conditioned on the group are those of the rows', () => {
    const disparity = (of: (row: (typeof rows)[number]) => number) => {
      let sum = 0
      for (const group of new Set(rows.map(({ features }) => features[8]))) {
        const own = rows.filter(({ features }) => features[8] === group)
        const share = (outcome: number) => {
          const some = own.filter((row) => of(row) === outcome)
          return some.length === 0 ? 0 : some.filter(({ features }) => features[9] === 0).length / some.length
        }
        sum += (own.length / rows.length) * (share(0) - share(1))
      }
      return sum
    }
    expect(metric('pre_training_bias_metrics', 'CDDL')).toBeCloseTo(
      disparity(({ label }) => label),
      14,
    )
    expect(metric('post_training_bias_metrics', 'CDDPL')).toBeCloseTo(
      disparity(({ predicted }) => predicted),
      14,
    )
  })

  test('the others are those of the rows, too', () => {
    const [d, a] = [0, 1].map((sex) =>
      rows.filter(({ features }) => (features[9] === 0) === (sex === 0)),
    ) as [typeof rows, typeof rows]
    const share = (list: typeof rows, test: (row: (typeof rows)[number]) => boolean) =>
      list.filter(test).length / list.length
    const among = (
      list: typeof rows,
      given: (row: (typeof rows)[number]) => boolean,
      test: (row: (typeof rows)[number]) => boolean,
    ) => share(list.filter(given), test)
    const expected: Record<string, number> = {
      AD: share(a, (r) => r.label === r.predicted) - share(d, (r) => r.label === r.predicted),
      DI: share(d, (r) => r.predicted === 1) / share(a, (r) => r.predicted === 1),
      RD:
        among(
          a,
          (r) => r.label === 1,
          (r) => r.predicted === 1,
        ) -
        among(
          d,
          (r) => r.label === 1,
          (r) => r.predicted === 1,
        ),
      SD:
        among(
          d,
          (r) => r.label === 0,
          (r) => r.predicted === 0,
        ) -
        among(
          a,
          (r) => r.label === 0,
          (r) => r.predicted === 0,
        ),
      DAR:
        among(
          a,
          (r) => r.predicted === 1,
          (r) => r.label === 1,
        ) -
        among(
          d,
          (r) => r.predicted === 1,
          (r) => r.label === 1,
        ),
      DRR:
        among(
          d,
          (r) => r.predicted === 0,
          (r) => r.label === 0,
        ) -
        among(
          a,
          (r) => r.predicted === 0,
          (r) => r.label === 0,
        ),
    }
    for (const [name, value] of Object.entries(expected))
      expect(metric('post_training_bias_metrics', name), name).toBeCloseTo(value, 14)
  })
})

describe('bad input', () => {
  const config = {
    dataset_type: 'text/csv',
    label: 'y',
    label_values_or_threshold: [1],
    predicted_label: 'p',
  }
  const metricsOf = async (found: JobRun, stage: 'pre' | 'post', facet = 'sex') =>
    (await report<Analysis>(found, 'analysis.json'))[`${stage}_training_bias_metrics`].facets[facet]![0]!
      .metrics

  test('an empty group is a documented error, not a number', async () => {
    const found = await run(
      { ...config, facet: [{ name_or_index: 'sex', value_or_threshold: ['x'] }] },
      { 'data/a.csv': 'y,p,sex\n1,1,m\n0,0,m\n' },
    )
    for (const { value, error } of await metricsOf(found, 'pre'))
      expect({ value, error }).toEqual({ value: null, error: 'Facet set is empty' })
  })

  test('a facet that is not in the data, and one without its counterpart', async () => {
    const found = await run(
      {
        ...config,
        facet: [
          { name_or_index: 'age', value_or_threshold: ['x'] },
          { name_or_index: 'sex', value_or_threshold: ['m'] },
        ],
      },
      { 'data/a.csv': 'y,p,sex\n1,1,m\n0,0,m\n' },
    )
    expect((await metricsOf(found, 'pre', 'age'))[0]!.error).toBe('Facet column is not in the data')
    expect((await metricsOf(found, 'post', 'sex'))[0]!.error).toBe('Negated Facet set is empty')
  })

  test('a facet without values: every value is a group of its own', async () => {
    const found = await run(
      { ...config, facet: { name_or_index: 'n' } },
      { 'data/a.csv': 'y,p,n\n1,1,10\n0,0,2\n1,0,2\n0,1,x\n' },
    )
    const groups = (await report<Analysis>(found, 'analysis.json')).pre_training_bias_metrics.facets['n']!
    expect(groups.map(({ value_or_threshold }) => value_or_threshold)).toEqual(['2', '10', 'x'])
    const imbalance = groups.map(({ metrics }) => metrics.find(({ name }) => name === 'CI')!.value)
    expect(imbalance).toEqual([0, 0.5, 0.5])
  })

  test('a facet without values that has too many is a documented error', async () => {
    const rows = Array.from({ length: 101 }, (_, i) => `${i % 2},${i % 3 ? 0 : 1},${i}`)
    const found = await run(
      { ...config, facet: { name_or_index: 'n' } },
      { 'data/a.csv': ['y,p,n', ...rows].join('\n') },
    )
    for (const stage of ['pre', 'post'] as const)
      for (const { value, error } of await metricsOf(found, stage, 'n'))
        expect({ value, error }).toEqual({
          value: null,
          error: 'Facet has too many different values: give value_or_threshold',
        })
  })

  test('two facets of one column, a group variable that is not in the data, names of the guide', async () => {
    const found = await run(
      {
        ...config,
        group_variable: 'region',
        label_values_or_threshold: [],
        facet: ['f', 'm'].map((value) => ({ name_or_index: 'sex', value_or_threshold: [value] })),
        methods: {
          pre_training_bias: { methods: ['CI', 'CDDL'] },
          post_training_bias: { methods: ['DCAcc', 'DI'] },
        },
      },
      { 'data/a.csv': 'y,p,sex\n1,1,m\n0,0,m\n1,1,f\n' },
    )
    const { pre_training_bias_metrics: pre, post_training_bias_metrics: post } = await report<Analysis>(
      found,
      'analysis.json',
    )
    const metric = (name: string, value: number | null) => expect.objectContaining({ name, value })
    expect(pre.facets['sex']).toEqual([
      { value_or_threshold: 'f', metrics: [metric('CDDL', null), metric('CI', expect.closeTo(1 / 3, 14))] },
      { value_or_threshold: 'm', metrics: [metric('CDDL', null), metric('CI', expect.closeTo(-1 / 3, 14))] },
    ])
    expect(pre.facets['sex']![0]!.metrics[0]!.error).toBe('Group variable is empty or not provided')
    // Without named values 1 is the positive outcome: half of m, all of f.
    expect(post.facets['sex']![0]!.metrics).toEqual([metric('DCA', 0), metric('DI', 2)])
  })

  test('zero denominators: 0/0 is 0, x/0 is infinite and a text', async () => {
    const found = await run(
      { ...config, facet: [{ name_or_index: 'sex', value_or_threshold: ['f'] }] },
      { 'data/a.csv': 'y,p,sex\n1,0,m\n0,0,m\n1,1,f\n0,1,f\n,1,f\n1,,f\n' },
      { publish_cloudwatch_metrics: 'Enabled' },
    )
    const byName = new Map((await metricsOf(found, 'post')).map(({ name, value }) => [name, value]))
    expect(byName.get('DI')).toBe('Infinity')
    expect(byName.get('DAR')).toBe(-0.5)
    const text = await readFile(join(found.output, 'analysis.json'), 'utf8')
    expect(text).not.toContain('NaN')
    const sent = found
      .metrics!.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(sent.find(({ MetricName }) => MetricName === 'bias_metric_DI').Value.toPrecision(7)).toBe(
      '2.348543e+108',
    )
    const { custom } = await report<{ custom: { analyzers: Record<string, { excluded: object }> } }>(
      found,
      'statistics.json',
    )
    expect(custom.analyzers['bias@1']!.excluded).toEqual({ label_missing: 1, prediction_missing: 1 })
  })
})

describe('bad input of whole columns', () => {
  const start = async (config: object, data: string) => {
    const folder = join(work, `run-${++runs}`)
    const input = join(folder, 'opt/processing/input')
    await mkdir(join(input, 'config'), { recursive: true })
    await mkdir(join(input, 'data'))
    await writeFile(
      join(input, 'config/analysis_config.json'),
      JSON.stringify({ dataset_type: 'text/csv', ...config }),
    )
    await writeFile(join(input, 'data/a.csv'), data)
    return runJob(folder, {})
  }
  const facet = [{ name_or_index: 'sex', value_or_threshold: ['f'] }]

  test('no row has a label, or a prediction: a failure that says so', async () => {
    for (const [data, why] of [
      ['y,p,sex\n,1,f\n,0,m\n', 'label_missing 2'],
      ['label,p,sex\n1,1,f\n', 'label_missing 1'],
      ['y,sex\n1,f\n', 'prediction_missing 1'],
    ]) {
      const found = await start({ label: 'y', predicted_label: 'p', facet }, data!)
      expect(found.exit, found.log).toBe(5)
      expect(found.message).toContain(`analyzer bias: complete: no row can be counted (${why})`)
    }
  })

  test('probabilities outside 0..1 are left out and counted; labels of one kind have values and no NaN', async () => {
    const found = await start(
      { label: 'y', predictor: { probability: 'p' }, facet },
      'y,p,sex\n1,0.9,f\n1,0.2,f\n1,0.7,m\n1,1.5,m\n1,-0.1,m\n',
    )
    expect(found.exit, found.log).toBe(0)
    const { custom } = await report<{
      custom: { analyzers: Record<string, { excluded: object; rows: number }> }
    }>(found, 'statistics.json')
    expect(custom.analyzers['bias@1']).toMatchObject({ rows: 3, excluded: { probability_out_of_range: 2 } })
    const { pre_training_bias_metrics: pre, post_training_bias_metrics: post } = await report<Analysis>(
      found,
      'analysis.json',
    )
    const metric = (stage: Stage, name: string) =>
      stage.facets['sex']![0]!.metrics.find((each) => each.name === name)!.value
    // All labels are positive: nothing differs between the groups but their sizes.
    for (const name of ['DPL', 'JS', 'KL', 'KS', 'LP', 'TVD']) expect(metric(pre, name), name).toBe(0)
    expect(metric(pre, 'CI')).toBeCloseTo(-1 / 3, 15)
    // No negative was there to be recognised, and none was: 0/0.
    expect([metric(post, 'SD'), metric(post, 'DRR'), metric(post, 'RD')]).toEqual([0, 0, 0.5])
    expect(await readFile(join(found.output, 'analysis.json'), 'utf8')).not.toContain('NaN')
  })
})

test('a configuration without facet or predictions says what is missing, before data is read', async () => {
  const folder = join(work, 'wrong')
  const path = join(folder, 'opt/processing/input/config/analysis_config.json')
  await mkdir(dirname(path), { recursive: true })
  const methods = { post_training_bias: { methods: 'all' }, pre_training_bias: { methods: ['CI', 'CL'] } }
  await writeFile(path, JSON.stringify({ label: 'y', methods }))
  const found = await runJob(folder, { dataset_source: folder })
  expect(found.exit).toBe(2)
  expect(found.message).toContain('has no facet')
  expect(found.message).toContain('post_training_bias needs predictions')
  expect(found.message).toContain(
    'methods.pre_training_bias names CL, expected "all" or some of CDDL, CI, DPL, JS, KL, KS, LP, TVD.',
  )
})
