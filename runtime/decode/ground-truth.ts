/** Labels of merged records → the column `ground_truth`. */
import type { CaptureRecord } from '../../contracts/types.generated.ts'
import { describe } from '../errors.ts'
import type { RejectCode } from '../rejects.ts'
import { type BatchBuilder, quote } from './batch-builder.ts'
import type { ColumnBuffer } from './column-buffer.ts'
import { scalarAt } from './feature-paths.ts'

/** Name of the column that holds the label of a merged record. */
export const truthColumn = 'ground_truth'

/** Why a record has no label. */
export interface TruthProblem {
  readonly code: RejectCode
  readonly detail: string
}

export interface TruthOptions {
  /** JMESPath of the label in a JSON label; absent: the label itself, or the one value of its object. */
  readonly path: string | undefined
  /** Whether a record without a label is of no use. */
  readonly required: boolean
}

/** Writes the labels of records beside what else their rows hold. */
export class GroundTruth {
  readonly #builder: BatchBuilder
  /** Made with the first label: where a handler's rows have labels of their own, there is no such column. */
  #column: ColumnBuffer | undefined
  readonly #options: TruthOptions
  readonly #find: ((record: object) => string | undefined) | undefined

  constructor(builder: BatchBuilder, options: TruthOptions) {
    this.#builder = builder
    this.#options = options
    this.#find = options.path === undefined ? undefined : scalarAt(options.path)
  }

  /**
   * Writes the label of each of the `rows` rows behind the last committed one.
   * @returns what is wrong with the record, when it must be rejected
   */
  write(record: Pick<CaptureRecord, 'groundTruthData'>, rows: number): TruthProblem | undefined {
    const truth = record.groundTruthData
    if (truth === null || typeof truth !== 'object' || typeof truth.data !== 'string') {
      if (!this.#options.required) return undefined
      return {
        code: 'NO_GROUND_TRUTH',
        detail: 'no groundTruthData: merge the labels first, or set ground_truth_source',
      }
    }
    const labels = this.#labels(truth.data, truth.encoding)
    if (typeof labels === 'string') return { code: 'GROUND_TRUTH_UNREADABLE', detail: labels }
    if (labels.length !== rows)
      return { code: 'ROW_COUNT_MISMATCH', detail: `${labels.length} labels for ${rows} rows` }
    this.#column ??= this.#builder.named(truthColumn, 'data')
    const column = this.#column
    if (column === undefined) return undefined
    const first = this.#builder.length
    if (rows > 0) this.#builder.ready(first + rows - 1)
    for (const [i, label] of labels.entries())
      if (label !== '') this.#builder.setText(column, first + i, label)
    return undefined
  }

  /** One label per row, or why there are none. */
  #labels(data: string, encoding: unknown): string[] | string {
    const kind = typeof encoding === 'string' ? encoding.toUpperCase() : ''
    const text = kind === 'BASE64' ? Buffer.from(data, 'base64').toString('utf8') : data
    const trimmed = text.trim()
    if (kind === 'JSON' || (kind !== 'CSV' && /^[[{]/.test(trimmed))) return this.#json(trimmed)
    if (trimmed === '') return `an empty label`
    return trimmed.split(/\r?\n/).map((line) => unquoted(line.trim()))
  }

  #json(text: string): string[] | string {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      const lines = text.split(/\r?\n/)
      if (lines.length < 2) return `label, encoding JSON: ${describe(error)}: ${quote(text)}`
      const each = lines.map((line) => this.#json(line))
      const problem = each.find((labels) => typeof labels === 'string')
      return problem ?? each.flat()
    }
    const values = Array.isArray(value) ? value : [value]
    const labels = values.map((each) => this.#label(each))
    const missing = labels.indexOf(undefined)
    if (missing < 0 && labels.length > 0) return labels as string[]
    return `no label in ${quote(text)}${this.#options.path === undefined ? ': name it in ground_truth_attribute' : ` at ${this.#options.path}`}`
  }

  #label(value: unknown): string | undefined {
    if (value === null || value === undefined) return undefined
    if (typeof value !== 'object') return String(value)
    const found = this.#find?.(value)
    if (found !== undefined) return found
    const [only, ...others] = Object.values(value)
    return others.length > 0 || only === null || typeof only === 'object' ? undefined : String(only)
  }
}

function unquoted(field: string): string {
  return /^".*"$/s.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field
}
