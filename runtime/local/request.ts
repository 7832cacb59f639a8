/** A CreateProcessingJob request → what runs on this machine, or every problem of the request at once. */
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  CreateProcessingJob,
  ProcessingInput,
  ProcessingOutput,
} from '../../contracts/types.generated.ts'
import { isCreateProcessingJob } from '../../contracts/validators/create-processing-job.generated.ts'
import { describe, MonitorError } from '../errors.ts'
import { schemaProblems } from '../schema-problems.ts'

/** A folder or file of this machine that the containers get a copy of. */
export interface LocalInput {
  readonly name: string
  /** Absolute path on this machine. */
  readonly source: string
  readonly isFile: boolean
  /** Folder in the container. */
  readonly localPath: string
  /** True: each host gets a part of the files. */
  readonly sharded: boolean
}

/** A folder of the containers that is copied to this machine when they have ended. */
export interface LocalOutput {
  readonly name: string
  /** Folder in the container. */
  readonly localPath: string
  /** Absolute path on this machine. */
  readonly target: string
}

/** A job that can run on this machine. */
export interface LocalJob {
  readonly name: string
  readonly image: string
  /** Undefined: the image's own. */
  readonly entrypoint: readonly string[] | undefined
  readonly arguments: readonly string[] | undefined
  readonly environment: Readonly<Record<string, string>>
  readonly inputs: readonly LocalInput[]
  readonly outputs: readonly LocalOutput[]
  /** `algo-1`, `algo-2`, … */
  readonly hosts: readonly string[]
  readonly isolated: boolean
  /** Seconds that the containers may run. */
  readonly maxRuntime: number
  readonly request: CreateProcessingJob
}

/** What a request does not say. */
export interface RequestContext {
  /** Folder that relative paths belong to. */
  readonly base: string
  /** S3 prefixes without a slash at the end, and the absolute folders of this machine that stand for them. */
  readonly maps: readonly { readonly prefix: string; readonly folder: string }[]
  /** Name of a job that has none. */
  readonly defaultName: string
}

/** The service's default where a request names no limit, in seconds. */
export const defaultMaxRuntime = 86_400

/**
 * @param value the parsed request
 * @throws MonitorError CONFIG_INVALID naming every problem at once
 */
export async function readRequest(value: unknown, context: RequestContext): Promise<LocalJob> {
  if (!isCreateProcessingJob(value)) throw requestInvalid(value)
  const problems: string[] = []
  const name = value.ProcessingJobName ?? context.defaultName
  if (!/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(name))
    problems.push(
      `ProcessingJobName is "${name}": at most 63 letters, digits and hyphens, not at the ends, are allowed.`,
    )
  const isInput = (input: ProcessingInput) => input.S3Input != null || input.AppManaged !== true
  const inputs = await Promise.all(
    (value.ProcessingInputs ?? []).filter(isInput).map((input) => readInput(input, context, problems)),
  )
  const outputs = (value.ProcessingOutputConfig?.Outputs ?? []).map((output) =>
    readOutput(output, context, problems),
  )
  for (const [what, parts] of [
    ['InputName', inputs],
    ['OutputName', outputs],
  ] as const)
    for (const twice of repeated(parts.map((part) => part.name)))
      problems.push(`${what} "${twice}" occurs twice.`)
  for (const twice of repeated(inputs.map(({ localPath }) => localPath)))
    problems.push(`two inputs have the LocalPath ${twice}.`)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  const count = value.ProcessingResources?.ClusterConfig.InstanceCount ?? 1
  return {
    name,
    image: value.AppSpecification.ImageUri,
    entrypoint: value.AppSpecification.ContainerEntrypoint ?? undefined,
    arguments: value.AppSpecification.ContainerArguments ?? undefined,
    environment: value.Environment ?? {},
    inputs,
    outputs,
    hosts: Array.from({ length: count }, (_, i) => `algo-${i + 1}`),
    isolated: value.NetworkConfig?.EnableNetworkIsolation ?? false,
    maxRuntime: value.StoppingCondition?.MaxRuntimeInSeconds ?? defaultMaxRuntime,
    request: value,
  }
}

