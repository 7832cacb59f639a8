/** The order of the levels, and the option that names the lowest one wanted. */
import type { LogEntry } from '../../runtime/plugin.ts'

export type Level = LogEntry['level']

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error']

/** Whether a level is at least as severe as another. */
export function reaches(level: Level, least: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(least)
}

/** JSON Schema of a `level` option. */
export function levelOption(standard: Level, description: string): object {
  return { type: 'string', enum: levels, default: standard, description }
}
