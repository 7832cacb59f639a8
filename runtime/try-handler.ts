/** `byom try-handler`: a preprocess script over the first records of a file, in the jail, with what goes in and what comes out. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { styleText } from 'node:util'
import { type DatasetFormat, parseDatasetFormat } from './dataset-format.ts'
import { BatchBuilder, type RecordMark } from './decode/batch-builder.ts'
import type { RecordTaker } from './decode/handled.ts'
import { decoderFor } from './decode/index.ts'
import { describe, MonitorError } from './errors.ts'
import {
  BatchFrame,
  type Outcome as HandlerOutcome,
  jailOf,
  type LogLine,
  openHandler,
} from './handle/index.ts'
import { handlerKind, Scratch } from './handlers.ts'
import type { Host } from './host.ts'
import type { Job, Settings } from './job.ts'
import { readSlice, readStart } from './read.ts'
import type { Rejects } from './rejects.ts'

/** What the command line hands in. */
export interface TryHandler {
  readonly script: string
  readonly data: string
  /** Records to try. */
  readonly records: number
  /** As in `dataset_format`; undefined: guessed from the data. */
  readonly format: string | undefined
  readonly settings: Settings
  /** True: texts as long as they are. */
  readonly full: boolean
  /** One JSON object for each record instead of text for people. */
  readonly json: boolean
}

/** One record, as the handler had it. */
interface Tried {
  readonly record: number
  readonly event: string | undefined
  readonly header: boolean
  readonly in: string
  readonly out: string | undefined
  readonly status: HandlerOutcome['status']
  readonly error?: { readonly code: string; readonly text: string; readonly trace: string }
  /** Why the record could not be given to the script. */
  readonly detail?: string
  readonly log: readonly LogLine[]
  readonly milliseconds: number
}

/** Characters of a record or a result that are shown. */
const shownText = 400
/** Bytes looked into to guess the format. */
const guessBytes = 1 << 20

/**
 * @param print receives lines of text
 * @returns true when no record failed
 * @throws MonitorError CONFIG_INVALID, SOURCE_UNREADABLE, and those of a script that cannot be loaded
 */
export async function tryHandler(
  options: TryHandler,
  host: Pick<Host, 'machine' | 'pid' | 'now'>,
  print: (line: string) => void,
): Promise<boolean> {
  const format = await formatOf(options)
  const { found, rejects } = await firstRecords(options, format)
  const scratch = new Scratch()
  try {
    const tried = await tryRecords(options, format, found, host, scratch, print)
    if (!options.json) for (const line of summary(tried, rejects)) print(line)
    return tried.every(({ status }) => status !== 'error')
  } finally {
    await scratch.remove()
  }
}

async function tryRecords(
  options: TryHandler,
  format: DatasetFormat,
  found: readonly Found[],
  host: Pick<Host, 'machine' | 'pid' | 'now'>,
  scratch: Scratch,
  print: (line: string) => void,
): Promise<Tried[]> {
  const early: LogLine[] = []
  const { setup, session } = await openHandler(
    {
      variable: 'SCRIPT',
      path: options.script,
      kind: handlerKind({ format }),
      functions: ['preprocess_handler', 'preprocessHandler'],
      reads: [],
    },
    options.settings.handlers,
    host.machine,
    { pid: host.pid, log: (line) => early.push(line) },
    scratch.folder,
  )
  const say = (value: Tried) => (options.json ? print(JSON.stringify(value)) : show(value, options, print))
  if (!options.json) {
    print(`${options.script} over ${options.data}, taken as ${formatText(format)}; jail: ${jailOf(setup)}`)
    for (const line of early) print(`  log   ${logText(line)}`)
  }
  const tried: Tried[] = []
  try {
    for (const { text, mark, header } of found) {
      const log: LogLine[] = []
      const batch = new BatchFrame()
      batch.add(text)
      const started = host.now()
      const { bytes, outcomes } = await session.handle(batch, (line) => log.push(line))
      const milliseconds = host.now() - started
      const outcome = outcomes[0]!
      tried.push({
        record: mark.record,
        event: mark.id,
        header,
        in: Buffer.from(text).toString(),
        out:
          'start' in outcome ? Buffer.from(bytes.subarray(outcome.start, outcome.end)).toString() : undefined,
        status: outcome.status,
        ...(outcome.status === 'error' ? { error: outcome.problem } : {}),
        ...(outcome.status === 'unreadable' ? { detail: outcome.detail } : {}),
        log,
        milliseconds,
      })
      say(tried.at(-1)!)
    }
  } finally {
    await session.close()
  }
  return tried
}

async function formatOf({ format, data }: TryHandler): Promise<DatasetFormat> {
  const parsed = format === undefined ? { format: await guess(data) } : parseDatasetFormat(format)
  if ('problems' in parsed) throw new MonitorError('CONFIG_INVALID', parsed.problems)
  if (parsed.format.kind === 'parquet')
    throw new MonitorError(
      'CONFIG_INVALID',
      'A handler gets capture records, CSV lines or JSON objects, not Parquet.',
    )
  return parsed.format
}

