/** What was wrong in the data: counted by code, with the first few positions. Plain data, mergeable. */
import type { RejectedRecords } from '../contracts/types.generated.ts'

/** Everything that can be wrong with data, and what happens to it. The README lists the same table (a test compares them). */
export const rejectTable = {
  NOT_JSON: { effect: 'record rejected', meaning: 'the line is not JSON (cut off, or not a record at all)' },
  NOT_A_CAPTURE_RECORD: { effect: 'record rejected', meaning: 'JSON without a captureData payload' },
  NOT_A_LABEL: {
    effect: 'record rejected',
    meaning: 'a line of ground truth without groundTruthData or event id',
  },
  PAYLOAD_UNREADABLE: { effect: 'record rejected', meaning: 'a payload is not what its encoding says' },
  PAYLOAD_BINARY: { effect: 'record rejected', meaning: 'a BASE64 payload holds neither CSV nor JSON' },
  ROW_COUNT_MISMATCH: {
    effect: 'record rejected',
    meaning: 'input and output of one record hold different numbers of rows',
  },
  NO_GROUND_TRUTH: {
    effect: 'record rejected',
    meaning: 'a record without a label, in a job that compares predictions with labels',
  },
  GROUND_TRUTH_UNREADABLE: { effect: 'record rejected', meaning: 'a label is not what its encoding says' },
  RECORD_TOO_LONG: { effect: 'record rejected', meaning: 'a line is longer than input.maxLineBytes' },
  QUOTE_UNCLOSED: { effect: 'record rejected', meaning: 'a quoted CSV field never ends' },
  HANDLER_FAILED: {
    effect: 'record rejected',
    meaning: 'the preprocess handler threw, or ended its process',
  },
  HANDLER_TIMEOUT: {
    effect: 'record rejected',
    meaning: 'the preprocess handler took more time or memory than it may',
  },
  HANDLER_RESULT_INVALID: {
    effect: 'record rejected',
    meaning: 'the preprocess handler returned something that is no row',
  },
  HANDLER_RETURNED_NOTHING: {
    effect: 'record rejected',
    meaning: 'the preprocess handler returned nothing; an empty list leaves a record out on purpose',
  },
  ROW_TOO_LONG: { effect: 'value dropped', meaning: 'a row has more values than there are columns' },
  TOO_MANY_FEATURES: { effect: 'value dropped', meaning: 'a new column beyond input.maxFeatures' },
  NAME_IN_INPUT_AND_OUTPUT: {
    effect: 'value dropped',
    meaning: 'input and output have a feature of the same name; the output is kept',
  },
  ROW_TOO_SHORT: {
    effect: 'kept',
    meaning: 'a row has fewer values than there are columns; the rest is missing',
  },
  DUPLICATE_COLUMN: { effect: 'kept', meaning: 'a header names a column twice; the later one is renamed' },
  INVALID_UTF8: { effect: 'kept', meaning: 'bytes that are not UTF-8, shown as U+FFFD' },
  NESTED_VALUE: {
    effect: 'kept',
    meaning: 'an array or object where a scalar belongs, taken as its JSON text',
  },
  VALUE_UNREADABLE: {
    effect: 'value dropped',
    meaning: 'a declared bytes or vector feature whose value is of another kind',
  },
  PATH_FAILED: {
    effect: 'value dropped',
    meaning: "a declared feature's path could not be applied to a record",
  },
  NUMBER_OUT_OF_RANGE: {
    effect: 'kept',
    meaning: 'a number beyond ±1.8e308, left out of the numeric statistics',
  },
  TIME_UNREADABLE: {
    effect: 'kept',
    meaning: 'a capture record without a readable inferenceTime, taken as inside the window',
  },
} as const satisfies Record<string, { effect: RejectedRecords['effect']; meaning: string }>

/** One of the codes of {@link rejectTable}. */
export type RejectCode = keyof typeof rejectTable

/** Examples per code that are kept for the log, and that run.json shows. */
const keptExamples = 1000
export const shownExamples = 5

/** Counts by code, and the first of them in the order of the input. */
export type Rejects = Map<RejectCode, { count: number; examples: RejectedRecords['examples'] }>

/** Counts one occurrence; `example` is only called while examples are still wanted. */
export function reject(
  rejects: Rejects,
  code: RejectCode,
  example: () => RejectedRecords['examples'][number],
): void {
  let entry = rejects.get(code)
  if (entry === undefined) {
    entry = { count: 0, examples: [] }
    rejects.set(code, entry)
  }
  entry.count++
  if (entry.examples.length < keptExamples) entry.examples.push(example())
}

/** Folds in the rejects of records that come later in the input. */
export function mergeRejects(into: Rejects, from: Rejects): void {
  for (const [code, { count, examples }] of from) {
    const entry = into.get(code) ?? { count: 0, examples: [] }
    entry.count += count
    entry.examples = [...entry.examples, ...examples].slice(0, keptExamples)
    into.set(code, entry)
  }
}

/** The list for run.json, in the order of {@link rejectTable}. */
export function listRejects(rejects: Rejects): RejectedRecords[] {
  const rows: RejectedRecords[] = []
  for (const [code, { effect }] of Object.entries(rejectTable)) {
    const entry = rejects.get(code as RejectCode)
    if (entry)
      rows.push({ code, count: entry.count, effect, examples: entry.examples.slice(0, shownExamples) })
  }
  return rows
}

/** How many records were rejected as a whole. */
export function rejectedRecords(rejects: Rejects): number {
  return listRejects(rejects).reduce(
    (sum, { count, effect }) => sum + (effect === 'record rejected' ? count : 0),
    0,
  )
}
