import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MonitorError } from '../../runtime/errors.ts'
import { type Analyzer, definePlugin, type Plugin } from '../../runtime/plugin.ts'
import {
  type BuiltIn,
  bakedPlugins,
  type LoadedPlugin,
  loadPlugins,
  metadataProblems,
  type PartKind,
} from '../../runtime/plugin-loader.ts'

const root = new URL('../../', import.meta.url).pathname
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-plugins-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(path: string, text: string | object): Promise<string> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, typeof text === 'string' ? text : JSON.stringify(text))
  return file
}

/** Source of a plugin of this name, without parts. */
const source = (name: string, before = '') =>
  `${before}\nexport default { name: '${name}', version: '1.0.0', apiVersion: 1, description: 'd' }\n`

const load = (names: readonly string[], base = folder): Promise<LoadedPlugin[]> =>
  loadPlugins({}, new Set(), names, base)

/** Names of the plugins that are loaded. */
const namesOf = async (...names: string[]) => (await load(names)).map(({ plugin }) => plugin.name)

async function problemsOf(...names: string[]): Promise<readonly string[]> {
  const error = await load(names).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(MonitorError)
  expect((error as MonitorError).code).toBe('PLUGIN_INVALID')
  return (error as MonitorError).problems
}

describe('a plugin is found', () => {
  it.each(['p.ts', 'p.js', 'p.mjs', 'deep/er/p.ts'])('as the file %s', async (path) => {
    await put(path, source('mine', path.endsWith('.ts') ? 'const n: number = 1; export { n }' : ''))
    expect(await namesOf(`./${path}`)).toEqual(['mine'])
    expect(await namesOf(join(folder, path))).toEqual(['mine'])
    if (path.includes('/')) expect(await namesOf(path)).toEqual(['mine'])
  })

  it.each(['plugin.ts', 'plugin.js', 'plugin.mjs', 'index.ts', 'index.js', 'index.mjs'])(
    'in a folder with %s',
    async (name) => {
      await put(`mine/${name}`, source('mine'))
      await put('mine/other.ts', source('other'))
      expect(await namesOf('./mine')).toEqual(['mine'])
    },
  )

  it.each<[string, object]>([
    ['main', { main: './lib/entry.js' }],
    ['exports, a text', { exports: './lib/entry.js', main: './no.js' }],
    ['exports, by name', { exports: { '.': './lib/entry.js', './other': './no.js' } }],
    ['exports, by condition', { exports: { types: './no.d.ts', import: './lib/entry.js' } }],
    [
      'exports, by name and condition',
      { exports: { '.': { require: './no.js', default: './lib/entry.js' } } },
    ],
    ['exports, import only', { exports: { '.': { import: './lib/entry.js' } } }],
    [
      'exports, nested conditions',
      { exports: { '.': { import: { types: './no.d.ts', default: './lib/entry.js' }, require: './no.js' } } },
    ],
    ['exports, alternatives', { exports: { '.': [{ browser: './no.js' }, './lib/entry.js'] } }],
  ])('by package.json: %s', async (_, manifest) => {
    for (const where of ['folder', 'node_modules/byom-plugin-x', 'node_modules/@scope/byom-plugin-x']) {
      const name = where.replace('node_modules/', '')
      await put(`${where}/package.json`, { name, version: '1.0.0', type: 'module', ...manifest })
      await put(`${where}/lib/entry.js`, source('mine', "import './part.js'"))
      await put(`${where}/lib/part.js`, '')
      expect(await namesOf(where === 'folder' ? './folder' : name)).toEqual(['mine'])
    }
  })

  it('as a package above the config file, and behind a link', async () => {
    await put('node_modules/byom-plugin-x/index.js', source('above'))
    await mkdir(join(folder, 'a/b'), { recursive: true })
    expect((await load(['byom-plugin-x'], join(folder, 'a/b')))[0]!.plugin.name).toBe('above')
    await put('elsewhere/linked/index.js', source('linked'))
    await symlink(join(folder, 'elsewhere/linked'), join(folder, 'node_modules/byom-plugin-y'))
    const [linked] = await load(['byom-plugin-y'])
    expect(linked).toMatchObject({ plugin: { name: 'linked' }, from: 'byom-plugin-y' })
    expect(linked!.integrity).toBe((await load(['./elsewhere/linked']))[0]!.integrity)
  })

  it('by a pattern: folders and modules in the order of their names, nothing else', async () => {
    await put('plugins/b/plugin.ts', source('b'))
    await put('plugins/a/index.js', source('a'))
    await put('plugins/c.ts', source('c'))
    await put('plugins/README.md', '# Plugins')
    await put('plugins/.hidden/plugin.ts', source('hidden'))
    expect(await namesOf('./plugins/*')).toEqual(['a', 'b', 'c'])
    expect(await namesOf(join(folder, 'plugins/*'))).toEqual(['a', 'b', 'c'])
    expect(await namesOf('plugins/[ab]')).toEqual(['a', 'b'])
    expect(await namesOf('../*/plugins/b'.replace('*', folder.split('/').at(-1)!))).toEqual(['b'])
  })

  it('below a folder whose name looks like a pattern', async () => {
    for (const name of ['jobs (old)', '[new]', 'a{b,c}', 'what!']) {
      const base = join(folder, name)
      await put(`${name}/p.ts`, source('mine'))
      await put(`${name}/more/x/plugin.js`, source('more'))
      expect((await load(['./p.ts', './more/*'], base)).map(({ plugin }) => plugin.name)).toEqual([
        'mine',
        'more',
      ])
      expect(await namesOf(`./${name}/p.ts`)).toEqual(['mine'])
    }
  })

  it('or there is none: the pattern of an image without plugins', async () => {
    expect(await load([bakedPlugins])).toEqual([])
  })
})

