/**
 * The story of a run: job → plan → units (read, decode, analyze) → merge → judge → report. Everything up to judge has no
 * side effects; the report files appear at the end, all whole.
 */

import violationsSchema from '../contracts/constraint_violations.schema.json' with { type: 'json' }
import constraintsSchema from '../contracts/constraints.schema.json' with { type: 'json' }
import runSchema from '../contracts/run.schema.json' with { type: 'json' }
import statisticsSchema from '../contracts/statistics.schema.json' with { type: 'json' }
import type { Plan, Run } from '../contracts/types.generated.ts'
import {
  isConstraints,
  isConstraintViolations,
  isRun,
  isStatistics,
  type Validator,
} from '../contracts/validators.generated.ts'
import { analyzerKey, type LoadedAnalyzer } from './analyze.ts'
import { type BaselineFiles, readBaseline } from './baseline.ts'
import { MonitorError } from './errors.ts'
import { baselinePaths, type Job } from './job.ts'
import { type Judgement, judge } from './judge.ts'
import type { Log } from './log.ts'
import { makePlan } from './plan.ts'
import { loadAnalyzers, type PluginLoaders } from './registry.ts'
import { listRejects, rejectedRecords } from './rejects.ts'
import { formatJson } from './report/json.ts'
import { messageText } from './report/message.ts'
import { formatMetricLines, metricLines } from './report/metrics.ts'
import { prepareOutput, type ReportFile, writeReports } from './report/write.ts'
import { schemaProblems } from './schema-problems.ts'
import { orderColumns, type Progress, type UnitResult } from './unit.ts'
import { runUnits, workerCount } from './workers.ts'

/** Everything that a run takes from the outside world. */
export interface Host {
  readonly plugins: PluginLoaders
  /** Module that runs a unit in a thread. */
  readonly worker: URL
  readonly log: Log
  /** The present, in milliseconds since 1970. */
  readonly now: () => number
  readonly progress: (total: Plan) => Progress
  readonly versions: { readonly runtime: string; readonly node: string }
  readonly peakMemory: () => number
  readonly signal?: AbortSignal
}

/** How a run ended. */
export interface Outcome {
  readonly message: string
  readonly run: Run
  readonly judgement: Judgement
}

/** A prepared run: everything that can be wrong with the settings has been found out, no data has been read. */
export interface Prepared {
  readonly job: Job
  readonly baseline: BaselineFiles
  readonly analyzers: readonly LoadedAnalyzer[]
  readonly plan: Plan
}

/**
 * Checks baseline and plugins, and makes the plan unless there is one.
 * @throws MonitorError
 */
export async function prepare(job: Job, host: Pick<Host, 'plugins'>, plan?: Plan): Promise<Prepared> {
  const baseline = await readBaseline(baselinePaths(job))
  const analyzers = await loadAnalyzers(job, host.plugins, baseline)
  const names = (baseline.constraints ?? baseline.statistics)?.features.map(({ name }) => name) ?? []
  return { job, baseline, analyzers, plan: plan ?? (await makePlan(job, names)) }
}

/**
 * Runs the whole job and writes its reports.
 * @throws MonitorError; then no report file was touched, unless the code is ANALYZER_FAILED
 */
export async function runJob(job: Job, host: Host): Promise<Outcome> {
  const started = host.now()
  await prepareOutput(job.output)
  const prepared = await prepare(job, host)
  const { plan, analyzers } = prepared
  host.log.info('plan ready', { files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) })
  const progress = host.progress(plan)
  const result = await runUnits({ job, plan }, analyzers, host.worker, progress, host.signal)
  host.signal?.throwIfAborted()
  return finish(prepared, result, host, started)
}

/**
 * Merged result → judgement → report files.
 * @throws MonitorError ANALYZER_FAILED after the reports of the others were written
 */
export async function finish(
  prepared: Prepared,
  result: UnitResult,
  host: Host,
  started: number,
): Promise<Outcome> {
  const { job, analyzers, baseline, plan } = prepared
  checkReadable(job, plan, result)
  const order = orderColumns(
    result.columns,
    job.format.kind !== 'capture' || job.format.outputPosition === 'START',
  ).map(({ name }) => name)
  const judgement = judge(analyzers, result.analysis, baseline, order, result.rows)
  const failures = [...result.analysis.failures].map(([name, error]) => `analyzer ${name}: ${error}`)
  const notes = notesOf(result)
  const message =
    failures.length > 0
      ? messageText({
          failure: {
            code: 'ANALYZER_FAILED',
            message: `${failures.join('; ')}. The other sections are complete.`,
          },
          notes,
        })
      : messageText({ violations: judgement.violations.length, notes })
  const run = describeRun(prepared, result, judgement, message, host, started)
  await writeReports(job.output, reportFiles(job, judgement, run))
  await writeMetrics(job, judgement, baseline, host)
  if (failures.length > 0)
    throw new MonitorError('ANALYZER_FAILED', `${failures.join('; ')}. The other sections are complete.`)
  return { message, run, judgement }
}

