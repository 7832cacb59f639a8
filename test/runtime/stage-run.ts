/** Takes an input through the real decoder, stages and merge tree, cut into any number of units that end in any order. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plan } from '../../contracts/types.generated.ts'
import type { LoadedAnalyzer } from '../../runtime/analyze.ts'
import type { Position } from '../../runtime/batch.ts'
import type { Job, Settings } from '../../runtime/job.ts'
import { MergeTree } from '../../runtime/merge-tree.ts'
import { makePlan } from '../../runtime/plan.ts'
import { defineAnalyzer } from '../../runtime/plugin.ts'
import type { LoadedSampler } from '../../runtime/sample.ts'
import { type Stages, settle } from '../../runtime/stages.ts'
import { fromJson, toJson } from '../../runtime/state.ts'
import { mergeResults, runUnit, type UnitHost, type UnitResult } from '../../runtime/unit.ts'
import { jobOf } from './job-of.ts'

/** Everything that a row shows to an analyzer. */
export interface SeenRow {
  readonly texts: Record<string, string>
  readonly classes: Record<string, number>
  readonly numbers: Record<string, number>
  readonly id: string | undefined
  readonly time: number
  readonly segment: string | undefined
  readonly place: Pick<Position, 'file' | 'offset'>
  /** Number of the record, and the byte from which it counts. */
  readonly counted: Pick<Position, 'record' | 'byte'>
}

/** A host that nobody listens to. */
export const unitHost: UnitHost = { progress: () => {}, line: () => {}, now: () => 0, pid: process.pid }

/** An analyzer whose state is the list of rows it was shown. */
export const collector: LoadedAnalyzer = {
  analyzer: defineAnalyzer<object, SeenRow[], object, object>({
    name: 'collector',
    version: 1,
    description: 'keeps every row',
    options: { type: 'object' },
    exactness: 'exact',
    init: () => [],
    update(state, batch) {
      for (let row = 0; row < batch.length; row++) {
        const { file, offset, record, byte } = batch.position(row)
        const cells = batch.columns.filter((column) => column.text(row) !== undefined)
        const each = <T>(of: (column: (typeof cells)[number]) => T) =>
          Object.fromEntries(
            cells.map((column) => [column.name, of(column)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        state.push({
          texts: each((column) => column.text(row)!),
          classes: each((column) => column.classes[row]!),
          numbers: each((column) => column.numbers[row]!),
          id: batch.eventId(row),
          time: batch.time(row),
          segment: batch.segment(row),
          place: { file, offset },
          counted: { record, byte },
        })
      }
    },
    merge: (into, from) => void into.push(...from),
    summarize: () => ({}),
  }),
  number: 0,
  plugin: { name: 'test', version: '1.0.0' },
  options: {},
  context: { run: 'baseline', environment: {}, distances: 'exact' },
}

/** What is to be read, and how. */
export interface Input {
  readonly job: Job
  readonly plan: Plan
}

/** Writes the files and plans them as one unit each. */
export async function inputOf(
  folder: string,
  files: Readonly<Record<string, string>>,
  format: Job['format'],
  settings: Partial<Settings> = {},
): Promise<Input> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  const job = jobOf({ source: folder, format, kind: 'baseline' }, settings)
  return { job, plan: await makePlan(job, []) }
}

/** The input in `parts` units: runs of files where a file is read whole (CSV), else slices of every file. */
export function cutInto({ job, plan }: Input, parts: number): Input {
  return { job, plan: { ...plan, units: unitsOf(plan, parts, job.format.kind === 'csv') } }
}

function unitsOf(plan: Plan, parts: number, whole: boolean): Plan['units'] {
  const slices = plan.units.flat()
  if (parts === 1) return [slices]
  if (whole) {
    const cut = (i: number) => Math.floor((slices.length * i) / parts)
    return Array.from({ length: parts }, (_, i) => slices.slice(cut(i), cut(i + 1)))
  }
  return plan.files.flatMap(({ bytes }, file) =>
    Array.from({ length: parts }, (_, i) => {
      const [start, end] = [Math.floor((bytes * i) / parts), Math.floor((bytes * (i + 1)) / parts)]
      return [{ file, start, end }]
    }),
  )
}

export interface Used {
  readonly sampler?: LoadedSampler
  readonly analyzers?: readonly LoadedAnalyzer[]
}

/** The stages of a job, without a baseline. */
export function stagesFor({ job }: Input, { sampler, analyzers = [collector] }: Used): Stages {
  return { analyzers, sampler, segments: job.settings.segments, analyzersOf: () => analyzers }
}

/**
 * Reads all units and merges them.
 * @param order turns the unit numbers into the order in which they end
 */
export async function runUnitsOf(
  input: Input,
  used: Used,
  order: (units: number[]) => number[] = (units) => units,
): Promise<UnitResult> {
  const { job, plan } = input
  const stages = stagesFor(input, used)
  const tree = new MergeTree<UnitResult>((into, from) => mergeResults(stages, into, from))
  for (const unit of order(plan.units.map((_, i) => i))) {
    const value = await runUnit({ job, plan, handler: undefined }, unit, stages, unitHost)
    // As between machines: what is no plain data does not come through.
    tree.add({
      from: unit,
      to: unit + 1,
      value: fromJson(JSON.parse(JSON.stringify(toJson(value)))) as UnitResult,
    })
  }
  const result = tree.finish(plan.units.length)!
  settle(stages, result.findings)
  return result
}

/** The rows that the whole analysis saw. */
export function rowsOf({ findings }: UnitResult): SeenRow[] {
  return findings.analysis.states.get('collector') as SeenRow[]
}

/** Rows in the order of the input, without what depends on how it was cut. */
export function inOrder(rows: readonly SeenRow[]): Omit<SeenRow, 'counted'>[] {
  return rows
    .map(({ counted: _, ...row }) => row)
    .sort((a, b) =>
      a.place.file === b.place.file ? a.place.offset - b.place.offset : a.place.file < b.place.file ? -1 : 1,
    )
}

/** Capture lines, one row each: the input's values, and an event id `<prefix><i>`. */
export function captureLines(rows: readonly string[], prefix = 'id-', eventMetadata: object = {}): string {
  const side = (mode: string, data: string) => ({
    observedContentType: 'text/csv',
    mode,
    data,
    encoding: 'CSV',
  })
  return rows
    .map((row, i) =>
      JSON.stringify({
        captureData: { endpointInput: side('INPUT', row), endpointOutput: side('OUTPUT', String(i % 7)) },
        eventMetadata: {
          ...eventMetadata,
          eventId: `${prefix}${i}`,
          inferenceTime: new Date(Date.UTC(2022, 3, 18) + i * 1000).toISOString(),
        },
        eventVersion: '0',
      }),
    )
    .join('\n')
}
