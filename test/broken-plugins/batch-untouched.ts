/** Breaks `batch-untouched`: it sorts the numbers of the batch. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  update(state, batch) {
    correct.update(state, batch)
    for (const { numbers } of batch.columns) numbers.subarray(0, batch.length).sort()
  },
}))
