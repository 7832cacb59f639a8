import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Host } from '../../../runtime/host.ts'
import type { Publisher, PublisherHost, Results } from '../../../runtime/plugin.ts'
import type { LoadedPublisher } from '../../../runtime/registry.ts'
import { publishAll, requiredFailure } from '../../../runtime/report/publish.ts'
import { jobOf } from '../job-of.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-publish-'))
})
afterEach(() => rm(folder, { recursive: true }))

const results = (): Results => ({
  statistics: { version: 0, dataset: { item_count: 1 }, features: [{ name: 'a' }] },
  constraints: { version: 0, features: [] },
  violations: [{ feature_name: 'a', constraint_check_type: 'c', description: 'd' }],
  metrics: [],
  status: 'CompletedWithViolations',
  message: 'm',
  job: { kind: 'monitoring' },
})

type Publish = (results: Results, options: object, host: PublisherHost) => unknown

const loaded = (name: string, publish: Publish, more: Partial<LoadedPublisher> = {}): LoadedPublisher => ({
  publisher: { name, description: '', options: { type: 'object' }, publish: publish as Publisher['publish'] },
  options: {},
  required: false,
  timeoutSeconds: 60,
  ...more,
})

/** The parts of a host that publishing uses, and the warnings it was given. */
function hostOf(signal?: AbortSignal) {
  const warnings: string[] = []
  const silent = () => {}
  const log = {
    debug: silent,
    info: silent,
    warn: (text: string) => void warnings.push(text),
    error: silent,
    at: silent,
  }
  const secret = (variable: string) => (variable === 'TOKEN' ? 'hush' : undefined)
  return { host: { log, secret, ...(signal ? { signal } : {}) } as unknown as Host, warnings }
}

function publish(publishers: readonly LoadedPublisher[], given = results(), signal?: AbortSignal) {
  const { host, warnings } = hostOf(signal)
  const job = jobOf({ source: '/s', output: join(folder, 'out'), metricsFolder: join(folder, 'metrics') })
  return { published: publishAll(publishers, given, job, host, '2022-01-01T00:00:00Z'), warnings }
}

