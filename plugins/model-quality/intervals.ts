/** How sure a metric is: the documented deviation of five samples, and intervals of 95 % beside it. */

/** Folds that rows are dealt into by a hash of their identity. */
export const folds = 10
/** Samples of the documented standard deviation; each leaves two folds out, which is 80 % of the rows. */
const samples = 5
/** Rows below which the service gives no standard deviation. */
export const fewestRows = 200

/** Quantile 0.975 of the normal distribution, and of Student's with one degree of freedom fewer than there are folds. */
const normal = 1.959963984540054
const student = 2.2621571627409915

/** A lower and an upper limit. */
export type Interval = [lower: number, upper: number]

/** A metric over the rows outside some folds; undefined where it has no value. */
export type Metric = (without: ReadonlySet<number>) => number | undefined

/**
 * Standard deviation (divided by n − 1) of the metric over five samples of 80 % of the rows.
 * @returns the text NaN below {@link fewestRows} rows, as the service does; undefined when the metric has no value
 */
export function standardDeviation(metric: Metric, rows: number): number | 'NaN' | undefined {
  if (rows < fewestRows) return 'NaN'
  const values: number[] = []
  for (let sample = 0; sample < samples; sample++) {
    const value = metric(new Set([2 * sample, 2 * sample + 1]))
    if (value === undefined) return undefined
    values.push(value)
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / samples
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (samples - 1))
}

/**
 * Interval of a proportion (E. B. Wilson, 1927), which also holds at 0 and 1. Undefined without trials.
 */
export function wilson(part: number, whole: number): Interval | undefined {
  if (whole === 0) return undefined
  const share = part / whole
  const z2 = normal * normal
  const centre = (share + z2 / (2 * whole)) / (1 + z2 / whole)
  const half =
    (normal * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole))) / (1 + z2 / whole)
  // At the ends the limit is the end, but for rounding.
  return [part === 0 ? 0 : centre - half, part === whole ? 1 : centre + half]
}

/** Interval around a value of known standard error, within the limits that the metric can take. */
export function around(
  value: number,
  error: number | undefined,
  [least, most]: Interval,
): Interval | undefined {
  if (error === undefined) return undefined
  return [Math.max(least, value - normal * error), Math.min(most, value + normal * error)]
}

/**
 * Interval of any smooth metric: the jackknife that leaves out one fold at a time (M. H. Quenouille, 1956; J. W. Tukey,
 * 1958), with Student's quantile for so few folds. Undefined where a fold leaves the metric without a value.
 */
export function jackknife(metric: Metric, value: number, [least, most]: Interval): Interval | undefined {
  const values: number[] = []
  for (let fold = 0; fold < folds; fold++) {
    const each = metric(new Set([fold]))
    if (each === undefined) return undefined
    values.push(each)
  }
  const mean = values.reduce((sum, each) => sum + each, 0) / folds
  const spread = values.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  const error = Math.sqrt(((folds - 1) / folds) * spread)
  return [Math.max(least, value - student * error), Math.min(most, value + student * error)]
}

/** The same function, asked once for each set of folds. */
export function once<T>(compute: (without: ReadonlySet<number>) => T): (without: ReadonlySet<number>) => T {
  const known = new Map<string, T>()
  return (without) => {
    const key = [...without].join()
    if (!known.has(key)) known.set(key, compute(without))
    return known.get(key)!
  }
}
