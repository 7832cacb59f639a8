/** JSON values and whole payloads → texts, bytes and vectors. */
import type { Value, ValueBuffer } from './value-columns.ts'

/** A payload before anybody reads it. */
export interface RawPayload {
  /** The record's text: BASE64 when `base64`, else what was sent. */
  readonly data: string
  readonly base64: boolean
  readonly contentType: string | undefined
}

/**
 * A found JSON value as a value of that kind: a text from anything, lists and objects as JSON; bytes from BASE64 or
 * a data URL; a vector from a list of numbers, in which null is NaN.
 * @returns undefined when it is of another kind
 */
export function declaredValue(
  kind: ValueBuffer['kind'],
  found: unknown,
  mediaType: string | undefined,
): Value | undefined {
  if (kind === 'text') return typeof found === 'object' ? JSON.stringify(found) : String(found)
  if (kind === 'vector') return vectorOf(found)
  if (typeof found !== 'string') return undefined
  const url = /^data:([^;,]*)(?:;[^;,]*)*;base64,/.exec(found)
  const bytes = bytesOf(url ? found.slice(url[0].length) : found)
  return bytes && { bytes, mediaType: mediaType ?? (url?.[1] || undefined) }
}

/** A whole payload as a value of that kind; a vector is a JSON list or one line of CSV. */
export function payloadValue(
  kind: ValueBuffer['kind'],
  payload: RawPayload,
  mediaType: string | undefined,
): Value | undefined {
  const bytes = payload.base64 ? bytesOf(payload.data) : new Uint8Array(Buffer.from(payload.data))
  if (bytes === undefined) return undefined
  if (kind === 'bytes') return { bytes, mediaType: mediaType ?? payload.contentType }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  return kind === 'text' ? text : vectorOfText(text)
}

function bytesOf(base64: string): Uint8Array | undefined {
  // One class of foreign characters: a pattern of the whole text could backtrack for hours on hostile blanks.
  return /[^A-Za-z0-9+/_=\s-]/.test(base64) ? undefined : new Uint8Array(Buffer.from(base64, 'base64'))
}

function vectorOf(found: unknown): Float32Array | undefined {
  if (!Array.isArray(found) || !found.every((item) => item === null || typeof item === 'number'))
    return undefined
  return Float32Array.from(found, (item: number | null) => item ?? Number.NaN)
}

function vectorOfText(text: string): Float32Array | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('[')) {
    const numbers = trimmed.split(',').map((field) => (field.trim() === '' ? Number.NaN : Number(field)))
    return trimmed.includes('\n') || trimmed === '' ? undefined : Float32Array.from(numbers)
  }
  try {
    return vectorOf(JSON.parse(trimmed))
  } catch {
    return undefined
  }
}
