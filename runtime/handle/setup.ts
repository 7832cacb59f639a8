/** From the job's settings to everything that starts a handler, once for a run. What comes out is plain data: threads get a copy. */
import { execFile } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, MonitorError } from '../errors.ts'
import { chrootFolder } from './chroot.ts'
import {
  type Confined,
  type Confinement,
  confinements,
  describeConfinement,
  isConfinable,
  type Machine,
} from './jail.ts'
import { readScript, type Script } from './script.ts'

/** Settings of handlers, with their defaults in place. */
export interface HandlerSettings {
  readonly onError: 'fail' | 'skip'
  /** Largest share of the records that may be skipped. */
  readonly errorBudget: number
  readonly recordSeconds: number
  readonly startSeconds: number
  readonly memoryBytes: number
  readonly python: string
  readonly pythonPath: readonly string[]
  readonly realm: 'vm2' | 'node'
  readonly logLines: number
  readonly unconfined: boolean
  readonly postprocess: { readonly onError: 'fail' | 'warn'; readonly seconds: number }
}

/** What the handler's function gets, and what it may give back. */
export type HandlerKind = 'capture' | 'csv' | 'json'

/** Everything that starts a handler. */
export interface HandlerSetup {
  readonly script: Script
  readonly settings: HandlerSettings
  readonly kind: HandlerKind
  /** Names that its function may have. */
  readonly functions: readonly string[]
  readonly confined: Confined
  /** Source of the driver, which the interpreter reads from its standard input: the jail needs no file of ours. */
  readonly driver: string
  /** Code of the driver that runs inside of the realm; JavaScript only. */
  readonly prelude: string
  /** Option of the interpreter for the seed of its random numbers, where the driver cannot set it. */
  readonly seedOption: string | undefined
  /** Undefined: it runs without a jail, because the config accepts that. */
  readonly confinement: Confinement | undefined
  readonly machine: Machine
  /** Folder with the reports, for a postprocess handler. */
  readonly output: string | undefined
  /** Limits that are watched from outside. */
  readonly limits: { readonly residentBytes: number; readonly replyBytes: number }
}

/** What is to be run. */
export interface Wanted {
  readonly variable: string
  readonly path: string
  readonly kind: HandlerKind
  readonly functions: readonly string[]
  /** Folders that the script may read. */
  readonly reads: readonly string[]
  /** Folder with the reports, for a postprocess handler. */
  readonly output?: string
}

/** Node reserves address space by the gigabyte, and half of one as private memory, before it runs anything. */
const nodeReserve = { private: 2 ** 30, address: 2 ** 36 }
const pythonReserve = { private: 32 * 2 ** 20, address: 2 ** 31 }
/** Most bytes of one reply of the handler. */
const replyBytes = 16 * 2 ** 20

const isBuilt = import.meta.url.endsWith('.js')
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/**
 * All ways to start the handler on this machine, best first; a way that does not work ends its process before the script is loaded.
 * @param scratch folder for files of this run
 * @throws MonitorError CONFIG_INVALID, HANDLER_FAILED, HANDLER_UNCONFINED
 */
export async function handlerSetups(
  wanted: Wanted,
  settings: HandlerSettings,
  machine: Machine,
  scratch: () => Promise<string>,
): Promise<readonly (() => Promise<HandlerSetup>)[]> {
  const script = await readScript(wanted.variable, wanted.path, settings.realm, settings.startSeconds)
  const parts =
    script.language === 'python'
      ? await python(settings, wanted.reads)
      : await javascript(settings, machine, wanted.reads)
  const base = {
    script,
    settings,
    kind: wanted.kind,
    functions: wanted.functions,
    ...parts,
    machine,
    output: wanted.output,
    limits: { residentBytes: settings.memoryBytes + 96 * 2 ** 20, replyBytes },
  }
  if (settings.unconfined) return [async () => ({ ...base, confinement: undefined })]
  if (!isConfinable(machine))
    throw new MonitorError(
      'HANDLER_UNCONFINED',
      `${wanted.path} cannot be confined on ${machine.platform} ${machine.architecture}: handlers run on Linux, x86-64 or aarch64. ${acceptHint}`,
    )
  return confinements(machine, wanted.output !== undefined || settings.pythonPath.length > 0).map(
    ({ needsRoot, ...confinement }) =>
      async () => ({
        ...base,
        confinement: needsRoot
          ? { ...confinement, root: await chrootFolder(await scratch(), parts.confined, confinement.user!) }
          : confinement,
      }),
  )
}

/** Where a person reads how to go without the jail. */
export const acceptHint =
  'To run it without the jail all the same, with every right that this container has, set handlers.unconfined to true in byom.json.'

/** One word per layer. */
export function jailOf({ confinement }: HandlerSetup): string {
  return confinement ? describeConfinement(confinement) : 'none'
}

const pythonFacts =
  'import json,os,sys,sysconfig as s;p=s.get_paths();print(json.dumps([os.path.realpath(sys.executable),list(sys.version_info[:2]),[p["stdlib"],p["platstdlib"]]+([] if sys.base_prefix=="/usr" else [os.path.join(sys.base_prefix,"lib")])]))'

/** What differs between the languages. */
type Parts = Pick<HandlerSetup, 'confined' | 'driver' | 'prelude' | 'seedOption'>

async function python(settings: HandlerSettings, reads: readonly string[]): Promise<Parts> {
  let facts: [string, [number, number], string[]]
  try {
    const { stdout } = await promisify(execFile)(settings.python, ['-I', '-S', '-c', pythonFacts], {
      timeout: 20_000,
    })
    facts = JSON.parse(stdout)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new MonitorError(
      'CONFIG_INVALID',
      missing
        ? `Python handlers need ${settings.python}, which is not here: install python3, or name it in handlers.python of byom.json.`
        : `${settings.python} does not run: ${describe(error)}`,
    )
  }
  const [program, version, libraries] = facts
  if (version[0] < 3 || (version[0] === 3 && version[1] < 9))
    throw new MonitorError(
      'CONFIG_INVALID',
      `${settings.python} is Python ${version.join('.')}: handlers need 3.9 or later.`,
    )
  return {
    confined: {
      program,
      args: ['-B', '-s', '-S', '-'],
      reads: [...new Set([...libraries, '/dev/urandom', ...settings.pythonPath, ...reads])],
      memoryBytes: settings.memoryBytes + pythonReserve.private,
      addressBytes: settings.memoryBytes + pythonReserve.address,
    },
    driver: await readFile(here('./driver.py'), 'utf8'),
    prelude: '',
    seedOption: undefined,
  }
}

async function javascript(
  settings: HandlerSettings,
  machine: Machine,
  reads: readonly string[],
): Promise<Parts> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [here(isBuilt ? './driver.js' : './driver.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  })
  return {
    confined: {
      program: await realpath(machine.node),
      args: [
        `--max-old-space-size=${Math.floor((settings.memoryBytes / 2 ** 20) * 0.75)}`,
        '--max-semi-space-size=8',
        '--disable-proto=delete',
        '--no-addons',
        // One more layer, where there are layers.
        ...(settings.unconfined ? [] : ['--permission', ...reads.map((path) => `--allow-fs-read=${path}`)]),
        '--input-type=commonjs',
        '-',
      ],
      reads: ['/dev/urandom', ...reads],
      memoryBytes: settings.memoryBytes + nodeReserve.private,
      addressBytes: settings.memoryBytes + nodeReserve.address,
    },
    driver: outputFiles[0]!.text,
    prelude: await readFile(here('./driver-realm.js'), 'utf8'),
    seedOption: '--random-seed=',
  }
}
