/**
 * Runs a JavaScript handler inside the jail: frames (see protocol.ts) on descriptor 3, the handler's code in a realm. Everything here may
 * be under the handler's control: the host believes nothing that it cannot check.
 */
import { readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { bundleName, reply, request } from './protocol.ts'
import { isTimeout, type Realm, realms } from './realm.ts'

const channel = 3

/** What a load request carries. */
interface LoadOptions {
  readonly source: string
  readonly kind: 'capture' | 'csv' | 'json'
  /** Names of the function, any of which will do, with blanks between. */
  readonly functions: string
  readonly recordSeconds: number
  readonly startSeconds: number
  readonly logBytes: number
  readonly realm: keyof typeof realms
  /** Code that makes records and calls the handler, inside of the realm. */
  readonly prelude: string
  /** Folder with the reports, for a postprocess handler. */
  readonly output?: string
}

let realm: Realm | undefined
let milliseconds = 0
let output: string | undefined
/** Evaluates an expression in the realm, which has the driver's functions there. */
const evaluate = (code: string) => realm?.run(code, 'driver', milliseconds)

async function load(options: LoadOptions): Promise<string> {
  milliseconds = 1000 * options.recordSeconds
  output = options.output
  realm = await realms[options.realm]()
  realm.run(options.prelude, 'driver', 10_000)
  try {
    realm.run(options.source, bundleName, 1000 * options.startSeconds)
  } catch (error) {
    return problemText(isTimeout(error) ? 'timeout' : 'failed', error)
  }
  realm.set('__kind', options.kind)
  realm.set('__names', options.functions)
  return String(evaluate(`__driver.ready(__names, __kind, ${options.logBytes})`))
}

/** A problem of an error that the realm did not catch itself. */
function problemText(kind: 'failed' | 'timeout', error: unknown): string {
  const read = (name: string) => {
    try {
      return String((error as Record<string, unknown> | null)?.[name] ?? '').slice(0, 8000)
    } catch {
      return ''
    }
  }
  const message = kind === 'timeout' ? 'it took too long' : read('message')
  return JSON.stringify({
    kind,
    type: kind === 'timeout' ? 'Timeout' : read('name'),
    message,
    trace: read('stack'),
  })
}

function handle(body: Uint8Array): Uint8Array {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const count = view.getUint32(0, true)
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const records: string[] = []
  let at = 4 + 4 * count
  for (let i = 0; i < count; i++) {
    const end = at + view.getUint32(4 + 4 * i, true)
    records.push(buffer.toString('utf8', at, end))
    at = end
  }
  realm?.set('__text', records.join(''))
  realm?.set('__lengths', records.map(({ length }) => length).join(','))
  return encode(run(), count)
}

/** The time-out is of a whole run: when it strikes, the record at hand gets a run of its own before it is blamed. */
function run(): string {
  let code = '__driver.start(__text, __lengths)'
  for (let suspect = -1; ; ) {
    try {
      const results = String(evaluate(code))
      if (results) return results
      suspect = -1
    } catch (error) {
      if (!isTimeout(error)) throw error
      const done = Number(evaluate('__driver.done()'))
      if (done === suspect) {
        realm?.set('__problem', problemText('timeout', undefined))
        const results = String(evaluate('__driver.fail(__problem)'))
        if (results) return results
        suspect = -1
      } else suspect = done
    }
    code = suspect < 0 ? '__driver.go(1e9)' : '__driver.go(1)'
  }
}

/** The body of the reply: the lengths of the realm are of UTF-16, the frame's are of bytes. */
function encode(results: string, count: number): Uint8Array {
  const first = results.indexOf('\n')
  const second = results.indexOf('\n', first + 1)
  const lengths = results
    .slice(first + 1, second)
    .split(',')
    .map(Number)
  const texts = Buffer.from(results.slice(second + 1))
  const head = Buffer.alloc(4 + 5 * count)
  head.writeUInt32LE(count)
  const plain = texts.length === results.length - second - 1
  let at = second + 1
  for (let i = 0; i < count; i++) {
    const end = at + lengths[i]!
    head[4 + i] = results.charCodeAt(i) - 48
    head.writeUInt32LE(plain ? lengths[i]! : Buffer.byteLength(results.slice(at, end)), 4 + count + 4 * i)
    at = end
  }
  return Buffer.concat([head, texts])
}

/** The report files as texts, by name: the realm has no files. */
function reports(folder: string | undefined): Record<string, string> {
  const names = folder ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]))
}

function read(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  for (let have = 0; have < size; ) {
    const read = readSync(channel, bytes, have, size - have, null)
    if (read === 0) process.exit(0)
    have += read
  }
  return bytes
}

function write(type: number, body: Uint8Array): void {
  const bytes = Buffer.alloc(5 + body.length)
  bytes.writeUInt32LE(body.length + 1)
  bytes[4] = type
  bytes.set(body, 5)
  for (let written = 0; written < bytes.length; ) written += writeSync(channel, bytes, written)
}

/** What a call of the script's code came to, with its log. */
function answer(type: number, problem: string): void {
  const text = Buffer.from(`{"problem":${problem || 'null'}}`)
  const head = Buffer.alloc(4)
  head.writeUInt32LE(text.length)
  const log = problem && realm === undefined ? '' : String(evaluate('__driver.takeLog()'))
  write(type, Buffer.concat([head, text, Buffer.from(log)]))
}

async function main(): Promise<never> {
  for (;;) {
    const frame = read(new DataView(read(4).buffer).getUint32(0, true))
    const body = frame.subarray(1)
    if (frame[0] === request.load) answer(reply.ready, await load(JSON.parse(Buffer.from(body).toString())))
    else if (frame[0] === request.batch) write(reply.replies, handle(body))
    else if (frame[0] === request.postprocess) answer(reply.done, post())
  }
}

function post(): string {
  try {
    realm?.set('__reports', JSON.stringify(reports(output)))
    return String(evaluate('__driver.call(__reports)'))
  } catch (error) {
    return problemText(isTimeout(error) ? 'timeout' : 'failed', error)
  }
}

void main()
