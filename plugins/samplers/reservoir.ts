/** Keeps a fixed number of rows: those whose hash is lowest, which is a uniform sample without replacement. */
import { defineSampler, rowHash } from '../../runtime/plugin.ts'

export const reservoir = defineSampler<{ size: number; seed: string }>({
  name: 'reservoir',
  description: 'Keeps this many rows, each with the same chance.',
  options: {
    type: 'object',
    required: ['size'],
    properties: {
      size: { type: 'integer', minimum: 1, maximum: 100_000, description: 'Rows that stay.' },
      seed: { type: 'string', default: '', description: 'Another seed keeps other rows.' },
    },
    additionalProperties: false,
  },
  limit: ({ size }) => size,
  priority(batch, priorities, { seed }) {
    for (let row = 0; row < batch.length; row++) priorities[row] = rowHash(batch, row, seed)
  },
})
