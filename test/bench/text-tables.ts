/** False alarms and power of the text analyzer as a whole, on real texts. */
import { stdout } from 'node:process'
import nlp from '../../plugins/nlp/plugin.ts'
import { batchOf } from '../../runtime/conformance/index.ts'
import { type Random, seeded } from '../../runtime/conformance/random.ts'
import type { Analyzer, Finding } from '../../runtime/plugin.ts'
import { fortunes } from './fortunes.ts'

type Change = (text: string, random: Random) => string

/** Topics that the baseline does not have. */
const held = [
  'computers',
  'science',
  'songs-poems',
  'zippy',
  'linux',
  'linuxcookie',
  'knghtbrd',
  'perl',
  'debian',
]
const options = { alpha: 0.01, minRecords: 50, sampleSize: 2000, showTerms: false }
const context = { run: 'baseline', environment: {}, distances: 'exact' } as const
// biome-ignore lint/suspicious/noExplicitAny: the bench treats the analyzer as the host does.
const analyzer = nlp.analyzers![0] as Analyzer<any, any, any, any>

/** @param folder the unpacked package's usr/share/games/fortunes */
export function textTables(folder: string, runs: number, say: (...cells: (string | number)[]) => void): void {
  const topics = fortunes(folder)
  const pool = [...topics].filter(([name]) => !held.includes(name)).flatMap(([, texts]) => texts)
  stdout.write(
    `texts: ${pool.length} in the pool, baselines of 2,000, level 0.01; ${runs} null runs per size\n`,
  )
  const baselines = [1, 2].map((seed) => {
    const list = shuffled(pool, seeded(seed))
    return { statistics: summary(list.slice(0, 2000)), rest: list.slice(2000) }
  })
  const check = (run: number, n: number, change: Change = (text) => text) => {
    const { statistics, rest } = baselines[run % 2]!
    const random = seeded(7000 + run)
    const texts = shuffled(rest, random)
      .slice(0, n)
      .map((text) => change(text, random))
    return findings(statistics, texts).filter(({ violated }) => violated)
  }
  say('n', 'any', 'runs of characters', 'properties', 'personal data')
  const kinds = ['baseline_drift_check', 'text_quality_check', 'pii_check']
  for (const n of [50, 300, 1000]) say(n, ...rates(runs, kinds, (run) => check(run, n)))
  const power = Math.max(20, Math.round(runs / 5))
  stdout.write(`\npower at n = 300, ${power} runs\n`)
  say('change', 'any', 'runs of characters', 'properties', 'personal data')
  for (const [name, change] of Object.entries(changes(topics)))
    say(name, ...rates(power, kinds, (run) => check(run, 300, change)))
}

function changes(topics: ReadonlyMap<string, string[]>): Record<string, Change> {
  const mix =
    (topic: string, share: number): Change =>
    (text, random) =>
      random.next() < share ? random.pick(topics.get(topic)!) : text
  return {
    '20 % computers': mix('computers', 0.2),
    '40 % computers': mix('computers', 0.4),
    '20 % science': mix('science', 0.2),
    '40 % science': mix('science', 0.4),
    '20 % poems': mix('songs-poems', 0.2),
    '20 % zippy': mix('zippy', 0.2),
    'typos in half (one swap in 20 characters)': (text, random) =>
      random.next() < 0.5 ? mistyped(text, random) : text,
    'half of the texts cut in half': (text, random) =>
      random.next() < 0.5 ? text.slice(0, text.length / 2) : text,
    'an address in 3 %': (text, random) => (random.next() < 0.03 ? `${text} me@example.com` : text),
  }
}

function mistyped(text: string, random: Random): string {
  const letters = [...text]
  for (let k = 0; k < Math.max(1, letters.length / 20); k++) {
    const i = random.below(letters.length - 1)
    ;[letters[i], letters[i + 1]] = [letters[i + 1]!, letters[i]!]
  }
  return letters.join('')
}

function rates(runs: number, kinds: readonly string[], found: (run: number) => Finding[]): string[] {
  const lists = Array.from({ length: runs }, (_, run) => found(run))
  const share = (count: number) => (count / runs).toFixed(3)
  return [
    share(lists.filter((list) => list.length > 0).length),
    ...kinds.map((kind) => share(lists.filter((list) => list.some(({ check }) => check === kind)).length)),
  ]
}

function summary(texts: readonly string[]): object {
  const state = analyzer.init(options, context)
  analyzer.update(state, batchOf({ text: { kind: 'text', values: texts } }))
  return JSON.parse(JSON.stringify(analyzer.summarize(state)))
}

function findings(statistics: object, texts: readonly string[]): Finding[] {
  const baseline = { statistics, config: () => ({}) as never }
  const state = analyzer.init(options, { ...context, run: 'monitoring', baseline })
  analyzer.update(state, batchOf({ text: { kind: 'text', values: texts } }))
  return analyzer.check!(analyzer.summarize(state), baseline, options, context)
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
