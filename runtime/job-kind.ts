/** Which kind of job the environment describes: by its variables, or by Clarify's configuration file at its fixed path. */
import { promises } from 'node:fs'
import { join, posix } from 'node:path'
import type { AnalysisConfig } from '../contracts/types.generated.ts'
import { isAnalysisConfig } from '../contracts/validators/analysis_config.generated.ts'
import type { DatasetFormat } from './dataset-format.ts'
import type { DeclaredFeature } from './job.ts'
import type { AnalysisKind } from './plugin.ts'
import { readStart } from './read.ts'
import { schemaProblems } from './schema-problems.ts'

/** What a job is asked to do. */
export interface JobKind {
  /** Empty for a merge job, which analyzes nothing. */
  readonly analyses: readonly AnalysisKind[]
  readonly analysisConfig?: AnalysisConfig
  /** Where the attributes of the analysis are, under the names of the variables. */
  readonly attributes: Readonly<Record<string, string>>
}

/** Variables that say what an analysis is about; the steps of a distributed run must agree on them. */
export const attributeNames = [
  'problem_type',
  'inference_attribute',
  'probability_attribute',
  'probability_threshold_attribute',
  'ground_truth_attribute',
  'features_attribute',
  'positive_label',
]

const problemTypes = ['Regression', 'BinaryClassification', 'MulticlassClassification']

/** Path of the configuration of bias and attribution jobs. */
export function analysisConfigPath(root: string): string {
  return join(root, 'processing', 'input', 'config', 'analysis_config.json')
}

/**
 * `analysis_type` decides; without it Clarify's file at its path makes a bias or attribution job, and `ground_truth_source`
 * alone a merge job.
 * @param get a variable of the job
 * @param config content of Clarify's file, undefined without one
 */
export function jobKind(
  get: (name: string) => string | undefined,
  config: unknown,
  configPath: string,
  problems: string[],
): JobKind {
  const type = get('analysis_type')?.toUpperCase()
  if (type === 'MODEL_QUALITY') return modelQuality(get, problems)
  if (type !== undefined && type !== 'DATA_QUALITY')
    problems.push(
      `analysis_type is ${get('analysis_type')}, expected MODEL_QUALITY or DATA_QUALITY; bias and attribution jobs leave it out and are described by ${configPath}.`,
    )
  if (type === undefined && config !== undefined) return clarify(get, config, configPath, problems)
  if (get('ground_truth_source') && type === undefined) return { analyses: [], attributes: {} }
  return { analyses: ['data-quality'], attributes: {} }
}

function modelQuality(get: (name: string) => string | undefined, problems: string[]): JobKind {
  const problem = get('problem_type')
  const known = problemTypes.find((name) => name.toLowerCase() === problem?.toLowerCase())
  if (known === undefined)
    problems.push(
      `problem_type is ${problem ?? 'not set'}: a model quality job needs one of ${problemTypes.join(', ')}.`,
    )
  const inference = get('inference_attribute')
  const probability = get('probability_attribute')
  if (inference === undefined && (known === 'Regression' || probability === undefined))
    problems.push(
      `inference_attribute is not set: it names the column of the prediction${known === 'Regression' ? '' : ' (classification takes probability_attribute instead)'}.`,
    )
  const threshold = get('probability_threshold_attribute')
  if (threshold !== undefined && !Number.isFinite(Number(threshold)))
    problems.push(`probability_threshold_attribute is ${threshold}, expected a number like 0.5.`)
  const attributes = {
    problem_type: known,
    inference_attribute: inference,
    probability_attribute: probability,
    ground_truth_attribute: get('ground_truth_attribute'),
  }
  return { analyses: ['model-quality'], attributes: present(attributes) }
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function clarify(
  get: (name: string) => string | undefined,
  config: unknown,
  path: string,
  problems: string[],
): JobKind {
  if (!isAnalysisConfig(config)) {
    problems.push(...schemaProblems(isAnalysisConfig.errors, config).map((p) => `${path}: ${p}.`))
    return { analyses: ['bias'], attributes: {} }
  }
  const { methods, facet, predictor } = config
  const analyses: AnalysisKind[] = []
  if (methods?.pre_training_bias || methods?.post_training_bias || (facet && !methods?.shap))
    analyses.push('bias')
  if (methods?.shap) analyses.push('attribution')
  if (analyses.length === 0)
    problems.push(`${path}: nothing to do: expected facet with label for bias, or methods.shap.`)
  const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value))
  const attributes = {
    ground_truth_attribute: get('ground_truth_attribute') ?? text(config.label),
    inference_attribute: get('inference_attribute') ?? text(config.predicted_label ?? predictor?.label),
    probability_attribute: get('probability_attribute') ?? text(predictor?.probability),
    probability_threshold_attribute:
      get('probability_threshold_attribute') ?? text(config.probability_threshold),
    features_attribute: get('features_attribute') ?? text(config.features),
  }
  return { analyses, analysisConfig: config, attributes: present(attributes) }
}

