/** The merge job through the entry point: what is joined, what is counted, what stays as it was. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../../../contracts/types.generated.ts'
import { isCaptureRecord } from '../../../contracts/validators.generated.ts'
import { type JobRun, logLines, report, runCommand, runJob, textOf } from '../../run-job.ts'

type Counts = Record<string, number>

let work: string
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-merge-test-'))
})
afterAll(() => rm(work, { recursive: true }))

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = join(work, `run-${++runs}`)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** A merge of what is below `captures` and `truth`. */
async function merge(
  files: Record<string, string | Buffer>,
  environment: Record<string, string> = {},
  args: string[] = [],
): Promise<{ run: JobRun; folder: string; counts: Counts; rejected: { code: string; count: number }[] }> {
  const folder = await folderWith(files)
  const variables = {
    dataset_source: join(folder, 'captures'),
    ground_truth_source: join(folder, 'truth'),
    ...environment,
  }
  const run = await runCommand(folder, variables, { args })
  expect(run.exit, run.log).toBe(0)
  const { counts, rejected } = await report<{ counts: Counts; rejected: { code: string; count: number }[] }>(
    run,
    '_merge.json',
  )
  return { run, folder, counts, rejected }
}

interface Merged {
  groundTruthData: { data: string; encoding: string }
  captureData: Record<string, { data: string; encoding: string }>
  eventMetadata: { eventId: string; inferenceId?: string }
  eventVersion: string
}

