/** The exit message: the one line that the job's caller sees in its status (ExitMessage, FailureReason). */
import { mkdirSync, promises } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, type ErrorCode } from '../errors.ts'
import { writeReports } from './write.ts'

/**
 * How a run ended: with that many violations (0 for none, and for every baseline run), or with a failure (a MonitorError
 * fits). `notes` are whole sentences that follow.
 */
export type Outcome = { readonly notes?: readonly string[] } & (
  | { readonly violations: number }
  | { readonly failure: { readonly code: ErrorCode; readonly message: string } }
)

/** Most UTF-8 bytes of a message that the platform keeps (1 KB, DG build-your-own-processing-container). */
export const messageBytes = 1024

/**
 * Text of the exit message. Completed runs use the recorded texts, whose first word carries the status:
 * `Completed: Job completed successfully with no violations.`,
 * `CompletedWithViolations: Job completed successfully with N violations.` (also for N = 1). No failed run is recorded;
 * it gets the same shape, `Failed: CODE: text`, CODE being one of `errorTable`. Notes follow, each after a blank.
 */
export function messageText(outcome: Outcome): string {
  return [verdict(outcome), ...(outcome.notes ?? [])].join(' ')
}

function verdict(outcome: Outcome): string {
  if ('failure' in outcome) return `Failed: ${outcome.failure.code}: ${outcome.failure.message}`
  const { violations } = outcome
  if (violations === 0) return 'Completed: Job completed successfully with no violations.'
  return `CompletedWithViolations: Job completed successfully with ${violations} violations.`
}

/**
 * One line of valid UTF-8 in at most `bytes` bytes: lone surrogates become U+FFFD, each run of control characters and
 * line breaks one blank, blanks at the ends go; a longer text is cut between two characters and ends with `…` (when
 * `bytes` has room for its 3 bytes). Fitting twice changes nothing.
 */
export function fitMessage(text: string, bytes: number = messageBytes): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  if (Buffer.byteLength(line) <= bytes) return line
  const mark = bytes >= 3 ? '…' : ''
  return beginning(line, bytes - Buffer.byteLength(mark)).trimEnd() + mark
}

/** The most whole characters that fit, which is what encodeInto stops at. */
function beginning(text: string, bytes: number): string {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(bytes)).read)
}

/** Whether the message stands in its file; if not, why. */
export type Written = { readonly written: true } | { readonly written: false; readonly reason: string }

/**
 * Writes the text, passed through {@link fitMessage} because the platform fails a job whose message is not UTF-8, to
 * `path`. Parent folders are created and the file appears whole; a file that cannot be replaced because it is itself a
 * mount (as Kubernetes does with its termination log) is overwritten. Never throws: no run fails for its message.
 */
export async function writeMessage(path: string, text: string): Promise<Written> {
  const line = fitMessage(text)
  try {
    mkdirSync(dirname(path), { recursive: true })
    await writeReports(dirname(path), [{ name: basename(path), text: line }])
    return { written: true }
  } catch (error) {
    return (await overwrite(path, line)) ? { written: true } : { written: false, reason: describe(error) }
  }
}

/** Only what is a regular file already: a pipe would block, a link lead elsewhere. */
async function overwrite(path: string, text: string): Promise<boolean> {
  try {
    if (!(await promises.lstat(path)).isFile()) return false
    await promises.writeFile(path, text, { flag: 'r+' })
    await promises.truncate(path, Buffer.byteLength(text))
    return true
  } catch {
    return false
  }
}
