/** A handler script: its language, its source, and for JavaScript one bundle of everything it imports. */
import { constants } from 'node:fs'
import { access, open, realpath } from 'node:fs/promises'
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
 * @param seconds after which bundling is given up
 * @throws MonitorError CONFIG_INVALID when it cannot be read, HANDLER_FAILED when it cannot be bundled, HANDLER_TIMEOUT
 */
export async function readScript(
  variable: string,
  path: string,
  realm: 'vm2' | 'node',
  seconds = 60,
): Promise<Script> {
  const problem = await scriptProblem(variable, path)
  if (problem) throw new MonitorError('CONFIG_INVALID', problem)
  const language = languages[extname(path).toLowerCase()]!
  if (language === 'javascript') return { path, language, ...(await bundle(path, realm, seconds)) }
  try {
    const source = (await readSource(path, new Room())).toString()
    return { path, language, source: source.replace(/^\uFEFF/, '') }
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${variable} is ${path}: ${describe(error)}.`)
  }
}

/** Given to the script as parameters: a realm's globals are slow to reach, which took a sixth of the time of a short handler. */
const globals = 'Array,Boolean,Date,JSON,Map,Math,Number,Object,RegExp,Set,String,parseFloat,parseInt'

/** Most bytes that a script may have with everything that it imports: the bundler, which runs outside of the jail, takes memory for it. */
const mostBytes = 4 * 2 ** 20

class Room {
  #left = mostBytes

  /** @throws Error when there is no more */
  take(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0)
      throw new Error(`a script may have ${mostBytes / 2 ** 20} MiB with everything that it imports`)
  }
}

/** The bytes of a file that is one; a pipe or a device in its place would never end. */
async function readSource(path: string, room: Room): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const facts = await file.stat()
    if (!facts.isFile()) throw new Error(`${path} is no file`)
    room.take(facts.size)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function bundle(
  path: string,
  realm: 'vm2' | 'node',
  seconds: number,
): Promise<{ source: string; map: string }> {
  const { build, stop } = await import('esbuild')
  const entry = await realpath(path)
  const folder = dirname(entry)
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const text = `${path} cannot be loaded: it could not be bundled within ${seconds} s; handlers.startTimeoutSeconds in byom.json allows more.`
    late.reject(new MonitorError('HANDLER_TIMEOUT', text))
    void stop()
  }, 1000 * seconds)
  const building = build({
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
    logLimit: 10,
    plugins: [onlyBelow(folder)],
  }).catch(
    (error: {
      errors?: { text: string; location?: { file: string; line: number; column: number } | null }[]
    }) => {
      const problems = (error.errors ?? []).map(
        ({ text, location }) =>
          `${location ? `${basename(location.file)}, line ${location.line}: ` : ''}${text}`,
      )
      // It has crashed; the next script gets another.
      if (problems.length === 0) void stop()
      throw new MonitorError('HANDLER_FAILED', problems.length > 0 ? problems : describe(error))
    },
  )
  const made = await Promise.race([building, late.promise]).finally(() => clearTimeout(timer))
  building.catch(() => {})
  const file = (suffix: string) => made.outputFiles.find((output) => output.path.endsWith(suffix))?.text ?? ''
  return { source: file('.js'), map: file('.map') }
}

/**
 * What a script may import: files beside and below it, and packages. The bundler runs outside of the jail and reads what it is told to,
 * also by the comments that name a source map; they lose their meaning here.
 */
function onlyBelow(folder: string): Plugin {
  const below = folder.endsWith(sep) ? folder : folder + sep
  const room = new Room()
  return {
    name: 'only-below',
    setup(build) {
      build.onLoad({ filter: /./ }, async ({ path }) => {
        if (!path.startsWith(below) && !path.includes(`${sep}node_modules${sep}`))
          return failed(
            `${path} lies outside of the script's folder: a handler imports files beside it, below it, and packages`,
          )
        try {
          const bytes = await readSource(path, room)
          const contents = mapped.test(path)
            ? bytes.toString().replace(mapComment, '$1sourceMappingURL:')
            : bytes
          return { contents, loader: 'default' }
        } catch (error) {
          return failed(describe(error))
        }
      })
    },
  }
}

const failed = (text: string) => ({ errors: [{ text }] })
const mapped = /\.([cm]?[jt]sx?|css)$/i
const mapComment = /([#@][ \t]*)sourceMappingURL=/g

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
