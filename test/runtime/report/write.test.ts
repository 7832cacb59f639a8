import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, type TestContext, test } from 'vitest'
import { MonitorError } from '../../../runtime/errors.ts'
import { prepareOutput, removeTemporaries, writeReports } from '../../../runtime/report/write.ts'

let root: string
const mounted: string[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'byom-write-'))
})

afterEach(async () => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
  await rm(root, { recursive: true })
})

/** A small file system of our own, so that a full or read-only disk is a real one. */
function mount(context: TestContext, folder: string, options: string): void {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
    mounted.push(folder)
  } catch (error) {
    if (process.env.CI === 'true') throw error
    context.skip(`mount is not permitted here: ${error}`)
  }
}

async function failure(work: Promise<unknown>): Promise<MonitorError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(MonitorError)
  expect((error as MonitorError).code).toBe('REPORT_UNWRITABLE')
  return error as MonitorError
}

describe('writeReports', () => {
  test('writes UTF-8 over what was there and leaves no temporaries', async () => {
    await writeFile(join(root, 'a.json'), 'a much longer old text')
    await writeReports(root, [
      { name: 'a.json', text: 'é😀' },
      { name: 'b.json', text: '' },
    ])
    expect(await readFile(join(root, 'a.json'), 'utf8')).toBe('é😀')
    expect(await readFile(join(root, 'b.json'), 'utf8')).toBe('')
    expect((await readdir(root)).sort()).toEqual(['a.json', 'b.json'])
  })

  test('replaces a link instead of writing through it, at both names', async () => {
    await writeFile(join(root, 'target'), 'untouched')
    await symlink(join(root, 'target'), join(root, 'a.json'))
    await symlink(join(root, 'target'), join(root, `.byom-a.json.${process.pid}.tmp`))
    await writeReports(root, [{ name: 'a.json', text: 'new' }])
    expect(await readFile(join(root, 'target'), 'utf8')).toBe('untouched')
    expect(await readFile(join(root, 'a.json'), 'utf8')).toBe('new')
    expect((await readdir(root)).sort()).toEqual(['a.json', 'target'])
  })

  test.each(['', '.', '..', '../a', 'a/b', 'a\\b', 'a\0'])('refuses the name %j', async (name) => {
    await expect(writeReports(root, [{ name, text: '' }])).rejects.toThrow(TypeError)
    expect(await readdir(root)).toEqual([])
  })

  test('refuses two files of one name', async () => {
    const file = { name: 'a', text: '' }
    await expect(writeReports(root, [file, file])).rejects.toThrow(TypeError)
    expect(await readdir(root)).toEqual([])
  })

  test('a full disk: nothing new appears, nothing old is touched', async (context) => {
    mount(context, root, 'size=64k')
    await writeFile(join(root, 'a.json'), 'old')
    const work = writeReports(root, [
      { name: 'a.json', text: 'new' },
      { name: 'b.json', text: 'x'.repeat(1_000_000) },
    ])
    const { message } = await failure(work)
    expect(message).toBe(
      `Cannot write b.json into ${root}: the disk is full (ENOSPC). Give the job a larger volume, or free space, and run it again.`,
    )
    expect(await readdir(root)).toEqual(['a.json'])
    expect(await readFile(join(root, 'a.json'), 'utf8')).toBe('old')
  })

  test('a read-only disk', async (context) => {
    mount(context, root, 'ro')
    const { message } = await failure(writeReports(root, [{ name: 'a.json', text: '' }]))
    expect(message).toContain(`Cannot write a.json into ${root}: the file system is read-only (EROFS). `)
  })

  test('a folder in the way: the first rename stands, no temporaries stay', async () => {
    await mkdir(join(root, 'b.json'))
    const files = ['a.json', 'b.json', 'c.json'].map((name) => ({ name, text: name }))
    const { message, cause } = await failure(writeReports(root, files))
    expect(message).toContain(
      `Cannot write b.json into ${root}: a folder of that name is in the way (EISDIR). `,
    )
    expect(cause).toMatchObject({ code: 'EISDIR' })
    expect((await readdir(root)).sort()).toEqual(['a.json', 'b.json'])
    expect(await readFile(join(root, 'a.json'), 'utf8')).toBe('a.json')
  })

  test('no folder', async () => {
    const { message } = await failure(writeReports(join(root, 'none'), [{ name: 'a', text: '' }]))
    expect(message).toContain(
      `Cannot write a into ${join(root, 'none')}: the folder does not exist (ENOENT). `,
    )
  })

  test('a reason without a text of ours keeps the system’s', async () => {
    const { message } = await failure(writeReports(root, [{ name: 'a'.repeat(300), text: '' }]))
    expect(message).toMatch(/: ENAMETOOLONG: name too long.*\. Check the volume/)
  })
})

