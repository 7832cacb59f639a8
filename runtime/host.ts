/** What a run takes from the outside world, what it has prepared, and how it ended: the types that the stages share. */
import type { Plan, Run } from '../contracts/types.generated.ts'
import type { LoadedAnalyzer } from './analyze.ts'
import type { BaselineFiles } from './baseline.ts'
import type { Job } from './job.ts'
import type { Judgement } from './judge.ts'
import type { Log } from './log.ts'
import type { PluginLoaders } from './registry.ts'
import type { Progress } from './unit.ts'

/** Everything that a run takes from the outside world. */
export interface Host {
  readonly plugins: PluginLoaders
  /** Module that runs a unit in a thread. */
  readonly worker: URL
  readonly log: Log
  /** The present, in milliseconds since 1970. */
  readonly now: () => number
  readonly progress: (total: Plan) => Progress
  readonly versions: { readonly runtime: string; readonly node: string }
  readonly peakMemory: () => number
  readonly signal?: AbortSignal
}

/** How a run ended. */
export interface Outcome {
  readonly message: string
  readonly run: Run
  readonly judgement: Judgement
}

/** A prepared run: everything that can be wrong with the settings has been found out, no data has been read. */
export interface Prepared {
  readonly job: Job
  readonly baseline: BaselineFiles
  readonly analyzers: readonly LoadedAnalyzer[]
  readonly plan: Plan
}
