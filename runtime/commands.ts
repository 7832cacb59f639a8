/** The verbs for people. Loaded only when the process has arguments: a job without them starts sooner. */
import { readFile } from 'node:fs/promises'
import { constants, hostname } from 'node:os'
import { basename, dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError } from 'commander'
import { isPlan } from '../contracts/validators/plan.generated.ts'
import type { BuildFlags } from './build/index.ts'
import { judgeAll } from './compute.ts'
import { type TopicName, topicNames } from './demo-topics.ts'
import { describe, errorTable, MonitorError } from './errors.ts'
import { HandlerLog, openPreprocess } from './handlers.ts'
import type { Host, Outcome, Prepared } from './host.ts'
import { readConfig, readJob } from './job.ts'
import type { CommandWorld, LocalFlags } from './local/index.ts'
import { MergeTree } from './merge-tree.ts'
import type { MigrateFlags } from './migrate/index.ts'
import { finish, prepare } from './pipeline.ts'
import { planId } from './plan.ts'
import { prepareOutput, writeReports } from './report/write.ts'
import type { ListFlags, ScheduleFlags } from './schedule/index.ts'
import { formatState, parseState } from './state.ts'
import { emptyResult, mergeResults, runUnit, type UnitResult } from './unit.ts'

interface TryOptions {
  readonly records: number
  readonly format?: string
  readonly config?: string
  readonly full?: boolean
  readonly json?: boolean
}

interface DiffFlags {
  readonly digits?: number
  readonly all?: boolean
  readonly json?: boolean
}

type Work = (host: Host, done: () => void) => Promise<void>

/** What main.ts hands in: how a command ends the process, and the default command. */
export interface Entry {
  readonly version: string
  readonly ending: (work: Work, isJob?: boolean, grace?: number) => Promise<void>
  readonly run: Work
  readonly merge: (job: Prepared['job'], host: Host) => Promise<void>
  readonly report: (outcome: Outcome, job: Prepared['job'], host: Host) => Promise<void>
}

function topicName(text: string): TopicName {
  const name = topicNames.find((each) => each === text)
  if (name === undefined) throw new InvalidArgumentError(`choose one of ${topicNames.join(', ')}.`)
  return name
}

