/** Metrics against those of the baseline's analysis.json. */
import type { Baseline, ConstraintsPart, Finding, Metric, StatisticsPart } from '../../runtime/plugin.ts'
import { type FacetEntry, type Report, type Stage, textOfValue, valueOfEntry } from './report.ts'

const stages = ['post_training_bias_metrics', 'pre_training_bias_metrics'] as const

/** Quantile 0.975 of the normal distribution. */
const normal = 1.959963984540054

/**
 * A metric is further from 0 than the baseline's: a violation, of every metric. With the bootstrap it must be so with 95 %
 * confidence: the interval around it and the baseline's range are apart.
 */
export function checkReport(report: Report, baseline: Baseline<StatisticsPart, ConstraintsPart>): Finding[] {
  return stages.flatMap((name) => {
    const expected = baseline.constraints?.sections?.[name] as Partial<Stage> | undefined
    const found = report[name]
    if (found === undefined || typeof expected?.facets !== 'object' || expected.facets === null) return []
    return Object.entries(found.facets).flatMap(([facet, entries]) => {
      const others: unknown = Object.hasOwn(expected.facets!, facet) ? expected.facets![facet] : undefined
      return entries.flatMap((entry, i) =>
        Array.isArray(others) ? compare(facet, entry, counterpart(entry, i, others)) : [],
      )
    })
  })
}

/** The entry of the same group, else the one in the same place: the text of a threshold holds the data's maximum. */
function counterpart(entry: FacetEntry, i: number, others: FacetEntry[]): Partial<FacetEntry> | undefined {
  return others.find((other) => other?.value_or_threshold === entry.value_or_threshold) ?? others[i]
}

function compare(facet: string, entry: FacetEntry, other: Partial<FacetEntry> | undefined): Finding[] {
  if (!Array.isArray(other?.metrics)) return []
  const expected = new Map(other.metrics.map((metric) => [metric?.name, valueOfEntry(metric)]))
  return entry.metrics.flatMap((metric) => {
    const value = valueOfEntry(metric)
    const limit = expected.get(metric.name) ?? Number.NaN
    if (Number.isNaN(value) || Number.isNaN(limit)) return []
    const margin = normal * (metric.standard_error ?? 0)
    return [
      {
        feature: facet,
        subject: { facet, facet_value: entry.value_or_threshold, metric_name: metric.name },
        check: 'bias_drift_check',
        value: finite(value),
        threshold: finite(limit),
        violated: Math.abs(value) > Math.abs(limit) && Math.abs(value) - margin > Math.abs(limit),
        description: `Metric value ${textOfValue(value)} doesn't meet the baseline constraint requirement ${textOfValue(limit)}`,
      },
    ]
  })
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN
}

/** What the service sends for an infinite value: the largest that its metric API takes, 2.348543e108 in print. */
const infinite = 2 ** 360

/** One line per metric that has a value, with the service's dimensions. */
export function biasMetrics(report: Report): Metric[] {
  return stages.flatMap((name) => {
    const stage = report[name]
    const biasStage = name.startsWith('post') ? 'Post-Training' : 'Pre-training'
    return Object.entries(stage?.facets ?? {}).flatMap(([facet, entries]) =>
      entries.flatMap(({ value_or_threshold, metrics }) =>
        metrics
          .filter(({ value }) => value !== null)
          .map((metric) => ({
            name: `bias_metric_${metric.name}`,
            value: Math.max(-infinite, Math.min(infinite, valueOfEntry(metric))),
            dimensions: {
              BiasStage: biasStage,
              Label: stage!.label,
              LabelValue: stage!.label_value_or_threshold,
              Facet: facet,
              FacetValue: value_or_threshold,
            },
          })),
      ),
    )
  })
}
