/**
 * V8's code cache of the build's bundle, `dist/runtime/start.cache`: what the first job would compile is compiled already.
 * It is taken after a job, because functions are compiled when they are called first. A Node with another V8 refuses it and
 * compiles, so an image makes its own with its own Node: `node images/code-cache.ts FOLDER_OF_THE_BUILD`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { argv, env, execPath } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Runs the job that the environment describes, and writes the cache when the process ends. */
const recorder = (runtime: URL) => `
import { writeFileSync } from 'node:fs'
import { script } from '${new URL('start.js', runtime)}'
process.on('exit', (code) => {
  if (code === 0) writeFileSync(new URL('${new URL('start.cache', runtime)}'), script.createCachedData())
})
await import('${new URL('main.js', runtime)}')`

/**
 * Makes the cache with the Node of this process, by a baseline of the churn data.
 * @param dist absolute path of the build
 * @throws Error with the job's log when it fails
 */
export async function makeCodeCache(dist: string): Promise<void> {
  const runtime = pathToFileURL(`${join(dist, 'runtime')}/`)
  await rm(new URL('start.cache', runtime), { force: true })
  const folder = await mkdtemp(join(tmpdir(), 'byom-code-cache-'))
  const dataset = new URL('../test/golden/churn/training-dataset-with-header.csv', import.meta.url)
  try {
    const child = spawn(execPath, ['--input-type=module', '--eval', recorder(runtime)], {
      env: {
        PATH: env['PATH'],
        BYOM_OPT_ML: folder,
        dataset_source: fileURLToPath(dataset),
        dataset_format: '{"csv": {"header": true}}',
        output_path: join(folder, 'reports'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let log = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      log += text
    })
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`The job that fills the code cache ended with ${code}: ${log}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await makeCodeCache(resolve(argv[2]!))
