/** Pearson correlation of pairs of features, and whether it is still that of the baseline. */
import { defineAnalyzer, definePlugin } from 'byom'
import { createPair, mergePair, type Pair, pearson, updatePair } from './pair.ts'
import { sameCorrelation } from './same-correlation.ts'

/** What a user may set in byom.json. */
interface Options {
  readonly pairs: readonly (readonly [string, string])[]
  readonly tolerance: number
  readonly level: number
}

interface PairState {
  readonly x: string
  readonly y: string
  readonly pair: Pair
}

/** A pair belongs to no single feature, so it lies in custom.analyzers["correlation@1"] of statistics.json. */
type Statistics = { custom: { pairs: { x: string; y: string; count: number; correlation: number }[] } }

const correlation = defineAnalyzer<Options, PairState[], Statistics, object>({
  name: 'correlation',
  version: 1,
  description: 'Pearson correlation of pairs of features, and its drift.',
  options: {
    type: 'object',
    properties: {
      pairs: {
        type: 'array',
        items: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
        default: [],
        description: 'Pairs of feature names.',
      },
      tolerance: {
        type: 'number',
        minimum: 0,
        default: 0.1,
        description: 'Differences up to this are no drift, however many rows prove them.',
      },
      level: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 1,
        default: 0.001,
        description: 'Differences that chance explains with this probability or a larger one are no drift.',
      },
    },
    additionalProperties: false,
  },
  exactness: { relative: 1e-6 },

  init: ({ pairs }) => pairs.map(([x, y]) => ({ x, y, pair: createPair() })),

  update(state, batch) {
    for (const { x, y, pair } of state) {
      const [xs, ys] = [batch.column(x)?.numbers, batch.column(y)?.numbers]
      if (xs && ys) updatePair(pair, xs, ys, batch.length)
    }
  },

  merge(into, from) {
    for (const [i, { pair }] of from.entries()) mergePair(into[i]!.pair, pair)
  },

  summarize: (state) => ({
    custom: {
      pairs: state.flatMap(({ x, y, pair }) => {
        const found = pearson(pair)
        return found === undefined ? [] : [{ x, y, count: pair.count, correlation: found }]
      }),
    },
  }),

  check({ custom }, { statistics }, { tolerance, level }) {
    return custom.pairs.flatMap((now) => {
      const before = statistics?.custom?.pairs.find(({ x, y }) => x === now.x && y === now.y)
      if (before === undefined) return []
      const value = Math.abs(now.correlation - before.correlation)
      const pValue = sameCorrelation(now, before)
      return {
        feature: `${now.x}, ${now.y}`,
        check: 'correlation_drift_check',
        value,
        threshold: tolerance,
        pValue,
        violated: value > tolerance && pValue < level,
        description: `Correlation is ${now.correlation}, was ${before.correlation}: differs by more than ${tolerance}`,
      }
    })
  },

  metrics: ({ custom }) =>
    custom.pairs.map(({ x, y, correlation: value }) => ({ name: `correlation_${x}_${y}`, value })),
})

export default definePlugin({
  name: 'correlation',
  version: '1.0.0',
  apiVersion: 1,
  description: 'Pearson correlation of pairs of features, and its drift.',
  analyzers: [correlation],
})
