import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exposition } from '../../../plugins/publishers/exposition.ts'
import { groupPath, prometheus } from '../../../plugins/publishers/prometheus.ts'
import type { MetricLine } from '../../../runtime/plugin.ts'
import { askPython, installPython, isMissing } from './python.ts'
import { dimensions, line, makeHost, publish, resultsWith, time, unixTime } from './run.ts'
import { messageOf, nobody, serve } from './server.ts'

interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Reads the text format by its rules: lines, families together, HELP and TYPE once and first, no series twice. */
function parse(text: string): Sample[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line is not ended')
  const samples: Sample[] = []
  const closed = new Set<string>()
  const seen = new Set<string>()
  let family = ''
  let described = 0
  for (const row of text.split('\n').slice(0, -1)) {
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) ([^\n]*)$/.exec(row)
    if (comment) {
      const [, kind, name, rest] = comment as unknown as [string, string, string, string]
      if (kind === 'HELP') {
        if (closed.has(name)) throw new Error(`two groups of ${name}`)
        closed.add(name)
        family = name
      } else if (described !== samples.length || name !== family || rest !== 'gauge') throw new Error(row)
      described = samples.length
      continue
    }
    const match = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^\n]*)\})? (\S+)$/.exec(row)
    if (!match || match[1] !== family) throw new Error(`unexpected line: ${row}`)
    const labels = parseLabels(match[2] ?? '')
    const series = JSON.stringify([match[1], Object.entries(labels).sort()])
    if (seen.has(series)) throw new Error(`twice: ${row}`)
    seen.add(series)
    samples.push({ name: match[1]!, labels, value: parseNumber(match[3]!) })
  }
  return samples
}

function parseLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  const pattern = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) throw new Error(`labels: ${text}`)
    const [, name, value] = match as unknown as [string, string, string]
    if (name in labels || name.startsWith('__')) throw new Error(`label ${name}: ${text}`)
    labels[name] = value.replace(/\\(.)/gs, (_, c: string) => (c === 'n' ? '\n' : c))
  }
  return labels
}

function parseNumber(text: string): number {
  if (/^[+-]Inf$/.test(text)) return text === '+Inf' ? Infinity : -Infinity
  if (text === 'NaN') return Number.NaN
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) throw new Error(`number: ${text}`)
  return Number(text)
}

const job = { endpoint: 'churn', monitoring_schedule: 'hourly' }

test('items, violations and metrics become gauges', () => {
  const drift = { ...job, metric: 'feature_baseline_drift_age' }
  const data = { ...job, metric: 'feature_data_age' }
  expect(parse(exposition(resultsWith(), time))).toEqual([
    { name: 'byom_items', labels: job, value: 325 },
    { name: 'byom_violations', labels: job, value: 2 },
    { name: 'byom_failed', labels: job, value: 0 },
    { name: 'byom_results_timestamp_seconds', labels: job, value: unixTime + 0.5 },
    { name: 'byom_feature_baseline_drift_age', labels: drift, value: 0.25 },
    { name: 'byom_feature_data_age_sum', labels: data, value: -6.5 },
    { name: 'byom_feature_data_age_count', labels: data, value: 3 },
    { name: 'byom_feature_data_age_min', labels: data, value: -9 },
    { name: 'byom_feature_data_age_max', labels: data, value: 1e300 },
  ])
})

test('the text itself', () => {
  const results = resultsWith({
    metrics: [line('a-b "c"\\', 0.5)],
    job: { kind: 'baseline' },
    status: 'Failed',
    violations: [],
  })
  expect(exposition(results, time)).toBe(`# HELP byom_items Records analyzed.
# TYPE byom_items gauge
byom_items 325
# HELP byom_violations Constraints that are not met.
# TYPE byom_violations gauge
byom_violations 0
# HELP byom_failed Whether the run failed: 1 or 0.
# TYPE byom_failed gauge
byom_failed 1
# HELP byom_results_timestamp_seconds Unix time of the results.
# TYPE byom_results_timestamp_seconds gauge
byom_results_timestamp_seconds 1714979289.5
# HELP byom_a_b__c__ A metric of a monitoring run; the label metric holds its name as published.
# TYPE byom_a_b__c__ gauge
byom_a_b__c__{metric="a-b \\"c\\"\\\\",endpoint="churn",monitoring_schedule="hourly"} 0.5
`)
})

