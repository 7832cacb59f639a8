/** What a run takes from the outside world, what it has prepared, and how it ended: the types that the stages share. */
import type { Plan, Run } from '../contracts/types.generated.ts'
import type { BaselineFiles } from './baseline.ts'
import type { HandlerSetup, Machine } from './handle/index.ts'
import type { Job } from './job.ts'
import type { Judgement } from './judge.ts'
import type { Log } from './log.ts'
import type { Merged } from './merge/index.ts'
import type { BuiltIn } from './plugin-loader.ts'
import type { Registry } from './registry.ts'
import type { Rejects } from './rejects.ts'
import type { Stages } from './stages.ts'
import type { Progress } from './unit.ts'

/** Everything that a run takes from the outside world. */
export interface Host {
  /** The plugins that this build carries. */
  readonly plugins: Readonly<Record<string, BuiltIn>>
  /** Loggers of a job whose config names none. */
  readonly defaultLoggers: readonly string[]
  /** Modules that run in threads: one unit, and the whole computation. */
  readonly workers: { readonly unit: URL; readonly compute: URL }
  readonly log: Log
  /** The present, in milliseconds since 1970. */
  readonly now: () => number
  readonly progress: (total: Plan) => Progress
  readonly versions: { readonly runtime: string; readonly node: string }
  readonly peakMemory: () => number
  /** Where handlers run. */
  readonly machine: Machine
  readonly pid: number
  /** The value of an environment variable that a publisher's options name. */
  readonly secret: (variable: string) => string | undefined
  readonly signal?: AbortSignal
  /** Sends log entries to the loggers that the job's config names from now on. */
  readonly useLoggers: (prepared: Prepared) => Promise<void>
}

/** How a run ended. */
export interface Outcome {
  readonly message: string
  readonly run: Run
  readonly judgement: Judgement
  /** Everything that was wrong in the data, with more examples than run.json shows. */
  readonly rejects: Rejects
}

/** A prepared run: everything that can be wrong with the settings has been found out, no data has been read. */
export interface Prepared {
  readonly job: Job
  readonly baseline: BaselineFiles
  readonly registry: Registry
  readonly stages: Stages
  readonly plan: Plan
  /** How the preprocess handler is started, when there is one. */
  readonly handler: HandlerSetup | undefined
  /** How labels were merged before the analysis, where they were. */
  readonly merged?: Pick<Merged, 'counts' | 'rejects'>
}
