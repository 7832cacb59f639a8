/** Keeps the same number of rows of each value of a column, so that rare groups are seen. */
import { defineSampler, rowHash } from '../../runtime/plugin.ts'

export const stratified = defineSampler<{ column: string; size: number; seed: string }>({
  name: 'stratified',
  description: 'Keeps this many rows of each value of a column.',
  options: {
    type: 'object',
    required: ['column', 'size'],
    properties: {
      column: {
        type: 'string',
        description: 'Column whose values are the strata; rows without it are one stratum.',
      },
      size: { type: 'integer', minimum: 1, maximum: 100_000, description: 'Rows of each stratum that stay.' },
      seed: { type: 'string', default: '', description: 'Another seed keeps other rows.' },
    },
    additionalProperties: false,
  },
  limit: ({ size }) => size,
  stratum: (batch, row, { column }) => batch.column(column)?.text(row) ?? '',
  priority(batch, priorities, { seed }) {
    for (let row = 0; row < batch.length; row++) priorities[row] = rowHash(batch, row, seed)
  },
})
