/** Plugins → parts ready to run: found by name, options validated and defaulted, all problems at once. */
import { dirname } from 'node:path'
import type { ValidateFunction } from 'ajv'
import { analyzerKey, type LoadedAnalyzer } from './analyze.ts'
import { type BaselineFiles, part } from './baseline.ts'
import { describe, MonitorError } from './errors.ts'
import type { Job, PartUse } from './job.ts'
import type { Context, Logger, OptionsSchema, Publisher, Sampler } from './plugin.ts'
import { type BuiltIn, isForeign, type LoadedPlugin, loadPlugins, type PartKind } from './plugin-loader.ts'
import type { LoadedSampler } from './sample.ts'
import { schemaProblems } from './schema-problems.ts'

/** A logger that the config names. */
export interface LoadedLogger {
  // biome-ignore lint/suspicious/noExplicitAny: the host treats options as opaque.
  readonly logger: Logger<any>
  readonly options: object
}

/** A publisher that the config names. */
export interface LoadedPublisher {
  // biome-ignore lint/suspicious/noExplicitAny: the host treats options as opaque.
  readonly publisher: Publisher<any>
  readonly options: object
  /** True: the job fails when it does. */
  readonly required: boolean
  readonly timeoutSeconds: number
}

/** Everything that a run uses of its plugins. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[]
  readonly analyzers: readonly LoadedAnalyzer[]
  readonly sampler: LoadedSampler | undefined
  readonly loggers: readonly LoadedLogger[]
  readonly publishers: readonly LoadedPublisher[]
}

/**
 * Loads the plugins and prepares the parts that the job uses.
 * @param unnamed names of loggers for a job whose config names none
 * @throws MonitorError PLUGIN_INVALID for malformed plugins, CONFIG_INVALID for unknown names and wrong options
 */
export async function loadRegistry(
  job: Job,
  builtIn: Readonly<Record<string, BuiltIn>>,
  baseline: BaselineFiles,
  unnamed: { readonly loggers: readonly string[] } = { loggers: [] },
): Promise<Registry> {
  const { settings } = job
  const loggers = settings.loggers ?? unnamed.loggers.map((name) => ({ name, options: {} }))
  const publishers = publisherUses(job)
  const wanted = new Set<PartKind>(['analyzers'])
  if (settings.sampler) wanted.add('samplers')
  if (loggers.length > 0) wanted.add('loggers')
  if (publishers.length > 0) wanted.add('publishers')
  const { useful = [], idle = [] } = Object.groupBy(Object.entries(builtIn), ([name, entry]) =>
    isUseful(name, entry, job) ? 'useful' : 'idle',
  )
  const plugins = await loadPlugins(
    Object.fromEntries(useful),
    wanted,
    settings.plugins,
    job.configPath ? dirname(job.configPath) : '/',
  )
  // A plugin that changes the baseline would change it for all analyzers. Freezing a large one takes a while.
  if (plugins.some(isForeign)) frozen(baseline)
  const problems: string[] = []
  const where = job.configPath ?? 'the settings'
  const finder = new Finder(plugins, where, problems)
  const registry: Registry = {
    plugins,
    analyzers: await loadAnalyzers(
      plugins,
      idle.map(([name]) => name),
      job,
      baseline,
      where,
      problems,
    ),
    sampler:
      settings.sampler &&
      (await finder
        .find<Sampler>('samplers', 'sampler', settings.sampler)
        .then((found) => found && { sampler: found.part, options: found.options })),
    loggers: (await finder.all<Logger>('loggers', loggers)).map(({ part, options }) => ({
      logger: part,
      options,
    })),
    publishers: (await finder.all<Publisher>('publishers', publishers)).map(({ part, options }, i) => ({
      publisher: part,
      options,
      required: publishers[i]!.required,
      timeoutSeconds: publishers[i]!.timeoutSeconds,
    })),
  }
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  return registry
}

/** Loading a plugin takes longer than a small job: one whose analyzers have nothing to do stays out, unless the config sets their options. */
function isUseful(name: string, { parts, analyses = ['data-quality'], kinds }: BuiltIn, job: Job): boolean {
  const { analyzers, features } = job.settings
  if (!parts.includes('analyzers') || (Object.hasOwn(analyzers, name) && analyzers[name] !== false))
    return true
  if (!analyses.some((analysis) => job.analyses.includes(analysis))) return false
  return kinds === undefined || features.some(({ kind }) => kinds.some((each) => each === kind))
}

/** Those of the config, and CloudWatch's metric file when the job's environment asks for it. */
function publisherUses({
  settings,
  publishMetrics,
}: Job): (PartUse & { required: boolean; timeoutSeconds: number })[] {
  const named = settings.publishers
  if (!publishMetrics || named.some(({ name }) => name === 'cloudwatch')) return [...named]
  return [{ name: 'cloudwatch', options: {}, required: true, timeoutSeconds: 60 }, ...named]
}

/** The parts of the loaded plugins by name, with the config's options. */
class Finder {
  readonly #plugins: readonly LoadedPlugin[]
  readonly #where: string
  readonly #problems: string[]

  constructor(plugins: readonly LoadedPlugin[], where: string, problems: string[]) {
    this.#plugins = plugins
    this.#where = where
    this.#problems = problems
  }

  async all<T>(kind: PartKind, uses: readonly PartUse[]): Promise<{ part: T; options: object }[]> {
    const found = await Promise.all(uses.map((use, i) => this.find<T>(kind, `${kind}[${i}]`, use)))
    return found.flatMap((each) => each ?? [])
  }

