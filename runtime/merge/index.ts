/**
 * The door of the room: captures and labels → merged records. Both sides are dealt into files by the hash of the
 * inference id, then joined file by file, so that memory does not grow with the data; the disk needs room for both sides
 * once more.
 */
import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanFile } from '../../contracts/types.generated.ts'
import type { Job } from '../job.ts'
import { dataFiles, inHour } from '../plan.ts'
import { type Rejects, reject } from '../rejects.ts'
import { folderHour, inWindow } from '../time.ts'
import { joinPartition } from './join.ts'
import { readLines } from './lines.ts'
import { type Bad, captureOf, labelOf } from './records.ts'
import { Spill, spillLine } from './spill.ts'

/** What happened to the records of both sides. */
export interface MergeCounts {
  /** Records that were read and are inside the window. */
  captures: number
  captures_outside_window: number
  captures_rejected: number
  labels: number
  labels_rejected: number
  /** Merged records written. */
  joined: number
  captures_without_label: number
  /** Ids of labels that no capture has. */
  labels_without_capture: number
  /** Labels that another label of the same id replaced or preceded. */
  duplicate_labels: number
  /** Captures of an event that was captured before. */
  duplicate_captures: number
  /** Joined labels that came in a later hour than their capture. */
  late_labels: number
}

export interface Merged {
  readonly counts: MergeCounts
  readonly rejects: Rejects
  /** Files written, relative to the output, in order. */
  readonly files: readonly string[]
}

export interface MergeOptions {
  readonly job: Pick<Job, 'source' | 'window' | 'groundTruthSource' | 'settings'>
  /** Where the merged files go: an existing folder. */
  readonly output: string
  /** An empty folder for what is in between; the caller removes it. */
  readonly work: string
  readonly signal?: AbortSignal
}

/** Bytes of labels, and of captures, that one partition should have. */
const labelBytes = 16 * 2 ** 20
const captureBytes = 128 * 2 ** 20
/** Each partition is an open file while records are dealt. */
const mostPartitions = 512
/** What gzip makes of such records, at most. */
const gzipRatio = 12

/**
 * Joins captures of the window with labels of any time by inference id, else event id.
 * Files keep the folders of their captures; records without an hour in their path get it from their inference time.
 * @throws MonitorError SOURCE_UNREADABLE
 */
export async function mergeGroundTruth(options: MergeOptions): Promise<Merged> {
  const { job, work } = options
  const captures = await dataFiles(job.source, 'dataset_source')
  const labels = await dataFiles(job.groundTruthSource!, 'ground_truth_source')
  const inTime = captures.files.filter(({ path }) => inHour(job, path))
  const partitions = Math.min(
    mostPartitions,
    Math.max(1, Math.ceil(size(labels.files) / labelBytes), Math.ceil(size(inTime) / captureBytes)),
  )
  await mkdir(work, { recursive: true })
  const merge = new Merge(options)
  const labelParts = await merge.labels(labels.root, labels.files, partitions)
  const captureParts = await merge.captures(captures.root, inTime, partitions)
  const uuid = identifier([...inTime, ...labels.files])
  const files: string[] = []
  for (let i = 0; i < partitions; i++) {
    const part = `part-${String(i).padStart(5, '0')}-${uuid}.c000.jsonl`
    files.push(...(await merge.join(labelParts[i]!, captureParts[i]!, part)))
    // What is joined is not needed any more: the disk then holds the records once more than at the start, not twice.
    await Promise.all([rm(labelParts[i]!), rm(captureParts[i]!)])
  }
  return { counts: merge.counts, rejects: merge.rejects, files: files.sort() }
}

function size(files: readonly PlanFile[]): number {
  return files.reduce((sum, { path, bytes }) => sum + (path.endsWith('.gz') ? gzipRatio : 1) * bytes, 0)
}

