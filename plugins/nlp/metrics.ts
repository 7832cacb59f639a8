/** Metric lines of text features: at most fourteen per feature. */
import type { Finding, Metric } from '../../runtime/plugin.ts'
import { personalKinds } from '../../runtime/text/personal-data.ts'
import type { TextStatistics } from './summarize.ts'

export function textMetrics(features: readonly TextStatistics[], findings: readonly Finding[]): Metric[] {
  return features.flatMap(({ name, present, missing, duplicates, properties, drift }) => {
    const share = (property: string) => properties[property]?.mean
    const pii = personalKinds.map(share).filter((value) => value !== undefined)
    const values: [string, number | undefined][] = [
      ['non_null', present + missing > 0 ? present / (present + missing) : undefined],
      ['words', share('words')],
      ['tokens', share('tokens')],
      ['empty_share', share('empty')],
      ['garbage_share', share('garbage')],
      ['duplicate_share', present > 0 ? duplicates : undefined],
      ['repetition', share('repetition')],
      ['pii_share', pii.length > 0 ? Math.max(...pii) : undefined],
      ['new_words', drift?.properties.find((result) => result.name === 'new_words')?.now],
      ['baseline_drift', drift?.effect],
      ['drift_p_value', drift?.p_value],
      [
        'drift_violation',
        drift && Number(findings.some(({ feature, violated }) => feature === name && violated)),
      ],
    ]
    return [
      ...summary(name, properties['chars'], present),
      ...values.flatMap(([what, value]) =>
        value === undefined ? [] : [{ name: `feature_${what}_${name}`, feature: name, value }],
      ),
    ]
  })
}

function summary(
  name: string,
  chars: TextStatistics['properties'][string] | undefined,
  count: number,
): Metric[] {
  if (!chars) return []
  const { mean, min, max } = chars
  const value = { sampleCount: count, sum: mean * count, minimum: min, maximum: max }
  return [{ name: `feature_chars_${name}`, feature: name, value }]
}
