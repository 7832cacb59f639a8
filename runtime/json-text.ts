/** JSON text of files that people edit: parsed with errors that say where, and what to do. */

/**
 * JSON.parse with an error for people.
 * @throws {SyntaxError} `line 3, column 7: not JSON: expected …, found …`, with a hint for the usual slips of an editor.
 * Columns count UTF-16 units from 1.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const { at, expected } = firstMistake(text)
    const found =
      at < text.length ? quoted(String.fromCodePoint(text.codePointAt(at)!)) : 'the end of the file'
    const where = `${position(text, at)}: not JSON: expected ${expected}, found ${found}`
    throw new SyntaxError(where + hint(text, at), { cause: error })
  }
}

/** `line 3, column 7` of a place in a text. */
export function position(text: string, at: number): string {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++
    start = end + 1
  }
  return `line ${line}, column ${at - start + 1}`
}

const hints: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'the file is empty or cut off'],
  [/^\ufeff/, 'a byte order mark stands there: save the file as UTF-8 without one'],
  [/^[“”„‟«»‘’‚]/, 'typographic quotes: use the straight "'],
  [/^'/, 'single quotes: use "'],
  [/^(\/\/|\/\*|#)/, 'JSON has no comments'],
  [/^-?(NaN|Infinity)/, 'JSON has no NaN or Infinity'],
  [/^(True|False|None)/, 'JSON writes true, false, null'],
  [/^[\u00a0\u2000-\u200b\u3000]/, 'a special blank: use an ordinary one'],
  [/^[\r\n]/, 'a line break inside a text: is the closing quote missing?'],
]

function hint(text: string, at: number): string {
  const rest = text.slice(at, at + 10)
  const found = hints.find(([pattern]) => pattern.test(rest))
  if (found) return ` (${found[1]})`
  const afterComma = /^[}\]]/.test(rest) && /,\s*$/.test(text.slice(Math.max(0, at - 1000), at))
  return afterComma ? ' (no comma before a closing bracket)' : ''
}

interface Mistake {
  readonly at: number
  readonly expected: string
}

const wanted = {
  value: 'a value',
  item: 'a value or ]',
  key: 'a property name in quotes',
  firstKey: 'a property name in quotes or }',
  colon: ':',
}

/** What the text must go on with; `next`: a comma or a closing bracket. */
type State = keyof typeof wanted | 'next'

/** State after each kind of token; closing brackets and commas depend on what is open and are not listed. */
const follows: Readonly<Record<State, Readonly<Record<string, State>>>> = {
  value: { '{': 'firstKey', '[': 'item', string: 'next', scalar: 'next' },
  item: { '{': 'firstKey', '[': 'item', string: 'next', scalar: 'next' },
  key: { string: 'colon' },
  firstKey: { string: 'colon' },
  colon: { ':': 'value' },
  next: {},
}

/** Where a text stops being JSON. JSON.parse leaves the position out of some messages, and writes them for programmers. */
function firstMistake(text: string): Mistake {
  const open: string[] = []
  let state: State = 'value'
  let at = skipped(text, 0)
  for (;;) {
    const { kind, end, broken } = token(text, at)
    const next = stateAfter(state, kind, open)
    if (next === undefined) return { at, expected: state === 'next' ? wantedNext(open) : wanted[state] }
    if (broken) return { at: end, expected: 'the closing quote or a valid escape' }
    if (kind === '{' || kind === '[') open.push(kind)
    if (kind === '}' || kind === ']') open.pop()
    state = next
    at = skipped(text, end)
  }
}

function stateAfter(state: State, kind: string, open: readonly string[]): State | undefined {
  const inside = open.at(-1)
  if (kind === '}' && inside === '{' && (state === 'next' || state === 'firstKey')) return 'next'
  if (kind === ']' && inside === '[' && (state === 'next' || state === 'item')) return 'next'
  if (kind === ',' && inside && state === 'next') return inside === '{' ? 'key' : 'value'
  return Object.hasOwn(follows[state], kind) ? follows[state][kind] : undefined
}

function wantedNext(open: readonly string[]): string {
  if (open.length === 0) return 'nothing more'
  return open.at(-1) === '{' ? ', or }' : ', or ]'
}

interface Token {
  readonly kind: string
  readonly end: number
  /** A string without its closing quote; it breaks off at `end`. */
  readonly broken?: boolean
}

function token(text: string, at: number): Token {
  if (text[at] === '"') return stringToken(text, at + 1)
  const end = matchEnd(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y, text, at)
  return end > at ? { kind: 'scalar', end } : { kind: text[at] ?? '', end: at + 1 }
}

/** Not one regular expression: a long text would overflow its stack. */
function stringToken(text: string, start: number): Token {
  for (let at = start; ; ) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string.
    const plain = matchEnd(/[^"\\\x00-\x1f]*/y, text, at)
    if (text[plain] === '"') return { kind: 'string', end: plain + 1 }
    at = matchEnd(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y, text, plain)
    if (at === plain) return { kind: 'string', end: plain, broken: true }
  }
}

function skipped(text: string, at: number): number {
  return matchEnd(/[ \t\r\n]*/y, text, at)
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : at
}

/** On one line and short, whatever the file holds. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
