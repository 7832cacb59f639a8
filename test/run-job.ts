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

/**
 * @param folder empty folder of the run: reports go to `out`, message and metrics below `opt`
 * @param environment variables of the job; `output_path` has a default
 * @param cwd what relative paths in the environment start from
 */
export async function runJob(
  folder: string,
  environment: Readonly<Record<string, string>>,
  cwd = root,
): Promise<JobRun> {
  const output = join(folder, 'out')
  const opt = join(folder, 'opt')
  const { exitCode, all } = await execa({
    cwd,
    reject: false,
    all: true,
    extendEnv: false,
    preferLocal: true,
    localDir: root,
    env: { PATH: process.env['PATH'], BYOM_OPT_ML: opt, output_path: output, ...environment },
  })`node ${join(root, 'runtime/main.ts')}`
  return {
    exit: exitCode,
    message: (await textOf(join(opt, 'output/message'))) ?? '',
    log: all,
    output,
    metrics: await textOf(join(opt, 'output/metrics/cloudwatch/cloudwatch_metrics.jsonl')),
  }
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