/** Every merged record, by file. */
async function records(run: JobRun): Promise<Map<string, Merged[]>> {
  const found = new Map<string, Merged[]>()
  for (const entry of await readdir(run.output, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('_')) continue
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    found.set(
      path.slice(run.output.length + 1),
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    )
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}
const all = async (run: JobRun) => [...(await records(run)).values()].flat()

const capture = (id: string, more: { inference?: string; time?: string; data?: string } = {}) =>
  JSON.stringify({
    captureData: {
      endpointInput: {
        observedContentType: 'text/csv',
        mode: 'INPUT',
        data: 'a,"b ""c"", d",ü',
        encoding: 'CSV',
      },
      endpointOutput: {
        observedContentType: null,
        mode: 'OUTPUT',
        data: more.data ?? '0.7\n',
        encoding: 'CSV',
      },
    },
    eventMetadata: {
      eventId: id,
      ...(more.inference ? { inferenceId: more.inference } : {}),
      inferenceTime: more.time ?? '2026-03-01T10:20:00Z',
    },
    eventVersion: '0',
  })
const label = (id: string, data: string, encoding = 'CSV') =>
  JSON.stringify({ groundTruthData: { data, encoding }, eventMetadata: { eventId: id }, eventVersion: '0' })
const hour = (h: string) => `captures/churn/AllTraffic/2026/03/01/${h}`

describe('what is joined', () => {
  test('by inference id, else event id; the record keeps everything it had', async () => {
    const lines = [capture('e1', { inference: 'i1' }), capture('e2'), capture('e3', { inference: 'i3' })]
    const { run, counts } = await merge({
      [`${hour('10')}/a.jsonl`]: lines.join('\n'),
      'truth/2026/03/01/10/t.jsonl': [label('i1', '1'), label('e2', '0'), label('e3', '1')].join('\n'),
    })
    const found = await records(run)
    expect([...found.keys()]).toEqual([
      expect.stringMatching(
        /^churn\/AllTraffic\/2026\/03\/01\/10\/part-00000-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.c000\.jsonl$/,
      ),
    ])
    const [merged] = [...found.values()]
    expect(merged).toEqual([
      { ...JSON.parse(lines[0]!), groundTruthData: { data: '1', encoding: 'CSV' } },
      { ...JSON.parse(lines[1]!), groundTruthData: { data: '0', encoding: 'CSV' } },
    ])
    for (const record of merged!) expect(isCaptureRecord(record)).toBe(true)
    expect(counts).toMatchObject({
      captures: 3,
      labels: 3,
      joined: 2,
      captures_without_label: 1,
      labels_without_capture: 1,
    })
    // The original leaves no exit message.
    expect(run.message).toBe('')
  })

  test('across hours; hours and labels outside the window; late labels', async () => {
    const { run, counts } = await merge(
      {
        [`${hour('09')}/a.jsonl`]: capture('early', { time: '2026-03-01T09:59:59Z' }),
        [`${hour('10')}/a.jsonl`]: capture('on', { time: '2026-03-01T10:00:00Z' }),
        [`${hour('10')}/b.jsonl`]: capture('late', { time: '2026-03-01T10:59:00Z' }),
        [`${hour('11')}/a.jsonl`]: capture('after', { time: '2026-03-01T11:00:00Z' }),
        'truth/2026/03/01/10/t.jsonl': label('on', '1'),
        'truth/2026/03/04/07/t.jsonl': ['early', 'late', 'after'].map((id) => label(id, '0')).join('\n'),
      },
      { start_time: '2026-03-01T10:00:00Z', end_time: '2026-03-01T11:00:00Z' },
    )
    expect((await all(run)).map(({ eventMetadata }) => eventMetadata.eventId).sort()).toEqual(['late', 'on'])
    expect(counts).toMatchObject({ joined: 2, late_labels: 1, labels_without_capture: 2 })
  })

  test('of several labels the latest hour wins, in one hour the last', async () => {
    const { run, counts } = await merge({
      [`${hour('10')}/a.jsonl`]: [capture('a'), capture('b')].join('\n'),
      'truth/2026/03/02/05/t.jsonl': [label('a', 'late'), label('b', 'first'), label('b', 'last')].join('\n'),
      'truth/2026/03/01/23/t.jsonl': label('a', 'early'),
    })
    const labels = Object.fromEntries(
      (await all(run)).map(({ eventMetadata, groundTruthData }) => [
        eventMetadata.eventId,
        groundTruthData.data,
      ]),
    )
    expect(labels).toEqual({ a: 'late', b: 'last' })
    expect(counts).toMatchObject({ joined: 2, duplicate_labels: 2 })
  })

  test('an event captured twice is joined once; two events of one inference id both', async () => {
    const { run, counts } = await merge({
      [`${hour('10')}/a.jsonl`]: [capture('x'), capture('x'), capture('y', { inference: 'i' })].join('\n'),
      [`${hour('10')}/b.jsonl`]: [capture('z', { inference: 'i' }), capture('y', { inference: 'i' })].join(
        '\n',
      ),
      'truth/t.jsonl': [label('x', '1'), label('i', '0')].join('\n'),
    })
    expect((await all(run)).map(({ eventMetadata }) => eventMetadata.eventId)).toEqual(['x', 'y', 'z'])
    expect(counts).toMatchObject({ joined: 3, duplicate_captures: 2 })
  })

  test('rows of a batch transform, CSV and JSON: ids leave the row', async () => {
    const { run } = await merge({
      'captures/output/2026/03/01/10/x.csv.out':
        '0.10,yes, 6f1c-1,2026-03-01T10:05:00Z\n0.20,"a, b",6f1c-2,2026-03-01T10:05:00Z\n',
      'captures/output/2026/03/01/10/y.jsonl.out': `${JSON.stringify({
        SageMakerOutput: { score: 0.3 },
        features: [1, 2],
        SageMakerInferenceId: '6f1c-3',
        SageMakerInferenceTime: '2026-03-01T10:05:00Z',
      })}\n`,
      'truth/t.jsonl': ['6f1c-1', '6f1c-2', '6f1c-3']
        .map((id) => label(id, '{"label": 1}', 'JSON'))
        .join('\n'),
    })
    expect(await all(run)).toMatchObject([
      {
        eventMetadata: { eventId: '6f1c-1' },
        groundTruthData: { data: '{"label": 1}', encoding: 'JSON' },
        captureData: { batchTransformOutput: { data: '0.10,yes', encoding: 'CSV' } },
      },
      { captureData: { batchTransformOutput: { data: '0.20,"a, b"' } } },
      {
        captureData: {
          batchTransformOutput: {
            data: '{"SageMakerOutput":{"score":0.3},"features":[1,2]}',
            encoding: 'JSON',
          },
        },
      },
    ])
  })

  test('gzip, a record that holds an old label, an hour from the inference time', async () => {
    const old = JSON.stringify({
      ...JSON.parse(capture('a')),
      groundTruthData: { data: 'old', encoding: 'CSV' },
    })
    const { run } = await merge({
      'captures/plain.jsonl.gz': gzipSync(old),
      'truth/t.jsonl.gz': gzipSync(label('a', 'new')),
    })
    const found = await records(run)
    expect([...found.keys()][0]).toMatch(/^2026\/03\/01\/10\/part-/)
    expect([...found.values()].flat()[0]!.groundTruthData.data).toBe('new')
  })
})

describe('bad input and other runs', () => {
  test('lines that are no records are counted with their places', async () => {
    const { run, counts, rejected } = await merge({
      [`${hour('10')}/a.jsonl`]: ['{"cut', '{"eventMetadata": {}}', 'a,b,c', capture('a')].join('\n'),
      'truth/t.jsonl': ['nonsense', '{"groundTruthData": {"data": 1}}', label('a', '1')].join('\n'),
    })
    expect(counts).toMatchObject({ joined: 1, captures_rejected: 3, labels_rejected: 2 })
    expect(rejected.map(({ code, count }) => `${code} ${count}`)).toEqual([
      'NOT_JSON 2',
      'NOT_A_CAPTURE_RECORD 2',
      'NOT_A_LABEL 1',
    ])
    expect(logLines(run).map(({ message }) => message)).toContain('NOT_JSON: 2 (record rejected)')
  })

  test('byom merge ignores what the environment asks for besides; a second merge leaves no parts of the first', async () => {
    const files = { [`${hour('10')}/a.jsonl`]: capture('a'), 'truth/t.jsonl': label('a', '1') }
    const { run, folder } = await merge(files, { analysis_type: 'MODEL_QUALITY' }, ['merge'])
    const elsewhere = join(folder, 'elsewhere')
    const options = [
      '--captures',
      join(folder, 'captures'),
      '--labels',
      join(folder, 'truth'),
      '--out',
      elsewhere,
    ]
    const named = await runCommand(folder, { output_path: '' }, { args: ['merge', ...options] })
    expect(named.exit, named.log).toBe(0)
    expect((await records({ ...named, output: elsewhere })).size).toBe(1)
    await rm(elsewhere, { recursive: true })
    const first = await records(run)
    await writeFile(join(folder, 'truth/t.jsonl'), [label('a', '2'), label('b', '1')].join('\n'))
    const again = await runJob(folder, {
      dataset_source: join(folder, 'captures'),
      ground_truth_source: join(folder, 'truth'),
    })
    const second = await records(again)
    expect(second.size).toBe(1)
    expect([...second.keys()]).not.toEqual([...first.keys()])
    expect([...second.values()].flat()[0]!.groundTruthData.data).toBe('2')
    expect((await readdir(again.output)).sort()).toEqual(['_merge.json', 'churn'])
  })

  test('no label source, and a source that is not there', async () => {
    const folder = await folderWith({ 'captures/a.jsonl': capture('a') })
    const none = await runCommand(folder, { dataset_source: join(folder, 'captures') }, { args: ['merge'] })
    expect(none.exit).toBe(2)
    expect(none.message).toContain('ground_truth_source is not set')
    const missing = await runJob(folder, {
      dataset_source: join(folder, 'captures'),
      ground_truth_source: join(folder, 'nowhere'),
    })
    expect(missing.exit).toBe(3)
    expect(missing.message).toContain('ground_truth_source')
    expect(await readdir(join(folder, 'out'))).toEqual([])
  })

  test('the steps of a distributed run want merged records', async () => {
    const folder = await folderWith({ 'captures/a.jsonl': capture('a') })
    const run = await runCommand(
      folder,
      {
        dataset_source: join(folder, 'captures'),
        ground_truth_source: folder,
        dataset_format: '{"sagemakerCaptureJson": {}}',
        analysis_type: 'MODEL_QUALITY',
        problem_type: 'Regression',
        inference_attribute: '0',
      },
      { args: ['plan'] },
    )
    expect(run.exit).toBe(2)
    expect(run.message).toContain('run byom merge first')
  })
})

describe('a larger one', () => {
  const n = 40_000
  let folder: string
  let run: JobRun
  const score = (i: number) => ((i * 7919) % 10_007) / 10_007
  const truth = (i: number) => Number(score(i) + ((i * 31) % 100) / 150 > 0.8)
  beforeAll(async () => {
    const files: Record<string, string> = {}
    for (let h = 0; h < 4; h++)
      files[`${hour(`1${h}`)}/a.jsonl`] = Array.from({ length: n / 4 }, (_, i) => {
        const k = h * (n / 4) + i
        return capture(`id-${k}`, { data: String(score(k)), time: `2026-03-01T1${h}:30:00Z` })
      }).join('\n')
    // Every third id has no label, some have two, and some labels belong to nobody.
    const order = Array.from({ length: n }, (_, i) => (i * 27_449) % (n + 500))
    files['truth/2026/03/02/00/t.jsonl'] = order
      .filter((k) => k % 3 !== 0)
      .flatMap((k) =>
        k % 50 === 1
          ? [label(`id-${k}`, '9'), label(`id-${k}`, `${truth(k)}`)]
          : [label(`id-${k}`, `${truth(k)}`)],
      )
      .join('\n')
    folder = await folderWith(files)
    run = await runJob(folder, {
      dataset_source: join(folder, 'captures'),
      ground_truth_source: join(folder, 'truth'),
    })
    expect(run.exit, run.log).toBe(0)
  })

  test('joins the same set as DuckDB', async () => {
    const found = (await all(run)).map(
      ({ eventMetadata, groundTruthData, captureData }) =>
        `${eventMetadata.eventId} ${groundTruthData.data} ${captureData['endpointOutput']!.data}`,
    )
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const reader = await connection.runAndReadAll(`
      WITH t AS (SELECT eventMetadata.eventId AS id, groundTruthData.data AS label, row_number() OVER () AS n
                 FROM read_json('${folder}/truth/**/*.jsonl', format = 'newline_delimited')),
           l AS (SELECT id, arg_max(label, n) AS label FROM t GROUP BY id),
           c AS (SELECT eventMetadata.eventId AS id, captureData.endpointOutput.data AS score
                 FROM read_json('${folder}/captures/**/*.jsonl', format = 'newline_delimited'))
      SELECT c.id || ' ' || l.label || ' ' || c.score FROM c JOIN l USING (id)`)
    const expected = reader.getRows().map(([text]) => text as string)
    connection.closeSync()
    expect(expected.length).toBeGreaterThan(20_000)
    expect(found.sort()).toEqual(expected.sort())
  })

  test('merge and analyse in one job says the same bytes as two jobs, and leaves nothing behind', async () => {
    const analysis = {
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'BinaryClassification',
      probability_attribute: '0',
      dataset_format: '{"sagemakerCaptureJson": {}}',
    }
    const temporary = join(folder, 'tmp')
    await mkdir(temporary)
    const both = await runJob(folder, {
      dataset_source: join(folder, 'captures'),
      ground_truth_source: join(folder, 'truth'),
      output_path: join(folder, 'both'),
      TMPDIR: temporary,
      ...analysis,
    })
    expect(both.exit, both.log).toBe(0)
    expect(await readdir(temporary)).toEqual([])
    expect((await readdir(both.output)).sort()).toEqual(['constraints.json', 'run.json', 'statistics.json'])
    const second = await runJob(folder, {
      dataset_source: join(folder, 'out'),
      output_path: join(folder, 'second'),
      ...analysis,
    })
    expect(second.exit, second.log).toBe(0)
    for (const file of ['statistics.json', 'constraints.json'])
      expect(await textOf(join(both.output, file)), file).toBe(await textOf(join(second.output, file)))
    const { job, merge } = await report<Run>(both, 'run.json')
    expect(job.dataset_source).toBe(join(folder, 'captures'))
    const { counts } = await report<{ counts: Counts }>(run, '_merge.json')
    expect(merge!.counts).toEqual(counts)
  })

  test('an analysis of captures that no label fits says so, and which lines are no labels', async () => {
    const path = join(folder, 'other/2026/03/01/10/a.jsonl')
    await mkdir(dirname(path), { recursive: true })
    const label = { groundTruthData: { data: '1', encoding: 'CSV' }, eventMetadata: { eventId: 'nobody' } }
    await writeFile(path, `${JSON.stringify({ ...label, eventVersion: '0' })}\n{\n`)
    const found = await runJob(folder, {
      dataset_source: join(folder, 'captures'),
      ground_truth_source: join(folder, 'other'),
      output_path: join(folder, 'nothing'),
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'BinaryClassification',
      probability_attribute: '0',
      dataset_format: '{"sagemakerCaptureJson": {}}',
    })
    expect(found.exit, found.log).toBe(0)
    const { merge } = await report<Run>(found, 'run.json')
    expect(merge).toMatchObject({
      counts: { joined: 0, labels: 1, labels_rejected: 1, labels_without_capture: 1 },
      rejected: [{ code: 'NOT_JSON', count: 1, effect: 'record rejected' }],
    })
    expect(merge!.counts.captures).toBeGreaterThan(1000)
    expect(found.message).toBe(
      `Completed: Job completed successfully with no violations. None of ${merge!.counts.captures} captures has one of the 1 labels. 1 lines of labels were rejected; see run.json.`,
    )
  })

  test.each([1, 7, 23])('metrics from %i units are the same bytes', async (units) => {
    const config = join(folder, `units-${units}.json`)
    const merged = await all(run)
    const bytes = merged.reduce((sum, record) => sum + JSON.stringify(record).length + 1, 0)
    const one = join(folder, 'one.jsonl')
    await writeFile(one, merged.map((record) => JSON.stringify(record)).join('\n'))
    await writeFile(config, JSON.stringify({ plan: { unitBytes: Math.ceil(bytes / units) }, workers: 2 }))
    const analyzed = await runJob(folder, {
      dataset_source: one,
      dataset_format: '{"sagemakerCaptureJson": {}}',
      analysis_type: 'MODEL_QUALITY',
      problem_type: 'BinaryClassification',
      probability_attribute: '0',
      output_path: join(folder, `units-${units}`),
      BYOM_CONFIG: config,
    })
    expect(analyzed.exit, analyzed.log).toBe(0)
    const { plan } = await report<{ plan: { units: number } }>(analyzed, 'run.json')
    expect(plan.units).toBe(units)
    const found = await textOf(join(analyzed.output, 'statistics.json'))
    expect(found).toBe(await textOf(join(folder, 'units-1/statistics.json')))
  })
})
