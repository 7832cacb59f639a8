/** Breaks `split`: it counts batches instead of rows. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  update(state, batch) {
    correct.update(state, batch)
    state.rows += 1 - batch.length
  },
}))
