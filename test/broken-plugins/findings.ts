/** Breaks `findings`: its findings have no text. */
import { analyzer } from './correct.ts'

export default analyzer((correct) => ({
  check: (...given) => correct.check!(...given).map((finding) => ({ ...finding, description: '' })),
}))
