/** Breaks `arguments`: it writes into its options. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  init(options, context) {
    Object.assign(options, { begun: true })
    return correct.init(options, context)
  },
}))
