/** A model in an ONNX file: rows → its tensors, and its answers → numbers. */
import type { Model } from './http.ts'
import {
  inspectModel,
  type ModelFile,
  type PlainTensor,
  runModel,
  shownTensor,
  shownTensors,
  type TensorInfo,
} from './index.ts'
import { modelSchema } from './options.ts'
import type { Cell } from './payload.ts'

/** What a user may set about it. Plain data. */
export interface OnnxOptions {
  /** The file; empty: none. */
  readonly path: string
  /** Name of the output with the scores; empty: see {@link scoresOutput}. */
  readonly output: string
  /** Positions of the scores that are explained; empty: all. */
  readonly columns: readonly number[]
  /** Features of each input, by its name; empty: see {@link inputsOf}. */
  readonly inputs: Readonly<Record<string, readonly string[]>>
  readonly batchRows: number
}

/** Schema of an object for an analyzer's options that takes an address or a file. */
export const onnxSchema = {
  properties: {
    ...modelSchema.properties,
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
      description: 'Positions of the scores in that output that are used, from 0; default: all.',
    },
    inputs: {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
      default: {},
      description:
        'Features of each input of the ONNX model, in order; default: all features into the only input, or one each by name.',
    },
  },
}

export const onnxDefaults: Omit<OnnxOptions, 'batchRows'> = { path: '', output: '', columns: [], inputs: {} }

/** What to say to who has a pipeline of scikit-learn. */
const noZipMap = "convert it with options={'zipmap': False} (skl2onnx), so that probabilities are a tensor"

/** An input and the features that go into it, by position. */
interface Fed {
  readonly input: TensorInfo
  readonly features: readonly number[]
}

/**
 * What is wrong with the file, as sentences.
 * @param features names, where they are known before data is read
 */
export function onnxProblems(options: OnnxOptions, features: readonly string[] | undefined): string[] {
  try {
    const file = inspectModel(options.path)
    scoresOutput(file, options)
    if (features) inputsOf(file, options, features)
    return []
  } catch (error) {
    return [`model.path: ${error instanceof Error ? error.message : String(error)}.`]
  }
}

/**
 * The model, ready to answer.
 * @param names of the features, in the order of the rows' cells
 * @throws Error when the file does not fit the features
 */
export function onnxModel(options: OnnxOptions, names: readonly string[]): Model {
  const file = inspectModel(options.path)
  const output = scoresOutput(file, options)
  const fed = inputsOf(file, options, names)
  const rows = fixedRows(file) ?? options.batchRows
  return {
    async ask(all) {
      const scores: number[][] = []
      for (let from = 0; from < all.length; from += rows) {
        const some = all.slice(from, from + rows)
        const full = [...some]
        if (fixedRows(file) !== undefined) while (full.length < rows) full.push(some.at(-1)!)
        const feeds = Object.fromEntries(
          fed.map(({ input, features }) => [input.name, tensorOf(file, input, features, names, full)]),
        )
        const [answer] = runModel(file, feeds, [output.name])
        scores.push(...scoresOf(file, answer!, output, full.length, options).slice(0, some.length))
      }
      return scores
    },
  }
}

/** Rows of every call, where the file says so. */
function fixedRows({ inputs: [first] }: ModelFile): number | undefined {
  const size = first?.shape[0]
  return typeof size === 'number' ? size : undefined
}

/** The output with the scores: the named one, else `probabilities`, else the only one of decimals. */
function scoresOutput({ path, outputs }: ModelFile, { output }: OnnxOptions): TensorInfo {
  const decimals = outputs.filter(({ type }) => type === 'float32' || type === 'float64')
  const named = (name: string) => outputs.find((each) => each.name === name)
  const found =
    output === ''
      ? (decimals.find(({ name }) => name === 'probabilities') ??
        (decimals.length === 1 ? decimals[0] : undefined))
      : named(output)
  if (found === undefined) {
    const maps = outputs.some(({ type }) => type === undefined)
    const hint = maps && decimals.length === 0 ? noZipMap : 'set model.output'
    throw new Error(
      `${path} has ${output === '' ? 'not one output of scores' : `no output ${output}`} among ${shownTensors(outputs)}: ${hint}`,
    )
  }
  if (found.type === undefined)
    throw new Error(`the output ${shownTensor(found)} of ${path} is no tensor: ${noZipMap}`)
  if (found.type === 'string')
    throw new Error(`the output ${shownTensor(found)} of ${path} holds texts, expected numbers`)
  return found
}

