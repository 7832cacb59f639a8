/** Python scripts that want out. */
import type { Corpus, Hostile } from './case.ts'

const attack = (body: string) => `def attack(record):\n${body.replace(/^/gm, '    ')}`
const allRefused = /^\{"refused":\d+\}$/
const killed = /did not answer|ended by SIGKILL/
const tooLong = /took longer than/

/** Reading what is none of its business. */
const files: readonly Hostile[] = [
  {
    name: 'the environment is empty',
    script: attack(`
libc.getenv.restype = ctypes.c_char_p
import posix
return {"n": len(posix.environ), "e": len(os.environ), "c": str(libc.getenv(b"AWS_SECRET_ACCESS_KEY")), "p": str(libc.getenv(b"PATH"))}`),
    row: /^\{"n":[0-4],"e":0,"c":"None","p":"None"\}$/,
  },
  {
    name: 'the parent in /proc',
    script: attack(`
p = "/proc/%d/" % os.getppid()
h = "/proc/%d/" % T["host"]
return verdict(**{base[6:] + name: (lambda f=base + name: open(f, "rb").read(4096)) for base in (p, h, "/proc/1/")
  for name in ("environ", "mem", "maps", "cmdline", "root/etc/passwd", "cwd/package.json", "fd/3", "task/1/environ", "status", "auxv", "stack")})`),
    row: allRefused,
  },
  {
    name: 'itself in /proc',
    script: attack(`
return verdict(environ=lambda: open("/proc/self/environ").read(), mem=lambda: open("/proc/self/mem", "rb"), fd=lambda: os.listdir("/proc/self/fd"),
  maps=lambda: open("/proc/thread-self/maps").read(), list=lambda: os.listdir("/proc"), again=lambda: open("/proc/self/fd/3", "rb"), root=lambda: os.listdir("/proc/self/root"))`),
    row: allRefused,
  },
  {
    name: 'files that everybody may read, and others',
    script: attack(`
return verdict(world=lambda: open(T["world"]).read(), own=lambda: open(T["own"]).read(), link=lambda: open(T["link"]).read(),
  folder=lambda: os.listdir(os.path.dirname(T["world"])), home=lambda: os.listdir("/root"), passwd=lambda: open("/etc/passwd").read(),
  shadow=lambda: open("/etc/shadow").read(), hosts=lambda: open("/etc/hosts").read(), dns=lambda: open("/etc/resolv.conf").read(),
  dev=lambda: open("/dev/zero", "rb").read(1), kmsg=lambda: open("/dev/kmsg"), sys=lambda: open("/sys/kernel/uevent_seqnum").read(),
  token=lambda: open("/var/run/secrets/kubernetes.io/serviceaccount/token").read(), job=lambda: open("/opt/ml/config/processingjobconfig.json").read())`),
    row: allRefused,
  },
  {
    name: 'files by relative paths and changed folders',
    script: attack(`
def from_there():
    os.chdir(os.path.dirname(T["world"]))
    return open(os.path.basename(T["world"])).read()
def by_descriptor():
    folder = os.open(os.path.dirname(T["world"]), os.O_PATH)
    return os.read(os.open(os.path.basename(T["world"]), os.O_RDONLY, dir_fd=folder), 100)
return verdict(up=lambda: open("../../../../../.." + T["world"]).read(), there=from_there, at=by_descriptor)`),
    row: allRefused,
  },
  {
    name: 'a path descriptor that is opened again',
    script: attack(`
file = os.open(T["world"], os.O_PATH)
return verdict(read=lambda: os.read(file, 100), again=lambda: open("/proc/self/fd/%d" % file).read(), map=lambda: __import__("mmap").mmap(file, 10, prot=1),
  send=lambda: os.sendfile(3, file, 0, 100), handle=lambda: raw(304, 265, -100, ctypes.create_string_buffer(200), 0),
  at=lambda: raw(303, 264, file, b"", ctypes.create_string_buffer(200), ctypes.byref(ctypes.c_int()), 0x1000),
  splice=lambda: raw(275, 76, file, 0, 3, 0, 100, 0), copy=lambda: os.copy_file_range(file, 3, 10))`),
    row: allRefused,
    // There is no such file at all, where a folder of its own is the root.
    error: /FileNotFoundError/,
  },
  {
    name: 'openat2 and opening with all bits set',
    script: attack(`
how = (ctypes.c_uint64 * 3)(0, 0, 0)
path = T["world"].encode()
return verdict(two=lambda: raw(437, 437, -100, path, how, 24), three=lambda: raw(257, 56, -100, path, 3, 0),
  high=lambda: raw(257, 56, -100, path, 0x100000001, 0), tmp=lambda: raw(257, 56, -100, T["folder"].encode(), 0o20200002, 0o600),
  old=lambda: raw(2, -1, T["folder"].encode() + b"/x", 0o102, 0o600), creat=lambda: raw(85, -1, T["folder"].encode() + b"/x", 0o600))`),
    row: allRefused,
  },
  {
    name: 'the source of other programs through linecache, pkgutil and runpy',
    script: attack(`
import linecache, runpy, tokenize, zipimport, importlib.util
def module():
    spec = importlib.util.spec_from_file_location("x", T["world"] + ".py")
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
    return "ran"
return verdict(lines=lambda: linecache.getlines(T["world"])[0], run=lambda: runpy.run_path(T["world"]), tok=lambda: tokenize.open(T["world"]).read(), module=module,
  zip=lambda: zipimport.zipimporter(T["world"]), exec=lambda: exec(compile("import nonexistent", "x", "exec")))`),
    row: allRefused,
  },
]

