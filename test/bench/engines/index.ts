/** Who computes: byom and its peers, each as a process of its own that is given a table and prints what it found. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { weightedItems } from '../../../runtime/sketches/kll.ts'
import { installPython } from '../../plugins/publishers/python.ts'
import { type Answers, points, type Tolerance } from '../answers.ts'
import type { Format, TableFiles } from '../files.ts'
import { imageEnvironment, imageFlags } from '../image-flags.ts'
import { type Taken, timed } from '../timed.ts'
import { sparkSubmit } from './spark.ts'

/** What the scripts of the peers are told. */
export interface EngineRequest {
  readonly format: Format
  readonly path: string
  readonly schema: readonly { readonly name: string; readonly type: string }[]
  readonly threads: number
  readonly points: readonly number[]
}

/** One run of an engine. */
export interface EngineRun {
  readonly taken: Taken
  readonly answers: Answers
}

/** A competitor. */
export interface Engine {
  readonly name: string
  /** What it says of its own errors. */
  readonly tolerance: Tolerance
  readonly formats: readonly Format[]
  /** False: it computes on one thread whatever it is told. */
  readonly threads: boolean
  readonly run: (table: TableFiles, format: Format, threads: number) => Promise<EngineRun>
}

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')
const every: readonly Format[] = ['capture', 'csv', 'json', 'parquet']

/**
 * byom itself: the whole job, reports and all.
 * @param entry of the process: of the build, as the image runs it, or of the sources
 * @param flags of Node
 */
export function byom(
  entry = join(root, 'dist', 'runtime', 'main.js'),
  name = 'byom',
  flags: readonly string[] = imageFlags,
): Engine {
  return {
    name,
    // KLL with k = 2048: 0.13 % for one quantile with 99 %; here are hundreds. HyperLogLog of 16,384 registers: 0.81 %.
    tolerance: { moments: 1e-9, rank: 0.0025, distinct: 0.04 },
    formats: every,
    threads: true,
    async run(table, format, threads) {
      const folder = await mkdtemp(join(tmpdir(), 'byom-bench-run-'))
      try {
        const config = join(folder, 'byom.json')
        await writeFile(config, JSON.stringify({ workers: threads }))
        const taken = await timed([process.execPath, ...flags, entry], {
          ...imageEnvironment,
          BYOM_OPT_ML: join(folder, 'opt-ml'),
          BYOM_CONFIG: config,
          dataset_source: table.path(format),
          dataset_format: JSON.stringify(formats[format]),
          output_path: join(folder, 'reports'),
        })
        const statistics = JSON.parse(await readFile(join(folder, 'reports', 'statistics.json'), 'utf8'))
        return { taken, answers: statistics.features.map(answerOf) }
      } finally {
        await rm(folder, { recursive: true })
      }
    },
  }
}

const formats: Readonly<Record<Format, object>> = {
  capture: { sagemakerCaptureJson: {} },
  csv: { csv: { header: true } },
  json: { json: { lines: true } },
  parquet: { parquet: {} },
}

interface Feature {
  readonly numerical_statistics?: {
    readonly common: { readonly num_present: number; readonly num_missing: number }
    readonly mean: number
    readonly std_dev: number
    readonly min: number
    readonly max: number
    readonly distribution: { readonly kll: { readonly sketch: { readonly data: number[][] } } }
  }
  readonly string_statistics?: {
    readonly common: { readonly num_present: number; readonly num_missing: number }
    readonly distinct_count: number
  }
}

/** A feature of statistics.json; quantiles are read from its sketch, as any reader of it would. */
function answerOf({ numerical_statistics: numbers, string_statistics: texts }: Feature): Answers[number] {
  const { num_present: count, num_missing: missing } = (numbers ?? texts)!.common
  if (numbers === undefined) return { count, missing, distinct: texts!.distinct_count }
  const { mean, std_dev: std, min, max } = numbers
  const { values, weights, total } = weightedItems(numbers.distribution.kll.sketch.data, 'sum')
  let at = -1
  let sum = 0
  const quantiles = points.map((point) => {
    while (sum < point * total && at < values.length - 1) sum += weights[++at]!
    return values[Math.max(0, at)]!
  })
  return { count, missing, min, max, mean, std, quantiles }
}

