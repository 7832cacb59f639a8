/** The door of the room: a handler script → a checked setup, and sessions that run it. */
import { MonitorError } from '../errors.ts'
import { ChildFailure } from './child.ts'
import type { Machine } from './jail.ts'
import { Session, type SessionHost } from './session.ts'
import {
  acceptHint,
  type HandlerSettings,
  type HandlerSetup,
  handlerSetups,
  jailOf,
  type Wanted,
} from './setup.ts'

export type { Machine } from './jail.ts'
export { BatchFrame, type LogLine } from './protocol.ts'
export type { Handled, HandlerProblem, Outcome, Session, SessionHost } from './session.ts'
export { type HandlerKind, type HandlerSettings, type HandlerSetup, jailOf } from './setup.ts'

/**
 * Finds a way to run the script in a jail on this machine, and loads it once.
 * @param scratch makes a folder for this run; only asked for where it is needed
 * @returns the setup for further sessions, and the first of them, with seed 0
 * @throws MonitorError CONFIG_INVALID, HANDLER_FAILED, HANDLER_TIMEOUT, HANDLER_UNCONFINED
 */
export async function openHandler(
  wanted: Wanted,
  settings: HandlerSettings,
  machine: Machine,
  host: SessionHost,
  scratch: () => Promise<string>,
): Promise<{ setup: HandlerSetup; session: Session }> {
  const failures: string[] = []
  for (const make of await handlerSetups(wanted, settings, machine, scratch)) {
    const setup = await make()
    try {
      return { setup, session: await Session.start(setup, 0, host) }
    } catch (error) {
      if (!(error instanceof ChildFailure)) throw error
      if (error.kind === 'timeout')
        throw new MonitorError(
          'HANDLER_TIMEOUT',
          `${wanted.path} cannot be loaded: it ${error.message}; handlers.startTimeoutSeconds in byom.json allows more.`,
        )
      failures.push(`with ${jailOf(setup)} it ${error.message}`)
    }
  }
  throw new MonitorError(
    'HANDLER_UNCONFINED',
    `${wanted.path} cannot be run safely on this machine: ${failures.join('; ')}. ${acceptHint}`,
  )
}

/** Starts another process of a handler that has been opened. */
export function startSession(setup: HandlerSetup, seed: number, host: SessionHost): Promise<Session> {
  return Session.start(setup, seed, host)
}
