/** Plugins named in the config → loaded, checked plugins, with where they came from. Importing one registers nothing. */
import { existsSync, promises, readdirSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, MonitorError } from './errors.ts'
import { type AnalysisKind, apiVersion, type Plugin } from './plugin.ts'

/** Folder of an image whose plugins are loaded when the config names none. */
export const bakedPlugins = '/opt/byom/plugins/*'

/** A plugin and its provenance. */
export interface LoadedPlugin {
  readonly plugin: Plugin
  /** The config's name for it, or `built in`. */
  readonly from: string
  /** SHA-256 over names and contents of its files, as in a lock file (`sha256-<base64>`); absent for built-in ones. */
  readonly integrity?: string
}

/** What a plugin may hold: the methods that each part must have, and those that it may have. */
const parts = {
  analyzers: {
    must: ['init', 'update', 'merge', 'summarize'],
    may: ['accepts', 'models', 'suggest', 'check', 'metrics'],
  },
  samplers: { must: [], may: ['keep', 'priority', 'limit', 'stratum'] },
  loggers: { must: ['open'], may: [] },
  publishers: { must: ['publish'], may: [] },
} as const

/** A kind of part. */
export type PartKind = keyof typeof parts

/** True for a plugin that this build does not carry. */
export function isForeign({ integrity }: LoadedPlugin): boolean {
  return integrity !== undefined
}

/** A plugin that a build carries. */
export interface BuiltIn {
  readonly parts: readonly PartKind[]
  /** What its analyzers answer; default: data quality. */
  readonly analyses?: readonly AnalysisKind[]
  /** Kinds of declared features, one of which its analyzers need; absent: they need none. */
  readonly kinds?: readonly ('text' | 'bytes' | 'vector')[]
  readonly load: () => Promise<{ default: Plugin }>
}

/**
 * Loads the built-in plugins that hold a part of the wanted kinds, and all plugins that the config names: npm packages
 * (`byom-plugin-x`, `@scope/byom-plugin-x`), files, folders, and patterns of folders (`/opt/byom/plugins/*`).
 * @param base folder that relative names belong to: the config file's
 * @throws MonitorError PLUGIN_INVALID naming every problem of every plugin
 */
export async function loadPlugins(
  builtIn: Readonly<Record<string, BuiltIn>>,
  wanted: ReadonlySet<PartKind>,
  names: readonly string[],
  base: string,
): Promise<LoadedPlugin[]> {
  const problems: string[] = []
  const loaded: LoadedPlugin[] = []
  for (const { parts, load } of Object.values(builtIn)) {
    if (parts.some((part) => wanted.has(part)))
      loaded.push({ plugin: (await load()).default, from: 'built in' })
  }
  for (const name of names) {
    for (const entry of await pluginEntries(name, base, problems)) {
      provideApi()
      const found = await importPlugin(entry, name, problems)
      if (found) loaded.push(found)
    }
  }
  for (const { plugin, from } of loaded) problems.push(...metadataProblems(plugin, from))
  problems.push(...sharedNames(loaded))
  if (problems.length > 0) throw new MonitorError('PLUGIN_INVALID', problems)
  return loaded
}

/** Where a plugin's module lies, and the files that belong to it. */
export interface PluginEntry {
  readonly module: string
  readonly folder?: string
}

/**
 * Finds the modules that a name of the config means: a file, a folder, a pattern of folders or an npm package.
 * @param base folder that relative names belong to
 * @param problems gets a line when the name leads nowhere
 */
export async function pluginEntries(name: string, base: string, problems: string[]): Promise<PluginEntry[]> {
  if (packageName.test(name)) return packageEntry(name, base, problems)
  const path = resolve(base, name)
  // What is there under that very name is meant: a folder may be called "jobs (old)".
  if (!patternSign.test(name) || existsSync(path)) return pathEntry(path, name, problems)
  // Most images have no plugins of their own: then the library that knows patterns need not be loaded.
  if (name === bakedPlugins && isEmpty(dirname(name))) return []
  const { default: fastGlob } = await import('fast-glob')
  if (!fastGlob.isDynamicPattern(name)) return pathEntry(path, name, problems)
  const found = await fastGlob(name, { cwd: base, absolute: true, onlyFiles: false, dot: false, stats: true })
  const matches = found
    .filter(({ stats, path }) => stats?.isDirectory() || /\.m?[jt]s$/.test(path))
    .map(({ path }) => path)
  if (matches.length === 0 && name !== bakedPlugins)
    problems.push(
      `plugin ${name}: no folder and no .ts or .js file matches in ${base}; correct the pattern, or leave it out.`,
    )
  return (await Promise.all(matches.sort().map((match) => pathEntry(match, name, problems)))).flat()
}

