/** `byom schedule` as a process: killed at any moment, and on a real engine. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CreateProcessingJob } from '../../../contracts/types.generated.ts'
import { runtimeImage } from '../../docker.ts'
import { runCommand, startJob } from '../../run-job.ts'

const checkout = new URL('../../../', import.meta.url).pathname
const minute = 60_000
let work: string
let folder: string

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-schedule-test-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(work, 'of-'))
})

const put = async (name: string, value: unknown) => {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

/** As if the schedule had been followed since then, and the scheduler had been away. */
const away = (since: number) => put('s.state/schedule.json', { creationTime: since, seen: since, gaps: [] })

const window = { dataAnalysisStartTime: '-PT1H', dataAnalysisEndTime: '-PT0H' }

interface Summary {
  readonly ScheduledTime: string
  readonly MonitoringExecutionStatus: string
  readonly FailureReason?: string
  readonly ProcessingJobArn?: string
}

async function list(file: string): Promise<Summary[]> {
  const run = await runCommand(
    folder,
    {},
    { args: ['schedule', 'list', file, '--json', '--max-results', '1000'] },
  )
  expect(run.exit, run.log).toBe(0)
  return JSON.parse(run.log.slice(run.log.indexOf('{'))).MonitoringExecutionSummaries
}

test('killed at any moment, it goes on where it was', async () => {
  const file = await put('s.json', {
    name: 'killed',
    schedule: { expression: 'cron(* * ? * * *)' },
    catchUp: 150,
    request: { AppSpecification: { ImageUri: 'none' } },
  })
  const since = Math.floor(Date.now() / minute) * minute - 120 * minute
  await away(since)
  // No engine: every execution fails at once, and writes its files all the same.
  const environment = { DOCKER_HOST: `unix://${join(folder, 'no.sock')}` }
  for (let i = 0; i < 6; i++) {
    const started = startJob(folder, environment, { args: ['schedule', file, '--once'] })
    await sleep(500 + 137 * i)
    started.kill('SIGKILL')
    await started
    for (const { MonitoringExecutionStatus } of await list(file))
      expect(['Pending', 'InProgress', 'Failed']).toContain(MonitoringExecutionStatus)
  }
  const last = await runCommand(folder, environment, { args: ['schedule', file, '--once'] })
  expect(last.exit, last.log).toBe(0)
  const executions = await list(file)
  const times = new Set(executions.map(({ ScheduledTime }) => Date.parse(ScheduledTime)))
  for (let time = since + minute; time <= since + 120 * minute; time += minute) expect(times).toContain(time)
  for (const each of executions) expect(each.MonitoringExecutionStatus).toBe('Failed')
  const whole = executions.filter(({ FailureReason }) => FailureReason?.startsWith('ENGINE_FAILED'))
  expect(new Set(whole.map(({ ScheduledTime }) => ScheduledTime)).size).toBe(times.size)
  expect(whole.length).toBe(times.size)
  expect((await readdir(join(folder, 's.state/executions'))).filter((name) => name.endsWith('.tmp'))).toEqual(
    [],
  )
})

describe('before the first run', () => {
  const daily = { name: 'early', schedule: { expression: 'cron(0 5 ? * * *)' } }
  const environment = () => ({ DOCKER_HOST: `unix://${join(folder, 'no.sock')}` })

  test('a request that breaks its schema is refused, and what a run would fail with is said', async () => {
    const wrong = await put('wrong.json', { ...daily, request: { AppSpecification: { ImageUri: 5 } } })
    const refused = await runCommand(folder, environment(), { args: ['schedule', wrong, '--once'] })
    expect(refused.exit, refused.log).toBe(2)
    expect(refused.log).toContain('request: $.AppSpecification.ImageUri')
    const input = {
      InputName: 'in',
      S3Input: { S3Uri: 'captures', LocalPath: '/opt/ml/processing/input' },
    }
    const request = { AppSpecification: { ImageUri: 'none' }, ProcessingInputs: [input] }
    const early = await put('early.json', { ...daily, request })
    const { exit, log } = await runCommand(folder, environment(), { args: ['schedule', early, '--once'] })
    expect(exit, log).toBe(0)
    expect(log).toMatch(/^· a run would fail now: input "in": \S+captures cannot be read/m)
    expect(log).toMatch(/^· a run would fail now: no container engine answers/m)
  })

  test('a second scheduler of the folder is refused; SIGINT ends the first, and frees it', async () => {
    const file = await put('s.json', { ...daily, request: { AppSpecification: { ImageUri: 'none' } } })
    const first = startJob(folder, environment(), { args: ['schedule', file] })
    const lock = join(folder, 's.state/lock')
    while (!existsSync(lock)) await sleep(50)
    const second = await runCommand(folder, environment(), { args: ['schedule', file, '--once'] })
    expect(second.exit, second.log).toBe(2)
    expect(second.log).toContain('followed by another process already')
    first.kill('SIGINT')
    expect((await first).exitCode).toBe(130)
    expect(existsSync(lock)).toBe(false)
  })
})

