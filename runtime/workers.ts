/** Units → one merged result, on the main thread or on worker threads. The result does not depend on which. */
import { availableParallelism } from 'node:os'
import type { Plan } from '../contracts/types.generated.ts'
import { type ErrorCode, MonitorError } from './errors.ts'
import type { Job } from './job.ts'
import { MergeTree } from './merge-tree.ts'
import { recycleFindings, type Stages } from './stages.ts'
import {
  emptyResult,
  type HandlerLine,
  mergeResults,
  runUnit,
  type UnitHost,
  type UnitResult,
  type UnitTask,
} from './unit.ts'
import { stopLibraries, watchMemory } from './watch.ts'

/** What a worker thread needs to know; plain data. */
export interface WorkerData extends UnitTask {
  /** Analyzers that are out of the run, by name with the reason. */
  readonly failed?: ReadonlyMap<string, string>
  /** Memory in which threads show what they are running. */
  readonly calls?: SharedArrayBuffer
}

/** What a worker thread answers: a result, or an expected failure as data, because errors lose their class on the way. */
export type WorkerAnswer =
  | { readonly result: UnitResult }
  | { readonly failure: { readonly code: ErrorCode; readonly problems: readonly string[] } }

/** What a worker thread says while it works. */
export type WorkerMessage = { readonly rows: number; readonly bytes: number } | { readonly line: HandlerLine }

/** Threads that a plan is worth: none for a single unit, else the setting, else one per core. */
export function workerCount(job: Job, plan: Plan): number {
  if (plan.units.length < 2) return 0
  return Math.min(job.settings.workers ?? availableParallelism(), plan.units.length)
}

/**
 * Runs all units of the plan.
 * @param worker URL of the module that runs a unit in a thread
 * @throws MonitorError of the first unit that fails; the signal's reason when it is aborted
 */
export async function runUnits(
  data: WorkerData,
  stages: Stages,
  worker: URL,
  host: UnitHost,
): Promise<UnitResult> {
  const { job, plan } = data
  const tree = new MergeTree<UnitResult>((into, from) => {
    mergeResults(stages, into, from)
    recycleFindings(stages, from.findings, into.findings.analysis)
  })
  const threads = workerCount(job, plan)
  if (threads < 2) {
    for (let unit = 0; unit < plan.units.length; unit++) {
      tree.add({
        from: unit,
        to: unit + 1,
        value: await runUnit(data, unit, stages, host),
      })
    }
  } else await onThreads(data, threads, worker, tree, { stages, host })
  return tree.finish(plan.units.length) ?? emptyResult(stages)
}

/** One lane on this thread, which is there already, and the others on threads of their own. */
async function onThreads(
  data: WorkerData,
  threads: number,
  worker: URL,
  tree: MergeTree<UnitResult>,
  { stages, host }: { readonly stages: Stages; readonly host: UnitHost },
): Promise<void> {
  const [{ Piscina }, { setTimeout: pause }] = await Promise.all([
    import('piscina'),
    import('node:timers/promises'),
  ])
  const calls = data.calls ?? watchMemory()
  const pool = new Piscina({
    filename: worker.href,
    minThreads: threads - 1,
    maxThreads: threads - 1,
    workerData: { ...data, calls },
    atomics: 'disabled',
    // Short-lived records fill whatever they are given: a smaller nursery took a fifth less memory and time on 1 GB.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  pool.on('message', (message: WorkerMessage) => {
    if ('line' in message) host.line(message.line)
    else host.progress(message.rows, message.bytes)
  })
  const ended = new AbortController()
  const signal = host.signal ? AbortSignal.any([host.signal, ended.signal]) : ended.signal
  // A thread is ended when it is in no library that would not survive that.
  const threadsEnd = new AbortController()
  const endThreads = async () => {
    while (stopLibraries(calls)) await pause(10)
    threadsEnd.abort(host.signal?.reason)
  }
  host.signal?.addEventListener('abort', endThreads, { once: true })
  const { units } = data.plan
  let next = 0
  // Each lane takes the next unit when it is done with one: no more results wait for merging than there are lanes.
  const lane = async (run: (unit: number) => Promise<UnitResult>) => {
    try {
      while (next < units.length && !ended.signal.aborted) {
        const unit = next++
        tree.add({ from: unit, to: unit + 1, value: await run(unit) })
      }
    } catch (error) {
      ended.abort(error)
      throw host.signal?.aborted ? host.signal.reason : error
    }
  }
  const here = (unit: number) => runUnit(data, unit, stages, { ...host, signal })
  const there = async (unit: number) => {
    const answer: WorkerAnswer = await pool.run(unit, { signal: threadsEnd.signal })
    if ('failure' in answer) throw new MonitorError(answer.failure.code, answer.failure.problems)
    return answer.result
  }
  const lanes = [lane(here), ...Array.from({ length: threads - 1 }, () => lane(there))]
  try {
    await Promise.all(lanes)
  } catch (error) {
    // The other lanes are in the middle of something.
    while (stopLibraries(calls)) await pause(10)
    throw error
  } finally {
    host.signal?.removeEventListener('abort', endThreads)
    // It may still be reading.
    await Promise.allSettled(lanes.slice(0, 1))
    await pool.destroy()
  }
}
