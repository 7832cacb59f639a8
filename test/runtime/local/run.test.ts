/** `byom local` against a real engine: what it starts, what the containers see, how it ends, what is left. */
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa } from 'execa'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CreateProcessingJob } from '../../../contracts/types.generated.ts'
import type { LocalEvent } from '../../../runtime/local/run.ts'
import type { EndEvent } from '../../../runtime/local/show.ts'
import { docker, runtimeImage } from '../../docker.ts'
import { runCommand, runJob, startJob } from '../../run-job.ts'

const checkout = new URL('../../../', import.meta.url).pathname
const churn = join(checkout, 'test/golden/churn/training-dataset-with-header.csv')
const built = await runtimeImage()

describe.skipIf(!built)('byom local', () => {
  const image = built as string
  let work: string
  let folder: string
  /** Of one test: others may run jobs on the same engine. */
  let jobName: string
  let jobs = 0

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'byom-local-test-'))
  })
  afterAll(() => rm(work, { recursive: true, force: true }))
  beforeEach(async () => {
    folder = await mkdtemp(join(work, 'job-'))
    jobName = `test-${process.pid}-${++jobs}`
  })
  afterEach(async () => {
    expect(await leftovers()).toEqual([])
  })

  /** Names of containers, volumes and networks that the test's job made. */
  async function leftovers(): Promise<string[]> {
    const filter = ['--filter', `label=byom.local.job=${jobName}`]
    const lists = await Promise.all([
      docker('ps', '--all', '--format', '{{.Names}}', ...filter),
      docker('volume', 'ls', '--quiet', ...filter),
      docker('network', 'ls', '--format', '{{.Name}}', ...filter),
    ])
    return lists.flatMap(({ stdout }) => stdout.split('\n').filter(Boolean))
  }

  const put = async (name: string, content: string) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }

  /** A request whose containers run a script of Node. */
  const scripted = (script: string, more: Partial<CreateProcessingJob> = {}): CreateProcessingJob => ({
    ProcessingJobName: jobName,
    AppSpecification: { ImageUri: image, ContainerEntrypoint: ['/usr/bin/tini', '--', 'node', '-e', script] },
    ...more,
  })

  interface Ran {
    readonly exit: number | undefined
    readonly end: EndEvent
    readonly events: readonly LocalEvent[]
    readonly log: string
    /** Lines of the containers, by host. */
    readonly lines: (host?: string) => string[]
  }

  async function runRequest(request: CreateProcessingJob, ...args: string[]): Promise<Ran> {
    const file = await put('request.json', JSON.stringify(request))
    const run = await runCommand(folder, {}, { args: ['local', file, '--json', ...args] })
    return ran(run.exit, run.log)
  }

  function ran(exit: number | undefined, log: string): Ran {
    const events: (LocalEvent | EndEvent)[] = log
      .split('\n')
      .filter((line) => line.startsWith('{"type"'))
      .map((line) => JSON.parse(line))
    return {
      exit,
      log,
      events: events.filter((event) => event.type !== 'end'),
      end: events.find((event) => event.type === 'end') as EndEvent,
      lines: (host = 'algo-1') =>
        events.flatMap((event) => (event.type === 'log' && event.host === host ? [event.line] : [])),
    }
  }

  const input = (name: string, uri: string, more: object = {}) => ({
    InputName: name,
    S3Input: {
      S3Uri: uri,
      LocalPath: `/opt/ml/processing/${name}`,
      S3DataType: 'S3Prefix' as const,
      S3InputMode: 'File' as const,
      ...more,
    },
  })
  const output = (name = 'output', uri = 'reports') => ({
    Outputs: [
      {
        OutputName: name,
        S3Output: { S3Uri: uri, LocalPath: `/opt/ml/processing/${name}`, S3UploadMode: 'EndOfJob' as const },
      },
    ],
  })

  describe('a baseline', () => {
    test.each<[string, string[]]>([
      ['as root', []],
      ['locked up as another user, without a network', ['--locked', '--user', '10001', '--isolated']],
    ])('%s: the bytes of a run without containers', async (_, flags) => {
      const request: CreateProcessingJob = {
        ProcessingJobName: jobName,
        AppSpecification: { ImageUri: image },
        Environment: {
          dataset_source: '/opt/ml/processing/data',
          dataset_format: '{"csv": {"header": true}}',
          output_path: '/opt/ml/processing/output',
        },
        ProcessingInputs: [input('data', `file://${churn}`)],
        ProcessingOutputConfig: output(),
      }
      const run = await runRequest(request, ...flags)
      expect(run.exit, run.log).toBe(0)
      expect(run.end).toMatchObject({
        name: jobName,
        status: 'Completed',
        exitMessage: 'Completed: Job completed successfully with no violations.',
        hosts: [{ host: 'algo-1', exitCode: 0, outOfMemory: false }],
        outputs: [{ name: 'output', target: join(folder, 'reports') }],
      })
      const direct = await runJob(join(folder, 'direct'), {
        dataset_source: churn,
        dataset_format: '{"csv": {"header": true}}',
      })
      for (const name of ['statistics.json', 'constraints.json'])
        expect(await readFile(join(folder, 'reports', name), 'utf8')).toBe(
          await readFile(join(direct.output, name), 'utf8'),
        )
    })

    test('and a monitoring run, said by flags, for a person', async () => {
      const flags = ['--image', image, '--data', churn, '--format', 'csv']
      const baseline = join(folder, 'baseline')
      const first = await runCommand(folder, {}, { args: ['local', ...flags, '--output', baseline] })
      expect(first.exit, first.log).toBe(0)
      const second = await runCommand(
        folder,
        {},
        {
          args: [
            'local',
            ...flags,
            '--baseline',
            baseline,
            '--output',
            'out2',
            '--env',
            'metric_time=2024-05-01T00:00:00Z',
          ],
          cwd: folder,
        },
      )
      expect(second.exit, second.log).toBe(0)
      expect(second.log).toMatch(/^byom-local-\d{8}-\d{6}: Completed after \d+\.\d s$/m)
      expect(second.log).toContain('│ ')
      expect(second.log).not.toContain('{"level"')
      expect((await readdir(join(folder, 'out2'))).sort()).toEqual([
        'constraint_violations.json',
        'constraints.json',
        'run.json',
        'statistics.json',
      ])
    })
  })

  test('containers find what the service gives them', async () => {
    await put('in/a.txt', 'A')
    await put('in/deep/b.txt', 'B')
    await symlink(join(folder, 'in/a.txt'), join(folder, 'in/link.txt'))
    const script = `
      const fs = require('node:fs'), p = '/opt/ml/'
      const json = (name) => JSON.parse(fs.readFileSync(p + 'config/' + name + '.json', 'utf8'))
      const stat = (name) => { const { uid, mode } = fs.statSync(p + name); return uid + ' ' + (mode & 0o777).toString(8) }
      console.log(JSON.stringify({
        job: json('processingjobconfig'), resources: json('resourceconfig'), host: require('node:os').hostname(),
        files: fs.readdirSync(p + 'processing/in', { recursive: true }).sort(), colour: process.env.colour,
        link: fs.lstatSync(p + 'processing/in/link.txt').isFile(),
        stat: ['processing/output', 'processing/in', 'processing/in/a.txt', 'config', 'output'].map(stat),
      }))`
    const run = await runRequest(
      scripted(script, {
        Environment: { colour: 'blue = green' },
        ProcessingInputs: [input('in', 'in')],
        ProcessingOutputConfig: output(),
      }),
    )
    expect(run.exit, run.log).toBe(0)
    expect(JSON.parse(run.lines()[0]!)).toMatchObject({
      job: {
        Environment: { colour: 'blue = green' },
        ProcessingInputs: [
          {
            InputName: 'in',
            S3Input: { LocalPath: '/opt/ml/processing/in', S3DataDistributionType: 'FullyReplicated' },
          },
        ],
        StoppingCondition: { MaxRuntimeInSeconds: 86400 },
      },
      resources: { current_host: 'algo-1', hosts: ['algo-1'], network_interface_name: 'eth0' },
      host: 'algo-1',
      colour: 'blue = green',
      files: ['a.txt', 'deep', 'deep/b.txt', 'link.txt'],
      link: true,
      stat: ['0 755', '0 755', '0 644', '0 755', '0 755'],
    })
  })

  test.each<[string, string[] | null, string[] | null, string[]]>([
    ['neither: the image', null, null, ['byom']],
    ['arguments: they replace those of the image', null, ['--version'], ['version']],
    ['an entry point: it replaces both', ['node', '-p', '"own"'], null, ['own']],
    ['both', ['node', '-p'], ['"with " + "arguments"'], ['with arguments']],
  ])('entry point and arguments: %s', async (_, entrypoint, args, expected) => {
    const run = await runRequest({
      AppSpecification: { ImageUri: image, ContainerEntrypoint: entrypoint, ContainerArguments: args },
    })
    const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8'))
    if (expected[0] === 'byom') expect(run.end.exitMessage).toContain('dataset_source is not set')
    else expect(run.lines()).toEqual(expected[0] === 'version' ? [version] : expected)
  })

  test('two hosts share the files of an input, find each other by name, and write into the same output', async () => {
    for (const name of ['c', 'a', 'B', 'd/e', 'é']) await put(`in/${name}.txt`, name)
    const script = `
      const fs = require('node:fs'), net = require('node:net')
      const { current_host, hosts } = JSON.parse(fs.readFileSync('/opt/ml/config/resourceconfig.json', 'utf8'))
      const list = (name) => fs.readdirSync('/opt/ml/processing/' + name, { recursive: true }).filter((n) => n.endsWith('.txt'))
      fs.writeFileSync('/opt/ml/processing/output/' + current_host, '')
      fs.writeFileSync('/opt/ml/output/message', current_host + ' done. ')
      console.log(JSON.stringify({ hosts, shard: list('shard').sort(), whole: list('whole').length }))
      if (current_host === 'algo-1') net.createServer((s) => s.end('hello')).listen(7000).unref(), setTimeout(() => {}, 3000)
      else (function call() {
        const socket = net.connect(7000, 'algo-1')
        socket.on('data', (text) => console.log(String(text))).on('error', () => setTimeout(call, 100))
      })()`
    const run = await runRequest(
      scripted(script, {
        ProcessingInputs: [
          input('shard', 'in', { S3DataDistributionType: 'ShardedByS3Key' }),
          input('whole', 'in'),
        ],
        ProcessingOutputConfig: output(),
        ProcessingResources: { ClusterConfig: { InstanceCount: 2 } },
      }),
    )
    expect(run.exit, run.log).toBe(0)
    const [first] = run.lines('algo-1').map((line) => JSON.parse(line))
    expect(first).toEqual({ hosts: ['algo-1', 'algo-2'], shard: ['B.txt', 'c.txt', 'é.txt'], whole: 5 })
    const [second, greeting] = run.lines('algo-2')
    expect(JSON.parse(second!)).toMatchObject({ shard: ['a.txt', 'd/e.txt'], whole: 5 })
    expect(greeting).toBe('hello')
    expect(run.end).toMatchObject({ status: 'Completed', exitMessage: 'algo-1 done. algo-2 done. ' })
    expect((await readdir(join(folder, 'reports'))).sort()).toEqual(['algo-1', 'algo-2'])
  })

  test('of two hosts of byom the first works and the second stays until it has ended', async () => {
    const run = await runRequest(
      {
        ProcessingJobName: jobName,
        AppSpecification: { ImageUri: image },
        Environment: {
          dataset_source: '/opt/ml/processing/data',
          dataset_format: '{"csv": {"header": true}}',
          output_path: '/opt/ml/processing/output',
        },
        ProcessingInputs: [input('data', churn)],
        ProcessingOutputConfig: output(),
        ProcessingResources: { ClusterConfig: { InstanceCount: 2 } },
      },
      '--isolated',
    )
    expect(run.exit, run.log).toBe(0)
    expect(run.end).toMatchObject({
      status: 'Completed',
      exitMessage: 'Completed: Job completed successfully with no violations.',
    })
    expect(run.end.seconds).toBeLessThan(25)
    const said = run.lines('algo-2').map((line) => JSON.parse(line).message)
    expect(said).toEqual([expect.stringContaining('waiting until algo-1'), 'algo-1 has ended'])
    const statistics = JSON.parse(await readFile(join(folder, 'reports/statistics.json'), 'utf8'))
    expect(statistics.dataset.item_count).toBe(2333)
  })

  test.each([1, 2])('isolation with %i hosts: the outside is out of reach, at once', async (count) => {
    const script = `
      const net = require('node:net'), dns = require('node:dns/promises'), from = Date.now()
      const reach = (host) => new Promise((resolve) => {
        const socket = net.connect({ host, port: 53, timeout: 1500 })
        socket.on('connect', () => resolve('open')).on('error', (e) => resolve(e.code)).on('timeout', () => resolve('silent'))
      })
      const name = (host) => dns.lookup(host).then(() => 'found', (error) => error.code)
      const own = require('node:os').networkInterfaces().eth0?.[0].address ?? '127.0.0.1'
      const gateway = own.replace(/\\d+$/, '1')
      Promise.all([reach('192.0.2.1'), reach(gateway), name('example.com'), name('algo-1')]).then((found) => {
        console.log(JSON.stringify(found.concat(Date.now() - from < 4000)))
        process.exit()
      })`
    const run = await runRequest(
      scripted(script, { ProcessingResources: { ClusterConfig: { InstanceCount: count } } }),
      '--isolated',
    )
    expect(run.exit, run.log).toBe(0)
    const [first, second, outside, own, quick] = JSON.parse(run.lines()[0]!)
    expect(first).not.toBe('open')
    // Of the network of one host alone the address is its own.
    expect(second).toBe(count === 1 ? 'ECONNREFUSED' : 'silent')
    expect(outside).not.toBe('found')
    expect(own).toBe('found')
    expect(quick, run.lines()[0]).toBe(true)
  })

  test('a failure keeps its message and its outputs; symbolic links stay behind', async () => {
    const script = `
      const fs = require('node:fs'), out = '/opt/ml/processing/output/'
      fs.writeFileSync('/opt/ml/output/message', 'Failed: because')
      fs.writeFileSync(out + 'partial.json', '{}')
      fs.symlinkSync('/etc/passwd', out + 'link')
      fs.chmodSync(out + 'partial.json', 0)
      process.exit(7)`
    const run = await runRequest(scripted(script, { ProcessingOutputConfig: output() }))
    expect(run.exit).toBe(8)
    expect(run.end).toMatchObject({
      status: 'Failed',
      exitMessage: 'Failed: because',
      failureReason: 'AlgorithmError: exit code: 7',
    })
    expect(await readdir(join(folder, 'reports'))).toEqual(['partial.json'])
    expect(await readFile(join(folder, 'reports/partial.json'), 'utf8')).toBe('{}')
  })

  test('a message that is not UTF-8 fails the job, a long one is cut', async () => {
    const write = (bytes: string) => `require('node:fs').writeFileSync('/opt/ml/output/message', ${bytes})`
    const bad = await runRequest(scripted(write('Buffer.from([0x61, 0xff])')))
    expect(bad.end).toMatchObject({ status: 'Failed', failureReason: expect.stringContaining('ClientError') })
    expect(bad.exit).toBe(8)
    const long = await runRequest(scripted(write('"x" + "é".repeat(4000)')))
    expect(long.end).toMatchObject({ status: 'Completed', exitMessage: `x${'é'.repeat(511)}` })
  })

  test('the first failure of a host stops the others', async () => {
    const script = `
      const { current_host } = JSON.parse(require('node:fs').readFileSync('/opt/ml/config/resourceconfig.json', 'utf8'))
      if (current_host === 'algo-2') process.exit(9)
      setTimeout(() => {}, 60000)`
    const run = await runRequest(
      scripted(script, { ProcessingResources: { ClusterConfig: { InstanceCount: 2 } } }),
    )
    expect(run.exit).toBe(8)
    expect(run.end.failureReason).toBe('AlgorithmError: exit code: 9, host: algo-2')
    expect(run.end.seconds).toBeLessThan(20)
    expect(run.end.hosts).toMatchObject([{ exitCode: 143 }, { exitCode: 9 }])
  })

  test('the time limit: SIGTERM, then SIGKILL', async () => {
    const polite = await runRequest(scripted('setTimeout(() => {}, 60000)'), '--max-runtime', '1')
    expect(polite.exit).toBe(8)
    expect(polite.end).toMatchObject({
      status: 'Stopped',
      hosts: [{ exitCode: 143 }],
      failureReason: expect.stringContaining('MaxRuntimeExceeded'),
    })
    const deaf = `process.on('SIGTERM', () => console.log('no')); setTimeout(() => {}, 60000)`
    const killed = await runRequest(scripted(deaf), '--max-runtime', '1', '--grace', '1')
    expect(killed.end).toMatchObject({ status: 'Stopped', hosts: [{ exitCode: 137 }] })
    expect(killed.lines()).toEqual(['no'])
    expect(killed.end.seconds).toBeLessThan(15)
  })

  test.each([
    ['of the container', 'const kept = []; for (;;) kept.push(Buffer.alloc(2 ** 24, 1))', 137],
    ['of V8', 'const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, () => ({})))', 134],
  ])('out of memory %s is said as such', async (where, script, code) => {
    const heap = where === 'of V8' ? ['--max-old-space-size=64'] : []
    const run = await runRequest(
      {
        AppSpecification: {
          ImageUri: image,
          ContainerEntrypoint: ['/usr/bin/tini', '-s', '--', 'node', ...heap, '-e', script],
        },
      },
      '--memory',
      where === 'of V8' ? '1g' : '100m',
    )
    expect(run.exit).toBe(8)
    expect(run.end.hosts).toMatchObject([{ outOfMemory: true, exitCode: code }])
    expect(run.end.failureReason).toMatch(/^AlgorithmError: out of memory/)
  })

  test('an image that is not there: said, nothing fetched', async () => {
    const run = await runRequest({ AppSpecification: { ImageUri: 'byom-test:missing' } })
    expect(run.exit).toBe(7)
    expect(run.log).toMatch(/ENGINE_FAILED/)
    expect(run.log).toContain('the engine has no image byom-test:missing: build it')
  })

  test.skipIf(process.getuid?.() !== 0)('a full disk under the output is said as such', async () => {
    const reports = join(folder, 'reports')
    await mkdir(reports)
    await execa`mount -t tmpfs -o size=64k tmpfs ${reports}`
    try {
      const script = `require('node:fs').writeFileSync('/opt/ml/processing/output/large', Buffer.alloc(1e6))`
      const run = await runRequest(scripted(script, { ProcessingOutputConfig: output() }))
      expect(run.exit, run.log).toBe(7)
      expect(run.log).toMatch(
        /output \\"output\\" of algo-1 cannot be copied to .*reports: .*(ENOSPC|no space)/,
      )
    } finally {
      await execa`umount ${reports}`
    }
  })

  test('no engine: said with every place that was tried', async () => {
    const file = await put('request.json', JSON.stringify({ AppSpecification: { ImageUri: 'x' } }))
    const run = await runCommand(
      folder,
      { DOCKER_HOST: `unix://${folder}/no.sock` },
      { args: ['local', file] },
    )
    expect(run.exit).toBe(7)
    expect(run.log).toContain(`${folder}/no.sock`)
    expect(run.log).toContain('DOCKER_HOST')
  })

  describe('interrupted', () => {
    const busy = async () => {
      const script = `console.log('ready'); process.on('SIGTERM', () => { console.log('asked'); process.exit(143) }); setTimeout(() => {}, 60000)`
      const file = await put(
        'request.json',
        JSON.stringify(scripted(script, { ProcessingResources: { ClusterConfig: { InstanceCount: 2 } } })),
      )
      const job = startJob(folder, {}, { args: ['local', file, '--json'] })
      let seen = ''
      await new Promise<void>((resolve) => {
        job.stdout!.on('data', (chunk: Buffer) => {
          seen += chunk
          if (seen.split('"line":"ready"').length > 2) resolve()
        })
        job.once('exit', () => resolve())
      })
      // Not the process itself, which is a promise of its end.
      return { job }
    }

    test.each([
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)('by %s: the containers are stopped and removed', async (signal, code) => {
      const { job } = await busy()
      job.kill(signal)
      const { exitCode, all } = await job
      const run = ran(exitCode, all)
      expect(run.exit, run.log).toBe(code)
      expect(run.end).toMatchObject({ status: 'Stopped', hosts: [{ exitCode: 143 }, { exitCode: 143 }] })
      expect(run.lines('algo-2')).toEqual(['ready', 'asked'])
    })

    test('twice, with a job that does not listen: it is killed at once', async () => {
      const deaf = `process.on('SIGTERM', () => console.log('no')); console.log('ready'); setTimeout(() => {}, 60000)`
      const file = await put('request.json', JSON.stringify(scripted(deaf)))
      const job = startJob(folder, {}, { args: ['local', file, '--json'] })
      let seen = ''
      job.stdout!.on('data', (chunk: Buffer) => {
        seen += chunk
      })
      for (const [line, times] of [
        ['ready', 1],
        ['no', 1],
      ] as const) {
        while (seen.split(`"line":"${line}"`).length <= times && job.exitCode === null) await sleep(20)
        job.kill('SIGINT')
      }
      const from = performance.now()
      const { exitCode, all } = await job
      expect(performance.now() - from).toBeLessThan(10_000)
      const run = ran(exitCode, all)
      expect(run.exit, run.log).toBe(130)
      expect(run.end).toMatchObject({ status: 'Stopped', hosts: [{ exitCode: 137 }] })
    })

    test('by SIGKILL: the next job removes what was left', async () => {
      const { job } = await busy()
      job.kill('SIGKILL')
      await job
      expect((await leftovers()).length).toBe(5)
      await sleep(100)
      expect((await runRequest(scripted('0'))).exit).toBe(0)
    })
  })
})
