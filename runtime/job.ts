/** First stage: the environment, the platform's config files and byom.json become one frozen Job, or one list of problems. */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AnalysisConfig, Config, FeatureDeclaration } from '../contracts/types.generated.ts'
import { isConfig } from '../contracts/validators/config.generated.ts'
import { isProcessingJobConfig } from '../contracts/validators/processingjobconfig.generated.ts'
import { isResourceConfig } from '../contracts/validators/resourceconfig.generated.ts'
import { type DatasetFormat, parseDatasetFormat } from './dataset-format.ts'
import { describe, MonitorError } from './errors.ts'
import { withFeatureHeaders } from './feature-headers.ts'
import type { HandlerSettings } from './handle/index.ts'
import {
  analysisConfigPath,
  attributeFeatures,
  clarifyFormat,
  type Download,
  type JobKind,
  jobKind,
  startsWithHeader,
  withLocalBaseline,
} from './job-kind.ts'
import { parseJson } from './json-text.ts'
import type { AnalysisKind } from './plugin.ts'
import { bakedPlugins } from './plugin-loader.ts'
import { schemaProblems } from './schema-problems.ts'
import type { SegmentBy } from './segments.ts'
import { parseInstant, type Window } from './time.ts'

/** Settings of byom.json with their defaults in place. */
export interface Settings {
  readonly emptyWindow: 'complete' | 'fail'
  readonly maxFeatures: number
  readonly maxLineBytes: number
  readonly unitBytes: number
  /** False: a CSV file is never cut. */
  readonly cutCsv: boolean
  /** Undefined: the runtime decides. */
  readonly workers: number | undefined
  readonly features: readonly DeclaredFeature[]
  readonly distances: 'exact' | 'deequ'
  /** Options by analyzer; false switches one off. */
  readonly analyzers: Readonly<Record<string, object | false>>
  /** Names of plugins beside the built-in ones. */
  readonly plugins: readonly string[]
  readonly sampler: PartUse | undefined
  /** Undefined: as the terminal asks for. */
  readonly loggers: readonly PartUse[] | undefined
  readonly publishers: readonly (PartUse & { readonly required: boolean; readonly timeoutSeconds: number })[]
  readonly analyzerTimeoutSeconds: number
  readonly segments: { readonly by: SegmentBy; readonly max: number } | undefined
  readonly handlers: HandlerSettings
  /** Absolute paths of the scripts of a job whose environment names none. */
  readonly scripts: { readonly preprocess: string | undefined; readonly postprocess: string | undefined }
}

/** A feature that the config takes out of payloads. Without a path it is the whole payload. */
export type DeclaredFeature = FeatureDeclaration & Required<Pick<FeatureDeclaration, 'from'>>

/** A part of a plugin that the config uses. */
export interface PartUse {
  readonly name: string
  readonly options: object
}

/** What this run has to do. Plain data: workers get a copy. */
export interface Job {
  readonly kind: 'baseline' | 'monitoring'
  /** What is asked for; empty for a merge job. */
  readonly analyses: readonly AnalysisKind[]
  /** Clarify's configuration, of a bias or attribution job. */
  readonly analysisConfig: AnalysisConfig | undefined
  /** Labels that are to be merged into the captures. */
  readonly groundTruthSource: string | undefined
  /** Names of columns that have none in the data, from Clarify's configuration. */
  readonly headers: readonly string[] | undefined
  readonly source: string
  readonly format: DatasetFormat
  readonly output: string
  readonly baselineConstraints: string | undefined
  readonly baselineStatistics: string | undefined
  readonly window: Window
  readonly startTime: string | undefined
  readonly endTime: string | undefined
  readonly metricTime: string | undefined
  readonly publishMetrics: boolean
  readonly endpoint: string | undefined
  readonly schedule: string | undefined
  /** Scripts that handle each record before the analysis, and run once after the reports. */
  readonly preprocess: string | undefined
  readonly postprocess: string | undefined
  /** Names or zero-based indexes of columns that no analyzer sees. */
  readonly excludeFeatures: readonly string[]
  readonly messagePath: string
  readonly metricsFolder: string
  readonly settings: Settings
  readonly configPath: string | undefined
  /** Variables of the job, process environment first; for analyzers that ask for one by name. */
  readonly environment: Readonly<Record<string, string>>
  /** False on the hosts of a multi-instance job that leave the work to the first host. */
  readonly leader: boolean
  /** Names of the job's hosts, the leader first; empty when the platform names none. */
  readonly hosts: readonly string[]
}

