/** The analyzer: how much each feature moves the model's answers, and whether that order has changed. */
import { basename } from 'node:path'
import type { AskedModel } from '../../runtime/models/asked-model.ts'
import { type Model, withModel } from '../../runtime/models/http.ts'
import { inspectModel } from '../../runtime/models/index.ts'
import { onnxModel } from '../../runtime/models/onnx-rows.ts'
import type { Cell } from '../../runtime/models/payload.ts'
import { featureNames, type ModelRow, mergeRows, takeBatch } from '../../runtime/models/rows.ts'
import {
  type AnalyzerHost,
  type Batch,
  type ConstraintsPart,
  columnAt,
  defineAnalyzer,
  type StatisticsPart,
} from '../../runtime/plugin.ts'
import { type RowSample, sampledRows, startSample, takeRow } from '../../runtime/sketches/row-sample.ts'
import { aggregate } from './aggregate.ts'
import { centreOf, readBackground } from './background.ts'
import { attributionMetrics, checkExplanations, checkModel, type Explanations } from './check.ts'
import { type Explanation, explain } from './explain.ts'
import { explainGiven } from './given-model.ts'
import { type LocalValues, localFiles, type Place } from './local.ts'
import {
  complete,
  isCaptured,
  type Options,
  optionsSchema,
  type Settings,
  settingProblems,
  settingsOf,
} from './settings.ts'

/** Plain data. */
interface State {
  readonly settings: Settings
  /** Values of features, or captured attributions. */
  readonly sample: RowSample<ModelRow>
  /** Names of the features, in order. */
  names: string[]
  /** Rows without attributions, where they were to be captured. */
  missing: number
  /** What the model said: once asked, of each label. */
  answers: { label: string; global: number[]; expected: number }[]
  /** Attributions of single rows, where they are wanted, and what stood for absent features. */
  local: LocalValues[]
  places: Place[]
  background: readonly (readonly Cell[])[]
  /** The ONNX file that is asked; undefined: another model. */
  readonly model: AskedModel | undefined
}

interface Statistics extends StatisticsPart {
  sections: { explanations?: Explanations }
  custom: { rows: number; rows_explained: number; rows_without_attributions: number; model?: AskedModel }
}

interface Constraints extends ConstraintsPart {
  custom?: { model?: AskedModel }
}

/** Captured attributions of which the median is taken. */
const mostCaptured = 10_000

export const attribution = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'attribution',
  version: 1,
  description: 'Feature attributions by Kernel SHAP, exact or captured, and the drift of their order.',
  analyses: ['attribution'],
  options: optionsSchema,
  environment: ['ground_truth_attribute', 'inference_attribute', 'probability_attribute'],
  exactness: 'exact',

  problems: (options, context) => settingProblems(complete(options), context),

  accepts: (column) => column.kind === 'scalar' || column.kind === 'vector',

  init(given, context) {
    const options = complete(given)
    const settings = settingsOf(options, context)
    const limit = isCaptured(options) ? mostCaptured : options.maxRows
    return {
      settings,
      sample: startSample(limit),
      names: [...(settings.features ?? [])],
      missing: 0,
      answers: [],
      local: [],
      places: [],
      background: [],
      model: askedModel(options),
    }
  },

  update(state, batch) {
    if (isCaptured(state.settings)) takeCaptured(state, batch)
    else takeFeatures(state, batch)
  },

  merge(into, from) {
    into.missing += from.missing
    mergeRows(into, from)
    if (into.answers.length > 0) return
    into.answers = structuredClone(from.answers)
    into.local = structuredClone(from.local)
    into.places = structuredClone(from.places)
    into.background = structuredClone(from.background)
  },

  async complete(state, options, _context, host) {
    if (state.missing > 0 && state.sample.seen === 0 && host.segment === undefined)
      throw new Error(
        `none of ${state.missing} rows has attributions: does analyzers.attribution.captured name their vector or columns?`,
      )
    if (!isCaptured(state.settings) && state.sample.rows.length > 0) await ask(state, complete(options), host)
  },

  summarize(state) {
    const { settings, sample } = state
    const rows = sampledRows(sample)
    if (isCaptured(settings) && rows.length > 0) {
      const local = rows.map(({ content }) => content.cells as readonly number[])
      return part(state, {
        [labelOf(settings, 0)]: {
          global_shap_values: valuesOf(state, aggregate(local, settings.aggregation)),
        },
      })
    }
    const entries = state.answers.map(({ label, global, expected }) => [
      label,
      { global_shap_values: valuesOf(state, global), expected_value: expected },
    ])
    return part(state, Object.fromEntries(entries))
  },

  models: (options) => modelPaths(complete(options)),

  suggest: ({ sections, custom: { model } }) => ({
    sections: { ...sections },
    ...(model ? { custom: { model } } : {}),
  }),

  check: ({ sections, custom }, baseline, options) => [
    ...checkModel(custom.model, baseline),
    ...checkExplanations(sections.explanations, baseline, options.threshold),
  ],

  metrics: ({ sections }) => attributionMetrics(sections.explanations),

  files: ({ sections }, state) => ({
    'analysis.json': { version: '1.0', ...sections },
    ...(state.settings.local && sections.explanations ? rowFiles(state) : {}),
  }),
})