/** In a process of its own: the hooks of Node that provide the API do not reach modules that the test runner imports. */
async function loadInProcess(...names: string[]): Promise<string> {
  const loader = new URL('../../runtime/plugin-loader.ts', import.meta.url).href
  const script = `
    const { loadPlugins } = await import(${JSON.stringify(loader)})
    await loadPlugins({}, new Set(), ${JSON.stringify(names)}, ${JSON.stringify(folder)}).then(
      (loaded) => console.log(loaded.map(({ plugin }) => plugin.description).join('\\n')),
      ({ problems }) => console.log(problems.join('\\n')))`
  const { stdout } = await execa({ preferLocal: true, localDir: root })`node --input-type=module -e ${script}`
  return stdout
}

describe('the public API', () => {
  it('is imported by name from anywhere, and is one copy', async () => {
    const imports = `import { definePlugin, rowHash } from 'byom'
import { createKll } from 'byom/sketches/kll'
import * as distance from 'byom/distances/l-infinity'
import { rowHash as same } from 'byom/sketches/row-hash'`
    const told = "[typeof definePlugin, typeof createKll, Object.keys(distance), same === rowHash].join(' ')"
    await put('p.ts', source('mine', imports).replace("'d'", told))
    await put('node_modules/byom-plugin-x/index.mjs', source('package', imports).replace("'d'", told))
    expect(await loadInProcess('./p.ts', 'byom-plugin-x')).toBe(
      'function function lInfinity true\nfunction function lInfinity true',
    )
  })

  it('is not more than that', async () => {
    await put('p.js', source('mine', "import 'byom/job'"))
    await put('q.js', source('mine', "import 'constructor'"))
    await put('r.js', source('mine', "import 'byom/sketches/none'"))
    await put('s.ts', source('mine', 'enum A { B }'))
    const problems = (await loadInProcess('./p.js', './q.js', './r.js', './s.ts')).split('\n')
    for (const [i, name] of ['p.js', 'q.js', 'r.js'].entries())
      expect(problems[i]).toMatch(
        new RegExp(`^plugin ./${name}: .*${name} cannot be loaded: (Cannot find|.*no such file)`),
      )
    expect(problems[3]).toMatch(/^plugin \.\/s\.ts: .*s\.ts cannot be loaded: .*enum/)
  })
})