test('the messages of containers cannot steer the terminal that lists them', async () => {
  const file = await put('s.json', { name: 'listed', schedule: { expression: 'NOW', ...window } })
  await away(0)
  const execution = { scheduledTime: 0, attempt: 1, creationTime: 0, lastModifiedTime: 0 }
  const exitMessage = 'one\n\u001b[2Jtwo\u009b31mthree'
  await put('s.state/executions/a.json', { ...execution, status: 'Completed', exitMessage })
  const { exit, log } = await runCommand(folder, {}, { args: ['schedule', 'list', file] })
  expect(exit, log).toBe(0)
  expect(log).toMatch(/Completed +one \[2Jtwo 31mthree$/m)
})

const built = await runtimeImage()
describe.skipIf(!built)('on an engine', () => {
  const capture = join(checkout, 'test/golden/sdk/captured-data.jsonl')
  const hour = 60 * minute

  beforeEach(async () => {
    // A test that an hour ends in would see one more scheduled time.
    const left = hour - (Date.now() % hour)
    if (left < 1.5 * minute) await sleep(left + 1000)
  }, 2 * minute)

  const path = (time: number) => new Date(time).toISOString().slice(0, 13).replace(/[-T]/g, '/')

  const request = (more: Partial<CreateProcessingJob> = {}): CreateProcessingJob => ({
    AppSpecification: { ImageUri: built! },
    Environment: {
      dataset_source: '/opt/ml/processing/input/endpoint',
      dataset_format: '{"sagemakerCaptureJson": {}}',
      output_path: '/opt/ml/processing/output',
    },
    ProcessingInputs: [
      {
        InputName: 'endpoint_input',
        S3Input: { S3Uri: 'captures', LocalPath: '/opt/ml/processing/input/endpoint' },
      },
    ],
    ProcessingOutputConfig: {
      Outputs: [
        { OutputName: 'reports', S3Output: { S3Uri: 'reports', LocalPath: '/opt/ml/processing/output' } },
      ],
    },
    NetworkConfig: { EnableNetworkIsolation: true },
    ...more,
  })

  test('each run reads the hour before it, and says how it ended', async () => {
    const last = Math.floor(Date.now() / hour) * hour
    const text = await readFile(capture, 'utf8')
    // Three hours ago: two records; two hours ago: one; the hour before the last run: none.
    for (const [ago, count] of [
      [3, 2],
      [2, 1],
    ] as const) {
      const start = last - ago * hour
      const lines = Array.from({ length: count }, (_, i) => {
        const record = JSON.parse(text.trim().split('\n')[0]!)
        record.eventMetadata.eventId = `${ago}-${i}`
        record.eventMetadata.inferenceTime = new Date(start + 5 * minute).toISOString().replace('.000', '')
        return JSON.stringify(record)
      })
      await put(`captures/shop/AllTraffic/${path(start)}/05-00-000-a.jsonl`, `${lines.join('\n')}\n`)
    }
    await put('request.json', request())
    const file = await put('s.json', {
      name: 'churn',
      endpoint: 'shop',
      schedule: { expression: 'cron(0 * ? * * *)' },
      request: 'request.json',
    })
    await away(last - 2 * hour - minute)
    const run = await runCommand(folder, {}, { args: ['schedule', file, '--once'] })
    expect(run.exit, run.log).toBe(0)
    const executions = await list(file)
    expect(
      executions.map((each) => [Date.parse(each.ScheduledTime), each.MonitoringExecutionStatus]),
    ).toEqual([
      [last, 'Failed'],
      [last - hour, 'Completed'],
      [last - 2 * hour, 'Completed'],
    ])
    expect(executions[0]!.FailureReason).toBe('Job inputs had no data')
    for (const [ago, count] of [
      [2, 2],
      [1, 1],
    ] as const) {
      const reports = join(folder, 'reports/shop/churn', path(last - ago * hour))
      const { dataset } = JSON.parse(await readFile(join(reports, 'statistics.json'), 'utf8'))
      expect(dataset.item_count).toBe(count)
    }
  })

  test('the job gets the variables and the inputs of its window; SIGTERM stops it, and it is run again', async () => {
    const last = Math.floor(Date.now() / hour) * hour
    for (let ago = 1; ago <= 9; ago++)
      for (const [kind, name] of [
        ['captures', 'shop/AllTraffic/'],
        ['labels', ''],
      ]) {
        await mkdir(join(folder, kind!, name!, path(last - ago * hour)), { recursive: true })
        await copyFile(capture, join(folder, kind!, name!, path(last - ago * hour), 'a.jsonl'))
      }
    const script = `
      const config = JSON.parse(require('node:fs').readFileSync('/opt/ml/config/processingjobconfig.json', 'utf8'))
      const files = require('node:fs').globSync('/opt/ml/processing/**/*.jsonl').length
      console.log('SEEN ' + JSON.stringify({ config, files, env: process.env }))
      process.on('SIGTERM', () => process.exit(0))
      if (!require('node:fs').existsSync('/opt/ml/processing/stay/no')) setTimeout(() => {}, 60_000)`
    const given = request({
      AppSpecification: {
        ImageUri: built!,
        ContainerEntrypoint: ['/usr/bin/tini', '--', 'node', '-e', script],
      },
    })
    given.Environment!['ground_truth_source'] = '/opt/ml/processing/groundtruth'
    given.ProcessingInputs!.push(
      {
        InputName: 'groundtruth_input',
        S3Input: { S3Uri: 'labels', LocalPath: '/opt/ml/processing/groundtruth' },
      },
      { InputName: 'stay', S3Input: { S3Uri: 'stay', LocalPath: '/opt/ml/processing/stay' } },
    )
    await mkdir(join(folder, 'stay'))
    const file = await put('s.json', {
      name: 'lagged',
      endpoint: 'shop',
      monitoringType: 'ModelQuality',
      schedule: { expression: 'cron(0 * ? * * *)' },
      groundTruth: { startTimeOffset: '-PT6H', endTimeOffset: '-PT3H' },
      request: given as object,
    })
    await away(last - minute)
    const first = startJob(folder, {}, { args: ['schedule', file, '--json'] })
    for await (const line of first) if (line.includes('SEEN')) first.kill('SIGTERM')
    const stopped = await first
    expect(stopped.exitCode, stopped.all).toBe(143)
    expect((await list(file))[0]).toMatchObject({ MonitoringExecutionStatus: 'Stopped' })
    await writeFile(join(folder, 'stay/no'), '')
    const run = await runCommand(folder, {}, { args: ['schedule', file, '--once', '--json'] })
    expect(run.exit, run.log).toBe(0)
    expect((await list(file)).map((each) => each.MonitoringExecutionStatus)).toEqual(['Completed', 'Stopped'])
    const line = run.log.split('\n').find((text) => text.includes('SEEN'))!
    const { config, files, env } = JSON.parse(JSON.parse(line).line.slice(5))
    const text = (time: number) => new Date(time).toISOString().replace('.000', '')
    expect(env).toMatchObject({
      start_time: text(last - 6 * hour),
      end_time: text(last - 3 * hour),
      sagemaker_monitoring_schedule_name: 'lagged',
      sagemaker_endpoint_name: 'shop',
      sagemaker_endpoint_datacapture_prefix: 'captures',
      publish_cloudwatch_metrics: 'Enabled',
    })
    // Three hours of captures; labels from the first of them until the run.
    expect(files).toBe(3 + 6)
    expect(config.ProcessingJobName).toMatch(/^model-quality-monitoring-\d{12}-[0-9a-f]+$/)
    const inputs = config.ProcessingInputs.map(
      (input: { InputName: string; S3Input: { LocalPath: string } }) => [
        input.InputName,
        input.S3Input.LocalPath,
      ],
    )
    expect(inputs[0]).toEqual([
      'endpoint_input_1',
      `/opt/ml/processing/input/endpoint/shop/AllTraffic/${path(last - 6 * hour)}`,
    ])
    expect(inputs.map(([name]: [string]) => name)).toEqual([
      ...[1, 2, 3].map((i) => `endpoint_input_${i}`),
      ...[1, 2, 3, 4, 5, 6].map((i) => `groundtruth_input_${i}`),
      'stay',
    ])
  })
})
