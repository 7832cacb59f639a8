import { describe, expect, test } from 'vitest'
import { otlp } from '../../../plugins/publishers/otlp.ts'
import { askPython, installPython, isMissing } from './python.ts'
import { line, makeHost, publish, resultsWith } from './run.ts'
import { messageOf, serve } from './server.ts'

/**
 * Fields of opentelemetry/proto/metrics/v1/metrics.proto and common.proto, in the lower camel case of the JSON mapping:
 * a message by name, a list in brackets, and scalars as the mapping writes them (64-bit integers are text).
 */
const messages: Record<string, Record<string, string>> = {
  ExportMetricsServiceRequest: { resourceMetrics: '[ResourceMetrics]' },
  ResourceMetrics: { resource: 'Resource', scopeMetrics: '[ScopeMetrics]', schemaUrl: 'string' },
  Resource: { attributes: '[KeyValue]', droppedAttributesCount: 'number' },
  ScopeMetrics: { scope: 'InstrumentationScope', metrics: '[Metric]', schemaUrl: 'string' },
  InstrumentationScope: { name: 'string', version: 'string', attributes: '[KeyValue]' },
  Metric: { name: 'string', description: 'string', unit: 'string', gauge: 'Gauge' },
  Gauge: { dataPoints: '[NumberDataPoint]' },
  NumberDataPoint: {
    attributes: '[KeyValue]',
    startTimeUnixNano: 'fixed64',
    timeUnixNano: 'fixed64',
    asDouble: 'number',
    asInt: 'fixed64',
  },
  KeyValue: { key: 'string', value: 'AnyValue' },
  AnyValue: { stringValue: 'string' },
}

function checkMessage(value: unknown, type: string, path: string): string[] {
  const element = /^\[(\w+)\]$/.exec(type)?.[1]
  if (element) {
    if (!Array.isArray(value)) return [`${path}: no list`]
    return value.flatMap((child, i) => checkMessage(child, element, `${path}[${i}]`))
  }
  if (type === 'fixed64')
    return /^\d+$/.test(value as string) && typeof value === 'string' ? [] : [`${path}: no fixed64`]
  if (!messages[type]) return typeof value === type ? [] : [`${path}: no ${type}`]
  if (typeof value !== 'object' || value === null) return [`${path}: no message`]
  return Object.entries(value).flatMap(([key, child]) => {
    const known = messages[type]![key]
    return known ? checkMessage(child, known, `${path}.${key}`) : [`${path}.${key}: no field of ${type}`]
  })
}

async function sentBody(change: Parameters<typeof resultsWith>[0] = {}) {
  const server = await serve()
  await publish(otlp, resultsWith(change), { url: server.url }, await makeHost())
  return server.received[0]!.body
}

test('the body follows the JSON mapping of the protocol', async () => {
  const body = JSON.parse(await sentBody())
  expect(checkMessage(body, 'ExportMetricsServiceRequest', '')).toEqual([])
  const text = (key: string, stringValue: string) => ({ key, value: { stringValue } })
  const own = { attributes: [], timeUnixNano: '1714979289500000000' }
  const attributes = [text('Endpoint', 'churn'), text('MonitoringSchedule', 'hourly')]
  const at = { attributes, timeUnixNano: '1714978800000000000' }
  const part = (name: string, asDouble: number) => ({
    name: `feature_data_age.${name}`,
    gauge: { dataPoints: [{ ...at, attributes: [...attributes, text('statistic', name)], asDouble }] },
  })
  expect(body).toEqual({
    resourceMetrics: [
      {
        resource: {
          attributes: [text('service.name', 'byom'), text('endpoint', 'churn'), text('schedule', 'hourly')],
        },
        scopeMetrics: [
          {
            scope: { name: 'byom' },
            metrics: [
              { name: 'byom.items', gauge: { dataPoints: [{ ...own, asDouble: 325 }] } },
              { name: 'byom.violations', gauge: { dataPoints: [{ ...own, asDouble: 2 }] } },
              { name: 'feature_baseline_drift_age', gauge: { dataPoints: [{ ...at, asDouble: 0.25 }] } },
              part('sum', -6.5),
              part('count', 3),
              part('min', -9),
              part('max', 1e300),
            ],
          },
        ],
      },
    ],
  })
})

test('without endpoint and schedule the resource is the service alone', async () => {
  const body = JSON.parse(await sentBody({ job: { kind: 'baseline' }, metrics: [] }))
  expect(body.resourceMetrics[0].resource.attributes).toHaveLength(1)
})

