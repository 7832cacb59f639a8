/** What npm would publish, installed outside the checkout: an author gets types, kit and command, and nothing is missing. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authorEnv, checkout, shell } from './author.ts'

let folder: string
let app: string
let env: Record<string, string>

/** npm's own settings of this machine (registry, proxy, certificates) are the author's, too. */
const npmEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(npm_config_|node_extra|https?_proxy|no_proxy)/i.test(name),
  ),
)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-package-'))
  app = join(folder, 'app')
  env = {
    ...npmEnv,
    ...authorEnv(folder),
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  }
  // A copy, because packing builds dist anew, and other tests and people may be using the checkout's.
  const copy = join(folder, 'checkout')
  await mkdir(join(copy, 'test', 'golden'), { recursive: true })
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE',
    'NOTICE',
    'tsconfig.json',
    'tsconfig.build.json',
    'contracts',
    'images',
    'runtime',
    'plugins',
    'test/golden/churn',
    'test/golden/proverbs',
    'test/golden/digits',
    'test/golden/photos',
    'test/golden/detections/answers.json.gz',
    'test/samples/capture-csv',
  ])
    await cp(join(checkout, name), join(copy, name), { recursive: true })
  await symlink(join(checkout, 'node_modules'), join(copy, 'node_modules'))
  const packed = await shell(copy, `npm pack --silent --pack-destination ${folder}`, env)
  expect(packed.exit, packed.text).toBe(0)
  const file = packed.text.trim().split('\n').at(-1)!
  await mkdir(app)
  await writeFile(join(app, 'package.json'), '{"name": "app", "private": true, "type": "module"}')
  const { devDependencies } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
  const tools = ['typescript', '@types/node'].map((name) => `'${name}@${devDependencies[name]}'`).join(' ')
  const installed = await shell(app, `npm install --no-audit --no-fund ../${file} ${tools}`, env)
  expect(installed.exit, installed.text).toBe(0)
  await cp(join(checkout, 'test', 'examples', 'zeros'), join(app, 'zeros'), { recursive: true })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('holds no tests but the data of the demo, and no TypeScript but types', async () => {
  const { text } = await shell(
    app,
    "find node_modules/byom -type f -not -path '*/node_modules/byom/node_modules/*'",
    env,
  )
  const files = text.split('\n').map((path) => path.replace('node_modules/byom/', ''))
  expect(files).toContain('dist/runtime/main.js')
  expect(files).toContain('contracts/config.schema.json')
  expect(files.filter((path) => /\.test\.|(?<!\.d)\.ts$/.test(path))).toEqual([])
  expect(
    files.filter(
      (path) =>
        path.startsWith('test/') && !/^test\/golden\/(churn|proverbs|digits|photos|detections)\//.test(path),
    ),
  ).toEqual([])
})

test('an example compiles against the exported types, and passes the kit', async () => {
  // What the tests of the kit are typed by, too: nothing may be `any` for want of a file.
  const built = await shell(join(app, 'zeros'), 'npx tsc --skipLibCheck false', env)
  expect(built.exit, built.text).toBe(0)
  const kit = await shell(join(app, 'zeros'), 'npm test', env)
  expect(kit.exit, kit.text).toBe(0)
  expect(kit.text).toMatch(/pass (2[5-9]|[3-9]\d)$/m)
  const check = await shell(app, 'npx byom check-plugin ./zeros', env)
  expect(check.exit, check.text).toBe(0)
  expect(check.text).toContain(' 0 failed')
})

test('every export can be imported', async () => {
  const { exports } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
  expect(Object.keys(exports)).toEqual([
    '.',
    './conformance',
    './sketches/*',
    './distances/*',
    './text/*',
    './models',
    './contracts/*.json',
  ])
  const code = `
    import { apiVersion, rowHash, ValueClass } from 'byom'
    import { batchOf, checkPlugin } from 'byom/conformance'
    import { createKll } from 'byom/sketches/kll'
    import { upperGamma } from 'byom/distances/gamma'
    import { wordsOf } from 'byom/text/words'
    import { inspectModel } from 'byom/models'
    import schema from 'byom/contracts/config.schema.json' with { type: 'json' }
    const all = [apiVersion, rowHash, ValueClass, batchOf, checkPlugin, createKll, upperGamma, wordsOf, inspectModel, schema.title]
    console.log(all.map((each) => typeof each).join())`
  await writeFile(join(app, 'all.mjs'), code)
  const { text, exit } = await shell(app, 'node all.mjs', env)
  expect(exit, text).toBe(0)
  expect(text).toBe('number,function,object,function,function,function,function,function,function,string')
})

test('the installed command reports the example in every file', async () => {
  const plugin = await shell(app, 'npm install --no-audit --no-fund --legacy-peer-deps ./zeros', env)
  expect(plugin.exit, plugin.text).toBe(0)
  await writeFile(join(app, 'byom.json'), '{"plugins": ["byom-plugin-zeros"]}')
  await writeFile(
    join(app, 'before.csv'),
    ['n', ...Array.from({ length: 100 }, (_, i) => i % 4), ''].join('\n'),
  )
  await writeFile(
    join(app, 'after.csv'),
    ['n', ...Array.from({ length: 100 }, (_, i) => i % 2), ''].join('\n'),
  )
  const job = async (data: string, out: string, more: object = {}) => {
    const { exit, text } = await shell(app, 'npx byom', {
      ...env,
      BYOM_CONFIG: join(app, 'byom.json'),
      BYOM_OPT_ML: join(app, out, 'opt'),
      dataset_source: join(app, data),
      dataset_format: '{"csv": {"header": true}}',
      output_path: join(app, out),
      publish_cloudwatch_metrics: 'Enabled',
      ...more,
    })
    expect(exit, text).toBe(0)
    return (file: string) => readFile(join(app, out, file), 'utf8')
  }
  const before = await job('before.csv', 'baseline')
  expect(JSON.parse(await before('statistics.json')).features[0].custom.zeros).toEqual({ share: 0.25 })
  expect(JSON.parse(await before('constraints.json')).features[0].custom.zeros).toEqual({ share: 0.35 })
  const after = await job('after.csv', 'monitoring', {
    baseline_statistics: join(app, 'baseline', 'statistics.json'),
    baseline_constraints: join(app, 'baseline', 'constraints.json'),
  })
  expect(JSON.parse(await after('constraint_violations.json')).violations).toContainEqual({
    feature_name: 'n',
    constraint_check_type: 'zeros_check',
    description: 'Share of zeros: 0.5 exceeds threshold: 0.35',
    value: 0.5,
    threshold: 0.35,
  })
  const lines = (await after('opt/output/metrics/cloudwatch/cloudwatch_metrics.jsonl')).trim().split('\n')
  const [metric] = lines
    .map((line) => JSON.parse(line))
    .filter(({ MetricName }) => MetricName === 'feature_zeros_n')
  expect(metric.Value).toBe(0.5)
})

test('the installed demo finds its data', async () => {
  const { exit, text } = await shell(app, 'npx byom demo --out demo', env)
  expect(exit, text).toBe(0)
  expect(text).toContain('CompletedWithViolations')
})
