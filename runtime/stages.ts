/** What happens to decoded batches: sample → analyze, for the whole and for each segment. */
import {
  type Analysis,
  type LoadedAnalyzer,
  mergeAnalysis,
  recycleAnalysis,
  startAnalysis,
  updater,
} from './analyze.ts'
import type { BaselineFiles } from './baseline.ts'
import type { Batch } from './batch.ts'
import type { Job } from './job.ts'
import { type Registry, withBaseline } from './registry.ts'
import { type LoadedSampler, mergeSamples, replay, type Sample, sampling, startSample } from './sample.ts'
import { segmentBaseline } from './segment-baseline.ts'
import { type AnalyzersOf, mergeSegments, type SegmentBy, type Segments, segmenting } from './segments.ts'

/** The configured stages. */
export interface Stages {
  readonly analyzers: readonly LoadedAnalyzer[]
  readonly sampler: LoadedSampler | undefined
  readonly segments: { readonly by: SegmentBy; readonly max: number } | undefined
  /** The analyzers of a segment, which know its part of the baseline. */
  readonly analyzersOf: AnalyzersOf
}

/** What the stages have found so far. Plain data. */
export interface Findings {
  readonly analysis: Analysis
  readonly sample: Sample | undefined
  readonly segments: Segments | undefined
}

/** The stages of a job. */
export function stagesOf(
  { analyzers, sampler }: Pick<Registry, 'analyzers' | 'sampler'>,
  job: Job,
  baseline: BaselineFiles,
): Stages {
  const known = new Map<string, LoadedAnalyzer[]>()
  const analyzersOf = (segment: string) => {
    const loaded = known.get(segment) ?? withBaseline(analyzers, job, segmentBaseline(baseline, segment))
    known.set(segment, loaded)
    return loaded
  }
  return { analyzers, sampler, segments: job.settings.segments, analyzersOf }
}

/** The findings of no rows. */
export function startFindings({ analyzers, sampler, segments }: Stages): Findings {
  return {
    analysis: startAnalysis(analyzers),
    sample: sampler && startSample(),
    segments: segments && new Map(),
  }
}

/** Returns a function that takes a batch through the stages. */
export function stageRunner(stages: Stages, findings: Findings): (batch: Batch) => void {
  const analyze = analyzing(stages, findings)
  if (stages.sampler === undefined || findings.sample === undefined) return analyze
  const sample = sampling(stages.sampler, findings.sample)
  return (batch) => {
    const kept = sample(batch)
    if (kept !== undefined) analyze(kept)
  }
}

function analyzing({ analyzers, segments, analyzersOf }: Stages, findings: Findings): (batch: Batch) => void {
  const update = updater(analyzers, findings.analysis)
  if (segments === undefined || findings.segments === undefined) return update
  const share = segmenting(segments.by, segments.max, analyzersOf, findings.segments)
  return (batch) => {
    update(batch)
    share(batch)
  }
}

/** Folds in the findings of rows that come later in the input. */
export function mergeFindings(
  { analyzers, sampler, segments, analyzersOf }: Stages,
  into: Findings,
  from: Findings,
): void {
  mergeAnalysis(analyzers, into.analysis, from.analysis)
  if (sampler && into.sample && from.sample) mergeSamples(sampler, into.sample, from.sample)
  if (segments && into.segments && from.segments)
    mergeSegments(segments.max, analyzersOf, into.segments, from.segments)
}

/** Gives back what findings were made of that have been merged or sent; nobody looks at them again. */
export function recycleFindings({ analyzers }: Stages, findings: Findings, into: Analysis): void {
  recycleAnalysis(analyzers, findings.analysis, into)
}

/** Analyzes the rows that a bounded sampler has set aside; call it once, when all units are merged. */
export function settle(stages: Stages, findings: Findings): void {
  if (stages.sampler && findings.sample) replay(stages.sampler, findings.sample, analyzing(stages, findings))
}