/** Where the job's baseline files are. */
export function baselinePaths({ analyses, baselineConstraints, baselineStatistics }: Job): {
  constraintsPath?: string
  statisticsPath?: string
  featureless: boolean
} {
  return {
    featureless: !analyses.includes('data-quality'),
    ...(baselineConstraints ? { constraintsPath: baselineConstraints } : {}),
    ...(baselineStatistics ? { statisticsPath: baselineStatistics } : {}),
  }
}

/** The root of the config, message and metric paths: /opt/ml unless BYOM_OPT_ML says otherwise. */
export function optMl(env: NodeJS.ProcessEnv): string {
  return env['BYOM_OPT_ML'] || '/opt/ml'
}

/**
 * Reads the job that the environment describes.
 * @param env the process environment; wins over `Environment` of processingjobconfig.json
 * @param task `merge`: a merge job, whatever else the environment asks for
 * @throws MonitorError CONFIG_INVALID naming every problem at once
 */
export async function readJob(env: NodeJS.ProcessEnv, task?: 'merge'): Promise<Job> {
  const problems: string[] = []
  const root = optMl(env)
  const platform = readPlatform(root, problems)
  const variables = new Map<string, string>(Object.entries(platform.environment))
  for (const [name, value] of Object.entries(env)) if (value !== undefined) variables.set(name, value)
  const get = (name: string) => variables.get(name)?.trim() || undefined
  const need = (name: string, meaning: string) => {
    const value = get(name)
    if (value === undefined) problems.push(`${name} is not set: it names ${meaning}.`)
    return value ?? ''
  }

  const clarifyPath = analysisConfigPath(root)
  const what: JobKind =
    task === 'merge'
      ? { analyses: [], attributes: {} }
      : jobKind(get, readJson(clarifyPath, problems), clarifyPath, problems)
  if (task === 'merge') need('ground_truth_source', 'the folder with the labels')
  for (const [name, value] of Object.entries(what.attributes)) variables.set(name, value)
  // Clarify's container has fixed folders; the variables win where a runner sets them.
  const fixed = (name: string) =>
    what.analysisConfig ? join(root, 'processing', ...name.split('/')) : undefined
  const source =
    get('dataset_source') ??
    fixed('input/data') ??
    need('dataset_source', 'the folder with the dataset or the captures')
  const output = get('output_path') ?? fixed('output') ?? need('output_path', 'the folder for the reports')
  const analysisConfig =
    what.analysisConfig &&
    (await withFeatureHeaders(withLocalBaseline(what.analysisConfig, platform.downloads), source))
  const headers = analysisConfig?.headers ?? undefined
  const format = await datasetFormat(what, get, need, source, problems)
  const { settings, configPath } = await readSettings(env, root, problems)
  const preprocess = get('record_preprocessor_script') ?? settings.scripts.preprocess
  const postprocess = get('post_analytics_processor_script') ?? settings.scripts.postprocess
  problems.push(
    ...(await scriptProblems({
      record_preprocessor_script: preprocess,
      post_analytics_processor_script: postprocess,
    })),
  )
  if (preprocess && format.kind === 'parquet')
    problems.push(
      'record_preprocessor_script is set and dataset_format is Parquet: a preprocess handler gets capture records, CSV lines or JSON objects; convert the dataset, or leave the script out.',
    )
  const method = get('categorical_drift_method')
  if (method && method !== 'LInfinity' && method !== 'ChiSquared')
    problems.push(`categorical_drift_method is ${method}, expected LInfinity or ChiSquared.`)
  const publish = get('publish_cloudwatch_metrics') ?? 'Disabled'
  if (!/^(en|dis)abled$/i.test(publish))
    problems.push(`publish_cloudwatch_metrics is ${publish}, expected Enabled or Disabled.`)

  const instant = (name: string) => {
    const text = get(name)
    const value = text === undefined ? undefined : parseInstant(text)
    if (Number.isNaN(value)) problems.push(`${name} is ${text}, expected a time like 2019-12-01T15:20:00Z.`)
    return value
  }
  const start = instant('start_time')
  const end = instant('end_time')
  instant('metric_time')
  if (start !== undefined && end !== undefined && start >= end)
    problems.push(`start_time ${get('start_time')} is not before end_time ${get('end_time')}.`)

  const declared = new Set(settings.features.map(({ name }) => name))
  const found = attributeFeatures(what, format, headers ?? []).filter(({ name }) => !declared.has(name))
  const paths = found.flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }]))
  if (paths.length > 0) await checkPaths(paths, 'the environment', problems)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  const monitors = [
    'baseline_constraints',
    'baseline_statistics',
    'sagemaker_monitoring_schedule_name',
    'start_time',
    'end_time',
  ]
  return Object.freeze({
    kind: monitors.some(get) ? 'monitoring' : 'baseline',
    analyses: what.analyses,
    analysisConfig,
    groundTruthSource: get('ground_truth_source'),
    headers,
    source,
    format,
    output,
    baselineConstraints: get('baseline_constraints'),
    baselineStatistics: get('baseline_statistics'),
    window: { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
    startTime: get('start_time'),
    endTime: get('end_time'),
    metricTime: get('metric_time'),
    publishMetrics: /^enabled$/i.test(publish),
    endpoint: get('sagemaker_endpoint_name'),
    schedule: get('sagemaker_monitoring_schedule_name'),
    preprocess,
    postprocess,
    excludeFeatures: (get('exclude_features_attribute') ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    messagePath: join(root, 'output', 'message'),
    metricsFolder: join(root, 'output', 'metrics', 'cloudwatch'),
    settings: { ...settings, features: [...settings.features, ...found] },
    configPath,
    environment: Object.fromEntries(variables),
    leader: platform.leader,
    hosts: platform.hosts,
  } satisfies Job)
}

async function scriptProblems(scripts: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const named = Object.entries(scripts).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (named.length === 0) return []
  const { scriptProblem } = await import('./handle/script.ts')
  const problems = await Promise.all(named.map(([variable, path]) => scriptProblem(variable, path)))
  return problems.filter((problem) => problem !== undefined)
}

/** The format that the variable names; merge and Clarify jobs may leave it out. */
async function datasetFormat(
  { analyses, analysisConfig }: JobKind,
  get: (name: string) => string | undefined,
  need: (name: string, meaning: string) => string,
  source: string,
  problems: string[],
): Promise<DatasetFormat> {
  const captures: DatasetFormat = { kind: 'capture', outputPosition: 'START' }
  if (analyses.length === 0) return captures
  if (analysisConfig && !get('dataset_format')) {
    const csv = analysisConfig.dataset_type?.includes('csv') ?? false
    return clarifyFormat(analysisConfig, csv && (await startsWithHeader(source, analysisConfig.headers)))
  }
  const text = need('dataset_format', 'the format of the dataset, e.g. {"csv": {"header": true}}')
  const parsed = text ? parseDatasetFormat(text) : { problems: [] }
  if ('format' in parsed) return parsed.format
  problems.push(...parsed.problems)
  return captures
}

interface Platform {
  environment: Record<string, string>
  leader: boolean
  hosts: readonly string[]
  downloads: readonly Download[]
}

function readPlatform(root: string, problems: string[]): Platform {
  const job = readJson(join(root, 'config', 'processingjobconfig.json'), problems)
  const environment: Record<string, string> = {}
  const downloads: Download[] = []
  if (job !== undefined) {
    if (isProcessingJobConfig(job)) {
      for (const [name, value] of Object.entries(job.Environment ?? {}))
        if (value != null) environment[name] = value
      for (const { S3Input } of job.ProcessingInputs ?? [])
        if (S3Input?.S3Uri && S3Input.LocalPath)
          downloads.push({ uri: S3Input.S3Uri.replace(/\/+$/, ''), path: S3Input.LocalPath })
    }
    if (isProcessingJobConfig.errors)
      problems.push(
        ...schemaProblems(isProcessingJobConfig.errors, job).map((p) => `processingjobconfig.json: ${p}.`),
      )
  }
  const resources = readJson(join(root, 'config', 'resourceconfig.json'), problems)
  if (resources === undefined) return { environment, leader: true, hosts: [], downloads }
  if (!isResourceConfig(resources)) {
    problems.push(
      ...schemaProblems(isResourceConfig.errors, resources).map((p) => `resourceconfig.json: ${p}.`),
    )
    return { environment, leader: true, hosts: [], downloads }
  }
  if (resources.hosts.length > 1 && JSON.stringify(job ?? null).includes('"ShardedByS3Key"')) {
    problems.push(
      'The job has several instances and an input with S3DataDistributionType ShardedByS3Key: this version needs FullyReplicated, or one instance.',
    )
  }
  const hosts = [...resources.hosts].sort()
  return { environment, leader: resources.current_host === hosts[0], hosts, downloads }
}

/**
 * The settings of the config file alone.
 * @throws MonitorError CONFIG_INVALID naming every problem at once
 */
export async function readConfig(env: NodeJS.ProcessEnv): Promise<Settings> {
  const problems: string[] = []
  const { settings } = await readSettings(env, optMl(env), problems)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  return settings
}

async function readSettings(
  env: NodeJS.ProcessEnv,
  root: string,
  problems: string[],
): Promise<{ settings: Settings; configPath: string | undefined }> {
  const named = env['BYOM_CONFIG']
  const candidates = named
    ? [named]
    : [join(root, 'processing', 'input', 'config', 'byom.json'), '/etc/byom/byom.json']
  let config: Config = {}
  let configPath: string | undefined
  for (const path of candidates) {
    const found = problems.length
    const value = readJson(path, problems)
    if (value === undefined && problems.length === found) {
      if (named) problems.push(`BYOM_CONFIG names ${path}, which does not exist.`)
      continue
    }
    configPath = path
    if (value === undefined) break
    if (isConfig(value)) config = value
    else problems.push(...schemaProblems(isConfig.errors, value).map((p) => `${path}: ${p}.`))
    break
  }
  const features = (config.features ?? []).map(
    ({ from = 'input', kind = 'scalar', ...feature }): DeclaredFeature => ({ ...feature, from, kind }),
  )
  const seen = new Set<string>()
  for (const { name, path, kind, from } of features) {
    if (path === undefined && (kind === 'scalar' || from === 'record'))
      problems.push(
        `${configPath}: the feature "${name}" needs a path: only text, bytes and vector can be a whole payload.`,
      )
    if (seen.has(name)) problems.push(`${configPath}: features declares "${name}" twice.`)
    seen.add(name)
  }
  const segmentPath = config.segments?.by.path
  const pathed = features.flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }]))
  const paths = [...pathed, ...(segmentPath ? [{ name: 'segments.by', path: segmentPath }] : [])]
  if (paths.length > 0) await checkPaths(paths, configPath as string, problems)
  return {
    configPath,
    settings: {
      emptyWindow: config.input?.emptyWindow ?? 'complete',
      maxFeatures: config.input?.maxFeatures ?? 20_000,
      maxLineBytes: config.input?.maxLineBytes ?? 64 * 2 ** 20,
      unitBytes: config.plan?.unitBytes ?? 64 * 2 ** 20,
      cutCsv: config.plan?.cutCsv ?? true,
      workers: config.workers,
      features,
      distances: config.compatibility?.distances ?? 'exact',
      analyzers: (config.analyzers ?? {}) as Record<string, object | false>,
      plugins: config.plugins ?? [bakedPlugins],
      sampler: config.sampler && use(config.sampler),
      loggers: config.loggers?.map(use),
      publishers: (config.publishers ?? []).map(({ required = false, timeoutSeconds = 60, ...rest }) => ({
        ...use(rest),
        required,
        timeoutSeconds,
      })),
      analyzerTimeoutSeconds: config.analyzerTimeoutSeconds ?? 120,
      segments: config.segments && { by: config.segments.by as SegmentBy, max: config.segments.max ?? 20 },
      handlers: handlerSettings(config.handlers ?? {}),
      scripts: {
        preprocess: beside(configPath, config.handlers?.preprocessScript),
        postprocess: beside(configPath, config.handlers?.postprocessScript),
      },
    },
  }
}

