/**
 * Models that a user brings along as ONNX files, for analyzers: they run in a thread of their own, and the caller waits.
 * What a model answers depends on its file and on what it is given alone: one thread of arithmetic, no clock, no network.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Payload } from '../batch.ts'
import { callGoesOn, shownMemory } from '../watch.ts'
import type { Embedded } from './embedder.ts'
import type { ModelFile, PlainTensor } from './tensors.ts'
import type { Answers, Reply, Request, ThreadData } from './thread.ts'
import type { VectorModel, VectorUse } from './vector-use.ts'

export type { Embedded } from './embedder.ts'
export type { ModelFile, PlainTensor, TensorData, TensorInfo, TensorType } from './tensors.ts'
export { shownTensor, shownTensors } from './tensors.ts'
export type { VectorModel, VectorSource, VectorUse } from './vector-use.ts'

/** Longest wait for one call of a model, far above what one takes; and for a look at whether it goes on. */
const patience = 600_000
const glance = 1000
/** Items and bytes of payloads that are handed over at a time. */
const mostItems = 32
const mostBytes = 1 << 24

interface Thread {
  readonly port: MessagePort
  readonly signal: Int32Array
}

let thread: Thread | undefined
const models = new Map<string, ModelFile>()
const vectorModels = new Map<string, VectorModel>()

/**
 * What a model file holds. Read once.
 * @throws Error in sentences for users: the runtime is not installed, the file is missing or no model
 */
export function inspectModel(path: string): ModelFile {
  const known = models.get(path) ?? ask({ ask: 'model', path })
  models.set(path, known)
  return known
}

/**
 * What a model that makes vectors is. Read once.
 * @throws Error like {@link inspectModel}, and when model, tokenizer and options do not go together
 */
export function inspectVectorModel(use: VectorUse): VectorModel {
  const key = JSON.stringify(use)
  const known = vectorModels.get(key) ?? ask({ ask: 'vector model', use })
  vectorModels.set(key, known)
  return known
}

/**
 * One call of a model.
 * @param outputs names of those that are wanted, in the order of the result
 * @throws Error when the model refuses, or its file is another than the one that was inspected
 */
export function runModel(
  { path, sha256 }: Pick<ModelFile, 'path' | 'sha256'>,
  feeds: Readonly<Record<string, PlainTensor>>,
  outputs: readonly string[],
): readonly PlainTensor[] {
  return ask({ ask: 'run', path, sha256, feeds, outputs })
}

/**
 * The vectors of texts or images, one per item in their order; or why there is none.
 * @throws Error when the model's file is another than the one that was inspected, or the thread does not answer
 */
export function vectorsOf(
  { file: { sha256 } }: VectorModel,
  use: VectorUse,
  items: readonly (string | Payload)[],
): Embedded[] {
  const result: Embedded[] = []
  // Groups of whole calls of the model, so that the same rows go together wherever a group ends.
  const most = Math.max(1, Math.floor(mostItems / use.batchRows)) * use.batchRows
  for (let from = 0; from < items.length; ) {
    let to = from
    for (
      let bytes = 0;
      to < items.length && to - from < most && (to === from || bytes < mostBytes || use.batchRows > 1);
      to++
    )
      bytes += sizeOf(items[to]!)
    callGoesOn()
    result.push(...ask({ ask: 'vectors', use, sha256, items: items.slice(from, to) }))
    from = to
  }
  return result
}

function sizeOf(item: string | Payload): number {
  return typeof item === 'string' ? 2 * item.length : item.bytes.length
}

function ask<A extends Request['ask']>(request: Extract<Request, { ask: A }>): Answers[A] {
  thread ??= start()
  const { port, signal } = thread
  const before = Atomics.load(signal, 0)
  port.postMessage(request)
  let calls = Atomics.load(signal, 1)
  for (let waited = 0; Atomics.wait(signal, 0, before, glance) === 'timed-out'; waited += glance) {
    const now = Atomics.load(signal, 1)
    if (now !== calls) {
      callGoesOn()
      calls = now
      waited = 0
    }
    if (waited < patience) continue
    thread = undefined
    throw new Error(`the model did not answer within ${patience / 1000} s`)
  }
  const reply = receiveMessageOnPort(port)!.message as Reply
  if ('error' in reply) throw new Error(reply.error)
  return reply.answer as Answers[A]
}

function start(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(8))
  const { port1, port2 } = new MessageChannel()
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const worker = new Worker(new URL(`./thread.${extension}`, import.meta.url), {
    workerData: { port: port2, signal, calls: shownMemory() } satisfies ThreadData,
    transferList: [port2],
  })
  worker.unref()
  port1.unref()
  return { port: port1, signal }
}