/** What a ruleset for files leaves out. */
const around: readonly Hostile[] = [
  {
    name: 'names and attributes of files that it cannot read',
    script: attack(`
folder = os.path.dirname(T["world"]).encode()
return verdict(init=lambda: raw(253, -1), init1=lambda: raw(294, 26, 0), watch=lambda: raw(254, 27, 3, folder, 0xfff), get=lambda: os.getxattr(T["world"], "user.x"), list=lambda: os.listxattr(T["world"]), llist=lambda: os.listxattr(T["link"], follow_symlinks=False),
  link=lambda: os.readlink("/proc/%d/exe" % T["host"]))`),
    row: allRefused,
  },
  {
    name: 'pages of files in pipes',
    script: attack(`
r, w = os.pipe()
d = os.open(os.__file__, os.O_RDONLY)
iov = (ctypes.c_uint64 * 2)(id(r), 8)
return verdict(splice=lambda: raw(275, 76, d, 0, w, 0, 1, 0), tee=lambda: raw(276, 77, r, w, 1, 0), vm=lambda: raw(278, 75, w, iov, 1, 0), remap=lambda: raw(216, 234, id(r), 4096, 0, 0, 0))`),
    row: allRefused,
  },
]

/** Leaving a trace. */
const writes: readonly Hostile[] = [
  {
    name: 'files opened for writing',
    script: attack(`
f = T["folder"] + "/x"
found = {mode: (lambda m=mode: open(f, m)) for mode in ("w", "a", "x", "wb")}
found.update({"rw": lambda: open(T["world"], "r+"), "append": lambda: open(T["world"], "a"), "tmp": lambda: __import__("tempfile").TemporaryFile(),
  "here": lambda: open("x", "w"), "null": lambda: open("/dev/null", "w"), "driver": lambda: open(os.__file__, "a"), "shm": lambda: open("/dev/shm/x", "w"), "log": lambda: open("/var/tmp/x", "w")})
return verdict(**found)`),
    row: allRefused,
  },
  {
    name: 'everything else that changes a folder',
    script: attack(`
f, w = T["folder"] + "/x", T["world"]
return verdict(mkdir=lambda: os.mkdir(f), sym=lambda: os.symlink("/etc", f), link=lambda: os.link(w, f), fifo=lambda: os.mkfifo(f), node=lambda: os.mknod(f),
  rename=lambda: os.rename(w, f), replace=lambda: os.replace(w, f), unlink=lambda: os.unlink(w), rmdir=lambda: os.rmdir(T["folder"]), truncate=lambda: os.truncate(w, 0),
  chmod=lambda: os.chmod(T["folder"], 0), chown=lambda: os.chown(w, 0, 0), utime=lambda: os.utime(w), xattr=lambda: os.setxattr(w, "user.x", b"x"),
  noxattr=lambda: os.removexattr(w, "user.x"), lock=lambda: __import__("fcntl").flock(os.open(os.__file__, 0), 2))`),
    row: allRefused,
  },
  {
    name: 'changes by raw call numbers',
    script: attack(`
f, w = (T["folder"] + "/x").encode(), T["world"].encode()
return verdict(rename=lambda: raw(316, 276, -100, w, -100, f, 0), link=lambda: raw(265, 37, -100, w, -100, f, 0x400), sym=lambda: raw(266, 36, w, -100, f),
  unlink=lambda: raw(263, 35, -100, w, 0), mkdir=lambda: raw(258, 34, -100, f, 511), node=lambda: raw(259, 33, -100, f, 0o10777, 0), mode=lambda: raw(268, 53, -100, w, 0),
  mode2=lambda: raw(452, 452, -100, w, 0, 0), owner=lambda: raw(260, 54, -100, w, 1, 1, 0), time=lambda: raw(280, 88, -100, w, 0, 0), cut=lambda: raw(76, 45, w, 0),
  xattrat=lambda: raw(463, 463, -100, w, 0, b"user.x", 0, 0), big=lambda: raw(285, 47, 3, 0, 0, 1 << 30), memfd=lambda: raw(319, 279, b"x", 0), sync=lambda: raw(306, 267, 3))`),
    row: allRefused,
  },
  {
    name: 'databases and caches on disk',
    script: attack(`
import dbm.dumb, shelve, zipfile, py_compile
f = T["folder"] + "/x"
return verdict(shelf=lambda: shelve.open(f), dumb=lambda: dbm.dumb.open(f, "c"), zip=lambda: zipfile.ZipFile(f, "w"), compile=lambda: py_compile.compile(os.__file__, f, doraise=True))`),
    row: allRefused,
  },
  {
    name: 'leases, notifications and owners on descriptors',
    script: attack(`
import fcntl, struct
d = os.open(os.__file__, os.O_RDONLY)
folder = os.open(os.path.dirname(os.__file__), os.O_RDONLY)
ppid = os.getppid()
return verdict(lease=lambda: fcntl.fcntl(d, 1024, 0), notify=lambda: fcntl.fcntl(folder, 1026, 1), owner=lambda: fcntl.fcntl(3, fcntl.F_SETOWN, ppid), group=lambda: fcntl.fcntl(3, fcntl.F_SETOWN, -ppid),
  sig=lambda: fcntl.fcntl(3, 10, 9), ex=lambda: fcntl.fcntl(3, 15, struct.pack("ii", 1, ppid)), high=lambda: raw(72, 25, 3, (1 << 32) | 8, ppid),
  hint=lambda: fcntl.fcntl(d, 1036, b"\\0" * 8), fio=lambda: fcntl.ioctl(3, 0x8901, struct.pack("i", ppid)), sio=lambda: fcntl.ioctl(3, 0x8902, struct.pack("i", ppid)),
  asy=lambda: fcntl.ioctl(3, 0x5452, struct.pack("i", 1)), sti=lambda: fcntl.ioctl(0, 0x5412, b"x"))`),
    row: allRefused,
  },
]

