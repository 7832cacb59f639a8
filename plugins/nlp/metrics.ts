/** Metrics of a text feature: at most fourteen. */
import { type MetricValue, violationMetrics } from '../../runtime/drift/index.ts'
import type { Finding } from '../../runtime/plugin.ts'
import { personalKinds } from '../../runtime/text/personal-data.ts'
import type { TextStatistics } from './summarize.ts'

export function textMetrics(
  { present, missing, duplicates, properties, drift }: TextStatistics,
  findings: readonly Finding[],
): MetricValue[] {
  const mean = (property: string) => properties[property]?.mean
  const pii = personalKinds.map(mean).filter((value) => value !== undefined)
  return [
    ['chars', summary(properties['chars'], present)],
    ['non_null', present + missing > 0 ? present / (present + missing) : undefined],
    ['words', mean('words')],
    ['tokens', mean('tokens')],
    ['empty_share', mean('empty')],
    ['garbage_share', mean('garbage')],
    ['duplicate_share', present > 0 ? duplicates : undefined],
    ['repetition', mean('repetition')],
    ['pii_share', pii.length > 0 ? Math.max(...pii) : undefined],
    ['new_words', drift?.properties.find(({ name }) => name === 'new_words')?.now],
    ['baseline_drift', drift?.effect],
    ...violationMetrics(drift, drift?.p_value, findings),
  ]
}

function summary(chars: TextStatistics['properties'][string] | undefined, count: number): MetricValue[1] {
  if (!chars) return undefined
  const { mean, min, max } = chars
  return { sampleCount: count, sum: mean * count, minimum: min, maximum: max }
}
