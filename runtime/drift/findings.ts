/** Results of comparisons as findings, in words. */
import type { PropertyResult } from '../distances/property-drift.ts'
import { percent, shownP } from '../distances/shown-numbers.ts'
import type { Finding } from '../plugin.ts'

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
  return [
    {
      feature: name,
      check,
      value: Number.NaN,
      threshold: Number.NaN,
      violated: false,
      description: `Insufficient data: ${compared} ${things}, at least ${least} are needed for a comparison`,
    },
  ]
}
