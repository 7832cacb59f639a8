/** Starts a job in a container as a processing service does: data and reports are mounted, variables describe the job. */
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { docker } from './docker.ts'
import { type JobRun, textOf } from './run-job.ts'

/** The root of a processing job inside the container. */
export const processing = '/opt/ml/processing'

/** How the container is started. */
export interface ContainerStart {
  /** Files and folders of this machine by their place in the container; read-only there. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Flags of `docker run`. */
  readonly flags?: readonly string[]
  /** Arguments of the entry point; none runs the job. */
  readonly args?: readonly string[]
}

/** Flags of the strictest container in use: no root, no capability, no network, nothing writable but the mounts and /tmp. */
export const locked = [
  '--user=10001',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--network=none',
  '--read-only',
  '--tmpfs=/tmp',
] as const

/**
 * @param folder empty folder of the run: reports go to `out`, message and metrics to `opt`
 * @param environment variables of the job; `output_path` is set
 */
export async function runContainer(
  tag: string,
  folder: string,
  environment: Readonly<Record<string, string>>,
  { inputs = {}, flags = [], args = [] }: ContainerStart = {},
): Promise<JobRun> {
  const output = join(folder, 'out')
  const opt = join(folder, 'opt')
  for (const path of [output, opt]) {
    await mkdir(path, { recursive: true })
    // Whatever user the container runs as.
    await chmod(path, 0o777)
  }
  const mounts = [
    ...Object.entries(inputs).map(([place, path]) => `${path}:${place}:ro`),
    `${output}:${processing}/output`,
    `${opt}:/opt/ml/output`,
  ]
  const variables = Object.entries({ output_path: `${processing}/output`, ...environment })
  const { exit, all } = await docker(
    'run',
    '--rm',
    ...mounts.flatMap((mount) => ['--volume', mount]),
    ...variables.flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...flags,
    tag,
    ...args,
  )
  return {
    exit,
    message: (await textOf(join(opt, 'message'))) ?? '',
    log: all,
    output,
    metrics: await textOf(join(opt, 'metrics/cloudwatch/cloudwatch_metrics.jsonl')),
  }
}
