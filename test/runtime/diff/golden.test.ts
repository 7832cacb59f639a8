/** `byom diff` between the recordings of the original containers and our own runs over the same inputs. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Constraints } from '../../../contracts/types.generated.ts'
import type { Result } from '../../../runtime/diff/index.ts'
import { type JobRun, runCommand, runJob } from '../../run-job.ts'

const golden = new URL('../../golden/', import.meta.url).pathname
const read = (file: string) => readFile(join(golden, file), 'utf8')
const readJson = async (file: string) => JSON.parse(await read(`expected/${file}.json`))

let work: string
let runs = 0
let baseline: JobRun
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-diff-'))
  baseline = await start({
    dataset_source: join(golden, 'churn/training-dataset-with-header.csv'),
    dataset_format: '{"csv": {"header": true}}',
  })
})
afterAll(() => rm(work, { recursive: true }))

const start = async (environment: Record<string, string>) => {
  const run = await runJob(join(work, `run-${++runs}`), environment)
  expect(run.exit, run.log).toBe(0)
  return run
}
const put = async (file: string, content: unknown) => {
  const path = join(work, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
/** A folder with these report files. */
const recordedFolder = async (files: Record<string, unknown>) => {
  const name = `recorded-${++runs}`
  for (const [file, content] of Object.entries(files)) await put(`${name}/${file}.json`, content)
  return join(work, name)
}
/** One report of a run in a folder of its own. */
const alone = async (run: JobRun, ...files: string[]) => {
  const contents = await Promise.all(files.map((file) => readFile(join(run.output, `${file}.json`), 'utf8')))
  return recordedFolder(Object.fromEntries(files.map((file, i) => [file, contents[i]])))
}
const diff = async (
  a: string,
  b: string,
  ...flags: string[]
): Promise<Result & { exit: number | undefined }> => {
  const { exit, log } = await runCommand(work, {}, { args: ['diff', a, b, '--json', ...flags] })
  return { exit, ...JSON.parse(log) }
}
const different = ({ differences }: Result) => differences.filter(({ verdict }) => verdict === 'different')

describe('the churn baseline', () => {
  test('constraints are the same, though the recorded file is older and shorter', async () => {
    const recorded = await recordedFolder({ constraints: await readJson('churn_baseline_constraints') })
    const found = await diff(recorded, await alone(baseline, 'constraints'))
    expect(found).toMatchObject({ exit: 0, same: true, differences: [] })
    // 70 features: type, completeness, sign; version and nine settings.
    expect(found.compared).toEqual({ 'constraints.json': 70 * 3 + 1 + 9 })
  })

  test('statistics are the same to the printed digits; what was not printed is said', async () => {
    const { item_count, features } = await readJson('churn_baseline_statistics_first10')
    type Printed = Record<string, number | string>
    const recorded = await recordedFolder({
      statistics: {
        version: 0,
        dataset: { item_count },
        features: features.map((feature: Printed) => {
          const { name, inferred_type, num_present, num_missing, mean, sum, std_dev, min, max } = feature
          const common = { num_present, num_missing }
          return { name, inferred_type, numerical_statistics: { common, mean, sum, std_dev, min, max } }
        }),
      },
    })
    const ours = await alone(baseline, 'statistics')
    const found = await diff(recorded, ours, '--digits', '6')
    expect(found.exit).toBe(9)
    const [missing, rest] = [true, false].map((absent) =>
      different(found).filter(
        ({ where, why }) => (where === '' && why!.startsWith('the feature is only in B')) === absent,
      ),
    )
    expect(missing).toHaveLength(60)
    expect(rest!.map(({ feature, where, a }) => [feature, where, a])).toEqual(
      features.map(({ name }: Printed) => [name, 'distribution', undefined]),
    )
    const printed = found.differences.filter(({ tolerance }) => tolerance === 'printed')
    expect(new Set(printed.map(({ where }) => where))).toEqual(new Set(['mean', 'std_dev']))
    expect(printed).toHaveLength(20)
    const strict = different(await diff(recorded, ours))
    expect(strict.filter(({ where }) => where === 'mean').length).toBeGreaterThanOrEqual(9)
    expect(strict.find(({ where }) => where === 'mean')!.why).toContain('--digits 6')
  })
})

