import { describe, expect, test } from 'vitest'
import { type EndEvent, forMachine, forPerson } from '../../../runtime/local/show.ts'

const log = (line: string) => ({ type: 'log' as const, host: 'algo-2', stream: 'stdout' as const, line })
const end: EndEvent = {
  type: 'end',
  name: 'job',
  status: 'Failed',
  exitMessage: 'Failed: because',
  failureReason: 'AlgorithmError: exit code: 2',
  hosts: [{ host: 'algo-1', exitCode: 2, outOfMemory: false }],
  outputs: [{ name: 'reports', target: '/reports' }],
  seconds: 1.26,
}

describe('for a person', () => {
  test.each([
    ['{"level":"warn","time":"2024-05-01T10:11:12.000Z","message":"look"}', '10:11:12 warn: look'],
    ['{"level":"info","time":"2024-05-01T10:11:12.000Z","message":"look"}', '10:11:12 look'],
    ['{"level":1}', '{"level":1}'],
    ['{not json', '{not json'],
    ['plain', 'plain'],
    ['\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b[2Jx\b', '\u001b[31mred\u001b[0m ]0;title [2Jx'],
  ])('the line %j', (line, shown) => {
    expect(forPerson(log(line), false)).toBe(`│ ${shown}\n`)
    expect(forPerson(log(line), true)).toBe(`algo-2 │ ${shown}\n`)
  })

  test('the end', () => {
    expect(forPerson(end, false)).toBe(
      'job: Failed after 1.3 s\nexit message: Failed: because\nreason: AlgorithmError: exit code: 2\noutput "reports": /reports\n',
    )
  })
})

test('for a machine every event is a line', () => {
  expect(JSON.parse(forMachine(end))).toEqual(end)
  expect(forMachine(log('a\nb')).trimEnd().split('\n')).toHaveLength(1)
})
