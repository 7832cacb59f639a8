/** The table that a person sees at the end of a run. */
import { styleText } from 'node:util'
import Table from 'cli-table3'
import type { FeatureStatistics, Violation } from '../../contracts/types.generated.ts'
import type { Outcome } from '../host.ts'
import type { Job } from '../job.ts'
import { unjudged } from '../unjudged.ts'

const mostRows = 16

/** Features with type, completeness, centre, drift and violations; those with violations first when not all fit. */
export function summaryText({ message, run, judgement }: Outcome, job: Job): string {
  const { statistics, findings, violations } = judgement
  const drift = new Map(
    findings
      .filter(({ check }) => check === 'baseline_drift_check')
      .map((finding) => [finding.feature, finding]),
  )
  const broken = Map.groupBy(violations, ({ feature_name }) => feature_name)
  const features =
    statistics.features.length <= mostRows
      ? statistics.features
      : statistics.features.toSorted((a, b) => Number(broken.has(b.name)) - Number(broken.has(a.name)))
  const monitoring = job.kind === 'monitoring'
  const table = new Table({
    head: [
      'feature',
      'type',
      'complete',
      'mean ± deviation, or categories',
      ...(monitoring ? ['drift', 'violations'] : []),
    ],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'right', 'left', 'right', 'left'],
  })
  for (const feature of features.slice(0, mostRows)) {
    const finding = drift.get(feature.name)
    const names = [
      ...new Set((broken.get(feature.name) ?? []).map(({ constraint_check_type }) => constraint_check_type)),
    ]
    const distance = finding === undefined ? '' : finding.value.toFixed(3)
    table.push([
      shorten(feature.name),
      feature.inferred_type ?? '',
      percent(feature),
      centre(feature),
      ...(monitoring
        ? [finding?.violated ? styleText('red', distance) : distance, styleText('red', names.join(', '))]
        : []),
    ])
  }
  const more = features.length - mostRows
  const counts = new Intl.NumberFormat('en-US')
  const lines = [
    table.toString(),
    ...(more > 0 ? [styleText('gray', `… and ${more} more features in statistics.json`)] : []),
    ...datasetViolations(violations, new Set(statistics.features.map(({ name }) => name))),
    ...unjudged(findings)
      .slice(0, mostRows)
      .map(({ feature, description }) => styleText('yellow', `${feature}: ${description}`)),
    `${counts.format(run.counts.rows)} rows of ${run.counts.features} features in ${run.timing.seconds.toFixed(2)} s, ${run.plan.files} ${run.plan.files === 1 ? 'file' : 'files'}`,
    ...run.rejected.map(({ code, count, effect }) =>
      styleText('yellow', `${code}: ${counts.format(count)} (${effect})`),
    ),
    styleText(violations.length > 0 ? ['bold', 'yellow'] : ['bold', 'green'], message),
    `reports: ${job.output}`,
  ]
  return `${lines.join('\n')}\n`
}

function datasetViolations(violations: readonly Violation[], features: ReadonlySet<string>): string[] {
  return violations
    .filter(({ feature_name }) => feature_name === undefined || !features.has(feature_name))
    .map(({ feature_name: name, description }) =>
      styleText('red', name === undefined ? description : `${name}: ${description}`),
    )
}

function shorten(text: string): string {
  return text.length > 32 ? `${text.slice(0, 31)}…` : text
}

function percent({ numerical_statistics, string_statistics }: FeatureStatistics): string {
  const share = (numerical_statistics ?? string_statistics)?.completeness ?? 0
  return share === 1 ? '100 %' : `${(100 * share).toFixed(2)} %`
}

function centre({ numerical_statistics: numbers, string_statistics: texts }: FeatureStatistics): string {
  if (numbers?.mean !== undefined && numbers.std_dev !== undefined)
    return `${short(numbers.mean)} ± ${short(numbers.std_dev)}`
  const buckets = texts?.distribution?.categorical?.buckets
  if (!buckets) return texts?.distinct_count ? `about ${texts.distinct_count} distinct` : ''
  return `${texts?.distinct_count} distinct: ${shorten(
    buckets
      .slice(0, 3)
      .map(({ value }) => value)
      .join(', '),
  )}`
}

function short(value: number): string {
  const size = Math.abs(value)
  return size !== 0 && (size >= 1e6 || size < 1e-3)
    ? value.toExponential(2)
    : String(+value.toFixed(size >= 100 ? 1 : 3))
}
