/** Lines of captures and labels → what the join needs of them. */
import { describe } from '../errors.ts'
import type { RejectCode } from '../rejects.ts'
import { parseInstant } from '../time.ts'

/** Why a line takes no part. */
export interface Bad {
  readonly code: RejectCode
  readonly detail: string
}

/** A label: its inference's id, and its groundTruthData as JSON text. */
export interface Label {
  readonly id: string
  readonly truth: string
}

/** A captured inference. `merged` gives its merged record's line from the label's JSON text. */
export interface Capture {
  readonly id: string
  /** Tells apart captures that share an id. */
  readonly event: string
  /** Milliseconds since 1970, NaN when the record has none that can be read. */
  readonly time: number
  /** The line with a place for the label: everything before it, and behind it. */
  readonly head: string
  readonly tail: string
}

export function labelOf(line: string): Label | Bad {
  const record = parsed(line)
  if (record instanceof Error) return { code: 'NOT_JSON', detail: `${describe(record)}: ${excerpt(line)}` }
  const id = text(member(record, 'eventMetadata', 'eventId'))
  const truth = member(record, 'groundTruthData')
  const data = member(truth, 'data')
  if (id === undefined || typeof data !== 'string')
    return {
      code: 'NOT_A_LABEL',
      detail: `groundTruthData.data and eventMetadata.eventId expected: ${excerpt(line)}`,
    }
  return { id, truth: JSON.stringify(truth) }
}

/** A line of an endpoint's capture, or a row of a batch transform's output with id and time behind it. */
export function captureOf(line: string): Capture | Bad {
  if (!/^\s*\{/.test(line)) return batchCsv(line)
  const record = parsed(line)
  if (record instanceof Error) return { code: 'NOT_JSON', detail: `${describe(record)}: ${excerpt(line)}` }
  if (member(record, 'captureData') !== undefined) return endpoint(line, record)
  const {
    SageMakerInferenceId: id,
    SageMakerInferenceTime: time,
    ...rest
  } = record as Record<string, unknown>
  if (text(id) === undefined) return noCapture(line)
  return batch(String(id), text(time) ?? '', JSON.stringify(rest), 'JSON')
}

function endpoint(line: string, record: object): Capture | Bad {
  const event = text(member(record, 'eventMetadata', 'eventId'))
  const id = text(member(record, 'eventMetadata', 'inferenceId')) ?? event
  if (id === undefined)
    return { code: 'NOT_A_CAPTURE_RECORD', detail: `eventMetadata with eventId expected: ${excerpt(line)}` }
  const time = parseInstant(text(member(record, 'eventMetadata', 'inferenceTime')) ?? '')
  let body = line.trim()
  if (Object.hasOwn(record, 'groundTruthData')) {
    const { groundTruthData: _, ...rest } = record as Record<string, unknown>
    body = JSON.stringify(rest)
  }
  return { id, event: event ?? id, time, head: '{"groundTruthData":', tail: `,${body.slice(1)}` }
}

/** Two fields are appended to every row: an id, and the time of the transform; a blank may follow the comma. */
function batchCsv(line: string): Capture | Bad {
  const match = /^(.*),\s*"?([^",\s]+)"?\s*,\s*"?([^",]+)"?\s*$/s.exec(line)
  if (!match || Number.isNaN(parseInstant(match[3]!))) return noCapture(line)
  return batch(match[2]!, match[3]!, match[1]!, 'CSV')
}

function batch(id: string, time: string, data: string, encoding: 'CSV' | 'JSON'): Capture {
  const payload = JSON.stringify({ batchTransformOutput: { data, encoding } })
  const metadata = JSON.stringify({ eventId: id, ...(time ? { inferenceTime: time } : {}) })
  return {
    id,
    event: id,
    time: parseInstant(time),
    head: `{"eventMetadata":${metadata},"eventVersion":"0","groundTruthData":`,
    tail: `,"captureData":${payload}}`,
  }
}

function noCapture(line: string): Bad {
  return {
    code: 'NOT_A_CAPTURE_RECORD',
    detail: `captureData, or an inference id and time at the end of the row expected: ${excerpt(line)}`,
  }
}

function parsed(line: string): object | Error {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : new Error('not an object')
  } catch (error) {
    return error as Error
  }
}

function member(value: unknown, ...path: string[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[key]
  }
  return found
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function excerpt(line: string): string {
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 57)}…` : line)
}
