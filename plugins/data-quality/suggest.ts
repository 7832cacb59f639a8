/** Statistics of a baseline → suggested constraints, with the defaults that every recorded file has. */
import type { ConstraintsPart, FeatureConstraints, FeatureStatistics } from '../../runtime/plugin.ts'

/**
 * @param driftMethod the job's `categorical_drift_method`, LInfinity when absent
 */
export function suggestConstraints(
  features: readonly FeatureStatistics[],
  driftMethod: string | undefined,
): ConstraintsPart & { features: FeatureConstraints[] } {
  return {
    features: features.map(suggestFeature),
    monitoring_config: {
      evaluate_constraints: 'Enabled',
      emit_metrics: 'Enabled',
      datatype_check_threshold: 1,
      domain_content_threshold: 1,
      distribution_constraints: {
        perform_comparison: 'Enabled',
        comparison_threshold: 0.1,
        comparison_method: 'Robust',
        categorical_comparison_threshold: 0.1,
        categorical_drift_method: driftMethod === 'ChiSquared' ? 'ChiSquared' : 'LInfinity',
      },
    },
  }
}

function suggestFeature({
  name,
  inferred_type,
  numerical_statistics,
  string_statistics,
}: FeatureStatistics): FeatureConstraints {
  const completeness = (numerical_statistics ?? string_statistics)?.completeness ?? 0
  const domain = string_statistics?.distribution?.categorical?.buckets.map(({ value }) => value)
  return {
    name,
    ...(inferred_type ? { inferred_type } : {}),
    completeness,
    ...(numerical_statistics?.min !== undefined
      ? { num_constraints: { is_non_negative: numerical_statistics.min >= 0 } }
      : {}),
    ...(domain ? { string_constraints: { domains: domain.sort() } } : {}),
  }
}
