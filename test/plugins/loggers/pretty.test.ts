import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { pretty } from '../../../plugins/loggers/pretty.ts'
import type { LogEntry } from '../../../runtime/plugin.ts'
import { entry, oddFields, open, position } from './open.ts'

function lineOf(change: Partial<LogEntry>, terminal = false): string {
  const logger = open(pretty, { level: 'debug' }, { terminal })
  logger.write(entry(change))
  expect(logger.printed.map(([stream]) => stream)).toEqual(['stderr'])
  return logger.printed[0]![1]
}

test.each([
  [{}, 'info  plan ready\n'],
  [{ level: 'error' }, 'error plan ready\n'],
  [
    { fields: { files: 2, path: 'a b', list: [1, 'x'], none: undefined } },
    'info  plan ready files=2 path=a b list=[1,"x"]\n',
  ],
  [{ source: 'my-handler' }, 'info  my-handler: plan ready\n'],
  [{ position, fields: { a: 1 } }, 'info  plan ready at a/b.jsonl, record 7 from byte 1024 a=1\n'],
  [{ message: 'one\ntwo\u001b[2J\u202e', source: 'a\r' }, 'info  a\\u000d: one\\ntwo\\u001b[2J\\u202e\n'],
] satisfies [Partial<LogEntry>, string][])('%j', (change, expected) => {
  expect(lineOf(change)).toBe(expected)
})

test('odd fields never throw and never break the line', () => {
  const text = lineOf({ fields: oddFields(), message: 5n as unknown as string })
  expect(text.indexOf('\n')).toBe(text.length - 1)
  expect(text).toContain(' big=1180591620717411303424 ')
})

describe('colours', () => {
  afterEach(() => vi.unstubAllEnvs())

  test('mark level and details at a terminal', () => {
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('FORCE_COLOR', '1')
    const text = lineOf({ level: 'warn', fields: { a: 1 } }, true)
    expect(text).toBe('\u001b[33mwarn \u001b[39m plan ready\u001b[90m a=1\u001b[39m\n')
    expect(stripVTControlCharacters(text)).toBe(lineOf({ level: 'warn', fields: { a: 1 } }))
  })

  test('stay away when the environment says so', () => {
    vi.stubEnv('FORCE_COLOR', undefined)
    vi.stubEnv('NO_COLOR', '1')
    expect(lineOf({}, true)).toBe('info  plan ready\n')
  })
})

test('debug entries are left out unless they are asked for', () => {
  const logger = open(pretty)
  logger.write(entry({ level: 'debug' }))
  expect(logger.printed).toEqual([])
})
