/**
 * The story of a run: job → plan → compute (units: read, decode, sample, analyze; merge; judge) → report. Everything up to
 * report has no side effects; the report files appear at the end, all whole.
 */
import { tmpdir } from 'node:os'
import type { Plan } from '../contracts/types.generated.ts'
import { readBaseline } from './baseline.ts'
import { type Computed, compute } from './compute.ts'
import { MonitorError } from './errors.ts'
import type { Host, Outcome, Prepared } from './host.ts'
import { baselinePaths, type Job } from './job.ts'
import { bytesOf, makePlan } from './plan.ts'
import { isForeign } from './plugin-loader.ts'
import { loadRegistry } from './registry.ts'
import { report } from './report/index.ts'
import { prepareOutput } from './report/write.ts'
import { stagesOf } from './stages.ts'
import { supervise } from './supervise.ts'

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
 * Runs the whole job and writes its reports; labels are merged first where the job names some.
 * @param source what the reports name as the dataset's source, where that is not what the job reads
 * @throws MonitorError; then no report file was touched, unless the code is ANALYZER_FAILED or PUBLISHER_FAILED
 */
export async function runJob(job: Job, host: Host, source = job.source): Promise<Outcome> {
  if (job.groundTruthSource !== undefined) {
    const { withMerged } = await import('./merge-job.ts')
    return withMerged(job, host, tmpdir(), (merged) => runJob(merged, host, source))
  }
  const started = host.now()
  await prepareOutput(job.output)
  const prepared = await prepare(job, host)
  const { plan, registry } = prepared
  await host.useLoggers(prepared)
  host.log.info('plan ready', { files: plan.files.length, units: plan.units.length, bytes: bytesOf(plan) })
  const progress = host.progress(plan)
  const signal = host.signal ? { signal: host.signal } : {}
  // Analyzers that are not ours may never return: they run where they can be stopped.
  const foreign = registry.plugins.some((loaded) => isForeign(loaded) && loaded.plugin.analyzers?.length)
  const computed = foreign
    ? await supervise(prepared, host, progress)
    : await compute(prepared, {
        worker: host.workers.unit,
        progress,
        failed: new Map(),

        ...signal,
      })
  host.signal?.throwIfAborted()
  return finish({ ...prepared, job: { ...job, source } }, computed, host, started)
}

/**
 * Judgement → report files.
 * @throws MonitorError ANALYZER_FAILED after the reports of the other analyzers were written; see {@link report}
 */
export async function finish(
  prepared: Prepared,
  computed: Computed,
  host: Host,
  started: number,
): Promise<Outcome> {
  const outcome = await report(prepared, computed.result, computed.judgement, host, started)
  if (computed.judgement.failures.length > 0)
    throw new MonitorError('ANALYZER_FAILED', outcome.message.replace(/^Failed: ANALYZER_FAILED: /, ''))
  return outcome
}
