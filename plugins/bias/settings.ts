/** Clarify's configuration → what the analyzer computes. */

import { type OnnxOptions, onnxDefaults, onnxProblems } from '../../runtime/models/onnx-rows.ts'
import { addressProblems, type ModelOptions, modelDefaults } from '../../runtime/models/options.ts'
import { noFeatures, scoreOf, type Wire, wireOf } from '../../runtime/models/payload.ts'
import type { AnalysisConfig, Context } from '../../runtime/plugin.ts'

/** A protected attribute. */
export interface Facet {
  readonly name: string
  /** Values of the disadvantaged group as texts; undefined: every value in turn. */
  readonly values: readonly string[] | undefined
  /** The only value, as a number: rows above it are the group where the column is continuous. */
  readonly threshold: number | undefined
}

/** Plain data. */
export interface Settings {
  readonly facets: readonly Facet[]
  readonly label: string
  readonly labelAttribute: string
  readonly positives: readonly string[]
  readonly threshold: number | undefined
  readonly group: string | undefined
  readonly inference: string | undefined
  readonly probability: string | undefined
  readonly probabilityThreshold: number
  /** How predictions are asked from a model; undefined: they are in the data, or there are none. */
  readonly asks: Asks | undefined
  /** Short names of the metrics asked for, by stage. */
  readonly pre: readonly string[]
  readonly post: readonly string[]
}

/** What a model is asked for. Plain data. */
export interface Asks {
  readonly wire: Wire
  readonly kind: 'label' | 'score'
  /** Names of the classes, in the order of a list of scores. */
  readonly labels: readonly string[]
  /** Columns that the model is not given. */
  readonly skipped: readonly string[]
}

/** Rows kept for the flip test, repetitions of the bootstrap (0: no bootstrap), and the model that is asked for predictions. */
export interface Options {
  readonly flipTestRows: number
  readonly bootstrap: number
  readonly maxRows: number
  readonly model: ModelOptions & OnnxOptions
}

/** The options with the defaults of the inner object, which the host fills in only where some are given. */
export function complete(options: Options): Options {
  return { ...options, model: { ...modelDefaults, ...onnxDefaults, ...options.model } }
}

export const preTraining = ['CDDL', 'CI', 'DPL', 'JS', 'KL', 'KS', 'LP', 'TVD']
export const postTraining = [
  'AD',
  'CDDPL',
  'DAR',
  'DCA',
  'DCR',
  'DI',
  'DPPL',
  'DRR',
  'FT',
  'GE',
  'RD',
  'SD',
  'TE',
]

/** Two flags of a value: in the list, and above the threshold. */
export function flags(values: readonly string[], threshold: number | undefined, value: string): string {
  return `${values.includes(value) ? 1 : 0}${threshold !== undefined && Number(value) > threshold ? 1 : 0}`
}

/** A value in one spelling: numbers as JavaScript prints them. */
export function canonical(value: string | number | boolean): string {
  const text = String(value).trim()
  return text !== '' && Number.isFinite(Number(text)) ? String(Number(text) + 0) : text
}

export function settingsOf(options: Options, { analysisConfig = {}, environment }: Context): Settings {
  const of = (name: string) => environment[name]?.trim() || undefined
  const named = analysisConfig.label_values_or_threshold ?? []
  const positives = named.length > 0 ? named : [1]
  const methods = analysisConfig.methods
  const asks = asksOf(options, analysisConfig, environment)
  const predicts = asks ?? of('inference_attribute') ?? of('probability_attribute')
  const every = methods?.pre_training_bias == null && methods?.post_training_bias == null
  const group = analysisConfig.group_variable
  const label = of('ground_truth_attribute') ?? 'ground_truth'
  return {
    facets: facetsOf(analysisConfig),
    label: nameOf(label, analysisConfig),
    labelAttribute: label,
    positives: positives.map(canonical),
    threshold: onlyNumber(positives),
    group: group === undefined || group === null ? undefined : nameOf(group, analysisConfig),
    inference: asks ? undefined : of('inference_attribute'),
    probability: asks ? undefined : of('probability_attribute'),
    probabilityThreshold: Number(of('probability_threshold_attribute') ?? 0.5),
    asks,
    pre: every ? preTraining : asked(methods?.pre_training_bias, preTraining),
    post:
      predicts === undefined ? [] : every ? postTraining : asked(methods?.post_training_bias, postTraining),
  }
}

