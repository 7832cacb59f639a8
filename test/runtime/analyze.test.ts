import { describe, expect, it } from 'vitest'
import {
  type Analysis,
  analyzerKey,
  guard,
  type LoadedAnalyzer,
  mergeAnalysis,
  recycleAnalysis,
  startAnalysis,
  updater,
} from '../../runtime/analyze.ts'
import type { Batch, ColumnInfo } from '../../runtime/batch.ts'
import { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import { type Analyzer, defineAnalyzer } from '../../runtime/plugin.ts'

interface Seen {
  rows: number
  columns: string[]
}

/** An analyzer that counts rows and lists the columns it is shown; `broken` throws in some of its methods. */
function loaded(name: string, broken: Partial<Analyzer<object, Seen>> = {}): LoadedAnalyzer {
  const analyzer = defineAnalyzer<object, Seen, object, object>({
    name,
    version: 2,
    description: '',
    options: { type: 'object' },
    exactness: 'exact',
    init: () => ({ rows: 0, columns: [] }),
    update(state, batch) {
      state.rows += batch.length
      state.columns = batch.columns.map((column) => column.name)
    },
    merge(into, from) {
      into.rows += from.rows
    },
    summarize: () => ({}),
    ...broken,
  })
  return {
    analyzer,
    plugin: { name: 'p', version: '1' },
    number: 0,
    options: {},
    context: { run: 'baseline', environment: {}, distances: 'exact' },
  }
}

const fail = () => {
  throw new RangeError('on purpose')
}
const names = ['a', 'b', 'c']
const columns: ColumnInfo[] = names.map((name, index) => ({ name, kind: 'scalar', source: 'data', index }))

/** Feeds one-row batches to the analyzers; a column may come late. */
function run(analyzers: readonly LoadedAnalyzer[], batches = 3, late?: string): Analysis {
  const analysis = startAnalysis(analyzers)
  const update = updater(analyzers, analysis)
  const builder = new BatchBuilder({
    columns,
    maxFeatures: 10,
    excluded: new Set(),
    rejects: new Map(),
    emit: update,
  })
  for (let i = 0; i < batches; i++) {
    builder.startSlice('f', 0)
    builder.startRecord()
    builder.identify(`id${i}`, i)
    builder.ready(0)
    builder.setText(builder.buffers[0]!, 0, String(i))
    if (i === 1 && late !== undefined) builder.named(late, 'data')
    builder.commit(1)
    builder.flush()
  }
  return analysis
}

const rowsOf = ({ states }: Analysis, name: string) => (states.get(name) as Seen | undefined)?.rows

describe('an analyzer that throws', () => {
  it.each(['init', 'update'])('in %s fails alone, with the method and the reason', (method) => {
    const analysis = run([loaded('before'), loaded('broken', { [method]: fail }), loaded('after')])
    expect(analysis.failures).toEqual(new Map([['broken', `${method}: on purpose`]]))
    expect([...analysis.states.keys()]).toEqual(['before', 'after'])
    expect(rowsOf(analysis, 'before')).toBe(3)
    expect(rowsOf(analysis, 'after')).toBe(3)
  })

  it('in accepts fails alone', () => {
    const analysis = run([loaded('broken', { accepts: fail }), loaded('good')])
    expect(analysis.failures).toEqual(new Map([['broken', 'update: on purpose']]))
    expect(rowsOf(analysis, 'good')).toBe(3)
  })

  it('in merge fails alone', () => {
    const analyzers = [loaded('broken', { merge: fail }), loaded('good')]
    const into = run(analyzers, 2)
    mergeAnalysis(analyzers, into, run(analyzers, 3))
    expect(into.failures).toEqual(new Map([['broken', 'merge: on purpose']]))
    expect([...into.states.keys()]).toEqual(['good'])
    expect(rowsOf(into, 'good')).toBe(5)
  })

  it('in recycle fails alone', () => {
    const recycled: unknown[] = []
    const analyzers = [
      loaded('broken', { recycle: fail }),
      loaded('good', { recycle: (state) => recycled.push(state) }),
    ]
    const into = run(analyzers, 2)
    const from = run(analyzers, 3)
    const state = from.states.get('good')
    mergeAnalysis(analyzers, into, from)
    recycleAnalysis(analyzers, from, into)
    expect(into.failures).toEqual(new Map([['broken', 'recycle: on purpose']]))
    expect(rowsOf(into, 'good')).toBe(5)
    expect(recycled).toEqual([state])
    expect(from.states.size).toBe(0)
  })

  it('is not called again', () => {
    let calls = 0
    const update = () => {
      calls++
      fail()
    }
    run([loaded('broken', { update })], 5)
    expect(calls).toBe(1)
  })

  it('may throw anything', () => {
    const update = () => {
      throw 'a text'
    }
    expect(run([loaded('broken', { update })]).failures.get('broken')).toBe('update: a text')
  })
})

describe('merging', () => {
  const analyzers = [loaded('a'), loaded('b')]
  const failed = (name: string): Analysis => {
    const analysis = run(analyzers, 1)
    guard(analysis, analyzers.find(({ analyzer }) => analyzer.name === name)!, 'update', fail)
    return analysis
  }

  it('keeps a failure of either side, and the first reason', () => {
    for (const [into, from] of [
      [failed('a'), run(analyzers, 2)],
      [run(analyzers, 2), failed('a')],
      [failed('a'), failed('a')],
    ] as const) {
      mergeAnalysis(analyzers, into, from)
      expect(into.failures).toEqual(new Map([['a', 'update: on purpose']]))
      expect([...into.states.keys()]).toEqual(['b'])
    }
  })

  it('leaves what it merges from as it was', () => {
    const from = run(analyzers, 2)
    const copy = structuredClone(from)
    mergeAnalysis(analyzers, run(analyzers, 1), from)
    expect(from).toEqual(copy)
  })
})

describe('accepted columns', () => {
  const first = (accepts: (column: ColumnInfo) => boolean, late?: string) =>
    (run([loaded('x', { accepts })], 3, late).states.get('x') as Seen).columns

  it('are those the analyzer says yes to, late ones too', () => {
    expect(first(({ name }) => name !== 'b')).toEqual(['a', 'c'])
    expect(first(({ name }) => name !== 'b', 'd')).toEqual(['a', 'c', 'd'])
    expect(first(({ name }) => name !== 'd', 'd')).toEqual(['a', 'b', 'c'])
    expect(first(() => true, 'd')).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are asked about once each', () => {
    const asked: string[] = []
    first(({ name }) => asked.push(name) > 0 && name !== 'a', 'd')
    expect(asked).toEqual(['a', 'b', 'c', 'd'])
  })

  it('come in a batch that is the same otherwise', () => {
    const views: unknown[] = []
    const update = (_: Seen, batch: Batch) =>
      views.push([
        batch.length,
        batch.column('a')?.name,
        batch.column('b')?.text(0),
        batch.eventId(0),
        batch.time(0),
        batch.position(0).record,
      ])
    run([loaded('x', { accepts: ({ name }) => name === 'a', update: update as never })], 2)
    expect(views).toEqual([
      [1, 'a', undefined, 'id0', 0, 1],
      [1, 'a', undefined, 'id1', 1, 1],
    ])
  })
})

describe('a guard', () => {
  it('gives what the method gives, and nothing once the analyzer has failed', () => {
    const analyzer = loaded('x')
    const analysis = startAnalysis([analyzer])
    expect(guard(analysis, analyzer, 'summarize', () => 5)).toBe(5)
    expect(guard(analysis, analyzer, 'summarize', fail)).toBeUndefined()
    expect(guard(analysis, analyzer, 'check', () => 5)).toBeUndefined()
    expect(analysis.failures).toEqual(new Map([['x', 'summarize: on purpose']]))
  })
})

it('the key of an analyzer is its name and the version of its state', () => {
  expect(analyzerKey(loaded('completeness'))).toBe('completeness@2')
})
