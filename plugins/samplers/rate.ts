/** Keeps a share of the rows, chosen by the hash of their event id. */
import { defineSampler, rowHash } from '../../runtime/plugin.ts'

export const rate = defineSampler<{ rate: number; seed: string }>({
  name: 'rate',
  description: 'Keeps this share of the rows.',
  options: {
    type: 'object',
    required: ['rate'],
    properties: {
      rate: { type: 'number', minimum: 0, maximum: 1, description: 'Share of the rows that stay.' },
      seed: { type: 'string', default: '', description: 'Another seed keeps other rows.' },
    },
    additionalProperties: false,
  },
  keep(batch, mask, { rate, seed }) {
    for (let row = 0; row < batch.length; row++) if (rowHash(batch, row, seed) < rate) mask[row] = 1
  },
})