/** Other processes. */
const processes: readonly Hostile[] = [
  {
    name: 'processes by every library call',
    script: attack(`
import subprocess, multiprocessing, pty
def system():
    if os.system("echo x > %s/x" % T["folder"]) != 0: raise OSError(errno.EPERM, "no")
return verdict(fork=os.fork, pty=pty.fork, forkpty=os.forkpty, system=system, popen=lambda: os.popen("id").read() or 1 / 0, run=lambda: subprocess.run(["/bin/sh", "-c", "id"]), sh=lambda: subprocess.check_output("id", shell=True),
  spawn=lambda: os.posix_spawn("/bin/sh", ["sh"], {}), spawnv=lambda: os.spawnv(os.P_WAIT, "/bin/sh", ["sh"]) == 127 and 1 / 0, process=lambda: multiprocessing.Process(target=print).start())`),
    row: allRefused,
  },
  {
    name: 'processes by raw calls',
    script: attack(`
args = ctypes.create_string_buffer(88)
return verdict(fork=lambda: raw(57, -1), vfork=lambda: raw(58, -1), clone=lambda: raw(56, 220, 17, 0, 0, 0, 0), vm=lambda: raw(56, 220, 0x4111, 0, 0, 0, 0),
  high=lambda: raw(56, 220, (0x10000 << 32) | 17, 0, 0, 0, 0), user=lambda: raw(56, 220, 0x10000011, 0, 0, 0, 0), clone3=lambda: raw(435, 435, args, 88),
  thread_ns=lambda: raw(56, 220, 0x10010900 | 0x10000000, 0, 0, 0, 0), x32=lambda: raw(0x40000000 + 57, 0x40000000))`),
    row: allRefused,
  },
  {
    name: 'another program in its place: a shell',
    script: attack(`
return verdict(sh=lambda: os.execv("/bin/sh", ["sh", "-c", "id"]), env=lambda: os.execvpe("env", ["env"], {"PATH": "/usr/bin:/bin"}), fd=lambda: os.execve(os.open("/bin/sh", os.O_PATH), ["sh"], {}),
  at=lambda: raw(322, 281, -100, b"/bin/sh", 0, 0, 0), perl=lambda: os.execv("/usr/bin/perl", ["perl", "-e", "print 1"]))`),
    row: allRefused,
  },
  {
    name: 'another program through the loader',
    script: attack(`
loader = "/lib64/ld-linux-x86-64.so.2" if X64 else "/lib/ld-linux-aarch64.so.1"
os.execv(loader, [loader, "/bin/sh", "-c", "cat %s; echo GOT > %s/x" % (T["world"], T["folder"])])`),
    error: /exit code 12|ended/,
  },
  {
    name: 'itself anew, without the driver',
    script: attack(`
os.execv(sys.executable or os.readlink("/proc/self/exe"), ["python3", "-c", "import os; print(open(%r).read()); os.kill(os.getppid(), 9)" % T["world"]])`),
    error: /PermissionError|FileNotFoundError|TypeError|exit code|ended/,
  },
  {
    name: 'signals to the host and to everybody',
    script: attack(`
import signal
p, h = os.getppid(), T["host"]
info = ctypes.create_string_buffer(128)
return verdict(parent=lambda: os.kill(p, 9), host=lambda: os.kill(h, 15), all=lambda: os.kill(-1, 9), group=lambda: os.killpg(0, 9), zero=lambda: os.kill(p, 0), tkill=lambda: raw(200, 130, p, 9), tgkill=lambda: raw(234, 131, p, p, 9),
  queue=lambda: raw(129, 138, p, 9, info), tqueue=lambda: raw(297, 240, p, p, 9, info), pidfd=lambda: raw(434, 434, p, 0), send=lambda: raw(424, 424, 3, 9, 0, 0), own=lambda: signal.raise_signal(9), high=lambda: raw(62, 129, (1 << 32) | p, 9),
  thread=lambda: signal.pthread_kill(__import__("threading").get_ident(), 9))`),
    row: allRefused,
  },
  {
    name: 'limits, priorities and processors of the host',
    script: attack(`
import resource
p = os.getppid()
return verdict(cpu=lambda: resource.prlimit(p, resource.RLIMIT_CPU, (1, 1)), read=lambda: resource.prlimit(p, resource.RLIMIT_AS), own=lambda: resource.setrlimit(resource.RLIMIT_DATA, (-1, -1)), core=lambda: resource.setrlimit(resource.RLIMIT_CORE, (1, 1)),
  size=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20)), nice=lambda: os.setpriority(os.PRIO_PROCESS, p, 19), user=lambda: os.setpriority(os.PRIO_USER, 0, 19), affinity=lambda: os.sched_setaffinity(p, [0]),
  sched=lambda: os.sched_setscheduler(p, os.SCHED_BATCH, os.sched_param(0)), io=lambda: raw(251, 30, 1, p, 0), oom=lambda: open("/proc/%d/oom_score_adj" % p, "w"))`),
    row: allRefused,
  },
  {
    name: 'the memory of the host',
    script: attack(`
p = os.getppid()
iov = (ctypes.c_uint64 * 2)(0x400000, 100)
return verdict(attach=lambda: raw(101, 117, 16, p, 0, 0), seize=lambda: raw(101, 117, 0x4206, p, 0, 0), me=lambda: raw(101, 117, 0, 0, 0, 0), read=lambda: raw(310, 270, p, iov, 1, iov, 1, 0), write=lambda: raw(311, 271, p, iov, 1, iov, 1, 0),
  kcmp=lambda: raw(312, 272, p, os.getpid(), 0, 3, 3), robust=lambda: raw(274, 100, p, iov, iov), getfd=lambda: raw(438, 438, 3, 0, 0), madvise=lambda: raw(440, 440, 3, iov, 1, 4, 0), pages=lambda: raw(279, 239, p, 0, 0, 0, 0, 0))`),
    row: allRefused,
  },
  {
    name: 'identity and capabilities',
    script: attack(`
head, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)(*[0xffffffff] * 6)
return verdict(uid=lambda: os.setuid(0), reuid=lambda: os.setresuid(0, 0, 0), gid=lambda: os.setgid(0), groups=lambda: os.setgroups([0]), fsuid=lambda: raw(122, 151, 0), caps=lambda: raw(126, 91, head, data), persona=lambda: raw(135, 92, 0x40000),
  sid=os.setsid, pgid=lambda: os.setpgid(0, 0), chroot=lambda: os.chroot("/"), ambient=lambda: raw(157, 167, 47, 2, 0, 0, 0), keep=lambda: raw(157, 167, 1, 0, 0, 0, 0), high=lambda: raw(157, 167, (1 << 32) | 1, 0, 0, 0, 0))`),
    row: allRefused,
  },
  {
    name: 'namespaces and mounts',
    script: attack(`
s = b"/tmp\\0"
return verdict(user=lambda: raw(272, 97, 0x10000000), net=lambda: raw(272, 97, 0x40000000), fs=lambda: raw(272, 97, 0x200), setns=lambda: raw(308, 268, 3, 0), mount=lambda: raw(165, 40, s, s, b"tmpfs", 0, 0), umount=lambda: raw(166, 39, s, 2), pivot=lambda: raw(155, 41, s, s),
  tree=lambda: raw(428, 428, -100, s, 0), move=lambda: raw(429, 429, 3, s, 3, s, 0), fsopen=lambda: raw(430, 430, b"tmpfs", 0), attr=lambda: raw(442, 442, -100, s, 0, 0, 0), swap=lambda: raw(167, 224, s, 0), quota=lambda: raw(179, 60, 0, 0, 0, 0))`),
    row: allRefused,
  },
  {
    name: 'kernel interfaces',
    script: attack(`
b = ctypes.create_string_buffer(256)
return verdict(bpf=lambda: raw(321, 280, 0, b, 100), perf=lambda: raw(298, 241, b, 0, -1, -1, 0), key=lambda: raw(248, 217, b"user", b"x", b"x", 1, -3), ctl=lambda: raw(250, 219, 0, -3, 0, 0, 0), request=lambda: raw(249, 218, b"user", b"x", 0, 0), fault=lambda: raw(323, 282, 0),
  uring=lambda: raw(425, 425, 8, b), uenter=lambda: raw(426, 426, 3, 1, 0, 0, 0, 0), ureg=lambda: raw(427, 427, 3, 0, 0, 0), aio=lambda: raw(206, 0, 8, b), module=lambda: raw(175, 105, b, 100, b), kexec=lambda: raw(246, 104, 0, 0, 0, 0), reboot=lambda: raw(169, 142, 0xfee1dead, 672274793, 0, 0),
  name=lambda: raw(170, 161, b"x", 1), clock=lambda: raw(227, 112, 0, b), syslog=lambda: raw(103, 116, 3, b, 100), ioperm=lambda: raw(173, -1, 0, 1, 1), iopl=lambda: raw(172, -1, 3), ldt=lambda: raw(154, -1, 0, b, 100), fan=lambda: raw(300, 262, 0, 0), secret=lambda: raw(447, 447, 0))`),
    row: allRefused,
  },
  {
    name: 'shared memory and queues',
    script: attack(`
from multiprocessing import shared_memory
b = ctypes.create_string_buffer(64)
return verdict(shm=lambda: raw(29, 194, 0, 1 << 20, 0o1777), at=lambda: raw(30, 196, 0, 0, 0), sem=lambda: raw(64, 190, 0, 1, 0o1777), msg=lambda: raw(68, 186, 0, 0o1777), ctl=lambda: raw(31, 195, 0, 2, b), mq=lambda: raw(240, 180, b"x", 0o102, 0o600, 0), posix=lambda: shared_memory.SharedMemory(create=True, size=4096),
  named=lambda: __import__("_multiprocessing").SemLock(1, 1, 1, "/x", False))`),
    row: allRefused,
  },
  {
    name: 'calls of later kernels',
    script: attack(`
found = set()
for number in [*range(451, 700), 1023, 4096, 0x3fffffff]:
    try:
        raw(number, number, 0, 0, 0, 0, 0)
        found.add("GOT %d" % number)
    except OSError as error:
        found.add(errno.errorcode[error.errno])
return {"found": ",".join(sorted(found))}`),
    row: /^\{"found":"ENOSYS"\}$/,
  },
  {
    name: 'the calls of 32-bit programs',
    script: attack(`
import mmap
if not X64:
    os._exit(159)
page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
page.write(bytes.fromhex("b814000000cd80c3"))
ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
return {"x": "GOT"}`),
    error: /SIGSYS|SIGSEGV|exit code 159/,
  },
  {
    name: 'another filter and another ruleset on top',
    script: attack(`
import struct
code = ctypes.create_string_buffer(struct.pack("HBBI", 6, 0, 0, 0x7fff0000))
program = ctypes.create_string_buffer(struct.pack("HxxxxxxQ", 1, ctypes.addressof(code)))
raw(317, 277, 1, 0, program)
return verdict(read=lambda: open(T["world"]).read(), fork=os.fork, write=lambda: open(T["folder"] + "/x", "w"))`),
    row: allRefused,
  },
]

