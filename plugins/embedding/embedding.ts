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
import { otherModel } from '../../runtime/models/asked-model.ts'
import {
  type Batch,
  type ConstraintsPart,
  defineAnalyzer,
  type StatisticsPart,
  type VectorColumn,
} from '../../runtime/plugin.ts'
import { type Before, checkColumn } from './check.ts'
import { type ColumnState, createColumnState, mergeColumnState, updateColumnState } from './column-state.ts'
import { vectorMetrics } from './metrics.ts'
import {
  type ModelOptions,
  mergeUnread,
  modelColumn,
  modelProblems,
  modelsOption,
  noneUnread,
  type Unread,
  type UsedModel,
  usedModels,
} from './model-vectors.ts'
import { restore } from './reference-file.ts'
import { summarizeColumn, type VectorStatistics } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  readonly alpha: number
  readonly minRecords: number
  readonly sampleSize: number
  readonly models?: readonly ModelOptions[]
}

interface State {
  readonly sampleSize: number
  readonly settings: DriftSettings
  rows: number
  readonly columns: Map<string, ColumnState>
  /** Untouched states of the features that the baseline knows, with their settings. */
  readonly known: Map<string, { empty: ColumnState; settings: DriftSettings }>
  readonly models: readonly UsedModel[]
  /** By the name of the vectors that a model makes. */
  readonly unread: Map<string, Unread>
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
  description: 'Drift of vectors, captured or made by a model, and vectors that cannot be right.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
      models: modelsOption,
    },
    additionalProperties: false,
  },
  // Norms are sums of decimals; everything else is exact.
  exactness: { relative: 1e-9 },

  problems: ({ models = [] }) => modelProblems(models),

  models: ({ models = [] }) => models.map(({ path }) => path),

  init(options, { baseline }) {
    const known: State['known'] = new Map()
    const models = usedModels(options.models ?? [])
    const askedFor = new Map(models.map(({ name, asked }) => [name, asked]))
    for (const { name, reference, model } of listOf(baseline?.statistics?.custom)) {
      if (typeof name !== 'string' || reference === undefined) continue
      // Vectors of two models have nothing in common: the finding says so.
      if (otherModel(askedFor.get(name), model) !== undefined) continue
      const empty = createColumnState(restore(reference, name), options.sampleSize)
      known.set(name, { empty, settings: driftSettings(baseline?.constraints?.custom, name, options) })
    }
    const { alpha, minRecords, sampleSize } = options
    return {
      sampleSize,
      settings: { alpha, minRecords, enabled: true },
      rows: 0,
      columns: new Map(),
      known,
      models,
      unread: new Map(models.map(({ name }) => [name, noneUnread()])),
    }
  },

  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.vectors) fold(state, column, batch)
    for (const used of state.models) {
      const column = modelColumn(used, batch, state.unread.get(used.name)!)
      if (column) fold(state, column, batch)
    }
  },

  merge(into, from) {
    into.rows += from.rows
    for (const [name, column] of from.columns) {
      const own = into.columns.get(name)
      if (own === undefined) into.columns.set(name, structuredClone(column))
      else mergeColumnState(own, column)
    }
    for (const [name, unread] of from.unread) mergeUnread(into.unread.get(name)!, unread)
  },

  summarize(state) {
    checkAnswered(state)
    const { columns, models, known, rows, sampleSize } = state
    // A model whose feature is not there has made no vector of any row.
    const made = rows > 0 ? models.map(({ name }) => name) : []
    const names = [...new Set([...columns.keys(), ...made])].sort()
    if (names.length === 0) return {}
    const features = names.map((name) => {
      const settings = known.get(name)?.settings ?? state.settings
      const column = columns.get(name) ?? createColumnState(undefined, sampleSize)
      const said = summarizeColumn(name, column, rows, settings)
      const used = models.find((each) => each.name === name)
      const { unreadable = 0, refused = 0 } = state.unread.get(name) ?? {}
      return used ? { ...said, unreadable: unreadable + refused, model: used.asked } : said
    })
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

function fold(state: State, column: VectorColumn, batch: Batch): void {
  let own = state.columns.get(column.name)
  if (own === undefined) {
    const known = state.known.get(column.name)
    own = known ? structuredClone(known.empty) : createColumnState(undefined, state.sampleSize)
    state.columns.set(column.name, own)
  }
  updateColumnState(own, column, batch)
}

/** @throws Error when a model answered nothing at all */
function checkAnswered({ models, unread, columns }: State): void {
  for (const { name, use } of models) {
    const { refused, reason } = unread.get(name)!
    if (refused > 0 && columns.get(name)?.present === 0)
      throw new Error(`the model ${use.path} answered none of ${refused} records: ${reason}`)
  }
}

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
    unreadable: count('unreadable'),
    model: entry['model'],
  }
}
