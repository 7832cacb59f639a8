/** What goes into a model and comes out of it, as plain data that crosses threads. */

/** Types of tensors that are read and written here. */
export type TensorType = 'float32' | 'float64' | 'int32' | 'int64' | 'uint8' | 'bool' | 'string'

/** Values of a tensor in row-major order; booleans are 0 and 1. */
export type TensorData =
  | Float32Array
  | Float64Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | readonly string[]

/** A tensor. Plain data. */
export interface PlainTensor {
  readonly type: TensorType
  readonly dims: readonly number[]
  readonly data: TensorData
}

/** An input or output of a model as the file declares it. */
export interface TensorInfo {
  readonly name: string
  /** The runtime's name of the type; undefined: no tensor but a sequence or a map. */
  readonly type: string | undefined
  /** A text is a size that each call chooses. */
  readonly shape: readonly (number | string)[]
}

/** A model file. */
export interface ModelFile {
  readonly path: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
  readonly inputs: readonly TensorInfo[]
  readonly outputs: readonly TensorInfo[]
}

/** `float32[N, 3]`, for messages. */
export function shownTensor({ name, type, shape }: TensorInfo): string {
  return `${name} (${type === undefined ? 'a sequence or map' : `${type}[${shape.join(', ')}]`})`
}

/** The names with types and shapes, for messages. */
export function shownTensors(all: readonly TensorInfo[]): string {
  return all.map(shownTensor).join(', ')
}
