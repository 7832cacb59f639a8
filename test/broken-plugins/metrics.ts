/** Breaks `metrics`: the name of its metric is not ASCII. */
import { analyzer } from './correct.ts'

export default analyzer(() => ({ metrics: ({ custom }) => [{ name: 'länge', value: custom.rows }] }))
