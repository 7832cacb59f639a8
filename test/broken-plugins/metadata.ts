/** Breaks `metadata`: its version is not a whole number. */
import { analyzer } from './correct.ts'

export default analyzer(() => ({ version: 1.5 }))
