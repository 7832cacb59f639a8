/**
 * Records on their way through the preprocess handler: gathered while a block is decoded, written as rows when the results are there.
 *
 * There are two builders: the decoder counts and rejects records on one, the rows go to the other. Its batches end where the rows say,
 * never where the results of the handler happen to come in, so that the reports are the same bytes every time.
 */
import { isUtf8 } from 'node:buffer'
import type { CaptureRecord } from '../../contracts/types.generated.ts'
import { MonitorError, preprocessorFailed } from '../errors.ts'
import {
  BatchFrame,
  type Handled,
  type HandlerProblem,
  type LogLine,
  type Outcome,
  type Session,
} from '../handle/index.ts'
import { Arena } from './arena.ts'
import type { BatchBuilder, RecordMark } from './batch-builder.ts'
import type { FeaturePaths } from './feature-paths.ts'
import type { GroundTruth } from './ground-truth.ts'
import { skipBlanks } from './json.ts'
import { RowWriter, unreadable } from './rows.ts'

/** Reads what a handler returned in place of a record. */
export interface Returning {
  /** Writes the rows of a record in the builder's bytes; the caller has started it. */
  returned(start: number, end: number): void
}

/** Takes the records of a decoder, in place of the rows that they hold. */
export interface RecordTaker {
  /** Names in the header of the CSV file at hand. */
  names: readonly string[] | undefined
  /** Takes a copy of the record that has just been started. */
  add(record: Uint8Array, about?: RecordFacts): void
}

/** What a decoder knows of a record besides its bytes. */
export interface RecordFacts {
  /** A CSV header is no record, but a handler sees it. */
  readonly header?: boolean
  /** Of a merged record. */
  readonly label?: CaptureRecord['groundTruthData']
}

/** Where a line was logged, or an error happened. */
export interface RecordPlace {
  readonly file: string
  readonly record: number
  readonly byte: number
  readonly id: string | undefined
}

/** What the stage needs besides the session. */
export interface HandledOptions {
  readonly session: Session
  readonly onError: 'fail' | 'skip'
  /** Names of the baseline's features by position, for results whose keys are positions. */
  readonly positions: readonly string[]
  readonly paths: FeaturePaths | undefined
  /** Writes the labels of merged records beside the handler's rows; undefined where the rows have their own. */
  readonly truth: GroundTruth | undefined
  /** A line of the script's log; no place for lines outside of records. */
  readonly log: (line: LogLine, place: RecordPlace | undefined) => void
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Counts a record that the handler left out with an empty list. */
  readonly dropped: () => void
}

/** Batches on their way: one is answered while the other waits. */
const mostSent = 2
/** A batch is sent when it has that many bytes, or as many records as take about that many milliseconds. */
const batchBytes = 256 * 1024
const batchMilliseconds = 50
const fewestRecords = 16
const mostRecords = 256

interface Batch {
  readonly frame: BatchFrame
  readonly marks: (RecordMark & RecordFacts)[]
}

interface Sent extends Batch {
  readonly results: Promise<Handled>
}

/** The stage between a decoder and the rows. */
export class HandledRecords implements RecordTaker {
  readonly #input: BatchBuilder
  readonly #output: BatchBuilder
  readonly #options: HandledOptions
  readonly #arena: Arena
  readonly #rows: RowWriter
  names: readonly string[] | undefined
  #batch: Batch = { frame: new BatchFrame(), marks: [] }
  #waiting: Batch[] = []
  #sent: Sent[] = []
  /** Records of a batch; found by doubling. */
  #size = fewestRecords
  #last = Number.NEGATIVE_INFINITY

