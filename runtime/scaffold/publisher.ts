/** The publisher of `byom init publisher`: a file beside the reports. */
import type { Template } from './template.ts'

const description = 'Writes the violations as a CSV file beside the reports.'

export const publisher: Template = {
  description,
  config: (name) => ({ publishers: [{ name, options: { file: 'violations.csv' } }] }),
  result: 'violations.csv lies beside the reports.',
  plugin: (name) => `/** The violations of a run as a CSV file, for people with a spreadsheet. */
import { join } from 'node:path'
import { definePlugin, definePublisher } from 'byom'

/** What a user may set in byom.json. */
interface Options {
  readonly file: string
}

const publisher = definePublisher<Options>({
  name: '${name}',
  description: '${description}',
  options: {
    type: 'object',
    properties: {
      file: {
        type: 'string',
        pattern: '^[A-Za-z0-9_.-]+$',
        default: 'violations.csv',
        description: 'Name of the file in the output folder.',
      },
    },
    additionalProperties: false,
  },

  // To send the results somewhere: fetch(url, { signal: host.signal, … }), keys by host.secret('NAME_OF_A_VARIABLE'),
  // and errors that name the address.
  async publish({ violations }, { file }, host) {
    const rows = violations.map((found) => [
      found.feature_name ?? found.metric_name ?? '',
      found.constraint_check_type,
      found.segment ?? '',
      String(found.value ?? ''),
      String(found.threshold ?? ''),
      found.description,
    ])
    const lines = [['feature', 'check', 'segment', 'value', 'threshold', 'description'], ...rows]
    const path = join(host.outputFolder, file)
    await host.writeFile(path, lines.map((cells) => \`\${cells.map(quoted).join(',')}\\n\`).join(''))
    host.log.info('violations written', { path, rows: rows.length })
  },
})

function quoted(cell: string): string {
  return /[",\\r\\n]/.test(cell) ? \`"\${cell.replaceAll('"', '""')}"\` : cell
}

export default definePlugin({
  name: '${name}',
  version: '0.1.0',
  apiVersion: 1,
  description: '${description}',
  publishers: [publisher],
})
`,
}
