/**
 * The answers of describe-monitoring-schedule and of the four describe-*-job-definition calls → one shape.
 * Names of keys: the service's API reference. Pure.
 */
import { type Note, Reader } from './reader.ts'

/** Kinds of monitoring, as the service names them. */
export const monitoringTypes = ['DataQuality', 'ModelQuality', 'ModelBias', 'ModelExplainability'] as const

/** One of {@link monitoringTypes}. */
export type MonitoringType = (typeof monitoringTypes)[number]

/** Where captures come from, and what in them is what. */
export interface DataInput {
  /** Undefined for batch transform jobs. */
  readonly endpoint: string | undefined
  /** Captures of batch transform jobs. */
  readonly capturesUri: string | undefined
  /** JSON text of `dataset_format`. */
  readonly format: string
  readonly localPath: string
  readonly mode: string | undefined
  readonly distribution: string | undefined
  readonly startOffset: string | undefined
  readonly endOffset: string | undefined
  /** Variables of the job. */
  readonly attributes: Readonly<Record<string, string>>
}

/** What a job definition says. */
export interface Definition {
  readonly type: MonitoringType
  readonly name: string | undefined
  readonly baseline: {
    readonly job: string | undefined
    readonly constraints: string | undefined
    readonly statistics: string | undefined
  }
  readonly image: string
  readonly preprocess: string | undefined
  readonly postprocess: string | undefined
  readonly problemType: string | undefined
  /** Clarify's analysis_config.json. */
  readonly configUri: string | undefined
  readonly environment: Readonly<Record<string, string>>
  readonly input: DataInput
  readonly groundTruth: string | undefined
  readonly outputs: readonly {
    readonly uri: string
    readonly localPath: string
    readonly mode: string | undefined
  }[]
  readonly kmsKey: string | undefined
  readonly cluster: Readonly<Record<string, unknown>>
  readonly network: Readonly<Record<string, unknown>>
  readonly maxRuntime: number | undefined
  readonly role: string | undefined
}

/** What a schedule says. */
export interface ScheduleDescription {
  readonly name: string
  readonly status: string | undefined
  readonly expression: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly definitionName: string | undefined
  readonly type: MonitoringType | undefined
  readonly endpoint: string | undefined
  /** The definition that stands in the schedule itself. */
  readonly inline: Definition | undefined
  /** Time of the latest execution, in milliseconds since 1970. */
  readonly lastScheduled: number | undefined
}

const captureFormat = '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput","endpointOutput"]}}'

/** Which of the four definitions an answer is; undefined when it is none. */
export function definitionType(answer: object): MonitoringType | undefined {
  return monitoringTypes.find((type) => `${type}JobInput` in answer)
}

/** @param type of {@link definitionType} */
export function readDefinition(reader: Reader, type: MonitoringType, notes: Note[]): Definition {
  const app = reader.object(`${type}AppSpecification`)
  const input = reader.object(`${type}JobInput`)
  reader.leave(['JobDefinitionArn', 'CreationTime', 'ResponseMetadata'], notes)
  return {
    type,
    name: reader.text('JobDefinitionName'),
    baseline: readBaseline(reader.object(`${type}BaselineConfig`)),
    ...readApp(app, notes),
    environment: app.pairs('Environment'),
    input: readInput(input, notes),
    groundTruth: input.object('GroundTruthS3Input').text('S3Uri'),
    ...readRest(reader, `${type}JobOutputConfig`, 'JobResources'),
  }
}

/** A definition that stands in its schedule: data quality, or the user's own container. */
export function readInline(reader: Reader, type: MonitoringType, notes: Note[]): Definition {
  const inputs = reader.objects('MonitoringInputs')
  for (const further of inputs.slice(1))
    notes.push({
      level: 'unsupported',
      where: further.path,
      text: 'a schedule has one input here; the first one is taken',
    })
  return {
    type,
    name: undefined,
    baseline: readBaseline(reader.object('BaselineConfig')),
    ...readApp(reader.object('MonitoringAppSpecification'), notes),
    environment: reader.pairs('Environment'),
    input: readInput(inputs[0] ?? new Reader({}, `${reader.path}.MonitoringInputs`, []), notes),
    groundTruth: undefined,
    ...readRest(reader, 'MonitoringOutputConfig', 'MonitoringResources'),
  }
}

/** Reads a schedule, with the definition that may stand in it. */
export function readScheduleAnswer(reader: Reader, notes: Note[]): ScheduleDescription {
  const config = reader.object('MonitoringScheduleConfig')
  const times = config.object('ScheduleConfig')
  const last = reader.object('LastMonitoringExecutionSummary')
  const lastScheduled = instant(last.any('ScheduledTime'))
  last.leave(lastKeys, notes)
  reader.leave(scheduleKeys, notes)
  const given = [config.text('MonitoringType'), reader.text('MonitoringType')]
  const type = monitoringTypes.find((each) => given.includes(each))
  const inline = config.has('MonitoringJobDefinition')
    ? readInline(config.object('MonitoringJobDefinition'), type ?? 'DataQuality', notes)
    : undefined
  return {
    name: reader.text('MonitoringScheduleName') ?? '',
    status: reader.text('MonitoringScheduleStatus'),
    expression: times.text('ScheduleExpression'),
    start: times.text('DataAnalysisStartTime'),
    end: times.text('DataAnalysisEndTime'),
    definitionName: config.text('MonitoringJobDefinitionName'),
    type,
    endpoint: reader.text('EndpointName'),
    inline,
    lastScheduled,
  }
}

