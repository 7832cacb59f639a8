/**
 * The two baseline files of a monitoring run. Other programs write them and people edit them by hand, so nothing in them
 * is trusted and every problem of both is reported at once, before any data is read. Names from the files are looked up
 * in Maps or as own properties only.
 */
import { constants } from 'node:buffer'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorObject } from 'ajv'
import type {
  Constraints,
  DistributionConstraints,
  FeatureConstraints,
  MonitoringConfig,
  Statistics,
} from '../contracts/types.generated.ts'
import { isConstraints, isStatistics, type Validator } from '../contracts/validators.generated.ts'
import { describe, MonitorError } from './errors.ts'
import type { CheckConfig, Json } from './plugin.ts'

/** Where the baseline files are: a file, or a folder that holds it under its standard name. Both may be absent. */
export interface BaselinePaths {
  readonly constraintsPath?: string
  readonly statisticsPath?: string
}

/** What a monitoring run compares with. Both files fit their schemas, and no two features of a file share a name. */
export interface BaselineFiles {
  readonly constraints?: Constraints
  readonly statistics?: Statistics
  /**
   * Settings of the checks of a feature; without a name, or with one the constraints do not list, the dataset's.
   * Later layers win, key by key: {@link defaultChecks}; the file's `monitoring_config`; of the feature's overrides
   * those inside `string_constraints`, then `num_constraints` (the SDK's place), then the feature's own
   * `monitoring_config_overrides`, then its `monitoringConfigOverrides` (the guide's name). Both names are read in all
   * three places. `linf_simple` and `linf_robust` mean Simple and Robust. When no layer sets
   * `categorical_comparison_threshold`, it is the resolved `comparison_threshold`.
   */
  resolve(feature?: string): CheckConfig
}

/**
 * Settings where the files are silent.
 * Source: contract/reports.md section 3 (every recorded file; the guide's 0.1 for the first two contradicts them).
 */
export const defaultChecks: CheckConfig = Object.freeze({
  evaluateConstraints: true,
  emitMetrics: true,
  datatypeCheckThreshold: 1,
  domainContentThreshold: 1,
  performComparison: true,
  comparisonThreshold: 0.1,
  comparisonMethod: 'Robust',
  categoricalComparisonThreshold: 0.1,
  categoricalDriftMethod: 'LInfinity',
})

/** Bytes of the largest file that is read: 1 GiB, or less where the engine's longest string is shorter (512 MiB in V8). */
export const largestBaseline = Math.min(2 ** 30, constants.MAX_STRING_LENGTH)

const mostProblems = 10

/**
 * Reads and checks the files that are named. A UTF-8 byte order mark and keys that the schemas do not name are accepted.
 * @throws {MonitorError} BASELINE_INVALID with the problems of both files, at most 10 schema problems and 10 repeated
 * names of each: missing, a folder without the file, larger than {@link largestBaseline}, not UTF-8, not JSON (line and
 * column), against the schema (path, expected, found).
 */
export async function readBaseline({
  constraintsPath,
  statisticsPath,
}: BaselinePaths): Promise<BaselineFiles> {
  const [constraints, statistics] = await Promise.all([
    readOne(constraintsFile, constraintsPath),
    readOne(statisticsFile, statisticsPath),
  ])
  const problems = [...constraints.problems, ...statistics.problems]
  if (problems.length > 0) throw new MonitorError('BASELINE_INVALID', problems)
  return {
    ...(constraints.value && { constraints: constraints.value }),
    ...(statistics.value && { statistics: statistics.value }),
    resolve: resolver(constraints.value),
  }
}

/**
 * What one analyzer gets of a baseline file: the whole feature list, and the custom part stored under its
 * `name@version`, when there is one.
 */
export function part<Feature>(
  file: { readonly features: Feature[]; readonly custom?: { readonly analyzers?: object } },
  analyzerKey: string,
): { features: Feature[]; custom?: Json } {
  const analyzers = file.custom?.analyzers
  if (!analyzers || !Object.hasOwn(analyzers, analyzerKey)) return { features: file.features }
  return { features: file.features, custom: (analyzers as Record<string, Json>)[analyzerKey] }
}

// ── settings ──

function resolver(constraints: Constraints | undefined): (feature?: string) => CheckConfig {
  const features = new Map(constraints?.features.map((feature) => [feature.name, feature]))
  const general = constraints?.monitoring_config
  return (name) => {
    const feature = name === undefined ? undefined : features.get(name)
    return settings([general, ...(feature ? overrides(feature).map(([, layer]) => layer) : [])])
  }
}

