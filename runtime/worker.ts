/** A worker thread's entry: loads the analyzers once, then runs the units it is given. */
import { parentPort, workerData } from 'node:worker_threads'
import { builtIn } from '../plugins/index.ts'
import type { Analysis } from './analyze.ts'
import { readBaseline } from './baseline.ts'
import { without } from './compute.ts'
import { MonitorError } from './errors.ts'
import { baselinePaths } from './job.ts'
import { loadRegistry } from './registry.ts'
import { recycleFindings, stagesOf } from './stages.ts'
import { runUnit, type UnitResult } from './unit.ts'
import { showCalls } from './watch.ts'
import type { WorkerAnswer, WorkerData, WorkerMessage } from './workers.ts'

const { job, plan, handler, failed = new Map(), calls } = workerData as WorkerData
if (calls) showCalls(calls)
const stages = readBaseline(baselinePaths(job)).then(async (baseline) =>
  without(stagesOf(await loadRegistry(job, builtIn, baseline), job, baseline), failed),
)

/** What was sent last, which is over because sending copies it; and what failed while it was given back. */
let sent: UnitResult | undefined
const spent: Analysis = { states: new Map(), failures: new Map() }

const say = (message: WorkerMessage) => parentPort?.postMessage(message)

export default async function (unit: number): Promise<WorkerAnswer> {
  try {
    const ready = await stages
    if (sent) recycleFindings(ready, sent.findings, spent)
    sent = await runUnit({ job, plan, handler }, unit, ready, {
      progress: (rows, bytes) => say({ rows, bytes }),
      line: (line) => say({ line }),
      now: () => performance.now(),
      pid: process.pid,
    })
    for (const [name, reason] of spent.failures) sent.findings.analysis.failures.set(name, reason)
    return { result: sent }
  } catch (error) {
    if (error instanceof MonitorError) return { failure: { code: error.code, problems: error.problems } }
    throw error
  }
}
