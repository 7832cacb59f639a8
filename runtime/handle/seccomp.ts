/**
 * The system calls a handler may make, as a classic BPF program for seccomp (kernel documentation, userspace-api/seccomp_filter). It is the
 * same for every launcher and every user; x86-64 and aarch64.
 *
 * What changes anything outside the process is refused: sockets, other processes and their signals, identity, files opened for writing,
 * mounts, shared memory, kernel interfaces. Calls that a newer kernel adds do not exist for a handler.
 */

/** Architectures that a filter can be made for. */
export type Architecture = 'x64' | 'arm64'

/** The call does not exist on the architecture. */
const absent = -1

/** Refused with EPERM: number on x86-64, number on aarch64 (kernel headers, asm/unistd_64.h and asm-generic/unistd.h). */
export const refusedCalls: Readonly<Record<string, readonly [x64: number, arm64: number]>> = {
  // network
  socket: [41, 198],
  connect: [42, 203],
  accept: [43, 202],
  accept4: [288, 242],
  bind: [49, 200],
  listen: [50, 201],
  sendto: [44, 206],
  sendmsg: [46, 211],
  sendmmsg: [307, 269],
  recvmsg: [47, 212],
  recvmmsg: [299, 243],
  setsockopt: [54, 208],
  // processes
  fork: [57, absent],
  vfork: [58, absent],
  execveat: [322, 281],
  setsid: [112, 157],
  setpgid: [109, 154],
  kcmp: [312, 272],
  unshare: [272, 97],
  setns: [308, 268],
  // signals and other processes
  kill: [62, 129],
  tkill: [200, 130],
  tgkill: [234, 131],
  rt_sigqueueinfo: [129, 138],
  rt_tgsigqueueinfo: [297, 240],
  pidfd_open: [434, 434],
  pidfd_getfd: [438, 438],
  pidfd_send_signal: [424, 424],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  process_mrelease: [448, 448],
  setpriority: [141, 140],
  ioprio_set: [251, 30],
  sched_setaffinity: [203, 122],
  sched_setparam: [142, 118],
  sched_setscheduler: [144, 119],
  sched_setattr: [314, 274],
  migrate_pages: [256, 238],
  move_pages: [279, 239],
  get_robust_list: [274, 100],
  // identity
  setuid: [105, 146],
  setgid: [106, 144],
  setreuid: [113, 145],
  setregid: [114, 143],
  setresuid: [117, 147],
  setresgid: [119, 149],
  setgroups: [116, 159],
  setfsuid: [122, 151],
  setfsgid: [123, 152],
  capset: [126, 91],
  personality: [135, 92],
  // files
  creat: [85, absent],
  truncate: [76, 45],
  ftruncate: [77, 46],
  fallocate: [285, 47],
  rename: [82, absent],
  renameat: [264, 38],
  renameat2: [316, 276],
  mkdir: [83, absent],
  mkdirat: [258, 34],
  rmdir: [84, absent],
  link: [86, absent],
  linkat: [265, 37],
  unlink: [87, absent],
  unlinkat: [263, 35],
  symlink: [88, absent],
  symlinkat: [266, 36],
  mknod: [133, absent],
  mknodat: [259, 33],
  chmod: [90, absent],
  fchmod: [91, 52],
  fchmodat: [268, 53],
  chown: [92, absent],
  fchown: [93, 55],
  lchown: [94, absent],
  fchownat: [260, 54],
  utime: [132, absent],
  utimes: [235, absent],
  futimesat: [261, absent],
  utimensat: [280, 88],
  setxattr: [188, 5],
  lsetxattr: [189, 6],
  fsetxattr: [190, 7],
  removexattr: [197, 14],
  lremovexattr: [198, 15],
  fremovexattr: [199, 16],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  fanotify_init: [300, 262],
  fanotify_mark: [301, 263],
  memfd_create: [319, 279],
  memfd_secret: [447, 447],
  chroot: [161, 51],
  sync: [162, 81],
  syncfs: [306, 267],
  flock: [73, 32],
  fsync: [74, 82],
  fdatasync: [75, 83],
  sync_file_range: [277, 84],
  // what landlock does not look at: names in folders, and attributes of files, that cannot be read
  inotify_init: [253, absent],
  inotify_init1: [294, 26],
  inotify_add_watch: [254, 27],
  getxattr: [191, 8],
  lgetxattr: [192, 9],
  fgetxattr: [193, 10],
  listxattr: [194, 11],
  llistxattr: [195, 12],
  flistxattr: [196, 13],
  // pages of one file or pipe in another: a source of holes in the kernel, of no use without anything to write to
  splice: [275, 76],
  tee: [276, 77],
  vmsplice: [278, 75],
  remap_file_pages: [216, 234],
  // mounts
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  swapon: [167, 224],
  swapoff: [168, 225],
  // shared memory and queues
  shmget: [29, 194],
  shmat: [30, 196],
  shmctl: [31, 195],
  shmdt: [67, 197],
  semget: [64, 190],
  semop: [65, 193],
  semctl: [66, 191],
  semtimedop: [220, 192],
  msgget: [68, 186],
  msgsnd: [69, 189],
  msgrcv: [70, 188],
  msgctl: [71, 187],
  mq_open: [240, 180],
  mq_unlink: [241, 181],
  mq_timedsend: [242, 182],
  mq_timedreceive: [243, 183],
  mq_notify: [244, 184],
  mq_getsetattr: [245, 185],
  // kernel
  keyctl: [250, 219],
  add_key: [248, 217],
  request_key: [249, 218],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_setup: [206, 0],
  io_submit: [209, 2],
  userfaultfd: [323, 282],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  reboot: [169, 142],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  adjtimex: [159, 171],
  clock_adjtime: [305, 266],
  iopl: [172, absent],
  ioperm: [173, absent],
  modify_ldt: [154, absent],
  acct: [163, 89],
  syslog: [103, 116],
  vhangup: [153, 58],
  uselib: [134, absent],
  lookup_dcookie: [212, 18],
  nfsservctl: [180, 42],
  sysfs: [139, absent],
  _sysctl: [156, absent],
  ustat: [136, absent],
}

