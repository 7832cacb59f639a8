/** Breaks `sampler-mask`: it writes 2. */
import { chance, sampler } from './correct.ts'

export default sampler({
  keep(batch, mask, { share }) {
    for (let row = 0; row < batch.length; row++) if (chance(batch, row) < share) mask[row] = 2
  },
})
