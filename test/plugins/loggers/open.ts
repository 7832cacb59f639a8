/** Opens a logger as the host would: options checked and defaulted, what it prints kept. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { onTestFinished } from 'vitest'
import type { LogEntry, Logger, LoggerHost, OpenLogger } from '../../../runtime/plugin.ts'

export interface Opened extends OpenLogger {
  readonly printed: [stream: 'stdout' | 'stderr', text: string][]
}

/** Defaults of the schema, then the options; wrong ones fail the test. */
export function complete<Options>(logger: Logger<Options>, given: object): Options {
  const validate = new Ajv({ allErrors: true, useDefaults: true }).compile(logger.options)
  const options = structuredClone(given)
  if (!validate(options)) throw new Error(JSON.stringify(validate.errors))
  return options as Options
}

export function open<Options>(
  logger: Logger<Options>,
  options: object = {},
  host: Partial<LoggerHost> = {},
): Opened {
  const printed: Opened['printed'] = []
  const opened = logger.open(complete(logger, options), {
    terminal: false,
    folder: '/nowhere',
    print: (stream, text) => printed.push([stream, text]),
    ...host,
  })
  return Object.assign(opened, { printed })
}

/** A new folder, removed after the test. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'byom-loggers-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function entry(change: Partial<LogEntry> = {}): LogEntry {
  return { level: 'info', time: '2024-05-06T07:08:09.500Z', source: 'byom', message: 'plan ready', ...change }
}

export const position = { file: 'a/b.jsonl', byte: 1024, record: 7, offset: 4096 }

/** Fields that trouble writers of JSON. */
export function oddFields(): Record<string, unknown> {
  const circle: Record<string, unknown> = { name: 'circle' }
  circle['self'] = circle
  let deep: unknown = 'bottom'
  for (let i = 0; i < 100_000; i++) deep = { deep }
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  const error = new TypeError('no', { cause: new Error('why') })
  error.stack = 'TypeError: no\n    at a'
  ;(error.cause as Error).stack = 'Error: why'
  return {
    circle,
    deep,
    proxy,
    error: Object.assign(error, { code: 'E_NO' }),
    big: 2n ** 70n,
    numbers: [Number.NaN, -Infinity, -0, 1e300],
    symbol: Symbol('s'),
    method: () => 1,
    nothing: undefined,
    none: null,
    map: new Map<unknown, unknown>([[{ a: 1 }, 2n]]),
    set: new Set(['x']),
    date: new Date(0),
    noDate: new Date(Number.NaN),
    bytes: Buffer.from('abc'),
    floats: new Float64Array([1, Number.NaN]),
    getter: {
      get bad() {
        throw new Error('never read me')
      },
      good: 1,
    },
    toJson: {
      toJSON() {
        throw new Error('never')
      },
    },
    half: '\ud800',
    lines: 'one\ntwo\u2028three',
  }
}
