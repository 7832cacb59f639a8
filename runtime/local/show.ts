/** What a local job says: lines for a person, or JSON lines for a machine. Pure. */
import type { LocalEnd, LocalEvent } from './run.ts'

/** The end of a job, as an event of its own for machines. */
export interface EndEvent extends LocalEnd {
  readonly type: 'end'
  readonly name: string
  readonly seconds: number
}

/** A JSON line. */
export function forMachine(event: LocalEvent | EndEvent): string {
  return `${JSON.stringify(event)}\n`
}

/** A line for a person; byom's own log lines lose their JSON. */
export function forPerson(event: LocalEvent | EndEvent, severalHosts: boolean): string {
  if (event.type === 'phase') return `— ${event.text}\n`
  if (event.type === 'warning') return `— warning: ${event.text}\n`
  if (event.type === 'log') return `${severalHosts ? `${event.host} ` : ''}│ ${readable(event.line)}\n`
  return endText(event)
}

function readable(line: string): string {
  if (!line.startsWith('{')) return printable(line)
  try {
    const { level, time, message } = JSON.parse(line)
    if (typeof level !== 'string' || typeof time !== 'string' || typeof message !== 'string')
      return printable(line)
    return printable(`${time.slice(11, 19)} ${level === 'info' ? '' : `${level}: `}${message}`)
  } catch {
    return printable(line)
  }
}

/** A container's line must not steer the terminal. */
function printable(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return line.replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]|\u001b(?!\[[\d;]*m)/g, '')
}

function endText({ name, status, exitMessage, failureReason, outputs, seconds }: EndEvent): string {
  const lines = [`${name}: ${status} after ${seconds.toFixed(1)} s`]
  if (exitMessage) lines.push(`exit message: ${printable(exitMessage)}`)
  if (failureReason) lines.push(`reason: ${printable(failureReason)}`)
  for (const output of outputs) lines.push(`output "${output.name}": ${output.target}`)
  return `${lines.join('\n')}\n`
}
