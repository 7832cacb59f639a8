/** Scheduled times against two other readers: a scan of every minute, and a cron package of another language. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTime, parseCron, previousTime, unixCron } from '../../../runtime/schedule/cron.ts'
import { parseDuration } from '../../../runtime/schedule/duration.ts'
import { askPython, installPython, isMissing } from '../../plugins/publishers/python.ts'

const minute = 60_000
const instants = fc
  .integer({ min: Date.UTC(1999, 0) / minute, max: Date.UTC(2040, 0) / minute })
  .map((minutes) => minutes * minute)

/** A field's text with the values that it means, made together. */
interface Made {
  readonly text: string
  readonly fits: (value: number) => boolean
}

function field(first: number, last: number, write: (value: number) => string = String): fc.Arbitrary<Made> {
  const value = fc.integer({ min: first, max: last })
  const part = fc.oneof(
    fc.constant<Made>({ text: '*', fits: () => true }),
    value.map((only): Made => ({ text: write(only), fits: (each) => each === only })),
    fc.tuple(value, value).map(([a, b]): Made => {
      const [low, high] = a < b ? [a, b] : [b, a]
      return { text: `${write(low)}-${write(high)}`, fits: (each) => each >= low && each <= high }
    }),
    fc.tuple(value, fc.integer({ min: 1, max: last + 1 })).map(
      ([from, step]): Made => ({
        text: `${write(from)}/${step}`,
        fits: (each) => each >= from && (each - from) % step === 0,
      }),
    ),
  )
  return fc.array(part, { minLength: 1, maxLength: 3 }).map(
    (parts): Made => ({
      text: parts.map(({ text }) => text).join(','),
      fits: (each) => parts.some(({ fits }) => fits(each)),
    }),
  )
}

const words = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

const expressions = fc
  .record({
    minutes: field(0, 59),
    hours: field(0, 23),
    monthDays: field(1, 31),
    months: fc.oneof(
      field(1, 12),
      field(1, 12, (value) => months[value - 1]!),
    ),
    weekDays: fc.oneof(
      field(1, 7),
      field(1, 7, (value) => words[value - 1]!),
    ),
    byWeek: fc.boolean(),
  })
  .map(({ minutes, hours, monthDays, months, weekDays, byWeek }) => ({
    text: `cron(${minutes.text} ${hours.text} ${byWeek ? '?' : monthDays.text} ${months.text} ${byWeek ? weekDays.text : '?'} *)`,
    fits(time: number): boolean {
      const date = new Date(time)
      return (
        minutes.fits(date.getUTCMinutes()) &&
        hours.fits(date.getUTCHours()) &&
        months.fits(date.getUTCMonth() + 1) &&
        (byWeek ? weekDays.fits(date.getUTCDay() + 1) : monthDays.fits(date.getUTCDate()))
      )
    },
  }))

