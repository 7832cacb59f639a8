/** A staged layer → an image of the engine: a context whose bytes depend on its content alone, and the engine's own builder. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type Docker from 'dockerode'
import { describe, MonitorError } from '../errors.ts'
import { isMissing, refused } from '../local/engine.ts'

/** The image that is extended. */
export interface Base {
  /** As the user named it. */
  readonly name: string
  /** `sha256:…` of its configuration: what FROM says. */
  readonly id: string
  /** `name@sha256:…` in a registry; undefined for an image that was never there. */
  readonly digest: string | undefined
  /** In npm's words. */
  readonly cpu: 'x64' | 'arm64' | undefined
  readonly version: string | undefined
}

/** An image that was built. */
export interface Built {
  readonly id: string
  /** Digests of all layers, uncompressed, the base's first. */
  readonly layers: readonly string[]
  readonly bytes: number
}

/** Ends the arguments of the runtime image's entry point. */
const entry = '/opt/byom/dist/runtime/main.js'

/** @returns undefined with a problem when there is no such image, or when it is of another kind */
export async function findBase(engine: Docker, name: string, problems: string[]): Promise<Base | undefined> {
  try {
    const { Id, RepoDigests, Architecture, Config } = await engine.getImage(name).inspect()
    const runs = [Config.Entrypoint ?? []].flat()
    if (!runs.includes(entry)) {
      problems.push(
        `the image ${name} is not made from the runtime image: its entry point is ${JSON.stringify(runs)}; name one with --from.`,
      )
      return undefined
    }
    const cpus: Readonly<Record<string, Base['cpu']>> = { amd64: 'x64', arm64: 'arm64' }
    return {
      name,
      id: Id,
      digest: [...(RepoDigests ?? [])].sort()[0],
      cpu: cpus[Architecture],
      version: Config.Labels?.['org.opencontainers.image.version'],
    }
  } catch (error) {
    problems.push(
      isMissing(error)
        ? `the engine has no image ${name} to build on: build it (docker build --tag ${name} --file images/Dockerfile .), fetch it (docker pull), or name another with --from.`
        : refused(`the image ${name} cannot be looked up`, error).message,
    )
    return undefined
  }
}

/** What goes into a context. */
export interface ContextSource {
  /** Folder with the files of the layer. */
  readonly root: string
  readonly base: Base
  /** Those without a value are left out. */
  readonly labels: Readonly<Record<string, string>>
  /** Seconds since 1970 of every file. */
  readonly time: number
}

/**
 * Writes Dockerfile and layer as one tar file: names sorted, owners root, times fixed.
 * @param work folder to write into
 * @returns its path, and the SHA-256 of the layer
 */
export async function writeContext(
  { root, base, labels, time }: ContextSource,
  work: string,
): Promise<{ readonly path: string; readonly layer: string }> {
  const folder = join(work, 'context')
  await mkdir(folder, { recursive: true })
  const layer = await pack(root, join(folder, 'layer.tar'), time)
  const pairs = Object.entries(labels)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const text = [
    `FROM ${base.id}`,
    `LABEL ${pairs.map(([name, value]) => `${name}=${dockerQuoted(value)}`).join(' ')}`,
    // ADD keeps the times of folders, which COPY would set to the present.
    'ADD layer.tar /',
    '',
  ].join('\n')
  await writeFile(join(folder, 'Dockerfile'), text)
  const path = join(work, 'context.tar')
  await pack(folder, path, time)
  return { path, layer }
}

/** A text inside of quotes of a Dockerfile. */
function dockerQuoted(text: string): string {
  return `"${text.replaceAll(/\s+/g, ' ').replaceAll(/["\\$]/g, '\\$&')}"`
}

async function pack(folder: string, path: string, time: number): Promise<string> {
  const { default: tar } = await import('tar-fs')
  const hash = createHash('sha256')
  const stream = tar.pack(folder, {
    // Not in the types of the library.
    ...({ sort: true } as object),
    map: (header) => {
      const executable = header.type === 'directory' || ((header.mode ?? 0) & 0o111) !== 0
      return {
        ...header,
        mode: executable ? 0o755 : 0o644,
        mtime: new Date(time * 1000),
        uid: 0,
        gid: 0,
        uname: '',
        gname: '',
      }
    },
  })
  await pipeline(
    stream,
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(path),
  )
  return `sha256:${hash.digest('hex')}`
}

/** How the engine is told to build. */
export interface BuildOptions {
  readonly tag: string
  readonly cache: boolean
  readonly signal: AbortSignal
  /** Hears the builder's lines. */
  readonly line: (text: string) => void
}

/**
 * Builds and tags the image.
 * @param context tar file
 * @throws MonitorError ENGINE_FAILED
 */
export async function buildImage(
  engine: Docker,
  context: string,
  { tag, cache, signal, line }: BuildOptions,
): Promise<Built> {
  try {
    const output = await engine.buildImage(createReadStream(context), {
      t: tag,
      nocache: !cache,
      forcerm: true,
      abortSignal: signal,
    } as Docker.ImageBuildOptions)
    await new Promise<void>((done, fail) =>
      engine.modem.followProgress(
        output,
        (error) => (error ? fail(error) : done()),
        (event: { stream?: string; error?: string }) => {
          if (event.error) fail(new Error(event.error))
          for (const text of event.stream?.split('\n') ?? []) if (text.trim() !== '') line(text.trim())
        },
      ),
    )
    const { Id, RootFS, Size } = await engine.getImage(tag).inspect()
    return { id: Id, layers: RootFS?.Layers ?? [], bytes: Size }
  } catch (error) {
    if (signal.aborted) throw new MonitorError('ENGINE_FAILED', 'interrupted: no image was made.')
    throw refused(`the image cannot be built (${describe(error)})`, error)
  }
}
