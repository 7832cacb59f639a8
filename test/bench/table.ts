/** The table of the benchmarks: columns of the kinds that models have, seeded, so that every machine makes the same bytes. */
import { type Random, seeded } from '../../runtime/conformance/random.ts'

/** Easy: mostly flags and small whole numbers. Hard: long-digit continuous numbers, and texts with hundreds of thousands of values. */
export type Mix = 'easy' | 'hard'

/** A column of the table. */
export interface TableColumn {
  /** `c000`, `c001`, …: in this order in every format, JSON with its alphabetical features included. */
  readonly name: string
  /** What Parquet holds. */
  readonly type: 'BIGINT' | 'DOUBLE' | 'VARCHAR'
  /** Share of rows without a value. */
  readonly missing: number
  /** Text of a value, without quotes. */
  readonly draw: (random: Random) => string
}

type Kind = Pick<TableColumn, 'type' | 'draw'>

const whole = (limit: number): Kind => ({ type: 'BIGINT', draw: (random) => `${random.below(limit)}` })
const flag = (share: number): Kind => ({
  type: 'BIGINT',
  draw: (random) => (random.next() < share ? '1' : '0'),
})
const decimals = (mean: number, deviation: number, digits: number): Kind => ({
  type: 'DOUBLE',
  draw: (random) => (mean + deviation * random.normal()).toFixed(digits),
})
/** 32-bit floats printed in full, as frameworks hand them over. */
const single: Kind = { type: 'DOUBLE', draw: (random) => `${Math.fround(random.normal())}` }
const double: Kind = { type: 'DOUBLE', draw: (random) => `${1000 * random.normal()}` }
/** Texts, the low ones more frequent. */
const texts = (distinct: number): Kind => ({
  type: 'VARCHAR',
  draw: (random) => `k${Math.floor(distinct * random.next() ** 2).toString(36)}x`,
})

const mixes: Readonly<Record<Mix, { readonly output: Kind; readonly inputs: readonly Kind[] }>> = {
  easy: {
    output: decimals(0.5, 0.1, 4),
    inputs: [
      whole(250),
      flag(0.1),
      flag(0.5),
      decimals(180, 54, 1),
      whole(160),
      flag(0.03),
      texts(4086),
      decimals(30.5, 9, 2),
      whole(10),
      flag(0.2),
      whole(50),
      decimals(200, 50, 2),
      flag(0.27),
      whole(20),
      flag(0.01),
      decimals(10, 2.8, 3),
      whole(10_000),
      flag(0.4),
      whole(7),
    ],
  },
  hard: {
    output: single,
    inputs: [
      single,
      double,
      decimals(0, 100, 4),
      single,
      double,
      decimals(50, 9, 4),
      texts(300_000),
      single,
      double,
      decimals(-3, 1, 4),
      single,
      double,
      decimals(1000, 300, 4),
      single,
      double,
      decimals(7, 2, 4),
      single,
      double,
      decimals(0, 1, 4),
    ],
  },
}

/** The columns of a mix: the first is the model's output, the others repeat the kinds of the mix until there are enough. */
export function columnsOf(mix: Mix, count: number): TableColumn[] {
  const { output, inputs } = mixes[mix]
  return Array.from({ length: count }, (_, i) => ({
    name: `c${String(i).padStart(3, '0')}`,
    // Two columns in twenty have holes.
    missing: i % 20 === 4 ? 0.02 : i % 20 === 12 ? 0.1 : 0,
    ...(i === 0 ? output : inputs[(i - 1) % inputs.length]!),
  }))
}

/**
 * Rows one after the other; each is an array of texts, undefined for a missing value, that the next row overwrites.
 * A seed and columns make the same rows, however many are taken.
 */
export function* rowsOf(
  columns: readonly TableColumn[],
  rows: number,
  seed = 1,
): Generator<readonly (string | undefined)[]> {
  const random = seeded(seed)
  const row = new Array<string | undefined>(columns.length)
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < columns.length; c++) {
      const { missing, draw } = columns[c]!
      row[c] = missing > 0 && random.next() < missing ? undefined : draw(random)
    }
    yield row
  }
}
