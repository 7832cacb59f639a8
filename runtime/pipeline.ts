/**
 * The story of a run: job → plan → compute (units: read, decode, handle, sample, analyze; merge; judge) → report →
 * postprocess. Everything up to report has no side effects; the report files appear at the end, all whole.
 */
import { tmpdir } from 'node:os'
import type { Plan } from '../contracts/types.generated.ts'
import { type BaselineFiles, readBaseline } from './baseline.ts'
import { type Computed, compute } from './compute.ts'
import { MonitorError } from './errors.ts'
import { HandlerLog, openPreprocess, runPostprocess } from './handlers.ts'
import type { Host, Outcome, Prepared } from './host.ts'
import { baselinePaths, type Job } from './job.ts'
import type { Merged } from './merge/index.ts'
import { bytesOf, makePlan } from './plan.ts'
import { isForeign } from './plugin-loader.ts'
import { loadRegistry, modelPaths } from './registry.ts'
import { report, reportPostprocess } from './report/index.ts'
import { prepareOutput } from './report/write.ts'
import { stagesOf } from './stages.ts'
import type { UnitHost } from './unit.ts'

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
  const stages = stagesOf(registry, job, baseline)
  return {
    job,
    baseline,
    registry,
    stages,
    plan: plan ?? (await makePlan(job, featureNames(baseline))),
    handler: undefined,
  }
}

function featureNames({ constraints, statistics }: BaselineFiles): string[] {
  return (constraints ?? statistics)?.features.map(({ name }) => name) ?? []
}

/**
 * Runs the whole job and writes its reports; labels are merged first where the job names some.
 * @param before what the reports name as the dataset's source, where that is not what the job reads, and how it came about
 * @throws MonitorError; then no report file was touched, unless the code is ANALYZER_FAILED or PUBLISHER_FAILED
 */
export async function runJob(
  job: Job,
  host: Host,
  before: { readonly source: string; readonly merged?: Merged } = job,
): Promise<Outcome> {
  if (job.groundTruthSource !== undefined) {
    const { withMerged } = await import('./merge-job.ts')
    const { source } = job
    return withMerged(job, host, tmpdir(), (reads, merged) => runJob(reads, host, { source, merged }))
  }
  const started = host.now()
  await prepareOutput(job.output)
  const lines = new HandlerLog(host.log, job.settings.handlers.logLines)
  const { plan, registry, ...rest } = await prepare(job, host)
  await host.useLoggers({ plan, registry, ...rest })
  const preprocess = await openPreprocess(job, host, lines.take)
  try {
    const { prepared, computed } = await computeAll(
      { plan, registry, ...rest, handler: preprocess?.setup },
      host,
      { line: lines.take, ...(preprocess ? { session: preprocess.session } : {}) },
    )
    host.signal?.throwIfAborted()
    const { source, merged } = before
    const told = { ...prepared, job: { ...job, source }, ...(merged ? { merged } : {}) }
    return await finish(told, computed, host, started, lines)
  } finally {
    await preprocess?.close()
    lines.close()
  }
}

/** Computes; once more, with a plan that cuts no CSV file, when the first one has cut one where it must not. */
async function computeAll(
  prepared: Prepared,
  host: Host,
  listening: Pick<UnitHost, 'line' | 'session'>,
): Promise<{ prepared: Prepared; computed: Computed }> {
  const { plan, registry, job } = prepared
  host.log.info('plan ready', { files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) })
  const unit: UnitHost = {
    progress: host.progress(plan),
    now: host.now,
    pid: host.pid,
    ...(host.signal ? { signal: host.signal } : {}),
    ...listening,
  }
  // Analyzers that are not ours may never return, and models take their time: they run where they can be stopped.
  const foreign = registry.plugins.some((loaded) => isForeign(loaded) && loaded.plugin.analyzers?.length)
  try {
    const computed =
      foreign || modelPaths(registry.analyzers).length > 0
        ? await (await import('./supervise.ts')).supervise(prepared, host, unit)
        : await compute(prepared, { worker: host.workers.unit, unit, failed: new Map() })
    return { prepared, computed }
  } catch (error) {
    if (!(error instanceof MonitorError && error.code === 'CUT_INSIDE_RECORD')) throw error
    host.log.warn('a CSV file was cut inside a quoted value; everything is read again without such cuts', {
      problem: error.message,
    })
    const whole: Job = { ...job, settings: { ...job.settings, cutCsv: false } }
    const again = await makePlan(whole, featureNames(prepared.baseline))
    return computeAll({ ...prepared, job: whole, plan: again }, host, listening)
  }
}

/**
 * Judgement → report files → postprocess handler.
 * @throws MonitorError ANALYZER_FAILED after the reports of the other analyzers were written; see {@link report} and {@link reportPostprocess}
 */
export async function finish(
  prepared: Prepared,
  computed: Computed,
  host: Host,
  started: number,
  lines = new HandlerLog(host.log, prepared.job.settings.handlers.logLines),
): Promise<Outcome> {
  const outcome = await report(prepared, computed.result, computed.judgement, host, started)
  if (computed.judgement.failures.length > 0)
    throw new MonitorError('ANALYZER_FAILED', outcome.message.replace(/^Failed: ANALYZER_FAILED: /, ''))
  const postprocessed = await runPostprocess(prepared.job, host, lines.take)
  return postprocessed ? reportPostprocess(prepared.job, outcome, postprocessed) : outcome
}
