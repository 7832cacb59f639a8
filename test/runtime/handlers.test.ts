/** Handlers from files through the entry point, as a platform starts them. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { type JobRun, logLines, report, runCommand, runJob, startJob } from '../run-job.ts'
import { captureLines } from './stage-run.ts'

const golden = new URL('../golden/', import.meta.url).pathname
const capture = '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput", "endpointOutput"]}}'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-handlers-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

async function filesOf(run: JobRun): Promise<Record<string, string>> {
  const names = (await readdir(run.output)).filter((name) => name !== 'run.json').sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(run.output, name), 'utf8')])),
  )
}

/** The same job without and with a script. */
async function withAndWithout(
  environment: Record<string, string>,
  script: string,
): Promise<[JobRun, JobRun]> {
  const plain = await runJob(join(folder, 'plain'), {
    ...environment,
    output_path: join(folder, 'plain/out'),
  })
  const handled = await runJob(join(folder, 'handled'), {
    ...environment,
    output_path: join(folder, 'handled/out'),
    record_preprocessor_script: script,
  })
  expect(plain.exit, plain.log).toBe(0)
  expect(handled.exit, handled.log).toBe(0)
  return [plain, handled]
}

const same = {
  python: ['same.py', 'def preprocess_handler(inference_record):\n    return inference_record\n'],
  javascript: ['same.mjs', 'export const preprocess_handler = (record) => record\n'],
} as const

/** Churn rows as captures: the first column is the prediction. */
async function churnCaptures(rows: number): Promise<string> {
  const lines = (await readFile(join(golden, 'churn/validation-dataset-with-header.csv'), 'utf8'))
    .split('\n')
    .slice(1, rows + 1)
  return captureLines(lines.map((line) => line.slice(line.indexOf(',') + 1)))
}

describe.each(['python', 'javascript'] as const)(
  '%s: the record itself, returned, gives the bytes of a run without a handler',
  (language) => {
    const [name, source] = same[language]

    test('captures, of CSV and JSON, batched and single', async () => {
      for (const sample of [
        'capture-csv',
        'capture-json',
        'capture-mixed-encodings',
        'capture-batched-payload',
        'capture-base64',
      ]) {
        const from = join(golden, '../samples', sample)
        const { environment } = JSON.parse(await readFile(join(from, 'sample.json'), 'utf8')) as {
          environment: Record<string, string>
        }
        const { output_path: _, ...rest } = environment
        for (const variable of ['dataset_source', 'baseline_constraints', 'baseline_statistics'])
          if (rest[variable]) rest[variable] = join(from, rest[variable])
        const [plain, handled] = await withAndWithout(rest, await put(name, source))
        expect(await filesOf(handled), sample).toEqual(await filesOf(plain))
        await rm(join(folder, 'plain'), { recursive: true })
        await rm(join(folder, 'handled'), { recursive: true })
      }
    })

    test('CSV with and without a header, JSON Lines, JSON files', async () => {
      const csv = 'id,note,price\n1,"said ""no"", twice",10\r\n2,"two\nlines",2.5e-3\n3,,x\n'
      const json = [
        { a: 1, b: 'x', c: null },
        { a: 2.5, b: 'ü', d: true },
      ]
      const cases: [string, string, string][] = [
        ['csv/a.csv', csv, '{"csv": {"header": true}}'],
        ['bare/a.csv', csv, '{"csv": {"header": false}}'],
        ['lines/a.jsonl', json.map((each) => JSON.stringify(each)).join('\n'), '{"json": {"lines": true}}'],
        ['file/a.json', JSON.stringify(json, undefined, 2), '{"json": {"lines": false}}'],
      ]
      for (const [file, text, dataset_format] of cases) {
        const dataset_source = dirname(await put(file, text))
        const [plain, handled] = await withAndWithout(
          { dataset_source, dataset_format },
          await put(name, source),
        )
        const [a, b] = [await filesOf(plain), await filesOf(handled)]
        expect(Object.keys(b)).toEqual(Object.keys(a))
        // The columns of a JSON dataset come as they appear, those of a handler in the order of their names.
        const sorted = (text: string) => {
          const value = JSON.parse(text) as Statistics
          return { ...value, features: value.features.toSorted((x, y) => (x.name < y.name ? -1 : 1)) }
        }
        expect(sorted(b['statistics.json']!), file).toEqual(sorted(a['statistics.json']!))
      }
    })
  },
)

