/** Lines for a person who reads along. */
import { styleText } from 'node:util'
import { defineLogger, type LogEntry } from '../../runtime/plugin.ts'
import { plainFields } from './json-line.ts'
import { type Level, levelOption, reaches } from './level.ts'
import { plain } from './plain.ts'

const styles = { debug: 'gray', info: 'cyan', warn: 'yellow', error: 'red' } as const

type Paint = (style: (typeof styles)[Level], text: string) => string

/** One line an entry on standard error, in colours at a terminal. */
export const pretty = defineLogger<{ readonly level: Level }>({
  name: 'pretty',
  description: 'One line an entry on standard error, in colours at a terminal.',
  options: {
    type: 'object',
    properties: { level: levelOption('info', 'The lowest level that is written.') },
    additionalProperties: false,
  },

  open({ level }, host) {
    const paint: Paint = host.terminal ? (style, text) => styleText(style, text) : (_, text) => text
    return {
      write(entry) {
        if (reaches(entry.level, level)) host.print('stderr', prettyLine(entry, paint))
      },
    }
  },
})

function prettyLine(entry: LogEntry, paint: Paint): string {
  const { level, source, message, position } = entry
  const speaker = source === 'byom' ? '' : `${visible(source)}: `
  const details = plainFields(entry).map(([name, value]) => `${name}=${textOf(value)}`)
  if (position) details.unshift(`at ${position.file}, record ${position.record} from byte ${position.byte}`)
  const tail = details.length > 0 ? paint('gray', ` ${visible(details.join(' '))}`) : ''
  return `${paint(styles[level], level.padEnd(5))} ${speaker}${visible(textOf(plain(message)))}${tail}\n`
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Escapes line breaks, and whatever data could use to steer the terminal. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
