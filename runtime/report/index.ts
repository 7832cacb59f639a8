/** The door of the room: judgement → report files, publishers and exit message. */
import { promises } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import analysisSchema from '../../contracts/analysis.schema.json' with { type: 'json' }
import violationsSchema from '../../contracts/constraint_violations.schema.json' with { type: 'json' }
import constraintsSchema from '../../contracts/constraints.schema.json' with { type: 'json' }
import runSchema from '../../contracts/run.schema.json' with { type: 'json' }
import statisticsSchema from '../../contracts/statistics.schema.json' with { type: 'json' }
import type { Run } from '../../contracts/types.generated.ts'
import type { Validator } from '../../contracts/validator.ts'
import { isAnalysisReport } from '../../contracts/validators/analysis.generated.ts'
import { isConstraintViolations } from '../../contracts/validators/constraint_violations.generated.ts'
import { isConstraints } from '../../contracts/validators/constraints.generated.ts'
import { isRun } from '../../contracts/validators/run.generated.ts'
import { isStatistics } from '../../contracts/validators/statistics.generated.ts'
import { MonitorError, postprocessorFailed } from '../errors.ts'
import type { Postprocessed } from '../handlers.ts'
import type { Host, Outcome, Prepared } from '../host.ts'
import type { Job } from '../job.ts'
import type { Judgement, Verdict } from '../judge.ts'
import type { Results } from '../plugin.ts'
import { listRejects, rejectedRecords } from '../rejects.ts'
import { schemaProblems } from '../schema-problems.ts'
import { sha256 } from '../sha256.ts'
import { parseInstant } from '../time.ts'
import type { UnitResult } from '../unit.ts'
import { formatJson } from './json.ts'
import { messageText } from './message.ts'
import { metricLines } from './metrics.ts'
import { type Published, publishAll, requiredFailure } from './publish.ts'
import { describeRun } from './run.ts'
import { prepareOutput, type ReportFile, writeReports } from './write.ts'

/**
 * Writes the report files, publishes the results, writes run.json. Each file is validated first.
 * @param started when the run started, in milliseconds since 1970
 * @throws MonitorError REPORT_UNWRITABLE; PUBLISHER_FAILED when everything is written
 */
export async function report(
  prepared: Prepared,
  result: UnitResult,
  judgement: Judgement,
  host: Host,
  started: number,
): Promise<Outcome> {
  const { job, registry } = prepared
  const message = exitMessage(prepared, result, judgement, [])
  const complete = timed(prepared, sampled(prepared, result, judgement))
  await writeVerdict(job.output, job, complete)
  // Groups of an earlier run in the same folder are not groups of this one.
  if (job.settings.segments) await promises.rm(join(job.output, 'segments'), { recursive: true, force: true })
  for (const { name, verdict } of complete.segments) {
    const folder = join(job.output, 'segments', segmentFolder(name))
    await prepareOutput(folder)
    await writeVerdict(folder, job, verdict)
  }
  const time = metricTime(job, host)
  const results = resultsOf(prepared, complete, message, time)
  const published = await publishAll(registry.publishers, results, job, host, time)
  const final = exitMessage(prepared, result, judgement, published)
  const run = await describeRun(prepared, result, complete, published, final, host, started)
  await writeReports(job.output, [runFile(run)])
  const failure = requiredFailure(registry.publishers, published)
  if (failure) throw failure
  return { message: final, run, judgement: complete, rejects: result.rejects }
}

/**
 * Adds how the postprocess handler ended to run.json and, unless it went well, to the message.
 * @throws MonitorError REPORT_UNWRITABLE; of the handler, when its failure is the job's
 */