describe('the padding script over churn', () => {
  const python = `def preprocess_handler(inference_record):
    input_data = inference_record.endpoint_input.data
    output_data = inference_record.endpoint_output.data.rstrip("\\n")
    data = output_data + "," + input_data
    return { str(i).zfill(20) : d for i, d in enumerate(data.split(",")) }
`

  test('monitoring against a named baseline: the bytes of a run without it', async () => {
    const dataset_source = dirname(await put('in/a.jsonl', await churnCaptures(200)))
    const baseline = await runJob(join(folder, 'baseline'), {
      dataset_source: join(golden, 'churn/training-dataset-with-header.csv'),
      dataset_format: '{"csv": {"header": true}}',
    })
    expect(baseline.exit, baseline.log).toBe(0)
    const environment = {
      dataset_source,
      dataset_format: capture,
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
    }
    const [plain, handled] = await withAndWithout(environment, await put('pad.py', python))
    expect(await filesOf(handled)).toEqual(await filesOf(plain))
    expect(handled.message).toBe(plain.message)
  })

  test('baseline: the columns are the keys, in their order, with the values of the data', async () => {
    const dataset_source = dirname(await put('in/a.jsonl', await churnCaptures(50)))
    const run = await runJob(folder, {
      dataset_source,
      dataset_format: capture,
      record_preprocessor_script: await put('pad.py', python),
    })
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features.map(({ name }) => name)).toEqual(features.map((_, i) => String(i).padStart(20, '0')))
    expect(features[0]!.numerical_statistics?.mean).toBeCloseTo(
      Array.from({ length: 50 }, (_, i) => i % 7).reduce((a, b) => a + b) / 50,
      12,
    )
  })

  test('the same bytes with any number of workers, and in four steps', async () => {
    const dataset_source = dirname(await put('in/a.jsonl', await churnCaptures(400)))
    await put('in/b.jsonl', await churnCaptures(300))
    const script = await put(
      'pad.py',
      `import random\n${python.replace('return {', 'if random.random() < 0.5: return []\n    return {')}`,
    )
    const runs: Record<string, string>[] = []
    const environment = { dataset_source, dataset_format: capture, record_preprocessor_script: script }
    for (const workers of [0, 1, 2]) {
      const BYOM_CONFIG = await put(
        `${workers}.json`,
        JSON.stringify({ workers, plan: { unitBytes: 65536 } }),
      )
      const run = await runJob(join(folder, `w${workers}`), { ...environment, BYOM_CONFIG })
      expect(run.exit, run.log).toBe(0)
      runs.push(await filesOf(run))
      const { counts, plan } = await report<Run>(run, 'run.json')
      expect(plan.units).toBeGreaterThan(2)
      expect(counts.rows + counts.records_dropped!).toBe(700)
    }
    const BYOM_CONFIG = join(folder, '0.json')
    const step = (...args: string[]) =>
      runCommand(join(folder, 'steps'), { ...environment, BYOM_CONFIG }, { args, cwd: folder })
    await mkdir(join(folder, 'steps'))
    expect((await step('plan')).exit).toBe(0)
    const { units } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as { units: unknown[] }
    for (const unit of units.keys())
      expect((await step('partial', '--plan', 'plan.json', '--unit', String(unit))).exit).toBe(0)
    const states = [...units.keys()].map((unit) => `unit-${unit}.state.json`).reverse()
    const end = await step('finish', '--plan', 'plan.json', ...states)
    expect(end.exit, end.log).toBe(0)
    runs.push(await filesOf(end))
    for (const run of runs) expect(run).toEqual(runs[0])
  })
})

