/** The analyzer of image features: one state per feature, kept by name. */
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
import { checkImages } from './check.ts'
import { createImageState, type ImageState, mergeImageState, updateImageState } from './column-state.ts'
import { imageMetrics } from './metrics.ts'
import { type ImageStatistics, restoreImages, summarizeImages } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  readonly alpha: number
  readonly minRecords: number
  readonly sampleSize: number
  readonly maxMegapixels: number
}

interface State {
  readonly options: Options
  readonly settings: DriftSettings
  rows: number
  readonly columns: Map<string, ImageState>
  /** Untouched states of the features that the baseline knows, with their settings. */
  readonly known: Map<string, { empty: ImageState; settings: DriftSettings }>
}

interface Statistics extends StatisticsPart {
  custom?: { features: ImageStatistics[] }
}

interface Constraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

export const cv = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'cv',
  version: 1,
  description: 'What images look like, and their drift; payloads that are no images.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
      maxMegapixels: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 1000,
        default: 40,
        description: 'Larger images are refused before they are decoded: a small file can hold a huge one.',
      },
    },
    additionalProperties: false,
  },
  // Means of properties are sums of decimals; everything else is exact.
  exactness: { relative: 1e-6 },

  accepts: (column) => column.kind === 'bytes',

  init(options, { baseline }) {
    const known: State['known'] = new Map()
    for (const { name, reference } of listOf(baseline?.statistics?.custom)) {
      if (typeof name !== 'string' || reference === undefined) continue
      const empty = createImageState(restoreImages(reference, name), options.sampleSize)
      known.set(name, { empty, settings: driftSettings(baseline?.constraints?.custom, name, options) })
    }
    return { options, settings: { ...options, enabled: true }, rows: 0, columns: new Map(), known }
  },

  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.payloads) {
      let own = state.columns.get(column.name)
      if (own === undefined) {
        const known = state.known.get(column.name)
        own = known ? structuredClone(known.empty) : createImageState(undefined, state.options.sampleSize)
        state.columns.set(column.name, own)
      }
      updateImageState(own, column, batch, state.options.maxMegapixels * 1e6)
    }
  },

  merge(into, from) {
    into.rows += from.rows
    for (const [name, column] of from.columns) {
      const own = into.columns.get(name)
      if (own === undefined) into.columns.set(name, structuredClone(column))
      else mergeImageState(own, column)
    }
  },

  summarize({ columns, rows, known, settings }) {
    if (columns.size === 0) return {}
    const names = [...columns.keys()].sort()
    return {
      custom: {
        features: names.map((name) =>
          summarizeImages(name, columns.get(name)!, rows, known.get(name)?.settings ?? settings),
        ),
      },
    }
  },

  suggest({ custom }, options) {
    if (!custom) return {}
    return {
      custom: {
        features: custom.features.map(({ name, reference }) =>
          suggestDrift(name, options, calibrationText(reference?.['hours'] as number | undefined)),
        ),
      },
    }
  },

  check({ custom }, baseline, options) {
    const before = new Map(listOf(baseline.statistics?.custom).map((each) => [each['name'], each]))
    return (custom?.features ?? []).flatMap((now) => {
      const { present, faults } = before.get(now.name) ?? {}
      return checkImages(
        now,
        { present: Number(present ?? 0), faults: (faults ?? {}) as Record<string, unknown> },
        driftSettings(baseline.constraints?.custom, now.name, options),
      )
    })
  },

  metrics: ({ custom }, findings) => imageMetrics(custom?.features ?? [], findings),
})
