/** images/extend.Dockerfile as it is: a company's image with a plugin and settings of its own. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { locked, processing, runContainer } from '../container-job.ts'
import { docker, runtimeImage } from '../docker.ts'
import { report } from '../run-job.ts'

const checkout = new URL('../../', import.meta.url).pathname
const dockerfile = join(checkout, 'images/extend.Dockerfile')
const built = await runtimeImage()

describe.skipIf(!built)('an image that extends the runtime image', () => {
  let work: string
  const tag = `${built}-extended`

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-extend-'))
    const context = join(work, 'context')
    await mkdir(join(context, 'plugins'), { recursive: true })
    await cp(join(checkout, 'test/examples/zeros'), join(context, 'plugins/zeros'), { recursive: true })
    await writeFile(
      join(context, 'byom.json'),
      '{ "analyzers": { "data-quality": { "maxCategories": 50 } } }',
    )
    const text = await readFile(dockerfile, 'utf8')
    expect(text.trim().split('\n')).toHaveLength(3)
    // The name that a reader gave the image with --tag.
    await writeFile(join(work, 'Dockerfile'), text.replace(/^FROM byom$/m, `FROM ${built}`))
    const { exit, all } = await docker('build', '--tag', tag, '--file', join(work, 'Dockerfile'), context)
    expect(exit, all).toBe(0)
  })
  afterAll(async () => {
    await docker('image', 'rm', tag)
    await rm(work, { recursive: true, force: true })
  })

  test.each<[string, readonly string[]]>([
    ['as root', []],
    ['locked up', locked],
  ])('runs its plugin beside the built-in ones, with its settings, %s', async (name, flags) => {
    const folder = join(work, name.replaceAll(' ', '-'))
    await mkdir(folder)
    const data = join(folder, 'data.csv')
    await writeFile(data, ['n', ...Array.from({ length: 100 }, (_, i) => i % 4), ''].join('\n'))
    const run = await runContainer(
      tag,
      folder,
      { dataset_source: `${processing}/input/data.csv`, dataset_format: '{"csv": {"header": true}}' },
      { inputs: { [`${processing}/input/data.csv`]: data }, flags },
    )
    expect(run.exit, run.log).toBe(0)
    const statistics = await report<Statistics>(run, 'statistics.json')
    expect(statistics.features[0]).toMatchObject({ name: 'n', custom: { zeros: { share: 0.25 } } })
    const { plugins, config } = (await report<Run>(run, 'run.json')) as Run & Record<string, unknown>
    expect(JSON.stringify(plugins)).toMatch(/"zeros".*sha256-/)
    expect(JSON.stringify({ config, plugins })).toContain('/opt/byom/plugins')
  })
})
