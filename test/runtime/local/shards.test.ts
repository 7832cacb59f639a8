import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listInput, namesOfHost } from '../../../runtime/local/shards.ts'

test('files are listed in the order of their bytes, hidden ones too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'byom-shards-'))
  await mkdir(join(folder, 'b/c'), { recursive: true })
  for (const name of ['b/c/d', 'é', 'Z', 'a', '.hidden', 'b-', '\u{1F600}', '\uFF5E'])
    await writeFile(join(folder, name), 'xy')
  const input = { name: 'in', source: folder, isFile: false, localPath: '', sharded: true }
  const { names, bytes } = await listInput(input)
  expect(names).toEqual(['.hidden', 'Z', 'a', 'b-', 'b/c/d', 'é', '\uFF5E', '\u{1F600}'])
  expect(bytes).toBe(16)
  const file = await listInput({ ...input, source: join(folder, 'b/c/d'), isFile: true })
  expect(file).toEqual({ root: join(folder, 'b/c'), names: ['d'], bytes: 2 })
  await rm(folder, { recursive: true })
})

test('sharded hosts share the files without rest and overlap, evenly', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.integer({ min: 1, max: 9 }), (names, hosts) => {
      const parts = Array.from({ length: hosts }, (_, host) =>
        namesOfHost({ sharded: true }, names, host, hosts),
      )
      expect(parts.flat().sort()).toEqual([...names].sort())
      const sizes = parts.map((part) => part.length)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      expect(namesOfHost({ sharded: false }, names, hosts - 1, hosts)).toBe(names)
    }),
  )
})
