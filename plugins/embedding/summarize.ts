/** State of a vector feature → its part of statistics.json. */
import { frechet } from '../../runtime/distances/frechet.ts'
import { rounded } from '../../runtime/distances/shown-numbers.ts'
import {
  type ChannelResult,
  compareVectors,
  type VectorComparison,
} from '../../runtime/distances/vector-drift.ts'
import { fitVectors, type VectorReference } from '../../runtime/distances/vector-reference.ts'
import type { DriftSettings } from '../../runtime/drift/index.ts'
import type { AskedModel } from '../../runtime/models/asked-model.ts'
import { sampled } from '../../runtime/sketches/bottom-k.ts'
import { fixedMean } from '../../runtime/sketches/fixed-sums.ts'
import { hoursInOrder } from '../../runtime/sketches/hourly.ts'
import { populationDeviation } from '../../runtime/sketches/moments.ts'
import { reducedWidth } from '../../runtime/sketches/reduce.ts'
import type { VectorTotals } from '../../runtime/sketches/vector-sums.ts'
import type { ColumnState } from './column-state.ts'
import { type StoredReference, store } from './reference-file.ts'

/** What is said of one feature. */
export type VectorStatistics = {
  name: string
  /** Records with and without a vector. */
  present: number
  missing: number
  /** Vectors with NaN or infinite numbers, of zeros, and of another number of numbers than expected. */
  invalid: number
  zero: number
  wrong_dimension: number
  /** Numbers of a vector: the baseline's, else the most frequent; 0 without vectors. */
  dimension: number
  norm?: { mean: number; std_dev: number; min: number; max: number }
  /** Vectors that took part in the comparison. */
  compared?: number
  drift?: Drift
  /** Of vectors that a model makes: records that it made none of, and which model it is. */
  unreadable?: number
  model?: AskedModel
  /** Sketches for a later run's comparison, on baseline runs with enough vectors. */
  reference?: StoredReference
}

/** Outcome of the comparison with the baseline. */
export type Drift = {
  p_value: number
  channels: Record<string, { statistic: number; critical: number; p_value: number; effect: number }>
  strongest: string
  /** Dimension whose mean moved most, and by how many deviations. */
  dimension: number
  moved: number
  novel_share: number
  novel_expected: number
  novel_events: string[]
  frechet: { distance: number; mean: number; covariance: number }
  /** Cells that hold more than before, the most grown first. */
  grown_cells: { cell: number; expected: number; share: number; events: string[] }[]
  baseline: number
}

/** @param rows of the dataset; those without the feature are missing vectors */
export function summarizeColumn(
  name: string,
  state: ColumnState,
  rows: number,
  settings: DriftSettings,
): VectorStatistics {
  const { present, invalid, zero, tooWide, widths, norm, reference, totals } = state
  const dimension = reference?.width ?? mostFrequent(widths)
  const finite = [...widths.values()].reduce((sum, count) => sum + count, 0)
  const fitted = reference ? undefined : referenceOf(state, dimension)
  const comparison =
    reference && totals && totals.count >= settings.minRecords
      ? compareVectors(reference, totals, settings.alpha)
      : undefined
  return {
    name,
    present,
    missing: rows - present,
    invalid,
    zero,
    wrong_dimension: tooWide + finite - (widths.get(dimension) ?? 0),
    dimension,
    ...(norm.count > 0
      ? {
          norm: {
            mean: rounded(norm.mean),
            std_dev: rounded(Math.min(Number.MAX_VALUE, populationDeviation(norm))),
            min: norm.min,
            max: norm.max,
          },
        }
      : {}),
    ...(totals ? { compared: totals.count } : {}),
    ...(comparison ? { drift: describe(comparison, reference!, totals!, state) } : {}),
    ...(fitted ? { reference: store(fitted) } : {}),
  }
}

/** The width that most vectors have; of equals the smallest. */
function mostFrequent(widths: ReadonlyMap<number, number>): number {
  const [first] = [...widths].sort(([a, n], [b, m]) => m - n || a - b)
  return first?.[0] ?? 0
}

/** Hours of a baseline that are compared. */
function referenceOf({ sample, hours }: ColumnState, width: number): VectorReference | undefined {
  if (!sample) return undefined
  const reduced = reducedWidth(width)
  const blocks = hoursInOrder(hours).map((hour) =>
    sampled(hour)
      .filter((row) => row.length === reduced + 1 && row[reduced] === width)
      .map((row) => row.subarray(0, reduced)),
  )
  return fitVectors(
    sampled(sample).filter((vector) => vector.length === width),
    blocks,
  )
}

function describe(
  { channels, strongest, pValue }: VectorComparison,
  reference: VectorReference,
  totals: VectorTotals,
  state: ColumnState,
): Drift {
  const dimensions = channels.find(({ channel }) => channel === 'dimensions')!
  return {
    p_value: pValue,
    channels: Object.fromEntries(channels.map((result) => [result.channel, told(result)])),
    strongest: strongest.channel,
    dimension: dimensions.dimension!,
    moved: rounded(dimensions.effect),
    novel_share: rounded(totals.novel / totals.count),
    novel_expected: rounded(reference.novelty.hits / reference.novelty.of),
    novel_events: state.novel.map(({ id }) => id),
    frechet: frechetOf(reference, totals),
    grown_cells: grownCells(reference, totals, state),
    baseline: reference.count,
  }
}

function told({ statistic, critical, pValue, effect }: ChannelResult) {
  return {
    statistic: rounded(statistic),
    critical: rounded(critical),
    p_value: pValue,
    effect: rounded(Math.min(Number.MAX_VALUE, effect)),
  }
}

/** Along the baseline's principal components, where it has mean 0 and the components' variances. */
function frechetOf({ components }: VectorReference, totals: VectorTotals): Drift['frechet'] {
  const size = components.directions.length
  const scale = components.deviations
  const score = fixedMean(totals.scores)
  const products = fixedMean(totals.products)
  const before = new Float64Array(size * size)
  const now = new Float64Array(size * size)
  for (let i = 0, at = 0; i < size; i++) {
    before[i * size + i] = scale[i]! ** 2
    for (let j = 0; j <= i; j++, at++) {
      const second = products[at]! * (i === j ? Math.SQRT2 : 1)
      const value = (second - score[i]! * score[j]!) * scale[i]! * scale[j]!
      now[i * size + j] = value
      now[j * size + i] = value
    }
  }
  const { distance, mean, covariance } = frechet(
    new Float64Array(size),
    before,
    score.map((s, i) => s * scale[i]!),
    now,
  )
  return { distance: rounded(distance), mean: rounded(mean), covariance: rounded(covariance) }
}

function grownCells({ cells }: VectorReference, totals: VectorTotals, state: ColumnState) {
  return [...totals.cells]
    .map((count, cell) => ({
      cell,
      expected: rounded(cells.shares[cell]!),
      share: rounded(count / totals.count),
      events: state.cells[cell]!.map(({ id }) => id),
    }))
    .filter(({ share, expected }) => share > expected)
    .sort((a, b) => b.share - b.expected - (a.share - a.expected) || a.cell - b.cell)
    .slice(0, 3)
}
