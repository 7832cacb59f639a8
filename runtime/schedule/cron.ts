/**
 * Schedule expressions of the original service: AWS's cron with six fields, in UTC. Pure.
 * The service itself allows `cron(0 * ? * * *)`, `cron(0 H ? * * *)` and `cron(0 H/N ? * * *)`; here every list, range and
 * step is read, of any field.
 */
import { MonitorError } from '../errors.ts'

/** Allowed values of each field, ascending. */
export interface Cron {
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  /** Undefined: the other field of days says it. */
  readonly monthDays: ReadonlySet<number> | undefined
  /** 1 to 12. */
  readonly months: ReadonlySet<number>
  /** 0 is Sunday. Undefined: the other field of days says it. */
  readonly weekDays: ReadonlySet<number> | undefined
  readonly years: readonly number[]
  /** The six fields as they were written. */
  readonly fields: readonly string[]
}

interface Field {
  readonly name: string
  readonly first: number
  readonly last: number
  readonly words?: readonly string[]
}

const monthWords = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const weekDayWords = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const fields = [
  { name: 'minutes', first: 0, last: 59 },
  { name: 'hours', first: 0, last: 23 },
  { name: 'day of month', first: 1, last: 31 },
  { name: 'month', first: 1, last: 12, words: monthWords },
  { name: 'day of week', first: 1, last: 7, words: weekDayWords },
  { name: 'year', first: 1970, last: 2199 },
] as const satisfies readonly Field[]

const minute = 60_000
const day = 86_400_000

/** @throws MonitorError CONFIG_INVALID naming every field that is wrong */
export function parseCron(expression: string): Cron {
  const inside = /^cron\((.*)\)$/s.exec(expression.trim())?.[1]?.trim()
  if (inside === undefined)
    throw invalid(expression, ['expected cron(minutes hours day-of-month month day-of-week year), or NOW'])
  const texts = inside.split(/\s+/)
  if (texts.length !== 6)
    throw invalid(expression, [
      `there are ${texts.length} fields, expected the six of cron(minutes hours day-of-month month day-of-week year)`,
    ])
  const problems: string[] = []
  const [minutes, hours, monthDays, months, weekDays, years] = fields.map((field, i) =>
    readField(texts[i]!, field, problems),
  )
  if ((monthDays === undefined) === (weekDays === undefined))
    problems.push('exactly one of day of month and day of week has to be ?, the other says the days')
  if (problems.length > 0) throw invalid(expression, problems)
  return {
    minutes: minutes!,
    hours: hours!,
    monthDays: monthDays && new Set(monthDays),
    months: new Set(months),
    weekDays: weekDays && new Set(weekDays.map((number) => number - 1)),
    years: years!,
    fields: texts,
  }
}

function invalid(expression: string, problems: readonly string[]): MonitorError {
  return new MonitorError(
    'CONFIG_INVALID',
    problems.map((problem) => `schedule.expression is "${expression}": ${problem}.`),
  )
}

/** Allowed values, ascending; undefined for a question mark. */
function readField(text: string, field: Field, problems: string[]): readonly number[] | undefined {
  const { name, first, last } = field
  if (text === '?') {
    if (name.startsWith('day')) return undefined
    problems.push(`${name} is ?, which only days may be; write *`)
    return []
  }
  const allowed = new Set<number>()
  for (const part of text.split(',')) {
    const match = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(part)
    const from = match?.[2] === undefined ? first : numberOf(match[2], field)
    // A step without an end goes on to the last value.
    const open = match?.[2] === undefined || (match[3] === undefined && match[4] !== undefined)
    const to = open ? last : match?.[3] === undefined ? from : numberOf(match[3], field)
    const step = Number(match?.[4] ?? 1)
    if (!match || !(from >= first && from <= to && to <= last) || step < 1) {
      problems.push(
        `${name} has "${part}", expected ${first} to ${last}, as a value, *, a-b, a/step, or a list of these`,
      )
      return []
    }
    for (let value = from; value <= to; value += step) allowed.add(value)
  }
  return [...allowed].sort((a, b) => a - b)
}

function numberOf(text: string, { words, first }: Field): number {
  const word = words?.indexOf(text.toUpperCase()) ?? -1
  if (word >= 0) return word + first
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

/**
 * The first scheduled time after an instant.
 * @param after milliseconds since 1970
 * @returns milliseconds since 1970; NaN when there is none
 */
export function nextTime(cron: Cron, after: number): number {
  const start = Math.floor(after / minute + 1) * minute
  const end = Date.UTC(cron.years.at(-1)! + 1, 0)
  const from = Math.max(start, Date.UTC(cron.years[0]!, 0))
  for (let date = from - modulo(from, day); date < end; date += day) {
    if (!onDay(cron, date)) continue
    for (const hour of cron.hours)
      for (const each of cron.minutes) {
        const time = date + (hour * 60 + each) * minute
        if (time >= from) return time
      }
  }
  return Number.NaN
}

/**
 * The last scheduled time before an instant.
 * @param before milliseconds since 1970
 * @returns milliseconds since 1970; NaN when there is none
 */
export function previousTime(cron: Cron, before: number): number {
  const first = Date.UTC(cron.years[0]!, 0)
  const from = Math.min(before, Date.UTC(cron.years.at(-1)! + 1, 0)) - 1
  for (let date = from - modulo(from, day); date >= first; date -= day) {
    if (!onDay(cron, date)) continue
    for (const hour of cron.hours.toReversed())
      for (const each of cron.minutes.toReversed()) {
        const time = date + (hour * 60 + each) * minute
        if (time <= from) return time
      }
  }
  return Number.NaN
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

function onDay({ years, months, monthDays, weekDays }: Cron, midnight: number): boolean {
  const date = new Date(midnight)
  return (
    years.includes(date.getUTCFullYear()) &&
    months.has(date.getUTCMonth() + 1) &&
    (monthDays === undefined || monthDays.has(date.getUTCDate())) &&
    (weekDays === undefined || weekDays.has(date.getUTCDay()))
  )
}

/**
 * The same times as the five fields of Unix cron: minutes, hours, day of month, month, day of week (0 is Sunday).
 * @throws MonitorError CONFIG_INVALID when the expression names years, which five fields cannot say
 */
export function unixCron({
  minutes,
  hours,
  monthDays,
  months,
  weekDays,
  years,
  fields: texts,
}: Cron): string {
  if (years.length < 230)
    throw new MonitorError(
      'CONFIG_INVALID',
      `schedule.expression names the year ${texts[5]}, which this target's five fields cannot say: write *.`,
    )
  return [
    unixField(minutes, 0, 59),
    unixField(hours, 0, 23),
    monthDays ? unixField([...monthDays], 1, 31) : '*',
    unixField(
      [...months].sort((a, b) => a - b),
      1,
      12,
    ),
    weekDays
      ? unixField(
          [...weekDays].sort((a, b) => a - b),
          0,
          6,
        )
      : '*',
  ].join(' ')
}

function unixField(values: readonly number[], first: number, last: number): string {
  return values.length === last - first + 1 ? '*' : values.join(',')
}
