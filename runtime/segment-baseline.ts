/** The baseline of a segment travels inside the two baseline files, because a monitoring run gets no others. */
import type { Constraints, Statistics } from '../contracts/types.generated.ts'
import type { BaselineFiles } from './baseline.ts'
import { checkConfigs } from './check-config.ts'

/** A report file with the parts of its segments. */
export function withSegments<File extends Statistics | Constraints>(
  file: File,
  segments: readonly { name: string; file: File }[],
): File {
  if (segments.length === 0) return file
  return {
    ...file,
    custom: { ...file.custom, segments: segments.map(({ name, file: own }) => ({ name, ...own })) },
  }
}

/** The parts of a segment; a segment that the baseline does not know has none. */
export function segmentBaseline(
  { statistics, constraints, resolve }: BaselineFiles,
  segment: string,
): BaselineFiles {
  const own = { statistics: segmentOf(statistics, segment), constraints: segmentOf(constraints, segment) }
  return {
    ...(own.statistics ? { statistics: own.statistics } : {}),
    ...(own.constraints ? { constraints: own.constraints } : {}),
    resolve: own.constraints ? checkConfigs(own.constraints) : resolve,
  }
}

function segmentOf<File extends Statistics | Constraints>(
  file: File | undefined,
  segment: string,
): File | undefined {
  const segments = (file?.custom as { segments?: ({ name: string } & File)[] } | undefined)?.segments
  return segments?.find(({ name }) => name === segment)
}
