/** Share of zeros among the numbers of every feature; a monitoring run accepts 0.1 more than the baseline had. */
import { defineAnalyzer, definePlugin, type Finding } from 'byom'

/** In statistics.json the share, in constraints.json the largest that is accepted. */
type Shares = { features: { name: string; custom?: { zeros?: { share: number } } }[] }

const write = (shares: (readonly [name: string, share: number])[]): Shares => ({
  features: shares.map(([name, share]) => ({ name, custom: { zeros: { share } } })),
})
const read = (part: Shares = { features: [] }) =>
  part.features.flatMap(({ name, custom }) => (custom?.zeros ? [[name, custom.zeros.share] as const] : []))

type State = Map<string, [count: number, zeros: number]>

function add(state: State, name: string, count: number, zeros: number): void {
  const known = state.get(name) ?? [0, 0]
  if (count > 0) state.set(name, [known[0] + count, known[1] + zeros])
}

function finding(feature: string, value: number, threshold: number): Finding {
  const description = `Share of zeros: ${value} exceeds threshold: ${threshold}`
  return { feature, check: 'zeros_check', value, threshold, violated: value > threshold, description }
}

const zeros = defineAnalyzer<object, State, Shares, Shares>({
  name: 'zeros',
  version: 1,
  description: 'Share of zeros in every numeric feature.',
  options: { type: 'object', additionalProperties: false },
  exactness: 'exact',
  init: () => new Map(),
  update(state, { columns, length }) {
    for (const { name, numbers } of columns) {
      const values = numbers.subarray(0, length).filter(Number.isFinite)
      add(state, name, values.length, values.filter((value) => value === 0).length)
    }
  },
  merge(into, from) {
    for (const [name, [count, zeros]] of from) add(into, name, count, zeros)
  },
  summarize: (state) => write([...state].map(([name, [count, zeros]]) => [name, zeros / count])),
  suggest: (found) => write(read(found).map(([name, share]) => [name, Math.min(1, share + 0.1)])),
  check: (found, { constraints }) =>
    read(found).map(([name, share]) => finding(name, share, new Map(read(constraints)).get(name) ?? 1)),
  metrics: (found) =>
    read(found).map(([feature, value]) => ({ name: `feature_zeros_${feature}`, feature, value })),
})

export default definePlugin({
  name: 'zeros',
  version: '1.0.0',
  apiVersion: 1,
  description: 'Share of zeros in every numeric feature.',
  analyzers: [zeros],
})