/** The network. */
const network: readonly Hostile[] = [
  {
    name: 'sockets of every family and type',
    script: attack(`
import socket
found = set()
for family in range(0, 50):
    for kind in (1, 2, 3, 4, 5, 10):
        try:
            socket.socket(family, kind)
            found.add("GOT %d %d" % (family, kind))
        except OSError as error:
            found.add(errno.errorcode[error.errno])
return {"found": ",".join(sorted(found))}`),
    row: /^\{"found":"EPERM"\}$/,
  },
  {
    name: 'connections to what listens on this machine',
    script: attack(`
import socket
def send(family, kind, to):
    s = socket.socket(family, kind)
    s.connect(to)
    s.send(b"x")
    return "sent"
return verdict(tcp=lambda: send(2, 1, ("127.0.0.1", T["tcp"])), six=lambda: send(10, 1, ("::1", T["tcp"])), udp=lambda: send(2, 2, ("127.0.0.1", T["udp"])), unix=lambda: send(1, 1, T["unix"]), abstract=lambda: send(1, 1, "\\0" + T["abstract"]),
  lib=lambda: socket.create_connection(("127.0.0.1", T["tcp"]), 2), serve=lambda: socket.create_server(("127.0.0.1", 0)))`),
    row: allRefused,
  },
  {
    name: 'credentials of the cloud',
    script: attack(`
from urllib.request import urlopen
import http.client
def get(host, path):
    c = http.client.HTTPConnection(host, timeout=2)
    c.request("GET", path)
    return c.getresponse().read()
return verdict(instance=lambda: get("169.254.169.254", "/latest/meta-data/iam/security-credentials/"), task=lambda: get("169.254.170.2", "/v2/credentials/"), six=lambda: get("fd00:ec2::254", "/latest/meta-data/"), open=lambda: urlopen("http://169.254.169.254/", timeout=2).read(),
  file=lambda: urlopen("file://" + T["world"]).read(), ftp=lambda: urlopen("ftp://127.0.0.1/").read())`),
    row: allRefused,
  },
  {
    name: 'names through the resolver',
    script: attack(`
import socket
return verdict(name=lambda: socket.getaddrinfo("secret.example.com", 80), host=lambda: socket.gethostbyname("secret.example.com"), fqdn=lambda: socket.gethostbyaddr("127.0.0.1"))`),
    row: allRefused,
  },
  {
    name: 'asyncio',
    script: attack(`
import asyncio
async def go():
    r, w = await asyncio.open_connection("127.0.0.1", T["tcp"])
    w.write(b"x")
    return "sent"
def run():
    return asyncio.run(go())
return verdict(run=run)`),
    row: allRefused,
  },
  {
    name: 'the descriptors it has, as sockets',
    script: attack(`
import socket, array
def sock(d): return socket.socket(1, 1, 0, os.dup(d))
pair = lambda: [s.sendmsg([b"x"], [(1, 1, array.array("i", [0]))]) for s in socket.socketpair()]
return verdict(pass_=lambda: sock(3).sendmsg([b"x"], [(1, 1, array.array("i", [0]))]), out=lambda: sock(1).sendto(b"x", T["unix"]), connect=lambda: sock(3).connect(T["unix"]), bind=lambda: sock(2).bind(T["folder"] + "/s"), listen=lambda: sock(3).listen(), accept=lambda: sock(3).accept(), buffer=lambda: sock(3).setsockopt(1, 7, 1 << 24), take=lambda: sock(3).recvmsg(10), pair=pair, send=lambda: raw(44, 206, 3, b"x", 1, 0, 0, 0), mmsg=lambda: raw(307, 269, 3, b"x", 1, 0))`),
    row: allRefused,
  },
  {
    name: 'descriptors beyond the fourth',
    script: attack(`
found = []
for d in range(4, 64):
    try:
        os.fstat(d)
        found.append("GOT %d" % d)
    except OSError:
        pass
kinds = [__import__("stat").S_ISSOCK(os.fstat(d).st_mode) for d in (1, 2, 3)]
return {"found": ",".join(found), "kinds": str(kinds), "in": str(os.read(0, 100))}`),
    row: /^\{"found":"","kinds":"\[True, True, True\]","in":"b''"\}$/,
  },
]

