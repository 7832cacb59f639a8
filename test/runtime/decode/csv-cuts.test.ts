/** Large CSV files in several units: the same records as in one, or a refusal; never something else. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Plan, Run } from '../../../contracts/types.generated.ts'
import { likelyStart } from '../../../runtime/decode/csv-cuts.ts'
import { MonitorError } from '../../../runtime/errors.ts'
import { report, runCommand, runJob, textOf } from '../../run-job.ts'
import { type Input, inOrder, inputOf, rowsOf, runUnitsOf } from '../stage-run.ts'

let root: string
let count = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'byom-cuts-'))
})
afterAll(() => rm(root, { recursive: true }))

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
/** A value as a line of CSV has it: some need quotes, others have them for nothing. */
const field = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -50, max: 500 }).map(String) },
  fc.constantFrom('', 'true', '2.5', 'a b', 'é', '""', '7', '8'),
  fc
    .array(fc.constantFrom('line', ',', '\n', '\r\n', '"', ' ', '1,2,3\n'), { maxLength: 6 })
    .map((parts) => quoted(parts.join(''))),
)
/** Files of three columns: mostly whole records, some too short or too long, some blank lines. */
const file = fc
  .record({
    records: fc.array(
      fc.oneof(
        { weight: 150, arbitrary: fc.tuple(field, field, field).map((fields) => fields.join(',')) },
        { weight: 1, arbitrary: fc.constantFrom('', '1', '1,2,3,4', '5" pipe,1,2', '1,2,x"') },
      ),
      { minLength: 80, maxLength: 300, size: 'max' },
    ),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\u{feff}'),
    header: fc.boolean(),
    tail: fc.constantFrom('', '\n', '7,"open'),
  })
  .map(({ records, lineEnd, mark, header, tail }) => ({
    header,
    text: mark + [...(header ? ['a,"b",c'] : []), ...records].join(lineEnd) + (tail && `\n${tail}`),
  }))

/** The records of an input, without what depends on how it is cut; undefined when a cut is refused. */
async function read(input: Input) {
  try {
    const result = await runUnitsOf(input, {})
    const rejects = [...result.rejects].map(([code, { count }]) => [code, count])
    const { columns, records, rows } = result
    return { rows: inOrder(rowsOf(result)), rejects, columns, records, count: rows }
  } catch (error) {
    if (error instanceof MonitorError && error.code === 'CUT_INSIDE_RECORD') return undefined
    throw error
  }
}

async function inputsOf(text: string, header: boolean) {
  const folder = join(root, `${count++}`)
  const format = { kind: 'csv', header } as const
  const whole = await inputOf(folder, { 'data.csv': text }, format, { cutCsv: false })
  const cut = await inputOf(folder, { 'data.csv': text }, format, { unitBytes: 1600 })
  await rm(folder, { recursive: true, force: true }).then(() => mkdir(folder))
  await writeFile(join(folder, 'data.csv'), text)
  return { whole, cut }
}

/** One unit per slice. */
const cutAt = ({ job, plan }: Input, places: readonly number[]): Input => {
  const starts = [0, ...places]
  const units = starts.map((start, i) => [{ file: 0, start, end: starts[i + 1] ?? plan.files[0]!.bytes }])
  return { job, plan: { ...plan, units } }
}

describe('a cut file', () => {
  test('gives the records of the whole one where the plan cuts it', async () => {
    let cuts = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(file, async ({ text, header }) => {
        const { whole, cut } = await inputsOf(text, header)
        cuts += cut.plan.units.flat().length - 1
        const found = await read(cut)
        if (found) expect(found).toEqual(await read(whole))
        else refused++
      }),
      { numRuns: 60 },
    )
    expect(cuts).toBeGreaterThan(100)
    expect(refused).toBeLessThan(20)
  })

  test('gives the records of the whole one, or is refused, at whatever line ends it is cut', async () => {
    const outcomes = { same: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        async ({ text, header }, shares) => {
          const { whole } = await inputsOf(text, header)
          const bytes = Buffer.from(text)
          const first = header ? bytes.indexOf(10) + 1 : 1
          const ends = [...bytes.keys()].filter((i) => i >= first && i < bytes.length && bytes[i - 1] === 10)
          const places = new Set(shares.map((share) => ends[Math.floor(share * ends.length)] ?? 0))
          places.delete(0)
          const found = await read(
            cutAt(
              whole,
              [...places].sort((a, b) => a - b),
            ),
          )
          outcomes[found ? 'same' : 'refused']++
          if (found) expect(found).toEqual(await read(whole))
        },
      ),
      { numRuns: 100 },
    )
    expect(outcomes.same).toBeGreaterThan(30)
    expect(outcomes.refused).toBeGreaterThan(10)
  })

  test('counts its records from the cut, as positions say', async () => {
    const text = `a,b\n${'1,"x\ny"\n'.repeat(300)}1,2,3\n${'1,"x\ny"\n'.repeat(300)}`
    const { cut } = await inputsOf(text, true)
    const { rejects } = await runUnitsOf(cut, {})
    const [example] = rejects.get('ROW_TOO_LONG')!.examples
    expect(cut.plan.units.length).toBeGreaterThan(5)
    expect(example!.byte).toBeGreaterThan(0)
    const before = text.slice(example!.byte, text.indexOf('1,2,3')).split('"\n').length - 1
    expect(example!.record).toBe(before + 1)
  })
})

