/** The door of the room: one slice of a file → batches, whatever its format. */
import type { PlanSlice } from '../../contracts/types.generated.ts'
import type { DatasetFormat } from '../dataset-format.ts'
import type { Job } from '../job.ts'
import { type BlockDecoder, readSlice } from '../read.ts'
import type { BatchBuilder } from './batch-builder.ts'
import { CaptureDecoder } from './capture.ts'
import { CsvDecoder, JsonDocumentDecoder, JsonLinesDecoder } from './datasets.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { GroundTruth } from './ground-truth.ts'

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
  /** Writes the labels of merged records, for jobs that want them. */
  readonly truth?: GroundTruth
  /** Counts a record outside the window. */
  readonly outside: () => void
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
  await readSlice(range, decoderFor(job.format, options))
}

function decoderFor(
  format: Exclude<DatasetFormat, { kind: 'parquet' }>,
  { builder, paths, segment, truth, job, outside }: DecodeOptions,
): BlockDecoder {
  if (format.kind === 'capture')
    return new CaptureDecoder(builder, {
      window: job.window,
      paths,
      outside,
      ...(segment ? { segment } : {}),
      ...(truth ? { truth } : {}),
    })
  if (format.kind === 'csv') return new CsvDecoder(builder, format.header)
  return format.lines ? new JsonLinesDecoder(builder, paths) : new JsonDocumentDecoder(builder, paths)
}
