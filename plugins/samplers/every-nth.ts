/** Keeps every nth record of each file, by its number where the file is read from the start. */
import { defineSampler } from '../../runtime/plugin.ts'

export const everyNth = defineSampler<{ n: number }>({
  name: 'every-nth',
  description: 'Keeps every nth record of a file (of a slice of a large one).',
  options: {
    type: 'object',
    required: ['n'],
    properties: { n: { type: 'integer', minimum: 1, description: '10 keeps the records 10, 20, 30, …' } },
    additionalProperties: false,
  },
  keep(batch, mask, { n }) {
    for (let row = 0; row < batch.length; row++) if (batch.position(row).record % n === 0) mask[row] = 1
  },
})
