/** Names of columns are data: whoever sends a request chooses them. */
import { batches, batchOf, type Cells } from './batches.ts'
import { type Check, Failure, shown } from './check.ts'
import { difference } from './compare.ts'
import { type AnalyzerSubject, baselineContext, batchRows, monitoringContext, Run } from './run.ts'
import { tabular } from './tables.ts'

const hostile = ['__proto__', 'constructor', '', 'hasOwnProperty', 'n'.repeat(10_240), 'a"b\n\u0000,\\ é🙂']

/** The same values under ordinary and under hostile names; a pair for each column. */
function pairs(): [string, string, Cells][] {
  return Object.values(tabular(5, 300).columns).map((cells, i) => [`feature ${i + 1}`, hostile[i]!, cells])
}

/**
 * The numbers of a result, sorted: renaming columns may move them, not change them. (Names cannot be mapped back, since
 * an analyzer may build keys of them as it likes.)
 */
function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value)
    .flatMap(numbersOf)
    .sort((a, b) => a - b)
}

function columnNames(subject: AnalyzerSubject): undefined {
  const seen = ([name]: readonly [string, Cells], index: number) =>
    subject.analyzer.accepts?.({ name, kind: 'scalar', source: 'data', index }) ?? true
  const results = [0, 1].map((side) => {
    const columns = pairs().map((pair) => [pair[side as 0 | 1], pair[2]] as const)
    const table = {
      name: side ? 'hostile names' : 'ordinary names',
      length: 300,
      meta: {},
      columns: Object.fromEntries(columns),
    }
    const context = monitoringContext(subject, batches(table, batchRows), 300)
    const part = () => new Run(subject, context).update([batchOf(table.columns)])
    part().merge(part()).judge(600)
    const baseline = new Run(subject, baselineContext(subject)).update(batches(table, batchRows))
    // As text, because only own properties reach the file.
    const summary = JSON.parse(JSON.stringify(baseline.judge(300).statistics))
    return { numbers: numbersOf(summary), accepted: columns.map(seen) }
  })
  const [ordinary, renamed] = results as [(typeof results)[0], (typeof results)[0]]
  // Who chooses columns by name has the right to see others.
  if (shown(ordinary.accepted) !== shown(renamed.accepted)) return
  const different =
    ordinary.numbers.length === renamed.numbers.length
      ? difference(ordinary.numbers, renamed.numbers, subject.analyzer.exactness)
      : {
          path: '$',
          expected: `${ordinary.numbers.length} numbers in the statistics`,
          found: `${renamed.numbers.length} of them`,
        }
  if (different)
    throw new Failure({
      given: `columns named ${hostile.map((name) => shown(name.slice(0, 30))).join(', ')} (one of 10 kB)`,
      problem: 'the statistics differ from those of the same columns under ordinary names',
      ...different,
      fix: 'key by name with a Map, and make objects of it with Object.fromEntries, never object[name] = …',
    })
}

export const columnNameChecks: readonly Check<AnalyzerSubject>[] = [
  { id: 'column-names', title: 'any column name is fine', run: columnNames },
]
