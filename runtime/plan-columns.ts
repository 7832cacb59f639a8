/** The columns that have no names of their own, found in the first records of a few files. */
import type { PlanSchema } from '../contracts/types.generated.ts'
import { type SideShape, shapeOf } from './decode/capture-shape.ts'
import { fieldCount, isBlank, splitRecord } from './decode/csv.ts'
import { csvHeader, firstRecords } from './decode/csv-cuts.ts'
import type { Job } from './job.ts'

/** Files looked into, spread over the dataset; records read of each. */
const filesToLookInto = 5
const recordsToLookInto = 200

/** Absolute path of a file of the plan. */
type Locate = (file: string) => string

/**
 * @param files relative paths in order
 * @param locate turns them into absolute ones
 * @param baseline names of the baseline's features in order
 */
export async function planColumns(
  job: Job,
  files: readonly string[],
  locate: Locate,
  baseline: readonly string[],
): Promise<PlanSchema> {
  if (files.length === 0) return { outputs: [], inputs: [] }
  if (job.format.kind === 'csv') {
    const names = job.headers ?? baseline
    return { outputs: [], inputs: await csvColumns(job, files, locate, job.format.header, names) }
  }
  if (job.format.kind === 'parquet') {
    const { parquetColumns } = await import('./decode/parquet.ts')
    return { outputs: [], inputs: await parquetColumns(locate(files[0]!), files[0]!) }
  }
  if (job.format.kind === 'capture')
    return captureColumns(job, files, locate, job.format.outputPosition, baseline)
  return { outputs: [], inputs: [] }
}

async function csvColumns(
  job: Job,
  files: readonly string[],
  locate: Locate,
  header: boolean,
  baseline: readonly string[],
): Promise<string[]> {
  const { maxLineBytes } = job.settings
  for (const file of header ? files : []) {
    const found = await csvHeader(locate(file), file, maxLineBytes)
    if (found) return found
  }
  const widths: number[] = []
  for (const file of header ? [] : spread(files)) {
    const { bytes, whole } = await firstRecords(locate(file), file, maxLineBytes)
    for (let i = 0, records = 0; i < bytes.length && records < recordsToLookInto; records++) {
      i = splitRecord(bytes, i, bytes.length, whole)
      if (i < 0) break
      if (!isBlank(bytes)) widths.push(fieldCount)
    }
  }
  return positionNames(mode(widths), baseline, job.excludeFeatures)
}

/**
 * The baseline's names for the columns of a row. A baseline that was made with the same exclusions has no names for the
 * excluded positions; a position beyond its names gets one of its own.
 */
function positionNames(count: number, baseline: readonly string[], exclude: readonly string[]): string[] {
  const nameless = new Set(baseline.length < count ? exclude : [])
  const free = baseline[Symbol.iterator]()
  const taken = new Set(baseline)
  return Array.from({ length: count }, (_, index) => {
    const known = nameless.has(String(index)) ? undefined : free.next().value
    if (known !== undefined) return known
    let name = `_c${index}`
    while (taken.has(name)) name = `${name}_${index}`
    taken.add(name)
    return name
  })
}

async function captureColumns(
  job: Job,
  files: readonly string[],
  locate: Locate,
  position: 'START' | 'END',
  baseline: readonly string[],
): Promise<PlanSchema> {
  const shapes: { output: SideShape[]; input: SideShape[] } = { output: [], input: [] }
  for (const file of spread(files)) {
    const { bytes, whole } = await firstRecords(locate(file), file, job.settings.maxLineBytes)
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').split('\n')
    if (!whole) lines.pop()
    for (const line of lines.slice(0, recordsToLookInto)) {
      const shape = shapeOf(line)
      if (shape?.output) shapes.output.push(shape.output)
      if (shape?.input) shapes.input.push(shape.input)
    }
  }
  // Where some records of a side have no names, their columns take the baseline's, which the others share by name.
  const namesOf = (side: SideShape[]) =>
    side.some(({ width }) => width !== undefined) ? [] : side.flatMap(({ names }) => names ?? [])
  const named = new Set([...namesOf(shapes.output), ...namesOf(shapes.input)])
  for (const { name } of job.settings.features) named.add(name)
  const names = baseline.filter((name) => !named.has(name))
  const width = (side: SideShape[]) => mode(side.flatMap(({ width }) => (width === undefined ? [] : [width])))
  let outputs = width(shapes.output)
  let inputs = width(shapes.input)
  // A side that was not captured at all still has its place in the row: the baseline tells how wide it was.
  if (shapes.output.length === 0 && inputs > 0) outputs = Math.max(0, names.length - inputs)
  else if (shapes.input.length === 0 && outputs > 0) inputs = Math.max(0, names.length - outputs)
  if (job.headers) {
    const { ground_truth_attribute: label, inference_attribute: inference } = job.environment
    const features = job.headers.filter((name) => !named.has(name))
    const own = features.filter((name) => name !== label && name !== inference)
    return {
      outputs: positionNames(outputs, [], []),
      inputs: positionNames(inputs, inputs < features.length ? own : features, job.excludeFeatures),
    }
  }
  const row = positionNames(outputs + inputs, names, job.excludeFeatures)
  return position === 'START'
    ? { outputs: row.slice(0, outputs), inputs: row.slice(outputs) }
    : { inputs: row.slice(0, inputs), outputs: row.slice(inputs) }
}

function spread(files: readonly string[]): string[] {
  const last = files.length - 1
  const indexes = new Set(
    Array.from({ length: filesToLookInto }, (_, i) => Math.round((last * i) / (filesToLookInto - 1))),
  )
  return [...indexes].map((index) => files[index]!)
}

/** The most frequent value; of equals the smallest; 0 for an empty list. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0
}
