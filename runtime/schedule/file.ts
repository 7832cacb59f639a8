/** A schedule file → what the scheduler needs of it, or every problem at once. Pure. */
import type { Schedule } from '../../contracts/types.generated.ts'
import { isSchedule } from '../../contracts/validators/schedule.generated.ts'
import { MonitorError } from '../errors.ts'
import { schemaProblems } from '../schema-problems.ts'
import type { Window } from '../time.ts'
import { type Cron, parseCron, previousTime } from './cron.ts'
import { parseDuration } from './duration.ts'

/** Kinds of monitoring, as execution lists of the service name them. */
export type MonitoringType = 'DataQuality' | 'ModelQuality' | 'ModelBias' | 'ModelExplainability'

/** A schedule that can be followed. */
export interface MonitoringSchedule {
  readonly name: string
  /** Undefined: NOW, one run. */
  readonly cron: Cron | undefined
  /** Milliseconds that are added to a scheduled time, at most 0; an undefined start is the scheduled time before. */
  readonly window: { readonly start: number | undefined; readonly end: number }
  readonly endpoint: string | undefined
  readonly monitoringType: MonitoringType | undefined
  readonly catchUp: number
  /** The file's value. */
  readonly file: Schedule
}

/** Scheduled times that are made up for when the file does not say. */
const defaultCatchUp = 24

/** @throws MonitorError CONFIG_INVALID naming every problem of the file */
export function readSchedule(value: unknown): MonitoringSchedule {
  if (!isSchedule(value))
    throw new MonitorError(
      'CONFIG_INVALID',
      schemaProblems(isSchedule.errors, value).map((problem) => `schedule: ${problem}.`),
    )
  const { name, schedule, endpoint } = value
  const problems: string[] = []
  for (const [key, text] of Object.entries({ name, endpoint }))
    if (text != null && !/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(text))
      problems.push(
        `${key} is "${text}": at most 63 letters, digits and hyphens, not at the ends, are allowed.`,
      )
  const now = schedule.expression.trim() === 'NOW'
  const cron = now ? undefined : attempt(() => parseCron(schedule.expression), problems)
  const window = readOffsets(value, now, problems)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  return {
    name,
    cron,
    window,
    endpoint: endpoint ?? undefined,
    monitoringType: value.monitoringType ?? undefined,
    catchUp: value.catchUp ?? defaultCatchUp,
    file: value,
  }
}

function attempt<T>(work: () => T, problems: string[]): T | undefined {
  try {
    return work()
  } catch (error) {
    problems.push(...(error as MonitorError).problems)
    return undefined
  }
}

function readOffsets(
  { schedule, groundTruth }: Schedule,
  now: boolean,
  problems: string[],
): MonitoringSchedule['window'] {
  const read = (name: string, text: string | null | undefined): number | undefined => {
    if (text == null) return undefined
    const offset = parseDuration(text)
    if (offset <= 0) return offset
    problems.push(
      `${name} is "${text}", expected an ISO-8601 duration of weeks, days, hours, minutes or seconds with a leading minus, such as -PT1H or -P1D.`,
    )
    return undefined
  }
  const start = read('schedule.dataAnalysisStartTime', schedule.dataAnalysisStartTime)
  const end = read('schedule.dataAnalysisEndTime', schedule.dataAnalysisEndTime)
  const startLag = read('groundTruth.startTimeOffset', groundTruth?.startTimeOffset)
  const endLag = read('groundTruth.endTimeOffset', groundTruth?.endTimeOffset)
  if (now)
    for (const name of ['dataAnalysisStartTime', 'dataAnalysisEndTime'] as const)
      if (schedule[name] == null)
        problems.push(
          `schedule.${name} is missing: NOW has no time before it, so say both, such as -PT1H and -PT0H.`,
        )
  const from = start === undefined && startLag === undefined ? undefined : (start ?? 0) + (startLag ?? 0)
  const to = (end ?? 0) + (endLag ?? 0)
  if (problems.length === 0 && from !== undefined && from >= to)
    problems.push(
      `the window ends ${-to / 1000} s before the scheduled time and starts ${-from / 1000} s before it: the start has to be the earlier one.`,
    )
  return { start: from, end: to }
}

/** Length of the window where there is no scheduled time before. */
const day = 86_400_000

/**
 * The window of a scheduled time: both offsets are counted from it, as in the service's guide (a run of 13:00 with -P8D and
 * -P1D reads from 13:00 eight days before to 13:00 the day before). Without a start it begins at the scheduled time
 * before, so that windows touch.
 * @param time milliseconds since 1970
 */
export function windowOf({ cron, window }: MonitoringSchedule, time: number): Required<Window> {
  const end = time + window.end
  if (window.start !== undefined) return { start: time + window.start, end }
  const before = cron ? previousTime(cron, time) : Number.NaN
  return { start: (Number.isNaN(before) ? time - day : before) + window.end, end }
}

/** `2020-02-20T05:00:00Z`, the form of the service. */
export function timeText(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/**
 * Folder of the reports of a scheduled time below the output: `[<endpoint>/]<schedule>/yyyy/mm/dd/hh`, with `/mm` where it
 * is no full hour.
 */
export function reportFolder({ endpoint, name }: MonitoringSchedule, time: number): string {
  const [year, month, day, hour, minute] = new Date(time).toISOString().split(/[-T:]/)
  const parts = [...(endpoint === undefined ? [] : [endpoint]), name, year, month, day, hour]
  return [...parts, ...(minute === '00' ? [] : [minute])].join('/')
}

/** Variables that the service adds to a scheduled job's environment. */
export function scheduleEnvironment(schedule: MonitoringSchedule, time: number): Record<string, string> {
  const { start, end } = windowOf(schedule, time)
  return {
    start_time: timeText(start),
    end_time: timeText(end),
    sagemaker_monitoring_schedule_name: schedule.name,
    ...(schedule.endpoint === undefined ? {} : { sagemaker_endpoint_name: schedule.endpoint }),
  }
}
