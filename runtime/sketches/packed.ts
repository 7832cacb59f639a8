/** Arrays of numbers as BASE64 text (little-endian), for sketches that travel inside statistics.json. */

const types = { f64: Float64Array, f32: Float32Array, u8: Uint8Array } as const
type Type = keyof typeof types

/** Text of an array: `f32:…`. */
export function pack(type: Type, values: ArrayLike<number>): string {
  const array = types[type].from(values)
  const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return `${type}:${bytes.toString('base64')}`
}

/**
 * The array of a text.
 * @param length numbers that it must hold
 * @param what for messages
 * @throws Error when the text is not one of `length` finite numbers
 */
export function unpack(text: unknown, length: number, what: string): Float64Array {
  const [, type, base64] = (typeof text === 'string' && /^(f64|f32|u8):([A-Za-z0-9+/=]*)$/.exec(text)) || []
  const array = type && numbers(type as Type, Buffer.from(base64!, 'base64'))
  if (!array || array.length !== length || !array.every(Number.isFinite))
    throw new Error(`${what} should hold ${length} packed numbers; make the baseline anew`)
  return array
}

function numbers(type: Type, bytes: Buffer): Float64Array | undefined {
  if (bytes.length % types[type].BYTES_PER_ELEMENT !== 0) return undefined
  return Float64Array.from(new types[type](Uint8Array.from(bytes).buffer))
}