describe('what is wrong is told, with plugin and fix', () => {
  it('all at once', async () => {
    await put('syntax.js', 'export default {')
    await put('throws.js', 'throw new Error("at load")')
    await put('none.js', 'export const plugin = {}')
    await put('number.js', 'export default 5')
    await put('import.js', "import './missing.js'\nexport default {}")
    await put('empty/readme.txt', '')
    await put('lost/package.json', { main: './nowhere.js' })
    await put('bad.js', source('Bad Name').replace('apiVersion: 1', 'apiVersion: 9, colour: 1'))
    await put('good.js', source('good'))
    const names = ['syntax.js', 'throws.js', 'none.js', 'number.js', 'import.js', 'empty', 'lost']
    const problems = await problemsOf(
      ...names.map((name) => `./${name}`),
      './good.js',
      './missing.ts',
      'byom-plugin-missing',
      '@scope/missing',
      'fs',
      './plugns/*',
      './bad.js',
    )
    for (const [i, expected] of [
      /^plugin \.\/syntax\.js: .*syntax\.js cannot be loaded: /,
      /throws\.js cannot be loaded: at load$/,
      /none\.js has no default export; write export default definePlugin/,
      /number\.js has no default export/,
      /import\.js cannot be loaded: .*missing\.js/,
      /^plugin \.\/empty: the folder .*empty has no package\.json with "exports" or "main"/,
      /^plugin \.\/lost: the folder .*lost has no/,
      /^plugin \.\/missing\.ts: .*missing\.ts does not exist/,
      /^plugin byom-plugin-missing: no npm package .* run npm install byom-plugin-missing there/,
      /^plugin @scope\/missing: no npm package/,
      /^plugin fs: no npm package/,
      /^plugin \.\/plugns\/\*: no folder and no .* matches/,
      /^plugin Bad Name \(\.\/bad\.js\): name: must be lower-case/,
      /^plugin Bad Name \(\.\/bad\.js\): apiVersion: is 9/,
      /^plugin Bad Name \(\.\/bad\.js\): colour: is unknown/,
    ].entries())
      expect(problems[i]).toMatch(expected)
    expect(problems).toHaveLength(15)
  })

  it('two plugins with a part of one name', async () => {
    const withLogger = (name: string) =>
      source(name).replace("'d'", "'d', loggers: [{ name: 'l', options: { type: 'object' }, open() {} }]")
    await put('a.js', withLogger('a'))
    await put('b.js', withLogger('b'))
    expect(await problemsOf('./a.js', './b.js')).toEqual([
      'plugin b: loggers: the name l is taken by plugin a; rename one of them.',
    ])
  })
})

describe('metadata', () => {
  const plugin = (more: object) =>
    ({ name: 'p', version: '1.0.0', apiVersion: 1, description: 'd', ...more }) as Plugin
  const options = { type: 'object' }
  const analyzer = (more: object) =>
    ({
      name: 'a',
      version: 1,
      options,
      init: () => 0,
      update() {},
      merge() {},
      summarize: () => ({}),
      ...more,
    }) as unknown as Analyzer
  it.each<[object, string[]]>([
    [{}, []],
    [{ analyzers: [analyzer({ accepts: () => true, environment: ['A'], check: undefined })] }, []],
    [{ description: 1 }, ['description: must say']],
    [{ analyzers: {} }, ['analyzers: must be a list']],
    [
      { analyzers: [null], loggers: ['x'] },
      ['analyzers[0]: must be an object', 'loggers[0]: must be an object'],
    ],
    [
      { analyzers: [analyzer({ options: { type: 'string' } })] },
      ['analyzers[0] (a).options: must be a JSON Schema'],
    ],
    [{ analyzers: [analyzer({ options: null })] }, ['analyzers[0] (a).options: must be a JSON Schema']],
    ...['accepts', 'suggest', 'check', 'metrics'].map((key): [object, string[]] => [
      { analyzers: [analyzer({ [key]: true })] },
      [`analyzers[0] (a).${key}: must be a function`],
    ]),
    [{ analyzers: [analyzer({ environment: 'PATH' })] }, ['analyzers[0] (a).environment: must be a list']],
    [
      { samplers: [{ name: 's', options }] },
      ['samplers[0] (s).keep: must be a function, or priority and limit'],
    ],
    [{ samplers: [{ name: 's', options, priority() {} }] }, ['samplers[0] (s).keep: must be a function, or']],
    [{ samplers: [{ name: 's', options, keep: 1 }] }, ['samplers[0] (s).keep: must be a function']],
    [
      { samplers: [{ name: 's', options, priority() {}, limit: 5 }] },
      ['samplers[0] (s).limit: must be a function'],
    ],
    [{ samplers: [{ name: 's', options, priority() {}, limit: () => 5 }] }, []],
    [{ loggers: [{ name: 'l', options }] }, ['loggers[0] (l).open: must be a function']],
    [{ publishers: [{ name: 'l', options }] }, ['publishers[0] (l).publish: must be a function']],
    [{ publishers: [{ options, publish() {} }] }, ['publishers[0].name: must be lower-case']],
  ])('of %j', (more, expected) => {
    const problems = metadataProblems(plugin(more), 'here')
    expect(problems).toHaveLength(expected.length)
    for (const [i, problem] of expected.entries())
      expect(problems[i]).toContain(`plugin p (here): ${problem}`)
  })

  it('with parts that are nothing, or without names, is refused and not stumbled over', async () => {
    await put('p.js', source('p').replace("'d'", "'d', analyzers: [null, {}, {}], samplers: [undefined]"))
    const problems = await problemsOf('./p.js')
    expect(problems).toContain('plugin p (./p.js): analyzers[0]: must be an object.')
    expect(problems).toContain('plugin p (./p.js): samplers[0]: must be an object.')
    expect(problems.filter((problem) => problem.includes('is taken'))).toEqual([])
  })
})

