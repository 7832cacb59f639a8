/** The analyzer of what a detector or a segmenter answers: how many objects, how large, how sure, of which classes. */
import type { PropertySpec } from '../../runtime/distances/property-reference.ts'
import { type DriftOptions, propertyAnalyzer } from '../../runtime/drift/index.ts'
import { type Found, foundIn, type Layout, layouts } from './predictions.ts'

interface Options extends DriftOptions {
  readonly feature: string
  readonly layout: Layout
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

export const detections = propertyAnalyzer({
  name: 'detections',
  version: 1,
  description: 'Objects that a detector or segmenter answers with, and their drift.',
  options: {
    feature: {
      type: 'string',
      default: 'detections',
      description:
        'Name of the feature (kind text) that holds the JSON of the answer. Of another name, list it in the option except of nlp.',
    },
    layout: {
      enum: layouts,
      default: 'auto',
      description:
        'sagemaker: {"prediction": [[class, score, xmin, ymin, xmax, ymax]]}; coco: [{category_id, bbox or segmentation, score}]; shares: {"class": share of the image}.',
    },
  },
  accepts: (column) => column.kind === 'text',
  specs: detectionSpecs,
  things: 'answers',
  check: 'baseline_drift_check',
  shown: detectionSpecs.map(({ name }) => name),
  feature: ({ feature }: Options) => feature,
  measure(batch, { feature, layout }) {
    const values = batch.texts.find(({ name }) => name === feature)?.values ?? []
    return Array.from({ length: batch.length }, (_, row) => row).flatMap((row) => {
      const text = values[row]
      return text === undefined ? [] : [{ row, properties: detectionProperties(foundIn(text, layout)) }]
    })
  },
})