export async function reportPostprocess(
  { settings, output }: Job,
  outcome: Outcome,
  { run: entry, code = 'HANDLER_FAILED' }: Postprocessed,
): Promise<Outcome> {
  const failed = entry.status === 'failed'
  const fails = failed && settings.handlers.postprocess.onError === 'fail'
  const note = `${postprocessorFailed} ${entry.error}. The report files are complete.`
  const message = fails
    ? messageText({ failure: { code, message: note } })
    : failed
      ? `${outcome.message} ${note}`
      : outcome.message
  const run: Run = {
    ...outcome.run,
    handlers: [...(outcome.run.handlers ?? []), entry],
    outcome: { ...outcome.run.outcome, message, ...(fails ? { status: 'Failed' as const } : {}) },
  }
  await writeReports(output, [runFile(run)])
  if (fails) throw new MonitorError(code, note)
  return { ...outcome, run, message }
}

function runFile(run: Run): ReportFile {
  return reportFile('run.json', run, runSchema, isRun)
}

/** Files that lie in a folder of their own come first: the report files say that a run is complete. */
async function writeVerdict(folder: string, job: Job, verdict: Verdict): Promise<void> {
  const inner = Map.groupBy(reportFiles(job, verdict), ({ name }) => dirname(name))
  for (const [name, files] of inner) {
    if (name === '.') continue
    await prepareOutput(join(folder, name))
    await writeReports(
      join(folder, name),
      files.map((file) => ({ ...file, name: basename(file.name) })),
    )
  }
  await writeReports(folder, inner.get('.') ?? [])
}

/** The judgement, with what the sampler did in the statistics. */
function sampled({ job }: Prepared, { findings: { sample } }: UnitResult, judgement: Judgement): Judgement {
  const { sampler } = job.settings
  if (!sample || !sampler) return judgement
  const sampling = {
    sampler: sampler.name,
    options: sampler.options,
    rows_seen: sample.seen,
    rows_kept: sample.kept,
    rows_dropped: sample.seen - sample.kept,
  }
  const { statistics } = judgement
  return { ...judgement, statistics: { ...statistics, dataset: { ...statistics.dataset, sampling } } }
}

/** The judgement, with the time of evaluation where the kind of job has it and the job says a time. */
function timed({ job }: Prepared, judgement: Judgement): Judgement {
  const instant = parseInstant(job.metricTime ?? job.endTime ?? '')
  if (!job.analyses.includes('model-quality') || Number.isNaN(instant)) return judgement
  const evaluation_time = new Date(instant).toISOString()
  const { statistics } = judgement
  return { ...judgement, statistics: { ...statistics, dataset: { ...statistics.dataset, evaluation_time } } }
}

/** A folder name that holds the segment's name as far as file systems allow, and is no other segment's. */
function segmentFolder(name: string): string {
  const readable = name.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)
  if (readable === name && name !== '' && !name.startsWith('.')) return name
  return `${readable.replace(/^\.+/, '_')}-${sha256(name).slice(0, 8)}`
}

function exitMessage(
  prepared: Prepared,
  result: UnitResult,
  { violations, failures }: Judgement,
  published: readonly Published[],
): string {
  const failed = published.filter(({ status }) => status === 'failed')
  const notes = [
    ...notesOf(prepared, result),
    ...failed.map(({ publisher, error }) => `Publisher ${publisher} failed: ${error}`),
  ]
  if (failures.length === 0) return messageText({ violations: violations.length, notes })
  return messageText({
    failure: { code: 'ANALYZER_FAILED', message: `${failures.join('; ')}. The other sections are complete.` },
    notes,
  })
}

function notesOf({ merged }: Prepared, { rows, outside, rejects }: UnitResult): string[] {
  const notes = merged ? mergeNotes(merged) : []
  if (rows === 0 && notes.length === 0)
    notes.push(`The window held no records${outside > 0 ? ` (${outside} lay outside it)` : ''}.`)
  const rejected = rejectedRecords(rejects)
  if (rejected > 0) {
    const kinds = listRejects(rejects).filter(({ effect }) => effect === 'record rejected')
    const first = kinds[0]!.examples[0]!
    notes.push(
      `${rejected === 1 ? '1 record was' : `${rejected} records were`} rejected (${kinds.map(({ code, count }) => `${code} ${count}`).join(', ')}; first: ${first.file}, record ${first.record}); see run.json.`,
    )
  }
  return notes
}

