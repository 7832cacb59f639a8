/**
 * The memory of a schedule: a folder with `schedule.json` and one file for each execution. Every change is a new file that
 * is synced and renamed over the old one, so a kill at any moment leaves each file as it was before or after.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import { removeTemporaries, writeReports } from '../report/write.ts'

/** Statuses of an execution, in the service's words. */
export const executionStatuses = [
  'Pending',
  'InProgress',
  'Completed',
  'CompletedWithViolations',
  'Failed',
  'Stopping',
  'Stopped',
] as const

/** One of {@link executionStatuses}. */
export type ExecutionStatus = (typeof executionStatuses)[number]

/** One run of a schedule. Times are milliseconds since 1970. */
export interface Execution {
  readonly scheduledTime: number
  /** 1 for the first run of a scheduled time; more when earlier ones were interrupted. */
  readonly attempt: number
  readonly status: ExecutionStatus
  readonly creationTime: number
  readonly lastModifiedTime: number
  /** When the job was started. */
  readonly startTime?: number
  /** Name of the processing job, once it has been started. */
  readonly jobName?: string
  readonly exitMessage?: string
  readonly failureReason?: string
  /** True: the scheduler ended while the job ran, so its scheduled time is taken up again. */
  readonly interrupted?: boolean
}

/** Scheduled times that were given up after a downtime. */
export interface Gap {
  readonly first: number
  readonly last: number
  readonly count: number
}

/** What is remembered beside the executions. */
export interface Memory {
  /** When the schedule was first followed: nothing before is due. */
  readonly creationTime: number
  /** Everything up to here has an execution or was given up. */
  readonly seen: number
  /** The latest gaps. */
  readonly gaps: readonly Gap[]
}

/** Executions that are kept; older ones are removed. */
export const keptExecutions = 1000

/** Gaps that are kept. */
const keptGaps = 100

export class History {
  readonly #folder: string
  #memory: Memory
  readonly #executions: Map<string, Execution>

  private constructor(folder: string, memory: Memory, executions: Map<string, Execution>) {
    this.#folder = folder
    this.#memory = memory
    this.#executions = executions
  }

  /**
   * Opens the folder, which is made when it is not there.
   * @param now milliseconds since 1970; the creation time of a new schedule
   * @throws MonitorError CONFIG_INVALID for a file that is damaged, REPORT_UNWRITABLE
   */
  static async open(folder: string, now: number): Promise<History> {
    try {
      await mkdir(join(folder, 'executions'), { recursive: true })
      for (const each of [folder, join(folder, 'executions')]) await removeTemporaries(each)
    } catch (error) {
      throw new MonitorError('REPORT_UNWRITABLE', `the state folder ${folder}: ${describe(error)}.`)
    }
    const { memory, executions } = await load(folder)
    const history = new History(folder, memory ?? { creationTime: now, seen: now, gaps: [] }, executions)
    if (memory === undefined) await history.#saveMemory()
    return history
  }

  /**
   * Reads the folder without changing it.
   * @throws MonitorError CONFIG_INVALID when there is none, or for a file that is damaged
   */
  static async read(folder: string): Promise<History> {
    const { memory, executions } = await load(folder)
    if (memory === undefined)
      throw new MonitorError(
        'CONFIG_INVALID',
        `${folder} holds no history: the schedule has not been followed yet, or --state names another folder.`,
      )
    return new History(folder, memory, executions)
  }

  get memory(): Memory {
    return this.#memory
  }

  /** By scheduled time, then attempt. */
  get executions(): readonly Execution[] {
    return [...this.#executions.values()].sort(
      (a, b) => a.scheduledTime - b.scheduledTime || a.attempt - b.attempt,
    )
  }

  /** Writes an execution, new or changed. @throws MonitorError REPORT_UNWRITABLE */
  async save(execution: Execution): Promise<void> {
    const key = keyOf(execution)
    await writeReports(join(this.#folder, 'executions'), [
      { name: `${key}.json`, text: `${JSON.stringify(execution)}\n` },
    ])
    this.#executions.set(key, execution)
    const old = this.executions.slice(0, -keptExecutions)
    for (const each of old) {
      this.#executions.delete(keyOf(each))
      await rm(join(this.#folder, 'executions', `${keyOf(each)}.json`), { force: true })
    }
  }

  /** Says that everything up to an instant has been dealt with. @throws MonitorError REPORT_UNWRITABLE */
  async see(instant: number, gap?: Gap): Promise<void> {
    const gaps = gap ? [...this.#memory.gaps, gap].slice(-keptGaps) : this.#memory.gaps
    this.#memory = { ...this.#memory, seen: instant, gaps }
    await this.#saveMemory()
  }

  async #saveMemory(): Promise<void> {
    await writeReports(this.#folder, [{ name: 'schedule.json', text: `${JSON.stringify(this.#memory)}\n` }])
  }
}

function keyOf({ scheduledTime, attempt }: Execution): string {
  const text = new Date(scheduledTime).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${text}-${attempt}`
}

async function load(
  folder: string,
): Promise<{ memory: Memory | undefined; executions: Map<string, Execution> }> {
  const memory = await readValue(join(folder, 'schedule.json'), isMemory)
  const names = await readdir(join(folder, 'executions')).catch(() => [])
  const executions = new Map<string, Execution>()
  for (const name of names.filter((each) => each.endsWith('.json') && !each.startsWith('.'))) {
    const execution = await readValue(join(folder, 'executions', name), isExecution)
    if (execution) executions.set(keyOf(execution), execution)
  }
  return { memory, executions }
}

async function readValue<T>(path: string, fits: (value: unknown) => value is T): Promise<T | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new MonitorError('CONFIG_INVALID', `${path} cannot be read: ${describe(error)}.`)
  }
  try {
    const value: unknown = JSON.parse(text)
    if (fits(value)) return value
  } catch {}
  throw new MonitorError(
    'CONFIG_INVALID',
    `${path} is damaged: it was changed by something else. Move it away and start again.`,
  )
}

function isMemory(value: unknown): value is Memory {
  const { creationTime, seen, gaps } = Object(value)
  return Number.isFinite(creationTime) && Number.isFinite(seen) && Array.isArray(gaps)
}

function isExecution(value: unknown): value is Execution {
  const { scheduledTime, attempt, status, creationTime, lastModifiedTime } = Object(value)
  return (
    [scheduledTime, attempt, creationTime, lastModifiedTime].every(Number.isFinite) &&
    executionStatuses.includes(status)
  )
}
