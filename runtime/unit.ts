/** One unit of the plan → its result. Pure: reads the unit's bytes, writes nothing. */
import { join } from 'node:path'
import type { Plan } from '../contracts/types.generated.ts'
import type { ColumnInfo } from './batch.ts'
import { BatchBuilder } from './decode/batch-builder.ts'
import type { GroundTruth } from './decode/ground-truth.ts'
import { decodeSlice } from './decode/index.ts'
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
  rows: number
  rejects: Rejects
  findings: Findings
}

/** Called now and then while a unit is read. */
export type Progress = (rows: number, bytes: number) => void

/**
 * Reads one unit.
 * @throws MonitorError SOURCE_UNREADABLE; the signal's reason when it is aborted
 */
export async function runUnit(
  job: Job,
  plan: Plan,
  unit: number,
  stages: Stages,
  progress: Progress,
  signal?: AbortSignal,
): Promise<UnitResult> {
  const findings = startFindings(stages)
  const take = stageRunner(stages, findings)
  const rejects: Rejects = new Map()
  const excluded = excludedNames(job, plan)
  const builder = new BatchBuilder({
    columns: planned(job, plan),
    maxFeatures: job.settings.maxFeatures,
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
  const root = await sourceFolder(job)
  for (const slice of plan.units[unit] ?? []) {
    const name = plan.files[slice.file]!.path
    const options = {
      job,
      path: join(root, name),
      name,
      slice,
      builder,
      paths,
      ...segment,
      ...truth,
      outside: () => outside++,
    }
    await decodeSlice(signal ? { ...options, signal } : options)
    progress(0, slice.end - slice.start)
  }
  const seen = [...builder.columns, ...builder.texts, ...builder.payloads, ...builder.vectors]
  const columns = seen.map(({ name, kind, source, index }) => ({
    name,
    kind,
    source,
    ...(index === undefined ? {} : { index }),
  }))
  return { columns, records: builder.records, outside, rows: builder.rows, rejects, findings }
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
