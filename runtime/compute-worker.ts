/** Entry of the thread in which a run with foreign analyzers computes. */
import { parentPort, workerData } from 'node:worker_threads'
import { builtIn } from '../plugins/index.ts'
import { readBaseline } from './baseline.ts'
import { compute } from './compute.ts'
import { MonitorError } from './errors.ts'
import { baselinePaths } from './job.ts'
import { loadRegistry } from './registry.ts'
import { stagesOf } from './stages.ts'
import type { ComputeData, ComputeMessage } from './supervise.ts'
import type { UnitHost } from './unit.ts'
import { showCalls } from './watch.ts'

const { job, plan, handler, failed, calls } = workerData as ComputeData
const say = (message: ComputeMessage) => parentPort?.postMessage(message)
try {
  showCalls(calls)
  const baseline = await readBaseline(baselinePaths(job))
  const stages = stagesOf(await loadRegistry(job, builtIn, baseline), job, baseline)
  const worker = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
  const unit: UnitHost = {
    progress: (rows, bytes) => say({ rows, bytes }),
    line: (line) => say({ line }),
    now: () => performance.now(),
    pid: process.pid,
  }
  const { result, judgement } = await compute(
    { job, plan, handler, stages, baseline },
    { worker, unit, failed, calls },
  )
  // States stay behind: nobody needs them, and they may be large.
  const { analysis, sample } = result.findings
  const findings = {
    analysis: { states: new Map(), failures: analysis.failures },
    sample: sample && { ...sample, columns: [], strata: new Map() },
    segments: undefined,
  }
  say({ computed: { result: { ...result, findings }, judgement } })
} catch (error) {
  if (!(error instanceof MonitorError)) throw error
  say({ failure: { code: error.code, problems: error.problems } })
}
