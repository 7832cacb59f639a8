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
  /** Highest hash of a group's name, once there are as many as allowed: those above need not be remembered. */
  let highest = Number.POSITIVE_INFINITY
  const groupOf = (name: string) =>
    segments.has(name) || name === noSegment || textHash(name) < highest ? name : otherSegments
  const give = (name: string, batch: Batch) => {
    let segment = segments.get(name)
    if (segment === undefined) {
      segment = { rows: 0, analysis: startAnalysis(analyzersOf(name)) }
      segments.set(name, segment)
    }
    const update = updaters.get(name) ?? updater(analyzersOf(name), segment.analysis)
    updaters.set(name, update)
    segment.rows += batch.length
    update(batch)
  }
  return (batch) => {
    for (const [name, rows] of groups(batch, by, groupOf)) {
      const isNew = !segments.has(name)
      give(groupOf(name), rows.length === batch.length ? batch : selectRows(batch, rows, rows.length))
      if (!isNew) continue
      for (const gone of foldOthers(segments, max, analyzersOf)) updaters.delete(gone)
      const names = named(segments)
      if (names.length >= max) highest = Math.max(...names.map(textHash))
    }
  }
}

/** The groups that count against the bound. */
function named(segments: Segments): string[] {
  return [...segments.keys()].filter((name) => name !== otherSegments && name !== noSegment)
}

function groups(
  batch: Batch,
  by: SegmentBy,
  groupOf: (name: string) => string,
): Map<string, Int32Array<ArrayBuffer>> {
  const found = new Map<string, number[]>()
  const column = 'column' in by ? batch.column(by.column) : undefined
  for (let row = 0; row < batch.length; row++) {
    const value =
      'column' in by
        ? column?.text(row)
        : 'path' in by
          ? batch.segment(row)
          : folder(batch.position(row).file, by.folder)
    const name = groupOf(value ?? noSegment)
    const group = found.get(name)
    if (group === undefined) found.set(name, [row])
    else group.push(row)
  }
  return new Map([...found].map(([name, rows]) => [name, Int32Array.from(rows)]))
}

/** The folder at that place of a path, counted from the file's own (1). */
function folder(file: string, place: number): string | undefined {
  return file.split('/').at(-1 - place)
}

/** Folds the groups beyond the bound into the group of others; returns their names. */
function foldOthers(segments: Segments, max: number, analyzersOf: AnalyzersOf): string[] {
  if (segments.size <= max) return []
  const names = named(segments).map((name) => ({ name, hash: textHash(name) }))
  const gone = names
    .sort((a, b) => a.hash - b.hash)
    .slice(max)
    .map(({ name }) => name)
  if (gone.length === 0) return []
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