/** Where an input of the platform comes from, and where it is in the container. */
export interface Download {
  readonly uri: string
  readonly path: string
}

/**
 * Clarify's configuration, with the S3 address of the SHAP baseline replaced by the path below which an input of the job
 * has it. An address that no input has stays as it is.
 */
export function withLocalBaseline(config: AnalysisConfig, downloads: readonly Download[]): AnalysisConfig {
  const { methods } = config
  const baseline = methods?.shap?.baseline
  if (typeof baseline !== 'string' || !methods) return config
  const source = downloads.find(({ uri }) => baseline === uri || baseline.startsWith(`${uri}/`))
  if (source === undefined) return config
  const rest = baseline.slice(source.uri.length + 1) || posix.basename(baseline)
  return { ...config, methods: { ...methods, shap: { ...methods.shap, baseline: join(source.path, rest) } } }
}

/** The format that Clarify's file names; captures when it names none. */
export function clarifyFormat({ dataset_type: type }: AnalysisConfig, header: boolean): DatasetFormat {
  if (type === undefined) return { kind: 'capture', outputPosition: 'START' }
  if (type.includes('csv')) return { kind: 'csv', header }
  if (type.includes('parquet')) return { kind: 'parquet' }
  return { kind: 'json', lines: type.includes('lines') }
}

/** Whether the first data file of a CSV dataset starts with these names; without names every file has a header. */
export async function startsWithHeader(
  source: string,
  names: readonly string[] | null | undefined,
): Promise<boolean> {
  if (!names?.length) return true
  try {
    const path = (await promises.stat(source)).isFile() ? source : await firstFile(source)
    if (path === undefined) return false
    const start = Buffer.from(await readStart(path, path, 1 << 20)).toString('utf8')
    const [line = ''] = start.split(/\r?\n/, 1)
    return line.replaceAll('"', '') === names.map((name) => name.replaceAll('"', '')).join(',')
  } catch {
    // The plan says what is wrong with the source.
    return false
  }
}

/** The first data file of a folder, by path. */
export async function firstFile(folder: string): Promise<string | undefined> {
  const entries = await promises.readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !/^[._]/.test(entry.name))
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort()[0]
}

/**
 * Attributes that are JMESPath expressions over JSON, as features that the decoders find. Where one is an expression, all
 * are: payloads are then read by paths alone.
 */
export function attributeFeatures(
  { analyses, attributes, analysisConfig }: JobKind,
  format: DatasetFormat,
  headers: readonly string[],
): DeclaredFeature[] {
  if (analyses.includes('data-quality') || (format.kind !== 'capture' && format.kind !== 'json')) return []
  const capture = format.kind === 'capture'
  const names = capture
    ? ['inference_attribute', 'probability_attribute']
    : ['inference_attribute', 'probability_attribute', 'ground_truth_attribute']
  const wanted = [...new Set(names.flatMap((name) => attributes[name] ?? []))].filter(
    (path) => !/^\d+$/.test(path),
  )
  const list = attributes['features_attribute']
  if (list === undefined && wanted.every(isKey)) return []
  const found = wanted.map(
    (name): DeclaredFeature => ({
      name,
      path: attributePath(name)!,
      from: capture ? 'output' : 'record',
      kind: 'scalar',
    }),
  )
  const skipped = new Set([attributes['ground_truth_attribute'], attributes['inference_attribute']])
  const inputs = list === undefined ? [] : headers.filter((name) => !skipped.has(name))
  if (analysisConfig && list !== undefined && inputs.length === 0) return found
  return [
    ...found,
    ...inputs.map(
      (name, i): DeclaredFeature => ({
        name,
        path: `${attributePath(list)}[${i}]`,
        from: capture ? 'input' : 'record',
        kind: 'scalar',
      }),
    ),
  ]
}

/** The JMESPath expression of an attribute; undefined when it has none, or is a position. */
export function attributePath(attribute: string | undefined): string | undefined {
  if (attribute === undefined || /^\d+$/.test(attribute)) return undefined
  return isKey(attribute) ? JSON.stringify(attribute) : attribute
}

/** A key of an object, not an expression. */
function isKey(path: string): boolean {
  return !/[.[\]()|@*&"'`{}]/.test(path)
}
