import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { isPlan } from '../../contracts/validators.generated.ts'
import type { DatasetFormat } from '../../runtime/dataset-format.ts'
import { MonitorError } from '../../runtime/errors.ts'
import type { Job, Settings } from '../../runtime/job.ts'
import { excludedNames, makePlan, planned, sourceFolder } from '../../runtime/plan.ts'
import { parseInstant } from '../../runtime/time.ts'
import { jobOf } from './job-of.ts'

const root = await mkdtemp(join(tmpdir(), 'byom-plan-'))
let source: string
let count = 0
beforeEach(() => {
  source = join(root, String(count++))
})
afterAll(() => rm(root, { recursive: true }))

/** Writes files below the source; a number stands for that many bytes. */
async function files(contents: Record<string, number | string | Uint8Array>, folder = source): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), typeof content === 'number' ? Buffer.alloc(content, '{}\n') : content)
  }
}

const plan = (job: Partial<Omit<Job, 'settings'>> = {}, settings: Partial<Settings> = {}) =>
  makePlan(jobOf({ source, ...job }, settings), [])

const paths = async (...given: Parameters<typeof plan>) =>
  (await plan(...given)).files.map(({ path }) => path)
const jsonLines: DatasetFormat = { kind: 'json', lines: true }

describe('files', () => {
  it('are found at any depth, in an order that does not depend on the machine', async () => {
    await files({ 'b/2.jsonl': 1, 'b/10.jsonl': 1, 'B.jsonl': 1, 'a b/é.jsonl': 1, 'b.jsonl': 1, z: 1 })
    expect(await paths()).toEqual(['B.jsonl', 'a b/é.jsonl', 'b.jsonl', 'b/10.jsonl', 'b/2.jsonl', 'z'])
  })

  it('that are hidden, markers or empty are left out, whole folders too', async () => {
    await files({
      'a.jsonl': 1,
      '.hidden': 1,
      '.folder/a.jsonl': 1,
      _SUCCESS: 1,
      '_temporary/a.jsonl': 1,
      'x/_temporary/0/a.jsonl': 1,
      'x/.a.crc': 1,
      'x/_metadata': 1,
      'empty.jsonl': 0,
      'x/a_b.jsonl': 1,
    })
    expect(await paths()).toEqual(['a.jsonl', 'x/a_b.jsonl'])
  })

  it('may be links', async () => {
    await files({ 'real.jsonl': 5 })
    await symlink(join(source, 'real.jsonl'), join(source, 'link.jsonl'))
    expect((await plan()).files).toEqual([
      { path: 'link.jsonl', bytes: 5 },
      { path: 'real.jsonl', bytes: 5 },
    ])
  })

  it('behind links to folders are found; a link that leads nowhere, or back, is none', async () => {
    const elsewhere = join(root, 'elsewhere')
    await files({ 'deep/far.jsonl': 3 }, elsewhere)
    await files({ 'x/near.jsonl': 5 })
    await symlink(elsewhere, join(source, 'linked'))
    await symlink(join(source, 'gone'), join(source, 'dangling.jsonl'))
    await symlink(source, join(source, 'x', 'back'))
    await symlink('self', join(source, 'self'))
    expect((await plan()).files).toEqual([
      { path: 'linked/deep/far.jsonl', bytes: 3 },
      { path: 'x/near.jsonl', bytes: 5 },
    ])
  })

  it('may be a single one, named as the source', async () => {
    await files({ 'one.jsonl': 7 })
    const job = jobOf({ source: join(source, 'one.jsonl') })
    expect((await makePlan(job, [])).files).toEqual([{ path: 'one.jsonl', bytes: 7 }])
    expect(await sourceFolder(job)).toBe(source)
    expect(await sourceFolder(jobOf({ source }))).toBe(source)
  })

  it('without any there is a plan without units', async () => {
    await files({})
    expect(await plan()).toMatchObject({ files: [], units: [], schema: { outputs: [], inputs: [] } })
  })

  it('of a source that does not exist stop the run', async () => {
    await expect(plan()).rejects.toThrow(MonitorError)
    await expect(plan()).rejects.toThrow(/dataset_source .* does not exist/)
  })
})

