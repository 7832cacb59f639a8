/** A model that makes vectors: texts or images → vectors. Runs in the model thread. */
import type { Payload } from '../batch.ts'
import { imageTensor, pixelsOf, type Raster, rasterOf } from './pixels.ts'
import { openSession, type Session } from './session.ts'
import { type PlainTensor, shownTensor, type TensorInfo } from './tensors.ts'
import { openTokenizer, type TokenReader, tokenTensors } from './tokens.ts'
import { outputOf, sourceOf, type VectorModel, type VectorSource, type VectorUse } from './vector-use.ts'

/** A vector; or why a record has none: it could not be read, or the model refused it. */
export type Embedded = Float32Array | { readonly fault: 'unreadable' | 'refused'; readonly reason: string }

/** A loaded model with all that belongs to it. */
export interface Embedder {
  readonly model: VectorModel
  /**
   * One answer per item, in their order. Never rejects.
   * @param alive called after every call of the model
   */
  embed(items: readonly (string | Payload)[], alive: () => void): Promise<Embedded[]>
  close(): Promise<void>
}

/** What goes into the model, and which of its numbers are answers to tokens. */
interface Fed {
  readonly feeds: Readonly<Record<string, PlainTensor>>
  readonly mask?: Uint8Array
}

/**
 * @param calls memory in which the run's threads show their calls
 * @throws Error naming the file and what is wrong with it or with the options
 */
export async function openEmbedder(use: VectorUse, calls?: SharedArrayBuffer): Promise<Embedder> {
  const session = await openSession(use.path, calls)
  try {
    return await embedderOf(session, use)
  } catch (error) {
    await session.close()
    throw error
  }
}

async function embedderOf(session: Session, use: VectorUse): Promise<Embedder> {
  const { file } = session
  const source = sourceOf(file)
  const output = outputOf(file, use)
  const tokenizer = await tokenizerOf(source, use)
  const reader = await readerOf(source, file.inputs, use, tokenizer)
  const fixed = file.inputs[0]!.shape[0]
  const rows = typeof fixed === 'number' ? fixed : use.batchRows
  const { path, bytes, sha256 } = file
  const call = async (prepared: readonly unknown[]): Promise<Float32Array[]> => {
    // A model of a fixed number of rows gets the last one again and again.
    const full = typeof fixed === 'number' ? padded(prepared, fixed) : prepared
    const { feeds, mask } = reader.feed(full)
    const [answer] = await session.run(feeds, [output.name])
    return vectorsOf(answer!, mask, full.length, use, output).slice(0, prepared.length)
  }
  return {
    model: { file: { path, bytes, sha256 }, source, ...(tokenizer ? { tokenizer: tokenizer.sha256 } : {}) },
    close: () => session.close(),
    async embed(items, alive) {
      const result: Embedded[] = []
      for (let from = 0; from < items.length; from += rows) {
        result.push(...(await group(items.slice(from, from + rows), reader, call)))
        alive()
      }
      return result
    },
  }
}

interface Reader {
  /** @throws Error when an item cannot be read */
  prepare(item: string | Payload): Promise<unknown>
  feed(prepared: readonly unknown[]): Fed
}

async function tokenizerOf(source: VectorSource, use: VectorUse): Promise<TokenReader | undefined> {
  if (source !== 'tokens') return undefined
  if (use.tokenizer === '')
    throw new Error(
      `${use.path} takes tokens: set tokenizer to the tokenizer.json or vocab.txt that it came with`,
    )
  return openTokenizer(use.tokenizer, use.lowercase)
}

async function readerOf(
  source: VectorSource,
  inputs: readonly TensorInfo[],
  use: VectorUse,
  tokenizer: TokenReader | undefined,
): Promise<Reader> {
  const [input] = inputs as [TensorInfo]
  if (source === 'pixels') return imageReader(input, rasterOf(input, use), use)
  const text = (item: string | Payload) => (typeof item === 'string' ? item : utf8(item.bytes))
  if (tokenizer === undefined)
    return {
      prepare: async (item) => text(item),
      feed(prepared) {
        const data = prepared as readonly string[]
        const dims = input.shape.length === 2 ? [data.length, 1] : [data.length]
        return { feeds: { [input.name]: { type: 'string', dims, data } } }
      },
    }
  const fixed = inputs.find(({ name }) => name === 'input_ids')!.shape[1]
  const length = typeof fixed === 'number' ? fixed : undefined
  const most = Math.min(use.maxTokens, length ?? use.maxTokens)
  return {
    prepare: async (item) => tokenizer.ids(text(item), most),
    feed: (prepared) => tokenTensors(prepared as readonly number[][], inputs, tokenizer.padding, length),
  }
}