describe('different metrics stay different series', () => {
  const namesOf = (metrics: MetricLine[]) =>
    parse(exposition(resultsWith({ metrics }), time))
      .slice(4)
      .map(({ name, labels }) => `${name} ${labels['metric']}`)

  test('names that clean to one family', () => {
    expect(namesOf([line('a b', 1), line('x', 2), line('a-b', 3), line('a_b', 4)])).toEqual([
      'byom_a_b a b',
      'byom_a_b a-b',
      'byom_a_b a_b',
      'byom_x x',
    ])
  })

  test('a summary and the metric that is named like a part of it', () => {
    expect(namesOf([line('x_sum', 1), line('x', [1, 2, 3, 4])])).toContain('byom_x_sum x_sum')
    expect(namesOf([line('x', [1, 2, 3, 4]), line('x_sum', 1)])).toContain('byom_x_sum x')
  })

  test('metrics that are named like ours', () => {
    expect(() => namesOf([line('items', 1), line('violations', 1)])).not.toThrow()
  })

  test('a name does not depend on its neighbours', () => {
    expect(namesOf([line('a b', 1), line('a-b', 1)])[1]).toEqual(namesOf([line('a-b', 1)])[0])
  })

  test('of two equal series the last counts', () => {
    const samples = parse(exposition(resultsWith({ metrics: [line('a', 1), line('a', 2)] }), time))
    expect(samples.slice(4).map(({ value }) => value)).toEqual([2])
  })

  test('dimensions that clean to one label', () => {
    const Dimensions = ['Facet Value', 'FacetValue', 'metric', '__name__', '1', ''].map((Name) => ({
      Name,
      Value: Name,
    }))
    const [sample] = parse(
      exposition(resultsWith({ metrics: [{ ...line('a', 1), Dimensions }] }), time),
    ).slice(4)
    expect(sample!.labels).toEqual({
      metric: 'a',
      facet_value: 'Facet Value',
      facet_value_2: 'FacetValue',
      metric_2: 'metric',
      name__: '__name__',
      label_1: '1',
      label_: '',
    })
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('a"b', 'a\\', '\n', '{}', '', '__a', 'Größe 😀', '1', 'a,b="c"'),
)
const anyLine: fc.Arbitrary<MetricLine> = fc
  .tuple(anyText, fc.double(), fc.boolean(), fc.array(fc.tuple(anyText, anyText), { maxLength: 4 }))
  .map(([MetricName, number, single, pairs]) => ({
    ...line(MetricName, single ? number : [1, number, -number, number]),
    Dimensions: [...dimensions, ...pairs.map(([Name, Value]) => ({ Name, Value }))],
  }))

test('whatever the names and numbers are, the text can be read back', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), (metrics) => {
      const samples = parse(exposition(resultsWith({ metrics }), time))
      for (const { MetricName } of metrics)
        expect(samples.map(({ labels }) => labels['metric'])).toContain(MetricName)
    }),
    { numRuns: 300 },
  )
})

const python = await installPython('prometheus_client==0.26.*')
if ('reason' in python) process.stdout.write(`prometheus_client cannot be installed: ${python.reason}\n`)

test.skipIf(isMissing(python))('prometheus_client reads the same as our reader', async () => {
  const metrics = [...resultsWith().metrics, ...fc.sample(anyLine, { numRuns: 200, seed: 7 })]
  const text = exposition(resultsWith({ metrics }), time)
  const program = `
import json, sys
from prometheus_client.parser import text_string_to_metric_families
text = sys.stdin.buffer.read().decode("utf-8")
print(json.dumps([[s.name, s.labels, repr(s.value)] for f in text_string_to_metric_families(text) for s in f.samples]))`
  const read = (await askPython(python, program, text)) as [string, Record<string, string>, string][]
  const numbers: Record<string, number> = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN }
  const theirs = read.map(([name, labels, value]) => ({
    name,
    labels,
    value: numbers[value] ?? Number(value),
  }))
  expect(theirs).toEqual(parse(text))
})