/** Which features each input takes: as set; all into the only one; else one each, by name. */
function inputsOf(file: ModelFile, options: OnnxOptions, names: readonly string[]): Fed[] {
  const set = Object.keys(options.inputs).length > 0
  const found = file.inputs.map((input) => ({
    input,
    features: set
      ? places(file, input, options.inputs[input.name], names)
      : file.inputs.length === 1
        ? names.map((_, k) => k)
        : [placeOf(file, input, names)],
  }))
  for (const { input, features } of found) {
    const width = input.shape[1]
    if (typeof width === 'number' && width !== features.length)
      throw new Error(
        `the input ${shownTensor(input)} of ${file.path} takes ${width} features, and there are ${features.length}: ${names.join(', ')}; name the right ones in headers of analysis_config.json`,
      )
  }
  return found
}

function places(
  { path }: ModelFile,
  { name }: TensorInfo,
  features: readonly string[] | undefined,
  names: readonly string[],
): number[] {
  if (features === undefined) throw new Error(`model.inputs says nothing of the input ${name} of ${path}`)
  return features.map((feature) => {
    const place = names.indexOf(feature)
    if (place < 0)
      throw new Error(`model.inputs names the feature ${feature}, which is none of ${names.join(', ')}`)
    return place
  })
}

/** The feature of an input's name; converters write _ for what is no letter or digit. */
function placeOf({ path, inputs }: ModelFile, { name }: TensorInfo, names: readonly string[]): number {
  const plain = (text: string) => text.replaceAll(/\W/g, '_')
  const place = names.includes(name)
    ? names.indexOf(name)
    : names.findIndex((each) => plain(each) === plain(name))
  if (place < 0)
    throw new Error(
      `${path} takes ${shownTensors(inputs)}, and no feature is named ${name}: set model.inputs to the features of each input`,
    )
  return place
}

/** @throws Error naming the feature whose value the model cannot take */
function tensorOf(
  { path }: ModelFile,
  input: TensorInfo,
  features: readonly number[],
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
): PlainTensor {
  const dims = input.shape.length === 1 ? [rows.length] : [rows.length, features.length]
  const cells = rows.flatMap((row) => features.map((k) => row[k]!))
  const refused = (at: number, expected: string) =>
    new Error(
      `the feature ${names[features[at % features.length]!]} is ${JSON.stringify(cells[at])}, and the input ${shownTensor(input)} of ${path} takes ${expected}`,
    )
  const number = (cell: Cell, at: number) => {
    if (cell === null) return Number.NaN
    if (typeof cell === 'string') throw refused(at, 'numbers')
    return cell
  }
  const whole = (cell: Cell, at: number) => {
    if (typeof cell === 'number' && Number.isInteger(cell)) return cell
    throw refused(at, 'whole numbers: give rows of them as methods.shap.baseline')
  }
  switch (input.type) {
    case 'float32':
      return { type: 'float32', dims, data: Float32Array.from(cells.map(number)) }
    case 'float64':
      return { type: 'float64', dims, data: Float64Array.from(cells.map(number)) }
    case 'int32':
      return { type: 'int32', dims, data: Int32Array.from(cells.map(whole)) }
    case 'int64':
      return { type: 'int64', dims, data: BigInt64Array.from(cells.map(whole), BigInt) }
    case 'bool':
      return { type: 'bool', dims, data: Uint8Array.from(cells.map(number), (x) => (x > 0 ? 1 : 0)) }
    case 'string':
      return { type: 'string', dims, data: cells.map((cell) => (cell === null ? '' : String(cell))) }
    default:
      throw new Error(`the input ${shownTensor(input)} of ${path} is of a type that no feature has`)
  }
}

/** @throws Error when it is not a finite number per row and score */
function scoresOf(
  { path }: ModelFile,
  { dims, data }: PlainTensor,
  output: TensorInfo,
  rows: number,
  { columns }: OnnxOptions,
): number[][] {
  const width = data.length / rows
  if (dims[0] !== rows || !Number.isInteger(width) || width < 1)
    throw new Error(
      `${path} answered ${shownTensor(output)} with [${dims.join(', ')}] for ${rows} rows, expected scores for each`,
    )
  const wanted = columns.length > 0 ? columns : Array.from({ length: width }, (_, i) => i)
  const missing = wanted.find((column) => column >= width)
  if (missing !== undefined)
    throw new Error(
      `model.columns names ${missing}, and the output ${output.name} of ${path} has ${width} scores, counted from 0`,
    )
  return Array.from({ length: rows }, (_, row) =>
    wanted.map((column) => {
      const score = Number(data[row * width + column])
      if (!Number.isFinite(score)) throw new Error(`${path} answered ${score}, which is no finite number`)
      return score
    }),
  )
}
