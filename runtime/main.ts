#!/usr/bin/env node
/** Composition root: the only place that reads the process, picks implementations, and decides how the process ends. */
import { fstatSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { builtIn } from '../plugins/index.ts'
import { describe, errorTable, MonitorError } from './errors.ts'
import type { Host, Outcome } from './host.ts'
import { type Job, optMl, readJob } from './job.ts'
import { type Log, LogHub } from './log.ts'
import { runJob } from './pipeline.ts'
import { bytesOf } from './plan.ts'
import { shownExamples } from './rejects.ts'
import { messageText, writeMessage } from './report/message.ts'
import { removeTemporaries } from './report/write.ts'
import { unjudged } from './unjudged.ts'

const started = Date.now()
const clockAtStart = process.hrtime.bigint()
const stopping = new AbortController()
const signalNumbers = { SIGINT: 2, SIGTERM: 15 } as const
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stopping.abort(signal))
}

const version: string = readPackage().version
const [, , ...args] = process.argv
/** A person reads along: at a terminal, or because `run --summary` says so. */
const interactive =
  (isDevice(1) && isDevice(2) && process.stdout.isTTY && process.stderr.isTTY) || args.includes('--summary')

/** Whether a terminal may be there: Node's own streams, which know, take longer to load than a job to begin. */
function isDevice(stream: 1 | 2): boolean {
  try {
    return fstatSync(stream).isCharacterDevice()
  } catch {
    return false
  }
}

function readPackage(): { version: string } {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
    } catch {}
  }
  return { version: '0.0.0' }
}

/** Bytes of the largest resident set so far. The kernel's own figure first: getrusage's starts at the parent's. */
function peakMemory(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes) return Number(kilobytes) * 1024
  } catch {}
  return process.resourceUsage().maxRSS * 1024
}

/** A module beside this one, in the sources or in the build. */
function moduleUrl(name: string): URL {
  return new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}

/** Milliseconds that a reader of our output may let us wait; less than the grace of a stop. */
const patience = 3000

/** Writes all of a text at once. A pipe is not blocking here: it may take a part, or nothing until its reader is back. */
function writeAll(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  let waited = 0
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(stream, bytes, written)
      waited = 0
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || waited >= patience) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      waited += 5
    }
  }
}

/** The host of a run in this process. */
async function makeHost(): Promise<{ host: Host; log: LogHub; done: () => void }> {
  let bar: { add(rows: number, bytes: number): void; stop(): void } | undefined
  const done = () => {
    bar?.stop()
    bar = undefined
  }
  const log = new LogHub(Date.now, {
    terminal: interactive,
    folder: '.',
    print(stream, text) {
      if (interactive) done()
      writeAll(stream === 'stdout' ? 1 : 2, text)
    },
  })
  const defaultLogger = interactive ? 'pretty' : 'json'
  const { default: loggers } = await builtIn['loggers']!.load()
  const logger = loggers.loggers!.find(({ name }) => name === defaultLogger)!
  await log.use([{ logger, options: { level: 'info' } }], '.')
  const ProgressBar = interactive ? (await import('./terminal/progress.ts')).ProgressBar : undefined
  const host: Host = {
    plugins: builtIn,
    defaultLoggers: [defaultLogger],
    workers: { unit: moduleUrl('worker'), compute: moduleUrl('compute-worker') },
    // Finer than a millisecond, and never going back; `performance` takes as long to load as the plan to make.
    now: () => started + Number(process.hrtime.bigint() - clockAtStart) / 1e6,
    versions: { runtime: version, node: process.version },
    peakMemory,
    machine: {
      platform: process.platform,
      architecture: process.arch,
      root: process.geteuid?.() === 0,
      node: process.execPath,
    },
    pid: process.pid,
    secret: (variable) => process.env[variable],
    signal: stopping.signal,
    log,
    useLoggers: ({ job, registry }) => log.use(registry.loggers, job.output),
    progress(plan) {
      if (ProgressBar === undefined) return () => {}
      bar = new ProgressBar(bytesOf(plan), Date.now)
      return (rows, bytes) => bar?.add(rows, bytes)
    },
  }
  return { host, log, done }
}

/**
 * Runs one command of the process and ends it with its exit code and its log.
 * @param isJob true: with the exit message too, which other commands have no caller to read
 * @param grace milliseconds after which a stop no longer waits for the command; infinite: the command ends by itself
 */
async function ending(
  command: (host: Host, done: () => void) => Promise<void>,
  isJob = false,
  grace = 3500,
): Promise<void> {
  const { host, log, done } = await makeHost()
  // Decoding may be busy between two looks at the signal; nothing may take longer than the grace of a stop.
  if (Number.isFinite(grace))
    stopping.signal.addEventListener('abort', () => setTimeout(() => stopped(host.log, isJob), grace).unref())
  try {
    await command(host, done)
  } catch (error) {
    done()
    if (stopping.signal.aborted) return stopped(host.log, isJob)
    await failed(host.log, error, isJob)
  }
  await log.close()
  // The process ends when nothing is left to do, without taking its heap apart; soon, also when a plugin has left a socket or a timer
  // behind. What is printed goes out first.
  process.once('beforeExit', () => process.exit())
  setTimeout(() => process.stdout.write('', () => process.exit()), 50).unref()
}

let outputFolder: string | undefined

