/** Breaks `logger-entries`: JSON.stringify throws for circles and bigint. */
import { logger } from './correct.ts'

export default logger((_, { print }) => ({
  write: (entry) => print('stdout', `${JSON.stringify(entry)}\n`),
}))
