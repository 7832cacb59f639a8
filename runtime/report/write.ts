/**
 * Report files reach the output folder whole or not at all: temporary name, sync, rename. What takes no time is asked of
 * the system at once: handed to Node's threads it would take ten times as long, and a small job does little else.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  promises,
  readdirSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, MonitorError } from '../errors.ts'

/** Characters of a text that is written at once; longer ones leave the process able to hear that it should stop. */
const atOnce = 1 << 20

/** A file of the output folder: its plain name and its whole text, written as UTF-8. */
export interface ReportFile {
  readonly name: string
  readonly text: string
}

/**
 * Writes the files into an existing folder. Each is written in full and synced under a temporary name
 * (`.byom-<name>.<pid>.tmp`); only when all are on the disk are they renamed, in the given order, over what was there.
 * So a reader, or a kill at any moment, finds each file whole (old or new) or absent.
 * @throws {MonitorError} REPORT_UNWRITABLE naming folder, file and the system's reason, after all temporaries are
 * removed; renames already done stay done. @throws {TypeError} for a name that is not a plain file name, or given twice.
 */
export async function writeReports(folder: string, files: readonly ReportFile[]): Promise<void> {
  checkNames(files)
  const temporaries = files.map(({ name }) => temporaryPath(folder, name))
  let current: string | undefined
  try {
    for (const [i, { name, text }] of files.entries()) {
      current = name
      await writeSynced(temporaries[i]!, text)
    }
    for (const [i, { name }] of files.entries()) {
      current = name
      renameSync(temporaries[i]!, join(folder, name))
    }
    current = undefined
    syncFolder(folder)
  } catch (error) {
    for (const path of temporaries) removeIfPossible(path)
    throw unwritable(folder, current, error)
  }
}

/**
 * Makes the folder ready before any data is read: creates it with its parents, removes temporaries that a killed run
 * left, and proves that a file can be created, filled and synced in it.
 * @throws {MonitorError} REPORT_UNWRITABLE naming the folder and the system's reason.
 */
export async function prepareOutput(folder: string): Promise<void> {
  const probe = temporaryPath(folder, 'probe')
  try {
    mkdirSync(folder, { recursive: true })
    await removeTemporaries(folder)
    await writeSynced(probe, ' ').finally(() => remove(probe))
  } catch (error) {
    throw unwritable(folder, undefined, error)
  }
}

/**
 * Removes every `.byom-*.tmp` of the folder, whichever process made it; a folder is written by one run at a time.
 * @throws the system's error.
 */
export async function removeTemporaries(folder: string): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true })
  const stale = entries.filter((entry) => /^\.byom-.*\.tmp$/s.test(entry.name) && !entry.isDirectory())
  for (const { name } of stale) remove(join(folder, name))
}

function temporaryPath(folder: string, name: string): string {
  return join(folder, `.byom-${name}.${process.pid}.tmp`)
}

function checkNames(files: readonly ReportFile[]): void {
  const seen = new Set<string>()
  for (const { name } of files) {
    if (/^\.{0,2}$|[/\\\0]/.test(name)) throw new TypeError(`Not a plain file name: ${JSON.stringify(name)}`)
    if (seen.has(name)) throw new TypeError(`Two report files named ${JSON.stringify(name)}`)
    seen.add(name)
  }
}

/** Exclusive creation after removal: whatever somebody put at the temporary name, a link too, is never written through. */
async function writeSynced(path: string, text: string): Promise<void> {
  remove(path)
  if (text.length <= atOnce) {
    const file = openSync(path, 'wx')
    closing(file, () => {
      writeFileSync(file, text, 'utf8')
      fsyncSync(file)
    })
    return
  }
  const file = await promises.open(path, 'wx')
  try {
    await file.writeFile(text, 'utf8')
    await file.sync()
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
  await file.close()
}

/** Removes a file that need not be there. */
function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function removeIfPossible(path: string): void {
  try {
    unlinkSync(path)
  } catch {}
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  closing(handle, () => {
    try {
      fsyncSync(handle)
    } catch (error) {
      // File systems without folders of their own (FUSE over object storage) refuse this; the files are synced already.
      if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EBADF'].includes(codeOf(error))) throw error
    }
  })
}

/** Network file systems report a full disk or quota only on close, so its failure counts; but not above an earlier one. */
function closing(file: number, work: () => void): void {
  try {
    work()
  } catch (error) {
    try {
      closeSync(file)
    } catch {}
    throw error
  }
  closeSync(file)
}

const space = 'Give the job a larger volume, or free space, and run it again.'
const rights = 'Let the user that the container runs as write there, or name another output folder.'
const place = 'Name a folder whose whole path is folders, or move that file away.'

/** By code of the system error: what happened, what to do. */
const reasons = new Map<string, readonly [string, string]>([
  ['ENOSPC', ['the disk is full', space]],
  ['EDQUOT', ['the disk quota is used up', space]],
  [
    'EROFS',
    ['the file system is read-only', 'Mount the output folder writable, or name another output folder.'],
  ],
  ['EACCES', ['permission denied', rights]],
  ['EPERM', ['operation not permitted', rights]],
  ['ENOTDIR', ['a part of the path is a file, not a folder', place]],
  ['EEXIST', ['a file of that name is in the way', place]],
  [
    'EISDIR',
    ['a folder of that name is in the way', 'Move that folder away, or name another output folder.'],
  ],
  ['ENOENT', ['the folder does not exist', 'Nothing else may remove the output folder during the run.']],
])

function unwritable(folder: string, file: string | undefined, error: unknown): MonitorError {
  const code = codeOf(error)
  const [reason, advice] = reasons.get(code) ?? [describe(error), 'Check the volume of the output folder.']
  const what = file === undefined ? `Cannot write into ${folder}` : `Cannot write ${file} into ${folder}`
  const named = reason.includes(code) ? reason : `${reason} (${code})`
  return new MonitorError('REPORT_UNWRITABLE', `${what}: ${named}. ${advice}`, { cause: error })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
