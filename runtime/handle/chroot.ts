/** A folder that holds an interpreter with what it needs and nothing else, for kernels without landlock. Only root uses one. */
import { execFile } from 'node:child_process'
import { cp, lchown, lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Confined } from './jail.ts'

/** Parts of Python's library that no handler imports, and that take most of its space. */
const leftOut = new Set([
  'test',
  'tests',
  'idlelib',
  'site-packages',
  'dist-packages',
  'ensurepip',
  'tkinter',
  'turtledemo',
  'lib2to3',
  'config',
])

/**
 * Copies the program, its libraries and the listed files to the same paths below a folder, and gives them to a user.
 * @param scratch empty folder
 * @returns the folder
 */
export async function chrootFolder(
  scratch: string,
  { program, reads }: Confined,
  user: number,
): Promise<string> {
  const files = new Set([program, ...(await librariesOf([program]))])
  for (const path of reads) {
    if (path.startsWith('/dev/') || !(await exists(path))) continue
    await copy(path, scratch)
    for (const library of await librariesOf(await extensionsBelow(path))) files.add(library)
  }
  for (const extra of ['/etc/ssl/openssl.cnf', '/etc/ld.so.cache']) if (await exists(extra)) files.add(extra)
  for (const file of files) await copy(file, scratch)
  // Only that user, and root, can look into it; the filter keeps the user from changing anything.
  for (const name of ['', ...(await readdir(scratch, { recursive: true }))])
    await lchown(join(scratch, name), user, user)
  return scratch
}

async function copy(path: string, root: string): Promise<void> {
  const target = join(root, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  const source = await realpath(path)
  await cp(source, target, {
    recursive: true,
    dereference: true,
    // Python compares the times of its compiled files.
    preserveTimestamps: true,
    force: true,
    filter: async (from) =>
      from === source || (!leftOut.has(basename(from)) && (await isCopied(from, source))),
  })
}

/** A link that leads out of its folder brings along what everybody may read: the copies are given to the handler's user. */
async function isCopied(from: string, folder: string): Promise<boolean> {
  if (!(await lstat(from)).isSymbolicLink()) return true
  try {
    const to = await realpath(from)
    return to.startsWith(`${folder}/`) || ((await stat(to)).mode & 0o004) !== 0
  } catch {
    return false
  }
}

/** Shared libraries that the loader would load, at the paths where it looks for them. */
async function librariesOf(files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return []
  const { stdout } = await promisify(execFile)('ldd', [...files], { maxBuffer: 2 ** 24 }).catch((error) => ({
    stdout: String(error.stdout ?? ''),
  }))
  return [...new Set([...stdout.matchAll(/(\/\S+) \(0x/g)].map((match) => match[1]!))]
}

async function extensionsBelow(folder: string): Promise<string[]> {
  if (!(await stat(folder)).isDirectory()) return []
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => /\.so(\.|$)/.test(name) && !name.split('/').some((part) => leftOut.has(part)))
    .map((name) => join(folder, name))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