function checkReadable(job: Job, plan: Plan, { rows, rejects, outside }: UnitResult): void {
  const rejected = rejectedRecords(rejects)
  if (rows > 0) return
  if (rejected > 0) {
    const examples = listRejects(rejects).filter(({ effect }) => effect === 'record rejected')
    const first = examples[0]!.examples[0]!
    throw new MonitorError(
      'SOURCE_UNREADABLE',
      `none of the ${rejected} records of ${job.source} could be decoded as ${job.format.kind}: is dataset_format right? First: ${first.file}, record ${first.record}: ${examples[0]!.code}, ${first.detail}`,
    )
  }
  if (job.settings.emptyWindow === 'fail') {
    const found =
      plan.files.length === 0 ? `${job.source} has no data file` : `the files of ${job.source} hold no record`
    throw new MonitorError(
      'SOURCE_EMPTY',
      `${found} in the window${outside > 0 ? ` (${outside} records lie outside it)` : ''}.`,
    )
  }
}

function notesOf({ rows, outside, rejects }: UnitResult): string[] {
  const notes: string[] = []
  if (rows === 0)
    notes.push(`The window held no records${outside > 0 ? ` (${outside} lay outside it)` : ''}.`)
  const rejected = rejectedRecords(rejects)
  if (rejected > 0) {
    const kinds = listRejects(rejects).filter(({ effect }) => effect === 'record rejected')
    const first = kinds[0]!.examples[0]!
    notes.push(
      `${rejected} records were rejected (${kinds.map(({ code, count }) => `${code} ${count}`).join(', ')}; first: ${first.file}, record ${first.record}); see run.json.`,
    )
  }
  return notes
}

function reportFiles(job: Job, { statistics, constraints, violations }: Judgement, run: Run): ReportFile[] {
  const file = <T>(name: string, value: T, schema: object, validator: Validator<T>): ReportFile => {
    if (!validator(value))
      throw new TypeError(
        `${name} breaks its own schema: ${schemaProblems(validator.errors, value).join('; ')}`,
      )
    return { name, text: formatJson(value, schema) }
  }
  return [
    file('statistics.json', statistics, statisticsSchema, isStatistics),
    file('constraints.json', constraints, constraintsSchema, isConstraints),
    ...(job.kind === 'monitoring'
      ? [
          file(
            'constraint_violations.json',
            { violations: [...violations] },
            violationsSchema,
            isConstraintViolations,
          ),
        ]
      : []),
    file('run.json', run, runSchema, isRun),
  ]
}

async function writeMetrics(
  job: Job,
  { metrics }: Judgement,
  baseline: BaselineFiles,
  host: Host,
): Promise<void> {
  if (!job.publishMetrics) return
  const lines = metricLines(metrics, {
    timestamp: metricTime(job, host),
    ...(job.endpoint ? { endpoint: job.endpoint } : {}),
    ...(job.schedule ? { schedule: job.schedule } : {}),
    emit: (feature) => baseline.resolve(feature).emitMetrics,
  })
  await prepareOutput(job.metricsFolder)
  await writeReports(job.metricsFolder, [
    { name: 'cloudwatch_metrics.jsonl', text: formatMetricLines(lines) },
  ])
  host.log.info('metrics written', { lines: lines.length, folder: job.metricsFolder })
}

function metricTime({ metricTime, endTime }: Job, host: Host): string {
  return (metricTime ?? endTime ?? new Date(host.now()).toISOString().replace(/\.\d+Z$/, 'Z')).replace(
    /\s+/g,
    '',
  )
}

function describeRun(
  { job, plan, analyzers }: Prepared,
  result: UnitResult,
  { violations, statistics }: Judgement,
  message: string,
  host: Host,
  started: number,
): Run {
  const { failures } = result.analysis
  return {
    runtime: { name: 'byom', version: host.versions.runtime, node: host.versions.node },
    job: {
      kind: job.kind,
      dataset_source: job.source,
      dataset_format: { ...job.format },
      ...(job.startTime ? { start_time: job.startTime } : {}),
      ...(job.endTime ? { end_time: job.endTime } : {}),
      ...(job.configPath ? { config: job.configPath } : {}),
    },
    plan: { id: plan.id, files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) },
    counts: {
      records_read: result.records,
      records_outside_window: result.outside,
      records_rejected: rejectedRecords(result.rejects),
      rows: result.rows,
      features: statistics.features.length,
    },
    rejected: listRejects(result.rejects),
    sections: analyzers.map((loaded) => {
      const error = failures.get(loaded.analyzer.name)
      return {
        analyzer: analyzerKey(loaded),
        plugin: `${loaded.plugin.name}@${loaded.plugin.version}`,
        status: error ? 'failed' : 'completed',
        ...(error ? { error } : {}),
      }
    }),
    outcome: {
      status: failures.size > 0 ? 'Failed' : violations.length > 0 ? 'CompletedWithViolations' : 'Completed',
      message,
      violations: violations.length,
    },
    timing: {
      started: new Date(started).toISOString(),
      seconds: (host.now() - started) / 1000,
      workers: workerCount(job, plan),
      peak_memory_bytes: host.peakMemory(),
    },
  }
}

/** Bytes of all files of a plan. */
export function bytesOf(plan: Plan): number {
  return plan.files.reduce((sum, { bytes }) => sum + bytes, 0)
}
