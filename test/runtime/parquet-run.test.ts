/** Runs over Parquet on several threads: a real process, because DuckDB ends the one in which it is disturbed. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Run } from '../../contracts/types.generated.ts'
import { endOfJob, report, runJob, startJob, textOf } from '../run-job.ts'

const rows = 600_000
let root: string
let source: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'byom-parquet-run-'))
  source = join(root, 'in')
  await mkdir(source)
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const columns = Array.from({ length: 8 }, (_, c) => `hash(range + ${c}) / 1e9 AS x${c}`)
  await connection.run(
    `COPY (SELECT range AS id, 'text ' || range % 1000 AS t, ${columns} FROM range(${rows})) TO '${join(source, 'a.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 20480)`,
  )
  connection.closeSync()
  instance.closeSync()
})
afterAll(() => rm(root, { recursive: true }))

async function environment(workers: number, from = source): Promise<Record<string, string>> {
  const config = join(root, `${workers}.json`)
  await writeFile(config, JSON.stringify({ workers, plan: { unitBytes: 16 * 2 ** 20 } }))
  return { dataset_source: from, dataset_format: '{"parquet":{}}', BYOM_CONFIG: config }
}

async function bytes(output: string): Promise<Record<string, string | undefined>> {
  const names = (await readdir(output)).filter((name) => name !== 'run.json')
  const texts = names.map(async (name) => [name, await textOf(join(output, name))] as const)
  return Object.fromEntries(await Promise.all(texts))
}

test('any number of workers gives the same bytes', async () => {
  const alone = await runJob(join(root, 'alone'), await environment(0))
  const two = await runJob(join(root, 'two'), await environment(2))
  expect(two, two.log).toMatchObject({ exit: 0, message: alone.message })
  const { plan, counts, timing } = await report<Run>(two, 'run.json')
  expect(plan.units).toBeGreaterThan(3)
  expect(timing.workers).toBe(2)
  expect(counts.rows).toBe(rows)
  const expected = await bytes(alone.output)
  expect(Object.keys(expected)).toContain('statistics.json')
  expect(await bytes(two.output)).toEqual(expected)
})

test.each([0, 2])('a stopped run with %i workers ends as others do', async (workers) => {
  const folder = join(root, `stopped${workers}`)
  const variables = await environment(workers)
  const job = startJob(folder, variables)
  await new Promise<void>((resolve) => {
    job.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.includes('plan ready')) resolve()
    })
    job.once('exit', () => resolve())
  })
  await new Promise((resolve) => setTimeout(resolve, 400))
  job.kill('SIGTERM')
  const { exitCode, all } = await job
  const run = await endOfJob(folder, variables, exitCode, all)
  expect(run, run.log).toMatchObject({ exit: 143, message: 'Stopped: the job received SIGTERM.' })
})

test('a file that is damaged in the middle ends the run with its name', async () => {
  const damaged = join(root, 'damaged')
  await mkdir(damaged)
  const content = await readFile(join(source, 'a.parquet'))
  await writeFile(join(damaged, 'good.parquet'), content)
  content.fill(0xff, content.length >> 1, (content.length >> 1) + (content.length >> 3))
  await writeFile(join(damaged, 'worse.parquet'), content)
  const run = await runJob(join(root, 'broken'), await environment(2, damaged))
  expect(run, run.log).toMatchObject({
    exit: 3,
    message: expect.stringMatching(/worse\.parquet cannot be read/),
  })
})
