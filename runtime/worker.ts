/** A worker thread's entry: loads the analyzers once, then runs the units it is given. */
import { parentPort, workerData } from 'node:worker_threads'
import { builtIn } from '../plugins/index.ts'
import { readBaseline } from './baseline.ts'
import { without } from './compute.ts'
import { MonitorError } from './errors.ts'
import { baselinePaths } from './job.ts'
import { loadRegistry } from './registry.ts'
import { stagesOf } from './stages.ts'
import { runUnit } from './unit.ts'
import { showCalls } from './watch.ts'
import type { WorkerAnswer, WorkerData, WorkerMessage } from './workers.ts'

const { job, plan, handler, failed = new Map(), calls } = workerData as WorkerData
if (calls) showCalls(calls)
const stages = readBaseline(baselinePaths(job)).then(async (baseline) =>
  without(stagesOf(await loadRegistry(job, builtIn, baseline), job, baseline), failed),
)

const say = (message: WorkerMessage) => parentPort?.postMessage(message)

export default async function (unit: number): Promise<WorkerAnswer> {
  try {
    return {
      result: await runUnit({ job, plan, handler }, unit, await stages, {
        progress: (rows, bytes) => say({ rows, bytes }),
        line: (line) => say({ line }),
        now: () => performance.now(),
        pid: process.pid,
      }),
    }
  } catch (error) {
    if (error instanceof MonitorError) return { failure: { code: error.code, problems: error.problems } }
    throw error
  }
}
