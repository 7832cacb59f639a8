/** What every manifest is made of: the container of a schedule's request, read once. Pure. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CreateProcessingJob } from '../../contracts/types.generated.ts'
import { isCreateProcessingJob } from '../../contracts/validators/create-processing-job.generated.ts'
import { MonitorError } from '../errors.ts'
import { defaultMaxRuntime, requestInvalid } from '../local/request.ts'
import type { Cron } from '../schedule/cron.ts'
import type { MonitoringSchedule } from '../schedule/file.ts'

/** A folder or file that the container finds at a path. */
export interface Mount {
  /** Name of the input or output. */
  readonly name: string
  /** As the request writes it: an S3 URI, a file URI or a path. */
  readonly uri: string
  /** Absolute path on this machine; undefined for an S3 URI. */
  readonly path: string | undefined
  /** Path in the container. */
  readonly target: string
  readonly isOutput: boolean
}

/** The container that runs at the times of a schedule. */
export interface Task {
  readonly name: string
  /** Undefined: one run, when somebody starts it. */
  readonly cron: Cron | undefined
  /** The schedule's expression as it was written. */
  readonly expression: string
  readonly image: string
  /** The schedule as the container is told it: the JSON text behind `--schedule`. */
  readonly schedule: string
  readonly environment: Readonly<Record<string, string>>
  readonly mounts: readonly Mount[]
  readonly isolated: boolean
  /** Seconds. */
  readonly maxRuntime: number
  readonly request: CreateProcessingJob
}

/**
 * @param base folder that relative paths of the request belong to
 * @throws MonitorError CONFIG_INVALID naming every problem
 */
export function readTask(schedule: MonitoringSchedule, request: unknown, base: string): Task {
  if (!isCreateProcessingJob(request)) throw requestInvalid(request)
  const { AppSpecification: app, StoppingCondition, NetworkConfig, Environment } = request
  if (app.ContainerEntrypoint != null || app.ContainerArguments != null)
    throw new MonitorError(
      'CONFIG_INVALID',
      "request: AppSpecification has an entry point or arguments of its own, and manifests start byom's own command, which knows the window: leave them out, or use byom schedule.",
    )
  const count = request.ProcessingResources?.ClusterConfig.InstanceCount ?? 1
  if (count !== 1)
    throw new MonitorError(
      'CONFIG_INVALID',
      `request: InstanceCount is ${count}, and manifests start one container: say 1.`,
    )
  const { name, file, cron } = schedule
  const { schedule: times, groundTruth, endpoint } = file
  return {
    name,
    cron,
    expression: times.expression.trim(),
    image: app.ImageUri,
    schedule: JSON.stringify({
      name,
      ...(endpoint == null ? {} : { endpoint }),
      schedule: times,
      ...(groundTruth == null ? {} : { groundTruth }),
    }),
    environment: { publish_cloudwatch_metrics: 'Enabled', ...Environment },
    mounts: mountsOf(request, base),
    isolated: NetworkConfig?.EnableNetworkIsolation ?? false,
    maxRuntime: StoppingCondition?.MaxRuntimeInSeconds ?? defaultMaxRuntime,
    request,
  }
}

function mountsOf(request: CreateProcessingJob, base: string): Mount[] {
  const mount = (name: string, uri: string, target: string, isOutput: boolean): Mount => ({
    name,
    uri,
    path: pathOf(uri, base),
    target: target.replace(/\/+$/, ''),
    isOutput,
  })
  return [
    ...(request.ProcessingInputs ?? []).flatMap(({ InputName, S3Input }) =>
      S3Input ? [mount(InputName, S3Input.S3Uri, S3Input.LocalPath, false)] : [],
    ),
    ...(request.ProcessingOutputConfig?.Outputs ?? []).flatMap(({ OutputName, S3Output }) =>
      S3Output ? [mount(OutputName, S3Output.S3Uri, S3Output.LocalPath, true)] : [],
    ),
  ]
}

function pathOf(uri: string, base: string): string | undefined {
  if (/^file:\/\//i.test(uri)) return fileURLToPath(uri)
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(uri) ? undefined : resolve(base, uri)
}

/**
 * Arguments of the container.
 * @param at the target's own expression for the scheduled time; undefined: the latest time that has passed
 */
export function argumentsOf({ schedule }: Pick<Task, 'schedule'>, at?: string): string[] {
  return ['run', '--schedule', schedule, '--dated', ...(at === undefined ? [] : ['--at', at])]
}

/** Name in small letters, as domain names have them. */
export function domainName({ name }: Pick<Task, 'name'>): string {
  return name.toLowerCase()
}