describe('prepareOutput', () => {
  test('creates the folder with its parents and leaves it empty', async () => {
    const folder = join(root, 'a', 'b')
    await prepareOutput(folder)
    await prepareOutput(folder)
    expect(await readdir(folder)).toEqual([])
  })

  test('removes what a killed run left, and nothing else', async () => {
    const others = ['statistics.json', '.byom', '.byom-x', 'a.byom-x.tmp', '.byom-folder.1.tmp']
    await mkdir(join(root, '.byom-folder.1.tmp'))
    for (const name of [...others.slice(0, 4), '.byom-statistics.json.1.tmp', '.byom-a\nb.77.tmp']) {
      await writeFile(join(root, name), 'x')
    }
    await writeFile(join(root, 'target'), 'untouched')
    await symlink(join(root, 'target'), join(root, '.byom-link.1.tmp'))
    await prepareOutput(root)
    expect((await readdir(root)).sort()).toEqual([...others, 'target'].sort())
    expect(await readFile(join(root, 'target'), 'utf8')).toBe('untouched')
  })

  test.each([
    ['ENOTDIR', 'a part of the path is a file', 'file/output'],
    ['EEXIST', 'a file of that name is in the way', 'file'],
  ])('%s', async (code, text, path) => {
    await writeFile(join(root, 'file'), '')
    const { message } = await failure(prepareOutput(join(root, path)))
    expect(message).toContain(`Cannot write into ${join(root, path)}: ${text}`)
    expect(message).toContain(`(${code}). Name a folder`)
  })

  test('no permission', async () => {
    const folder = join(root, 'closed')
    await mkdir(folder)
    await chmod(folder, 0o500)
    const user = process.geteuid!()
    // Root may write anywhere; another user may not even enter the temporary folder.
    if (user === 0) process.seteuid!(65_534)
    const error = await failure(prepareOutput(folder)).finally(() => process.seteuid!(user))
    expect(error.message).toContain(`Cannot write into ${folder}: permission denied (EACCES). Let the user`)
  })

  test('a read-only disk', async (context) => {
    mount(context, root, 'ro')
    const { message } = await failure(prepareOutput(root))
    expect(message).toContain(`Cannot write into ${root}: the file system is read-only (EROFS). Mount the`)
  })

  test('a disk that is already full', async (context) => {
    mount(context, root, 'size=16k')
    await writeFile(join(root, 'data'), 'x'.repeat(100_000)).catch(() => {})
    expect((await stat(join(root, 'data'))).size).toBeGreaterThan(0)
    const { message } = await failure(prepareOutput(root))
    expect(message).toContain(`Cannot write into ${root}: the disk is full (ENOSPC). Give the job`)
    expect(await readdir(root)).toEqual(['data'])
  })
})

test('removeTemporaries passes the system’s error on', async () => {
  await expect(removeTemporaries(join(root, 'none'))).rejects.toMatchObject({ code: 'ENOENT' })
})

const writer = `
  const { writeReports } = await import(process.argv[1])
  for (let i = 0; ; i = (i + 1) % 10) {
    const text = String(i).repeat(3_000_000)
    await writeReports(process.argv[2], [{ name: 'a', text }, { name: 'b', text }])
    if (i === 0) process.stdout.write('.')
  }`

test('a kill at any moment leaves whole files, and the next run cleans up', { timeout: 60_000 }, async () => {
  const module = new URL('../../../runtime/report/write.ts', import.meta.url).href
  for (let round = 0; round < 5; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, module, root], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, round * 7))
    child.kill('SIGKILL')
    await once(child, 'close')
    for (const name of ['a', 'b']) {
      const text = await readFile(join(root, name), 'utf8')
      expect(text.length).toBe(3_000_000)
      expect(text === text[0]!.repeat(text.length)).toBe(true)
    }
    await prepareOutput(root)
    expect((await readdir(root)).sort()).toEqual(['a', 'b'])
  }
})
