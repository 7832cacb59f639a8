/** Breaks `commutative`: it keeps what the left side saw first. */
import { analyzer, type State } from './correct.ts'

interface First extends State {
  first: number | undefined
}

export default analyzer<First>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), first: undefined }),
  update(state, batch) {
    correct.update(state, batch)
    if (batch.length > 0) state.first ??= batch.position(0).record
  },
  merge(into, from) {
    correct.merge(into, from)
    into.first ??= from.first
  },
  summarize: (state) => {
    const { custom } = correct.summarize(state)
    return { custom: { ...custom, first: state.first ?? 0 } }
  },
}))
