/** What the values of a column are: numbers or texts, continuous or classes. */
import { type Column, ValueClass } from '../../runtime/plugin.ts'
import {
  addText,
  createDistinct,
  type Distinct,
  estimateDistinct,
  mergeDistinct,
} from '../../runtime/sketches/distinct.ts'

/** Share of distinct values from which whole numbers count as continuous. */
const continuousShare = 0.05

/** What is known of one column's values. */
export interface Values {
  rows: number
  fractional: boolean
  numeric: boolean
  maximum: number
  readonly distinct: Distinct
}

export function startValues(): Values {
  return {
    rows: 0,
    fractional: false,
    numeric: true,
    maximum: Number.NEGATIVE_INFINITY,
    distinct: createDistinct(),
  }
}

/** Whether a column is treated as continuous: decimals, or whole numbers of which few repeat. */
export function isContinuous({ rows, numeric, fractional, distinct }: Values): boolean {
  return numeric && rows > 0 && (fractional || estimateDistinct(distinct) / rows >= continuousShare)
}

export function learn(values: Values, text: string, column: Column, row: number): void {
  values.rows++
  addText(values.distinct, text)
  const number = Number(text)
  if (!Number.isFinite(number)) {
    values.numeric = false
    return
  }
  if (column.classes[row] === ValueClass.Fractional) values.fractional = true
  if (number > values.maximum) values.maximum = number
}

export function mergeValues(into: Values, from: Values): void {
  into.rows += from.rows
  into.fractional ||= from.fractional
  into.numeric &&= from.numeric
  into.maximum = Math.max(into.maximum, from.maximum)
  mergeDistinct(into.distinct, from.distinct)
}
