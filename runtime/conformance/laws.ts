/**
 * The laws of merging. Results may not depend on how rows were split, or on which machine a state was computed.
 */
import { isDeepStrictEqual } from 'node:util'
import { batches, cut } from './batches.ts'
import { type Check, Failure } from './check.ts'
import { difference } from './compare.ts'
import { type Random, seeded } from './random.ts'
import { type AnalyzerSubject, batchRows, Run } from './run.ts'
import { expectSame, over, scenarios, snapshot } from './scenarios.ts'

const orderFix =
  'compute the result from sums, counts, minima and the like; sort lists in summarize; or declare the exactness that it has'

function identity(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    const fresh = () => new Run(subject, scenario.context)
    const problem = 'merging a fresh state changes the result'
    const fix = 'make init give the neutral element: merge must do nothing for it on either side'
    const whole = over(scenario, 0, end)
    expectSame(scenario, whole, over(scenario, 0, end).merge(fresh()), 'merge(state, fresh)', problem, fix)
    expectSame(scenario, whole, fresh().merge(over(scenario, 0, end)), 'merge(fresh, state)', problem, fix)
  }
}

function commutative(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    for (const middle of [Math.floor(end / 3), 1, end - 1]) {
      const [a, b] = [() => over(scenario, 0, middle), () => over(scenario, middle, end)]
      const how = `a = rows 0 to ${middle}, b = rows ${middle} to ${end}: merge(b, a) against merge(a, b)`
      expectSame(
        scenario,
        a().merge(b()),
        b().merge(a()),
        how,
        'the order of merging changes the result',
        orderFix,
      )
    }
  }
}

function associative(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    for (const [p, q] of [
      [Math.floor(end / 4), Math.floor(end / 2)],
      [1, end - 1],
    ] as const) {
      const [a, b, c] = [() => over(scenario, 0, p), () => over(scenario, p, q), () => over(scenario, q, end)]
      const how = `rows cut at ${p} and ${q}: merge(a, merge(b, c)) against merge(merge(a, b), c)`
      const expected = a().merge(b()).merge(c())
      expectSame(
        scenario,
        expected,
        a().merge(b().merge(c())),
        how,
        'the grouping of merges changes the result',
        orderFix,
      )
    }
  }
}

function split(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const { table, context } = scenario
    const whole = over(scenario, 0, table.length)
    const random = seeded(3)
    for (const [how, cuts] of splits(table.length, random)) {
      const parts = cuts.slice(1).map((to, i) => {
        const from = cuts[i]!
        const rows = how === '1 part' ? table.length : 1 + random.below(batchRows)
        return from === to
          ? new Run(subject, context).update([cut(table, from, to)])
          : over(scenario, from, to, rows)
      })
      const merged = parts.reduce((into, part) => into.merge(part))
      const fix = `${orderFix}; loop to batch.length, not to the end of an array; count rows, not calls of update`
      expectSame(
        scenario,
        whole,
        merged,
        `${how}, cut at ${cuts}`,
        'a split of the rows changes the result',
        fix,
      )
    }
  }
}

/** Ways to cut `rows` rows; random ones have parts without a row. */
function splits(rows: number, random: Random): [string, number[]][] {
  const even = (parts: number) => Array.from({ length: parts + 1 }, (_, i) => Math.floor((rows * i) / parts))
  const uneven = () => {
    const inner = Array.from({ length: 6 }, () => random.below(rows + 1)).sort((a, b) => a - b)
    return [0, 0, ...inner, inner[2]!, rows, rows].sort((a, b) => a - b)
  }
  return [
    ['1 part', even(1)],
    ['3 parts', even(3)],
    ['17 parts', even(17)],
    ['random parts, some empty', uneven()],
    ['random parts, some empty', uneven()],
  ]
}

function mergePure(subject: AnalyzerSubject): undefined {
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    const [p, q] = [Math.floor(end / 3), Math.floor((2 * end) / 3)]
    for (const into of [over(scenario, 0, p), new Run(subject, scenario.context)]) {
      const from = over(scenario, p, q)
      const before = snapshot(from.state)
      const expectUnchanged = (how: string) => {
        if (isDeepStrictEqual(before, snapshot(from.state))) return
        const different = difference(before, snapshot(from.state)) ?? {
          path: '$',
          expected: 'as before',
          found: 'other',
        }
        throw new Failure({
          given: `${scenario.given}; ${how}`,
          problem: 'the right operand of merge changes',
          ...different,
          fix: 'copy what you take over from the right state (structuredClone), and change only the left one',
        })
      }
      into.merge(from)
      expectUnchanged('after merge(into, from)')
      into.update(batches(scenario.table, batchRows, q)).merge(over(scenario, q, end))
      expectUnchanged('after merge(into, from), when into goes on')
    }
  }
}

function recycled(subject: AnalyzerSubject): undefined {
  if (subject.analyzer.recycle === undefined) return undefined
  for (const scenario of scenarios(subject)) {
    const end = scenario.table.length
    const [p, q] = [Math.floor(end / 3), Math.floor((2 * end) / 3)]
    const expected = over(scenario, 0, p)
      .merge(over(scenario, p, q))
      .merge(over(scenario, q, end))
    const into = over(scenario, 0, p)
    const sent = structuredClone(snapshot(over(scenario, 0, end).state))
    for (const [from, to] of [
      [p, q],
      [q, end],
    ] as const) {
      const part = over(scenario, from, to)
      into.merge(part)
      part.recycle()
      // What is given back is taken again.
      over(scenario, 0, end).recycle()
    }
    expectSame(
      scenario,
      expected,
      into,
      `rows cut at ${p} and ${q}; each part recycled after its merge`,
      'recycling a state changes others',
      'let recycle keep only what no other state refers to, and init and update clear what they take from there',
    )
    const again = snapshot(over(scenario, 0, end).state)
    const different = difference(sent, again)
    if (different)
      throw new Failure({
        given: `${scenario.given}; a state made after others were recycled`,
        problem: 'it differs from one made before',
        ...different,
        fix: 'clear what init and update take from recycled states',
      })
  }
}

/** The laws, in the order in which to read their failures. */
export const laws: readonly Check<AnalyzerSubject>[] = [
  { id: 'identity', title: 'merge with a fresh state changes nothing', run: identity },
  { id: 'commutative', title: 'merge commutes', run: commutative },
  { id: 'associative', title: 'merge is associative', run: associative },
  { id: 'split', title: 'any split of the rows gives the one-pass result', run: split },
  { id: 'merge-pure', title: 'merge leaves its right operand alone', run: mergePure },
  { id: 'recycle', title: 'recycled states leave the others alone', run: recycled },
]
