import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commonFolder, moduleFiles } from '../../../runtime/build/modules.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-modules-'))
})
afterAll(() => rm(folder, { recursive: true }))
const put = async (name: string, text: string) => {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

test('follows imports of files, names packages, and leaves out Node, the runtime and types', async () => {
  const main = await put(
    'a/main.ts',
    `import { readFileSync } from 'node:fs'
import path from 'path'
import type { Nothing } from 'only-types'
import { definePlugin } from 'byom'
import { Kll } from 'byom/sketches/kll'
import { deep } from 'some-package/deep/file.js'
import '@scope/other'
import { b } from '../b.ts'
export default [readFileSync, path, definePlugin, Kll, deep, b] as unknown as Nothing
`,
  )
  const b = await put(
    'b.ts',
    "export { default as b } from './data.json' with { type: 'json' }\nexport * from './c/d.js'\n",
  )
  const data = await put('data.json', '{"a": 1}')
  const d = await put('c/d.js', "export const later = () => import('lazy-package')\n")
  expect(await moduleFiles(main)).toEqual({
    files: [main, b, d, data],
    packages: ['@scope/other', 'lazy-package', 'some-package'],
    isEsm: true,
  })
  expect(commonFolder([main, b, d, data])).toBe(folder)
  expect(commonFolder([main])).toBe(join(folder, 'a'))
})

test('tells CommonJS apart, and says which line imports what is not there', async () => {
  const common = await put('common.js', "const path = require('path')\nmodule.exports = { path }\n")
  expect(await moduleFiles(common)).toMatchObject({ isEsm: false })
  const broken = await put('broken.ts', "export const a = 1\nimport './gone.ts'\n")
  await expect(moduleFiles(broken)).rejects.toThrow(/broken\.ts, line 2: Could not resolve "\.\/gone\.ts"/)
})
