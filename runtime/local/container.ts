/** One host of a job: a container with a volume at /opt/ml, filled before it starts and read when it has ended. */
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type Docker from 'dockerode'
import type { Headers } from 'tar-fs'
import { isMissing, refused } from './engine.ts'
import { lineSink } from './lines.ts'
import { type HostEnd, messageBytes } from './outcome.ts'
import type { LocalJob, LocalOutput } from './request.ts'

/** How containers are started, beyond what a request can say. */
export interface ContainerOptions {
  /** User of the process, like 10001 or 10001:10001; undefined: the image's. */
  readonly user: string | undefined
  /** Bytes of memory; undefined: all that the machine has. */
  readonly memory: number | undefined
  /** Read-only root file system, no capability, no new privileges. */
  readonly locked: boolean
}

/** What one host is made of. */
export interface HostPlan {
  readonly host: string
  /** Unique name of container and volume. */
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** Name of the private network; undefined: none, or the engine's own. */
  readonly network: string | undefined
  /** Addresses of all hosts on it, where the engine does not tell them to each other; by name. */
  readonly addresses?: Readonly<Record<string, string>>
}

const root = '/opt/ml'

export class HostContainer {
  readonly host: string
  readonly #engine: Docker
  readonly #plan: HostPlan
  #container: Docker.Container | undefined
  #printed: Promise<unknown> = Promise.resolve()
  /** V8 said that its heap is full; the kernel does not know. */
  #heapFull = false

  constructor(engine: Docker, plan: HostPlan) {
    this.#engine = engine
    this.#plan = plan
    this.host = plan.host
  }

