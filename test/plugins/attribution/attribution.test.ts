/** Jobs that ask a model over HTTP, and jobs over captured attributions. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { report, runJob } from '../../run-job.ts'
import { type ModelServer, serveModel } from './model-server.ts'

const sum = (row: (number | string | null)[]) => row.reduce<number>((total, x) => total + Number(x), 0)

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('jobs', () => {
  let work: string
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-attribution-'))
  })
  afterAll(() => rm(work, { recursive: true }))
  let runs = 0
  async function run(config: object, byom: object, data: string, environment: Record<string, string> = {}) {
    const folder = join(work, `run-${++runs}`)
    const input = join(folder, 'opt/processing/input')
    const files = {
      'config/analysis_config.json': JSON.stringify(config),
      'config/byom.json': JSON.stringify(byom),
      'data/a': data,
    }
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(input, name)), { recursive: true })
      await writeFile(join(input, name), text)
    }
    return runJob(folder, { output_path: join(folder, 'out'), ...environment })
  }
  type Report = {
    explanations: {
      kernel_shap: Record<string, { global_shap_values: Record<string, number>; expected_value?: number }>
    }
  }

  test('attributions captured with the prediction, as columns and as a vector', async () => {
    const capture = (i: number) =>
      JSON.stringify({
        captureData: {
          endpointInput: { data: JSON.stringify({ age: i, income: 2 }), encoding: 'JSON', mode: 'INPUT' },
          endpointOutput: {
            data: JSON.stringify({ score: 0.5, why: [i, -2 * i, i === 3 ? null : 1] }),
            encoding: 'JSON',
            mode: 'OUTPUT',
          },
        },
        eventMetadata: { eventId: `${i}`, inferenceTime: '2026-03-01T10:00:00Z' },
      })
    const found = await run(
      {
        headers: ['age', 'income', 'city'],
        methods: { shap: { agg_method: 'mean_abs' } },
        predictor: { label_headers: ['risk'] },
      },
      {
        features: [{ name: 'why', from: 'output', path: 'why', kind: 'vector' }],
        analyzers: { attribution: { captured: { vector: 'why' } } },
      },
      [1, 2, 3].map(capture).join('\n'),
    )
    expect(found.exit, found.log).toBe(0)
    const { explanations } = await report<Report>(found, 'analysis.json')
    expect(explanations.kernel_shap).toEqual({
      risk: { global_shap_values: { age: 1.5, income: 3, city: 1 } },
    })
    const columns = await run(
      { dataset_type: 'text/csv', methods: { shap: { agg_method: 'median' } } },
      { analyzers: { attribution: { captured: { columns: ['shap_a', 'shap_b'] } } } },
      'a,b,shap_a,shap_b\n1,1,0.5,-1\n1,1,-0.1,3\n1,1,0.2,-2\n',
    )
    expect((await report<Report>(columns, 'analysis.json')).explanations.kernel_shap['label0']).toEqual({
      global_shap_values: { shap_a: 0.2, shap_b: 2 },
    })
  })

  test('without a model the job says so before data is read; with a broken one its section fails', async () => {
    const config = { dataset_type: 'text/csv', methods: { shap: { baseline: 's3://bucket/rows.csv' } } }
    const none = await run(config, {}, 'a,b\n1,2\n')
    expect(none.exit).toBe(2)
    expect(none.message).toContain('there is no model to ask')
    expect(none.message).toContain('s3://bucket/rows.csv')
    server = await serveModel({ scores: sum, status: () => 418 })
    const broken = await run(
      { dataset_type: 'text/csv', methods: { shap: {} } },
      { analyzers: { attribution: { model: { url: server.url } } } },
      'a,b\n1,2\n3,4\n',
    )
    expect(broken.exit).toBe(5)
    expect(broken.message).toContain('analyzer attribution: complete: the model at')
    expect(broken.message).toContain('status 418')
  })

  test('CSV data, the centre of the data as background, metrics with their dimensions', async () => {
    server = await serveModel({ scores: ([a, b]) => 2 * Number(a) - Number(b) })
    const found = await run(
      { dataset_type: 'text/csv', label: 'y', methods: { shap: { num_samples: 50 } } },
      { analyzers: { attribution: { model: { url: server.url } } } },
      'a,b,y\n1,2,0\n3,6,1\n',
      {
        publish_cloudwatch_metrics: 'Enabled',
        sagemaker_endpoint_name: 'e',
        metric_time: '2026-03-01T10:00:00Z',
      },
    )
    expect(found.exit, found.log).toBe(0)
    expect((await report<Report>(found, 'analysis.json')).explanations.kernel_shap['label0']).toEqual({
      global_shap_values: { a: 2, b: 2 },
      expected_value: 0,
    })
    const sent = found
      .metrics!.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(sent.map(({ MetricName }) => MetricName)).toEqual(['feature_a', 'feature_b', 'ExpectedValue'])
    expect(sent[0].Dimensions.slice(1)).toEqual([
      { Name: 'ExplainabilityMethod', Value: 'KernelShap' },
      { Name: 'Label', Value: 'label0' },
      { Name: 'ValueType', Value: 'GlobalShapValues' },
    ])
  })
})
