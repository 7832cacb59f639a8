/** `byom build`: what it refuses, all at once; and on a real engine what it makes, twice the same, running without a network. */
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Run, Statistics } from '../../../contracts/types.generated.ts'
import type { BuildEnd } from '../../../runtime/build/index.ts'
import { locked, processing, runContainer } from '../../container-job.ts'
import { docker, runtimeImage } from '../../docker.ts'
import { report, runCommand, startJob } from '../../run-job.ts'

const checkout = new URL('../../../', import.meta.url).pathname
const built = await runtimeImage()

let work: string
let folder: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-build-test-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))
beforeEach(async () => {
  folder = await mkdtemp(join(work, 'project-'))
})

const put = async (name: string, content: string | object) => {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const byom = async (args: string[], environment: Record<string, string> = {}) => {
  const home = process.env['HOME']
  const env = { ...(home ? { HOME: home } : {}), ...environment }
  return runCommand(folder, env, { args: ['build', ...args], cwd: folder })
}

/** A plugin in JavaScript that reports, for each numeric feature, a number that one of its files or packages says. */
const pluginText = (name: string, imports: string) => `
${imports}
export default {
  name: '${name}', version: '2.3.4', apiVersion: 1, description: 'Says a number.',
  analyzers: [{
    name: '${name}', version: 1, description: 'Says a number.', exactness: 'exact',
    options: { type: 'object', properties: { plus: { type: 'number', default: 0 } }, additionalProperties: false },
    init: ({ plus }) => ({ plus, names: [] }),
    update(state, { columns }) { for (const { name } of columns) if (!state.names.includes(name)) state.names.push(name) },
    merge(into, from) { for (const name of from.names) if (!into.names.includes(name)) into.names.push(name) },
    summarize: ({ plus, names }) => ({ features: names.map((name) => ({ name, custom: { ${JSON.stringify(name)}: { says: number + plus } } })) }),
  }],
}
`

/** Packs a package as npm publishes it. */
async function packed(name: string, files: Record<string, string | object>): Promise<string> {
  for (const [file, content] of Object.entries(files)) await put(`${name}/${file}`, content)
  const { stdout } = await execa({ cwd: folder })`npm pack --silent ./${name}`
  return stdout.trim().split('\n').at(-1)!
}

/** A project with two packages, one of which needs the other, installed and locked by npm. */
async function lockedProject(): Promise<void> {
  const seven = await packed('seven', {
    'package.json': { name: 'seven', version: '1.0.7', type: 'module', exports: './index.js' },
    'index.js': 'export const number = 7\n',
  })
  const plugin = await packed('byom-plugin-says', {
    'package.json': {
      name: 'byom-plugin-says',
      version: '2.3.4',
      type: 'module',
      exports: './plugin.js',
      dependencies: { seven: '1.0.7' },
      peerDependencies: { byom: '*' },
    },
    'plugin.js': pluginText('says', "import { number } from 'seven'"),
  })
  for (const name of ['seven', 'byom-plugin-says']) await rm(join(folder, name), { recursive: true })
  await put('package.json', {
    name: 'my-monitor',
    version: '1.0.0',
    private: true,
    dependencies: { 'byom-plugin-says': `file:${plugin}`, seven: `file:${seven}` },
  })
  await execa({ cwd: folder })`npm install --legacy-peer-deps --no-audit --no-fund --silent --ignore-scripts`
}

const problemsOf = (log: string) => {
  const line = log.split('\n').find((text) => text.startsWith('{') && text.includes('"level":"error"'))
  return line === undefined ? log : (JSON.parse(line).message as string)
}

describe('what is refused before anything is built', () => {
  const offline = { DOCKER_HOST: 'tcp://127.0.0.1:9' }

  test('names every problem at once: config, plugins, handlers, lock, engine', async () => {
    await put('package.json', { name: 'x', version: '1.0.0' })
    await put('throws.js', "throw new Error('not today')\n")
    await put('broken.js', "import './nowhere.js'\nexport default 1\n")
    await put('byom.json', {
      plugins: ['./absent', './broken.js', './throws.js', 'byom-plugin-unlocked'],
      handlers: { preprocessScript: 'missing.py', postprocessScript: 'notes.txt', pythonPath: ['lib'] },
    })
    const { exit, log } = await byom(['--tag', 'x'], offline)
    expect(exit, log).toBe(2)
    const said = problemsOf(log)
    expect(said).toMatch(/plugin \.\/absent: \S+ does not exist/)
    expect(said).toMatch(/broken\.js, line 1: Could not resolve ".\/nowhere\.js"/)
    expect(said).toMatch(/no package-lock\.json, which pins byom-plugin-unlocked: run npm install/)
    expect(said).toMatch(/handlers\.preprocessScript is \S+missing\.py, which cannot be read/)
    expect(said).toMatch(/handlers\.postprocessScript is \S+notes\.txt: the name must end with/)
    expect(said).toMatch(/handlers\.pythonPath: \S+lib is no folder/)
    expect(said).toMatch(/throws\.js cannot be loaded: not today/)
    expect(said).toMatch(/no container engine answers .*127\.0\.0\.1:9/)
  })

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a config that breaks its schema', { plugin: [] }, /byom\.json: \$\.plugin: there is no such key/],
    [
      'a package that is not in the lock',
      { plugins: ['byom-plugin-other'] },
      /byom-plugin-other is not in the lock: run npm install/,
    ],
    ['a plugin that throws', { plugins: ['./throws.js'] }, /throws\.js cannot be loaded: not today/],
    ['a plugin without metadata', { plugins: ['./empty.js'] }, /empty.*apiVersion: is undefined/],
    [
      'options that a plugin refuses',
      { sampler: { name: 'rate', options: { rate: 2 } } },
      /sampler \(rate\): \$\.rate: expected a number not above 1, found 2/,
    ],
    ['a sampler that no plugin has', { sampler: { name: 'tenth' } }, /there is no sampler named tenth/],
    ['no file', {}, /other\.json does not exist/],
  ])('%s', async (name, config, expected) => {
    await put('package-lock.json', { lockfileVersion: 3, packages: { '': {} } })
    await put('throws.js', "throw new Error('not today')\n")
    await put('empty.js', 'export default {}\n')
    await put('byom.json', config)
    const { exit, log } = await byom([name === 'no file' ? 'other.json' : 'byom.json', '--tag', 'x'], offline)
    expect(exit, log).toBe(2)
    expect(problemsOf(log)).toMatch(expected)
  })

  test.each([`a${'_'.repeat(60)}!`, 'Upper', 'a b', 'a:', `x:${'t'.repeat(129)}`])(
    'the name %s, at once',
    async (tag) => {
      await put('byom.json', {})
      const { exit, log } = await byom(['--tag', tag], offline)
      expect(exit, log).toBe(2)
      expect(problemsOf(log)).toContain('expected a name like my-monitor or registry.example/team/monitor:1')
    },
  )

  test('an interrupt leaves no temporary files', async () => {
    await put(
      'slow.js',
      "import { writeFileSync } from 'node:fs'\nwriteFileSync(process.env.HERE, '')\nawait new Promise(() => setInterval(() => {}, 1000))\n",
    )
    await put('byom.json', { plugins: ['./slow.js'] })
    const temporary = join(folder, 'tmp')
    await mkdir(temporary)
    const here = join(folder, 'here')
    const environment = { ...offline, TMPDIR: temporary, HERE: here }
    const args = ['build', '--tag', 'x']
    const started = startJob(folder, environment, { args, cwd: folder })
    for (let i = 0; i < 400 && !existsSync(here); i++) await sleep(50)
    started.kill('SIGINT')
    expect((await started).exitCode).toBe(130)
    expect(await readdir(temporary)).toEqual([])
  })

  test('an engine that does not answer', async () => {
    await put('byom.json', {})
    const { exit, log } = await byom(['--tag', 'x'], offline)
    expect(exit, log).toBe(7)
  })

  test('a package that is not the one of the lock', async () => {
    await lockedProject()
    const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
    const wrong = `sha512-${Buffer.alloc(64, 7).toString('base64')}`
    lock.packages['node_modules/seven'].integrity = wrong
    await put('package-lock.json', lock)
    await put('byom.json', { plugins: ['byom-plugin-says'] })
    const { exit, log } = await byom(['--tag', 'x'], offline)
    expect(exit, log).toBe(2)
    expect(problemsOf(log)).toMatch(
      /package-lock\.json: a package is not the one that the lock pins \(integrity\)/,
    )
    expect(problemsOf(log)).toContain(wrong)
  })
})