test('the SDK’s own capture file, with the script of its tests: what it does to each record', async () => {
  await mkdir(join(folder, 'in'))
  await cp(join(golden, 'sdk/captured-data.jsonl'), join(folder, 'in/captured-data.jsonl'))
  const script = await put(
    'preprocessor.py',
    `import json
import random

def preprocess_handler(inference_record):
    event_data = inference_record.event_data
    input_data = {}
    output_data = {}
    input_data["feature0"] = random.randint(1, 3)
    input_data["feature1"] = random.uniform(0, 1.6)
    input_data["feature2"] = random.uniform(0, 1.6)
    output_data["prediction0"] = random.uniform(1, 30)
    return {**input_data, **output_data}
`,
  )
  const records = (await readFile(join(golden, 'sdk/captured-data.jsonl'), 'utf8')).trim().split('\n').length
  const run = await runJob(folder, {
    dataset_source: join(folder, 'in'),
    dataset_format: capture,
    record_preprocessor_script: script,
  })
  expect(run.exit, run.log).toBe(0)
  const { features, dataset } = await report<Statistics>(run, 'statistics.json')
  expect(dataset.item_count).toBe(records)
  expect(features.map(({ name, inferred_type }) => [name, inferred_type])).toEqual([
    ['feature0', 'Integral'],
    ['feature1', 'Fractional'],
    ['feature2', 'Fractional'],
    ['prediction0', 'Fractional'],
  ])
})

test('declared features are paths into the rows of the handler', async () => {
  const dataset_source = dirname(await put('in/a.jsonl', captureLines(['1,2', '3,4'])))
  const BYOM_CONFIG = await put(
    'byom.json',
    JSON.stringify({ features: [{ name: 'total', from: 'record', path: 'sums.total' }] }),
  )
  const script = await put(
    'sums.js',
    'export const preprocess_handler = ({ endpoint_input: { data } }) => ({ sums: { total: data.split(",").map(Number).reduce((a, b) => a + b) } })',
  )
  const run = await runJob(folder, {
    dataset_source,
    dataset_format: capture,
    BYOM_CONFIG,
    record_preprocessor_script: script,
  })
  const { features } = await report<Statistics>(run, 'statistics.json')
  expect(features.map(({ name, numerical_statistics }) => [name, numerical_statistics?.sum])).toEqual([
    ['total', 10],
  ])
})

describe('a model quality job: labels of merged records', () => {
  const rows = Array.from({ length: 300 }, (_, i) => i)
  const merged = rows
    .map((i) => {
      const record = JSON.parse(captureLines([`${i},${i % 3}`]))
      record.captureData.endpointOutput.data = String(i * 1.5)
      return JSON.stringify({
        ...record,
        groundTruthData: { data: String(i * 1.5 + (i % 2)), encoding: 'CSV' },
      })
    })
    .join('\n')
  const quality = async (script: string, more: Record<string, string>) => {
    const run = await runJob(folder, {
      dataset_source: dirname(await put('in/a.jsonl', merged)),
      dataset_format: capture,
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'Regression',
      record_preprocessor_script: await put('h.py', script),
      ...more,
    })
    expect(run.exit, run.log).toBe(0)
    const { regression_metrics } = await report<{ regression_metrics: { mae: { value: number } } }>(
      run,
      'statistics.json',
    )
    return regression_metrics.mae.value
  }

  test('stand beside the rows of the handler, or in the record that it returns', async () => {
    const row = 'def preprocess_handler(r):\n    return {"prediction": r.endpoint_output.data}\n'
    expect(await quality(row, { inference_attribute: 'prediction' })).toBeCloseTo(0.5, 12)
    expect(await quality(same.python[1], { inference_attribute: '0' })).toBeCloseTo(0.5, 12)
  })

  test('are of the rows themselves where an attribute names them', async () => {
    const row =
      'def preprocess_handler(r):\n    return {"p": r.endpoint_output.data, "y": float(r.ground_truth.data) + 1}\n'
    expect(await quality(row, { inference_attribute: 'p', ground_truth_attribute: 'y' })).toBeCloseTo(1.5, 12)
  })
})

