/** A rotating file of what went wrong with which record. */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineLogger, type LoggerHost } from '../../runtime/plugin.ts'
import { jsonLine } from './json-line.ts'
import { type Level, levelOption, reaches } from './level.ts'

interface FileOptions {
  readonly path: string
  readonly maxBytes: number
  readonly keep: number
  readonly level: Level
}

/** Entries about a record, and those from a level on, as JSON lines. */
export const file = defineLogger<FileOptions>({
  name: 'file',
  description: 'Entries about a record, and all errors, as JSON lines in a file that rotates by size.',
  options: {
    type: 'object',
    properties: {
      path: {
        type: 'string',
        minLength: 1,
        default: 'records.log.jsonl',
        description:
          'Relative to the folder of the report files, or absolute. Older files get .1, .2 … at the end.',
      },
      maxBytes: {
        type: 'integer',
        minimum: 1,
        default: 10_485_760,
        description:
          'A file that the next line would make larger is rotated; a larger line has a file of its own.',
      },
      keep: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        default: 3,
        description: 'How many older files stay.',
      },
      level: levelOption('error', 'From this level on, entries without a record are written too.'),
    },
    additionalProperties: false,
  },

  open(options, host) {
    const log = new RotatingFile(resolve(host.folder, options.path), options)
    let broken = false
    const guarded = (action: () => void) => {
      if (broken) return
      try {
        action()
      } catch (error) {
        broken = true
        report(log.path, error, host)
      }
    }
    return {
      write(entry) {
        if (entry.position || reaches(entry.level, options.level)) guarded(() => log.append(jsonLine(entry)))
      },
      close: () => guarded(() => log.close()),
    }
  },
})

function report(path: string, error: unknown, host: LoggerHost): void {
  const reason = error instanceof Error ? error.message : String(error)
  host.print('stderr', `The log file ${path} cannot be written and ends here: ${reason}\n`)
}

/** Made with the first line, so that a run without errors leaves no file. Every append is on its way when it returns. */
class RotatingFile {
  readonly path: string
  readonly #maxBytes: number
  readonly #keep: number
  #file: number | undefined
  #bytes = 0

  constructor(path: string, { maxBytes, keep }: Pick<FileOptions, 'maxBytes' | 'keep'>) {
    this.path = path
    this.#maxBytes = maxBytes
    this.#keep = keep
  }

  append(line: string): void {
    const bytes = Buffer.byteLength(line)
    this.#file ??= this.#open()
    if (this.#bytes > 0 && this.#bytes + bytes > this.#maxBytes) this.#file = this.#rotate()
    try {
      appendFileSync(this.#file, line)
    } catch (error) {
      this.#abandon(this.#file)
      throw error
    }
    this.#bytes += bytes
  }

  close(): void {
    const open = this.#file
    this.#file = undefined
    if (open !== undefined) closeSync(open)
  }

  #open(): number {
    mkdirSync(dirname(this.path), { recursive: true })
    const opened = openSync(this.path, 'a')
    this.#bytes = fstatSync(opened).size
    return opened
  }

  #rotate(): number {
    this.close()
    const older = (n: number) => (n === 0 ? this.path : `${this.path}.${n}`)
    rmSync(older(this.#keep), { force: true })
    for (let n = this.#keep; n > 0; n--) renameIfThere(older(n - 1), older(n))
    return this.#open()
  }

  /** A full disk may have taken half a line: readers of JSON lines want none. */
  #abandon(opened: number): void {
    this.#file = undefined
    try {
      ftruncateSync(opened, this.#bytes)
    } catch {
    } finally {
      closeSync(opened)
    }
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
