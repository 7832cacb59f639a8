/** What a comparison of two reports finds, and when two values count as equal. Pure. */

/** Why two values that differ are let pass. */
export type Tolerance = 'rounding' | 'printed' | 'sketch' | 'estimate' | 'chance' | 'wording' | 'order'

/** The tolerances in words. */
export const tolerances: Readonly<Record<Tolerance, string>> = {
  rounding: 'numbers within 1e-12 of the larger one (1e-15 beside 0): sums in another order',
  printed: 'numbers that one side prints with --digits decimals, equal when the other is rounded to them',
  sketch:
    'counts and ranks of KLL sketches within 0.21 % of the values, for each sketch that has compacted any',
  estimate:
    'distinct counts within 15 %: the original estimates them with 5 % standard error (HyperLogLog++)',
  chance: 'standard deviations and Kernel SHAP values, which are drawn from random samples',
  wording: 'texts of the same verdict in other words, as containers of other years write them',
  order: 'the same values in another order, where the order means nothing',
}

/** Something that is not the same in both folders. */
export interface Difference {
  readonly file: string
  /** Feature, metric or facet; undefined: of the whole file. */
  readonly feature?: string
  /** Keys from there on, joined by dots. */
  readonly where: string
  /** Value in the first and in the second folder; undefined: it has none. */
  readonly a: unknown
  readonly b: unknown
  /** `different` counts; `tolerated` is within a tolerance; `extra` is what only some containers write. */
  readonly verdict: 'different' | 'tolerated' | 'extra'
  readonly tolerance?: Tolerance
  readonly why?: string
}

/** Where a value stands. */
export interface Place {
  readonly file: string
  readonly feature?: string
  readonly where: string
}

/** Gathers differences, and counts what was compared. */
export class Comparison {
  readonly differences: Difference[] = []
  /** Values that were compared, by file. */
  readonly compared = new Map<string, number>()
  readonly #digits: number | undefined

  /** @param digits decimals that one side may have been rounded to; undefined: neither was */
  constructor(digits?: number) {
    this.#digits = digits
  }

  /** Counts a value that is the same. */
  same({ file }: Place): void {
    this.compared.set(file, (this.compared.get(file) ?? 0) + 1)
  }

  different(place: Place, a: unknown, b: unknown, why?: string): void {
    this.#add(place, a, b, { verdict: 'different', ...(why ? { why } : {}) })
  }

  tolerated(place: Place, a: unknown, b: unknown, tolerance: Tolerance, why?: string): void {
    this.#add(place, a, b, { verdict: 'tolerated', tolerance, ...(why ? { why } : {}) })
  }

  extra(place: Place, a: unknown, b: unknown, why: string): void {
    this.#add(place, a, b, { verdict: 'extra', why })
  }

  /** Numbers that should be equal but for rounding. */
  number(place: Place, a: number, b: number, why?: string): void {
    const found = this.numberVerdict(a, b)
    if (found === 'same') this.same(place)
    else if (found === 'different') this.different(place, a, b, why ?? this.#hint(a, b))
    else this.tolerated(place, a, b, found)
  }

  /** How two numbers compare. */
  numberVerdict(a: number, b: number): 'same' | 'rounding' | 'printed' | 'different' {
    if (Object.is(a, b) || a === b) return 'same'
    const apart = Math.abs(a - b)
    if (apart <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) || apart <= 1e-15) return 'rounding'
    if (this.#digits !== undefined && roundsTo(a, b, this.#digits)) return 'printed'
    return 'different'
  }

  /** Values that have to be the same: texts, types, whole counts. */
  exact(place: Place, a: unknown, b: unknown, why?: string): void {
    if (a === b) this.same(place)
    else this.different(place, a, b, why)
  }

  #hint(a: number, b: number): string | undefined {
    return this.#digits === undefined && roundsTo(a, b, 6)
      ? 'equal when rounded to 6 decimals: --digits 6 accepts values that were printed so'
      : undefined
  }

  #add(
    { file, feature, where }: Place,
    a: unknown,
    b: unknown,
    verdict: Pick<Difference, 'verdict' | 'tolerance' | 'why'>,
  ): void {
    if (verdict.verdict !== 'extra') this.compared.set(file, (this.compared.get(file) ?? 0) + 1)
    this.differences.push({ file, ...(feature === undefined ? {} : { feature }), where, a, b, ...verdict })
  }
}

/** Whether one of the numbers has at most so many decimals, and is what the other rounds to. */
function roundsTo(a: number, b: number, digits: number): boolean {
  const isPrinted = (value: number) => Number(value.toFixed(digits)) === value
  // Half a unit of the last digit; a little more, for the rounding of the rounding.
  return (isPrinted(a) || isPrinted(b)) && Math.abs(a - b) <= 0.500001 * 10 ** -digits
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>

/** True for a JSON object, false for lists and null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list that have a text under the key, by that text; the first of equal ones. */
export function byKey(list: unknown, key = 'name'): Map<string, Json> {
  const found = new Map<string, Json>()
  for (const item of Array.isArray(list) ? list : [])
    if (isObject(item) && typeof item[key] === 'string' && !found.has(item[key])) found.set(item[key], item)
  return found
}

/** The names of both sides, in the order of the first, then of the second. */
export function union<T>(a: Iterable<T>, b: Iterable<T>): T[] {
  return [...new Set([...a, ...b])]
}
