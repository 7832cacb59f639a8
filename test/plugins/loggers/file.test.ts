import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'
import { file } from '../../../plugins/loggers/file.ts'
import { entry, makeFolder, oddFields, open, position } from './open.ts'

const rejected = (message: string) => entry({ level: 'warn', message, position })

async function messagesIn(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8')
  expect(text.endsWith('\n')).toBe(true)
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line).message)
}

test('entries about a record and errors are written at once, as JSON lines', async () => {
  const folder = await makeFolder()
  const logger = open(file, {}, { folder })
  const path = join(folder, 'records.log.jsonl')
  logger.write(entry())
  logger.write(entry({ level: 'warn' }))
  expect(await readdir(folder)).toEqual([])
  logger.write(entry({ level: 'debug', message: 'a', position }))
  expect(await messagesIn(path)).toEqual(['a'])
  logger.write(entry({ level: 'error', message: 'b', fields: oddFields() }))
  expect(await messagesIn(path)).toEqual(['a', 'b'])
  await logger.close?.()
  expect(JSON.parse((await readFile(path, 'utf8')).split('\n')[0]!)).toEqual({
    level: 'debug',
    time: '2024-05-06T07:08:09.500Z',
    message: 'a',
    source: 'byom',
    position,
  })
  expect(logger.printed).toEqual([])
})

test('the level and the path can be set; folders are made; what was there stays', async () => {
  const folder = await makeFolder()
  for (const message of ['a', 'b']) {
    const logger = open(file, { path: 'logs/x/errors.jsonl', level: 'info' }, { folder })
    logger.write(entry({ message }))
    logger.write(entry({ level: 'debug' }))
    await logger.close?.()
  }
  expect(await messagesIn(join(folder, 'logs/x/errors.jsonl'))).toEqual(['a', 'b'])
  const absolute = join(folder, 'absolute.jsonl')
  open(file, { path: absolute }, { folder: '/nowhere' }).write(rejected('c'))
  expect(await messagesIn(absolute)).toEqual(['c'])
})

describe('rotation', () => {
  const lineBytes = Buffer.byteLength(`${JSON.stringify(rejected('é0'))}\n`)
  const write = async (folder: string, options: object, from: number, to: number) => {
    const logger = open(file, { maxBytes: 2 * lineBytes, ...options }, { folder })
    for (let i = from; i < to; i++) logger.write(rejected(`é${i}`))
    await logger.close?.()
    expect(logger.printed).toEqual([])
    const names = (await readdir(folder)).sort()
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await messagesIn(join(folder, name))).join(' ')])),
    )
  }

  test('older files move up and the oldest goes', async () => {
    const folder = await makeFolder()
    expect(await write(folder, { keep: 2 }, 0, 2)).toEqual({ 'records.log.jsonl': 'é0 é1' })
    expect(await write(folder, { keep: 2 }, 2, 3)).toEqual({
      'records.log.jsonl': 'é2',
      'records.log.jsonl.1': 'é0 é1',
    })
    expect(await write(folder, { keep: 2 }, 3, 9)).toEqual({
      'records.log.jsonl': 'é8',
      'records.log.jsonl.1': 'é6 é7',
      'records.log.jsonl.2': 'é4 é5',
    })
  })

  test('without older files it starts anew', async () => {
    expect(await write(await makeFolder(), { keep: 0 }, 0, 5)).toEqual({ 'records.log.jsonl': 'é4' })
  })

  test('a line larger than the limit has a file of its own', async () => {
    expect(await write(await makeFolder(), { maxBytes: 10 }, 0, 3)).toEqual({
      'records.log.jsonl': 'é2',
      'records.log.jsonl.1': 'é1',
      'records.log.jsonl.2': 'é0',
    })
  })

  test('a byte more or less decides', async () => {
    const folder = await makeFolder()
    expect(await write(folder, { maxBytes: 2 * lineBytes - 1 }, 0, 2)).toEqual({
      'records.log.jsonl': 'é1',
      'records.log.jsonl.1': 'é0',
    })
  })
})

describe('trouble is reported once, ends the file and never throws', () => {
  const writeTwice = async (options: object, folder: string) => {
    const logger = open(file, options, { folder })
    logger.write(rejected('a'))
    logger.write(rejected('b'))
    await logger.close?.()
    return logger.printed
  }

  test.skipIf(!existsSync('/dev/full') && process.env['CI'] !== 'true')('a full disk', async () => {
    expect(await writeTwice({ path: '/dev/full' }, await makeFolder())).toEqual([
      [
        'stderr',
        expect.stringMatching(/^The log file \/dev\/full cannot be written and ends here: ENOSPC.*\n$/),
      ],
    ])
  })

  test('a disk that is full in the middle of a line leaves whole lines', async () => {
    const folder = await makeFolder()
    const options = { path: join(folder, 'a.jsonl'), maxBytes: 1e9, keep: 1, level: 'error' }
    const program = `
      import { file } from ${JSON.stringify(new URL('../../../plugins/loggers/file.ts', import.meta.url).href)}
      const host = { terminal: false, folder: '/', print: (_, text) => process.stdout.write(text) }
      const logger = file.open(${JSON.stringify(options)}, host)
      for (let i = 0; i < 100; i++) logger.write(${JSON.stringify(rejected('a'))})`
    // A limit of 1 KiB a file, which the system enforces by writing what still fits.
    const limited = 'ulimit -f 1 && exec "$@"'
    const { stdout } =
      await execa`bash -c ${limited} bash ${process.execPath} --input-type=module -e ${program}`
    expect(stdout).toMatch(/^The log file .*a\.jsonl cannot be written and ends here: EFBIG.*$/)
    expect((await messagesIn(options.path)).length).toBeGreaterThan(1)
  })

  test('a path that is a folder', async () => {
    const folder = await makeFolder()
    await mkdir(join(folder, 'records.log.jsonl'))
    expect(await writeTwice({}, folder)).toEqual([['stderr', expect.stringContaining('EISDIR')]])
  })

  test('a folder that cannot be made', async () => {
    const folder = await makeFolder()
    await writeFile(join(folder, 'a'), '')
    expect(await writeTwice({ path: 'a/b/c.jsonl' }, folder)).toEqual([
      ['stderr', expect.stringMatching(/a\/b\/c\.jsonl.*E(NOTDIR|EXIST)/)],
    ])
  })

  test('a rotation that is in the way of something', async () => {
    const folder = await makeFolder()
    await mkdir(join(folder, 'records.log.jsonl.1'))
    expect(await writeTwice({ maxBytes: 10, keep: 1 }, folder)).toHaveLength(1)
    expect(await messagesIn(join(folder, 'records.log.jsonl'))).toEqual(['a'])
  })
})

test.each([{ path: '' }, { maxBytes: 0 }, { keep: -1 }, { keep: 1.5 }, { level: 'loud' }, { size: 1 }])(
  'options %j are refused',
  (options) => {
    expect(() => open(file, options)).toThrow('schemaPath')
  },
)
