/** Attributions of models in ONNX files through the entry point, against Shapley values by their definition. */
import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Constraints, ConstraintViolations, Run } from '../../../contracts/types.generated.ts'
import { type OnnxOptions, onnxModel, onnxProblems } from '../../../runtime/models/onnx-rows.ts'
import { report, runJob, textOf } from '../../run-job.ts'

const golden = new URL('../../golden/', import.meta.url).pathname
const models = join(golden, 'models')
const { mixed } = JSON.parse(await readFile(join(models, 'expected.json'), 'utf8')) as {
  mixed: {
    features: string[]
    background: (number | string)[]
    rows: (number | string)[][]
    local: number[][]
    expected_value: number
  }
}

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-onnx-'))
})
afterAll(() => rm(work, { recursive: true }))

type Explained = {
  explanations: {
    kernel_shap: Record<string, { global_shap_values: Record<string, number>; expected_value: number }>
  }
}

async function run(
  name: string,
  config: object,
  options: object,
  rows: readonly (readonly unknown[])[],
  environment: Record<string, string> = {},
) {
  const folder = join(work, name)
  const configPath = join(folder, 'opt', 'processing', 'input', 'config', 'analysis_config.json')
  await mkdir(dirname(configPath), { recursive: true })
  await writeFile(configPath, JSON.stringify({ dataset_type: 'text/csv', ...config }))
  await writeFile(join(folder, 'data.csv'), `${rows.map((row) => row.join(',')).join('\n')}\n`)
  await writeFile(join(folder, 'byom.json'), JSON.stringify({ analyzers: { attribution: options } }))
  return runJob(folder, {
    BYOM_CONFIG: join(folder, 'byom.json'),
    dataset_source: join(folder, 'data.csv'),
    ...environment,
  })
}

const mixedConfig = {
  headers: mixed.features,
  methods: { shap: { baseline: [mixed.background], num_samples: 100 } },
  predictor: { label_headers: ['churns'] },
}
const mixedModel = { path: join(models, 'mixed.onnx'), columns: [1] }

describe('a pipeline with one input per column: decimals, whole numbers and texts', () => {
  test.each(['kernel', 'exact'])('%s values are those of the definition', async (method) => {
    const job = await run(`mixed-${method}`, mixedConfig, { method, model: mixedModel }, mixed.rows)
    expect(job.exit, job.log).toBe(0)
    const { explanations } = await report<Explained>(job, 'analysis.json')
    const { global_shap_values: found, expected_value } = explanations.kernel_shap['churns']!
    expect(expected_value).toBeCloseTo(mixed.expected_value, 6)
    for (const [k, feature] of mixed.features.entries()) {
      const sizes = mixed.local.map((values) => Math.abs(values[k]!))
      expect(found[feature], feature).toBeCloseTo(sizes.reduce((a, b) => a + b) / sizes.length, 6)
    }
  })

  test('the file is named by its digest, and another one than in the baseline is a violation', async () => {
    const baseline = await run('before', mixedConfig, { model: mixedModel }, mixed.rows)
    expect(baseline.exit, baseline.log).toBe(0)
    const sha256 = createHash('sha256')
      .update(await readFile(mixedModel.path))
      .digest('hex')
    const { models: named } = await report<Run>(baseline, 'run.json')
    expect(named).toEqual([{ path: mixedModel.path, bytes: 9437, sha256 }])
    const { custom } = await report<Constraints>(baseline, 'constraints.json')
    expect(custom?.analyzers).toEqual({ 'attribution@1': { model: { file: 'mixed.onnx', sha256 } } })

    const files = {
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
    }
    const same = await run('same', mixedConfig, { model: mixedModel }, mixed.rows, files)
    expect(same.message).toBe('Completed: Job completed successfully with no violations.')
    // The other file answers the same: only its name for the graph differs.
    const other = join(work, 'other.onnx')
    const bytes = await readFile(mixedModel.path)
    await writeFile(other, Buffer.from(bytes.toString('latin1').replace('skl2onnx', 'skl2onny'), 'latin1'))
    const changed = await run(
      'changed',
      mixedConfig,
      { model: { ...mixedModel, path: other } },
      mixed.rows,
      files,
    )
    expect(changed.exit, changed.log).toBe(0)
    const { violations } = await report<ConstraintViolations>(changed, 'constraint_violations.json')
    expect(violations).toHaveLength(1)
    expect(violations[0]).toMatchObject({ constraint_check_type: 'model_check', metric_name: 'model' })
    expect(violations[0]!.description).toMatch(
      /^Model requirement is not met: the model other\.onnx \(SHA-256 \w{12}…\) was asked, in the baseline the model mixed\.onnx/,
    )
  })
})

