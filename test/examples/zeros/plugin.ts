/** Share of zeros among the numbers of every feature; after a baseline it may be at most 0.1 higher. */
import { defineAnalyzer, definePlugin } from 'byom'

const about = { name: 'zeros', description: 'Share of zeros in every numeric feature.' }
type Part = { features: { name: string; custom?: { zeros?: { share: number; limit?: number } } }[] }

const zeros = defineAnalyzer<object, Map<string, [count: number, zeros: number]>, Part, Part>({
  ...about,
  version: 1,
  options: { type: 'object', properties: {}, additionalProperties: false },
  exactness: 'exact',
  init: () => new Map(),
  update(state, { columns, length }) {
    for (const { name, numbers } of columns) {
      const values = numbers.subarray(0, length).filter(Number.isFinite)
      const [count, zeros] = state.get(name) ?? [0, 0]
      state.set(name, [count + values.length, zeros + values.filter((value) => value === 0).length])
    }
  },
  merge(into, from) {
    for (const [name, [count, zeros]] of from) {
      const known = into.get(name) ?? [0, 0]
      into.set(name, [known[0] + count, known[1] + zeros])
    }
  },
})
