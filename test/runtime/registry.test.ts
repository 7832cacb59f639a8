import { describe, expect, it } from 'vitest'
import { builtIn } from '../../plugins/index.ts'
import { readBaseline } from '../../runtime/baseline.ts'
import { MonitorError } from '../../runtime/errors.ts'
import type { Settings } from '../../runtime/job.ts'
import { type Analyzer, definePlugin, type Plugin } from '../../runtime/plugin.ts'
import { loadRegistry } from '../../runtime/registry.ts'
import { jobOf } from './job-of.ts'

const analyzer = (name: string, more: Partial<Analyzer> = {}): Analyzer => ({
  name,
  version: 1,
  description: 'counts nothing',
  options: {
    type: 'object',
    properties: {
      depth: { type: 'integer', minimum: 1, default: 3 },
      label: { type: 'string' },
      bins: { type: 'array', default: [1, 2] },
    },
    additionalProperties: false,
  },
  exactness: 'exact',
  init: () => ({}),
  update: () => {},
  merge: () => {},
  summarize: () => ({}),
  ...more,
})

const plugin = (name: string, analyzers: Analyzer[], more: Partial<Plugin> = {}): Plugin =>
  definePlugin({ name, version: '1.2.3', apiVersion: 1, description: '', analyzers, ...more })

/** The registry of a build that carries these plugins. */
async function load(
  plugins: readonly Plugin[],
  settings: Partial<Settings> = {},
  environment: Record<string, string> = {},
) {
  const parts = ['analyzers', 'samplers', 'loggers', 'publishers'] as const
  const carried = plugins.map((each, i) => [String(i), { parts, load: async () => ({ default: each }) }])
  const job = jobOf({ source: '/s', configPath: '/byom.json', environment }, settings)
  return loadRegistry(job, Object.fromEntries(carried), await readBaseline({}))
}

async function problems(...given: Parameters<typeof load>): Promise<Pick<MonitorError, 'code' | 'problems'>> {
  const error = await load(...given).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(MonitorError)
  const { code, problems } = error as MonitorError
  return { code, problems }
}

describe('the analyzers of all plugins', () => {
  it('are loaded in order, with their plugin', async () => {
    const plugins = [
      plugin('one', [analyzer('a'), analyzer('b')]),
      plugin('two', []),
      plugin('three', [analyzer('c')]),
    ]
    const { analyzers } = await load(plugins)
    expect(analyzers.map(({ analyzer, plugin }) => [analyzer.name, plugin])).toEqual([
      ['a', { name: 'one', version: '1.2.3' }],
      ['b', { name: 'one', version: '1.2.3' }],
      ['c', { name: 'three', version: '1.2.3' }],
    ])
  })

  it('that come with the runtime are valid', async () => {
    const { analyzers } = await loadRegistry(jobOf({ source: '/s' }), builtIn, await readBaseline({}))
    expect(analyzers.length).toBeGreaterThan(0)
  })

  it('that the config switches off are left out', async () => {
    const { analyzers } = await load([plugin('p', [analyzer('a'), analyzer('b')])], {
      analyzers: { a: false },
    })
    expect(analyzers.map(({ analyzer }) => analyzer.name)).toEqual(['b'])
  })

  it('see the environment variables they ask for, and no others', async () => {
    const asking = analyzer('a', { environment: ['WANTED', 'ABSENT'] })
    const { analyzers } = await load([plugin('p', [asking])], {}, { WANTED: 'x', SECRET: 'y' })
    expect(analyzers[0]!.context).toEqual({
      run: 'monitoring',
      environment: { WANTED: 'x', ABSENT: undefined },
      distances: 'exact',
    })
    expect(Object.isFrozen(analyzers[0]!.context)).toBe(true)
  })
})

