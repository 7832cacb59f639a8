/** One process at a time, across test files and test runs of a machine. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Folder of what the test runs of this machine share about the engine. */
export const shared = join(tmpdir(), 'byom-docker')

/** True while a process of this id lives. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whole number in a file; undefined without one. */
export async function numberIn(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/**
 * Runs the work while no other process of the machine runs work under the same name.
 * The lock of a process that died is taken over.
 */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  await mkdir(shared, { recursive: true })
  const path = join(shared, `${name}.lock`)
  while (!(await taken(path))) await sleep(200)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const owner = await numberIn(path)
    const dead = owner === undefined ? await isOld(path) : !lives(owner)
    if (dead) await rm(path, { force: true })
    return false
  }
}

/** True for the lock of a process that died before it could write its name. */
async function isOld(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs > 10_000
}
