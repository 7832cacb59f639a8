/** Which files of an input a host gets. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import fastGlob from 'fast-glob'
import type { LocalInput } from './request.ts'

/** Files of an input, as the hosts see them. */
export interface InputFiles {
  /** Folder on this machine that the names belong to. */
  readonly root: string
  /** Names in the order of their bytes, like S3 lists keys. */
  readonly names: readonly string[]
  readonly bytes: number
}

/** Lists an input. Symbolic links are followed: what they name is copied. */
export async function listInput({ source, isFile }: LocalInput): Promise<InputFiles> {
  if (isFile) return { root: dirname(source), names: [basename(source)], bytes: (await stat(source)).size }
  const found = await fastGlob('**', { cwd: source, dot: true, onlyFiles: true, followSymbolicLinks: true })
  const names = found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  let bytes = 0
  for (const name of names) bytes += (await stat(join(source, name))).size
  return { root: source, names, bytes }
}

/**
 * The names that one host of several gets: all of them, or every n-th.
 * @param host zero-based
 */
export function namesOfHost(
  { sharded }: Pick<LocalInput, 'sharded'>,
  names: readonly string[],
  host: number,
  hosts: number,
): readonly string[] {
  return sharded ? names.filter((_, i) => i % hosts === host) : names
}
