/** plugins/README.md is run from top to bottom, in one folder, as somebody who reads it would. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isConfig } from '../../contracts/validators.generated.ts'
import { bakedPlugins } from '../../runtime/plugin-loader.ts'
import { authorEnv, checkout, installByom, shell } from '../author.ts'

const guide = await readFile(join(checkout, 'plugins', 'README.md'), 'utf8')
const blocks = [...guide.matchAll(/^```(\w*) ?(\S*)\n(.*?)^```$/gms)].map(([, language, file, text]) => ({
  language: language!,
  file: file!,
  text: text!,
}))
const of = (language: string) => blocks.filter((block) => block.language === language)

let folder: string
let env: Record<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-guide-'))
  env = authorEnv(folder)
  await installByom(folder)
  await writeFile(join(folder, 'package.json'), '{"type": "module", "private": true}')
  for (const { file, text } of blocks) if (file) await writeFile(join(folder, file), text)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('no block is of a kind that is not run', () => {
  expect(new Set(blocks.map(({ language }) => language))).toEqual(
    new Set(['sh', 'ts', 'json', 'dockerfile', '']),
  )
  expect(of('ts').every(({ file }) => file.endsWith('.ts'))).toBe(true)
  expect(of('json').every(({ file }) => file.endsWith('.json'))).toBe(true)
})

test.each(of('sh').map(({ text }, i) => [i, text]))('shell block %i', async (_, text) => {
  const { exit, text: printed } = await shell(folder, text, env)
  expect(exit, printed).toBe(0)
})

test('the TypeScript blocks compile, as strict as the package of byom init', async () => {
  const tsconfig = JSON.parse(
    await readFile(join(folder, 'byom-plugin-round-share', 'tsconfig.json'), 'utf8'),
  )
  const files = of('ts').map(({ file }) => file)
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...tsconfig, include: files }))
  const { exit, text } = await shell(folder, 'tsc --noEmit', env)
  expect(exit, text).toBe(0)
})

test('the sampler fits into 15 lines', () => {
  const { text } = blocks.find(({ file }) => file === 'keep-large.ts')!
  const [sampler] = /^const keepLarge.*?^\}\)$/ms.exec(text)!
  expect(sampler.split('\n').length).toBeLessThanOrEqual(15)
})

test.each(of('json').map(({ file, text }) => [file, text]))('%s is a config', (_, text) => {
  expect(isConfig(JSON.parse(text)), JSON.stringify(isConfig.errors)).toBe(true)
})

/** A job over the text of `data`, with a config of the folder. */
async function job(name: string, config: string, data: string, more: Record<string, string> = {}) {
  const work = join(folder, 'jobs', name)
  await mkdir(work, { recursive: true })
  await writeFile(join(work, 'data.csv'), data)
  const { exit, text } = await shell(work, 'byom run', {
    ...env,
    BYOM_OPT_ML: join(work, 'opt'),
    BYOM_CONFIG: join(folder, config),
    dataset_source: join(work, 'data.csv'),
    dataset_format: '{"csv": {"header": true}}',
    output_path: work,
    publish_cloudwatch_metrics: 'Enabled',
    ...more,
  })
  expect(exit, text).toBe(0)
  const read = (file: string) => readFile(join(work, file), 'utf8')
  return { work, text, read, json: async (file: string) => JSON.parse(await read(file)) }
}

