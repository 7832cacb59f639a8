import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { DatasetFormat } from '../../runtime/dataset-format.ts'
import type { Job, Settings } from '../../runtime/job.ts'
import { planColumns } from '../../runtime/plan-columns.ts'
import { jobOf } from './job-of.ts'

const folder = await mkdtemp(join(tmpdir(), 'byom-columns-'))
afterAll(() => rm(folder, { recursive: true }))
let count = 0

/** Columns of a dataset whose files have these contents. */
async function columns(
  format: DatasetFormat,
  contents: readonly (string | Uint8Array)[],
  baseline: readonly string[] = [],
  job: Partial<Omit<Job, 'settings'>> = {},
  settings: Partial<Settings> = {},
) {
  const files = contents.map(() => String(count++))
  for (const [i, content] of contents.entries()) await writeFile(join(folder, files[i]!), content)
  return planColumns(
    jobOf({ source: folder, format, ...job }, settings),
    files,
    (file) => join(folder, file),
    baseline,
  )
}

const start: DatasetFormat = { kind: 'capture', outputPosition: 'START' }
const end: DatasetFormat = { kind: 'capture', outputPosition: 'END' }
const csv = (data: string) => ({ data, encoding: 'CSV' })
const json = (data: unknown) => ({ data: JSON.stringify(data), encoding: 'JSON' })
const record = (endpointOutput: unknown, endpointInput: unknown) =>
  JSON.stringify({ captureData: { endpointOutput, endpointInput } })
const repeated = (line: string, times = 3) => `${line}\n`.repeat(times)

describe('a capture', () => {
  const both = repeated(record(csv('0.5'), csv('1,2')))

  it('without a baseline numbers its columns along the row', async () => {
    expect(await columns(start, [both])).toEqual({ outputs: ['_c0'], inputs: ['_c1', '_c2'] })
    expect(await columns(end, [both])).toEqual({ inputs: ['_c0', '_c1'], outputs: ['_c2'] })
  })

  it('takes the names of the baseline along the row', async () => {
    const baseline = ['A', 'B', 'C']
    expect(await columns(start, [both], baseline)).toEqual({ outputs: ['A'], inputs: ['B', 'C'] })
    expect(await columns(end, [both], baseline)).toEqual({ inputs: ['A', 'B'], outputs: ['C'] })
  })

  it('with fewer or more columns than the baseline keeps the names of the first', async () => {
    expect(await columns(start, [both], ['A', 'B', 'C', 'D'])).toEqual({ outputs: ['A'], inputs: ['B', 'C'] })
    expect(await columns(start, [both], ['A', 'B'])).toEqual({ outputs: ['A'], inputs: ['B', '_c2'] })
  })

  it('never gives two columns one name', async () => {
    expect(await columns(start, [both], ['_c2', 'B'])).toEqual({ outputs: ['_c2'], inputs: ['B', '_c2_2'] })
  })

  it('whose inputs only were captured leaves the baseline’s other names to the outputs', async () => {
    const inputs = repeated(record(undefined, csv('1,2')))
    expect(await columns(start, [inputs], ['Y', 'A', 'B'])).toEqual({ outputs: ['Y'], inputs: ['A', 'B'] })
    expect(await columns(end, [inputs], ['A', 'B', 'Y'])).toEqual({ inputs: ['A', 'B'], outputs: ['Y'] })
    expect(await columns(start, [inputs])).toEqual({ outputs: [], inputs: ['_c0', '_c1'] })
  })

  it('whose outputs only were captured leaves the baseline’s other names to the inputs', async () => {
    const outputs = repeated(record(csv('1'), undefined))
    expect(await columns(start, [outputs], ['Y', 'A', 'B'])).toEqual({ outputs: ['Y'], inputs: ['A', 'B'] })
    expect(await columns(end, [outputs], ['A', 'B', 'Y'])).toEqual({ inputs: ['A', 'B'], outputs: ['Y'] })
  })

  it('with a side of JSON takes that side’s names out of the baseline’s', async () => {
    const mixed = repeated(record(csv('0.5'), json({ A: 1, B: 2 })))
    expect(await columns(start, [mixed], ['Y', 'A', 'B'])).toEqual({ outputs: ['Y'], inputs: [] })
    expect(await columns(end, [mixed], ['A', 'B', 'Y'])).toEqual({ inputs: [], outputs: ['Y'] })
    const other = repeated(record(json({ score: 1 }), csv('1,2')))
    expect(await columns(start, [other], ['score', 'A', 'B'])).toEqual({ outputs: [], inputs: ['A', 'B'] })
  })

  it('takes declared features out of the baseline’s names', async () => {
    const mixed = repeated(record(csv('0.5'), json({ list: [1] })))
    const features = [{ name: 'A', from: 'input', path: 'list[0]' }] as const
    expect(await columns(start, [mixed], ['Y', 'A'], {}, { features })).toEqual({
      outputs: ['Y'],
      inputs: [],
    })
  })

  it('whose excluded positions the baseline lacks leaves them without its names', async () => {
    const job = { excludeFeatures: ['1'] }
    expect(await columns(start, [both], ['Y', 'B'], job)).toEqual({ outputs: ['Y'], inputs: ['_c1', 'B'] })
    expect(await columns(start, [both], ['Y', 'A', 'B'], job)).toEqual({ outputs: ['Y'], inputs: ['A', 'B'] })
  })

  it('is as wide as most of its records', async () => {
    const lines = [csv('1'), csv('1,2'), csv('3,4'), csv('1,2,3')].map((input) => record(csv('1'), input))
    expect((await columns(start, [lines.join('\n')])).inputs).toHaveLength(2)
    expect((await columns(start, [lines.join('\n'), repeated(lines[0]!)])).inputs).toHaveLength(1)
  })

  it('is judged by its good records', async () => {
    const bad = ['', 'x', '{}', '5', record({ data: 5 }, { data: 6 }), record(csv('"'), csv('"'))]
    expect(await columns(start, [`${bad.join('\n')}\n${both}`])).toEqual({
      outputs: ['_c0'],
      inputs: ['_c1', '_c2'],
    })
  })

  it('whose batched outputs stand on one line has one output', async () => {
    const lines = repeated(record(csv('1,2,3'), csv('1,2\n3,4\n5,6')))
    expect(await columns(start, [lines])).toEqual({ outputs: ['_c0'], inputs: ['_c1', '_c2'] })
  })

  it('with very long lines is looked into all the same', async () => {
    const long = record(csv('0.5'), csv(`${'é'.repeat(2 << 20)},2`))
    expect(await columns(start, [repeated(long)])).toEqual({ outputs: ['_c0'], inputs: ['_c1', '_c2'] })
    expect(await columns(start, [repeated(long)], [], {}, { maxLineBytes: 1024 })).toEqual({
      outputs: [],
      inputs: [],
    })
  })

  it('may be gzip with a byte-order mark', async () => {
    expect(await columns(start, [gzipSync(`\ufeff${both}`)])).toEqual({
      outputs: ['_c0'],
      inputs: ['_c1', '_c2'],
    })
  })

  it('of JSON has no columns by position', async () => {
    expect(await columns(start, [repeated(record(json({ s: 1 }), json({ a: 1 })))], ['s', 'a'])).toEqual({
      outputs: [],
      inputs: [],
    })
  })
})

