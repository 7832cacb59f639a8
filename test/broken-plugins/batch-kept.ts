/** Breaks `batch-kept`: its state holds arrays of the batch. */
import { analyzer, type State } from './correct.ts'

interface Kept extends State {
  readonly kept: Uint8Array[]
}

export default analyzer<Kept>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), kept: [] }),
  update(state, batch) {
    correct.update(state, batch)
    for (const { classes } of batch.columns) state.kept.push(classes.subarray(0, batch.length))
  },
  merge(into, from) {
    correct.merge(into, from)
    into.kept.push(...from.kept)
  },
  summarize: (state) => {
    const { custom } = correct.summarize(state)
    return {
      custom: {
        ...custom,
        missing: state.kept.flatMap((classes) => [...classes]).filter((x) => x === 0).length,
      },
    }
  },
}))
