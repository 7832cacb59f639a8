/** A definition → the CreateProcessingJob request of one run, and what has to be fetched for it. Pure. */
import type { CreateProcessingJob, ProcessingInput } from '../../contracts/types.generated.ts'
import type { Definition, ScheduleDescription } from './definition.ts'
import type { Note } from './reader.ts'

/** Something of the original that the run needs on this machine. */
export interface Source {
  /** Where it is now. */
  readonly uri: string
  /** Where the request expects it: relative to the request. */
  readonly path: string
  readonly isFile: boolean
  /** True when it has been put there already. */
  readonly present: boolean
}

/** What the definition does not say. */
export interface Wanted {
  readonly schedule: ScheduleDescription | undefined
  readonly image: string
  /** Captures of the endpoint: URI or absolute folder; undefined: nobody knows. */
  readonly captures: string | undefined
  /** Baseline files that lie in `baseline/` already. */
  readonly baseline: readonly string[]
}

/** A request and its sources. */
export interface Prepared {
  readonly request: CreateProcessingJob
  readonly sources: readonly Source[]
}

const processing = '/opt/ml/processing'
const truth = `${processing}/groundtruth`
const prebuilt = /sagemaker-model-monitor-analyzer|sagemaker-clarify-processing/

/** Makes the request. */
export function requestOf(definition: Definition, wanted: Wanted, notes: Note[]): Prepared {
  const sources: Source[] = []
  const inputs: ProcessingInput[] = []
  const add = (
    name: string,
    uri: string,
    path: string,
    localPath: string,
    isFile: boolean,
    present = false,
  ) => {
    inputs.push({ InputName: name, S3Input: { ...fixed, S3Uri: path, LocalPath: localPath } })
    if (!present || /^[a-z0-9]+:\/\//i.test(uri)) sources.push({ uri, path, isFile, present })
    return `${localPath}${isFile ? `/${basename(path)}` : ''}`
  }
  const environment = {
    ...data(definition, wanted, add),
    ...analysis(definition, add),
    ...baseline(definition, wanted, add, notes),
    ...scripts(definition, add),
    ...definition.input.attributes,
    publish_cloudwatch_metrics: 'Enabled',
    ...names(definition, wanted.schedule),
    ...definition.environment,
    BYOM_CONFIG: `${processing}/byom/byom.json`,
  }
  inputs.push({
    InputName: 'byom_config',
    S3Input: { ...fixed, S3Uri: 'byom.json', LocalPath: `${processing}/byom` },
  })
  changes(definition, wanted.image, notes)
  return { request: assemble(definition, wanted, environment, inputs), sources }
}

type Add = (
  name: string,
  uri: string,
  path: string,
  localPath: string,
  isFile: boolean,
  present?: boolean,
) => string

const fixed = {
  S3DataType: 'S3Prefix',
  S3InputMode: 'File',
  S3DataDistributionType: 'FullyReplicated',
  S3CompressionType: 'None',
} as const

function basename(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1)!
}

function data(
  { input, groundTruth }: Definition,
  { captures = '' }: Wanted,
  add: Add,
): Record<string, string> {
  const root = input.localPath.replace(/\/+$/, '')
  const { endpoint } = input
  const uri = captures.replace(/\/+$/, '')
  const isUri = /^[a-z0-9]+:\/\//i.test(uri)
  // The platform puts an endpoint's captures into a folder of its name.
  const place = endpoint === undefined ? root : `${root}/${endpoint}`
  const from = endpoint === undefined || basename(uri) === endpoint ? uri : `${uri}/${endpoint}`
  const path = isUri ? (endpoint === undefined ? 'captures' : `captures/${endpoint}`) : from
  add(endpoint === undefined ? 'batch_transform_input' : 'endpoint_input', from, path, place, false, !isUri)
  const variables: Record<string, string> = { dataset_source: root, dataset_format: input.format }
  if (groundTruth !== undefined) {
    add('groundtruth_input', groundTruth, 'groundtruth', truth, false)
    variables['ground_truth_source'] = truth
  }
  return variables
}

function analysis({ type, problemType, configUri }: Definition, add: Add): Record<string, string> {
  if (type === 'ModelQuality')
    return { analysis_type: 'MODEL_QUALITY', ...(problemType ? { problem_type: problemType } : {}) }
  if (configUri !== undefined)
    add('analysis_config', configUri, 'config/analysis_config.json', `${processing}/input/config`, true)
  return {}
}