/** What makes a path a pattern, perhaps. */
const patternSign = /[*?[\](){}|!+@\\]/

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch {
    return true
  }
}

/** Names of npm packages; everything else that plugins may name is a path. */
export const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/

async function pathEntry(path: string, name: string, problems: string[]): Promise<PluginEntry[]> {
  const status = await promises.stat(path).catch(() => undefined)
  if (status?.isFile()) return [{ module: path }]
  if (!status) {
    problems.push(
      `plugin ${name}: ${path} does not exist; plugins names a file, a folder, a pattern of folders or an npm package.`,
    )
    return []
  }
  const module = await folderModule(path)
  if (module) return [{ module, folder: path }]
  problems.push(
    `plugin ${name}: the folder ${path} has no package.json with "exports" or "main", no plugin.ts, plugin.js, index.ts or index.js.`,
  )
  return []
}

async function folderModule(folder: string): Promise<string | undefined> {
  const named = await packageMain(folder)
  for (const name of [
    ...(named ? [named] : []),
    'plugin.ts',
    'plugin.js',
    'plugin.mjs',
    'index.ts',
    'index.js',
    'index.mjs',
  ]) {
    const path = join(folder, name)
    if ((await promises.stat(path).catch(() => undefined))?.isFile()) return path
  }
  return undefined
}

async function packageMain(folder: string): Promise<string | undefined> {
  try {
    const { exports, main } = JSON.parse(await promises.readFile(join(folder, 'package.json'), 'utf8'))
    const entry = exportTarget(exports) ?? main
    return typeof entry === 'string' ? entry : undefined
  } catch {
    return undefined
  }
}

/** What the package's own name means to an importing module, by Node's rules for "exports". */
function exportTarget(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports
  if (exports === null || typeof exports !== 'object') return undefined
  if (Array.isArray(exports)) return exports.map(exportTarget).find((target) => target !== undefined)
  for (const [condition, inner] of Object.entries(exports)) {
    if (!['.', 'node', 'import', 'module-sync', 'default'].includes(condition)) continue
    const target = exportTarget(inner)
    if (target !== undefined) return target
  }
  return undefined
}

async function packageEntry(name: string, base: string, problems: string[]): Promise<PluginEntry[]> {
  for (const from of [base, fileURLToPath(new URL('..', import.meta.url))]) {
    for (const modules of createRequire(join(from, 'byom.json')).resolve.paths(name) ?? []) {
      const folder = join(modules, name)
      if ((await promises.stat(folder).catch(() => undefined))?.isDirectory())
        return pathEntry(await promises.realpath(folder), name, problems)
    }
  }
  problems.push(
    `plugin ${name}: no npm package of that name is installed beside the config file (${base}); run npm install ${name} there, or write ./${name} for a file or folder.`,
  )
  return []
}

async function importPlugin(
  { module, folder }: PluginEntry,
  from: string,
  problems: string[],
): Promise<LoadedPlugin | undefined> {
  try {
    const namespace = await import(pathToFileURL(module).href)
    const plugin: unknown = namespace.default
    if (plugin === null || typeof plugin !== 'object') {
      problems.push(
        `plugin ${from}: ${module} has no default export; write export default definePlugin({ … }).`,
      )
      return undefined
    }
    return { plugin: plugin as Plugin, from, integrity: await integrityOf(module, folder) }
  } catch (error) {
    problems.push(`plugin ${from}: ${module} cannot be loaded: ${describe(error)}`)
    return undefined
  }
}

async function integrityOf(module: string, folder: string | undefined): Promise<string> {
  const root = folder ?? dirname(module)
  const names = folder
    ? await (await import('fast-glob')).default('**/*', { cwd: folder, ignore: ['**/node_modules/**'] })
    : [module.slice(root.length + 1)]
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
  for (const name of names.sort()) {
    const content = await promises.readFile(join(root, name))
    // With its length, no content can look like the next file.
    hash.update(`${name}\0${content.length}\0`).update(content)
  }
  return `sha256-${hash.digest('base64')}`
}

let provided = false

