/** The payloads of a capture record, and the text of each with its encoding settled. */
import { isUtf8 } from 'node:buffer'
import type { CapturePayload, CaptureRecord } from '../../contracts/types.generated.ts'
import { quote } from './batch-builder.ts'
import type { RawPayload } from './declared-value.ts'

/** How a payload's text is to be read. */
export type Encoding = 'CSV' | 'JSON'
export type Side = 'output' | 'input'
export type Payload = NonNullable<CapturePayload>

/** In the order in which they are written: of a name in both, the output is kept. */
export const sides = ['output', 'input'] as const

/** A payload as text, with its encoding settled. */
export interface Text {
  readonly encoding: Encoding
  readonly text: string
}

export type Texts = Partial<Record<Side, Text>>

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The payloads of a record, which may be any JSON value. */
export function payloadsOf(record: CaptureRecord): Partial<Record<Side, Payload>> {
  const data = record?.captureData
  const output = payloadOf(data?.endpointOutput ?? data?.batchTransformOutput)
  const input = payloadOf(data?.endpointInput)
  return { ...(output && { output }), ...(input && { input }) }
}

function payloadOf(value: CapturePayload | undefined): Payload | undefined {
  return value !== null && typeof value === 'object' && typeof value.data === 'string' ? value : undefined
}

/** A payload that is a feature as a whole. */
export function rawPayload({ data, encoding, observedContentType }: Payload): RawPayload {
  const contentType = contentTypeOf(observedContentType)
  return {
    data,
    base64: typeof encoding === 'string' && encoding.toUpperCase() === 'BASE64',
    contentType: contentType || undefined,
  }
}

/** The media type without parameters, in lower case; empty when there is none. */
function contentTypeOf(observed: unknown): string {
  return (textOf(observed) ?? '').split(';')[0]!.trim().toLowerCase()
}

/** A payload's text, or why it has none. BASE64 payloads are what their content type says, else what they look like. */
export function textOfPayload(payload: Payload): Text | string {
  const encoding = typeof payload.encoding === 'string' ? payload.encoding.toUpperCase() : ''
  const type = contentTypeOf(payload.observedContentType)
  if (encoding === 'CSV' || encoding === 'JSON') return { encoding, text: payload.data }
  if (encoding === '' || encoding === 'NONE')
    return { encoding: guess(type, payload.data), text: payload.data }
  if (encoding !== 'BASE64') return `encoding ${quote(encoding)} is unknown; expected CSV, JSON or BASE64`
  const bytes = Buffer.from(payload.data, 'base64')
  // One class of foreign characters: a pattern of the whole text could backtrack for hours on hostile blanks.
  if (/[^A-Za-z0-9+/_=\s-]/.test(payload.data)) return 'not BASE64'
  if (!isUtf8(bytes) || bytes.includes(0)) return `binary payload of type ${quote(type || 'unknown')}`
  const text = bytes.toString('utf8')
  return { encoding: guess(type, text), text }
}

function guess(type: string, text: string): Encoding {
  if (type.includes('json')) return 'JSON'
  if (type.includes('csv')) return 'CSV'
  return /^\s*[[{]/.test(text) ? 'JSON' : 'CSV'
}
