/**
 * A handler at work: batches in, results out, in order. When a batch takes its process with it, the process is started anew and the
 * batch's records go in one at a time, so that the culprit alone is lost and the others get their results.
 */
import { MonitorError } from '../errors.ts'
import { Child, ChildFailure, type Command } from './child.ts'
import { commandLine } from './jail.ts'
import {
  type BatchFrame,
  jsonFrame,
  type LogLine,
  type Problem,
  parseAnswer,
  parseProblem,
  parseReplies,
  type Replies,
  reply,
  request,
  status,
} from './protocol.ts'
import { TraceMap } from './script.ts'
import type { Architecture } from './seccomp.ts'
import type { HandlerSetup } from './setup.ts'

/** What became of one record. */
export type Outcome =
  /** Spans of {@link Handled.bytes}: JSON of rows, or the text of a record. */
  | { readonly status: 'rows' | 'record'; readonly start: number; readonly end: number }
  | { readonly status: 'nothing' | 'dropped' }
  | { readonly status: 'error'; readonly problem: HandlerProblem }
  /** The record was no JSON; the script has not seen it. */
  | { readonly status: 'unreadable'; readonly detail: string }

/** An error of the script, in terms of its own files. */
export interface HandlerProblem {
  readonly code: 'HANDLER_FAILED' | 'HANDLER_TIMEOUT' | 'HANDLER_RESULT_INVALID'
  /** One line: where, what. */
  readonly text: string
  /** The traceback, when there is one. */
  readonly trace: string
}

/** Results of a batch, in its order. */
export interface Handled {
  readonly bytes: Uint8Array
  readonly outcomes: readonly Outcome[]
}

/** Receives what the script logs; `record` is its number in the batch. */
export type TakeLine = (line: LogLine) => void

/** What a session takes from the outside world. */
export interface SessionHost {
  /** Process id of this process: the handler dies with it. */
  readonly pid: number
  /** Lines outside of any record: of the script's start, or of no known place. */
  readonly log: (line: LogLine) => void
}

/** A batch on its way, and the process that has it. */
interface Sent {
  readonly child: Child
  readonly reply: Promise<Uint8Array>
}

/** Starts of a handler's process within one unit; a script that needs more is hopeless. */
const mostStarts = 6
/** How much longer than a record's own time-out the host waits. */
const patience = 3

const codes: Readonly<Record<Problem['kind'], HandlerProblem['code']>> = {
  failed: 'HANDLER_FAILED',
  record: 'HANDLER_FAILED',
  timeout: 'HANDLER_TIMEOUT',
  result: 'HANDLER_RESULT_INVALID',
}

/** One handler; see {@link startSession}. */
export class Session {
  readonly #setup: HandlerSetup
  readonly #seed: number
  readonly #host: SessionHost
  readonly #traces: TraceMap
  #child!: Child
  #starts = 0
  /** Batches are answered one after the other; a new process is started by the first that needs it. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(setup: HandlerSetup, seed: number, host: SessionHost) {
    this.#setup = setup
    this.#seed = seed
    this.#host = host
    this.#traces = new TraceMap(setup.script)
  }

  /**
   * Starts a process and loads the script.
   * @param seed of the script's random numbers
   * @throws MonitorError of the script, when it cannot be loaded; {@link ChildFailure} when the process ends before that
   */
  static async start(setup: HandlerSetup, seed: number, host: SessionHost): Promise<Session> {
    const session = new Session(setup, seed, host)
    await session.#start()
    return session
  }

