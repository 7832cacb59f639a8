/** `byom migrate`: what the service says about a schedule → settings, request, schedule file and comparison plan. */
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Config, CreateProcessingJob } from '../../contracts/types.generated.ts'
import type { Validator } from '../../contracts/validator.ts'
import { isConstraints } from '../../contracts/validators/constraints.generated.ts'
import { isStatistics } from '../../contracts/validators/statistics.generated.ts'
import { describe, MonitorError } from '../errors.ts'
import { mappedPath, type RequestContext, readMaps } from '../local/request.ts'
import { schemaProblems } from '../schema-problems.ts'
import { capturesOf, pair, readAnswers, readJson } from './answers.ts'
import type { Definition, ScheduleDescription } from './definition.ts'
import { planText } from './markdown.ts'
import { type ComparisonPlan, planOf } from './plan.ts'
import type { Note, Reader } from './reader.ts'
import { type Prepared, requestOf, type Source } from './request.ts'

/** Flags of the command. */
export interface MigrateFlags {
  readonly out: string
  readonly image: string
  /** URI or folder of the endpoint's captures. */
  readonly captures?: string
  /** Folder with the existing baseline files. */
  readonly baseline?: string
  /** URL of the model, for attribution. */
  readonly model?: string
  /** `s3://bucket/prefix=folder` */
  readonly map?: readonly string[]
}

/** What was written. */
export interface Migration {
  readonly folder: string
  readonly files: readonly string[]
  readonly plan: ComparisonPlan
}

const baselineFiles = ['constraints.json', 'statistics.json', 'analysis.json']

/**
 * Reads the answers and writes the folder. Never overwrites anything.
 * @param files JSON of describe-monitoring-schedule, describe-*-job-definition, describe-endpoint(-config)
 * @throws MonitorError CONFIG_INVALID, BASELINE_INVALID with every problem, before anything is written;
 * REPORT_UNWRITABLE after what was written has been removed
 */
