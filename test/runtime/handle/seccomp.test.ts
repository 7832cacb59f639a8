import { describe, expect, test } from 'vitest'
import { type Architecture, refusedCalls, seccompFilter } from '../../../runtime/handle/seccomp.ts'

const allow = 0x7fff0000
const refuse = 0x00050001
const unknown = 0x00050026
const kill = 0x80000000
const audit = { x64: 0xc000003e, arm64: 0xc00000b7 } as const

/** What the kernel's interpreter of the program returns for a call. */
function verdict(
  architecture: Architecture,
  call: number,
  args: number[] = [],
  machine: number = audit[architecture],
): number {
  const program = seccompFilter(architecture)
  const view = new DataView(program.buffer)
  const data = new DataView(new ArrayBuffer(64))
  data.setUint32(0, call, true)
  data.setUint32(4, machine, true)
  for (const [i, value] of args.entries()) data.setBigUint64(16 + 8 * i, BigInt(value), true)
  let loaded = 0
  for (let at = 0; ; at++) {
    if (8 * at >= program.length) throw new Error('the program ran off its end')
    const [code, ifTrue, ifFalse, value] = [
      view.getUint16(8 * at, true),
      view.getUint8(8 * at + 2),
      view.getUint8(8 * at + 3),
      view.getUint32(8 * at + 4, true),
    ]
    if (code === 0x20) loaded = data.getUint32(value, true)
    else if (code === 0x06) return value
    else {
      const met =
        code === 0x15
          ? loaded === value
          : code === 0x35
            ? loaded >= value
            : code === 0x45
              ? (loaded & value) !== 0
              : undefined
      if (met === undefined) throw new Error(`code ${code} is no part of the program`)
      at += met ? ifTrue : ifFalse
    }
  }
}

// Numbers of the kernel's tables, which the source does not share.
const numbers = {
  x64: {
    read: 0,
    write: 1,
    mmap: 9,
    futex: 202,
    execve: 59,
    epoll_wait: 232,
    getrandom: 318,
    exit_group: 231,
    tgkill: 234,
    socket: 41,
    fork: 57,
    ptrace: 101,
    unlinkat: 263,
    memfd_create: 319,
    io_uring_setup: 425,
    open: 2,
    openat: 257,
    clone: 56,
    clone3: 435,
    openat2: 437,
    ioctl: 16,
    fcntl: 72,
    prctl: 157,
    prlimit64: 302,
  },
  arm64: {
    read: 63,
    write: 64,
    mmap: 222,
    futex: 98,
    execve: 221,
    epoll_wait: 22,
    getrandom: 278,
    exit_group: 94,
    tgkill: 131,
    socket: 198,
    fork: -1,
    ptrace: 117,
    unlinkat: 35,
    memfd_create: 279,
    io_uring_setup: 425,
    open: -1,
    openat: 56,
    clone: 220,
    clone3: 435,
    openat2: 437,
    ioctl: 29,
    fcntl: 25,
    prctl: 167,
    prlimit64: 261,
  },
} as const

describe.each(['x64', 'arm64'] as const)('the filter for %s', (architecture) => {
  const call = numbers[architecture]
  const of = (number: number, ...args: number[]) => verdict(architecture, number, args)

  test('is a program that the kernel takes', () => {
    const { length } = seccompFilter(architecture)
    expect(length % 8).toBe(0)
    expect(length / 8).toBeLessThanOrEqual(4096)
  })

  test.each(['read', 'write', 'mmap', 'futex', 'execve', 'epoll_wait', 'getrandom', 'exit_group'] as const)(
    'allows %s',
    (name) => {
      expect(of(call[name])).toBe(allow)
    },
  )

  test.each(['socket', 'fork', 'ptrace', 'unlinkat', 'memfd_create', 'io_uring_setup', 'tgkill'] as const)(
    'refuses %s',
    (name) => {
      if (call[name] >= 0) expect(of(call[name])).toBe(refuse)
    },
  )

  test('refuses every call of its table', () => {
    const which = architecture === 'x64' ? 0 : 1
    const listed = Object.values(refusedCalls).map((pair) => pair[which])
    const present = listed.filter((number) => number >= 0)
    expect(new Set(present).size).toBe(present.length)
    expect(present.map((number) => of(number))).toEqual(present.map(() => refuse))
  })

  test('a thread may be made, a process not', () => {
    expect(of(call.clone, 0x3d0f00)).toBe(allow)
    expect(of(call.clone, 0x1200011)).toBe(refuse)
    expect(of(call.clone3)).toBe(unknown)
  })

  test('files are opened for reading only', () => {
    const flags = [0o1, 0o2, 0o100, 0o1000, 0o20200000, 0o2001]
    if (call.open >= 0) {
      expect(of(call.open, 0, 0o2000000)).toBe(allow)
      expect(flags.map((each) => of(call.open, 0, each))).toEqual(flags.map(() => refuse))
    }
    expect(of(call.openat, 0, 0, 0o2200000)).toBe(allow)
    expect(flags.map((each) => of(call.openat, 0, 0, each))).toEqual(flags.map(() => refuse))
    expect(of(call.openat2)).toBe(unknown)
  })

  test('controls of descriptors: a terminal cannot be typed into, signals cannot be sent on', () => {
    expect(of(call.ioctl, 3, 0x5421)).toBe(allow)
    expect(of(call.ioctl, 0, 0x5412)).toBe(refuse)
    expect(of(call.fcntl, 3, 4)).toBe(allow)
    // Owners of signals, leases, notifications, sizes of pipes.
    for (const command of [8, 10, 15, 1024, 1026, 1031, 1036]) expect(of(call.fcntl, 3, command)).toBe(refuse)
    expect(of(call.prctl, 15)).toBe(allow)
    expect(of(call.prctl, 1)).toBe(refuse)
    expect(of(call.prlimit64, 0)).toBe(allow)
    expect(of(call.prlimit64, 1)).toBe(refuse)
  })

  test('pages without a file are private', () => {
    const map = (flags: number) => of(call.mmap, 0, 4096, 3, flags)
    expect([0x22, 0x02, 0x01, 0x4022].map(map)).toEqual(Array(4).fill(allow))
    expect([0x21, 0x23, 0x40021, 0x8021].map(map)).toEqual(Array(4).fill(refuse))
  })

  test('calls of later kernels do not exist', () => {
    expect([451, 467, 4000, 0x7fffffff].map((number) => of(number))).toEqual(Array(4).fill(unknown))
  })

  test('another architecture ends the process; so does nothing of the x32 interface come through', () => {
    expect(verdict(architecture, call.read, [], 0x40000003)).toBe(kill)
    expect(of(0x40000000 + call.read)).toBe(unknown)
  })
})
