/** The analyzer of vector features: those that were captured, and those that a model makes. */

import type { VectorReference } from '../../runtime/distances/vector-reference.ts'
import {
  type DriftOptions,
  driftAnalyzer,
  type FamilyState,
  listOf,
  type Member,
  stateOf,
} from '../../runtime/drift/index.ts'
import { otherModel } from '../../runtime/models/asked-model.ts'
import { defineAnalyzer } from '../../runtime/plugin.ts'
import { checkColumn } from './check.ts'
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
export interface Options extends DriftOptions {
  readonly models?: readonly ModelOptions[]
}

interface State extends FamilyState<Options, ColumnState> {
  readonly models: readonly UsedModel[]
  /** By the name of the vectors that a model makes. */
  readonly unread: Map<string, Unread>
}

const member: Member<Options, ColumnState, VectorReference, VectorStatistics> = {
  name: 'embedding',
  version: 1,
  things: 'vectors',
  description: 'Drift of vectors, captured or made by a model, and vectors that cannot be right.',
  options: { models: modelsOption },
  // Norms are sums of decimals; everything else is exact.
  exactness: { relative: 1e-9 },
  restore,
  create: (reference, { sampleSize }) => createColumnState(reference, sampleSize),
  update(stateOf, batch) {
    for (const column of batch.vectors) updateColumnState(stateOf(column.name), column, batch)
  },
  merge: mergeColumnState,
  summarize: summarizeColumn,
  hours: ({ hourly }) => (hourly as { blocks: number } | undefined)?.blocks,
  check: checkColumn,
  metrics: vectorMetrics,
}

const captured = driftAnalyzer(member)

export const embedding = defineAnalyzer({
  ...captured,

  problems: ({ models = [] }: Options) => modelProblems(models),

  models: ({ models = [] }: Options) => models.map(({ path }) => path),

  init(options: Options, context): State {
    const state = captured.init(options, context)
    const models = usedModels(options.models ?? [])
    const askedFor = new Map(models.map(({ name, asked }) => [name, asked]))
    // Vectors of two models have nothing in common: the finding says so.
    for (const { name, model } of listOf(context.baseline?.statistics?.custom)) {
      if (otherModel(askedFor.get(String(name)), model) === undefined) continue
      state.known.delete(String(name))
      state.unfit.set(String(name), 'Not compared: another model made the vectors of the baseline')
    }
    return { ...state, models, unread: new Map(models.map(({ name }) => [name, noneUnread()])) }
  },

  update(state: State, batch) {
    captured.update(state, batch)
    for (const used of state.models) {
      const column = modelColumn(used, batch, state.unread.get(used.name)!)
      if (column) updateColumnState(stateOf(state, column.name, member), column, batch)
    }
  },

  merge(into: State, from: State) {
    captured.merge(into, from)
    for (const [name, unread] of from.unread) mergeUnread(into.unread.get(name)!, unread)
  },

  summarize(state: State) {
    checkAnswered(state)
    const { models, rows, options, unread } = state
    const columns = new Map(state.columns)
    // A model whose feature is not there has made no vector of any row.
    for (const { name } of rows > 0 ? models : [])
      if (!columns.has(name)) columns.set(name, member.create(undefined, options))
    const { custom } = captured.summarize({ ...state, columns })
    if (!custom) return {}
    const features = custom.features.map((said) => {
      const used = models.find(({ name }) => name === said.name)
      const { unreadable = 0, refused = 0 } = unread.get(said.name) ?? {}
      return used ? { ...said, unreadable: unreadable + refused, model: used.asked } : said
    })
    return { custom: { features } }
  },
})

/** @throws Error when a model answered nothing at all */
function checkAnswered({ models, unread, columns }: State): void {
  for (const { name, use } of models) {
    const { refused, reason } = unread.get(name)!
    if (refused > 0 && columns.get(name)?.present === 0)
      throw new Error(`the model ${use.path} answered none of ${refused} records: ${reason}`)
  }
}
