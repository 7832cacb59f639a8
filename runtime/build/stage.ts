/** The user's project → the files of the image's layer, in a folder; every problem in one list. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path'
import fastGlob from 'fast-glob'
import type { Config } from '../../contracts/types.generated.ts'
import { isConfig } from '../../contracts/validators/config.generated.ts'
import { describe } from '../errors.ts'
import { scriptProblem } from '../handle/script.ts'
import { readJsonFile } from '../json-file.ts'
import { packageName, pluginEntries } from '../plugin-loader.ts'
import { schemaProblems } from '../schema-problems.ts'
import { installPackages, type NpmWorld } from './install.ts'
import { commonFolder, moduleFiles } from './modules.ts'
import type { PinnedPackage } from './package-lock.ts'

/** Places in the image. Modules below `/opt` find packages in the last one, whatever config is in use. */
export const places = {
  config: '/etc/byom/byom.json',
  lock: '/etc/byom/lock.json',
  plugins: '/opt/byom/plugins',
  handlers: '/opt/byom/handlers',
  python: '/opt/byom/python',
  packages: '/opt',
} as const

/** What a layer is made of. */
export interface Staged {
  /** Folder that holds the layer's files under the names that they have in the image. */
  readonly root: string
  /** The config as it is baked; undefined when it cannot be read. */
  readonly config: Config | undefined
  /** Places of the plugins that could be gathered, by the name in the user's config. */
  readonly plugins: readonly { readonly from: string; readonly place: string }[]
  readonly handlers: readonly { readonly from: string; readonly place: string }[]
  readonly packages: readonly PinnedPackage[]
  /** What the image takes from its base without a check. */
  readonly notes: readonly string[]
}

/**
 * Gathers everything that the config names.
 * @param file absolute path of byom.json
 * @param work empty folder
 */
export async function stage(
  file: string,
  work: string,
  world: NpmWorld,
  problems: string[],
): Promise<Staged> {
  const stager = new Stager(file, work, world, problems)
  const config = await readConfigFile(file, problems)
  return config === undefined ? stager.result(undefined) : stager.result(await stager.take(config))
}

async function readConfigFile(file: string, problems: string[]): Promise<Config | undefined> {
  try {
    const value = await readJsonFile(file)
    if (isConfig(value)) return value
    problems.push(...schemaProblems(isConfig.errors, value).map((problem) => `${file}: ${problem}.`))
  } catch (error) {
    const missing = ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
    problems.push(
      missing
        ? `${file} does not exist: name the config file of the image, {} is the smallest one.`
        : `${file}: ${describe(error)}.`,
    )
  }
  return undefined
}

class Stager {
  readonly #base: string
  readonly #root: string
  readonly #work: string
  readonly #world: NpmWorld
  readonly #problems: string[]
  readonly #taken = new Set<string>()
  readonly #plugins: { from: string; place: string }[] = []
  readonly #handlers: { from: string; place: string }[] = []
  readonly #packages: PinnedPackage[] = []
  readonly #notes: string[] = []
  #installs = 0

  constructor(file: string, work: string, world: NpmWorld, problems: string[]) {
    this.#base = dirname(file)
    this.#work = work
    this.#root = join(work, 'layer')
    this.#world = world
    this.#problems = problems
  }

