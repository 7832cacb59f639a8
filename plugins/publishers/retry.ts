/** When a failed attempt is worth another one, and how long to wait before it. */
import { createHash } from 'node:crypto'

const firstDelay = 500
const longestDelay = 30_000

const passingCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
])

/** Whether what was thrown may pass: trouble of the network, not of the request or the certificate. */
export function isPassingError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.name === 'TimeoutError' || passingCodes.has((error as NodeJS.ErrnoException).code ?? '')
}

/** Whether the status may be another one next time. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/**
 * Milliseconds to wait after an attempt (counted from 1): doubling from 0.5 s, between a half and the whole of it by a
 * hash of the seed and the attempt, at least what the server asked for, at most 30 s.
 */
export function delayAfter(attempt: number, seed: string, asked = 0): number {
  const hash = createHash('sha256').update(`${seed}\n${attempt}`).digest().readUInt32BE()
  const backOff = firstDelay * 2 ** (attempt - 1) * (0.5 + hash / 2 ** 33)
  return Math.min(longestDelay, Math.max(backOff, asked))
}

/** Milliseconds that a Retry-After header asks for; a date counts from the reply's own Date header. */
export function retryAfter(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): number | undefined {
  const text = first(headers['retry-after'])
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const difference = Date.parse(text) - Date.parse(first(headers['date']) ?? '')
  return Number.isFinite(difference) ? Math.max(0, difference) : undefined
}

function first(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.trim()
}