test('the config names scripts, relative to it, for jobs whose environment names none', async () => {
  const dataset = {
    dataset_source: dirname(await put('in/a.jsonl', '{"n": 1}\n{"n": 3}\n')),
    dataset_format: '{"json": {"lines": true}}',
    BYOM_CONFIG: await put('etc/byom.json', '{"handlers": {"preprocessScript": "code/h.py"}}'),
  }
  const times = (factor: number) => `def preprocess_handler(r):\n    return {"n": ${factor} * r["n"]}\n`
  await put('etc/code/h.py', times(10))
  const mean = async (run: JobRun) => {
    expect(run.exit, run.log).toBe(0)
    return (await report<Statistics>(run, 'statistics.json')).features[0]!.numerical_statistics!.mean
  }
  expect(await mean(await runJob(folder, dataset))).toBe(20)
  const other = await put('other.py', times(100))
  expect(await mean(await runJob(folder, { ...dataset, record_preprocessor_script: other }))).toBe(200)
})

describe('errors', () => {
  const failing =
    'def preprocess_handler(r):\n    if int(r["n"]) % 10 == 0:\n        raise KeyError("n is " + str(r["n"]))\n    return r\n'
  const dataset = async (rows: number) => ({
    dataset_source: dirname(
      await put(
        'in/a.jsonl',
        Array.from({ length: rows }, (_, n) => JSON.stringify({ n: n + 1 })).join('\n'),
      ),
    ),
    dataset_format: '{"json": {"lines": true}}',
  })

  test('end the run with the text that alarms look for, and the place', async () => {
    const run = await runJob(folder, {
      ...(await dataset(30)),
      record_preprocessor_script: await put('h.py', failing),
    })
    expect(run.exit).toBe(4)
    expect(run.message).toMatch(
      /^Failed: HANDLER_FAILED: Exception while invoking preprocessor script\. h\.py, line 3 in preprocess_handler: KeyError: 'n is 10' \(a\.jsonl, record 10\)\./,
    )
    expect(await readdir(run.output)).toEqual([])
    const trace = logLines(run).find(({ message }) => message.includes('raise KeyError'))
    expect(trace).toMatchObject({ level: 'error', position: { file: 'a.jsonl', record: 10 } })
    expect(run.log).not.toContain('driver.py')
  })

  test('are left out within the budget, and end the run beyond it', async () => {
    const script = await put('h.py', failing)
    const within = await put('a.json', JSON.stringify({ handlers: { onError: 'skip', errorBudget: 0.1 } }))
    const run = await runJob(folder, {
      ...(await dataset(30)),
      record_preprocessor_script: script,
      BYOM_CONFIG: within,
    })
    expect(run.exit, run.log).toBe(0)
    const { rejected, counts, handlers } = await report<Run>(run, 'run.json')
    expect(counts).toMatchObject({ records_read: 30, rows: 27, records_rejected: 3 })
    expect(rejected).toMatchObject([
      { code: 'HANDLER_FAILED', count: 3, examples: [{ record: 10 }, { record: 20 }, { record: 30 }] },
    ])
    expect(handlers).toMatchObject([
      { role: 'preprocess', status: 'completed', jail: expect.stringContaining('seccomp') },
    ])
    const beyond = await put('b.json', JSON.stringify({ handlers: { onError: 'skip', errorBudget: 0.05 } }))
    const over = await runJob(folder, {
      ...(await dataset(30)),
      record_preprocessor_script: script,
      BYOM_CONFIG: beyond,
      output_path: join(folder, 'out2'),
    })
    expect(over.exit).toBe(4)
    expect(over.message).toMatch(
      /It failed on 3 of 30 records, more than handlers\.errorBudget 0\.05 allows\. First: .*KeyError/,
    )
    expect(await readdir(over.output)).toEqual([])
  })

  test.each([
    ['x.rb', 'puts 1', /record_preprocessor_script is .*x\.rb: the name must end with \.py/],
    ['x.py', 'def other(r): pass', /the script defines no function preprocess_handler/],
    ['x.py', 'import numpy_that_is_not_here', /No module named 'numpy_that_is_not_here'/],
    ['x.ts', 'export const preprocess_handler = (r: =>', /x\.ts, line 1/],
  ])('of the script itself come before any record: %s', async (name, source, expected) => {
    const run = await runJob(folder, {
      ...(await dataset(5)),
      record_preprocessor_script: await put(name, source),
    })
    expect([2, 4]).toContain(run.exit)
    expect(run.message).toMatch(expected)
  })

  test.each(['python', 'javascript'] as const)(
    'of the record, before %s has seen it, are none of the handler',
    async (language) => {
      const dataset_source = dirname(await put('in/a.jsonl', '{"n":1}\n{"n":\u0001}\n{"n":3,}\n{"n":4}\n'))
      const [name, source] = same[language]
      const script = await put(name, source)
      const run = await runJob(folder, {
        dataset_source,
        dataset_format: '{"json": {"lines": true}}',
        record_preprocessor_script: script,
      })
      expect(run.exit, run.log).toBe(0)
      const { rejected, counts } = await report<Run>(run, 'run.json')
      expect(counts.rows).toBe(2)
      expect(rejected).toMatchObject([
        { code: 'NOT_JSON', count: 2, examples: [{ record: 2 }, { record: 3 }] },
      ])
    },
  )

  test('a handler that returns nothing for every record', async () => {
    const run = await runJob(folder, {
      ...(await dataset(5)),
      record_preprocessor_script: await put('h.py', 'def preprocess_handler(r):\n    pass\n'),
    })
    expect(run.exit).toBe(4)
    expect(run.message).toMatch(
      /^Failed: HANDLER_RESULT_INVALID: none of the 5 records .*HANDLER_RETURNED_NOTHING/,
    )
  })
})

