/** From the job's settings to everything that starts a handler, once for a run. What comes out is plain data: threads get a copy. */
import { execFile } from 'node:child_process'
import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
  const confined =
    script.language === 'python'
      ? await python(settings, wanted.reads)
      : await node(settings, machine, wanted.reads)
  const base = {
    script,
    settings,
    kind: wanted.kind,
    functions: wanted.functions,
    confined,
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
  return confinements(machine).map(({ needsRoot, ...confinement }) => async () => ({
    ...base,
    confinement: needsRoot
      ? { ...confinement, root: await chrootFolder(await scratch(), confined) }
      : confinement,
  }))
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

async function python(settings: HandlerSettings, reads: readonly string[]): Promise<Confined> {
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
  const driver = here('./driver.py')
  return {
    program,
    args: ['-B', '-s', '-S', driver],
    reads: [...new Set([...libraries, driver, '/dev/urandom', ...settings.pythonPath, ...reads])],
    memoryBytes: settings.memoryBytes + pythonReserve.private,
    addressBytes: settings.memoryBytes + pythonReserve.address,
  }
}

async function node(
  settings: HandlerSettings,
  machine: Machine,
  reads: readonly string[],
): Promise<Confined> {
  const own = here('./')
  const driver = here(`./driver${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`)
  const packages = ['vm2', 'acorn', 'acorn-walk'].map((name) =>
    dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`))),
  )
  const readable = [own, nearestPackage(own), ...packages, '/dev/urandom', ...reads]
  return {
    program: await realpath(machine.node),
    args: [
      `--max-old-space-size=${Math.floor((settings.memoryBytes / 2 ** 20) * 0.75)}`,
      '--max-semi-space-size=8',
      '--disable-proto=delete',
      '--no-addons',
      '--permission',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--random-seed=1',
      driver,
    ],
    reads: readable,
    memoryBytes: settings.memoryBytes + nodeReserve.private,
    addressBytes: settings.memoryBytes + nodeReserve.address,
  }
}

/** The package.json above a folder of ours, which Node looks for. */
function nearestPackage(folder: string): string {
  const up = import.meta.url.includes('/dist/') ? '../../../package.json' : '../../package.json'
  return join(folder, up)
}
