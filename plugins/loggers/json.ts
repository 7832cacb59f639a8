/** JSON lines on standard output, which CloudWatch and every log collector read. */
import { defineLogger } from '../../runtime/plugin.ts'
import { jsonLine } from './json-line.ts'
import { type Level, levelOption, reaches } from './level.ts'

/** One line an entry, printed at once: nothing is lost when the process is killed. */
export const json = defineLogger<{ readonly level: Level }>({
  name: 'json',
  description: 'One JSON object a line on standard output.',
  options: {
    type: 'object',
    properties: { level: levelOption('info', 'The lowest level that is written.') },
    additionalProperties: false,
  },

  open({ level }, host) {
    return {
      write(entry) {
        if (reaches(entry.level, level)) host.print('stdout', jsonLine(entry))
      },
    }
  },
})
