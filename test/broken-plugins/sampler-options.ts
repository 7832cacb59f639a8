/** Breaks `sampler-options`: it does not look at its option. */
import { chance, sampler } from './correct.ts'

export default sampler({
  keep(batch, mask) {
    for (let row = 0; row < batch.length; row++) if (chance(batch, row) < 0.5) mask[row] = 1
  },
})
