/** How a model makes vectors of texts or images. */
import type { ModelFile, TensorInfo } from './tensors.ts'
import { shownTensor, shownTensors } from './tensors.ts'

/** What a user may say about it. Plain data. */
export interface VectorUse {
  /** The ONNX file. */
  readonly path: string
  /** tokenizer.json or vocab.txt of a model that takes tokens; empty: none. */
  readonly tokenizer: string
  /** Whether vocab.txt has lower case only. */
  readonly lowercase: boolean
  readonly maxTokens: number
  /** How the vectors of tokens become one: their mean, the first, or not at all (the model does it). */
  readonly pooling: 'mean' | 'cls' | 'none'
  /** Scales every vector to length 1. */
  readonly normalize: boolean
  /** Name of the output; empty: see {@link outputOf}. */
  readonly output: string
  /** Records of one call. With 1 a vector depends on its record alone, to the last bit. */
  readonly batchRows: number
  /** Of images in pixels; 0: as the model's input says. */
  readonly width: number
  readonly height: number
  readonly fit: 'cover' | 'contain' | 'fill'
  /** Subtracted from, and divided into, values of 0 to 1: of all channels, or of each. */
  readonly mean: readonly number[]
  readonly std: readonly number[]
  readonly maxMegapixels: number
}

/** What a model makes vectors of. */
export type VectorSource = 'texts' | 'tokens' | 'pixels'

/** A model that makes vectors, looked at before it runs. Plain data. */
export interface VectorModel {
  readonly file: Pick<ModelFile, 'path' | 'bytes' | 'sha256'>
  /** SHA-256 of the tokenizer's file; absent without one. */
  readonly tokenizer?: string
  readonly source: VectorSource
}

/** Inputs of a model that takes tokens. */
export const tokenInputs = ['input_ids', 'attention_mask', 'token_type_ids'] as const

/**
 * What the model takes, by its inputs.
 * @throws Error when it is none of the three
 */
export function sourceOf({ path, inputs }: ModelFile): VectorSource {
  const strange = inputs.filter(({ name }) => !(tokenInputs as readonly string[]).includes(name))
  if (strange.length === 0 && inputs.some(({ name }) => name === 'input_ids')) return 'tokens'
  const [only, ...more] = inputs
  if (only && more.length === 0) {
    if (only.type === 'string' && only.shape.length <= 2) return 'texts'
    if (only.shape.length === 4 && (only.type === 'float32' || only.type === 'uint8')) return 'pixels'
  }
  throw new Error(
    `${path} takes ${shownTensors(inputs)}; expected ${tokenInputs.join(', ')}, or a text per record (string[N]), or images (float32[N, 3, height, width])`,
  )
}

/**
 * The output with the vectors: the named one, else `sentence_embedding`, `last_hidden_state`, or the first of decimals.
 * @throws Error when there is none, or it has no vector per record or token
 */
export function outputOf(
  { path, outputs }: ModelFile,
  { output, pooling }: Pick<VectorUse, 'output' | 'pooling'>,
): TensorInfo {
  const named = (name: string) => outputs.find((each) => each.name === name)
  const decimals = outputs.filter(({ type }) => type === 'float32' || type === 'float64')
  const found =
    output === ''
      ? (named('sentence_embedding') ?? named('last_hidden_state') ?? decimals[0])
      : outputs.find(({ name }) => name === output)
  if (found === undefined || !decimals.includes(found))
    throw new Error(
      `${path} has no output ${output || 'of decimals'} with vectors; it has ${shownTensors(outputs)}: set output`,
    )
  const rank = found.shape.length
  // Shapes of outputs may be undeclared.
  if (rank === 1 || rank === 3 ? rank === 1 || pooling === 'none' : rank > 4)
    throw new Error(
      `the output ${shownTensor(found)} of ${path} is not one vector per record: set pooling, or another output`,
    )
  return found
}
