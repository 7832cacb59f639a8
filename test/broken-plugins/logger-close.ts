/** Breaks `logger-close`: it refuses to be closed again. */
import { logger } from './correct.ts'

export default logger((_, { print }) => {
  let open = true
  return {
    write: ({ message }) => print('stdout', message),
    close() {
      if (!open) throw new Error('closed already')
      open = false
    },
  }
})
