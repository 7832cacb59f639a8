/** The SageMaker Python SDK's local mode starts the image with docker-compose, and its classes load what came out. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeClient, docker, runtimeImage } from '../docker.ts'
import { installPython, isMissing } from '../plugins/publishers/python.ts'
import { runJob } from '../run-job.ts'

const script = new URL('local-session.py', import.meta.url).pathname
const churn = new URL('../golden/churn/', import.meta.url).pathname
const csv = '{"csv": {"header": true}}'

const image = (await composeClient()) ? await runtimeImage() : undefined
const python = await installPython('sagemaker>=2.257,<3', 'moto[server]>=5.1,<6')
if ('reason' in python) process.stdout.write(`the SageMaker SDK cannot be installed: ${python.reason}\n`)

describe.skipIf(!image || isMissing(python))("the SDK's LocalSession", () => {
  let work: string
  let found: {
    statistics: object
    constraints: object
    runs: Record<string, { statistics: object; violations: { violations: object[] } }>
    failure: string
  }
  let log: string

  beforeAll(async () => {
    if ('reason' in python) throw new Error(python.reason)
    work = await mkdtemp(join(tmpdir(), 'byom-local-session-'))
    const folder = join(work, 'sdk')
    await mkdir(folder)
    const training = join(churn, 'training-dataset-with-header.csv')
    await writeFile(join(work, 'current.csv'), await drifted())
    const env = {
      AWS_ACCESS_KEY_ID: 'any',
      AWS_SECRET_ACCESS_KEY: 'any',
      AWS_DEFAULT_REGION: 'eu-west-1',
      SAGEMAKER_SUPPRESS_V2_WARNING: '1',
      TMPDIR: folder,
    }
    const run = await execa({
      env,
      all: true,
      reject: false,
    })`${python.python} ${script} ${image!} ${folder} ${training} ${join(work, 'current.csv')}`
    log = run.all
    if (run.exitCode !== 0) throw new Error(log)
    found = JSON.parse(run.stdout.split('\n').at(-1)!)
  }, 300_000)

  afterAll(async () => {
    // The SDK leaves its containers and its network.
    const format = '{{.ID}} {{.Label "com.docker.compose.project.working_dir"}}'
    const { stdout } = await docker('ps', '--all', '--no-trunc', '--format', format)
    for (const line of stdout.split('\n')) {
      const [id, folder] = line.split(' ')
      if (folder?.startsWith(work)) await docker('rm', '--force', id!)
    }
    await docker('network', 'rm', 'sagemaker-local')
    await rm(work, { recursive: true, force: true })
  })

  /** The validation set, with twice the first feature and words in the second. */
  async function drifted(): Promise<string> {
    const text = await readFile(join(churn, 'validation-dataset-with-header.csv'), 'utf8')
    const [header, ...rows] = text.trimEnd().split('\n')
    const changed = rows.map((row, i) => {
      const [label, first, second, ...rest] = row.split(',')
      return [label, Number(first) * 2, i % 3 === 0 ? 'many' : second, ...rest].join(',')
    })
    return [header, ...changed, ''].join('\n')
  }

  /** What the same job gives without a container. */
  const direct = async (name: string, source: string, environment: Record<string, string> = {}) => {
    const folder = join(work, name)
    await mkdir(folder)
    const run = await runJob(folder, {
      dataset_source: source,
      dataset_format: csv,
      ...environment,
    })
    expect(run.exit, run.log).toBe(0)
    return async (report: string) => JSON.parse(await readFile(join(run.output, report), 'utf8'))
  }

  test('runs a baseline and monitoring jobs on one and on two hosts, with the numbers of direct runs', async () => {
    const baseline = await direct('baseline', join(churn, 'training-dataset-with-header.csv'))
    expect(found.statistics).toEqual(await baseline('statistics.json'))
    expect(found.constraints).toEqual(await baseline('constraints.json'))
    const monitored = await direct('monitored', join(work, 'current.csv'), {
      baseline_statistics: join(work, 'baseline/out/statistics.json'),
      baseline_constraints: join(work, 'baseline/out/constraints.json'),
      metric_time: '2024-05-01T10:00:00Z',
    })
    const violations = await monitored('constraint_violations.json')
    expect(violations.violations.length).toBeGreaterThan(0)
    for (const hosts of ['1', '2'])
      expect(found.runs[hosts], log).toEqual({
        statistics: await monitored('statistics.json'),
        violations,
      })
  })

  test('on two hosts, the second one stays until the first has ended', () => {
    expect(log).toMatch(/waiting until algo-1-\w+ has ended/)
    expect(log).toMatch(/algo-1-\w+ exited with code 0/)
  })

  test('says that a job failed, and with which code', () => {
    expect(found.failure).toMatch(/exited with code: 2/)
    expect(log).toContain('dataset_source is not set')
  })
})
