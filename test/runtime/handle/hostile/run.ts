/**
 * Runs hostile scripts in the jail and says what went wrong: a process of its own, whose environment, memory and children are looked at,
 * and which runs as any user and in a container.
 *
 *     node run.ts '{"runtime": "/opt/byom/dist/runtime", "language": "python", …}'   prints {@link Report} as JSON
 */

import { createSocket } from 'node:dgram'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Session } from '../../../../runtime/handle/session.ts'
import type { HandlerSettings, HandlerSetup } from '../../../../runtime/handle/setup.ts'
import { type Hostile, scriptOf, type Targets } from './case.ts'
import { javascript } from './javascript.ts'
import { python } from './python.ts'

/** What is to be run. */
export interface Options {
  /** Folder of the runtime: sources or what was built of them. */
  readonly runtime: string
  readonly language: 'python' | 'javascript'
  /** Which of the ways to confine a handler: the first, the last (the chroot way, for root), or landlock without another user. */
  readonly way: 'first' | 'landlock' | 'chroot'
  /** `bare`: Node's own globals, without Node's permission model. */
  readonly realm: 'vm2' | 'node' | 'bare'
  /** All scripts, those that do not take seconds, or those that try what the wall forbids. */
  readonly part: 'all' | 'quick' | 'wall'
  /** Empty folder, or one that is to be made. */
  readonly folder: string
  readonly python: string
  /** Only the script of this name. */
  readonly only?: string
}

/** What happened. */
export interface Report {
  /** Problems by the name of the script; none is what has to be. */
  readonly cases: Readonly<Record<string, readonly string[]>>
  /** Problems of the whole. */
  readonly whole: readonly string[]
  /** Most resident memory of the host, in MiB. */
  readonly megabytes: number
  readonly seconds: number
}

/** What is not to be found anywhere; it stands in the environment too. */
export const secret = 'hunter2-0f6a1c'

const oneLine = /[\p{Cc}\u2028\u2029]/u
const atOnce = 3

/** Sockets that nobody may reach. */
async function listeners(folder: string) {
  const reached: string[] = []
  const listen = (at: object | string) => {
    const server = createServer((socket) => {
      reached.push(`a connection to ${JSON.stringify(at)}`)
      socket.destroy()
    })
    return new Promise<typeof server>((resolve) => server.listen(at as object, () => resolve(server)))
  }
  const tcp = await listen({ port: 0, host: '::' }).catch(() => listen({ port: 0, host: '127.0.0.1' }))
  const unix = join(folder, 'unix')
  const abstract = `byom-${process.pid}`
  const others = [await listen(unix), await listen(`\0${abstract}`)]
  const udp = createSocket('udp4', () => reached.push('a datagram'))
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
  return {
    reached,
    targets: { tcp: (tcp.address() as { port: number }).port, udp: udp.address().port, unix, abstract },
    close() {
      for (const each of [tcp, ...others, udp]) each.close()
    },
  }
}

function plant(folder: string) {
  const path = (name: string) => join(folder, name)
  mkdirSync(path('open'), { mode: 0o777 })
  writeFileSync(path('world'), secret, { mode: 0o644 })
  writeFileSync(path('world.py'), `x = '${secret}'`, { mode: 0o644 })
  writeFileSync(path('own'), secret, { mode: 0o600 })
  symlinkSync(path('world'), path('link'))
  mkdirSync(path('scripts'))
  return { world: path('world'), own: path('own'), link: path('link'), folder: path('open') }
}

/** Processes that this one has started and that are still there; esbuild's own stays on purpose. */
function children(): string[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [state, parent] = stat.split(') ').at(-1)!.split(' ')
      const program = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      return Number(parent) === process.pid && program !== 'esbuild' ? [`${program} (${state})`] : []
    } catch {
      return []
    }
  })
}

