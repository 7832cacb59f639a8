/** Where log entries go: JSON lines for machines (what CloudWatch reads), plain lines for a person. */
import { styleText } from 'node:util'
import { pino } from 'pino'
import type { Log, LogLevel } from '../log.ts'

/** JSON lines on standard output, written at once: nothing is lost when the process is killed. */
export function jsonLog(): Log {
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'message',
      formatters: { level: (level) => ({ level }) },
    },
    pino.destination({ dest: 1, sync: true }),
  )
  const at =
    (level: LogLevel) =>
    (message: string, fields: object = {}) =>
      logger[level](fields, message)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

const styles = { debug: 'gray', info: 'cyan', warn: 'yellow', error: 'red' } as const

/** One line an entry on standard error; `before` runs first, to clear a progress bar. */
export function terminalLog(before: () => void): Log {
  const at =
    (level: LogLevel) =>
    (message: string, fields: object = {}) => {
      before()
      const details = Object.entries(fields).map(
        ([key, value]) => `${key}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
      )
      process.stderr.write(
        `${styleText(styles[level], level.padEnd(5))} ${message}${details.length > 0 ? styleText('gray', ` ${details.join(' ')}`) : ''}\n`,
      )
    }
  return { debug: () => {}, info: at('info'), warn: at('warn'), error: at('error') }
}
