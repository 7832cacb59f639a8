/** One unit of the plan → its result. Pure: reads the unit's bytes, writes nothing. */
import { join } from 'node:path'
import type { Plan } from '../contracts/types.generated.ts'
import type { ColumnInfo } from './batch.ts'
import { BatchBuilder } from './decode/batch-builder.ts'
import type { GroundTruth } from './decode/ground-truth.ts'
import type { HandledOptions, HandledRecords, RecordPlace } from './decode/handled.ts'
import { decodeSlice } from './decode/index.ts'
import type { HandlerSetup, LogLine, Session } from './handle/index.ts'
import type { Job } from './job.ts'
import { attributePath } from './job-kind.ts'
import { excludedNames, planned, sourceFolder } from './plan.ts'
import { mergeRejects, type Rejects } from './rejects.ts'
import { type Findings, mergeFindings, type Stages, stageRunner, startFindings } from './stages.ts'

/** What reading some units gave. Plain data: it crosses threads and lies in state files. */
export interface UnitResult {
  /** Every column seen, without the excluded ones. */
  columns: ColumnInfo[]
  records: number
  outside: number
  /** Records that the preprocess handler left out on purpose. */
  dropped: number
  rows: number
  rejects: Rejects
  findings: Findings
}

/** Called now and then while a unit is read. */
export type Progress = (rows: number, bytes: number) => void

/** A line that a handler has logged, and the record that it was about. */
export interface HandlerLine extends Pick<LogLine, 'level' | 'text'> {
  readonly place?: RecordPlace
  /** The script that has logged it; default: preprocess. */
  readonly handler?: 'preprocess' | 'postprocess'
}

/** What a unit is part of; plain data. */
export interface UnitTask {
  readonly job: Job
  readonly plan: Plan
  /** How the preprocess handler is started, when there is one. */
  readonly handler: HandlerSetup | undefined
}

/** What reading a unit takes from the outside world. */
export interface UnitHost {
  readonly progress: Progress
  readonly line: (line: HandlerLine) => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Process id of this process. */
  readonly pid: number
  readonly signal?: AbortSignal
  /** The handler's first session, for whoever asks first. */
  readonly session?: () => Session | undefined
}

/**
 * Reads one unit.
 * @throws MonitorError SOURCE_UNREADABLE, CUT_INSIDE_RECORD, HANDLER_FAILED, HANDLER_TIMEOUT, HANDLER_RESULT_INVALID; the signal's reason when it is aborted
 */
export async function runUnit(
  { job, plan, handler }: UnitTask,
  unit: number,
  stages: Stages,
  host: UnitHost,
): Promise<UnitResult> {
  const { progress, signal } = host
  const findings = startFindings(stages)
  const take = stageRunner(stages, findings)
  const rejects: Rejects = new Map()
  const excluded = excludedNames(job, plan)
  const { maxFeatures } = job.settings
  const builder = new BatchBuilder({
    columns: planned(job, plan),
    later: handler !== undefined,
    maxFeatures,
    excluded,
    rejects,
    emit(batch) {
      take(batch)
      progress(batch.length, 0)
    },
  })
  const paths = await declaredPaths(job, builder)
  const segment = await segmentPath(job)
  const truth = await groundTruth(job, builder)
  let outside = 0
  let dropped = 0
  const root = await sourceFolder(job)
  const input = handler
    ? new BatchBuilder({ columns: [], maxFeatures, excluded, rejects, emit: () => {} })
    : builder
  // An attribute names a column of the handler's rows; without one, the label stands beside them.
  const labels = job.environment['ground_truth_attribute'] ? undefined : truth.truth
  const handling =
    handler &&
    (await openHandling(handler, unit, host, {
      input,
      builder,
      plan,
      paths,
      truth: labels,
      dropped: () => dropped++,
    }))
  try {
    for (const slice of plan.units[unit] ?? []) {
      const { path: name, bytes } = plan.files[slice.file]!
      await decodeSlice({
        job,
        path: join(root, name),
        name,
        slice,
        more: slice.end < bytes,
        builder,
        paths,
        ...segment,
        ...truth,
        ...(handling ? { handling: { records: handling.records, input } } : {}),
        ...(signal ? { signal } : {}),
        outside: () => outside++,
      })
      progress(0, slice.end - slice.start)
    }
  } finally {
    await handling?.session.close()
  }
  const seen = [...builder.columns, ...builder.texts, ...builder.payloads, ...builder.vectors]
  const columns = seen.map(({ name, kind, source, index }) => ({
    name,
    kind,
    source,
    ...(index === undefined ? {} : { index }),
  }))
  return { columns, records: input.records, outside, dropped, rows: builder.rows, rejects, findings }
}

