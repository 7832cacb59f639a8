/**
 * AssemblyScript → `kernel.generated.ts`, which holds the compiled module as Base64.
 * `npm run kernel` writes it; `npm run kernel -- --check` fails when the committed file differs: the compiler's version is pinned.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const options = '--runtime stub --optimizeLevel 3 --shrinkLevel 0 --converge --noAssert --enable simd'
const memory = '--importMemory --memoryBase 1024 --use abort='
const target = new URL('kernel.generated.ts', import.meta.url)

const files = new Map<string, Uint8Array>()
const { error, stderr } = await asc.main(
  ['kernel.ts', ...`${options} ${memory}`.split(' '), '--outFile', 'kernel.wasm'],
  {
    readFile: (name: string) =>
      name === 'kernel.ts'
        ? readFile(fileURLToPath(new URL('assembly/kernel.ts', import.meta.url)), 'utf8')
        : null,
    writeFile: (name: string, content: Uint8Array | string) => {
      files.set(name, Buffer.from(content))
    },
    listFiles: () => [],
  },
)
if (error) throw new Error(stderr.toString(), { cause: error })
const module = Buffer.from(files.get('kernel.wasm')!).toString('base64')
const text = `// Generated from assembly/kernel.ts by \`npm run kernel\`. Do not edit.
/** The compiled kernel, Base64. */
export const kernelModule =
  '${module}'
`
if (!process.argv.includes('--check')) await writeFile(target, text)
else if ((await readFile(target, 'utf8')) !== text)
  throw new Error('kernel.generated.ts is not what assembly/kernel.ts compiles to: run `npm run kernel`')