/** Calls whose arguments are looked at. */
const inspected = {
  clone: [56, 220],
  clone3: [435, 435],
  mmap: [9, 222],
  open: [2, absent],
  openat: [257, 56],
  openat2: [437, 437],
  ioctl: [16, 29],
  fcntl: [72, 25],
  prctl: [157, 167],
  prlimit64: [302, 261],
} as const satisfies Record<string, readonly [number, number]>

/** The last call whose effect was looked at when this table was made (Linux 5.17); later ones do not exist in the jail. */
const lastKnownCall = 450

/** AUDIT_ARCH_X86_64 and AUDIT_ARCH_AARCH64. */
const audit: Readonly<Record<Architecture, number>> = { x64: 0xc000003e, arm64: 0xc00000b7 }

const load = 0x20
const jumpIfEqual = 0x15
const jumpIfAtLeast = 0x35
const jumpIfAnyBit = 0x45
const giveBack = 0x06

const allow = 0x7fff0000
const refuse = 0x00050001
const unknown = 0x00050026
const kill = 0x80000000

/** Offsets in struct seccomp_data: the call, the architecture, the low half of an argument. */
const callAt = 0
const architectureAt = 4
const argumentAt = (index: number) => 16 + 8 * index

/** CLONE_THREAD: without it, clone makes a process. */
const cloneThread = 0x10000
/** O_WRONLY, O_RDWR, O_CREAT, O_TRUNC and the bit that is O_TMPFILE's own; the same on both architectures. */
const openForWriting = 0o1 | 0o2 | 0o100 | 0o1000 | 0o20000000
/** FIOCLEX, FIONCLEX, FIONBIO, FIONREAD, TCGETS, TIOCGWINSZ: what interpreters ask their own descriptors. */
const harmlessControls = [0x5451, 0x5450, 0x5421, 0x541b, 0x5401, 0x5413]
/**
 * F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW, F_DUPFD_CLOEXEC, F_GETPIPE_SZ. Of the others some have the
 * kernel send signals to another process (F_SETOWN), hold up who writes to a file (F_SETLEASE), watch a folder (F_NOTIFY) or take kernel
 * memory (F_SETPIPE_SZ).
 */
