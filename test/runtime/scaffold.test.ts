import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isConfig } from '../../contracts/validators.generated.ts'
import { builtIn } from '../../plugins/index.ts'
import { scaffold, scaffoldKinds } from '../../runtime/scaffold.ts'
import { authorEnv, checkout, installByom, shell } from '../author.ts'

let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-scaffold-'))
  env = authorEnv(folder)
  await installByom(folder)
  for (const kind of scaffoldKinds) await shell(folder, `byom init ${kind} my-${kind}`, env)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A job over the churn data with the package's own config. */
async function job(name: string, more: Record<string, string> = {}) {
  const work = join(folder, `run-${name}${more['baseline_statistics'] ? '-monitoring' : ''}`)
  await mkdir(work, { recursive: true })
  const { exit, text } = await shell(work, 'byom run', {
    ...env,
    BYOM_OPT_ML: join(work, 'opt'),
    BYOM_CONFIG: join(folder, `byom-plugin-${name}`, 'byom.json'),
    dataset_source: join(checkout, 'test/golden/churn/training-dataset-with-header.csv'),
    dataset_format: '{"csv": {"header": true}}',
    output_path: work,
    publish_cloudwatch_metrics: 'Enabled',
    ...more,
  })
  expect(exit, text).toBe(0)
  const json = async (file: string) => JSON.parse(await readFile(join(work, file), 'utf8'))
  return { text, work, json, read: (file: string) => readFile(join(work, file), 'utf8') }
}

describe.each(scaffoldKinds)('%s', (kind) => {
  const own = () => join(folder, `byom-plugin-my-${kind}`)

  test('writes a package', async () => {
    expect((await readdir(own())).sort()).toEqual([
      'README.md',
      'byom.json',
      'package.json',
      'plugin.test.ts',
      'plugin.ts',
      'tsconfig.json',
    ])
    const manifest = JSON.parse(await readFile(join(own(), 'package.json'), 'utf8'))
    const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({
      name: `byom-plugin-my-${kind}`,
      type: 'module',
      peerDependencies: { byom: `^${version}` },
    })
    const config = JSON.parse(await readFile(join(own(), 'byom.json'), 'utf8'))
    expect(isConfig(config), JSON.stringify(isConfig.errors)).toBe(true)
  })

  test('is in the style of this repository', async () => {
    const biome = `biome check --config-path=${join(checkout, 'biome.json')} .`
    const { exit, text } = await shell(own(), biome, env)
    expect(exit, text).toBe(0)
  })

  test('compiles, passes its own test and check-plugin, as source and as built', async () => {
    const test = await shell(own(), 'node --test plugin.test.ts', env)
    expect(test.exit, test.text).toBe(0)
    expect(test.text).toMatch(/pass (?!0$)\d+$/m)
    const source = await shell(own(), 'byom check-plugin plugin.ts', env)
    expect(source.exit, source.text).toBe(0)
    const build = await shell(own(), 'tsc', env)
    expect(build.exit, build.text).toBe(0)
    // A folder is loaded by its package.json, which names what the build wrote.
    const built = await shell(own(), 'byom check-plugin .', env)
    expect(built.exit, built.text).toBe(0)
    expect(built.text.split('\n').at(-1)).toBe(source.text.split('\n').at(-1))
  })
})

test('what init says to do next works as printed', async () => {
  const { text } = await shell(folder, 'byom init sampler printed', env)
  const steps = text.slice(text.indexOf('cd ')).split('Afterwards')[0]!
  // The install needs a registry that has byom, and check-plugin ran above.
  const lines = steps.split('\n').filter((line) => /^(cd|byom demo|export|byom run)\b/.test(line))
  expect(lines).toHaveLength(6)
  const ended = await shell(folder, lines.join('\n'), env)
  expect(ended.exit, ended.text).toBe(0)
  const out = join(folder, 'byom-plugin-printed/demo-output/printed/statistics.json')
  expect(JSON.parse(await readFile(out, 'utf8')).dataset.sampling.sampler).toBe('printed')
})

describe('handler', () => {
  const own = () => join(folder, 'byom-handler-mine')

  test('writes a package that compiles, passes its own test, and is in the style of this repository', async () => {
    const { text, exit } = await shell(folder, 'byom init handler mine', env)
    expect(exit, text).toBe(0)
    expect((await readdir(own())).sort()).toEqual([
      'README.md',
      'package.json',
      'preprocess.test.ts',
      'preprocess.ts',
      'records.jsonl',
      'tsconfig.json',
    ])
    for (const line of [
      'tsc',
      'node --test preprocess.test.ts',
      `biome check --config-path=${join(checkout, 'biome.json')} .`,
    ]) {
      const ended = await shell(own(), line, env)
      expect(ended.exit, ended.text).toBe(0)
    }
  })

  test('what init says to do next works as printed, on the data of the demo', async () => {
    const { text } = await shell(folder, 'byom init handler printed', env)
    const steps = text.slice(text.indexOf('cd ')).split('Afterwards')[0]!
    const lines = steps.split('\n').filter((line) => /^(cd|byom|export)\b/.test(line))
    const ended = await shell(folder, lines.join('\n'), env)
    expect(ended.exit, ended.text).toBe(0)
    const out = join(folder, 'byom-handler-printed/demo-output/printed')
    const run = JSON.parse(await readFile(join(out, 'run.json'), 'utf8'))
    expect(run.handlers).toMatchObject([{ role: 'preprocess', status: 'completed' }])
    const { features } = JSON.parse(await readFile(join(out, 'statistics.json'), 'utf8'))
    const baseline = JSON.parse(await readFile(join(out, '../baseline/statistics.json'), 'utf8'))
    expect(features.map(({ name }: { name: string }) => name)).toEqual(
      baseline.features.map(({ name }: { name: string }) => name),
    )
  })
})

