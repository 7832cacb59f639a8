/** `byom local` on Podman's Docker-compatible socket, with a storage of its own. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { execa, type ResultPromise } from 'execa'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aptInstall } from '../../docker/engine.ts'
import { alone } from '../../docker/lock.ts'
import { runtimeImage } from '../../docker.ts'
import { runCommand } from '../../run-job.ts'

const checkout = new URL('../../../', import.meta.url).pathname
const image = await runtimeImage()

/** Whether there is a Podman that may be started; in CI it is installed. */
async function findPodman(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const found = async () => (await execa({ reject: false })`podman --version`).exitCode === 0
  if (await found()) return true
  if (process.env['CI'] !== 'true') return false
  await alone('apt', () => aptInstall('podman'))
  return found()
}

const podman = image !== undefined && (await findPodman())
if (!podman) process.stdout.write('skipped, there is no Podman that root may start\n')

describe.skipIf(!podman)('Podman', () => {
  let folder: string
  let service: ResultPromise | undefined
  let environment: Record<string, string>
  let podmanArgs: string[]

  // As README says: where Docker runs, too, its firewall drops what isolated hosts of Podman send to each other.
  const rule = ['-i', 'podman+', '-o', 'podman+', '-j', 'ACCEPT']

  beforeAll(async () => {
    await execa({ reject: false })`iptables -I DOCKER-USER ${rule}`
    folder = await mkdtemp(join(tmpdir(), 'byom-podman-'))
    const socket = join(folder, 'podman.sock')
    podmanArgs = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run')]
    // Some machines do not let the limits be raised.
    const limits = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]\n'
    await writeFile(join(folder, 'containers.conf'), limits)
    const env = { CONTAINERS_CONF: join(folder, 'containers.conf') }
    await execa({ shell: true, env })`docker save ${image!} | podman ${podmanArgs} load`
    service = execa({
      reject: false,
      env,
    })`podman ${podmanArgs} system service --time=0 ${`unix://${socket}`}`
    environment = { DOCKER_HOST: `unix://${socket}` }
    for (let i = 0; i < 100; i++) {
      const { exitCode } = await execa({
        reject: false,
      })`curl --silent --unix-socket ${socket} http://d/_ping`
      if (exitCode === 0) return
      await sleep(100)
    }
    throw new Error("Podman's service does not answer")
  }, 300_000)
  afterAll(async () => {
    await execa({ reject: false })`iptables -D DOCKER-USER ${rule}`
    service?.kill()
    await service
    await execa({ reject: false })`podman ${podmanArgs} rm --all --force`
    await execa({ reject: false })`umount ${join(folder, 'storage/overlay')}`
    await rm(folder, { recursive: true, force: true })
  }, 60_000)

  test.each([
    ['isolated', ['--isolated']],
    ['with a network', []],
  ])('two hosts, %s: the first works, the second finds it and stays until it has ended', async (_, flags) => {
    const work = await mkdtemp(join(folder, 'job-'))
    const data = join(checkout, 'test/golden/churn/training-dataset-with-header.csv')
    const args = [
      '--image',
      `localhost/${image}`,
      '--data',
      data,
      '--format',
      'csv',
      '--output',
      join(work, 'reports'),
    ]
    const run = await runCommand(work, environment, {
      args: ['local', ...args, '--instances', '2', ...flags],
    })
    expect(run.exit, run.log).toBe(0)
    expect(run.log).toMatch(/algo-2 │ [\d:]+ algo-1 has ended/)
    expect(run.log).not.toContain('was not seen')
    expect(run.log).toContain('Completed: Job completed successfully with no violations.')
    const left = await execa`podman ${podmanArgs} ps --all --quiet`
    expect(left.stdout).toBe('')
  })

  test('builds an image with a plugin, twice the same layer, and runs it', async () => {
    const project = await mkdtemp(join(folder, 'build-'))
    await cp(join(checkout, 'test/examples/zeros'), join(project, 'zeros'), { recursive: true })
    await writeFile(join(project, 'byom.json'), '{"plugins": ["./zeros"]}')
    const build = async (...flags: string[]) => {
      const args = [
        'build',
        '--from',
        `localhost/${image}`,
        '--tag',
        'localhost/byom-built:1',
        '--json',
        ...flags,
      ]
      const { exit, log } = await runCommand(project, environment, { args, cwd: project })
      expect(exit, log).toBe(0)
      return JSON.parse(log.split('\n').find((line) => line.startsWith('{"type":"end"'))!)
    }
    const [one, other] = [await build(), await build('--no-cache')]
    expect(other.layer).toBe(one.layer)
    expect(other.image.layers.length).toBeGreaterThan(1)
    const data = join(project, 'data.csv')
    await writeFile(data, 'n\n0\n0\n3\n4\n')
    const flags = ['--data', data, '--format', 'csv', '--output', join(project, 'reports'), '--isolated']
    const args = ['local', '--image', 'localhost/byom-built:1', ...flags]
    const run = await runCommand(project, environment, { args })
    expect(run.exit, run.log).toBe(0)
    const { features } = JSON.parse(await readFile(join(project, 'reports/statistics.json'), 'utf8'))
    expect(features[0].custom).toMatchObject({ zeros: { share: 0.5 } })
  })
})
