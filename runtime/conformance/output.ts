/** What an analyzer says must fit the report files. */
import type { Validator } from '../../contracts/validator.ts'
import { isConstraints } from '../../contracts/validators/constraints.generated.ts'
import { isStatistics } from '../../contracts/validators/statistics.generated.ts'
import type { Finding, Metric } from '../plugin.ts'
import { batches } from './batches.ts'
import { type Check, Failure } from './check.ts'
import type { Difference } from './compare.ts'
import { type AnalyzerSubject, baselineContext, batchRows, life, Run, tableOf } from './run.ts'

/** Both kinds of run on every table; the current data is of another seed than the baseline. */
function* lives(subject: AnalyzerSubject) {
  for (const name of Object.keys(subject.tables)) {
    const table = tableOf(subject, name)
    yield { name, table, ...life(subject, table, tableOf(subject, name, 2)) }
  }
}

function output(subject: AnalyzerSubject): undefined {
  for (const { name, table, baseline, monitoring } of lives(subject)) {
    const given = `data "${name}"`
    const parts = new Run(subject, baselineContext(subject)).update(batches(table, batchRows)).summary()
    const json = jsonProblem(parts, '$')
    const fix = 'write finite numbers, texts, lists and plain objects only; leave out what has no value'
    if (json)
      throw new Failure({
        given: `${given}, summarize`,
        problem: 'JSON cannot hold the statistics',
        ...json,
        fix,
      })
    for (const { statistics, constraints } of [baseline, monitoring]) {
      const wrong = jsonProblem(constraints, '$')
      if (wrong)
        throw new Failure({
          given: `${given}, suggest`,
          problem: 'JSON cannot hold the constraints',
          ...wrong,
          fix,
        })
      expectValid(isStatistics, statistics, 'statistics', given)
      expectValid(isConstraints, constraints, 'constraints', given)
    }
    checkFeatures(subject, parts['features'] as Feature[] | undefined, given)
  }
}

interface Feature {
  readonly name: string
  readonly custom?: object
}

function checkFeatures(
  { analyzer }: AnalyzerSubject,
  features: readonly Feature[] = [],
  given: string,
): void {
  const names = new Set<string>()
  for (const { name, custom } of features) {
    const path = `$.features[${JSON.stringify(name)}]`
    if (names.has(name))
      throw new Failure({
        given,
        problem: 'a feature comes twice',
        path,
        expected: 'one entry',
        found: 'two',
        fix: 'write one entry per feature',
      })
    names.add(name)
    const foreign = Object.keys(custom ?? {}).find((key) => key !== analyzer.name)
    if (foreign !== undefined)
      throw new Failure({
        given,
        problem: 'a custom statistic could collide with another analyzer’s',
        path: `${path}.custom`,
        expected: `only the key ${analyzer.name}`,
        found: foreign,
        fix: `put it under custom: { '${analyzer.name}': … }`,
      })
  }
}

function expectValid(validator: Validator<unknown>, value: unknown, file: string, given: string): void {
  if (validator(value)) return
  const [first] = validator.errors ?? []
  throw new Failure({
    given,
    problem: `${file}.json breaks its schema: ${first?.message}`,
    path: `$${first?.instancePath.replaceAll('/', '.')}`,
    expected: first?.params,
    found: 'something else',
    fix: `see contracts/${file}.schema.json; numbers of your own go under custom`,
  })
}

/** The first place that JSON cannot hold; undefined properties are left out of files and are fine. */
export function jsonProblem(
  value: unknown,
  path: string,
  above: readonly unknown[] = [],
): Difference | undefined {
  const wrong = { path, expected: 'a JSON value', found: value }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : wrong
  if (typeof value !== 'object' || above.includes(value)) return wrong
  const prototype = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return wrong
  const trail = [...above, value]
  // Array.from shows the holes of a sparse list as undefined.
  const entries = Array.isArray(value)
    ? Array.from(value as unknown[]).map((inner, i): [string, unknown] => [`${path}[${i}]`, inner])
    : Object.entries(value).flatMap(([key, inner]) =>
        inner === undefined ? [] : [[`${path}.${key}`, inner] as const],
      )
  for (const [key, inner] of entries) {
    const problem = jsonProblem(inner, key, trail)
    if (problem) return problem
  }
  return undefined
}

function findings(subject: AnalyzerSubject): undefined {
  for (const { name, monitoring } of lives(subject))
    for (const [i, finding] of monitoring.findings.entries()) {
      const problem = findingProblem(finding)
      if (problem)
        throw new Failure({
          given: `data "${name}" after a baseline of the same kind`,
          problem: 'a finding is malformed',
          ...problem,
          path: `$[${i}].${problem.path}`,
          fix: 'a finding needs feature, check and description, and numbers that are finite; NaN says that there is none',
        })
    }
}

function findingProblem(finding: Finding): Difference | undefined {
  for (const path of ['feature', 'check', 'description'] as const)
    if (typeof finding[path] !== 'string' || (path !== 'feature' && finding[path].trim() === ''))
      return { path, expected: 'a text', found: finding[path] }
  if (!/^[a-z0-9_-]+$/i.test(finding.check))
    return { path: 'check', expected: 'a word such as completeness_check', found: finding.check }
  for (const path of ['value', 'threshold', 'pValue'] as const) {
    const number = finding[path]
    if (number === undefined && path === 'pValue') continue
    if (typeof number !== 'number' || Math.abs(number) === Infinity)
      return { path, expected: 'a finite number, or NaN for none', found: number }
  }
  if (typeof finding.violated !== 'boolean')
    return { path: 'violated', expected: 'true or false', found: finding.violated }
  return undefined
}

function metrics(subject: AnalyzerSubject): undefined {
  for (const { name, baseline, monitoring } of lives(subject))
    for (const [i, metric] of [...baseline.metrics, ...monitoring.metrics].entries()) {
      const problem = metricProblem(metric)
      if (problem)
        throw new Failure({
          given: `data "${name}"`,
          problem: 'a metric cannot be sent',
          ...problem,
          path: `$[${i}].${problem.path}`,
          fix: 'use printable ASCII around the feature’s name, and leave out metrics without a value',
        })
    }
}

function metricProblem({ name, value }: Metric): Difference | undefined {
  if (!/^[ -~]{1,255}$/.test(name) || name.trim() === '')
    return { path: 'name', expected: '1 to 255 printable ASCII characters', found: name }
  const numbers = typeof value === 'number' ? { value } : value
  for (const [path, number] of Object.entries(numbers))
    if (!Number.isFinite(number)) return { path, expected: 'a finite number', found: number }
  return undefined
}

function suggestThenCheck(subject: AnalyzerSubject): undefined {
  for (const name of Object.keys(subject.tables)) {
    const table = tableOf(subject, name)
    const [violation] = life(subject, table).monitoring.violations
    if (violation)
      throw new Failure({
        given: `data "${name}" checked against its own baseline`,
        problem: 'data violates the constraints that were suggested from it',
        path: `$.violations[0] (${violation.feature_name ?? violation.constraint_check_type})`,
        expected: 'no violation',
        found: violation.description,
        fix: 'let suggest choose limits that its own statistics keep, and check compare them the same way',
      })
  }
}

/** The contracts of the report files. */
export const outputChecks: readonly Check<AnalyzerSubject>[] = [
  { id: 'output', title: 'statistics and constraints fit the report files', run: output },
  { id: 'findings', title: 'findings are complete', run: findings },
  { id: 'metrics', title: 'metrics can be sent', run: metrics },
  { id: 'suggest-check', title: 'data meets the constraints suggested from it', run: suggestThenCheck },
]
