/** `byom demo`: real data through the real entry point, once as a baseline and twice as a monitoring run. */
import { spawn } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { styleText } from 'node:util'
import type { Exchange, TopicName } from './demo-topics.ts'
import { MonitorError } from './errors.ts'
import type { Host } from './host.ts'

const day = '2026-03-02'
const driftFrom = 18

/**
 * Writes the demo's input below `out`, runs the jobs, and says what lies where.
 * @throws MonitorError CONFIG_INVALID when a job ends with a non-zero exit code
 */
export async function runDemo(out: string, host: Host): Promise<void> {
  const root = resolve(out)
  const data = await dataFolder()
  const captures = join(root, 'captures')
  await rm(root, { recursive: true, force: true })
  await mkdir(join(root, 'baseline-dataset'), { recursive: true })
  await cp(
    join(data, 'training-dataset-with-header.csv'),
    join(root, 'baseline-dataset', 'training-dataset-with-header.csv'),
  )
  await writeCaptures(data, captures)

  const baseline = join(root, 'baseline')
  say('1. Baseline: 2,333 customers that the churn model was trained on')
  await job({
    BYOM_OPT_ML: join(root, 'opt-ml', 'baseline'),
    dataset_source: join(root, 'baseline-dataset'),
    dataset_format: '{"csv": {"header": true, "output_columns_position": "START"}}',
    output_path: baseline,
  })
  for (const [title, name, start, end] of [
    ['2. Monitoring: one day of captured requests, until 18:00', 'monitoring-day', '00', driftFrom],
    [
      '3. Monitoring: the same day from 18:00 on, when another kind of customer called',
      'monitoring-evening',
      driftFrom,
      '24',
    ],
  ] as const) {
    say(title)
    await job({
      BYOM_OPT_ML: join(root, 'opt-ml', name),
      dataset_source: captures,
      dataset_format: '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput", "endpointOutput"]}}',
      output_path: join(root, name),
      baseline_statistics: join(baseline, 'statistics.json'),
      baseline_constraints: join(baseline, 'constraints.json'),
      start_time: `${day}T${start}:00:00Z`,
      end_time: end === '24' ? '2026-03-03T00:00:00Z' : `${day}T${end}:00:00Z`,
      sagemaker_endpoint_name: 'churn',
      sagemaker_monitoring_schedule_name: 'churn-hourly',
      publish_cloudwatch_metrics: 'Enabled',
    })
  }
  process.stdout.write(
    [
      '',
      `Reports lie in ${root}:`,
      '  baseline/             statistics.json, constraints.json',
      '  monitoring-day/       and constraint_violations.json: nothing to report',
      '  monitoring-evening/   what drifted, with distance and threshold',
      '  opt-ml/*/output/      exit message and CloudWatch metric lines',
      '',
    ].join('\n'),
  )
  host.log.debug('demo finished')
}

/**
 * The demo of a plugin: a baseline, a day like it, and an evening that differs.
 * @throws MonitorError as {@link runDemo}
 */
export async function runTopicDemo(name: TopicName, out: string, host: Host): Promise<void> {
  const { topicOf } = await import('./demo-topics.ts')
  const root = resolve(out, name)
  const topic = await topicOf(name, join(await dataFolder(), '..'), generator(20260302))
  await rm(root, { recursive: true, force: true })
  await mkdir(root, { recursive: true })
  const config = join(root, 'byom.json')
  await writeFile(config, `${JSON.stringify(topic.config, undefined, 2)}\n`)
  const files = {
    baseline_statistics: join(root, 'baseline', 'statistics.json'),
    baseline_constraints: join(root, 'baseline', 'constraints.json'),
  }
  for (const [title, run, exchanges, extra] of [
    [`1. Baseline: ${topic.title}`, 'baseline', topic.baseline, {}],
    ['2. Monitoring: more of the same', 'monitoring-day', topic.same, files],
    [`3. Monitoring: ${topic.shifted}`, 'monitoring-evening', topic.other, files],
  ] as const) {
    say(title)
    const folder = join(root, 'captures', run)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'captures.jsonl'), captures(exchanges, run))
    await job({
      BYOM_OPT_ML: join(root, 'opt-ml', run),
      BYOM_CONFIG: config,
      dataset_source: folder,
      dataset_format: '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput", "endpointOutput"]}}',
      output_path: join(root, run),
      publish_cloudwatch_metrics: 'Enabled',
      sagemaker_endpoint_name: name,
      sagemaker_monitoring_schedule_name: `${name}-daily`,
      ...extra,
    })
  }
  process.stdout.write(`\nReports lie in ${root}.\n`)
  host.log.debug('demo finished')
}

