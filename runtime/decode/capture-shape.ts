/** What one capture line says about the columns of its payloads, for the plan. */
import type { CaptureRecord } from '../../contracts/types.generated.ts'
import { payloadsOf, type Side, sides, type Text, type Texts, textOfPayload } from './capture-payload.ts'
import { fieldCount, isBlank, splitRecord } from './csv.ts'
import { skipBlanks } from './json.ts'

/** What one capture line says about positional columns: width per side, or the names of its JSON features. */
export interface SideShape {
  readonly width?: number
  readonly names?: readonly string[]
}

/** The shape of a capture line's sides, for the plan; undefined when the line is not a capture record. */
export function shapeOf(line: string): Partial<Record<Side, SideShape>> | undefined {
  let record: CaptureRecord
  try {
    record = JSON.parse(line)
  } catch {
    return undefined
  }
  const payloads = payloadsOf(record)
  const texts: Texts = {}
  const shape: Partial<Record<Side, SideShape>> = {}
  for (const side of sides) {
    const payload = payloads[side]
    const text = payload && textOfPayload(payload)
    if (text === undefined || typeof text === 'string') continue
    texts[side] = text
    const found = sideShape(text)
    if (found) shape[side] = found
  }
  return flatOutput(texts)?.lines === 1 ? { ...shape, output: { width: 1 } } : shape
}

/** The lines of a CSV output that holds as many values as the input has rows, but on fewer lines; else undefined. */
export function flatOutput({ output, input }: Texts): { lines: number } | undefined {
  if (output?.encoding !== 'CSV' || input === undefined) return undefined
  // Told without splitting anything for most records: one value, or one row.
  if (!output.text.includes(',')) return undefined
  if (input.encoding === 'CSV' && !input.text.trimEnd().includes('\n')) return undefined
  const { rows } = input.encoding === 'CSV' ? countCsv(input.text) : { rows: jsonRows(input.text) }
  const { rows: lines, values } = countCsv(output.text)
  return values === rows && lines !== rows ? { lines } : undefined
}

function countCsv(text: string): { rows: number; values: number } {
  const bytes = Buffer.from(text)
  let rows = 0
  let values = 0
  for (let i = 0; i < bytes.length; ) {
    i = splitRecord(bytes, i, bytes.length, true)
    if (i < 0) break
    if (isBlank(bytes)) continue
    rows++
    values += fieldCount
  }
  return { rows, values }
}

function jsonRows(text: string): number {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text.split('\n').filter((line) => line.trim() !== '').length
  }
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null ? value.length : 1
}

function sideShape({ encoding, text }: Text): SideShape | undefined {
  return encoding === 'CSV' ? csvShape(text) : jsonShape(text)
}

function csvShape(text: string): SideShape | undefined {
  const bytes = Buffer.from(text)
  const start = skipBlanks(bytes, 0, bytes.length)
  if (start === bytes.length) return undefined
  return splitRecord(bytes, start, bytes.length, true) < 0 ? undefined : { width: fieldCount }
}

function jsonShape(text: string): SideShape | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    try {
      value = JSON.parse(text.trim().split('\n')[0]!)
    } catch {
      return undefined
    }
  }
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === 'object' && value[0] !== null)
    value = value[0]
  if (Array.isArray(value)) return { width: value.length }
  if (value !== null && typeof value === 'object') return { names: Object.keys(value) }
  return { width: 1 }
}
