/**
 * The story of a run: job → plan → units (read, decode, analyze) → merge → judge → report. Everything up to judge has no
 * side effects; the report files appear at the end, all whole.
 */
import type { Plan } from '../contracts/types.generated.ts'
import { readBaseline } from './baseline.ts'
import { MonitorError } from './errors.ts'
import type { Host, Outcome, Prepared } from './host.ts'
import { baselinePaths, type Job } from './job.ts'
import { judge, judgeSegments } from './judge.ts'
import { bytesOf, makePlan } from './plan.ts'
import { loadRegistry } from './registry.ts'
import { listRejects, rejectedRecords } from './rejects.ts'
import { report } from './report/index.ts'
import { prepareOutput } from './report/write.ts'
import { settle, stagesOf } from './stages.ts'
import { orderColumns, type UnitResult } from './unit.ts'
import { runUnits } from './workers.ts'

/**
 * Checks baseline and plugins, and makes the plan unless there is one.
 * @throws MonitorError
 */
export async function prepare(
  job: Job,
  host: Pick<Host, 'plugins' | 'defaultLoggers'>,
  plan?: Plan,
): Promise<Prepared> {
  const baseline = await readBaseline(baselinePaths(job))
  const registry = await loadRegistry(job, host.plugins, baseline, { loggers: host.defaultLoggers })
  const names = (baseline.constraints ?? baseline.statistics)?.features.map(({ name }) => name) ?? []
  const stages = stagesOf(registry, job, baseline)
  return { job, baseline, registry, stages, plan: plan ?? (await makePlan(job, names)) }
}

/**
 * Runs the whole job and writes its reports.
 * @throws MonitorError; then no report file was touched, unless the code is ANALYZER_FAILED
 */
export async function runJob(job: Job, host: Host): Promise<Outcome> {
  const started = host.now()
  await prepareOutput(job.output)
  const prepared = await prepare(job, host)
  const { plan, stages } = prepared
  await host.useLoggers(prepared)
  host.log.info('plan ready', { files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) })
  const progress = host.progress(plan)
  const result = await runUnits({ job, plan }, stages, host.worker, progress, host.signal)
  host.signal?.throwIfAborted()
  return finish(prepared, result, host, started)
}

/**
 * Merged result → judgement → report files.
 * @throws MonitorError ANALYZER_FAILED after the reports of the other analyzers were written
 */
export async function finish(
  prepared: Prepared,
  result: UnitResult,
  host: Host,
  started: number,
): Promise<Outcome> {
  const { job, stages, baseline, plan } = prepared
  checkReadable(job, plan, result)
  const outputFirst = job.format.kind !== 'capture' || job.format.outputPosition === 'START'
  const declared = job.settings.features.map(({ name }) => name)
  const order = orderColumns(result.columns, outputFirst, declared).map(({ name }) => name)
  settle(stages, result.findings)
  const { analysis, sample, segments } = result.findings
  const whole = judge(stages.analyzers, analysis, baseline, order, sample?.kept ?? result.rows)
  const judgement = judgeSegments(whole, analysis, segments ?? new Map(), stages.analyzersOf, baseline, order)
  const outcome = await report(prepared, result, judgement, host, started)
  if (judgement.failures.length > 0)
    throw new MonitorError('ANALYZER_FAILED', outcome.message.replace(/^Failed: ANALYZER_FAILED: /, ''))
  return outcome
}

function checkReadable(job: Job, plan: Plan, { rows, rejects, outside }: UnitResult): void {
  const rejected = rejectedRecords(rejects)
  if (rows > 0) return
  // Records outside the window were decoded: the format is right, a few bad lines do not make it wrong.
  if (rejected > 0 && outside === 0) {
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
