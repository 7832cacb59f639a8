/** A schedule's request at one scheduled time: its environment, its hours of input, its folder of output. */
import { createHash } from 'node:crypto'
import fastGlob from 'fast-glob'
import type { CreateProcessingJob, ProcessingInput } from '../../contracts/types.generated.ts'
import { type LocalInput, type LocalJob, type RequestContext, readRequest } from '../local/request.ts'
import { folderHour, hourTouches, type Window } from '../time.ts'
import {
  type MonitoringSchedule,
  type MonitoringType,
  reportFolder,
  scheduleEnvironment,
  windowOf,
} from './file.ts'

/** A job that can run, or undefined when its window holds no data. */
export async function scheduledJob(
  schedule: MonitoringSchedule,
  request: unknown,
  { time, jobName }: { readonly time: number; readonly jobName: string },
  context: Omit<RequestContext, 'defaultName'>,
): Promise<LocalJob | undefined> {
  const full = { ...context, defaultName: jobName }
  // Read as it is first: problems are those of the file, and every input has its place on this machine.
  const given = await readRequest(request, full)
  const window = windowOf(schedule, time)
  // Labels may come until the run begins, in hours after those of the captures.
  const labels = { start: window.start, end: Math.max(window.end, time) }
  const { dataset_source: source, ground_truth_source: truth } = given.environment
  const inputs: ProcessingInput[] = []
  let withData = !given.inputs.some((input) => holds(input, source))
  for (const input of given.request.ProcessingInputs ?? []) {
    const local = given.inputs.find(({ name }) => name === input.InputName)
    const isData = local !== undefined && holds(local, source)
    const isTruth = local !== undefined && holds(local, truth)
    if (!isData && !isTruth) {
      inputs.push(input)
      continue
    }
    const parts = await partsOf(input, local, isData ? window : labels)
    withData ||= isData && parts.length > 0
    inputs.push(...parts)
  }
  if (!withData) return undefined
  const rewritten: CreateProcessingJob = {
    ...given.request,
    ProcessingJobName: jobName,
    Environment: environmentOf(schedule, time, given),
    ProcessingInputs: inputs,
    ProcessingOutputConfig: outputsOf(schedule, time, given.request),
  }
  return readRequest(rewritten, full)
}

function environmentOf(
  schedule: MonitoringSchedule,
  time: number,
  { environment, inputs, request }: LocalJob,
): Record<string, string> {
  const { dataset_source: source } = environment
  const data = inputs.find((input) => holds(input, source))
  const uri = request.ProcessingInputs?.find(({ InputName }) => InputName === data?.name)?.S3Input?.S3Uri
  return {
    publish_cloudwatch_metrics: 'Enabled',
    ...(schedule.endpoint !== undefined && uri ? { sagemaker_endpoint_datacapture_prefix: uri } : {}),
    ...environment,
    ...scheduleEnvironment(schedule, time),
  }
}

/** True when the folder that the container reads lies in the input, or the other way round. */
function holds({ localPath }: LocalInput, folder: string | undefined): boolean {
  if (folder === undefined) return false
  const path = folder.replace(/\/+$/, '')
  return path === localPath || path.startsWith(`${localPath}/`) || localPath.startsWith(`${path}/`)
}

const two = '[0-9][0-9]'
const hourFolder = `${two}${two}/${two}/${two}/${two}`

/**
 * The input cut into one for each hour of the window, named `<name>_1`, …, as the service does. A folder without
 * `yyyy/mm/dd/hh` folders stays whole: the container looks at the records' own times. Without any file there is no part.
 */
async function partsOf(
  input: ProcessingInput,
  { source, isFile }: LocalInput,
  window: Window,
): Promise<ProcessingInput[]> {
  if (isFile) return [input]
  const options = { cwd: source, onlyFiles: true, dot: true } as const
  const files = await fastGlob('**', options)
  const hours = new Map<string, number>()
  for (const file of files) {
    const folder = new RegExp(`^(?:.*/)?${hourFolder}(?=/)`).exec(file)?.[0]
    const hour = folder === undefined ? undefined : folderHour(`${folder}/`)
    if (folder !== undefined && hour !== undefined) hours.set(folder, hour)
  }
  if (hours.size === 0) return files.length > 0 ? [input] : []
  const inside = [...hours].filter(([, hour]) => hourTouches(window, hour)).map(([folder]) => folder)
  return inside.sort().map((folder, i) => ({
    ...input,
    InputName: `${input.InputName}_${i + 1}`,
    S3Input: {
      ...input.S3Input!,
      S3Uri: `${input.S3Input!.S3Uri.replace(/\/+$/, '')}/${folder}`,
      LocalPath: `${input.S3Input!.LocalPath.replace(/\/+$/, '')}/${folder}`,
    },
  }))
}

function outputsOf(
  schedule: MonitoringSchedule,
  time: number,
  { ProcessingOutputConfig: config }: CreateProcessingJob,
): CreateProcessingJob['ProcessingOutputConfig'] {
  if (config == null) return config
  const path = reportFolder(schedule, time)
  return {
    ...config,
    Outputs: config.Outputs.map((output) => ({
      ...output,
      ...(output.S3Output
        ? {
            S3Output: { ...output.S3Output, S3Uri: `${output.S3Output.S3Uri.replace(/\/+$/, '')}/${path}` },
          }
        : {}),
    })),
  }
}

const prefixes: Readonly<Record<MonitoringType, string>> = {
  DataQuality: 'data-quality-monitoring',
  ModelQuality: 'model-quality-monitoring',
  ModelBias: 'model-bias-monitoring',
  ModelExplainability: 'model-explainability-monitoring',
}

/** `data-quality-monitoring-202105260100-<hex>`, the form of the service; the digits say schedule, time and attempt. */
export function jobNameOf(name: string, type: MonitoringType, time: number, attempt: number): string {
  const stamp = new Date(time).toISOString().replace(/[-T:]/g, '').slice(0, 12)
  const digits = createHash('sha256').update(`${name} ${time} ${attempt}`).digest('hex').slice(0, 24)
  return `${prefixes[type]}-${stamp}-${digits}`.slice(0, 63)
}

/** What kind of monitoring it is: said, or read off the request. */
export function typeOf({ monitoringType }: MonitoringSchedule, request: unknown): MonitoringType {
  if (monitoringType !== undefined) return monitoringType
  const type = Object(Object(request).Environment)['analysis_type']
  return type === 'MODEL_QUALITY' ? 'ModelQuality' : 'DataQuality'
}
