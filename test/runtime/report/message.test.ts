import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MonitorError } from '../../../runtime/errors.ts'
import { fitMessage, messageBytes, messageText, writeMessage } from '../../../runtime/report/message.ts'

describe('messageText', () => {
  test('completed runs use the recorded texts', () => {
    expect(messageText({ violations: 0 })).toBe('Completed: Job completed successfully with no violations.')
    expect(messageText({ violations: 60 })).toBe(
      'CompletedWithViolations: Job completed successfully with 60 violations.',
    )
    expect(messageText({ violations: 1 })).toBe(
      'CompletedWithViolations: Job completed successfully with 1 violations.',
    )
  })

  test('notes follow', () => {
    expect(messageText({ violations: 0, notes: ['The window held no records.', 'It was late.'] })).toBe(
      'Completed: Job completed successfully with no violations. The window held no records. It was late.',
    )
  })

  test('a failure names its code', () => {
    const failure = new MonitorError('SOURCE_EMPTY', 'No record.')
    expect(messageText({ failure })).toBe('Failed: SOURCE_EMPTY: No record.')
    expect(messageText({ failure, notes: ['See run.json.'] })).toBe(
      'Failed: SOURCE_EMPTY: No record. See run.json.',
    )
  })
})

describe('fitMessage', () => {
  test('a text of exactly the limit stays, one byte more is cut', () => {
    expect(fitMessage('a'.repeat(1024))).toBe('a'.repeat(1024))
    expect(fitMessage('a'.repeat(1025))).toBe(`${'a'.repeat(1021)}…`)
  })

  test('characters of several bytes are not split', () => {
    expect(fitMessage('😀😀😀', 11)).toBe('😀😀…')
    expect(fitMessage('😀😀😀', 10)).toBe('😀…')
    expect(fitMessage('😀😀😀', 12)).toBe('😀😀😀')
    expect(fitMessage('ééé', 5)).toBe('é…')
  })

  test('no room for the mark', () => {
    expect(fitMessage('abc', 2)).toBe('ab')
    expect(fitMessage('😀', 2)).toBe('')
    expect(fitMessage('abcd', 3)).toBe('…')
  })

  test('control characters and line breaks become one blank, lone surrogates are replaced', () => {
    expect(fitMessage('a\r\n\tb\u0000c\u2028d\u0085e\u007ff\n')).toBe('a b c d e f')
    expect(fitMessage('a\ud800b')).toBe('a\ufffdb')
  })

  test('always: one line of valid UTF-8 within the limit, unchanged by fitting again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(70), (text, bytes) => {
        const fitted = fitMessage(text, bytes)
        expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(bytes)
        expect(fitted.isWellFormed()).toBe(true)
        expect(fitted).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(fitMessage(fitted, bytes)).toBe(fitted)
        const whole = fitMessage(text, 1000)
        expect(whole.startsWith(fitted.replace(/…$/, ''))).toBe(true)
        if (Buffer.byteLength(whole) <= bytes) expect(fitted).toBe(whole)
        else if (bytes >= 3) expect(fitted.endsWith('…')).toBe(true)
      }),
    )
  })
})

describe('writeMessage', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'byom-message-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  test('creates the parents and leaves only the message', async () => {
    const path = join(root, 'output', 'deep', 'message')
    expect(await writeMessage(path, 'first')).toEqual({ written: true })
    expect(await writeMessage(path, 'second\n')).toEqual({ written: true })
    expect(await readFile(path, 'utf8')).toBe('second')
    expect(await readdir(join(root, 'output', 'deep'))).toEqual(['message'])
  })

  test('what it writes fits the platform', async () => {
    const path = join(root, 'message')
    await writeMessage(path, '😀\n\ud800'.repeat(1000))
    const bytes = await readFile(path)
    expect(bytes.length).toBeLessThanOrEqual(messageBytes)
    expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toMatch(/…$/)
  })

  test('gives the reason instead of throwing', async () => {
    await writeFile(join(root, 'file'), '')
    const under = await writeMessage(join(root, 'file', 'message'), 'text')
    expect(under).toEqual({ written: false, reason: expect.stringContaining('EEXIST') })
    await mkdir(join(root, 'folder'))
    const over = await writeMessage(join(root, 'folder'), 'text')
    expect(over).toEqual({ written: false, reason: expect.stringContaining('EISDIR') })
    expect(await readdir(root)).toEqual(['file', 'folder'])
    expect(await writeMessage('/\0', 'text')).toEqual({ written: false, reason: expect.any(String) })
  })

  test('overwrites a file that is itself a mount, as the termination log of Kubernetes', async (context) => {
    const [path, outside] = [join(root, 'message'), join(root, 'outside')]
    await writeFile(path, '')
    await writeFile(outside, 'a much longer old message')
    try {
      execFileSync('mount', ['--bind', outside, path], { stdio: 'pipe' })
    } catch (error) {
      if (process.env.CI === 'true') throw error
      context.skip(`mount is not permitted here: ${error}`)
    }
    try {
      expect(await writeMessage(path, 'text')).toEqual({ written: true })
      expect(await readFile(outside, 'utf8')).toBe('text')
      expect((await readdir(root)).sort()).toEqual(['message', 'outside'])
    } finally {
      execFileSync('umount', [path])
    }
  })

  test('replaces a link instead of writing through it', async () => {
    await writeFile(join(root, 'target'), 'untouched')
    await symlink(join(root, 'target'), join(root, 'message'))
    expect(await writeMessage(join(root, 'message'), 'text')).toEqual({ written: true })
    expect(await readFile(join(root, 'target'), 'utf8')).toBe('untouched')
    expect(await readFile(join(root, 'message'), 'utf8')).toBe('text')
  })
})
