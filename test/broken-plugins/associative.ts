/** Breaks `associative`: it counts a state that was merged before once more. */
import { analyzer, type State } from './correct.ts'

interface Merged extends State {
  merged: boolean
}

export default analyzer<Merged>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), merged: false }),
  merge(into, from) {
    correct.merge(into, from)
    if (from.merged) into.rows++
    into.merged = true
  },
}))
