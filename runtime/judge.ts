/** Statistics → suggested constraints and violations, across all analyzers. */
import type { Constraints, Statistics, Violation } from '../contracts/types.generated.ts'
import { isConstraints } from '../contracts/validators/constraints.generated.ts'
import { isStatistics } from '../contracts/validators/statistics.generated.ts'
import { type Analysis, analyzerKey, guard, type LoadedAnalyzer } from './analyze.ts'
import type { BaselineFiles } from './baseline.ts'
import type {
  ConstraintsPart,
  FeatureConstraints,
  FeatureStatistics,
  Finding,
  Metric,
  MonitoringConfig,
  StatisticsPart,
} from './plugin.ts'
import { schemaProblems } from './schema-problems.ts'
import { segmentBaseline, withSegments } from './segment-baseline.ts'
import type { AnalyzersOf, Segments } from './segments.ts'

/** What all analyzers together say. Failed ones are in the analysis' failures. */
export interface Verdict {
  readonly statistics: Statistics
  readonly constraints: Constraints
  readonly findings: readonly Finding[]
  readonly violations: readonly Violation[]
  readonly metrics: readonly Metric[]
  /** Report files of the analyzers, by name. */
  readonly files: ReadonlyMap<string, object | string>
}

/**
 * @param order names of the features in the order of a row
 * @param rows rows analyzed
 * @param verify false: takes what analyzers return as it is, for a caller that examines it itself
 */
export function judge(
  analyzers: readonly LoadedAnalyzer[],
  analysis: Analysis,
  baseline: BaselineFiles,
  order: readonly string[],
  rows: number,
  { verify = true }: { readonly verify?: boolean } = {},
): Verdict {
  const statistics = new Collected<FeatureStatistics>(order)
  const constraints = new Collected<FeatureConstraints>(order)
  const findings: Finding[] = []
  const metrics: Metric[] = []
  const files = new Map<string, object | string>()
  let monitoringConfig: MonitoringConfig | undefined
  for (const loaded of analyzers) {
    const said = consult(loaded, analysis, statistics.sort.bind(statistics), verify)
    if (said === undefined) continue
    guard(analysis, loaded, 'summarize', () => statistics.refuseConflicts(said.part))
    guard(analysis, loaded, 'suggest', () => constraints.refuseConflicts(said.suggested))
    guard(analysis, loaded, 'files', () => refuseFileConflicts(files, said.files))
    if (analysis.failures.has(loaded.analyzer.name)) continue
    const key = analyzerKey(loaded)
    statistics.add(key, said.part)
    constraints.add(key, said.suggested)
    for (const [name, content] of said.files)
      files.set(name, typeof content === 'string' ? content : { ...(files.get(name) as object), ...content })
    monitoringConfig ??= said.suggested.monitoring_config
    findings.push(...said.found)
    metrics.push(...said.measured)
  }
  return {
    statistics: {
      version: 0,
      dataset: { item_count: rows },
      ...statistics.sections(),
      features: statistics.features(),
      ...statistics.custom(),
    },
    constraints: {
      version: 0,
      ...constraints.sections(),
      features: constraints.features(),
      ...(monitoringConfig ? { monitoring_config: monitoringConfig } : {}),
      ...constraints.custom(),
    },
    findings,
    violations: findings
      .filter(({ violated, feature }) => violated && baseline.resolve(feature).evaluateConstraints)
      .map(violation),
    metrics,
    files,
  }
}

/** What one analyzer says. */
interface Said {
  readonly part: StatisticsPart
  readonly suggested: ConstraintsPart
  readonly found: Finding[]
  readonly measured: Metric[]
  readonly files: Map<string, object | string>
}

