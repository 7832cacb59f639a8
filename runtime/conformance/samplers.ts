/** A sampler decides by what a row is, so the same rows stay however the input is split. */
import type { Batch } from '../batch.ts'
import type { OptionsSchema, Sampler } from '../plugin.ts'
import { cut, type Table } from './batches.ts'
import { type Check, deepFreeze, Failure } from './check.ts'
import { forbiddenCalls } from './clock.ts'
import { difference } from './compare.ts'
import { withDefaults } from './metadata.ts'
import { labelled, odd, sparse, type TableMaker, tabular, text } from './tables.ts'

/** The sampler under test with its options. */
export interface SamplerSubject {
  // biome-ignore lint/suspicious/noExplicitAny: options are the sampler's own.
  readonly sampler: Sampler<any>
  readonly options: object
}

const makers: readonly TableMaker[] = [tabular, labelled, text, sparse, odd]
/** One of them without event ids, as plain datasets are. */
const tables = () =>
  makers
    .map((make) => make(4, 600))
    .map((table) => (table.name === 'sparse' ? { ...table, meta: {} } : table))

/** What a sampler says of some rows: per row its mask byte, or priority and stratum. */
type Verdicts = (number | string)[]

function verdicts({ sampler, options }: SamplerSubject, batch: Batch): Verdicts {
  if (sampler.keep) {
    const mask = new Uint8Array(batch.length)
    sampler.keep(batch, mask, options)
    return Array.from(mask)
  }
  // A row without a number must show.
  const priorities = new Float64Array(batch.length).fill(Number.NaN)
  sampler.priority?.(batch, priorities, options)
  return Array.from(priorities, (priority, row) =>
    sampler.stratum ? `${priority} in ${sampler.stratum(batch, row, options)}` : priority,
  )
}

/** Cuts into `parts` units with batches of their own; positions count from the start of the unit, as they do in files. */
function* units(table: Table, parts: number, rows: number): Generator<Batch> {
  for (let part = 0; part < parts; part++) {
    const [start, end] = [part, part + 1].map((i) => Math.floor((table.length * i) / parts)) as [
      number,
      number,
    ]
    for (let from = start; from < end; from += rows)
      yield cut(table, from, Math.min(end, from + rows), { byte: start * 100, record: from - start + 1 })
  }
}

function over(subject: SamplerSubject, table: Table, parts = 1, rows = table.length): Verdicts {
  return [...units(table, parts, rows)].flatMap((batch) => verdicts(subject, batch))
}

function sameRows(subject: SamplerSubject): undefined {
  for (const table of tables()) {
    const whole = over(subject, table)
    for (const [parts, rows] of [
      [1, 600],
      [3, 600],
      [17, 10],
      [1, 1],
    ] as const) {
      const different = difference(whole, over(subject, table, parts, rows))
      if (different)
        throw new Failure({
          given: `data "${table.name}", ${parts} parts, batches of at most ${rows} rows`,
          problem: 'another split keeps other rows, or a second run does',
          ...different,
          fix: 'decide by a hash of the event id or the values, never by the row’s number, its position or a counter',
        })
    }
  }
}

function mask(subject: SamplerSubject): undefined {
  const { sampler, options } = subject
  const limit = sampler.keep ? 0 : sampler.limit?.(options)
  if (!Number.isSafeInteger(limit) || limit! < 0)
    throw new Failure({
      given: 'its options',
      problem: 'the limit is malformed',
      path: 'limit(options)',
      expected: 'a whole number of rows',
      found: limit,
      fix: 'return how many rows of each stratum stay',
    })
  for (const table of tables())
    for (const [row, verdict] of over(subject, table).entries())
      if (sampler.keep ? verdict !== 0 && verdict !== 1 : Number.isNaN(Number.parseFloat(String(verdict))))
        throw new Failure({
          given: `data "${table.name}"`,
          problem: sampler.keep ? 'the mask holds something else than 0 and 1' : 'a row has no priority',
          path: `row ${row}`,
          expected: sampler.keep ? '0 or 1' : 'a number',
          found: verdict,
          fix: sampler.keep ? 'write mask[row] = 1 for rows that stay' : 'write a number for every row',
        })
}

