/** The closed set of ways a run can fail: one table here, the same table in the README (a test compares them). */

/** What each code means to the person who reads it, and the exit code it ends the process with. */
export const errorTable = {
  CONFIG_INVALID: { exit: 2, actor: 'operator', meaning: 'environment, arguments or config file are wrong' },
  PLUGIN_INVALID: {
    exit: 2,
    actor: 'plugin author',
    meaning: 'a plugin is missing, malformed or of another API version',
  },
  BASELINE_INVALID: {
    exit: 2,
    actor: 'operator',
    meaning: 'a baseline file cannot be read or breaks its schema',
  },
  STATE_INCOMPATIBLE: {
    exit: 2,
    actor: 'operator',
    meaning: 'a state file is damaged, or of another plan or version',
  },
  CUT_INSIDE_RECORD: {
    exit: 2,
    actor: 'operator',
    meaning: 'byom partial: the plan cuts a CSV file inside a quoted value',
  },
  SOURCE_UNREADABLE: {
    exit: 3,
    actor: 'operator',
    meaning: 'the dataset is missing, unreadable, or no record of it could be decoded',
  },
  SOURCE_EMPTY: {
    exit: 3,
    actor: 'operator',
    meaning: 'the window holds no record and input.emptyWindow is "fail"',
  },
  HANDLER_FAILED: {
    exit: 4,
    actor: 'handler author',
    meaning: 'a handler script threw, could not be loaded, or ended its process',
  },
  HANDLER_TIMEOUT: {
    exit: 4,
    actor: 'handler author',
    meaning: 'a handler script took more time or memory than it may',
  },
  HANDLER_RESULT_INVALID: {
    exit: 4,
    actor: 'handler author',
    meaning: 'a handler script returned something that is no row',
  },
  HANDLER_UNCONFINED: {
    exit: 4,
    actor: 'operator',
    meaning: 'this machine offers no safe way to run a handler script',
  },
  ANALYZER_FAILED: {
    exit: 5,
    actor: 'plugin author',
    meaning: 'an analyzer failed; the other sections are complete',
  },
  PUBLISHER_FAILED: {
    exit: 6,
    actor: 'operator',
    meaning: 'a publisher that is required failed; the report files are complete',
  },
  REPORT_UNWRITABLE: {
    exit: 6,
    actor: 'operator',
    meaning: 'the output folder refuses a file, or the disk is full',
  },
  ENGINE_FAILED: {
    exit: 7,
    actor: 'operator',
    meaning: 'no container engine answers, or it refuses what byom local or byom build needs',
  },
  JOB_FAILED: {
    exit: 8,
    actor: 'operator',
    meaning: 'byom local: the job failed in its container, or ran longer than it may',
  },
  REPORTS_DIFFER: {
    exit: 9,
    actor: 'operator',
    meaning: 'byom diff: the two folders differ beyond the tolerances',
  },
  INTERNAL: { exit: 1, actor: 'byom', meaning: 'a mistake of ours' },
} as const satisfies Record<string, { exit: number; actor: string; meaning: string }>

/** One of the codes of {@link errorTable}. */
export type ErrorCode = keyof typeof errorTable

/** An expected failure: `message` is complete for a person, `problems` lists its parts, `cause` is kept for the log. */
export class MonitorError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly string[]
  constructor(code: ErrorCode, problems: string | readonly string[], options?: { cause?: unknown }) {
    const list = typeof problems === 'string' ? [problems] : problems
    super(list.length === 1 ? list[0] : list.map((problem, i) => `(${i + 1}) ${problem}`).join(' '), options)
    this.name = 'MonitorError'
    this.code = code
    this.problems = list
  }
}

/** The short text of anything thrown, with the system error's code when it has one. */
export function describe(error: unknown): string {
  if (error instanceof Error) return error.message || error.name
  try {
    return String(error)
  } catch {
    // Anything can be thrown, also what has no text.
    return 'something that is no error was thrown'
  }
}

/** What the reference container says when a preprocess script fails, which alarms may look for; ours for the other script is like it. */
export const preprocessorFailed = 'Exception while invoking preprocessor script.'
export const postprocessorFailed = 'Exception while invoking postprocessor script.'