describe('a dataset', () => {
  it('of CSV with a header has the names of the first file that has one', async () => {
    const format: DatasetFormat = { kind: 'csv', header: true }
    expect(await columns(format, ['\ufeffa,"b,c",,a\n1,2,3,4\n', 'x,y\n'], ['ignored'])).toEqual({
      outputs: [],
      inputs: ['a', 'b,c', '_c2', 'a_3'],
    })
    expect((await columns(format, ['\n\n', 'x,y\n'])).inputs).toEqual(['x', 'y'])
    expect((await columns(format, ['"open\n', 'x,y\n'])).inputs).toEqual(['x', 'y'])
  })

  it('of CSV without a header has the names of the baseline, then numbers', async () => {
    const format: DatasetFormat = { kind: 'csv', header: false }
    expect((await columns(format, ['1,2,3\n4,5,6\n7\n'])).inputs).toEqual(['_c0', '_c1', '_c2'])
    expect((await columns(format, ['1,2,3\n4,5,6\n7\n'], ['A', 'B'])).inputs).toEqual(['A', 'B', '_c2'])
    expect((await columns(format, ['1,"x\ny",3'], ['A', 'B', 'C', 'D'])).inputs).toEqual(['A', 'B', 'C'])
  })

  it('of JSON has no columns by position', async () => {
    expect(await columns({ kind: 'json', lines: true }, ['{"a":1}'], ['a'])).toEqual({
      outputs: [],
      inputs: [],
    })
  })

  it('of no files has no columns', async () => {
    expect(await columns(start, [], ['a'])).toEqual({ outputs: [], inputs: [] })
  })
})