async function stopped(log: Log, isJob: boolean): Promise<void> {
  const signal = stopping.signal.reason as keyof typeof signalNumbers
  if (outputFolder) await removeTemporaries(outputFolder).catch(() => {})
  log.warn(
    isJob
      ? `stopped by ${signal} before the run was complete; run.json was not written`
      : `stopped by ${signal} before the command was complete`,
  )
  if (isJob)
    await writeMessage(join(optMl(process.env), 'output', 'message'), `Stopped: the job received ${signal}.`)
  process.exit(128 + signalNumbers[signal])
}

async function failed(log: Log, error: unknown, isJob: boolean): Promise<void> {
  const known = error instanceof MonitorError
  const code = known ? error.code : 'INTERNAL'
  const message = known
    ? error.message
    : `${describe(error)} (a mistake of ours: please report it with the log)`
  log.error(message, {
    code,
    ...(known && error.problems.length > 1 ? { problems: error.problems } : {}),
    ...(known ? {} : { stack: (error as Error)?.stack }),
  })
  process.exitCode = errorTable[code].exit
  if (!isJob) return
  const written = await writeMessage(
    join(optMl(process.env), 'output', 'message'),
    messageText({ failure: { code, message } }),
  )
  if (!written.written && process.env['BYOM_OPT_ML'])
    log.warn(`the exit message could not be written: ${written.reason}`)
}

/** The container's entry: the job that the environment describes. */
async function run(host: Host, done: () => void): Promise<void> {
  const job = await readJob(process.env)
  if (!job.leader) return await follow(job, host)
  const met = job.hosts.length > 1 ? await lead(job, host) : undefined
  outputFolder = job.output
  if (job.analyses.length === 0) return merge(job, host)
  host.log.info('job read', { kind: job.kind, dataset_source: job.source, output_path: job.output })
  const outcome = await runJob(job, host)
  done()
  await report(outcome, job, host)
  await met?.()
}

/** Stays while the leader works: some runners end every host with the first one. */
async function follow({ hosts: [leader] }: Job, { log, signal }: Host): Promise<void> {
  log.info(`another host of this job does the work: waiting until ${leader} has ended`)
  const { followLeader } = await import('./hosts.ts')
  const end = await followLeader(leader!, signal!)
  if (end === 'gone') log.info(`${leader} has ended`)
  else
    log.warn(`${leader} was not seen within 30 s: it has ended already, or the hosts cannot reach each other`)
}

/** Returns when the others have seen us, or need no longer be waited for. */
async function lead({ hosts }: Job, { log }: Host): Promise<() => Promise<void>> {
  const { leadHosts } = await import('./hosts.ts')
  const { problem, met } = await leadHosts(hosts[0]!, hosts.length - 1)
  if (problem) log.warn(`the other hosts of this job will not see when it has ended: ${problem}`)
  return () => met
}

/** The job that joins captures and labels. It writes no exit message, as the original does not. */
async function merge(job: Job, host: Host): Promise<void> {
  const { runMerge } = await import('./merge-job.ts')
  outputFolder = job.output
  host.log.info('merge job read', {
    dataset_source: job.source,
    ground_truth_source: job.groundTruthSource,
    output_path: job.output,
  })
  const { files } = await runMerge(job, host)
  host.log.info('merge complete', { files: files.length })
}

/** The first few places of each code for everybody who reads the log, the rest for loggers that keep records of them. */
function logRejects({ run, rejects }: Outcome, log: Log): void {
  // The summary table shows the counts to a person.
  if (!interactive)
    for (const { code, count, effect } of run.rejected) log.warn(`${code}: ${count} (${effect})`)
  for (const [code, { examples }] of rejects) {
    for (const [i, { file, record, byte = 0, detail }] of examples.entries()) {
      const level = i < shownExamples && !interactive ? 'warn' : 'debug'
      log.at(level, { file, record, byte }, detail, { code })
    }
  }
}

/** Violations that get a log line each. */
const mostLogged = 200

async function report(outcome: Outcome, job: Job, { log }: Host): Promise<void> {
  const written = await writeMessage(job.messagePath, outcome.message)
  if (!written.written) log.warn(`the exit message could not be written: ${written.reason}`)
  logRejects(outcome, log)
  if (interactive) {
    const { summaryText } = await import('./terminal/summary.ts')
    process.stdout.write(summaryText(outcome, job))
    return
  }
  const { violations, findings } = outcome.judgement
  for (const { feature_name, constraint_check_type, description } of violations.slice(0, mostLogged)) {
    log.warn(description, {
      ...(feature_name === undefined ? {} : { feature: feature_name }),
      check: constraint_check_type,
    })
  }
  if (violations.length > mostLogged)
    log.warn(`and ${violations.length - mostLogged} more violations in constraint_violations.json`)
  for (const { feature, check, description } of unjudged(findings).slice(0, mostLogged))
    log.warn(description, { feature, check })
  log.info(outcome.message, {
    rows: outcome.run.counts.rows,
    features: outcome.run.counts.features,
    violations: outcome.run.outcome.violations,
    seconds: outcome.run.timing.seconds,
  })
}

if (args.length === 0 || (args.length === 1 && args[0] === 'run')) await ending(run, true)
else {
  const { commands } = await import('./commands.ts')
  await commands({ version, ending, run, merge, report }).parseAsync(process.argv)
}
