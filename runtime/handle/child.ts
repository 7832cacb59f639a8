/** One process that runs a handler: frames out and in, a clock on every call, an eye on its memory and its idle hands. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Duplex, Readable } from 'node:stream'
import { describe } from '../errors.ts'
import { frameHead } from './protocol.ts'

/** How a process is started. */
export interface Command {
  readonly file: string
  readonly args: readonly string[]
  /** What the program reads from its standard input, to the end. */
  readonly input: string
}

/** Limits that are watched from outside. */
export interface ChildLimits {
  /** Bytes of memory, resident or swapped out, above which the process is ended. */
  readonly residentBytes: number
  /** Most bytes of a reply. */
  readonly replyBytes: number
}

/** Why a process had to be given up, in words that follow "the handler". */
export class ChildFailure extends Error {
  readonly kind: 'timeout' | 'failed' | 'result'
  constructor(kind: ChildFailure['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

interface Call {
  readonly type: number
  readonly milliseconds: number
  readonly resolve: (body: Uint8Array) => void
  readonly reject: (error: ChildFailure) => void
}

/** Milliseconds between two looks at the process. */
const lookEvery = 50
/** Seconds of processor time that a process may burn without anything to do. */
const idleSeconds = 1
/** Bytes of what the process prints past its log that are kept, newest last. */
const keptOutput = 2000
/** Interpreters start a few for each processor; each takes kernel memory that nothing else shows, and a process number. */
const mostThreads = 512
const ticksPerSecond = 100

/** A running process; every call ends with a reply or a {@link ChildFailure}. */
export class Child {
  readonly #program: ChildProcess
  readonly #channel: Duplex
  readonly #limits: ChildLimits
  readonly #calls: Call[] = []
  #buffer: Uint8Array = new Uint8Array(64 * 1024)
  #have = 0
  #deadline: NodeJS.Timeout | undefined
  readonly #watch: NodeJS.Timeout
  #printed = ''
  #idleSince = 0
  #failure: ChildFailure | undefined
  readonly #gone = Promise.withResolvers<void>()

  constructor({ file, args, input }: Command, limits: ChildLimits) {
    this.#limits = limits
    this.#program = spawn(file, args, {
      cwd: '/',
      // Nothing of ours; the interpreters behave the same whatever the machine's language and time zone.
      env: { PYTHONHASHSEED: '0', PYTHONUTF8: '1', TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    })
    this.#channel = this.#program.stdio[3] as Duplex
    this.#channel.on('data', (bytes: Uint8Array) => this.#take(bytes))
    this.#channel.on('error', () => {})
    // A program that ends before it has read everything is told of by its end.
    this.#program.stdin!.on('error', () => {})
    this.#program.stdin!.end(input)
    for (const stream of [this.#program.stdout, this.#program.stderr]) this.#listen(stream!)
    this.#program.on('error', (error) =>
      this.fail(new ChildFailure('failed', `could not be started: ${describe(error)}`)),
    )
    this.#program.on('close', (code, signal) => {
      this.fail(new ChildFailure('failed', this.#ending(code, signal)))
      this.#gone.resolve()
    })
    this.#watch = setInterval(() => this.#look(), lookEvery)
    this.#watch.unref()
  }

  /** What it printed past its log, shortened; for messages. */
  get printed(): string {
    return this.#printed.trim()
  }

  /** True when it can take calls. */
  get alive(): boolean {
    return this.#failure === undefined
  }

  /**
   * Sends a frame and waits for the reply of that type. Calls are answered in their order.
   * @param milliseconds from when it is this call's turn
   * @throws ChildFailure
   */
  call(frame: Uint8Array, type: number, milliseconds: number): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    if (this.#failure) reject(this.#failure)
    else {
      this.#calls.push({ type, milliseconds, resolve, reject })
      if (this.#calls.length === 1) this.#arm()
      this.#channel.write(frame)
    }
    return promise
  }

  /** Ends the process; open calls fail. */
  fail(failure: ChildFailure): void {
    if (this.#failure) return
    this.#failure = failure
    clearTimeout(this.#deadline)
    clearInterval(this.#watch)
    this.#program.kill('SIGKILL')
    this.#channel.destroy()
    // Without the jail a process of its own may hold them open, and nobody would see the end.
    for (const stream of [this.#program.stdout, this.#program.stderr]) stream!.destroy()
    for (const call of this.#calls.splice(0)) call.reject(failure)
  }

  /** Ends the process and waits until it is gone. */
  async close(): Promise<void> {
    this.fail(new ChildFailure('failed', 'was closed'))
    await this.#gone.promise
  }

  #listen(stream: Readable): void {
    stream.on('data', (bytes: Buffer) => {
      this.#printed = (this.#printed + bytes.toString('utf8')).slice(-keptOutput)
    })
    stream.on('error', () => {})
  }

  #ending(code: number | null, signal: NodeJS.Signals | null): string {
    const how = signal ? `was ended by ${signal}` : `ended its process with exit code ${code}`
    return this.printed ? `${how}: ${this.printed}` : how
  }

  #arm(): void {
    clearTimeout(this.#deadline)
    const call = this.#calls[0]
    if (call === undefined) return
    this.#deadline = setTimeout(
      () => this.fail(new ChildFailure('timeout', `did not answer within ${call.milliseconds / 1000} s`)),
      call.milliseconds,
    )
  }

  #take(bytes: Uint8Array): void {
    if (this.#failure) return
    if (this.#have + bytes.length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(2 * this.#buffer.length, this.#have + bytes.length))
      larger.set(this.#buffer.subarray(0, this.#have))
      this.#buffer = larger
    }
    this.#buffer.set(bytes, this.#have)
    this.#have += bytes.length
    while (!this.#failure && this.#have >= frameHead && this.#frame());
  }

  /** Takes the first frame when it is complete. */
  #frame(): boolean {
    const length = new DataView(this.#buffer.buffer, this.#buffer.byteOffset).getUint32(0, true)
    const call = this.#calls[0]
    if (call === undefined || length === 0 || this.#buffer[4] !== call.type) {
      this.fail(new ChildFailure('failed', 'sent something that it was not asked for'))
      return false
    }
    if (length > this.#limits.replyBytes) {
      this.fail(new ChildFailure('result', `returned more than ${this.#limits.replyBytes / 2 ** 20} MiB`))
      return false
    }
    if (this.#have < 4 + length) return false
    const body = this.#buffer.slice(frameHead, 4 + length)
    this.#buffer.copyWithin(0, 4 + length, this.#have)
    this.#have -= 4 + length
    this.#calls.shift()
    this.#arm()
    call.resolve(body)
    return true
  }

  /** Kernels without these files, other systems: the limits inside of the jail are the only ones. */
  #look(): void {
    const { pid } = this.#program
    if (pid === undefined) return
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
      if (field('Threads') > mostThreads)
        return this.fail(new ChildFailure('timeout', `started more than ${mostThreads} threads`))
      if (1024 * (field('VmRSS') + field('VmSwap')) > this.#limits.residentBytes)
        return this.fail(
          new ChildFailure(
            'timeout',
            `took more than ${Math.round(this.#limits.residentBytes / 2 ** 20)} MiB of memory`,
          ),
        )
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      const seconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
      if (this.#calls.length > 0) this.#idleSince = seconds
      else if (seconds - this.#idleSince > idleSeconds)
        this.fail(new ChildFailure('timeout', 'kept running after its reply'))
    } catch {}
  }
}
