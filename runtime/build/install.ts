/** npm packages as their lock pins them: npm itself fetches them, compares the hashes, and unpacks them. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { describe } from '../errors.ts'
import { parseJson } from '../json-text.ts'
import { closure, isLock, type Lock, type PinnedPackage, smallProject } from './package-lock.ts'

/** Runs npm and kills it when the signal says so. */
export interface NpmWorld {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  /** Processor of the image in npm's words, `x64` or `arm64`; undefined: this machine's. */
  readonly cpu: string | undefined
}

/** A lock file that was found. */
export interface FoundLock {
  readonly path: string
  readonly folder: string
  readonly lock: Lock
}

/** The lock file of the folder or of the nearest one above; undefined when there is none, with a problem when it is broken. */
export async function findLock(start: string, problems: string[]): Promise<FoundLock | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    for (const name of ['npm-shrinkwrap.json', 'package-lock.json']) {
      const path = join(folder, name)
      if (!(await stat(path).catch(() => undefined))?.isFile()) continue
      try {
        const lock = parseJson(await readFile(path, 'utf8'))
        if (isLock(lock)) return { path, folder, lock }
        problems.push(`${path} is of an npm before 7: run npm install with a newer one.`)
      } catch (error) {
        problems.push(`${path}: ${describe(error)}.`)
      }
      return undefined
    }
    if (dirname(folder) === folder) return undefined
  }
}

/**
 * Puts the packages and everything that they need into `<target>/node_modules`.
 * @param who what wants them, for messages
 * @param from folder whose lock, or that of a folder above, pins them
 * @param draft empty folder to work in
 * @returns what was installed; on problems what the lock says
 */
export async function installPackages(
  who: string,
  names: readonly string[],
  from: string,
  target: string,
  draft: string,
  world: NpmWorld,
  problems: string[],
): Promise<PinnedPackage[]> {
  const found = problems.length
  const lock = await findLock(from, problems)
  if (lock === undefined) {
    if (problems.length === found)
      problems.push(
        `${who}: ${from} and the folders above have no package-lock.json, which pins ${names.join(', ')}: run npm install there.`,
      )
    return []
  }
  const wrong: string[] = []
  const packages = closure(lock.lock, names, wrong)
  problems.push(...wrong.map((text) => `${who}: ${lock.path}: ${text}`))
  if (wrong.length > 0) return packages
  const project = smallProject(lock.lock, names, packages, (path) => resolve(lock.folder, path))
  await mkdir(draft, { recursive: true })
  await writeFile(join(draft, 'package.json'), JSON.stringify(project.manifest))
  await writeFile(join(draft, 'package-lock.json'), JSON.stringify(project.lock))
  // Where a registry needs an account, the user's project says which.
  await cp(join(lock.folder, '.npmrc'), join(draft, '.npmrc')).catch(() => {})
  const failed = await npmCi(draft, world)
  if (failed) {
    problems.push(`${who}: ${lock.path}: ${failed}`)
    return packages
  }
  const modules = join(draft, 'node_modules')
  for (const left of ['.package-lock.json', '.bin'])
    await rm(join(modules, left), { recursive: true, force: true })
  await mkdir(target, { recursive: true })
  await cp(modules, join(target, 'node_modules'), { recursive: true })
  return present(packages, target)
}

/** Packages for other platforms stay out; npm leaves only such ones away. */
async function present(packages: readonly PinnedPackage[], target: string): Promise<PinnedPackage[]> {
  const there = await Promise.all(packages.map(({ key }) => stat(join(target, key)).catch(() => undefined)))
  return packages.filter((_, i) => there[i] !== undefined)
}

/** @returns why it failed, as a sentence; undefined when it did not */
function npmCi(cwd: string, { env, signal, cpu }: NpmWorld): Promise<string | undefined> {
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']
  const platform = cpu === undefined ? [] : ['--os=linux', '--libc=glibc', `--cpu=${cpu}`]
  const { promise, resolve: end } = Promise.withResolvers<string | undefined>()
  const args = ['ci', ...flags, ...platform, '--prefer-offline', '--install-strategy=hoisted']
  execFile('npm', args, { cwd, env, signal }, (error, _, stderr) =>
    end(error === null ? undefined : npmProblem(error, stderr)),
  )
  return promise
}

function npmProblem(error: Error & { code?: unknown }, stderr: string): string {
  if (error.code === 'ENOENT') return 'npm is not on the PATH, which fetches the packages: install it.'
  const lines = stderr
    .split('\n')
    .filter((line) => /^npm (error|ERR!) /.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) /, '').trim())
    .filter((line) => line !== '' && !/^(A complete log|code )/.test(line))
  const said = lines.slice(0, 4).join(' ')
  const wanted = /EINTEGRITY/.test(stderr)
    ? 'a package is not the one that the lock pins (integrity)'
    : 'npm ci failed'
  return `${wanted}: ${said || describe(error)}`
}
