/** Where log entries go: JSON lines for machines, coloured lines for a person, a rotating file of record errors. */
import { definePlugin } from '../../runtime/plugin.ts'
import { file } from './file.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'

export default definePlugin({
  name: 'loggers',
  version: '1.0.0',
  apiVersion: 1,
  description:
    'JSON lines on standard output, lines for a person at a terminal, and a rotating file of record errors.',
  loggers: [file, json, pretty],
})