/** What of a merge before the analysis makes its result less than it seems. */
function mergeNotes({ counts }: NonNullable<Prepared['merged']>): string[] {
  const { captures, joined, labels, labels_rejected: rejected } = counts
  return [
    ...(captures > 0 && joined === 0
      ? [`None of ${captures} captures has one of the ${labels} labels.`]
      : []),
    ...(rejected > 0 ? [`${rejected} lines of labels were rejected; see run.json.`] : []),
  ]
}

function reportFile<T>(name: string, value: T, schema: object, validator: Validator<T>): ReportFile {
  if (!validator(value))
    throw new TypeError(
      `${name} breaks its own schema: ${schemaProblems(validator.errors, value).join('; ')}`,
    )
  return { name, text: textOf(name, value, schema) }
}

function reportFiles(job: Job, { statistics, constraints, violations, files: own }: Verdict): ReportFile[] {
  const files = [
    reportFile('statistics.json', statistics, statisticsSchema, isStatistics),
    reportFile('constraints.json', constraints, constraintsSchema, isConstraints),
  ]
  if (job.kind === 'monitoring') {
    files.push(
      reportFile(
        'constraint_violations.json',
        { ...(isClarify(job) ? { version: '1.0' } : {}), violations: [...violations] },
        violationsSchema,
        isConstraintViolations,
      ),
    )
  }
  // The layout of this one is Clarify's; of others their writers know it alone.
  for (const [name, content] of own)
    files.push(
      name === 'analysis.json'
        ? reportFile(name, content, analysisSchema, isAnalysisReport)
        : { name, text: typeof content === 'string' ? content : textOf(name, content, {}) },
    )
  return files
}

/** Whether the job's files are those of Clarify, whose violations file has a version. */
function isClarify({ analyses }: Job): boolean {
  return analyses.includes('bias') || analyses.includes('attribution')
}

/** @throws MonitorError REPORT_UNWRITABLE when the text is longer than the engine's longest string (512 MiB) */
function textOf(name: string, value: unknown, schema: object): string {
  try {
    return formatJson(value, schema)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new MonitorError(
      'REPORT_UNWRITABLE',
      `${name} would be larger than 512 MiB, which no reader opens: leave columns out with exclude_features_attribute, or split the dataset by columns.`,
      { cause: error },
    )
  }
}

/** What publishers get: the reports, and the metric lines with their time and dimensions. */
function resultsOf(
  { job, baseline }: Prepared,
  judgement: Judgement,
  message: string,
  timestamp: string,
): Results {
  const { statistics, constraints, violations, metrics, segments, failures } = judgement
  const host = {
    timestamp,
    ...(job.endpoint ? { endpoint: job.endpoint } : {}),
    ...(job.schedule ? { schedule: job.schedule } : {}),
    emit: (feature?: string) => baseline.resolve(feature).emitMetrics,
  }
  return {
    statistics,
    constraints,
    violations,
    metrics: [
      ...metricLines(metrics, host),
      ...segments.flatMap(({ name, verdict }) => metricLines(verdict.metrics, { ...host, segment: name })),
    ],
    status: failures.length > 0 ? 'Failed' : violations.length > 0 ? 'CompletedWithViolations' : 'Completed',
    message,
    job: {
      kind: job.kind,
      ...(job.endpoint ? { endpoint: job.endpoint } : {}),
      ...(job.schedule ? { schedule: job.schedule } : {}),
      ...(job.startTime ? { startTime: job.startTime } : {}),
      ...(job.endTime ? { endTime: job.endTime } : {}),
    },
  }
}

/** In the one spelling that the platform's uploader takes: UTC, whole seconds. */
function metricTime({ metricTime, endTime }: Job, host: Host): string {
  const text = metricTime ?? endTime
  const instant = text === undefined ? host.now() : parseInstant(text)
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')
}
