/** How containers ended → what DescribeProcessingJob would say. Pure. */

/** How one host's container ended. */
export interface HostEnd {
  readonly host: string
  readonly exitCode: number
  /** The kernel killed a process of it for want of memory. */
  readonly outOfMemory: boolean
  /** First bytes of /opt/ml/output/message; undefined without one. */
  readonly message: Uint8Array | undefined
}

/** Why we stopped containers that were still running. */
export type StopReason = 'interrupted' | 'time limit' | 'another host failed'

/** How the job ended, in the service's words. */
export interface JobEnd {
  readonly status: 'Completed' | 'Failed' | 'Stopped'
  readonly exitMessage?: string
  readonly failureReason?: string
}

/** Bytes of the exit message that the service keeps. */
export const messageBytes = 1024

/**
 * @param ends of all hosts, in their order
 * @param stopped why they were stopped; undefined when every one ended by itself
 * @param failedFirst the host whose failure stopped the others
 * @param maxRuntime seconds
 */
export function jobEnd(
  ends: readonly HostEnd[],
  stopped: StopReason | undefined,
  failedFirst: string | undefined,
  maxRuntime: number,
): JobEnd {
  const message = exitMessage(ends)
  const exit = 'text' in message && message.text !== '' ? { exitMessage: message.text } : {}
  if (stopped === 'interrupted') return { status: 'Stopped', ...exit }
  if (stopped === 'time limit')
    return {
      status: 'Stopped',
      ...exit,
      failureReason: `MaxRuntimeExceeded: the job ran longer than its ${maxRuntime} s (StoppingCondition.MaxRuntimeInSeconds).`,
    }
  if ('problem' in message) return { status: 'Failed', failureReason: `ClientError: ${message.problem}` }
  const failed = ends.find(({ host }) => host === failedFirst) ?? ends.find(({ exitCode }) => exitCode !== 0)
  if (failed === undefined) return { status: 'Completed', ...exit }
  return { status: 'Failed', ...exit, failureReason: failureReason(failed, ends.length) }
}

/** Exit codes of a process that its memory limit ended: killed (137), or given up by V8 (134 behind an init, 139). */
const memoryCodes: ReadonlySet<number> = new Set([134, 137, 139])

function failureReason({ host, exitCode, outOfMemory }: HostEnd, hosts: number): string {
  const who = hosts > 1 ? `, host: ${host}` : ''
  if (outOfMemory && memoryCodes.has(exitCode))
    return `AlgorithmError: out of memory, exit code: ${exitCode}${who}. Give the container more (--memory), or use an instance with more.`
  const near = outOfMemory ? ' (a process in the container was killed for want of memory)' : ''
  return `AlgorithmError: exit code: ${exitCode}${who}${near}`
}

/** The messages of all hosts, one after the other, cut to 1 KB between two characters. */
function exitMessage(ends: readonly HostEnd[]): { text: string } | { problem: string } {
  const parts = ends.flatMap(({ message }) => (message ? [message.subarray(0, messageBytes)] : []))
  const bytes = Buffer.concat(parts).subarray(0, messageBytes)
  try {
    // As the beginning of a longer stream: a character that the cut goes through is left out, not an error.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }) }
  } catch {
    return { problem: 'the exit message in /opt/ml/output/message is not UTF-8.' }
  }
}
