/** The container engine: found, asked, and what its refusals mean. */
import { join } from 'node:path'
import type Docker from 'dockerode'
import { describe, MonitorError } from '../errors.ts'

/** Places where Docker, Docker Desktop and Podman listen. */
function sockets(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME']
  const runtime = env['XDG_RUNTIME_DIR']
  return [
    '/var/run/docker.sock',
    ...(home ? [join(home, '.docker/run/docker.sock'), join(home, '.colima/default/docker.sock')] : []),
    ...(runtime ? [join(runtime, 'docker.sock'), join(runtime, 'podman/podman.sock')] : []),
    '/run/podman/podman.sock',
  ]
}

/** Milliseconds that an engine may take for its first answer: one that starts its machine takes some seconds. */
const patience = 15_000

/**
 * Connects to the engine that DOCKER_HOST names, else to the first local one that answers.
 * @throws MonitorError ENGINE_FAILED
 */
export async function connect(env: NodeJS.ProcessEnv): Promise<Docker> {
  const Engine = await load()
  const named = env['DOCKER_HOST']
  // The library reads DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH by itself.
  const candidates = named ? [undefined] : sockets(env)
  const tried: string[] = []
  for (const socketPath of candidates) {
    const engine = new Engine(socketPath ? { socketPath } : undefined)
    const abortSignal = AbortSignal.timeout(patience)
    try {
      // Not in the types of the library.
      const ping = engine.ping as (options: object) => Promise<unknown>
      await ping.call(engine, { abortSignal })
      return engine
    } catch (error) {
      const text = abortSignal.aborted ? `no answer in ${patience / 1000} s` : describe(error)
      tried.push(`${socketPath ?? named}: ${text}`)
    }
  }
  throw new MonitorError(
    'ENGINE_FAILED',
    `no container engine answers (${tried.join('; ')}). Start Docker or Podman's service, or name its socket in DOCKER_HOST.`,
  )
}

async function load(): Promise<typeof Docker> {
  try {
    await import('tar-fs')
    return (await import('dockerode')).default
  } catch (error) {
    throw new MonitorError(
      'ENGINE_FAILED',
      'byom local and byom build need the packages dockerode and tar-fs, which byom does not bring along: npm install dockerode tar-fs.',
      { cause: error },
    )
  }
}

/** True when the engine says that there is no such thing. */
export function isMissing(error: unknown): boolean {
  return (error as { statusCode?: number }).statusCode === 404
}

/** What the engine refused, as an error for a person. */
export function refused(what: string, error: unknown): MonitorError {
  if (error instanceof MonitorError) return error
  const { json, reason } = error as { json?: { message?: string }; reason?: string }
  const text = json?.message ?? reason ?? describe(error)
  return new MonitorError('ENGINE_FAILED', `${what}: ${text.trim()}.`, { cause: error })
}

/** Text of a byte count. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
}
