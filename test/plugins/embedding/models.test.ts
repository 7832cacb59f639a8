/** Vectors made by a user's model, through the entry point. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConstraintViolations, Run, Statistics } from '../../../contracts/types.generated.ts'
import { endOfJob, type JobRun, report, runJob, startJob, textOf } from '../../run-job.ts'

const golden = new URL('../../golden/', import.meta.url).pathname
const model = (name: string) => join(golden, 'models', name)
const proverbs = { feature: 'text', path: model('proverbs.onnx'), tokenizer: model('vocab.txt') }
/** In an order of no meaning. */
const sorted = (await readFile(join(golden, 'proverbs', 'proverbaro'), 'utf8'))
  .split(/\n%\n?/)
  .map((text) => text.trim())
  .filter((text) => text.length > 12)
const texts = sorted.map((_, i) => sorted[(1009 * i) % sorted.length]!)

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-embedding-'))
})
afterAll(() => rm(work, { recursive: true }))

interface Ask {
  readonly records: readonly object[]
  readonly models: readonly object[]
  readonly config?: object
  readonly environment?: Record<string, string>
}

async function prepared(name: string, { records, models, config = {}, environment = {} }: Ask) {
  const folder = join(work, name)
  await mkdir(join(folder, 'in'), { recursive: true })
  await writeFile(
    join(folder, 'in', 'data.jsonl'),
    records.map((each) => `${JSON.stringify(each)}\n`).join(''),
  )
  const features = [
    { name: 'text', from: 'record', path: 'text', kind: 'text' },
    { name: 'photo', from: 'record', path: 'photo', kind: 'bytes' },
  ]
  const analyzers = { nlp: false, llm: false, cv: false, embedding: { models } }
  await writeFile(join(folder, 'byom.json'), JSON.stringify({ features, analyzers, ...config }))
  return {
    folder,
    environment: {
      BYOM_CONFIG: join(folder, 'byom.json'),
      dataset_source: join(folder, 'in'),
      dataset_format: '{"json": {"lines": true}}',
      ...environment,
    },
  }
}

async function run(name: string, ask: Ask): Promise<JobRun> {
  const { folder, environment } = await prepared(name, ask)
  return runJob(folder, environment)
}

const files = ({ output }: JobRun) => ({
  baseline_statistics: join(output, 'statistics.json'),
  baseline_constraints: join(output, 'constraints.json'),
})
const records = (from: number, to: number) => texts.slice(from, to).map((text) => ({ text }))
const violationsOf = async (job: JobRun) =>
  (await report<ConstraintViolations>(job, 'constraint_violations.json')).violations

describe('a baseline and what follows', () => {
  let baseline: JobRun
  beforeAll(async () => {
    baseline = await run('baseline', { records: records(0, 900), models: [proverbs] })
    expect(baseline.exit, baseline.log).toBe(0)
  })

  test('names the model, and unchanged texts are no alarm', async () => {
    const bytes = await readFile(proverbs.path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { models } = await report<Run>(baseline, 'run.json')
    expect(models).toEqual([{ path: proverbs.path, bytes: bytes.length, sha256 }])
    const { custom } = await report<Statistics>(baseline, 'statistics.json')
    expect(custom).toMatchObject({
      analyzers: {
        'embedding@1': {
          features: [
            {
              name: 'text_embedding',
              present: 900,
              dimension: 24,
              unreadable: 0,
              model: { file: 'proverbs.onnx', sha256 },
            },
          ],
        },
      },
    })
    const same = await run('same', {
      records: records(900, 1300),
      models: [proverbs],
      environment: files(baseline),
    })
    expect(same.message, same.log).toBe('Completed: Job completed successfully with no violations.')
  })

  test('other texts are an alarm', async () => {
    const shifted = records(900, 1300).map(({ text }, i) => ({
      text: i % 3 === 0 ? text.normalize('NFD').replaceAll(/[aeiou]/g, 'e') : text,
    }))
    const job = await run('shifted', { records: shifted, models: [proverbs], environment: files(baseline) })
    const violations = await violationsOf(job)
    expect(violations.map((each) => each.constraint_check_type)).toEqual(['baseline_drift_check'])
  })

  test.each([
    ['no model', [], /^Model requirement is not met: no ONNX model was asked, in the baseline the model/],
    [
      'another tokenizer',
      [{ ...proverbs, tokenizer: model('tokenizer.json') }],
      /with another tokenizer than/,
    ],
    ['other options', [{ ...proverbs, pooling: 'cls' }], /with other options than in the baseline/],
  ])('%s is said instead of a comparison', async (name, models, wanted) => {
    const job = await run(name.replaceAll(' ', '-'), {
      records: records(900, 1000).map(({ text }) => ({ text, vector: [1, 2] })),
      models,
      config: {
        features: [
          { name: 'text', from: 'record', path: 'text', kind: 'text' },
          ...(models.length === 0
            ? [{ name: 'text_embedding', from: 'record', path: 'vector', kind: 'vector' }]
            : []),
        ],
      },
      environment: files(baseline),
    })
    expect(job.exit, job.log).toBe(0)
    const violations = await violationsOf(job)
    expect(violations.map((each) => each.constraint_check_type)).toEqual(['model_check'])
    expect(violations[0]!.description).toMatch(wanted)
  })

  test('a feature that is gone is said', async () => {
    const job = await run('gone', {
      records: [{ other: 1 }, { other: 2 }],
      models: [proverbs],
      environment: files(baseline),
    })
    const [violation] = await violationsOf(job)
    expect(violation).toMatchObject({
      feature_name: 'text_embedding',
      constraint_check_type: 'missing_column_check',
    })
  })
})

test('the same bytes with any number of workers, and the same vectors from any cut', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({ text: `${texts[i % texts.length]} ${i}` }))
  const runs = await Promise.all(
    [
      { plan: { unitBytes: 65_536 }, workers: 0 },
      { plan: { unitBytes: 65_536 }, workers: 2 },
      { plan: { unitBytes: 1e8 } },
    ].map((config, i) => run(`cut-${i}`, { records: many, models: [proverbs], config })),
  )
  const [alone, spread, whole] = await Promise.all(
    runs.map((job) => textOf(join(job.output, 'statistics.json'))),
  )
  const { plan, timing } = await report<Run>(runs[1]!, 'run.json')
  expect(plan.units).toBeGreaterThan(1)
  expect(timing.workers).toBe(2)
  expect(spread).toBe(alone)
  // The sample of the baseline holds the vectors themselves.
  const sketches = (text: string | undefined) => [...text!.matchAll(/"(f32|f64|b64)[^"]*"/g)].map(String)
  expect(sketches(whole)).toEqual(sketches(alone))
})

