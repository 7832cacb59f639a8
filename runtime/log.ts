/** Structured log entries. Who prints them, and how, is decided in main.ts. */

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** Receives log entries; fields are plain data. */
export interface Log {
  debug(message: string, fields?: object): void
  info(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  error(message: string, fields?: object): void
}