/** Everything that an analyzer says, or nothing when any of its methods fails: a section is whole or it is not there. */
function consult(
  loaded: LoadedAnalyzer,
  analysis: Analysis,
  sort: (features: readonly FeatureStatistics[]) => FeatureStatistics[],
  verify: boolean,
): Said | undefined {
  const { analyzer, options, context } = loaded
  const part = guard(analysis, loaded, 'summarize', () => {
    const summary: StatisticsPart = analyzer.summarize(analysis.states.get(analyzer.name))
    if (verify) verifyStatistics(summary)
    const features = summary.features && { features: Object.freeze(sort(summary.features)) }
    return Object.freeze({ ...summary, ...features }) as StatisticsPart
  })
  const suggested = guard(analysis, loaded, 'suggest', () => {
    const constraints: ConstraintsPart = analyzer.suggest?.(part, options, context) ?? {}
    if (verify) verifyConstraints(constraints)
    return { ...constraints }
  })
  const found = guard(analysis, loaded, 'check', () => {
    const list = (context.baseline && analyzer.check?.(part, context.baseline, options, context)) ?? []
    return verify ? checked(list) : list
  })
  const measured = guard(analysis, loaded, 'metrics', () => {
    const list = analyzer.metrics?.(part, found ?? []) ?? []
    return verify ? counted(list) : list
  })
  const files = guard(analysis, loaded, 'files', () =>
    ownFiles(analyzer.files?.(part, analysis.states.get(analyzer.name)) ?? {}),
  )
  return part && suggested && found && measured && files && { part, suggested, found, measured, files }
}

/** Names that the host writes itself. */
const reserved = new Set(['statistics.json', 'constraints.json', 'constraint_violations.json', 'run.json'])

/** A name with at most one folder; the host keeps `segments` for itself. */
const fileName = /^(?!segments\/)([a-z0-9][a-z0-9_-]*\/)?[a-z0-9][a-z0-9_.-]*\.(json|jsonl|csv|txt)$/i

function ownFiles(files: Record<string, object | string>): Map<string, object | string> {
  requireObject(files)
  for (const [name, content] of Object.entries(files)) {
    if (!fileName.test(name) || reserved.has(name))
      throw new Error(
        `${JSON.stringify(name)} is no name for a report file of its own: expected like analysis.json or rows/worst.csv`,
      )
    if (/\.json$/i.test(name)) {
      requireObject(content)
      requireJson(content, name)
    } else if (typeof content !== 'string')
      throw new Error(`${name} is no text: only files named .json are made from objects`)
  }
  return new Map(Object.entries(files))
}

/** @throws Error when another analyzer wrote the same text file, or the same key of a JSON file */
function refuseFileConflicts(
  known: ReadonlyMap<string, object | string>,
  files: ReadonlyMap<string, object | string>,
): void {
  for (const [name, content] of files) {
    const there = known.get(name)
    if (there === undefined) continue
    if (typeof content === 'string') throw new Error(`another analyzer wrote ${name}`)
    for (const [key, value] of Object.entries(content)) {
      const other = (there as Record<string, unknown>)[key]
      if (other !== undefined && JSON.stringify(other) !== JSON.stringify(value))
        throw new Error(`another analyzer wrote ${key} of ${name}`)
    }
  }
}

function violation({ feature, check, description, value, threshold, pValue, subject }: Finding): Violation {
  return {
    ...(subject ?? { feature_name: feature }),
    constraint_check_type: check,
    description,
    ...(Number.isFinite(value) ? { value } : {}),
    ...(Number.isFinite(threshold) ? { threshold } : {}),
    ...(pValue !== undefined && Number.isFinite(pValue) ? { p_value: pValue } : {}),
  }
}

/** @throws Error when a part does not fit statistics.json */
function verifyStatistics(part: StatisticsPart): void {
  requireObject(part)
  const { features = [], custom, sections } = part
  requireSections(sections, ['version', 'dataset', 'features', 'custom'])
  const file = { version: 0, dataset: { item_count: 0 }, features }
  if (!isStatistics(file))
    throw new Error(
      `returned what does not fit statistics.json: ${schemaProblems(isStatistics.errors, file).join('; ')}`,
    )
  requireJson({ features, custom, sections }, 'statistics')
}

/** @throws Error when a part does not fit constraints.json */
function verifyConstraints(part: ConstraintsPart): void {
  requireObject(part)
  const { features = [], monitoring_config, custom, sections } = part
  requireSections(sections, ['version', 'features', 'monitoring_config', 'custom'])
  const file = { version: 0, features, ...(monitoring_config ? { monitoring_config } : {}) }
  if (!isConstraints(file))
    throw new Error(
      `returned what does not fit constraints.json: ${schemaProblems(isConstraints.errors, file).join('; ')}`,
    )
  requireJson({ features, monitoring_config, custom, sections }, 'constraints')
}

