/** Breaks `columns`: it expects the columns of its first batch in all others. */
import { analyzer, type State } from './correct.ts'

interface Named extends State {
  names: string[] | undefined
}

export default analyzer<Named>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), names: undefined }),
  update(state, batch) {
    state.names ??= batch.columns.map(({ name }) => name)
    for (const name of state.names) if (!batch.column(name)) throw new Error(`where is ${name}?`)
    correct.update(state, batch)
  },
}))
