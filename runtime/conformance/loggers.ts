/** A logger takes whatever it is given, and ends well. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry, Logger, LoggerHost } from '../plugin.ts'
import { type Check, deepFreeze, Failure, shown, thrownText } from './check.ts'
import { within } from './within.ts'

/** The logger under test with its options. */
export interface LoggerSubject {
  // biome-ignore lint/suspicious/noExplicitAny: options are the logger's own.
  readonly logger: Logger<any>
  readonly options: object
}

const plain: LogEntry = {
  level: 'info',
  time: '2026-01-02T03:04:05.678Z',
  source: 'byom',
  message: 'a message',
}

function entries(): LogEntry[] {
  const circular: Record<string, unknown> = { name: 'circular' }
  circular['self'] = circular
  const fields: Record<string, unknown>[] = [
    { rows: 3, ratio: 0.5, names: ['a'], nested: { deep: { deeper: [null, true] } } },
    circular,
    { big: 12345678901234567890n, bigs: [1n] },
    { lone: '\ud800', '\udc00': 1, nul: '\u0000', escape: '\u001b[31m', long: 'x'.repeat(100_000) },
    {
      nan: Number.NaN,
      infinite: -Infinity,
      zero: -0,
      nothing: undefined,
      function: () => 1,
      symbol: Symbol('s'),
    },
    {
      error: new Error('inner', { cause: circular }),
      map: new Map([[circular, 1]]),
      set: new Set([1n]),
      date: new Date(Number.NaN),
    },
    Object.fromEntries([
      ['__proto__', 1],
      ['level', 'other'],
      ['time', 0],
      ['msg', 2],
      ['toJSON', 'text'],
    ]),
    Object.assign(Object.create(null), { bare: true }),
  ]
  return [
    ...(['debug', 'info', 'warn', 'error'] as const).map((level) => ({ ...plain, level })),
    { ...plain, position: { file: 'a b\n.jsonl', byte: 0, record: 1 } },
    { ...plain, message: '' },
    { ...plain, message: '%s %d %j {} \ud83d line\nbreak \u001b[2J', source: 'a:b "c"' },
    { ...plain, message: 'y'.repeat(1_000_000) },
    ...fields.map((each) => ({ ...plain, fields: each })),
  ]
}

/** Opens the logger in a folder of its own, at a terminal and without one. */
async function opened(
  { logger, options }: LoggerSubject,
  use: (open: ReturnType<Logger['open']>, given: string) => Promise<void>,
): Promise<undefined> {
  for (const terminal of [false, true]) {
    const folder = await mkdtemp(join(tmpdir(), 'byom-conformance-'))
    const host: LoggerHost = { terminal, folder, print: () => {} }
    const open = logger.open(deepFreeze(structuredClone(options)), host)
    try {
      await use(open, terminal ? 'at a terminal' : 'not at a terminal')
    } finally {
      await within(async () => open.close?.())
      await rm(folder, { recursive: true, force: true })
    }
  }
}

function anyEntry(subject: LoggerSubject): Promise<undefined> {
  return opened(subject, async (open, given) => {
    for (const entry of entries()) {
      try {
        open.write(Object.freeze(entry))
      } catch (error) {
        throw new Failure({
          given: `${given}; the entry ${shown(entry)}`,
          problem: `write throws: ${thrownText(error)}`,
          fix: 'turn fields into text with a function that knows circles and bigint, and never change an entry',
          cause: error,
        })
      }
    }
  })
}

function closeTwice(subject: LoggerSubject): Promise<undefined> {
  return opened(subject, async (open, given) => {
    open.write(plain)
    for (const time of ['first', 'second']) {
      const problem = await within(async () => open.close?.())
      if (problem)
        throw new Failure({
          given,
          problem: `the ${time} close ${problem.text}`,
          fix: 'let close wait for what was written, and do nothing when it is called again',
          cause: problem.cause,
        })
    }
  })
}

export const loggerChecks: readonly Check<LoggerSubject>[] = [
  { id: 'logger-entries', title: 'any entry can be written', run: anyEntry },
  { id: 'logger-close', title: 'it can be closed twice', run: closeTwice },
]