  async result(config: Config | undefined): Promise<Staged> {
    const notes = this.#notes
    const packages = this.#packages
    return { root: this.#root, config, plugins: this.#plugins, handlers: this.#handlers, packages, notes }
  }

  /** Copies what the config names; returns it with the names that hold in the image. */
  async take(config: Config): Promise<Config> {
    const { plugins, handlers, ...rest } = config
    const { $schema: _, ...settings } = rest
    return {
      ...settings,
      ...(plugins ? { plugins: await this.#takePlugins(plugins) } : {}),
      ...(handlers ? { handlers: await this.#takeHandlers(handlers) } : {}),
    }
  }

  async #takePlugins(names: readonly string[]): Promise<string[]> {
    const packages = names.filter((name) => packageName.test(name))
    const wrong = this.#problems.length
    if (packages.length > 0) await this.#install('plugins', packages, this.#base, places.packages)
    const installed = this.#problems.length === wrong
    const baked: string[] = []
    for (const name of names) {
      if (packages.includes(name)) {
        baked.push(name)
        if (installed) this.#plugins.push({ from: name, place: `${places.packages}/node_modules/${name}` })
        continue
      }
      if (isAbsolute(name) && name.startsWith(`${places.plugins}/`)) {
        baked.push(name)
        this.#notes.push(`plugin ${name} is taken from the base image.`)
        continue
      }
      for (const { module, folder } of await pluginEntries(name, this.#base, this.#problems)) {
        const place = this.#free(
          places.plugins,
          folder ? basename(folder) : basename(module, extname(module)),
        )
        const before = this.#problems.length
        await (folder
          ? this.#takeFolder(`plugin ${name}`, folder, module, place)
          : this.#takeModule(`plugin ${name}`, module, place, true))
        // What is not there cannot be loaded.
        if (this.#problems.length === before) this.#plugins.push({ from: name, place })
        baked.push(place)
      }
    }
    return baked
  }

  async #takeHandlers(handlers: NonNullable<Config['handlers']>): Promise<Config['handlers']> {
    const { preprocessScript, postprocessScript, pythonPath, ...settings } = handlers
    const scripts = { preprocessScript, postprocessScript }
    const baked: Record<string, string> = {}
    for (const [key, path] of Object.entries(scripts)) {
      if (path === undefined) continue
      const script = resolve(this.#base, path)
      const problem = await scriptProblem(`handlers.${key}`, script)
      if (problem) {
        this.#problems.push(problem)
        continue
      }
      const place = `${places.handlers}/${key.replace('Script', '')}`
      baked[key] = `${place}/${basename(script)}`
      const before = this.#problems.length
      if (extname(script).toLowerCase() === '.py') await this.#copy(script, baked[key])
      else await this.#takeModule(`handlers.${key}`, script, place, false)
      if (this.#problems.length === before) this.#handlers.push({ from: path, place: baked[key] })
    }
    const folders = pythonPath && (await this.#takePythonPath(pythonPath))
    return { ...settings, ...baked, ...(folders ? { pythonPath: folders } : {}) }
  }

  async #takePythonPath(folders: readonly string[]): Promise<string[]> {
    const baked: string[] = []
    for (const folder of folders) {
      if (isAbsolute(folder)) {
        this.#notes.push(`handlers.pythonPath: ${folder} is taken from the base image.`)
        baked.push(folder)
        continue
      }
      const source = resolve(this.#base, folder)
      if (!(await stat(source).catch(() => undefined))?.isDirectory()) {
        this.#problems.push(`handlers.pythonPath: ${source} is no folder.`)
        continue
      }
      const place = this.#free(places.python, basename(source))
      await this.#copyTree(source, place)
      baked.push(place)
    }
    return baked
  }

  /** A name in the image that no other thing has. */
  #free(folder: string, name: string): string {
    for (let i = 1; ; i++) {
      const place = `${folder}/${name}${i === 1 ? '' : `-${i}`}`
      if (this.#taken.has(place)) continue
      this.#taken.add(place)
      return place
    }
  }

  async #takeFolder(who: string, folder: string, module: string, place: string): Promise<void> {
    await this.#copyTree(folder, place)
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
    try {
      const { dependencies = {} } = JSON.parse(text)
      const { packages } = await moduleFiles(module)
      const names = new Set([...Object.keys(dependencies), ...packages])
      names.delete('byom')
      await this.#install(who, [...names].sort(), folder, place)
    } catch (error) {
      this.#problems.push(`${who}: ${module} cannot be loaded: ${describe(error)}.`)
    }
  }

  /** A single file comes with those that it imports, in their places relative to each other. */
  async #takeModule(who: string, module: string, place: string, isPlugin: boolean): Promise<void> {
    try {
      const { files, packages, isEsm } = await moduleFiles(module)
      const folder = isPlugin ? commonFolder(files) : dirname(module)
      for (const path of files) await this.#copy(path, `${place}/${relative(folder, path)}`)
      // Without a type Node reads each file twice, and says so in every job.
      const { type = isEsm ? 'module' : undefined } = await nearestPackage(dirname(module))
      const manifest = { ...(type ? { type } : {}), exports: `./${relative(folder, module)}` }
      await this.#write(`${place}/package.json`, `${JSON.stringify(manifest)}\n`)
      await this.#install(who, packages, dirname(module), place)
    } catch (error) {
      this.#problems.push(`${who}: ${module} cannot be loaded: ${describe(error)}.`)
    }
  }

  async #install(who: string, names: readonly string[], from: string, place: string): Promise<void> {
    if (names.length === 0) return
    const draft = join(this.#work, `packages-${++this.#installs}`)
    const installed = await installPackages(
      who,
      names,
      from,
      join(this.#root, place),
      draft,
      this.#world,
      this.#problems,
    )
    this.#packages.push(
      ...installed.map((each) => ({ ...each, key: `${place === '/' ? '' : place}/${each.key}` })),
    )
  }

  /** The files that count as the plugin's own, as the loader counts them. */
  async #copyTree(folder: string, place: string): Promise<void> {
    const names = await fastGlob('**/*', {
      cwd: folder,
      ignore: ['**/node_modules/**', '**/__pycache__/**'],
    })
    for (const name of names.sort()) await this.#copy(join(folder, name), `${place}/${name}`)
  }

  async #copy(from: string, place: string): Promise<void> {
    this.#world.signal.throwIfAborted()
    const target = join(this.#root, place)
    await mkdir(dirname(target), { recursive: true })
    await cp(from, target, { dereference: true })
  }

  async #write(place: string, text: string): Promise<void> {
    const target = join(this.#root, place)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
  }
}

/** The package.json that rules over a folder. */
async function nearestPackage(start: string): Promise<{ type?: string }> {
  for (let folder = start; ; folder = dirname(folder)) {
    try {
      return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    } catch {}
    if (dirname(folder) === folder) return {}
  }
}

/** Paths and SHA-256 of all files below a folder, in the order of their names. */
export async function hashes(root: string): Promise<Record<string, string>> {
  const names = await fastGlob('**/*', { cwd: root, dot: true, followSymbolicLinks: false })
  const entries: [string, string][] = []
  for (const name of names.sort()) {
    const bytes = await readFile(join(root, name))
    entries.push([`/${name}`, `sha256-${createHash('sha256').update(bytes).digest('base64')}`])
  }
  return Object.fromEntries(entries)
}