describe('the window', () => {
  const hour = (name: string) => `e/v/2022/04/18/${name}/a.jsonl`
  beforeEach(() =>
    files({
      [hour('00')]: 1,
      [hour('01')]: 1,
      [hour('02')]: 1,
      'e/v/other/a.jsonl': 1,
      'e/v/2022/13/18/00/a.jsonl': 1,
    }),
  )
  const always = ['e/v/2022/13/18/00/a.jsonl', 'e/v/other/a.jsonl']
  const from = (start: string | undefined, end: string | undefined) =>
    paths({
      window: {
        ...(start === undefined ? {} : { start: parseInstant(`2022-04-18T${start}Z`) }),
        ...(end === undefined ? {} : { end: parseInstant(`2022-04-18T${end}Z`) }),
      },
    })

  it('takes each hour folder that it touches, and files of no hour', async () => {
    const sorted = (...hours: string[]) => [...hours.map(hour), ...always].sort()
    expect(await from(undefined, undefined)).toEqual(sorted('00', '01', '02'))
    expect(await from('01:00', '02:00')).toEqual(sorted('01'))
    expect(await from('00:59:59', '01:00:01')).toEqual(sorted('00', '01'))
    expect(await from('01:30', undefined)).toEqual(sorted('01', '02'))
    expect(await from(undefined, '00:00')).toEqual(sorted())
  })
})

