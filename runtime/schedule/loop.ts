/** Follows a schedule: finds what is due, runs one execution at a time, and remembers every step before the next. */
import { describe, MonitorError } from '../errors.ts'
import { nextTime } from './cron.ts'
import { dueTimes, mostCounted } from './due.ts'
import { type MonitoringSchedule, timeText } from './file.ts'
import type { Execution, ExecutionStatus, History } from './history.ts'

/** How an execution ended. */
export interface ExecutionEnd {
  readonly status: Extract<ExecutionStatus, 'Completed' | 'CompletedWithViolations' | 'Failed' | 'Stopped'>
  readonly exitMessage?: string
  readonly failureReason?: string
}

/** What the scheduler takes from the outside. */
export interface ScheduleWorld {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Returns after so many milliseconds, or at once when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Aborted: the execution in progress is stopped and no further one starts. */
  readonly signal: AbortSignal
  readonly say: (text: string) => void
  readonly execute: (execution: Execution, signal: AbortSignal) => Promise<ExecutionEnd>
  readonly jobName: (execution: Execution) => string
}

/** Runs of one scheduled time, when the scheduler ended during each of them. */
export const mostAttempts = 3

/** Longest sleep: a clock that was set, or a machine that slept, is noticed after this many milliseconds. */
const longestSleep = 30_000

/**
 * @param once true: runs what is due and returns; else it goes on until it is stopped or there is no further time
 * @throws MonitorError REPORT_UNWRITABLE when the state folder refuses a file
 */
export async function follow(
  schedule: MonitoringSchedule,
  history: History,
  world: ScheduleWorld,
  once = false,
): Promise<void> {
  await takeUp(history, world)
  await enqueue(schedule, history, world, schedule.catchUp)
  let announced = Number.NaN
  while (!world.signal.aborted) {
    const pending = history.executions.find(({ status }) => status === 'Pending')
    if (pending) {
      await runOne(schedule, pending, history, world)
      continue
    }
    const next = schedule.cron ? nextTime(schedule.cron, history.memory.seen) : Number.NaN
    if (Number.isNaN(next)) world.say('there is no further scheduled time')
    if (once || Number.isNaN(next)) return
    if (next !== announced) world.say(`waiting for ${timeText(next)}`)
    announced = next
    await world.sleep(Math.min(Math.max(next - world.now(), 0), longestSleep), world.signal)
    // At least one, however late the timer was.
    await enqueue(schedule, history, world, Math.max(1, schedule.catchUp))
  }
}

/** What an earlier scheduler left: executions without an end get one, and their times are taken up again. */
async function takeUp(history: History, { now, say }: ScheduleWorld): Promise<void> {
  for (const execution of history.executions)
    if (execution.status === 'InProgress' || execution.status === 'Stopping')
      await history.save({
        ...execution,
        status: 'Failed',
        interrupted: true,
        failureReason: 'InternalServerError: the scheduler ended while the job ran.',
        lastModifiedTime: now(),
      })
  const latest = new Map(history.executions.map((each) => [each.scheduledTime, each]))
  for (const { scheduledTime, attempt, interrupted } of latest.values()) {
    if (!interrupted || attempt >= mostAttempts) continue
    say(
      `${timeText(scheduledTime)} was interrupted and is run again (attempt ${attempt + 1} of ${mostAttempts})`,
    )
    await history.save(pendingAt(scheduledTime, attempt + 1, now()))
  }
}

function pendingAt(scheduledTime: number, attempt: number, now: number): Execution {
  return { scheduledTime, attempt, status: 'Pending', creationTime: now, lastModifiedTime: now }
}

/** Remembers what has become due. The executions first: a kill in between finds them again, as the same files. */
async function enqueue(
  { cron }: MonitoringSchedule,
  history: History,
  { now, say }: ScheduleWorld,
  most: number,
): Promise<void> {
  const { memory } = history
  if (cron === undefined) {
    if (history.executions.length === 0) await history.save(pendingAt(memory.creationTime, 1, now()))
    return
  }
  const { times, missed } = dueTimes(cron, memory.seen, now(), most)
  const known = new Set(history.executions.map(({ scheduledTime }) => scheduledTime))
  for (const time of times) if (!known.has(time)) await history.save(pendingAt(time, 1, now()))
  if (missed)
    say(
      `${missed.count === mostCounted ? 'at least ' : ''}${missed.count} scheduled times from ${timeText(missed.first)} to ${timeText(missed.last)} are not made up for (catchUp is ${most})`,
    )
  const last = times.at(-1) ?? missed?.last
  if (last !== undefined) await history.see(last, missed)
  await giveUp(history, now(), Math.max(1, most), say)
}

/** So many may wait; the oldest ones beyond are not run. */
async function giveUp(
  history: History,
  now: number,
  most: number,
  say: (text: string) => void,
): Promise<void> {
  const waiting = history.executions.filter(({ status }) => status === 'Pending')
  for (const each of waiting.slice(0, -most)) {
    say(`${timeText(each.scheduledTime)} is not run: ${most} later ones wait`)
    await history.save({
      ...each,
      status: 'Stopped',
      failureReason: `not run: ${most} later scheduled times were waiting (catchUp).`,
      lastModifiedTime: now,
    })
  }
}

async function runOne(
  schedule: MonitoringSchedule,
  pending: Execution,
  history: History,
  world: ScheduleWorld,
): Promise<void> {
  const running: Execution = {
    ...pending,
    status: 'InProgress',
    jobName: world.jobName(pending),
    startTime: world.now(),
    lastModifiedTime: world.now(),
  }
  await history.save(running)
  world.say(`${timeText(running.scheduledTime)}: ${running.jobName} starts`)
  const ended = new AbortController()
  const watching = watchTimes(schedule, history, world, ended.signal)
  // A state folder that refuses a file ends the scheduler, but not before the job has ended and is cleaned up.
  watching.catch(() => {})
  const end = await execute(running, world)
  ended.abort()
  await watching
  const interrupted =
    world.signal.aborted && end.status !== 'Completed' && end.status !== 'CompletedWithViolations'
  await history.save({
    ...running,
    ...end,
    ...(interrupted
      ? { status: 'Stopped', interrupted, failureReason: end.failureReason ?? 'the scheduler was stopped.' }
      : {}),
    lastModifiedTime: world.now(),
  })
  world.say(`${timeText(running.scheduledTime)}: ${interrupted ? 'Stopped' : end.status}`)
}

async function execute(running: Execution, world: ScheduleWorld): Promise<ExecutionEnd> {
  try {
    return await world.execute(running, world.signal)
  } catch (error) {
    const code = error instanceof MonitorError ? error.code : 'INTERNAL'
    return { status: 'Failed', failureReason: `${code}: ${describe(error)}` }
  }
}

/** While an execution runs: what becomes due is remembered as waiting. */
async function watchTimes(
  schedule: MonitoringSchedule,
  history: History,
  world: ScheduleWorld,
  ended: AbortSignal,
): Promise<void> {
  const { cron, catchUp } = schedule
  while (cron && !ended.aborted) {
    const next = nextTime(cron, history.memory.seen)
    if (Number.isNaN(next)) return
    await world.sleep(Math.min(Math.max(next - world.now(), 0), longestSleep), ended)
    if (!ended.aborted) await enqueue(schedule, history, world, Math.max(1, catchUp))
  }
}
