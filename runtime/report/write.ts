/** Report files reach the output folder whole or not at all: temporary name, sync, rename. */
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, MonitorError } from '../errors.ts'

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
      await rename(temporaries[i]!, join(folder, name))
    }
    current = undefined
    await syncFolder(folder)
  } catch (error) {
    await Promise.all(temporaries.map((path) => remove(path).catch(() => {})))
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
    await mkdir(folder, { recursive: true })
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
  const entries = await readdir(folder, { withFileTypes: true })
  const stale = entries.filter((entry) => /^\.byom-.*\.tmp$/s.test(entry.name) && !entry.isDirectory())
  await Promise.all(stale.map((entry) => remove(join(folder, entry.name))))
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
  await remove(path)
  const file = await open(path, 'wx')
  await closing(file, async () => {
    await file.writeFile(text, 'utf8')
    await file.sync()
  })
}

/** Removes a file that need not be there. */
async function remove(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await closing(handle, async () => {
    await handle.sync().catch((error) => {
      // File systems without folders of their own (FUSE over object storage) refuse this; the files are synced already.
      if (!['EINVAL', 'ENOSYS', 'ENOTSUP', 'EBADF'].includes(codeOf(error))) throw error
    })
  })
}

/** Network file systems report a full disk or quota only on close, so its failure counts; but not above an earlier one. */
async function closing(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
  await file.close()
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