describe('integrity', () => {
  const integrity = async (name = './mine') => (await load([name]))[0]!.integrity

  it('is a SHA-256 that changes with the content and the name of any file', async () => {
    await put('mine/plugin.js', source('mine'))
    await put('mine/data/table.csv', 'a,b')
    await put('mine/config.json', '1')
    const seen = [await integrity()]
    expect(seen[0]).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/)
    expect(await integrity()).toBe(seen[0])
    const changes = [
      () => put('mine/data/table.csv', 'a,c'),
      () => put('mine/config.json', '2'),
      () => put('mine/plugin.js', source('mine', '// more')),
      () => put('mine/new.txt', ''),
      () => rename(join(folder, 'mine/new.txt'), join(folder, 'mine/newer.txt')),
      () => rm(join(folder, 'mine/newer.txt')),
    ]
    for (const change of changes) {
      await change()
      seen.push(await integrity())
    }
    // Without the new file it is again what it was before.
    expect(seen[6]).toBe(seen[3])
    expect(new Set(seen).size).toBe(6)
  })

  it('is the same wherever the folder lies, and whatever is installed in it', async () => {
    for (const place of ['one/mine', 'two/mine']) await put(`${place}/plugin.js`, source('mine'))
    expect(await integrity('./one/mine')).toBe(await integrity('./two/mine'))
    const before = await integrity('./one/mine')
    await put('one/mine/node_modules/dependency/index.js', '')
    await put('one/mine/.git/HEAD', 'x')
    expect(await integrity('./one/mine')).toBe(before)
  })

  it('tells a file from two files with the same bytes', async () => {
    for (const place of ['one', 'two']) await put(`${place}/plugin.js`, source('mine'))
    await put('one/q', '1\0r\x002')
    await put('two/q', '1')
    await put('two/r', '2')
    expect(await integrity('./one')).not.toBe(await integrity('./two'))
    await put('one/q', '\0r\x000\0')
    await put('two/q', '')
    await put('two/r', '')
    expect(await integrity('./one')).not.toBe(await integrity('./two'))
  })

  it('of a file is of that file', async () => {
    await put('p.js', source('mine'))
    const before = await integrity('./p.js')
    await put('neighbour.js', '')
    expect(await integrity('./p.js')).toBe(before)
    await put('p.js', source('mine', '// more'))
    expect(await integrity('./p.js')).not.toBe(before)
  })
})

describe('built-in plugins', () => {
  it('are loaded only when a part of theirs is wanted', async () => {
    const loaded: string[] = []
    const carry = (name: string, parts: PartKind[]): BuiltIn => ({
      parts,
      load: async () => {
        loaded.push(name)
        return { default: definePlugin({ name, version: '1', apiVersion: 1, description: '' }) }
      },
    })
    const builtIn = {
      a: carry('a', ['analyzers']),
      b: carry('b', ['samplers', 'loggers']),
      c: carry('c', ['publishers']),
    }
    const wanted = async (...kinds: PartKind[]) => {
      loaded.length = 0
      const plugins = await loadPlugins(builtIn, new Set(kinds), [], folder)
      expect(plugins.map(({ from, integrity }) => [from, integrity])).toEqual(
        plugins.map(() => ['built in', undefined]),
      )
      return [...loaded]
    }
    expect(await wanted()).toEqual([])
    expect(await wanted('analyzers')).toEqual(['a'])
    expect(await wanted('analyzers', 'loggers')).toEqual(['a', 'b'])
    expect(await wanted('publishers')).toEqual(['c'])
  })

  it('a file that no name means is not loaded', async () => {
    await put('mine/plugin.js', source('mine'))
    await put('mine/other.js', 'globalThis.loadedByMistake = true')
    await put('other.js', 'globalThis.loadedByMistake = true')
    expect(await namesOf('./mine')).toEqual(['mine'])
    expect(globalThis).not.toHaveProperty('loadedByMistake')
  })
})
