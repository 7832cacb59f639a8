/** Starts a job as a platform does: the real entry point, a process of its own, told by environment variables only. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How a job ended, and where its files are. */
export interface JobRun {
  readonly exit: number | undefined
  /** Text of the message file; empty without one. */
  readonly message: string
  /** Everything it printed: the log, for when a test fails. */
  readonly log: string
  readonly output: string
  /** The metric lines; undefined when none were published. */
  readonly metrics: string | undefined
}

/** How the process is started. */
export interface Start {
  /** Arguments of the command line; none runs the job. */
  readonly args?: readonly string[]
  /** What relative paths in the environment start from. */
  readonly cwd?: string
  /** User id of the process; only root may choose one. */
  readonly uid?: number
}

/**
 * @param folder empty folder of the run: reports go to `out`, message and metrics below `opt`
 * @param environment variables of the job; `output_path` has a default
 * @param cwd what relative paths in the environment start from
 */
export function runJob(
  folder: string,
  environment: Readonly<Record<string, string>>,
  cwd = root,
): Promise<JobRun> {
  return runCommand(folder, environment, { cwd })
}

/** Like {@link runJob}, with a choice of how the process is started. */
export async function runCommand(
  folder: string,
  environment: Readonly<Record<string, string>>,
  start: Start = {},
): Promise<JobRun> {
  const { exitCode, all } = await startJob(folder, environment, start)
  return endOfJob(folder, environment, exitCode, all)
}

/** The running process: for tests that stop it. Its promise never rejects. */
export function startJob(
  folder: string,
  environment: Readonly<Record<string, string>>,
  { args = [], cwd = root, uid }: Start = {},
) {
  return execa({
    cwd,
    reject: false,
    all: true,
    extendEnv: false,
    preferLocal: true,
    localDir: root,
    env: {
      PATH: process.env['PATH'],
      BYOM_OPT_ML: join(folder, 'opt'),
      output_path: join(folder, 'out'),
      ...environment,
    },
    ...(uid === undefined ? {} : { uid }),
  })`node ${join(root, 'runtime/main.ts')} ${args}`
}

/** What a process left behind. */
export async function endOfJob(
  folder: string,
  environment: Readonly<Record<string, string>>,
  exit: number | undefined,
  log: string,
): Promise<JobRun> {
  const opt = environment['BYOM_OPT_ML'] ?? join(folder, 'opt')
  return {
    exit,
    message: (await textOf(join(opt, 'output/message'))) ?? '',
    log,
    output: environment['output_path'] ?? join(folder, 'out'),
    metrics: await textOf(join(opt, 'output/metrics/cloudwatch/cloudwatch_metrics.jsonl')),
  }
}

/** The log of a run that is not at a terminal; throws for a line that is not JSON, a stack trace for example. */
export function logLines({ log }: JobRun): { level: string; time: string; message: string }[] {
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** Text of a file; undefined when it does not exist. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A report file of a run, parsed. */
export async function report<T>({ output, log }: JobRun, name: string): Promise<T> {
  const text = await textOf(join(output, name))
  if (text === undefined) throw new Error(`the run wrote no ${name}:\n${log}`)
  return JSON.parse(text)
}