/** A path that the config names, which belongs to the folder that the config lies in. */
function beside(configPath: string | undefined, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(dirname(configPath ?? '.'), path)
}

/** Settings of handlers with their defaults in place. */
export function handlerSettings(config: NonNullable<Config['handlers']>): HandlerSettings {
  return {
    onError: config.onError ?? 'fail',
    errorBudget: config.errorBudget ?? 0.01,
    recordSeconds: config.recordTimeoutSeconds ?? 5,
    startSeconds: config.startTimeoutSeconds ?? 60,
    memoryBytes: (config.memoryMegabytes ?? 512) * 2 ** 20,
    python: config.python ?? 'python3',
    pythonPath: config.pythonPath ?? [],
    realm: config.javascriptRealm ?? 'vm2',
    logLines: config.maxLogLines ?? 1000,
    unconfined: config.unconfined ?? false,
    postprocess: {
      onError: config.postprocess?.onError ?? 'fail',
      seconds: config.postprocess?.timeoutSeconds ?? 300,
    },
  }
}

function use({ name, options = {} }: { name: string; options?: object }): PartUse {
  return { name, options }
}

async function checkPaths(
  features: readonly { readonly name: string; readonly path: string }[],
  configPath: string,
  problems: string[],
): Promise<void> {
  const { compile } = await import('@jmespath-community/jmespath')
  for (const { name, path } of features) {
    try {
      compile(path)
    } catch (error) {
      problems.push(
        `${configPath}: the path of "${name}" is not a JMESPath expression: ${path} (${describe(error)}).`,
      )
    }
  }
}

function readJson(path: string, problems: string[]): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') problems.push(`${path} cannot be read (${code}).`)
    return undefined
  }
  try {
    return parseJson(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    problems.push(`${path}: ${describe(error)}.`)
    return undefined
  }
}