function imageReader(input: TensorInfo, raster: Raster, use: VectorUse): Reader {
  return {
    async prepare(item) {
      if (typeof item === 'string') throw new Error('it is a text, and the model takes images')
      return pixelsOf(item.bytes, raster, use)
    },
    feed: (prepared) => ({
      feeds: { [input.name]: imageTensor(prepared as readonly Uint8Array[], raster, use) },
    }),
  }
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}

/** One call for those that can be read. What the model refuses together is asked one by one. */
async function group(
  items: readonly (string | Payload)[],
  reader: Reader,
  call: (prepared: readonly unknown[]) => Promise<Float32Array[]>,
): Promise<Embedded[]> {
  const result = new Array<Embedded>(items.length)
  const read: { at: number; prepared: unknown }[] = []
  for (const [at, item] of items.entries())
    try {
      read.push({ at, prepared: await reader.prepare(item) })
    } catch (error) {
      result[at] = { fault: 'unreadable', reason: reasonOf(error) }
    }
  const answer = async (some: typeof read) => {
    const vectors = await call(some.map(({ prepared }) => prepared))
    for (const [i, { at }] of some.entries()) result[at] = vectors[i]!
  }
  if (read.length === 0) return result
  try {
    await answer(read)
  } catch (error) {
    if (read.length === 1) result[read[0]!.at] = { fault: 'refused', reason: reasonOf(error) }
    else
      for (const each of read)
        await answer([each]).catch((own: unknown) => {
          result[each.at] = { fault: 'refused', reason: reasonOf(own) }
        })
  }
  return result
}

function padded(items: readonly unknown[], length: number): readonly unknown[] {
  return [...items, ...new Array(Math.max(0, length - items.length)).fill(items.at(-1))]
}

/**
 * An answer of the model → one vector per row.
 * @throws Error when its shape is another
 */
function vectorsOf(
  { dims, data }: PlainTensor,
  mask: Uint8Array | undefined,
  rows: number,
  { path, pooling, normalize }: VectorUse,
  output: TensorInfo,
): Float32Array[] {
  const values = data as Float32Array | Float64Array
  // Images may be answered with rows of 1 × 1 maps.
  const pooled = dims.length === 3 && mask !== undefined
  const width = pooled ? dims[2]! : values.length / rows
  if (dims[0] !== rows || width < 1 || (pooled && rows * dims[1]! !== mask.length))
    throw new Error(
      `${path} answered ${shownTensor(output)} with [${dims.join(', ')}] for ${rows} records, expected a vector for each`,
    )
  return Array.from({ length: rows }, (_, row) => {
    const vector = pooled
      ? pool(values, mask.subarray(row * dims[1]!, (row + 1) * dims[1]!), row, width, pooling)
      : Float32Array.from(values.subarray(row * width, (row + 1) * width))
    return normalize ? unit(vector) : vector
  })
}

/** The mean of the vectors of a row's tokens, or the first of them. */
function pool(
  values: Float32Array | Float64Array,
  mask: Uint8Array,
  row: number,
  width: number,
  pooling: VectorUse['pooling'],
): Float32Array {
  const from = row * mask.length * width
  if (pooling === 'cls') return Float32Array.from(values.subarray(from, from + width))
  const sums = new Float64Array(width)
  let tokens = 0
  for (const [at, real] of mask.entries()) {
    if (real === 0) continue
    tokens++
    for (let i = 0; i < width; i++) sums[i]! += values[from + at * width + i]!
  }
  return Float32Array.from(sums, (sum) => sum / Math.max(1, tokens))
}

/** Scaled to length 1; one of zeros stays. */
function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
  return length > 0 ? vector.map((x) => x / length) : vector
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.length > 300 ? `${text.slice(0, 297)}…` : text
}