function batchUntouched(subject: SamplerSubject): undefined {
  for (const table of tables()) {
    const [expected, batch] = [cut(table, 0, table.length), cut(table, 0, table.length)]
    verdicts(subject, batch)
    const contents = ({ columns }: Batch) =>
      columns.map(({ name, classes, numbers }) => ({ name, classes, numbers }))
    const different = difference(contents(expected), contents(batch))
    if (different)
      throw new Failure({
        given: `data "${table.name}"`,
        problem: 'the sampler changes the batch',
        ...different,
        fix: 'write only into the mask',
      })
  }
}

function anyBatch(subject: SamplerSubject): undefined {
  const table = tabular(4, 20)
  const batches: [string, Batch][] = [
    ['a batch without rows', cut(table, 0, 0)],
    ['a batch without columns', cut({ ...table, columns: {} }, 0, 20)],
    ['rows without event id and time', cut({ ...table, meta: {} }, 0, 20)],
  ]
  for (const [given, batch] of batches) {
    try {
      verdicts(subject, batch)
    } catch (error) {
      throw new Failure({
        given,
        problem: `the sampler throws: ${error}`,
        fix: 'not every input has ids; fall back on the values',
        cause: error,
      })
    }
  }
}

function options(subject: SamplerSubject): undefined {
  const { sampler } = subject
  const frozen = { sampler, options: deepFreeze(structuredClone(subject.options)) }
  const judged = (options: object) =>
    tables().map((table) => [sampler.limit?.(options) ?? 0, over({ sampler, options }, table)])
  let expected: unknown
  try {
    expected = judged(frozen.options)
  } catch (error) {
    throw new Failure({
      given: 'frozen options',
      problem: `the sampler changes its options: ${error}`,
      fix: 'copy them first',
      cause: error,
    })
  }
  const others = variants(sampler.options, subject.options)
  const changes = others.filter((other) => difference(expected, judged(other)) !== undefined)
  const fix = 'read the options that each call gets, and keep none of them in variables'
  const different = difference(expected, judged(frozen.options))
  if (different)
    throw new Failure({
      given: 'calls with other options in between',
      problem: 'options of one call act on another',
      ...different,
      fix,
    })
  if (others.length > 0 && changes.length === 0)
    throw new Failure({
      given: `the options ${JSON.stringify(others)}`,
      problem: 'no option changes what stays',
      fix,
    })
}

/** Options that differ from the given ones in one value that the schema allows. */
function variants(schema: OptionsSchema, given: object): object[] {
  const chosen = new Map(Object.entries(given))
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const {
      minimum,
      maximum,
      examples = [],
      enum: allowed = [],
    } = property as Record<string, never[]> & { minimum?: number; maximum?: number }
    const value = chosen.get(name)
    const numbers =
      typeof value === 'number' ? [minimum, maximum, ...(maximum === undefined ? [value + 1] : [])] : []
    const free =
      typeof value === 'string' && allowed.length === 0 && !('pattern' in property || 'format' in property)
    const texts = free ? [`${value}x`] : []
    return [...numbers, ...examples, ...allowed, ...(typeof value === 'boolean' ? [!value] : []), ...texts]
      .filter((other) => other !== undefined && other !== value)
      .map((other) => ({ ...withDefaults(schema, given), [name]: other }))
  })
}

function noClock(subject: SamplerSubject): undefined {
  const called = forbiddenCalls(() => tables().map((table) => over(subject, table)))
  if (called.size > 0)
    throw new Failure({
      given: 'all data',
      problem: `it calls ${[...called].join(', ')}`,
      fix: 'hash what the row holds',
    })
}

export const samplerChecks: readonly Check<SamplerSubject>[] = [
  { id: 'sampler-rows', title: 'the same rows stay however the input is split', run: sameRows },
  { id: 'sampler-mask', title: 'masks and priorities are well-formed', run: mask },
  { id: 'sampler-batch', title: 'the batch stays as it is', run: batchUntouched },
  { id: 'sampler-input', title: 'any batch is fine', run: anyBatch },
  { id: 'sampler-options', title: 'options are respected and stay as they are', run: options },
  { id: 'sampler-clock', title: 'no clock and no randomness', run: noClock },
]
