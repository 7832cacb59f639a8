/** Findings without a verdict. */
import type { Finding } from './plugin.ts'

/** Comparisons that were not made, such as those of too few records: without a number, and no violation. */
export function unjudged(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    ({ violated, value, pValue }) => !violated && Number.isNaN(value) && pValue === undefined,
  )
}
