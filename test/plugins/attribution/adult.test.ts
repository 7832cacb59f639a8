/** Kernel SHAP of the adult model through the entry point, against exact Shapley values by their definition. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type JobRun, report, runJob, textOf } from '../../run-job.ts'
import { type ModelServer, serveModel } from './model-server.ts'

interface Explanations {
  version: string
  explanations: {
    kernel_shap: Record<string, { global_shap_values: Record<string, number>; expected_value: number }>
  }
}

const golden = new URL('../../golden/adult/', import.meta.url).pathname
const { weights, bias, features } = JSON.parse(await readFile(join(golden, 'linear-model.json'), 'utf8')) as {
  weights: number[]
  bias: number
  features: string[]
}
const scoreOf = (row: readonly number[]) =>
  1 / (1 + Math.exp(-row.reduce((sum, x, k) => sum + x * weights[k]!, bias)))
const rowsOf = async (file: string) =>
  (await readFile(join(golden, file), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).features as number[])

let work: string
let server: ModelServer
let background: number[]
let validation: number[][]
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-adult-'))
  server = await serveModel({ scores: (row) => scoreOf(row as number[]) })
  validation = await rowsOf('validation-dataset.jsonl')
  background = features.map((_, k) => validation.reduce((sum, row) => sum + row[k]!, 0) / validation.length)
})
afterAll(async () => {
  await server.close()
  await rm(work, { recursive: true })
})

/** Shapley values of a row by the definition, over every set of features. */
function exact(row: readonly number[]): number[] {
  const m = row.length
  const answers = new Float64Array(2 ** m)
  for (let set = 0; set < answers.length; set++) {
    let z = bias
    for (let k = 0; k < m; k++) z += weights[k]! * ((set >> k) & 1 ? row[k]! : background[k]!)
    answers[set] = 1 / (1 + Math.exp(-z))
  }
  const factorial = [1]
  for (let i = 1; i <= m; i++) factorial.push(factorial[i - 1]! * i)
  const size = (set: number): number => (set === 0 ? 0 : (set & 1) + size(set >> 1))
  const weightOf = Array.from(
    { length: m },
    (_, s) => (factorial[s]! * factorial[m - s - 1]!) / factorial[m]!,
  )
  const sizes = Array.from({ length: 2 ** m }, (_, set) => size(set))
  return row.map((_, k) => {
    let value = 0
    for (let set = 0; set < answers.length; set++)
      if (((set >> k) & 1) === 0) value += weightOf[sizes[set]!]! * (answers[set | (1 << k)]! - answers[set]!)
    return value
  })
}

async function run(name: string, shap: object, options: object, environment: Record<string, string> = {}) {
  const folder = join(work, name)
  const config = {
    dataset_type: 'application/jsonlines',
    headers: features,
    features: 'features',
    methods: { shap: { baseline: [background], agg_method: 'mean_abs', ...shap } },
    predictor: {
      content_type: 'application/jsonlines',
      accept_type: 'application/jsonlines',
      content_template: '{"features":$features}',
      probability: 'score',
    },
  }
  const root = join(folder, 'opt/processing/input')
  await mkdir(join(root, 'config'), { recursive: true })
  await writeFile(join(root, 'config/analysis_config.json'), JSON.stringify(config))
  const byom = { analyzers: { attribution: { model: { url: server.url }, ...options } } }
  await writeFile(join(root, 'config/byom.json'), JSON.stringify(byom))
  const found = await runJob(folder, {
    dataset_source: join(golden, 'validation-dataset.jsonl'),
    ...environment,
  })
  expect(found.exit, found.log).toBe(0)
  return found
}
const explained = async (found: JobRun) =>
  (await report<Explanations>(found, 'analysis.json')).explanations.kernel_shap

test('within 2 % of the exact values for features above 0.015; the same bytes for the same seed', async () => {
  const first = await run('kernel', { num_samples: 2076, seed: 7 }, { maxRows: 120 })
  const { label0 } = await explained(first)
  expect(Object.keys(label0!.global_shap_values)).toEqual(features)
  expect(label0!.expected_value).toBeCloseTo(scoreOf(background), 12)

  const statistics = await report<{ custom: { analyzers: Record<string, { rows_explained: number }> } }>(
    first,
    'statistics.json',
  )
  expect(statistics.custom.analyzers['attribution@1']!.rows_explained).toBe(120)

  const all = await run('kernel-again', { num_samples: 2076, seed: 7 }, { maxRows: 120 })
  expect(await textOf(join(all.output, 'analysis.json'))).toBe(
    await textOf(join(first.output, 'analysis.json')),
  )
}, 120_000)

test('all rows: every large feature within 2 %', async () => {
  const found = await run('all-rows', { num_samples: 2076, seed: 1 }, { maxRows: 666 })
  const { label0 } = await explained(found)
  const sums = features.map(() => 0)
  for (const row of validation) for (const [k, value] of exact(row).entries()) sums[k]! += Math.abs(value)
  const expected = sums.map((sum) => sum / validation.length)
  let large = 0
  for (const [k, name] of features.entries()) {
    const value = label0!.global_shap_values[name]!
    if (expected[k]! > 0.015) {
      large++
      expect(Math.abs(value / expected[k]! - 1), `${name} ${value} ${expected[k]}`).toBeLessThan(0.02)
    } else expect(Math.abs(value - expected[k]!), name).toBeLessThan(0.001)
  }
  expect(large).toBeGreaterThanOrEqual(5)
}, 240_000)

test('a baseline of another order of features is a violation in the recorded text, the same order is none', async () => {
  const options = { maxRows: 20 }
  const baseline = await run('baseline', { num_samples: 200 }, options)
  const path = join(baseline.output, 'analysis.json')
  const clean = await run('clean', { num_samples: 200 }, options, { baseline_constraints: path })
  expect(clean.message).toBe('Completed: Job completed successfully with no violations.')
  const values: Explanations = JSON.parse((await textOf(path))!)
  const { global_shap_values } = values.explanations.kernel_shap['label0']!
  const names = Object.keys(global_shap_values).toSorted(
    (a, b) => global_shap_values[a]! - global_shap_values[b]!,
  )
  const turned = names.map((name, i) => [name, global_shap_values[names.at(-1 - i)!]!])
  values.explanations.kernel_shap['label0']!.global_shap_values = Object.fromEntries(turned)
  const other = join(dirname(path), 'turned.json')
  await writeFile(other, JSON.stringify(values))
  const drifted = await run('drifted', { num_samples: 200 }, options, { baseline_constraints: other })
  const { violations, version } = await report<{ version: string; violations: object[] }>(
    drifted,
    'constraint_violations.json',
  )
  expect(version).toBe('1.0')
  expect(violations).toMatchObject([
    {
      label: 'label0',
      metric_name: 'shap',
      constraint_check_type: 'feature_attribution_drift_check',
      description: expect.stringMatching(/^Feature attribution drift 0\.\d+ exceeds threshold 0\.9$/),
    },
  ])
}, 120_000)
