/** The story of a local job: containers made, filled, started, watched, stopped, read, and removed whatever happens. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Docker from 'dockerode'
import { MonitorError } from '../errors.ts'
import { type ContainerOptions, HostContainer } from './container.ts'
import { isMissing, megabytes, refused } from './engine.ts'
import { type HostEnd, type JobEnd, jobEnd, type StopReason } from './outcome.ts'
import { processingJobConfig, resourceConfig } from './platform-files.ts'
import type { LocalJob } from './request.ts'
import { listInput, namesOfHost } from './shards.ts'

/** What the outside hears while a job runs. */
export type LocalEvent =
  | { readonly type: 'phase'; readonly text: string }
  | { readonly type: 'warning'; readonly text: string }
  | {
      readonly type: 'log'
      readonly host: string
      readonly stream: 'stdout' | 'stderr'
      readonly line: string
    }

/** What a run takes from the outside. */
export interface LocalWorld {
  readonly emit: (event: LocalEvent) => void
  /** Aborted: the containers are stopped. */
  readonly signal: AbortSignal
  /** Aborted: they are killed. */
  readonly hurry: AbortSignal
  /** Unique among the jobs of this machine; letters, digits and hyphens. */
  readonly id: string
  /** Value of {@link ownerLabel}. */
  readonly owner: string
}

/** How a local job is run. */
export interface LocalOptions extends ContainerOptions {
  /** Seconds between SIGTERM and SIGKILL. */
  readonly grace: number
  /** Fetch the image when the engine does not have it. */
  readonly pull: boolean
}

/** How a local job ended. */
export interface LocalEnd extends JobEnd {
  readonly hosts: readonly {
    readonly host: string
    readonly exitCode: number
    readonly outOfMemory: boolean
  }[]
  readonly outputs: readonly { readonly name: string; readonly target: string }[]
}

/** Label of everything that we make; its value says which process did. */
export const ownerLabel = 'byom.local.owner'

/** @throws MonitorError ENGINE_FAILED */
export async function runLocal(
  job: LocalJob,
  engine: Docker,
  options: LocalOptions,
  world: LocalWorld,
): Promise<LocalEnd> {
  await haveImage(job.image, engine, options.pull, world)
  const labels = { [ownerLabel]: world.owner, 'byom.local.job': job.name }
  const several = job.hosts.length > 1
  const network = several ? `byom-${world.id}` : undefined
  const hosts: HostContainer[] = []
  try {
    if (network) await makeNetwork(engine, network, job.isolated, labels)
    const addresses = network === undefined ? undefined : await addressesOf(engine, network, job.hosts)
    for (const host of job.hosts) {
      const name = `byom-${world.id}-${host}`
      hosts.push(
        new HostContainer(engine, { host, name, labels, network, ...(addresses ? { addresses } : {}) }),
      )
    }
    for (const host of hosts) await host.create(job, options)
    await fill(job, hosts, options, world)
    const { ends, stopped, failedFirst } = world.signal.aborted
      ? { ends: [], stopped: 'interrupted' as const, failedFirst: undefined }
      : await watch(job, hosts, options, world)
    if (ends.length > 0) await collect(job, hosts, world)
    return {
      ...jobEnd(ends, stopped, failedFirst, job.maxRuntime),
      hosts: ends.map(({ host, exitCode, outOfMemory }) => ({ host, exitCode, outOfMemory })),
      outputs: job.outputs.map(({ name, target }) => ({ name, target })),
    }
  } finally {
    const kept = (await Promise.all(hosts.map((host) => host.remove()))).flat()
    if (network) await dropNetwork(engine, network, kept)
    for (const text of kept) world.emit({ type: 'warning', text: `could not be removed: ${text}` })
  }
}

/** Options of Docker's bridges that leave an internal network without an address of this machine; each for other releases. */
const withoutGateway = {
  'com.docker.network.bridge.inhibit_ipv4': 'true',
  'com.docker.network.bridge.gateway_mode_ipv4': 'isolated',
}

async function makeNetwork(
  engine: Docker,
  name: string,
  isolated: boolean,
  labels: Readonly<Record<string, string>>,
): Promise<void> {
  const settings = { Name: name, Internal: isolated, Labels: { ...labels } }
  try {
    if (!isolated) await engine.createNetwork(settings)
    else
      await engine
        .createNetwork({ ...settings, Options: withoutGateway })
        // Podman knows no such options.
        .catch(() => engine.createNetwork(settings))
  } catch (error) {
    throw refused('the private network cannot be created', error)
  }
}

/**
 * Addresses of the hosts on Podman: its containers forget the network's names when they get a name server of their own,
 * as isolated ones do, and some of its networks know no names at all. Undefined on Docker, which keeps them.
 */
async function addressesOf(
  engine: Docker,
  network: string,
  hosts: readonly string[],
): Promise<Record<string, string> | undefined> {
  const { Components = [] } = await engine.version()
  if (!Components.some(({ Name }) => /podman/i.test(Name))) return undefined
  const { IPAM } = await engine.getNetwork(network).inspect()
  const subnet: string | undefined = IPAM?.Config?.[0]?.Subnet
  const first = subnet && /^(\d+\.\d+\.\d+)\.0\/24$/.exec(subnet)?.[1]
  // The gateway is the first address; a network has room for 253 hosts, and a job has at most 100.
  return first ? Object.fromEntries(hosts.map((host, i) => [host, `${first}.${i + 10}`])) : undefined
}

