/** Tells the test files which test run they belong to, and ends the use of an engine that one of them started. */
import { leaveEngine } from './engine.ts'
import { alone } from './lock.ts'

export default function setup(): () => Promise<void> {
  process.env['BYOM_TEST_RUN'] = String(process.pid)
  return () => alone('engine', leaveEngine)
}
