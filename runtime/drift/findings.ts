/** Results of comparisons as findings, in words. */
import { betaBinomialTail } from '../distances/beta.ts'
import type { PropertyResult } from '../distances/property-drift.ts'
import { percent, shownP } from '../distances/shown-numbers.ts'
import type { Finding } from '../plugin.ts'
import type { DriftSettings } from './settings.ts'

/** What a list of results is about. */
export interface PropertyContext {
  readonly feature: string
  readonly check: string
  /** What is counted: texts, images. */
  readonly things: string
  /** Level of all properties that were compared together, of which the list may be a part. */
  readonly level: number
  readonly compared: number
  readonly baseline: number
  /** Name of a category's code; what -1 stands for is added here. */
  readonly label?: (property: string, code: number) => string
}

/**
 * One finding for the whole list, of the property with the smallest p-value, corrected for all that were compared. The
 * text names all whose corrected p-value is below the level. None for an empty list.
 */
export function propertyFinding(results: readonly PropertyResult[], context: PropertyContext): Finding[] {
  const [first] = results
  if (first === undefined) return []
  const strongest = results.reduce((least, result) => (result.pValue < least.pValue ? result : least), first)
  const moved = results
    .filter(({ familyPValue }) => familyPValue < context.level)
    .sort((a, b) => a.pValue - b.pValue)
  const named = (moved.length > 0 ? moved : [strongest]).slice(0, 5).map((result) => change(result, context))
  const more = moved.length > 5 ? ` and ${moved.length - 5} more` : ''
  return [
    {
      feature: context.feature,
      check: context.check,
      value: strongest.statistic,
      threshold: strongest.critical,
      pValue: strongest.familyPValue,
      violated: strongest.familyPValue < context.level,
      description:
        `Baseline drift distance: ${shownNumber(strongest.statistic)} exceeds threshold: ${shownNumber(strongest.critical)}. ` +
        `Property ${strongest.name} differs from the baseline: effect ${Number(strongest.effect.toPrecision(3))}, ` +
        `p-value ${shownP(strongest.familyPValue)} below ${Number(context.level.toPrecision(3))} ` +
        `(${context.compared} ${context.things} against ${context.baseline}). Likely cause: ${named.join('; ')}${more}.`,
    },
  ]
}

/** A result in words: `chars: mean 172 → 301`, `language de: 0.4 % → 6.1 %`. */
export function change(
  { name, kind, before, now, code }: PropertyResult,
  { label }: PropertyContext,
): string {
  if (kind === 'number') return `${name}: mean ${shown(before)} → ${shown(now)}`
  const unlisted = before > 0 ? 'of the rarest' : 'something new'
  const what = code === undefined ? '' : ` ${code === -1 ? unlisted : (label?.(name, code) ?? code)}`
  return `${name}${what}: ${percent(before)} → ${percent(now)}`
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** As the tabular texts have it: always with a decimal point. */
function shownNumber(value: number): string {
  const short = Number(value.toPrecision(6))
  return Number.isInteger(short) ? short.toFixed(1) : String(short)
}

/** Why nothing is said of a feature: too few records. */
export function insufficient(found: number, things: string, least: number): string {
  return `Insufficient data: ${found} ${things}, at least ${least} are needed for a comparison`
}

/** Why nothing is said of a feature: the baseline's file knows it, but has nothing to compare with. */
export function noReference(things: string): string {
  return `Insufficient data: the baseline has no sketches of these ${things}. Make one of 20 or more, with a baseline run`
}

/** Why nothing is said of a feature: the baseline's file does not have it. */
export function unknownThere(things: string): string {
  return `Not compared: the baseline has nothing of these ${things}. It knows them by another name, or comes from another version of byom. Make the baseline anew`
}

/**
 * What is found of a feature whose records are compared as one: none without a reference of the baseline, "insufficient
 * data" for too few records, else what `judge` says.
 * @param things what is counted: texts, images
 */
export function verdict<Drift>(
  { name, compared, drift }: { name: string; compared?: number; drift?: Drift },
  check: string,
  things: string,
  least: number,
  judge: (drift: Drift, compared: number) => Finding[],
): Finding[] {
  if (compared === undefined) return []
  if (drift !== undefined) return judge(drift, compared)
  return [notCompared(name, check, insufficient(compared, things, least))]
}

/** The finding of what was not compared, which is no verdict. */
export function notCompared(feature: string, check: string, description: string): Finding {
  return { feature, check, value: Number.NaN, threshold: Number.NaN, violated: false, description }
}

/** A share that has grown, of what must not be: in the baseline none or few. */
export interface Fault {
  readonly feature: string
  readonly check: string
  /** What is wrong, as a sentence: `Image requirement is not met`. */
  readonly what: string
  /** What is counted, and what is the matter with those: `payloads`, `are empty`. */
  readonly things: string
  readonly are: string
  readonly cause: string
  readonly count: number
  readonly of: number
  /** The same of the baseline. */
  readonly before: number
  readonly beforeOf: number
  readonly level: number
  /** True: any at all is a violation where the baseline has none, whatever chance says. */
  readonly hard?: boolean
}

/** The finding of a share that must not grow: the p-value is the beta-binomial tail of its count. */
export function faultFinding(fault: Fault): Finding {
  const { feature, check, what, things, are, cause, count, of, beforeOf, level } = fault
  // The file may have been edited.
  const before = Math.min(fault.before, beforeOf)
  const value = count / of
  const threshold = beforeOf > 0 ? before / beforeOf : 0
  const pValue = betaBinomialTail(count, of, before, beforeOf)
  const any = fault.hard === true && threshold === 0
  const limit = any ? ', and none is expected' : ` below ${Number(level.toPrecision(3))}`
  return {
    feature,
    check,
    value,
    threshold,
    pValue,
    violated: value > threshold && (any || pValue < level),
    description:
      `${what}. ${percent(value)} of ${of} ${things} ${are}, ${percent(threshold)} of ${beforeOf} in the baseline: ` +
      `effect ${Number((value - threshold).toPrecision(3))}, p-value ${shownP(pValue)}${limit}. Likely cause: ${cause}.`,
  }
}

/**
 * The finding of a feature that no record has any more, though the baseline's had it.
 * @param before what the baseline's file says of the feature
 * @param counted key of the number of records that have it
 */
export function missingFinding(
  now: { name: string; missing: number },
  present: number,
  before: Record<string, unknown> | undefined,
  counted: string,
  things: string,
  { alpha }: DriftSettings,
): Finding | undefined {
  const had = countOf(before, counted)
  if (present > 0 || now.missing === 0 || had === 0) return undefined
  const missed = countOf(before, 'missing')
  return faultFinding({
    feature: now.name,
    check: 'missing_column_check',
    what: `There are no ${things} at all`,
    things: 'records',
    are: 'have none',
    cause: 'the feature has another name or place in what was captured, or is no longer sent',
    count: now.missing,
    of: now.missing,
    before: missed,
    beforeOf: missed + had,
    level: alpha,
  })
}

/** A count in a file that may have been edited; what is no number counts as none. */
export function countOf(entry: Record<string, unknown> | undefined, key: string): number {
  const value = entry?.[key]
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : 0
}
