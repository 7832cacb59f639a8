/** What a check is, and how its failures read: plugin, subject, check, counter-example, remedy. */
import { inspect } from 'node:util'

/** One thing that a plugin must keep, checked on one analyzer, sampler, logger, publisher or the plugin itself. */
export interface Check<Subject> {
  /** Key for `skip`, and for finding it in the documentation. */
  readonly id: string
  /** Continues the subject's name in a list of tests: `length: merge is associative`. */
  readonly title: string
  /**
   * @returns text to print, if any
   * @throws Failure when the subject breaks the rule; what the subject throws is a failure too
   */
  run(subject: Subject): undefined | string | Promise<undefined | string>
}

/** A counter-example. */
export interface Counterexample {
  /** What was done, and on which data: `tabular, 3 parts`. */
  readonly given: string
  /** What went wrong, in a sentence. */
  readonly problem: string
  /** JSON path of the first difference. */
  readonly path?: string
  readonly expected?: unknown
  readonly found?: unknown
  /** What the author can do. */
  readonly fix: string
  readonly cause?: unknown
}

/** A rule that does not hold. Its message is complete for the author of the plugin. */
export class Failure extends Error {
  constructor({ given, problem, path, expected, found, fix, cause }: Counterexample) {
    const difference =
      path === undefined
        ? []
        : [`  at       ${path}`, `  expected ${shown(expected)}`, `  found    ${shown(found)}`]
    const lines = [problem, `  given    ${given}`, ...difference, `  fix      ${fix}`]
    super(lines.join('\n'), cause === undefined ? {} : { cause })
    this.name = 'Failure'
  }
}

/** A value in a message: one line, short. */
export function shown(value: unknown): string {
  const text = inspect(value, { depth: 2, breakLength: Infinity, maxArrayLength: 8, maxStringLength: 80 })
  return text.length > 160 ? `${text.slice(0, 157)}…` : text
}

/** What was thrown, as a sentence part. */
export function thrownText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : shown(error)
}

/** Freezes a value and everything it holds, and returns it; typed arrays cannot be frozen and stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value))
    return value
  Object.freeze(value)
  for (const key of Reflect.ownKeys(value)) deepFreeze((value as Record<PropertyKey, unknown>)[key])
  return value
}
