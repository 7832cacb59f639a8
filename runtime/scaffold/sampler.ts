/** The sampler of `byom init sampler`: what matters stays, of the rest a share. */
import type { Template } from './template.ts'

const description = 'Keeps all rows with a large value in one column, and a share of the others.'

export const sampler: Template = {
  description,
  config: (name) => ({ sampler: { name, options: { column: 'Day Mins', atLeast: 250, rate: 0.1 } } }),
  result: 'statistics.json says under `dataset.sampling` how many rows were seen and kept.',
  plugin: (
    name,
  ) => `/** Rows with a large value always stay; of the others a share, chosen by a hash of the row. */
import { definePlugin, defineSampler, rowHash } from 'byom'

/** What a user may set in byom.json. */
interface Options {
  readonly column: string
  readonly atLeast: number
  readonly rate: number
}

const sampler = defineSampler<Options>({
  name: '${name}',
  description: '${description}',
  options: {
    type: 'object',
    properties: {
      column: { type: 'string', default: 'amount', description: 'Column that decides.' },
      atLeast: { type: 'number', default: 100, description: 'Rows with this value or a larger one stay.' },
      rate: { type: 'number', minimum: 0, maximum: 1, default: 0.1, description: 'Share of the others.' },
    },
    additionalProperties: false,
  },

  // By what a row is, never by a counter or at random: the host splits the input as it likes.
  keep(batch, mask, { column, atLeast, rate }) {
    const numbers = batch.column(column)?.numbers
    for (let row = 0; row < batch.length; row++) {
      const large = (numbers?.[row] ?? Number.NaN) >= atLeast
      if (large || rowHash(batch, row) < rate) mask[row] = 1
    }
  },
})

export default definePlugin({
  name: '${name}',
  version: '0.1.0',
  apiVersion: 1,
  description: '${description}',
  samplers: [sampler],
})
`,
}