function requestText(table: TableFiles, format: Format, threads: number): string {
  const schema = table.schema.map(({ name, type }) => ({ name, type }))
  const request: EngineRequest = { format, path: table.path(format), schema, threads, points }
  return JSON.stringify(request)
}

function answersIn({ output }: Taken): Answers {
  const line = output.split('\n').findLast((each) => each.startsWith('[{'))
  if (line === undefined) throw new Error(`no answers in: ${output.slice(-2000)}`)
  return JSON.parse(line)
}

export const duckdb: Engine = {
  name: 'DuckDB',
  // Quantiles by t-digest; distinct counts by HyperLogLog of 64 registers, whose standard error is 13 %.
  tolerance: { moments: 1e-9, rank: 0.03, distinct: 0.4 },
  formats: every,
  threads: true,
  async run(table, format, threads) {
    const script = join(here, 'duckdb.ts')
    const taken = await timed([process.execPath, script, requestText(table, format, threads)])
    return { taken, answers: answersIn(taken) }
  },
}

/** A peer that is a Python script. */
function python(
  engine: Omit<Engine, 'run'>,
  script: string,
  requirements: readonly string[],
  start = async (interpreter: string, _threads: number): Promise<readonly string[]> => [interpreter],
): Peer {
  return {
    name: engine.name,
    async open() {
      const found = await installPython(...requirements)
      if ('reason' in found) return found
      return {
        ...engine,
        async run(table, format, threads) {
          const count = String(threads)
          const taken = await timed(
            [
              ...(await start(found.python, threads)),
              join(here, script),
              requestText(table, format, threads),
            ],
            { POLARS_MAX_THREADS: count, OMP_NUM_THREADS: count, PYSPARK_PYTHON: found.python },
          )
          return { taken, answers: answersIn(taken) }
        },
      }
    },
  }
}

/** A competitor that may have to be installed first. */
export interface Peer {
  readonly name: string
  readonly open: () => Promise<Engine | { readonly reason: string }>
}

/** Everybody that byom is measured against. */
export const peers: readonly Peer[] = [
  {
    name: 'plain byom',
    // Without WebAssembly the kernel in TypeScript reads the lines.
    open: async () =>
      byom(undefined, 'plain byom', [
        ...imageFlags,
        '--import',
        'data:text/javascript,delete globalThis.WebAssembly',
      ]),
  },
  { name: duckdb.name, open: async () => duckdb },
  python(
    {
      name: 'polars',
      // Its quantiles are exact, its distinct counts HyperLogLog.
      tolerance: { moments: 1e-9, rank: 0.001, distinct: 0.1 },
      formats: every,
      threads: true,
    },
    'polars-peer.py',
    ['polars>=2,<3'],
  ),
  python(
    {
      name: 'Evidently',
      tolerance: { moments: 1e-9, rank: 0.001, distinct: 0 },
      formats: ['csv', 'json', 'parquet'],
      threads: false,
    },
    'evidently-peer.py',
    ['evidently>=0.7,<0.8', 'pandas<3'],
  ),
  python(
    {
      name: 'whylogs',
      // KLL with k = 256.
      tolerance: { moments: 1e-9, rank: 0.02, distinct: 0.1 },
      formats: ['csv', 'json', 'parquet'],
      threads: false,
    },
    'whylogs-peer.py',
    ['whylogs>=1.6,<2', 'pandas<3', 'pyarrow'],
  ),
  python(
    {
      name: 'Spark with Deequ',
      tolerance: { moments: 1e-9, rank: 0.02, distinct: 0.15 },
      formats: every,
      threads: true,
    },
    'deequ-peer.py',
    ['pydeequ>=1.7,<2', 'pyspark>=3.5,<3.6', '--no-binary=pyspark', 'pandas<3', 'setuptools<81'],
    sparkSubmit,
  ),
]

/** Threads of this machine that a run may use. */
export const threadCounts: readonly number[] = [1, 2].filter((threads) => threads <= availableParallelism())