/** Never coming back. */
const time: readonly Hostile[] = [
  { name: 'a loop', script: attack('while True: pass'), error: tooLong, slow: true },
  {
    name: 'a loop that catches everything',
    script: attack('while True:\n    try:\n        while True: pass\n    except BaseException: pass'),
    error: /did not answer|took longer/,
    slow: true,
  },
  {
    name: 'a loop in C',
    script: attack('return {"x": sum(range(10 ** 13))}'),
    error: /did not answer|took longer/,
    slow: true,
  },
  {
    name: 'a regular expression',
    script: attack('import re\nreturn {"x": bool(re.match(r"(a+)+$", "a" * 60 + "b"))}'),
    error: /took longer|did not answer/,
    slow: true,
  },
  { name: 'sleep', script: attack('time.sleep(1e6)'), error: tooLong, slow: true },
  {
    name: 'sleep without the alarm',
    script: attack('import signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(1e6)'),
    error: killed,
    slow: true,
  },
  {
    name: 'all signals ignored and blocked',
    script: attack(`
import signal
for s in range(1, 65):
    try: signal.signal(s, signal.SIG_IGN)
    except (OSError, ValueError): pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True: pass`),
    error: killed,
    slow: true,
  },
  {
    name: 'a deadlock',
    script: attack(
      'import threading, signal\nsignal.alarm(0)\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()',
    ),
    error: killed,
    slow: true,
  },
  {
    name: 'a comparison inside sort',
    script: attack(
      'class X:\n    def __lt__(self, other):\n        while True: pass\nreturn {"x": sorted([X(), X()])}',
    ),
    error: tooLong,
    slow: true,
  },
  {
    name: 'an error whose text never ends',
    script: attack('class X(Exception):\n    def __str__(self):\n        while True: pass\nraise X()'),
    error: /did not answer|took longer/,
    slow: true,
  },
  {
    name: 'a result whose items never end',
    script: attack(
      'class X(dict):\n    def items(self):\n        while True: pass\n    keys = __iter__ = items\nreturn X(a=1)',
    ),
    error: /took longer|did not answer/,
    slow: true,
  },
  {
    name: 'a finalizer that never ends',
    script: attack('class X:\n    def __del__(self):\n        while True: pass\nX()\nreturn {"n": 2}'),
    row: /^\{"n":2\}$/,
    error: /took longer|did not answer/,
    slow: true,
  },
  {
    name: 'a huge number',
    script: attack('return {"x": 7 ** (7 ** 10)}'),
    error: /took longer|did not answer|MemoryError/,
    slow: true,
  },
  {
    name: 'a thread that goes on after the reply',
    script: `import threading\n${attack('def burn():\n    while True: pass\nthreading.Thread(target=burn, daemon=True).start()\nreturn {"n": 2}')}`,
    row: /^\{"n":2\}$/,
    again: 2500,
    slow: true,
  },
  {
    name: 'a thread that ends the process after the reply',
    script: `import threading\n${attack('threading.Timer(0.3, os._exit, [0]).start()\nreturn {"n": 2}')}`,
    row: /^\{"n":2\}$/,
    again: 900,
    slow: true,
  },
  {
    name: 'a start that never ends',
    script: 'while True: pass',
    start: /cannot be loaded: it did not answer/,
    slow: true,
  },
  {
    name: 'a reply that drips',
    script: attack(
      'head = forge(2, b"", 1000)\nos.write(3, head)\nwhile True:\n    os.write(3, b"x")\n    time.sleep(0.05)',
    ),
    error: /took longer|did not answer|not asked for|protocol/,
    slow: true,
  },
]