/** A process of its own for each unit: what a script remembers must not depend on who else is working. */
async function openHandling(
  handler: HandlerSetup,
  unit: number,
  host: UnitHost,
  unitOf: Pick<HandledOptions, 'paths' | 'truth' | 'dropped'> & {
    input: BatchBuilder
    builder: BatchBuilder
    plan: Plan
  },
): Promise<{ session: Session; records: HandledRecords }> {
  const [{ startSession }, { HandledRecords }] = await Promise.all([
    import('./handle/index.ts'),
    import('./decode/handled.ts'),
  ])
  const log = (line: LogLine, place?: RecordPlace) =>
    host.line({ level: line.level, text: line.text, ...(place ? { place } : {}) })
  const session =
    (unit === 0 && host.session?.()) || (await startSession(handler, unit, { pid: host.pid, log }))
  const { input, builder, plan, paths, truth, dropped } = unitOf
  const records = new HandledRecords(input, builder, {
    session,
    onError: handler.settings.onError,
    positions: plan.schema.positions ?? [],
    paths,
    truth,
    log,
    now: host.now,
    dropped,
  })
  return { session, records }
}

async function declaredPaths(job: Job, builder: BatchBuilder) {
  if (job.settings.features.length === 0) return undefined
  const { FeaturePaths } = await import('./decode/feature-paths.ts')
  return new FeaturePaths(job.settings.features, builder)
}

async function segmentPath({
  settings: { segments },
}: Job): Promise<{ segment?: (record: object) => string | undefined }> {
  if (segments === undefined || !('path' in segments.by)) return {}
  const { scalarAt } = await import('./decode/feature-paths.ts')
  return { segment: scalarAt(segments.by.path) }
}

/** What writes the labels of captures, in jobs that are not about the data alone. */
async function groundTruth(job: Job, builder: BatchBuilder): Promise<{ truth?: GroundTruth }> {
  if (job.format.kind !== 'capture' || job.analyses.includes('data-quality')) return {}
  const { GroundTruth } = await import('./decode/ground-truth.ts')
  const required = job.analyses.some((kind) => kind === 'model-quality' || kind === 'bias')
  const path = attributePath(job.environment['ground_truth_attribute'])
  return { truth: new GroundTruth(builder, { path, required }) }
}

/** The result of no units. */
export function emptyResult(stages: Stages): UnitResult {
  return {
    columns: [],
    records: 0,
    outside: 0,
    dropped: 0,
    rows: 0,
    rejects: new Map(),
    findings: startFindings(stages),
  }
}

/** Folds in the result of the units that follow. */
export function mergeResults(stages: Stages, into: UnitResult, from: UnitResult): void {
  const known = new Set(into.columns.map(({ name }) => name))
  for (const column of from.columns) if (!known.has(column.name)) into.columns.push(column)
  into.records += from.records
  into.outside += from.outside
  into.dropped += from.dropped
  into.rows += from.rows
  mergeRejects(into.rejects, from.rejects)
  mergeFindings(stages, into.findings, from.findings)
}

/** The columns in the order of a row: output and input as the format says, by position, as declared, then by name. */
export function orderColumns(
  columns: readonly ColumnInfo[],
  outputFirst: boolean,
  declared: readonly string[] = [],
): ColumnInfo[] {
  const places = new Map(declared.map((name, place) => [name, place]))
  const rank = ({ source }: ColumnInfo) =>
    source === 'data' ? 2 : (source === 'output') === outputFirst ? 0 : 1
  const position = ({ index, name }: ColumnInfo) => index ?? places.get(name) ?? Number.POSITIVE_INFINITY
  return [...columns].sort(
    (a, b) => rank(a) - rank(b) || compare(position(a), position(b)) || compare(a.name, b.name),
  )
}

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