/** @throws Error when a section would take the place of a key of the file */
function requireSections(sections: object | undefined, taken: readonly string[]): void {
  if (sections === undefined) return
  requireObject(sections)
  const key = taken.find((name) => Object.hasOwn(sections, name))
  if (key !== undefined) throw new Error(`wrote the section ${key}, which is the host's`)
}

/** A promise or a text would do for an object without any of the keys. */
function requireObject(part: unknown): void {
  if (!isPlainObject(part)) throw new Error(`must return an object, not ${kindOf(part)}`)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? `a ${value.constructor?.name}` : `a ${typeof value}`
}

/** Refuses findings that no report can hold. */
function checked(findings: Finding[]): Finding[] {
  if (!Array.isArray(findings)) throw new Error('must return a list of findings')
  for (const [i, finding] of findings.entries()) {
    const { feature, check, description, violated, value, threshold, pValue } = finding
    const texts = [feature, check, description].every((text) => typeof text === 'string')
    if (!texts || typeof violated !== 'boolean')
      throw new Error(`finding ${i} needs the texts feature, check and description, and violated`)
    if ([value, threshold, pValue ?? 0].some((number) => typeof number !== 'number'))
      throw new Error(`finding ${i} needs numbers for value and threshold; NaN where there is none`)
  }
  return findings.map((finding) => Object.freeze({ ...finding }))
}

function counted(metrics: Metric[]): Metric[] {
  if (!Array.isArray(metrics)) throw new Error('must return a list of metrics')
  for (const [i, { name, value, feature }] of metrics.entries()) {
    const numbers =
      typeof value === 'object' && value !== null
        ? [value.sampleCount, value.sum, value.minimum, value.maximum]
        : [value]
    if (typeof name !== 'string' || !numbers.every((number) => typeof number === 'number'))
      throw new Error(`metric ${i} needs a name and a value`)
    if (feature !== undefined && typeof feature !== 'string')
      throw new Error(`metric ${i}: feature must be a text`)
  }
  return metrics
}

/**
 * Freezes the value, so that what was verified is what is reported, whatever the analyzer's next method does.
 * @throws Error naming the place of what JSON cannot hold
 */
function requireJson(value: unknown, path: string): void {
  freezeJson(value, [path])
}

