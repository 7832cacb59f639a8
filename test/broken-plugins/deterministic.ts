/** Breaks `deterministic`: a variable outside the state decides the order of keys. */
import { analyzer } from './correct.ts'

let calls = 0

export default analyzer((correct) => ({
  summarize(state) {
    const { longest, rows } = correct.summarize(state).custom
    calls++
    return { custom: calls % 2 === 0 ? { rows, longest } : { longest, rows } }
  },
}))