function rowFiles(state: State): Record<string, string> {
  const { settings, sample, names } = state
  const rows = sampledRows(sample)
  const captured = { label: labelOf(settings, 0), rows: rows.map(({ content }) => content.cells as number[]) }
  const labels = isCaptured(settings) ? [captured] : state.local
  const width = labels[0]?.rows[0]?.length ?? 0
  const all = Array.from({ length: width }, (_, k) => names[k] ?? `feature${k}`)
  return localFiles(all, labels, state.background, isCaptured(settings) ? rows : state.places)
}

function labelOf({ labels }: Settings, i: number): string {
  return labels[i] ?? `label${i}`
}

function askedModel(options: Options): AskedModel | undefined {
  const [path] = modelPaths(options)
  return path === undefined ? undefined : { file: basename(path), sha256: inspectModel(path).sha256 }
}

function modelPaths(options: Options): string[] {
  return options.model.path === '' || isCaptured(options) ? [] : [options.model.path]
}

function part(state: State, labels: Explanations['kernel_shap']): Statistics {
  const { sample, missing, model } = state
  return {
    sections: Object.keys(labels).length > 0 ? { explanations: { kernel_shap: labels } } : {},
    custom: {
      rows: sample.seen,
      rows_explained: Math.min(sample.seen, sample.limit) - (isCaptured(state.settings) ? 0 : missing),
      rows_without_attributions: missing,
      ...(model ? { model } : {}),
    },
  }
}

function valuesOf({ names }: State, values: readonly number[]): { [feature: string]: number } {
  return Object.fromEntries(values.map((value, k) => [names[k] ?? `feature${k}`, value]))
}

function takeCaptured(state: State, batch: Batch): void {
  const { vector, columns } = state.settings.captured
  const found = batch.vectors.find(({ name }) => name === vector)
  const own = columns.map((name) => columnAt(batch, name))
  if (state.names.length === 0) state.names = [...columns]
  for (let row = 0; row < batch.length; row++) {
    const values =
      vector === '' ? own.map((column) => column?.numbers[row] ?? Number.NaN) : found?.values[row]
    if (values === undefined || !Array.from(values).every(Number.isFinite) || !fits(state, values.length))
      state.missing++
    else takeRow(state.sample, batch, row, 'attribution', () => ({ cells: Array.from(values) }))
  }
}

function fits({ names }: State, length: number): boolean {
  return length > 0 && (names.length === 0 || names.length === length)
}

function takeFeatures(state: State, batch: Batch): void {
  const names = state.settings.features ?? featureNames(batch, state.settings.skipped)
  takeBatch(state, batch, names, 'attribution', (_row, cells) => () => ({ cells: cells() }))
}

async function ask(state: State, options: Options, host: AnalyzerHost): Promise<void> {
  const { settings, sample, names } = state
  const sampled = sampledRows(sample)
  const rows = sampled.map(({ content }) => content.cells)
  const background = await backgroundOf(settings, rows, names)
  if (options.modelFile !== '') {
    const found = await explainGiven(options.modelFile, names, rows, background)
    state.missing = rows.length - found.rows.length
    if (found.rows.length > 0) keep(state, found, found.rows, background)
    else throw new Error(`the model ${options.modelFile} takes numbers, and no row has one for each feature`)
    return
  }
  const explained = (model: Model) =>
    explain(rows, background, model, {
      method: options.method,
      samples: settings.samples ?? 2 * names.length + 2048,
      seed: settings.seed,
      logit: settings.logit,
    })
  const found =
    options.model.path === ''
      ? await withModel(options.model, { ...settings.wire, names }, host, explained)
      : await explained(onnxModel(options.model, names))
  keep(state, found, [...rows.keys()], background)
}

/** @param explained indexes of the sampled rows that the explanation is of */
function keep(
  state: State,
  { expected, local }: Explanation,
  explained: readonly number[],
  background: readonly (readonly Cell[])[],
): void {
  const { settings } = state
  const labels = expected.map((_, i) => labelOf(settings, i))
  const twice = labels.find((label, i) => labels.indexOf(label) < i)
  if (twice !== undefined)
    throw new Error(`predictor.label_headers gives two labels the name ${twice}, expected one for each`)
  state.answers = expected.map((value, i) => ({
    label: labelOf(settings, i),
    global: aggregate(local[i]!, settings.aggregation),
    expected: value,
  }))
  if (!settings.local) return
  const rows = sampledRows(state.sample)
  state.local = local.map((values, i) => ({ label: labelOf(settings, i), rows: values }))
  state.background = background
  state.places = explained.map((i) => ({ file: rows[i]!.file, offset: rows[i]!.offset }))
}

async function backgroundOf(
  { background }: Settings,
  rows: readonly (readonly Cell[])[],
  names: readonly string[],
): Promise<readonly (readonly Cell[])[]> {
  if (background === undefined) return [centreOf(rows)]
  const found = typeof background === 'string' ? await readBackground(background, names) : background
  const wrong = found.find((row) => row.length !== names.length)
  if (wrong === undefined) return found
  const list = names.length > 5 ? [...names.slice(0, 5), '…'] : names
  const hint = names.length > 1 ? '' : '; the names of features that stand in a list have to be in headers'
  throw new Error(
    `a row of methods.shap.baseline has ${wrong.length} values, expected one for each of the ${names.length} features${list.map((name, i) => `${i > 0 ? ',' : ''} ${name}`).join('')}${hint}`,
  )
}
