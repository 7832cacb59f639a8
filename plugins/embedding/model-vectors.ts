/** Vectors that a user's model makes of texts and images, in place of captured ones. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { AskedModel } from '../../runtime/models/asked-model.ts'
import {
  inspectVectorModel,
  type VectorModel,
  type VectorUse,
  vectorsOf,
} from '../../runtime/models/index.ts'
import type { Batch, Payload, VectorColumn } from '../../runtime/plugin.ts'

/** What a user says about one model. All but feature and path have defaults. */
export interface ModelOptions extends Partial<VectorUse> {
  readonly feature: string
  readonly path: string
  readonly name?: string
}

const defaults: Omit<VectorUse, 'path'> = {
  tokenizer: '',
  lowercase: true,
  maxTokens: 256,
  pooling: 'mean',
  normalize: false,
  output: '',
  batchRows: 1,
  width: 0,
  height: 0,
  fit: 'cover',
  mean: [0],
  std: [1],
  maxMegapixels: 40,
}

const numbers = (value: readonly number[], item: object, description: string) => ({
  type: 'array',
  items: { type: 'number', ...item },
  minItems: 1,
  maxItems: 3,
  default: value,
  description,
})

/** The option `models`. */
export const modelsOption = {
  type: 'array',
  default: [],
  description:
    'Models (ONNX files) that make vectors of texts or images, which are then compared like captured ones.',
  items: {
    type: 'object',
    required: ['feature', 'path'],
    properties: {
      feature: { type: 'string', description: 'Text, image or short text that the model takes.' },
      path: { type: 'string', description: 'ONNX file, in the image or among the inputs.' },
      name: {
        type: 'string',
        description: 'Name of the vectors in the reports; default: <feature>_embedding.',
      },
      tokenizer: {
        type: 'string',
        default: defaults.tokenizer,
        description: 'tokenizer.json or vocab.txt of a model that takes tokens.',
      },
      lowercase: {
        type: 'boolean',
        default: defaults.lowercase,
        description: 'vocab.txt has lower case only; tokenizer.json says so itself.',
      },
      maxTokens: {
        type: 'integer',
        minimum: 2,
        maximum: 8192,
        default: defaults.maxTokens,
        description: 'Longer texts are cut.',
      },
      pooling: {
        type: 'string',
        enum: ['mean', 'cls', 'none'],
        default: defaults.pooling,
        description:
          "How the vectors of a text's tokens become one: their mean, the first, or by the model itself.",
      },
      normalize: {
        type: 'boolean',
        default: defaults.normalize,
        description: 'Scales every vector to length 1.',
      },
      output: {
        type: 'string',
        default: defaults.output,
        description: 'Output with the vectors; default: sentence_embedding, last_hidden_state, or the first.',
      },
      batchRows: {
        type: 'integer',
        minimum: 1,
        maximum: 256,
        default: defaults.batchRows,
        description:
          'Records of one call. With 1 a vector depends on its record alone, to the last bit; more may be faster.',
      },
      width: {
        type: 'integer',
        minimum: 0,
        maximum: 4096,
        default: defaults.width,
        description: 'Of images, in pixels; default: as the model says.',
      },
      height: {
        type: 'integer',
        minimum: 0,
        maximum: 4096,
        default: defaults.height,
        description: 'The same.',
      },
      fit: {
        type: 'string',
        enum: ['cover', 'contain', 'fill'],
        default: defaults.fit,
        description: 'How an image of another shape is made to fit: cut, framed or stretched.',
      },
      mean: numbers(defaults.mean, {}, 'Subtracted from values of 0 to 1, of all channels or of each.'),
      std: numbers(defaults.std, { exclusiveMinimum: 0 }, 'What they are then divided by.'),
      maxMegapixels: {
        type: 'number',
        exclusiveMinimum: 0,
        maximum: 1000,
        default: defaults.maxMegapixels,
        description: 'Larger images are refused before they are decoded.',
      },
    },
    additionalProperties: false,
  },
}

