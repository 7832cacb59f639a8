/**
 * What crosses the wall of the jail: frames on one descriptor, each a length (4 bytes, little-endian, of what follows), a type (1 byte) and
 * a body. Requests are ours. Replies come from a process that is taken for hostile: lengths are checked before anything is kept, counts before
 * anything is believed, and texts stay bytes until a decoder that expects rubbish reads them.
 */

/** Types of requests: load the script, handle a batch, call the postprocess handler. */
export const request = { load: 1, batch: 2, postprocess: 3 } as const

/** Types of replies: the script is loaded (or not), the results of a batch, the end of the postprocess handler. */
export const reply = { ready: 1, replies: 2, done: 3 } as const

/** What became of a record. */
export const status = {
  /** JSON: an object, or an array of objects. */
  rows: 0,
  /** A record in place of the one that was given, as text of the same kind. */
  record: 1,
  /** JSON of a {@link Problem}. */
  error: 2,
  /** The handler returned nothing. */
  nothing: 3,
  /** The handler returned an empty list: the record is left out on purpose. */
  dropped: 4,
} as const

/** Name of a JavaScript bundle in stack traces; vm2 hides frames of absolute paths. */
export const bundleName = 'handler-bundle.js'

/** An error inside the script, as the driver tells it. */
export interface Problem {
  /** `record`: the record is not what its kind says, before the script has seen it. */
  readonly kind: 'failed' | 'timeout' | 'result' | 'record'
  readonly type: string
  readonly message: string
  readonly line?: number
  readonly column?: number
  readonly function?: string
  /** The traceback without the driver's own frames. */
  readonly trace: string
}

/** A line that the script has logged or printed. */
export interface LogLine {
  /** Number of the record in the batch; undefined outside of records. */
  readonly record: number | undefined
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly text: string
}

/** The lines of a reply, and how many the driver had no room for. */
export interface LogLines {
  readonly lines: readonly LogLine[]
  readonly leftOut: number
}

/** The result of one record: a span of the reply's bytes. */
export interface Result {
  readonly status: number
  readonly start: number
  readonly end: number
}

/** Results of a batch, in its order. */
export interface Replies {
  readonly bytes: Uint8Array
  readonly results: readonly Result[]
  readonly log: LogLines
}

/** A reply breaks the protocol. */
export class ProtocolError extends Error {}

/** Bytes before a frame's body: length and type. */
export const frameHead = 5

/** A frame ready to be sent. */
export function frame(type: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(frameHead + body.length)
  new DataView(bytes.buffer).setUint32(0, body.length + 1, true)
  bytes[4] = type
  bytes.set(body, frameHead)
  return bytes
}

/** A frame with JSON in it. */
export function jsonFrame(type: number, value: unknown): Uint8Array {
  return frame(type, new TextEncoder().encode(JSON.stringify(value)))
}

/** A batch frame under construction: count, lengths, records. */
export class BatchFrame {
  readonly #parts: Uint8Array[] = []
  #bytes = 0

  get length(): number {
    return this.#parts.length
  }

  /** Bytes of the records so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** Keeps a copy of a record. */
  add(record: Uint8Array): void {
    // Not slice(): a Buffer's shares its memory.
    this.#parts.push(new Uint8Array(record))
    this.#bytes += record.length
  }

  /** The record of that number. */
  record(index: number): Uint8Array {
    return this.#parts[index]!
  }

