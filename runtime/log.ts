/** Log entries go through a hub to the loggers that the job names; until it is read, to the default ones. */
import { describe } from './errors.ts'
import type { LogEntry, LoggerHost, OpenLogger } from './plugin.ts'
import type { LoadedLogger } from './registry.ts'

/** Receives log entries; fields are plain data. */
export interface Log {
  debug(message: string, fields?: object): void
  info(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  error(message: string, fields?: object): void
  /** An entry about a place in the input. */
  at(
    level: LogEntry['level'],
    position: NonNullable<LogEntry['position']>,
    message: string,
    fields?: object,
  ): void
}

/** A log whose loggers can be changed. A logger that throws is reported once and gets no more entries. */
export class LogHub implements Log {
  readonly #now: () => number
  readonly #host: LoggerHost
  readonly #patience: number
  #open: { readonly name: string; readonly logger: OpenLogger }[] = []

  /**
   * @param now milliseconds since 1970
   * @param patience milliseconds that a logger may take to close
   */
  constructor(now: () => number, host: LoggerHost, patience = 5000) {
    this.#now = now
    this.#host = host
    this.#patience = patience
  }

  /** Closes the loggers so far and opens these. */
  async use(loggers: readonly LoadedLogger[], folder: string): Promise<void> {
    await this.close()
    for (const { logger, options } of loggers) {
      try {
        this.#open.push({ name: logger.name, logger: logger.open(options, { ...this.#host, folder }) })
      } catch (error) {
        this.#complain(logger.name, error)
      }
    }
  }

  async close(): Promise<void> {
    for (const { name, logger } of this.#open.splice(0)) {
      try {
        await this.#within(logger.close?.())
      } catch (error) {
        this.#complain(name, error)
      }
    }
  }

  async #within(closing: void | Promise<void>): Promise<void> {
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(
      () => late.reject(new Error(`did not close within ${this.#patience} ms`)),
      this.#patience,
    )
    await Promise.race([closing, late.promise]).finally(() => clearTimeout(timer))
  }

  debug(message: string, fields?: object): void {
    this.#write('debug', message, fields)
  }

  info(message: string, fields?: object): void {
    this.#write('info', message, fields)
  }

  warn(message: string, fields?: object): void {
    this.#write('warn', message, fields)
  }

  error(message: string, fields?: object): void {
    this.#write('error', message, fields)
  }

  at(
    level: LogEntry['level'],
    position: NonNullable<LogEntry['position']>,
    message: string,
    fields?: object,
  ): void {
    this.#write(level, message, fields, position)
  }

  #write(level: LogEntry['level'], message: string, fields?: object, position?: LogEntry['position']): void {
    const entry: LogEntry = Object.freeze({
      level,
      time: new Date(this.#now()).toISOString(),
      source: 'byom',
      message,
      ...(position ? { position } : {}),
      ...(fields ? { fields: fields as Record<string, unknown> } : {}),
    })
    for (const { name, logger } of [...this.#open]) {
      try {
        logger.write(entry)
      } catch (error) {
        this.#open = this.#open.filter((each) => each.logger !== logger)
        this.#complain(name, error)
      }
    }
  }

  #complain(name: string, error: unknown): void {
    try {
      this.#host.print('stderr', `logger ${name} failed and gets no more entries: ${describe(error)}\n`)
    } catch {
      // Nobody listens any more; that is no reason to end the run.
    }
  }
}