test('a metric whose time cannot be read has the time of the results', async () => {
  const body = JSON.parse(await sentBody({ metrics: [{ ...line('a', 1), Timestamp: 'noon' }] }))
  const [point] = body.resourceMetrics[0].scopeMetrics[0].metrics[2].gauge.dataPoints
  expect(point.timeUnixNano).toBe('1714979289500000000')
})

const python = await installPython('opentelemetry-proto==1.*')
if ('reason' in python) process.stdout.write(`opentelemetry-proto cannot be installed: ${python.reason}\n`)

test.skipIf(isMissing(python))(
  'the protobuf library reads the body, strictly, and gets the same numbers',
  async () => {
    const program = `
import json, sys
from google.protobuf.json_format import Parse
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
message = Parse(sys.stdin.buffer.read().decode("utf-8"), ExportMetricsServiceRequest())
print(json.dumps([
  [metric.name, point.time_unix_nano // 10**6, repr(point.as_double)]
  for resource in message.resource_metrics for scope in resource.scope_metrics
  for metric in scope.metrics for point in metric.gauge.data_points
]))`
    const metrics = [
      ...resultsWith().metrics,
      line('Größe \ud800', -0),
      line('nan', Number.NaN),
      line('inf', -Infinity),
    ]
    const read = await askPython(python, program, await sentBody({ metrics }))
    expect(read).toEqual([
      ['byom.items', 1714979289500, '325.0'],
      ['byom.violations', 1714979289500, '2.0'],
      ['feature_baseline_drift_age', 1714978800000, '0.25'],
      ['feature_data_age.sum', 1714978800000, '-6.5'],
      ['feature_data_age.count', 1714978800000, '3.0'],
      ['feature_data_age.min', 1714978800000, '-9.0'],
      ['feature_data_age.max', 1714978800000, '1e+300'],
      ['Größe \ufffd', 1714978800000, '0.0'],
      ['nan', 1714978800000, 'nan'],
      ['inf', 1714978800000, '-inf'],
    ])
  },
)

describe('the request', () => {
  test.each(['', '/', '/v1/metrics'])('goes to /v1/metrics when the URL ends with “%s”', async (end) => {
    const server = await serve()
    const headers = { Authorization: { environment: 'OTLP_TOKEN' }, 'X-Tenant': 'a' }
    const host = await makeHost({ OTLP_TOKEN: 'Bearer 123' })
    await publish(otlp, resultsWith(), { url: `${server.url}${end}`, headers }, host)
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: '/v1/metrics',
        headers: { 'content-type': 'application/json', authorization: 'Bearer 123', 'x-tenant': 'a' },
      },
    ])
  })

  test('holds at most 5,000 metrics; more go into further ones', async () => {
    const server = await serve()
    const metrics = Array.from({ length: 12_000 }, (_, i) => line(`m${i}`, i))
    await publish(otlp, resultsWith({ metrics }), { url: server.url }, await makeHost())
    const names = server.received.map(({ body }) =>
      JSON.parse(body).resourceMetrics[0].scopeMetrics[0].metrics.map(({ name }: { name: string }) => name),
    )
    expect(names.map((list) => list.length)).toEqual([5000, 5000, 2002])
    expect(names.flat().slice(2)).toEqual(metrics.map(({ MetricName }) => MetricName))
  })

  test('that fails names the collector', async () => {
    const server = await serve((response) => response.writeHead(415).end('JSON is off'))
    const published = publish(otlp, resultsWith(), { url: server.url }, await makeHost())
    expect(await messageOf(published)).toBe(
      `POST ${server.url}/v1/metrics: refused (attempts: 1, last status: 415, reply: JSON is off)`,
    )
  })
})

test.each([
  [
    '{"partialSuccess":{"rejectedDataPoints":"3","errorMessage":"too old"}}',
    { rejected: 3, reason: 'too old' },
  ],
  ['{"partialSuccess":{"errorMessage":"be slower"}}', { rejected: 0, reason: 'be slower' }],
  ['{"partialSuccess":{}}', undefined],
  ['{}', undefined],
  ['null', undefined],
  ['thanks', undefined],
])('the reply %s', async (reply, expected) => {
  const server = await serve((response) => response.end(reply))
  const host = await makeHost()
  await publish(otlp, resultsWith(), { url: server.url }, host)
  expect(server.received).toHaveLength(1)
  const warnings = host.logged.filter(({ level }) => level === 'warn')
  expect(warnings.map(({ fields }) => fields)).toMatchObject(expected ? [expected] : [])
})
