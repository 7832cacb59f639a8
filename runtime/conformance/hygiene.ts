/** Purity: an analyzer is a function of its rows, its options and its context, and leaves all three alone. */
import type { Batch } from '../batch.ts'
import { batches, type ColumnData, cut, emptied, type Table } from './batches.ts'
import { type Check, deepFreeze, Failure, thrownText } from './check.ts'
import { forbiddenCalls } from './clock.ts'
import { difference } from './compare.ts'
import {
  type AnalyzerSubject,
  baselineContext,
  batchRows,
  life,
  monitoringContext,
  Run,
  tableOf,
} from './run.ts'

const names = (subject: AnalyzerSubject) => Object.keys(subject.tables)

function untouchedArguments(subject: AnalyzerSubject): undefined {
  for (const name of names(subject)) {
    const table = tableOf(subject, name)
    const reference = monitoringContext(subject, batches(table, batchRows), table.length)
    for (const context of [deepFreeze(baselineContext(subject)), deepFreeze(reference)]) {
      let method = 'init, update or summarize'
      try {
        const { analyzer } = subject
        const options = deepFreeze(structuredClone(subject.options))
        const run = new Run(subject, context, options).update(batches(table, batchRows))
        const statistics = deepFreeze(run.summary())
        method = 'suggest'
        analyzer.suggest?.(statistics, options, context)
        method = 'check'
        const found = context.baseline && analyzer.check?.(statistics, context.baseline, options, context)
        method = 'metrics'
        analyzer.metrics?.(statistics, deepFreeze(found ?? []))
      } catch (error) {
        throw new Failure({
          given: `data "${name}", ${context.run} run; options, context, statistics and findings are frozen`,
          problem: `${method} changes what it is given: ${thrownText(error)}`,
          fix: 'copy before sorting or completing: { ...options }, toSorted()',
          cause: error,
        })
      }
    }
  }
}

function deterministic(subject: AnalyzerSubject): undefined {
  for (const name of names(subject)) {
    const table = tableOf(subject, name)
    const first = life(subject, table)
    for (const [how, other] of [
      ['twice in a row', name],
      ['with other data in between', names(subject).at(-1)!],
    ] as const) {
      if (other !== name) life(subject, tableOf(subject, other))
      const second = life(subject, table)
      if (JSON.stringify(first) === JSON.stringify(second)) continue
      throw new Failure({
        given: `data "${name}", run ${how}`,
        problem: 'the same rows give other bytes',
        ...(difference(first, second) ?? {
          path: '$',
          expected: 'keys in one order',
          found: 'keys in another order',
        }),
        fix: 'keep nothing in variables outside the state, and write keys in one order',
      })
    }
  }
}

function noClock(subject: AnalyzerSubject): undefined {
  for (const name of names(subject)) {
    const table = tableOf(subject, name)
    const called = forbiddenCalls(() => life(subject, table))
    if (called.size > 0)
      throw new Failure({
        given: `data "${name}"`,
        problem: `it calls ${[...called].join(', ')}`,
        fix: 'take times from batch.time(row), and choices from a hash of the row',
      })
  }
}

function summarizePure(subject: AnalyzerSubject): undefined {
  for (const name of names(subject)) {
    const table = tableOf(subject, name)
    const middle = Math.floor(table.length / 2)
    const run = () => new Run(subject, baselineContext(subject)).update(batches(table, batchRows, 0, middle))
    const [expected, found] = [run(), run()]
    found.summary()
    for (const each of [expected, found]) each.update(batches(table, batchRows, middle))
    const different =
      difference(expected.summary(), found.summary()) ?? difference(found.summary(), found.summary())
    if (different)
      throw new Failure({
        given: `data "${name}"; summarize was called after ${middle} rows, too`,
        problem: 'summarize changes the state',
        ...different,
        fix: 'sort and finish copies: the host may read a state at any time',
      })
  }
}

