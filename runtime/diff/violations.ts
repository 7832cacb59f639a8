/** constraint_violations.json of both sides: the same verdicts, and for each that only one side has the probable cause. Pure. */
import { causesOf } from './causes.ts'
import { type Comparison, isObject, type Json, type Place } from './comparison.ts'
import { brief } from './walk.ts'

const file = 'constraint_violations.json'

/** The report files of one folder, parsed; undefined where it has none. */
export interface Reports {
  readonly statistics: Json | undefined
  readonly constraints: Json | undefined
  readonly violations: Json | undefined
}

/** A violation as a reader sees it. */
export interface Violation extends Json {
  readonly constraint_check_type?: string
  readonly description?: string
  readonly feature_name?: string
}

/** Compares two violations files. */
export function compareViolations(comparison: Comparison, a: Reports, b: Reports): void {
  const [left, right] = [violationsOf(a), violationsOf(b)]
  // That there is none is a result, too.
  if (left.size + right.size === 0) comparison.same({ file, where: 'violations' })
  const only: { side: 'A' | 'B'; violation: Violation }[] = []
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [ours, theirs] = [left.get(key) ?? [], right.get(key) ?? []]
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      const [one, other] = [ours[i], theirs[i]]
      if (one && other) {
        compareTexts(comparison, placeOf(one), one, other)
        compareValues(comparison, placeOf(one), one, other)
      } else only.push(one ? { side: 'A', violation: one } : { side: 'B', violation: other! })
    }
  }
  for (const { side, violation } of only) {
    const [having, lacking] = side === 'A' ? [a, b] : [b, a]
    const why = `only in ${side}. ${causesOf(violation, having, lacking, only.length).join('; ')}`
    const text = violation.description ?? 'present'
    comparison.different(
      placeOf(violation),
      side === 'A' ? text : undefined,
      side === 'B' ? text : undefined,
      why,
    )
  }
}

function violationsOf({ violations }: Reports): Map<string, Violation[]> {
  const list = Array.isArray(violations?.['violations']) ? violations['violations'].filter(isObject) : []
  return Map.groupBy(list.map(readable), identityOf)
}

/** The violation with texts where texts belong, whatever the file has there. */
function readable(violation: Json): Violation {
  const texts = ['constraint_check_type', 'description', 'feature_name'].flatMap((key) => {
    const value = violation[key]
    return value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]]
  })
  return { ...violation, ...Object.fromEntries(texts) }
}

const identity = ['segment', 'label', 'facet', 'facet_value', 'metric_name', 'feature_name'] as const

function identityOf(violation: Violation): string {
  return JSON.stringify([violation.constraint_check_type, ...identity.map((key) => violation[key] ?? null)])
}

function placeOf(violation: Violation): Place {
  const feature = identity
    .map((key) => violation[key])
    .filter((part) => typeof part === 'string')
    .join(' ')
  return { file, ...(feature ? { feature } : {}), where: violation.constraint_check_type ?? '' }
}

const numeral = /-?\d+(?:\.\d+)?(?:E-?\d+)?/gi

/** The same verdict: how its text compares. */
function compareTexts(comparison: Comparison, place: Place, a: Violation, b: Violation): void {
  const [left, right] = [plain(a), plain(b)]
  if (left === right) return comparison.same(place)
  const wording = (text: string) => text.replace(numeral, '#')
  if (wording(left) !== wording(right))
    return comparison.tolerated(
      place,
      a.description,
      b.description,
      'wording',
      'the same verdict in other words: containers of 2019 write "Value: … does not meet the constraint requirement!"',
    )
  const [numbersA, numbersB] = [left, right].map((text) => (text.match(numeral) ?? []).map(Number))
  const apart = numbersA!.findIndex((n, i) => comparison.numberVerdict(n, numbersB![i]!) === 'different')
  if (apart < 0) comparison.tolerated(place, a.description, b.description, 'rounding')
  else
    comparison.different(
      place,
      a.description,
      b.description,
      'the same verdict with other numbers: other rows, or another threshold',
    )
}

/** The numbers beside the text, where both have them: they are byom's own. */
function compareValues(comparison: Comparison, place: Place, a: Violation, b: Violation): void {
  for (const key of ['value', 'threshold', 'p_value']) {
    const [left, right] = [a[key], b[key]]
    const at = { ...place, where: `${place.where}.${key}` }
    if (typeof left === 'number' && typeof right === 'number') comparison.number(at, left, right)
    else if (left !== undefined && right !== undefined) comparison.exact(at, brief(left), brief(right))
  }
}

/** Without what is drawn at random: the standard deviation of a model's metric. */
function plain({ description = '' }: Violation): string {
  return description.replace(/ \+\/- \S+/, '')
}