const scheduleKeys = [
  'MonitoringScheduleArn',
  'CreationTime',
  'LastModifiedTime',
  'ResponseMetadata',
  'FailureReason',
]

const lastKeys = [
  'MonitoringScheduleName',
  'CreationTime',
  'LastModifiedTime',
  'MonitoringExecutionStatus',
  'ProcessingJobArn',
  'EndpointName',
  'FailureReason',
  'MonitoringJobDefinitionName',
  'MonitoringType',
]

/** Clients print times as text or as seconds since 1970. */
function instant(value: unknown): number | undefined {
  const time =
    typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}

function readBaseline(reader: Reader): Definition['baseline'] {
  return {
    job: reader.text('BaseliningJobName'),
    constraints: reader.object('ConstraintsResource').text('S3Uri'),
    statistics: reader.object('StatisticsResource').text('S3Uri'),
  }
}

function readApp(
  reader: Reader,
  notes: Note[],
): Pick<Definition, 'image' | 'preprocess' | 'postprocess' | 'problemType' | 'configUri'> {
  for (const key of ['ContainerEntrypoint', 'ContainerArguments']) {
    const given = reader.texts(key)
    if (given !== undefined && given.length > 0)
      notes.push({
        level: 'unsupported',
        where: `${reader.path}.${key}`,
        text: `${JSON.stringify(given)} starts a program of the old image; the new one runs the job that its environment describes`,
      })
  }
  return {
    image: reader.text('ImageUri') ?? '',
    preprocess: reader.text('RecordPreprocessorSourceUri'),
    postprocess: reader.text('PostAnalyticsProcessorSourceUri'),
    problemType: reader.text('ProblemType'),
    configUri: reader.text('ConfigUri'),
  }
}

function readInput(reader: Reader, notes: Note[]): DataInput {
  const batch = reader.has('BatchTransformInput')
  const input = reader.object(batch ? 'BatchTransformInput' : 'EndpointInput')
  const threshold = input.number('ProbabilityThresholdAttribute')
  const attributes = {
    features_attribute: input.text('FeaturesAttribute'),
    inference_attribute: input.text('InferenceAttribute'),
    probability_attribute: input.text('ProbabilityAttribute'),
    probability_threshold_attribute: threshold === undefined ? undefined : String(threshold),
    exclude_features_attribute: input.text('ExcludeFeaturesAttribute'),
  }
  return {
    endpoint: input.text('EndpointName'),
    capturesUri: input.text('DataCapturedDestinationS3Uri'),
    format: batch ? batchFormat(input.object('DatasetFormat'), notes) : captureFormat,
    localPath: input.text('LocalPath') ?? '/opt/ml/processing/input/endpoint',
    mode: input.text('S3InputMode'),
    distribution: input.text('S3DataDistributionType'),
    startOffset: input.text('StartTimeOffset'),
    endOffset: input.text('EndTimeOffset'),
    attributes: Object.fromEntries(
      Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  }
}

/** The format of the API as the container gets it. */
function batchFormat(reader: Reader, notes: Note[]): string {
  if (reader.has('Csv'))
    return JSON.stringify({ csv: { header: reader.object('Csv').boolean('Header') ?? false } })
  if (reader.has('Json'))
    return JSON.stringify({ json: { lines: reader.object('Json').boolean('Line') ?? false } })
  if (reader.has('Parquet')) {
    reader.object('Parquet')
    return '{"parquet":{}}'
  }
  notes.push({
    level: 'todo',
    where: reader.path,
    text: 'names no format: set dataset_format in request.json',
  })
  return captureFormat
}

function readRest(
  reader: Reader,
  outputKey: string,
  resourcesKey: string,
): Pick<Definition, 'outputs' | 'kmsKey' | 'cluster' | 'network' | 'maxRuntime' | 'role'> {
  const output = reader.object(outputKey)
  const cluster = reader.object(resourcesKey).object('ClusterConfig')
  const network = reader.object('NetworkConfig')
  const present = (entries: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
  return {
    outputs: output.objects('MonitoringOutputs').map((each) => {
      const s3 = each.object('S3Output')
      return {
        uri: s3.text('S3Uri') ?? '',
        localPath: s3.text('LocalPath') ?? '',
        mode: s3.text('S3UploadMode'),
      }
    }),
    kmsKey: output.text('KmsKeyId'),
    cluster: present({
      InstanceCount: cluster.number('InstanceCount') ?? 1,
      InstanceType: cluster.text('InstanceType'),
      VolumeSizeInGB: cluster.number('VolumeSizeInGB'),
      VolumeKmsKeyId: cluster.text('VolumeKmsKeyId'),
    }),
    network: present({
      EnableInterContainerTrafficEncryption: network.boolean('EnableInterContainerTrafficEncryption'),
      EnableNetworkIsolation: network.boolean('EnableNetworkIsolation'),
      VpcConfig: network.any('VpcConfig'),
    }),
    maxRuntime: reader.object('StoppingCondition').number('MaxRuntimeInSeconds'),
    role: reader.text('RoleArn'),
  }
}
