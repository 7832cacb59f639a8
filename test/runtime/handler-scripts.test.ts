/**
 * The kinds of scripts that users of the original service have, unmodified, over captures, CSV and JSON, in baseline and in monitoring
 * jobs. What each feature should hold is computed here from the records, without the script.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run, Statistics } from '../../contracts/types.generated.ts'
import { logLines, report, runJob } from '../run-job.ts'
import { captureLines } from './stage-run.ts'

const samples = new URL('../samples/', import.meta.url).pathname
const script = (sample: string) => readFile(join(samples, sample, 'handler/preprocess.py'), 'utf8')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'byom-scripts-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Value = string | number | undefined

/** Rows of a dataset by column, as the script should leave them. */
type Rows = readonly Readonly<Record<string, Value>>[]

interface Kind {
  readonly name: string
  readonly source: () => Promise<string>
  readonly file: string
  readonly text: string
  readonly format: string
  /** The rows that the script makes of all records; undefined where it leaves a random part of them. */
  readonly rows: Rows
  readonly sampled?: boolean
}

const capture = '{"sagemakerCaptureJson": {"captureIndexNames": ["endpointInput", "endpointOutput"]}}'
const numbers = Array.from({ length: 120 }, (_, i) => i)
const inputs = numbers.map((i) => `${i % 5 === 0 ? -1 : i},${(i * 7) % 13},${i / 4}`)
const output = (i: number) => String(i % 7)
const captured = captureLines(inputs)
const probability = (i: number) => (i + 1) * 10 ** -(i % 9)

const kinds: readonly Kind[] = [
  {
    name: 'padding of output and input to keys that keep their order',
    source: () => script('handler-padding'),
    file: 'a.jsonl',
    text: captured,
    format: capture,
    rows: inputs.map((line, i) =>
      Object.fromEntries(
        [output(i), ...line.split(',')].map((value, k) => [String(k).padStart(20, '0'), value]),
      ),
    ),
  },
  {
    name: '-1 is missing',
    source: () => script('handler-missing-values'),
    file: 'a.jsonl',
    text: captured,
    format: capture,
    rows: inputs.map((line, i) => {
      const [age, balance, tenure] = line
        .split(',')
        .map((value) => (Number(value) === -1 ? undefined : value))
      return { age, balance, tenure, prediction: output(i) }
    }),
  },
  {
    name: 'a random tenth, by empty lists',
    source: () => script('handler-sampling'),
    file: 'a.jsonl',
    text: numbers.map((i) => JSON.stringify({ amount: i, fee: i / 8 })).join('\n'),
    format: '{"json": {"lines": true}}',
    rows: numbers.map((i) => ({ amount: i, fee: i / 8 })),
    sampled: true,
  },
  {
    name: 'four log levels, the record returned',
    source: () => script('handler-log-levels'),
    file: 'a.jsonl',
    text: captured,
    format: capture,
    rows: inputs.map((line, i) =>
      Object.fromEntries([output(i), ...line.split(',')].map((value, k) => [`_c${k}`, value])),
    ),
  },
  {
    name: 'scientific notation to fixed, the header skipped',
    source: () => script('handler-scientific-notation'),
    file: 'a.csv',
    text: `probability,prediction,label\n${numbers.map((i) => `${probability(i).toExponential()},${i % 2},${i % 3}`).join('\n')}\n`,
    format: '{"csv": {"header": true}}',
    rows: numbers.map((i) => ({ probability: probability(i), prediction: i % 2, label: i % 3 })),
  },
]

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe.each(kinds)('$name', ({ source, file, text, format, rows, sampled }) => {
  test('baseline and monitoring: every feature holds the values of the records', async () => {
    const own = await mkdtemp(join(folder, 'kind-'))
    await mkdir(join(own, 'in'))
    await writeFile(join(own, 'in', file), text)
    await writeFile(join(own, 'preprocess.py'), await source())
    const environment = {
      dataset_source: join(own, 'in'),
      dataset_format: format,
      record_preprocessor_script: join(own, 'preprocess.py'),
    }
    const baseline = await runJob(own, environment)
    expect(baseline.exit, baseline.log).toBe(0)
    const monitoring = await runJob(own, {
      ...environment,
      output_path: join(own, 'later'),
      baseline_statistics: join(baseline.output, 'statistics.json'),
      baseline_constraints: join(baseline.output, 'constraints.json'),
    })
    expect(monitoring.exit, monitoring.log).toBe(0)
    // The same data: nothing has drifted, nothing is missing, no column has another name.
    expect(monitoring.message).toBe('Completed: Job completed successfully with no violations.')
    for (const run of [baseline, monitoring]) {
      const { dataset, features } = await report<Statistics>(run, 'statistics.json')
      const { counts } = await report<Run>(run, 'run.json')
      if (sampled) {
        expect(dataset.item_count).toBeGreaterThan(rows.length / 40)
        expect(dataset.item_count).toBeLessThan(rows.length / 4)
        expect(counts.records_dropped).toBe(rows.length - dataset.item_count)
      } else expect(dataset.item_count).toBe(rows.length)
      expect(features.map(({ name }) => name)).toEqual(Object.keys(rows[0]!).toSorted())
      for (const { name, numerical_statistics } of features) {
        const present = rows.flatMap((row) => (row[name] === undefined ? [] : [Number(row[name])]))
        const { common, mean, min, max } = numerical_statistics!
        if (sampled) {
          for (const bound of [min, max]) expect(present).toContain(bound)
          continue
        }
        expect({ name, ...common }).toEqual({
          name,
          num_present: present.length,
          num_missing: rows.length - present.length,
        })
        expect([min, max]).toEqual([Math.min(...present), Math.max(...present)])
        expect(Math.abs(mean! - meanOf(present))).toBeLessThan(1e-12 * Math.max(1, Math.abs(meanOf(present))))
      }
    }
    if (text === captured && (await source()).includes('logger')) {
      const levels = logLines(baseline).flatMap(({ level, message }) =>
        message.startsWith(`${level === 'warn' ? 'warning' : level}: id-0`) ? [level] : [],
      )
      expect(levels).toEqual(['info', 'warn', 'error'])
    }
  })
})
