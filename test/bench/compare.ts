/** byom beside its peers on the same files: whole processes in alternation, their answers compared. */
import { differences } from './answers.ts'
import { byom, type Engine, peers } from './engines/index.ts'
import { exactAnswers } from './exact.ts'
import { type Format, makeTable } from './files.ts'
import { machine, markdown, megabytes, seconds } from './report.ts'
import type { Mix } from './table.ts'
import { median, type Taken } from './timed.ts'

/** What to compare. */
export interface Comparison {
  readonly mixes: readonly Mix[]
  readonly formats: readonly Format[]
  readonly threads: readonly number[]
  readonly rows: number
  readonly columns: number
  readonly rounds: number
  /** Names of peers in lower case; empty: all. */
  readonly engines: readonly string[]
  /** Seconds after which an engine is run in the first round alone. */
  readonly patience: number
}

/**
 * Runs everything.
 * @returns the table of medians and ratios, in Markdown
 * @throws Error naming every answer that is not right
 */
export async function compare(wanted: Comparison, say: (text: string) => void): Promise<string> {
  const us = byom()
  const engines = [us, ...(await opened(wanted.engines, say))]
  const rows: string[][] = []
  for (const mix of wanted.mixes) {
    const size = { mix, rows: wanted.rows, columns: wanted.columns }
    const table = await makeTable(size, [...wanted.formats, 'parquet'], say)
    const exact = await exactAnswers(table)
    for (const format of wanted.formats)
      for (const threads of wanted.threads) {
        const running = engines.filter(({ formats }) => formats.includes(format))
        const taken = await alternate(running, wanted, async (engine) => {
          const run = await engine.run(table, format, threads)
          const wrong = differences(run.answers, exact, table.schema, engine.tolerance)
          if (wrong.length > 0)
            throw new Error(`${engine.name} on ${mix} ${format} is wrong:\n${wrong.join('\n')}`)
          say(
            `${mix} ${format}, ${threads} threads: ${engine.name} ${seconds(run.taken.wall)} s, ${seconds(run.taken.cpu)} s of processor time\n`,
          )
          return run.taken
        })
        rows.push(...rowsOf(`${mix}, ${format}`, threads, us, taken))
      }
  }
  const head = ['data', 'threads', 'engine', 'runs', 'wall', '÷ byom', 'processor', '÷ byom', 'peak memory']
  return `${wanted.rows.toLocaleString('en')} rows, ${wanted.columns} columns; medians; ${machine()}\n\n${markdown(head, rows)}`
}

/** The peers that can be had here; the others are named with the reason. */
async function opened(names: readonly string[], say: (text: string) => void): Promise<Engine[]> {
  const found: Engine[] = []
  for (const peer of peers) {
    if (names.length > 0 && !names.some((name) => peer.name.toLowerCase().startsWith(name))) continue
    const engine = await peer.open()
    if ('reason' in engine) say(`without ${peer.name}: ${engine.reason}\n`)
    else found.push(engine)
  }
  return found
}

/** Everyone takes turns; the first turn of all, which fills the page cache, does not count. */
async function alternate(
  engines: readonly Engine[],
  { rounds, patience }: Comparison,
  run: (engine: Engine) => Promise<Taken>,
): Promise<Map<Engine, Taken[]>> {
  const taken = new Map<Engine, Taken[]>(engines.map((engine) => [engine, []]))
  const slow = new Set<Engine>()
  for (let round = 0; round <= rounds; round++)
    for (const [engine, list] of taken) {
      if (slow.has(engine)) continue
      const figures = await run(engine)
      if (figures.wall > patience) slow.add(engine)
      if (round > 0 || slow.has(engine)) list.push(figures)
    }
  return taken
}

function rowsOf(
  data: string,
  threads: number,
  us: Engine,
  taken: ReadonlyMap<Engine, readonly Taken[]>,
): string[][] {
  const of = (engine: Engine, figure: 'wall' | 'cpu' | 'peak') =>
    median(taken.get(engine)!.map((each) => each[figure]))
  return [...taken].map(([engine, { length }]) => [
    data,
    engine.threads ? `${threads}` : '1',
    engine.name,
    `${length}`,
    ...(['wall', 'cpu'] as const).flatMap((figure) => [
      `${seconds(of(engine, figure))} s`,
      (of(engine, figure) / of(us, figure)).toFixed(2),
    ]),
    megabytes(of(engine, 'peak')),
  ])
}
