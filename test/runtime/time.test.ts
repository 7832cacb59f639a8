import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderHour, hourTouches, inWindow, parseInstant } from '../../runtime/time.ts'

const hour = 3_600_000

describe('an instant', () => {
  it('is the one that the platform’s own parser reads', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0000-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(date.getTime())
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('with an offset is the one that the platform’s own parser reads', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }),
        (date, minutes) => {
          const two = (n: number) => String(n).padStart(2, '0')
          const size = Math.abs(minutes)
          const sign = minutes < 0 ? '-' : '+'
          const text = date
            .toISOString()
            .replace('Z', `${sign}${two(Math.trunc(size / 60))}:${two(size % 60)}`)
          expect(parseInstant(text)).toBe(Date.parse(text))
          expect(parseInstant(text.replace(/:(\d\d)$/, '$1'))).toBe(Date.parse(text))
        },
      ),
    )
  })

  it.each<[string, string]>([
    ['2022-04-18', '2022-04-18T00:00:00.000Z'],
    ['2022-04-18T01:02', '2022-04-18T01:02:00.000Z'],
    ['2022-04-18 01:02:03', '2022-04-18T01:02:03.000Z'],
    ['2022-04-18t01:02:03z', '2022-04-18T01:02:03.000Z'],
    [' 2022-04-18T01:02:03Z\n', '2022-04-18T01:02:03.000Z'],
    ['2022-04-18T01: 02: 03Z', '2022-04-18T01:02:03.000Z'],
    ['2022-04-18T01:02:03.5Z', '2022-04-18T01:02:03.500Z'],
    ['2022-04-18T01:02:03,123456789Z', '2022-04-18T01:02:03.123Z'],
    ['2022-04-18T01:02:03+02', '2022-04-17T23:02:03.000Z'],
    ['2022-04-18T01:02:03-0330', '2022-04-18T04:32:03.000Z'],
    ['2022-04-18T24:00:00Z', '2022-04-19T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2020-02-29T00:00Z', '2020-02-29T00:00:00.000Z'],
    ['0099-01-01T00:00Z', '0099-01-01T00:00:00.000Z'],
  ])('may be written %j', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso))
  })

  it('keeps each millisecond', () => {
    for (let ms = 0; ms < 1000; ms++) {
      const text = `1970-01-01T00:00:00.${String(ms).padStart(3, '0')}`
      expect(parseInstant(`${text}Z`)).toBe(ms)
      expect(parseInstant(`${text}9`)).toBe(ms)
    }
  })

  it.each([
    '',
    '{%s}',
    '2022-04-31T00:00Z',
    '2021-02-29',
    '2022-13-01',
    '2022-00-01',
    '2022-01-00',
    '2022-04-18T25:00Z',
    '2022-04-18T24:00:01Z',
    '2022-04-18T24:30:00Z',
    '2022-04-18T00:60Z',
    '2022-04-18T00:00:61Z',
    '2022-04-18T1:00Z',
    '18.04.2022',
    '1650240000',
    '2022-04-18T00:00:00ZZ',
    'x2022-04-18',
    '22-04-18',
  ])('is not %j', (text) => {
    expect(parseInstant(text)).toBeNaN()
  })
})

describe('a window', () => {
  it('holds its start and not its end; an absent end is unbounded', () => {
    expect([0, 1, 2].map((instant) => inWindow({ start: 1, end: 2 }, instant))).toEqual([false, true, false])
    expect(inWindow({ start: 1 }, Number.MAX_VALUE)).toBe(true)
    expect(inWindow({ end: 1 }, -Number.MAX_VALUE)).toBe(true)
    expect(inWindow({}, 0)).toBe(true)
  })

  it('touches an hour exactly when it holds an instant of it', () => {
    const bound = fc.option(
      fc.integer({ min: -3, max: 9 }).map((n) => (n * hour) / 2),
      { nil: undefined },
    )
    fc.assert(
      fc.property(bound, bound, fc.integer({ min: -2, max: 4 }), (start, end, n) => {
        fc.pre(start === undefined || end === undefined || start < end)
        const window = { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
        const instants = Array.from({ length: 60 }, (_, minute) => n * hour + minute * 60_000)
        expect(hourTouches(window, n * hour)).toBe(instants.some((instant) => inWindow(window, instant)))
      }),
    )
  })
})

describe('the hour of a path', () => {
  it.each<[string, string | undefined]>([
    ['endpoint/variant/2022/04/18/07/a.jsonl', '2022-04-18T07:00:00Z'],
    ['2022/04/18/07/a.jsonl', '2022-04-18T07:00:00Z'],
    ['2021/01/01/00/x/2022/04/18/07/y/a.jsonl', '2022-04-18T07:00:00Z'],
    ['2022/04/18/a.jsonl', undefined],
    ['2022/04/18/07', undefined],
    ['2022/13/18/07/a.jsonl', undefined],
    ['2022/04/18/25/a.jsonl', undefined],
    ['x2022/04/18/07/a.jsonl', undefined],
    ['2022/04/18/7/a.jsonl', undefined],
    ['a.jsonl', undefined],
  ])('%s', (path, iso) => {
    expect(folderHour(path)).toBe(iso === undefined ? undefined : Date.parse(iso))
  })
})
