/** Windows, what is due, and the scheduler against a clock that the test turns. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseCron } from '../../../runtime/schedule/cron.ts'
import { dueTimes } from '../../../runtime/schedule/due.ts'
import { readSchedule, timeText, windowOf } from '../../../runtime/schedule/file.ts'
import { type Execution, History } from '../../../runtime/schedule/history.ts'
import { takeLock } from '../../../runtime/schedule/lock.ts'
import { type ExecutionEnd, follow, type ScheduleWorld } from '../../../runtime/schedule/loop.ts'

const hour = 3_600_000
const at = (text: string) => Date.parse(text)

function hourly(more: object = {}) {
  return readSchedule({ name: 'test', schedule: { expression: 'cron(0 * ? * * *)' }, ...more })
}

describe('the window', () => {
  const shown = (file: object, time: string) => {
    const { start, end } = windowOf(readSchedule({ name: 'test', ...file }), at(time))
    return [timeText(start), timeText(end)]
  }

  test.each([
    ['an hour', { schedule: { expression: 'cron(0 * ? * * *)' } }, '12:00', '13:00'],
    ['a day', { schedule: { expression: 'cron(0 13 ? * * *)' } }, '08T13:00', '13:00'],
    [
      'said with the schedule',
      {
        schedule: {
          expression: 'cron(0 * ? * * *)',
          dataAnalysisStartTime: '-PT5H',
          dataAnalysisEndTime: '-PT1H',
        },
      },
      '08:00',
      '12:00',
    ],
  ])('of %s', (_, file, start, end) => {
    const full = (text: string) => `2020-01-${text.includes('T') ? text : `09T${text}`}:00Z`
    expect(shown(file, '2020-01-09T13:00:00Z')).toEqual([full(start), full(end)])
  })

  test("with the labels' lag of the service's guide", () => {
    expect(
      shown(
        {
          schedule: { expression: 'cron(0 13 ? * * *)' },
          groundTruth: { startTimeOffset: '-P8D', endTimeOffset: '-P1D' },
        },
        '2020-01-09T13:00:00Z',
      ),
    ).toEqual(['2020-01-01T13:00:00Z', '2020-01-08T13:00:00Z'])
  })

  test('touches the one before it, whatever the expression', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 0, max: 48 }),
        fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') }),
        (first, step, lag, now) => {
          const schedule = readSchedule({
            name: 'test',
            schedule: { expression: `cron(0 ${first}/${step} ? * * *)`, dataAnalysisEndTime: `-PT${lag}H` },
          })
          const { times } = dueTimes(schedule.cron!, now - 240 * hour, now, 6)
          const windows = times.map((time) => windowOf(schedule, time))
          for (const [i, { start }] of windows.slice(1).entries()) expect(start).toBe(windows[i]!.end)
        },
      ),
    )
  })

  test.each([
    [{ schedule: { expression: 'NOW' } }, 'schedule.dataAnalysisStartTime is missing'],
    [
      { schedule: { expression: 'NOW', dataAnalysisStartTime: '-PT1H', dataAnalysisEndTime: '-PT1H' } },
      'the start has to be the earlier one',
    ],
    [
      { schedule: { expression: 'cron(0 * ? * * *)', dataAnalysisStartTime: 'PT1H' } },
      'expected an ISO-8601 duration',
    ],
    [{ name: 'a b', schedule: { expression: 'cron(0 * ? * * *)' } }, 'name is "a b"'],
    [{ schedule: {} }, '$.schedule.expression is missing'],
    [{ schedule: { expression: 'cron(0 * ? * * *)' }, retries: 1 }, '$.retries: there is no such key'],
  ])('of %j is refused', (file, problem) => {
    expect(() => readSchedule({ name: 'test', ...file })).toThrow(problem)
  })
})

test('what is due are the latest times, and the others are counted', () => {
  const cron = parseCron('cron(0 * ? * * *)')
  const span = fc.integer({ min: 0, max: 400 * hour })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2e12 }),
      span,
      fc.integer({ min: 0, max: 30 }),
      (since, length, most) => {
        const now = since + length
        const all: number[] = []
        for (let time = Math.ceil((since + 1) / hour) * hour; time <= now; time += hour) all.push(time)
        const { times, missed } = dueTimes(cron, since, now, most)
        const kept = most === 0 ? [] : all.slice(-most)
        const lost = all.slice(0, all.length - kept.length)
        expect(times).toEqual(kept)
        expect(missed).toEqual(
          lost.length > 0 ? { first: lost[0], last: lost.at(-1), count: lost.length } : undefined,
        )
      },
    ),
  )
})

describe('the scheduler', () => {
  const begin = at('2026-01-01T00:30:00Z')
  let folder: string
  let now: number
  let stop: AbortController
  let ran: string[]
  let said: string[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'byom-schedule-'))
    now = begin
    stop = new AbortController()
    ran = []
    said = []
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** The clock goes on when somebody sleeps, and by what a run takes; it stops the scheduler at an instant. */
  function world(
    until: string,
    run: (execution: Execution) => Promise<ExecutionEnd> | ExecutionEnd,
  ): ScheduleWorld {
    return {
      now: () => now,
      async sleep(milliseconds, signal) {
        if (signal !== stop.signal)
          return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
        now += Math.max(milliseconds, 1)
        if (now >= at(until)) stop.abort()
      },
      signal: stop.signal,
      say: (text) => said.push(text),
      jobName: ({ scheduledTime, attempt }) => `job-${scheduledTime}-${attempt}`,
      async execute(execution) {
        ran.push(timeText(execution.scheduledTime).slice(11, 16))
        return run(execution)
      },
    }
  }

  const statuses = (history: History) =>
    history.executions.map(
      ({ scheduledTime, status }) => `${timeText(scheduledTime).slice(11, 16)} ${status}`,
    )
  const completed = (): ExecutionEnd => ({ status: 'Completed', exitMessage: 'Completed: …' })

  test('runs every hour at the hour, and nothing before it was first followed', async () => {
    const history = await History.open(folder, begin)
    const starts: number[] = []
    await follow(
      hourly(),
      history,
      world('2026-01-01T04:10:00Z', () => {
        starts.push(now)
        return completed()
      }),
    )
    expect(ran).toEqual(['01:00', '02:00', '03:00', '04:00'])
    expect(starts.map((time) => time % hour)).toEqual([0, 0, 0, 0])
    expect(statuses(await History.read(folder))).toEqual([
      '01:00 Completed',
      '02:00 Completed',
      '03:00 Completed',
      '04:00 Completed',
    ])
  })

  test('runs one at a time: what becomes due meanwhile waits, oldest first, no more than catchUp', async () => {
    const history = await History.open(folder, begin)
    const slow = () => {
      if (ran.length === 1) now += 5 * hour
      return completed()
    }
    await follow(hourly({ catchUp: 3 }), history, world('2026-01-01T06:50:00Z', slow))
    expect(ran).toEqual(['01:00', '04:00', '05:00', '06:00'])
    expect(history.memory.gaps).toEqual([
      { first: at('2026-01-01T02:00:00Z'), last: at('2026-01-01T03:00:00Z'), count: 2 },
    ])
    expect(said.join()).toContain(
      '2 scheduled times from 2026-01-01T02:00:00Z to 2026-01-01T03:00:00Z are not made up for',
    )
  })

  test.each([
    [24, ['21:00', '22:00', '23:00', '00:00']],
    [2, ['23:00', '00:00']],
    [0, []],
  ])('after a downtime makes up for at most %d', async (catchUp, expected) => {
    await History.open(folder, begin + 20 * hour)
    now = begin + 24 * hour - hour / 2 + 60_000
    const history = await History.open(folder, now)
    await follow(hourly({ catchUp }), history, world('2026-01-02T00:30:00Z', completed), true)
    expect(ran).toEqual(expected)
    const again = await History.open(folder, now)
    await follow(hourly({ catchUp }), again, world('2026-01-02T00:30:00Z', completed), true)
    expect(ran).toEqual(expected)
  })

  test('a failure, also of ours, does not end it', async () => {
    const history = await History.open(folder, begin)
    const failing = ({ scheduledTime }: Execution): ExecutionEnd => {
      if (scheduledTime === at('2026-01-01T01:00:00Z')) throw new Error('the engine is away')
      return { status: 'CompletedWithViolations' }
    }
    await follow(hourly(), history, world('2026-01-01T02:30:00Z', failing))
    expect(statuses(history)).toEqual(['01:00 Failed', '02:00 CompletedWithViolations'])
    expect(history.executions[0]!.failureReason).toContain('the engine is away')
  })

  test('a stop ends the run in progress, and the next scheduler runs it again', async () => {
    const history = await History.open(folder, begin)
    await follow(
      hourly(),
      history,
      world('2026-01-01T09:00:00Z', () => {
        stop.abort()
        return { status: 'Stopped' }
      }),
    )
    expect(history.executions).toMatchObject([{ status: 'Stopped', interrupted: true }])
    stop = new AbortController()
    const again = await History.open(folder, now)
    await follow(hourly(), again, world('2026-01-01T09:00:00Z', completed), true)
    expect(again.executions.map(({ attempt, status }) => `${attempt} ${status}`)).toEqual([
      '1 Stopped',
      '2 Completed',
    ])
  })

  test('a run during which the scheduler was killed counts as failed and is run again, but not for ever', async () => {
    const scheduledTime = at('2026-01-01T00:00:00Z')
    for (let attempt = 1; attempt <= 3; attempt++) {
      const history = await History.open(folder, begin)
      await history.save({
        scheduledTime,
        attempt,
        status: 'InProgress',
        creationTime: now,
        lastModifiedTime: now,
      })
      const left = await History.open(folder, begin)
      await follow(hourly(), left, world('2026-01-01T00:40:00Z', completed), true)
      expect(left.executions.find((each) => each.attempt === attempt)).toMatchObject({
        status: 'Failed',
        interrupted: true,
        failureReason: 'InternalServerError: the scheduler ended while the job ran.',
      })
    }
    expect(ran).toEqual(['00:00', '00:00'])
  })

  test('NOW is one run, also when it is followed again', async () => {
    const schedule = readSchedule({
      name: 'test',
      schedule: { expression: 'NOW', dataAnalysisStartTime: '-PT1H', dataAnalysisEndTime: '-PT0H' },
    })
    for (let i = 0; i < 2; i++) {
      now += hour
      await follow(schedule, await History.open(folder, now), world('2027-01-01T00:00:00Z', completed))
    }
    expect(ran).toEqual(['01:30'])
  })

  test('keeps the last thousand executions', async () => {
    const history = await History.open(folder, begin)
    for (let i = 0; i < 1003; i++)
      await history.save({
        scheduledTime: i * hour,
        attempt: 1,
        status: 'Completed',
        creationTime: 0,
        lastModifiedTime: 0,
      })
    const names = await readdir(join(folder, 'executions'))
    expect(names.length).toBe(1000)
    expect(names.sort()[0]).toBe('19700101T030000Z-1.json')
  })

  test('a damaged file is named', async () => {
    await History.open(folder, begin)
    await writeFile(join(folder, 'schedule.json'), '{"seen":')
    await expect(History.open(folder, begin)).rejects.toThrow(`${folder}/schedule.json is damaged`)
  })

  test('only one follows a folder; what a dead one left is taken over', async () => {
    const lockWorld = (pid: number, lives: boolean, clock = Date.now) => ({
      now: clock,
      owner: { machine: 'a', pid },
      lives: () => lives,
      lost: () => {},
    })
    const release = await takeLock(folder, lockWorld(1, true))
    await expect(takeLock(folder, lockWorld(2, true))).rejects.toThrow('followed by another process already')
    await takeLock(folder, lockWorld(2, false))
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe('a 2\n')
    await takeLock(
      folder,
      lockWorld(3, true, () => Date.now() + 120_000),
    )
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe('a 3\n')
    // It is no longer ours to give back.
    await release()
    expect(await readFile(join(folder, 'lock'), 'utf8')).toBe('a 3\n')
  })
})
