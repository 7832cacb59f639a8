/** The scripts of a run: the preprocess handler is tried before any data is read, the postprocess handler runs when the reports are complete. */
import { promises } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunHandler } from '../contracts/types.generated.ts'
import { describe, type ErrorCode, MonitorError } from './errors.ts'
import type { HandlerKind, HandlerSetup, LogLine, Session } from './handle/index.ts'
import type { Host } from './host.ts'
import type { Job } from './job.ts'
import type { Log } from './log.ts'
import type { HandlerLine } from './unit.ts'

/** A preprocess handler that has been loaded once. */
export interface Preprocess {
  readonly setup: HandlerSetup
  /** The first session, to whoever asks first. */
  readonly session: () => Session | undefined
  /** Ends what is left of it. */
  readonly close: () => Promise<void>
}

/** What a handler of the job's dataset gets. */
export function handlerKind({ format }: Pick<Job, 'format'>): HandlerKind {
  return format.kind === 'parquet' ? 'json' : format.kind
}

/**
 * Opens the preprocess handler of a job.
 * @returns undefined when the job has none
 * @throws MonitorError CONFIG_INVALID, HANDLER_FAILED, HANDLER_TIMEOUT, HANDLER_RESULT_INVALID, HANDLER_UNCONFINED
 */
export async function openPreprocess(
  job: Job,
  host: Pick<Host, 'machine' | 'pid'>,
  line: (line: HandlerLine) => void,
): Promise<Preprocess | undefined> {
  if (job.preprocess === undefined) return undefined
  const { openHandler } = await import('./handle/index.ts')
  const scratch = new Scratch()
  const wanted = {
    variable: 'record_preprocessor_script',
    path: job.preprocess,
    kind: handlerKind(job),
    functions: ['preprocess_handler', 'preprocessHandler'],
    reads: [],
  }
  const log = ({ level, text }: LogLine) => line({ level, text })
  try {
    const { setup, session } = await openHandler(
      wanted,
      job.settings.handlers,
      host.machine,
      { pid: host.pid, log },
      scratch.folder,
    )
    let free: Session | undefined = session
    return {
      setup,
      session() {
        const mine = free
        free = undefined
        return mine
      },
      async close() {
        await free?.close()
        await scratch.remove()
      },
    }
  } catch (error) {
    await scratch.remove()
    throw error
  }
}

/** How the postprocess handler ended: its entry in run.json, and the code of its failure. */
export interface Postprocessed {
  readonly run: RunHandler
  readonly code?: ErrorCode
}

/**
 * Runs the postprocess handler. Never throws: the reports are complete, whatever it does.
 * @returns undefined when the job has none
 */
export async function runPostprocess(
  job: Job,
  host: Pick<Host, 'machine' | 'pid'>,
  line: (line: HandlerLine) => void,
): Promise<Postprocessed | undefined> {
  if (job.postprocess === undefined) return undefined
  const scratch = new Scratch()
  const path = job.postprocess
  const log = ({ level, text }: Pick<LogLine, 'level' | 'text'>) =>
    line({ level, text, handler: 'postprocess' })
  const settings = { ...job.settings.handlers, recordSeconds: job.settings.handlers.postprocess.seconds }
  const entry = { role: 'postprocess', path, integrity: '', jail: 'none' } as const
  try {
    const { openHandler, jailOf } = await import('./handle/index.ts')
    const { setup, session } = await openHandler(
      {
        variable: 'post_analytics_processor_script',
        path,
        kind: 'json',
        functions: ['postprocess_handler', 'postprocessHandler'],
        reads: [job.output],
        output: job.output,
      },
      settings,
      host.machine,
      { pid: host.pid, log },
      scratch.folder,
    )
    const known = { ...entry, integrity: await integrityOf(setup), jail: jailOf(setup) }
    try {
      const problem = await session.post()
      if (problem === undefined) return { run: { ...known, status: 'completed' } }
      if (problem.trace) log({ level: 'error', text: problem.trace })
      return { run: { ...known, status: 'failed', error: problem.text }, code: problem.code }
    } finally {
      await session.close()
    }
  } catch (error) {
    const code = error instanceof MonitorError ? error.code : 'HANDLER_FAILED'
    return { run: { ...entry, status: 'failed', error: describe(error) }, code }
  } finally {
    await scratch.remove()
  }
}

/** The preprocess handler's entry in run.json. */
export async function describePreprocess(setup: HandlerSetup): Promise<RunHandler> {
  const { jailOf } = await import('./handle/index.ts')
  return {
    role: 'preprocess',
    path: setup.script.path,
    integrity: await integrityOf(setup),
    jail: jailOf(setup),
    status: 'completed',
  }
}

async function integrityOf({ script }: HandlerSetup): Promise<string> {
  const { createHash } = await import('node:crypto')
  return `sha256-${createHash('sha256').update(script.source).digest('base64')}`
}

/** What scripts log, passed on up to a number of lines. */
export class HandlerLog {
  readonly #log: Log
  readonly #most: number
  #lines = 0

  constructor(log: Log, most: number) {
    this.#log = log
    this.#most = most
  }

  /** Takes a line. */
  readonly take = ({ level, text, place, handler = 'preprocess' }: HandlerLine): void => {
    if (this.#lines++ >= this.#most) return
    const fields = { handler, ...(place?.id === undefined ? {} : { event: place.id }) }
    if (place === undefined) return this.#log[level](text, fields)
    const { file, record, byte } = place
    this.#log.at(level, { file, record, byte }, text, fields)
  }

  /** Says how many lines were too many. */
  close(): void {
    const more = this.#lines - this.#most
    if (more > 0)
      this.#log.warn(`${more} more lines of the handlers are left out; handlers.maxLogLines is ${this.#most}`)
  }
}

/** A folder for files of one handler, made when it is asked for. */
export class Scratch {
  #path: string | undefined

  readonly folder = async (): Promise<string> => {
    this.#path ??= await promises.mkdtemp(join(tmpdir(), 'byom-'))
    return this.#path
  }

  async remove(): Promise<void> {
    if (this.#path) await promises.rm(this.#path, { recursive: true, force: true })
  }
}
