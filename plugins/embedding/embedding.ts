/** The analyzer of vector features: one state per feature, kept by name. */
import {
  calibrationText,
  type DriftConstraint,
  type DriftSettings,
  driftOptions,
  driftSettings,
  listOf,
  suggestDrift,
} from '../../runtime/distances/drift-settings.ts'
import { type ConstraintsPart, defineAnalyzer, type StatisticsPart } from '../../runtime/plugin.ts'
import { type Before, checkColumn } from './check.ts'
import { type ColumnState, createColumnState, mergeColumnState, updateColumnState } from './column-state.ts'
import { vectorMetrics } from './metrics.ts'
import { restore } from './reference-file.ts'
import { summarizeColumn, type VectorStatistics } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  readonly alpha: number
  readonly minRecords: number
  readonly sampleSize: number
}

interface State {
  readonly sampleSize: number
  readonly settings: DriftSettings
  rows: number
  readonly columns: Map<string, ColumnState>
  /** Untouched states of the features that the baseline knows, with their settings. */
  readonly known: Map<string, { empty: ColumnState; settings: DriftSettings }>
}

interface Statistics extends StatisticsPart {
  custom?: { features: VectorStatistics[] }
}

interface Constraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

export const embedding = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'embedding',
  version: 1,
  description: 'Drift of vectors, and vectors that cannot be right.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
    },
    additionalProperties: false,
  },
  // Norms are sums of decimals; everything else is exact.
  exactness: { relative: 1e-9 },

  accepts: (column) => column.kind === 'vector',

  init(options, { baseline }) {
    const known: State['known'] = new Map()
    for (const { name, reference } of listOf(baseline?.statistics?.custom)) {
      if (typeof name !== 'string' || reference === undefined) continue
      const empty = createColumnState(restore(reference, name), options.sampleSize)
      known.set(name, { empty, settings: driftSettings(baseline?.constraints?.custom, name, options) })
    }
    const settings = { ...options, enabled: true }
    return { sampleSize: options.sampleSize, settings, rows: 0, columns: new Map(), known }
  },

  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.vectors) {
      let own = state.columns.get(column.name)
      if (own === undefined) {
        const known = state.known.get(column.name)
        own = known ? structuredClone(known.empty) : createColumnState(undefined, state.sampleSize)
        state.columns.set(column.name, own)
      }
      updateColumnState(own, column, batch)
    }
  },

  merge(into, from) {
    into.rows += from.rows
    for (const [name, column] of from.columns) {
      const own = into.columns.get(name)
      if (own === undefined) into.columns.set(name, structuredClone(column))
      else mergeColumnState(own, column)
    }
  },

  summarize(state) {
    if (state.columns.size === 0) return {}
    const names = [...state.columns.keys()].sort()
    const features = names.map((name) =>
      summarizeColumn(
        name,
        state.columns.get(name)!,
        state.rows,
        state.known.get(name)?.settings ?? state.settings,
      ),
    )
    return { custom: { features } }
  },

  suggest({ custom }, options) {
    if (!custom) return {}
    return {
      custom: {
        features: custom.features.map(({ name, reference }) => {
          const hours = (reference?.['hourly'] as { blocks: number } | undefined)?.blocks
          return suggestDrift(name, options, calibrationText(hours))
        }),
      },
    }
  },

  check({ custom }, baseline, options) {
    const before = new Map(listOf(baseline.statistics?.custom).map((each) => [each['name'], each]))
    return (custom?.features ?? []).flatMap((now) => {
      const then = before.get(now.name)
      if (then === undefined) return []
      return checkColumn(now, counts(then), driftSettings(baseline.constraints?.custom, now.name, options))
    })
  },

  metrics: ({ custom }, findings) => vectorMetrics(custom?.features ?? [], findings),
})

/** Counts of a baseline's feature; what is no number counts as none. */
function counts(entry: Record<string, unknown>): Before {
  const count = (key: string) => {
    const value = entry[key]
    return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : 0
  }
  return {
    present: count('present'),
    invalid: count('invalid'),
    zero: count('zero'),
    wrong_dimension: count('wrong_dimension'),
  }
}