  async find<T>(
    kind: PartKind,
    key: string,
    { name, options }: PartUse,
  ): Promise<{ part: T; options: object } | undefined> {
    const all = this.#plugins.flatMap(
      ({ plugin }) => (plugin[kind] ?? []) as readonly { name: string; options: OptionsSchema }[],
    )
    const part = all.find((each) => each.name === name)
    if (part === undefined) {
      this.#problems.push(
        `${this.#where}: ${key}: there is no ${kind.slice(0, -1)} named ${name}; known: ${all.map((each) => each.name).join(', ')}.`,
      )
      return undefined
    }
    const checked = await optionsFor(`${kind.slice(0, -1)} ${name}`, part.options, options)
    this.#problems.push(...checked.problems.map((problem) => `${this.#where}: ${key} (${name}): ${problem}.`))
    return { part: part as T, options: checked.options }
  }
}

async function loadAnalyzers(
  plugins: readonly LoadedPlugin[],
  idle: readonly string[],
  job: Job,
  baseline: BaselineFiles,
  where: string,
  problems: string[],
): Promise<LoadedAnalyzer[]> {
  const all = plugins.flatMap(({ plugin }) =>
    (plugin.analyzers ?? []).map((analyzer) => ({ plugin, analyzer })),
  )
  // A plugin that is built in and was not loaded has one analyzer, of the same name.
  const known = [...idle, ...all.map(({ analyzer }) => analyzer.name)].sort()
  for (const name of Object.keys(job.settings.analyzers)) {
    if (!known.includes(name))
      problems.push(
        `${where}: analyzers.${name}: there is no analyzer of that name; known: ${known.join(', ')}.`,
      )
  }
  const loaded: LoadedAnalyzer[] = []
  for (const { plugin, analyzer } of all) {
    const given = Object.hasOwn(job.settings.analyzers, analyzer.name)
      ? job.settings.analyzers[analyzer.name]
      : undefined
    if (given === false || !answers(analyzer, job)) continue
    const { options, problems: wrong } = await optionsFor(
      `analyzer ${analyzer.name}`,
      analyzer.options,
      given,
    )
    problems.push(...wrong.map((problem) => `${where}: analyzers.${analyzer.name}: ${problem}.`))
    const bare = {
      analyzer,
      plugin: { name: plugin.name, version: plugin.version },
      options,
      number: loaded.length,
    }
    const context = contextOf(bare, job, baseline)
    loaded.push({ ...bare, context })
    if (wrong.length === 0 && analyzer.problems) problems.push(...settingProblems(bare, context))
  }
  return loaded
}

/** The model files that the analyzers run, each once. */
export function modelPaths(analyzers: readonly LoadedAnalyzer[]): string[] {
  return [...new Set(analyzers.flatMap(({ analyzer, options }) => analyzer.models?.(options) ?? []))]
}

/** Whether an analyzer has something to say about what the job asks for. */
function answers({ analyses = ['data-quality'] }: LoadedAnalyzer['analyzer'], job: Job): boolean {
  return analyses.some((kind) => job.analyses.includes(kind))
}

function settingProblems(
  { analyzer, options }: Pick<LoadedAnalyzer, 'analyzer' | 'options'>,
  context: Context,
) {
  try {
    return (analyzer.problems?.(options, context) ?? []).map((text) => `analyzer ${analyzer.name}: ${text}`)
  } catch (error) {
    throw new MonitorError('PLUGIN_INVALID', `analyzer ${analyzer.name}: problems: ${describe(error)}.`)
  }
}

/** The same analyzers with the baseline of one segment. */
export function withBaseline(
  analyzers: readonly LoadedAnalyzer[],
  job: Job,
  baseline: BaselineFiles,
): LoadedAnalyzer[] {
  return analyzers.map((loaded) => ({ ...loaded, context: contextOf(loaded, job, baseline) }))
}

function contextOf(loaded: Omit<LoadedAnalyzer, 'context'>, job: Job, files: BaselineFiles): Context {
  const { analyzer } = loaded
  const key = analyzerKey(loaded)
  return Object.freeze({
    run: job.kind,
    environment: Object.fromEntries(
      (analyzer.environment ?? []).map((name) => [name, job.environment[name]]),
    ),
    distances: job.settings.distances,
    ...(job.analysisConfig ? { analysisConfig: job.analysisConfig } : {}),
    ...(files.constraints || files.statistics
      ? {
          baseline: {
            ...(files.statistics ? { statistics: part(files.statistics, key) } : {}),
            ...(files.constraints ? { constraints: part(files.constraints, key) } : {}),
            config: files.resolve,
          },
        }
      : {}),
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

async function optionsFor(
  who: string,
  schema: OptionsSchema,
  given: object | undefined,
): Promise<{ options: object; problems: string[] }> {
  const options: Record<string, unknown> = structuredClone({ ...given })
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (isObject(property) && 'default' in property && !Object.hasOwn(options, name))
      options[name] = structuredClone(property.default)
  // The validator is only worth its start-up time when there is something to validate.
  if (Object.keys(given ?? {}).length === 0 && schema['required'] === undefined)
    return { options: frozen(options), problems: [] }
  const { Ajv } = await import('ajv')
  let validate: ValidateFunction
  try {
    validate = new Ajv({ allErrors: true, useDefaults: true }).compile(schema)
  } catch (error) {
    throw new MonitorError('PLUGIN_INVALID', `${who}: its options schema: ${describe(error)}.`)
  }
  return validate(options)
    ? { options: frozen(options), problems: [] }
    : { options, problems: schemaProblems(validate.errors, options) }
}

/** The value, which nobody can change any more, with everything in it. */
export function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