describe('monitoring of churn captures', () => {
  const text = (percent: string) =>
    `Data type match requirement is not met. Expected data type: Integral, Expected match: 100.0%. Observed: Only ${percent}% of data is Integral.`

  async function monitor(rows: number, odd: number): Promise<JobRun> {
    const inputs = (await read('churn/test-dataset-input-cols.csv')).trimEnd().split('\n')
    const [, ...predictions] = (await read('churn/test-predictions.csv')).trimEnd().split('\n')
    const order = Array.from({ length: rows }, (_, i) =>
      i < odd ? 0 : 1 + ((i - odd) % (inputs.length - 1)),
    )
    const records = order.map((row, i) => ({
      captureData: {
        endpointInput: { observedContentType: 'text/csv', mode: 'INPUT', data: inputs[row], encoding: 'CSV' },
        endpointOutput: {
          observedContentType: 'text/csv',
          mode: 'OUTPUT',
          data: predictions[row]!.split(',')[1],
          encoding: 'CSV',
        },
      },
      eventMetadata: { eventId: `event-${i}`, inferenceTime: '2022-04-18T00:21:48Z' },
      eventVersion: '0',
    }))
    const file = await put(
      `captures-${++runs}/file.jsonl`,
      records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    )
    return start({
      dataset_source: dirname(file),
      dataset_format: '{"sagemakerCaptureJson":{}}',
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
    })
  }

  /** The 60 violations as recorded, in another order than ours. */
  async function recordedViolations(percent: string) {
    const { not_violated_integral_inputs: whole } = await readJson('churn_data_quality_violations')
    const { features }: Constraints = await readJson('churn_baseline_constraints')
    const names = features.filter(({ inferred_type }) => inferred_type === 'Integral').map(({ name }) => name)
    const violations = names
      .filter((name) => !whole.includes(name))
      .map((name) => ({
        feature_name: name,
        constraint_check_type: 'data_type_check',
        description: text(name === 'Churn' ? '0.0' : percent),
      }))
    expect(violations).toHaveLength(60)
    return violations.reverse()
  }

  test('the 60 violations are the recorded ones; a run over other records says other shares', async () => {
    const ours = await alone(await monitor(1977, 7), 'constraint_violations')
    const violations = await recordedViolations('99.64592817400101')
    const recorded = await recordedFolder({ constraint_violations: { violations } })
    expect(await diff(recorded, ours)).toMatchObject({
      exit: 0,
      differences: [],
      compared: { 'constraint_violations.json': 60 },
    })
    const other = await recordedFolder({
      constraint_violations: { violations: await recordedViolations('99.6458923512748') },
    })
    const found = await diff(other, ours)
    expect(found.exit).toBe(9)
    expect(different(found)).toHaveLength(59)
    expect(different(found)[0]!.why).toBe(
      'the same verdict with other numbers: other rows, or another threshold',
    )

    const more = {
      feature_name: 'Day Calls',
      constraint_check_type: 'data_type_check',
      description: text('99.9'),
    }
    const sixtyOne = await recordedFolder({ constraint_violations: { violations: [...violations, more] } })
    const known = different(await diff(sixtyOne, ours))
    expect(known).toMatchObject([{ feature: 'Day Calls', where: 'data_type_check', a: text('99.9') }])
    expect(known[0]!.why).toContain('One of six recorded runs of the original')
  })
})

test('model quality: the printed metrics, matrix and thresholds', async () => {
  const recorded = await readJson('churn_model_quality_baseline')
  const metrics = Object.fromEntries(
    Object.entries(recorded.values_6_digits).map(([name, value]) => [
      name,
      { value, standard_deviation: 0.01 },
    ]),
  )
  const folder = await recordedFolder({
    statistics: {
      version: 0,
      dataset: { item_count: recorded.item_count },
      binary_classification_metrics: { confusion_matrix: recorded.confusion_matrix, ...metrics },
    },
    constraints: { version: 0, binary_classification_constraints: recorded.suggested_constraints },
  })
  const run = await start({
    ...recorded.env,
    dataset_source: join(golden, recorded.input),
    dataset_format: '{"csv": {"header": true}}',
  })
  const found = await diff(folder, await alone(run, 'statistics', 'constraints'), '--digits', '6')
  // Curves and constant classifiers were not printed.
  const left = different(found).map(
    ({ file, where }) => `${file} ${where.replace('binary_classification_', '')}`,
  )
  expect(left.filter((name) => !/_curve$|_best_constant_classifier$/.test(name))).toEqual([])
  expect(left).toHaveLength(2 + 6)
  expect(found.differences.filter(({ tolerance }) => tolerance === 'chance')).toHaveLength(11)
  expect(found.differences.filter(({ tolerance }) => tolerance === 'printed').length).toBeGreaterThan(6)
})

test('bias: all 21 recorded metrics, exactly', async () => {
  const { analysis, config } = await readJson('churn_bias_analysis')
  const [names, ...rows] = (await read('churn/validation-dataset-with-header.csv')).trim().split('\n')
  const scores = (await read('churn/validation-predictions.csv')).trim().split('\n').slice(1)
  const data = [`${names},probability`, ...rows.map((row, i) => `${row},${scores[i]!.split(',')[1]}`)]
  const folder = join(work, `run-${++runs}`)
  const settings = {
    ...config,
    dataset_type: 'text/csv',
    headers: [...names!.split(','), 'probability'],
    methods: { pre_training_bias: { methods: 'all' }, post_training_bias: { methods: 'all' }, report: {} },
    predictor: { probability: 'probability' },
  }
  const input = `${folder.slice(work.length + 1)}/opt/processing/input`
  await put(`${input}/config/analysis_config.json`, settings)
  await put(`${input}/data/data.csv`, `${data.join('\n')}\n`)
  const run = await runJob(folder, { output_path: join(folder, 'out') })
  expect(run.exit, run.log).toBe(0)
  const found = await diff(await recordedFolder({ analysis }), await alone(run, 'analysis'))
  expect(different(found)).toEqual([])
  expect(found.exit).toBe(0)
  expect(found.compared['analysis.json']).toBeGreaterThan(21 * 3)
})
