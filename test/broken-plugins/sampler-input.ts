/** Breaks `sampler-input`: it needs a column. */
import { chance, sampler } from './correct.ts'

export default sampler({
  keep(batch, mask, { share }) {
    for (let row = 0; row < batch.length; row++)
      if (batch.columns[0]!.textLength(row) >= 0 && chance(batch, row) < share) mask[row] = 1
  },
})
