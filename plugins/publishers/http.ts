/** One request to a target outside, tried again when that can help: the only way the publishers use the network. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Agent, Dispatcher } from 'undici'
import { delayAfter, isPassingError, isPassingStatus, retryAfter } from './retry.ts'
import { type NetworkOptions, publicUrl, type Target } from './target.ts'

/** What is sent. */
export interface Message {
  readonly method: 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What happened in one attempt. */
interface Attempt {
  /** Absent when no answer came. */
  readonly status?: number
  /** Start of the reply, without secrets. */
  readonly reply?: string
  /** Absent when the target took the message. */
  readonly problem?: string
  /** Whether another attempt may end otherwise. */
  readonly passing?: boolean
  /** Milliseconds that the server asked to wait. */
  readonly wait?: number
}

const largestReply = 65_536
const shownReply = 200

/**
 * Sends until the target answers with a status of the 200s. Redirects are never followed: a signed or authorized message
 * goes to the target of the config file and nowhere else. A message can arrive twice, when only its answer was lost.
 * @returns the first 64 KiB of the reply
 * @throws Error naming the target, the attempts, the last status and the start of its reply; at once when `signal` is aborted
 */
export async function send(
  target: Target,
  message: Message,
  { timeoutSeconds, retries }: NetworkOptions,
  signal: AbortSignal,
): Promise<string> {
  const timeout = Math.ceil(timeoutSeconds * 1000)
  // Loaded here, so that a run that publishes to files alone does not pay for it.
  const { Agent } = await import('undici')
  const agent = new Agent({
    connectTimeout: timeout,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    allowH2: false,
  })
  // The body belongs to the seed, so that jobs with one target do not all come back at the same moment.
  const seed = `${target.url.href}\n${createHash('sha256').update(message.body).digest('hex')}`
  let last: Attempt = {}
  try {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) throw failure(target, message, attempt - 1, stopped(last, signal), signal.reason)
      const now = await tryOnce(target, message, agent, timeout, signal)
      if (now.problem === undefined) return now.reply ?? ''
      last = now.status === undefined ? { ...last, ...now } : now
      if (signal.aborted) throw failure(target, message, attempt, stopped(last, signal), signal.reason)
      if (!now.passing || attempt > retries) throw failure(target, message, attempt, last)
      await pause(delayAfter(attempt, seed, now.wait), undefined, { signal }).catch(() => {})
    }
  } finally {
    await agent.destroy()
  }
}

async function tryOnce(
  target: Target,
  { method, headers, body }: Message,
  dispatcher: Agent,
  timeout: number,
  signal: AbortSignal,
): Promise<Attempt> {
  // undici's limits start anew with every part of an answer; this one ends a server that drips.
  const limit = AbortSignal.any([signal, AbortSignal.timeout(3 * timeout)])
  const { request } = await import('undici')
  try {
    const response = await request(target.url, {
      dispatcher,
      method,
      headers: { 'user-agent': 'byom', ...target.headers, ...headers },
      body,
      signal: limit,
    })
    return await judge(response, target)
  } catch (error) {
    return { problem: target.redact(describe(error)), passing: isPassingError(error) }
  }
}

async function judge(response: Dispatcher.ResponseData, target: Target): Promise<Attempt> {
  const { statusCode: status, headers } = response
  const reply = target.redact(await readStart(response.body))
  if (status >= 200 && status < 300) return { status, reply }
  if (status >= 300 && status < 400) {
    const location = URL.parse(String(headers['location'] ?? ''), target.url)
    const to = location ? ` to ${target.redact(publicUrl(location))}` : ''
    return { status, reply, problem: `answered with a redirect${to}, which is not followed` }
  }
  const wait = retryAfter(headers)
  const passing = isPassingStatus(status)
  return { status, reply, problem: 'refused', passing, ...(wait === undefined ? {} : { wait }) }
}

/** The status has decided already: a reply that breaks off or never ends counts as far as it came. */
async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= largestReply) break
    }
  } catch {}
  return Buffer.concat(chunks).subarray(0, largestReply).toString('utf8')
}

function stopped(last: Attempt, signal: AbortSignal): Attempt {
  return { ...last, problem: `stopped (${describe(signal.reason)})` }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code } = error as NodeJS.ErrnoException
  // The error of several addresses tried at once has a code but no message.
  if (error.message === '') return code ?? error.name
  return typeof code === 'string' && !error.message.includes(code)
    ? `${error.message}, ${code}`
    : error.message
}

function failure(
  target: Target,
  { method }: Message,
  attempts: number,
  { problem, status, reply = '' }: Attempt,
  cause?: unknown,
): Error {
  const text = reply.replace(/\p{Cc}+/gu, ' ').trim()
  const shown = text === '' ? '' : `, reply: ${text.slice(0, shownReply).toWellFormed()}`
  return new Error(
    `${method} ${target.name}: ${problem} (attempts: ${attempts}, last status: ${status ?? 'none'}${shown})`,
    cause === undefined ? {} : { cause },
  )
}
