/** The analyzer: how much each feature moves the model's answers, and whether that order has changed. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AskedModel } from '../../runtime/models/asked-model.ts'
import { inspectModel } from '../../runtime/models/index.ts'
import {
  type AnalyzerHost,
  type Batch,
  type Column,
  type ConstraintsPart,
  columnAt,
  defineAnalyzer,
  type StatisticsPart,
  ValueClass,
} from '../../runtime/plugin.ts'
import { aggregate } from './aggregate.ts'
import { attributionMetrics, checkExplanations, checkModel, type Explanations } from './check.ts'
import { explain } from './explain.ts'
import { type Model, withModel } from './model.ts'
import { onnxModel } from './onnx-model.ts'
import type { Cell } from './payload.ts'
import { mergeSample, type Sample, sampledRows, startSample, takeRow } from './sample.ts'
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
  readonly sample: Sample
  /** Names of the features, in order. */
  names: string[]
  /** Rows without attributions, where they were to be captured. */
  missing: number
  /** What the model said: once asked, of each label. */
  answers: { label: string; global: number[]; expected: number }[]
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
      model: askedModel(options),
    }
  },

  update(state, batch) {
    if (isCaptured(state.settings)) takeCaptured(state, batch)
    else takeFeatures(state, batch)
  },

  merge(into, from) {
    if (into.names.length === 0) into.names = [...from.names]
    into.missing += from.missing
    mergeSample(into.sample, from.sample)
    if (into.answers.length === 0) into.answers = structuredClone(from.answers)
  },

  async complete(state, options, _context, host) {
    if (!isCaptured(state.settings) && state.sample.rows.length > 0) await ask(state, complete(options), host)
  },

  summarize(state) {
    const { settings, sample } = state
    const rows = sampledRows(sample)
    if (isCaptured(settings) && rows.length > 0) {
      const local = rows.map(({ cells }) => cells as number[])
      const named = settings.labels[0] ?? 'label0'
      return part(state, {
        [named]: { global_shap_values: valuesOf(state, aggregate(local, settings.aggregation)) },
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

  files: ({ sections }) => ({ 'analysis.json': { version: '1.0', ...sections } }),
})

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
      rows_explained: Math.min(sample.seen, sample.limit),
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
    else takeRow(state.sample, batch, row, () => Array.from(values))
  }
}

function fits({ names }: State, length: number): boolean {
  return length > 0 && (names.length === 0 || names.length === length)
}

function takeFeatures(state: State, batch: Batch): void {
  const { settings } = state
  if (state.names.length === 0) state.names = featureNames(batch, settings)
  const columns = state.names.map((name) => batch.column(name))
  for (let row = 0; row < batch.length; row++)
    takeRow(state.sample, batch, row, () => columns.map((column) => cellAt(column, row)))
}

/** The columns of the input, or of a dataset without label and prediction. */
function featureNames({ columns }: Batch, { skipped }: Settings): string[] {
  return columns
    .filter(({ name, source }) => source !== 'output' && name !== 'ground_truth' && !skipped.includes(name))
    .map(({ name }) => name)
}

function cellAt(column: Column | undefined, row: number): Cell {
  if (column === undefined || column.classes[row] === ValueClass.Missing) return null
  const number = column.numbers[row]!
  return Number.isFinite(number) ? number : column.text(row)!
}

async function ask(state: State, options: Options, host: AnalyzerHost): Promise<void> {
  const { settings, sample, names } = state
  const rows = sampledRows(sample).map(({ cells }) => cells)
  const background = await backgroundOf(settings, rows)
  const answers = async (model: Model) => {
    const samples = settings.samples ?? 2 * names.length + 2048
    const { method } = options
    const found = await explain(rows, background, model, {
      method,
      samples,
      seed: settings.seed,
      logit: settings.logit,
    })
    state.answers = found.expected.map((expected, i) => ({
      label: settings.labels[i] ?? `label${i}`,
      global: aggregate(found.local[i]!, settings.aggregation),
      expected,
    }))
  }
  if (options.model.path === '') await withModel(options.model, settings.wire, host, answers)
  else await answers(onnxModel(options.model, names))
}

async function backgroundOf(
  { background }: Settings,
  rows: readonly Cell[][],
): Promise<readonly (readonly Cell[])[]> {
  if (typeof background !== 'string') return background ?? [centre(rows)]
  const text = await readFile(background.replace(/^file:\/\//, ''), 'utf8')
  const lines = text.trim().split(/\r?\n/)
  return lines.map((line) =>
    line.split(',').map((field) => (Number.isFinite(Number(field)) ? Number(field) : field)),
  )
}

/** Means of numbers, the most frequent of everything else. */
function centre(rows: readonly Cell[][]): Cell[] {
  return rows[0]!.map((_, k) => {
    const values = rows.map((row) => row[k]!)
    if (values.every((value) => typeof value === 'number'))
      return (values as number[]).reduce((sum, value) => sum + value, 0) / values.length
    const counts = Map.groupBy(values, (value) => value)
    return [...counts].sort(
      ([a, m], [b, n]) => n.length - m.length || (String(a) < String(b) ? -1 : 1),
    )[0]![0]
  })
}