  /** A frame of some of the records. */
  encode(from = 0, to = this.#parts.length): Uint8Array {
    const parts = this.#parts.slice(from, to)
    const head = 4 + 4 * parts.length
    const bytes = new Uint8Array(frameHead + head + parts.reduce((sum, { length }) => sum + length, 0))
    const view = new DataView(bytes.buffer)
    view.setUint32(0, bytes.length - 4, true)
    bytes[4] = request.batch
    view.setUint32(frameHead, parts.length, true)
    let at = frameHead + head
    for (const [i, part] of parts.entries()) {
      view.setUint32(frameHead + 4 + 4 * i, part.length, true)
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }
}

/**
 * The replies in the body of a frame.
 * @param expected number of records in the batch
 * @throws ProtocolError
 */
export function parseReplies(body: Uint8Array, expected: number): Replies {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const head = 4 + 5 * expected
  if (body.length < head || view.getUint32(0, true) !== expected)
    throw new ProtocolError(`a reply to ${expected} records was expected`)
  const results: Result[] = []
  let at = head
  for (let i = 0; i < expected; i++) {
    const length = view.getUint32(4 + expected + 4 * i, true)
    const code = body[4 + i]!
    if (code > status.dropped || length > body.length - at)
      throw new ProtocolError('a reply does not hold what its table says')
    results.push({ status: code, start: at, end: at + length })
    at += length
  }
  return { bytes: body, results, log: parseLog(body.subarray(at)) }
}

/**
 * The body of a reply to a load or postprocess request: the problem, when there was one.
 * @throws ProtocolError
 */
export function parseAnswer(body: Uint8Array): {
  readonly problem: Problem | undefined
  readonly log: LogLines
} {
  const length = body.length < 4 ? 0 : new DataView(body.buffer, body.byteOffset).getUint32(0, true)
  if (length === 0 || length > body.length - 4 || length > mostProblemBytes)
    throw new ProtocolError('an answer was expected')
  const { problem } = objectOf(body.subarray(4, 4 + length)) as { problem?: unknown }
  return { problem: problem ? toProblem(problem) : undefined, log: parseLog(body.subarray(4 + length)) }
}

/** Most bytes of JSON that are looked at: values in it may take fifty times as much memory. */
const mostProblemBytes = 2 ** 18
const mostLogBytes = 2 ** 22
/** Most lines of one reply; drivers send fewer. */
const mostLines = 20_000
/** Longest texts that are taken over from a reply. */
const mostMessage = 2000
const mostTrace = 8000
const mostLine = 4000

/**
 * A problem in JSON bytes; whatever does not fit its shape becomes something that does.
 * @throws ProtocolError when it is no JSON object, or a large one
 */
export function parseProblem(bytes: Uint8Array): Problem {
  if (bytes.length > mostProblemBytes) throw new ProtocolError('a problem is too large')
  return toProblem(objectOf(bytes))
}

function toProblem(value: unknown): Problem {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const text = (name: string, most: number) => textOf(fields[name], most)
  const count = (name: string) => {
    const number = fields[name]
    return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined
  }
  const kind = fields['kind']
  const line = count('line')
  const column = count('column')
  const name = text('function', 200)
  return {
    kind: kind === 'timeout' || kind === 'result' || kind === 'record' ? kind : 'failed',
    type: text('type', 200) || 'Error',
    message: text('message', mostMessage),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(name ? { function: name } : {}),
    trace: text('trace', mostTrace),
  }
}

const levels: readonly unknown[] = ['debug', 'info', 'warn', 'error']

function parseLog(bytes: Uint8Array): LogLines {
  if (bytes.length === 0) return { lines: [], leftOut: 0 }
  if (bytes.length > mostLogBytes) throw new ProtocolError('a log is too large')
  const { lines, leftOut } = objectOf(bytes) as { lines?: unknown; leftOut?: unknown }
  const known = (Array.isArray(lines) ? lines : []).slice(0, mostLines).map((entry): LogLine => {
    const [record, level, text] = Array.isArray(entry) ? entry : []
    return {
      record: Number.isSafeInteger(record) && record >= 0 ? record : undefined,
      level: levels.includes(level) ? level : 'info',
      text: textOf(text, mostLine),
    }
  })
  const more = typeof leftOut === 'number' ? Math.floor(leftOut) : 0
  return { lines: known, leftOut: Number.isSafeInteger(more) && more > 0 ? more : 0 }
}

function textOf(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most).toWellFormed() : ''
}

function objectOf(bytes: Uint8Array): object {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new ProtocolError('a part of a reply is not JSON')
  }
  if (typeof value !== 'object' || value === null) throw new ProtocolError('a part of a reply is no object')
  return value
}