describe('units', () => {
  const unitBytes = 1 << 16

  it('hold several small files each, and each file once', async () => {
    await files(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}.jsonl`, 4500])))
    const { units, files: found } = await plan({ format: jsonLines }, { unitBytes })
    expect(units.length).toBeGreaterThan(5)
    expect(units.length).toBeLessThan(20)
    expect(units.flat()).toEqual(found.map(({ bytes }, file) => ({ file, start: 0, end: bytes })))
  })

  it('share out thousands of tiny files too', async () => {
    await files(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`f${i}.jsonl`, 3])))
    expect((await plan({ format: jsonLines }, { unitBytes })).units.length).toBeGreaterThan(5)
  })

  it('cut large files of lines into parts that follow one another', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(sizes, async (bytes) => {
        const folder = join(root, `cut${count++}`)
        await files(Object.fromEntries(bytes.map((size, i) => [`f${i}.jsonl`, size])), folder)
        const { units } = await makePlan(jobOf({ source: folder, format: jsonLines }, { unitBytes }), [])
        const slices = units.flat()
        for (const [file, size] of bytes.entries()) {
          const parts = slices.filter((slice) => slice.file === file)
          expect(parts[0]!.start).toBe(0)
          expect(parts.at(-1)!.end).toBe(size)
          for (const [i, { end }] of parts.slice(0, -1).entries()) expect(parts[i + 1]!.start).toBe(end)
          for (const { start, end } of parts) expect(end - start).toBeLessThan(1.5 * unitBytes + 2)
        }
        expect(slices.map(({ file }) => file)).toEqual(slices.map(({ file }) => file).sort((a, b) => a - b))
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    [20, 600_000, 37],
    [512, 600_000, 12],
    [512, 3_000_000, 32],
    [512, 6_000_000, 46],
    [4096, 3_000_000, 31],
  ])('of a table of %i columns and %i bytes are %i', async (columns, bytes, expected) => {
    const record = `${Array.from({ length: columns }, (_, i) => i % 10).join(',')}\n`
    await files({ 'wide.csv': Buffer.from(record.repeat(Math.round(bytes / record.length))) })
    const { units } = await plan({ format: { kind: 'csv', header: false } }, { unitBytes })
    expect(units.length).toBe(expected)
  })

  const large = 300_000
  it.each<[string, DatasetFormat, number]>([
    ['capture', { kind: 'capture', outputPosition: 'START' }, 5],
    ['JSON Lines', jsonLines, 9],
    ['JSON document', { kind: 'json', lines: false }, 1],
    ['CSV without records', { kind: 'csv', header: false }, 1],
  ])('of a large %s file', async (_, format, expected) => {
    await files({
      large,
      'large.gz': gzipSync(Buffer.from(Array.from({ length: large }, (_, i) => (i * i * 31) % 251))),
    })
    const { units } = await plan({ format }, { unitBytes })
    const parts = (file: number) => units.flat().filter((slice) => slice.file === file).length
    expect(parts(0)).toBe(expected)
    expect(parts(1)).toBe(1)
  })
})

describe('the plan', () => {
  const record = '{"captureData":{"endpointInput":{"data":"1,2","encoding":"CSV"}}}\n'
  beforeEach(() => files({ '2022/04/18/00/a.jsonl': record, 'b.jsonl': record }))

  it('is the same wherever the source lies and however many workers there are', async () => {
    const here = await plan({}, { workers: 1 })
    const copy = join(root, `copy${count++}`)
    await files({ 'b.jsonl': record, '2022/04/18/00/a.jsonl': record }, copy)
    const there = await makePlan(jobOf({ source: copy, output: '/elsewhere' }, { workers: 8 }), [])
    expect(there).toEqual(here)
    expect(isPlan(here)).toBe(true)
    expect(here.id).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has another id for other data or other settings', async () => {
    const changes: [Partial<Omit<Job, 'settings'>>, Partial<Settings>][] = [
      [{}, {}],
      [{ format: { kind: 'capture', outputPosition: 'END' } }, {}],
      [{ window: { start: 0 } }, {}],
      [{ excludeFeatures: ['0'] }, {}],
      [{}, { features: [{ name: 'a', from: 'input', path: 'a' }] }],
      [{}, { analyzers: { 'data-quality': { k: 1 } } }],
    ]
    const ids = await Promise.all(changes.map(async ([job, settings]) => (await plan(job, settings)).id))
    ids.push((await makePlan(jobOf({ source }), ['x', 'y'])).id)
    await files({ 'c.jsonl': record })
    ids.push((await plan()).id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('planned columns', () => {
  const schema = { outputs: ['y'], inputs: ['a', 'b'] }
  const withSchema = { version: 1 as const, id: '', schema, files: [], units: [] }

  it('of a capture are outputs and inputs with their positions', () => {
    expect(planned(jobOf({ source }), withSchema)).toEqual([
      { name: 'y', kind: 'scalar', source: 'output', index: 0 },
      { name: 'a', kind: 'scalar', source: 'input', index: 0 },
      { name: 'b', kind: 'scalar', source: 'input', index: 1 },
    ])
  })

  it('of any other dataset are all data', () => {
    expect(
      planned(jobOf({ source, format: jsonLines }), withSchema).map(({ name, source }) => [name, source]),
    ).toEqual([
      ['a', 'data'],
      ['b', 'data'],
    ])
  })

  it.each<[string[], 'START' | 'END', string[]]>([
    [['a'], 'START', ['a']],
    [['0', '2'], 'START', ['y', 'b']],
    [['0', '2'], 'END', ['a', 'y']],
    [['7', 'x'], 'START', ['7', 'x']],
  ])('excluded as %j with outputs at the %s are %j', (excludeFeatures, outputPosition, names) => {
    const job = jobOf({ source, excludeFeatures, format: { kind: 'capture', outputPosition } })
    expect(excludedNames(job, withSchema)).toEqual(new Set(names))
  })

  it('named by a digit are meant by their name', () => {
    const job = jobOf({ source, excludeFeatures: ['1'] })
    expect(excludedNames(job, { ...withSchema, schema: { outputs: ['x'], inputs: ['y', '1'] } })).toEqual(
      new Set(['1']),
    )
  })
})
