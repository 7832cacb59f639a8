/**
 * V8's code cache of the build's bundle, `dist/runtime/start.cache`: what the first job would compile is compiled already.
 * It is taken after a job of each kind, because functions are compiled when they are called first. A Node with another V8
 * refuses it and compiles, so an image makes its own with its own Node: `node images/code-cache.ts FOLDER_OF_THE_BUILD`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
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

const tests = new URL('../test/', import.meta.url)

/** A baseline of a CSV file, and a monitoring run of captured CSV. */
async function usualJobs(): Promise<{ folder: URL; environment: Record<string, string> }[]> {
  const captures = new URL('samples/capture-csv/', tests)
  const { environment } = JSON.parse(await readFile(new URL('sample.json', captures), 'utf8'))
  return [
    {
      folder: new URL('golden/churn/', tests),
      environment: {
        dataset_source: 'training-dataset-with-header.csv',
        dataset_format: '{"csv": {"header": true}}',
      },
    },
    { folder: captures, environment },
  ]
}

/**
 * Makes the cache with the Node of this process. Each job starts with what those before it have compiled, and adds to it.
 * @param dist absolute path of the build
 * @throws Error with the job's log when it fails
 */
export async function makeCodeCache(dist: string): Promise<void> {
  const runtime = pathToFileURL(`${join(dist, 'runtime')}/`)
  await rm(new URL('start.cache', runtime), { force: true })
  for (const { folder, environment } of await usualJobs()) {
    const scratch = await mkdtemp(join(tmpdir(), 'byom-code-cache-'))
    try {
      const child = spawn(execPath, ['--input-type=module', '--eval', recorder(runtime)], {
        cwd: fileURLToPath(folder),
        env: {
          PATH: env['PATH'],
          ...environment,
          BYOM_OPT_ML: scratch,
          output_path: join(scratch, 'reports'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let log = ''
      child.stderr.setEncoding('utf8').on('data', (text) => {
        log += text
      })
      const [code] = await once(child, 'close')
      if (code !== 0) throw new Error(`A job that fills the code cache ended with ${code}: ${log}`)
    } finally {
      await rm(scratch, { recursive: true, force: true })
    }
  }
}

if (import.meta.main) await makeCodeCache(resolve(argv[2]!))