const overrideNames = ['monitoring_config_overrides', 'monitoringConfigOverrides'] as const

/** Overrides of a feature with their place below it, in the order in which later ones win. */
function overrides(feature: FeatureConstraints): [place: string, MonitoringConfig][] {
  const places: [string, object | undefined][] = [
    ['/string_constraints', feature.string_constraints],
    ['/num_constraints', feature.num_constraints],
    ['', feature],
  ]
  return places.flatMap(([place, holder]) =>
    overrideNames.flatMap((name): [string, MonitoringConfig][] =>
      isObject(holder) && Object.hasOwn(holder, name)
        ? [[`${place}/${name}`, holder[name] as MonitoringConfig]]
        : [],
    ),
  )
}

function settings(layers: readonly (MonitoringConfig | undefined)[]): CheckConfig {
  const config: MonitoringConfig = layered(layers)
  const distribution: DistributionConstraints = layered(
    layers.map((layer) => layer?.distribution_constraints),
  )
  const comparisonThreshold = distribution.comparison_threshold ?? defaultChecks.comparisonThreshold
  return Object.freeze({
    evaluateConstraints: config.evaluate_constraints !== 'Disabled',
    emitMetrics: config.emit_metrics !== 'Disabled',
    datatypeCheckThreshold: config.datatype_check_threshold ?? defaultChecks.datatypeCheckThreshold,
    domainContentThreshold: config.domain_content_threshold ?? defaultChecks.domainContentThreshold,
    performComparison: distribution.perform_comparison !== 'Disabled',
    comparisonThreshold,
    comparisonMethod: /simple/i.test(distribution.comparison_method ?? '') ? 'Simple' : 'Robust',
    categoricalComparisonThreshold: distribution.categorical_comparison_threshold ?? comparisonThreshold,
    categoricalDriftMethod: distribution.categorical_drift_method ?? defaultChecks.categoricalDriftMethod,
  })
}

/** Not Object.assign, which would let a "__proto__" key of the file set the prototype. */
function layered(layers: readonly (object | undefined)[]): object {
  return Object.fromEntries(layers.flatMap((layer) => Object.entries(layer ?? {})))
}

// ── reading ──

interface FileKind<Type> {
  readonly title: string
  readonly name: string
  readonly valid: Validator<Type>
  /** The least that the schema asks for around `features`. */
  readonly frame: object
}

const constraintsFile: FileKind<Constraints> = {
  title: 'Baseline constraints',
  name: 'constraints.json',
  valid: isConstraints,
  frame: {},
}

const statisticsFile: FileKind<Statistics> = {
  title: 'Baseline statistics',
  name: 'statistics.json',
  valid: isStatistics,
  frame: { version: 0, dataset: { item_count: 0 } },
}

type Read<Type> = { readonly value?: Type; readonly problems: readonly string[] }

async function readOne<Type>(kind: FileKind<Type>, path: string | undefined): Promise<Read<Type>> {
  if (path === undefined) return { problems: [] }
  let file = path
  try {
    file = await located(kind, path)
    const value = parseJson(await readText(file))
    const problems = [...schemaProblems(kind, value), ...repeatedNames(value)]
    if (problems.length === 0) return { value: value as Type, problems }
    return { problems: problems.map((problem) => `${kind.title} ${file}: ${problem}.`) }
  } catch (error) {
    return { problems: [`${kind.title} ${file}: ${reason(error)}.`] }
  }
}

/** The file itself, or the one of the standard name in a folder. */
async function located({ name }: FileKind<unknown>, path: string): Promise<string> {
  if (!(await stat(path)).isDirectory()) return path
  const names = await readdir(path)
  if (names.includes(name)) return join(path, name)
  const others = names.slice(0, 5).map(quoted).join(', ')
  throw new Error(`it is a folder without ${name}${others && `; it holds ${others}`}`)
}

async function readText(file: string): Promise<string> {
  const status = await stat(file)
  if (!status.isFile()) throw new Error('it is not a regular file')
  if (status.size > largestBaseline) {
    throw new Error(`it has ${status.size} bytes; the most that is read is ${largestBaseline}`)
  }
  return decode(await readFile(file))
}

const reasons = new Map([
  ['ENOENT', 'it does not exist; check the input that should bring it'],
  ['ENOTDIR', 'it does not exist: a part of the path is a file'],
  ['EACCES', 'permission denied; the user that the container runs as must be able to read it'],
])

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? describe(error)
}

