/** The analyzer of what a detector or a segmenter answers: how many objects, how large, how sure, of which classes. */
import {
  calibrationText,
  type DriftConstraint,
  type DriftOptions,
  driftOptions,
  driftSettings,
  listOf,
  suggestDrift,
} from '../../runtime/distances/drift-settings.ts'
import type { PropertyResult } from '../../runtime/distances/property-drift.ts'
import type { PropertyReference, PropertySpec } from '../../runtime/distances/property-reference.ts'
import { insufficientData, propertyFinding } from '../../runtime/distances/property-texts.ts'
import { type ConstraintsPart, defineAnalyzer, rowHash, type StatisticsPart } from '../../runtime/plugin.ts'
import { hourOf } from '../../runtime/sketches/hourly.ts'
import {
  addProperties,
  compareProfiles,
  createPropertyProfile,
  describeProperties,
  hoursCompared,
  mergePropertyProfile,
  type PropertyProfile,
  type PropertySummary,
  referencesOf,
  restoreProperties,
  storeProperties,
} from '../../runtime/sketches/property-profile.ts'
import { type Found, foundIn, type Layout, layouts } from './predictions.ts'

interface Options extends DriftOptions {
  readonly feature: string
  readonly layout: Layout
  readonly sampleSize: number
}

/** State: at most 4 MB in a baseline run, 10 KB in a monitoring run. */
interface State {
  readonly options: Options
  /** Undefined until the first answer. */
  profile: PropertyProfile | undefined
  answers: number
  readonly references: readonly PropertyReference[] | undefined
  readonly least: number
  readonly level: number
}

type DetectionStatistics = {
  name: string
  answers: number
  /** Per property its mean, deviation and range; of shares the mean is the share. */
  properties: Record<string, PropertySummary>
  compared?: number
  drift?: { baseline: number; properties: PropertyResult[] }
  reference?: { properties: unknown; hours?: number }
}

interface Statistics extends StatisticsPart {
  custom?: { features: DetectionStatistics[] }
}

interface Constraints extends ConstraintsPart {
  custom?: { features: DriftConstraint[] }
}

/** Scores below count as unsure. */
const sure = 0.5

/** All properties of an answer, in the order of {@link detectionProperties}. */
export const detectionSpecs: readonly PropertySpec[] = [
  ...['objects', 'area', 'covered', 'aspect', 'score', 'unsure', 'classes'].map((name) => ({
    name,
    kind: 'number' as const,
  })),
  { name: 'main_class', kind: 'category' },
  { name: 'nothing_found', kind: 'share' },
  { name: 'unreadable', kind: 'share' },
]

/** The properties of an answer: means over its objects; 0 where there is none, main_class -1. */
export function detectionProperties(found: readonly Found[] | undefined): Float32Array {
  const objects = found ?? []
  const scores = objects.map(({ score }) => score).filter((score) => !Number.isNaN(score))
  const areas = objects.map(({ area }) => area)
  const rank = ({ score, area }: Found) => (Number.isNaN(score) ? area : score)
  const main = objects.reduce<Found | undefined>(
    (most, each) => (most && rank(most) >= rank(each) ? most : each),
    undefined,
  )
  return Float32Array.from([
    objects.length,
    mean(areas),
    areas.reduce((sum, area) => sum + area, 0),
    mean(objects.map(({ aspect }) => aspect).filter((aspect) => !Number.isNaN(aspect))),
    mean(scores),
    mean(scores.map((score) => (score < sure ? 1 : 0))),
    new Set(objects.map(({ label }) => label)).size,
    main?.label ?? -1,
    found && objects.length === 0 ? 1 : 0,
    found ? 0 : 1,
  ]).map((value) => (Number.isFinite(value) ? value : 0))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0)
}

