/** One entry as one line of JSON, written by hand: pino sets time and level itself, and repeats a key that a field has too. */
import type { LogEntry } from '../../runtime/plugin.ts'
import { plain } from './plain.ts'

/**
 * `{"level":…,"time":…,"message":…,"source":…,"position":…,<fields>}`, ended; a field that has one of these five names is
 * written as `field_<name>`. Never throws.
 */
export function jsonLine(entry: LogEntry): string {
  const { level, time, message, source, position } = entry
  const line: Record<string, unknown> = Object.create(null)
  Object.assign(line, { level, time, message: plain(message), source, position: plain(position) })
  for (const [name, value] of plainFields(entry))
    line[/^(level|time|message|source|position)$/.test(name) ? `field_${name}` : name] = value
  return `${JSON.stringify(line)}\n`
}

/** The fields of an entry as data that JSON can hold; those without a value are left out. */
export function plainFields({ fields }: LogEntry): [name: string, value: unknown][] {
  const copied = plain(fields)
  if (typeof copied === 'object' && copied !== null)
    return Object.entries(copied).filter(([, value]) => value !== undefined)
  return copied === undefined ? [] : [['fields', copied]]
}
