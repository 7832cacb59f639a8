/** Breaks `summarize-pure`: it takes no more rows once it was summarized. */
import { analyzer, type State } from './correct.ts'

interface Closed extends State {
  closed: boolean
}

export default analyzer<Closed>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), closed: false }),
  update(state, batch) {
    if (!state.closed) correct.update(state, batch)
  },
  summarize(state) {
    state.closed = true
    return correct.summarize(state)
  },
}))
