/** The door of the room: one slice of a file → batches, whatever its format. */
import type { PlanSlice } from '../../contracts/types.generated.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import type { Job } from '../job.ts'
import { type BlockDecoder, readSlice } from '../read.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { CaptureDecoder } from './capture.ts'
import { CsvDecoder, JsonDocumentDecoder, JsonLinesDecoder } from './datasets.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { HandledRecords, RecordDecoder } from './handled.ts'

export interface DecodeOptions {
  readonly job: Job
  /** Absolute path, and the path as the plan names it. */
  readonly path: string
  readonly name: string
  readonly slice: PlanSlice
  readonly builder: BatchBuilder
  readonly paths: FeaturePaths | undefined
  /** Finds the group of a capture record, when the config groups by a path. */
  readonly segment?: (record: object) => string | undefined
  /** Counts a record outside the window. */
  readonly outside: () => void
  /** Sends the records through the preprocess handler. */
  readonly handled?: HandledRecords
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
    return readParquet(path, name, builder, options.signal)
  }
  const range = {
    path,
    name,
    start: slice.start,
    end: slice.end,
    maxRecordBytes: job.settings.maxLineBytes,
    ...signal,
  }
  const decoder = decoderFor(job.format, options)
  const { handled } = options
  await readSlice(range, handled ? withHandler(decoder, handled) : decoder)
}

/** A block's records go to the handler when it is decoded, and come back before the next one. */
function withHandler(decoder: RecordDecoder, handled: HandledRecords): BlockDecoder {
  return {
    decode: decoder.decode.bind(decoder),
    overflow: decoder.overflow.bind(decoder),
    settle: (last) => handled.settle(decoder, last),
  }
}

function decoderFor(
  format: Exclude<DatasetFormat, { kind: 'parquet' }>,
  { builder, paths, segment, job, outside, handled }: DecodeOptions,
): RecordDecoder {
  if (format.kind === 'capture')
    return new CaptureDecoder(builder, {
      window: job.window,
      paths,
      outside,
      ...(segment ? { segment } : {}),
      ...(handled ? { handled } : {}),
    })
  if (format.kind === 'csv') return new CsvDecoder(builder, format.header, handled)
  return format.lines
    ? new JsonLinesDecoder(builder, paths, handled)
    : new JsonDocumentDecoder(builder, paths, handled)
}
