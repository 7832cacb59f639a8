/** One partition of labels and captures → merged records. */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { MergeCounts } from './index.ts'
import { readLines } from './lines.ts'
import { spilledFields, writeAll } from './spill.ts'

const flushBytes = 1 << 20

interface Known {
  readonly hour: number
  readonly truth: string
  matched: boolean
}

export interface Partition {
  readonly labels: string
  readonly captures: string
  /** Folders of the captures below the output, by number. */
  readonly folders: readonly { readonly path: string; readonly hour: number }[]
  readonly output: string
  /** Name of the part in each of the folders. */
  readonly part: string
  readonly maxLineBytes: number
  readonly signal?: AbortSignal
}

/** Joins a partition; paths of the files written, below the output. */
export async function joinPartition(partition: Partition, counts: MergeCounts): Promise<string[]> {
  const labels = await readLabels(partition, counts)
  const writer = new PartWriter(partition)
  /** Events by id of a capture that was joined. */
  const seen = new Map<string, string | Set<string>>()
  await readLines({
    path: partition.captures,
    name: 'captures',
    ...reading(partition),
    line(text) {
      const [folder, idText, eventText, hour, head, tail] = spilledFields(text) as [
        string,
        string,
        string,
        string,
        string,
        string,
      ]
      const id: string = JSON.parse(idText)
      const label = labels.get(id)
      if (label === undefined) counts.captures_without_label++
      else if (isRepeated(seen, id, JSON.parse(eventText))) counts.duplicate_captures++
      else {
        label.matched = true
        counts.joined++
        if (label.hour > Number(hour)) counts.late_labels++
        writer.write(Number(folder), `${head}${label.truth}${tail}\n`)
      }
    },
  })
  for (const { matched } of labels.values()) if (!matched) counts.labels_without_capture++
  return writer.close()
}

function reading({ maxLineBytes, signal }: Partition) {
  return { maxLineBytes, tooLong: () => {}, ...(signal ? { signal } : {}) }
}

/** Of several labels the one of the latest hour stays, of one hour the last in file order. */
async function readLabels(partition: Partition, counts: MergeCounts): Promise<Map<string, Known>> {
  const labels = new Map<string, Known>()
  await readLines({
    path: partition.labels,
    name: 'labels',
    ...reading(partition),
    line(text) {
      const [hourText, idText, truth] = spilledFields(text) as [string, string, string]
      const id: string = JSON.parse(idText)
      const hour = Number(hourText)
      const known = labels.get(id)
      if (known !== undefined) counts.duplicate_labels++
      if (known === undefined || hour >= known.hour) labels.set(id, { hour, truth, matched: false })
    },
  })
  return labels
}

/** True for an event that was there before; several events may share an id, which the caller chose. */
function isRepeated(seen: Map<string, string | Set<string>>, id: string, event: string): boolean {
  const known = seen.get(id)
  if (known === undefined) seen.set(id, event)
  else if (typeof known === 'string') {
    if (known === event) return true
    seen.set(id, new Set([known, event]))
  } else {
    if (known.has(event)) return true
    known.add(event)
  }
  return false
}

/** Writes a part into each folder that has records. */
class PartWriter {
  readonly #partition: Partition
  readonly #open = new Map<number, { descriptor: number; path: string; texts: string[]; length: number }>()

  constructor(partition: Partition) {
    this.#partition = partition
  }

  write(folder: number, line: string): void {
    const file = this.#open.get(folder) ?? this.#create(folder)
    file.texts.push(line)
    file.length += line.length
    if (file.length > flushBytes) flush(file)
  }

  #create(folder: number) {
    const { output, folders, part } = this.#partition
    const path = join(folders[folder]!.path, part)
    mkdirSync(join(output, folders[folder]!.path), { recursive: true })
    const file = { descriptor: openSync(join(output, path), 'wx'), path, texts: [], length: 0 }
    this.#open.set(folder, file)
    return file
  }

  close(): string[] {
    return [...this.#open.values()].map((file) => {
      flush(file)
      closeSync(file.descriptor)
      return file.path
    })
  }
}

function flush(file: { descriptor: number; texts: string[]; length: number }): void {
  writeAll(file.descriptor, Buffer.from(file.texts.join('')))
  file.texts = []
  file.length = 0
}
