/** Findings of text features: drift of the runs of characters, and of the properties. */
import { shownP } from '../../runtime/distances/shown-numbers.ts'
import {
  change,
  type DriftSettings,
  missingFinding,
  type PropertyContext,
  propertyFinding,
  verdict,
} from '../../runtime/drift/index.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { formatDouble } from '../../runtime/report/double.ts'
import { languages } from '../../runtime/text/language.ts'
import { personalKinds } from '../../runtime/text/personal-data.ts'
import { scripts } from '../../runtime/text/scripts.ts'
import { runsShare, type TextDrift, type TextStatistics } from './summarize.ts'

const personal = new Set<string>(personalKinds)

/** Every comparison of one feature with the baseline. */
export function checkText(
  now: TextStatistics,
  settings: DriftSettings,
  before?: Record<string, unknown>,
): Finding[] {
  const gone = missingFinding(now, now.present, before, 'present', 'texts', settings)
  if (gone) return [gone]
  return verdict(now, 'baseline_drift_check', 'texts', settings.minRecords, (drift) => {
    const context = contextOf(now, drift, settings)
    return [
      driftFinding(now, drift, settings, context),
      ...propertyFinding(
        drift.properties.filter(({ name }) => !personal.has(name)),
        context,
      ),
      ...propertyFinding(
        drift.properties.filter(({ name }) => personal.has(name)),
        { ...context, check: 'pii_check' },
      ),
    ]
  })
}

function contextOf(
  { name, compared = 0 }: TextStatistics,
  { baseline }: TextDrift,
  { alpha }: DriftSettings,
) {
  return {
    feature: name,
    check: 'text_quality_check',
    things: 'texts',
    level: (1 - runsShare) * alpha,
    compared,
    baseline,
    label: (property: string, code: number) =>
      (property === 'language' ? languages : scripts)[code] ?? String(code),
  }
}

function driftFinding(
  { name, compared }: TextStatistics,
  drift: TextDrift,
  { alpha }: DriftSettings,
  context: PropertyContext,
): Finding {
  const level = runsShare * alpha
  return {
    feature: name,
    check: 'baseline_drift_check',
    value: drift.statistic,
    threshold: drift.critical,
    pValue: drift.p_value,
    violated: drift.p_value < level,
    description:
      `Baseline drift distance: ${formatDouble(drift.statistic)} exceeds threshold: ${formatDouble(drift.critical)}. ` +
      `What is written differs: effect ${Number(drift.effect.toPrecision(3))}, p-value ${shownP(drift.p_value)} below ${Number(level.toPrecision(3))} ` +
      `(${compared} texts against ${drift.baseline}). Likely cause: ${cause(drift, context)}.`,
  }
}

/** The terms that moved most, when they may be shown; else the property that did. */
function cause({ terms, properties }: TextDrift, context: PropertyContext): string {
  if (terms.length > 0)
    return terms
      .slice(0, 5)
      .map(({ term, before, now, rare, new: isNew }) => {
        const from = isNew ? '0 % → ' : `${rare ? 'at most ' : ''}${share(before)} → `
        return `"${term}" in ${from}${share(now)} of the texts`
      })
      .join('; ')
  const strongest = properties.reduce((least, result) => (result.pValue < least.pValue ? result : least))
  return strongest.pValue < 0.01
    ? change(strongest, context)
    : 'other words, with lengths, languages and characters as before (no word moved clearly, or showTerms is off)'
}

function share(value: number): string {
  return `${Number((100 * value).toPrecision(2))} %`
}