/** Ends when it is told to, as the contract asks. */
const obedient: Publish = (_, __, { signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
/** Neither ends nor keeps the process. */
const hanging: Publish = () => new Promise(() => {})

describe('publishers', () => {
  it('get results, options, folders, time and the secrets they ask for', async () => {
    const seen: unknown[] = []
    const { published } = publish([
      loaded(
        'one',
        (results, options, host) => {
          const { metricsFolder, outputFolder, time, secret, signal } = host
          seen.push(results, options, metricsFolder, outputFolder, time, secret('TOKEN'), secret('OTHER'))
          seen.push(signal.aborted)
        },
        { options: { url: 'x' } },
      ),
    ])
    expect(await published).toEqual([{ publisher: 'one', status: 'completed' }])
    expect(seen).toEqual([
      results(),
      { url: 'x' },
      join(folder, 'metrics'),
      join(folder, 'out'),
      '2022-01-01T00:00:00Z',
      'hush',
      undefined,
      false,
    ])
  })

  it('write files whole, in folders that are made', async () => {
    const path = join(folder, 'a/b/c.txt')
    const write: Publish = (_, __, host) => host.writeFile(path, 'text')
    await publish([loaded('one', write), loaded('again', write)]).published
    expect(await readFile(path, 'utf8')).toBe('text')
    expect(await readdir(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  it('that cannot write say where and why', async () => {
    const { published } = publish([
      loaded('one', (_, __, host) => host.writeFile(join(folder, 'file', 'x'), '1')),
      loaded('zero', (_, __, host) => host.writeFile(join(folder, 'file'), '1')),
      loaded('two', (_, __, host) => host.writeFile(join(folder, 'file', 'x'), '1')),
    ])
    const [one, zero, two] = await published
    expect([one!.status, zero!.status]).toEqual(['completed', 'failed'])
    expect(zero!.error).toContain(folder)
    expect(two!.status).toBe('completed')
  })

  it('follow each other, also after one that fails, in whatever way', async () => {
    const order: string[] = []
    const step = (name: string, run: () => unknown) =>
      loaded(name, () => {
        order.push(name)
        return run()
      })
    const { published, warnings } = publish([
      step('sync', () => {
        throw new Error('at once')
      }),
      step('async', async () => {
        throw new Error('later')
      }),
      step('text', () => Promise.reject('a text')),
      step('nothing', () => Promise.reject(undefined)),
      step('empty', () => Promise.reject(new TypeError(''))),
      step('good', async () => 'ignored'),
    ])
    expect(await published).toEqual([
      { publisher: 'sync', status: 'failed', error: 'at once' },
      { publisher: 'async', status: 'failed', error: 'later' },
      { publisher: 'text', status: 'failed', error: 'a text' },
      { publisher: 'nothing', status: 'failed', error: 'undefined' },
      { publisher: 'empty', status: 'failed', error: 'TypeError' },
      { publisher: 'good', status: 'completed' },
    ])
    expect(order).toEqual(['sync', 'async', 'text', 'nothing', 'empty', 'good'])
    expect(warnings[0]).toBe('publisher sync failed: at once')
    expect(warnings).toHaveLength(5)
  })

  it('cannot change the results for those that follow', async () => {
    const given = results()
    const { published } = publish(
      [
        loaded('greedy', ({ violations }) => (violations as unknown[]).splice(0)),
        loaded('deep', ({ statistics }) => {
          statistics.features[0]!.name = 'b'
        }),
      ],
      given,
    )
    expect((await published).map(({ status }) => status)).toEqual(['failed', 'failed'])
    expect(given).toEqual(results())
  })
})

describe('the time limit', () => {
  // Fractions that are no whole milliseconds, and one beyond what a timer can hold.
  it.each([0.01, 0.0011, 0.0000001])(
    'of %d s ends one that hangs, and the next has its turn',
    async (timeoutSeconds) => {
      for (const behaviour of [hanging, obedient]) {
        const { published } = publish([
          loaded('slow', behaviour, { timeoutSeconds }),
          loaded('next', () => Promise.resolve()),
        ])
        const [slow, next] = await published
        expect(slow).toMatchObject({ publisher: 'slow', status: 'failed' })
        expect(next).toEqual({ publisher: 'next', status: 'completed' })
        if (behaviour === hanging) expect(slow!.error).toBe(`did not end within ${timeoutSeconds} s`)
      }
    },
  )

  it('of many years does not end one at once', async () => {
    const { published } = publish([
      loaded('one', () => new Promise((resolve) => setTimeout(resolve, 20)), { timeoutSeconds: 1e12 }),
    ])
    expect(await published).toEqual([{ publisher: 'one', status: 'completed' }])
  })

  it('aborts the signal that the publisher was given', async () => {
    let given: AbortSignal | undefined
    const watch: Publish = (_, __, { signal }) => {
      given = signal
      return new Promise(() => {})
    }
    await publish([loaded('one', watch, { timeoutSeconds: 0.01 })]).published
    expect(given!.aborted).toBe(true)
  })
})

describe('a stop', () => {
  it.each([
    ['obedient', obedient],
    ['hanging', hanging],
    ['ending well all the same', () => new Promise((resolve) => setTimeout(resolve, 30))],
  ] satisfies [string, Publish][])(
    'ends a publisher that is %s, and no other is called',
    async (_, behaviour) => {
      const stop = new AbortController()
      let called = false
      const { published } = publish(
        [
          loaded('one', (...args) => {
            setTimeout(() => stop.abort('SIGTERM'), 1)
            return behaviour(...args)
          }),
          loaded('two', () => {
            called = true
          }),
        ],
        results(),
        stop.signal,
      )
      await expect(published).rejects.toBe('SIGTERM')
      expect(called).toBe(false)
    },
  )

  it('before the first one calls none', async () => {
    let called = false
    const { published } = publish(
      [loaded('one', () => (called = true))],
      results(),
      AbortSignal.abort('SIGINT'),
    )
    await expect(published).rejects.toBe('SIGINT')
    expect(called).toBe(false)
  })
})

describe('required publishers', () => {
  const fail: Publish = () => Promise.reject(new Error('no route.'))
  const failure = async (...publishers: LoadedPublisher[]) =>
    requiredFailure(publishers, await publish(publishers).published)

  it('fail the job together, under their names; others do not', async () => {
    const found = await failure(
      loaded('a', fail, { required: true }),
      loaded('b', fail),
      loaded('c', async () => {}, { required: true }),
      loaded('d', fail, { required: true }),
    )
    expect(found).toMatchObject({
      code: 'PUBLISHER_FAILED',
      problems: [
        'publisher a: no route. The report files are complete.',
        'publisher d: no route. The report files are complete.',
      ],
    })
  })

  it('that end well are no failure', async () => {
    expect(
      await failure(
        loaded('a', fail),
        loaded('c', async () => {}, { required: true }),
      ),
    ).toBeUndefined()
  })
})