describe('the start of a record', () => {
  const start = (text: string, columns: number, ended = true) =>
    likelyStart(Buffer.from(text), columns, ended)

  test.each([
    ['behind the first line end', 'x,1\n2,3\n4,5', 4],
    ['on a line end that stands at the place itself', '\n2,3\n4,5', 1],
    ['behind CRLF', 'x\r\n2,3\r\n4,5\r\n', 3],
    ['behind the text that the place is in', 'some prose\nmore, and, more\n the end",3\n4,5\n6,7\n', 39],
    ['behind the text that a record begins with', 'end",3\n4,5\n6,7\n', 7],
    ['behind the text that ends a line later', 'x\nend",3\n4,5\n6,7\n', 9],
    ['behind a record that is too long', '\n1,2,3\n4,5\n6,7', 7],
  ])('%s', (_, text, expected) => expect(start(text, 2)).toBe(expected))

  test('not where the file goes on and too few records are seen', () => {
    expect(start(`\n${'1,2\n'.repeat(7)}`, 2, false)).toBe(-1)
    expect(start(`\n${'1,2\n'.repeat(8)}`, 2, false)).toBe(1)
  })

  test('nowhere without a line end, or without records that fit', () => {
    expect(start('1,2', 2)).toBe(-1)
    expect(start('\n1\n2\n3', 2)).toBe(-1)
    expect(start('', 2)).toBe(-1)
  })

  test('in time that grows with the bytes, whatever they are', () => {
    const begin = performance.now()
    for (const line of ['"\n', '"a,b\n', '1\n', '"",""\n', '\n'])
      start(line.repeat((1 << 20) / line.length), 3)
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

describe('a run over a large file', () => {
  const records = (n: number, text: string) =>
    Array.from({ length: n }, (_, i) => `${text},${i % 91},${(i * 7) % 1000}.25\r\n`).join('')
  /** Its quoted values hold line ends, but nothing that looks like records. */
  const prose = `\u{feff}text,n,x\r\n${records(4000, '"first\nsecond, third\r\n""fourth"" "')}`
  /** A value in which everything looks like records. */
  const trap = `n,x,text\r\n${records(3000, 'a')}1,2,"${'3,4,five\n'.repeat(20_000)}"\r\n${records(3000, 'b')}`
  const dataset_format = '{"csv":{"header":true}}'

  async function bytes(output: string): Promise<Record<string, string | undefined>> {
    const names = (await readdir(output)).filter((name) => name.endsWith('.json') && name !== 'run.json')
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await textOf(join(output, name))] as const)),
    )
  }

  async function prepared(name: string, text: string) {
    const folder = join(root, name)
    await mkdir(join(folder, 'in'), { recursive: true })
    await writeFile(join(folder, 'in', 'data.csv'), text)
    return async (name: string, config: { readonly workers?: number; readonly plan?: object }) => {
      const path = join(folder, `${name}.byom.json`)
      await writeFile(path, JSON.stringify({ ...config, plan: { unitBytes: 1 << 18, ...config.plan } }))
      return { dataset_source: join(folder, 'in'), dataset_format, BYOM_CONFIG: path }
    }
  }

  test('gives the same bytes on one thread, on two, and by plan, partial, combine and finish', async () => {
    const environment = await prepared('prose', prose)
    const alone = await environment('alone', { workers: 0 })
    const one = await runJob(join(root, 'one'), alone)
    expect(one.exit, one.log).toBe(0)
    const { plan, counts } = await report<Run>(one, 'run.json')
    expect(plan.units).toBeGreaterThan(2)
    expect(counts.rows).toBe(4000)
    const expected = await bytes(one.output)
    expect(Object.keys(expected)).toContain('statistics.json')
    const two = await runJob(join(root, 'two'), await environment('two', { workers: 2 }))
    expect(await bytes(two.output)).toEqual(expected)

    const work = join(root, 'work')
    await mkdir(work)
    const step = async (...args: string[]) => {
      const run = await runCommand(join(root, 'steps'), alone, { args, cwd: work })
      expect(run.exit, run.log).toBe(0)
      return run
    }
    await step('plan')
    const { units } = JSON.parse((await textOf(join(work, 'plan.json')))!) as Plan
    for (const unit of units.keys()) await step('partial', '--plan', 'plan.json', '--unit', `${unit}`)
    const states = [...units.keys()].map((unit) => `unit-${unit}.state.json`)
    await step('combine', '--plan', 'plan.json', '--out', 'half.json', ...states.slice(0, 2))
    const finished = await step('finish', '--plan', 'plan.json', 'half.json', ...states.slice(2).reverse())
    expect(await bytes(finished.output)).toEqual(expected)
  })

  test.each([0, 2])('reads it again in one piece when a cut was wrong, with %i workers', async (workers) => {
    const environment = await prepared('trap', trap)
    const whole = await runJob(
      join(root, `whole${workers}`),
      await environment('whole', { workers, plan: { cutCsv: false } }),
    )
    const again = await runJob(join(root, `again${workers}`), await environment('again', { workers }))
    expect(again, again.log).toMatchObject({ exit: 0, message: whole.message })
    expect(again.log).toMatch(/cut inside a quoted value; everything is read again/)
    expect(await bytes(again.output)).toEqual(await bytes(whole.output))
    expect((await report<Run>(again, 'run.json')).plan.units).toBe(1)
  })

  test('a unit of a wrong cut is refused with what to do', async () => {
    const environment = await (await prepared('refused', trap))('refused', {})
    const work = join(root, 'refused-work')
    await mkdir(work)
    const step = (...args: string[]) =>
      runCommand(join(root, 'refused-steps'), environment, { args, cwd: work })
    expect((await step('plan')).exit).toBe(0)
    const run = await step('partial', '--plan', 'plan.json', '--unit', '0')
    expect(run).toMatchObject({ exit: 2, message: expect.stringMatching(/plan\.cutCsv to false/) })
  })
})
