/** Flags of a person → the request of a monitoring job, with the places that the service's own SDK uses. Pure. */
import { basename } from 'node:path'
import type { CreateProcessingJob } from '../../contracts/types.generated.ts'
import { MonitorError } from '../errors.ts'

/** What a person may say instead of a request; paths are of this machine. */
export interface ShortForm {
  readonly image?: string
  /** Dataset: a folder or a file. */
  readonly data?: string
  /** A name of {@link formats}, or the JSON text of dataset_format. */
  readonly format?: string
  /** Folder for the reports. */
  readonly output?: string
  /** Folder with statistics.json and constraints.json; with it the run is a monitoring run. */
  readonly baseline?: string
  /** byom.json of the job. */
  readonly config?: string
  readonly preprocess?: string
  readonly postprocess?: string
  /** Further variables, `NAME=value`. */
  readonly env?: readonly string[]
  readonly instances?: number
  readonly isolated?: boolean
  /** Seconds. */
  readonly maxRuntime?: number
}

/** Short names of dataset formats. */
export const formats: Readonly<Record<string, string>> = {
  csv: '{"csv": {"header": true}}',
  'csv-without-header': '{"csv": {"header": false}}',
  'json-lines': '{"json": {"lines": true}}',
  parquet: '{"parquet": {}}',
  capture: '{"sagemakerCaptureJson": {}}',
}

const processing = '/opt/ml/processing'

/** @throws MonitorError CONFIG_INVALID naming every flag that is missing or wrong */
export function shortRequest(flags: ShortForm): CreateProcessingJob {
  const { image = 'byom', data, format, output, baseline, config, preprocess, postprocess } = flags
  const problems: string[] = []
  if (data === undefined) problems.push('--data is missing: it names the dataset, a folder or a file.')
  if (output === undefined) problems.push('--output is missing: it names the folder for the reports.')
  if (format === undefined)
    problems.push(
      `--format is missing: ${Object.keys(formats).join(', ')}, or the JSON text of dataset_format.`,
    )
  else if (!Object.hasOwn(formats, format) && !format.trimStart().startsWith('{'))
    problems.push(
      `--format is ${format}, expected ${Object.keys(formats).join(', ')} or the JSON text of dataset_format.`,
    )
  const variables = readPairs(flags.env ?? [], problems)
  if (problems.length > 0) throw new MonitorError('CONFIG_INVALID', problems)
  const inputs: { InputName: string; S3Input: { S3Uri: string; LocalPath: string } }[] = []
  const add = (InputName: string, S3Uri: string | undefined, folder: string): string => {
    const LocalPath = `${processing}/${folder}`
    if (S3Uri !== undefined) inputs.push({ InputName, S3Input: { S3Uri, LocalPath } })
    return LocalPath
  }
  const script = (path: string, folder: string) => `${add(folder, path, `code/${folder}`)}/${basename(path)}`
  const environment: Record<string, string> = {
    dataset_source: add('dataset', data, 'input/dataset'),
    dataset_format: formats[format!] ?? format!,
    output_path: `${processing}/output`,
    publish_cloudwatch_metrics: 'Disabled',
  }
  if (baseline !== undefined) {
    const path = add('baseline', baseline, 'baseline')
    environment['baseline_statistics'] = `${path}/statistics.json`
    environment['baseline_constraints'] = `${path}/constraints.json`
  }
  if (config !== undefined)
    environment['BYOM_CONFIG'] = `${add('config', config, 'input/config')}/${basename(config)}`
  if (preprocess !== undefined)
    environment['record_preprocessor_script'] = script(preprocess, 'preprocessing')
  if (postprocess !== undefined)
    environment['post_analytics_processor_script'] = script(postprocess, 'postprocessing')
  return {
    AppSpecification: { ImageUri: image },
    Environment: { ...environment, ...variables },
    ProcessingInputs: inputs,
    ProcessingOutputConfig: {
      Outputs: [{ OutputName: 'reports', S3Output: { S3Uri: output!, LocalPath: `${processing}/output` } }],
    },
    ProcessingResources: { ClusterConfig: { InstanceCount: flags.instances ?? 1 } },
    NetworkConfig: { EnableNetworkIsolation: flags.isolated ?? false },
    ...(flags.maxRuntime === undefined
      ? {}
      : { StoppingCondition: { MaxRuntimeInSeconds: flags.maxRuntime } }),
  }
}

/** `NAME=value` texts as an object. */
export function readPairs(pairs: readonly string[], problems: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) problems.push(`--env is ${pair}, expected NAME=value.`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