/** Memory. */
const memory: readonly Hostile[] = [
  { name: 'one huge block', script: attack('return {"x": len(bytearray(20 << 30))}'), error: /MemoryError/ },
  {
    name: 'blocks until there are no more',
    script: attack('kept = []\nwhile True: kept.append(bytearray(1 << 24))'),
    error: /MemoryError|MiB of memory/,
    slow: true,
  },
  {
    name: 'small objects until there are no more',
    script: attack('kept = []\nwhile True: kept.append([kept])'),
    error: /MemoryError|MiB of memory|took longer|did not answer|ended/,
    slow: true,
  },
  {
    name: 'doubled text',
    script: attack('x = "ab"\nwhile True: x += x'),
    error: /MemoryError|MiB of memory/,
    slow: true,
  },
  {
    name: 'shared pages that are handed back to the kernel but kept',
    script: attack(`
import mmap
kept = []
for i in range(40):
    m = mmap.mmap(-1, 64 << 20)
    for at in range(0, len(m), 4096): m[at] = 1
    m.madvise(mmap.MADV_DONTNEED)
    kept.append(m)
return {"x": "GOT"}`),
    error: /PermissionError/,
  },
  {
    name: 'shared pages by raw calls',
    script: attack(`
libc.mmap.restype = ctypes.c_void_p
def map(flags):
    found = libc.mmap(None, ctypes.c_size_t(1 << 20), 3, ctypes.c_long(flags), -1, ctypes.c_long(0))
    if found == ctypes.c_void_p(-1).value: raise OSError(errno.EPERM, "no")
    return found
return verdict(shared=lambda: map(0x21), valid=lambda: map(0x23), huge=lambda: map(0x40021))`),
    row: allRefused,
  },
  {
    name: 'pages that count as stack',
    script: attack(`
import mmap
kept = []
while True:
    m = mmap.mmap(-1, 32 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100)
    for at in range(0, len(m), 4096): m[at] = 1
    kept.append(m)`),
    error: /OSError|MemoryError|MiB of memory|PermissionError/,
    slow: true,
  },
  {
    name: 'threads until there are no more',
    script: `import threading\n${attack('threading.stack_size(32768)\nwhile True: threading.Thread(target=time.sleep, args=[100], daemon=True).start()')}`,
    error: /threads|MiB of memory|RuntimeError|MemoryError|took longer|did not answer/,
    slow: true,
  },
  {
    name: 'something that unpacks',
    script: attack(
      'import zlib\nreturn {"x": len(zlib.decompress(zlib.compress(b"0" * 100_000_000) * 1) * 100)}',
    ),
    error: /MemoryError|MiB of memory|took longer|did not answer/,
    slow: true,
  },
  {
    name: 'pipes and timers',
    script: attack(
      'kept = []\nwhile True:\n    r, w = os.pipe()\n    kept.append((r, w))\n    os.set_blocking(w, False)\n    os.write(w, b"x" * 65536)',
    ),
    error: /OSError/,
  },
]

