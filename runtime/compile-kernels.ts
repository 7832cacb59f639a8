/**
 * AssemblyScript → `kernel.generated.ts` beside each kernel, which holds the compiled module as Base64.
 * `npm run kernel` writes them; `npm run kernel -- --check` fails when a committed file differs: the compiler's version is pinned.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const kernels = ['decode/kernel/', 'sketches/kernel/']
const options = '--runtime stub --optimizeLevel 3 --shrinkLevel 0 --converge --noAssert --enable simd'
const memory = '--importMemory --memoryBase 1024 --use abort='

for (const kernel of kernels) {
  const folder = new URL(kernel, import.meta.url)
  const target = new URL('kernel.generated.ts', folder)
  const text = `// Generated from assembly/kernel.ts by \`npm run kernel\`. Do not edit.
/** The compiled kernel, Base64. */
export const kernelModule =
  '${await compile(fileURLToPath(new URL('assembly/kernel.ts', folder)))}'
`
  if (!process.argv.includes('--check')) await writeFile(target, text)
  else if ((await readFile(target, 'utf8')) !== text)
    throw new Error(
      `runtime/${kernel}kernel.generated.ts is not what its source compiles to: run \`npm run kernel\``,
    )
}

async function compile(source: string): Promise<string> {
  const files = new Map<string, Uint8Array>()
  const { error, stderr } = await asc.main(
    ['kernel.ts', ...`${options} ${memory}`.split(' '), '--outFile', 'kernel.wasm'],
    {
      readFile: (name: string) => (name === 'kernel.ts' ? readFile(source, 'utf8') : null),
      writeFile: (name: string, content: Uint8Array | string) => {
        files.set(name, Buffer.from(content))
      },
      listFiles: () => [],
    },
  )
  if (error) throw new Error(stderr.toString(), { cause: error })
  return Buffer.from(files.get('kernel.wasm')!).toString('base64')
}
