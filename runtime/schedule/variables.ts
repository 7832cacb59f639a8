/** The variables of a scheduled job, for runners that start the job themselves: `byom run --schedule`. */
import { resolve } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import { readJsonFile } from '../json-file.ts'
import { parseJson } from '../json-text.ts'
import { parseInstant } from '../time.ts'
import { previousTime } from './cron.ts'
import { type MonitoringSchedule, readSchedule, reportFolder, scheduleEnvironment } from './file.ts'

/**
 * Variables that a job of this schedule gets, for runners that start the job themselves.
 * @param text path of the schedule file, or its JSON text
 * @param output output_path, below which the reports of each time get a folder of their own; undefined: as it is
 * @param at the scheduled time as an ISO-8601 time; undefined: the latest one that has passed
 * @throws MonitorError CONFIG_INVALID
 */
export async function variablesOf(
  text: string,
  at: string | undefined,
  output: string | undefined,
  { cwd, now }: { readonly cwd: string; readonly now: () => number },
): Promise<Record<string, string>> {
  const inline = text.trimStart().startsWith('{')
  const schedule = readSchedule(inline ? parseText(text) : await parseFile(resolve(cwd, text)))
  const time = at === undefined ? latestTime(schedule, now()) : parseInstant(at)
  if (Number.isNaN(time))
    throw new MonitorError(
      'CONFIG_INVALID',
      at === undefined
        ? 'the schedule has no time that has passed: say --at.'
        : `--at is ${at}, expected a time such as 2020-02-20T05:00:00Z.`,
    )
  return {
    ...scheduleEnvironment(schedule, time),
    ...(output === undefined ? {} : { output_path: `${output}/${reportFolder(schedule, time)}` }),
  }
}

/** Milliseconds that the clock of this machine may be behind that of the scheduler which has started us. */
const skew = 10_000

function latestTime({ cron }: MonitoringSchedule, now: number): number {
  return cron ? previousTime(cron, now + skew) : Math.floor(now / 1000) * 1000
}

function parseText(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `--schedule is no schedule: ${describe(error)}.`)
  }
}

/** The JSON value of a file. @throws MonitorError CONFIG_INVALID */
export async function parseFile(path: string): Promise<unknown> {
  try {
    return await readJsonFile(path)
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${path} cannot be read: ${describe(error)}.`)
  }
}