function baseline(
  { type, baseline: { constraints, statistics, job } }: Definition,
  wanted: Wanted,
  add: Add,
  notes: Note[],
): Record<string, string> {
  const variables: Record<string, string> = {}
  // Clarify compares with the analysis of its baseline job.
  const clarify = type === 'ModelBias' || type === 'ModelExplainability'
  const parts = [
    ['baseline_constraints', constraints, 'constraints', clarify ? ['analysis.json'] : ['constraints.json']],
    ['baseline_statistics', statistics, 'stats', ['statistics.json']],
  ] as const
  for (const [variable, uri, folder, files] of parts) {
    const here = files.find((file) => wanted.baseline.includes(file))
    const file = here ?? (uri === undefined ? undefined : basename(uri))
    if (file === undefined) continue
    const known = uri ?? `baseline/${file}`
    variables[variable] = add(
      variable,
      known,
      `baseline/${file}`,
      `${processing}/baseline/${folder}`,
      true,
      here !== undefined,
    )
  }
  if (job !== undefined && variables['baseline_constraints'] === undefined)
    notes.push({
      level: 'todo',
      where: 'BaselineConfig.BaseliningJobName',
      text: `the baseline is what the job ${job} wrote: fetch it (aws sagemaker describe-processing-job --processing-job-name ${job} says where it is) and run the command again with --baseline`,
    })
  else if (variables['baseline_constraints'] === undefined)
    notes.push({
      level: 'changed',
      where: 'BaselineConfig',
      text: 'there is no baseline: runs write statistics and check nothing',
    })
  return variables
}

function scripts({ preprocess, postprocess }: Definition, add: Add): Record<string, string> {
  const variables: Record<string, string> = {}
  if (preprocess !== undefined)
    variables['record_preprocessor_script'] = add(
      'pre_processor_script',
      preprocess,
      `code/preprocessing/${basename(preprocess)}`,
      `${processing}/code/preprocessing`,
      true,
    )
  if (postprocess !== undefined)
    variables['post_analytics_processor_script'] = add(
      'post_processor_script',
      postprocess,
      `code/postprocessing/${basename(postprocess)}`,
      `${processing}/code/postprocessing`,
      true,
    )
  return variables
}

function names(
  { outputs, input }: Definition,
  schedule: ScheduleDescription | undefined,
): Record<string, string> {
  return {
    output_path: outputs[0]?.localPath || `${processing}/output`,
    ...(input.endpoint ? { sagemaker_endpoint_name: input.endpoint } : {}),
    ...(schedule ? { sagemaker_monitoring_schedule_name: schedule.name } : {}),
  }
}

function changes(definition: Definition, image: string, notes: Note[]): void {
  const changed = (where: string, text: string) => notes.push({ level: 'changed', where, text })
  if (prebuilt.test(definition.image)) changed('ImageUri', `${definition.image} becomes ${image}`)
  else
    notes.push({
      level: 'todo',
      where: 'ImageUri',
      text: `${definition.image} is a container of your own; what it computes beside the standard reports has to become a plugin (byom init analyzer NAME), which byom build puts into ${image}`,
    })
  const { input, outputs, cluster, kmsKey } = definition
  if (input.mode !== undefined && input.mode !== 'File')
    changed('S3InputMode', `${input.mode} becomes File: whole files are copied before the run`)
  if (input.distribution === 'ShardedByS3Key')
    changed(
      'S3DataDistributionType',
      'ShardedByS3Key becomes FullyReplicated: the first host reads everything, with all its cores',
    )
  if (Number(cluster['InstanceCount']) > 1)
    changed(
      'InstanceCount',
      `${cluster['InstanceCount']} hosts become one, which reads everything with all its cores`,
    )
  for (const { uri } of outputs)
    changed(
      'MonitoringOutputs',
      `reports go to the folder reports/ and not to ${uri}, where the old schedule writes`,
    )
  if (kmsKey !== undefined) changed('KmsKeyId', 'is kept; byom local does not encrypt')
}

function assemble(
  { outputs, kmsKey, cluster, network, maxRuntime, role }: Definition,
  { image, schedule }: Wanted,
  environment: Record<string, string>,
  inputs: ProcessingInput[],
): CreateProcessingJob {
  const several = outputs.length > 1
  return {
    ...(schedule ? { ProcessingJobName: schedule.name } : {}),
    AppSpecification: { ImageUri: image },
    Environment: environment,
    ProcessingInputs: inputs,
    ProcessingOutputConfig: {
      Outputs: (outputs.length > 0 ? outputs : [{ localPath: `${processing}/output`, mode: undefined }]).map(
        ({ localPath, mode }, i) => ({
          OutputName: `monitoring_output${several ? `_${i + 1}` : ''}`,
          S3Output: {
            S3Uri: several ? `reports/${i + 1}` : 'reports',
            LocalPath: localPath,
            S3UploadMode: mode === 'Continuous' ? 'Continuous' : 'EndOfJob',
          },
        }),
      ),
      ...(kmsKey === undefined ? {} : { KmsKeyId: kmsKey }),
    },
    ProcessingResources: { ClusterConfig: { ...cluster, InstanceCount: 1 } },
    ...(Object.keys(network).length > 0 ? { NetworkConfig: network } : {}),
    ...(maxRuntime === undefined ? {} : { StoppingCondition: { MaxRuntimeInSeconds: maxRuntime } }),
    ...(role === undefined ? {} : { RoleArn: role }),
  }
}
