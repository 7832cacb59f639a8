/**
 * Each folder of test/samples is an example, a piece of documentation and a golden test: sample.json says how the job is
 * started, which model it asks and how it ends, input/, baseline/ and opt/ (for /opt/ml) hold what it reads, expected/ what it writes, byte for byte.
 * `npm run test:update` rewrites expected/; the diff is the review.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../contracts/types.generated.ts'
import { type ModelServer, serveModel } from './plugins/attribution/model-server.ts'
import { type JobRun, report, runJob, textOf } from './run-job.ts'

interface Sample {
  readonly title: string
  /** Variables of the job. Paths are relative to the sample's folder; `$OUT` is the output folder. */
  readonly environment: Readonly<Record<string, string>>
  /** Content of byom.json; `$MODEL` is the address of the model. */
  readonly config?: object
  /** Linear model that a server answers with, as a model container: the logistic of its sum. */
  readonly model?: string
  readonly exit: number
  readonly message: string
}

const samples = new URL('./samples/', import.meta.url).pathname
const names = (await readdir(samples, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
const update = process.env['UPDATE_EXPECTED'] === '1'

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-samples-'))
})
afterAll(() => rm(work, { recursive: true }))

describe.concurrent('samples', () => {
  test.each(names)('%s', async (name) => {
    const folder = join(samples, name)
    const sample: Sample = JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8'))
    expect(sample.title).toMatch(/^\S.*\.$/)
    const run = await runSample(sample, folder, join(work, name))
    expect({ exit: run.exit, message: run.message }, run.log).toEqual({
      exit: sample.exit,
      message: sample.message,
    })
    const written = await filesOf(run)
    if (update) await rewrite(join(folder, 'expected'), written)
    const expected = await readAll(join(folder, 'expected'))
    expect([...written.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [file, text] of written) expect(text, file).toBe(expected.get(file))
  })
})

async function runSample(sample: Sample, folder: string, target: string): Promise<JobRun> {
  await mkdir(target)
  // What a platform puts below /opt/ml, where a sample has it.
  await cp(join(folder, 'opt'), join(target, 'opt'), { recursive: true }).catch(() => {})
  const output = join(target, 'out')
  const environment: Record<string, string> = {}
  for (const [variable, value] of Object.entries(sample.environment))
    environment[variable] = value.replaceAll('$OUT', output)
  const server = sample.model === undefined ? undefined : await serveLinear(join(folder, sample.model))
  if (sample.config) {
    environment['BYOM_CONFIG'] = join(target, 'byom.json')
    const text = JSON.stringify(sample.config).replaceAll('$MODEL', server?.url ?? '')
    await writeFile(environment['BYOM_CONFIG'], text)
  }
  try {
    return await runJob(target, environment, folder)
  } finally {
    await server?.close()
  }
}

async function serveLinear(path: string): Promise<ModelServer> {
  const { weights, bias }: { weights: number[]; bias: number } = JSON.parse(await readFile(path, 'utf8'))
  const sum = (row: readonly unknown[]) => row.reduce<number>((z, x, k) => z + Number(x) * weights[k]!, bias)
  return serveModel({ scores: (row) => 1 / (1 + Math.exp(-sum(row))) })
}

/** What a run wrote, without what is different each time. */
async function filesOf(run: JobRun): Promise<Map<string, string>> {
  const files = await readAll(run.output)
  if (files.delete('run.json')) {
    const { rejected } = await report<Run>(run, 'run.json')
    if (rejected.length > 0) files.set('rejected.json', `${JSON.stringify(rejected, undefined, 2)}\n`)
  }
  if (run.metrics !== undefined) files.set('metrics.jsonl', run.metrics)
  return files
}

/** All files of a folder; none when there is no such folder. */
async function readAll(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile()) files.set(relative(folder, path), (await textOf(path))!)
  }
  return files
}

async function rewrite(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const [name, text] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}
