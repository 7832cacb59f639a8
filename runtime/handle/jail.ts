/**
 * How a handler's process is confined. The jail is the wall: everything that runs inside it is taken for hostile, the interpreter included.
 *
 * Layers, all of which an unprivileged container allows: no new privileges, no capabilities, a system call filter (see seccomp.ts), limits
 * on memory and descriptors, an empty environment. What the filter cannot tell apart, which files are read, takes one more: landlock
 * (Linux 5.13), or for root a folder that holds nothing but the interpreter, with a user of its own. Without either a handler is refused.
 */
import { fileURLToPath } from 'node:url'
import { type Architecture, seccompFilter } from './seccomp.ts'

/** What keeps a handler from files that are none of its business. */
export interface Confinement {
  /** True: only the listed paths can be read, whoever asks. */
  readonly landlock: boolean
  /** User and group id that the process takes on; only root can. */
  readonly user?: number
  /** Folder that becomes the root of the process; only root can. */
  readonly root?: string
}

/** A program that is to run confined. */
export interface Confined {
  /** Absolute path of the program, links resolved. */
  readonly program: string
  readonly args: readonly string[]
  /** Files and folders that it may read, besides itself. */
  readonly reads: readonly string[]
  /** Bytes of private memory, and of address space; both bound what can be allocated. */
  readonly memoryBytes: number
  readonly addressBytes: number
}

/** The machine that a handler runs on. */
export interface Machine {
  readonly platform: string
  readonly architecture: string
  /** True when the effective user is root. */
  readonly root: boolean
  /** Absolute path of the Node that runs this. */
  readonly node: string
}

/** Anything but 0 and the users of an ordinary system: nothing on it belongs to this one. */
const nobody = 64_999

const launcher = fileURLToPath(new URL('./jail.pl', import.meta.url))

/** What every program needs: the loader with its libraries, the time zones, and the configuration that OpenSSL insists on. */
const system = [
  '/lib',
  '/lib64',
  '/usr/lib',
  '/usr/lib64',
  '/etc/ld.so.cache',
  '/usr/share/zoneinfo',
  '/etc/ssl/openssl.cnf',
]
const loaders = { x64: '/lib64/ld-linux-x86-64.so.2', arm64: '/lib/ld-linux-aarch64.so.1' } as const

/**
 * The ways to confine, best first; a way that does not work on this machine ends its process at once.
 * @param ownFiles true when the handler has to read files that maybe only this user can
 */
export function confinements(
  { root }: Machine,
  ownFiles: boolean,
): readonly (Confinement & { readonly needsRoot: boolean })[] {
  const landlock = { landlock: true, needsRoot: false }
  if (!root) return [landlock]
  // The interpreter may lie where only root can look; landlock alone is as tight.
  const both = { ...landlock, user: nobody }
  const chroot = { landlock: false, user: nobody, needsRoot: true }
  return ownFiles ? [landlock, chroot] : [both, landlock, chroot]
}

/** One word per layer, for run.json and messages. */
export function describeConfinement({ landlock, user, root }: Confinement): string {
  return [
    'seccomp',
    ...(landlock ? ['landlock'] : []),
    ...(root ? ['chroot'] : []),
    ...(user ? [`user ${user}`] : []),
  ].join(', ')
}

/** True for the machines that a system call filter exists for. */
export function isConfinable({ platform, architecture }: Machine): boolean {
  return platform === 'linux' && architecture in loaders
}

/**
 * The command line that confines a program and then becomes it: same process id, descriptors 0 to 3 kept.
 * @param host process id of the caller; the handler dies with it
 */
export function commandLine(
  { program, args, reads, memoryBytes, addressBytes }: Confined,
  { landlock, user, root }: Confinement,
  architecture: Architecture,
  host: number,
): { readonly file: string; readonly args: readonly string[] } {
  return {
    file: '/usr/bin/perl',
    args: [
      launcher,
      ...['--machine', architecture, '--host', String(host)],
      ...['--filter', Buffer.from(seccompFilter(architecture)).toString('hex')],
      ...(user === undefined ? [] : ['--uid', String(user)]),
      ...(root === undefined ? [] : ['--chroot', root]),
      ...(landlock ? ['--landlock'] : []),
      ...[...system, ...reads].flatMap((path) => ['--read', path]),
      ...[program, loaders[architecture]].flatMap((path) => ['--run', path]),
      ...['--data', String(memoryBytes), '--space', String(addressBytes)],
      ...['--', program, ...args],
    ],
  }
}
