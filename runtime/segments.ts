/** Groups of rows that are analyzed on their own, beside the whole: variants, target models, customers of one kind. */
import { type Analysis, type LoadedAnalyzer, mergeAnalysis, startAnalysis, updater } from './analyze.ts'
import type { Batch } from './batch.ts'
import { selectRows } from './select.ts'
import { textHash } from './sketches/row-hash.ts'

/** Group of the rows that have nothing to be grouped by, and of those of groups beyond the bound. */
export const noSegment = '(none)'
export const otherSegments = '(other)'

/** A group's rows and states. Plain data. */
export interface Segment {
  rows: number
  readonly analysis: Analysis
}

/** By name. Plain data. */
export type Segments = Map<string, Segment>

/** What names a row's group. */
export type SegmentBy = { readonly column: string } | { readonly path: string } | { readonly folder: number }

/** The analyzers of a group: they differ in the baseline that they are given. */
export type AnalyzersOf = (segment: string) => readonly LoadedAnalyzer[]

/**
 * Returns a function that shares a batch out.
 * @param max most groups by name; of more, those of the lowest hash stay, which does not depend on how the rows are split
 */
export function segmenting(
  by: SegmentBy,
  max: number,
  analyzersOf: AnalyzersOf,
  segments: Segments,
): (batch: Batch) => void {
  const updaters = new Map<string, (batch: Batch) => void>()
  const dropped = new Set<string>()
  const give = (name: string, batch: Batch) => {
    let segment = segments.get(name)
    if (segment === undefined) {
      segment = { rows: 0, analysis: startAnalysis(analyzersOf(name)) }
      segments.set(name, segment)
      updaters.set(name, updater(analyzersOf(name), segment.analysis))
    }
    segment.rows += batch.length
    updaters.get(name)!(batch)
  }
  return (batch) => {
    for (const [name, { rows, count }] of groups(batch, by)) {
      const target = dropped.has(name) ? otherSegments : name
      give(target, count === batch.length ? batch : selectRows(batch, rows, count))
      for (const gone of foldOthers(segments, max, analyzersOf)) {
        dropped.add(gone)
        updaters.delete(gone)
        updaters.set(
          otherSegments,
          updater(analyzersOf(otherSegments), segments.get(otherSegments)!.analysis),
        )
      }
    }
  }
}

function groups(batch: Batch, by: SegmentBy): Map<string, { rows: Int32Array; count: number }> {
  const found = new Map<string, { rows: Int32Array; count: number }>()
  const column = 'column' in by ? batch.column(by.column) : undefined
  for (let row = 0; row < batch.length; row++) {
    const name =
      ('column' in by
        ? column?.text(row)
        : 'path' in by
          ? batch.segment(row)
          : folder(batch.position(row).file, by.folder)) ?? noSegment
    let group = found.get(name)
    if (group === undefined) {
      group = { rows: new Int32Array(batch.length), count: 0 }
      found.set(name, group)
    }
    group.rows[group.count++] = row
  }
  return found
}

/** The folder at that place of a path, counted from the file's own (1). */
function folder(file: string, place: number): string | undefined {
  return file.split('/').at(-1 - place)
}

/** Folds the groups beyond the bound into the group of others; returns their names. */
function foldOthers(segments: Segments, max: number, analyzersOf: AnalyzersOf): string[] {
  const names = [...segments.keys()].filter((name) => name !== otherSegments)
  if (names.length <= max) return []
  const gone = names.sort((a, b) => textHash(a) - textHash(b)).slice(max)
  let others = segments.get(otherSegments)
  if (others === undefined) {
    others = { rows: 0, analysis: startAnalysis(analyzersOf(otherSegments)) }
    segments.set(otherSegments, others)
  }
  for (const name of gone) {
    const { rows, analysis } = segments.get(name)!
    others.rows += rows
    mergeAnalysis(analyzersOf(otherSegments), others.analysis, analysis)
    segments.delete(name)
  }
  return gone
}

/** Folds in the groups of rows that come later in the input. */
export function mergeSegments(max: number, analyzersOf: AnalyzersOf, into: Segments, from: Segments): void {
  for (const [name, segment] of from) {
    const known = into.get(name)
    if (known === undefined) into.set(name, segment)
    else {
      known.rows += segment.rows
      mergeAnalysis(analyzersOf(name), known.analysis, segment.analysis)
    }
  }
  foldOthers(into, max, analyzersOf)
}
