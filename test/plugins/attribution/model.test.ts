/** The model over HTTP: start, batches, retries, time-outs, budget, answers that are none; and captured attributions. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { withModel } from '../../../runtime/models/http.ts'
import type { ModelOptions } from '../../../runtime/models/options.ts'
import { bodyOf, jmespath, scoresOf, takesOneRow, type Wire } from '../../../runtime/models/payload.ts'
import { report, runJob } from '../../run-job.ts'
import { type Behaviour, type ModelServer, serveModel } from './model-server.ts'

const lines: Wire = {
  contentType: 'application/jsonlines',
  acceptType: 'application/jsonlines',
  template: '{"features":$features}',
  score: 'score',
}
const csv: Wire = { contentType: 'text/csv', acceptType: 'text/csv', template: undefined, score: undefined }
const sum = (row: (number | string | null)[]) => row.reduce<number>((total, x) => total + Number(x), 0)
const rows = (n: number) => Array.from({ length: n }, (_, i) => [i, 1])

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function ask(
  n: number,
  behaviour: Behaviour,
  options: Partial<ModelOptions> = {},
  wire = lines,
  signal?: AbortSignal,
) {
  server = await serveModel(behaviour)
  const all: ModelOptions = {
    url: server.url,
    authorization: '',
    batchRows: 10,
    concurrency: 3,
    timeoutSeconds: 5,
    retries: 2,
    requestBudget: 1000,
    startSeconds: 3,
    ...options,
  }
  const host = { signal: signal ?? new AbortController().signal, secret: () => undefined }
  return withModel(all, wire, host, (model) => model.ask(rows(n)))
}

describe('a model', () => {
  test('is asked in batches, answers in order', async () => {
    const found = await ask(95, { scores: sum })
    expect(found).toEqual(rows(95).map((row) => [sum(row)]))
    expect(server!.requests).toEqual({ ping: 1, invocations: 10, rows: 95 })
  })

  test('may speak CSV, with several labels', async () => {
    const found = await ask(3, { scores: (row) => [sum(row), -sum(row)] }, {}, csv)
    expect(found).toEqual([
      [1, -1],
      [2, -2],
      [3, -3],
    ])
  })

  test('that takes one record at a time is asked so', async () => {
    const json = { ...lines, contentType: 'application/json', acceptType: 'application/json' }
    const wire = { ...json, template: '$record', record: '{"features":$features}' }
    expect(await ask(5, { scores: sum }, {}, wire)).toEqual(rows(5).map((row) => [sum(row)]))
    expect(server!.requests.invocations).toBe(5)
  })

  test('may take a while to start', async () => {
    expect(await ask(2, { scores: sum, pingsUntilUp: 2 })).toHaveLength(2)
    expect(server!.requests.ping).toBe(3)
  })

  test('that never starts is named', async () => {
    await expect(ask(2, { scores: sum, pingsUntilUp: 99 }, { startSeconds: 1 })).rejects.toThrow(
      /the model at http:\/\/127\.0\.0\.1:\d+ does not answer \/ping within 1 s \(status 503\)/,
    )
    await expect(ask(2, { scores: sum }, { url: 'http://127.0.0.1:9', startSeconds: 0.5 })).rejects.toThrow(
      'ECONNREFUSED',
    )
  })

  test('is asked again after a passing failure, not after another', async () => {
    expect(await ask(10, { scores: sum, status: (n) => (n < 3 ? 503 : 200) })).toHaveLength(10)
    expect(server!.requests.invocations).toBe(3)
    await server!.close()
    await expect(ask(10, { scores: sum, status: () => 503 })).rejects.toThrow(
      'answered with status 503 (3 attempts)',
    )
    await server!.close()
    await expect(ask(10, { scores: sum, status: () => 400 })).rejects.toThrow(
      'answered with status 400: "no"',
    )
    expect(server!.requests.invocations).toBe(1)
  })

  test('that takes too long, and one beyond the budget', async () => {
    await expect(ask(1, { scores: sum, delay: 2000 }, { timeoutSeconds: 0.3, retries: 0 })).rejects.toThrow(
      '1 attempts',
    )
    await server!.close()
    await expect(ask(100, { scores: sum }, { requestBudget: 4 })).rejects.toThrow(
      'was asked 4 times, the request budget: raise model.requestBudget',
    )
    expect(server!.requests.invocations).toBeLessThanOrEqual(4)
  })

  test('whose answer is none', async () => {
    await expect(ask(5, { scores: sum, answer: () => '{"score": 1}' })).rejects.toThrow(
      'answered 1 rows for 5',
    )
    await server!.close()
    await expect(ask(1, { scores: sum, answer: () => '{"score": "high"}' })).rejects.toThrow('not a number')
  })

  test('is let go when the job is stopped', async () => {
    const stop = new AbortController()
    const asked = ask(10, { scores: sum, delay: 10_000 }, {}, lines, stop.signal)
    setTimeout(() => stop.abort('SIGTERM'), 200)
    await expect(asked).rejects.toBeDefined()
  })
})

describe('payloads', () => {
  const two: (number | string | null)[][] = [
    [1, 'a,b'],
    [2.5, null],
  ]
  test('as CSV, JSON Lines and JSON', () => {
    expect(bodyOf(csv, two)).toBe('1,"a,b"\n2.5,')
    expect(bodyOf(lines, two)).toBe('{"features":[1,"a,b"]}\n{"features":[2.5,null]}')
    const json = { ...csv, contentType: 'application/json' }
    expect(JSON.parse(bodyOf(json, two))).toEqual({ instances: [{ features: two[0] }, { features: two[1] }] })
    expect(bodyOf({ ...json, template: '{"data": $records}' }, two)).toBe('{"data": [[1,"a,b"],[2.5,null]]}')
  })

  test('JSON by the templates of Clarify: records by place and by name, all in one body or one alone', () => {
    const json: Wire = {
      ...csv,
      contentType: 'application/json',
      template: '{"all": $records, "n": 2}',
      names: ['age', 'the town'],
    }
    const filled = (wire: Wire, given = two) => JSON.parse(bodyOf(wire, given))
    expect(filled({ ...json, record: '{"in": $features, "of": $feature_names}' })).toEqual({
      all: two.map((row) => ({ in: row, of: ['age', 'the town'] })),
      n: 2,
    })
    const named = [
      { age: 1, 'the town': 'a,b' },
      { age: 2.5, 'the town': null },
    ]
    expect(filled({ ...json, template: '$records', record: '$features_kvp' })).toEqual(named)
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is Clarify's.
    const parts = { ...json, record: '{"age": ${age}, "town": "${the town}", "none": ${x}}' }
    expect(filled(parts).all).toEqual([
      { age: 1, town: 'a,b', none: null },
      { age: 2.5, town: null, none: null },
    ])
    const alone = { ...json, template: '{"one": $record}', record: '$features_kvp' }
    expect([takesOneRow(alone), takesOneRow(json), takesOneRow(lines)]).toEqual([true, false, false])
    expect(filled(alone, [two[0]!])).toEqual({ one: named[0] })
    expect(bodyOf({ ...lines, template: undefined, record: '$features_kvp', names: ['a', 'b'] }, two)).toBe(
      '{"a":1,"b":"a,b"}\n{"a":2.5,"b":null}',
    )
  })

  test.each([
    [csv, '0.1\n0.2\n', [[0.1], [0.2]]],
    [csv, '0.1,0.2', [[0.1], [0.2]]],
    [
      csv,
      '"[0.9, 0.1]"\n"[0.2, 0.8]"',
      [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
    ],
    [{ ...csv, score: '1' }, '1,0.7\n0,0.2', [[0.7], [0.2]]],
    [lines, '{"score":0.1}\n{"score":1e-3}', [[0.1], [0.001]]],
    [
      { ...csv, acceptType: 'application/json', score: 'predictions[*].score' },
      '{"predictions":[{"score":0.1},{"score":0.2}]}',
      [[0.1], [0.2]],
    ],
    [
      { ...csv, acceptType: 'application/json' },
      '[[0.1,0.9],[0.2,0.8]]',
      [
        [0.1, 0.9],
        [0.2, 0.8],
      ],
    ],
  ] as [Wire, string, number[][]][])('answers %#', async (wire, text, expected) => {
    expect(scoresOf(wire, text, 2, await jmespath())).toEqual(expected)
  })
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
