/** The analyzer: outcomes of one group of people compared with those of the rest. */
import { type ConstraintsPart, defineAnalyzer, type StatisticsPart } from '../../runtime/plugin.ts'
import { mergeState, type State, startState, updateState } from './cells.ts'
import { biasMetrics, checkReport } from './check.ts'
import { type Report, reportOf } from './report.ts'
import { type Options, settingProblems, settingsOf } from './settings.ts'

interface Statistics extends StatisticsPart {
  sections: Report
  custom: { rows: number; excluded: { [why: string]: number }; flip_test_rows: number }
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

  problems: (_options, context) => settingProblems(context),

  accepts: (column) => column.kind === 'scalar',

  init: (options, context) => startState(settingsOf(context), options),

  update: updateState,

  merge: mergeState,

  summarize: (state) => ({
    sections: reportOf(state),
    custom: {
      rows: state.rows,
      excluded: Object.fromEntries([...state.excluded].sort(([a], [b]) => (a < b ? -1 : 1))),
      flip_test_rows: Math.min(state.flip.seen, state.flip.limit),
    },
  }),

  suggest: ({ sections }) => ({ sections: { ...sections } }),

  check: ({ sections }, baseline) => checkReport(sections, baseline),

  metrics: ({ sections }) => biasMetrics(sections),

  files: ({ sections }) => ({ 'analysis.json': { version: '1.0', ...sections } }),
})
