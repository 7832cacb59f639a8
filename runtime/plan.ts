/**
 * Second stage: the files of the window in stable order, the columns their first records show, and the units of work.
 * Depends on the input and the settings only, never on how many workers there are.
 */
import { promises, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Plan, PlanFile, PlanSchema, PlanSlice } from '../contracts/types.generated.ts'
import type { ColumnInfo } from './batch.ts'
import { csvCuts, csvHeader } from './decode/csv-cuts.ts'
import { describe, MonitorError } from './errors.ts'
import type { Job } from './job.ts'
import { attributeNames } from './job-kind.ts'
import { planColumns } from './plan-columns.ts'
import { isGzip, readHead, unreadable } from './read.ts'
import { sha256 } from './sha256.ts'
import { folderHour, hourTouches } from './time.ts'

/** Counted for each file besides its bytes, so that thousands of tiny files are shared out too. */
const openCost = 4096

/** Bytes of captures that take as long to read as a byte of another format. */
const density = { capture: 1, json: 2, csv: 4, parquet: 8 } as const

/** Columns with which a unit of any format may hold half as much again as one of captures: starting and merging take a time for each. */
const manyColumns = 1024
const wideGrowth = 1.5
/** Units that are enough to share out: those of wide tables are larger where there would be more, up to a size. */
const enoughUnits = 32
const mostGrowth = 4

/**
 * @param baseline names of the baseline's features in order, for data whose columns have no names; empty without one
 * @throws MonitorError SOURCE_UNREADABLE when the source or a file of it cannot be read
 */
export async function makePlan(job: Job, baseline: readonly string[]): Promise<Plan> {
  const { root, files } = await findFiles(job)
  const locate = (file: string) => join(root, file)
  const schema = await planColumns(
    job,
    files.map(({ path }) => path),
    locate,
    baseline,
  )
  if (job.preprocess) schema.positions = [...baseline]
  const body = { version: 1 as const, schema, files, units: await cut(job, files, locate, schema) }
  return { ...body, id: planId(job, body) }
}

/** The id that a plan has when it is intact and made with this job's settings. */
export function planId(job: Job, { version, schema, files, units }: Omit<Plan, 'id'>): string {
  const settings = {
    format: job.format,
    window: job.window,
    exclude: job.excludeFeatures,
    features: job.settings.features,
    analyzers: job.settings.analyzers,
    plugins: job.settings.plugins,
    sampler: job.settings.sampler,
    segments: job.settings.segments,
    preprocess: job.preprocess,
    handlers: job.settings.handlers,
    analyses: job.analyses,
    attributes: attributeNames.map((name) => job.environment[name] ?? null),
    ...(job.analysisConfig ? { analysisConfig: job.analysisConfig } : {}),
  }
  return sha256(JSON.stringify([{ version, schema, files, units }, settings]))
}

/** The columns without names of their own, in the order of a row. */
export function planned(job: Job, plan: Plan): ColumnInfo[] {
  const of = (names: readonly string[], source: ColumnInfo['source']) =>
    names.map((name, index) => ({ name, kind: 'scalar', source, index }) as const)
  if (job.format.kind !== 'capture') return of(plan.schema.inputs, 'data')
  return [...of(plan.schema.outputs, 'output'), ...of(plan.schema.inputs, 'input')]
}

/** Names that `exclude_features_attribute` means: names as they are, indexes as positions in a row. */
export function excludedNames(job: Job, plan: Plan): Set<string> {
  const { outputs, inputs, positions } = plan.schema
  const row =
    positions && positions.length > 0
      ? positions
      : job.format.kind === 'capture' && job.format.outputPosition === 'END'
        ? [...inputs, ...outputs]
        : [...outputs, ...inputs]
  return new Set(
    job.excludeFeatures.map((name) =>
      /^\d+$/.test(name) && !row.includes(name) ? (row[+name] ?? name) : name,
    ),
  )
}

/** Folder that the plan's paths are relative to. */
export async function sourceFolder(job: Job): Promise<string> {
  return statSync(job.source).isFile() ? dirname(job.source) : job.source
}

async function findFiles(job: Job): Promise<{ root: string; files: PlanFile[] }> {
  const { root, files } = await dataFiles(job.source, 'dataset_source')
  return { root, files: root === job.source ? files.filter(({ path }) => inHour(job, path)) : files }
}

/**
 * The files of a source that hold data, in the order of their paths; the source may be a file itself.
 * @param variable that names the source, for messages
 * @throws MonitorError SOURCE_UNREADABLE when it cannot be read
 */
