/** The thread that runs models: analyzers are synchronous, the runtime of models is not. */
import { type MessagePort, workerData } from 'node:worker_threads'
import type { Payload } from '../batch.ts'
import { type Embedded, type Embedder, openEmbedder } from './embedder.ts'
import { openSession, type Session } from './session.ts'
import type { ModelFile, PlainTensor } from './tensors.ts'
import type { VectorModel, VectorUse } from './vector-use.ts'

/** What the thread is given. */
export interface ThreadData {
  readonly port: MessagePort
  /** How many requests are answered, and how many calls of a model are done. */
  readonly signal: Int32Array
  /** Memory in which the run's threads show their calls; undefined: nobody looks. */
  readonly calls: SharedArrayBuffer | undefined
}

/** What the thread is asked. */
export type Request =
  | { readonly ask: 'model'; readonly path: string }
  | { readonly ask: 'vector model'; readonly use: VectorUse }
  | {
      readonly ask: 'run'
      readonly path: string
      readonly sha256: string
      readonly feeds: Readonly<Record<string, PlainTensor>>
      readonly outputs: readonly string[]
    }
  | {
      readonly ask: 'vectors'
      readonly use: VectorUse
      readonly sha256: string
      readonly items: readonly (string | Payload)[]
    }

/** What it answers, by what is asked. */
export interface Answers {
  readonly model: ModelFile
  readonly 'vector model': VectorModel
  readonly run: readonly PlainTensor[]
  readonly vectors: Embedded[]
}

/** An answer, or what went wrong. */
export type Reply = { readonly answer: Answers[keyof Answers] } | { readonly error: string }

/** Looked at, then closed: only what runs takes memory. */
async function look<T extends { close(): Promise<void> }, R>(
  opened: Promise<T>,
  at: (opened: T) => R,
): Promise<R> {
  const found = await opened
  const seen = at(found)
  await found.close()
  return seen
}

const { port, signal, calls } = workerData as ThreadData
const alive = () => void Atomics.add(signal, 1, 1)

const sessions = new Map<string, Promise<Session>>()
const embedders = new Map<string, Promise<Embedder>>()

/** The one of that key, opened when it is asked for first; a model that is not the same file any more is refused. */
async function kept<T>(
  all: Map<string, Promise<T>>,
  key: string,
  open: () => Promise<T>,
  file: (opened: T) => { readonly path: string; readonly sha256: string },
  sha256: string,
): Promise<T> {
  const opening = all.get(key) ?? open()
  all.set(key, opening)
  const opened = await opening
  if (file(opened).sha256 !== sha256)
    throw new Error(`${file(opened).path} has changed while the job was running: run it again`)
  return opened
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  switch (request.ask) {
    case 'model':
      return look(openSession(request.path, calls), ({ file }) => file)
    case 'vector model':
      return look(openEmbedder(request.use, calls), ({ model }) => model)
    case 'run': {
      const { path, sha256, feeds, outputs } = request
      const session = await kept(
        sessions,
        path,
        () => openSession(path, calls),
        (opened) => opened.file,
        sha256,
      )
      return session.run(feeds, outputs)
    }
    case 'vectors': {
      const { use, sha256, items } = request
      const key = JSON.stringify(use)
      const embedder = await kept(
        embedders,
        key,
        () => openEmbedder(use, calls),
        (opened) => opened.model.file,
        sha256,
      )
      return embedder.embed(items, alive)
    }
  }
}

port.on('message', async (request: Request) => {
  let reply: Reply
  try {
    reply = { answer: await answer(request) }
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) }
  }
  port.postMessage(reply)
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
})