describe('a scheduled time', () => {
  test('is that of a scan of every minute, forwards and backwards', () => {
    // Three weeks of minutes.
    const reach = 21 * 1440
    fc.assert(
      fc.property(expressions, instants, fc.integer({ min: 0, max: minute - 1 }), (made, at, rest) => {
        const cron = parseCron(made.text)
        const from = at + rest
        const scan = (start: number, step: number) => {
          for (let i = 0, time = start; i < reach; i++, time += step) if (made.fits(time)) return time
          return undefined
        }
        const after = scan(at + minute, minute)
        const next = nextTime(cron, from)
        if (after === undefined) expect(Number.isNaN(next) || next > at + reach * minute).toBe(true)
        else expect(next).toBe(after)
        const before = scan(rest === 0 ? at - minute : at, -minute)
        const previous = previousTime(cron, from)
        if (before === undefined)
          expect(Number.isNaN(previous) || previous <= at - (reach - 1) * minute).toBe(true)
        else expect(previous).toBe(before)
      }),
      { numRuns: 400 },
    )
  })

  test('has itself as the one before the next', () => {
    fc.assert(
      fc.property(expressions, instants, ({ text }, at) => {
        const cron = parseCron(text)
        const next = nextTime(cron, at)
        if (Number.isNaN(next)) return
        expect(previousTime(cron, next + 1)).toBe(next)
        expect(nextTime(cron, next - 1)).toBe(next)
        expect(previousTime(cron, next)).toBeLessThanOrEqual(at)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['cron(0 * ? * * *)', '2026-02-28T23:30:00Z', '2026-03-01T00:00:00.000Z'],
    ['cron(0 5 ? * * *)', '2020-02-20T05:00:00Z', '2020-02-21T05:00:00.000Z'],
    ['cron(0 1/8 ? * * *)', '2026-01-01T17:00:00Z', '2026-01-02T01:00:00.000Z'],
    ['cron(0 2/24 ? * * *)', '2026-01-01T02:00:00Z', '2026-01-02T02:00:00.000Z'],
    ['cron(0 0 29 2 ? *)', '2096-03-01T00:00:00Z', '2104-02-29T00:00:00.000Z'],
    ['cron(30 9 ? * MON-FRI *)', '2026-11-20T09:30:00Z', '2026-11-23T09:30:00.000Z'],
    ['cron(0 0 1 1 ? 2030)', '2026-01-01T00:00:00Z', '2030-01-01T00:00:00.000Z'],
  ])('%s after %s is %s', (expression, after, next) => {
    expect(new Date(nextTime(parseCron(expression), Date.parse(after))).toISOString()).toBe(next)
  })

  test('is not there after the last year, nor on a day that no month has', () => {
    expect(nextTime(parseCron('cron(0 0 1 1 ? 2030)'), Date.UTC(2030, 0))).toBeNaN()
    expect(nextTime(parseCron('cron(0 0 31 2 ? *)'), 0)).toBeNaN()
  })
})

test.each([
  ['0 * ? * * *', 'expected cron(minutes'],
  ['rate(1 hour)', 'expected cron(minutes'],
  ['cron(0 * * * *)', 'there are 5 fields'],
  ['cron(60 * ? * * *)', 'minutes has "60", expected 0 to 59'],
  ['cron(0 5-2 ? * * *)', 'hours has "5-2"'],
  ['cron(0 */0 ? * * *)', 'hours has "*/0"'],
  ['cron(0 0 L * ? *)', 'day of month has "L"'],
  ['cron(0 0 ? * 2#1 *)', 'day of week has "2#1"'],
  ['cron(0 0 * * * *)', 'exactly one of day of month and day of week has to be ?'],
  ['cron(0 0 ? * ? *)', 'exactly one of day of month and day of week has to be ?'],
  ['cron(? 0 ? * * *)', 'minutes is ?'],
])('%s is refused: %s', (expression, problem) => {
  expect(() => parseCron(expression)).toThrow(problem)
})

const python = await installPython('croniter>=2,<7')
describe.skipIf(isMissing(python))('five fields', () => {
  test('mean the same times to a cron package', async () => {
    const samples = fc.sample(fc.tuple(expressions, instants), { numRuns: 300, seed: 20261122 })
    const program = `
import json, sys
from datetime import datetime, timezone
from croniter import croniter
out = []
for fields, at in json.load(sys.stdin):
    try:
        it = croniter(fields, datetime.fromtimestamp(at / 1000, timezone.utc), max_years_between_matches=8)
        out.append([int(it.get_next(float)) * 1000 for _ in range(5)])
    except Exception as error:
        out.append(type(error).__name__)
json.dump(out, sys.stdout)`
    const asked = samples.map(([{ text }, at]) => [unixCron(parseCron(text)), at])
    const answers = (await askPython(python, program, JSON.stringify(asked))) as (number[] | string)[]
    for (const [i, [{ text }, at]] of samples.entries()) {
      const cron = parseCron(text)
      const ours: number[] = []
      for (let time = nextTime(cron, at); ours.length < 5; time = nextTime(cron, time)) ours.push(time)
      const answer = answers[i]!
      if (typeof answer === 'string') {
        expect(answer, text).toBe('CroniterBadDateError')
        expect(Number.isNaN(ours[4]) || ours[4]! > at + 8 * 365 * 86_400_000, text).toBe(true)
      } else expect(ours, text).toEqual(answer)
    }
    expect(answers.filter((answer) => typeof answer !== 'string').length).toBeGreaterThan(250)
  })
})

test.each([
  ['-PT1H', -3600],
  ['-P8D', -691_200],
  ['-P1DT2H3M4S', -93_784],
  ['-PT2D', -172_800],
  ['-P2W', -1_209_600],
  ['-PT0H', 0],
  ['PT30M', 1800],
])('the duration %s is %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds * 1000)
})

test.each(['', 'P', '-P', '-PT', '-P1M', '-P1Y', '1H', '-PT1.5H', '-PTH'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeNaN()
})
