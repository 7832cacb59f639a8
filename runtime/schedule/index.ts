/** `byom schedule`: from the schedule file of a person to jobs on this machine and their history. */
import { dirname, resolve } from 'node:path'
import type { CreateProcessingJob } from '../../contracts/types.generated.ts'
import { isCreateProcessingJob } from '../../contracts/validators/create-processing-job.generated.ts'
import { describe, MonitorError } from '../errors.ts'
import { connect } from '../local/engine.ts'
import { type CommandWorld, type RunFlags, runHere } from '../local/index.ts'
import { type RequestContext, readMaps, readRequest, requestInvalid } from '../local/request.ts'
import type { LocalEnd } from '../local/run.ts'
import { manifestText } from '../manifest/index.ts'
import { nextTime } from './cron.ts'
import { type MonitoringSchedule, readSchedule, timeText, windowOf } from './file.ts'
import { type ExecutionStatus, executionStatuses, History } from './history.ts'
import { jobNameOf, scheduledJob, typeOf } from './job.ts'
import { chosen, listAnswer, listTable } from './list.ts'
import { takeLock } from './lock.ts'
import { type ExecutionEnd, follow } from './loop.ts'
import { parseFile } from './variables.ts'

/** Flags that all verbs have. */
export interface StateFlags {
  /** Folder of the history; default: beside the schedule file, with its name and `.state`. */
  readonly state?: string
}

/** Flags of `byom schedule FILE`. */
export interface ScheduleFlags extends StateFlags, RunFlags {
  readonly map?: readonly string[]
  readonly once?: boolean
}

/** What the verbs take from their process, beyond what a local job takes. */
export interface ScheduleCommandWorld extends CommandWorld {
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

interface Opened {
  readonly schedule: MonitoringSchedule
  readonly request: unknown
  /** Folder that paths of the request belong to. */
  readonly base: string
  readonly state: string
}

/**
 * Follows a schedule until it is stopped, or has no further time.
 * @throws MonitorError CONFIG_INVALID, REPORT_UNWRITABLE
 */
export async function followFile(
  path: string,
  flags: ScheduleFlags,
  world: ScheduleCommandWorld,
): Promise<void> {
  const { schedule, request, base, state } = await openFile(path, flags, world.cwd)
  if (request === undefined)
    throw new MonitorError(
      'CONFIG_INVALID',
      `${path}: request is missing: the CreateProcessingJob request, or the path of one.`,
    )
  const context = { base, maps: readMaps(flags.map ?? [], world.cwd) }
  if (!isCreateProcessingJob(request)) throw requestInvalid(request)
  const type = typeOf(schedule, request)
  const lost = new AbortController()
  const release = await takeLock(state, { ...world, lost: () => lost.abort() })
  const signal = AbortSignal.any([world.signal, lost.signal])
  const say = (text: string) =>
    world.print(flags.json ? `${JSON.stringify({ type: 'schedule', text })}\n` : `· ${text}\n`)
  try {
    await lookAhead(request, context, world.env, say)
    const history = await History.open(state, Math.floor(world.now() / 1000) * 1000)
    await follow(
      schedule,
      history,
      {
        now: world.now,
        sleep: world.sleep,
        signal,
        say,
        jobName: ({ scheduledTime, attempt }) => jobNameOf(schedule.name, type, scheduledTime, attempt),
        async execute({ scheduledTime: time, jobName }) {
          const job = await scheduledJob(schedule, request, { time, jobName: jobName! }, context)
          // The service does not start a container either.
          if (job === undefined) return { status: 'Failed', failureReason: 'Job inputs had no data' }
          return executionEnd(await runHere(job, flags, { ...world, signal }))
        },
      },
      flags.once,
    )
    if (lost.signal.aborted)
      throw new MonitorError(
        'CONFIG_INVALID',
        `${state} was taken over by another scheduler, because this one did not answer for a minute.`,
      )
  } finally {
    await release()
  }
}

/** Says before the first run waits for its time what it would fail with; files and the engine may still come. */
async function lookAhead(
  request: CreateProcessingJob,
  context: Omit<RequestContext, 'defaultName'>,
  env: NodeJS.ProcessEnv,
  say: (text: string) => void,
): Promise<void> {
  const wrong = (error: unknown) => say(`a run would fail now: ${describe(error)}`)
  await readRequest(request, { ...context, defaultName: 'job' }).catch(wrong)
  await connect(env).catch(wrong)
}

/** A job's end as an execution's: the service reads violations off the exit message. */
function executionEnd({ status, exitMessage, failureReason }: LocalEnd): ExecutionEnd {
  const violations = status === 'Completed' && exitMessage?.startsWith('CompletedWithViolations')
  return {
    status: violations ? 'CompletedWithViolations' : status,
    ...(exitMessage === undefined ? {} : { exitMessage }),
    ...(failureReason === undefined ? {} : { failureReason }),
  }
}

/** Flags of `byom schedule list`. */
export interface ListFlags extends StateFlags {
  readonly status?: string
  readonly maxResults: number
  readonly json?: boolean
}

/** @throws MonitorError CONFIG_INVALID */
export async function listFile(
  path: string,
  flags: ListFlags,
  { cwd, print }: Pick<CommandWorld, 'cwd' | 'print'>,
): Promise<void> {
  const { schedule, request, state } = await openFile(path, flags, cwd)
  const history = await History.read(state)
  const executions = chosen(history.executions, { ...statusOf(flags.status), most: flags.maxResults })
  const { name, endpoint } = schedule
  print(
    flags.json
      ? `${JSON.stringify(listAnswer(executions, { name, endpoint, type: typeOf(schedule, request) }), null, 2)}\n`
      : listTable(executions, history.memory),
  )
}

function statusOf(text: string | undefined): { status?: ExecutionStatus } {
  if (text === undefined) return {}
  const status = executionStatuses.find((each) => each === text)
  if (status === undefined)
    throw new MonitorError(
      'CONFIG_INVALID',
      `--status is ${text}, expected one of ${executionStatuses.join(', ')}.`,
    )
  return { status }
}

/** The next times of a schedule with their windows, for a person. @throws MonitorError CONFIG_INVALID */
export async function showNext(
  path: string,
  count: number,
  { cwd, now, print }: Pick<CommandWorld, 'cwd' | 'now' | 'print'>,
): Promise<void> {
  const { schedule } = await openFile(path, {}, cwd)
  let time = schedule.cron ? nextTime(schedule.cron, now()) : now()
  for (let i = 0; i < count && !Number.isNaN(time); i++) {
    const { start, end } = windowOf(schedule, time)
    print(`${timeText(time)}  reads ${timeText(start)} to ${timeText(end)}\n`)
    time = schedule.cron ? nextTime(schedule.cron, time) : Number.NaN
  }
}

/** Prints the schedule as the file of another scheduler. @throws MonitorError CONFIG_INVALID */
export async function printManifest(
  target: string,
  path: string,
  { cwd, print }: Pick<CommandWorld, 'cwd' | 'print'>,
): Promise<void> {
  const { schedule, request, base } = await openFile(path, {}, cwd)
  print(await manifestText(target, schedule, request, base))
}

async function openFile(path: string, { state }: StateFlags, cwd: string): Promise<Opened> {
  const file = resolve(cwd, path)
  const schedule = readSchedule(await parseFile(file))
  const { request } = schedule.file
  const named = typeof request === 'string' ? resolve(dirname(file), request) : undefined
  return {
    schedule,
    request: named === undefined ? request : await parseFile(named),
    base: dirname(named ?? file),
    state: state === undefined ? `${file.replace(/\.json$/, '')}.state` : resolve(cwd, state),
  }
}