async function guess(data: string): Promise<DatasetFormat> {
  const text = Buffer.from(await readStart(data, data, guessBytes)).toString()
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (/^\s*[[{]/.test(text)) {
    const first = objectOf(lines[0] ?? '')
    if (first === undefined || Array.isArray(first)) return { kind: 'json', lines: false }
    return 'captureData' in first
      ? { kind: 'capture', outputPosition: 'START' }
      : { kind: 'json', lines: true }
  }
  const fields = (lines[0] ?? '').split(',')
  return { kind: 'csv', header: fields.every((field) => field.trim() === '' || Number.isNaN(Number(field))) }
}

function objectOf(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

interface Found {
  readonly text: Uint8Array
  readonly mark: RecordMark
  readonly header: boolean
}

/** Thrown to end the reading of a file. */
const enough = new Error('enough')

async function firstRecords(
  { data, records, settings }: TryHandler,
  format: DatasetFormat,
): Promise<{ found: Found[]; rejects: Rejects }> {
  const rejects: Rejects = new Map()
  const { maxFeatures, maxLineBytes } = settings
  const builder = new BatchBuilder({ columns: [], maxFeatures, excluded: new Set(), rejects, emit: () => {} })
  const found: Found[] = []
  const taker: RecordTaker = {
    names: undefined,
    add(record, { header = false } = {}) {
      if (found.filter((each) => !each.header).length === records) throw enough
      found.push({ text: record.slice(), mark: builder.mark(), header })
    },
  }
  const job = { format, window: {} } as Job
  builder.startSlice(basename(data), 0)
  try {
    const { size } = await stat(data)
    const range = { path: data, name: data, start: 0, end: size, maxRecordBytes: maxLineBytes }
    await readSlice(
      range,
      decoderFor({ job, paths: undefined, outside: () => {} }, builder, { handled: taker }),
    )
  } catch (error) {
    if (error !== enough) {
      if (error instanceof MonitorError) throw error
      throw new MonitorError('SOURCE_UNREADABLE', `${data} cannot be read: ${describe(error)}.`)
    }
  }
  return { found, rejects }
}

function formatText(format: DatasetFormat): string {
  if (format.kind === 'csv') return `CSV ${format.header ? 'with' : 'without'} a header`
  if (format.kind === 'json') return format.lines ? 'JSON Lines' : 'JSON'
  return 'captures'
}

function show(tried: Tried, { full }: TryHandler, print: (line: string) => void): void {
  const shorten = (text: string) => (full || text.length <= shownText ? text : `${text.slice(0, shownText)}…`)
  const name = tried.header ? 'header' : `record ${tried.record}`
  const event = tried.event === undefined ? '' : `, event ${tried.event}`
  print(styleText('bold', `${name}${event}`))
  print(`  in    ${plain(shorten(tried.in))}`)
  print(`  out   ${outText(tried, shorten)}`)
  if (tried.error) for (const line of tried.error.trace.split('\n')) print(`        ${plain(line)}`)
  for (const line of tried.log) print(`  log   ${logText(line)}`)
  print(`  time  ${tried.milliseconds.toFixed(2)} ms`)
}

function outText({ status, out, error, detail }: Tried, shorten: (text: string) => string): string {
  if (status === 'rows') return plain(shorten(out!))
  if (status === 'record') return `the record: ${plain(shorten(out!))}`
  if (status === 'dropped') return 'left out (an empty list)'
  if (status === 'nothing')
    return styleText('yellow', 'nothing; an empty list leaves a record out on purpose')
  if (status === 'unreadable')
    return styleText('yellow', plain(`not given to the handler: NOT_JSON, ${detail}`))
  return styleText('red', plain(`${error!.code}: ${error!.text}`))
}

function logText({ level, text }: LogLine): string {
  return `${level.padEnd(5)} ${plain(text)}`
}

/** Data must not move the cursor of a terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) =>
    character === '\t' ? ' ' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function summary(tried: readonly Tried[], rejects: Rejects): string[] {
  const records = tried.filter(({ header }) => !header)
  const count = (status: Tried['status']) => records.filter((each) => each.status === status).length
  const times = records.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const lines = [
    `${records.length} ${records.length === 1 ? 'record' : 'records'}: ${count('rows')} gave rows, ${count('record')} were returned, ${count('dropped')} left out, ${count('nothing')} nothing, ${count('unreadable')} unreadable, ${count('error')} failed`,
  ]
  if (times.length > 0)
    lines.push(
      `time of a record on its own: median ${times[times.length >> 1]!.toFixed(2)} ms, longest ${times.at(-1)!.toFixed(2)} ms`,
    )
  for (const [code, { count: rejected, examples }] of rejects)
    lines.push(
      `${code}: ${rejected}, not given to the handler; first: record ${examples[0]?.record}: ${plain(examples[0]?.detail ?? '')}`,
    )
  return lines
}
