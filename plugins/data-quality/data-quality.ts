/** The analyzer: one profile per column, kept by name. */
import {
  type ConstraintsPart,
  defineAnalyzer,
  type FeatureStatistics,
  type StatisticsPart,
} from '../../runtime/plugin.ts'
import { checkFeatures } from './check.ts'
import {
  type ColumnProfile,
  createProfile,
  mergeProfile,
  recycleProfile,
  updateProfile,
} from './column-profile.ts'
import { featureMetrics } from './metrics.ts'
import { suggestConstraints } from './suggest.ts'
import { summarizeProfile } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  /** A String feature with more distinct values than this has neither distribution nor domain. */
  maxCategories: number
}

/** Rows seen in all, and the profile of each column that was seen. */
interface State {
  readonly maxCategories: number
  rows: number
  readonly columns: Map<string, ColumnProfile>
  /** The baseline's domains by feature. */
  readonly domains: Map<string, string[]>
}

/** Its part of statistics.json: one entry per column. */
interface Statistics extends StatisticsPart {
  features: FeatureStatistics[]
}

export const dataQuality = defineAnalyzer<Options, State, Statistics, ConstraintsPart>({
  name: 'data-quality',
  version: 1,
  description: 'Types, completeness, moments, quantile sketch and categories of every feature.',
  options: {
    type: 'object',
    properties: {
      maxCategories: {
        type: 'integer',
        minimum: 1,
        default: 120,
        description:
          'A String feature with more distinct values than this has neither distribution nor domain.',
      },
    },
    additionalProperties: false,
  },
  environment: ['categorical_drift_method'],
  // Means and deviations of other splits differ in the last digits; quantiles within the sketch's rank error.
  exactness: { sketch: 0.005 },

  accepts: (column) => column.kind === 'scalar',

  init({ maxCategories }, { baseline }) {
    const domains = new Map<string, string[]>()
    for (const { name, string_constraints } of baseline?.constraints?.features ?? []) {
      if (string_constraints?.domains) domains.set(name, string_constraints.domains)
    }
    return { maxCategories, rows: 0, columns: new Map(), domains }
  },

  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.columns) {
      let profile = state.columns.get(column.name)
      if (profile === undefined) {
        profile = createProfile(state.domains.get(column.name))
        state.columns.set(column.name, profile)
      }
      updateProfile(profile, column, batch.length, state.maxCategories)
    }
  },

  merge(into, from) {
    into.rows += from.rows
    for (const [name, profile] of from.columns) {
      const known = into.columns.get(name)
      if (known === undefined) into.columns.set(name, structuredClone(profile))
      else mergeProfile(known, profile, into.maxCategories)
    }
  },

  recycle(state) {
    for (const profile of state.columns.values()) recycleProfile(profile)
    state.columns.clear()
  },

  summarize: (state) => ({
    features: [...state.columns].map(([name, profile]) => summarizeProfile(name, profile, state.rows)),
  }),

  suggest: (statistics, _options, { environment }) =>
    suggestConstraints(statistics.features, environment['categorical_drift_method']),

  check: (statistics, baseline, _options, { distances }) =>
    checkFeatures(statistics.features, baseline, distances),

  metrics: (statistics, findings) => featureMetrics(statistics.features, findings),
})
