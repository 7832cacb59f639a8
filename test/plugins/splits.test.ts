/**
 * Merge laws from files through the entry point: quality, bias and attribution of a file that is cut into 1, 7 and 23 units
 * are the same bytes, also where the units are steps of their own and their states are merged in another grouping.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report, runCommand, textOf } from '../run-job.ts'

interface Job {
  readonly name: string
  /** Files below /opt/ml/processing/input. */
  readonly files: Readonly<Record<string, string>>
  readonly environment: Readonly<Record<string, string>>
  readonly settings: object
}

const golden = new URL('../golden/', import.meta.url).pathname
const read = async (file: string) => (await readFile(join(golden, file), 'utf8')).trim().split('\n')

/** JSON Lines, long enough for 23 units of the smallest size: a file of CSV is not cut. */
function linesOf(rows: readonly object[]): string {
  const note = 'x'.repeat(Math.ceil((23 * 65_536) / rows.length))
  return rows.map((row) => `${JSON.stringify({ ...row, note })}\n`).join('')
}

/** Rows of a CSV file of numbers, by name. */
async function table(file: string): Promise<Record<string, number>[]> {
  const [header = '', ...rows] = await read(file)
  const names = header.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, k) => [names[k], Number(value)])))
}

async function quality(): Promise<Job> {
  return {
    name: 'model quality',
    files: { 'data/a.jsonl': linesOf(await table('churn/validation_with_predictions.csv')) },
    environment: {
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'BinaryClassification',
      dataset_format: '{"json": {"lines": true}}',
      probability_attribute: 'probability',
      probability_threshold_attribute: '0.8',
      ground_truth_attribute: 'label',
    },
    settings: {},
  }
}

async function bias(): Promise<Job> {
  const predictions = await table('churn/validation-predictions.csv')
  const rows = (await table('churn/validation-dataset-with-header.csv')).map((row, i) => ({
    ...row,
    p: predictions[i]!['probability'],
  }))
  const config = {
    dataset_type: 'application/jsonlines',
    label: 'Churn',
    label_values_or_threshold: [1],
    facet: [{ name_or_index: 'Account Length', value_or_threshold: [100] }],
    group_variable: 'VMail Message',
    predictor: { probability: 'p' },
    probability_threshold: 0.8,
  }
  return {
    name: 'bias',
    files: {
      'data/a.jsonl': linesOf(rows),
      'config/analysis_config.json': JSON.stringify(config),
    },
    environment: {},
    settings: { analyzers: { bias: { flipTestRows: 300, bootstrap: 20 } } },
  }
}

async function attribution(): Promise<Job> {
  const rows = (await read('adult/validation-dataset.jsonl')).map((line) => JSON.parse(line))
  const { features } = JSON.parse(await readFile(join(golden, 'xgboost/expected.json'), 'utf8'))
  const config = {
    dataset_type: 'application/jsonlines',
    headers: features,
    features: 'features',
    label: 'label',
    methods: { shap: { agg_method: 'median', save_local_shap_values: true } },
  }
  return {
    name: 'attribution',
    files: {
      'data/a.jsonl': linesOf(rows),
      'config/analysis_config.json': JSON.stringify(config),
    },
    environment: {},
    settings: {
      analyzers: { attribution: { modelFile: join(golden, 'xgboost/binary.json'), maxRows: 200 } },
    },
  }
}

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-splits-'))
})
afterAll(() => rm(work, { recursive: true }))

/** A folder as a platform fills it, for a plan of so many units. */
async function prepare({ name, files, environment, settings }: Job, units: number, what: string) {
  const folder = join(work, `${name} ${what}`)
  const input = join(folder, 'opt/processing/input')
  const data = Object.entries(files).find(([file]) => file.startsWith('data/'))![1]
  // A unit holds half as many bytes of JSON as of captures.
  const plan = { unitBytes: 2 * Math.ceil(Buffer.byteLength(data) / units) }
  const all = { ...files, 'config/byom.json': JSON.stringify({ ...settings, plan, workers: 1 }) }
  for (const [file, text] of Object.entries(all)) {
    await mkdir(dirname(join(input, file)), { recursive: true })
    await writeFile(join(input, file), text)
  }
  return { folder, environment: { dataset_source: join(input, 'data'), ...environment } }
}

/** Every report file but the record of the run. */
async function reports(output: string): Promise<Record<string, string>> {
  const names = (await readdir(output, { recursive: true })).filter((name) => /\.(json|csv)$/.test(name))
  const found = names.filter((name) => name !== 'run.json').sort()
  return Object.fromEntries(
    await Promise.all(found.map(async (name) => [name, (await textOf(join(output, name)))!] as const)),
  )
}

async function whole(job: Job, units: number): Promise<Record<string, string>> {
  const { folder, environment } = await prepare(job, units, `in ${units}`)
  const run = await runCommand(folder, environment)
  expect(run.exit, run.log).toBe(0)
  expect((await report<{ plan: { units: number } }>(run, 'run.json')).plan.units).toBe(units)
  return reports(run.output)
}

async function steps(job: Job, units: number): Promise<Record<string, string>> {
  const { folder, environment } = await prepare(job, units, 'in steps')
  const plan = join(folder, 'plan.json')
  const step = async (...args: string[]) => {
    const run = await runCommand(folder, environment, { args })
    expect(run.exit, `${args[0]}: ${run.log}`).toBe(0)
    return run
  }
  const state = (name: string | number) => join(folder, `${name}.state`)
  await step('plan', '--out', plan)
  for (let unit = 0; unit < units; unit++)
    await step('partial', '--plan', plan, '--unit', `${unit}`, '--out', state(unit))
  const order = Array.from({ length: units }, (_, unit) => state(unit)).reverse()
  const half = Math.ceil(units / 2)
  await step('combine', '--plan', plan, '--out', state('a'), ...order.slice(0, half))
  await step('combine', '--plan', plan, '--out', state('b'), state('a'), ...order.slice(half))
  return reports((await step('finish', '--plan', plan, state('b'))).output)
}

test.each(Object.entries({ 'model quality': quality, bias, attribution }))(
  '%s',
  async (_, make) => {
    const job = await make()
    const one = await whole(job, 1)
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(job.name === 'model quality' ? ['statistics.json'] : ['analysis.json']),
    )
    expect(one['statistics.json']!.length).toBeGreaterThan(100)
    expect(await whole(job, 7)).toEqual(one)
    expect(await whole(job, 23)).toEqual(one)
    expect(await steps(job, 3)).toEqual(one)
  },
  120_000,
)