/** Capture lines of one day. */
function captures(exchanges: readonly Exchange[], run: string): string {
  const lines = exchanges.map(({ request, response }, i) => {
    const second = Math.floor((86_400 * i) / exchanges.length)
    const at = [second / 3600, (second / 60) % 60, second % 60].map((part) =>
      String(Math.floor(part)).padStart(2, '0'),
    )
    const input =
      'bytes' in request
        ? {
            observedContentType: request.type,
            data: Buffer.from(request.bytes as Uint8Array).toString('base64'),
            encoding: 'BASE64',
          }
        : { observedContentType: 'application/json', data: JSON.stringify(request), encoding: 'JSON' }
    const output = {
      observedContentType: 'application/json',
      data: JSON.stringify(response),
      encoding: 'JSON',
    }
    return JSON.stringify({
      captureData: {
        endpointInput: { ...input, mode: 'INPUT' },
        endpointOutput: { ...output, mode: 'OUTPUT' },
      },
      eventMetadata: { eventId: `${run}-${i}`, inferenceTime: `${day}T${at.join(':')}Z` },
      eventVersion: '0',
    })
  })
  return `${lines.join('\n')}\n`
}

function say(text: string): void {
  process.stdout.write(`\n${styleText('bold', text)}\n`)
}

async function dataFolder(): Promise<string> {
  for (const path of ['../test/golden/churn', '../../test/golden/churn']) {
    const folder = new URL(`${path}/`, import.meta.url)
    if (
      await readFile(new URL('test-predictions.csv', folder)).then(
        () => true,
        () => false,
      )
    )
      return folder.pathname
  }
  throw new MonitorError(
    'CONFIG_INVALID',
    "the demo's data (test/golden/churn) is not part of this installation; run it from a checkout.",
  )
}

/** The churn test set as a day of traffic: about 40 to 120 requests an hour; from 18:00 on, customers who call more. */
async function writeCaptures(data: string, folder: string): Promise<void> {
  const rows = await lines(join(data, 'test-dataset-input-cols.csv'))
  const predictions = (await lines(join(data, 'test-predictions.csv')))
    .slice(1)
    .map((line) => Number(line.split(',')[1]) > 0.5)
  const random = generator(20260302)
  for (let hour = 0; hour < 24; hour++) {
    const at = String(hour).padStart(2, '0')
    const records: string[] = []
    const count = Math.round(80 - 40 * Math.cos((2 * Math.PI * (hour - 2)) / 24))
    for (let i = 0; i < count; i++) {
      // Row 0 of the published set is an odd one on purpose (decimals in every flag); the demo leaves it out.
      const row = 1 + Math.floor(random() * (rows.length - 1))
      const second = Math.floor((3600 * i) / count)
      const time = `${day}T${at}:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}Z`
      const input = hour < driftFrom ? rows[row]! : shifted(rows[row]!, random)
      records.push(captureRecord(`${at}-${i}`, time, input, predictions[row] ? '1' : '0'))
    }
    const target = join(folder, 'churn', 'AllTraffic', ...day.split('-'), at)
    await mkdir(target, { recursive: true })
    await writeFile(join(target, '00-00-000-demo.jsonl'), `${records.join('\n')}\n`)
  }
}

/** Longer days, more calls to customer service, and now and then no value for the international minutes. */
function shifted(line: string, random: () => number): string {
  const values = line.split(',')
  values[2] = (Number(values[2]) * 1.35).toFixed(1)
  values[10] = String(Number(values[10]) + Math.floor(random() * 3))
  if (random() < 0.08) values[8] = ''
  return values.join(',')
}

function captureRecord(id: string, inferenceTime: string, input: string, output: string): string {
  const payload = (mode: string, text: string) => ({
    observedContentType: 'text/csv',
    mode,
    data: text,
    encoding: 'CSV',
  })
  return JSON.stringify({
    captureData: { endpointInput: payload('INPUT', input), endpointOutput: payload('OUTPUT', output) },
    eventMetadata: { eventId: `demo-${id}`, inferenceTime },
    eventVersion: '0',
  })
}

/** Uniform numbers in [0, 1) from a seed (a linear congruential generator, Numerical Recipes' constants). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

async function lines(path: string): Promise<string[]> {
  return (await readFile(path, 'utf8')).trim().split('\n')
}

/** Runs the entry point the way a container does, with nothing but an environment, and its summary for a person. */
async function job(environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [process.argv[1]!, 'run', '--summary'], {
    env: { PATH: process.env['PATH'], TERM: process.env['TERM'], ...environment },
    stdio: 'inherit',
  })
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('exit', done))
  if (code !== 0)
    throw new MonitorError(
      'CONFIG_INVALID',
      `the job ended with exit code ${code}; its message stands above.`,
    )
}
