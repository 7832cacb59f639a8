/** What an analyzer costs: printed, and compared only with bounds that the author declared. */
import { hrtime } from 'node:process'
import { toJson } from '../state.ts'
import { batches } from './batches.ts'
import { type Check, Failure } from './check.ts'
import { plainProblem } from './plain.ts'
import { type AnalyzerSubject, baselineContext, batchRows, Run, tableOf } from './run.ts'
import { tabular } from './tables.ts'

function cost(subject: AnalyzerSubject): undefined | string {
  const measured = [2_000, 20_000].map((rows) => {
    const list = [...batches(tabular(1, rows), batchRows)]
    const run = new Run(subject, baselineContext(subject))
    const start = hrtime.bigint()
    run.update(list)
    const nanoseconds = Number(hrtime.bigint() - start) / rows
    const bytes = plainProblem(run.state)
      ? Number.NaN
      : Buffer.byteLength(JSON.stringify(toJson(run.state)) ?? '')
    return { rows, bytes, nanoseconds }
  })
  const { bytes, nanoseconds } = measured[1]!
  const limits = subject.settings.bounds ?? {}
  const check = (found: number, limit: number | undefined, path: string, fix: string) => {
    if (limit !== undefined && found > limit)
      throw new Failure({
        given: `${measured[1]!.rows} rows of 6 columns`,
        problem: 'it costs more than its declared bound',
        path,
        expected: `at most ${limit}`,
        found: Math.round(found),
        fix,
      })
  }
  check(bytes, limits.stateBytes, 'bounds.stateBytes', 'use a sketch instead of keeping values')
  check(
    nanoseconds,
    limits.nanosecondsPerRow,
    'bounds.nanosecondsPerRow',
    'loop over classes and numbers; ask for texts rarely',
  )
  const sizes = measured.map((each) => `${(each.bytes / 1000).toFixed(1)} kB after ${each.rows} rows`)
  const idle = reached(subject)
    ? ''
    : '; NO row of the kit changed its statistics, so the checks say little: give rows that it reads as `data`'
  return `state ${sizes.join(', ')} of 6 columns; ${nanoseconds.toFixed(0)} ns per row${idle}`
}

/** False when an analyzer says the same of every table as of nothing, for want of a column that it reads. */
function reached(subject: AnalyzerSubject): boolean {
  const nothing = JSON.stringify(new Run(subject, baselineContext(subject)).summary())
  return Object.keys(subject.tables).some((name) => {
    const run = new Run(subject, baselineContext(subject)).update(batches(tableOf(subject, name), batchRows))
    return JSON.stringify(run.summary()) !== nothing
  })
}

export const costChecks: readonly Check<AnalyzerSubject>[] = [
  { id: 'cost', title: 'cost stays within declared bounds', run: cost },
]
