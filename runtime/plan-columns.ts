/** The columns that have no names of their own, found in the first records of a few files. */
import type { PlanSchema } from '../contracts/types.generated.ts'
import { type SideShape, shapeOf } from './decode/capture.ts'
import { fieldCount, isBlank, splitRecord } from './decode/csv.ts'
import { headerNames } from './decode/datasets.ts'
import type { Job } from './job.ts'
import { readStart } from './read.ts'

/** Files looked into, spread over the dataset; bytes and records read of each. */
const filesToLookInto = 5
const bytesToLookInto = 1 << 20
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
  if (job.format.kind === 'csv')
    return { outputs: [], inputs: await csvColumns(files, locate, job.format.header, baseline) }
  if (job.format.kind === 'parquet') {
    const { parquetColumns } = await import('./decode/parquet.ts')
    return { outputs: [], inputs: await parquetColumns(locate(files[0]!), files[0]!) }
  }
  if (job.format.kind === 'capture')
    return captureColumns(job, files, locate, job.format.outputPosition, baseline)
  return { outputs: [], inputs: [] }
}

async function csvColumns(
  files: readonly string[],
  locate: Locate,
  header: boolean,
  baseline: readonly string[],
): Promise<string[]> {
  const widths: number[] = []
  for (const file of header ? files : spread(files)) {
    const bytes = await readStart(locate(file), file, bytesToLookInto)
    for (let i = 0, records = 0; i < bytes.length && records < recordsToLookInto; records++) {
      i = splitRecord(bytes, i, bytes.length, bytes.length < bytesToLookInto)
      if (i < 0) break
      if (isBlank()) continue
      if (header) return headerNames(bytes).names
      widths.push(fieldCount)
    }
  }
  return Array.from({ length: mode(widths) }, (_, index) => baseline[index] ?? `_c${index}`)
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
    const text = Buffer.from(await readStart(locate(file), file, bytesToLookInto)).toString('utf8')
    const lines = text.split('\n')
    if (text.length >= bytesToLookInto && lines.length > 1) lines.pop()
    for (const line of lines.slice(0, recordsToLookInto)) {
      const shape = shapeOf(line)
      if (shape?.output) shapes.output.push(shape.output)
      if (shape?.input) shapes.input.push(shape.input)
    }
  }
  const named = new Set([...shapes.output, ...shapes.input].flatMap(({ names }) => names ?? []))
  for (const { name } of job.settings.features) named.add(name)
  const names = baseline.filter((name) => !named.has(name))
  const width = (side: SideShape[]) => mode(side.flatMap(({ width }) => (width === undefined ? [] : [width])))
  let outputs = width(shapes.output)
  let inputs = width(shapes.input)
  // A side that was not captured at all still has its place in the row: the baseline tells how wide it was.
  if (shapes.output.length === 0 && inputs > 0) outputs = Math.max(0, names.length - inputs)
  else if (shapes.input.length === 0 && outputs > 0) inputs = Math.max(0, names.length - outputs)
  const excluded = new Set(job.excludeFeatures)
  const free = names[Symbol.iterator]()
  const row = Array.from(
    { length: outputs + inputs },
    (_, index) => (excluded.has(String(index)) ? undefined : free.next().value) ?? `_c${index}`,
  )
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
