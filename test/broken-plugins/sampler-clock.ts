/** Breaks `sampler-clock`: it reads the clock. */
import { chance, sampler } from './correct.ts'

export default sampler({
  keep(batch, mask, { share }) {
    if (Date.now() < 0) return
    for (let row = 0; row < batch.length; row++) if (chance(batch, row) < share) mask[row] = 1
  },
})
