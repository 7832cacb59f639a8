/** Runs the computation in a thread of its own, and starts it anew without an analyzer that does not return. */
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Computed } from './compute.ts'
import { type ErrorCode, MonitorError } from './errors.ts'
import type { Host, Prepared } from './host.ts'
import type { HandlerLine, UnitHost, UnitTask } from './unit.ts'
import { stopLibraries, Watcher, watchMemory } from './watch.ts'

/** What the thread is given; plain data. */
export interface ComputeData extends UnitTask {
  readonly failed: ReadonlyMap<string, string>
  readonly calls: SharedArrayBuffer
}

/** What it says. */
export type ComputeMessage =
  | { readonly rows: number; readonly bytes: number }
  | { readonly line: HandlerLine }
  | { readonly computed: Computed }
  | { readonly failure: { readonly code: ErrorCode; readonly problems: readonly string[] } }

/** Milliseconds that a call into a library may still take when the run is stopped; less than the grace of a stop. */
const patience = 3000
/** Milliseconds between two looks at what the threads are doing. */
const lookEvery = 200

/**
 * Computes under supervision.
 * @throws MonitorError like `compute`; the signal's reason when it is aborted
 */
export async function supervise(
  { job, plan, handler, registry }: Prepared,
  host: Host,
  unit: UnitHost,
): Promise<Computed> {
  const failed = new Map<string, string>()
  const limit = job.settings.analyzerTimeoutSeconds
  for (;;) {
    const ended = await attempt({ job, plan, handler, failed, calls: watchMemory() }, host, unit)
    if ('computed' in ended) return ended.computed
    const { name } = registry.analyzers[ended.hanging]!.analyzer
    failed.set(name, `a call did not return within ${limit} s`)
    host.log.warn(`analyzer ${name} did not return within ${limit} s; the run starts anew without it`)
  }
}

async function attempt(
  data: ComputeData,
  host: Host,
  { progress, line }: UnitHost,
): Promise<{ computed: Computed } | { hanging: number }> {
  const worker = new Worker(host.workers.compute, { workerData: data })
  const ended = Promise.withResolvers<{ computed: Computed } | { hanging: number }>()
  const watcher = new Watcher(data.calls)
  const limit = data.job.settings.analyzerTimeoutSeconds * 1000
  const timer = setInterval(() => {
    const hanging = watcher.look(host.now(), limit)
    if (hanging !== undefined) ended.resolve({ hanging })
  }, lookEvery)
  const stopped = () => ended.reject(host.signal?.reason)
  host.signal?.addEventListener('abort', stopped, { once: true })
  worker.on('error', ended.reject)
  worker.on('exit', (code) => ended.reject(new Error(`the computing thread ended with code ${code}`)))
  worker.on('message', (message: ComputeMessage) => {
    if ('rows' in message) progress(message.rows, message.bytes)
    else if ('line' in message) line(message.line)
    else if ('computed' in message) ended.resolve(message)
    else ended.reject(new MonitorError(message.failure.code, message.failure.problems))
  })
  try {
    return await ended.promise
  } finally {
    clearInterval(timer)
    host.signal?.removeEventListener('abort', stopped)
    let waited = 0
    while (stopLibraries(data.calls) && (waited < patience || !host.signal?.aborted)) {
      await pause(10)
      waited += 10
    }
    await worker.terminate()
  }
}
