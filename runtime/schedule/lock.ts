/** One scheduler for a state folder: a file that says whose it is, renewed while the process lives. */
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MonitorError } from '../errors.ts'

/** Who holds a lock, and how that is found out. */
export interface LockWorld {
  readonly now: () => number
  readonly owner: { readonly machine: string; readonly pid: number }
  readonly lives: (pid: number) => boolean
  /** Called once when another scheduler has taken the lock over, because this process stood still for too long. */
  readonly lost: () => void
}

/** A lock that was not renewed for so many milliseconds is nobody's. */
const stale = 60_000

/**
 * Takes the lock of a folder, which is made when it is not there.
 * @returns gives it back
 * @throws MonitorError CONFIG_INVALID when another scheduler holds it, REPORT_UNWRITABLE
 */
export async function takeLock(folder: string, world: LockWorld): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const { machine, pid } = world.owner
  const mine = `${machine} ${pid}\n`
  for (let attempt = 0; ; attempt++) {
    if (await create(path, mine)) break
    const holder = await readFile(path, 'utf8').catch(() => undefined)
    if (holder === undefined) continue
    if (attempt > 9 || (await isHeld(path, holder, world)))
      throw new MonitorError(
        'CONFIG_INVALID',
        `the schedule is followed by another process already (machine and process: ${holder.trim()}): stop that one, or name another --state.`,
      )
    // Renamed before it is removed, so that of two that found it stale only one removes it.
    const aside = `${path}.${pid}`
    await rename(path, aside).catch(() => {})
    await rm(aside, { force: true })
  }
  const isMine = async () => (await readFile(path, 'utf8').catch(() => undefined)) === mine
  const beat = setInterval(async () => {
    if (!(await isMine())) {
      clearInterval(beat)
      return world.lost()
    }
    const seconds = world.now() / 1000
    await utimes(path, seconds, seconds).catch(() => {})
  }, stale / 6)
  beat.unref()
  return async () => {
    clearInterval(beat)
    if (await isMine()) await rm(path, { force: true })
  }
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'wx')
    await file.writeFile(text).finally(() => file.close())
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new MonitorError('REPORT_UNWRITABLE', `${path} cannot be written: ${(error as Error).message}.`)
  }
}

async function isHeld(path: string, holder: string, { now, owner, lives }: LockWorld): Promise<boolean> {
  const [machine, number] = holder.trim().split(' ')
  // A container that starts again often has the number of its predecessor.
  if (machine === owner.machine && (Number(number) === owner.pid || !lives(Number(number)))) return false
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return false
  const { mtimeMs } = await file.stat().finally(() => file.close())
  return now() - mtimeMs < stale
}