/** A model in use. Plain data. */
export interface UsedModel {
  readonly feature: string
  /** Of the vectors. */
  readonly name: string
  readonly use: VectorUse
  readonly model: VectorModel
  readonly asked: AskedModel
}

/** Records that gave no vector. Plain data. */
export interface Unread {
  /** Rows in which the feature was looked for and stood in the batch. */
  rows: number
  /** Records that could not be read as what the model takes, and those that the model refused. */
  unreadable: number
  refused: number
  /** One reason, the first of all by alphabet; empty: none. */
  reason: string
}

/** What is wrong with the models, as sentences. */
export function modelProblems(models: readonly ModelOptions[]): string[] {
  const names = models.map(nameOf)
  const twice = names.filter((name, i) => names.indexOf(name) < i)
  return [
    ...twice.map((name) => `models makes vectors named ${name} twice: set name.`),
    ...models.flatMap((options, i) => {
      try {
        inspectVectorModel(useOf(options))
        return []
      } catch (error) {
        return [`models[${i}]: ${error instanceof Error ? error.message : String(error)}.`]
      }
    }),
  ]
}

/**
 * The models, looked at.
 * @throws Error like `inspectVectorModel`
 */
export function usedModels(models: readonly ModelOptions[]): UsedModel[] {
  return models.map((options) => {
    const use = useOf(options)
    const model = inspectVectorModel(use)
    return { feature: options.feature, name: nameOf(options), use, model, asked: askedOf(use, model) }
  })
}

function nameOf({ feature, name }: ModelOptions): string {
  return name ?? `${feature}_embedding`
}

function useOf({ feature: _feature, name: _name, ...options }: ModelOptions): VectorUse {
  return { ...defaults, ...options }
}

function askedOf(use: VectorUse, { file, tokenizer }: VectorModel): AskedModel {
  const { path, tokenizer: _tokenizer, batchRows: _batchRows, maxMegapixels: _most, ...rest } = use
  const options = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256').update(JSON.stringify(options)).digest('hex').slice(0, 16)
  return { file: basename(path), sha256: file.sha256, ...(tokenizer ? { tokenizer } : {}), options: digest }
}

/** Of no rows. */
export function noneUnread(): Unread {
  return { rows: 0, unreadable: 0, refused: 0, reason: '' }
}

export function mergeUnread(into: Unread, from: Unread): void {
  into.rows += from.rows
  into.unreadable += from.unreadable
  into.refused += from.refused
  note(into, from.reason)
}

function note(unread: Unread, reason: string): void {
  if (reason !== '' && (unread.reason === '' || reason < unread.reason)) unread.reason = reason
}

/**
 * The vectors of a batch, as a column; undefined when the batch lacks the feature.
 * @throws Error when the model's file has changed, or the batch has a vector feature of that name
 */
export function modelColumn(
  { feature, name, use, model }: UsedModel,
  batch: Batch,
  unread: Unread,
): VectorColumn | undefined {
  const found = valuesOf(batch, feature)
  if (found === undefined) return undefined
  if (batch.vectors.some((column) => column.name === name))
    throw new Error(`there is a vector feature ${name} already: set name in models`)
  unread.rows += batch.length
  const rows = Array.from({ length: batch.length }, (_, row) => row).filter(
    (row) => found.at(row) !== undefined,
  )
  const values = new Array<Float32Array | undefined>(batch.length)
  const embedded = vectorsOf(
    model,
    use,
    rows.map((row) => found.at(row)!),
  )
  for (const [i, row] of rows.entries()) {
    const vector = embedded[i]!
    if (vector instanceof Float32Array) values[row] = vector
    else {
      unread[vector.fault]++
      note(unread, vector.reason)
    }
  }
  return { name, kind: 'vector', source: found.source, values }
}

function valuesOf(
  batch: Batch,
  feature: string,
): { at: (row: number) => string | Payload | undefined; source: VectorColumn['source'] } | undefined {
  const declared = [...batch.texts, ...batch.payloads].find(({ name }) => name === feature)
  if (declared) return { at: (row) => declared.values[row], source: declared.source }
  const column = batch.column(feature)
  return column && { at: (row) => column.text(row), source: column.source }
}
