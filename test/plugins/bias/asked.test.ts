/** Predictions asked from a model over HTTP: the same reports as from a dataset that holds the model's answers. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type JobRun, report, runJob, textOf } from '../../run-job.ts'
import { type Behaviour, type ModelServer, serveModel } from '../attribution/model-server.ts'

type Metric = { name: string; value: number | string | null; error?: string }
type Stage = { facets: Record<string, { value_or_threshold: string; metrics: Metric[] }[]> }
type Analysis = Record<'pre_training_bias_metrics' | 'post_training_bias_metrics', Stage>
type Statistics = { custom: { analyzers: Record<string, { asked_rows: number; excluded: object }> } }

const golden = new URL('../../golden/', import.meta.url).pathname
const lines = async (file: string) => (await readFile(join(golden, file), 'utf8')).trim().split('\n')

let work: string
let server: ModelServer
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-bias-asked-'))
})
afterAll(() => rm(work, { recursive: true }))
afterEach(() => server?.close())

async function run(
  config: object,
  data: Record<string, string>,
  behaviour: Behaviour,
  { options = {}, plan = {} }: { options?: object; plan?: object } = {},
): Promise<JobRun> {
  server = await serveModel(behaviour)
  const folder = join(work, `run-${++runs}`)
  const byom = { analyzers: { bias: { model: { url: server.url, retries: 0 }, ...options } }, ...plan }
  const files = {
    'config/analysis_config.json': JSON.stringify(config),
    'config/byom.json': JSON.stringify(byom),
    ...data,
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'opt/processing/input', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return runJob(folder, {})
}

async function metricsOf(found: JobRun, facet: string): Promise<Map<string, Metric['value']>> {
  expect(found.exit, found.log).toBe(0)
  const { pre_training_bias_metrics: pre, post_training_bias_metrics: post } = await report<Analysis>(
    found,
    'analysis.json',
  )
  return new Map(
    [pre, post].flatMap(({ facets }) => facets[facet]![0]!.metrics.map(({ name, value }) => [name, value])),
  )
}

describe('churn: CSV, a score per row, a threshold', () => {
  test('all 21 metrics are the recorded ones to 1e-12; the model is given the features alone', async () => {
    const [names, ...rows] = await lines('churn/validation-dataset-with-header.csv')
    const scores = (await lines('churn/validation-predictions.csv'))
      .slice(1)
      .map((line) => Number(line.split(',')[1]))
    const label = names!.split(',').indexOf('Churn')
    const featuresOf = (line: string) => line.split(',').map(Number).toSpliced(label, 1)
    const byRow = new Map(rows.map((row, i) => [featuresOf(row).join(), scores[i]!]))
    const found = await run(
      {
        dataset_type: 'text/csv',
        headers: names!.split(','),
        label: 'Churn',
        label_values_or_threshold: [1],
        facet: [{ name_or_index: 'Account Length', value_or_threshold: [100] }],
        probability_threshold: 0.8,
        methods: {
          pre_training_bias: { methods: 'all' },
          post_training_bias: { methods: 'all' },
          report: {},
        },
        predictor: { model_name: 'churn', instance_type: 'ml.m5.xlarge', initial_instance_count: 1 },
      },
      { 'data/validation.csv': [names, ...rows].join('\n') },
      { scores: (row) => byRow.get(row.join()) ?? Number.NaN },
    )
    const metrics = await metricsOf(found, 'Account Length')
    const { analysis }: { analysis: Analysis } = JSON.parse(
      await readFile(join(golden, 'expected/churn_bias_analysis.json'), 'utf8'),
    )
    const recorded = Object.values(analysis).flatMap(
      (stage) => (stage as Partial<Stage>).facets?.['Account Length']?.[0]?.metrics ?? [],
    )
    expect(recorded).toHaveLength(21)
    for (const { name, value } of recorded)
      if (value === null) expect(metrics.get(name), name).toBeNull()
      else expect(Math.abs((metrics.get(name) as number) - (value as number)), name).toBeLessThan(1e-12)
    expect(server.requests.rows).toBe(rows.length)
    const { custom } = await report<Statistics>(found, 'statistics.json')
    expect(custom.analyzers['bias@1']!.asked_rows).toBe(rows.length)
  })
})

describe('adult: JSON Lines', () => {
  const headers =
    'Age,Workclass,fnlwgt,Education,EdNum,Marital,Occupation,Relationship,Ethnic,Sex,Gain,Loss,Hours,Country'
  const config = {
    dataset_type: 'application/jsonlines',
    headers: headers.split(','),
    features: 'features',
    label: 'label',
    label_values_or_threshold: [1],
    facet: [{ name_or_index: 'Sex', value_or_threshold: [0] }],
    group_variable: 'Ethnic',
    methods: { pre_training_bias: { methods: 'all' }, post_training_bias: { methods: 'all' } },
  }
  const predictor = {
    content_type: 'application/jsonlines',
    accept_type: 'application/jsonlines',
    content_template: '{"features":$features}',
  }
  let rows: { features: number[]; label: number }[]
  let known: Map<string, number>
  let expected: Map<string, Metric['value']>
  beforeAll(async () => {
    const answers = (await lines('adult/validation-predictions.jsonl')).map((line) => JSON.parse(line))
    rows = (await lines('adult/validation-dataset.jsonl')).map((line) => JSON.parse(line))
    known = new Map(rows.map(({ features }, i) => [features.join(), answers[i].predicted_label]))
    const told = rows.map((row) => JSON.stringify({ ...row, predicted: known.get(row.features.join()) }))
    const found = await run(
      { ...config, predicted_label: 'predicted' },
      { 'data/a.jsonl': told.join('\n') },
      { scores: () => Number.NaN },
    )
    expect(server.requests).toEqual({ ping: 0, invocations: 0, rows: 0 })
    expected = await metricsOf(found, 'Sex')
    expect(expected.size).toBe(21)
    await server.close()
  })
  // Long enough to be cut into units.
  const data = () => rows.map((row) => JSON.stringify({ ...row, note: 'x'.repeat(700) })).join('\n')
  const answer = (row: (number | string | null)[]) => known.get(row.join()) ?? Number.NaN

  test('labels of the answers give what a column of labels gives, of any split', async () => {
    const whole = await run(
      { ...config, predictor: { ...predictor, label: 'score' } },
      { 'data/a.jsonl': data() },
      { scores: answer },
    )
    expect(await metricsOf(whole, 'Sex')).toEqual(expected)
    await server.close()
    // A unit holds half as many bytes of JSON as of captures.
    const bytes = 2 * Math.ceil(data().length / 7)
    const split = await run(
      { ...config, predictor: { ...predictor, label: 'score' } },
      { 'data/a.jsonl': data() },
      { scores: answer },
      { plan: { plan: { unitBytes: bytes }, workers: 2 } },
    )
    expect(split.exit, split.log).toBe(0)
    expect((await report<{ plan: { units: number } }>(split, 'run.json')).plan.units).toBe(7)
    expect(await textOf(join(split.output, 'analysis.json'))).toBe(
      await textOf(join(whole.output, 'analysis.json')),
    )
  })

  test('a list of scores: the largest wins, and has the name of its header', async () => {
    // The header of the label stands after those of the features, as the SDK writes it: it is no feature.
    const all = [...config.headers, 'Target']
    const named = { ...config, headers: all, label_values_or_threshold: ['yes'] }
    const texts = rows.map(({ features, label }) => JSON.stringify({ features, label: label ? 'yes' : 'no' }))
    const found = await run(
      { ...named, predictor: { ...predictor, probability: 'score', label_headers: ['no', 'yes'] } },
      { 'data/a.jsonl': texts.join('\n') },
      { scores: (row) => (answer(row) === 1 ? [0.2, 0.8] : [0.9, 0.1]) },
    )
    expect(await metricsOf(found, 'Sex')).toEqual(expected)
  })

  test('an ONNX file gives what a column of its labels gives, and no server is asked; of two models none is', async () => {
    const path = join(golden, 'models/adult.onnx')
    const options = { model: { path, columns: [1] } }
    // The published labels are 0 up to a score of 0.4622 and 1 from 0.4672.
    const found = await run(
      { ...config, probability_threshold: 0.465 },
      { 'data/a.jsonl': data() },
      { scores: answer },
      { options },
    )
    expect(server.requests).toEqual({ ping: 0, invocations: 0, rows: 0 })
    expect(await metricsOf(found, 'Sex')).toEqual(expected)
    const { models } = await report<{ models: { path: string }[] }>(found, 'run.json')
    expect(models).toMatchObject([{ path }])
    await server.close()
    const both = { model: { path, url: 'http://127.0.0.1:1' } }
    const refused = await run(config, { 'data/a.jsonl': data() }, { scores: answer }, { options: both })
    expect(refused.exit).toBe(2)
    expect(refused.message).toContain('model.url and model.path are both set: one model is asked.')
  })

  test('both scores of an ONNX file: the larger wins; a file that is none stops the job before data is read', async () => {
    const path = join(golden, 'models/adult.onnx')
    const files = { 'data/a.jsonl': data() }
    const found = await run(config, files, { scores: answer }, { options: { model: { path } } })
    await server.close()
    const second = { model: { path, columns: [1] } }
    const half = await run(
      { ...config, probability_threshold: 0.5 },
      files,
      { scores: answer },
      { options: second },
    )
    expect(await metricsOf(found, 'Sex')).toEqual(await metricsOf(half, 'Sex'))
    await server.close()
    const none = { model: { path: '/none.onnx' } }
    const refused = await run(config, files, { scores: answer }, { options: none })
    expect(refused.exit).toBe(2)
    expect(refused.message).toContain('/none.onnx cannot be read: there is no such file')
  })

  test('more rows than may be asked: a sample that does not depend on the split; pre-training metrics of all', async () => {
    const asked = { ...config, predictor: { ...predictor, label: 'score' } }
    const options = { maxRows: 300 }
    const whole = await run(asked, { 'data/a.jsonl': data() }, { scores: answer }, { options })
    expect(server.requests.rows).toBe(300)
    const metrics = await metricsOf(whole, 'Sex')
    expect(metrics.get('DPL')).toBe(expected.get('DPL'))
    expect(metrics.get('DPPL')).not.toBe(expected.get('DPPL'))
    expect(Math.abs((metrics.get('DPPL') as number) - (expected.get('DPPL') as number))).toBeLessThan(0.15)
    await server.close()
    const plan = { plan: { unitBytes: 2 * Math.ceil(data().length / 5) }, workers: 2 }
    const split = await run(asked, { 'data/a.jsonl': data() }, { scores: answer }, { options, plan })
    expect(await textOf(join(split.output, 'analysis.json'))).toBe(
      await textOf(join(whole.output, 'analysis.json')),
    )
  })

  test('scores outside 0..1 are left out and counted; a model that fails fails its section alone', async () => {
    const found = await run(
      { ...config, predictor: { ...predictor, probability: 'score' } },
      { 'data/a.jsonl': data() },
      { scores: (row) => (row[9] === 0 ? 7 : 0.4) },
    )
    const women = rows.filter(({ features }) => features[9] === 0).length
    expect(found.exit, found.log).toBe(0)
    const { custom } = await report<Statistics>(found, 'statistics.json')
    expect(custom.analyzers['bias@1']!.excluded).toEqual({ probability_out_of_range: women })
    const { facets } = (await report<Analysis>(found, 'analysis.json')).post_training_bias_metrics
    expect(facets['Sex']![0]!.metrics[0]).toMatchObject({ value: null, error: 'Facet set is empty' })
    await server.close()
    const broken = await run(
      { ...config, predictor: { ...predictor, label: 'score' } },
      { 'data/a.jsonl': data() },
      { scores: answer, status: () => 500 },
    )
    expect(broken.exit).toBe(5)
    expect(broken.message).toContain('analyzer bias: complete: the model at http://127.0.0.1')
    expect(broken.message).toContain('answered with status 500 (1 attempts)')
  })
})

test('without predictions and without a model the job says both ways out before data is read', async () => {
  const config = {
    dataset_type: 'text/csv',
    label: 'y',
    facet: [{ name_or_index: 'sex' }],
    methods: { post_training_bias: { methods: 'all' } },
  }
  const none = await run(
    config,
    { 'data/a.csv': 'y,sex\n1,m\n' },
    { scores: () => 0 },
    { options: { model: {} } },
  )
  expect(none.exit).toBe(2)
  expect(none.message).toContain('analyzers.bias.model.url')
  await server.close()
  const wrong = await run(
    config,
    { 'data/a.csv': 'y,sex\n1,m\n' },
    { scores: () => 0 },
    { options: { model: { url: 'model:8080' } } },
  )
  expect(wrong.exit).toBe(2)
  expect(wrong.message).toContain('model.url is model:8080, expected an address like http://model:8080')
})

test('columns that the configuration leaves out are not given to the model', async () => {
  const given: unknown[] = []
  const found = await run(
    {
      dataset_type: 'text/csv',
      headers: ['id', 'y', 'a', 'b', 'sex'],
      label: 1,
      joinsource_name_or_index: 'id',
      excluded_columns: [3, 'sex'],
      facet: [{ name_or_index: 'sex', value_or_threshold: ['f'] }],
    },
    { 'data/a.csv': '1,1,5,6,m\n2,0,7,8,f\n3,1,9,9,f\n' },
    {
      scores: (row) => {
        given.push(row)
        return 0.9
      },
    },
  )
  expect(found.exit, found.log).toBe(0)
  expect(given).toEqual([[5], [7], [9]])
})
