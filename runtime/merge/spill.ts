/** Lines dealt into files by the hash of a key, so that each file's keys fit into memory. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { textHash } from '../sketches/row-hash.ts'

const bufferBytes = 1 << 16

interface File {
  readonly descriptor: number
  readonly path: string
  buffer: Buffer
  used: number
}

/** One file per partition, written through a buffer each. */
export class Spill {
  readonly #files: File[]

  constructor(folder: string, name: string, partitions: number) {
    this.#files = Array.from({ length: partitions }, (_, i) => {
      const path = join(folder, `${name}-${i}`)
      return { descriptor: openSync(path, 'wx'), path, buffer: Buffer.allocUnsafe(bufferBytes), used: 0 }
    })
  }

  /** Adds a line, which must not hold a line end, to the partition of its key. */
  write(key: string, line: string): void {
    const file = this.#files[Math.floor(textHash(key) * this.#files.length)]!
    const most = 3 * line.length + 1
    if (file.used + most > file.buffer.length) {
      this.#flush(file)
      if (most > file.buffer.length) file.buffer = Buffer.allocUnsafe(most)
    }
    file.used += file.buffer.write(line, file.used, 'utf8')
    file.buffer[file.used++] = 10
  }

  #flush(file: File): void {
    writeAll(file.descriptor, file.buffer.subarray(0, file.used))
    file.used = 0
  }

  /** Paths of the partitions, complete; nothing can be added any more. */
  close(): string[] {
    for (const file of this.#files) {
      this.#flush(file)
      closeSync(file.descriptor)
      file.buffer = Buffer.alloc(0)
    }
    return this.#files.map(({ path }) => path)
  }
}

/** Writes all bytes: the system may take a part at a time. */
export function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

/** A character that JSON text never holds as it is. */
const separator = '\u0001'

/** A line of fields, each a number or JSON text without line ends. */
export function spillLine(...fields: (string | number)[]): string {
  return fields.join(separator)
}

/** The fields of such a line. */
export function spilledFields(line: string): string[] {
  return line.split(separator)
}
