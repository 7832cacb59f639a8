/** Breaks `sampler-batch`: it overwrites numbers. */
import { chance, sampler } from './correct.ts'

export default sampler({
  keep(batch, mask, { share }) {
    for (let row = 0; row < batch.length; row++) if (chance(batch, row) < share) mask[row] = 1
    for (const { numbers } of batch.columns) numbers.fill(0)
  },
})