/** The same for the same files, in the form of a UUID. */
function identifier(files: readonly PlanFile[]): string {
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

/** One merge at work. */
class Merge {
  readonly counts: MergeCounts = {
    captures: 0,
    captures_outside_window: 0,
    captures_rejected: 0,
    labels: 0,
    labels_rejected: 0,
    joined: 0,
    captures_without_label: 0,
    labels_without_capture: 0,
    duplicate_labels: 0,
    duplicate_captures: 0,
    late_labels: 0,
  }
  readonly rejects: Rejects = new Map()
  readonly #options: MergeOptions
  readonly #folders: { path: string; hour: number }[] = []
  readonly #folderNumbers = new Map<string, number>()

  constructor(options: MergeOptions) {
    this.#options = options
  }

  async labels(root: string, files: readonly PlanFile[], partitions: number): Promise<string[]> {
    const spill = new Spill(this.#options.work, 'labels', partitions)
    for (const { path } of files) {
      const hour = folderHour(path) ?? 0
      await this.#lines(root, path, (line, number) => {
        const label = labelOf(line)
        if ('code' in label) {
          this.counts.labels_rejected++
          return this.#reject(path, number, label)
        }
        this.counts.labels++
        spill.write(label.id, spillLine(hour, JSON.stringify(label.id), label.truth))
      })
    }
    return spill.close()
  }

  async captures(root: string, files: readonly PlanFile[], partitions: number): Promise<string[]> {
    const spill = new Spill(this.#options.work, 'captures', partitions)
    for (const { path } of files) {
      await this.#lines(root, path, (line, number) => {
        const capture = captureOf(line)
        if ('code' in capture) {
          this.counts.captures_rejected++
          return this.#reject(path, number, capture)
        }
        const { id, event, time, head, tail } = capture
        if (!Number.isNaN(time) && !inWindow(this.#options.job.window, time)) {
          this.counts.captures_outside_window++
          return
        }
        this.counts.captures++
        const folder = this.#folder(path, time)
        const at = this.#folders[folder]!.hour
        spill.write(id, spillLine(folder, JSON.stringify(id), JSON.stringify(event), at, head, tail))
      })
    }
    return spill.close()
  }

  /** Number of the folder that a capture's merged record goes to. */
  #folder(path: string, time: number): number {
    const at = path.lastIndexOf('/')
    const folder = at < 0 ? '' : path.slice(0, at)
    const hour = folderHour(path)
    const hours = hour === undefined && !Number.isNaN(time) ? hourFolder(time) : undefined
    const name = hours === undefined ? folder : folder === '' ? hours : `${folder}/${hours}`
    const known = this.#folderNumbers.get(name)
    if (known !== undefined) return known
    const number = this.#folders.length
    this.#folders.push({ path: name, hour: hour ?? (hours ? folderHour(`${hours}/`)! : Number.MAX_VALUE) })
    this.#folderNumbers.set(name, number)
    return number
  }

  join(labels: string, captures: string, part: string): Promise<string[]> {
    const { output, job, signal } = this.#options
    // A spilled line holds the ids of its record once more, and what a batch's row is wrapped in.
    const maxLineBytes = 8 * job.settings.maxLineBytes
    const partition = { labels, captures, folders: this.#folders, output, part, maxLineBytes }
    return joinPartition(signal ? { ...partition, signal } : partition, this.counts)
  }

  #lines(root: string, name: string, line: (text: string, number: number) => void): Promise<void> {
    const { job, signal } = this.#options
    return readLines({
      path: join(root, name),
      name,
      maxLineBytes: job.settings.maxLineBytes,
      line,
      tooLong: (number) =>
        this.#reject(name, number, {
          code: 'RECORD_TOO_LONG',
          detail: 'raise input.maxLineBytes to accept it',
        }),
      ...(signal ? { signal } : {}),
    })
  }

  #reject(file: string, record: number, { code, detail }: Bad): void {
    reject(this.rejects, code, () => ({ file, record, detail }))
  }
}

function hourFolder(time: number): string {
  return new Date(time).toISOString().slice(0, 13).replaceAll(/[-T]/g, '/')
}

/** Removes a folder of {@link MergeOptions.work}, whatever is in it. */
export async function removeWork(work: string): Promise<void> {
  await rm(work, { recursive: true, force: true })
}
