/** A folder that holds an interpreter with what it needs and nothing else, for kernels without landlock. Only root uses one. */
import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, realpath, stat } from 'node:fs/promises'
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
 * Copies the program, its libraries and the listed files to the same paths below a folder, which everybody may look into: the process
 * has a user of its own. Only who may look into the folder above gets there from outside.
 * @param scratch empty folder
 * @returns the folder
 */
export async function chrootFolder(scratch: string, { program, reads }: Confined): Promise<string> {
  const root = join(scratch, 'root')
  await openFolder(root)
  const files = new Set([program, ...(await librariesOf([program]))])
  for (const path of reads) {
    if (path.startsWith('/dev/') || !(await exists(path))) continue
    await copy(path, root)
    for (const library of await librariesOf(await extensionsBelow(path))) files.add(library)
  }
  for (const extra of ['/etc/ssl/openssl.cnf', '/etc/ld.so.cache']) if (await exists(extra)) files.add(extra)
  for (const file of files) await copy(file, root)
  return root
}

/** Whatever the mask for new files says. */
async function openFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755)
}

async function copy(path: string, root: string): Promise<void> {
  const target = join(root, path)
  await openFolder(dirname(target))
  await cp(await realpath(path), target, {
    recursive: true,
    dereference: true,
    // Python compares the times of its compiled files.
    preserveTimestamps: true,
    force: true,
    filter: (from) => from === path || !leftOut.has(basename(from)),
  })
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