export async function migrate(
  files: readonly string[],
  flags: MigrateFlags,
  cwd: string,
): Promise<Migration> {
  const problems: string[] = []
  const notes: Note[] = []
  const answers = await readAnswers(files, cwd, problems, notes)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  const maps = readMaps(flags.map ?? [], cwd)
  const { schedule, definition } = pair(answers)
  const captures = capturesOf(definition, answers, flags.captures, cwd)
  const baseline = flags.baseline === undefined ? undefined : resolve(cwd, flags.baseline)
  const present = baseline === undefined ? [] : await checkBaseline(baseline)
  const wanted = { schedule, image: flags.image, captures, baseline: present }
  const prepared = await applyMaps(requestOf(definition, wanted, notes), maps)
  const config = configOf(definition, flags.model, notes)
  notes.push(...scheduleNotes(schedule))
  notes.push(...answers.readers.flatMap(leftOver))
  const plan = planOf(definition, schedule, prepared, notes)
  const texts = {
    'byom.json': config,
    'request.json': prepared.request,
    ...(schedule ? { 'schedule.json': scheduleFile(schedule, definition) } : {}),
    'plan.json': plan,
  }
  const folder = resolve(cwd, flags.out)
  const pages = Object.entries(texts).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`])
  const kept = present.map((name) => ({ from: join(baseline!, name), path: `baseline/${name}` }))
  const copies = [...kept, ...prepared.copies]
  await makeFolder(folder)
  try {
    for (const [name, text] of [...pages, ['PLAN.md', planText(plan)]])
      await writeFile(join(folder, name!), text!)
    for (const { from, path } of copies) await copy(from, join(folder, path))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new MonitorError('REPORT_UNWRITABLE', `${folder} cannot be filled: ${describe(error)}.`)
  }
  return { folder, files: [...Object.keys(texts), 'PLAN.md', ...copies.map(({ path }) => path)], plan }
}

/** @throws MonitorError BASELINE_INVALID when the folder has none of the files, or one of them breaks its schema */
async function checkBaseline(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new MonitorError('BASELINE_INVALID', `${folder} cannot be listed: ${describe(error)}.`)
  })
  const present = baselineFiles.filter((name) => names.includes(name))
  const problems: string[] = []
  if (present.length === 0) problems.push(`${folder} holds none of ${baselineFiles.join(', ')}.`)
  const schemas: Record<string, Validator<unknown>> = {
    'constraints.json': isConstraints,
    'statistics.json': isStatistics,
  }
  for (const name of present) {
    const value = await readJson(join(folder, name), problems)
    // Files of model quality have no features.
    const whole = value && { features: [], ...value }
    const validator = schemas[name]
    if (whole && validator && !validator(whole))
      problems.push(
        ...schemaProblems(validator.errors, whole).map((problem) => `${join(folder, name)}: ${problem}.`),
      )
  }
  if (problems.length > 0) throw new MonitorError('BASELINE_INVALID', problems)
  return present
}

/** Sources that a map has on this machine: files are copied, folders are read where they are. */
async function applyMaps(
  { request, sources }: Prepared,
  maps: RequestContext['maps'],
): Promise<Prepared & { copies: readonly { from: string; path: string }[] }> {
  const copies: { from: string; path: string }[] = []
  const folders = new Map<string, string>()
  const left: Source[] = []
  for (const source of sources) {
    const from = mappedPath(source.uri, maps)
    const status = from && !source.present ? await stat(from).catch(() => undefined) : undefined
    if (from === undefined || status === undefined || status.isFile() !== source.isFile) {
      left.push(source)
      continue
    }
    left.push({ ...source, present: true })
    if (source.isFile) copies.push({ from, path: source.path })
    else folders.set(source.path, from)
  }
  const ProcessingInputs = request.ProcessingInputs!.map((input) => {
    const folder = folders.get(input.S3Input!.S3Uri)
    return folder === undefined ? input : { ...input, S3Input: { ...input.S3Input!, S3Uri: folder } }
  })
  const mapped: CreateProcessingJob = { ...request, ProcessingInputs }
  return { request: mapped, sources: left, copies }
}

/** Settings under which byom decides as the original does. */
function configOf({ type }: Definition, model: string | undefined, notes: Note[]): Config {
  // A window without captures fails the old execution: its container never starts.
  const config: Config = { input: { emptyWindow: 'fail' } }
  if (type !== 'ModelExplainability') return config
  if (model !== undefined) return { ...config, analyzers: { attribution: { model: { url: model } } } }
  notes.push({
    level: 'todo',
    where: 'analyzers.attribution.model',
    text: 'the original starts a shadow endpoint of the model; write into byom.json where the model answers /invocations: {"analyzers": {"attribution": {"model": {"url": "http://…"}}}}, or use --model',
  })
  return config
}

function scheduleNotes(schedule: ScheduleDescription | undefined): Note[] {
  if (schedule === undefined)
    return [
      {
        level: 'todo',
        where: 'MonitoringScheduleConfig',
        text: 'no schedule was given, so there is no schedule.json',
      },
    ]
  const notes: Note[] = []
  if (schedule.expression === undefined)
    notes.push({
      level: 'todo',
      where: 'MonitoringScheduleConfig.ScheduleConfig',
      text: 'names no time: schedule.json says hourly, cron(0 * ? * * *); correct it',
    })
  if (schedule.status === 'Stopped' || schedule.status === 'Failed')
    notes.push({
      level: 'changed',
      where: 'MonitoringScheduleStatus',
      text: `is ${schedule.status}; schedule.json has no such state`,
    })
  return notes
}

/** The schedule file of `byom schedule` (contracts/schedule.schema.json). */
function scheduleFile(schedule: ScheduleDescription, { type, input }: Definition): object {
  const { startOffset, endOffset } = input
  return {
    name: schedule.name,
    schedule: {
      expression: schedule.expression ?? 'cron(0 * ? * * *)',
      ...(schedule.start === undefined ? {} : { dataAnalysisStartTime: schedule.start }),
      ...(schedule.end === undefined ? {} : { dataAnalysisEndTime: schedule.end }),
    },
    ...(startOffset === undefined && endOffset === undefined
      ? {}
      : {
          groundTruth: {
            ...(startOffset === undefined ? {} : { startTimeOffset: startOffset }),
            ...(endOffset === undefined ? {} : { endTimeOffset: endOffset }),
          },
        }),
    ...(input.endpoint === undefined ? {} : { endpoint: input.endpoint }),
    monitoringType: type,
    request: 'request.json',
  }
}

function leftOver(reader: Reader): Note[] {
  return reader.rest().map(({ path, value }) => ({
    level: 'unsupported' as const,
    where: path,
    text: `is not understood: ${JSON.stringify(value)}`,
  }))
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true })
    await mkdir(folder)
  } catch (error) {
    const text =
      (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? `${folder} exists: name another folder with --out, nothing is overwritten.`
        : `${folder} cannot be made: ${describe(error)}.`
    throw new MonitorError('CONFIG_INVALID', text)
  }
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to)
}

/** What a person reads when it is done. */
export function migrationText({ folder, files, plan }: Migration): string {
  const count = (level: Note['level']) => plan.notes.filter((note) => note.level === level)
  const lines = [`${folder}: ${files.join(', ')}`]
  for (const { where, text } of count('unsupported')) lines.push(`lost     ${where}: ${text}`)
  for (const { where, text } of count('todo')) lines.push(`to do    ${where}: ${text}`)
  for (const { where, text } of count('changed')) lines.push(`changed  ${where}: ${text}`)
  lines.push(`Next: read ${join(basename(folder), 'PLAN.md')}, which has ${plan.steps.length} steps.`)
  return `${lines.join('\n')}\n`
}
