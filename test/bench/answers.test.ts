import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answers, differences, type Exact, points, ranks } from './answers.ts'
import { byom, duckdb } from './engines/index.ts'
import { exactAnswers } from './exact.ts'
import { makeTable, type TableFiles } from './files.ts'
import { rowsOf } from './table.ts'

const size = { mix: 'hard', rows: 2717, columns: 20 } as const
const formats = ['capture', 'csv', 'json', 'parquet'] as const

let folder: string
let table: TableFiles
let exact: Exact

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-bench-test-'))
  table = await makeTable(size, formats, () => {}, folder)
  exact = await exactAnswers(table)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The answers of a plain second implementation over the rows themselves. */
function plain(): Answers {
  const all = Array.from(rowsOf(table.schema, size.rows), (row) => [...row])
  return table.schema.map(({ type }, c) => {
    const texts = all.map((row) => row[c]).filter((value) => value !== undefined)
    const common = { count: texts.length, missing: size.rows - texts.length }
    if (type === 'VARCHAR') return { ...common, distinct: new Set(texts).size }
    const values = texts.map(Number).sort((a, b) => a - b)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    const quantiles = points.map((point) => values[Math.ceil(point * values.length) - 1]!)
    const std = Math.sqrt(squares / values.length)
    return { ...common, min: values[0]!, max: values.at(-1)!, mean, std, quantiles }
  })
}

const strict = { moments: 1e-9, rank: 0.0005, distinct: 0 }

test('the right answers are those of a second implementation', () => {
  expect(differences(plain(), exact, table.schema, strict)).toEqual([])
})

describe('byom and DuckDB are right about', () => {
  const engines = [byom(fileURLToPath(new URL('../../runtime/main.ts', import.meta.url))), duckdb]
  test.each(formats)('%s', async (format) => {
    for (const engine of engines) {
      const { answers, taken } = await engine.run(table, format, 2)
      expect(differences(answers, exact, table.schema, engine.tolerance), engine.name).toEqual([])
      // Node alone takes more.
      expect(taken.peak).toBeGreaterThan(30e6)
      expect(taken.cpu).toBeGreaterThan(0.02)
    }
  })
})

test.each([
  ['count', (n: number) => n + 1],
  ['missing', (n: number) => n + 1],
  ['min', (n: number) => n - 1e-9],
  ['max', (n: number) => n * (1 + 1e-12)],
  ['mean', (n: number) => n + 1e-5],
  ['std', (n: number) => n * (1 + 1e-8)],
] as const)('a wrong %s is told', (what, change) => {
  const wrong = plain().map((answer, c) =>
    c === 3 && 'mean' in answer ? { ...answer, [what]: change(answer[what]) } : answer,
  )
  const found = differences(wrong, exact, table.schema, strict)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(`c003: ${what} is `)
})

test('a quantile of the wrong rank, a wrong distinct count and a missing column are told', () => {
  const answers = plain()
  const shifted = answers.map((answer, c) =>
    c === 2 && 'mean' in answer
      ? {
          ...answer,
          quantiles: answer.quantiles!.map((value, i) => (i === 6 ? answer.quantiles![7]! : value)),
        }
      : answer,
  )
  expect(differences(shifted, exact, table.schema, strict)).toEqual([
    expect.stringMatching(/^c002: quantile 0\.5 is .*, not of rank 0\.(69|70)/),
  ])
  const counted = answers.map((answer) =>
    'distinct' in answer ? { ...answer, distinct: Math.round(answer.distinct * 1.1) } : answer,
  )
  expect(differences(counted, exact, table.schema, { ...strict, distinct: 0.09 })).toHaveLength(1)
  expect(differences(counted, exact, table.schema, { ...strict, distinct: 0.11 })).toEqual([])
  expect(differences(answers.slice(1), exact, table.schema, strict)).toEqual(['19 columns instead of 20'])
  const text = answers.map((answer, c) => (c === 2 ? { count: 1, missing: 0, distinct: 1 } : answer))
  expect(differences(text, exact, table.schema, strict).join()).toContain('that of numbers')
})

test('ranks of values in a grid with repetitions', () => {
  const grid = [1, 2, 2, 2, 5]
  expect(ranks(grid, 2)).toEqual([0, 1])
  expect(ranks(grid, 1)).toEqual([0, 0.25])
  expect(ranks(grid, 3)).toEqual([0.75, 1])
  expect(ranks(grid, 0)).toEqual([0, 0])
  expect(ranks(grid, 9)).toEqual([1, 1])
})
