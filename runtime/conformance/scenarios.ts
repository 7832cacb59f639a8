/** What the laws are tried on: every table, as a baseline run and as a monitoring run. */
import type { Context, Exactness } from '../plugin.ts'
import { batches, type Table } from './batches.ts'
import { Failure } from './check.ts'
import { difference } from './compare.ts'
import { type AnalyzerSubject, baselineContext, batchRows, monitoringContext, Run, tableOf } from './run.ts'

/** Data and kind of run that a law is tried on. */
export interface Scenario {
  readonly subject: AnalyzerSubject
  readonly table: Table
  readonly context: Context
  readonly given: string
}

/** Extremes are for exact analyzers: sums of the largest doubles have no meaning within any tolerance. */
export function* scenarios(subject: AnalyzerSubject): Generator<Scenario> {
  for (const name of Object.keys(subject.tables)) {
    if (name === 'extreme' && subject.analyzer.exactness !== 'exact') continue
    const table = tableOf(subject, name)
    const reference = tableOf(subject, name, 2)
    const baseline = monitoringContext(subject, batches(reference, batchRows), reference.length)
    for (const context of [baselineContext(subject), baseline])
      yield { subject, table, context, given: `data "${name}" (${table.length} rows), ${context.run} run` }
  }
}

/** A fresh run over the rows [from, to). */
export function over({ subject, context, table }: Scenario, from: number, to: number, rows = batchRows): Run {
  return new Run(subject, context).update(batches(table, rows, from, to))
}

/** @throws Failure when the two runs say something different */
export function expectSame(
  { subject, given }: Scenario,
  expected: Run,
  found: Run,
  how: string,
  problem: string,
  fix: string,
  exactness: Exactness = subject.analyzer.exactness,
): void {
  const different = difference(expected.summary(), found.summary(), exactness, subject.settings)
  if (different) throw new Failure({ given: `${given}; ${how}`, problem, ...different, fix })
}

/** A copy to compare with later; of what cannot be cloned, as much as JSON shows. */
export function snapshot(state: unknown): unknown {
  try {
    return structuredClone(state)
  } catch {
    return JSON.stringify(state, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
  }
}
