/** A model file → a session of ONNX Runtime, and tensors through it. Runs in the model thread. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { uninterrupted } from '../watch.ts'
import type { ModelFile, PlainTensor, TensorData, TensorInfo, TensorType } from './tensors.ts'

type Runtime = typeof import('onnxruntime-node')

/** The largest file: one protocol buffer holds no more. */
const mostBytes = 2 ** 31 - 1

/** What a user has to do to run models. */
export const missingRuntime =
  'onnxruntime-node is not installed. It runs ONNX models, and byom leaves it out of images and of installations that do ' +
  'without: npm install --ignore-scripts onnxruntime-node (into an image: images/onnx.Dockerfile)'

/** A loaded model. */
export interface Session {
  readonly file: ModelFile
  /**
   * One call.
   * @param outputs names of what is wanted
   * @throws Error with the runtime's words when the model refuses
   */
  run(
    feeds: Readonly<Record<string, PlainTensor>>,
    outputs: readonly string[],
  ): Promise<readonly PlainTensor[]>
  close(): Promise<void>
}

/**
 * Loads a file of one piece: weights in other files are refused, since nobody would know which they were.
 * @param calls memory in which the run's threads show their calls
 * @throws Error naming the file and what to do: the package or the file is missing, the file is no model
 */
export async function openSession(path: string, calls?: SharedArrayBuffer): Promise<Session> {
  const runtime = await loadRuntime()
  const bytes = await readModel(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  let session: InferenceSession
  try {
    session = await uninterrupted(calls, () =>
      runtime.InferenceSession.create(bytes, {
        // Sums are done in one order, whatever machine: more threads are had from more units.
        intraOpNumThreads: 1,
        interOpNumThreads: 1,
        executionMode: 'sequential',
        executionProviders: ['cpu'],
        // A plan of memory is kept per shape of the input, and texts have many.
        enableMemPattern: false,
        logSeverityLevel: 4,
        extra: { session: { model_external_initializers_file_folder_path: '/nonexistent' } },
      }),
    )
  } catch (error) {
    const reason = reasonOf(error)
    if (/external data/i.test(reason))
      throw new Error(
        `${path} keeps its weights in other files: save it as one file (onnx.save_model in Python)`,
      )
    throw new Error(`${path} cannot be loaded as an ONNX model: ${reason}`)
  }
  const file: ModelFile = {
    path,
    bytes: bytes.length,
    sha256,
    inputs: session.inputMetadata.map(infoOf),
    outputs: session.outputMetadata.map(infoOf),
  }
  return {
    file,
    close: () => uninterrupted(calls, () => session.release()),
    async run(feeds, outputs) {
      const given = Object.fromEntries(
        Object.entries(feeds).map(([name, tensor]) => [name, tensorOf(runtime, tensor)]),
      )
      let found: InferenceSession.ReturnType
      try {
        found = await uninterrupted(calls, () => session.run(given, [...outputs]))
      } catch (error) {
        throw new Error(`${path} cannot be run: ${reasonOf(error)}`)
      }
      return outputs.map((name) => plain(found[name] as Tensor))
    },
  }
}

async function loadRuntime(): Promise<Runtime> {
  try {
    const runtime = await import('onnxruntime-node')
    runtime.env.logLevel = 'fatal'
    return runtime
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') throw new Error(missingRuntime)
    throw new Error(`onnxruntime-node cannot be loaded: ${reasonOf(error)}; install it anew`)
  }
}

async function readModel(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size === 0) throw new Error('the file is empty')
    if (size > mostBytes) throw new Error(`it has ${size} bytes, at most ${mostBytes} can be loaded`)
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'there is no such file' : reasonOf(error)
    throw new Error(`the model ${path} cannot be read: ${reason}`)
  }
}

function infoOf(info: InferenceSession.ValueMetadata): TensorInfo {
  return info.isTensor
    ? { name: info.name, type: info.type, shape: info.shape }
    : { name: info.name, type: undefined, shape: [] }
}

function tensorOf(runtime: Runtime, { type, data, dims }: PlainTensor): Tensor {
  return new runtime.Tensor(type as 'float32', data as Float32Array, dims)
}

const readable: readonly string[] = [
  'float32',
  'float64',
  'int32',
  'int64',
  'uint8',
  'bool',
  'string',
] satisfies TensorType[]

function plain({ type, dims, data }: Tensor): PlainTensor {
  if (!readable.includes(type)) throw new Error(`its answer is of type ${type}, expected float32 or float64`)
  return { type: type as TensorType, dims: [...dims], data: data as TensorData }
}

/** The first words of an error of the runtime, on one line. */
function reasonOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').trim()
  return text.length > 300 ? `${text.slice(0, 297)}…` : text
}