  /**
   * @param input where records are started, counted and rejected
   * @param output where rows go
   */
  constructor(input: BatchBuilder, output: BatchBuilder, options: HandledOptions) {
    this.#input = input
    this.#output = output
    this.#options = options
    this.#arena = new Arena(output)
    const { positions } = options
    const known = new Set(positions)
    this.#rows = new RowWriter(output, 'data', [], (key) => {
      const index = !known.has(key) && /^\d{1,30}$/.test(key) ? Number(key) : -1
      const name = positions[index]
      return name === undefined ? { name: key } : { name, index }
    })
  }

  /** Bytes of the rows, for a decoder that writes some of its own. */
  get arena(): Arena {
    return this.#arena
  }

  /** Says which file the next records come from. */
  startSlice(file: string, byte: number): void {
    this.names = undefined
    this.#input.startSlice(file, byte)
    this.#output.startSlice(file, byte)
  }

  add(record: Uint8Array, about: RecordFacts = {}): void {
    const { frame, marks } = this.#batch
    frame.add(record)
    marks.push({ ...this.#input.mark(), ...about })
    if (frame.length >= this.#size || frame.bytes >= batchBytes) this.#close()
  }

  #close(): void {
    if (this.#batch.frame.length > 0) this.#waiting.push(this.#batch)
    this.#batch = { frame: new BatchFrame(), marks: [] }
  }

  /**
   * Sends what was gathered and writes the results that come back, all of them when `last`.
   * @throws MonitorError of the first record that fails, when failures are fatal
   */
  async settle(decoder: Returning | undefined, last: boolean): Promise<void> {
    if (last) this.#close()
    this.#send()
    while (this.#waiting.length > 0 || this.#sent.length > (last ? 0 : 1)) {
      const sent = this.#sent.shift()!
      const started = Math.max(this.#last, this.#options.now())
      const results = await sent.results
      this.#last = this.#options.now()
      this.#adapt(this.#last - started, sent.marks.length)
      this.#send()
      this.#write(sent.marks, results, decoder)
    }
    if (last) this.#arena.flush()
  }

  #send(): void {
    while (this.#sent.length < mostSent && this.#waiting.length > 0) {
      const batch = this.#waiting.shift()!
      const take = (line: LogLine) => this.#options.log(line, this.#place(batch.marks[line.record ?? -1]))
      const results = this.#options.session.handle(batch.frame, take)
      // It is awaited later, maybe never when an earlier batch ends the run.
      results.catch(() => {})
      this.#sent.push({ ...batch, results })
    }
  }

  #adapt(milliseconds: number, records: number): void {
    if (milliseconds < batchMilliseconds && records === this.#size)
      this.#size = Math.min(mostRecords, 2 * this.#size)
    else if (milliseconds > 4 * batchMilliseconds) this.#size = Math.max(1, this.#size >> 1)
  }

  #place(mark: RecordMark | undefined): RecordPlace | undefined {
    return mark && { ...this.#output.origin, record: mark.record, id: mark.id }
  }

  #write(marks: Batch['marks'], { bytes, outcomes }: Handled, decoder: Returning | undefined): void {
    const clean = isUtf8(bytes)
    for (const [i, outcome] of outcomes.entries()) {
      const mark = marks[i]!
      this.#output.resume(mark)
      if (!('start' in outcome)) this.#takeNothing(outcome, mark)
      // The names of a header are known without the handler.
      else if (!mark.header || outcome.status === 'rows')
        this.#takeText(outcome.status, bytes.subarray(outcome.start, outcome.end), clean, mark, decoder)
      if (this.#output.full || this.#arena.full) this.#arena.flush()
    }
  }

  #takeText(
    status: 'rows' | 'record',
    text: Uint8Array,
    clean: boolean,
    mark: RecordFacts,
    decoder: Returning | undefined,
  ): void {
    if (!clean && !isUtf8(text))
      return this.#output.reject('HANDLER_RESULT_INVALID', () => 'the result is not UTF-8')
    const start = this.#arena.append(text)
    if (status === 'rows') this.#writeRows(start, start + text.length, mark)
    else if (decoder) decoder.returned(start, start + text.length)
    else this.#output.reject('HANDLER_RESULT_INVALID', () => 'the handler returned a text')
  }

  #takeNothing(outcome: Exclude<Outcome, { start: number }>, mark: Batch['marks'][number]): void {
    if (outcome.status === 'error') this.#fail(outcome.problem, mark)
    else if (mark.header) return
    else if (outcome.status === 'unreadable') this.#output.reject('NOT_JSON', () => outcome.detail)
    else if (outcome.status === 'dropped') this.#options.dropped()
    else this.#output.reject('HANDLER_RETURNED_NOTHING', () => 'the handler returned nothing')
  }

  #writeRows(start: number, end: number, { label }: RecordFacts): void {
    const builder = this.#output
    const { paths, truth } = this.#options
    builder.makeRoom(end - start)
    if (paths) return paths.records(builder, start, end)
    const rows = this.#isObjects(start, end) ? this.#rows.json(start, end) : unreadable
    const problem =
      rows === unreadable
        ? {
            code: 'HANDLER_RESULT_INVALID' as const,
            detail: `the result cannot be read: ${this.#rows.problem || 'not JSON'}`,
          }
        : truth?.write(label === undefined ? {} : { groundTruthData: label }, rows)
    if (problem === undefined) return builder.commit(rows)
    builder.abandon()
    builder.reject(problem.code, () => problem.detail)
  }

  #isObjects(start: number, end: number): boolean {
    const { bytes } = this.#output
    const first = skipBlanks(bytes, start, end)
    if (first < end && bytes[first] === 123) return true
    const second = skipBlanks(bytes, first + 1, end)
    return second < end && bytes[first] === 91 && bytes[second] === 123
  }

  #fail(problem: HandlerProblem, mark: RecordMark): void {
    const place = this.#place(mark)!
    if (problem.trace) this.#options.log({ record: undefined, level: 'error', text: problem.trace }, place)
    if (this.#options.onError === 'skip') return this.#output.reject(problem.code, () => problem.text)
    throw new MonitorError(
      problem.code,
      `${preprocessorFailed} ${problem.text} (${placeText(place)}). handlers.onError "skip" in byom.json leaves such records out.`,
    )
  }
}

/** A place for a message. */
export function placeText({ file, record, byte, id }: RecordPlace): string {
  return `${file}, record ${record}${byte > 0 ? ` from byte ${byte}` : ''}${id === undefined ? '' : `, event ${id}`}`
}
