/** The shape of one JSON line: where its strings and scalars stand, and templates made from them. */
import { escaped, skipBlanks, skipColon, skipScalar, skipString } from './json.ts'
import { Part, type Template, type TemplatePart } from './kernel/index.ts'

/** A value that is neither an object nor an array. */
export interface Leaf {
  /** Keys and positions that lead to it. */
  readonly path: readonly (string | number)[]
  /** Span of the value, for strings without their quotes. */
  readonly start: number
  readonly end: number
  readonly string: boolean
}

const decoder = new TextDecoder()
const deepest = 16

/**
 * All leaves of the JSON value in bytes[from, to) in their order. Undefined when it is not JSON, has a key twice in one object, a
 * string with escapes, or is deeper than 16.
 * @param lineEnds true: strings may end with one escaped line end, as the payloads of many models do
 */
export function leavesOf(bytes: Uint8Array, from: number, to: number, lineEnds = false): Leaf[] | undefined {
  const leaves: Leaf[] = []
  const end = walk(bytes, skipBlanks(bytes, from, to), to, [], { leaves, lineEnds })
  return end >= 0 && skipBlanks(bytes, end, to) === to ? leaves : undefined
}

interface Walk {
  readonly leaves: Leaf[]
  readonly lineEnds: boolean
}

/** Returns the position behind the value at `i`, -1 when it has no plain shape. */
function walk(bytes: Uint8Array, i: number, to: number, path: (string | number)[], found: Walk): number {
  if (i >= to || path.length > deepest) return -1
  if (bytes[i] === 123 || bytes[i] === 91) return members(bytes, i, to, path, found)
  const string = bytes[i] === 34
  const end = skipScalar(bytes, i, to)
  if (end < 0) return -1
  if (string && escaped && !(found.lineEnds && isPlainLine(bytes, i + 1, end - 1))) return -1
  found.leaves.push({ path: [...path], start: string ? i + 1 : i, end: string ? end - 1 : end, string })
  return end
}

/** True when the only escapes of a string's bytes[from, to) are a line end at its end: \n or \r\n. */
function isPlainLine(bytes: Uint8Array, from: number, to: number): boolean {
  const at = bytes.indexOf(92, from)
  const escapes = decoder.decode(bytes.subarray(at, to))
  return escapes === '\\n' || escapes === '\\r\\n'
}

function members(
  bytes: Uint8Array,
  from: number,
  to: number,
  path: (string | number)[],
  found: Walk,
): number {
  const object = bytes[from] === 123
  const closing = object ? 125 : 93
  const seen = new Set<string>()
  let i = skipBlanks(bytes, from + 1, to)
  if (i < to && bytes[i] === closing) return i + 1
  for (let place = 0; ; place++) {
    let key: string | number = place
    if (object) {
      if (bytes[i] !== 34) return -1
      const end = skipString(bytes, i, to)
      if (end < 0 || escaped) return -1
      key = decoder.decode(bytes.subarray(i + 1, end - 1))
      if (seen.has(key)) return -1
      seen.add(key)
      i = skipColon(bytes, end, to)
      if (i < 0) return -1
    }
    path.push(key)
    i = walk(bytes, i, to, path, found)
    path.pop()
    if (i < 0) return -1
    i = skipBlanks(bytes, i, to)
    if (i < to && bytes[i] === closing) return i + 1
    if (i >= to || bytes[i] !== 44) return -1
    i = skipBlanks(bytes, i + 1, to)
  }
}

/** What varies from line to line: a span, and what the kernel reads there. */
export interface Variable extends Omit<TemplatePart, 'constant'> {
  readonly start: number
  readonly end: number
}

/** A template of the line in bytes[from, to), which ends with its line end; the variables in their order. */
export function templateOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  variables: readonly Variable[],
): Template {
  let at = from
  const parts: TemplatePart[] = variables.map(({ start, end, ...part }) => {
    const constant = new Uint8Array(bytes.subarray(at, start))
    at = end
    return { ...part, constant }
  })
  return [...parts, { constant: new Uint8Array(bytes.subarray(at, to)), kind: Part.End }]
}
