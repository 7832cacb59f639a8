/** The analyzer: outcomes of one group of people compared with those of the rest. */
import { onnxSchema } from '../../runtime/models/onnx-rows.ts'
import { modelSchema } from '../../runtime/models/options.ts'
import { type ConstraintsPart, defineAnalyzer, type StatisticsPart } from '../../runtime/plugin.ts'
import { answer } from './answer.ts'
import { mergeState, type State, startState, updateState } from './cells.ts'
import { biasMetrics, checkReport } from './check.ts'
import { type Report, reportOf } from './report.ts'
import { complete, type Options, settingProblems, settingsOf } from './settings.ts'

interface Statistics extends StatisticsPart {
  sections: Report
  custom: { rows: number; excluded: { [why: string]: number }; flip_test_rows: number; asked_rows?: number }
}

export const bias = defineAnalyzer<Options, State, Statistics, ConstraintsPart>({
  name: 'bias',
  version: 1,
  description: 'Bias of observed outcomes and of predictions, by the 21 metrics of SageMaker Clarify.',
  analyses: ['bias'],
  options: {
    type: 'object',
    properties: {
      flipTestRows: {
        type: 'integer',
        minimum: 10,
        maximum: 20_000,
        default: 5000,
        description: 'Rows that the flip test compares; of more, a sample that does not depend on the split.',
      },
      bootstrap: {
        type: 'integer',
        minimum: 0,
        maximum: 10_000,
        default: 0,
        description:
          'Repetitions of a bootstrap whose interval must be apart from the range of the baseline before a metric is a violation; 0: no such test.',
      },
      maxRows: {
        type: 'integer',
        minimum: 10,
        maximum: 1_000_000,
        default: 50_000,
        description:
          'Rows about which a model is asked for predictions; of more, a sample that does not depend on the split.',
      },
      model: {
        ...modelSchema,
        ...onnxSchema,
        description:
          'The model that is asked for predictions where a dataset has none: a container with /ping and /invocations (url), or an ONNX file (path).',
      },
    },
    additionalProperties: false,
  },
  environment: [
    'ground_truth_attribute',
    'inference_attribute',
    'probability_attribute',
    'probability_threshold_attribute',
  ],
  // Distinct values are counted exactly up to 2,048 of them.
  exactness: 'exact',

  problems: (options, context) => settingProblems(complete(options), context),

  accepts: (column) => column.kind === 'scalar',

  init: (options, context) => startState(settingsOf(complete(options), context), options),

  update: updateState,

  merge: mergeState,

  async complete(state, options, _context, host) {
    if (host.segment === undefined) requireRows(state)
    await answer(state, complete(options).model, host)
  },

  summarize: (state) => ({
    sections: reportOf(state),
    custom: {
      rows: state.rows,
      excluded: Object.fromEntries([...state.excluded].sort(([a], [b]) => (a < b ? -1 : 1))),
      flip_test_rows: Math.min(state.flip.seen, state.flip.limit),
      ...(state.asked ? { asked_rows: Math.min(state.asked.sample.seen, state.asked.sample.limit) } : {}),
    },
  }),

  models: ({ model }) => (model?.path ? [model.path] : []),

  suggest: ({ sections }) => ({ sections: { ...sections } }),

  check: ({ sections }, baseline) => checkReport(sections, baseline),

  metrics: ({ sections }) => biasMetrics(sections),

  files: ({ sections }) => ({ 'analysis.json': { version: '1.0', ...sections } }),
})

/** @throws Error when no row of the whole dataset takes part: something is set wrongly */
function requireRows({ rows, excluded }: State): void {
  if (rows > 0 || excluded.size === 0) return
  const list = [...excluded].map(([why, n]) => `${why} ${n}`).sort()
  throw new Error(
    `no row can be counted (${list.join(', ')}): are label, predicted_label, inference_attribute and probability_attribute columns of the data, and probabilities from 0 to 1?`,
  )
}
