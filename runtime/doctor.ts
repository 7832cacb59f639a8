/** `byom doctor`: reads an output folder, ours or another container's, the way the platform's readers do. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Constraints, ConstraintViolations, Statistics } from '../contracts/types.generated.ts'
import type { Validator } from '../contracts/validator.ts'
import { isConstraintViolations } from '../contracts/validators/constraint_violations.generated.ts'
import { isConstraints } from '../contracts/validators/constraints.generated.ts'
import { isMetricLine } from '../contracts/validators/metrics.generated.ts'
import { isStatistics } from '../contracts/validators/statistics.generated.ts'
import { describe, MonitorError } from './errors.ts'
import { parseJson } from './json-text.ts'
import { schemaProblems } from './schema-problems.ts'

/** Something a reader will stumble over (`error`) or may misread (`warning`). */
export interface Diagnosis {
  readonly file: string
  readonly level: 'error' | 'warning'
  readonly text: string
}

/** Texts that scripts in use look for, by check (patterns of recorded outputs). */
const recordedTexts: Readonly<Record<string, RegExp>> = {
  data_type_check:
    /^Data type match requirement is not met\. Expected data type: \w+, Expected match: [\d.E-]+%\. Observed: Only [\d.E-]+% of data is \w+\.$/,
  baseline_drift_check: /distance: (.+) exceeds threshold: (.+)/,
  LessThanThreshold: /^Metric \w+ with [\d.E-]+ \+\/- ([\d.E-]+|NaN) was LessThanThreshold '[\d.E-]+'$/,
  GreaterThanThreshold: /^Metric \w+ with [\d.E-]+ \+\/- ([\d.E-]+|NaN) was GreaterThanThreshold '[\d.E-]+'$/,
  bias_drift_check:
    /^Metric value (-?[\d.E-]+|-?Infinity) doesn't meet the baseline constraint requirement (-?[\d.E-]+|-?Infinity)$/,
  feature_attribution_drift_check: /^Feature attribution drift [\d.E-]+ exceeds threshold [\d.E-]+$/,
}

const checkTypes = [
  'data_type_check',
  'completeness_check',
  'baseline_drift_check',
  'missing_column_check',
  'extra_column_check',
  'categorical_values_check',
  'LessThanThreshold',
  'GreaterThanThreshold',
  'bias_drift_check',
  'feature_attribution_drift_check',
]

/**
 * Examines a folder.
 * @throws MonitorError SOURCE_UNREADABLE when it is not a folder
 */
export async function examine(folder: string): Promise<Diagnosis[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    throw new MonitorError('SOURCE_UNREADABLE', `${folder} cannot be listed: ${describe(error)}.`, {
      cause: error,
    })
  }
  const found: Diagnosis[] = []
  const say = (file: string, level: Diagnosis['level'], text: string) => found.push({ file, level, text })
  const statistics = await readReport(folder, names, 'statistics.json', isStatistics, say)
  const constraints = await readReport(folder, names, 'constraints.json', isConstraints, say)
  const violations = await readReport(
    folder,
    names,
    'constraint_violations.json',
    isConstraintViolations,
    say,
  )
  if (statistics) examineStatistics(statistics, say)
  if (constraints) examineConstraints(constraints, statistics, say)
  if (violations) examineViolations(violations, say)
  if (names.includes('constraints_violations.json'))
    say(
      'constraints_violations.json',
      'error',
      'readers look for constraint_violations.json (without the s): rename it',
    )
  if (!statistics && !constraints && !violations)
    say(folder, 'error', 'holds none of statistics.json, constraints.json, constraint_violations.json')
  for (const name of names) await examineOther(folder, name, say)
  return found
}

type Say = (file: string, level: Diagnosis['level'], text: string) => void

async function readReport<T>(
  folder: string,
  names: readonly string[],
  name: string,
  validator: Validator<T>,
  say: Say,
): Promise<T | undefined> {
  if (!names.includes(name)) return undefined
  try {
    const value = withFeatures(parseJson(await readFile(join(folder, name), 'utf8')))
    if (validator(value)) return value
    for (const problem of schemaProblems(validator.errors, value)) say(name, 'error', problem)
  } catch (error) {
    say(name, 'error', describe(error))
  }
  return undefined
}

/** Files of model quality jobs may have no features. */
function withFeatures(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return isOfOtherKind(value) ? { features: [], ...value } : value
}

/** Whether a file is of a job that is not about data quality. */
function isOfOtherKind(file: object): boolean {
  return Object.keys(file).some((key) => /_(metrics|constraints)$|^explanations$/.test(key))
}

