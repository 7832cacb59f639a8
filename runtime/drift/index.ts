/** Drift of what is no table: the family of its analyzers, their settings and the words of their findings. */
export {
  type DriftStatistics,
  driftAnalyzer,
  type FamilyState,
  type Member,
  type MetricValue,
  stateOf,
  violationMetrics,
} from './analyzer.ts'
export {
  change,
  countOf,
  faultFinding,
  missingFinding,
  type PropertyContext,
  propertyFinding,
  verdict,
} from './findings.ts'
export {
  baselineOf,
  type MeasuredRow,
  type PropertyStatistics,
  propertyAnalyzer,
  propertyStatistics,
  restoreReferences,
} from './properties.ts'
export { type DriftOptions, type DriftSettings, listOf } from './settings.ts'
