/**
 * A real Docker Engine for tests, and the images that the repository builds on it. Everything is made once per machine and
 * kept: a second test run finds it. In CI a missing engine is a failure; elsewhere it is a reason to skip, which is printed.
 *
 *     const tag = await runtimeImage()
 *     describe.skipIf(!tag)('in a container', () => { … await docker('run', '--rm', tag!, …) … })
 */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { makeBaseImage } from './docker/base-image.ts'
import { aptInstall, startEngine } from './docker/engine.ts'
import { alone } from './docker/lock.ts'

const checkout = fileURLToPath(new URL('..', import.meta.url))

/** How a command of the client ended. */
export interface Ended {
  readonly exit: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** Both streams, as they came. */
  readonly all: string
}

/** Runs the Docker client. Never rejects. */
export async function docker(...args: readonly string[]): Promise<Ended> {
  const { exitCode, stdout, stderr, all } = await execa({
    cwd: checkout,
    reject: false,
    all: true,
    // The builder that every engine has; the images need no other.
    env: { DOCKER_BUILDKIT: '0' },
  })`docker ${args}`
  return { exit: exitCode, stdout, stderr, all }
}

/**
 * True when a Docker Engine runs; installs and starts Debian's when the machine has none and we may.
 * @throws Error in CI when there is none
 */
export const engine = once(async () => {
  const reason = await alone('engine', startEngine)
  if (reason === undefined) return true
  if (process.env['CI'] === 'true') throw new Error(`there is no Docker Engine: ${reason}`)
  process.stdout.write(`skipped, there is no Docker Engine: ${reason}\n`)
  return false
})

/**
 * Name of the image that images/Dockerfile starts from, once the engine has it; undefined without an engine or a way to get it.
 * @throws Error in CI when there is none
 */
export const baseImage = once(async () => {
  if (!(await engine())) return undefined
  try {
    return await alone('images', makeBaseImage)
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    process.stdout.write(
      `skipped, the base image can be neither fetched nor made: ${(error as Error).message}\n`,
    )
    return undefined
  }
})

/**
 * Tag of the runtime image of this checkout, built as a user builds it; undefined without an engine.
 * @throws Error with the builder's output when it does not build
 */
export const runtimeImage = once(async () => {
  if ((await baseImage()) === undefined) return undefined
  const tag = `byom-test:${createHash('sha256').update(checkout).digest('hex').slice(0, 12)}`
  return alone('images', async () => {
    const { exit, all } = await docker('build', '--tag', tag, '--file', 'images/Dockerfile', '.')
    if (exit !== 0) throw new Error(`images/Dockerfile does not build:\n${all}`)
    await docker('image', 'prune', '--force', '--filter', 'label=org.opencontainers.image.title=byom')
    return tag
  })
})

/** True when an engine runs and docker-compose is there, which is installed when it may be. */
export const composeClient = once(async () => {
  if (!(await engine())) return false
  const found = async () =>
    (await execa({ reject: false })`docker-compose version`).exitCode === 0 ||
    (await docker('compose', 'version')).exit === 0
  if (await found()) return true
  const failed = await alone('apt', () => aptInstall('docker-compose')).catch((error: Error) => error.message)
  if (await found()) return true
  if (process.env['CI'] === 'true') throw new Error(`there is no docker-compose: ${failed}`)
  process.stdout.write(`skipped, there is no docker-compose: ${failed}\n`)
  return false
})

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