/** @param trail name of the whole, and keys and positions down to the value: put together only for a message */
function freezeJson(value: unknown, trail: (string | number)[]): void {
  if (trail.length > 201) throw new Error(`${placeOf(trail)} is nested too deeply`)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${placeOf(trail)} is ${value}, which JSON cannot hold`)
  } else if (Array.isArray(value)) {
    // A sketch is thousands of numbers: they are looked at before freezing, which makes an object of each.
    if (!isFiniteNumbers(value)) for (let i = 0; i < value.length; i++) freezeInside(value[i], i, trail)
    Object.freeze(value)
  } else if (isPlainObject(value)) {
    const object = Object.freeze(value) as Readonly<Record<string, unknown>>
    // Not by entries: the thousands of objects of a report would come with an array for each key.
    for (const key of Object.keys(object))
      if (object[key] !== undefined) freezeInside(object[key], key, trail)
  } else throw new Error(`${placeOf(trail)} is ${kindOf(value)}, which JSON cannot hold`)
}

function freezeInside(value: unknown, key: string | number, trail: (string | number)[]): void {
  trail.push(key)
  freezeJson(value, trail)
  trail.pop()
}

function isFiniteNumbers(array: readonly unknown[]): boolean {
  // The engine's own loop, which is fast from the first call; it skips the holes of a sparse array.
  return array.every(Number.isFinite) && !array.includes(undefined)
}

function placeOf([whole, ...keys]: readonly (string | number)[]): string {
  return `${whole}${keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}`
}

/** The verdict on the whole, with those on its segments inside. */
export interface Judgement extends Verdict {
  readonly segments: readonly { readonly name: string; readonly rows: number; readonly verdict: Verdict }[]
  /** What failed, each with the analyzer's name and the reason. */
  readonly failures: readonly string[]
}

/** Judges each segment, and puts its parts and violations beside those of the whole. */
export function judgeSegments(
  whole: Verdict,
  analysis: Analysis,
  segments: Segments,
  analyzersOf: AnalyzersOf,
  baseline: BaselineFiles,
  order: readonly string[],
): Judgement {
  const names = [...segments.keys()].sort()
  const failures = failuresOf(analysis, '')
  const verdicts = names.map((name) => {
    const segment = segments.get(name)!
    const verdict = judge(
      analyzersOf(name),
      segment.analysis,
      segmentBaseline(baseline, name),
      order,
      segment.rows,
    )
    failures.push(...failuresOf(segment.analysis, ` in segment ${JSON.stringify(name)}`))
    return { name, rows: segment.rows, verdict }
  })
  const violations = verdicts.flatMap(({ name, verdict }) =>
    verdict.violations.map((found) => ({ ...found, segment: name })),
  )
  return {
    ...whole,
    statistics: withSegments(
      whole.statistics,
      verdicts.map(({ name, verdict }) => ({ name, file: verdict.statistics })),
    ),
    constraints: withSegments(
      whole.constraints,
      verdicts.map(({ name, verdict }) => ({ name, file: verdict.constraints })),
    ),
    violations: [...whole.violations, ...violations],
    segments: verdicts,
    failures,
  }
}

function failuresOf({ failures }: Analysis, where: string): string[] {
  return [...failures].map(([name, error]) => `analyzer ${name}${where}: ${error}`)
}

/** What an analyzer writes into one file. */
interface Part<Feature> {
  readonly features?: readonly Feature[]
  readonly custom?: unknown
  readonly sections?: { readonly [name: string]: unknown }
}

/** Parts of one file by feature name; the features come out in the order of a row, others behind them. */
class Collected<Feature extends { name: string; custom?: object }> {
  readonly #rank: ReadonlyMap<string, number>
  readonly #features = new Map<string, Feature>()
  readonly #custom = new Map<string, unknown>()
  readonly #sections = new Map<string, unknown>()

  constructor(order: readonly string[]) {
    this.#rank = new Map(order.map((name, i) => [name, i]))
  }

  /** @throws Error when a feature is there twice, or has a key that another analyzer wrote */
  refuseConflicts({ features = [], sections = {} }: Part<Feature>): void {
    for (const name of Object.keys(sections))
      if (this.#sections.has(name)) throw new Error(`another analyzer wrote the section ${name}`)
    const names = new Set<string>()
    for (const feature of features) {
      const place = `feature ${JSON.stringify(feature.name)}`
      if (names.has(feature.name)) throw new Error(`${place} is there twice`)
      names.add(feature.name)
      const known = this.#features.get(feature.name)
      for (const name of Object.keys(feature))
        if (known && name !== 'name' && name !== 'custom' && Object.hasOwn(known, name))
          throw new Error(`another analyzer wrote ${name} of ${place}`)
      for (const name of Object.keys(feature.custom ?? {}))
        if (Object.hasOwn(known?.custom ?? {}, name))
          throw new Error(`another analyzer wrote custom.${name} of ${place}`)
    }
  }

  /** Takes in the part of one analyzer, which has no conflicts. */
  add(key: string, { features = [], custom, sections = {} }: Part<Feature>): void {
    for (const [name, section] of Object.entries(sections)) this.#sections.set(name, section)
    for (const feature of features) {
      const known = this.#features.get(feature.name)
      this.#features.set(feature.name, {
        ...known,
        ...feature,
        ...(known?.custom || feature.custom ? { custom: { ...known?.custom, ...feature.custom } } : {}),
      })
    }
    if (custom !== undefined) this.#custom.set(key, custom)
  }

  sort(features: readonly Feature[]): Feature[] {
    const rank = ({ name }: Feature) => this.#rank.get(name) ?? this.#rank.size
    return [...features].sort((a, b) => rank(a) - rank(b))
  }

  features(): Feature[] {
    return this.sort([...this.#features.values()])
  }

  sections(): Record<string, unknown> {
    return Object.fromEntries(this.#sections)
  }

  custom(): { custom?: { analyzers: Record<string, unknown> } } {
    return this.#custom.size > 0 ? { custom: { analyzers: Object.fromEntries(this.#custom) } } : {}
  }
}
