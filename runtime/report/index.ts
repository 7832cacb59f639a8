/** The door of the room: judgement → report files, metric lines and exit message. */

import violationsSchema from '../../contracts/constraint_violations.schema.json' with { type: 'json' }
import constraintsSchema from '../../contracts/constraints.schema.json' with { type: 'json' }
import runSchema from '../../contracts/run.schema.json' with { type: 'json' }
import statisticsSchema from '../../contracts/statistics.schema.json' with { type: 'json' }
import type { Run } from '../../contracts/types.generated.ts'
import {
  isConstraints,
  isConstraintViolations,
  isRun,
  isStatistics,
  type Validator,
} from '../../contracts/validators.generated.ts'
import type { BaselineFiles } from '../baseline.ts'
import type { Host, Outcome, Prepared } from '../host.ts'
import type { Job } from '../job.ts'
import type { Judgement } from '../judge.ts'
import { listRejects, rejectedRecords } from '../rejects.ts'
import { schemaProblems } from '../schema-problems.ts'
import type { UnitResult } from '../unit.ts'
import { formatJson } from './json.ts'
import { messageText } from './message.ts'
import { formatMetricLines, metricLines } from './metrics.ts'
import { describeRun } from './run.ts'
import { prepareOutput, type ReportFile, writeReports } from './write.ts'

/**
 * Writes everything; each file is validated first.
 * @param started when the run started, in milliseconds since 1970
 * @throws MonitorError REPORT_UNWRITABLE
 */
export async function report(
  prepared: Prepared,
  result: UnitResult,
  judgement: Judgement,
  host: Host,
  started: number,
): Promise<Outcome> {
  const message = exitMessage(result, judgement)
  const run = describeRun(prepared, result, judgement, message, host, started)
  await writeReports(prepared.job.output, reportFiles(prepared.job, judgement, run))
  await writeMetrics(prepared.job, judgement, prepared.baseline, host)
  return { message, run, judgement }
}

function exitMessage(result: UnitResult, { violations }: Judgement): string {
  const notes = notesOf(result)
  const failures = [...result.analysis.failures].map(([name, error]) => `analyzer ${name}: ${error}`)
  if (failures.length === 0) return messageText({ violations: violations.length, notes })
  return messageText({
    failure: { code: 'ANALYZER_FAILED', message: `${failures.join('; ')}. The other sections are complete.` },
    notes,
  })
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
