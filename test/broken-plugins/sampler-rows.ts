/** Breaks `sampler-rows`: it decides by the number of the row in its batch. */
import { sampler } from './correct.ts'

export default sampler({
  keep(batch, mask, { share }) {
    for (let row = 0; row < batch.length; row++) if ((row * share) % 1 === 0) mask[row] = 1
  },
})
