/** The variables that `byom run --schedule` adds: which scheduled time it is, and where the reports go. */
import { expect, test } from 'vitest'
import { variablesOf } from '../../../runtime/schedule/variables.ts'

const hourly = JSON.stringify({
  name: 'churn',
  endpoint: 'shop',
  schedule: { expression: 'cron(0 * ? * * *)' },
})
const world = (now: string) => ({ cwd: '/', now: () => Date.parse(now) })

test.each([
  ['2026-11-22T15:00:00Z', '15'],
  ['2026-11-22T15:59:40Z', '15'],
  // A clock that is a little behind the one that has started the container.
  ['2026-11-22T14:59:58Z', '15'],
  ['2026-11-22T14:59:40Z', '14'],
])('at %s they are of %s o’clock', async (now, hour) => {
  const before = String(Number(hour) - 1)
  expect(await variablesOf(hourly, undefined, '/reports', world(now))).toEqual({
    start_time: `2026-11-22T${before}:00:00Z`,
    end_time: `2026-11-22T${hour}:00:00Z`,
    sagemaker_monitoring_schedule_name: 'churn',
    sagemaker_endpoint_name: 'shop',
    output_path: `/reports/shop/churn/2026/11/22/${hour}`,
  })
})

test('with a time they are of that time', async () => {
  const schedule = JSON.stringify({ name: 'x', schedule: { expression: 'cron(30 5 ? * * *)' } })
  expect(
    await variablesOf(schedule, '2020-02-20T05:30:00+00:00', undefined, world('2026-01-01T00:00:00Z')),
  ).toEqual({
    start_time: '2020-02-19T05:30:00Z',
    end_time: '2020-02-20T05:30:00Z',
    sagemaker_monitoring_schedule_name: 'x',
  })
})

test.each([
  ['{"name":', undefined, '--schedule is no schedule'],
  ['/nowhere/schedule.json', undefined, 'cannot be read'],
  [hourly, 'noon', '--at is noon, expected a time'],
  ['{"name":"x","schedule":{"expression":"cron(0 0 1 1 ? 2100)"}}', undefined, 'no time that has passed'],
])('%s at %s is refused', async (schedule, at, problem) => {
  await expect(variablesOf(schedule, at, undefined, world('2026-01-01T00:00:00Z'))).rejects.toThrow(problem)
})
