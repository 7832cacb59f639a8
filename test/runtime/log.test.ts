import { describe, expect, it } from 'vitest'
import { LogHub } from '../../runtime/log.ts'
import type { LogEntry, LoggerHost, OpenLogger } from '../../runtime/plugin.ts'
import type { LoadedLogger } from '../../runtime/registry.ts'

const fail = () => {
  throw new Error('on purpose')
}

/** A hub, what its host was told to print, and a maker of loggers that keep what they get. */
function setUp(print?: LoggerHost['print']) {
  const printed: string[] = []
  const hub = new LogHub(
    () => 0,
    {
      terminal: false,
      folder: '.',
      print: print ?? ((stream, text) => void printed.push(`${stream}: ${text}`)),
    },
    20,
  )
  const got: Record<string, LogEntry[]> = {}
  const closed: string[] = []
  const logger = (name: string, more: Partial<OpenLogger> & { open?: () => never } = {}): LoadedLogger => ({
    logger: {
      name,
      description: '',
      options: { type: 'object' },
      open(options, host) {
        more.open?.()
        got[name] = []
        Object.assign(got[name], { options, folder: host.folder })
        return {
          write: more.write ?? ((entry) => void got[name]!.push(entry)),
          close: more.close ?? (() => void closed.push(name)),
        }
      },
    },
    options: { of: name },
  })
  return { hub, printed, got, closed, logger }
}

const messages = (entries: readonly LogEntry[] | undefined) => entries?.map(({ message }) => message)

describe('entries', () => {
  it('reach every logger, with level, time, source, fields and position', async () => {
    const { hub, got, logger } = setUp()
    await hub.use([logger('a'), logger('b')], '/out')
    hub.debug('d')
    hub.info('i', { n: 1 })
    hub.warn('w')
    hub.error('e')
    hub.at('warn', { file: 'f', record: 2, byte: 0 }, 'bad', { code: 'X' })
    const common = { time: '1970-01-01T00:00:00.000Z', source: 'byom' }
    expect([...got['a']!]).toEqual([
      { level: 'debug', message: 'd', ...common },
      { level: 'info', message: 'i', fields: { n: 1 }, ...common },
      { level: 'warn', message: 'w', ...common },
      { level: 'error', message: 'e', ...common },
      {
        level: 'warn',
        message: 'bad',
        position: { file: 'f', record: 2, byte: 0 },
        fields: { code: 'X' },
        ...common,
      },
    ])
    expect([...got['b']!]).toEqual([...got['a']!])
    expect(got['a']).toMatchObject({ options: { of: 'a' }, folder: '/out' })
  })

  it('cannot be changed by a logger for the next one', async () => {
    const { hub, got, logger, printed } = setUp()
    const change = (entry: LogEntry) => {
      ;(entry as { message: string }).message = 'other'
    }
    await hub.use([logger('a', { write: change }), logger('b')], '.')
    hub.info('mine')
    expect(messages(got['b'])).toEqual(['mine'])
    expect(printed).toHaveLength(1)
  })
})

describe('a logger that throws', () => {
  const complaint = 'stderr: logger bad failed and gets no more entries: on purpose\n'

  it('in open is reported once and left out', async () => {
    const { hub, got, logger, printed } = setUp()
    await hub.use([logger('bad', { open: fail }), logger('good')], '.')
    hub.info('one')
    expect(printed).toEqual([complaint])
    expect(messages(got['good'])).toEqual(['one'])
  })

  it('in write is reported once and gets no more; the others get every entry', async () => {
    const { hub, got, logger, printed, closed } = setUp()
    let calls = 0
    const write = () => {
      calls++
      fail()
    }
    await hub.use([logger('first'), logger('bad', { write }), logger('last')], '.')
    hub.info('one')
    hub.info('two')
    expect(calls).toBe(1)
    expect(printed).toEqual([complaint])
    for (const name of ['first', 'last']) expect(messages(got[name])).toEqual(['one', 'two'])
    await hub.close()
    expect(closed).toEqual(['first', 'last'])
  })

  it.each<[string, () => void | Promise<void>]>([
    ['throws', fail],
    ['rejects', () => Promise.reject(new Error('on purpose'))],
  ])('in close (%s) is reported, and the others are closed', async (_, close) => {
    const { hub, logger, printed, closed } = setUp()
    await hub.use([logger('bad', { close }), logger('good')], '.')
    await hub.close()
    expect(printed).toEqual([complaint])
    expect(closed).toEqual(['good'])
  })

  it('that never closes does not hold up the run', async () => {
    const { hub, logger, printed, closed } = setUp()
    await hub.use([logger('slow', { close: () => new Promise(() => {}) }), logger('good')], '.')
    await hub.close()
    expect(printed).toEqual([
      'stderr: logger slow failed and gets no more entries: did not close within 20 ms\n',
    ])
    expect(closed).toEqual(['good'])
  })

  it('where nobody can be told ends no run', async () => {
    const { hub, got, logger } = setUp(() => {
      throw new Error('EPIPE')
    })
    await hub.use([logger('bad', { write: fail }), logger('good')], '.')
    expect(() => hub.info('one')).not.toThrow()
    await expect(hub.close()).resolves.toBeUndefined()
    expect(messages(got['good'])).toEqual(['one'])
  })
})

describe('other loggers', () => {
  it('take over when the earlier ones are closed', async () => {
    const { hub, got, logger, closed } = setUp()
    await hub.use([logger('early')], '.')
    hub.info('one')
    await hub.use([logger('late')], '/out')
    hub.info('two')
    expect(closed).toEqual(['early'])
    expect(messages(got['early'])).toEqual(['one'])
    expect(messages(got['late'])).toEqual(['two'])
  })

  it('may be none, and closing twice closes once', async () => {
    const { hub, logger, closed } = setUp()
    await hub.use([logger('a')], '.')
    await hub.close()
    await hub.close()
    hub.info('nobody listens')
    await hub.use([], '.')
    expect(closed).toEqual(['a'])
  })
})