/** The command line. */
export function commands({ version, ending, run, merge, report }: Entry): Command {
  const program = new Command('byom')
    .description(
      'Bring your own monitor: runs model monitoring jobs. Without a command it runs the job that the environment describes.',
    )
    .version(version)
    .showHelpAfterError('(byom --help lists the commands)')
    .configureHelp({ sortSubcommands: false })
    // Before the verbs: they take it over. The library's own code for a usage error is 1, which means a mistake of ours.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : errorTable.CONFIG_INVALID.exit))

  program
    .command('run')
    .description('run the job that the environment describes: dataset_source, dataset_format, output_path, …')
    .option('--summary', 'show the progress and the summary table also when the output is not a terminal')
    .option('--schedule <file>', 'with the window and the names of a schedule; the file, or its JSON text')
    .option('--at <time>', 'scheduled time of the window (default: the latest that has passed)')
    .option('--dated', 'reports go to <output_path>/[<endpoint>/]<schedule>/yyyy/mm/dd/hh')
    .action(({ schedule, at, dated }: { schedule?: string; at?: string; dated?: boolean }) =>
      ending(async (host, done) => {
        if (schedule !== undefined) {
          const { variablesOf } = await import('./schedule/variables.ts')
          const world = { cwd: process.cwd(), now: host.now }
          const output = dated ? process.env['output_path'] : undefined
          Object.assign(process.env, await variablesOf(schedule, at, output, world))
        }
        await run(host, done)
      }, true),
    )
  program
    .command('demo')
    .description(
      'a baseline and two monitoring runs on real data (customer churn), with drift in the evening',
    )
    .argument(
      '[plugin]',
      'nlp, cv, detections, embedding or llm: the same with texts, images, what detectors answer, vectors or conversations',
      topicName,
    )
    .option('--out <folder>', 'where the data and the reports go', 'demo-output')
    .action((topic: TopicName | undefined, { out }: { out: string }) =>
      ending(async (host) => {
        const { runDemo, runTopicDemo } = await import('./demo.ts')
        await (topic ? runTopicDemo(topic, out, host) : runDemo(out, host))
      }),
    )
  program
    .command('plan')
    .description('step 1 of a distributed run: list the files of the window and cut them into units')
    .option('--out <file>', 'plan file to write', 'plan.json')
    .action(({ out }: { out: string }) =>
      ending(async (host) => {
        const { plan } = await prepare(notMerging(await readJob(process.env)), host)
        await save(out, JSON.stringify(plan))
        host.log.info('plan written', { file: out, units: plan.units.length })
      }, true),
    )
  program
    .command('partial')
    .description('step 2, any number of times and anywhere: read one unit of the plan into a state file')
    .requiredOption('--plan <file>', 'plan file of step 1')
    .requiredOption('--unit <number>', 'unit to read, from 0', wholeNumber)
    .option('--out <file>', 'state file to write (default: unit-<number>.state.json)')
    .action(
      ({
        plan: planFile,
        unit,
        out = `unit-${unit}.state.json`,
      }: {
        plan: string
        unit: number
        out?: string
      }) =>
        ending(async (host) => {
          const { job, stages, plan } = await withPlan(planFile, host)
          if (unit >= plan.units.length)
            throw new MonitorError(
              'CONFIG_INVALID',
              `--unit ${unit}: the plan has the units 0 to ${plan.units.length - 1}.`,
            )
          const lines = new HandlerLog(host.log, job.settings.handlers.logLines)
          const preprocess = await openPreprocess(job, host, lines.take)
          const value = await runUnit({ job, plan, handler: preprocess?.setup }, unit, stages, {
            progress: () => {},
            line: lines.take,
            now: host.now,
            pid: host.pid,
            ...(host.signal ? { signal: host.signal } : {}),
            ...(preprocess ? { session: preprocess.session } : {}),
          }).finally(preprocess?.close)
          lines.close()
          await save(out, formatState(plan, version, [{ from: unit, to: unit + 1, value }]))
          host.log.info('state written', { file: out, unit, rows: value.rows })
        }, true),
    )
  program
    .command('combine')
    .description('step 3, optional: merge state files into one; any grouping gives the same reports')
    .requiredOption('--plan <file>', 'plan file of step 1')
    .requiredOption('--out <file>', 'state file to write')
    .argument('<states...>', 'state files')
    .action((files: string[], { plan: planFile, out }: { plan: string; out: string }) =>
      ending(async (host) => {
        const prepared = await withPlan(planFile, host)
        const tree = await gather(prepared, files, version)
        await save(out, formatState(prepared.plan, version, tree.nodes()))
        host.log.info('states combined', { file: out, from: files.length })
      }, true),
    )
  program
    .command('finish')
    .description('step 4, once: turn the states of all units into the report files')
    .requiredOption('--plan <file>', 'plan file of step 1')
    .argument(
      '[states...]',
      'state files that together hold every unit once; none when the plan has no units',
    )
    .action((files: string[], { plan: planFile }: { plan: string }) =>
      ending(async (host, done) => {
        const prepared = await withPlan(planFile, host)
        await prepareOutput(prepared.job.output)
        const tree = await gather(prepared, files, version)
        const result = state(() => tree.finish(prepared.plan.units.length)) ?? emptyResult(prepared.stages)
        const computed = await judgeAll(prepared, result, host.signal ? { signal: host.signal } : {})
        const outcome = await finish(prepared, computed, host, host.now())
        done()
        await report(outcome, prepared.job, host)
      }, true),
    )
  program
    .command('local')
    .description('run a processing job in containers of this machine, the way the service runs it')
    .argument('[request]', 'CreateProcessingJob request (JSON), - for standard input; none: the flags say it')
    .option('--image <name>', 'image to run (default: of the request, or byom)')
    .option('--data <path>', 'dataset: folder or file')
    .option('--format <format>', 'csv, csv-without-header, json-lines, parquet, capture, or JSON text')
    .option('--output <folder>', 'where the reports go')
    .option('--baseline <folder>', 'statistics.json and constraints.json to compare with')
    .option('--config <file>', 'byom.json of the job')
    .option('--preprocess <script>', 'record preprocessor script')
    .option('--postprocess <script>', 'post-analytics processor script')
    .option('--env <NAME=value>', 'a further variable of the job; may be repeated', collect)
    .option('--instances <count>', 'hosts', wholeNumber)
    .option('--isolated', 'no network')
    .option('--max-runtime <seconds>', 'time limit', wholeNumber)
    .option('--map <s3://…=folder>', 'folder that stands for an S3 prefix; may be repeated', collect)
    .option('--user <uid>', 'user of the process in the containers')
    .option('--memory <size>', 'memory of each container, like 512m')
    .option('--locked', 'read-only root file system, no capability, no new privileges')
    .option('--grace <seconds>', 'time between SIGTERM and SIGKILL', wholeNumber, 120)
    .option('--pull', 'fetch the image when it is not there')
    .option('--json', 'JSON lines: phases, log lines, and the end of the job')
    .action((request: string | undefined, flags: LocalFlags) =>
      ending(
        async (host) => {
          const { local } = await import('./local/index.ts')
          const { status } = await local(request, flags, localWorld(host))
          if (status === 'Stopped' && host.signal?.aborted)
            process.exitCode = 128 + constants.signals[host.signal.reason as NodeJS.Signals]
          else if (status !== 'Completed') process.exitCode = errorTable.JOB_FAILED.exit
        },
        false,
        Number.POSITIVE_INFINITY,
      ),
    )
  scheduleCommand(program, ending)
  program
    .command('build')
    .description('make an image that holds the plugins, handlers and settings of a config file, all pinned')
    .argument('[config]', 'config file; what it names is relative to it', 'byom.json')
    .requiredOption('--tag <name>', 'name of the image')
    .option('--from <image>', 'image to build on: the runtime image, or one made from it', 'byom')
    .option('--check', 'find every problem, build nothing')
    .option('--no-cache', 'let the engine build every step anew')
    .option('--json', 'JSON lines: phases, the lines of the builder, and what is in the image')
    .addHelpText('after', buildHelp)
    .action((config: string, flags: BuildFlags) =>
      ending(async (host) => {
        const { build } = await import('./build/index.ts')
        await build(config, flags, host, localWorld(host))
      }),
    )
  program
    .command('merge')
    .description(
      'join captures with labels that came later, into merged records; the window is start_time, end_time',
    )
    .option('--captures <folder>', 'captured data (default: dataset_source)')
    .option('--labels <folder>', 'ground truth (default: ground_truth_source)')
    .option('--out <folder>', 'where the merged records go (default: output_path)')
    .action(({ captures, labels, out }: { captures?: string; labels?: string; out?: string }) =>
      ending(async (host) => {
        const named = { dataset_source: captures, ground_truth_source: labels, output_path: out }
        const given = Object.entries(named).filter(([, value]) => value !== undefined)
        await merge(await readJob({ ...process.env, ...Object.fromEntries(given) }, 'merge'), host)
      }, true),
    )
  program
    .command('init')
    .description(
      'write the package of a new plugin (analyzer, sampler, logger or publisher) or of a handler script',
    )
    .argument('<kind>', 'analyzer, sampler, logger, publisher or handler')
    .argument(
      '<name>',
      'lower-case words joined by hyphens; the package is byom-plugin-<name>, or byom-handler-<name>',
    )
    .option('--out <folder>', 'where the folder of the package is made', '.')
    .action((kind: string, name: string, { out }: { out: string }) =>
      ending(async (host) => {
        const { scaffold } = await import('./scaffold.ts')
        process.stdout.write(await scaffold({ kind, name, out, version }, host.plugins))
      }),
    )
  program
    .command('try-handler')
    .description(
      'run a preprocess script over the first records of a file: what goes in, what comes out, errors, log, time',
    )
    .argument('<script>', 'the handler: .py, .js, .mjs, .cjs, .ts, .mts or .cts')
    .argument('<data>', 'a capture file, CSV, JSON Lines or JSON')
    .option('--records <number>', 'records to try', wholeNumber, 10)
    .option('--format <json>', 'as in dataset_format; default: what the data looks like')
    .option('--config <file>', 'byom.json with the settings of handlers')
    .option('--full', 'show records and results as long as they are')
    .option('--json', 'one JSON object for each record, for machines')
    .action(
      (script: string, data: string, { records, format, config, full = false, json = false }: TryOptions) =>
        ending(async (host) => {
          const { tryHandler } = await import('./try-handler.ts')
          const settings = await readConfig({ ...process.env, ...(config ? { BYOM_CONFIG: config } : {}) })
          const print = (line: string) => process.stdout.write(`${line}\n`)
          const good = await tryHandler({ script, data, records, format, settings, full, json }, host, print)
          process.exitCode = good ? 0 : errorTable.HANDLER_FAILED.exit
        }),
    )
  program
    .command('check-plugin')
    .description('run every conformance check on a plugin: laws, hygiene, valid output, false alarms')
    .argument('<plugin>', 'file, folder or npm package')
    .option('--config <file>', 'byom.json with the options of the parts that need some')
    .action((name: string, { config }: { config?: string }) =>
      ending(async () => {
        const { checkNamedPlugin } = await import('./check-plugin.ts')
        process.exitCode = (await checkNamedPlugin(name, config, (line) => process.stdout.write(`${line}\n`)))
          ? 0
          : errorTable.PLUGIN_INVALID.exit
      }),
    )
  program
    .command('doctor')
    .description(
      "say what the platform's readers will not understand in an output folder, ours or another container's",
    )
    .argument('<folder>', 'folder with the report files')
    .action((folder: string) =>
      ending(async () => {
        const { examine } = await import('./doctor.ts')
        const found = await examine(folder)
        for (const { level, file, text } of found)
          process.stdout.write(`${level.padEnd(7)} ${file}: ${text}\n`)
        if (found.length === 0) process.stdout.write(`${folder}: every reader will understand these files\n`)
        process.exitCode = found.some(({ level }) => level === 'error') ? errorTable.BASELINE_INVALID.exit : 0
      }),
    )
  program
    .command('diff')
    .description("compare two folders of reports, ours with the original's, and explain what differs")
    .argument(
      '<a>',
      'folder with statistics.json, constraints.json, constraint_violations.json, analysis.json',
    )
    .argument('<b>', 'the other folder')
    .option('--digits <number>', 'accept numbers that one side prints with so many decimals', decimals)
    .option('--all', 'show what is within a tolerance too')
    .option('--json', 'one JSON object, for machines')
    .action((a: string, b: string, { digits, all = false, json = false }: DiffFlags) =>
      ending(async () => {
        const { compareFolders } = await import('./diff/index.ts')
        const result = await compareFolders(a, b, digits)
        const { resultText } = await import('./diff/show.ts')
        process.stdout.write(json ? `${JSON.stringify({ a, b, ...result })}\n` : resultText(result, all))
        process.exitCode = result.same ? 0 : errorTable.REPORTS_DIFFER.exit
      }),
    )
  program
    .command('migrate')
    .description(
      "turn the service's description of a schedule into settings, a request, a schedule and a plan",
    )
    .argument(
      '<files...>',
      'JSON of describe-monitoring-schedule, of its describe-*-job-definition, of describe-endpoint',
    )
    .requiredOption('--out <folder>', 'folder to make')
    .option('--image <name>', 'image of the new jobs', 'byom')
    .option('--captures <uri>', 'captures of the endpoint: S3 URI or folder, in place of describe-endpoint')
    .option(
      '--baseline <folder>',
      'existing baseline files: constraints.json, statistics.json, analysis.json',
    )
    .option('--model <url>', 'where the model answers, for attribution')
    .option('--map <s3://…=folder>', 'folder that stands for an S3 prefix; may be repeated', collect)
    .option('--json', 'one JSON object, for machines')
    .action((files: string[], flags: MigrateFlags & { json?: boolean }) =>
      ending(async () => {
        const { migrate, migrationText } = await import('./migrate/index.ts')
        const made = await migrate(files, flags, process.cwd())
        process.stdout.write(flags.json ? `${JSON.stringify(made)}\n` : migrationText(made))
      }),
    )
  return program
}

