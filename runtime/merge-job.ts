/** The ground-truth merge: as a job of its own, and as the first half of an analysis. */
import { mkdir, mkdtemp, readdir, rename, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, MonitorError } from './errors.ts'
import type { Host } from './host.ts'
import type { Job } from './job.ts'
import { type Merged, mergeGroundTruth, removeWork } from './merge/index.ts'
import { listRejects } from './rejects.ts'
import { prepareOutput, writeReports } from './report/write.ts'

/** Folder below the output for what is in between; a name that readers of the output pass over. */
const workName = '.byom-merge.tmp'

/** Name of the file with the counts, which readers of merged records pass over too. */
export const countsFile = '_merge.json'

/**
 * Merges into `output_path`: everything under temporary names first, so that readers find whole files only.
 * @throws MonitorError CONFIG_INVALID without `ground_truth_source`; SOURCE_UNREADABLE, SOURCE_EMPTY, REPORT_UNWRITABLE
 */
export async function runMerge(job: Job, host: Host): Promise<Merged> {
  if (job.groundTruthSource === undefined)
    throw new MonitorError(
      'CONFIG_INVALID',
      'ground_truth_source is not set: it names the folder with the labels to merge.',
    )
  await prepareOutput(job.output)
  const work = join(job.output, workName)
  await removeWork(work)
  try {
    const output = join(work, 'merged')
    await mkdir(output, { recursive: true })
    const merged = await merge(job, output, join(work, 'parts'), host)
    if (merged.counts.joined === 0 && job.settings.emptyWindow === 'fail')
      throw new MonitorError(
        'SOURCE_EMPTY',
        `no capture of ${job.source} in the window has a label in ${job.groundTruthSource}.`,
      )
    await removeEarlier(job.output)
    for (const file of merged.files) {
      await mkdir(join(job.output, dirname(file)), { recursive: true })
      await rename(join(output, file), join(job.output, file))
    }
    const report = { counts: merged.counts, rejected: listRejects(merged.rejects) }
    await writeReports(job.output, [{ name: countsFile, text: `${JSON.stringify(report, undefined, 2)}\n` }])
    return merged
  } finally {
    await removeWork(work)
  }
}

/**
 * Merges into a folder of its own, calls `work` with a job that reads from there, and removes the folder.
 * @param temporary existing folder with room for the merged records and as much again
 */
export async function withMerged<T>(
  job: Job,
  host: Host,
  temporary: string,
  work: (job: Job, merged: Merged) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(temporary, 'byom-merge-'))
  try {
    const source = join(folder, 'merged')
    await mkdir(source)
    const merged = await merge(job, source, join(folder, 'parts'), host)
    const outputPosition = job.format.kind === 'capture' ? job.format.outputPosition : 'START'
    return await work(
      { ...job, source, groundTruthSource: undefined, format: { kind: 'capture', outputPosition } },
      merged,
    )
  } finally {
    await removeWork(folder)
  }
}

async function merge(job: Job, output: string, work: string, host: Host): Promise<Merged> {
  const options = { job, output, work }
  const merged = await writing(
    mergeGroundTruth(host.signal ? { ...options, signal: host.signal } : options),
    work,
    host,
  )
  await removeWork(work)
  host.log.info('labels merged', { ...merged.counts })
  for (const { code, count, effect, examples } of listRejects(merged.rejects))
    host.log.warn(`${code}: ${count} (${effect})`, { first: examples[0] })
  return merged
}

/** Reading has errors of its own; every other one of the system is about the files in between. */
async function writing<T>(work: Promise<T>, folder: string, host: Host): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (error instanceof MonitorError || host.signal?.aborted || code === undefined) throw error
    throw new MonitorError(
      'REPORT_UNWRITABLE',
      `Cannot write below ${folder}: ${describe(error)}. A merge needs room for captures and labels twice: give the job a larger volume, or name another folder (output_path; TMPDIR for a merge before an analysis).`,
      { cause: error },
    )
  }
}

/** Parts that an earlier merge into the same folder wrote: two merges of one hour must not be read as one. */
async function removeEarlier(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const parts = entries.filter(
    ({ name, parentPath }) =>
      /^part-\d{5}-[0-9a-f-]+\.c000\.jsonl$/.test(name) && !parentPath.includes(workName),
  )
  for (const { parentPath, name } of parts) {
    await removeWork(join(parentPath, name))
    if (parentPath !== folder) await rmdir(parentPath).catch(() => {})
  }
}