/** The table as batches whose columns come late, vanish, change places, and are all missing. */
function changing(table: Table): Batch[] {
  const all = Object.entries(table.columns)
  const shapes = [
    all.slice(0, 1),
    all,
    all.slice(-1),
    all.toReversed(),
    all.map(([key, data]): [string, ColumnData] => [key, emptied(data)]),
  ]
  const size = Math.floor(table.length / shapes.length)
  return shapes.map((entries, i) =>
    cut({ ...table, columns: Object.fromEntries(entries) }, i * size, (i + 1) * size),
  )
}

function columns(subject: AnalyzerSubject): undefined {
  for (const name of names(subject)) {
    const table = tableOf(subject, name)
    const given = `data "${name}"`
    const context = monitoringContext(subject, batches(table, batchRows), table.length)
    for (const order of [changing(table), changing(table).reverse()]) {
      const whole = new Run(subject, context).update(order)
      const parts = new Run(subject, context).update(order.slice(0, 2))
      parts.merge(new Run(subject, context).update(order.slice(2)))
      whole.judge(order.length)
      const { exactness } = subject.analyzer
      const different = difference(whole.summary(), parts.summary(), exactness, subject.settings)
      const fix = 'key the state by column name, and treat a column that a batch does not have as missing'
      const problem = 'columns that come late or vanish make results depend on the split'
      if (different && (exactness === 'exact' || name !== 'extreme'))
        throw new Failure({ given, problem, ...different, fix })
    }
    const reversed = { ...table, columns: Object.fromEntries(Object.entries(table.columns).toReversed()) }
    const different = difference(
      new Run(subject, context).update(batches(table, batchRows)).summary(),
      new Run(subject, context).update(batches(reversed, batchRows)).summary(),
      subject.analyzer.exactness,
      subject.settings,
    )
    const fix = 'find columns by name, never by their place in batch.columns'
    if (different)
      throw new Failure({ given, problem: 'the order of the columns changes the result', ...different, fix })
  }
}

function empty(subject: AnalyzerSubject): undefined {
  const table = tableOf(subject, names(subject)[0]!)
  const inputs: [string, () => Batch[]][] = [
    ['no batches', () => []],
    ['batches of zero rows', () => [cut(table, 0, 0), cut(table, 0, 0)]],
    ['rows without any column', () => [cut({ ...table, columns: {} }, 0, 10)]],
  ]
  const full = monitoringContext(subject, batches(table, batchRows), table.length)
  for (const [given, input] of inputs) {
    const rows = input().reduce((sum, { length }) => sum + length, 0)
    for (const context of [baselineContext(subject), full]) {
      try {
        const { statistics, constraints } = new Run(subject, context).update(input()).judge(rows)
        const text = JSON.stringify([statistics, constraints], (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? `not finite: ${value}` : value,
        )
        const found = /"([^"]+)":"(not finite: [^"]+)"/.exec(text)
        if (found) throw new Error(`${found[1]} is ${found[2]}`)
        monitoringContext(subject, input(), rows)
      } catch (error) {
        throw new Failure({
          given: `${given}, ${context.run} run`,
          problem: `it cannot do without rows: ${thrownText(error)}`,
          fix: 'leave out statistics that need a value, above all before dividing by a count',
          cause: error,
        })
      }
    }
  }
}

/** Purity and robustness of an analyzer. */
export const hygiene: readonly Check<AnalyzerSubject>[] = [
  { id: 'arguments', title: 'options, context and statistics stay as they are', run: untouchedArguments },
  { id: 'deterministic', title: 'the same rows give the same bytes', run: deterministic },
  { id: 'no-clock', title: 'no clock and no randomness', run: noClock },
  { id: 'summarize-pure', title: 'summarize leaves the state alone', run: summarizePure },
  { id: 'columns', title: 'columns may come late, vanish, change places and be empty', run: columns },
  { id: 'empty', title: 'empty input is fine', run: empty },
]
