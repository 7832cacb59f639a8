/** Publishes results as the host would: options checked and defaulted, files written for real. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { onTestFinished } from 'vitest'
import type { MetricLine, Publisher, PublisherHost, Results, Violation } from '../../../runtime/plugin.ts'

export const time = '2024-05-06T07:08:09.500Z'
export const unixTime = 1714979289

export interface LoggedPublisherHost extends PublisherHost {
  readonly logged: { level: 'info' | 'warn'; message: string; fields: object | undefined }[]
}

/** A host with a folder of its own, removed after the test. */
export async function makeHost(
  secrets: Readonly<Record<string, string>> = {},
  signal = new AbortController().signal,
): Promise<LoggedPublisherHost> {
  const folder = await mkdtemp(join(tmpdir(), 'byom-publishers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const logged: LoggedPublisherHost['logged'] = []
  return {
    logged,
    log: {
      info: (message, fields) => logged.push({ level: 'info', message, fields }),
      warn: (message, fields) => logged.push({ level: 'warn', message, fields }),
    },
    metricsFolder: join(folder, 'metrics/cloudwatch'),
    outputFolder: join(folder, 'output'),
    signal,
    time,
    secret: (variable) => secrets[variable],
    async writeFile(path, text) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
    },
  }
}

/** Defaults of the schema, then the options; wrong ones fail the test. */
export function complete<Options>(publisher: Publisher<Options>, given: object): Options {
  const validate = new Ajv({ allErrors: true, useDefaults: true }).compile(publisher.options)
  const options = structuredClone(given)
  if (!validate(options)) throw new Error(JSON.stringify(validate.errors))
  return options as Options
}

export async function publish<Options>(
  publisher: Publisher<Options>,
  results: Results,
  options: object,
  host: PublisherHost,
): Promise<void> {
  await publisher.publish(results, complete(publisher, options), host)
}

export const dimensions = [
  { Name: 'Endpoint', Value: 'churn' },
  { Name: 'MonitoringSchedule', Value: 'hourly' },
]

export function line(MetricName: string, value: number | number[]): MetricLine {
  const head = { MetricName, Timestamp: '2024-05-06T07:00:00Z', Dimensions: dimensions }
  if (typeof value === 'number') return { ...head, Value: value }
  const [SampleCount, Sum, Minimum, Maximum] = value as [number, number, number, number]
  return { ...head, StatisticValues: { SampleCount, Sum, Minimum, Maximum } }
}

export function violations(count: number): Violation[] {
  return Array.from({ length: count }, (_, i) => ({
    feature_name: `feature ${i}`,
    constraint_check_type: 'completeness_check',
    description: 'Größe of the share “missing”',
    value: i / 8,
    threshold: 1,
  }))
}

export function resultsWith(change: Partial<Results> = {}): Results {
  return {
    statistics: { version: 0, dataset: { item_count: 325 }, features: [] },
    constraints: { version: 0, features: [] },
    violations: violations(2),
    metrics: [line('feature_baseline_drift_age', 0.25), line('feature_data_age', [3, -6.5, -9, 1e300])],
    status: 'CompletedWithViolations',
    message: 'CompletedWithViolations: Job completed successfully with 2 violations.',
    job: {
      kind: 'monitoring',
      endpoint: 'churn',
      schedule: 'hourly',
      startTime: '2024-05-06T06:00:00Z',
      endTime: '2024-05-06T07:00:00Z',
    },
    ...change,
  }
}