function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex')
  if (start === 'fffe' || start === 'feff')
    throw new Error('it starts with a UTF-16 byte order mark; save it as UTF-8')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = bytes.toString('utf8')
    throw new Error(`${position(text, text.indexOf('\ufffd'))}: not UTF-8; save it in that encoding`)
  }
}

// ── JSON syntax ──

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

function position(text: string, at: number): string {
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

// ── schema ──

/**
 * Features are validated one by one: the generated validators collect every problem of what they get, and a hostile list
 * could hold millions.
 */
function schemaProblems(kind: FileKind<unknown>, value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value.features)) return listed(errorsOf(kind, value), value)
  const errors = errorsOf(kind, { ...value, features: [] })
  for (const [i, feature] of value.features.entries()) {
    if (errors.length > mostProblems) break
    errors.push(...featureErrors(kind, feature, i))
  }
  return listed(errors, value)
}

type Problem = Pick<ErrorObject, 'instancePath' | 'keyword' | 'params'>

function errorsOf(kind: FileKind<unknown>, value: unknown): Problem[] {
  return kind.valid(value) ? [] : [...(kind.valid.errors ?? [])]
}

function featureErrors(kind: FileKind<unknown>, feature: unknown, i: number): Problem[] {
  const errors = errorsOf(kind, { ...kind.frame, features: [feature] })
  const moved = errors.map((error) => replaceStart(error, '/features/0', `/features/${i}`))
  return kind.valid === isConstraints && isObject(feature) ? [...moved, ...nestedErrors(feature, i)] : moved
}

/** The guide's name in the SDK's place, which the schema does not know. */
function nestedErrors(feature: object, i: number): Problem[] {
  const nested = overrides(feature as FeatureConstraints).filter(([place]) =>
    /^\/\w+\/monitoringC/.test(place),
  )
  return nested.flatMap(([place, layer]) => {
    const errors = errorsOf(constraintsFile, { features: [{ name: '', monitoringConfigOverrides: layer }] })
    return errors.map((error) =>
      replaceStart(error, '/features/0/monitoringConfigOverrides', `/features/${i}${place}`),
    )
  })
}

function replaceStart(error: Problem, from: string, to: string): Problem {
  return { ...error, instancePath: to + error.instancePath.slice(from.length) }
}

function listed(errors: readonly Problem[], root: unknown): string[] {
  // One line per place: of a wrong type and a wrong choice, the later names the choices.
  const texts = new Map(errors.map((error) => [placeOf(error), problemText(error, root)]))
  return firstFew([...texts.values()])
}

function firstFew(problems: readonly string[]): string[] {
  if (problems.length <= mostProblems) return [...problems]
  return [...problems.slice(0, mostProblems), `there are more problems than these ${mostProblems}`]
}

function placeOf({ instancePath, keyword, params }: Problem): string {
  return keyword === 'required' ? `${instancePath}/${params.missingProperty}` : instancePath
}

function problemText(error: Problem, root: unknown): string {
  const place = placeOf(error)
  const keys = place.split('/').slice(1)
  const path = `$${keys.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('')}`
  const name =
    keys[0] === 'features' && keys.length > 2 ? valueAt(root, [...keys.slice(0, 2), 'name']) : undefined
  const where = typeof name === 'string' ? `${path} (feature ${quoted(name)})` : path
  return error.keyword === 'required'
    ? `${where} is missing`
    : `${where}: expected ${expectation(error)}, found ${shown(valueAt(root, keys))}`
}

const typeNames = new Map([
  ['number', 'a number'],
  ['integer', 'an integer'],
  ['string', 'a text'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['array', 'a list'],
])

function expectation({ keyword, params }: Problem): string {
  if (keyword === 'type') return typeNames.get(params.type) ?? String(params.type)
  if (keyword === 'enum')
    return (params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(' or ')
  if (keyword === 'minimum') return `a number not below ${params.limit}`
  if (keyword === 'maximum') return `a number not above ${params.limit}`
  if (keyword === 'maxItems') return `at most ${params.limit} items`
  return keyword
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    root,
  )
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function repeatedNames(value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value.features)) return []
  const first = new Map<string, number>()
  const problems: string[] = []
  for (const [i, feature] of value.features.entries()) {
    if (!isObject(feature) || typeof feature.name !== 'string') continue
    const earlier = first.get(feature.name)
    if (earlier === undefined) first.set(feature.name, i)
    else
      problems.push(
        `$.features[${i}].name: ${quoted(feature.name)} is already the name of $.features[${earlier}]`,
      )
    if (problems.length > mostProblems) break
  }
  return firstFew(problems)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** On one line and short, whatever the file holds. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
