/** The analyzer of `byom init analyzer`: all four report files from one count per feature. */
import type { Template } from './template.ts'

const description = 'Share of round numbers in every numeric feature.'

export const analyzer: Template = {
  description,
  config: (name) => ({ analyzers: { [name]: { unit: 10 } } }),
  result:
    'statistics.json holds a share under `custom` of every numeric feature, constraints.json a limit for it.',
  plugin: (
    name,
  ) => `/** Share of round numbers per feature: people who guess write 50, instruments write 47.3. */
import { type ConstraintsPart, defineAnalyzer, definePlugin, type StatisticsPart } from 'byom'

const name = '${name}'

/** What a user may set in byom.json. */
interface Options {
  readonly unit: number
  readonly room: number
}

/** Plain data only: the host stores states, and sends them to other threads and machines. */
interface State {
  readonly unit: number
  readonly features: Map<string, { numbers: number; round: number }>
}

/** Its part of statistics.json and of constraints.json. The features of other analyzers lack it, so it is optional. */
interface Statistics extends StatisticsPart {
  features: { name: string; custom?: { [name]?: { share: number } } }[]
}
interface Constraints extends ConstraintsPart {
  features: { name: string; custom?: { [name]?: { limit: number } } }[]
}

const analyzer = defineAnalyzer<Options, State, Statistics, Constraints>({
  name,
  version: 1,
  description: '${description}',
  options: {
    type: 'object',
    properties: {
      unit: { type: 'number', exclusiveMinimum: 0, default: 10, description: 'Its multiples are round.' },
      room: { type: 'number', minimum: 0, default: 0.1, description: 'Suggested limit: share + room.' },
    },
    additionalProperties: false,
  },
  exactness: 'exact',

  init: ({ unit }) => ({ unit, features: new Map() }),

  update(state, batch) {
    for (const column of batch.columns) {
      const counts = state.features.get(column.name) ?? { numbers: 0, round: 0 }
      // To batch.length: the arrays may be longer. What is no number is NaN; what exceeds a double is infinite.
      for (let row = 0; row < batch.length; row++) {
        const value = column.numbers[row] ?? Number.NaN
        if (!Number.isFinite(value)) continue
        counts.numbers++
        if (value % state.unit === 0) counts.round++
      }
      state.features.set(column.name, counts)
    }
  },

  merge(into, from) {
    for (const [feature, { numbers, round }] of from.features) {
      const counts = into.features.get(feature) ?? { numbers: 0, round: 0 }
      into.features.set(feature, { numbers: counts.numbers + numbers, round: counts.round + round })
    }
  },

  summarize: ({ features }) => ({
    features: [...features]
      .filter(([, { numbers }]) => numbers > 0)
      .map(([feature, { numbers, round }]) => ({
        name: feature,
        custom: { [name]: { share: round / numbers } },
      })),
  }),

  suggest: ({ features }, { room }) => ({
    features: features.map((feature) => ({
      name: feature.name,
      custom: { [name]: { limit: Math.min(1, (feature.custom?.[name]?.share ?? 0) + room) } },
    })),
  }),

  check({ features }, { constraints }) {
    const limits = new Map(constraints?.features.map((each) => [each.name, each.custom?.[name]?.limit]))
    return features.flatMap((feature) => {
      const value = feature.custom?.[name]?.share
      const threshold = limits.get(feature.name)
      if (value === undefined || threshold === undefined) return []
      const description = \`Share of round numbers: \${value} exceeds the limit: \${threshold}\`
      return {
        feature: feature.name,
        check: '${checkOf(name)}',
        value,
        threshold,
        violated: value > threshold,
        description,
      }
    })
  },

  metrics: ({ features }) =>
    features.map((feature) => ({
      name: \`feature_${metricOf(name)}_\${feature.name}\`,
      feature: feature.name,
      value: feature.custom?.[name]?.share ?? 0,
    })),
})

export default definePlugin({
  name,
  version: '0.1.0',
  apiVersion: 1,
  description: '${description}',
  analyzers: [analyzer],
})
`,
}

function metricOf(name: string): string {
  return name.replaceAll('-', '_')
}

function checkOf(name: string): string {
  return `${metricOf(name)}_check`
}