const harmlessCommands = [0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032]
/** MAP_ANONYMOUS and MAP_SHARED, which MAP_SHARED_VALIDATE has too. */
const mapAnonymous = 0x20
const mapShared = 0x01
/** PR_SET_PDEATHSIG: a handler must not outlive its host. */
const parentDeathSignal = 1

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number]

/** The program as an array of struct sock_filter: 8 bytes each, little-endian, at most 4,096 of them. */
export function seccompFilter(architecture: Architecture): Uint8Array {
  const program = instructions(architecture)
  const bytes = new Uint8Array(8 * program.length)
  const view = new DataView(bytes.buffer)
  for (const [i, [code, ifTrue, ifFalse, value]] of program.entries()) {
    view.setUint16(8 * i, code, true)
    view.setUint8(8 * i + 2, ifTrue)
    view.setUint8(8 * i + 3, ifFalse)
    view.setUint32(8 * i + 4, value, true)
  }
  return bytes
}

function instructions(architecture: Architecture): Instruction[] {
  const which = architecture === 'x64' ? 0 : 1
  const give = (value: number): Instruction => [giveBack, 0, 0, value]
  /** For one call: the body, which has to end every path itself. */
  const when = (call: keyof typeof inspected, body: readonly Instruction[]): Instruction[] => {
    const number = inspected[call][which]
    return number === absent ? [] : [[jumpIfEqual, 0, body.length, number], ...body]
  }
  /** Ends with one verdict when the loaded value is among some, else with another. */
  const among = (values: readonly number[], yes: number, no: number): Instruction[] => [
    ...values.map((value, i): Instruction => [jumpIfEqual, values.length - i, 0, value]),
    give(no),
    give(yes),
  ]
  const argument = (index: number): Instruction => [load, 0, 0, argumentAt(index)]
  const opening = (flags: number): Instruction[] => [
    argument(flags),
    [jumpIfAnyBit, 0, 1, openForWriting],
    give(refuse),
    give(allow),
  ]
  return [
    [load, 0, 0, architectureAt],
    [jumpIfEqual, 1, 0, audit[architecture]],
    give(kill),
    [load, 0, 0, callAt],
    // On x86-64 this holds the calls of the x32 interface too, whose numbers start at 2^30.
    [jumpIfAtLeast, 0, 1, lastKnownCall + 1],
    give(unknown),
    // Its flags lie behind a pointer, out of a filter's sight; callers fall back to clone and openat.
    ...when('clone3', [give(unknown)]),
    ...when('openat2', [give(unknown)]),
    ...when('clone', [argument(0), [jumpIfAnyBit, 0, 1, cloneThread], give(allow), give(refuse)]),
    ...when('open', opening(1)),
    ...when('openat', opening(2)),
    ...when('ioctl', [argument(1), ...among(harmlessControls, allow, refuse)]),
    ...when('fcntl', [argument(1), ...among(harmlessCommands, allow, refuse)]),
    // Shared pages without a file outlive their mapping's being emptied: memory that neither the limits nor the resident size show.
    ...when('mmap', [
      argument(3),
      [jumpIfAnyBit, 0, 2, mapAnonymous],
      [jumpIfAnyBit, 0, 1, mapShared],
      give(refuse),
      give(allow),
    ]),
    ...when('prctl', [argument(0), ...among([parentDeathSignal], refuse, allow)]),
    ...when('prlimit64', [argument(0), ...among([0], allow, refuse)]),
    ...Object.values(refusedCalls)
      .map((numbers) => numbers[which])
      .filter((number) => number !== absent)
      .flatMap((number): Instruction[] => [[jumpIfEqual, 0, 1, number], give(refuse)]),
    give(allow),
  ]
}
