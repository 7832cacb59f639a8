/** The analyzer: predictions against labels, for the three kinds of model. */
import { type Context, defineAnalyzer, type StatisticsPart } from '../../runtime/plugin.ts'
import { checkMetrics, kinds, suggestConstraints, valuesOf } from './check.ts'
import {
  type ClassificationState,
  mergeClassification,
  startClassification,
  tooManyClasses,
  updateClassification,
} from './classification.ts'
import {
  mergeRegression,
  type RegressionState,
  rowsOf,
  startRegression,
  updateRegression,
} from './regression.ts'
import { type Attributes, type Problem, unusable } from './rows.ts'
import { type Details, summarizeBinary, summarizeMulticlass, summarizeRegression } from './summarize.ts'

/** Options of the analyzer. */
export interface Options {
  readonly classes: string[]
}

type State =
  | { readonly problem: 'Regression'; readonly regression: RegressionState }
  | { readonly problem: Exclude<Problem, 'Regression'>; readonly classes: ClassificationState }

interface Statistics extends StatisticsPart {
  custom: Details & { problem_type: Problem }
}

/** Metrics that the service sends: all scalars, of the constant classifier those of its answers. */
const notSent = /^(true|false)_.*_best_constant_classifier$/

export const modelQuality = defineAnalyzer<Options, State, Statistics, object>({
  name: 'model-quality',
  version: 1,
  description: 'Metrics of regression, binary and multiclass models, with intervals, curves and calibration.',
  analyses: ['model-quality'],
  options: {
    type: 'object',
    properties: {
      classes: {
        type: 'array',
        items: { type: 'string' },
        default: [],
        description:
          'Multiclass: names of the classes in the order of a list of probabilities; labels of other names are left out.',
      },
    },
    additionalProperties: false,
  },
  environment: [
    'problem_type',
    'inference_attribute',
    'probability_attribute',
    'probability_threshold_attribute',
    'ground_truth_attribute',
    'positive_label',
  ],
  // Up to 65,536 distinct scores; beyond, still the same for every split, with the largest error in the report.
  exactness: 'exact',

  accepts: (column) => column.kind === 'scalar',

  init(options, context) {
    const attributes = attributesOf(options, context)
    const { problem } = attributes
    return problem === 'Regression'
      ? { problem, regression: startRegression(attributes) }
      : { problem, classes: startClassification(attributes) }
  },

  update(state, batch) {
    if (state.problem === 'Regression') updateRegression(state.regression, batch)
    else updateClassification(state.classes, batch)
  },

  merge(into, from) {
    if (into.problem === 'Regression' && from.problem === 'Regression')
      mergeRegression(into.regression, from.regression)
    else if (into.problem !== 'Regression' && from.problem !== 'Regression')
      mergeClassification(into.classes, from.classes)
  },

  async complete(state, _options, _context, { segment }) {
    const problem =
      state.problem === 'Regression'
        ? unusable(rowsOf(state.regression), state.regression.excluded)
        : (unusable(state.classes.rows, state.classes.excluded) ?? tooManyClasses(state.classes))
    // A group of rows may well have none that can be compared; when all have none, something is set wrongly.
    if (problem !== undefined && segment === undefined) throw new Error(problem)
  },

  summarize(state) {
    const { problem } = state
    const { metrics, details } =
      state.problem === 'Regression'
        ? summarizeRegression(state.regression)
        : state.problem === 'BinaryClassification'
          ? summarizeBinary(state.classes)
          : summarizeMulticlass(state.classes)
    return {
      sections: { [`${kinds[problem]}_metrics`]: metrics },
      custom: { problem_type: problem, ...details },
    }
  },

  suggest: (statistics) => suggestConstraints(problemOf(statistics), scalars(statistics)),

  check: (statistics, baseline) => checkMetrics(problemOf(statistics), scalars(statistics), baseline),

  metrics: (statistics) =>
    [...scalars(statistics)]
      .filter(([name]) => !notSent.test(name))
      .map(([name, { value }]) => ({ name, value })),
})

function problemOf({ custom }: Statistics): Problem {
  return custom.problem_type
}

function scalars(statistics: Statistics) {
  const section = statistics.sections?.[`${kinds[problemOf(statistics)]}_metrics`]
  return valuesOf(section as Record<string, unknown> | undefined)
}

function attributesOf({ classes }: Options, { environment }: Context<Statistics, object>): Attributes {
  const of = (name: string) => environment[name]?.trim() || undefined
  return {
    problem: (of('problem_type') ?? 'BinaryClassification') as Problem,
    inference: of('inference_attribute'),
    probability: of('probability_attribute'),
    label: of('ground_truth_attribute') ?? 'ground_truth',
    threshold: Number(of('probability_threshold_attribute') ?? 0.5),
    positive: of('positive_label'),
    classes,
  }
}
