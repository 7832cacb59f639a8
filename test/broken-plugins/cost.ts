/** Breaks `cost`: its state grows with the rows, beyond the bound that it declares. */
import { analyzer, type State } from './correct.ts'

interface Growing extends State {
  readonly times: number[]
}

export default analyzer<Growing>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), times: [] }),
  update(state, batch) {
    correct.update(state, batch)
    for (let row = 0; row < batch.length; row++) state.times.push(batch.time(row))
  },
  merge(into, from) {
    correct.merge(into, from)
    for (const time of from.times) into.times.push(time)
  },
}))

export const options = { analyzers: { length: { bounds: { stateBytes: 10_000 } } } }