describe('what cannot work', () => {
  test('without the package the job says what to install, before data is read', async () => {
    const { folder, environment } = await prepared('absent', { records: records(0, 3), models: [proverbs] })
    // What Node's loader does when the package is not there.
    const hook = `import { registerHooks } from 'node:module'
      registerHooks({ resolve(name, context, next) {
        return next(name === 'onnxruntime-node' ? 'onnxruntime-node-that-is-not-there' : name, context) } })`
    const NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(hook)}`
    const job = await runJob(folder, { ...environment, NODE_OPTIONS })
    expect(job.exit, job.log).toBe(2)
    expect(job.message).toContain(
      'analyzer embedding: models[0]: onnxruntime-node is not installed. It runs ONNX models',
    )
    expect(job.message).toContain('npm install --ignore-scripts onnxruntime-node')
  })

  test('names that are given twice, and files that are not there', async () => {
    const models = [proverbs, { ...proverbs, path: '/none.onnx' }]
    const job = await run('problems', { records: records(0, 3), models })
    expect(job.exit).toBe(2)
    expect(job.message).toContain('models makes vectors named text_embedding twice: set name')
    expect(job.message).toContain('models[1]: the model /none.onnx cannot be read: there is no such file')
  })

  test('a model that refuses everything fails its section, in its own words', async () => {
    // Tokens that the model does not know.
    const tokenizer = join(work, 'vocab.txt')
    const strange = Array.from({ length: 5000 }, (_, i) => `token${i}`)
    await writeFile(tokenizer, `${[...strange, '[UNK]', '[CLS]', '[SEP]'].join('\n')}\n`)
    const job = await run('refused', { records: records(0, 5), models: [{ ...proverbs, tokenizer }] })
    expect(job.exit).toBe(5)
    expect(job.message).toContain('proverbs.onnx answered none of 5 records')
    expect(job.message).toContain('indices element out of data bounds')
    expect(job.log).not.toContain(' at ')
  })

  test('records that are no images are counted', async () => {
    const photo = (await readFile(model('noise.png'))).toString('base64')
    const found = await run('images', {
      records: [{ photo }, { photo: 'AAAA' }, {}, { photo: photo.slice(0, 400) }, { photo }],
      models: [{ feature: 'photo', path: model('photos.onnx'), name: 'picture' }],
    })
    expect(found.exit, found.log).toBe(0)
    const { custom } = await report<Statistics>(found, 'statistics.json')
    expect(custom).toMatchObject({
      analyzers: {
        'embedding@1': { features: [{ name: 'picture', present: 2, missing: 3, unreadable: 2 }] },
      },
    })
  })
})

test('a stop while a model is at work ends the run within five seconds: exit 143', async () => {
  const { folder, environment } = await prepared('slow', {
    records: records(0, 200),
    models: [{ ...proverbs, path: model('slow.onnx') }],
  })
  const job = startJob(folder, environment)
  let stopped = 0
  job.all.on('data', (text: Buffer) => {
    if (text.includes('plan ready'))
      setTimeout(() => {
        stopped = performance.now()
        job.kill('SIGTERM')
      }, 2500)
  })
  const { exitCode, all } = await job
  expect(performance.now() - stopped).toBeLessThan(5000)
  const ended = await endOfJob(folder, environment, exitCode, all)
  expect(ended).toMatchObject({ exit: 143, message: 'Stopped: the job received SIGTERM.' })
  expect(await textOf(join(ended.output, 'statistics.json'))).toBeUndefined()
})

test('a unit that fails while a model is at work on another ends the run with its own error', async () => {
  const script = join(work, 'boom.js')
  await writeFile(
    script,
    `exports.preprocess_handler = (record) => {
      if (!JSON.stringify(record).includes('boom')) return record
      for (const end = Date.now() + 2000; Date.now() < end; );
      throw new Error('boom')
    }`,
  )
  const long = 'x'.repeat(500)
  const job = await run('boom', {
    records: [{ text: 'boom' }, ...records(0, 400).map(({ text }) => ({ text: `${text} ${long}` }))],
    models: [{ ...proverbs, path: model('slow.onnx') }],
    config: { plan: { unitBytes: 65_536 }, workers: 2, handlers: { unconfined: true } },
    environment: { record_preprocessor_script: script },
  })
  expect(job.exit, job.log).toBe(4)
  expect(job.message).toContain('Error: boom (data.jsonl, record 1)')
})
