/** Breaks `identity`: merging a state that saw nothing loses the rows. */
import { analyzer, type State } from './correct.ts'

interface Touched extends State {
  touched: boolean
}

export default analyzer<Touched>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), touched: false }),
  update(state, batch) {
    correct.update(state, batch)
    state.touched = true
  },
  merge(into, from) {
    correct.merge(into, from)
    if (!from.touched) into.rows = 0
    into.touched ||= from.touched
  },
}))
