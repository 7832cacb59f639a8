import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import samplers from '../../plugins/samplers/plugin.ts'
import { type Batch, ValueClass } from '../../runtime/batch.ts'
import { BatchBuilder } from '../../runtime/decode/batch-builder.ts'
import { MonitorError } from '../../runtime/errors.ts'
import { rowHash, type Sampler } from '../../runtime/plugin.ts'
import {
  type LoadedSampler,
  mergeSamples,
  replay,
  type Sample,
  sampling,
  startSample,
} from '../../runtime/sample.ts'
import { fromJson, toJson } from '../../runtime/state.ts'
import { captureLines, cutInto, type Input, inOrder, inputOf, rowsOf, runUnitsOf } from './stage-run.ts'

const use = (name: string, options: object): LoadedSampler => ({
  sampler: samplers.samplers!.find((each) => each.name === name)!,
  options: { seed: '', ...options },
})

let folder: string
const inputs: Record<string, Input> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-sample-'))
  const values = Array.from({ length: 300 }, (_, i) => `${i},${['red', 'green', 'blue'][i % 3]},${i / 8}`)
  const csv = (rows: string[]) => `number,colour,share\n${rows.join('\n')}\n`
  const csvFormat = { kind: 'csv', header: true } as const
  inputs['captures with event ids'] = await inputOf(
    join(folder, 'captures'),
    {
      'e/v/2022/04/18/00/a.jsonl': captureLines(values.slice(0, 200), 'a'),
      'e/v/2022/04/18/01/b.jsonl': captureLines(values.slice(200), 'b'),
    },
    { kind: 'capture', outputPosition: 'START' },
  )
  inputs['CSV without ids'] = await inputOf(
    join(folder, 'csv'),
    Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i % 4}/${i}.csv`, csv(values.slice(15 * i, 15 * i + 15))]),
    ),
    csvFormat,
  )
  inputs['JSON Lines without ids'] = await inputOf(
    join(folder, 'json'),
    {
      'a.jsonl': values
        .map((value, i) =>
          JSON.stringify({ colour: value.split(',')[1], [`only${i % 5}`]: i, late: i > 250 }),
        )
        .join('\n'),
    },
    { kind: 'json', lines: true },
  )
})
afterAll(() => rm(folder, { recursive: true }))

const orders: [string, (units: number[]) => number[]][] = [
  ['in order', (units) => units],
  ['last first', (units) => units.toReversed()],
  ['every other first', (units) => [...units.filter((i) => i % 2), ...units.filter((i) => i % 2 === 0)]],
]

describe.each(['captures with event ids', 'CSV without ids', 'JSON Lines without ids'])('%s', (kind) => {
  const colour = kind.startsWith('captures') ? '_c2' : 'colour'

  it.each([
    ['rate', { rate: 0.3 }],
    ['reservoir', { size: 40 }],
    ['stratified', { column: colour, size: 11 }],
  ])(
    '%s keeps the same rows however the input is cut and merged, with all that they carry',
    async (name, options) => {
      const input = inputs[kind]!
      const all = inOrder(rowsOf(await runUnitsOf(cutInto(input, 1), {})))
      expect(all).toHaveLength(300)
      const sampler = use(name, options)
      let expected: unknown
      for (const parts of [1, 3, 17])
        for (const [, order] of orders) {
          const result = await runUnitsOf(cutInto(input, parts), { sampler }, order)
          const kept = inOrder(rowsOf(result))
          expected ??= kept
          expect(kept).toEqual(expected)
          // What is kept are rows of the input, in full.
          const places = new Set(kept.map(({ place }) => JSON.stringify(place)))
          expect(kept).toEqual(all.filter(({ place }) => places.has(JSON.stringify(place))))
          expect(result.findings.sample).toMatchObject({ seen: 300, kept: kept.length })
          if (name === 'rate') {
            expect(kept.length).toBeGreaterThan(50)
            expect(kept.length).toBeLessThan(130)
          } else expect(kept).toHaveLength(name === 'reservoir' ? 40 : 33)
        }
    },
  )

  it('a replayed row knows its number, and the byte from which it counts', async () => {
    const cut = cutInto(inputs[kind]!, 3)
    const all = rowsOf(await runUnitsOf(cut, {}))
    const kept = rowsOf(await runUnitsOf(cut, { sampler: use('reservoir', { size: 25 }) }))
    expect(kept).toHaveLength(25)
    for (const row of kept) expect(all).toContainEqual(row)
  })
})

it('other seeds keep other rows', async () => {
  const input = inputs['captures with event ids']!
  const ids = async (seed: string) =>
    rowsOf(await runUnitsOf(input, { sampler: use('reservoir', { size: 40, seed }) })).map(({ id }) => id)
  const [one, two] = [await ids('1'), await ids('2')]
  expect(one.filter((id) => two.includes(id)).length).toBeLessThan(20)
  expect(await ids('1')).toEqual(one)
})

/** Records by id, in batches of some size; `cells` are the texts of columns `c0`, `c1` … */
function feed(
  records: readonly { id?: string; file?: string; cells?: readonly (string | undefined)[] }[],
  size: number,
  emit: (batch: Batch) => void,
): void {
  const width = Math.max(0, ...records.map(({ cells = [] }) => cells.length))
  const builder = new BatchBuilder({
    columns: Array.from(
      { length: width },
      (_, i) => ({ name: `c${i}`, kind: 'scalar', source: 'data' }) as const,
    ),
    maxFeatures: 100,
    excluded: new Set(),
    rejects: new Map(),
    emit,
  })
  for (const [i, { id, file = 'f', cells = [] }] of records.entries()) {
    builder.startRecordAt({ file, byte: 0, record: i + 1, offset: i * 10 })
    builder.identify(id, i, `segment ${i}`)
    builder.ready(builder.length)
    for (const [c, text] of cells.entries())
      if (text !== undefined) builder.setText(builder.buffers[c]!, builder.length, text)
    builder.commit(1)
    if (builder.length >= size) builder.flush()
  }
  builder.flush()
}

/** The ids that a sampler keeps of records that are cut into samples at these places. */
function keptIds(
  loaded: LoadedSampler,
  records: Parameters<typeof feed>[0],
  sizes: readonly number[],
  batch = 50,
) {
  const parts: Sample[] = []
  const ids: (string | undefined)[] = []
  const emit = (rows: Batch) => {
    for (let row = 0; row < rows.length; row++) ids.push(rows.eventId(row))
  }
  let from = 0
  for (const size of [...sizes, records.length]) {
    const sample = startSample()
    const take = sampling(loaded, sample)
    feed(records.slice(from, from + size), batch, (rows) => {
      const kept = take(rows)
      if (kept) emit(kept)
    })
    parts.push(sample)
    from += size
  }
  const [into, ...rest] = parts
  for (const part of rest) mergeSamples(loaded, into!, fromJson(toJson(part)) as Sample)
  replay(loaded, into!, emit)
  return { ids, sample: into! }
}

describe('rows set aside', () => {
  it('are those of the lowest numbers, of equal ones the first in the input (property)', () => {
    const byCell: Sampler<{ size: number }> = {
      name: 'by-cell',
      description: '',
      options: { type: 'object' },
      limit: ({ size }) => size,
      priority(batch, priorities) {
        for (let row = 0; row < batch.length; row++) priorities[row] = batch.columns[0]!.numbers[row]!
      },
      stratum: (batch, row) => batch.columns[1]!.text(row) ?? '',
    }
    const records = fc.array(fc.record({ priority: fc.nat(6), stratum: fc.constantFrom('a', 'b', 'c') }), {
      maxLength: 60,
      minLength: 1,
    })
    fc.assert(
      fc.property(
        records,
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.nat(30), { maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        (records, size, sizes, batch) => {
          const rows = records.map(({ priority, stratum }, i) => ({
            id: `${i}`,
            // Files in the order of the parts, so that the position of a row is its number.
            file: `f${String(i).padStart(3, '0')}`,
            cells: [String(priority), stratum],
          }))
          const expected = ['a', 'b', 'c']
            .flatMap((name) =>
              records
                .map(({ priority, stratum }, i) => ({ priority, stratum, i }))
                .filter(({ stratum }) => stratum === name)
                .sort((one, two) => one.priority - two.priority || one.i - two.i)
                .slice(0, size),
            )
            .map(({ i }) => i)
            .sort((one, two) => one - two)
            .map(String)
          const { ids, sample } = keptIds({ sampler: byCell, options: { size } }, rows, sizes, batch)
          expect(ids).toEqual(expected)
          expect(sample).toMatchObject({ seen: rows.length, kept: expected.length })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('come back with their classes and numbers, also those of typed formats beyond what text can tell', () => {
    const written: [number, boolean][] = [
      [3, false],
      [-0, false],
      [12, true],
      [1e21, true],
      [-3e25, true],
      [1.5e300, false],
      [Number.POSITIVE_INFINITY, false],
      [Number.NEGATIVE_INFINITY, false],
    ]
    const texts = [
      '1e30',
      '1.0E21',
      '1e999',
      'Infinity',
      'true',
      '',
      '007',
      'NaN',
      '.5',
      '1000000000000000000000000',
    ]
    const cells: unknown[] = []
    const see = (batch: Batch) => {
      for (let row = 0; row < batch.length; row++)
        cells.push(
          batch.columns.map((column) => [
            column.name,
            column.source,
            column.classes[row],
            column.numbers[row],
            column.text(row),
          ]),
        )
    }
    const loaded = use('reservoir', { size: 100 })
    const sample = startSample()
    const take = sampling(loaded, sample)
    const builder = new BatchBuilder({
      columns: [
        { name: 'typed', kind: 'scalar', source: 'output', index: 0 },
        { name: 'text', kind: 'scalar', source: 'input', index: 0 },
      ],
      maxFeatures: 10,
      excluded: new Set(),
      rejects: new Map(),
      emit(batch) {
        see(batch)
        take(batch)
      },
    })
    for (let i = 0; i < texts.length; i++) {
      builder.startRecordAt({ file: 'f', byte: 0, record: i + 1, offset: i })
      builder.identify(undefined, Number.NaN)
      builder.ready(builder.length)
      if (written[i]) builder.setNumber(builder.buffers[0]!, builder.length, ...written[i]!)
      builder.setText(builder.buffers[1]!, builder.length, texts[i]!)
      builder.commit(1)
    }
    builder.flush()
    const originals = cells.splice(0)
    expect((originals[6] as unknown[][])[0]).toEqual([
      'typed',
      'output',
      ValueClass.Fractional,
      Number.POSITIVE_INFINITY,
      'Infinity',
    ])
    replay(loaded, fromJson(toJson(sample)) as Sample, see)
    expect(cells).toEqual(originals)
  })

  it('are few: those of at most 1,000 strata, the same whatever the split', () => {
    const records = Array.from({ length: 5000 }, (_, i) => ({ id: `${i}`, cells: [`v${i % 2500}`] }))
    const loaded = use('stratified', { column: 'c0', size: 1 })
    const { ids, sample } = keptIds(loaded, records, [])
    expect(sample.strata.size).toBe(1000)
    expect(sample).toMatchObject({ seen: 5000, kept: 1000 })
    expect(ids).toHaveLength(1000)
    const half = startSample()
    const take = sampling(loaded, half)
    feed(records, 50, (batch) => {
      take(batch)
      expect(half.strata.size).toBeLessThanOrEqual(1000)
    })
    for (const sizes of [[1250], [100, 2600], [4999]]) {
      const other = keptIds(loaded, records, sizes, 333)
      expect([...other.ids].sort()).toEqual([...ids].sort())
      expect(other.sample).toMatchObject({ seen: 5000, kept: 1000 })
    }
  })

  it('are no more than twice the limit while reading', () => {
    const loaded = use('reservoir', { size: 10 })
    const sample = startSample()
    const take = sampling(loaded, sample)
    feed(
      Array.from({ length: 3000 }, (_, i) => ({ id: `${i}` })),
      64,
      (batch) => {
        expect(take(batch)).toBeUndefined()
        expect(sample.strata.get('')!.length).toBeLessThan(20)
        expect(sample.kept).toBe(Math.min(10, sample.seen))
      },
    )
  })
})

describe('a sampler that marks rows', () => {
  it('gives the batch itself, a part of it, or nothing', () => {
    const seen: (number | undefined)[] = []
    const sampler: Sampler = {
      name: 'by-batch',
      description: '',
      options: { type: 'object' },
      keep(batch, mask) {
        expect([...mask].every((mark) => mark === 0)).toBe(true)
        for (let row = 0; row < batch.length; row++)
          mask[row] = batch.time(row) < 10 ? 1 : batch.time(row) < 20 ? 0 : row % 2
      },
    }
    const sample = startSample()
    const take = sampling({ sampler, options: {} }, sample)
    feed(
      Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, cells: [`${i}`] })),
      10,
      (batch) => {
        const kept = take(batch)
        seen.push(kept?.length)
        if (seen.length === 1) expect(kept).toBe(batch)
        if (seen.length === 3) {
          expect(kept!.eventId(0)).toBe('21')
          expect(kept!.column('c0')!.text(4)).toBe('29')
          expect(kept!.segment(4)).toBe('segment 29')
          expect(kept!.time(1)).toBe(23)
          expect(kept!.position(1)).toMatchObject({ offset: 230, record: 24 })
        }
      },
    )
    expect(seen).toEqual([10, undefined, 5])
    expect(sample).toMatchObject({ seen: 30, kept: 15 })
  })
})

describe('a sampler that fails', () => {
  const fail = () => {
    throw new Error('on purpose')
  }
  const bounded = { limit: () => 2, priority: () => {} }
  it.each<[string, Partial<Sampler>, string]>([
    ['keep', { keep: fail }, 'keep: on purpose.'],
    ['priority', { ...bounded, priority: fail }, 'priority: on purpose.'],
    ['stratum', { ...bounded, stratum: fail }, 'stratum: on purpose.'],
    ['limit', { ...bounded, limit: fail }, 'limit: on purpose.'],
    ...[0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '3', undefined].map(
      (limit): [string, Partial<Sampler>, string] => [
        `a limit of ${limit}`,
        { ...bounded, limit: () => limit as number },
        `limit: must return a whole number of rows, at least 1, not ${limit}.`,
      ],
    ),
  ])('in %s ends the run under its name', (_, methods, problem) => {
    const sampler = { name: 'broken', description: '', options: { type: 'object' }, ...methods } as Sampler
    const run = () => feed([{ id: 'a' }], 1, sampling({ sampler, options: {} }, startSample()))
    expect(run).toThrow(MonitorError)
    expect(run).toThrow(
      expect.objectContaining({ code: 'PLUGIN_INVALID', message: `sampler broken: ${problem}` }),
    )
  })
})

it('rows of one record share their number: a sample by hash keeps or drops a record whole', () => {
  feed([{ id: 'x' }, { id: 'x' }, { id: 'y' }], 10, (batch) => {
    expect(rowHash(batch, 0)).toBe(rowHash(batch, 1))
    expect(rowHash(batch, 0)).not.toBe(rowHash(batch, 2))
  })
})
