/** Metrics for OpenTelemetry: OTLP over HTTP in its JSON encoding. Source: opentelemetry.io/docs/specs/otlp. */
import { definePublisher, type MetricLine, type PublisherHost, type Results } from '../../runtime/plugin.ts'
import { send } from './http.ts'
import { type NetworkOptions, networkOptions, openTarget, type Text, urlOption } from './target.ts'

interface OtlpOptions extends NetworkOptions {
  readonly url: Text
}

interface Attribute {
  readonly key: string
  readonly value: { readonly stringValue: string }
}

/** A Metric of the protocol. */
interface OtlpMetric {
  readonly name: string
  readonly gauge: {
    readonly dataPoints: readonly {
      readonly attributes: readonly Attribute[]
      readonly timeUnixNano: string
      readonly asDouble: number | string
    }[]
  }
}

// A collector takes 20 MiB a request unless it is told otherwise.
const metricsPerRequest = 5000

/** Sends gauges: items, violations, and every metric line. */
export const otlp = definePublisher<OtlpOptions>({
  name: 'otlp',
  description: 'Sends the metrics to an OpenTelemetry collector: OTLP over HTTP, JSON encoding.',
  options: {
    type: 'object',
    required: ['url'],
    properties: {
      url: {
        ...urlOption,
        description: 'Collector, like http://localhost:4318; /v1/metrics is added unless it ends so already.',
      },
      ...networkOptions,
    },
    additionalProperties: false,
  },

  async publish(results, options, host) {
    const target = openTarget(options.url, options, host, '/v1/metrics')
    const metrics = otlpMetrics(results, host.time)
    for (let from = 0; from < metrics.length; from += metricsPerRequest) {
      const body = JSON.stringify(request(results, metrics.slice(from, from + metricsPerRequest)))
      const headers = { 'content-type': 'application/json' }
      warnOfRejects(
        await send(target, { method: 'POST', headers, body }, options, host.signal),
        target.name,
        host,
      )
    }
    host.log.info('metrics sent', { target: target.name, metrics: metrics.length })
  },
})

/** ExportMetricsServiceRequest of the protocol. */
function request({ job }: Results, metrics: readonly OtlpMetric[]): object {
  const attributes = [
    attribute('service.name', 'byom'),
    ...(job.endpoint ? [attribute('endpoint', job.endpoint)] : []),
    ...(job.schedule ? [attribute('schedule', job.schedule)] : []),
  ]
  return {
    resourceMetrics: [{ resource: { attributes }, scopeMetrics: [{ scope: { name: 'byom' }, metrics }] }],
  }
}

/**
 * One gauge a number. Summaries become four, with suffixes: the protocol's own summary must leave out its sum when values
 * may be negative. Dimensions are attributes of the data points.
 */
function otlpMetrics(results: Results, time: string): OtlpMetric[] {
  const { statistics, violations, metrics } = results
  return [
    gauge('byom.items', [], time, statistics.dataset.item_count),
    gauge('byom.violations', [], time, violations.length),
    ...metrics.flatMap((line) => lineMetrics(line, time)),
  ]
}

function lineMetrics(
  { MetricName, Timestamp, Dimensions, Value, StatisticValues }: MetricLine,
  time: string,
) {
  const attributes = Dimensions.map(({ Name, Value }) => attribute(Name, Value))
  const at = Number.isNaN(Date.parse(Timestamp)) ? time : Timestamp
  if (!StatisticValues) return Value === undefined ? [] : [gauge(MetricName, attributes, at, Value)]
  const { SampleCount, Sum, Minimum, Maximum } = StatisticValues
  return Object.entries({ sum: Sum, count: SampleCount, min: Minimum, max: Maximum }).map(([suffix, value]) =>
    // The attribute keeps it apart from a metric that has this name by itself.
    gauge(`${MetricName}.${suffix}`, [...attributes, attribute('statistic', suffix)], at, value),
  )
}

function gauge(name: string, attributes: readonly Attribute[], time: string, value: number): OtlpMetric {
  const timeUnixNano = `${BigInt(Date.parse(time)) * 1_000_000n}`
  const asDouble = Number.isFinite(value) ? value : `${value}`
  return { name: name.toWellFormed(), gauge: { dataPoints: [{ attributes, timeUnixNano, asDouble }] } }
}

function attribute(key: string, value: string): Attribute {
  return { key: key.toWellFormed(), value: { stringValue: value.toWellFormed() } }
}

/** A collector that takes only a part says so in a reply of status 200, and must not be asked again. */
function warnOfRejects(reply: string, target: string, host: PublisherHost): void {
  const { rejectedDataPoints = 0, errorMessage = '' } = partialSuccess(reply)
  if (Number(rejectedDataPoints) === 0 && errorMessage === '') return
  const reason = String(errorMessage).slice(0, 200)
  host.log.warn('the collector did not take everything', {
    target,
    rejected: Number(rejectedDataPoints),
    reason,
  })
}

function partialSuccess(reply: string): { rejectedDataPoints?: unknown; errorMessage?: unknown } {
  try {
    return JSON.parse(reply)?.partialSuccess ?? {}
  } catch {
    return {}
  }
}
