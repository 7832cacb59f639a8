/** A model behind the two paths of a model container: GET /ping and POST /invocations. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Agent } from 'undici'
import type { AnalyzerHost } from '../plugin.ts'
import type { ModelOptions } from './options.ts'
import {
  bodyOf,
  type Cell,
  jmespath,
  labelsOf,
  type Search,
  scoresOf,
  takesOneRow,
  type Wire,
} from './payload.ts'

/** Answers rows in any number. */
export interface Model {
  /** One list of scores per row. */
  ask(rows: readonly (readonly Cell[])[]): Promise<number[][]>
}

/** A model that also says names of classes. */
export interface LabelModel extends Model {
  /** One text per row: what stands at the wire's place of an answer. */
  labels(rows: readonly (readonly Cell[])[]): Promise<string[]>
}

/** How an answer is read. */
type Read<T> = (wire: Wire, text: string, rows: number, search: Search) => T[]

/**
 * Calls `work` with the model once it answers /ping.
 * @throws Error naming the address and what is wrong: not there in time, an answer that is none, the budget used up
 */
export async function withModel<T>(
  options: ModelOptions,
  wire: Wire,
  host: AnalyzerHost,
  work: (model: LabelModel) => Promise<T>,
): Promise<T> {
  const { Agent: Connections } = await import('undici')
  const timeout = Math.ceil(options.timeoutSeconds * 1000)
  const agent = new Connections({
    connectTimeout: timeout,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connections: options.concurrency,
  })
  try {
    const model = new HttpModel(options, wire, host, agent, timeout, await jmespath())
    await model.ready()
    return await work(model)
  } finally {
    await agent.destroy()
  }
}

interface Answer {
  readonly status: number
  readonly text: string
  /** Where a redirect leads. None is followed: rows are sent to the address that the user named, and nowhere else. */
  readonly location: string | undefined
}

/** Bytes of the largest answer that is read. */
const largestAnswer = 64 * 2 ** 20

class HttpModel implements LabelModel {
  readonly #options: ModelOptions
  readonly #wire: Wire
  readonly #host: AnalyzerHost
  readonly #agent: Agent
  readonly #timeout: number
  readonly #search: Search
  #requests = 0
  /** Scores of a row, once the model has answered. */
  #scores: number | undefined

  constructor(
    options: ModelOptions,
    wire: Wire,
    host: AnalyzerHost,
    agent: Agent,
    timeout: number,
    search: Search,
  ) {
    this.#options = options
    this.#wire = wire
    this.#host = host
    this.#agent = agent
    this.#timeout = timeout
    this.#search = search
  }