  /** @throws MonitorError ENGINE_FAILED */
  async create(job: LocalJob, { user, memory, locked }: ContainerOptions): Promise<void> {
    const { name, labels, network, host, addresses } = this.#plan
    const alone = job.hosts.length === 1
    try {
      await this.#engine.createVolume({ Name: name, Labels: { ...labels } })
      this.#container = await this.#engine.createContainer({
        name,
        Image: job.image,
        // An entry point of the request replaces the image's arguments, too.
        ...(job.entrypoint ? { Entrypoint: [...job.entrypoint], Cmd: [...(job.arguments ?? [])] } : {}),
        ...(!job.entrypoint && job.arguments ? { Cmd: [...job.arguments] } : {}),
        Env: Object.entries(job.environment).map(([key, value]) => `${key}=${value}`),
        Hostname: host,
        Labels: { ...labels },
        Tty: false,
        AttachStdout: true,
        AttachStderr: true,
        ...(user === undefined ? {} : { User: user }),
        HostConfig: {
          Mounts: [{ Type: 'volume', Source: name, Target: root, VolumeOptions: { NoCopy: true } as never }],
          ...(memory === undefined ? {} : { Memory: memory, MemorySwap: memory }),
          ...(locked
            ? {
                ReadonlyRootfs: true,
                Tmpfs: { '/tmp': '' },
                CapDrop: ['ALL'],
                SecurityOpt: ['no-new-privileges'],
              }
            : {}),
          // A network of one host alone need not exist: nothing outside can be reached, not even by mistake.
          ...(job.isolated && alone ? { NetworkMode: 'none', ExtraHosts: [`${host}:127.0.0.1`] } : {}),
          ...(network === undefined ? {} : { NetworkMode: network }),
          ...(addresses === undefined
            ? {}
            : { ExtraHosts: Object.entries(addresses).map(([each, address]) => `${each}:${address}`) }),
          // Without an outside, each look-up of a foreign name would wait for ten seconds.
          ...(job.isolated && !alone ? { Dns: ['127.0.0.1'], DnsOptions: ['timeout:1', 'attempts:1'] } : {}),
        },
        ...(network === undefined
          ? {}
          : {
              NetworkingConfig: {
                EndpointsConfig: {
                  [network]: {
                    Aliases: [host],
                    ...(addresses === undefined ? {} : { IPAMConfig: { IPv4Address: addresses[host]! } }),
                  },
                },
              },
            }),
      })
    } catch (error) {
      throw refused(`the container of ${host} cannot be created`, error)
    }
  }

  get #running(): Docker.Container {
    if (!this.#container) throw new Error('the container has not been created')
    return this.#container
  }

  /**
   * Copies files into the volume. The owner is root, as on the service; every user may read.
   * @param names relative to the folder; undefined: all of it
   * @param open true: every user may write to the folders
   */
  async put(
    folder: string,
    target: string,
    { names, open }: { names?: readonly string[]; open: boolean },
  ): Promise<void> {
    const { pack } = await import('tar-fs')
    const archive = pack(folder, {
      ...(names ? { entries: [...names] } : {}),
      dereference: true,
      map: (header: Headers) => {
        const executable = (header.mode & 0o100) === 0 ? 0 : 0o111
        const mode = header.type === 'directory' ? (open ? 0o777 : 0o755) : 0o644 | executable
        return Object.assign(header, { uid: 0, gid: 0, uname: 'root', gname: 'root', mode })
      },
    })
    try {
      await this.#running.putArchive(archive, { path: target })
    } catch (error) {
      throw refused(`${folder} cannot be copied to ${target} of ${this.host}`, error)
    }
  }

  /** Starts it. Its lines go to `print` from the first one on. */
  async start(print: (stream: 'stdout' | 'stderr', line: string) => void): Promise<void> {
    const sinks = (['stdout', 'stderr'] as const).map((stream) =>
      lineSink((line) => {
        if (line.includes('JavaScript heap out of memory')) this.#heapFull = true
        print(stream, line)
      }),
    )
    try {
      const attached = await this.#running.attach({ stream: true, stdout: true, stderr: true })
      this.#engine.modem.demuxStream(attached, sinks[0]!, sinks[1]!)
      attached.on('error', () => {})
      this.#printed = once(attached, 'close').finally(() => {
        for (const sink of sinks) sink.end()
      })
      await this.#running.start()
    } catch (error) {
      throw refused(`the container of ${this.host} cannot be started`, error)
    }
  }

  /** Waits until it has ended and everything that it printed has been handed on. */
  async ended(): Promise<HostEnd> {
    try {
      await this.#running.wait({ condition: 'not-running' })
      // An engine that keeps the connection open has said all after a moment.
      await Promise.race([this.#printed, moment(2000)])
      const { State } = await this.#running.inspect()
      return {
        host: this.host,
        exitCode: State.ExitCode,
        outOfMemory: State.OOMKilled || this.#heapFull,
        message: await this.#message(),
      }
    } catch (error) {
      throw refused(`the engine lost the container of ${this.host}`, error)
    }
  }

  /** SIGTERM, and SIGKILL after a grace in seconds. Nothing happens when it has ended. */
  async stop(grace: number): Promise<void> {
    await this.#running.stop({ t: grace }).catch((error: { statusCode?: number }) => {
      if (error.statusCode !== 304 && !isMissing(error))
        throw refused(`${this.host} cannot be stopped`, error)
    })
  }

  async kill(): Promise<void> {
    await this.#running.kill().catch(() => {})
  }

  async #message(): Promise<Uint8Array | undefined> {
    const folder = await mkdtemp(join(tmpdir(), 'byom-message-'))
    try {
      if (!(await this.#extract(`${root}/output/message`, folder, messageBytes))) return undefined
      return await readFile(join(folder, 'message')).catch(() => undefined)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /**
   * Copies an output folder to this machine. Symbolic links and devices stay behind, as on the service.
   * Returns false when the job left no such folder.
   */
  async collect({ localPath, target, name }: LocalOutput): Promise<boolean> {
    try {
      await mkdir(target, { recursive: true })
      return await this.#extract(localPath, target)
    } catch (error) {
      throw refused(`output "${name}" of ${this.host} cannot be copied to ${target}`, error)
    }
  }

  /** @param limit bytes of each file that are kept; undefined: all */
  async #extract(path: string, target: string, limit?: number): Promise<boolean> {
    const { extract } = await import('tar-fs')
    let archive: NodeJS.ReadableStream
    try {
      archive = await this.#running.getArchive({ path })
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
    const isFolder = limit === undefined
    await pipeline(
      archive,
      extract(target, {
        ...(isFolder ? { strip: 1 } : {}),
        chown: false,
        readable: true,
        writable: true,
        ignore: (_, header) => header?.type !== 'file' && header?.type !== 'directory',
        ...(isFolder ? {} : { mapStream: (file) => file.pipe(head(limit)) }),
      } as Parameters<typeof extract>[1]),
    )
    return true
  }

  /** Removes container and volume. Returns what could not be removed. */
  async remove(): Promise<string[]> {
    const { name } = this.#plan
    const kept: string[] = []
    const drop = async (what: string, work: () => Promise<unknown>) => {
      await work().catch((error: unknown) => {
        if (!isMissing(error)) kept.push(`${what} ${name}: ${refused('', error).message.slice(2)}`)
      })
    }
    await drop('container', () => this.#engine.getContainer(name).remove({ force: true, v: true }))
    await drop('volume', () => this.#engine.getVolume(name).remove({ force: true }))
    return kept
  }
}

function moment(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

/** Passes the first bytes on and swallows the rest. */
function head(bytes: number): Transform {
  let left = bytes
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const part = chunk.subarray(0, left)
      left -= part.length
      done(null, part)
    },
  })
}
