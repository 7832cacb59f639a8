/**
 * What a merge of many captures with as many shuffled labels costs: `node test/bench/merge.ts [captures] [--reference]`.
 *
 * Records are as small as they may be, so that their number counts and not their bytes. Of every ten captures one has no label, of every
 * thousand labels one comes twice (the second is right), and one belongs to nobody. Every merged record is compared with the label that
 * its id must have, and every id with those that must be there; with `--reference` the merged set is compared with a join by DuckDB, too.
 * Peak memory is VmHWM of the job's process, processor time that of all its threads. Needs about 0.7 GB of disk per million captures.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hrtime, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { execa } from 'execa'
import fg from 'fast-glob'

const captures = Number(process.argv[2] ?? 1_000_000)
const compared = process.argv.includes('--reference')
const hours = 24
const main = fileURLToPath(new URL('../../runtime/main.ts', import.meta.url))

const idOf = (i: number) => `id-${i}`
const scoreOf = (i: number) => ((i * 7919) % 10_007) / 10_007
const truthOf = (i: number) => (i * 31) % 97
const isLabelled = (i: number) => i % 10 !== 0
const isTwice = (i: number) => i % 1000 === 1

const capture = (i: number, hour: string) =>
  `{"captureData":{"endpointOutput":{"data":"${scoreOf(i)}","encoding":"CSV"}},"eventMetadata":{"eventId":"${idOf(i)}","inferenceTime":"2026-03-01T${hour}:00:00Z"}}\n`
const label = (id: string, data: number) =>
  `{"groundTruthData":{"data":"${data}","encoding":"CSV"},"eventMetadata":{"eventId":"${id}"}}\n`

/** Text in pieces that a stream likes. */
function* pieces(texts: Iterable<string>): Generator<string> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < 1 << 20) continue
    yield piece
    piece = ''
  }
  yield piece
}

function* hourOf(h: number): Generator<string> {
  const hour = String(h).padStart(2, '0')
  for (let i = Math.floor((captures * h) / hours); i < Math.floor((captures * (h + 1)) / hours); i++)
    yield capture(i, hour)
}

/** All ids in an order that has nothing to do with that of the captures. */
function* labels(): Generator<string> {
  let stride = Math.round(captures * 0.6180339887)
  while (divisor(stride, captures) !== 1) stride++
  for (let n = 0, i = 0; n < captures; n++, i = (i + stride) % captures) {
    if (n % 1000 === 0) yield label(`nobody-${n}`, 1)
    if (!isLabelled(i)) continue
    if (isTwice(i)) yield label(idOf(i), -1)
    yield label(idOf(i), truthOf(i))
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

async function write(path: string, texts: Iterable<string>): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true })
  await pipeline(pieces(texts), createWriteStream(path))
}

interface Cost {
  readonly seconds: number
  readonly processor: number
  readonly peakBytes: number
}

/** Runs the merge as a process of its own and watches it. */
async function measure(folder: string): Promise<Cost> {
  const start = hrtime.bigint()
  const args = ['merge', '--captures', join(folder, 'captures'), '--labels', join(folder, 'labels')]
  const job = execa(process.execPath, [main, ...args, '--out', join(folder, 'merged')], {
    env: { BYOM_OPT_ML: join(folder, 'opt') },
    all: true,
  })
  let [peakBytes, processor] = [0, 0]
  const look = async () => {
    try {
      const [status, stat] = await Promise.all(
        ['status', 'stat'].map((name) => readFile(`/proc/${job.pid}/${name}`, 'utf8')),
      )
      peakBytes = 1024 * Number(/VmHWM:\s*(\d+)/.exec(status!)?.[1] ?? peakBytes / 1024)
      const ticks = stat!.slice(stat!.lastIndexOf(')')).split(' ')
      processor = (Number(ticks[12]) + Number(ticks[13])) / 100
    } catch {
      // The process has ended.
    }
  }
  const timer = setInterval(look, 200)
  try {
    const { all } = await job
    stdout.write(`${all}\n`)
  } finally {
    clearInterval(timer)
  }
  return { seconds: Number(hrtime.bigint() - start) / 1e9, processor, peakBytes }
}

/** Throws for a record that should not be there, is there twice, has a wrong label, or is missing. */
async function verify(folder: string): Promise<number> {
  const seen = new Uint8Array(captures)
  let found = 0
  for (const path of await fg('merged/**/part-*.jsonl', { cwd: folder, absolute: true }))
    for await (const line of createInterface({ input: createReadStream(path) })) {
      const match = /"data":"(-?\d+)".*"data":"([\d.e-]+)".*"eventId":"id-(\d+)"/.exec(line)
      const i = Number(match?.[3])
      const right =
        match &&
        isLabelled(i) &&
        seen[i] === 0 &&
        Number(match[1]) === truthOf(i) &&
        Number(match[2]) === scoreOf(i)
      if (!right) throw new Error(`a merged record is wrong: ${line}`)
      seen[i] = 1
      found++
    }
  const expected = captures - Math.ceil(captures / 10)
  if (found !== expected) throw new Error(`${found} merged records, expected ${expected}`)
  return found
}

/** The number of records that DuckDB's join and ours do not share. */
async function differences(folder: string): Promise<number> {
  const connection = await (await DuckDBInstance.create(join(folder, 'reference.db'))).connect()
  await connection.run(`SET memory_limit = '3GB'; SET temp_directory = '${join(folder, 'duckdb')}'`)
  const json = (path: string) => `read_json('${folder}/${path}', format = 'newline_delimited')`
  await connection.run(`
    CREATE TABLE l AS SELECT id, arg_max(label, n) AS label FROM (
      SELECT eventMetadata.eventId AS id, groundTruthData.data AS label, row_number() OVER () AS n FROM ${json('labels/**/*.jsonl')})
      GROUP BY id;
    CREATE TABLE expected AS
      SELECT eventMetadata.eventId AS id, captureData.endpointOutput.data AS score, label
      FROM ${json('captures/**/*.jsonl')} c JOIN l ON l.id = c.eventMetadata.eventId;
    CREATE TABLE found AS
      SELECT eventMetadata.eventId AS id, captureData.endpointOutput.data AS score, groundTruthData.data AS label
      FROM ${json('merged/**/part-*.jsonl')}`)
  const reader = await connection.runAndReadAll(
    'SELECT (SELECT count(*) FROM (FROM expected EXCEPT ALL FROM found)) + (SELECT count(*) FROM (FROM found EXCEPT ALL FROM expected))',
  )
  connection.closeSync()
  return Number(reader.getRows()[0]![0])
}

const folder = await mkdtemp(join(tmpdir(), 'byom-bench-merge-'))
try {
  for (let h = 0; h < hours; h++)
    await write(join(folder, `captures/shop/all/2026/03/01/${String(h).padStart(2, '0')}/a.jsonl`), hourOf(h))
  await write(join(folder, 'labels/2026/03/02/00/a.jsonl'), labels())
  const { seconds, processor, peakBytes } = await measure(folder)
  const joined = await verify(folder)
  stdout.write(
    `${captures} captures: ${joined} merged records, all right; ${Math.round(seconds)} s, ${Math.round(processor)} s of processor time, peak memory ${Math.round(peakBytes / 2 ** 20)} MiB\n`,
  )
  if (compared) stdout.write(`${await differences(folder)} records differ from DuckDB's join\n`)
} finally {
  await rm(folder, { recursive: true })
}
