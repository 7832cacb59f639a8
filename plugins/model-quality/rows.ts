/** One row of a batch → prediction, probability and label, in the spellings that models and labels have. */
import { type Batch, type Column, columnAt, ValueClass } from '../../runtime/plugin.ts'

/** What the job says about where things are. */
export interface Attributes {
  readonly problem: Problem
  readonly inference: string | undefined
  readonly probability: string | undefined
  readonly label: string
  /** A probability above it is a positive prediction. */
  readonly threshold: number
  /** The label that is positive; undefined: `1`, or true. */
  readonly positive: string | undefined
  /** Names of the classes in the order of a list of probabilities; empty: any label is a class. */
  readonly classes: readonly string[]
}

export type Problem = 'Regression' | 'BinaryClassification' | 'MulticlassClassification'

/** Why a row takes no part in the metrics. */
export type Exclusion =
  | 'label_missing'
  | 'label_not_a_class'
  | 'prediction_missing'
  | 'prediction_not_a_class'
  | 'probability_out_of_range'
  | 'not_a_number'

/** Columns of a batch; any may be missing. */
export interface Columns {
  readonly inference: Column | undefined
  readonly probability: Column | undefined
  readonly label: Column | undefined
}

/** Labels of merged records have a column of their own; in a dataset the job names it. */
const merged = 'ground_truth'

export function columnsOf(batch: Batch, { inference, probability, label }: Attributes): Columns {
  const find = (attribute: string | undefined) =>
    attribute === undefined ? undefined : columnAt(batch, attribute)
  return {
    inference: find(inference),
    probability: find(probability),
    label: batch.columns.find(({ name, source }) => name === merged && source === 'data') ?? find(label),
  }
}

/** True when the column has no value in that row; an empty text is one, too. */
export function isMissing(column: Column | undefined, row: number): boolean {
  return column === undefined || column.classes[row] === ValueClass.Missing || column.textLength(row) === 0
}

/** The number of a value, also of texts such as `.5`, ` 1e-3 ` and `"7"`; NaN when it is none. */
export function numberAt(column: Column, row: number): number {
  const number = column.numbers[row]!
  if (!Number.isNaN(number) || column.classes[row] !== ValueClass.String) return number
  const text = column
    .text(row)!
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^"(.*)"$/, '$1')
  // What JavaScript reads as hexadecimal, octal or binary is no number of a dataset.
  return text === '' || /^0[xob]/i.test(text) ? Number.NaN : Number(text)
}

/** The text of a class: numbers in one spelling, so that 1, 1.0 and "1" are the same class. */
export function classAt(column: Column, row: number): string {
  const number = column.numbers[row]!
  if (!Number.isNaN(number) && Number.isFinite(number)) return String(number + 0)
  const text = column.text(row)!.trim()
  return text.replace(/^\[\s*(.*?)\s*\]$/, '$1').replace(/^"(.*)"$/, '$1')
}

/** 0 or 1; undefined when the text is neither. */
export function binaryAt(column: Column, row: number, positive: string | undefined): 0 | 1 | undefined {
  const text = classAt(column, row)
  if (positive !== undefined) return text === positive || column.text(row) === positive ? 1 : 0
  if (text === '1' || /^(true|yes)$/i.test(text)) return 1
  return text === '0' || /^(false|no)$/i.test(text) ? 0 : undefined
}

/** The list of probabilities in a value such as `[0.1,0.7,0.2]` or `0.1 0.7 0.2`; undefined when it is none. */
export function probabilitiesAt(column: Column, row: number): number[] | undefined {
  const text = column.text(row)!.trim().replace(/^\[/, '').replace(/\]$/, '')
  const list = text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number)
  return list.length > 1 && list.every((p) => p >= 0 && p <= 1) ? list : undefined
}

/** What to look at when no row takes part, by the reason. */
const advice: Readonly<Record<Exclusion, string>> = {
  label_missing: 'is ground_truth_attribute the column of the labels?',
  label_not_a_class: 'labels are 0 and 1; positive_label names the positive one of others',
  prediction_missing: 'are inference_attribute and probability_attribute columns of the data?',
  prediction_not_a_class: 'predictions are 0 and 1; positive_label names the positive one of others',
  probability_out_of_range: 'is probability_attribute a column of probabilities?',
  not_a_number: 'regression compares numbers: are inference_attribute and ground_truth_attribute right?',
}

/** Why nothing can be said of the rows, as a sentence; undefined when something can, or when there are none. */
export function unusable(rows: number, excluded: ReadonlyMap<Exclusion, number>): string | undefined {
  const reasons = [...excluded].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  if (rows > 0 || reasons.length === 0) return undefined
  const all = reasons.reduce((sum, [, n]) => sum + n, 0)
  const list = reasons.map(([why, n]) => `${why} ${n}`).join(', ')
  return `none of ${all} rows can be compared (${list}): ${advice[reasons[0]![0]]}`
}