async function main(options: Options): Promise<Report> {
  const started = performance.now()
  const suffix = extname(import.meta.url) === '.ts' && options.runtime.includes('/dist') ? '.js' : '.ts'
  const load = (name: string) => import(join(options.runtime, `handle/${name}${suffix}`))
  const [{ handlerSetups }, { Session: Sessions }, { BatchFrame }, { readScript }] = await Promise.all(
    ['setup', 'session', 'protocol', 'script'].map(load),
  )
  const { MonitorError } = await import(join(options.runtime, `errors${suffix}`))
  mkdirSync(options.folder, { recursive: true })
  const sockets = await listeners(options.folder)
  const targets: Targets = { ...plant(options.folder), ...sockets.targets, host: process.pid }
  const settings: HandlerSettings = {
    onError: 'skip',
    errorBudget: 1,
    recordSeconds: 0.7,
    startSeconds: 10,
    memoryBytes: 256 * 2 ** 20,
    python: options.python,
    pythonPath: [],
    realm: options.realm === 'vm2' ? 'vm2' : 'node',
    logLines: 100,
    unconfined: false,
    postprocess: { onError: 'fail', seconds: 5 },
  }
  const ending = options.language === 'python' ? '.py' : '.mjs'
  const empty = join(options.folder, `scripts/empty${ending}`)
  writeFileSync(empty, '')
  const machine = {
    platform: process.platform,
    architecture: process.arch,
    root: process.getuid!() === 0,
    node: process.execPath,
  }
  const wanted = {
    variable: 'script',
    path: empty,
    kind: 'json',
    functions: ['preprocess_handler'],
    reads: [],
  }
  const ways = await handlerSetups(wanted, settings, machine, async () => {
    const folder = join(options.folder, 'root')
    mkdirSync(folder, { mode: 0o700 })
    return folder
  })
  const way = ways.at(
    options.way === 'landlock' ? (machine.root ? 1 : 0) : options.way === 'chroot' ? -1 : 0,
  )!
  const setup: HandlerSetup = await way()
  const barred = /^--(permission|no-addons|allow-fs-read.*|disable-proto.*)$/
  const confined =
    options.realm === 'bare'
      ? { ...setup.confined, args: setup.confined.args.filter((arg) => !barred.test(arg)) }
      : setup.confined

  async function one(hostile: Hostile, number: number): Promise<string[]> {
    const path = join(options.folder, `scripts/${number}${ending}`)
    writeFileSync(path, scriptOf(options.language, hostile, targets))
    const lines: string[] = []
    const take = ({ text }: { text: string }) => void (lines.length < 10_000 && lines.push(text))
    const problems: string[] = []
    let session: Session | undefined
    let startError = ''
    try {
      const script = await readScript('script', path, settings.realm)
      session = await Sessions.start({ ...setup, confined, script }, 1, { pid: process.pid, log: take })
    } catch (error) {
      const { name, message } = error as Error
      startError = `cannot be loaded: it ${message}`
      if (
        !(error instanceof MonitorError) &&
        !/ChildFailure/.test(String((error as Error).constructor?.name))
      )
        problems.push(`the host threw at the start: ${name} ${message}`)
    }
    if (!session) {
      if (!hostile.start?.test(startError)) problems.push(`start: ${startError}`)
      return problems
    }
    if (hostile.start && !hostile.row && !hostile.error) problems.push('could be loaded')
    try {
      problems.push(...(await batches(hostile, session, take, lines)))
    } catch (error) {
      const known = error instanceof MonitorError
      if (!known || !hostile.session?.test((error as Error).message))
        problems.push(`the session ended: ${known ? '' : 'host error: '}${(error as Error).stack}`)
    } finally {
      await session.close()
    }

    if (lines.some((line) => line.includes(secret))) problems.push('the secret is in the log')
    if (hostile.log && !lines.some((line) => hostile.log!.test(line)))
      problems.push(`the log lacks ${hostile.log}: ${lines.slice(0, 3).join(' | ')}`)
    return problems
  }

  async function batches(
    hostile: Hostile,
    session: Session,
    take: (line: { text: string }) => void,
    lines: readonly string[],
  ): Promise<string[]> {
    const problems: string[] = []
    const send = async (numbers: readonly number[]) => {
      const batch = new BatchFrame()
      for (const n of numbers) batch.add(new TextEncoder().encode(JSON.stringify({ n })))
      const { bytes, outcomes } = await session.handle(batch, take as never)
      if (Buffer.from(bytes).includes(secret)) problems.push('the secret is in the results')
      return outcomes.map((outcome) => ({
        outcome,
        row:
          'start' in outcome ? Buffer.from(bytes.subarray(outcome.start, outcome.end)).toString() : undefined,
      }))
    }
    const right = (found: Awaited<ReturnType<typeof send>>[number], n: number) => {
      if (found.row !== `{"n":${n}}`) problems.push(`record ${n}: ${JSON.stringify(found).slice(0, 300)}`)
    }
    const first = await send([1, 2, 3, 4])
    const { outcome, row } = first[1]!
    if (row?.includes('GOT')) problems.push(`it got through: ${row}`)
    const text = outcome.status === 'error' ? outcome.problem.text : ''
    const shown = (row ?? `${outcome.status} ${text}`).slice(0, 300)
    const fits = (row !== undefined && hostile.row?.test(row)) || (text !== '' && hostile.error?.test(text))
    // Nothing of Node is there to begin with.
    const walled =
      options.realm === 'vm2' && /undefined|not defined|not a function|VMError|disallowed/.test(text)
    // Whatever else was to come, on a slow machine the time-out may come first.
    const late = hostile.slow && /took longer|did not answer/.test(text)
    if (!fits && !walled && !late)
      problems.push(`the attacked record: ${shown}${lines.length > 0 ? `; ${lines.at(-1)}` : ''}`)
    if (text.includes(secret)) problems.push('the secret is in the error')
    if (oneLine.test(text)) problems.push(`control characters in ${JSON.stringify(text)}`)
    if (text.length > 5000) problems.push(`an error of ${text.length} characters`)
    if (hostile.others !== 'any') for (const i of [0, 2, 3]) right(first[i]!, i + 1)
    if (hostile.again !== undefined) {
      await sleep(hostile.again)
      for (const [i, found] of (await send([5, 6])).entries()) right(found, 5 + i)
    }
    return problems
  }

  const { wall, rest } = { python, javascript }[options.language]
  const list = (options.part === 'wall' ? wall : [...wall, ...rest]).filter(
    ({ slow, name }) =>
      (options.part === 'all' || !slow) && (options.only === undefined || name === options.only),
  )
  const cases: Record<string, string[]> = {}
  const waiting = [...list.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, hostile] = next
      cases[hostile.name] = await one(hostile, number).catch((error) => [`the host threw: ${error?.stack}`])
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))

  await sleep(100)
  const whole = [...sockets.reached]
  sockets.close()
  if (readdirSync(targets.folder).length > 0) whole.push(`written: ${readdirSync(targets.folder)}`)
  if (readFileSync(targets.world, 'utf8') !== secret) whole.push('a file was changed')
  const left = children()
  if (left.length > 0) whole.push(`processes are left: ${left}`)
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) whole.push('a prototype is polluted')
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  return { cases, whole, megabytes, seconds: (performance.now() - started) / 1000 }
}

process.stdout.write(JSON.stringify(await main(JSON.parse(process.argv[2]!))))
process.exit(0)
