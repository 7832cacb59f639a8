/** save_local_shap_values, and baselines that are files, through the entry point; a linear model has attributions in closed form. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JobRun, report, runJob, textOf } from '../../run-job.ts'
import { type ModelServer, serveModel } from './model-server.ts'

type Report = {
  explanations: {
    kernel_shap: Record<string, { global_shap_values: Record<string, number>; expected_value: number }>
  }
}

let work: string
let server: ModelServer
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-local-'))
  server = await serveModel({ scores: ([a, b]) => [2 * Number(a) - Number(b), Number(b)] })
})
afterAll(async () => {
  await server.close()
  await rm(work, { recursive: true })
})

const data = 'a,b,y\n1,2,0\n3,6,1\n5,1,1\n'

async function run(
  shap: object,
  { options = {}, files = {} }: { options?: object; files?: Record<string, string> } = {},
): Promise<JobRun> {
  const folder = join(work, `run-${++runs}`)
  const opt = join(folder, 'opt')
  const byom = { analyzers: { attribution: { model: { url: server.url }, ...options } } }
  const config = {
    dataset_type: 'text/csv',
    label: 'y',
    predictor: { label_headers: ['low', 'high'] },
    methods: { shap },
  }
  const all = {
    'processing/input/config/analysis_config.json': JSON.stringify(config),
    'processing/input/config/byom.json': JSON.stringify(byom),
    'processing/input/data/a.csv': data,
    ...files,
  }
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(opt, name)), { recursive: true })
    await writeFile(join(opt, name), text.replaceAll('$OPT', opt))
  }
  return runJob(folder, {})
}
const table = async (found: JobRun, name: string) =>
  (await textOf(join(found.output, 'explanations_shap', name)))!
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
const expectedOf = async (found: JobRun) => {
  expect(found.exit, found.log).toBe(0)
  const { low } = (await report<Report>(found, 'analysis.json')).explanations.kernel_shap
  return low!.expected_value
}

describe('attributions of rows', () => {
  test('a column per feature and label, a line per row, in the order of the input; the baseline beside it', async () => {
    const found = await run({ baseline: [[1, 1]], save_local_shap_values: true })
    expect(found.exit, found.log).toBe(0)
    const [header, ...rows] = await table(found, 'out.csv')
    expect(header).toEqual(['a_low', 'b_low', 'a_high', 'b_high'])
    const exact = [
      [0, -1, 0, 1],
      [4, -5, 0, 5],
      [8, 0, 0, 0],
    ]
    expect(rows).toHaveLength(3)
    for (const [i, row] of rows.entries())
      for (const [k, value] of row.entries())
        expect(Number(value), `${i} ${k}`).toBeCloseTo(exact[i]![k]!, 10)
    expect(await table(found, 'baseline.csv')).toEqual([
      ['a', 'b'],
      ['1', '1'],
    ])
    expect(await table(found, 'rows.csv')).toEqual([
      ['file', 'byte'],
      ['a.csv', '6'],
      ['a.csv', '12'],
      ['a.csv', '18'],
    ])
    const { low } = (await report<Report>(found, 'analysis.json')).explanations.kernel_shap
    const mean = (k: number) => rows.reduce((sum, row) => sum + Math.abs(Number(row[k])), 0) / 3
    expect(low!.global_shap_values['a']).toBeCloseTo(mean(0), 12)
    expect(low!.global_shap_values['b']).toBeCloseTo(mean(1), 12)
  })

  test('captured ones are written too; without the setting there is no such folder', async () => {
    const captured = await run(
      { save_local_shap_values: true },
      { options: { captured: { columns: ['a', 'b'] }, model: {} } },
    )
    expect(captured.exit, captured.log).toBe(0)
    expect(await table(captured, 'out.csv')).toEqual([
      ['a_low', 'b_low'],
      ['1', '2'],
      ['3', '6'],
      ['5', '1'],
    ])
    const none = await run({ baseline: [[1, 1]] })
    expect(await textOf(join(none.output, 'explanations_shap/out.csv'))).toBeUndefined()
  })
})

test('attributions that no row has are a failure that says so', async () => {
  const found = await run({}, { options: { captured: { columns: ['shap_a', 'shap_b'] }, model: {} } })
  expect(found.exit, found.log).toBe(5)
  expect(found.message).toContain('none of 3 rows has attributions: does analyzers.attribution.captured name')
})

test('features in a list without headers: said what is missing', async () => {
  const config = {
    dataset_type: 'application/jsonlines',
    features: 'features',
    methods: { shap: { baseline: [{ features: [1, 2] }] } },
  }
  const { exit, log } = await run(
    {},
    {
      files: {
        'processing/input/config/analysis_config.json': JSON.stringify(config),
        'processing/input/data/a.csv': '{"features": [1, 2]}\n',
      },
    },
  )
  expect(exit, log).toBe(5)
  expect(log).toContain('has 2 values, expected one for each of the 1 features features; the names of')
  expect(log).toContain('have to be in headers')
})

describe('baseline rows', () => {
  const rows = 'a,b\n1,1\n3,1\n'
  const platform = (uri: string, path: string) => ({
    'config/processingjobconfig.json': JSON.stringify({
      ProcessingInputs: [
        {
          InputName: 'other',
          S3Input: { LocalPath: '/opt/ml/processing/other', S3Uri: 's3://bucket/shap-other' },
        },
        { InputName: 'shap', S3Input: { LocalPath: path, S3Uri: uri } },
      ],
    }),
  })

  test.each([
    ['s3://bucket/shap', 's3://bucket/shap/deep/rows.csv', 'deep/rows.csv'],
    ['s3://bucket/shap/', 's3://bucket/shap/rows.csv', 'rows.csv'],
    ['s3://bucket/shap/rows.csv', 's3://bucket/shap/rows.csv', 'rows.csv'],
  ])('an input %s of the job has %s', async (uri, baseline, name) => {
    const files = {
      ...platform(uri, '$OPT/processing/input/shap'),
      [`processing/input/shap/${name}`]: rows,
    }
    expect(await expectedOf(await run({ baseline }, { files }))).toBe(3)
  })

  test('a path, a file:// address, and the path of byom.json before the configuration', async () => {
    const files = { 'processing/input/shap/rows.csv': rows }
    const baseline = '$OPT/processing/input/shap/rows.csv'
    expect(await expectedOf(await run({ baseline }, { files }))).toBe(3)
    expect(await expectedOf(await run({ baseline: `file://${baseline}` }, { files }))).toBe(3)
    const s3 = { baseline: 's3://elsewhere/rows.csv' }
    expect(await expectedOf(await run(s3, { files, options: { baseline } }))).toBe(3)
  })

  test('an address that no input has stops the job before data is read, with the ways out', async () => {
    const found = await run(
      { baseline: 's3://bucket/shapes/rows.csv' },
      { files: platform('s3://bucket/shap', '/opt/x') },
    )
    expect(found.exit).toBe(2)
    expect(found.message).toContain(
      's3://bucket/shapes/rows.csv, which no processing input of the job has: give the job an input with that S3Uri, set analyzers.attribution.baseline',
    )
  })

  test('a file that is missing or of another width fails the section and is named', async () => {
    const missing = await run({ baseline: '/nowhere/rows.csv' })
    expect(missing.exit).toBe(5)
    expect(missing.message).toContain('the baseline rows /nowhere/rows.csv cannot be read')
    const wide = await run({ baseline: [[1, 2, 3]] })
    expect(wide.exit).toBe(5)
    expect(wide.message).toContain('has 3 values, expected one for each of the 2 features a, b')
  })
})