export async function dataFiles(
  source: string,
  variable: string,
): Promise<{ root: string; files: PlanFile[] }> {
  let found: Stats
  try {
    found = statSync(source)
  } catch (error) {
    throw unreadable(`${variable} ${source}`, error)
  }
  if (found.isFile()) return { root: dirname(source), files: [{ path: basename(source), bytes: found.size }] }
  let entries: Awaited<ReturnType<typeof list>>
  try {
    entries = await list(source)
  } catch (error) {
    throw new MonitorError(
      'SOURCE_UNREADABLE',
      `${variable} ${source} cannot be listed: ${describe(error)}.`,
      {
        cause: error,
      },
    )
  }
  const files = entries.filter(({ bytes }) => bytes > 0)
  return { root: source, files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) }
}

/**
 * Files of a folder and the folders in it, through links. Names that start with _ or . are markers and manifests, by the
 * convention of the engines that write such folders.
 * @param around real paths of the folders that lead here, which a link must not enter again
 */
async function list(folder: string, prefix = '', around: readonly string[] = []): Promise<PlanFile[]> {
  const own = await promises.realpath(folder)
  if (around.includes(own)) return []
  const names = (await promises.readdir(folder)).filter((name) => !/^[._]/.test(name))
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const entry = await promises.stat(path).catch(leadsNowhere)
      if (entry?.isDirectory()) return list(path, `${prefix}${name}/`, [...around, own])
      return entry?.isFile() ? [{ path: prefix + name, bytes: entry.size }] : []
    }),
  )
  return found.flat()
}

/** A link without a target is no file. */
function leadsNowhere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ELOOP') throw error
}

/** Whether the hour that the path names, if any, touches the job's window. */
export function inHour(job: Pick<Job, 'window'>, path: string): boolean {
  const hour = folderHour(path)
  return hour === undefined || hourTouches(job.window, hour)
}

async function cut(
  job: Job,
  files: readonly PlanFile[],
  locate: (file: string) => string,
  schema: PlanSchema,
): Promise<PlanSlice[][]> {
  const most = mostBytes(job, files, schema)
  const units: PlanSlice[][] = []
  let unit: PlanSlice[] = []
  let weight = 0
  const close = () => {
    if (unit.length > 0) units.push(unit)
    unit = []
    weight = 0
  }
  for (const [file, { bytes }] of files.entries()) {
    const starts = [0, ...(await startsOf(job, files[file]!, locate, schema, most))]
    for (const [part, start] of starts.entries()) {
      const end = starts[part + 1] ?? bytes
      if (weight > 0 && weight + end - start > most) close()
      unit.push({ file, start, end })
      weight += end - start + openCost
    }
  }
  close()
  return units
}

/** Size of a unit. */
function mostBytes({ settings, format }: Job, files: readonly PlanFile[], schema: PlanSchema): number {
  const { unitBytes } = settings
  const usual = unitBytes / density[format.kind]
  const many = Math.min(1, (schema.outputs.length + schema.inputs.length) / manyColumns)
  const wide = unitBytes * many * wideGrowth
  if (wide <= usual) return usual
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0)
  return Math.max(usual, wide, Math.min(all / enoughUnits, unitBytes * many * mostGrowth))
}

/** Where a large file is cut into slices of about `most` bytes. */
async function startsOf(
  { format, settings, preprocess }: Job,
  { path, bytes }: PlanFile,
  locate: (file: string) => string,
  { inputs }: PlanSchema,
  most: number,
): Promise<number[]> {
  const parts = Math.round(bytes / most)
  // A handler starts anew with each unit, and would be shown records of a guess that turns out wrong.
  const csv = format.kind === 'csv' && settings.cutCsv && preprocess === undefined
  const lines = format.kind === 'capture' || (format.kind === 'json' && format.lines)
  if (parts < 2 || !(csv || lines || format.kind === 'parquet')) return []
  const starts = Array.from({ length: parts - 1 }, (_, part) => Math.floor((bytes * (part + 1)) / parts))
  const file = locate(path)
  if (format.kind === 'parquet') {
    const { parquetCuts } = await import('./decode/parquet.ts')
    return parquetCuts(file, path, starts)
  }
  try {
    if (isGzip(readHead(file))) return []
  } catch (error) {
    throw unreadable(path, error)
  }
  // A line end ends a record, wherever it stands.
  if (lines) return starts
  const names =
    'header' in format && format.header ? await csvHeader(file, path, settings.maxLineBytes) : inputs
  return csvCuts(file, path, starts, { size: bytes, columns: names?.length ?? 0 })
}

/** Bytes of all files of a plan. */
export function bytesOf(plan: Plan): number {
  return plan.files.reduce((sum, { bytes }) => sum + bytes, 0)
}
