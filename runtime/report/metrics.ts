/** Lines of the metric file that the platform uploads to CloudWatch. */
import type { MetricLine } from '../../contracts/types.generated.ts'
import { isMetricLine } from '../../contracts/validators/metrics.generated.ts'
import type { Metric } from '../plugin.ts'

export type { MetricLine } from '../../contracts/types.generated.ts'

/** What the host adds to the metrics of the analyzers. */
export interface MetricHost {
  /** Time of all lines, ISO 8601 in UTC: `2019-11-26T03:00:00Z`. */
  readonly timestamp: string
  /** Endpoint of the schedule; absent for batch transform, which has the schedule as its only dimension. */
  readonly endpoint?: string
  readonly schedule?: string
  /** The group of rows that the metrics belong to; absent: the whole. */
  readonly segment?: string
  /** Whether a feature's metrics, or without a name the dataset's, are sent (`emit_metrics`). */
  emit(feature?: string): boolean
}

// PutMetricData of the CloudWatch API refuses a whole request for one value or name beyond these.
const largest = 2 ** 360
const longestName = 255
const longestDimension = 1024

/**
 * One line per metric that `emit` lets through, in their order. Left out, because the service refuses them: values that
 * are not finite or beyond ±2^360, and summaries of no samples. Names are cleaned to at most 255 printable ASCII
 * characters, others replaced by `_`; where that makes two different names equal, the later gets `_2`, `_3` … at its end,
 * and a name that needs no cleaning always keeps itself. The numbering counts left-out metrics too, so that it
 * does not move between runs with the same features.
 * @throws {TypeError} when a line breaks contracts/metrics.schema.json, a mistake of the caller.
 * Source: contract/job-contract.md section 9 (CloudWatch files of Model Monitor).
 */
export function metricLines(metrics: readonly Metric[], host: MetricHost): MetricLine[] {
  const names = cleanNames(metrics.map((metric) => metric.name))
  const sent = metrics.filter((metric) => acceptable(metric.value) && host.emit(metric.feature))
  return sent.map((metric) =>
    checked({
      MetricName: names.get(metric.name)!,
      Timestamp: host.timestamp,
      Dimensions: [...dimensions(host), ...ownDimensions(metric)],
      ...numbersOf(metric.value),
    }),
  )
}

function acceptable(value: Metric['value']): boolean {
  const numbers =
    typeof value === 'number' ? [value] : [value.sampleCount, value.sum, value.minimum, value.maximum]
  const samples = typeof value === 'number' ? 1 : value.sampleCount
  return samples > 0 && numbers.every((x) => Math.abs(x) <= largest)
}

function numbersOf(value: Metric['value']): Pick<MetricLine, 'Value' | 'StatisticValues'> {
  if (typeof value === 'number') return { Value: value }
  const { sampleCount, sum, minimum, maximum } = value
  return { StatisticValues: { SampleCount: sampleCount, Sum: sum, Minimum: minimum, Maximum: maximum } }
}

function dimensions({ endpoint, schedule, segment }: MetricHost): MetricLine['Dimensions'] {
  const known = [
    { Name: 'Endpoint', Value: endpoint },
    { Name: 'MonitoringSchedule', Value: schedule },
    { Name: 'Segment', Value: segment },
  ]
  return known.flatMap(({ Name, Value }) => (Value ? [{ Name, Value: clean(Value, longestDimension) }] : []))
}

function ownDimensions({ dimensions = {} }: Metric): MetricLine['Dimensions'] {
  return Object.entries(dimensions).map(([Name, Value]) => ({
    Name: clean(Name, longestName),
    Value: clean(Value, longestDimension),
  }))
}

/** What each name is sent as; different names stay different. */
function cleanNames(names: readonly string[]): Map<string, string> {
  const sent = new Map(names.filter(isClean).map((name) => [name, name]))
  const taken = new Set(sent.keys())
  const next = new Map<string, number>()
  for (const name of names) {
    if (sent.has(name)) continue
    const free = firstFree(clean(name, longestName), taken, next)
    taken.add(free)
    sent.set(name, free)
  }
  return sent
}

/** `next` remembers where the numbering of a base goes on: ten thousand names may clean to the same one. */
function firstFree(base: string, taken: ReadonlySet<string>, next: Map<string, number>): string {
  let name = base
  let n = next.get(base) ?? 1
  for (; taken.has(name); n++) name = `${base.slice(0, longestName - `_${n + 1}`.length)}_${n + 1}`
  next.set(base, n)
  return name
}

function isClean(name: string): boolean {
  return name === clean(name, longestName)
}

function clean(text: string, length: number): string {
  const printable = text.replace(/[^ -~]/gu, '_').slice(0, length)
  return printable.trim() === '' ? '_' : printable
}

function checked(line: MetricLine): MetricLine {
  if (isMetricLine(line)) return line
  const errors = (isMetricLine.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  throw new TypeError(`Metric line breaks its schema: ${errors.join(', ')}`)
}
