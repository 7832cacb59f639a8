/** Clarify's configuration and the options → what the analyzer does. */
import type { AnalysisConfig, Context, OptionsSchema } from '../../runtime/plugin.ts'
import type { ModelOptions } from './model.ts'
import { type OnnxOptions, onnxProblems } from './onnx-model.ts'
import type { Cell, Wire } from './payload.ts'

/** How local attributions become one number per feature. */
export type Aggregation = 'mean_abs' | 'median' | 'mean_sq'

export interface Options {
  readonly method: 'kernel' | 'exact'
  readonly maxRows: number
  readonly threshold: number
  readonly captured: { readonly vector: string; readonly columns: readonly string[] }
  readonly model: ModelOptions & OnnxOptions
}

/** Plain data. */
export interface Settings {
  /** Names of the features in order; undefined: the columns of the data. */
  readonly features: readonly string[] | undefined
  /** Columns that are no features. */
  readonly skipped: readonly string[]
  readonly aggregation: Aggregation
  readonly samples: number | undefined
  readonly seed: number
  readonly logit: boolean
  /** Rows that stand for absent features, or the path of a CSV file with them; undefined: the data's centre. */
  readonly background: readonly (readonly Cell[])[] | string | undefined
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
      type: 'object',
      default: {},
      description: 'The model: a container with /ping and /invocations (url), or an ONNX file (path).',
      properties: {
        url: { type: 'string', default: '', description: 'Address, such as http://model:8080.' },
        path: {
          type: 'string',
          default: '',
          description: 'ONNX file, in the image or among the inputs. Needs onnxruntime-node.',
        },
        output: {
          type: 'string',
          default: '',
          description:
            'Output of the ONNX model with the scores, a tensor; default: probabilities, or the only one of decimals.',
        },
        columns: {
          type: 'array',
          items: { type: 'integer', minimum: 0 },
          default: [],
          description: 'Positions of the scores in that output that are explained, from 0; default: all.',
        },
        inputs: {
          type: 'object',
          additionalProperties: { type: 'array', items: { type: 'string' } },
          default: {},
          description:
            'Features of each input of the ONNX model, in order; default: all features into the only input, or one each by name.',
        },
        authorization: {
          type: 'string',
          default: '',
          description: 'Name of the environment variable with the value of the Authorization header.',
        },
        batchRows: integer(1000, 1, 'Rows of one request, or of one call of the ONNX model.'),
        concurrency: integer(2, 1, 'Requests at a time.'),
        timeoutSeconds: number(30, 0.1, 'Of one request.'),
        retries: integer(3, 0, 'Of one request that fails in passing.'),
        requestBudget: integer(100_000, 1, 'Requests of one run, repeated ones too.'),
        startSeconds: number(60, 0, 'How long the model may take until it answers /ping.'),
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
}

const modelDefaults: ModelOptions & OnnxOptions = {
  url: '',
  path: '',
  output: '',
  columns: [],
  inputs: {},
  authorization: '',
  batchRows: 1000,
  concurrency: 2,
  timeoutSeconds: 30,
  retries: 3,
  requestBudget: 100_000,
  startSeconds: 60,
}

/** The options with the defaults of their inner objects, which the host fills in only where some are given. */
export function complete(options: Options): Options {
  return {
    ...options,
    captured: { vector: options.captured?.vector ?? '', columns: options.captured?.columns ?? [] },
    model: { ...modelDefaults, ...options.model },
  }
}

export function isCaptured({ captured }: Pick<Options, 'captured'>): boolean {
  return captured.vector !== '' || captured.columns.length > 0
}

export function settingsOf(options: Options, { analysisConfig = {}, environment }: Context): Settings {
  const { predictor, headers } = analysisConfig
  const shap = analysisConfig.methods?.shap
  const skipped = [
    environment['ground_truth_attribute'],
    environment['inference_attribute'],
    environment['probability_attribute'],
  ].flatMap((name) => name ?? [])
  const contentType = predictor?.content_type ?? analysisConfig.dataset_type ?? 'text/csv'
  return {
    features: headers?.filter((name) => !skipped.includes(name)),
    skipped,
    aggregation: shap?.agg_method ?? 'mean_abs',
    samples: shap?.num_samples ?? undefined,
    seed: shap?.seed ?? 0,
    logit: shap?.use_logit ?? false,
    background: backgroundOf(shap?.baseline),
    labels: predictor?.label_headers ?? [],
    wire: {
      contentType,
      acceptType: predictor?.accept_type ?? contentType,
      template: predictor?.content_template ?? undefined,
      score: scoreOf(analysisConfig, environment['probability_attribute']),
    },
    captured: options.captured,
  }
}

function scoreOf({ predictor }: AnalysisConfig, attribute: string | undefined): string | undefined {
  const score = predictor?.probability ?? attribute ?? predictor?.label
  return score === undefined || score === null ? undefined : String(score)
}

/** A list of rows; a list of one row's values; records with `features`. */
function backgroundOf(baseline: unknown): (readonly Cell[])[] | string | undefined {
  if (typeof baseline === 'string') return baseline
  if (!Array.isArray(baseline) || baseline.length === 0) return undefined
  const rows = baseline.every(Array.isArray) ? baseline : baseline.every(isRecord) ? baseline : [baseline]
  return rows.map(
    (row: unknown) => (isRecord(row) ? (Object.values(row).find(Array.isArray) as Cell[]) : row) as Cell[],
  )
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is wrong with the settings, as sentences. */
export function settingProblems(options: Options, context: Context): string[] {
  if (isCaptured(options)) return []
  const { background, features } = settingsOf(options, context)
  const problems: string[] = []
  const { url, path } = options.model
  if (url === '' && path === '')
    problems.push(
      'there is no model to ask: set model.url to the address of a container with /invocations, model.path to an ONNX file, or captured to the captured attributions.',
    )
  else if (url !== '' && path !== '')
    problems.push('model.url and model.path are both set: only one model is asked.')
  else if (path !== '') problems.push(...onnxProblems(options.model, features))
  else if (!/^https?:$/.test(protocolOf(url)))
    problems.push(`model.url is ${url}, expected an address like http://model:8080.`)
  if (typeof background === 'string' && /^s3:/i.test(background))
    problems.push(
      `methods.shap.baseline is ${background}: give the rows themselves, or the path of a file in the container.`,
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

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol
  } catch {
    return ''
  }
}
