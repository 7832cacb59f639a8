/** Breaks `merge-pure`: it empties the right state. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  merge(into, from) {
    correct.merge(into, from)
    from.longest.clear()
  },
}))
