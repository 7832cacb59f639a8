/** A state is data of its own: plain, apart from the batches that it came from, and complete. */
import type { Batch } from '../batch.ts'
import { fromJson, toJson } from '../state.ts'
import { batches, overwrite } from './batches.ts'
import { type Check, Failure } from './check.ts'
import { difference } from './compare.ts'
import { plainProblem } from './plain.ts'
import { type AnalyzerSubject, batchRows, Run } from './run.ts'
import { expectSame, over, scenarios, snapshot } from './scenarios.ts'

function batchUntouched(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const run = new Run(subject, scenario.context)
    for (const batch of batches(scenario.table, batchRows)) {
      const before = snapshot(contents(batch))
      run.update([batch])
      const different = difference(before, contents(batch))
      if (different)
        throw new Failure({
          given: scenario.given,
          problem: 'update changes the batch',
          ...different,
          fix: 'copy what you want to sort or scale (slice); other analyzers read the same arrays',
        })
    }
  }
}

function contents({ length, columns }: Batch) {
  return { length, columns: columns.map(({ name, classes, numbers }) => ({ name, classes, numbers })) }
}

function batchKept(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const { table, context } = scenario
    const whole = over(scenario, 0, table.length)
    const run = new Run(subject, context)
    for (const batch of batches(table, batchRows)) {
      run.update([batch])
      overwrite(batch)
    }
    const how = 'the arrays of each batch were overwritten after update, as decoders do'
    const fix = 'keep copies (slice), numbers or texts in the state, never an array or column of a batch'
    expectSame(scenario, whole, run, how, 'the state keeps a part of a batch', fix, 'exact')
  }
}

function plainState(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject))
    for (const run of [new Run(subject, scenario.context), over(scenario, 0, scenario.table.length)]) {
      const problem = plainProblem(run.state)
      if (problem)
        throw new Failure({
          given: scenario.given,
          problem: 'the state is not plain data',
          ...problem,
          fix: 'hold numbers, texts, lists, plain objects, Maps and typed arrays; functions over them belong beside the state',
        })
    }
}

function resume(subject: AnalyzerSubject): undefined | string {
  const ways: [string, (state: unknown) => unknown][] = [
    ['toJson and fromJson', (state) => fromJson(JSON.parse(JSON.stringify(toJson(state))))],
    ['structuredClone', structuredClone],
  ]
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    const middle = Math.floor(end / 2 / batchRows) * batchRows
    const whole = over(scenario, 0, end)
    for (const [how, copy] of ways) {
      const run = over(scenario, 0, middle)
      if (plainProblem(run.state)) return 'not checked, because the state is not plain data'
      run.state = copy(run.state)
      run.update(batches(scenario.table, batchRows, middle))
      const fix = 'keep everything in the state, nothing beside it, and no object at two places of it'
      const problem = 'a state that was stored in the middle of a run goes on differently'
      expectSame(scenario, whole, run, `${how} after ${middle} rows`, problem, fix, 'exact')
    }
  }
  return undefined
}

export const stateChecks: readonly Check<AnalyzerSubject>[] = [
  { id: 'plain-state', title: 'state is plain data', run: plainState },
  { id: 'batch-untouched', title: 'update leaves the batch alone', run: batchUntouched },
  { id: 'batch-kept', title: 'state keeps nothing of a batch', run: batchKept },
  { id: 'resume', title: 'state survives storage in the middle of a run', run: resume },
]
