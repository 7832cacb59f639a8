/** The analyzer of text features: one state per feature, kept by name. */
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
import { checkText } from './check.ts'
import { createTextState, mergeTextState, type TextState, updateTextState } from './column-state.ts'
import { textMetrics } from './metrics.ts'
import { restoreText, summarizeText, type TextStatistics } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  readonly alpha: number
  readonly minRecords: number
  readonly sampleSize: number
  readonly showTerms: boolean
  readonly termTexts: number
}

interface State {
  readonly options: Options
  readonly settings: DriftSettings
  rows: number
  readonly columns: Map<string, TextState>
  /** Untouched states of the features that the baseline knows, with their settings. */
  readonly known: Map<string, { empty: TextState; settings: DriftSettings }>
}

interface Statistics extends StatisticsPart {
  custom?: { features: TextStatistics[] }
}

interface Constraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

export const nlp = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'nlp',
  version: 1,
  description: 'What texts are made of, and their drift.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
      showTerms: {
        type: 'boolean',
        default: true,
        description:
          'Names words in the reports to say what changed: those of termTexts texts or more. Off: no word of a text leaves the job.',
      },
      termTexts: {
        type: 'integer',
        minimum: 5,
        default: 20,
        description:
          'Texts of one run that a word must occur in before reports name it. Only words of 3 to 24 letters, none of what looks like personal data.',
      },
    },
    additionalProperties: false,
  },
  // Means of properties are sums of decimals; everything else is exact.
  exactness: { relative: 1e-6 },

  accepts: (column) => column.kind === 'text',

  init(options, { baseline }) {
    const known: State['known'] = new Map()
    for (const { name, reference } of listOf(baseline?.statistics?.custom)) {
      if (typeof name !== 'string' || reference === undefined) continue
      const empty = createTextState(restoreText(reference, name), options.sampleSize, options.showTerms)
      known.set(name, { empty, settings: driftSettings(baseline?.constraints?.custom, name, options) })
    }
    return { options, settings: { ...options, enabled: true }, rows: 0, columns: new Map(), known }
  },

  update(state, batch) {
    state.rows += batch.length
    for (const column of batch.texts) {
      let own = state.columns.get(column.name)
      if (own === undefined) {
        const { sampleSize, showTerms } = state.options
        const known = state.known.get(column.name)
        own = known ? structuredClone(known.empty) : createTextState(undefined, sampleSize, showTerms)
        state.columns.set(column.name, own)
      }
      updateTextState(own, column, batch)
    }
  },

  merge(into, from) {
    into.rows += from.rows
    for (const [name, column] of from.columns) {
      const own = into.columns.get(name)
      if (own === undefined) into.columns.set(name, structuredClone(column))
      else mergeTextState(own, column)
    }
  },

  summarize({ columns, rows, known, settings, options }) {
    if (columns.size === 0) return {}
    const names = [...columns.keys()].sort()
    return {
      custom: {
        features: names.map((name) =>
          summarizeText(
            name,
            columns.get(name)!,
            rows,
            known.get(name)?.settings ?? settings,
            options.termTexts,
          ),
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

  check: ({ custom }, baseline, options) =>
    (custom?.features ?? []).flatMap((now) =>
      checkText(now, driftSettings(baseline.constraints?.custom, now.name, options)),
    ),

  metrics: ({ custom }, findings) => textMetrics(custom?.features ?? [], findings),
})
