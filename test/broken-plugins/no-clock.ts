/** Breaks `no-clock`: it asks for a random number. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  update(state, batch) {
    if (Math.random() >= 0) correct.update(state, batch)
  },
}))
