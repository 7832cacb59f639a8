/** Metrics for Prometheus: a file for the node exporter's textfile collector, a push to a Pushgateway, or both. */
import { resolve } from 'node:path'
import { definePublisher, type PublisherHost, type Results } from '../../runtime/plugin.ts'
import { exposition, jobLabels } from './exposition.ts'
import { send } from './http.ts'
import { type NetworkOptions, networkOptions, openTarget, type Text, urlOption } from './target.ts'

interface PrometheusOptions extends NetworkOptions {
  readonly file?: string
  readonly pushgateway?: Text
  readonly job: string
  readonly grouping?: Readonly<Record<string, string>>
}

/** Publishes gauges: items, violations, and every metric line. */
export const prometheus = definePublisher<PrometheusOptions>({
  name: 'prometheus',
  description:
    'Writes the metrics as Prometheus text for the textfile collector, or pushes them to a Pushgateway.',
  options: {
    type: 'object',
    anyOf: [{ required: ['file'] }, { required: ['pushgateway'] }],
    properties: {
      file: {
        type: 'string',
        minLength: 1,
        description:
          'Relative to the folder of the report files, or absolute; the textfile collector reads *.prom.',
      },
      pushgateway: { ...urlOption, description: 'URL of a Pushgateway; the group of this job is replaced.' },
      job: { type: 'string', minLength: 1, default: 'byom', description: 'Label job of the pushed group.' },
      grouping: {
        type: 'object',
        description: 'More labels of the pushed group, besides endpoint and monitoring_schedule.',
        propertyNames: {
          type: 'string',
          pattern: '^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$',
          not: { enum: ['job', 'metric'] },
        },
        additionalProperties: { type: 'string' },
      },
      ...networkOptions,
    },
    additionalProperties: false,
  },

  async publish(results, options, host) {
    const text = exposition(results, host.time)
    const outcomes = await Promise.allSettled([
      writeText(text, options, host),
      push(text, results, options, host),
    ])
    const problems = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    if (problems.length === 1) throw problems[0]
    if (problems.length > 1)
      throw new AggregateError(problems, problems.map(({ message }) => message).join('; '))
  },
})

async function writeText(text: string, { file }: PrometheusOptions, host: PublisherHost): Promise<void> {
  if (file === undefined) return
  const path = resolve(host.outputFolder, file)
  await host.writeFile(path, text)
  host.log.info('prometheus text written', { path })
}

async function push(
  body: string,
  results: Results,
  options: PrometheusOptions,
  host: PublisherHost,
): Promise<void> {
  if (options.pushgateway === undefined) return
  const labels = { ...Object.fromEntries(jobLabels(results)), ...options.grouping }
  const target = openTarget(options.pushgateway, options, host, groupPath(options.job, labels))
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }
  await send(target, { method: 'PUT', headers, body }, options, host.signal)
  host.log.info('metrics pushed', { target: target.name })
}

/** Path of a group of metrics: `/metrics/job/<job>/<label>/<value>…`. Source: Pushgateway's README, "URL". */
export function groupPath(job: string, labels: Readonly<Record<string, string>>): string {
  return [
    '/metrics',
    pair('job', job),
    ...Object.entries(labels).map(([name, value]) => pair(name, value)),
  ].join('/')
}

/** Base64 for everything that a URL would escape, or take for a folder (`..`). */
function pair(name: string, value: string): string {
  if (/^[\w~-][\w.~-]*$/.test(value)) return `${name}/${value}`
  return `${name}@base64/${Buffer.from(value).toString('base64url') || '='}`
}
