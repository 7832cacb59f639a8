/** Breaks `recycle`: a merged state keeps the right one, and recycling empties it. */
import { analyzer, type State } from './correct.ts'

interface Kept extends State {
  readonly parts: Kept[]
}

export default analyzer<Kept>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), parts: [] }),
  merge(into, from) {
    into.parts.push(from)
  },
  recycle(state) {
    state.rows = 0
  },
  summarize(state) {
    const whole: State = { rows: 0, longest: new Map() }
    const add = (part: Kept) => {
      correct.merge(whole, part)
      part.parts.forEach(add)
    }
    add(state)
    return correct.summarize(whole)
  },
}))
