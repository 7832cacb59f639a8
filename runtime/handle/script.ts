/** A handler script: its language, its source, and for JavaScript one bundle of everything it imports. */
import { constants } from 'node:fs'
import { access, readFile, realpath } from 'node:fs/promises'
import { SourceMap } from 'node:module'
import { basename, dirname, extname, sep } from 'node:path'
import type { Plugin } from 'esbuild'
import { describe, MonitorError } from '../errors.ts'
import { bundleName } from './protocol.ts'

/** A script that is ready to enter the jail. Plain data. */
export interface Script {
  /** As the job names it. */
  readonly path: string
  readonly language: 'python' | 'javascript'
  readonly source: string
  /** JSON of the source map; JavaScript only. */
  readonly map?: string
}

const languages: Readonly<Record<string, Script['language']>> = {
  '.py': 'python',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'javascript',
  '.mts': 'javascript',
  '.cts': 'javascript',
}

/** What is wrong with the name of a script, or with reading it; for the list of the job's problems. */
export async function scriptProblem(variable: string, path: string): Promise<string | undefined> {
  if (languages[extname(path).toLowerCase()] === undefined)
    return `${variable} is ${path}: the name must end with ${Object.keys(languages).join(', ')}.`
  try {
    await access(path, constants.R_OK)
    return undefined
  } catch (error) {
    return `${variable} is ${path}, which cannot be read: ${describe(error)}.`
  }
}

/**
 * @param realm of JavaScript; only `node` has Node's modules
 * @throws MonitorError CONFIG_INVALID when it cannot be read, HANDLER_FAILED when it cannot be bundled
 */
export async function readScript(variable: string, path: string, realm: 'vm2' | 'node'): Promise<Script> {
  const problem = await scriptProblem(variable, path)
  if (problem) throw new MonitorError('CONFIG_INVALID', problem)
  const language = languages[extname(path).toLowerCase()]!
  if (language === 'python')
    return { path, language, source: (await readFile(path, 'utf8')).replace(/^\uFEFF/, '') }
  return { path, language, ...(await bundle(path, realm)) }
}

/** Given to the script as parameters: a realm's globals are slow to reach, which took a sixth of the time of a short handler. */
const globals = 'Array,Boolean,Date,JSON,Map,Math,Number,Object,RegExp,Set,String,parseFloat,parseInt'

async function bundle(path: string, realm: 'vm2' | 'node'): Promise<{ source: string; map: string }> {
  const { build } = await import('esbuild')
  const entry = await realpath(path)
  const folder = dirname(entry)
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: '__handler',
    platform: realm === 'node' ? 'node' : 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
    sourcemap: 'external',
    sourcesContent: false,
    outfile: '/handler.js',
    absWorkingDir: folder,
    banner: { js: `(function(${globals}){` },
    footer: { js: `globalThis.__handler = __handler })(${globals})` },
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [onlyBelow(folder)],
  }).catch(
    (error: {
      errors?: { text: string; location?: { file: string; line: number; column: number } | null }[]
    }) => {
      const problems = (error.errors ?? []).map(
        ({ text, location }) =>
          `${location ? `${basename(location.file)}, line ${location.line}: ` : ''}${text}`,
      )
      throw new MonitorError('HANDLER_FAILED', problems.length > 0 ? problems : describe(error))
    },
  )
  const file = (suffix: string) => made.outputFiles.find((output) => output.path.endsWith(suffix))?.text ?? ''
  return { source: file('.js'), map: file('.map') }
}

/** What a script may import: files beside and below it, and packages. The bundler runs outside of the jail and reads what it is told to. */
function onlyBelow(folder: string): Plugin {
  return {
    name: 'only-below',
    setup(build) {
      build.onLoad({ filter: /./ }, ({ path }) =>
        path.startsWith(folder + sep) || path.includes(`${sep}node_modules${sep}`)
          ? undefined
          : {
              errors: [
                {
                  text: `${path} lies outside of the script's folder: a handler imports files beside it, below it, and packages`,
                },
              ],
            },
      )
    },
  }
}

/** Where something happened in a script. */
export interface Place {
  /** Name of the file, without folders. */
  readonly file: string
  readonly line: number
}

/** A stack trace of the bundle in terms of the files that were bundled, without the frames of others. */
export class TraceMap {
  readonly #map: SourceMap | undefined

  constructor(script: Script) {
    this.#map = script.map ? new SourceMap(JSON.parse(script.map)) : undefined
  }

  /** The frames of the script in a trace, innermost first, and the trace that shows only them. */
  read(trace: string): { readonly places: readonly Place[]; readonly text: string } {
    const places: Place[] = []
    const lines: string[] = []
    for (const line of trace.split('\n').slice(0, 100)) {
      const frame = /^\s+at (?:(.{0,300}) \()?(.{1,1000}):(\d{1,9}):(\d{1,9})\)?$/.exec(line)
      if (frame === null) {
        if (!/^\s+at /.test(line)) lines.push(line)
        continue
      }
      const place = frame[2] === bundleName && this.#place(Number(frame[3]), Number(frame[4]))
      if (!place) continue
      places.push(place)
      lines.push(`    at ${frame[1] ? `${frame[1]} (` : ''}${place.file}:${place.line}${frame[1] ? ')' : ''}`)
    }
    return { places, text: lines.join('\n') }
  }

  #place(line: number, column: number): Place | undefined {
    const entry = this.#map?.findEntry(line - 1, column - 1)
    if (entry === undefined || !('originalSource' in entry)) return undefined
    return { file: basename(entry.originalSource), line: entry.originalLine + 1 }
  }
}
