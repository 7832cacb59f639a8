/** The door of the room: one slice of a file → batches, whatever its format. */
import type { PlanSlice } from '../../contracts/types.generated.ts'
import type { Job } from '../job.ts'
import { type BlockDecoder, readSlice, type SliceOptions } from '../read.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { CaptureDecoder } from './capture.ts'
import { csvHeader } from './csv-cuts.ts'
import { CsvDecoder, type CsvPart, JsonDocumentDecoder, JsonLinesDecoder, ReturnedCsv } from './datasets.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { GroundTruth } from './ground-truth.ts'
import type { HandledRecords, RecordTaker, Returning } from './handled.ts'
import { giveBack, type Kernel, takeKernel } from './kernel/index.ts'

export interface DecodeOptions {
  readonly job: Job
  /** Absolute path, and the path as the plan names it. */
  readonly path: string
  readonly name: string
  readonly slice: PlanSlice
  /** True when the file goes on behind the slice. */
  readonly more: boolean
  readonly builder: BatchBuilder
  readonly paths: FeaturePaths | undefined
  /** Finds the group of a capture record, when the config groups by a path. */
  readonly segment?: (record: object) => string | undefined
  /** Writes the labels of merged records, for jobs that want them. */
  readonly truth?: GroundTruth
  /** Counts a record outside the window. */
  readonly outside: () => void
  /** Sends the records through the preprocess handler; `input` is what it starts them on, the builder gets the rows. */
  readonly handling?: { readonly records: HandledRecords; readonly input: BatchBuilder }
  readonly signal?: AbortSignal
}

/**
 * Decodes a slice into the builder, which emits the batches; the last one is flushed.
 * @throws MonitorError SOURCE_UNREADABLE
 */
export async function decodeSlice(options: DecodeOptions): Promise<void> {
  const { job, path, name, slice, builder } = options
  builder.startSlice(name, slice.start)
  const signal = options.signal ? { signal: options.signal } : {}
  if (job.format.kind === 'parquet') {
    const { readParquet } = await import('./parquet.ts')
    const part = slice.start > 0 || options.more ? slice : undefined
    const read = (kernel?: Kernel) => readParquet(path, name, builder, options.signal, part, kernel)
    return slice.end - slice.start < kernelBytes ? read() : withKernel(builder, read)
  }
  const range = {
    path,
    name,
    start: slice.start,
    end: slice.end,
    maxRecordBytes: job.settings.maxLineBytes,
    ...signal,
  }
  if (options.handling) return readSlice(range, withHandler(options, options.handling))
  const part = await partOf(options)
  if (isPlain(options)) await readFast(options, range, part)
  else await readSlice(range, decoderFor(options, builder, part))
}

/** What a decoder of CSV has to know of a slice that is not a whole file. */
async function partOf({ job, path, name, slice, more }: DecodeOptions): Promise<CsvPart> {
  if (job.format.kind !== 'csv') return {}
  const names =
    slice.start > 0 && job.format.header && (await csvHeader(path, name, job.settings.maxLineBytes))
  return { more, ...(names ? { names } : {}) }
}

/** Fewest bytes of a slice that are worth a kernel. */
const kernelBytes = 1 << 16

/** True when rows need nothing of their records but what a kernel reads. */
function isPlain({ job: { format }, slice, paths, segment, truth }: DecodeOptions): boolean {
  if (paths || segment || truth || slice.end - slice.start < kernelBytes) return false
  return format.kind !== 'json' || format.lines
}

function readFast(options: DecodeOptions, range: SliceOptions, part: CsvPart): Promise<void> {
  const { builder } = options
  return withKernel(builder, (kernel) => {
    const attached = builder.attach(kernel) ? kernel : undefined
    return readSlice(
      { ...range, rooms: kernel.memory.rooms },
      decoderFor(options, builder, { ...part, ...(attached ? { kernel: attached } : {}) }),
    )
  })
}

/** Lends a kernel to the work, which may attach the builder's columns to it. */
async function withKernel(builder: BatchBuilder, work: (kernel: Kernel) => Promise<void>): Promise<void> {
  const kernel = takeKernel(builder.buffers.length)
  try {
    await work(kernel)
  } finally {
    builder.detach()
    giveBack(kernel)
  }
}

/** A block's records go to the handler when it is decoded, and come back before the next one. */
function withHandler(
  options: DecodeOptions,
  { records, input }: NonNullable<DecodeOptions['handling']>,
): BlockDecoder {
  records.startSlice(options.name, options.slice.start)
  const decoder = decoderFor(options, input, { handled: records })
  const returning = returningFor(options, records)
  return {
    decode: decoder.decode.bind(decoder),
    overflow: decoder.overflow.bind(decoder),
    settle: (last) => records.settle(returning, last),
  }
}

/** What a decoder needs to find records. */
export type FindOptions = Pick<DecodeOptions, 'job' | 'paths' | 'outside' | 'segment' | 'truth'>

/**
 * A decoder of every format but Parquet.
 * @param builder where records are started, counted and rejected; without `part.handled` also where rows go
 */
export function decoderFor(
  options: FindOptions,
  builder: BatchBuilder,
  part: CsvPart & { readonly handled?: RecordTaker; readonly kernel?: Kernel } = {},
): BlockDecoder {
  const { job, paths } = options
  const { handled, kernel } = part
  const { format } = job
  if (format.kind === 'capture')
    return new CaptureDecoder(builder, {
      ...captureOptions(options),
      ...(handled ? { handled } : {}),
      ...(kernel ? { kernel } : {}),
    })
  if (format.kind === 'csv') return new CsvDecoder(builder, format.header, handled, kernel, part)
  return format.kind === 'json' && format.lines
    ? new JsonLinesDecoder(builder, paths, handled, kernel)
    : new JsonDocumentDecoder(builder, paths, handled)
}

function returningFor(options: DecodeOptions, records: HandledRecords): Returning | undefined {
  const { kind } = options.job.format
  if (kind === 'csv') return new ReturnedCsv(options.builder, records)
  if (kind !== 'capture') return undefined
  return new CaptureDecoder(options.builder, { ...captureOptions(options), arena: records.arena })
}

function captureOptions({ job, paths, outside, segment, truth }: FindOptions) {
  return { window: job.window, paths, outside, ...(segment ? { segment } : {}), ...(truth ? { truth } : {}) }
}
