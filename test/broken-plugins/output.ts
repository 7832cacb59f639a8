/** Breaks `output`: a difference of two large numbers is infinite. */
import { analyzer, type State } from './correct.ts'

interface Range extends State {
  min: number
  max: number
}

export default analyzer<Range>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), min: 0, max: 0 }),
  update(state, batch) {
    correct.update(state, batch)
    for (const { numbers } of batch.columns)
      for (const value of numbers.subarray(0, batch.length).filter(Number.isFinite)) {
        state.min = Math.min(state.min, value)
        state.max = Math.max(state.max, value)
      }
  },
  merge(into, from) {
    correct.merge(into, from)
    into.min = Math.min(into.min, from.min)
    into.max = Math.max(into.max, from.max)
  },
  summarize: (state) => {
    const { custom } = correct.summarize(state)
    return { custom: { ...custom, range: state.max - state.min } }
  },
}))