/** A dataset without a column of predictions is given to the model, where there is one; captures have their answers. */
function asksOf(
  { model }: Options,
  config: AnalysisConfig,
  environment: Context['environment'],
): Asks | undefined {
  const { predicted_label, dataset_type, predictor } = config
  const given = model.url !== '' || model.path !== ''
  if (!given || dataset_type === undefined || (predicted_label ?? undefined) !== undefined) return undefined
  // A file answers with scores alone.
  const label = model.path === '' ? scoreOf(predictor?.label) : undefined
  const probability = scoreOf(predictor?.probability)
  return {
    wire: wireOf(config, label ?? probability),
    kind: label === undefined ? 'score' : 'label',
    labels: predictor?.label_headers ?? [],
    skipped: noFeatures(config, environment),
  }
}

type Methods = { methods?: string | string[] | null } | null | undefined

function asked(methods: Methods, all: readonly string[]): readonly string[] {
  if (methods === null || methods === undefined) return []
  const names = namesOf(methods)
  return names.includes('all') ? all : all.filter((name) => names.includes(name))
}

/** Names in the guide, and before a metric was split in two. */
const otherNames: Readonly<Record<string, readonly string[]>> = { DCAcc: ['DCA'], DCO: ['DCA', 'DCR'] }

function namesOf(methods: Methods): string[] {
  return [methods?.methods ?? 'all'].flat().flatMap((name) => otherNames[name] ?? name)
}

/** Metrics that are asked for and that there are not, as a sentence. */
function methodProblems({ methods }: AnalysisConfig): string[] {
  const stages = { pre_training_bias: preTraining, post_training_bias: postTraining }
  return Object.entries(stages).flatMap(([stage, all]) => {
    const unknown = namesOf(methods?.[stage as keyof typeof stages]).find(
      (name) => name !== 'all' && !all.includes(name),
    )
    return unknown === undefined
      ? []
      : [`methods.${stage} names ${unknown}, expected "all" or some of ${all.join(', ')}.`]
  })
}

function facetsOf(config: AnalysisConfig): Facet[] {
  const list = [config.facet ?? []].flat() as {
    name_or_index: string | number
    value_or_threshold?: unknown
  }[]
  return list.map(({ name_or_index, value_or_threshold }) => {
    const values = value_or_threshold as (string | number | boolean)[] | null | undefined
    return {
      name: nameOf(name_or_index, config),
      values: values?.length ? values.map(canonical) : undefined,
      threshold: onlyNumber(values ?? []),
    }
  })
}

function onlyNumber(values: readonly (string | number | boolean)[]): number | undefined {
  const number = values.length === 1 && typeof values[0] !== 'boolean' ? Number(values[0]) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

function nameOf(nameOrIndex: string | number, { headers }: AnalysisConfig): string {
  const text = String(nameOrIndex)
  return (/^\d+$/.test(text) ? headers?.[Number(text)] : undefined) ?? text
}

function modelProblems(model: Options['model']): string[] {
  if (model.url !== '' && model.path !== '')
    return ['model.url and model.path are both set: one model is asked.']
  if (model.path !== '') return onnxProblems(model, undefined)
  return model.url === '' ? [] : addressProblems(model)
}

/** What is wrong with the configuration, as sentences. */
export function settingProblems(options: Options, { analysisConfig = {}, environment }: Context): string[] {
  const problems: string[] = []
  if ([analysisConfig.facet ?? []].flat().length === 0)
    problems.push('analysis_config.json has no facet: name a column and the values of the group.')
  if (analysisConfig.label === undefined && !environment['ground_truth_attribute'])
    problems.push('analysis_config.json has no label: name the column of the observed outcome.')
  problems.push(...modelProblems(options.model))
  problems.push(...methodProblems(analysisConfig))
  const predicts =
    asksOf(options, analysisConfig, environment) ??
    environment['inference_attribute'] ??
    environment['probability_attribute']
  if (analysisConfig.methods?.post_training_bias && predicts === undefined)
    problems.push(
      'post_training_bias needs predictions: name their column in predicted_label, set inference_attribute or probability_attribute, or name the model to ask in byom.json, analyzers.bias.model.url or path.',
    )
  return problems
}
