/**
 * Results → Prometheus text exposition format. Names depend on the metric alone, never on its neighbours: the label
 * `metric` holds the name as published, so that names which clean to the same family stay different series.
 * Source: prometheus.io/docs/instrumenting/exposition_formats (version 0.0.4).
 */
import type { MetricLine, Results } from '../../runtime/plugin.ts'

type Labels = readonly (readonly [name: string, value: string])[]

interface Family {
  readonly help: string
  /** Value by text of the labels; of two equal series the last counts, because two make the whole text invalid. */
  readonly series: Map<string, number>
}

const metricHelp = 'A metric of a monitoring run; the label metric holds its name as published.'

/** Whole text; without time stamps, which the textfile collector and the Pushgateway refuse. */
export function exposition(results: Results, time: string): string {
  const families = new Map<string, Family>()
  const add = (name: string, help: string, labels: Labels, value: number) => {
    const family = families.get(name) ?? { help, series: new Map() }
    families.set(name, family)
    family.series.set(labelText(labels), value)
  }
  const labels = jobLabels(results)
  add('byom_items', 'Records analyzed.', labels, results.statistics.dataset.item_count)
  add('byom_violations', 'Constraints that are not met.', labels, results.violations.length)
  add('byom_failed', 'Whether the run failed: 1 or 0.', labels, results.status === 'Failed' ? 1 : 0)
  add('byom_results_timestamp_seconds', 'Unix time of the results.', labels, Date.parse(time) / 1000)
  for (const line of results.metrics)
    for (const [suffix, value] of numbersOf(line))
      add(`byom_${cleanName(line.MetricName)}${suffix}`, metricHelp, lineLabels(line), value)
  return [...families].map(([name, family]) => familyText(name, family)).join('')
}

/** Endpoint and schedule, under the names that the dimensions of the metrics have as labels. */
export function jobLabels({ job: { endpoint, schedule } }: Results): Labels {
  return [
    ...(endpoint ? [['endpoint', endpoint] as const] : []),
    ...(schedule ? [['monitoring_schedule', schedule] as const] : []),
  ]
}

function familyText(name: string, { help, series }: Family): string {
  const samples = [...series].map(([labels, value]) => `${name}${labels} ${numberText(value)}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${samples.join('')}`
}

function numbersOf({ Value, StatisticValues }: MetricLine): [suffix: string, value: number][] {
  if (!StatisticValues) return Value === undefined ? [] : [['', Value]]
  const { SampleCount, Sum, Minimum, Maximum } = StatisticValues
  return [
    ['_sum', Sum],
    ['_count', SampleCount],
    ['_min', Minimum],
    ['_max', Maximum],
  ]
}

function lineLabels({ MetricName, Dimensions }: MetricLine): Labels {
  const labels = new Map([['metric', MetricName]])
  for (const { Name, Value } of Dimensions) {
    const name = labelName(Name)
    let free = name
    for (let n = 2; labels.has(free); n++) free = `${name}_${n}`
    labels.set(free, Value)
  }
  return [...labels]
}

/** `MonitoringSchedule` becomes `monitoring_schedule`; no underscore leads, because `__` is Prometheus' own. */
function labelName(dimension: string): string {
  const words = dimension.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  return cleanName(words)
    .replace(/^_+/, '')
    .replace(/^(?=\d|$)/, 'label_')
}

function cleanName(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]/gu, '_')
}

function labelText(labels: Labels): string {
  if (labels.length === 0) return ''
  return `{${labels.map(([name, value]) => `${name}="${escapeValue(value)}"`).join(',')}}`
}

function escapeValue(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').toWellFormed()
}

function numberText(x: number): string {
  if (Number.isFinite(x)) return `${x}`
  return Number.isNaN(x) ? 'NaN' : x > 0 ? '+Inf' : '-Inf'
}