function examineStatistics({ dataset, features }: Statistics, say: Say): void {
  const file = 'statistics.json'
  repeated(
    file,
    features.map(({ name }) => name),
    say,
  )
  for (const { name, inferred_type, numerical_statistics: numbers, string_statistics: texts } of features) {
    const who = `feature ${JSON.stringify(name)}`
    if (!numbers && !texts)
      say(file, 'error', `${who} has neither numerical_statistics nor string_statistics: charts skip it`)
    if (!inferred_type) say(file, 'warning', `${who} has no inferred_type`)
    const numeric = inferred_type === 'Integral' || inferred_type === 'Fractional'
    if (inferred_type && numeric && !numbers)
      say(file, 'error', `${who} is ${inferred_type} without numerical_statistics`)
    const common = (numbers ?? texts)?.common
    if (common && common.num_present + common.num_missing !== dataset.item_count) {
      say(
        file,
        'warning',
        `${who}: num_present + num_missing is ${common.num_present + common.num_missing}, item_count is ${dataset.item_count}`,
      )
    }
    const kll = numbers?.distribution?.kll
    if (numbers && !kll)
      say(file, 'warning', `${who} has no kll distribution: a monitoring run cannot compute its drift`)
    if (kll && kll.buckets?.length !== 10)
      say(file, 'warning', `${who} has ${kll.buckets?.length ?? 0} buckets; charts draw ten`)
  }
}

function examineConstraints(constraints: Constraints, statistics: Statistics | undefined, say: Say): void {
  const file = 'constraints.json'
  const { features, monitoring_config } = constraints
  repeated(
    file,
    features.map(({ name }) => name),
    say,
  )
  if (!monitoring_config && !isOfOtherKind(constraints))
    say(file, 'warning', 'has no monitoring_config: the defaults apply')
  const names = new Set(statistics?.features.map(({ name }) => name))
  if (statistics)
    for (const { name } of features)
      if (!names.has(name)) say(file, 'warning', `feature ${JSON.stringify(name)} is not in statistics.json`)
}

function examineViolations({ violations }: ConstraintViolations, say: Say): void {
  const file = 'constraint_violations.json'
  for (const [i, { constraint_check_type: check, description }] of violations.entries()) {
    if (!checkTypes.includes(check))
      say(
        file,
        'warning',
        `violations[${i}]: ${JSON.stringify(check)} is not one of the standard checks; dashboards may not know it`,
      )
    const pattern = recordedTexts[check]
    if (pattern && !pattern.test(description))
      say(
        file,
        'warning',
        `violations[${i}]: scripts in use parse the text of a ${check} with ${pattern}, which this one does not match: ${JSON.stringify(description.slice(0, 120))}`,
      )
  }
}

function repeated(file: string, names: readonly string[], say: Say): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) say(file, 'error', `names feature ${JSON.stringify(name)} twice`)
    seen.add(name)
  }
}

/** Metric lines and exit messages that lie in the folder. */
async function examineOther(folder: string, name: string, say: Say): Promise<void> {
  const path = join(folder, name)
  const status = await stat(path).catch(() => undefined)
  if (!status?.isFile()) return
  if (/^\.byom-.*\.tmp$/.test(name)) say(name, 'warning', 'is left over from a run that was killed')
  if (/metric.*\.jsonl$/i.test(name)) await examineMetrics(path, say)
  if (name === 'message') await examineMessage(path, say)
}

async function examineMetrics(path: string, say: Say): Promise<void> {
  const file = basename(path)
  for (const [i, line] of (await readFile(path, 'utf8')).trimEnd().split('\n').entries()) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      say(file, 'error', `line ${i + 1} is not JSON: the file holds one object a line, not indented`)
      return
    }
    if (!isMetricLine(value))
      for (const problem of schemaProblems(isMetricLine.errors, value))
        say(file, 'error', `line ${i + 1}: ${problem}`)
    else if ((value.Value === undefined) === (value.StatisticValues === undefined))
      say(file, 'error', `line ${i + 1}: needs Value or StatisticValues, and not both`)
  }
}

async function examineMessage(path: string, say: Say): Promise<void> {
  const bytes = await readFile(path)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (bytes.length > 1024)
      say('message', 'warning', `has ${bytes.length} bytes; the platform shows the first 1024`)
    if (!/^(Completed|CompletedWithViolations|Failed)\b/.test(text))
      say(
        'message',
        'warning',
        'does not start with Completed: or CompletedWithViolations: — the execution status is taken from there',
      )
  } catch {
    say('message', 'error', 'is not UTF-8: the platform fails the job')
  }
}