describe('what the guide says comes true', () => {
  test('results land where the table says', async () => {
    const baseline = await job('longest', 'byom.json', 'city\nUlm\nBonn\n')
    const [feature] = (await baseline.json('statistics.json')).features
    expect(feature.custom.longest).toEqual({ bytes: 4 })
    expect((await baseline.json('constraints.json')).features[0].custom.longest).toEqual({ limit: 22 })
    const later = await job('longest-later', 'byom.json', 'city\nLlanfairpwllgwyngyllgogerychwyrndrobwll\n', {
      baseline_statistics: join(baseline.work, 'statistics.json'),
      baseline_constraints: join(baseline.work, 'constraints.json'),
    })
    expect((await later.json('constraint_violations.json')).violations).toContainEqual({
      feature_name: 'city',
      constraint_check_type: 'longest_check',
      description: 'The longest text has 39 bytes, at most 22 are expected',
      value: 39,
      threshold: 22,
    })
    expect(await later.read('opt/output/metrics/cloudwatch/cloudwatch_metrics.jsonl')).toContain(
      '"feature_longest_city"',
    )
    const [longest] = (await later.json('run.json')).plugins.filter(
      ({ name }: { name: string }) => name === 'longest',
    )
    expect(longest).toMatchObject({ version: '1.0.0', integrity: expect.stringMatching(/^sha256-/) })
  })

  test('the sampler keeps what it says', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i % 100}`)
    const { json } = await job('sampler', 'sampler.json', ['amount', ...rows, ''].join('\n'))
    const { dataset, features } = await json('statistics.json')
    expect(dataset.sampling).toMatchObject({ sampler: 'keep-large', rows_seen: 1000 })
    expect(dataset.item_count).toBeGreaterThan(540)
    expect(dataset.item_count).toBeLessThan(660)
    expect(features[0].numerical_statistics.max).toBe(99)
  })

  test('logger and publisher', async () => {
    const config = {
      plugins: ['./messages.ts', './summary.ts'],
      loggers: [{ name: 'messages' }],
      publishers: [{ name: 'summary' }],
    }
    await writeFile(join(folder, 'both.json'), JSON.stringify(config))
    const { text, read } = await job('both', 'both.json', 'city\nUlm\n')
    expect(text).toMatch(/^info: \w/m)
    expect(await read('summary.txt')).toMatch(/^Completed: .* \(0 violations\)\n$/)
  })

  test('the packed package, installed beside byom.json', async () => {
    const packed = (await readdir(join(folder, 'byom-plugin-round-share'))).find((name) =>
      name.endsWith('.tgz'),
    )!
    const target = join(folder, 'node_modules', 'byom-plugin-round-share')
    await mkdir(target)
    const unpack = `tar -xzf byom-plugin-round-share/${packed} -C ${target} --strip-components 1`
    expect((await shell(folder, unpack, env)).exit).toBe(0)
    expect((await readdir(join(target, 'dist'))).sort()).toEqual(['plugin.d.ts', 'plugin.js'])
    const { json } = await job('installed', 'installed.json', 'n\n10\n11\n')
    expect((await json('statistics.json')).features[0].custom['round-share']).toEqual({ share: 0.5 })
  })

  test('the image: its COPY lines, into a folder instead of /', async () => {
    const { text } = of('dockerfile')[0]!
    const root = join(folder, 'image')
    const context = join(folder, 'context')
    await mkdir(join(context, 'my-plugin'), { recursive: true })
    await cp(join(folder, 'longest.ts'), join(context, 'my-plugin', 'plugin.ts'))
    await writeFile(join(context, 'byom.json'), '{"analyzers": {"longest": {"factor": 5}}}')
    const copies = [...text.matchAll(/^COPY (\S+) (\S+)$/gm)]
    expect(copies).toHaveLength(2)
    for (const [, from, to] of copies) await cp(join(context, from!), join(root, to!), { recursive: true })
    const [, plugin, config] = text.match(/ (\/opt\S+).* (\/etc\S+)/s)!
    expect(plugin!.replace(/[^/]+$/, '*')).toBe(bakedPlugins)
    // The default of `plugins` is an absolute path of the image, so here it is said.
    const settings = JSON.parse(await readFile(join(root, config!), 'utf8'))
    await writeFile(
      join(folder, 'baked.json'),
      JSON.stringify({ ...settings, plugins: [join(root, bakedPlugins)] }),
    )
    const { json } = await job('image', 'baked.json', 'city\nUlm\n')
    expect((await json('constraints.json')).features[0].custom.longest).toEqual({ limit: 25 })
  })
})
