/** Everything of a run that has no side effects: units → merged result → judgement. */
import type { Plan } from '../contracts/types.generated.ts'
import type { BaselineFiles } from './baseline.ts'
import { completeAnalysis } from './complete.ts'
import { MonitorError, preprocessorFailed } from './errors.ts'
import type { Prepared } from './host.ts'
import type { Job } from './job.ts'
import { type Judgement, judge, judgeSegments } from './judge.ts'
import { listRejects, rejectedRecords } from './rejects.ts'
import { type Stages, settle } from './stages.ts'
import { orderColumns, type UnitHost, type UnitResult } from './unit.ts'
import { runUnits } from './workers.ts'

/** What a run has found. Plain data. */
export interface Computed {
  readonly result: UnitResult
  readonly judgement: Judgement
}

/** What the computation takes from the outside world. */
export interface ComputeHost {
  /** Module that runs a unit in a thread. */
  readonly worker: URL
  readonly unit: UnitHost
  /** Analyzers that are out of the run, by name with the reason. */
  readonly failed: ReadonlyMap<string, string>
  /** Memory in which threads show what they are running. */
  readonly calls?: SharedArrayBuffer
}

/**
 * Reads, merges and judges.
 * @throws MonitorError SOURCE_UNREADABLE, SOURCE_EMPTY, and those of the handler
 */
export async function compute(
  { job, plan, handler, stages, baseline }: Omit<Prepared, 'registry'>,
  host: ComputeHost,
): Promise<Computed> {
  const { failed, calls } = host
  const rest = without(stages, failed)
  const data = { job, plan, handler, failed, ...(calls ? { calls } : {}) }
  const result = await runUnits(data, rest, host.worker, host.unit)
  host.unit.signal?.throwIfAborted()
  return judgeAll({ job, plan, stages: rest, baseline }, result, host.unit, failed)
}

/** The stages without some analyzers. */
export function without(stages: Stages, failed: ReadonlyMap<string, string>): Stages {
  if (failed.size === 0) return stages
  const rest = (analyzers: Stages['analyzers']) =>
    analyzers.filter(({ analyzer }) => !failed.has(analyzer.name))
  return {
    ...stages,
    analyzers: rest(stages.analyzers),
    analyzersOf: (segment) => rest(stages.analyzersOf(segment)),
  }
}

/**
 * Merged result → judgement.
 * @throws MonitorError SOURCE_UNREADABLE when no record could be decoded, SOURCE_EMPTY when there was none
 */
export async function judgeAll(
  { job, plan, stages, baseline }: { job: Job; plan: Plan; stages: Stages; baseline: BaselineFiles },
  result: UnitResult,
  outside: Pick<UnitHost, 'signal'>,
  failed: ReadonlyMap<string, string> = new Map(),
): Promise<Computed> {
  checkBudget(job, result)
  checkReadable(job, plan, result)
  const outputFirst = job.format.kind !== 'capture' || job.format.outputPosition === 'START'
  const declared = job.settings.features.map(({ name }) => name)
  const order = orderColumns(result.columns, outputFirst, declared).map(({ name }) => name)
  settle(stages, result.findings)
  const { analysis, sample, segments } = result.findings
  const host = { ...outside, secret: (variable: string) => job.environment[variable] }
  await completeAnalysis(stages.analyzers, analysis, host)
  for (const [name, segment] of segments ?? [])
    await completeAnalysis(stages.analyzersOf(name), segment.analysis, { ...host, segment: name })
  const whole = judge(stages.analyzers, analysis, baseline, order, sample?.kept ?? result.rows)
  for (const [name, reason] of failed) analysis.failures.set(name, reason)
  const judgement = judgeSegments(whole, analysis, segments ?? new Map(), stages.analyzersOf, baseline, order)
  return { result, judgement }
}

/** Errors of the handler beyond what the config allows for. */
function checkBudget(
  { settings: { handlers }, preprocess }: Job,
  { records, outside, rejects }: UnitResult,
): void {
  if (preprocess === undefined) return
  const failed = listRejects(rejects).filter(({ code }) => /^HANDLER_(?!RETURNED_NOTHING)/.test(code))
  const count = failed.reduce((sum, each) => sum + each.count, 0)
  const handled = records - outside
  if (count <= handlers.errorBudget * handled) return
  const { code, examples } = failed[0]!
  const { file, record, detail } = examples[0]!
  throw new MonitorError(
    code as 'HANDLER_FAILED',
    `${preprocessorFailed} It failed on ${count} of ${handled} records, more than handlers.errorBudget ${handlers.errorBudget} allows. First: ${detail} (${file}, record ${record}).`,
  )
}

function checkReadable(job: Job, plan: Plan, { rows, rejects, outside }: UnitResult): void {
  const rejected = rejectedRecords(rejects)
  if (rows > 0) return
  // Records outside the window were decoded: the format is right, a few bad lines do not make it wrong.
  if (rejected > 0 && outside === 0) {
    const { code, examples } = listRejects(rejects).find(({ effect }) => effect === 'record rejected')!
    const { file, record, detail } = examples[0]!
    const first = `First: ${file}, record ${record}: ${code}, ${detail}`
    if (code.startsWith('HANDLER_'))
      throw new MonitorError(
        code === 'HANDLER_RETURNED_NOTHING' ? 'HANDLER_RESULT_INVALID' : (code as 'HANDLER_FAILED'),
        `none of the ${rejected} records of ${job.source} gave a row: is ${job.preprocess} made for such records? ${first}`,
      )
    throw new MonitorError(
      'SOURCE_UNREADABLE',
      `none of the ${rejected} records of ${job.source} could be decoded as ${job.format.kind}: is dataset_format right? ${first}`,
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
