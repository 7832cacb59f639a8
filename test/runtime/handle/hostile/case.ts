/** Handler scripts that want out, as data: what they do to one record of four, and what has to hold. */

/** A hostile script. Its `attack(record)` is called for the second record; the others return what they should. */
export interface Hostile {
  readonly name: string
  /** Defines `attack`; it sees the constant `T`, see {@link Targets}. */
  readonly script: string
  /** The attacked record's result: JSON of its rows. */
  readonly row?: RegExp
  /** The attacked record's problem. */
  readonly error?: RegExp
  /** The script cannot be loaded, for this reason. */
  readonly start?: RegExp
  /** The process is started too often, and the session gives up. */
  readonly session?: RegExp
  /** How often records beside the attacked one may be lost: a script that spoils its own process later takes others with it. */
  readonly others?: 'any'
  /** A second batch follows after this many milliseconds, and has to come out right. */
  readonly again?: number
  /** Something that the log has to hold. */
  readonly log?: RegExp
  /** Takes seconds: time and memory, which the ways of confinement do not change. */
  readonly slow?: true
}

/** The scripts of a language: those that try what the wall forbids, and those that misuse what a handler may do. */
export interface Corpus {
  readonly wall: readonly Hostile[]
  readonly rest: readonly Hostile[]
}

/** What the scripts are after. Nothing of it may be touched, and nothing in it read. */
export interface Targets {
  /** File that everybody may read, and one that only its owner may; both hold the secret. */
  readonly world: string
  readonly own: string
  /** Symbolic link to the first. */
  readonly link: string
  /** Empty folder that everybody may write to. */
  readonly folder: string
  /** Ports and paths that are listened on. */
  readonly tcp: number
  readonly udp: number
  readonly unix: string
  readonly abstract: string
  /** Process id of the host. */
  readonly host: number
}

/** The whole script. A result that holds `GOT` or the secret is a leak. */
export function scriptOf(language: 'python' | 'javascript', { script }: Hostile, targets: Targets): string {
  const constant = JSON.stringify(targets)
  return language === 'python'
    ? `T = ${constant}\n${pythonKit}\n${script}\n${pythonHandler}`
    : `const T = ${constant}\n${javascriptKit}\n${script}\n${javascriptHandler}`
}

const pythonHandler = `
def preprocess_handler(record, logger):
    return attack(record) if record["n"] == 2 else {"n": record["n"]}
`

/** `tries` gives what each attempt came to: the name of its error, or GOT. */
const pythonKit = `
import ctypes, errno, json, os, platform, sys, time
X64 = platform.machine() == "x86_64"
libc = ctypes.CDLL(None, use_errno=True)
def raw(x64, arm64, *args):
    number = x64 if X64 else arm64
    if number < 0:
        raise OSError(errno.EPERM, "there is no such call here")
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(number), *[ctypes.c_long(a) if isinstance(a, int) else a for a in args])
    if result == -1:
        raise OSError(ctypes.get_errno(), "refused")
    return result
def tries(**attempts):
    found = {}
    for name, attempt in attempts.items():
        try:
            found[name] = "GOT " + str(attempt())[:500]
        except OSError as error:
            found[name] = errno.errorcode.get(error.errno, type(error).__name__)
        except Exception as error:
            found[name] = type(error).__name__
    return found
def verdict(**attempts):
    found = tries(**attempts)
    got = {name: value for name, value in found.items() if value.startswith("GOT")}
    return got or {"refused": len(found)}
def forge(kind, body, length=None):
    import struct
    return struct.pack("<IB", len(body) + 1 if length is None else length, kind) + body
def replies(count, status, body, log=b'{"lines":[],"leftOut":0}'):
    import struct
    sizes = [0] * count
    sizes[0] = len(body)
    return struct.pack("<I", count) + bytes([status] * count) + struct.pack("<%dI" % count, *sizes) + body + log
`

const javascriptHandler = `
export function preprocess_handler(record, logger) {
  return record.n === 2 ? attack(record, logger) : { n: record.n }
}
`

const javascriptKit = `
const load = globalThis['require']
const proc = globalThis['process']
function tries(attempts) {
  const found = {}
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      found[name] = 'GOT ' + String(attempt()).slice(0, 500)
    } catch (error) {
      found[name] = String(error?.code ?? error?.message ?? error)
    }
  }
  return found
}
function verdict(attempts) {
  const found = tries(attempts)
  const got = Object.fromEntries(Object.entries(found).filter(([, value]) => value.startsWith('GOT')))
  return Object.keys(got).length > 0 ? got : { refused: Object.keys(found).length }
}
function forge(type, body, length = body.length + 1) {
  const head = Buffer.alloc(5)
  head.writeUInt32LE(length >>> 0)
  head[4] = type
  return Buffer.concat([head, Buffer.from(body)])
}
function replies(count, status, body, log = '{"lines":[],"leftOut":0}') {
  const head = Buffer.alloc(4 + 5 * count, 0)
  head.writeUInt32LE(count)
  head.fill(status, 4, 4 + count)
  head.writeUInt32LE(Buffer.byteLength(body), 4 + count)
  return Buffer.concat([head, Buffer.from(body), Buffer.from(log)])
}
`
