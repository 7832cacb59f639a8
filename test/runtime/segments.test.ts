import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import dataQuality from '../../plugins/data-quality/plugin.ts'
import { type LoadedAnalyzer, startAnalysis, updater } from '../../runtime/analyze.ts'
import type { Batch } from '../../runtime/batch.ts'
import { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import type { StatisticsPart } from '../../runtime/plugin.ts'
import {
  mergeSegments,
  noSegment,
  otherSegments,
  type SegmentBy,
  type Segments,
  segmenting,
} from '../../runtime/segments.ts'
import { textHash } from '../../runtime/sketches/row-hash.ts'
import {
  captureLines,
  collector,
  cutInto,
  inOrder,
  inputOf,
  rowsOf,
  runUnitsOf,
  type SeenRow,
} from './stage-run.ts'

const quality: LoadedAnalyzer = {
  analyzer: dataQuality.analyzers![0]!,
  number: 1,
  plugin: { name: 'data-quality', version: '1.0.0' },
  options: { maxCategories: 120 },
  context: { run: 'baseline', environment: {}, distances: 'exact' },
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-segments-'))
})
afterAll(() => rm(folder, { recursive: true }))

const seen = (segments: Segments, name: string) =>
  segments.get(name)!.analysis.states.get('collector') as SeenRow[]

/** Rows of two columns, `group` and `value`, in batches. */
function feed(
  rows: readonly { group?: string | undefined; value: number }[],
  size: number,
  emit: (batch: Batch) => void,
): void {
  const builder = new BatchBuilder({
    columns: ['group', 'value'].map((name) => ({ name, kind: 'scalar', source: 'data' }) as const),
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit,
  })
  for (const [i, { group, value }] of rows.entries()) {
    builder.startRecordAt({ file: 'f', byte: 0, record: i + 1, offset: i })
    builder.identify(undefined, Number.NaN)
    builder.ready(builder.length)
    if (group !== undefined) builder.setText(builder.buffers[0]!, builder.length, group)
    builder.setText(builder.buffers[1]!, builder.length, String(value))
    builder.commit(1)
    if (builder.length >= size) builder.flush()
  }
  builder.flush()
}

const byGroup: SegmentBy = { column: 'group' }
const row = fc.record({
  group: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', 'A'), { nil: undefined }),
  value: fc.integer({ min: -50, max: 50 }),
})

/** The names that stay: those of the lowest hash. */
function named(rows: readonly { group?: string | undefined }[], max: number): Set<string> {
  const names = new Set(rows.map(({ group }) => group ?? noSegment))
  const nameless = names.delete(noSegment) ? [noSegment] : []
  const stay = [...names].sort((a, b) => textHash(a) - textHash(b)).slice(0, max)
  return new Set([...stay, ...nameless])
}

