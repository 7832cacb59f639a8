/** Breaks `empty`: it divides by the number of rows. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  summarize: (state) => {
    const { custom } = correct.summarize(state)
    return { custom: { ...custom, columnsPerRow: state.longest.size / state.rows } }
  },
}))
