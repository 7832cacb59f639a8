/** The job contract, seen from outside: a real process, its environment, its exit code and the files it leaves. */
import { readFileSync, watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MetricLine, Run, Statistics } from '../../contracts/types.generated.ts'
import { isMetricLine, isRun, isStatistics } from '../../contracts/validators.generated.ts'
import { endOfJob, type JobRun, logLines, report, runCommand, runJob, startJob, textOf } from '../run-job.ts'

const churn = new URL('../golden/churn/', import.meta.url).pathname
const csv = '{"csv":{"header":true}}'
const capture = '{"sagemakerCaptureJson":{}}'
const monitoringFiles = ['constraint_violations.json', 'constraints.json', 'run.json', 'statistics.json']
const completed = 'Completed: Job completed successfully with no violations.'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-main-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(path: string, content: string | object): Promise<string> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

/** Names in a folder, hidden ones too; empty when it does not exist. */
async function names(path: string): Promise<string[]> {
  return (await readdir(path).catch(() => [])).sort()
}

function captured(input: string, output: string): string {
  const side = (mode: string, data: string) => ({
    observedContentType: 'text/csv',
    mode,
    data,
    encoding: 'CSV',
  })
  return `${JSON.stringify({
    captureData: { endpointInput: side('INPUT', input), endpointOutput: side('OUTPUT', output) },
    eventMetadata: { eventId: 'e', inferenceTime: '2022-04-18T00:21:48Z' },
    eventVersion: '0',
  })}\n`
}

async function reportBytes({ output, log }: JobRun): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const name of await names(output))
    if (name !== 'run.json') texts[name] = (await textOf(join(output, name))) ?? ''
  if (Object.keys(texts).length === 0) throw new Error(`no reports:\n${log}`)
  return texts
}