const buildHelp = `
Files and folders are copied, with what they import; npm packages come from the package-lock.json beside the config file (or
in a folder above it), by npm, which compares their hashes. Nothing is installed when the image runs. The config lies
in the image at /etc/byom/byom.json, and /etc/byom/lock.json says what everything is. The layer has the same digest for
the same inputs; SOURCE_DATE_EPOCH sets the time of its files (default 0).
`

/** Following a schedule, and looking at one. */
function scheduleCommand(program: Command, ending: Entry['ending']): void {
  const schedule = program
    .command('schedule')
    .description('follow a schedule: byom local runs at its times, one at a time, with a history')
    .argument('<file>', 'schedule file (JSON): name, schedule, request')
    .option('--state <folder>', 'where the history is kept (default: <file without .json>.state)')
    .option('--once', 'run what is due, and end')
    .option('--map <s3://…=folder>', 'folder that stands for an S3 prefix; may be repeated', collect)
    .option('--user <uid>', 'user of the process in the containers')
    .option('--memory <size>', 'memory of each container, like 512m')
    .option('--locked', 'read-only root file system, no capability, no new privileges')
    .option('--grace <seconds>', 'time between SIGTERM and SIGKILL', wholeNumber, 120)
    .option('--pull', 'fetch the image when it is not there')
    .option('--json', 'JSON lines: what the scheduler does, and those of byom local')
    .action((file: string, flags: ScheduleFlags) =>
      ending(
        async (host) => {
          const { followFile } = await import('./schedule/index.ts')
          const sleep = (milliseconds: number, signal: AbortSignal) =>
            wait(milliseconds, undefined, { signal }).catch(() => {})
          await followFile(file, flags, { ...localWorld(host), sleep })
          if (host.signal?.aborted)
            process.exitCode = 128 + constants.signals[host.signal.reason as NodeJS.Signals]
        },
        false,
        Number.POSITIVE_INFINITY,
      ),
    )
  schedule
    .command('list')
    .description('the executions of a schedule with their statuses, latest first')
    .argument('<file>', 'schedule file')
    .option('--state <folder>', 'where the history is kept (default: <file without .json>.state)')
    .option('--status <status>', 'only those of a status, such as Failed')
    .option('--max-results <count>', 'at most so many', wholeNumber, 100)
    .option('--json', 'the answer of ListMonitoringExecutions')
    .action((file: string, _: unknown, command: Command) =>
      ending(async (host) => {
        const { listFile } = await import('./schedule/index.ts')
        await listFile(file, command.optsWithGlobals<ListFlags>(), localWorld(host))
      }),
    )
  schedule
    .command('next')
    .description('the next scheduled times with their windows')
    .argument('<file>', 'schedule file')
    .option('--count <count>', 'so many', wholeNumber, 5)
    .action((file: string, { count }: { count: number }) =>
      ending(async (host) => {
        const { showNext } = await import('./schedule/index.ts')
        await showNext(file, count, localWorld(host))
      }),
    )
  schedule
    .command('manifest')
    .description('the schedule as a file for another scheduler')
    .argument('<target>', 'kubernetes, airflow, argo, step-functions, github-actions or docker-compose')
    .argument('<file>', 'schedule file')
    .action((target: string, file: string) =>
      ending(async (host) => {
        const { printManifest } = await import('./schedule/index.ts')
        await printManifest(target, file, localWorld(host))
      }),
    )
}

