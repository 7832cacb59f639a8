/**
 * The two baseline files of a monitoring run. Other programs write them and people edit them by hand, so nothing in them
 * is trusted and every problem of both is reported at once, before any data is read. Names from the files are looked up
 * in Maps or as own properties only.
 */
import { constants } from 'node:buffer'
import { promises } from 'node:fs'
import { join } from 'node:path'
import type { Constraints, Statistics } from '../contracts/types.generated.ts'
import type { Validator } from '../contracts/validator.ts'
import { isConstraints } from '../contracts/validators/constraints.generated.ts'
import { isStatistics } from '../contracts/validators/statistics.generated.ts'
import { checkConfigs } from './check-config.ts'
import { describe, MonitorError } from './errors.ts'
import { parseJson, position, quoted } from './json-text.ts'
import type { CheckConfig, Json } from './plugin.ts'
import { firstFew, mostProblems, type Problem, schemaProblems } from './schema-problems.ts'

/** Where the baseline files are: a file, or a folder that holds it under its standard name. Both may be absent. */
export interface BaselinePaths {
  readonly constraintsPath?: string
  readonly statisticsPath?: string
  /** True for kinds of job whose files need not have features: those of other programs leave the key out. */
  readonly featureless?: boolean
}

/** What a monitoring run compares with. Both files fit their schemas, and no two features of a file share a name. */
export interface BaselineFiles {
  readonly constraints?: Constraints
  readonly statistics?: Statistics
  /**
   * Settings of the checks of a feature; without a name, or with one the constraints do not list, the dataset's.
   * Later layers win, key by key: `defaultChecks`; the file's `monitoring_config`; of the feature's overrides
   * those inside `string_constraints`, then `num_constraints` (the SDK's place), then the feature's own
   * `monitoring_config_overrides`, then its `monitoringConfigOverrides` (the guide's name). Both names are read in all
   * three places. `linf_simple` and `linf_robust` mean Simple and Robust. When no layer sets
   * `categorical_comparison_threshold`, it is the resolved `comparison_threshold`.
   */
  resolve(feature?: string): CheckConfig
}

/** Bytes of the largest file that is read: 1 GiB, or less where the engine's longest string is shorter (512 MiB in V8). */
export const largestBaseline = Math.min(2 ** 30, constants.MAX_STRING_LENGTH)

/**
 * Reads and checks the files that are named. A UTF-8 byte order mark and keys that the schemas do not name are accepted.
 * @throws {MonitorError} BASELINE_INVALID with the problems of both files, at most 10 schema problems and 10 repeated
 * names of each: missing, a folder without the file, larger than {@link largestBaseline}, not UTF-8, not JSON (line and
 * column), against the schema (path, expected, found).
 */
export async function readBaseline({
  constraintsPath,
  statisticsPath,
  featureless = false,
}: BaselinePaths): Promise<BaselineFiles> {
  const [constraints, statistics] = await Promise.all([
    readOne(constraintsFile, constraintsPath, featureless),
    readOne(statisticsFile, statisticsPath, featureless),
  ])
  const problems = [...constraints.problems, ...statistics.problems]
  if (problems.length > 0) throw new MonitorError('BASELINE_INVALID', problems)
  return {
    ...(constraints.value && { constraints: constraints.value }),
    ...(statistics.value && { statistics: statistics.value }),
    resolve: checkConfigs(constraints.value),
  }
}

/**
 * What one analyzer gets of a baseline file: the whole feature list, and the custom part stored under its
 * `name@version`, when there is one.
 */
export function part<Feature>(
  file: { readonly features: Feature[]; readonly custom?: { readonly analyzers?: object } },
  analyzerKey: string,
): { features: Feature[]; custom?: Json; sections?: Record<string, Json> } {
  const { features, custom } = file
  const own = new Set(['version', 'dataset', 'features', 'monitoring_config', 'custom', 'name'])
  const sections = Object.entries(file).filter(([name]) => !own.has(name))
  const known = {
    features,
    ...(sections.length > 0 ? { sections: Object.fromEntries(sections) as Record<string, Json> } : {}),
  }
  const analyzers = custom?.analyzers
  if (!analyzers || !Object.hasOwn(analyzers, analyzerKey)) return known
  return { ...known, custom: (analyzers as Record<string, Json>)[analyzerKey] }
}

interface FileKind<Type> {
  readonly title: string
  readonly name: string
  /** Under which a folder may hold it instead. */
  readonly otherName?: string
  readonly valid: Validator<Type>
  /** The least that the schema asks for around `features`. */
  readonly frame: object
}

const constraintsFile: FileKind<Constraints> = {
  title: 'Baseline constraints',
  name: 'constraints.json',
  otherName: 'analysis.json',
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

async function readOne<Type>(
  kind: FileKind<Type>,
  path: string | undefined,
  featureless: boolean,
): Promise<Read<Type>> {
  if (path === undefined) return { problems: [] }
  let file = path
  try {
    file = await located(kind, path)
    const parsed = parseJson(await readText(file))
    const value = featureless && isObject(parsed) ? withFeatures(parsed) : parsed
    const problems = [...problemsOf(kind, value), ...repeatedNames(value)]
    if (problems.length === 0) return { value: value as Type, problems }
    return { problems: problems.map((problem) => `${kind.title} ${file}: ${problem}.`) }
  } catch (error) {
    return { problems: [`${kind.title} ${file}: ${reason(error)}.`] }
  }
}

/** A file of another kind of job in the frame of those with features; Clarify's version is a text. */
function withFeatures(file: Record<string, unknown>): Record<string, unknown> {
  const version =
    typeof file['version'] === 'string' ? Number.parseFloat(file['version']) || 0 : file['version']
  return { features: [], ...file, ...(version === undefined ? {} : { version }) }
}

/** The file itself, or the one of the standard name in a folder. */
async function located({ name, otherName }: FileKind<unknown>, path: string): Promise<string> {
  if (!(await promises.stat(path)).isDirectory()) return path
  const names = await promises.readdir(path)
  if (names.includes(name)) return join(path, name)
  if (otherName !== undefined && names.includes(otherName)) return join(path, otherName)
  const others = names.slice(0, 5).map(quoted).join(', ')
  throw new Error(`it is a folder without ${name}${others && `; it holds ${others}`}`)
}

async function readText(file: string): Promise<string> {
  const status = await promises.stat(file)
  if (!status.isFile()) throw new Error('it is not a regular file')
  if (status.size > largestBaseline) {
    throw new Error(`it has ${status.size} bytes; the most that is read is ${largestBaseline}`)
  }
  return decode(await promises.readFile(file))
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

/**
 * Features are validated one by one: the generated validators collect every problem of what they get, and a hostile list
 * could hold millions.
 */
function problemsOf(kind: FileKind<unknown>, value: unknown): string[] {
  if (!isObject(value) || !Array.isArray(value.features)) return schemaProblems(errorsOf(kind, value), value)
  const errors = errorsOf(kind, { ...value, features: [] })
  for (const [i, feature] of value.features.entries()) {
    if (errors.length > mostProblems) break
    errors.push(...featureErrors(kind, feature, i))
  }
  return schemaProblems(errors, value)
}

function errorsOf(kind: FileKind<unknown>, value: unknown): Problem[] {
  return kind.valid(value) ? [] : [...(kind.valid.errors ?? [])]
}

function featureErrors(kind: FileKind<unknown>, feature: unknown, i: number): Problem[] {
  const errors = errorsOf(kind, { ...kind.frame, features: [feature] })
  return errors.map((error) => ({
    ...error,
    instancePath: error.instancePath.replace('/features/0', `/features/${i}`),
  }))
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