  /**
   * Handles a batch. The next one may be sent before the results are there: two keep both sides busy.
   * @throws MonitorError HANDLER_FAILED when the process had to be started too often
   */
  handle(batch: BatchFrame, take: TakeLine): Promise<Handled> {
    const child = this.#child
    const sent = child.alive ? { child, reply: this.#send(batch, 0, batch.length) } : undefined
    sent?.reply.catch(() => {})
    const turn = this.#turn.then(() => this.#finish(batch, sent, take))
    this.#turn = turn.catch(() => {})
    return turn
  }

  /**
   * Calls the function without a record.
   * @returns the problem, when there was one
   */
  async post(): Promise<HandlerProblem | undefined> {
    try {
      const frame = jsonFrame(request.postprocess, {})
      const { problem, log } = parseAnswer(
        await this.#child.call(frame, reply.done, 1000 * this.#setup.settings.recordSeconds),
      )
      for (const line of log.lines) this.#host.log(line)
      return problem && this.#describe(problem)
    } catch (error) {
      return this.#fatal(error)
    }
  }

  /** Ends the process. */
  close(): Promise<void> {
    return this.#child.close()
  }

  async #start(): Promise<void> {
    const { setup, child } = { setup: this.#setup, child: new Child(this.#command(), this.#setup.limits) }
    this.#child = child
    this.#starts++
    const { script, settings, kind, functions } = setup
    const options = {
      path: script.path,
      source: script.source,
      kind,
      function: functions[0],
      functions: functions.join(' '),
      seed: this.#seed,
      recordSeconds: settings.recordSeconds,
      startSeconds: settings.startSeconds,
      logBytes: 256 * 1024,
      searchPath: settings.pythonPath,
      realm: settings.realm,
      prelude: setup.prelude,
      output: setup.output,
    }
    try {
      const { problem, log } = answerOf(
        await child.call(jsonFrame(request.load, options), reply.ready, 1000 * settings.startSeconds),
      )
      for (const line of log.lines) this.#host.log(line)
      if (problem) {
        const { code, text, trace } = this.#describe(problem)
        throw new MonitorError(code, `${script.path} cannot be loaded: ${text}`, { cause: trace })
      }
    } catch (error) {
      await child.close()
      throw error
    }
  }

  #command(): Command {
    const { confined, confinement, machine, seedOption } = this.#setup
    // V8 takes 0 for a request to be unpredictable.
    const seed = seedOption ? [`${seedOption}${this.#seed + 1}`] : []
    const seeded = { ...confined, args: [...seed, ...confined.args] }
    const { driver } = this.#setup
    if (confinement === undefined) return { file: seeded.program, args: seeded.args, input: driver }
    const line = commandLine(seeded, confinement, machine.architecture as Architecture, this.#host.pid)
    return { ...line, input: driver }
  }

  #send(batch: BatchFrame, from: number, to: number): Promise<Uint8Array> {
    return this.#child.call(
      batch.encode(from, to),
      reply.replies,
      patience * 1000 * this.#setup.settings.recordSeconds,
    )
  }

  async #finish(batch: BatchFrame, sent: Sent | undefined, take: TakeLine): Promise<Handled> {
    if (sent) {
      try {
        const replies = parseReplies(await sent.reply, batch.length)
        return { bytes: replies.bytes, outcomes: this.#outcomes(replies, take, 0) }
      } catch (error) {
        // Maybe an earlier batch has ended this process, and there is a new one by now.
        await giveUp(sent.child, error)
      }
    }
    return this.#oneByOne(batch, take)
  }

  /** Each record on its own, with a new process after each one that ends it. */
  async #oneByOne(batch: BatchFrame, take: TakeLine): Promise<Handled> {
    const outcomes: Outcome[] = []
    const parts: Uint8Array[] = []
    let at = 0
    for (let i = 0; i < batch.length; i++) {
      let replies: Replies
      let outcome: Outcome | undefined
      try {
        if (!this.#child.alive) await this.#restart()
        replies = parseReplies(await this.#send(batch, i, i + 1), 1)
        outcome = this.#outcomes(replies, take, i)[0]
      } catch (error) {
        if (error instanceof MonitorError) throw error
        await giveUp(this.#child, error)
        outcomes.push({ status: 'error', problem: this.#fatal(error) })
        continue
      }
      if ('start' in outcome!) {
        parts.push(replies.bytes.subarray(outcome.start, outcome.end))
        outcomes.push({ ...outcome, start: at, end: at + outcome.end - outcome.start })
        at += outcome.end - outcome.start
      } else outcomes.push(outcome!)
    }
    return { bytes: Buffer.concat(parts), outcomes }
  }

  async #restart(): Promise<void> {
    if (this.#starts >= mostStarts)
      throw new MonitorError(
        'HANDLER_FAILED',
        `${this.#setup.script.path} had to be started ${mostStarts} times: too many records make it hang, crash or take too much memory.`,
      )
    try {
      await this.#start()
    } catch (error) {
      if (error instanceof ChildFailure)
        throw new MonitorError(
          'HANDLER_FAILED',
          `${this.#setup.script.path} could not be started again: it ${error.message}.`,
        )
      throw error
    }
  }

  #outcomes({ results, bytes, log }: Replies, take: TakeLine, first: number): Outcome[] {
    const outcomes = results.map(({ status: code, start, end }): Outcome => {
      if (code === status.rows) return { status: 'rows', start, end }
      if (code === status.record) return { status: 'record', start, end }
      if (code === status.nothing) return { status: 'nothing' }
      if (code === status.dropped) return { status: 'dropped' }
      const problem = parseProblem(bytes.subarray(start, end))
      if (problem.kind === 'record') return { status: 'unreadable', detail: problem.message }
      return { status: 'error', problem: this.#describe(problem) }
    })
    for (const line of log.lines)
      take(line.record === undefined ? line : { ...line, record: line.record + first })
    if (log.leftOut > 0)
      take({ record: undefined, level: 'warn', text: `${log.leftOut} more lines of this batch are left out` })
    return outcomes
  }

  /** A problem that the driver has told of. */
  #describe({ kind, type, message, line, function: name, trace }: Problem): HandlerProblem {
    const { script, settings } = this.#setup
    const mapped = script.language === 'javascript' ? this.#traces.read(trace) : undefined
    const place = mapped?.places[0]
    const file = place?.file ?? script.path.split('/').at(-1)
    const at = place?.line ?? line
    const where = `${file}${at ? `, line ${at}` : ''}${name ? ` in ${name}` : ''}`
    const what = {
      timeout: `a record took longer than ${settings.recordSeconds} s`,
      result: message,
      failed: message ? `${type}: ${message}` : type,
      record: message,
    }[kind]
    return { code: codes[kind], text: oneLine(`${where}: ${what}`), trace: mapped?.text ?? trace }
  }

  /** A problem that ended the process. */
  #fatal(error: unknown): HandlerProblem {
    const known = error instanceof ChildFailure
    const file = this.#setup.script.path.split('/').at(-1)
    return {
      code: known ? codes[error.kind] : 'HANDLER_FAILED',
      text: oneLine(`${file}: the handler ${known ? error.message : 'broke the protocol'}`),
      trace: '',
    }
  }
}

/** Whatever was wrong, the process is not to be trusted any more. */
async function giveUp(child: Child, error: unknown): Promise<void> {
  child.fail(error instanceof ChildFailure ? error : new ChildFailure('failed', 'broke the protocol'))
  await child.close()
}

/** @throws ChildFailure for an answer that is none */
function answerOf(body: Uint8Array): ReturnType<typeof parseAnswer> {
  try {
    return parseAnswer(body)
  } catch {
    throw new ChildFailure('failed', 'broke the protocol')
  }
}

/** The script's own words in a line of ours. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