export const detections = defineAnalyzer<Options, State, Statistics, Constraints>({
  name: 'detections',
  version: 1,
  description: 'Objects that a detector or segmenter answers with, and their drift.',
  options: {
    type: 'object',
    properties: {
      ...driftOptions,
      feature: {
        type: 'string',
        default: 'detections',
        description: 'Name of the feature (kind text) that holds the JSON of the answer.',
      },
      layout: {
        enum: layouts,
        default: 'auto',
        description:
          'sagemaker: {"prediction": [[class, score, xmin, ymin, xmax, ymax]]}; coco: [{category_id, bbox or segmentation, score}]; shares: {"class": share of the image}.',
      },
    },
    additionalProperties: false,
  },
  // Means of properties are sums of decimals; everything else is exact.
  exactness: { relative: 1e-6 },

  accepts: (column) => column.kind === 'text',

  init(options, { baseline }) {
    const { feature } = options
    const known = listOf(baseline?.statistics?.custom).find((each) => each['name'] === feature)
    const stored = known?.['reference'] as { properties?: unknown } | undefined
    const place = `baseline statistics of feature ${JSON.stringify(feature)}`
    const { alpha, minRecords } = driftSettings(baseline?.constraints?.custom, feature, options)
    return {
      options,
      profile: undefined,
      answers: 0,
      references: stored && restoreProperties(stored.properties, detectionSpecs, place),
      least: minRecords,
      level: alpha,
    }
  },

  update(state, batch) {
    const { feature, layout, sampleSize } = state.options
    const values = batch.texts.find(({ name }) => name === feature)?.values
    if (values === undefined) return
    const rows = Array.from({ length: batch.length }, (_, row) => row).filter(
      (row) => values[row] !== undefined,
    )
    if (rows.length === 0) return
    state.profile ??= createPropertyProfile(detectionSpecs, state.references, sampleSize)
    state.answers += rows.length
    addProperties(
      state.profile,
      rows.map((row) => detectionProperties(foundIn(values[row]!, layout))),
      rows.map((row) => rowHash(batch, row, 'detections')),
      rows.map((row) => hourOf(batch.time(row))),
    )
  },

  merge(into, from) {
    into.answers += from.answers
    if (from.profile === undefined) return
    if (into.profile === undefined) into.profile = structuredClone(from.profile)
    else mergePropertyProfile(into.profile, from.profile)
  },

  summarize({ profile, answers, options, references, least, level }) {
    if (profile === undefined) return {}
    const own = referencesOf(profile, detectionSpecs)
    const hours = own && hoursCompared(own)
    const results = compareProfiles([profile], least, level)
    const feature: DetectionStatistics = {
      name: options.feature,
      answers,
      properties: describeProperties(profile, detectionSpecs),
      ...(references ? { compared: answers } : {}),
      ...(results.length > 0 ? { drift: { baseline: references![0]!.of, properties: results } } : {}),
      ...(own ? { reference: { properties: storeProperties(own), ...(hours ? { hours } : {}) } } : {}),
    }
    return { custom: { features: [feature] } }
  },

  suggest({ custom }, options) {
    if (!custom) return {}
    return {
      custom: {
        features: custom.features.map(({ name, reference }) =>
          suggestDrift(name, options, calibrationText(reference?.hours)),
        ),
      },
    }
  },

  check({ custom }, baseline, options) {
    return (custom?.features ?? []).flatMap(({ name, compared, drift }) => {
      const { enabled, alpha, minRecords } = driftSettings(baseline.constraints?.custom, name, options)
      if (!enabled || compared === undefined) return []
      if (!drift) return [insufficientData(name, 'baseline_drift_check', 'answers', compared, minRecords)]
      return propertyFinding(drift.properties, {
        feature: name,
        check: 'baseline_drift_check',
        things: 'answers',
        level: alpha,
        compared,
        baseline: drift.baseline,
      })
    })
  },

  metrics: ({ custom }, findings) =>
    (custom?.features ?? []).flatMap(({ name, properties, drift }) => {
      const own = findings.filter(({ feature }) => feature === name)
      const values: [string, number | undefined][] = [
        ...Object.entries(properties).map(([property, { mean: average }]): [string, number] => [
          property,
          average,
        ]),
        ['drift_p_value', own.find(({ pValue }) => pValue !== undefined)?.pValue],
        ['drift_violation', drift && Number(own.some(({ violated }) => violated))],
      ]
      return values.flatMap(([what, value]) =>
        value === undefined ? [] : [{ name: `feature_${what}_${name}`, feature: name, value }],
      )
    }),
})