test('a logistic model of 14 features in one input: within 2 % of exact values, the same bytes again', async () => {
  const { weights, features } = JSON.parse(
    await readFile(join(golden, 'adult', 'linear-model.json'), 'utf8'),
  ) as { weights: number[]; features: string[] }
  const lines = (await readFile(join(golden, 'adult', 'validation-dataset.jsonl'), 'utf8')).trim().split('\n')
  // Decimals of 32 bits cannot tell the log-odds of near certainty.
  const gain = features.indexOf('Capital Gain')
  const rows = lines
    .map((line) => JSON.parse(line).features as number[])
    .filter((row) => row[gain]! < 3000)
    .slice(0, 60)
  const background = features.map((_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length)
  const config = {
    headers: features,
    methods: { shap: { baseline: [background], use_logit: true, num_samples: 3000 } },
  }
  const options = { model: { path: join(models, 'adult.onnx'), columns: [1] } }
  const first = await run('adult', config, options, rows)
  expect(first.exit, first.log).toBe(0)
  const { global_shap_values: found } = (await report<Explained>(first, 'analysis.json')).explanations
    .kernel_shap['label0']!
  // Log-odds are a sum, so Shapley values are known: weight times the distance from the background.
  for (const [k, feature] of features.entries()) {
    const exact =
      rows.reduce((sum, row) => sum + Math.abs(weights[k]! * (row[k]! - background[k]!)), 0) / rows.length
    expect(Math.abs(found[feature]! - exact), feature).toBeLessThan(Math.max(0.02 * exact, 2e-4))
  }
  const again = await run('adult-again', config, options, rows)
  expect(await textOf(join(again.output, 'analysis.json'))).toBe(
    await textOf(join(first.output, 'analysis.json')),
  )
})

describe('what cannot work is said before data is read', () => {
  const options: OnnxOptions = { path: '', output: '', columns: [], inputs: {}, batchRows: 1000 }
  const problem = (change: Partial<OnnxOptions>, features?: string[]) =>
    onnxProblems({ ...options, ...change }, features).join('\n')

  test('maps as output', () => {
    const path = join(models, 'zipmap.onnx')
    expect(problem({ path })).toMatch(/output_probability \(a sequence or map\): convert it with options=/)
    expect(problem({ path, output: 'output_probability' })).toMatch(/is no tensor: convert it with/)
    // Labels can be had all the same.
    expect(problem({ path, output: 'output_label' })).toBe('')
    expect(problem({ path, output: 'score' })).toContain('has no output score among output_label (int64[')
  })

  test('features that do not fit the inputs', () => {
    expect(problem({ path: join(models, 'adult.onnx') }, ['a', 'b'])).toContain(
      'takes 14 features, and there are 2: a, b',
    )
    const path = join(models, 'mixed.onnx')
    expect(problem({ path }, ['Day Mins', 'Plan'])).toContain('no feature is named CustServ_Calls')
    const inputs = { Day_Mins: ['x'], CustServ_Calls: ['y'], Plan: ['z'], Eve_Mins: ['w'] }
    expect(problem({ path, inputs }, ['w', 'x', 'y', 'z'])).toBe('')
    expect(problem({ path, inputs }, ['x', 'y', 'z'])).toContain(
      'names the feature w, which is none of x, y, z',
    )
    expect(problem({ path, inputs: { Plan: ['z'] } }, ['z'])).toContain('says nothing of the input Day_Mins')
  })

  test('files that are no models', async () => {
    const file = async (name: string, bytes: Uint8Array | string) => {
      await writeFile(join(work, name), bytes)
      return join(work, name)
    }
    const whole = await readFile(join(models, 'adult.onnx'))
    expect(problem({ path: join(work, 'none.onnx') })).toMatch(
      /none\.onnx cannot be read: there is no such file/,
    )
    expect(problem({ path: work })).toMatch(/cannot be read: EISDIR/)
    expect(problem({ path: await file('empty.onnx', '') })).toContain('the file is empty')
    for (const bytes of [whole.subarray(0, 300), 'text', Uint8Array.from({ length: 5000 }, (_, i) => i * 7)])
      expect(problem({ path: await file(`broken-${bytes.length}.onnx`, bytes) })).toMatch(
        /^model\.path: \S+ cannot be loaded as an ONNX model: .+\.$/,
      )
  })

  test('the job ends with all problems', async () => {
    const job = await run(
      'problems',
      mixedConfig,
      { model: { path: join(models, 'zipmap.onnx') } },
      mixed.rows,
    )
    expect(job.exit).toBe(2)
    expect(job.message).toContain('analyzer attribution: model.path:')
    expect(job.message).toContain("options={'zipmap': False}")
  })
})

describe('what a model cannot take or answer', () => {
  const options = { ...mixedModel, output: '', inputs: {}, batchRows: 2 }
  const ask = (rows: (number | string | null)[][], change: Partial<OnnxOptions> = {}) =>
    onnxModel({ ...options, ...change }, mixed.features).ask(rows)

  test('batches of any size answer alike', async () => {
    const rows = mixed.rows.slice(0, 7)
    const all = await ask(rows, { batchRows: 100 })
    expect(await ask(rows)).toEqual(all)
    expect(all.flat()).toHaveLength(7)
  })

  test('decimals and texts where whole numbers are expected', async () => {
    await expect(ask([[1, 1.5, 'no', 3]])).rejects.toThrow(
      'the feature CustServ Calls is 1.5, and the input CustServ_Calls (int64[',
    )
    await expect(ask([['often', 1, 'no', 3]])).rejects.toThrow('the feature Day Mins is "often"')
    await expect(ask([[1, null, 'no', 3]])).rejects.toThrow('give rows of them as methods.shap.baseline')
  })

  test('a score that is not there, a file that has changed', async () => {
    await expect(ask([[1, 1, 'no', 3]], { columns: [2] })).rejects.toThrow('has 2 scores, counted from 0')
    const path = join(work, 'changing.onnx')
    await copyFile(mixedModel.path, path)
    const model = onnxModel({ ...options, path }, mixed.features)
    await copyFile(join(models, 'adult.onnx'), path)
    await expect(model.ask([[1, 1, 'no', 3]])).rejects.toThrow('has changed while the job was running')
  })
})