describe('what kind of job it is, and what it leaves', () => {
  test('a baseline: statistics and constraints, no violations file, exit 0, JSON log lines', async () => {
    const run = await runJob(folder, {
      dataset_source: join(churn, 'training-dataset-with-header.csv'),
      dataset_format: csv,
    })
    expect(run).toMatchObject({ exit: 0, message: completed, metrics: undefined })
    expect(await names(run.output)).toEqual(['constraints.json', 'run.json', 'statistics.json'])
    const statistics = await report<Statistics>(run, 'statistics.json')
    expect(isStatistics(statistics)).toBe(true)
    expect(statistics.dataset.item_count).toBe(2333)
    const details = await report<Run>(run, 'run.json')
    expect(isRun(details)).toBe(true)
    expect(details).toMatchObject({ job: { kind: 'baseline' }, counts: { rows: 2333, features: 70 } })
    const lines = logLines(run)
    expect(lines.at(-1)).toMatchObject({ level: 'info', message: completed })
    expect(lines[0]!.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test.each([
    ['baseline_constraints', (path: string) => path],
    ['sagemaker_monitoring_schedule_name', () => 'hourly'],
    ['end_time', () => '2030-01-01T00:00:00Z'],
  ])('%s makes it a monitoring run, which writes constraint_violations.json', async (name, value) => {
    const constraints = await put('constraints.json', {
      version: 0,
      features: [{ name: 'a', inferred_type: 'Integral', completeness: 1 }],
    })
    const run = await runJob(folder, {
      dataset_source: await put('in/a.csv', 'a\n1\n'),
      dataset_format: csv,
      [name]: value(constraints),
    })
    expect(run).toMatchObject({ exit: 0, message: completed })
    expect(await names(run.output)).toEqual(monitoringFiles)
  })

  test('violations end with exit 0 and a message that counts them', async () => {
    const baseline_constraints = await put('constraints.json', {
      version: 0,
      features: [{ name: 'a', inferred_type: 'Integral', completeness: 1 }],
    })
    const run = await runJob(folder, {
      dataset_source: await put('in/a.csv', 'a\nx\n'),
      dataset_format: csv,
      baseline_constraints,
    })
    expect(run).toMatchObject({
      exit: 0,
      message: 'CompletedWithViolations: Job completed successfully with 1 violations.',
    })
    const { violations } = await report<{ violations: unknown[] }>(run, 'constraint_violations.json')
    expect(violations).toMatchObject([{ feature_name: 'a', constraint_check_type: 'data_type_check' }])
  })

  test('captured rows: the output column first, named by the baseline', async () => {
    const baseline_constraints = await put('constraints.json', {
      version: 0,
      features: ['prediction', 'age', 'city'].map((name) => ({ name, inferred_type: 'Unknown' })),
    })
    const run = await runJob(folder, {
      dataset_source: dirname(await put('in/e/v/2022/04/18/00/a.jsonl', captured('44,Rome', '0.5'))),
      dataset_format: capture,
      baseline_constraints,
    })
    expect(run.exit).toBe(0)
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features.map(({ name, inferred_type }) => [name, inferred_type])).toEqual([
      ['prediction', 'Fractional'],
      ['age', 'Integral'],
      ['city', 'String'],
    ])
  })
})

describe("the platform's files", () => {
  async function sample(): Promise<{ dataset_source: string; dataset_format: string }> {
    return { dataset_source: await put('in/a.csv', 'a\n1\n'), dataset_format: csv }
  }

  test('Environment of processingjobconfig.json describes the job; the process environment wins over it', async () => {
    await put('opt/config/processingjobconfig.json', {
      Environment: {
        dataset_source: '/nowhere',
        dataset_format: csv,
        publish_cloudwatch_metrics: 'Enabled',
        metric_time: '2020-01-01T00:00:00Z',
      },
      AppSpecification: { ContainerEntrypoint: null },
    })
    const { dataset_source } = await sample()
    const run = await runJob(folder, { dataset_source, metric_time: '2021-01-01T00:00:00Z' })
    expect(run).toMatchObject({ exit: 0, message: completed })
    expect(run.metrics).toContain('"Timestamp":"2021-01-01T00:00:00Z"')
  })

  test('the first host does the work; the others stay until it has ended, exit 0 and write nothing', async () => {
    // Two hosts of one machine, with addresses that no other test run has.
    const hosts = [1, 2].map((last) => `127.${process.pid % 250}.${(process.pid >> 8) % 250}.${last}`)
    const first = join(folder, 'first')
    const second = join(folder, 'second')
    for (const [host, place] of [
      [hosts[0], 'first'],
      [hosts[1], 'second'],
    ])
      await put(`${place}/opt/config/resourceconfig.json`, { current_host: host, hosts })
    const waiting = runJob(second, await sample())
    let ended = false
    void waiting.then(() => (ended = true))
    const source = await put('long.csv', `a,b\n${'1,2\n'.repeat(2_000_000)}`)
    const leading = startJob(first, { dataset_source: source, dataset_format: csv })
    const { exitCode } = await leading
    expect(ended).toBe(false)
    const end = performance.now()
    expect(exitCode).toBe(0)
    const run = await waiting
    expect(performance.now() - end).toBeLessThan(2000)
    expect(run).toMatchObject({ exit: 0, message: '' })
    expect(await names(run.output)).toEqual([])
    expect(await names(join(second, 'opt'))).toEqual(['config'])
    expect(logLines(run)).toMatchObject([
      { level: 'info', message: expect.stringContaining(`waiting until ${hosts[0]} has ended`) },
      { level: 'info', message: `${hosts[0]} has ended` },
    ])
  })

  test('a host that waits can be stopped', async () => {
    await put('opt/config/resourceconfig.json', { current_host: 'algo-2', hosts: ['algo-2', 'algo-1'] })
    const environment = await sample()
    const job = startJob(folder, environment)
    await new Promise<void>((resolve) => {
      job.stdout!.on('data', (chunk: Buffer) => {
        if (chunk.includes('another host')) resolve()
      })
      job.once('exit', () => resolve())
    })
    job.kill('SIGTERM')
    const { exitCode, all } = await job
    expect(exitCode, all).toBe(143)
  })

  test.each([
    ['several hosts', ['algo-1', 'algo-2'], 2],
    ['one host', ['algo-1'], 0],
  ])('ShardedByS3Key with %s', async (_, hosts, exit) => {
    await put('opt/config/resourceconfig.json', { current_host: 'algo-1', hosts })
    await put('opt/config/processingjobconfig.json', {
      ProcessingInputs: [{ InputName: 'in', S3Input: { S3DataDistributionType: 'ShardedByS3Key' } }],
    })
    const run = await runJob(folder, await sample())
    expect(run.exit).toBe(exit)
    if (exit === 2) {
      expect(run.message).toMatch(/^Failed: CONFIG_INVALID: .*ShardedByS3Key.*FullyReplicated/)
      expect(await names(run.output)).toEqual([])
    }
  })
})

describe('configuration problems', () => {
  test('all of them in one message, before any data is read', async () => {
    const BYOM_CONFIG = await put('byom.json', { input: { emptyWindow: 'maybe' }, colour: 1 })
    const run = await runJob(folder, {
      BYOM_CONFIG,
      output_path: '',
      dataset_format: '{"csv": {"header": true}',
      start_time: 'yesterday',
      publish_cloudwatch_metrics: 'yes',
      record_preprocessor_script: '/opt/ml/processing/code/preprocessor.py',
    })
    expect(run.exit).toBe(2)
    for (const part of [
      'Failed: CONFIG_INVALID: (1) ',
      'dataset_source is not set',
      'output_path is not set',
      'dataset_format: line 1, column 25',
      'start_time is yesterday',
      'publish_cloudwatch_metrics is yes',
      'record_preprocessor_script is /opt/ml/processing/code/preprocessor.py, which cannot be read',
      'emptyWindow',
      'colour',
    ])
      expect(run.message).toContain(part)
    expect(logLines(run).filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(await names(folder)).toEqual(['byom.json', 'opt'])
  })

  test('BYOM_CONFIG that is not JSON, or is missing: one problem that says which', async () => {
    const dataset = { dataset_source: await put('in/a.csv', 'a\n1\n'), dataset_format: csv }
    const broken = await runJob(folder, { ...dataset, BYOM_CONFIG: await put('byom.json', '{"input": ') })
    expect(broken).toMatchObject({ exit: 2, message: expect.stringContaining('not JSON') })
    expect(broken.message).not.toContain('does not exist')
    const missing = await runJob(folder, { ...dataset, BYOM_CONFIG: join(folder, 'none.json') })
    expect(missing).toMatchObject({ exit: 2, message: expect.stringContaining('does not exist') })
  })

  test('a start that is not before the end', async () => {
    const run = await runJob(folder, {
      dataset_source: folder,
      dataset_format: csv,
      start_time: '2022-01-01T00:00:00Z',
      end_time: '2022-01-01T00:00:00Z',
    })
    expect(run).toMatchObject({ exit: 2, message: expect.stringContaining('is not before end_time') })
  })

  test.each([
    ['an unknown verb', ['report']],
    ['a verb without its options', ['partial']],
    ['an option that is not a number', ['partial', '--plan', 'x', '--unit', 'first']],
    ['an unknown option', ['--verbose']],
  ])('%s on the command line is a configuration mistake: exit 2', async (_, args) => {
    const run = await runCommand(folder, {}, { args })
    expect(run.exit).toBe(2)
    expect(run.log).toContain('byom --help lists the commands')
  })

  test('--help and --version end with 0', async () => {
    expect(await runCommand(folder, {}, { args: ['--help'] })).toMatchObject({ exit: 0 })
    expect(await runCommand(folder, {}, { args: ['partial', '--help'] })).toMatchObject({ exit: 0 })
    expect((await runCommand(folder, {}, { args: ['--version'] })).log).toMatch(/^\d+\.\d+\.\d+$/)
  })
})

describe('the exit message', () => {
  async function messageBytes(): Promise<Buffer> {
    return readFile(join(folder, 'opt/output/message'))
  }

  test('stays within 1 KB of UTF-8 when thousands of columns are missing', async () => {
    const features = Array.from({ length: 3000 }, (_, i) => ({ name: `größe_${i}_日本`, completeness: 1 }))
    const run = await runJob(folder, {
      dataset_source: await put(
        'in/a.csv',
        `${features.map((_, i) => `x${i}`).join()}\n${'1,'.repeat(2999)}1\n`,
      ),
      dataset_format: csv,
      baseline_constraints: await put('constraints.json', { version: 0, features }),
    })
    expect(run.exit).toBe(0)
    expect(run.message).toBe('CompletedWithViolations: Job completed successfully with 2 violations.')
  })

  test('stays within 1 KB of UTF-8 when thousands of things are wrong with the settings', async () => {
    const features = Array.from({ length: 3000 }, () => ({ name: '日本語の特徴', path: 'a[' }))
    const run = await runJob(folder, {
      dataset_source: folder,
      dataset_format: csv,
      BYOM_CONFIG: await put('byom.json', { features }),
    })
    expect(run.exit).toBe(2)
    const bytes = await messageBytes()
    expect(bytes.length).toBeLessThanOrEqual(1024)
    expect(bytes.length).toBeGreaterThan(1000)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toBe(run.message)
    expect(run.message).toMatch(/^Failed: CONFIG_INVALID: \(1\) .*…$/)
  })

  test('a message file that cannot be written fails no run', async () => {
    await mkdir(join(folder, 'opt/output/message/in-the-way'), { recursive: true })
    const environment = { dataset_source: await put('in/a.csv', 'a\n1\n'), dataset_format: csv }
    const { exitCode, all } = await startJob(folder, environment)
    expect(exitCode).toBe(0)
    expect(all).toContain('the exit message could not be written')
  })
})

describe('CloudWatch metric lines', () => {
  const environment = {
    dataset_format: csv,
    sagemaker_endpoint_name: 'churn-endpoint',
    sagemaker_monitoring_schedule_name: 'hourly',
    end_time: '2022-04-18T01:00:00Z',
  }

  /** A monitoring run over data that drifted from its own baseline. */
  async function drifted(more: Record<string, string>): Promise<JobRun> {
    const baseline = await runJob(join(folder, 'baseline'), {
      dataset_source: await put('base/a.csv', `age,city\n${'1,x\n2,y\n3,x\n'.repeat(100)}`),
      dataset_format: csv,
    })
    return runJob(folder, {
      ...environment,
      dataset_source: await put('in/a.csv', `age,city\n${'7,x\n8,x\n,x\n'.repeat(100)}`),
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
      ...more,
    })
  }

  function parsed({ metrics }: JobRun): MetricLine[] {
    return metrics!
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }

  test('Enabled: three names per feature, both dimensions, stamped with the end of the window', async () => {
    const run = await drifted({ publish_cloudwatch_metrics: 'Enabled' })
    expect(run.exit).toBe(0)
    const lines = parsed(run)
    for (const line of lines) {
      expect(isMetricLine(line)).toBe(true)
      expect(line).toMatchObject({
        Timestamp: '2022-04-18T01:00:00Z',
        Dimensions: [
          { Name: 'Endpoint', Value: 'churn-endpoint' },
          { Name: 'MonitoringSchedule', Value: 'hourly' },
        ],
      })
    }
    const byName = new Map(lines.map((line) => [line.MetricName, line]))
    expect([...byName.keys()].sort()).toEqual([
      'feature_baseline_drift_age',
      'feature_baseline_drift_city',
      'feature_data_age',
      'feature_non_null_age',
      'feature_non_null_city',
    ])
    expect(byName.get('feature_data_age')).toMatchObject({
      StatisticValues: { SampleCount: 200, Sum: 1500, Minimum: 7, Maximum: 8 },
    })
    expect(byName.get('feature_non_null_age')).toMatchObject({ Value: 200 / 300 })
    // Nothing in common: the largest distance, less the correction for 200 and 300 values.
    expect(byName.get('feature_baseline_drift_age')!.Value).toBeCloseTo(1 - 1.8 * Math.sqrt(500 / 60_000), 2)
    expect(await names(join(folder, 'opt/output/metrics/cloudwatch'))).toEqual(['cloudwatch_metrics.jsonl'])
  })

  test('metric_time is the stamp when it is set, as UTC whatever its spelling', async () => {
    const run = await drifted({
      publish_cloudwatch_metrics: 'enabled',
      metric_time: '2022-04-18 03:30:00.250+02:00',
    })
    expect(new Set(parsed(run).map(({ Timestamp }) => Timestamp))).toEqual(new Set(['2022-04-18T01:30:00Z']))
  })

  test('a batch schedule has the schedule as its only dimension', async () => {
    const run = await drifted({ publish_cloudwatch_metrics: 'Enabled', sagemaker_endpoint_name: '' })
    expect(parsed(run)[0]!.Dimensions).toEqual([{ Name: 'MonitoringSchedule', Value: 'hourly' }])
  })

  test.each(['Disabled', ''])('publish_cloudwatch_metrics "%s" writes none', async (value) => {
    const run = await drifted({ publish_cloudwatch_metrics: value })
    expect(run).toMatchObject({ exit: 0, metrics: undefined })
    expect(await names(join(folder, 'opt/output'))).toEqual(['message'])
  })
})

describe('stopping', () => {
  const megabytes = 400
  let source: string
  let workersConfig: string
  let alone: string

  beforeAll(async () => {
    source = await mkdtemp(join(tmpdir(), 'byom-stop-'))
    const block = captured(`${'12.5,'.repeat(69)}1`, '0.5').repeat(1300)
    const file = join(source, 'in/big.jsonl')
    await mkdir(dirname(file))
    const times = Math.ceil((megabytes * 1e6) / block.length)
    for (let i = 0; i < times; i++) await writeFile(file, block, { flag: 'a' })
    workersConfig = join(source, 'workers.json')
    alone = join(source, 'alone.json')
    const plan = { unitBytes: 4 * 2 ** 20 }
    await writeFile(workersConfig, JSON.stringify({ workers: 2, plan }))
    await writeFile(alone, JSON.stringify({ workers: 0, plan }))
  })
  afterAll(() => rm(source, { recursive: true }))

  /** Starts the job and waits until it reads data. */
  async function busy(config: string) {
    const environment = {
      dataset_source: join(source, 'in'),
      dataset_format: capture,
      BYOM_CONFIG: config,
    }
    const job = startJob(folder, environment)
    await new Promise<void>((resolve) => {
      let seen = ''
      job.stdout!.on('data', (chunk: Buffer) => {
        seen += chunk
        if (seen.includes('plan ready')) resolve()
      })
      job.once('exit', () => resolve())
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { job, environment }
  }

  test.each([
    ['SIGTERM', 143, 'on the main thread', () => alone],
    ['SIGINT', 130, 'on the main thread', () => alone],
    ['SIGTERM', 143, 'with workers', () => workersConfig],
    ['SIGINT', 130, 'with workers', () => workersConfig],
  ] as const)('%s ends within 5 s with %i %s; nothing half-written', async (signal, exit, _, config) => {
    const { job, environment } = await busy(config())
    const asked = performance.now()
    job.kill(signal)
    const { exitCode, all } = await job
    expect(performance.now() - asked).toBeLessThan(5000)
    const run = await endOfJob(folder, environment, exitCode, all)
    expect(run).toMatchObject({ exit, message: `Stopped: the job received ${signal}.` })
    expect(await names(run.output)).toEqual([])
    expect(await names(join(folder, 'opt/output'))).toEqual(['message'])
    expect(logLines(run).at(-1)).toMatchObject({
      level: 'warn',
      message: expect.stringContaining(`stopped by ${signal}`),
    })
  })

  test('reports of an earlier run stay whole when the next one is stopped', async () => {
    const first = await runJob(folder, {
      dataset_source: await put('in/a.csv', 'a\n1\n'),
      dataset_format: csv,
    })
    const before = await reportBytes(first)
    const { job } = await busy(alone)
    job.kill('SIGTERM')
    expect((await job).exitCode).toBe(143)
    expect(await reportBytes(first)).toEqual(before)
  })

  test('kill -9 leaves no report; the next run over the same folder completes and clears leftovers', async () => {
    const { job } = await busy(workersConfig)
    job.kill('SIGKILL')
    expect((await job).signal).toBe('SIGKILL')
    const output = join(folder, 'out')
    expect((await names(output)).filter((name) => !name.startsWith('.byom-'))).toEqual([])
    await put('out/.byom-statistics.json.99999.tmp', '{"version"')
    await put('opt/output/metrics/cloudwatch/.byom-cloudwatch_metrics.jsonl.99999.tmp', '{')
    const next = await runJob(folder, {
      dataset_source: await put('in/a.csv', 'a\n1\n'),
      dataset_format: csv,
      publish_cloudwatch_metrics: 'Enabled',
    })
    expect(next).toMatchObject({ exit: 0, message: completed })
    expect(await names(output)).toEqual(['constraints.json', 'run.json', 'statistics.json'])
    expect(await names(join(folder, 'opt/output/metrics/cloudwatch'))).toEqual(['cloudwatch_metrics.jsonl'])
  })

  test('kill -9 while the reports are written leaves whole files or none', async () => {
    const environment = {
      dataset_source: join(churn, 'training-dataset-with-header.csv'),
      dataset_format: csv,
    }
    const output = join(folder, 'out')
    await mkdir(output)
    const job = startJob(folder, environment)
    const watcher = watch(output, (_, name) => {
      if (name?.startsWith('.byom-constraints')) job.kill('SIGKILL')
    })
    await job
    watcher.close()
    const reports = (await names(output)).filter((name) => !name.startsWith('.byom-'))
    for (const name of reports)
      expect(() => JSON.parse(readFileSync(join(output, name), 'utf8'))).not.toThrow()
    const next = await runJob(folder, environment)
    expect(next).toMatchObject({ exit: 0, message: completed })
    expect(await names(output)).toEqual(['constraints.json', 'run.json', 'statistics.json'])
  })
})

describe('the same input gives the same bytes', () => {
  let shared: string
  let environment: Record<string, string>
  let plain: JobRun
  let expected: Record<string, string>

  /** Captures of the churn test set: three small files and one that is cut into several units. */
  async function writeCaptures(target: string): Promise<void> {
    const rows = (await readFile(join(churn, 'test-dataset-input-cols.csv'), 'utf8')).trim().split('\n')
    const lines = rows.map((row, i) => captured(row, String((i % 100) / 100)))
    const files: Record<string, string[]> = {
      '2022/04/18/00/a.jsonl': lines.slice(0, 20),
      '2022/04/18/00/b.jsonl': lines.slice(20, 140),
      '2022/04/18/01/big.jsonl': [...lines, ...lines, ...lines],
      '2022/04/18/02/c.jsonl': lines.slice(140, 150),
    }
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(target, path)), { recursive: true })
      await writeFile(join(target, path), content.join(''))
    }
  }

  async function configured(config: object): Promise<Record<string, string>> {
    return {
      ...environment,
      BYOM_CONFIG: await put(`config-${JSON.stringify(config).length}.json`, config),
    }
  }

  const units = { plan: { unitBytes: 65536 } }

  beforeAll(async () => {
    shared = await mkdtemp(join(tmpdir(), 'byom-same-'))
    await writeCaptures(join(shared, 'in'))
    const baseline = await runJob(join(shared, 'baseline'), {
      dataset_source: join(churn, 'training-dataset-with-header.csv'),
      dataset_format: csv,
    })
    await writeFile(join(shared, 'byom.json'), JSON.stringify({ ...units, workers: 0 }))
    environment = {
      dataset_source: join(shared, 'in'),
      dataset_format: capture,
      baseline_constraints: join(baseline.output, 'constraints.json'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
      publish_cloudwatch_metrics: 'Enabled',
      end_time: '2022-04-18T03:00:00Z',
      BYOM_CONFIG: join(shared, 'byom.json'),
    }
    plain = await runJob(join(shared, 'plain'), environment)
    expected = await reportBytes(plain)
  })
  afterAll(() => rm(shared, { recursive: true }))

  test('the plan has many units, of several files and of parts of one', async () => {
    expect(plain.exit).toBe(0)
    expect(Object.keys(expected)).toEqual(monitoringFiles.filter((name) => name !== 'run.json'))
    const { plan, counts, timing } = await report<Run>(plain, 'run.json')
    expect(plan.files).toBe(4)
    expect(plan.units).toBeGreaterThan(5)
    expect(counts.rows).toBe(334 * 3 + 150)
    expect(timing.workers).toBe(0)
  })

  test.each([0, 1, 2])('with %i workers', async (workers) => {
    const run = await runJob(folder, await configured({ ...units, workers }))
    expect(run).toMatchObject({ exit: 0, message: plain.message, metrics: plain.metrics })
    expect(await reportBytes(run)).toEqual(expected)
    if (workers === 2) expect((await report<Run>(run, 'run.json')).timing.workers).toBe(2)
  })

  test('in another time zone and locale', async () => {
    const run = await runJob(folder, { ...environment, TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' })
    expect(run.metrics).toBe(plain.metrics)
    expect(await reportBytes(run)).toEqual(expected)
  })

  describe('plan → partial → combine → finish', () => {
    let work: string
    let plan: string
    let states: string[]

    const step = (args: string[], more: Record<string, string> = {}, name = 'step') =>
      runCommand(join(work, name), { ...environment, ...more }, { args, cwd: work })

    /** The four verbs are told apart by their exit code and, when they are refused, by their message. */
    async function refused(args: string[]): Promise<string> {
      const run = await step(args, {}, 'refused')
      expect(run.exit, run.log).toBe(2)
      expect((await names(run.output)).filter((name) => name.endsWith('.json'))).toEqual([])
      expect(logLines(run).at(-1)).toMatchObject({ level: 'error' })
      return run.message
    }

    beforeAll(async () => {
      work = await mkdtemp(join(tmpdir(), 'byom-verbs-'))
      plan = join(work, 'plan.json')
      const planned = await step(['plan', '--out', plan])
      if (planned.exit !== 0) throw new Error(planned.log)
      const count: number = JSON.parse((await textOf(plan))!).units.length
      states = Array.from({ length: count }, (_, unit) => join(work, `${unit}.state`))
      for (let unit = 0; unit < count; unit += 2)
        await Promise.all(
          states.slice(unit, unit + 2).map(async (out, i) => {
            const run = await step(['partial', '--plan', plan, '--unit', String(unit + i), '--out', out])
            if (run.exit !== 0) throw new Error(run.log)
          }),
        )
    })
    afterAll(() => rm(work, { recursive: true }))

    async function combined(name: string, files: string[]): Promise<string> {
      const run = await step(['combine', '--plan', plan, '--out', join(work, name), ...files])
      expect(run.exit, run.log).toBe(0)
      return join(work, name)
    }

    test('the states in reverse order give the bytes of the plain run', async () => {
      const run = await step(['finish', '--plan', plan, ...states.toReversed()], {}, 'reverse')
      expect(run).toMatchObject({ exit: 0, message: plain.message, metrics: plain.metrics })
      expect(await reportBytes(run)).toEqual(expected)
    })

    test('odd groupings, combined twice, give the bytes of the plain run', async () => {
      const [zero, one, two, three, four, ...rest] = states as [string, string, string, string, string]
      const first = await combined('first', [four, zero, three])
      const second = await combined('second', [...rest, first])
      const run = await step(['finish', '--plan', plan, two, second, one], {}, 'odd')
      expect(run).toMatchObject({ exit: 0, message: plain.message, metrics: plain.metrics })
      expect(await reportBytes(run)).toEqual(expected)
    })

    test('a missing unit', async () => {
      expect(await refused(['finish', '--plan', plan, ...states.slice(0, 3), ...states.slice(4)])).toMatch(
        /^Failed: STATE_INCOMPATIBLE: unit 3 is missing/,
      )
      expect(await refused(['finish', '--plan', plan])).toMatch(/STATE_INCOMPATIBLE: unit 0 is missing/)
    })

    test('a unit that is there twice, also inside a combined state', async () => {
      const pair = await combined('pair', states.slice(0, 2))
      for (const verb of [['finish'], ['combine', '--out', join(work, 'never')]])
        expect(await refused([...verb, '--plan', plan, pair, ...states])).toMatch(
          /^Failed: STATE_INCOMPATIBLE: .*unit 0 is there twice/,
        )
      expect(await names(work)).not.toContain('never')
    })

    test.each([
      ['cut off', (text: string) => text.slice(0, -100), /was cut off/],
      ['empty', () => '', /not a state file/],
      ['JSON of something else', () => '{"version":0}', /not a state file/],
      ['a changed character', (text: string) => text.replace('"rows",', '"rowz",'), /checksum/],
      [
        'another version',
        (text: string) => text.replace(/"runtime":"[^"]*"/, '"runtime":"9.9.9"'),
        /version 9\.9\.9/,
      ],
      [
        'another plan',
        (text: string) => text.replace(/"plan":"[^"]*"/, `"plan":"${'0'.repeat(64)}"`),
        /belongs to plan/,
      ],
    ])('a damaged or foreign state: %s', async (_, damage, reason) => {
      const before = (await textOf(states[1]!))!
      const after = damage(before)
      expect(after).not.toBe(before)
      await writeFile(join(work, 'damaged.state'), after)
      const message = await refused(['finish', '--plan', plan, states[0]!, join(work, 'damaged.state')])
      expect(message).toMatch(/^Failed: STATE_INCOMPATIBLE: .*damaged\.state: /)
      expect(message).toMatch(reason)
    })

    test('a state file or plan file that does not exist is a configuration mistake', async () => {
      expect(await refused(['finish', '--plan', plan, 'none.state'])).toMatch(/CONFIG_INVALID: none\.state/)
      expect(await refused(['finish', '--plan', 'none.json', ...states])).toMatch(
        /CONFIG_INVALID: none\.json/,
      )
      expect(await refused(['partial', '--plan', plan, '--unit', '999'])).toMatch(
        /CONFIG_INVALID: --unit 999/,
      )
    })

    test('a plan that was changed, or made with other settings, is refused', async () => {
      const text = (await textOf(plan))!
      await writeFile(join(work, 'changed.json'), text.replace('big.jsonl', 'not.jsonl'))
      expect(await refused(['partial', '--plan', join(work, 'changed.json'), '--unit', '0'])).toMatch(
        /CONFIG_INVALID: .*changed\.json was changed/,
      )
      const other = await step(
        ['partial', '--plan', plan, '--unit', '0', '--out', join(work, 'other.state')],
        { end_time: '2022-04-18T00:10:00Z' },
        'refused',
      )
      expect(other).toMatchObject({ exit: 2, message: expect.stringContaining('other settings') })
    })

    test('a window without files is finished without states', async () => {
      await mkdir(join(work, 'empty'), { recursive: true })
      const source = { dataset_source: join(work, 'empty') }
      const empty = join(work, 'empty.json')
      expect(await step(['plan', '--out', empty], source, 'nothing')).toMatchObject({ exit: 0 })
      const run = await step(['finish', '--plan', empty], source, 'nothing')
      expect(run).toMatchObject({ exit: 0, message: `${completed} The window held no records.` })
      expect(await names(run.output)).toEqual(monitoringFiles)
    })
  })
})
