/** Breaks `plain-state`: its state holds a Date. */
import { analyzer, type State } from './correct.ts'

interface Dated extends State {
  begun: Date
}

export default analyzer<Dated>((correct) => ({
  init: (options, context) => ({ ...correct.init(options, context), begun: new Date(0) }),
}))
