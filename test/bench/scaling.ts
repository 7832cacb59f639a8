/** What a row and a value cost as tables grow in rows and in columns, and whether memory grows with them. */
import { byom } from './engines/index.ts'
import { type Format, makeTable } from './files.ts'
import type { Series } from './plot.ts'
import { machine, markdown, megabytes, seconds } from './report.ts'
import { median, type Taken } from './timed.ts'

/** How far to go. */
export interface Growth {
  readonly format: Format
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly threads: number
  readonly rounds: number
  /** Larger tables are left out. */
  readonly mostCells: number
}

/** Runs of byom on every size. @returns the table in Markdown, and a line per number of columns: rows against microseconds per row */
export async function scale(
  { format, rows, columns, threads, rounds, mostCells }: Growth,
  say: (text: string) => void,
): Promise<{ readonly text: string; readonly series: readonly Series[] }> {
  const sizes = columns.flatMap((width) =>
    rows.filter((count) => count * width <= mostCells).map((count) => ({ columns: width, rows: count })),
  )
  const measured: Measured[] = []
  for (const size of sizes) {
    const table = await makeTable({ mix: 'easy', ...size }, [format], say)
    const taken: Taken[] = []
    for (let round = 0; round <= rounds; round++) {
      const run = await byom().run(table, format, threads)
      const wrong = run.answers.filter(({ count, missing }) => count + missing !== size.rows)
      if (wrong.length > 0) throw new Error(`${wrong.length} columns do not have ${size.rows} rows`)
      if (round > 0) taken.push(run.taken)
    }
    const of = (figure: 'wall' | 'cpu' | 'peak') => median(taken.map((each) => each[figure]))
    measured.push({ ...size, wall: of('wall'), cpu: of('cpu'), peak: of('peak') })
    say(`${size.rows} rows of ${size.columns} columns: ${seconds(of('cpu'))} s of processor time\n`)
  }
  const head = [
    'columns',
    'rows',
    'wall',
    'processor',
    'per row',
    'each further row',
    'each further value',
    'peak memory',
  ]
  const text = `${format}, ${threads} threads, medians of ${rounds}; ${machine()}\n\n${markdown(
    head,
    measured.map((each, i) => cellsOf(each, measured[i - 1])),
  )}`
  const series = columns.map((width) => ({
    name: `${width.toLocaleString('en')} columns`,
    points: measured
      .filter((each) => each.columns === width)
      .map(({ rows, cpu }): [number, number] => [rows, (cpu / rows) * 1e6]),
  }))
  return { text, series }
}

interface Measured {
  readonly columns: number
  readonly rows: number
  readonly wall: number
  readonly cpu: number
  readonly peak: number
}

/** Start-up and reports cost the same for few rows and for many: what is linear is what each further row costs. */
function cellsOf({ columns, rows, wall, cpu, peak }: Measured, before: Measured | undefined): string[] {
  const further = before?.columns === columns ? (cpu - before.cpu) / (rows - before.rows) : undefined
  return [
    columns.toLocaleString('en'),
    rows.toLocaleString('en'),
    `${seconds(wall)} s`,
    `${seconds(cpu)} s`,
    micro(cpu / rows),
    further === undefined ? '' : micro(further),
    further === undefined ? '' : `${((further / columns) * 1e9).toFixed(0)} ns`,
    megabytes(peak),
  ]
}

function micro(time: number): string {
  const value = time * 1e6
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} µs`
}

/** Bytes of a capture record of the easy mix, about. */
const captureBytes = 415

/** Peak memory of byom for capture files of some sizes, in gigabytes. @returns the table in Markdown */
export async function memory(
  sizes: readonly number[],
  threads: readonly number[],
  rounds: number,
  say: (text: string) => void,
): Promise<string> {
  const rows: string[][] = []
  for (const size of sizes) {
    const count = Math.round((size * 1e9) / captureBytes)
    const table = await makeTable({ mix: 'easy', rows: count, columns: 20 }, ['capture'], say)
    for (const each of threads) {
      const peaks: number[] = []
      for (let round = 0; round < rounds; round++)
        peaks.push((await byom().run(table, 'capture', each)).taken.peak)
      rows.push([`${size} GB`, count.toLocaleString('en'), `${each}`, megabytes(median(peaks))])
      say(`${rows.at(-1)!.join(', ')}\n`)
    }
  }
  return `capture, easy, 20 columns, medians of ${rounds}; ${machine()}\n\n${markdown(['input', 'rows', 'threads', 'peak memory'], rows)}`
}