  /** Waits until the model says that it is up; a ping that hangs takes no longer than all of them may. */
  async ready(): Promise<void> {
    const { startSeconds } = this.#options
    const deadline = AbortSignal.timeout(Math.ceil(startSeconds * 1000) || this.#timeout)
    let problem = 'no answer'
    do {
      try {
        const { status } = await this.#send('GET', '/ping', { signal: deadline })
        if (status === 200) return
        problem = `status ${status}`
      } catch (error) {
        this.#host.signal.throwIfAborted()
        if (!deadline.aborted) problem = text(error)
      }
      if (startSeconds > 0) await pause(500, undefined, { signal: this.#host.signal })
    } while (startSeconds > 0 && !deadline.aborted)
    throw this.#failure(`does not answer /ping within ${startSeconds} s (${problem}): is it running?`)
  }

  async ask(rows: readonly (readonly Cell[])[]): Promise<number[][]> {
    const found = await this.#all(rows, scoresOf)
    this.#scores ??= found[0]?.length
    const other = found.find(({ length }) => length !== this.#scores)
    if (other === undefined) return found
    throw this.#failure(
      `answers some rows with ${this.#scores} scores and others with ${other.length}, expected as many for each`,
    )
  }

  labels(rows: readonly (readonly Cell[])[]): Promise<string[]> {
    return this.#all(rows, labelsOf)
  }

  async #all<T>(rows: readonly (readonly Cell[])[], read: Read<T>): Promise<T[]> {
    const batches: (readonly (readonly Cell[])[])[] = []
    const size = takesOneRow(this.#wire) ? 1 : this.#options.batchRows
    for (let i = 0; i < rows.length; i += size) batches.push(rows.slice(i, i + size))
    const answers: T[][] = new Array(batches.length)
    let next = 0
    const worker = async () => {
      for (let i = next++; i < batches.length; i = next++) answers[i] = await this.#batch(batches[i]!, read)
    }
    await Promise.all(Array.from({ length: Math.min(this.#options.concurrency, batches.length) }, worker))
    return answers.flat()
  }

  async #batch<T>(rows: readonly (readonly Cell[])[], read: Read<T>): Promise<T[]> {
    const body = bodyOf(this.#wire, rows)
    for (let attempt = 0; ; attempt++) {
      if (++this.#requests > this.#options.requestBudget)
        throw this.#failure(
          `was asked ${this.#options.requestBudget} times, the request budget: raise model.requestBudget, or lower maxRows or num_samples`,
        )
      const problem = await this.#attempt(body, rows.length, read)
      if (typeof problem !== 'string') return problem
      if (attempt >= this.#options.retries) throw this.#failure(`${problem} (${attempt + 1} attempts)`)
      await pause(Math.min(10_000, 250 * 2 ** attempt), undefined, { signal: this.#host.signal })
    }
  }

  /** What was read, or what went wrong and may go right next time. */
  async #attempt<T>(body: string, rows: number, read: Read<T>): Promise<T[] | string> {
    let answer: Answer
    try {
      answer = await this.#send('POST', '/invocations', { body })
    } catch (error) {
      this.#host.signal.throwIfAborted()
      return `does not answer: ${text(error)}`
    }
    const { status, location } = answer
    if (location !== undefined)
      throw this.#failure(`sends on to ${location} (status ${status}): set model.url to where the model is`)
    if (status === 408 || status === 429 || status >= 500) return `answered with status ${status}`
    if (status !== 200)
      throw this.#failure(`answered with status ${status}: ${JSON.stringify(answer.text.slice(0, 200))}`)
    try {
      return read(this.#wire, answer.text, rows, this.#search)
    } catch (error) {
      throw this.#failure(`was not understood: ${text(error)}`)
    }
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    { body, signal = AbortSignal.timeout(3 * this.#timeout) }: { body?: string; signal?: AbortSignal },
  ): Promise<Answer> {
    const { request } = await import('undici')
    const { authorization } = this.#options
    const secret = authorization === '' ? undefined : this.#host.secret(authorization)
    const response = await request(addressOf(this.#options.url, path), {
      dispatcher: this.#agent,
      method,
      headers: {
        accept: this.#wire.acceptType,
        ...(body === undefined ? {} : { 'content-type': this.#wire.contentType }),
        ...(secret === undefined ? {} : { authorization: secret }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([this.#host.signal, signal]),
    })
    const parts: Buffer[] = []
    let size = 0
    for await (const part of response.body) {
      parts.push(part as Buffer)
      if ((size += (part as Buffer).length) > largestAnswer)
        throw new Error('its answer is larger than 64 MiB, lower model.batchRows')
    }
    const status = response.statusCode
    const { location } = response.headers
    return {
      status,
      text: Buffer.concat(parts).toString('utf8'),
      location: status >= 300 && status < 400 && location !== undefined ? String(location) : undefined,
    }
  }

  #failure(problem: string): Error {
    const { origin } = new URL(this.#options.url)
    return new Error(`the model at ${origin} ${problem}`)
  }
}

function text(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}

/** A path below the address, which may have one of its own. */
function addressOf(url: string, path: string): URL {
  const address = new URL(url)
  address.pathname = `${address.pathname.replace(/\/+$/, '')}${path}`
  return address
}
