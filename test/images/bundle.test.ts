/** The build's bundle of what every job loads: few files are opened, every module is one, and the reports are the same bytes. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installByom } from '../author.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const churn = join(root, 'test/golden/churn/training-dataset-with-header.csv')

let folder: string
let dist: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-bundle-'))
  await installByom(folder)
  dist = join(folder, 'node_modules/byom/dist')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a baseline job; returns its report files, all but run.json. */
async function baseline(main: string, source: string, out: string, config: object, args: string[] = []) {
  const path = join(folder, `${out}.json`)
  await writeFile(path, JSON.stringify(config))
  const { stderr } = await execa({
    env: {
      BYOM_OPT_ML: join(folder, 'opt-ml'),
      BYOM_CONFIG: path,
      dataset_source: source,
      dataset_format: '{"csv": {"header": true}}',
      output_path: join(folder, out),
    },
  })`${process.execPath} ${args} ${main}`
  const names = ['statistics.json', 'constraints.json']
  const files = await Promise.all(names.map((name) => readFile(join(folder, out, name), 'utf8')))
  return { files, stderr, run: JSON.parse(await readFile(join(folder, out, 'run.json'), 'utf8')) }
}

test('a baseline job opens a handful of files of ours, and writes what the sources write', async () => {
  const hook = join(folder, 'hook.mjs')
  await writeFile(
    hook,
    `import { registerHooks } from 'node:module'
registerHooks({ load(url, context, next) { if (url.startsWith('file:')) process.stderr.write(url + '\\n'); return next(url, context) } })`,
  )
  const built = await baseline(join(dist, 'runtime/main.js'), churn, 'built', {}, ['--import', hook])
  const loaded = built.stderr.split('\n').filter((line) => line.startsWith('file:'))
  expect(loaded.map((url) => url.slice(pathToFileURL(dist).href.length))).toEqual([
    '/runtime/main.js',
    '/runtime/start.js',
  ])
  const { files } = await baseline(join(root, 'runtime/main.ts'), churn, 'sources', {})
  expect(built.files).toEqual(files)
})

test('a baseline job loads none of Node’s large modules', async () => {
  const hook = join(folder, 'loaded.cjs')
  await writeFile(
    hook,
    `process.on('exit', () => require('node:fs').writeSync(2, process.moduleLoadList.join()))`,
  )
  const { stderr } = await baseline(join(dist, 'runtime/main.js'), churn, 'loaded', {}, ['--require', hook])
  const loaded = stderr.split(',')
  expect(loaded).toContain('NativeModule fs')
  const large = [
    'crypto',
    'stream',
    'fs/promises',
    'internal/fs/promises',
    'perf_hooks',
    'worker_threads',
    'zlib',
  ]
  expect(loaded.filter((name) => large.includes(name.replace('NativeModule ', '')))).toEqual([])
})

test('the code cache is taken by the Node that made it, and one that it cannot use does no harm', async () => {
  const start = pathToFileURL(join(dist, 'runtime/start.js')).href
  const rejected = async () => {
    const code = `import { script } from '${start}'; process.stdout.write(String(script.cachedDataRejected))`
    return (await execa`${process.execPath} --input-type=module --eval ${code}`).stdout
  }
  expect(await rejected()).toBe('false')
  const cache = join(dist, 'runtime/start.cache')
  const bytes = await readFile(cache)
  const main = join(dist, 'runtime/main.js')
  const { files } = await baseline(main, churn, 'with-cache', {})
  try {
    await writeFile(cache, bytes.subarray(0, bytes.length - 1000))
    expect(await rejected()).toBe('true')
    expect((await baseline(main, churn, 'with-broken-cache', {})).files).toEqual(files)
    await rm(cache)
    expect(await rejected()).toBe('undefined')
    expect((await baseline(main, churn, 'without-cache', {})).files).toEqual(files)
  } finally {
    await writeFile(cache, bytes)
  }
})

test('threads of the build compute what the sources compute', async () => {
  const source = join(folder, 'parts')
  await mkdir(source)
  const text = await readFile(churn, 'utf8')
  for (const part of ['a', 'b', 'c']) await writeFile(join(source, `${part}.csv`), text)
  const config = { plan: { unitBytes: 65536 }, workers: 2 }
  const built = await baseline(join(dist, 'runtime/main.js'), source, 'built-parts', config)
  const sources = await baseline(join(root, 'runtime/main.ts'), source, 'sources-parts', config)
  expect(built.run.plan.units).toBeGreaterThan(1)
  expect(built.files).toEqual(sources.files)
})

test('every module of the build exports what its source exports, and is the same module wherever it is imported', async () => {
  const names = (await readdir(join(dist, 'runtime'), { recursive: true })).filter(
    (name) =>
      name.endsWith('.js') &&
      !/(^|\/)(main|start|worker|compute-worker|models\/thread|driver.*)\.js$/.test(name),
  )
  expect(names.length).toBeGreaterThan(100)
  let passedOn = 0
  for (const name of names) {
    const file = join(dist, 'runtime', name)
    if (/^import bundle from '[./]*start\.js';\n/.test(await readFile(file, 'utf8'))) passedOn++
    const keys = Object.keys(await import(pathToFileURL(file).href)).sort()
    const source = join(root, 'runtime', name.replace(/js$/, 'ts'))
    // Exports that change are for the bundle's own modules: passed on, they would stay as they were at the start.
    const changing = [...(await readFile(source, 'utf8')).matchAll(/^export let (\w+)/gm)].map(
      ([, key]) => key,
    )
    const names = Object.keys(await import(pathToFileURL(source).href)).sort()
    expect(keys, name).toEqual(names.filter((key) => !changing.includes(key) || keys.includes(key)))
  }
  expect(passedOn).toBeGreaterThan(40)
  const at = (name: string) => import(pathToFileURL(join(dist, 'runtime', name)).href)
  const { MonitorError } = await at('errors.js')
  const { parseState } = await at('state.js')
  expect(() => parseState('{', 'x', {}, '1')).toThrow(MonitorError)
})