describe('postprocess', () => {
  const dataset = async () => ({
    dataset_source: dirname(await put('in/a.csv', 'a\n1\n2\n')),
    dataset_format: '{"csv": {"header": true}}',
  })

  test.each([
    [
      'post.py',
      'import json, os\ndef postprocess_handler():\n    print("items:", json.load(open(os.environ["output_path"] + "/statistics.json"))["dataset"]["item_count"])\n',
    ],
    [
      'post.ts',
      'export function postprocess_handler(reports: Record<string, string>) { console.log("items: " + JSON.parse(reports["statistics.json"]!).dataset.item_count) }',
    ],
  ])('%s reads the reports and logs', async (name, source) => {
    const run = await runJob(folder, {
      ...(await dataset()),
      post_analytics_processor_script: await put(name, source),
    })
    expect(run.exit, run.log).toBe(0)
    expect(logLines(run)).toContainEqual(
      expect.objectContaining({ level: 'info', message: 'items: 2', handler: 'postprocess' }),
    )
    expect((await report<Run>(run, 'run.json')).handlers).toMatchObject([
      { role: 'postprocess', status: 'completed' },
    ])
  })

  test('its failure is the job’s, or a warning; the reports are whole either way', async () => {
    const script = await put('post.py', 'def postprocess_handler():\n    open("/tmp/written", "w")\n')
    const plain = await runJob(folder, { ...(await dataset()), output_path: join(folder, 'plain') })
    const fails = await runJob(folder, { ...(await dataset()), post_analytics_processor_script: script })
    expect(fails.exit).toBe(4)
    expect(fails.message).toMatch(
      /Exception while invoking postprocessor script\. post\.py, line 2 in postprocess_handler: PermissionError.*The report files are complete\.$/,
    )
    expect(await filesOf(fails)).toEqual(await filesOf(plain))
    expect((await report<Run>(fails, 'run.json')).outcome.status).toBe('Failed')
    const BYOM_CONFIG = await put(
      'byom.json',
      JSON.stringify({ handlers: { postprocess: { onError: 'warn' } } }),
    )
    const warns = await runJob(folder, {
      ...(await dataset()),
      post_analytics_processor_script: script,
      BYOM_CONFIG,
    })
    expect(warns.exit).toBe(0)
    expect(warns.message).toMatch(/^Completed: .*Exception while invoking postprocessor script/)
  })
})

