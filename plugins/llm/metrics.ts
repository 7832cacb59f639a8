/** Metric lines of the exchanges: at most fifteen. */
import type { Finding, Metric } from '../../runtime/plugin.ts'
import type { ExchangeStatistics } from './summarize.ts'

const shown = [
  'response_words',
  'ratio',
  'latency',
  'response_tokens',
  'overlap',
  'refusal',
  'empty_response',
  'looping',
  'language_mismatch',
  'invalid_json',
  'injection',
  'pii_leak',
]

export function exchangeMetrics(
  features: readonly ExchangeStatistics[],
  findings: readonly Finding[],
): Metric[] {
  return features.flatMap(({ name, properties, drift }) => {
    const own = findings.filter(({ feature }) => feature === name)
    const values: [string, number | undefined][] = [
      ...shown.map((property): [string, number | undefined] => [property, properties[property]?.mean]),
      ['drift_p_value', own.find(({ pValue }) => pValue !== undefined)?.pValue],
      ['drift_violation', drift && Number(own.some(({ violated }) => violated))],
    ]
    return values.flatMap(([what, value]) =>
      value === undefined ? [] : [{ name: `feature_${what}_${name}`, feature: name, value }],
    )
  })
}