/** The process, for a command that has time to end: a second signal makes it hurry. */
function localWorld({ now, signal }: Host): CommandWorld {
  const hurry = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    let seen = 0
    process.on(name, () => ++seen > 1 && hurry.abort())
  }
  return {
    env: process.env,
    cwd: process.cwd(),
    now,
    print: (text) => process.stdout.write(text),
    input: () => text(process.stdin),
    signal: signal ?? new AbortController().signal,
    hurry: hurry.signal,
    owner: { machine: hostname(), pid: process.pid },
    lives(pid) {
      try {
        return process.kill(pid, 0)
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM'
      }
    },
  }
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number')
  return Number(text)
}

function decimals(text: string): number {
  if (!/^(\d|1[0-5])$/.test(text)) throw new InvalidArgumentError('expected a whole number from 0 to 15')
  return Number(text)
}

/** @throws MonitorError when the job wants labels merged: the steps of a distributed run read what is merged already */
function notMerging(job: Prepared['job']): Prepared['job'] {
  if (job.groundTruthSource === undefined) return job
  throw new MonitorError(
    'CONFIG_INVALID',
    'ground_truth_source is set: run byom merge first, then plan over its output without the variable.',
  )
}

/** The job of the environment with the plan of a file instead of a new one. */
async function withPlan(file: string, host: Host): Promise<Prepared> {
  const job = notMerging(await readJob(process.env))
  const plan = await read(file)
  let value: unknown
  try {
    value = JSON.parse(plan)
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${file} is not a plan file: ${describe(error)}.`)
  }
  if (!isPlan(value)) throw new MonitorError('CONFIG_INVALID', `${file} is not a plan file of this version.`)
  if (value.id !== planId(job, value))
    throw new MonitorError(
      'CONFIG_INVALID',
      `${file} was changed, or made with other settings: format, window, features and analyzers must be the same in every step.`,
    )
  return prepare(job, host, value)
}

async function gather(
  { stages, plan }: Prepared,
  files: readonly string[],
  version: string,
): Promise<MergeTree<UnitResult>> {
  const tree = new MergeTree<UnitResult>((into, from) => mergeResults(stages, into, from))
  for (const file of files) {
    for (const node of parseState(await read(file), file, plan, version)) state(() => tree.add(node), file)
  }
  return tree
}

function state<T>(work: () => T, file?: string): T {
  try {
    return work()
  } catch (error) {
    throw new MonitorError(
      'STATE_INCOMPATIBLE',
      `${file ? `${file}: ` : ''}${describe(error)}: every unit of the plan has to be there exactly once.`,
    )
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new MonitorError('CONFIG_INVALID', `${file} cannot be read: ${describe(error)}.`)
  }
}

/** Written like the reports: whole or not at all. */
async function save(file: string, text: string): Promise<void> {
  await writeReports(dirname(file), [{ name: basename(file), text }])
}