/** What the validator has just found wrong with a request. */
export function requestInvalid(value: unknown): MonitorError {
  return new MonitorError(
    'CONFIG_INVALID',
    schemaProblems(isCreateProcessingJob.errors, value).map((problem) => `request: ${problem}.`),
  )
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

async function readInput(
  { InputName: name, S3Input, DatasetDefinition, DatasetDefinitionInput }: ProcessingInput,
  context: RequestContext,
  problems: string[],
): Promise<LocalInput> {
  const where = `input "${name}"`
  const none = { name, source: '', isFile: false, localPath: '', sharded: false }
  if (S3Input == null) {
    const other = (DatasetDefinition ?? DatasetDefinitionInput) != null
    problems.push(
      `${where} ${other ? 'is a DatasetDefinition, which needs the service: export it and name the files in S3Input' : 'has no S3Input'}.`,
    )
    return none
  }
  if (S3Input.S3InputMode === 'Pipe' || S3Input.S3InputMode === 'FastFile')
    problems.push(`${where}: S3InputMode ${S3Input.S3InputMode} needs the service; use File.`)
  if (S3Input.S3CompressionType === 'Gzip')
    problems.push(
      `${where}: S3CompressionType Gzip needs the service; byom reads .gz files as they are, use None.`,
    )
  if (S3Input.S3DataType === 'ManifestFile')
    problems.push(`${where}: S3DataType ManifestFile needs the service; name the folder and use S3Prefix.`)
  const localPath = readLocalPath(S3Input.LocalPath, where, problems)
  const source = placeOf(S3Input.S3Uri, `${where}: S3Uri`, context, problems)
  if (source === undefined) return none
  let isFile = false
  try {
    isFile = (await stat(source)).isFile()
  } catch (error) {
    problems.push(`${where}: ${source} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  return { name, source, isFile, localPath, sharded: S3Input.S3DataDistributionType === 'ShardedByS3Key' }
}

function readOutput(
  { OutputName: name, S3Output, FeatureStoreOutput }: ProcessingOutput,
  context: RequestContext,
  problems: string[],
): LocalOutput {
  const where = `output "${name}"`
  if (FeatureStoreOutput != null) problems.push(`${where} goes to a feature store, which needs the service.`)
  else if (S3Output == null) problems.push(`${where} has no S3Output.`)
  if (S3Output == null) return { name, localPath: '', target: '' }
  const localPath = readLocalPath(S3Output.LocalPath, where, problems)
  const target = placeOf(S3Output.S3Uri, `${where}: S3Uri`, context, problems)
  return { name, localPath, target: target ?? '' }
}

function readLocalPath(path: string, where: string, problems: string[]): string {
  const clean = path.replace(/\/+$/, '')
  if (
    !/^\/opt\/ml\/processing\/./.test(clean) ||
    clean.split('/').some((part) => part === '..' || part === '.')
  )
    problems.push(`${where}: LocalPath ${path} has to be a path below /opt/ml/processing/.`)
  return clean
}

/**
 * The folders that stand for S3 prefixes.
 * @param texts `s3://bucket/prefix=folder`, the folders relative to `cwd`
 * @throws MonitorError CONFIG_INVALID
 */
export function readMaps(texts: readonly string[], cwd: string): RequestContext['maps'] {
  return texts.map((text) => {
    const at = text.lastIndexOf('=')
    if (at < 1)
      throw new MonitorError('CONFIG_INVALID', `--map is ${text}, expected s3://bucket/prefix=folder.`)
    return { prefix: text.slice(0, at).replace(/\/+$/, ''), folder: resolve(cwd, text.slice(at + 1)) }
  })
}

/**
 * Path on this machine of what lies below a prefix that a folder stands for; undefined for any other URI, and for keys
 * with `..`, which would leave the folder.
 */
export function mappedPath(uri: string, maps: RequestContext['maps']): string | undefined {
  if (uri.split('/').includes('..')) return undefined
  const map = maps.find(({ prefix }) => uri === prefix || uri.startsWith(`${prefix}/`))
  return map && join(map.folder, uri.slice(map.prefix.length))
}

/** The path on this machine that a URI means; undefined with a problem when it means none. */
function placeOf(
  uri: string,
  where: string,
  { base, maps }: RequestContext,
  problems: string[],
): string | undefined {
  const mapped = mappedPath(uri, maps)
  if (mapped !== undefined) return mapped
  if (/^file:\/\//i.test(uri)) {
    try {
      return fileURLToPath(uri)
    } catch (error) {
      problems.push(`${where} ${uri}: ${describe(error)}.`)
      return undefined
    }
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) {
    problems.push(
      `${where} ${uri} is not on this machine: copy it here and name the folder, or say --map ${uri.split('/').slice(0, 3).join('/')}=<folder>.`,
    )
    return undefined
  }
  return resolve(base, uri)
}
