/** `byom diff`: two folders of reports, ours and the original's or any two, value by value. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, MonitorError } from '../errors.ts'
import { readJsonFile } from '../json-file.ts'
import { byKey, Comparison, type Difference, isObject, type Json, union } from './comparison.ts'
import { compareConstraints } from './constraints.ts'
import { compareStatistics } from './statistics.ts'
import { compareViolations } from './violations.ts'
import { walk } from './walk.ts'

/** What a comparison of two folders found. */
export interface Result {
  /** True when nothing differs beyond its tolerance. */
  readonly same: boolean
  /** Values that were compared, by file. */
  readonly compared: Readonly<Record<string, number>>
  /** Everything that is not equal, what counts first. */
  readonly differences: readonly Difference[]
}

const names = ['statistics.json', 'constraints.json', 'constraint_violations.json', 'analysis.json'] as const
type Files = Readonly<Record<(typeof names)[number] | 'run.json', Json | undefined>>

/**
 * Compares two report folders.
 * @param digits decimals that one side may have been rounded to; undefined: neither was
 * @throws MonitorError SOURCE_UNREADABLE, BASELINE_INVALID naming the problems of both folders
 */
export async function compareFolders(a: string, b: string, digits?: number): Promise<Result> {
  const problems: string[] = []
  const [left, right] = [await readFolder(a, problems), await readFolder(b, problems)]
  if (problems.length > 0) throw new MonitorError('BASELINE_INVALID', problems)
  const comparison = new Comparison(digits)
  const [one, other] = [left, right].map((files) => ({
    statistics: files['statistics.json'],
    constraints: files['constraints.json'],
    violations: files['constraint_violations.json'],
  })) as [Parameters<typeof compareViolations>[1], Parameters<typeof compareViolations>[1]]
  for (const file of names)
    if (both(comparison, file, left[file], right[file])) {
      if (file === 'statistics.json') compareStatistics(comparison, left[file]!, right[file]!)
      else if (file === 'constraints.json') compareConstraints(comparison, left[file]!, right[file]!)
      else if (file === 'constraint_violations.json') compareViolations(comparison, one, other)
      else walk(comparison, { file }, [], left[file], right[file])
    }
  if (comparison.compared.size === 0 && comparison.differences.length === 0)
    throw new MonitorError(
      'BASELINE_INVALID',
      `there is nothing to compare: the reports of ${a} and ${b} hold no value.`,
    )
  compareRuns(comparison, left['run.json'], right['run.json'])
  const rank = { different: 0, extra: 1, tolerated: 2 } as const
  const differences = comparison.differences.toSorted((x, y) => rank[x.verdict] - rank[y.verdict])
  return {
    same: differences.every(({ verdict }) => verdict !== 'different'),
    compared: Object.fromEntries(comparison.compared),
    differences,
  }
}

/** True when both sides have the file; says so when only one has. */
function both(comparison: Comparison, file: string, a: Json | undefined, b: Json | undefined): boolean {
  if (a && b) return true
  if (!a && !b) return false
  const having = (a ?? b)!
  const place = { file, where: '' }
  const [left, right] = [a && 'present', b && 'present']
  const violations = having['violations']
  if (file === 'constraint_violations.json' && Array.isArray(violations) && violations.length === 0)
    comparison.extra(place, left, right, 'no violations: some containers write no file then')
  else comparison.different(place, left, right, `the file is only in ${a ? 'A' : 'B'}`)
  return false
}

/** run.json is ours and never decides; where both have one it says how the two runs differ. */
function compareRuns(comparison: Comparison, a: Json | undefined, b: Json | undefined): void {
  if (!a || !b) return
  const [countsA, countsB] = [a, b].map(({ counts }) => (isObject(counts) ? counts : {})) as [Json, Json]
  const say = (where: string, left: unknown, right: unknown) => {
    if (left !== right)
      comparison.extra({ file: 'run.json', where }, left, right, 'what the two runs read and how')
  }
  for (const key of union(Object.keys(countsA), Object.keys(countsB)))
    if (!isObject(countsA[key])) say(`counts.${key}`, countsA[key], countsB[key])
  const [left, right] = [byKey(a['rejected'], 'code'), byKey(b['rejected'], 'code')]
  for (const code of union(left.keys(), right.keys()))
    say(`rejected.${code}`, left.get(code)?.['count'], right.get(code)?.['count'])
}

async function readFolder(folder: string, problems: string[]): Promise<Files> {
  const present = await readdir(folder).catch((error: unknown) => {
    throw new MonitorError(
      'SOURCE_UNREADABLE',
      `the folder "${folder}" cannot be listed: ${describe(error)}.`,
      {
        cause: error,
      },
    )
  })
  const read = async (name: string): Promise<Json | undefined> => {
    if (!present.includes(name)) return undefined
    try {
      const value = await readJsonFile(join(folder, name))
      if (isObject(value)) return value
      problems.push(`${join(folder, name)}: expected an object.`)
    } catch (error) {
      problems.push(`${join(folder, name)}: ${describe(error)}.`)
    }
    return undefined
  }
  if (!names.some((name) => present.includes(name)))
    problems.push(`${folder} holds none of ${names.join(', ')}: name a folder with the reports of a job.`)
  return {
    'statistics.json': await read('statistics.json'),
    'constraints.json': await read('constraints.json'),
    // Two pages of the original's guide spell it with an s.
    'constraint_violations.json':
      (await read('constraint_violations.json')) ?? (await read('constraints_violations.json')),
    'analysis.json': await read('analysis.json'),
    'run.json': await read('run.json'),
  }
}
