/**
 * How often an analyzer raises an alarm when nothing changed. Baseline and current data are drawn from one distribution,
 * `runs` times; a run with any violation is an alarm. With K alarms the analyzer fails when an analyzer whose true rate
 * is just the accepted level would have K or more with a probability below 1e-6 (exact upper tail of the binomial
 * distribution). So a correct one fails less than once in a million; with 200 runs and a level of 5 % it takes 28 alarms,
 * and a true rate of 25 % is found with a probability of more than 99.9 %.
 */
import { batches, ownTable, type Table } from './batches.ts'
import { type Check, Failure } from './check.ts'
import { type AnalyzerSubject, batchRows, monitoringContext, Run } from './run.ts'
import { tabular } from './tables.ts'

const certainty = 1e-6

/** The smallest number of alarms in `runs` that a rate of `level` explains with a probability below 1e-6. */
export function mostAlarms(runs: number, level: number): number {
  let tail = 0
  for (let k = runs; k >= 0; k--) {
    tail += Math.exp(logChoose(runs, k) + k * Math.log(level) + (runs - k) * Math.log1p(-level))
    if (tail >= certainty) return k + 1
  }
  return 0
}

function logChoose(n: number, k: number): number {
  let sum = 0
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i)
  return sum
}

function falseAlarms(subject: AnalyzerSubject): undefined | string {
  if (!subject.analyzer.check) return undefined
  const { level = 0.05, runs = 200, rows = 400, data } = subject.settings.falseAlarms ?? {}
  const make = (seed: number): Table => (data ? ownTable('own', data(seed, rows)) : tabular(seed, rows))
  let alarms = 0
  let first: { seed: number; feature_name?: string; description: string } | undefined
  for (let i = 0; i < runs; i++) {
    const seed = 1000 + 2 * i
    const context = monitoringContext(subject, batches(make(seed), batchRows), rows)
    const run = new Run(subject, context).update(batches(make(seed + 1), batchRows))
    const [violation] = run.judge(rows).violations
    if (violation === undefined) continue
    alarms++
    first ??= { seed, ...violation }
  }
  const limit = mostAlarms(runs, level)
  if (alarms < limit) return `${alarms} of ${runs} runs without a change raised an alarm`
  throw new Failure({
    given: `${runs} pairs of ${rows} rows from one distribution; first with seeds ${first?.seed} and ${first!.seed + 1}`,
    problem: `${alarms} of ${runs} runs without any change raise an alarm`,
    path: first!.feature_name ?? '',
    expected: `fewer than ${limit} alarms, for a rate of ${level}`,
    found: first!.description,
    fix: 'suggest limits with room for chance: a few standard errors, or a test whose p-value is compared with the level',
  })
}

export const falseAlarmChecks: readonly Check<AnalyzerSubject>[] = [
  { id: 'false-alarms', title: 'unchanged data rarely raises an alarm', run: falseAlarms },
]
