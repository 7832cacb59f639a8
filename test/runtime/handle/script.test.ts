import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readScript } from '../../../runtime/handle/script.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-script-'))
  await mkdir(join(folder, 'scripts'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const secret = 'hunter2-0f6a1c'
const handler = 'export function preprocess_handler() {}'

async function bundle(source: string, files: Readonly<Record<string, string>> = {}, seconds = 60) {
  for (const [name, text] of Object.entries({ 'scripts/handler.mjs': source, ...files }))
    await writeFile(join(folder, name), text)
  return readScript('script', join(folder, 'scripts/handler.mjs'), 'vm2', seconds)
}

describe('a bundle holds', () => {
  test('what lies beside the script', async () => {
    const { source } = await bundle("import x from './x.json'\nexport const preprocess_handler = () => x", {
      'scripts/x.json': '{"of": "the script"}',
    })
    expect(source).toContain('the script')
  })

  test.each([
    ['an absolute path', (at: string) => at],
    ['a relative path', () => '../secret.txt'],
    ['a path that passes a folder of packages', () => './node_modules/../../secret.txt'],
    ['a link', () => './link.txt'],
    ['a link in a folder of packages', () => './node_modules/up/secret.txt'],
    ['a query', () => '../secret.txt?x'],
    ['a URL', (at: string) => `file://${at}`],
  ])('nothing from outside: %s', async (_, path) => {
    await mkdir(join(folder, 'scripts/node_modules'))
    await symlink('../secret.txt', join(folder, 'scripts/link.txt'))
    await symlink(folder, join(folder, 'scripts/node_modules/up'))
    const from = path(join(folder, 'secret.txt'))
    const source = `import x from '${from}' with { type: 'text' }\nexport const preprocess_handler = () => x`
    const bundled = bundle(source, { 'secret.txt': secret })
    await expect(bundled).rejects.toThrow(/lies outside of the script's folder|Could not resolve/)
    await expect(bundled).rejects.not.toThrow(secret)
  })

  test('no source map from elsewhere', async () => {
    const map = { version: 3, sources: [secret], names: [secret], mappings: 'AAAAA' }
    for (const comment of ['//# sourceMappingURL=../secret.map', '//@ sourceMappingURL=../secret.map']) {
      const script = await bundle(`${handler}\n${comment}`, { 'secret.map': JSON.stringify(map) })
      expect(JSON.stringify(script)).not.toContain(secret)
    }
  })
})

describe('what would never end is refused', () => {
  test('a source map that is a device', async () => {
    expect((await bundle(`${handler}\n//# sourceMappingURL=/dev/zero`, {}, 10)).source).toContain(
      'preprocess',
    )
  })

  test('a pipe', async () => {
    execFileSync('mkfifo', [join(folder, 'scripts/pipe.mjs'), join(folder, 'scripts/pipe.py')])
    await expect(bundle("import './pipe.mjs'")).rejects.toThrow('pipe.mjs is no file')
    await expect(readScript('script', join(folder, 'scripts/pipe.py'), 'vm2')).rejects.toThrow('is no file')
  })

  test('a pipe that the bundler reads by itself', async () => {
    execFileSync('mkfifo', [join(folder, 'scripts/package.json')])
    await expect(bundle(handler, {}, 1)).rejects.toThrow('could not be bundled within 1 s')
    await rm(join(folder, 'scripts/package.json'))
    expect((await bundle(handler)).source).toContain('preprocess_handler')
  })

  test('more than a script can be', async () => {
    const files = Object.fromEntries([1, 2, 3].map((i) => [`scripts/${i}.txt`, 'x'.repeat(1.5 * 2 ** 20)]))
    await expect(bundle("import './1.txt'\nimport './2.txt'\nimport './3.txt'", files)).rejects.toThrow(
      'a script may have 4 MiB',
    )
    await writeFile(join(folder, 'scripts/large.py'), '#'.repeat(5 * 2 ** 20))
    await expect(readScript('script', join(folder, 'scripts/large.py'), 'vm2')).rejects.toThrow('4 MiB')
  })

  test('a script nested beyond the bundler', async () => {
    await expect(bundle(`x = ${'!'.repeat(4_100_000)}1`)).rejects.toThrow()
    expect((await bundle(handler)).source).toContain('preprocess_handler')
  })
})
