/**
 * How fast byom is: `npm run bench -- [what] [options]`.
 *
 *     engines    whole runs beside DuckDB, polars, Evidently, whylogs and Spark with Deequ on the same files (the default)
 *     scaling    what rows and columns cost; also writes a plot, --plot FILE
 *     memory     peak memory for small and large capture files, --sizes 0.2,5 (gigabytes)
 *     handlers   what a preprocess handler costs
 *     start-up   the churn baseline beside `node -e 0`
 *
 * Options: --rows, --columns, --rounds, --threads, --mixes, --formats, --engines, --patience, --most-cells; lists by commas.
 * `--write` puts the table of the engines into README. The data are made once, in the system's folder for temporary files.
 */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compare } from './compare.ts'
import { threadCounts } from './engines/index.ts'
import type { Format } from './files.ts'
import { handlers } from './handlers.ts'
import { plot } from './plot.ts'
import { writeBetween } from './report.ts'
import { memory, scale } from './scaling.ts'
import { startUp } from './start-up.ts'
import type { Mix } from './table.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    columns: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: threadCounts.join(',') },
    mixes: { type: 'string', default: 'easy,hard' },
    formats: { type: 'string', default: 'capture,csv,json,parquet' },
    engines: { type: 'string', default: '' },
    patience: { type: 'string', default: '120' },
    'most-cells': { type: 'string', default: '2e8' },
    sizes: { type: 'string', default: '0.2,5' },
    plot: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

const root = fileURLToPath(new URL('../../', import.meta.url))
const list = (text: string) => text.split(',').filter((item) => item !== '')
const numbers = (text: string) => list(text).map(Number)
const print = (text: string) => process.stdout.write(text)
const say = (text: string) => process.stderr.write(text)

const rounds = Number(values.rounds)
const threads = numbers(values.threads)
const formats = list(values.formats) as Format[]

const modes: Readonly<Record<string, () => Promise<void>>> = {
  async engines() {
    const table = await compare(
      {
        mixes: list(values.mixes) as Mix[],
        formats,
        threads,
        rows: Number(values.rows ?? 2_500_000),
        columns: Number(values.columns ?? 20),
        rounds,
        engines: list(values.engines.toLowerCase()),
        patience: Number(values.patience),
      },
      say,
    )
    print(table)
    if (values.write) await writeBetween(`${root}README.md`, 'figures', `${table}\n`)
  },
  async scaling() {
    const { text, series } = await scale(
      {
        format: values.formats.includes(',') ? 'csv' : formats[0]!,
        rows: numbers(values.rows ?? '1e4,1e5,1e6,1e7'),
        columns: numbers(values.columns ?? '10,100,1000'),
        threads: threads[0]!,
        rounds,
        mostCells: Number(values['most-cells']),
      },
      say,
    )
    print(text)
    if (values.plot)
      await writeFile(values.plot, plot('What a row costs', 'rows', 'processor time per row, µs', series))
  },
  async memory() {
    print(await memory(numbers(values.sizes), threads, rounds, say))
  },
  async handlers() {
    print(await handlers(Number(values.rows ?? 60_000), rounds))
  },
  async 'start-up'() {
    print(await startUp(rounds))
  },
}

const [mode = 'engines'] = positionals
const run = modes[mode]
if (run === undefined) {
  say(`${mode}: choose one of ${Object.keys(modes).join(', ')}\n`)
  process.exitCode = 2
} else {
  execFileSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  await run()
}