describe('every row', () => {
  it('is in exactly one group, and each group is what its rows alone give (property)', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(80),
        (rows, max, size, cut) => {
          const analyzers = [collector, quality]
          const analyzersOf = () => analyzers
          const parts = [rows.slice(0, cut), rows.slice(cut)].map((part) => {
            const segments: Segments = new Map()
            feed(part, size, segmenting(byGroup, max, analyzersOf, segments))
            return segments
          })
          const [segments, later] = parts as [Segments, Segments]
          mergeSegments(max, analyzersOf, segments, structuredClone(later))

          const stay = named(rows, max)
          const groupOf = ({ group }: (typeof rows)[number]) =>
            stay.has(group ?? noSegment) ? (group ?? noSegment) : otherSegments
          expect([...segments.keys()].sort()).toEqual([...new Set(rows.map(groupOf))].sort())
          for (const [name, segment] of segments) {
            const own = rows.filter((each) => groupOf(each) === name)
            expect(segment.rows).toBe(own.length)
            const alone = startAnalysis(analyzers)
            feed(own, size, updater(analyzers, alone))
            const values = (list: readonly SeenRow[]) =>
              list.map(({ numbers }) => numbers['value']!).sort((a, b) => a - b)
            expect(values(seen(segments, name))).toEqual(values(alone.states.get('collector') as SeenRow[]))
            const features = (states: ReadonlyMap<string, unknown>) => {
              const { features = [] }: StatisticsPart = quality.analyzer.summarize(states.get('data-quality'))
              return features
                .map(({ name, inferred_type, numerical_statistics: n, string_statistics: s }) => ({
                  name,
                  inferred_type,
                  common: n?.common ?? s?.common,
                  range: [n?.min, n?.max],
                  sum: n?.sum === undefined ? undefined : Math.round(n.sum),
                }))
                .sort((a, b) => (a.name < b.name ? -1 : 1))
            }
            expect(features(segment.analysis.states)).toEqual(features(alone.states))
            expect(segment.analysis.failures.size).toBe(0)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('of an undivided run gives the very state that its rows alone give', () => {
    const rows = Array.from({ length: 500 }, (_, i) => ({ group: `g${i % 4}`, value: (i * 37) % 101 }))
    const segments: Segments = new Map()
    feed(
      rows,
      500,
      segmenting(byGroup, 10, () => [quality], segments),
    )
    for (const [name, { analysis }] of segments) {
      const alone = startAnalysis([quality])
      feed(
        rows.filter(({ group }) => group === name),
        500,
        updater([quality], alone),
      )
      expect(analysis).toEqual(alone)
    }
    expect(segments.size).toBe(4)
  })
})

it('thousands of names take no more groups than allowed while reading', () => {
  const segments: Segments = new Map()
  const share = segmenting(byGroup, 5, () => [collector], segments)
  const rows = Array.from({ length: 3000 }, (_, i) => ({ group: `g${i}`, value: i }))
  feed(rows, 500, (batch) => {
    share(batch)
    expect(segments.size).toBeLessThanOrEqual(6)
  })
  expect([...segments.values()].reduce((sum, { rows }) => sum + rows, 0)).toBe(3000)
  expect(new Set(segments.keys())).toEqual(new Set([...named(rows, 5), otherSegments]))
})

it('a value that is called like the group of others joins it, and does not count against the bound', () => {
  const segments: Segments = new Map()
  const rows = [otherSegments, 'a', 'b', 'c'].map((group, value) => ({ group, value }))
  feed(
    rows,
    1,
    segmenting(byGroup, 2, () => [collector], segments),
  )
  const stay = named(rows.slice(1), 2)
  expect(new Set(segments.keys())).toEqual(new Set([...stay, otherSegments]))
  expect(segments.get(otherSegments)!.rows).toBe(2)
})

it('an analyzer that fails in one group fails there only', () => {
  const fussy: LoadedAnalyzer = {
    ...collector,
    number: 1,
    analyzer: {
      ...collector.analyzer,
      name: 'fussy',
      init: () => ({}),
      update(_, batch) {
        if (batch.column('group')?.text(0) === 'b') throw new Error('not b')
      },
      merge: () => {},
    },
  }
  const segments: Segments = new Map()
  const rows = ['a', 'b', 'c'].map((group, value) => ({ group, value }))
  feed(
    rows,
    10,
    segmenting(byGroup, 5, () => [fussy, collector], segments),
  )
  expect([...segments].map(([name, { analysis }]) => [name, [...analysis.failures]])).toEqual([
    ['a', []],
    ['b', [['fussy', 'update: not b']]],
    ['c', []],
  ])
  expect(seen(segments, 'b')).toHaveLength(1)
})

describe('groups of an input', () => {
  const colours = Array.from({ length: 90 }, (_, i) => `${['red', 'green', 'blue', '', 'grey'][i % 5]},${i}`)
  const cases: [string, SegmentBy, (at: { row: SeenRow; i: number }) => string][] = [
    ['a column', { column: '_c1' }, ({ row }) => row.texts['_c1'] ?? noSegment],
    ['a column that is nowhere', { column: 'nowhere' }, () => noSegment],
    [
      'a path over the capture record',
      { path: 'eventMetadata.customAttributes[0]' },
      ({ row }) => (row.place.file.includes('one') ? 'x' : noSegment),
    ],
    ['the folder of the variant', { folder: 5 }, ({ row }) => row.place.file.split('/')[1]!],
    ['a folder above the source', { folder: 9 }, () => noSegment],
  ]

  it.each(cases)('by %s, whatever the split', async (name, by, groupOf) => {
    for (const max of [20, 2]) {
      const input = await inputOf(
        join(folder, `${name} ${max}`),
        {
          'endpoint/one/2022/04/18/00/a.jsonl': captureLines(colours, 'a', { customAttributes: ['x', 'y'] }),
          'endpoint/two/2022/04/18/00/b.jsonl': captureLines(colours.slice(0, 33), 'b', {
            customAttributes: [],
          }),
        },
        { kind: 'capture', outputPosition: 'START' },
        { segments: { by, max } },
      )
      const all = rowsOf(await runUnitsOf(input, {}))
      expect(all).toHaveLength(123)
      const groups = all.map((row, i) => groupOf({ row, i }))
      const stay = named(
        groups.map((group) => ({ group })),
        max,
      )
      const expected = new Map<string, number>()
      for (const group of groups) {
        const target = stay.has(group) ? group : otherSegments
        expected.set(target, (expected.get(target) ?? 0) + 1)
      }
      for (const parts of [1, 3, 17])
        for (const order of [(units: number[]) => units, (units: number[]) => units.toReversed()]) {
          const { findings } = await runUnitsOf(cutInto(input, parts), {}, order)
          const counts = new Map([...findings.segments!].map(([name, { rows }]) => [name, rows]))
          expect(counts).toEqual(expected)
          const together = [...findings.segments!.keys()].flatMap((name) => seen(findings.segments!, name))
          expect(inOrder(together)).toEqual(inOrder(all))
        }
    }
  })
})