/** Plugins import `byom` wherever they lie: it means this runtime, so that there is one copy of the contract. */
function provideApi(): void {
  if (provided) return
  provided = true
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const own = new Map([
    ['byom', './plugin'],
    ['byom/conformance', './conformance/index'],
  ])
  registerHooks({
    resolve(specifier, context, next) {
      const path =
        own.get(specifier) ??
        /^byom\/((?:sketches|distances|text)\/[a-z-]+)$/.exec(specifier)?.[1]?.replace(/^/, './')
      return path
        ? { url: new URL(`${path}.${extension}`, import.meta.url).href, shortCircuit: true }
        : next(specifier, context)
    },
  })
}

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
/** Everything that is wrong with a plugin's metadata, each line naming plugin, key and fix. */
export function metadataProblems(plugin: Plugin, from: string): string[] {
  const who = `plugin ${plugin.name ?? '(without a name)'} (${from})`
  const problems: string[] = []
  const wrong = (key: string, fix: string) => problems.push(`${who}: ${key}: ${fix}.`)
  if (typeof plugin.name !== 'string' || !namePattern.test(plugin.name))
    wrong('name', 'must be lower-case words joined by hyphens')
  if (typeof plugin.version !== 'string' || plugin.version === '')
    wrong('version', 'must be the version of the package, like "1.0.0"')
  if (plugin.apiVersion !== apiVersion)
    wrong(
      'apiVersion',
      `is ${plugin.apiVersion}, this runtime speaks ${apiVersion}: set it to ${apiVersion} and check the plugin against this version`,
    )
  if (typeof plugin.description !== 'string')
    wrong('description', 'must say in a sentence what the plugin does')
  for (const key of Object.keys(plugin)) {
    if (!['name', 'version', 'apiVersion', 'description', ...Object.keys(parts)].includes(key))
      wrong(key, `is unknown; a plugin has ${Object.keys(parts).join(', ')}`)
  }
  for (const kind of Object.keys(parts) as PartKind[]) {
    const list: unknown = plugin[kind] ?? []
    if (!Array.isArray(list)) wrong(kind, 'must be a list')
    else for (const [i, part] of list.entries()) partProblems(kind, `${kind}[${i}]`, part, wrong)
  }
  return problems
}

function partProblems(
  kind: PartKind,
  place: string,
  part: unknown,
  wrong: (key: string, fix: string) => void,
): void {
  if (part === null || typeof part !== 'object') return wrong(place, 'must be an object')
  const { name, options, version, environment, keep, priority, limit } = part as Record<string, unknown>
  const at = `${place}${typeof name === 'string' ? ` (${name})` : ''}`
  if (typeof name !== 'string' || !namePattern.test(name))
    wrong(`${at}.name`, 'must be lower-case words joined by hyphens')
  if (options === null || typeof options !== 'object' || (options as { type?: unknown }).type !== 'object')
    wrong(`${at}.options`, 'must be a JSON Schema with "type": "object"')
  if (kind === 'analyzers' && !Number.isSafeInteger(version))
    wrong(`${at}.version`, 'must be the whole number of its state version')
  if (kind === 'analyzers' && !isListOfTexts(environment ?? []))
    wrong(`${at}.environment`, 'must be a list of names of environment variables')
  const { must, may }: { must: readonly string[]; may: readonly string[] } = parts[kind]
  for (const method of [...must, ...may]) {
    const given = (part as Record<string, unknown>)[method]
    if (typeof given !== 'function' && (given !== undefined || must.includes(method)))
      wrong(`${at}.${method}`, 'must be a function')
  }
  if (kind === 'samplers' && keep === undefined && (priority === undefined || limit === undefined))
    wrong(`${at}.keep`, 'must be a function, or priority and limit')
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Parts are found by their name, so each has to be the only one of its kind. */
function sharedNames(loaded: readonly LoadedPlugin[]): string[] {
  const problems: string[] = []
  for (const kind of Object.keys(parts) as PartKind[]) {
    const owners = new Map<string, string>()
    for (const { plugin } of loaded) {
      const list: readonly unknown[] = Array.isArray(plugin[kind]) ? plugin[kind] : []
      for (const part of list) {
        const name = (part as { name?: unknown } | null)?.name
        if (typeof name !== 'string') continue
        const owner = owners.get(name)
        if (owner)
          problems.push(
            `plugin ${plugin.name}: ${kind}: the name ${name} is taken by plugin ${owner}; rename one of them.`,
          )
        owners.set(name, plugin.name)
      }
    }
  }
  return problems
}