async function dropNetwork(engine: Docker, name: string, kept: string[]): Promise<void> {
  await engine
    .getNetwork(name)
    .remove()
    .catch((error: unknown) => {
      if (!isMissing(error)) kept.push(`network ${name}: ${refused('', error).message.slice(2)}`)
    })
}

async function haveImage(image: string, engine: Docker, pull: boolean, world: LocalWorld): Promise<void> {
  try {
    await engine.getImage(image).inspect()
    return
  } catch (error) {
    if (!isMissing(error)) throw refused(`the image ${image} cannot be looked up`, error)
  }
  if (!pull)
    throw new MonitorError(
      'ENGINE_FAILED',
      `the engine has no image ${image}: build it (docker build --tag ${image} …), or fetch it with --pull.`,
    )
  world.emit({ type: 'phase', text: `fetching ${image}` })
  try {
    const progress = await engine.pull(image)
    await new Promise<void>((resolve, reject) =>
      engine.modem.followProgress(progress, (error) => (error ? reject(error) : resolve())),
    )
  } catch (error) {
    throw refused(`the image ${image} cannot be fetched`, error)
  }
}

/** Puts config files, folders and inputs into the volumes. */
async function fill(
  job: LocalJob,
  hosts: readonly HostContainer[],
  { user }: LocalOptions,
  world: LocalWorld,
): Promise<void> {
  // On the service the folders belong to root. Who chooses another user wants to see the job run.
  const open = user !== undefined
  const inputs = await Promise.all(
    job.inputs.map(async (input) => ({ input, files: await listInput(input) })),
  )
  const bytes = inputs.reduce((sum, { files }) => sum + files.bytes, 0)
  const count = inputs.reduce((sum, { files }) => sum + files.names.length, 0)
  world.emit({ type: 'phase', text: `copying ${count} input files (${megabytes(bytes)})` })
  const folder = await mkdtemp(join(tmpdir(), 'byom-local-'))
  try {
    for (const [i, host] of hosts.entries()) {
      if (world.signal.aborted) return
      const skeleton = join(folder, host.host)
      for (const path of ['config', 'output', ...[...job.inputs, ...job.outputs].map(inVolume)])
        await mkdir(join(skeleton, path), { recursive: true })
      await writeFile(join(skeleton, 'config/processingjobconfig.json'), processingJobConfig(job))
      await writeFile(join(skeleton, 'config/resourceconfig.json'), resourceConfig(job, host.host))
      await host.put(skeleton, '/opt/ml', { open })
      for (const { input, files } of inputs) {
        const names = namesOfHost(input, files.names, i, hosts.length)
        if (names.length > 0) await host.put(files.root, input.localPath, { names, open })
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function inVolume({ localPath }: { readonly localPath: string }): string {
  return localPath.slice('/opt/ml/'.length)
}

interface Watched {
  readonly ends: readonly HostEnd[]
  readonly stopped: StopReason | undefined
  readonly failedFirst: string | undefined
}

/** Starts all hosts and waits for all of them; the first failure, the time limit or an interrupt stops the rest. */
async function watch(
  job: LocalJob,
  hosts: readonly HostContainer[],
  { grace }: LocalOptions,
  { emit, signal, hurry }: LocalWorld,
): Promise<Watched> {
  let stopped: StopReason | undefined
  let failedFirst: string | undefined
  const stopping: Promise<void>[] = []
  const stop = (reason: StopReason) => {
    if (stopped !== undefined) return
    stopped = reason
    emit({ type: 'phase', text: `stopping (${reason}); at most ${grace} s` })
    for (const host of hosts) stopping.push(host.stop(grace))
  }
  const interrupted = () => stop('interrupted')
  const killed = () => {
    for (const host of hosts) stopping.push(host.kill())
  }
  // The leader last: its work may be done before the engine has started the next one.
  for (const host of hosts.toReversed())
    await host.start((stream, line) => emit({ type: 'log', host: host.host, stream, line }))
  emit({ type: 'phase', text: `started ${hosts.map(({ host }) => host).join(', ')}` })
  const timer = setTimeout(() => stop('time limit'), job.maxRuntime * 1000)
  signal.addEventListener('abort', interrupted, { once: true })
  hurry.addEventListener('abort', killed, { once: true })
  if (signal.aborted) interrupted()
  try {
    const ends = await Promise.all(
      hosts.map(async (host) => {
        const end = await host.ended()
        if (end.exitCode !== 0 && stopped === undefined) {
          failedFirst = end.host
          if (hosts.length > 1) stop('another host failed')
        }
        return end
      }),
    )
    await Promise.all(stopping)
    return { ends, stopped, failedFirst }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', interrupted)
    hurry.removeEventListener('abort', killed)
  }
}

/** Copies the outputs of all hosts into the same folders, as uploads to one prefix do: the later host wins. */
async function collect(job: LocalJob, hosts: readonly HostContainer[], { emit }: LocalWorld): Promise<void> {
  for (const output of job.outputs) {
    for (const host of hosts) {
      if (!(await host.collect(output)))
        emit({
          type: 'warning',
          text: `${host.host} left no ${output.localPath} for output "${output.name}"`,
        })
    }
  }
}
