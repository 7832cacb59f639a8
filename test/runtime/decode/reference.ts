/** What a value is, by the regular expressions of the format description: slow, plain, and independent of the runtime. */
import { ValueClass } from '../../../runtime/batch.ts'

const integral = /^[-+]? ?\d+$/
const fractional = /^[-+]? ?\d+(\.\d+([eE][-+]?\d+)?|[eE][-+]?\d+)$/

/** Class of a text; undefined stands for no value. */
export function classOf(text: string | undefined): ValueClass {
  if (text === undefined) return ValueClass.Missing
  if (integral.test(text)) return ValueClass.Integral
  if (fractional.test(text)) return ValueClass.Fractional
  return text === 'true' || text === 'false' ? ValueClass.Boolean : ValueClass.String
}

/** Number of a text; NaN unless it is numeric. */
export function numberOf(text: string | undefined): number {
  const valueClass = classOf(text)
  if (valueClass !== ValueClass.Integral && valueClass !== ValueClass.Fractional) return Number.NaN
  return Number(text!.replace(' ', ''))
}