describe('a job with it', () => {
  test('analyzer: all four files', async () => {
    const baseline = await job('my-analyzer')
    const feature = async (file: string) =>
      (await baseline.json(file)).features.find(({ name }: { name: string }) => name === 'Account Length')
    const rows = (
      await readFile(join(checkout, 'test/golden/churn/training-dataset-with-header.csv'), 'utf8')
    )
      .trim()
      .split('\n')
      .slice(1)
    const share = rows.filter((row) => Number(row.split(',')[1]) % 10 === 0).length / rows.length
    expect((await feature('statistics.json')).custom['my-analyzer']).toEqual({ share })
    expect((await feature('constraints.json')).custom['my-analyzer']).toEqual({ limit: share + 0.1 })

    const rounded = rows.map((row) => row.replace(/^(\d),(\d+)/, (_, label, days) => `${label},${days}0`))
    const [header] = (
      await readFile(join(checkout, 'test/golden/churn/training-dataset-with-header.csv'), 'utf8')
    ).split('\n')
    await writeFile(join(folder, 'rounded.csv'), [header, ...rounded, ''].join('\n'))
    const later = await job('my-analyzer', {
      dataset_source: join(folder, 'rounded.csv'),
      baseline_statistics: join(baseline.work, 'statistics.json'),
      baseline_constraints: join(baseline.work, 'constraints.json'),
    })
    const { violations } = await later.json('constraint_violations.json')
    expect(violations).toContainEqual({
      feature_name: 'Account Length',
      constraint_check_type: 'my_analyzer_check',
      description: expect.stringContaining('exceeds the limit'),
      value: 1,
      threshold: share + 0.1,
    })
    const metrics = await later.read('opt/output/metrics/cloudwatch/cloudwatch_metrics.jsonl')
    expect(metrics).toContain('"feature_my_analyzer_Account Length"')
  })

  test('sampler: large values stay, and some of the rest', async () => {
    const { json } = await job('my-sampler')
    const { dataset, features } = await json('statistics.json')
    const dayMins = features.find(({ name }: { name: string }) => name === 'Day Mins').numerical_statistics
    expect(dataset.sampling.rows_seen).toBe(2333)
    const text = await readFile(join(checkout, 'test/golden/churn/training-dataset-with-header.csv'), 'utf8')
    const large = text.split('\n').filter((row) => Number(row.split(',')[3]) >= 250).length
    expect(dataset.sampling.rows_kept).toBeGreaterThan(large)
    expect(dataset.sampling.rows_kept).toBeLessThan(large + 350)
    expect(dayMins.max).toBe(350.8)
  })

  test('logger: a line of pairs per entry', async () => {
    const { text } = await job('my-logger')
    expect(text).toMatch(/^time=\S+ level=info source=byom message="?\w/m)
  })

  test('publisher: a file beside the reports', async () => {
    const { read } = await job('my-publisher')
    expect(await read('violations.csv')).toBe('feature,check,segment,value,threshold,description\n')
  })
})

describe('refuses', () => {
  const inFolder = (kind: string, name: string) =>
    scaffold({ kind, name, out: folder, version: '0.1.0' }, builtIn)

  test.each([
    ['report', 'fine', /KIND is "report".*analyzer, sampler, logger, publisher, handler/],
    ['constructor', 'fine', /KIND is "constructor"/],
    ['analyzer', 'Bad', /NAME is "Bad".*lower-case/],
    ['analyzer', '../x', /NAME is "\.\.\/x"/],
    ['analyzer', '', /NAME is ""/],
    ['analyzer', 'a'.repeat(81), /NAME has 81 characters/],
    ['analyzer', 'byom-plugin-x', /leave out byom-plugin-/],
    ['analyzer', 'data-quality', /byom has an analyzer of that name/],
    ['publisher', 'cloudwatch', /byom has a publisher of that name/],
  ])('%s %s', async (kind, name, message) => {
    await expect(inFolder(kind, name)).rejects.toThrow(message)
  })

  test('a folder that exists, and leaves it as it is', async () => {
    await mkdir(join(folder, 'byom-plugin-taken'))
    await writeFile(join(folder, 'byom-plugin-taken', 'plugin.ts'), 'mine')
    await expect(inFolder('analyzer', 'taken')).rejects.toThrow(/nothing is overwritten/)
    expect(await readdir(join(folder, 'byom-plugin-taken'))).toEqual(['plugin.ts'])
  })

  test('a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    const into = { kind: 'analyzer', name: 'x', out: join(folder, 'file'), version: '0.1.0' }
    await expect(scaffold(into, builtIn)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })
})

test('other kinds may use a name that is taken', async () => {
  await scaffold({ kind: 'logger', name: 'cloudwatch', out: folder, version: '0.1.0' }, builtIn)
  expect(await readdir(join(folder, 'byom-plugin-cloudwatch'))).toContain('plugin.ts')
})