/** Prints the folders of the packages that lie in an image beside those of the runtime image. */
const installed = `
  const { globSync } = require('node:fs')
  const found = globSync('/opt/{node_modules,byom/{plugins,handlers}/**/node_modules}/{*,@*/*}/package.json')
  console.log(JSON.stringify(found.map((path) => path.replace('/package.json', '')).sort()))`

describe.skipIf(!built)('on an engine', () => {
  const image = built as string
  const tag = `byom-built-test:${process.pid}`
  afterAll(() => docker('image', 'rm', '--force', tag, `${tag}-again`))

  async function project(): Promise<void> {
    await lockedProject()
    await cp(join(checkout, 'test/examples/zeros'), join(folder, 'zeros'), { recursive: true })
    await put('one/tell.js', pluginText('tell', "import { number } from '../parts/number.js'"))
    await put(
      'parts/number.js',
      "import { number as seven } from 'seven'\nexport const number = 10 * seven\n",
    )
    await put(
      'code/double.ts',
      "import { twice } from './twice.ts'\nexport const preprocess_handler = (line: string) => twice(line)\n",
    )
    await put(
      'code/twice.ts',
      "export const twice = (line: string) => line.split(',').map((x) => (/^\\d/.test(x) ? String(2 * Number(x)) : x)).join(',')\n",
    )
    await put('byom.json', {
      plugins: ['byom-plugin-says', './zeros', './one/tell.js'],
      analyzers: { says: { plus: 0.5 } },
      handlers: { preprocessScript: 'code/double.ts' },
    })
  }
  const buildIt = async (...args: string[]): Promise<BuildEnd> => {
    const { exit, log } = await byom(['--from', image, '--json', ...args])
    expect(exit, log).toBe(0)
    return JSON.parse(log.split('\n').find((line) => line.startsWith('{"type":"end"'))!)
  }

  test('the base image has to be there, and to be ours', async () => {
    await put('byom.json', {})
    const missing = await byom(['--from', 'byom-no-such-image', '--tag', 'x'])
    expect(missing.exit, missing.log).toBe(7)
    expect(problemsOf(missing.log)).toContain('the engine has no image byom-no-such-image to build on')
    const other = await byom(['--from', 'node:26-trixie-slim', '--tag', 'x'])
    expect(other.exit, other.log).toBe(7)
    expect(problemsOf(other.log)).toContain('is not made from the runtime image')
  })

  test('the image runs its plugins and its handler without a network, and says what it holds', async () => {
    await project()
    const first = await buildIt('--tag', tag)
    const again = await buildIt('--tag', `${tag}-again`, '--no-cache')
    expect(again.layer).toBe(first.layer)
    expect(again.image!.layers).toEqual(first.image!.layers)
    // Only the engine's own time of creation tells the two apart; its cache gives the image again.
    expect([first.image!.id, again.image!.id]).toContain((await buildIt('--tag', tag)).image!.id)
    expect(first.plugins.map(({ name, version }) => `${name}@${version}`)).toEqual([
      'says@2.3.4',
      'zeros@1.0.0',
      'tell@2.3.4',
    ])
    expect(first.packages.map(({ name }) => name)).toEqual(['byom-plugin-says', 'seven', 'seven'])

    const data = await put('data.csv', ['n', ...Array.from({ length: 100 }, (_, i) => i % 4), ''].join('\n'))
    const run = await runContainer(
      tag,
      join(folder, 'run'),
      { dataset_source: `${processing}/input/data.csv`, dataset_format: '{"csv": {"header": true}}' },
      { inputs: { [`${processing}/input/data.csv`]: data }, flags: locked },
    )
    expect(run.exit, run.log).toBe(0)
    expect(run.log).not.toContain('Warning')
    const { features } = await report<Statistics>(run, 'statistics.json')
    expect(features[0]).toMatchObject({
      name: 'n',
      // The handler has doubled 0, 1, 2, 3.
      numerical_statistics: { mean: 3, max: 6 },
      custom: { says: { says: 7.5 }, zeros: { share: 0.25 }, tell: { says: 70 } },
    })
    const { plugins } = (await report<Run>(run, 'run.json')) as unknown as {
      plugins: { name: string; integrity: string }[]
    }
    for (const { name, integrity } of first.plugins)
      expect(plugins).toContainEqual(expect.objectContaining({ name, integrity }))

    const inside = await docker(
      'run',
      '--rm',
      '--network=none',
      '--entrypoint=cat',
      tag,
      '/etc/byom/lock.json',
    )
    const lock = JSON.parse(inside.stdout)
    const own = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
    expect(lock.packages).toContainEqual({
      name: 'seven',
      version: '1.0.7',
      integrity: own.packages['node_modules/seven'].integrity,
      place: '/opt/node_modules/seven',
      purl: 'pkg:npm/seven@1.0.7',
    })
    expect(Object.keys(lock.files)).toEqual(
      expect.arrayContaining([
        '/etc/byom/byom.json',
        '/opt/byom/plugins/zeros/plugin.ts',
        '/opt/byom/plugins/tell/parts/number.js',
        '/opt/byom/handlers/preprocess/twice.ts',
      ]),
    )
    // The bill of the runtime image goes on holding for everything below it; the lock has the rest.
    const bill = async (name: string) =>
      (await docker('run', '--rm', '--network=none', '--entrypoint=cat', name, '/opt/byom/sbom.cdx.json'))
        .stdout
    expect(JSON.parse(await bill(tag))).toMatchObject({ bomFormat: 'CycloneDX' })
    expect(await bill(tag)).toBe(await bill(image))
    const added = await docker('run', '--rm', '--network=none', '--entrypoint=node', tag, '-e', installed)
    expect(JSON.parse(added.stdout)).toEqual(
      lock.packages.map(({ place }: { place: string }) => place).sort(),
    )
    const { stdout } = await docker('image', 'inspect', '--format', '{{json .Config.Labels}}', tag)
    expect(JSON.parse(stdout)).toMatchObject({
      'org.opencontainers.image.base.name': image,
      'byom.build.base': first.base.id,
      'byom.build.plugins': 'says@2.3.4 zeros@1.0.0 tell@2.3.4',
      'byom.build.handlers': '/opt/byom/handlers/preprocess/double.ts',
    })
  })

  test('another input gives another layer; a check builds nothing', async () => {
    await put('plugin.js', `export const number = 1\n${pluginText('a', '')}`)
    await put('byom.json', { plugins: ['./plugin.js'] })
    const absent = `byom-built-test:check-${process.pid}`
    const one = await buildIt('--tag', absent, '--check')
    expect(one.image).toBeUndefined()
    expect((await docker('image', 'inspect', absent)).exit).not.toBe(0)
    await put('plugin.js', `export const number = 2\n${pluginText('a', '')}`)
    expect((await buildIt('--tag', absent, '--check')).layer).not.toBe(one.layer)
    await put('byom.json', { plugins: ['./plugin.js'], workers: 1 })
    const dated = async (SOURCE_DATE_EPOCH: string) =>
      byom(['--from', image, '--tag', absent, '--check', '--json'], { SOURCE_DATE_EPOCH })
    const layers = await Promise.all(
      ['0', '1700000000'].map(async (time) => /"layer":"(.*?)"/.exec((await dated(time)).log)![1]),
    )
    expect(new Set(layers).size).toBe(2)
    const never = await dated('yesterday')
    expect(never.exit).toBe(2)
    expect(problemsOf(never.log)).toContain(
      'SOURCE_DATE_EPOCH is yesterday, expected whole seconds since 1970',
    )
    const shown = await byom(['--from', image, '--tag', absent, '--check'])
    expect(shown.log).toContain('plugin   a 2.3.4')
    expect(shown.log).toContain('nothing was built')
  })
})
