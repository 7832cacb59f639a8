/** Seeded data of the kinds that plugins meet. */
import type { Cells, ColumnData, Table } from './batches.ts'
import { type Random, seeded } from './random.ts'

/** Makes a table: the same seed gives the same rows, another seed other rows of the same distribution. */
export type TableMaker<Data extends ColumnData = ColumnData> = (seed: number, rows: number) => Table<Data>

const plans = ['basic', 'plus', 'premium', 'trial']
const words = 'the model said that prices höher als 東京 и Москва 🙂 were not in θ range café naïve'.split(
  ' ',
)

function make(
  name: string,
  rows: number,
  seed: number,
  columns: Record<string, (random: Random) => string | undefined>,
) {
  return (meta: Table['meta'] = {}): Table<Cells> => ({
    name,
    length: rows,
    meta: { ...meta, ...identity(seed, rows) },
    // A stream per column, so that a table keeps its values when a column joins it.
    columns: Object.fromEntries(
      Object.entries(columns).map(([key, cell], i) => {
        const random = seeded(seed * 101 + i)
        return [key, Array.from({ length: rows }, () => cell(random))]
      }),
    ),
  })
}

/** Every capture record has an id and a time. */
function identity(seed: number, rows: number): { eventIds: Cells; times: number[] } {
  const random = seeded(seed + 7919)
  return {
    eventIds: Array.from({ length: rows }, () => `${random.below(2 ** 32)}-${random.below(2 ** 32)}`),
    times: Array.from({ length: rows }, (_, row) => 1.7e12 + row * 1000),
  }
}

/** Numbers, codes, categories and flags; a fiftieth of one column is missing. */
export const tabular: TableMaker<Cells> = (seed, rows) =>
  make('tabular', rows, seed, {
    amount: (random) => Math.exp(3 + random.normal()).toFixed(2),
    age: (random) => String(18 + random.below(60)),
    balance: (random) => (2000 + 500 * random.normal()).toFixed(3),
    income: (random) => (random.next() < 0.02 ? undefined : String(20000 + random.below(80000))),
    plan: (random) => random.pick(plans),
    active: (random) => String(random.next() < 0.7),
  })()

/** A binary classifier's output with the truth beside it. */
export const labelled: TableMaker<Cells> = (seed, rows) => {
  const random = seeded(seed + 13)
  const scores = Array.from({ length: rows }, () => random.next())
  const table = make('labelled', rows, seed, { age: (inner) => String(18 + inner.below(60)) })({
    sources: { prediction: 'output', probability: 'output', age: 'input', ground_truth: 'data' },
  })
  return {
    ...table,
    columns: {
      prediction: scores.map((score) => (score > 0.5 ? '1' : '0')),
      probability: scores.map((score) => score.toFixed(4)),
      ...table.columns,
      ground_truth: scores.map((score) => (random.next() < score ? '1' : '0')),
    },
  }
}

/** Prose in several scripts, from a word to some thousand characters. */
export const text: TableMaker<Cells> = (seed, rows) => {
  const sentence = (random: Random, most: number) =>
    Array.from({ length: 1 + random.below(most) }, () => random.pick(words)).join(' ')
  return make('text', rows, seed, {
    prompt: (random) => sentence(random, 20),
    answer: (random) => sentence(random, random.next() < 0.02 ? 600 : 40),
  })({ sources: { prompt: 'input', answer: 'output' } })
}

/** Mostly missing values, and a column that has none at all. */
export const sparse: TableMaker<Cells> = (seed, rows) => {
  const rarely = (random: Random, cell: string) => (random.next() < 0.9 ? undefined : cell)
  return make('sparse', rows, seed, {
    rare: (random) => rarely(random, (10 * random.next()).toFixed(3)),
    nothing: () => undefined,
    seldom: (random) => rarely(random, random.pick(plans)),
  })()
}

const oddities = [
  '',
  ' ',
  '0',
  '-0',
  '+7',
  '- 3',
  '007',
  '1e3',
  '2.50',
  '-0.125',
  'true',
  'false',
  'TRUE',
  'NaN',
  'null',
  '.5',
  '5.',
  '1,000',
  'é',
  'e\u0301',
  '\ud800',
  '🙂',
  '\u0000',
  '__proto__',
  '{"a":1}',
  'x'.repeat(3000),
]

/** Every class of value in every column, in no order. */
export const odd: TableMaker<Cells> = (seed, rows) => {
  const cell = (random: Random) => (random.next() < 0.1 ? undefined : random.pick(oddities))
  return make('odd', rows, seed, {
    first: cell,
    second: cell,
    third: (random) => random.pick(oddities.slice(2, 10)),
  })()
}

const extremes = [
  '1.7976931348623157e308',
  '-1.7976931348623157e308',
  '1e400',
  '-1e400',
  '5e-324',
  '-5e-324',
  '9007199254740993',
  '0',
  '-0',
  '1',
]

/** Numbers at the ends of the range of doubles, and beyond. */
export const extreme: TableMaker<Cells> = (seed, rows) =>
  make('extreme', rows, seed, {
    huge: (random) => random.pick(extremes),
    whole: (random) => (random.next() < 0.5 ? `${'9'.repeat(400)}` : '1'),
  })()
