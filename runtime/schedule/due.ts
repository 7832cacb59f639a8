/** Which scheduled times are due, and which of them are given up. Pure. */
import { type Cron, nextTime, previousTime } from './cron.ts'

/** What is due at an instant. */
export interface Due {
  /** Milliseconds since 1970, ascending; at most as many as asked for, the latest ones. */
  readonly times: readonly number[]
  /** Earlier ones that are given up; undefined without any. */
  readonly missed: { readonly first: number; readonly last: number; readonly count: number } | undefined
}

/** Missed times are counted up to here. */
export const mostCounted = 100_000

/**
 * Scheduled times after `since`, up to and including `now`.
 * @param since milliseconds since 1970: everything up to here has been dealt with
 * @param most times that are taken up, from 0
 */
export function dueTimes(cron: Cron, since: number, now: number, most: number): Due {
  const times: number[] = []
  let time = previousTime(cron, now + 1)
  for (; times.length < most && time > since; time = previousTime(cron, time)) times.push(time)
  if (!(time > since)) return { times: times.reverse(), missed: undefined }
  const first = nextTime(cron, since)
  let count = 0
  for (let each = first; each <= time && count < mostCounted; each = nextTime(cron, each)) count++
  return { times: times.reverse(), missed: { first, last: time, count } }
}
