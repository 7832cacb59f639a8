/** The logger of `byom init logger`: one line of text per entry. */
import type { Template } from './template.ts'

const description = 'One line of key=value pairs per log entry.'

export const logger: Template = {
  description,
  config: (name) => ({ loggers: [{ name, options: { level: 'info' } }] }),
  result: 'the run prints lines like level=info source=byom message="job read".',
  plugin: (name) => `/** Log entries as key=value pairs, one line each. */
import { inspect } from 'node:util'
import { defineLogger, definePlugin, type LogEntry } from 'byom'

const levels = ['debug', 'info', 'warn', 'error'] as const

/** What a user may set in byom.json. */
interface Options {
  readonly level: (typeof levels)[number]
}

const logger = defineLogger<Options>({
  name: '${name}',
  description: '${description}',
  options: {
    type: 'object',
    properties: {
      level: { type: 'string', enum: levels, default: 'info', description: 'Lowest level that is written.' },
    },
    additionalProperties: false,
  },

  open: ({ level }, host) => ({
    write(entry) {
      if (levels.indexOf(entry.level) >= levels.indexOf(level)) host.print('stdout', \`\${lineOf(entry)}\\n\`)
    },
  }),
})

function lineOf({ time, level, source, message, position, fields }: LogEntry): string {
  const pairs: [string, string | number][] = [
    ['time', time],
    ['level', level],
    ['source', source],
    ['message', message],
  ]
  if (position) pairs.push(['file', position.file], ['record', position.record])
  // Fields may hold anything, circles and bigint too; inspect can show all of it, JSON cannot.
  if (fields) pairs.push(['fields', inspect(fields, { breakLength: Number.POSITIVE_INFINITY, depth: 4 })])
  return pairs.map(([key, value]) => \`\${key}=\${quoted(value)}\`).join(' ')
}

/** Bare when that is safe, else as a JSON text, so that an entry never spans two lines. */
function quoted(value: string | number): string {
  const text = String(value)
  return /^[\\w.:+-]+$/.test(text) ? text : JSON.stringify(text)
}

export default definePlugin({
  name: '${name}',
  version: '0.1.0',
  apiVersion: 1,
  description: '${description}',
  loggers: [logger],
})
`,
}