/** Too much, or not what it should be, on the way out. */
const output: readonly Hostile[] = [
  {
    name: 'a huge result',
    script: attack('return {"x": "x" * (40 << 20)}'),
    error: /more than 16 MiB|MemoryError/,
    slow: true,
  },
  {
    name: 'very many keys',
    script: attack('return {str(i): i for i in range(2_000_000)}'),
    error: /more than 16 MiB|MemoryError|took longer|MiB of memory/,
    slow: true,
  },
  {
    name: 'very many rows',
    script: attack('return [{}] * 3_000_000'),
    row: /^\[\{\}/,
    slow: true,
  },
  {
    name: 'a flood on standard output',
    script: attack('while True: os.write(1, b"\\x1b[2J" * 10000)'),
    error: /took longer|did not answer/,
    slow: true,
  },
  {
    name: 'a flood on the error output',
    script: attack('import signal\nsignal.alarm(0)\nwhile True: os.write(2, b"\\n" * 65536)'),
    error: /took longer|did not answer/,
    slow: true,
  },
  {
    name: 'a flood of printed lines',
    script: attack('for i in range(200_000): print("x" * 100)\nreturn {"n": 2}'),
    row: /^\{"n":2\}$/,
    log: /left out/,
    slow: true,
  },
  {
    name: 'a line without an end',
    script: attack('for i in range(3000): print("x" * 10000, end="")\nreturn {"n": 2}'),
    row: /^\{"n":2\}$/,
    slow: true,
  },
  {
    name: 'control characters in lines',
    script: attack(
      'print("\\x1b[31mred\\x00\\x07\\u202e")\nprint(\'{"level":"error","message":"forged"}\')\nreturn {"n": 2}',
    ),
    row: /^\{"n":2\}$/,
    log: /\[31mred/,
  },
  {
    name: 'control characters in errors',
    script: attack('raise ValueError("a\\nb\\r\\x1b[31m\\x00\\u2028c")'),
    error: /ValueError: a.*b.*c/,
  },
  {
    name: 'an error with a huge name',
    script: attack('raise type("X" * 5_000_000, (Exception,), {})("y" * 50_000_000)'),
    error: /X{100}|MemoryError|16 MiB/,
    slow: true,
  },
  {
    name: 'an error with a name that is none',
    script: attack('class X(Exception):\n    def __str__(self): raise SystemExit(3)\nraise X()'),
    error: /X|ended|SystemExit/,
  },
  {
    name: 'forged rubbish',
    script: attack('os.write(3, b"GET / HTTP/1.1\\r\\n\\r\\n")\nreturn {"n": 2}'),
    error: /not asked for|more than 16 MiB|protocol/,
  },
  {
    name: 'a forged length',
    script: attack('os.write(3, forge(2, b"", 0xffffffff))\ntime.sleep(60)'),
    error: /more than 16 MiB/,
  },
  {
    name: 'a frame of nothing',
    script: attack('os.write(3, b"\\0" * 4)\ntime.sleep(60)'),
    error: /not asked for/,
  },
  {
    name: 'a forged reply of zeros',
    script: attack('os.write(3, forge(2, b"\\0" * 100))\ntime.sleep(60)'),
    error: /protocol/,
  },
  {
    name: 'a forged error that is not JSON',
    script: attack('for count in (4, 1): os.write(3, forge(2, replies(count, 2, b"{]")))\ntime.sleep(60)'),
    error: /protocol/,
  },
  {
    name: 'a forged error that is millions of lists',
    script: attack(
      'for count in (4, 1):\n    os.write(3, forge(2, replies(count, 2, b"[" + b"[]," * 5_000_000 + b"0]")))\ntime.sleep(60)',
    ),
    error: /protocol/,
    slow: true,
  },
  {
    name: 'a forged log of millions of lines',
    script: attack(
      'log = b\'{"lines":[\' + b"[]," * 5_000_000 + b"0]}"\nfor count in (4, 1): os.write(3, forge(2, replies(count, 3, b"", log)))\ntime.sleep(60)',
    ),
    error: /protocol/,
    slow: true,
  },
  {
    name: 'a forged status',
    script: attack('for count in (4, 1): os.write(3, forge(2, replies(count, 77, b"{}")))\ntime.sleep(60)'),
    error: /protocol/,
  },
  {
    name: 'forged results, then the true ones',
    script: attack('os.write(3, forge(2, replies(4, 0, b\'{"n":9}\')))\nreturn {"n": 2}'),
    row: /.*/,
    others: 'any',
    again: 300,
  },
  {
    name: 'a forged answer to the start',
    script: 'os.write(3, forge(1, b"\\xff\\xff\\xff\\xff[["))\ntime.sleep(60)',
    start: /protocol|answer was expected/,
  },
  {
    name: 'a start that floods',
    script: 'while True: os.write(2, b"x" * 65536)',
    start: /did not answer/,
    slow: true,
  },
  {
    name: 'a closed channel',
    script: attack('os.close(3)\ntime.sleep(60)'),
    error: /ended|did not answer|took longer|OSError/,
    slow: true,
  },
  {
    name: 'another file in place of the channel',
    script: attack('os.dup2(0, 3)\nreturn {"n": 2}'),
    error: /ended|did not answer|OSError/,
  },
  {
    name: 'the channel shut down',
    script: attack('import socket\nsocket.socket(1, 1, 0, os.dup(3)).shutdown(2)\nreturn {"n": 2}'),
    error: /ended|did not answer/,
  },
  {
    name: 'frames that it swallows',
    script: attack(
      'os.set_blocking(3, False)\ntry: os.read(3, 1 << 20)\nexcept OSError: pass\nreturn {"n": 2}',
    ),
    row: /^\{"n":2\}$/,
    others: 'any',
  },
]

/** Ending, in every form. */
const exits: readonly Hostile[] = [
  { name: 'sys.exit', script: attack('sys.exit(0)'), error: /SystemExit/ },
  { name: 'os._exit', script: attack('os._exit(0)'), error: /exit code 0/ },
  { name: 'abort', script: attack('os.abort()'), error: /SIGABRT|SIGSEGV|SIGILL|exit code|ended/ },
  { name: 'a null pointer', script: attack('ctypes.string_at(0)'), error: /SIGSEGV/ },
  {
    name: 'the stack',
    script: attack('sys.setrecursionlimit(10 ** 9)\ndef f(): return f()\nf()'),
    error: /SIGSEGV|MemoryError|RecursionError|took longer|did not answer|MiB/,
  },
  { name: 'an interrupt', script: attack('raise KeyboardInterrupt()'), error: /KeyboardInterrupt/ },
  { name: 'an exit of generators', script: attack('raise GeneratorExit()'), error: /GeneratorExit/ },
  { name: 'the end at the start', script: 'os._exit(3)', start: /exit code 3/ },
  {
    name: 'the end for every record',
    script: 'json.loads = lambda text: os._exit(1)\ndef attack(record): pass',
    error: /.*/,
    others: 'any',
  },
  {
    name: 'the end at every third start',
    script: `${attack('while True: raise SystemExit(0)')}\nimport atexit\natexit.register(os._exit, 5)`,
    error: /SystemExit/,
  },
]

/** Results that are no data. */
const results: readonly Hostile[] = [
  {
    name: 'numbers that are none',
    script: attack('return {"nan": float("nan"), "inf": float("inf"), "low": float("-inf")}'),
    row: /^\{"nan":null,"inf":"1e999","low":"-1e999"\}$/,
  },
  {
    name: 'lone surrogates',
    script: attack('return {"x": "\\ud800", "\\udfff": 1}'),
    row: /^\{"x":"\\ud800","\\udfff":1\}$/,
  },
  {
    name: 'a deep result',
    script: attack('x = []\nfor i in range(100_000): x = [x]\nreturn {"x": x}'),
    error: /nested too deeply/,
  },
  { name: 'a result in itself', script: attack('x = {}\nx["x"] = x\nreturn x'), error: /itself|Circular/ },
  { name: 'a generator', script: attack('return (i for i in range(3))'), error: /returned a generator/ },
  {
    name: 'a coroutine',
    script: 'async def attack(record): return {"n": 2}',
    error: /async/,
  },
  { name: 'keys that are no text', script: attack('return {("a", 1): 2}'), error: /keys must be/ },
  {
    name: 'prototypes as keys',
    script: attack(
      'return {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": 1}',
    ),
    row: /"__proto__"/,
  },
  {
    name: 'a class that lies about itself',
    script: attack(
      'class X:\n    @property\n    def __class__(self): return dict\n    def __len__(self): return 1\nreturn X()',
    ),
    error: /TypeError|returned|not iterable|object/,
  },
  { name: 'a very long key', script: attack('return {"k" * 3_000_000: 1}'), row: /^\{"kkk/ },
  {
    name: 'another driver in place of this one',
    script: attack(`
main = sys.modules["__main__"]
main.encode = lambda *a: (0, '{"n":2}')
main.json.dumps = lambda *a, **k: "[" * 1000
json.loads = None
return {"n": 2}`),
    row: /^\{"n":2\}$/,
    others: 'any',
    error: /.*/,
  },
]

/** Every script. */
export const python: Corpus = {
  wall: [...files, ...around, ...writes, ...processes, ...network],
  rest: [...time, ...memory, ...output, ...exits, ...results],
}
