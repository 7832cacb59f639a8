/** Clarify's configuration and the options → what the analyzer does. */

import { type OnnxOptions, onnxDefaults, onnxProblems, onnxSchema } from '../../runtime/models/onnx-rows.ts'
import {
  addressProblems,
  type ModelOptions,
  modelDefaults,
  modelSchema,
} from '../../runtime/models/options.ts'
import { type Cell, noFeatures, scoreOf, type Wire, wireOf } from '../../runtime/models/payload.ts'
import type { Context, OptionsSchema } from '../../runtime/plugin.ts'
import { rowsOf } from './background.ts'

/** How local attributions become one number per feature. */
export type Aggregation = 'mean_abs' | 'median' | 'mean_sq'

export interface Options {
  readonly method: 'kernel' | 'exact'
  readonly maxRows: number
  readonly threshold: number
  /** Path of a linear model or XGBoost's JSON, which is explained without asking; empty: none. */
  readonly modelFile: string
  /** Path of a file with the rows that stand for absent features; empty: what the configuration says. */
  readonly baseline: string
  readonly captured: { readonly vector: string; readonly columns: readonly string[] }
  readonly model: ModelOptions & OnnxOptions
}

/** Plain data. */
export interface Settings {
  /** Names of the features in order; undefined: the columns of the data. */
  readonly features: readonly string[] | undefined
  /** Columns that are no features, by name or position. */
  readonly skipped: readonly string[]
  readonly aggregation: Aggregation
  readonly samples: number | undefined
  readonly seed: number
  readonly logit: boolean
  /** Rows that stand for absent features, or the path of a file with them; undefined: the data's centre. */
  readonly background: readonly (readonly Cell[])[] | string | undefined
  /** Whether the attributions of single rows are written. */
  readonly local: boolean
  readonly labels: readonly string[]
  readonly wire: Wire
  readonly captured: Options['captured']
}

const number = (value: number, minimum: number, description: string) => ({
  type: 'number',
  default: value,
  minimum,
  description,
})
const integer = (value: number, minimum: number, description: string) => ({
  ...number(value, minimum, description),
  type: 'integer',
})

export const optionsSchema: OptionsSchema = {
  type: 'object',
  properties: {
    method: {
      type: 'string',
      enum: ['kernel', 'exact'],
      default: 'kernel',
      description: 'Kernel SHAP, or exact Shapley values of at most 12 features.',
    },
    maxRows: integer(500, 1, 'Rows that are explained; of more, a sample that does not depend on the split.'),
    threshold: number(0.9, 0, 'NDCG below it is a violation.'),
    baseline: {
      type: 'string',
      default: '',
      description:
        'Path of a file with the rows that stand for absent features (CSV, JSON Lines or JSON), in place of methods.shap.baseline.',
    },
    modelFile: {
      type: 'string',
      default: '',
      description:
        'Path of the model itself, XGBoost\'s JSON (save_model) or a linear model ({"weights": [...], "bias": 0, "features": [...]}): its attributions are computed exactly, of log-odds where it is logistic, and no model is asked.',
    },
    captured: {
      type: 'object',
      default: {},
      description:
        'Attributions that were captured with the predictions: a vector feature of byom.json, or a column per feature. Then no model is asked.',
      properties: {
        vector: { type: 'string', default: '' },
        columns: { type: 'array', items: { type: 'string' }, default: [] },
      },
      additionalProperties: false,
    },
    model: {
      ...modelSchema,
      ...onnxSchema,
      description: 'The model: a container with /ping and /invocations (url), or an ONNX file (path).',
    },
  },
  additionalProperties: false,
}

/** The options with the defaults of their inner objects, which the host fills in only where some are given. */
export function complete(options: Options): Options {
  return {
    ...options,
    modelFile: options.modelFile ?? '',
    captured: { vector: options.captured?.vector ?? '', columns: options.captured?.columns ?? [] },
    model: { ...modelDefaults, ...onnxDefaults, ...options.model },
  }
}

export function isCaptured({ captured }: Pick<Options, 'captured'>): boolean {
  return captured.vector !== '' || captured.columns.length > 0
}

export function settingsOf(options: Options, { analysisConfig = {}, environment }: Context): Settings {
  const { predictor, headers } = analysisConfig
  const shap = analysisConfig.methods?.shap
  const skipped = noFeatures(analysisConfig, environment)
  const names = skipped.map((name) => (/^\d+$/.test(name) ? (headers?.[Number(name)] ?? name) : name))
  const features = headers?.filter((name) => !names.includes(name))
  return {
    features,
    skipped,
    aggregation: shap?.agg_method ?? 'mean_abs',
    samples: shap?.num_samples ?? undefined,
    seed: shap?.seed ?? 0,
    logit: shap?.use_logit ?? false,
    background: backgroundOf(options, shap?.baseline, features),
    local: shap?.save_local_shap_values ?? false,
    labels: predictor?.label_headers ?? [],
    wire: wireOf(
      analysisConfig,
      scoreOf(predictor?.probability ?? environment['probability_attribute'] ?? predictor?.label),
    ),
    captured: options.captured,
  }
}

function backgroundOf(
  { baseline: path }: Options,
  baseline: unknown,
  features: readonly string[] | undefined,
): Settings['background'] {
  if (path) return path
  return typeof baseline === 'string' ? baseline : rowsOf(baseline, features)
}

/** What is wrong with the settings, as sentences. */
export function settingProblems(options: Options, context: Context): string[] {
  if (isCaptured(options)) return []
  const { background, features } = settingsOf(options, context)
  const problems: string[] = []
  const { url, path } = options.model
  const given = [options.modelFile, url, path].filter((each) => each !== '')
  if (given.length === 0)
    problems.push(
      'there is no model to ask: set model.url to the address of a container with /invocations, model.path to an ONNX file, modelFile to a linear model or the JSON of XGBoost, or captured to the captured attributions.',
    )
  else if (given.length > 1)
    problems.push(
      `${options.modelFile === '' ? '' : 'modelFile and '}${[url && 'model.url', path && 'model.path'].filter(Boolean).join(' and ')} are both set: one model is asked, or explained from its file.`,
    )
  else if (path !== '') problems.push(...onnxProblems(options.model, features))
  else if (url !== '') problems.push(...addressProblems(options.model))
  if (typeof background === 'string' && /^s3:/i.test(background))
    problems.push(
      `methods.shap.baseline is ${background}, which no processing input of the job has: give the job an input with that S3Uri, set analyzers.attribution.baseline in byom.json to the path of the file in the container, or give the rows themselves.`,
    )
  if (Array.isArray(background) && features) {
    const wrong = background.find((row) => row?.length !== features.length)
    if (wrong !== undefined)
      problems.push(
        `a row of methods.shap.baseline has ${wrong?.length ?? 'no'} values, expected one for each of the ${features.length} features.`,
      )
  }
  return problems
}