describe('the file', () => {
  test('lies in the output folder, or where an absolute path says', async () => {
    const host = await makeHost()
    const text = exposition(resultsWith(), time)
    await publish(prometheus, resultsWith(), { file: 'prom/byom.prom' }, host)
    expect(await readFile(join(host.outputFolder, 'prom/byom.prom'), 'utf8')).toBe(text)
    const absolute = join(host.metricsFolder, 'other.prom')
    await publish(prometheus, resultsWith(), { file: absolute }, host)
    expect(await readFile(absolute, 'utf8')).toBe(text)
  })
})

/** Reads a group path by the rules of Pushgateway's README. */
function readGroup(path: string): Record<string, string> {
  const parts = path.replace(/^\/metrics\//, '').split('/')
  expect(parts.length % 2).toBe(0)
  const labels: Record<string, string> = {}
  for (let i = 0; i < parts.length; i += 2) {
    const [name, value] = [parts[i]!, parts[i + 1]!]
    labels[name.replace(/@base64$/, '')] = name.endsWith('@base64')
      ? Buffer.from(value, 'base64url').toString('utf8')
      : decodeURIComponent(value)
  }
  return labels
}

describe('the push', () => {
  test('replaces the group of the job', async () => {
    const server = await serve((response) => response.writeHead(202).end())
    const options = { pushgateway: `${server.url}/gate/`, job: 'drift', grouping: { instance: 'eu/west 1' } }
    await publish(prometheus, resultsWith(), options, await makeHost())
    const [{ method, url, headers, body }] = server.received as [(typeof server.received)[0]]
    expect(method).toBe('PUT')
    expect(url).toBe(
      '/gate/metrics/job/drift/endpoint/churn/monitoring_schedule/hourly/instance@base64/ZXUvd2VzdCAx',
    )
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(body).toBe(exposition(resultsWith(), time))
  })

  test('any value survives the way through a URL', () => {
    expect(groupPath('a', { b: '' })).toBe('/metrics/job/a/b@base64/=')
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('.', '..', '%2e%2e', 'a/b', 'a b', 'x?y#z')), (value) => {
        const path = groupPath('job one', { label: value })
        const url = new URL(`http://a.test${path}`)
        expect(url.pathname + url.search + url.hash).toBe(path)
        expect(readGroup(url.pathname)).toEqual({ job: 'job one', label: value.toWellFormed() })
      }),
    )
  })

  test('a refusal is told', async () => {
    const server = await serve((response) => response.writeHead(400).end('pushed metrics are invalid'))
    const text = await messageOf(
      publish(prometheus, resultsWith(), { pushgateway: server.url }, await makeHost()),
    )
    expect(text).toContain(`PUT ${server.url}/metrics/job/byom/`)
    expect(text).toContain('last status: 400, reply: pushed metrics are invalid')
  })
})

test('a push that fails does not keep the file from being written, nor the other way round', async () => {
  const host = await makeHost()
  const url = await nobody()
  const options = { file: 'a.prom', pushgateway: url, retries: 0 }
  expect(await messageOf(publish(prometheus, resultsWith(), options, host))).toContain('ECONNREFUSED')
  expect(parse(await readFile(join(host.outputFolder, 'a.prom'), 'utf8'))).toHaveLength(9)
  // A file cannot be made below a file.
  const both = { ...options, file: 'a.prom/b.prom' }
  expect(await messageOf(publish(prometheus, resultsWith(), both, host))).toMatch(
    /a\.prom.*; PUT .*ECONNREFUSED/,
  )
  const server = await serve()
  const one = { ...both, pushgateway: server.url }
  expect(await messageOf(publish(prometheus, resultsWith(), one, host))).toMatch(/a\.prom/)
  expect(server.received).toHaveLength(1)
})

test.each([
  {},
  { file: '' },
  { pushgateway: 'localhost:9091' },
  { file: 'a', grouping: { 'a-b': 'c' } },
  { file: 'a', grouping: { __a: 'c' } },
  { file: 'a', grouping: { metric: 'c' } },
  { file: 'a', job: '' },
])('options %j are refused', async (options) => {
  await expect(publish(prometheus, resultsWith(), options, await makeHost())).rejects.toThrow('schemaPath')
})
