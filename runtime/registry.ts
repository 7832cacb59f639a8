/** Plugins → analyzers ready to run: metadata checked, options validated and defaulted, all problems at once. */
import { analyzerKey, type LoadedAnalyzer } from './analyze.ts'
import { type BaselineFiles, part } from './baseline.ts'
import { MonitorError } from './errors.ts'
import type { Job } from './job.ts'
import { type Analyzer, apiVersion, type Context, type OptionsSchema, type Plugin } from './plugin.ts'
import { schemaProblems } from './schema-problems.ts'

/** How the plugins that a build carries are loaded, by name. */
export type PluginLoaders = Readonly<Record<string, () => Promise<{ default: Plugin }>>>

const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/**
 * Loads every plugin and prepares its analyzers for the job.
 * @throws MonitorError PLUGIN_INVALID for a malformed plugin, CONFIG_INVALID for wrong options
 */
export async function loadAnalyzers(
  job: Job,
  loaders: PluginLoaders,
  baseline: BaselineFiles,
): Promise<LoadedAnalyzer[]> {
  const plugins = await Promise.all(Object.values(loaders).map(async (load) => (await load()).default))
  const invalid = plugins.flatMap(pluginProblems)
  if (invalid.length > 0) throw new MonitorError('PLUGIN_INVALID', invalid)
  const analyzers = plugins.flatMap((plugin) =>
    (plugin.analyzers ?? []).map((analyzer) => ({ plugin, analyzer })),
  )
  const known = new Set(analyzers.map(({ analyzer }) => analyzer.name))
  const problems = Object.keys(job.settings.analyzers)
    .filter((name) => !known.has(name))
    .map(
      (name) =>
        `${job.configPath}: analyzers.${name}: there is no analyzer of that name; known: ${[...known].join(', ')}.`,
    )
  const loaded: LoadedAnalyzer[] = []
  for (const { plugin, analyzer } of analyzers) {
    const given = Object.hasOwn(job.settings.analyzers, analyzer.name)
      ? job.settings.analyzers[analyzer.name]
      : undefined
    const { options, problems: wrong } = await optionsFor(analyzer.options, given)
    problems.push(...wrong.map((problem) => `${job.configPath}: analyzers.${analyzer.name}: ${problem}.`))
    loaded.push(
      withContext(
        { analyzer, plugin: { name: plugin.name, version: plugin.version }, options },
        job,
        baseline,
      ),
    )
  }
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  return loaded
}

function withContext(
  loaded: Omit<LoadedAnalyzer, 'context'>,
  job: Job,
  files: BaselineFiles,
): LoadedAnalyzer {
  const { analyzer } = loaded
  const key = analyzerKey(loaded)
  const context: Context = {
    run: job.kind,
    environment: Object.fromEntries(
      (analyzer.environment ?? []).map((name) => [name, job.environment[name]]),
    ),
    distances: job.settings.distances,
    ...(files.constraints || files.statistics
      ? {
          baseline: {
            ...(files.statistics ? { statistics: part(files.statistics, key) } : {}),
            ...(files.constraints ? { constraints: part(files.constraints, key) } : {}),
            config: files.resolve,
          },
        }
      : {}),
  }
  return { ...loaded, context: Object.freeze(context) }
}

function pluginProblems(plugin: Plugin): string[] {
  const problems: string[] = []
  if (!namePattern.test(plugin.name))
    problems.push(`plugin ${plugin.name}: name must be lower-case words joined by hyphens.`)
  if (plugin.apiVersion !== apiVersion)
    problems.push(
      `plugin ${plugin.name}: apiVersion is ${plugin.apiVersion}, this runtime speaks ${apiVersion}.`,
    )
  for (const { name, version } of (plugin.analyzers ?? []) as Analyzer[]) {
    if (!namePattern.test(name))
      problems.push(
        `plugin ${plugin.name}: analyzer ${name}: name must be lower-case words joined by hyphens.`,
      )
    if (!Number.isSafeInteger(version))
      problems.push(`plugin ${plugin.name}: analyzer ${name}: version must be a whole number.`)
  }
  return problems
}

async function optionsFor(
  schema: OptionsSchema,
  given: object | undefined,
): Promise<{ options: object; problems: string[] }> {
  const defaults: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if ('default' in property) defaults[name] = property.default
  const options = { ...defaults, ...given }
  if (given === undefined) return { options: Object.freeze(options), problems: [] }
  const { Ajv } = await import('ajv')
  const validate = new Ajv({ allErrors: true }).compile(schema)
  return {
    options: Object.freeze(options),
    problems: validate(options) ? [] : schemaProblems(validate.errors, options),
  }
}