describe('options', () => {
  const plugins = [plugin('p', [analyzer('a'), analyzer('b')])]
  const options = async (analyzers: Settings['analyzers']) =>
    (await load(plugins, { analyzers })).analyzers.map(({ options }) => options)
  const defaults = { depth: 3, bins: [1, 2] }

  it('have their defaults, and what the config file says', async () => {
    expect(await options({})).toEqual([defaults, defaults])
    expect(await options({ a: { depth: 5 }, b: { label: 'x', bins: [] } })).toEqual([
      { ...defaults, depth: 5 },
      { depth: 3, label: 'x', bins: [] },
    ])
  })

  it('cannot be changed by an analyzer, nor can the defaults behind them', async () => {
    const cases: Settings['analyzers'][] = [{}, { a: { depth: 5 } }]
    for (const given of cases) {
      const [first] = (await options(given)) as [{ bins: number[] }]
      expect(() => first.bins.push(3)).toThrow(TypeError)
      expect(Object.isFrozen(first)).toBe(true)
    }
    expect(await options({})).toEqual([defaults, defaults])
  })

  it('that are wrong are listed all together, with the names that exist', async () => {
    const found = await problems(plugins, {
      analyzers: { a: { depth: 0, other: 1 }, b: { depth: 'x' }, c: {} },
    })
    expect(found.code).toBe('CONFIG_INVALID')
    expect(found.problems).toHaveLength(4)
    expect(found.problems).toContain(
      '/byom.json: analyzers.c: there is no analyzer of that name; known: a, b.',
    )
    expect(found.problems.filter((problem) => problem.startsWith('/byom.json: analyzers.a: '))).toHaveLength(
      2,
    )
    expect(found.problems.find((problem) => problem.startsWith('/byom.json: analyzers.b: '))).toMatch(
      /depth.*"x"/,
    )
  })

  it('are not taken from the prototype', async () => {
    const { analyzers } = await load([plugin('p', [analyzer('constructor')])])
    expect(analyzers[0]!.options).toEqual(defaults)
  })

  it('of a schema that is none are the plugin’s fault', async () => {
    const bad = analyzer('a', { options: { type: 'object', properties: { x: { type: 'nonsense' } } } })
    expect(await problems([plugin('p', [bad])], { analyzers: { a: { x: 1 } } })).toMatchObject({
      code: 'PLUGIN_INVALID',
      problems: [expect.stringMatching(/^analyzer a: its options schema: /)],
    })
  })
})

describe('parts that the config names', () => {
  it('are told when there are none of that name', async () => {
    const settings = { sampler: { name: 's', options: {} }, loggers: [{ name: 'l', options: {} }] }
    const found = await problems([plugin('p', [])], settings)
    expect(found.code).toBe('CONFIG_INVALID')
    expect(found.problems).toEqual([
      expect.stringMatching(/^\/byom\.json: sampler: there is no sampler named s/),
      expect.stringMatching(/^\/byom\.json: loggers\[0\]: there is no logger named l/),
    ])
  })
})

describe('a malformed plugin', () => {
  it.each<[string, Plugin]>([
    ['plugin Bad Name (built in): name: must be lower-case words joined by hyphens.', plugin('Bad Name', [])],
    [
      'plugin (without a name) (built in): name: must be lower-case words joined by hyphens.',
      plugin(undefined as never, []),
    ],
    [
      'plugin p (built in): apiVersion: is 2, this runtime speaks 1: set it to 1 and check the plugin against this version.',
      plugin('p', [], { apiVersion: 2 }),
    ],
    [
      'plugin p (built in): version: must be the version of the package, like "1.0.0".',
      plugin('p', [], { version: '' }),
    ],
    [
      'plugin p (built in): analyzers[0] (a_b).name: must be lower-case words joined by hyphens.',
      plugin('p', [analyzer('a_b')]),
    ],
    [
      'plugin p (built in): analyzers[0].name: must be lower-case words joined by hyphens.',
      plugin('p', [analyzer(undefined as never)]),
    ],
    [
      'plugin p (built in): analyzers[0] (a).version: must be the whole number of its state version.',
      plugin('p', [analyzer('a', { version: 1.5 })]),
    ],
    [
      'plugin p (built in): analyzers[0] (a).merge: must be a function.',
      plugin('p', [analyzer('a', { merge: undefined as never })]),
    ],
    [
      'plugin p (built in): analizers: is unknown; a plugin has analyzers, samplers, loggers, publishers.',
      plugin('p', [], { analizers: [] } as never),
    ],
    [
      'plugin p: analyzers: the name a is taken by plugin p; rename one of them.',
      plugin('p', [analyzer('a'), analyzer('a')]),
    ],
  ])('%s', async (problem, bad) => {
    expect(await problems([plugin('good', [analyzer('x')]), bad])).toEqual({
      code: 'PLUGIN_INVALID',
      problems: [problem],
    })
  })

  it('is named together with all others, and the same analyzer in two plugins is one', async () => {
    const bad = [plugin('A', [analyzer('x')]), plugin('b', [analyzer('x')], { apiVersion: 0 })]
    expect((await problems(bad)).problems).toHaveLength(3)
  })
})
