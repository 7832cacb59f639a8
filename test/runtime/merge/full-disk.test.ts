/** Merges onto file systems that are too small, for real: the error, the exit code, and that nothing of the attempt stays. */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, type TestContext, test } from 'vitest'
import { logLines, runJob } from '../../run-job.ts'

let work: string
let mounted: string[] = []
let runs = 0
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'byom-full-disk-'))
  const line = (i: number) =>
    `{"captureData":{"endpointOutput":{"data":"0.${i}","encoding":"CSV"}},"eventMetadata":{"eventId":"e${i}"}}`
  const label = (i: number) =>
    `{"groundTruthData":{"data":"1","encoding":"CSV"},"eventMetadata":{"eventId":"e${i}"}}`
  const files = {
    'captures/shop/all/2026/03/01/10/a.jsonl': Array.from({ length: 20_000 }, (_, i) => line(i)),
    'labels/2026/03/01/11/a.jsonl': Array.from({ length: 20_000 }, (_, i) => label(i)),
  }
  for (const [name, lines] of Object.entries(files)) {
    await mkdir(dirname(join(work, name)), { recursive: true })
    await writeFile(join(work, name), lines.join('\n'))
  }
})
afterEach(() => {
  for (const folder of mounted) execFileSync('umount', ['--lazy', folder])
  mounted = []
})
afterAll(() => rm(work, { recursive: true }))

/** A folder on a file system of its own. */
async function small(context: TestContext, bytes: string): Promise<string> {
  const folder = join(work, `disk-${++runs}`)
  await mkdir(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'pipe' })
    mounted.push(folder)
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    context.skip(`mount is not permitted here: ${error}`)
  }
  return folder
}

const sources = () => ({
  dataset_source: join(work, 'captures'),
  ground_truth_source: join(work, 'labels'),
})

// Labels take about 1 MB in between, captures and merged records 3 MB each.
test.for([
  ['labels', '512k'],
  ['captures', '3m'],
  ['merged records', '5m'],
])('a merge job whose disk is full of %s', async ([, bytes], context) => {
  const disk = await small(context, bytes!)
  const output = join(disk, 'out')
  await mkdir(join(output, 'shop'), { recursive: true })
  const before = 'part-00000-00000000-0000-4000-8000-000000000000.c000.jsonl'
  await writeFile(join(output, 'shop', before), 'from before\n')
  const run = await runJob(join(work, `run-${runs}`), { ...sources(), output_path: output })
  expect(run.exit, run.log).toBe(6)
  const { message } = logLines(run).at(-1)!
  expect(message).toContain(`Cannot write below ${output}`)
  expect(message).toContain('ENOSPC')
  expect(message).toContain('give the job a larger volume')
  expect(await readdir(output, { recursive: true })).toEqual(['shop', `shop/${before}`])
  expect(await readFile(join(output, 'shop', before), 'utf8')).toBe('from before\n')
})

test('a merge before an analysis whose temporary folder is full', async (context) => {
  const disk = await small(context, '3m')
  const run = await runJob(join(work, `run-${runs}`), {
    ...sources(),
    dataset_format: '{"sagemakerCaptureJson": {}}',
    analysis_type: 'MODEL_QUALITY',
    problem_type: 'BinaryClassification',
    probability_attribute: '0',
    TMPDIR: disk,
  })
  expect(run.exit, run.log).toBe(6)
  expect(run.message).toContain(`Failed: REPORT_UNWRITABLE: Cannot write below ${disk}`)
  expect(run.message).toContain('TMPDIR for a merge before an analysis')
  expect(await readdir(disk)).toEqual([])
  expect(await readdir(run.output).catch(() => [])).toEqual([])
})

test('the same merge fits once the disk is large enough', async (context) => {
  const disk = await small(context, '16m')
  const run = await runJob(join(work, `run-${runs}`), { ...sources(), output_path: join(disk, 'out') })
  expect(run.exit, run.log).toBe(0)
  expect(await readdir(run.output)).toEqual(['_merge.json', 'shop'])
})