test('a stop while a handler hangs ends the run in time, and its process with it', async () => {
  const mark = `mark_${process.pid}_${Date.now()}`
  const script = await put(
    'hang.py',
    `${mark} = 1\nprint("${mark}")\ndef preprocess_handler(r):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n`,
  )
  const BYOM_CONFIG = await put('byom.json', JSON.stringify({ handlers: { recordTimeoutSeconds: 60 } }))
  const dataset_source = dirname(await put('in/a.jsonl', '{"n":1}\n'))
  const job = startJob(folder, {
    dataset_source,
    dataset_format: '{"json": {"lines": true}}',
    record_preprocessor_script: script,
    BYOM_CONFIG,
  })
  await new Promise<void>((resolve) =>
    job.all?.on('data', (text: Buffer) => text.includes('plan ready') && resolve()),
  )
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = Date.now()
  job.kill('SIGTERM')
  const { exitCode } = await job
  expect(exitCode).toBe(143)
  expect(Date.now() - before).toBeLessThan(5000)
  await expect.poll(() => running('driver.py', job.pid!), { timeout: 3000 }).toEqual([])
})

/** Command lines of processes that belong to a job that has ended. */
async function running(part: string, parent: number): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (command.includes(part) && command.includes(`--host\0${parent}\0`)) found.push(command)
  }
  return found
}

test.each(['py', 'mjs'])('every record of many blocks reaches a handler as it stands (%s)', async (kind) => {
  const records = 40_000
  const lines = Array.from({ length: records }, (_, i) => {
    const payload = (data: string) => ({ observedContentType: 'text/csv', data, encoding: 'CSV' })
    return JSON.stringify({
      captureData: { endpointInput: payload(`${i},${'x'.repeat(i % 400)}`), endpointOutput: payload(`${i}`) },
      eventMetadata: { eventId: `${i}`, inferenceTime: '2022-04-18T00:21:48Z' },
    })
  })
  const scripts = {
    py: 'def preprocess_handler(record):\n    i, x = record.endpoint_input.data.split(",")\n    return {"i": int(i), "length": len(x), "same": int(i) == int(record.endpoint_output.data)}\n',
    mjs: 'export function preprocess_handler(record) {\n  const [i, x] = record.endpoint_input.data.split(",")\n  return { i: +i, length: x.length, same: +i === +record.endpoint_output.data }\n}\n',
  }
  const run = await runJob(folder, {
    dataset_source: dirname(await put('in/a.jsonl', `${lines.join('\n')}\n`)),
    dataset_format: capture,
    record_preprocessor_script: await put(`handler.${kind}`, scripts[kind as 'py']),
  })
  expect(run.exit, run.log).toBe(0)
  const { features } = await report<Statistics>(run, 'statistics.json')
  const of = (name: string) => features.find((feature) => feature.name === name)!
  expect(of('i').numerical_statistics).toMatchObject({
    min: 0,
    max: records - 1,
    sum: (records * (records - 1)) / 2,
  })
  expect(of('length').numerical_statistics!.sum).toBe((records / 400) * ((399 * 400) / 2))
  expect(of('same').string_statistics!.distinct_count).toBe(1)
})
