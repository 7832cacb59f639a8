/** images/onnx.Dockerfile as it is: models of a user in the image, with what runs them. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { locked, processing, runContainer } from '../container-job.ts'
import { docker, runtimeImage } from '../docker.ts'
import { report } from '../run-job.ts'

const checkout = new URL('../../', import.meta.url).pathname
const dockerfile = join(checkout, 'images/onnx.Dockerfile')
const models = join(checkout, 'test/golden/models')
const built = await runtimeImage()
const config = {
  features: [{ name: 'text', from: 'record', path: 'text', kind: 'text' }],
  analyzers: {
    embedding: {
      models: [
        { feature: 'text', path: '/opt/models/proverbs.onnx', tokenizer: '/opt/models/tokenizer.json' },
      ],
    },
  },
}

describe.skipIf(!built)('an image with a model', () => {
  let work: string
  const tag = `${built}-onnx`

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-onnx-image-'))
    const context = join(work, 'context')
    await mkdir(join(context, 'models'), { recursive: true })
    for (const name of ['proverbs.onnx', 'tokenizer.json'])
      await copyFile(join(models, name), join(context, 'models', name))
    await writeFile(join(context, 'byom.json'), JSON.stringify(config))
    const text = await readFile(dockerfile, 'utf8')
    await writeFile(join(work, 'Dockerfile'), text.replace(/^FROM byom$/m, `FROM ${built}`))
    const { exit, all } = await docker('build', '--tag', tag, '--file', join(work, 'Dockerfile'), context)
    expect(exit, all).toBe(0)
  })
  afterAll(async () => {
    await docker('image', 'rm', tag)
    await rm(work, { recursive: true, force: true })
  })

  const start = async (name: string, image: string, more: object = {}) => {
    const folder = join(work, name)
    await mkdir(folder)
    const data = join(folder, 'data.jsonl')
    const lines = Array.from({ length: 100 }, (_, i) =>
      JSON.stringify({ text: `ne kuru post du leporoj ${i}` }),
    )
    await writeFile(data, `${lines.join('\n')}\n`)
    return runContainer(
      image,
      folder,
      { dataset_source: `${processing}/input/data.jsonl`, dataset_format: '{"json": {"lines": true}}' },
      { inputs: { [`${processing}/input/data.jsonl`]: data, ...more }, flags: locked },
    )
  }

  test('makes vectors, locked up', async () => {
    const run = await start('with', tag)
    expect(run.exit, run.log).toBe(0)
    const { custom } = await report<Statistics>(run, 'statistics.json')
    expect(custom).toMatchObject({
      analyzers: { 'embedding@1': { features: [{ name: 'text_embedding', present: 100, dimension: 24 }] } },
    })
    const { models: named } = await report<Run>(run, 'run.json')
    expect(named).toMatchObject([{ path: '/opt/models/proverbs.onnx', bytes: 86_693 }])
  })

  test('is larger by the library of one platform', async () => {
    const size = async (image: string) =>
      Number((await docker('image', 'inspect', '--format', '{{.Size}}', image)).stdout)
    // The package brings the libraries of six platforms.
    expect((await size(tag)) - (await size(built!))).toBeLessThan(52e6)
  })

  test('the runtime image alone says what it lacks', async () => {
    const byom = join(work, 'byom.json')
    await writeFile(byom, JSON.stringify(config))
    const run = await start('without', built!, {
      '/opt/ml/processing/input/config/byom.json': byom,
      '/opt/models/proverbs.onnx': join(models, 'proverbs.onnx'),
      '/opt/models/tokenizer.json': join(models, 'tokenizer.json'),
    })
    expect(run.exit, run.log).toBe(2)
    expect(run.message).toContain('onnxruntime-node is not installed')
  })
})
